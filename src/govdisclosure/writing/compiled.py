"""Compiled tables as JSON values and as text."""

from collections.abc import Iterator
from typing import Any, TypeAlias

from govdisclosure.model.forms import TableName, forms_of
from govdisclosure.model.labels import cell_words, table_title
from govdisclosure.register.compiling import Compiled
from govdisclosure.text.language import Lang
from govdisclosure.text.personal import mask_personal
from govdisclosure.writing.convert import SCHEMA, statistics_to_dict

__all__ = ["compiled_lines", "compiled_to_dict"]

Json: TypeAlias = dict[str, Any]
_SHOWN = 12


def compiled_to_dict(compiled: Compiled) -> Json:
    """Compiled tables as ``govdisclosure register compile --format json`` writes them.

    Args:
        compiled: The tables.

    Returns:
        JSON values only: the tables as in a report, the entries behind every cell that is not empty, and what could not
        be counted.
    """
    return {
        "schema": SCHEMA,
        "agency": compiled.agency and mask_personal(compiled.agency.name),
        "year": compiled.year,
        "edition": compiled.edition.value,
        "last_on": compiled.last.isoformat(),
        "statistics": statistics_to_dict(compiled.statistics),
        "entries": _entries(compiled),
        "carried_in": dict(compiled.carried_in),
        "carried_out": dict(compiled.carried_out),
        "uncounted": [
            {
                "id": mask_personal(one.entry),
                "table": one.table.value,
                "row": one.row,
                "column": one.column,
                "reason": {"zh": one.zh, "en": one.en},
            }
            for one in compiled.uncounted
        ],
        "notes": [{"zh": note.zh, "en": note.en} for note in compiled.notes],
    }


def compiled_lines(compiled: Compiled, lang: Lang) -> Iterator[str]:
    """The tables with their columns aligned, the entries behind each figure, and what could not be counted."""
    zh = lang == "zh"
    for grid in compiled.statistics:
        yield grid.render(lang)
        for row, column in grid.form.cells():
            ids = compiled.entries(grid.table, row, column)
            if "total" not in {row, column} and ids:
                yield f"  {cell_words(grid.form, row, column)[0 if zh else 1]}: {_listed(ids, zh=zh)}"
        yield ""
    for table in (TableName.PROACTIVE, TableName.REQUESTS, TableName.REMEDIES):
        if compiled.statistics[table] is None:
            title = table_title(table)[0 if zh else 1]
            yield f"{title}：没有给出登记簿，未编制（不等于零）" if zh else f"{title}: no register given, not compiled"
    for one in compiled.uncounted:
        yield f"{'未计入' if zh else 'not counted'} {mask_personal(one.entry)}: {one.zh if zh else one.en}"
    for note in compiled.notes:
        yield note.zh if zh else note.en


def _entries(compiled: Compiled) -> Json:
    found: Json = {}
    for table in TableName:
        grid = compiled.statistics[table]
        form = next((form for form in forms_of(table) if form.edition is compiled.edition), None)
        if grid is None or form is None:
            continue
        for row, column in form.cells():
            ids = compiled.entries(table, row, column)
            if ids:
                rows = found.setdefault(table.value, {})
                rows.setdefault(row, {})[column] = [mask_personal(one) for one in ids]
    return found


def _listed(ids: tuple[str, ...], *, zh: bool) -> str:
    shown = ("、" if zh else ", ").join(map(mask_personal, ids[:_SHOWN]))
    more = len(ids) - _SHOWN
    return shown if more <= 0 else f"{shown}{f'等{len(ids)}件' if zh else f' and {more} more'}"
