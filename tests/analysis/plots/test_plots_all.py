"""What holds of every picture: both languages, any frame, any order of rows, nothing left out unsaid."""

import json
import random
from decimal import Decimal
from functools import cache

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from tests.analysis.plots.drawing import (
    DRAWN,
    HAN,
    cell_table,
    cells,
    chains,
    drawn,
    outcomes,
    pairs,
    panel,
    parts,
    reports,
    values,
    words,
)

import govdisclosure.analysis as ga
from govdisclosure.errors import UsageError

NAMES = list(DRAWN)


@cache
def usual(name):
    return drawn(name).to_dict()


MANY = [f"Organ{number:03}" for number in range(300)]


@pytest.mark.parametrize("name", NAMES)
def test_it_is_in_chinese_or_in_english_and_says_what_it_shows(name):
    zh, en = drawn(name), drawn(name, lang="en")
    assert HAN.search(words(zh))
    assert not HAN.search(json.dumps(en.to_dict(), ensure_ascii=False))
    for chart, lang in ((zh, "zh"), (en, "en")):
        description = chart.to_dict()["description"]
        assert any(sign.isdigit() for sign in description)
        assert bool(HAN.search(description)) == (lang == "zh")
    with pytest.raises(UsageError, match="lang"):
        drawn(name, lang="fr")


@pytest.mark.parametrize("name", NAMES)
def test_every_axis_and_every_line_of_a_tooltip_has_words_or_none(name):
    for part in parts(usual(name)):
        for line in part.get("tooltip", []) if isinstance(part.get("tooltip"), list) else []:
            assert HAN.search(line["title"])
        for channel in ("x", "y", "color", "shape"):
            if isinstance(part.get(channel), dict) and part[channel].get("title"):
                assert HAN.search(part[channel]["title"])


@pytest.mark.parametrize("name", NAMES)
def test_the_order_of_rows_changes_nothing(name):
    table = DRAWN[name][1]
    backwards = list(reversed(range(table.num_rows)))
    mixed = random.Random(7).sample(backwards, len(backwards))  # noqa: S311  an order, no secret
    for order in (backwards, mixed):
        assert drawn(name, table.take(order)).to_dict() == usual(name)


@pytest.mark.parametrize("name", NAMES)
def test_a_frame_of_any_library_gives_the_same(name):
    table = DRAWN[name][1]
    frames = ga.Table("any", table), table.to_pandas(), pl.DataFrame(table)
    for frame in frames:
        assert drawn(name, frame).to_dict() == usual(name)
    assert isinstance(frames[1], pd.DataFrame)


@pytest.mark.parametrize("name", NAMES)
def test_figures_are_numbers_and_days_are_text(name):
    spec = usual(name)
    measured = {
        part["field"]
        for part in parts(spec)
        if part.get("type") == "quantitative" and isinstance(part.get("field"), str)
    }
    assert measured
    rows = [row for rows in spec["datasets"].values() for row in rows]
    for row in rows:
        for field in measured & set(row):
            assert row[field] is None or type(row[field]) in {int, float}
    json.dumps(rows, allow_nan=False)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_empty_frame_gives_a_picture_that_says_so(name, lang):
    chart = drawn(name, DRAWN[name][1].slice(0, 0), lang=lang)
    (row,) = values(chart)
    shown = " ".join(row["words"])
    assert ("没有" in shown) == (lang == "zh")
    assert shown.replace(" ", "") in chart.to_dict()["description"].replace(" ", "")


@pytest.mark.parametrize("name", NAMES)
def test_columns_that_are_missing_are_named(name):
    table = DRAWN[name][1]
    column = {"findings": "kind", "shared": "share", "refusals": "cell_table"}.get(name, "year")
    with pytest.raises(UsageError) as raised:
        drawn(name, table.drop_columns([column]))
    assert column in raised.value.zh
    assert column in raised.value.en


def test_a_column_of_another_kind_is_named():
    wrong = panel().set_column(3, "value", pa.array(["many"] * panel().num_rows))
    with pytest.raises(UsageError, match="value"):
        ga.plot_requests(wrong)
    with pytest.raises(UsageError):
        ga.plot_requests([1, 2])


def test_three_hundred_organs_over_fifteen_years_stay_below_what_altair_takes():
    years = range(2010, 2025)
    kinds = "fail", "review", "open", "pass", "notApplicable"
    wide = panel(MANY, years)
    many = {
        "requests": wide,
        "by_organ": wide,
        "refusals": cell_table(*(cells({"denied.state_secret": 1}, one, year) for one in MANY for year in years[9:])),
        "punctuality": reports(*((organ, "department", year, None) for organ in MANY for year in years)),
        "findings": outcomes(*((one, 2023, f"STR1{rule:02}", kinds[rule % 5]) for one in MANY for rule in range(60))),
        "chains": chains(*((organ, year, 1, 1, "kept") for organ in MANY for year in years)),
        "shared": pairs(*((one, 2023, other, 2023, "0.8") for one in MANY[:60] for other in MANY[:60] if one < other)),
        "distribution": wide,
    }  # fmt: skip
    for name, frame in many.items():
        extra = {"organ": MANY[0]} if name == "distribution" else {}
        chart = drawn(name, frame, lang="en", **extra)
        assert len(values(chart)) < 5000
        if name in {"by_organ", "findings", "chains", "shared"}:
            left = {"by_organ": "288", "findings": "270", "chains": "270", "shared": "20"}[name]
            assert left in words(chart)


def test_a_personal_number_in_a_name_is_not_drawn():
    number = "11010519491231002X"
    for name, frame in (
        ("chains", chains((f"某局{number}", 2023, 3, 4, "broken"))),
        ("findings", outcomes((f"某局{number}", 2023, "STR101", "fail"))),
        ("shared", pairs((f"某局{number}", 2023, "甲局", 2023, "0.9"))),
        ("by_organ", panel((f"某局{number}",))),
        ("requests", panel((f"某局{number}",))),
        ("refusals", cell_table(cells({"denied.state_secret": 1}, f"某局{number}"))),
        ("punctuality", reports((f"某局{number}", "department", 2023, None))),
    ):
        assert number not in json.dumps(drawn(name, frame).to_dict(), ensure_ascii=False)


def test_figures_that_are_no_whole_numbers_and_floats_that_are_none_are_taken():
    frame = panel(("Water",), (2023,)).to_pandas()
    frame["value"] = [float("nan") if series == "requests.denied" else 1.5 for series in frame["series"]]
    rows = {row["series"]: row["value"] for row in values(ga.plot_requests(frame)) if "series" in row}
    assert rows["received"] == 1.5
    assert rows.get("denied") is None
    assert isinstance(panel().column("value")[0].as_py(), Decimal)
