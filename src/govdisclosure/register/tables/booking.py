"""What an entry of a register comes to when a year is compiled: cells that it adds to, or why it cannot be counted."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

import attrs
import pendulum

from govdisclosure.model.edition import Edition
from govdisclosure.model.forms import Form, TableName

__all__ = ["REASONS", "Booked", "CellKey", "Ledger", "Note", "Reason", "Span", "Uncounted", "booked", "uncounted"]

CellKey: TypeAlias = tuple[str, str]
"""Row and column of a form."""


class Reason(StrEnum):
    """Why an entry cannot be counted."""

    NO_EVENTS = "no_events"
    NO_RECEIPT = "no_receipt"
    TWO_RECEIPTS = "two_receipts"
    NO_APPLICANT_KIND = "no_applicant_kind"
    NO_OUTCOME = "no_outcome"
    NO_CLOSING_DAY = "no_closing_day"
    TWO_CLOSINGS = "two_closings"
    CLOSED_BEFORE_RECEIVED = "closed_before_received"
    DUPLICATE = "duplicate"
    NO_CASE_KIND = "no_case_kind"
    NO_FILING = "no_filing"
    NO_RESULT = "no_result"
    DECIDED_BEFORE_FILED = "decided_before_filed"
    NO_ITEM_KIND = "no_item_kind"
    NO_MAKING_DAY = "no_making_day"
    ENDED_BEFORE_MADE = "ended_before_made"
    PUBLISHED_BEFORE_MADE = "published_before_made"
    NO_AMOUNT = "no_amount"
    NEGATIVE_AMOUNT = "negative_amount"


REASONS: Mapping[Reason, tuple[str, str]] = {
    Reason.NO_EVENTS: (
        "没有办理记录，请补登收到和办理日期",
        "it has no events; enter when it came and what became of it",
    ),
    Reason.NO_RECEIPT: (
        "没有收到日期，无法判断属于哪一年，请补登",
        "it has no day of receipt, so its year is not known",
    ),
    Reason.TWO_RECEIPTS: ("登记了两个不同的收到日期，请核实保留一个", "it has two days of receipt; keep the right one"),
    Reason.NO_APPLICANT_KIND: (
        "没有申请人类型，无法判断计入哪一列，请补登",
        "the kind of applicant is missing, so its column is not known",
    ),
    Reason.NO_OUTCOME: ("已答复但没有答复结果，无法判断计入哪一行，请补登", "it was answered, with no outcome given"),
    Reason.NO_CLOSING_DAY: (
        "已办结但没有办结日期，无法判断属于哪一年，请补登",
        "it was closed, with no day given, so the year is not known",
    ),
    Reason.TWO_CLOSINGS: ("登记了不止一次办结，请核实以哪一次为准", "it was closed more than once; keep the right one"),
    Reason.CLOSED_BEFORE_RECEIVED: (
        "办结日期早于收到日期，请核实",
        "it was closed before it was received; check the days",
    ),
    Reason.DUPLICATE: (
        "编号与另一条相同，请核实是否重复登记",
        "another entry has the same number; is it entered twice?",
    ),
    Reason.NO_CASE_KIND: ("没有写明是复议还是诉讼，请补登", "it is not said whether it is reconsideration or a suit"),
    Reason.NO_FILING: (
        "没有申请或起诉日期，无法判断年末是否在审，请补登",
        "it has no day of filing, so what it was at the end of the year is not known",
    ),
    Reason.NO_RESULT: ("已审结但没有审结结果，请补登", "it was decided, with no result given"),
    Reason.DECIDED_BEFORE_FILED: (
        "审结日期早于申请或起诉日期，请核实",
        "it was decided before it was filed; check the days",
    ),
    Reason.NO_ITEM_KIND: (
        "没有写明信息种类，无法判断是否计入表二，请补登；不属于表二各项的写“其他”",
        "its kind is missing; say what table two counts it as, or that it is none of those",
    ),
    Reason.NO_MAKING_DAY: ("没有生成日期，无法判断属于哪一年，请补登", "it has no day on which it was made"),
    Reason.ENDED_BEFORE_MADE: ("废止或失效日期早于生成日期，请核实", "it ended before it was made; check the days"),
    Reason.PUBLISHED_BEFORE_MADE: (
        "公开日期早于生成日期，请核实",
        "it was published before it was made; check the days",
    ),
    Reason.NO_AMOUNT: ("没有金额，请补登", "it has no amount"),
    Reason.NEGATIVE_AMOUNT: (
        "金额为负数，请核实；退款请与收款合并登记",
        "its amount is negative; set refunds off first",
    ),
}
"""What to do about each, in Chinese and English."""


@attrs.frozen(kw_only=True)
class Uncounted:
    """An entry that concerns the year and stands in no cell.

    Attributes:
        entry: Its ``id``, as the register has it.
        table: The table it belongs in.
        row: The row it would stand in, as far as that is known.
        column: The column it would stand in, likewise.
        reason: Why it cannot be counted.
        zh: The same in words, with what to do; never with names or contents.
        en: The same in English.
    """

    entry: str
    table: TableName
    row: str | None = None
    column: str | None = None
    reason: Reason
    zh: str
    en: str


@attrs.frozen(kw_only=True)
class Note:
    """Something to know about how the figures were counted.

    Attributes:
        zh: In Chinese.
        en: In English.
    """

    zh: str
    en: str


@attrs.frozen(kw_only=True)
class Span:
    """What is counted: a year as far as it is known.

    Attributes:
        year: The year.
        first: Its first day.
        last: Its last day, or the day up to which is counted.
        known: Nothing after this day has happened yet; ``None`` where all that is entered counts.
        edition: The form.
    """

    year: int
    first: pendulum.Date
    last: pendulum.Date
    known: pendulum.Date | None
    edition: Edition

    def __contains__(self, day: object) -> bool:
        """Whether a day is one of its days."""
        return isinstance(day, pendulum.Date) and self.first <= day <= self.last

    def knows(self, day: pendulum.Date | None) -> bool:
        """Whether something of that day, or of an unknown one, can have happened."""
        return day is None or self.known is None or day <= self.known


@attrs.frozen
class Booked:
    """What one entry comes to.

    Attributes:
        cells: The cells that it adds to, and how much.
        reason: Why it cannot be counted; then ``cells`` is empty.
        row: For one that cannot, the row that it would stand in.
        column: Likewise the column.
    """

    cells: tuple[tuple[CellKey, int | Decimal], ...] = ()
    reason: Reason | None = None
    row: str | None = None
    column: str | None = None


def booked(*cells: CellKey) -> Booked:
    """An entry that counts one in each of these cells."""
    return Booked(tuple((cell, 1) for cell in cells))


def uncounted(reason: Reason, row: str | None = None, column: str | None = None) -> Booked:
    """An entry that cannot be counted."""
    return Booked(reason=reason, row=row, column=column)


@attrs.frozen
class Ledger:
    """The sums of one table, and which entries stand behind them.

    Attributes:
        form: The form.
        ids: The ``id`` of every entry of the register, in its order.
        sums: The sum of each cell that is no total.
        behind: Positions in ``ids`` of the entries behind each such cell.
    """

    form: Form
    ids: Sequence[str]
    sums: dict[CellKey, int | Decimal] = attrs.field(factory=dict)
    behind: dict[CellKey, list[int]] = attrs.field(factory=dict)

    def book(self, position: int, entry: Booked) -> None:
        """Add an entry; what adds nothing stands behind nothing."""
        for cell, amount in entry.cells:
            if amount:
                self.sums[cell] = self.sums.get(cell, 0) + amount
                self.behind.setdefault(cell, []).append(position)

    def parts(self, cell: CellKey) -> tuple[CellKey, ...]:
        """The cells that add up to a total; nothing for a cell that is none."""
        sums = (relation for relation in self.form.relations if relation.right == (cell,))
        return next((relation.left for relation in sums), ())

    def value(self, cell: CellKey) -> int | Decimal:
        """The sum of a cell, a total as the sum of its parts."""
        parts = self.parts(cell)
        return sum(map(self.value, parts)) if parts else self.sums.get(cell, 0)

    def entries(self, cell: CellKey) -> tuple[str, ...]:
        """The entries behind a cell, in the order of the register."""
        return tuple(self.ids[position] for position in sorted(set(self._positions(cell))))

    def _positions(self, cell: CellKey) -> Iterator[int]:
        parts = self.parts(cell)
        for part in parts:
            yield from self._positions(part)
        yield from () if parts else self.behind.get(cell, ())
