"""Reports and their outcomes out of tables with the columns of a batch."""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from govdisclosure.analysis.across.collection import Unread
from govdisclosure.analysis.frames import as_arrow
from govdisclosure.analysis.returning.faults import shown as quoted
from govdisclosure.analysis.returning.frames import rows_of_frame, text_of, year_of
from govdisclosure.analysis.scorecard.gathered import Filing
from govdisclosure.batch.arrow import arrow
from govdisclosure.documents.endings import PASSED_OVER
from govdisclosure.errors import UsageError
from govdisclosure.law import cite
from govdisclosure.law.overlay import Overlay
from govdisclosure.law.overlay_files import shipped_overlays
from govdisclosure.law.provision import Citation
from govdisclosure.model.agency import AgencyKind
from govdisclosure.model.count import Count, Printed
from govdisclosure.model.place import CellName, Place
from govdisclosure.rules.outcome import Kind, Level, Message, Outcome
from govdisclosure.text.display import one_line
from govdisclosure.text.personal import mask_personal

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["FRAMES", "filings_of_frames", "rows_of"]

FRAMES = ("reports", "outcomes", "cells")
_NEEDED: Mapping[str, tuple[str, ...]] = {
    "reports": ("name", "status", "organ", "year"),
    "outcomes": ("name", "rule", "kind", "level", "message_zh", "message_en"),
    "cells": ("name", "cell_table", "cell_row", "cell_column", "printed", "value"),
}
_FURTHER: Mapping[str, tuple[str, ...]] = {
    "reports": ("organ_kind", "digest", "crashed_rules", "fault_zh", "fault_en"),
    "outcomes": (
        *("rule_name", "subject", "quote", "char_start", "char_end", "line", "page"),
        *("cell_table", "cell_row", "cell_column", "cites", "facts", "needs", "origin", "fingerprint"),
    ),
    "cells": ("text", "unit", "page", "char_start", "char_end"),
}


def filings_of_frames(
    given: Any,  # noqa: ANN401  tables of several kinds
    rules: frozenset[str],
    *,
    cells: bool,
    years: tuple[int, ...],
) -> tuple[list[Filing], list[Unread], int]:
    """The reports of tables, the documents that could not be read, and how many may be anybody's report.

    Args:
        given: An object or a mapping with ``reports`` and ``outcomes``, and ``cells`` where figures are wanted.
        rules: Codes of the rules whose outcomes are wanted.
        cells: Whether figures are wanted.
        years: Years wanted; all when empty.

    Raises:
        UsageError: A table or a column is missing, a value is none of the known ones, or two reports have one name.
        MissingExtraError: Arrow is not installed.
    """
    frames = {name: given.get(name) if isinstance(given, Mapping) else getattr(given, name, None) for name in FRAMES}
    heads = list(map(_head, rows_of(frames["reports"], "reports", _NEEDED["reports"], _FURTHER["reports"])))
    read = [row for row in heads if row["status"] == "read" and (not years or row["year"] in {None, *years})]
    _require_names(heads)
    wanted = {row["name"] for row in read}
    outcomes = _by_name(frames["outcomes"], "outcomes", wanted, rules)
    figures = _by_name(frames["cells"], "cells", wanted) if cells else {}
    # Tables of one organ leave out what was not read, for nobody knows whose it is: they keep it apart.
    kept = getattr(given, "unread", None)
    lost = heads if kept is None else list(rows_of(kept, "unread", ("name", "status"), _FURTHER["reports"]))
    unread = [
        Unread(mask_personal(str(row["name"])), row["fault_zh"] or "", row["fault_en"] or "")
        for row in lost
        if row["status"] != "read" and not _is_passed_over(row)
    ]
    filings = [_filing(row, outcomes.get(row["name"], []), figures.get(row["name"], [])) for row in read]
    unplaced = getattr(given, "unplaced", None)
    return filings, unread, sum(map(_is_passed_over, heads)) if unplaced is None else unplaced


def _head(row: dict[str, Any]) -> dict[str, Any]:
    """A row of reports, its year a whole number and its organ text, of whatever kind the columns are."""
    try:
        year = year_of(row["year"])
    except ValueError:
        said = quoted(row["year"])
        raise UsageError(f"reports 表的 year “{said}”不是年度", f"year “{said}” of reports is no year") from None
    return {**row, "year": year, "organ": text_of(row["organ"])}


def _is_passed_over(row: Mapping[str, Any]) -> bool:
    """Whether it is of a kind that is not read, such as a picture."""
    return row["status"] != "read" and str(row["fault_en"] or "").startswith(PASSED_OVER)


def rows_of(
    frame: Any,  # noqa: ANN401  a frame of any library
    name: str,
    needed: tuple[str, ...],
    further: tuple[str, ...] = (),
) -> Iterator[dict[str, Any]]:
    """The rows of a frame; columns that may be missing are null then.

    Raises:
        UsageError: There is none, or a column is missing.
    """
    if frame is None:
        raise UsageError(f"缺少 {name} 表", f"the table {name} is missing")
    return (row for _, row in rows_of_frame(frame, name, needed, (*needed, *further)))


def _require_names(heads: list[dict[str, Any]]) -> None:
    seen: set[Any] = set()
    for row in heads:
        if row["name"] is None or row["name"] in seen:
            shown = quoted(row["name"] or "")
            raise UsageError(
                f"reports 表的 name 应有值且不重复：{shown!r}；几批结果合并时请先改名",
                f"the names in the table reports must be there and differ: {shown!r}; rename before joining batches",
            )
        seen.add(row["name"])


def _by_name(
    frame: Any,  # noqa: ANN401  a frame of any library
    name: str,
    wanted: set[Any],
    rules: frozenset[str] | None = None,
) -> dict[str, list[dict[str, Any]]]:
    """Rows by the document they are about, those of other documents and rules left out."""
    if frame is not None and rules is not None:
        frame = _of_rules(as_arrow(frame), rules)
    found: dict[str, list[dict[str, Any]]] = {}
    for row in rows_of(frame, name, _NEEDED[name], _FURTHER[name]):
        if row["name"] in wanted:
            found.setdefault(row["name"], []).append(row)
    return found


def _of_rules(table: "pa.Table", rules: frozenset[str]) -> "pa.Table":
    if "rule" not in table.column_names:
        return table
    import pyarrow.compute as pc  # noqa: PLC0415  an extra

    return table.filter(pc.is_in(table.column("rule"), value_set=arrow().array(sorted(rules), arrow().string())))


def _filing(row: Mapping[str, Any], outcomes: list[dict[str, Any]], cells: list[dict[str, Any]]) -> Filing:
    return Filing(
        organ=None if row["organ"] is None else mask_personal(one_line(row["organ"])),
        year=row["year"],
        source=mask_personal(row["name"]),
        kind=_known(AgencyKind, row["organ_kind"] or AgencyKind.UNKNOWN, "organ_kind"),
        digest=row["digest"] or "",
        outcomes=tuple(_outcome(one) for one in outcomes),
        crashed=tuple(row["crashed_rules"] or ()),
        cells={(one["cell_table"], one["cell_row"], one["cell_column"]): _count(one) for one in cells},
    )


def _outcome(row: Mapping[str, Any]) -> Outcome:
    return Outcome(
        rule=row["rule"],
        name=row["rule_name"] or "",
        kind=_known(Kind, row["kind"], "kind"),
        level=_known(Level, row["level"], "level"),
        message=Message(row["message_zh"] or "", row["message_en"] or row["message_zh"] or ""),
        cites=tuple(_cited(row["cites"] or ())),
        subject=row["subject"] or "",
        at=_place(row),
        quote=row["quote"],
        facts=_facts(row["facts"]),
        needs=tuple(row["needs"] or ()),
        origin=row["origin"],
        fingerprint=row["fingerprint"] or "",
    )


def _place(row: Mapping[str, Any]) -> Place | None:
    if row["char_start"] is None or row["char_end"] is None:
        return None
    cell = None
    if row.get("cell_table") and row.get("cell_row") and row.get("cell_column"):
        cell = CellName(table=row["cell_table"], row=row["cell_row"], column=row["cell_column"])
    return Place(start=row["char_start"], end=row["char_end"], line=row.get("line"), page=row["page"], cell=cell)


def _cited(keys: Iterable[str]) -> Iterator[Citation]:
    for key in keys:
        # A local instrument that does not come with the package is named by the message alone.
        with suppress(UsageError):
            yield shipped[key].cite if key in (shipped := _shipped()) else cite(key)


@cache
def _shipped() -> Mapping[str, Overlay]:
    return {one.id: one for one in shipped_overlays()}


def _facts(text: str | None) -> Mapping[str, object]:
    try:
        found = json.loads(text) if text else {}
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _count(row: Mapping[str, Any]) -> Count:
    printed = _known(Printed, row["printed"], "printed")
    value = row["value"]
    exact = None if value is None else Decimal(str(value))
    if printed is Printed.NUMBER and exact is None:
        printed = Printed.ILLEGIBLE  # the column cannot hold it
    at = _place(row)
    return Count(printed=printed, text=row["text"], value=exact if printed is Printed.NUMBER else None, at=at)


def _known(kind: Any, word: Any, column: str) -> Any:  # noqa: ANN401  a member of the kind
    try:
        return kind(word)
    except (ValueError, TypeError):
        shown, listed = quoted(word), ", ".join(one.value for one in kind)
        raise UsageError(
            f"{column} 列的 {shown!r} 只能是 {listed}", f"{column} {shown!r} must be one of {listed}"
        ) from None
