"""Reading the tables of a file: which is what, where its headers are, which rows are entries."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import Final

import attrs

from govdisclosure.model.case import Case
from govdisclosure.model.item import Item
from govdisclosure.model.request import Request
from govdisclosure.register.files.about import About, read_about
from govdisclosure.register.files.columns import headers
from govdisclosure.register.files.entries import entry_of
from govdisclosure.register.files.faults import Faults
from govdisclosure.register.files.header import Kind
from govdisclosure.register.files.headings import LOOK, Heading, find_heading
from govdisclosure.register.files.plan import FieldPlan, Plan, plan_of
from govdisclosure.register.files.rows import Row
from govdisclosure.register.files.sheets import Numbered, Sheet
from govdisclosure.register.files.values import Cell, as_text, key_of
from govdisclosure.register.files.words import NOTHING
from govdisclosure.text.suggestions import did_you_mean, nearest

__all__ = ["NOTES", "TOTALS", "Tables"]

_SHEET_WORDS: Final = {
    Kind.CASES: ("复议", "诉讼", "案件", "case"),
    Kind.ITEMS: ("目录", "主动公开", "信息清单", "item", "catalogue"),
    Kind.REQUESTS: ("申请", "request"),
}
"""Words in the name of a sheet that settle what it is where its headers leave it open."""
TOTALS: Final = frozenset({"合计", "总计", "小计", "总数", "共计", "本页合计", "本页小计", "累计", "total", "sum"})
"""What begins a row of sums; a number of an entry that reads so is written after an apostrophe."""
_SUM: Final = re.compile(r"(?:本[页表])?(?:合计|总计|小计|总数|共计|累计|共)\d*[件条项个份]?(?:申请|案件|信息)?")
NOTES: Final = ("注", "说明", "备注", "填表", "制表", "审核人", "单位负责人", "报送", "联系人")
_NOTHING: Final = frozenset(map(key_of, NOTHING))
_SERIAL: Final = "序号"


@attrs.define(kw_only=True, eq=False)
class Tables:
    """What the tables of a file come to.

    Attributes:
        wanted: The kinds of tables to read; others are passed over.
        faults: What could not be read.
        entries: The entries of each kind of table that was there.
        about: What the file says of itself.
        passed: The kinds of tables that were passed over.
    """

    wanted: tuple[Kind, ...]
    faults: Faults = attrs.field(factory=Faults)
    entries: dict[Kind, list[Request | Case | Item]] = attrs.field(factory=dict)
    about: About = attrs.field(factory=About)
    passed: set[Kind] = attrs.field(factory=set)
    _sheets: int = 0

    def read(self, sheet: Sheet) -> None:
        """Read one table."""
        self._sheets += 1
        for fault in sheet.faults:
            self.faults.add(fault.row, fault.zh, fault.en)
        head = list(islice(_filled(sheet.rows), LOOK))
        if not head:
            return
        found = _kind(head, sheet.name)
        if found is None:
            self._without_headers(head, sheet)
            return
        kind, heading = found
        if kind not in self.wanted:
            self.passed.add(kind)
            return
        if sheet.hidden:
            self.faults.add(
                heading.row,
                "隐藏的工作表没有读取；如应计入，请取消隐藏后再读取",
                "a hidden sheet was not read; if it counts, show it and read the file again",
                sheet=sheet.name,
                kept=False,
            )
            return
        self.about = read_about((row for row in head if row[0] < heading.row), self.about)
        noted = self._unknown(heading, kind, sheet.name)
        rows = chain((row for row in head if row[0] > heading.row), _filled(sheet.rows))
        self._entries(rows, plan_of(heading, kind), sheet, noted)

    def _without_headers(self, head: Sequence[Numbered], sheet: Sheet) -> None:
        about = read_about(head, self.about)
        if about == self.about and not sheet.hidden:
            self.faults.add(
                head[0][0],
                "这张工作表里没有认出表头，没有读取；如是说明可不理会，如是登记表请补上表头",
                "no headers were recognised in this sheet and it was not read; ignore this for notes, else add them",
                sheet=sheet.name,
                kept=False,
            )
        self.about = about

    def _unknown(self, heading: Heading, kind: Kind, sheet: str | None) -> dict[int, int]:
        """Note the columns that are not known; for each, which of the faults says so."""
        names = [name for header in headers(kind) for name in (header.zh[0], *header.zh[1:])]
        noted: dict[int, int] = {}
        for index, printed in heading.unknown:
            near = nearest(printed, names)
            zh, en = did_you_mean(near)
            noted[index] = len(self.faults)
            self.faults.add(
                heading.row,
                f"不认识这一列，没有读取{zh or '；全部表头见 docs/registers/headers.md'}",
                f"this column is not known and was not read{en or '; docs/registers/headers.md lists those that are'}",
                column=printed,
                sheet=sheet,
            )
        return noted

    def _entries(self, rows: Iterator[Numbered], plan: Plan, sheet: Sheet, noted: dict[int, int]) -> None:
        unread: dict[int, list[str]] = {index: [] for index in noted}
        entries = self.entries.setdefault(plan.kind, [])
        tail = "" if self._sheets == 1 else f":{self._sheets}"
        rivals = [one for one in _all_fields(plan) if len(one.choices) > 1]
        number_at = next((one.only for one in plan.fields if one.header.field == "id"), None)
        for line, cells in rows:
            if len(cells) < plan.width:
                cells = [*cells, *[None] * (plan.width - len(cells))]  # noqa: PLW2901  the row as wide as its headers
            row = Row(number=line, cells=cells, faults=self.faults, sheet=sheet.name)
            if self._is_apart(row, plan):
                continue
            entries.append(entry_of(row, plan, f"row:{line}{tail}"))
            for index, ids in unread.items():
                text = as_text(cells[index]).strip()
                if text and key_of(text) not in _NOTHING:
                    ids.append(entries[-1].id)
            if rivals:
                rivals = [one for one in rivals if not _differ(row, one)]
            if (line, number_at) in sheet.repeated:
                row.fault(
                    "编号单元格合并了几行，每行各作一条；如是同一条，请并成一行，几个日期用分号隔开",
                    "the number is merged over several rows, each was taken as an entry; if it is one, make it one row",
                )

        for index, ids in unread.items():
            self.faults.concern(noted[index], tuple(ids))

    def _is_apart(self, row: Row, plan: Plan) -> bool:
        """Whether a row is no entry: a sum, the headers once more, a note below the table."""
        first = ""
        for cell in row.cells:
            first = as_text(cell).strip()
            if first:
                break
        # Figures begin most rows, and neither sums nor notes nor headers.
        if first[:1] == "'" or first[:1].isdecimal():
            return False
        key = key_of(first[:LOOK])
        if key in TOTALS or _SUM.fullmatch(key):
            return True
        if ("：" in first or ":" in first) and len({as_text(cell).strip() for cell in row.cells} - {""}) == 1:
            row.fault(
                "这一行不是登记内容（如签名、填表说明），没有采用", "no entry but a note; it was left out", kept=False
            )
            return True
        if first in plan.heading.texts and _again(row, plan):
            return True
        if key.startswith(NOTES) and len({as_text(cell).strip() for cell in row.cells} - {""}) == 1:
            row.fault("这一行是说明，不是登记内容，没有采用", "a note and no entry; it was left out", kept=False)
            return True
        return False


def _again(row: Row, plan: Plan) -> bool:
    """Whether a row is the headers once more, as they are printed at the top of each page."""
    return [as_text(cell).strip() for cell in row.cells[: plan.width]] == list(plan.heading.texts)


def _filled(rows: Iterator[Numbered]) -> Iterator[Numbered]:
    """Rows that are not blank."""
    for number, cells in rows:
        for cell in cells:
            if cell is not None and cell != "" and not (isinstance(cell, str) and cell.isspace()):
                yield number, cells
                break


def _kind(head: Sequence[Numbered], name: str | None) -> tuple[Kind, Heading] | None:
    """What a table is: the kind most of whose headers it has, then by the name of its sheet."""
    found = [(kind, heading) for kind in Kind if (heading := find_heading(head, kind))]
    if not found:
        return None
    low = (name or "").casefold()
    named = next((kind for kind, words in _SHEET_WORDS.items() if any(word in low for word in words)), None)
    return max(found, key=lambda one: (one[1].known, one[0] is named))


def _all_fields(plan: Plan) -> Iterator[FieldPlan]:
    yield from plan.fields
    for event in plan.events:
        yield from event.fields


def _differ(row: Row, field: FieldPlan) -> bool:
    """Whether two columns for one field differ in a row; said once for the table."""
    filled = [
        (column, text)
        for columns in field.choices
        for column in columns[:1]
        if column.printed != _SERIAL and (text := _text(row.cells, column.index))
    ]
    if len({text for _, text in filled}) < 2:  # noqa: PLR2004  two that differ
        return False
    (first, _), (other, _) = filled[0], next(one for one in filled if one[1] != filled[0][1])
    row.fault(
        f"此列与“{first.printed}”填的是同一项而内容不同，自此行起以“{first.printed}”为准；请核对",
        f"says the same as “{first.printed}” and differs; from this row on “{first.printed}” was taken; check them",
        other.printed,
    )
    return True


def _text(cells: Sequence[Cell], index: int) -> str:
    return as_text(cells[index]).strip()
