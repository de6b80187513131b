"""From entries to the rows of a table: which columns there are, and what stands in them."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final, TypeAlias

import attrs
import pendulum

from govdisclosure.errors import UsageError
from govdisclosure.model.case import Case
from govdisclosure.model.item import Item
from govdisclosure.model.request import Request
from govdisclosure.register.files.columns import ORDER, events_of, headers
from govdisclosure.register.files.escaping import escaped
from govdisclosure.register.files.faults import shown
from govdisclosure.register.files.header import HAPPENED, Header, Kind
from govdisclosure.register.files.order import usual
from govdisclosure.register.files.tables import NOTES, TOTALS
from govdisclosure.register.files.values import key_of
from govdisclosure.text.language import Lang

__all__ = ["MAX_TEXT", "Written", "table_of"]

Written: TypeAlias = "str | int | Decimal | pendulum.Date | None"
"""What is written into a cell: texts are safe already."""
MAX_TEXT: Final = 32_767
"""The longest text that Excel keeps in a cell."""

_BASE: Final[dict[Kind, tuple[str, ...]]] = {
    Kind.REQUESTS: ("id", "applicant.kind", "channel", "submitted.on", "received.on", "replied.on", "replied.outcome"),
    Kind.CASES: ("id", "kind", "request", "filed.on", "accepted.on", "decided.on", "decided.result"),
    Kind.ITEMS: ("id", "title", "made_on", "published_on", "publicity"),
}
"""Columns that are written though nothing stands in them."""
_PAIRS: Final = (
    ("third_party_consulted.party", "third_party_answered.party"),
    ("organ_consulted.party", "organ_answered.party"),
    ("co_maker_consulted.party", "co_maker_answered.party"),
)
"""Columns of which both are needed where one is, or the reader would pair whom the register does not."""
_EVENT_FIELDS: Final = frozenset({"kind", "on", "at"})


def table_of(entries: Sequence[Request | Case | Item], kind: Kind, lang: Lang) -> tuple[list[str], list[list[Written]]]:
    """The headers and rows of a table.

    Args:
        entries: What to write.
        kind: What they are.
        lang: Whether headers and words are Chinese or those of the model.

    Raises:
        UsageError: An entry has something that no column is for, or a text is too long for a cell.
    """
    columns = [header for header in headers(kind) if header.attribute != HAPPENED]
    wanted = set(_BASE[kind])
    rows = []
    for entry in entries:
        row = dict(_cells(entry, kind, lang))
        wanted.update(row)
        rows.append(row)
    for pair in _PAIRS:
        if wanted.intersection(pair):
            wanted.update(pair)
    columns = [header for header in columns if header.field in wanted]
    written = [[row.get(header.field) for header in columns] for row in rows]
    return [header.zh[0] if lang == "zh" else header.field for header in columns], written


def _cells(entry: Request | Case | Item, kind: Kind, lang: Lang) -> Iterator[tuple[str, Written]]:
    """The cells of an entry that are filled, by field."""
    for header in headers(kind):
        if header.event is not None or header.field == ORDER:
            continue
        value = _get(entry, header.field)
        if value is None or value == ():
            continue
        if header.field == "id":
            cell: Written = _short(escaped(value, apart=_reads_apart(value)), header, entry)
        else:
            cell = _many([value] if not isinstance(value, tuple) else list(value), header, lang, entry)
        if not (header.field == "count" and value == 1):
            yield header.field, cell
    if isinstance(entry, Item):
        return
    yield from _event_cells(entry, kind, lang)
    events: Any = entry.events
    if usual(events, kind) != events:
        yield ORDER, ";".join(event.kind.value for event in entry.events)


def _get(entry: object, field: str) -> Any:  # noqa: ANN401  whatever the field holds
    for name in field.split("."):
        entry = getattr(entry, name, None)
    return entry


def _reads_apart(text: str) -> bool:
    """Whether the reader would take a number of an entry for the beginning of a sum or a note."""
    key = key_of(text)
    return key in TOTALS or key.startswith(NOTES) or ":" in text or "：" in text


def _event_cells(entry: Request | Case, kind: Kind, lang: Lang) -> Iterator[tuple[str, Written]]:
    for event, columns in events_of(kind):
        found = [one for one in entry.events if one.kind == event]
        if not found:
            continue
        _require_columns(entry, found, columns)
        for header in columns:
            if header.attribute == HAPPENED:
                continue
            values = [getattr(one, header.attribute) for one in found]
            if header.attribute == "on":
                values = [True if value is None else value for value in values]
            is_pair = header.attribute == "party" and len(found) > 1
            if is_pair or any(value is not None for value in values):
                yield header.field, _many(values, header, lang, entry)


def _require_columns(entry: Request | Case, found: Iterable[Any], columns: Sequence[Header]) -> None:
    known = {header.attribute for header in columns} | _EVENT_FIELDS
    for one in found:
        for field in attrs.fields(type(one)):
            if field.name not in known and getattr(one, field.name) is not None:
                name = f"{one.kind.value}.{field.name}"
                raise UsageError(
                    f"“{shown(entry.id)}”的 {name} 没有对应的列，表格里写不下；请改存为 JSON",
                    f"{shown(entry.id)!r}: there is no column for {name}; write the register as JSON",
                )


def _many(values: Sequence[Any], header: Header, lang: Lang, entry: Request | Case | Item) -> Written:
    """The cell for one value or for several."""
    is_listed = header.values.splits_first
    if len(values) == 1:
        cell = _one(values[0], header, lang, listed=is_listed)
    else:
        mark = "；" if lang == "zh" else "; "
        cell = mark.join(_joined(_one(value, header, lang, listed=is_listed)) for value in values)
    return _short(cell, header, entry)


def _short(cell: Written, header: Header, entry: Request | Case | Item) -> Written:
    """A cell that a spreadsheet keeps whole."""
    if isinstance(cell, str) and len(cell) > MAX_TEXT:
        raise UsageError(
            f"“{shown(entry.id)}”的“{header.zh[0]}”超过 {MAX_TEXT} 字，表格的单元格放不下；请改存为 JSON",
            f"{shown(entry.id)!r}: {header.field} is longer than {MAX_TEXT} signs, more than a cell holds; write JSON",
        )
    return cell


def _joined(cell: Written) -> str:
    if cell is None:
        return ""
    return cell if isinstance(cell, str) else cell.isoformat() if isinstance(cell, pendulum.Date) else str(cell)


def _one(value: Any, header: Header, lang: Lang, *, listed: bool) -> Written:  # noqa: ANN401  any value of the model
    if isinstance(value, bool):
        return ("是" if value else "否") if lang == "zh" else ("yes" if value else "no")
    if value is None or isinstance(value, int | Decimal | pendulum.Date):
        return value
    if value in header.values.words and (isinstance(value, StrEnum) or header.attribute == "outcome"):
        return header.values.words[value][0] if lang == "zh" else str(value)
    return escaped(value, listed=listed)
