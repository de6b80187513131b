"""Frames to draw, and what stands in the specification of a chart."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pyarrow as pa

import govdisclosure.analysis as ga
from govdisclosure.batch.schemas import schema

HAN = re.compile("[\u4e00-\u9fff]")
SHAPE = pa.schema([("organ", pa.string()), ("year", pa.int16()), ("series", pa.string()),
                   ("value", pa.decimal128(38, 10)), ("comparable", pa.bool_()), ("note_zh", pa.string()),
                   ("note_en", pa.string())])  # fmt: skip
PANEL = {"received": 12, "carried_out": 2, "granted": 5, "partly_granted": 1, "denied": 3, "unavailable": 1}


def panel(organs=("Water", "Roads"), years=range(2019, 2024), **values):
    """A panel with the same figures each year; ``values`` put others, by series."""
    return pa.Table.from_pylist(
        [
            {
                "organ": organ,
                "year": year,
                "series": f"requests.{series}",
                "value": None if value is None else Decimal(value),
                "comparable": True,
                "note_zh": "",
                "note_en": "",
            }
            for organ in organs
            for year in years
            for series, value in {**PANEL, **values}.items()
        ],
        SHAPE,
    )


def changed(table, where, **values):
    """A frame with other values in the rows that ``where`` says."""
    rows = [{**row, **values} if where(row) else row for row in table.to_pylist()]
    return pa.Table.from_pylist(rows, table.schema)


def cells(figures, organ="Water", year=2023, *, name=None, table="requests", column="total"):  # noqa: PLR0913
    """Cells of one report, by row."""
    whose = {"name": name or f"{organ}-{year}", "organ": organ, "year": year}
    return [
        {
            **whose,
            "edition": "free_form" if table == "annex" else "unified_2021",
            "cell_table": table,
            "cell_row": row,
            "cell_column": column,
            "printed": "blank" if value is None else "number",
            "value": None if value is None else Decimal(value),
        }
        for row, value in figures.items()
    ]


CELLS = schema("cells")


def cell_table(*reports):
    return pa.Table.from_pylist([row for report in reports for row in report], CELLS)


REPORTS = pa.schema([("name", pa.string()), ("organ", pa.string()), ("organ_kind", pa.string()), ("year", pa.int16()),
                     ("published_on", pa.date32()), ("status", pa.string())])  # fmt: skip


def reports(*rows):
    """Reports as (organ, kind, year, day); a day that is no date is the status."""
    return pa.Table.from_pylist(
        [
            {"name": f"{organ}-{year}-{number}", "organ": organ, "organ_kind": kind, "year": year,
             "published_on": day if isinstance(day, date) else None, "status": day if isinstance(day, str) else "read"}
            for number, (organ, kind, year, day) in enumerate(rows)
        ],
        REPORTS,
    )  # fmt: skip


def outcomes(*rows):
    """Outcomes as (organ, year, rule, kind)."""
    schema = pa.schema([("organ", pa.string()), ("year", pa.int16()), ("rule", pa.string()), ("kind", pa.string())])
    return pa.Table.from_pylist([dict(zip(schema.names, row, strict=True)) for row in rows], schema)


CHAINS = pa.schema([("organ", pa.string()), ("year", pa.int16()), ("carried_out", pa.decimal128(38, 10)),
                    ("carried_in", pa.decimal128(38, 10)), ("status", pa.string())])  # fmt: skip


def chains(*rows):
    """Chains as (organ, year, carried out, carried in, status)."""
    return pa.Table.from_pylist(
        [
            dict(zip(CHAINS.names, (organ, year, *(None if one is None else Decimal(one) for one in ends), status),
                     strict=True))
            for organ, year, *ends, status in rows
        ],
        CHAINS,
    )  # fmt: skip


PAIRS = pa.schema([(f"{end}_{name}", pa.int16() if name == "year" else pa.string()) for end in ("first", "second")
                   for name in ("name", "organ", "year")] + [("relation", pa.string()),
                   ("share", pa.decimal128(38, 10)), ("passages", pa.int32())])  # fmt: skip


def pairs(*rows):
    """Pairs as (organ, year, organ, year, share)."""
    return pa.Table.from_pylist(
        [
            {
                "first_name": f"{one}-{year}.html", "first_organ": one, "first_year": year,
                "second_name": f"{other}-{then}.html", "second_organ": other, "second_year": then,
                "relation": "same_organ" if one == other else "same_year" if year == then else "other",
                "share": Decimal(share), "passages": 3,
            }
            for one, year, other, then, share in rows
        ],
        PAIRS,
    )  # fmt: skip


DAY = date(2024, 1, 20)
DRAWN = {
    "requests": (ga.plot_requests, panel(), {}),
    "by_organ": (ga.plot_requests, panel(), {"by_organ": True}),
    "refusals": (
        ga.plot_refusals,
        cell_table(
            cells({"denied.state_secret": 3, "unavailable.not_held": 0}), cells({"denied.state_secret": 1}, "Roads")
        ),
        {},
    ),
    "punctuality": (
        ga.plot_punctuality,
        reports(("Water", "department", 2023, DAY), ("Roads", "department", 2023, date(2024, 3, 1)),
                ("Parks", "department", 2022, None), ("Lakes", "government", 2022, "unread")),
        {},
    ),
    "findings": (
        ga.plot_findings,
        outcomes(("Water", 2023, "STR101", "fail"), ("Water", 2023, "DDL101", "pass"),
                 ("Roads", 2023, "STR101", "open"), ("Roads", 2022, "DDL101", "review"),
                 ("Roads", 2022, "SUM201", "notApplicable")),
        {},
    ),
    "chains": (
        ga.plot_chains,
        chains(("Water", 2022, 3, 3, "kept"), ("Water", 2023, 4, 5, "broken"), ("Roads", 2023, None, 2, "unknown")),
        {},
    ),
    "shared": (ga.plot_shared_text, pairs(("Water", 2023, "Roads", 2023, "0.9"), ("Water", 2022, "Water", 2023, "0.7")),
               {}),
    "distribution": (ga.plot_distribution, panel(years=range(2016, 2024)), {"organ": "Water", "year": 2020}),
}  # fmt: skip
"""Each picture with a frame and the arguments that go with it."""


def drawn(name, frame=None, **options):
    plot, given, extra = DRAWN[name]
    return plot(given if frame is None else frame, **{**extra, **options})


def parts(spec) -> Iterator[dict]:
    """Each mapping within a specification, itself first."""
    if isinstance(spec, dict):
        yield spec
        for one in spec.values():
            yield from parts(one)
    elif isinstance(spec, list):
        for one in spec:
            yield from parts(one)


def values(chart) -> list[dict]:
    """All rows of data in a chart."""
    return [row for rows in chart.to_dict()["datasets"].values() for row in rows]


def words(chart) -> str:
    """The title and the lines below it."""
    title = chart.to_dict()["title"]
    return "\n".join([*title["text"], *title.get("subtitle", [])])


def flat(chart, lang="zh") -> str:
    """The same in one line."""
    return words(chart).replace("\n", "" if lang == "zh" else " ")
