"""Text that reports share, as a matrix."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

from govdisclosure.analysis.frames.table import Table
from govdisclosure.analysis.plots.taking import Rows, asked, organ_word, taken
from govdisclosure.analysis.plots.theme import INK, altair, data, empty, finished
from govdisclosure.analysis.plots.words import said
from govdisclosure.analysis.returning.faults import shown as quoted
from govdisclosure.analysis.similar.result import Relation, SimilarTexts
from govdisclosure.batch.arrow import Columns, plain_schema, table_of
from govdisclosure.errors import UsageError
from govdisclosure.text.language import Lang, require_lang

if TYPE_CHECKING:
    import pyarrow as pa
    from altair.typing import ChartType

__all__ = ["plot_shared_text", "shared_texts"]

_WHOSE: Mapping[str, str] = MappingProxyType({"name": "text", "organ": "text", "year": "year"})
_COLUMNS: Mapping[str, str] = MappingProxyType(
    {
        **{f"first_{name}": kind for name, kind in _WHOSE.items()},
        **{f"second_{name}": kind for name, kind in _WHOSE.items()},
        "relation": "text",
        "share": "figure",
        "passages": "count",
    }
)
_FOUND: Columns = MappingProxyType(
    {
        **{f"{end}_{name}": kind for end in ("first", "second") for name, kind in {**_WHOSE, "year": "int16"}.items()},
        "relation": "text",
        "related": "bool",
        "kind": "text",
        "share": "figure",
        "shared": "int64",
        "total": "int64",
        "passages": "int32",
        "longest": "int32",
    }
)
_BOX = 24
_WORDS_UP_TO = 16  # so many rows leave room for the share in each box
_ENDS = """
WITH ends AS (
  SELECT pairs.*, {first} AS one, {second} AS other FROM pairs WHERE share IS NOT NULL
), sides AS (SELECT one AS party, share FROM ends WHERE one <> other UNION ALL
            SELECT other AS party, share FROM ends WHERE one <> other)
SELECT party, max(share) AS most, count(*) AS pairs FROM sides GROUP BY party ORDER BY most DESC, pairs DESC, party
"""
_BOXES = """
WITH ends AS (SELECT pairs.*, {first} AS one, {second} AS other FROM pairs WHERE share IS NOT NULL),
     sides AS (SELECT one, other, share, passages, relation FROM ends
              UNION ALL SELECT other, one, share, passages, relation FROM ends)
SELECT one, other, max(share) AS share, count(*) AS pairs, arg_max(passages, (share, passages)) AS passages,
       arg_max(relation, (share, passages, relation)) AS relation
FROM sides WHERE list_contains($drawn, one) AND list_contains($drawn, other) AND one <> other
GROUP BY ALL ORDER BY ALL
"""
_PARTY = {
    # Signs that stand in no name keep organ, year and name apart, and in their order.
    "report": "concat_ws('\x1f', {organ}, coalesce(CAST({end}_year AS VARCHAR), ''), {name})",
    "organ": "concat(coalesce(nullif({organ}, ''), {name}), '\x1f\x1f')",
}


def shared_texts(found: SimilarTexts) -> Table:
    """What :func:`govdisclosure.analysis.similar.similar_texts` found, as a table: a row a pair of reports.

    Its columns: ``first_name``, ``first_organ``, ``first_year`` and the same of the ``second``; ``relation``;
    ``related`` (one organ's name contains the other's); ``kind`` (``review`` or ``informational``); ``share`` of the
    text that both have, 0 to 1, of ``shared`` in ``total`` stretches of five characters; ``passages`` in common and the
    characters of the ``longest``.

    Raises:
        MissingExtraError: Arrow is not installed.
    """
    rows = [
        {
            **{f"first_{name}": getattr(pair.first, name) for name in _WHOSE},
            **{f"second_{name}": getattr(pair.second, name) for name in _WHOSE},
            "relation": pair.relation.value,
            "related": pair.related,
            "kind": pair.kind.value,
            "share": round(pair.likeness.share, 10),
            "shared": pair.likeness.shared,
            "total": pair.likeness.total,
            "passages": len(pair.passages),
            "longest": max((passage.size for passage in pair.passages), default=0),
        }
        for pair in found.pairs
    ]
    return Table("shared_texts", table_of(rows, plain_schema(_FOUND)))


def plot_shared_text(
    pairs: object,
    *,
    by: Literal["report", "organ"] = "report",
    top: int = 40,
    lang: Lang = "zh",
) -> "ChartType":
    """Which reports, or organs, share how much of their text.

    Args:
        pairs: What :func:`govdisclosure.analysis.similar.similar_texts` found, or its frame, see :func:`shared_texts`.
        by: ``report``, or ``organ``: of two organs the two reports that are most alike. Reports of one organ are not
            held against each other then.
        top: How many reports or organs are drawn, those that share most first; the others are counted below the title.
        lang: ``zh`` or ``en``.

    Raises:
        UsageError: Columns are missing or of another kind; the message names them.
        MissingExtraError: altair or Arrow is not installed.
    """
    require_lang(lang)
    altair()
    if by not in _PARTY:
        raise UsageError("by 只能是 report 或 organ", f"by must be 'report' or 'organ', not {by!r}")
    table = taken(shared_texts(pairs) if isinstance(pairs, SimilarTexts) else pairs, _COLUMNS)
    _require_relations(table)
    ends = {end: _party(by, end) for end in ("first", "second")}
    title = said("shared.title" if by == "report" else "shared.by_organ", lang)
    parties = asked(_ENDS.format(**ends), pairs=table)
    if not parties:
        return empty(title, lang, 480, said("shared.none", lang))
    drawn, rest = parties[: max(top, 2)], parties[max(top, 2) :]
    boxes = asked(_BOXES.format(**ends), {"drawn": [one["party"] for one in drawn]}, pairs=table)
    every = sum(one["pairs"] for one in parties) // 2
    left = every - sum(box["pairs"] for box in boxes) // 2
    notes = [
        said("shared.blank", lang),
        said("shared.cut", lang, shown=len(drawn), rest=len(rest), pairs=left) if rest else "",
    ]
    most = f"{max(one['most'] for one in parties) * 100:.0f}%"
    described = said("shared.described", lang, title=title, count=len(parties), pairs=every, most=most)
    chart = _chart(boxes, _named(sorted(one["party"] for one in drawn), lang), lang)
    return finished(chart, title=title, notes=notes, description=described, width=max(_BOX * len(drawn) + 200, 420))


def _party(by: str, end: str) -> str:
    """What a report or organ is known by: the signs that keep its parts apart are taken out of them."""
    organ, name = (f"replace(coalesce({end}_{one}, ''), '\x1f', ' ')" for one in ("organ", "name"))
    return _PARTY[by].format(end=end, organ=organ, name=name)


def _require_relations(table: "pa.Table") -> None:
    strange = {str(one) for one in table.column("relation").unique().to_pylist()} - {one.value for one in Relation}
    if strange:
        listed, other = ", ".join(Relation), quoted(min(strange))
        raise UsageError(
            f"列 relation 只能是 {listed}，不能是{other}", f"column relation must be one of {listed}, not {other}"
        )


def _named(parties: list[str], lang: Lang) -> dict[str, str]:
    """What each is called: organ and year; where two would be called alike, with a number."""
    named: dict[str, str] = {}
    for party in parties:
        organ, year, name = party.split("\x1f")
        words = " ".join(filter(None, (organ_word(organ or name, said("unknown_organ", lang)), year)))
        alike = sum(one == words or one.startswith(f"{words} (") for one in named.values())
        named[party] = f"{words} ({alike + 1})" if alike else words
    return named


def _chart(boxes: Rows, named: Mapping[str, str], lang: Lang) -> Any:  # noqa: ANN401  a chart of altair
    alt = altair()
    for box in boxes:
        relation = "other_relation" if box["relation"] == "other" else box["relation"]
        box |= {"one": named[box["one"]], "other": named[box["other"]], "relation": said(f"shared.{relation}", lang)}
    order = list(named.values())
    scale = alt.Scale(domain=order)
    base = alt.Chart(data(boxes)).encode(
        x=alt.X(
            "other:N", title=None, scale=scale, axis=alt.Axis(orient="top", labelAngle=-60, labelLimit=170, grid=True)
        ),
        y=alt.Y("one:N", title=None, scale=scale, axis=alt.Axis(labelLimit=240, grid=True)),
        tooltip=[
            alt.Tooltip("one:N", title=said("shared.report", lang)),
            alt.Tooltip("other:N", title=said("shared.other", lang)),
            alt.Tooltip("share:Q", title=said("shared.share", lang), format=".0%"),
            alt.Tooltip("passages:Q", title=said("shared.passages", lang)),
            alt.Tooltip("relation:N", title=said("shared.relation", lang)),
        ],
    )
    shades = alt.Scale(domain=[0, 1], scheme="viridis", reverse=True)
    legend = alt.Legend(title=said("shared.share", lang), format=".0%", orient="bottom", gradientLength=180)
    layers = [base.mark_rect(stroke="white").encode(color=alt.Color("share:Q", scale=shades, legend=legend))]
    wide = _BOX
    if len(order) <= _WORDS_UP_TO:
        wide = _BOX + 10
        ink = alt.condition("datum.share > 0.55", alt.value("white"), alt.value(INK))
        layers.append(base.mark_text(fontSize=10).encode(text=alt.Text("share:Q", format=".0%"), color=ink))
    return alt.layer(*layers).properties(width=wide * len(order), height=wide * len(order))
