"""The organ's own books beside its report: what its register or catalogue comes to in the report's year."""

from collections.abc import Iterator, Sequence

import attrs
import pendulum

from govdisclosure.law import first_report_year
from govdisclosure.law.provision import Citation
from govdisclosure.model.agency import Agency
from govdisclosure.model.edition import Edition
from govdisclosure.model.forms import TableName
from govdisclosure.model.register import Catalogue, Register
from govdisclosure.model.report import AnnualReport
from govdisclosure.model.request import RequestEventKind
from govdisclosure.register.tables.booking import Uncounted
from govdisclosure.register.tables.compiling import Compiled
from govdisclosure.register.tables.compiling import compile as compiled_of
from govdisclosure.rules.answers import before_duty, year_unknown
from govdisclosure.rules.citing import accuracy
from govdisclosure.rules.organs import Kinship, kinship
from govdisclosure.rules.outcome import Kind, Message
from govdisclosure.rules.rule import Finding
from govdisclosure.text.display import cut, one_line

__all__ = ["BOOKS", "Book", "Match", "book", "comparable", "entry_words", "incomparable", "left_out", "not_kept"]

BOOKS: dict[TableName, Message] = {
    TableName.PROACTIVE: Message("目录", "the catalogue"),
    TableName.REQUESTS: Message("申请登记簿", "the register of requests"),
    TableName.REMEDIES: Message("复议诉讼登记簿", "the register of cases"),
}
"""What the entries behind each table are called."""

_FEW, _LONGEST, _LATEST, _ALL = 5, 40, 9998, 1 << 60
# Where the form puts these is inferred from its labels (register.requests_booked).
_INFERRED = (RequestEventKind.WITHDRAWN, RequestEventKind.TRANSFERRED)


@attrs.frozen(kw_only=True)
class Match:
    """How far a report and the organ's own entries may be compared.

    Attributes:
        renamed: What a message adds where the organ's name differs; then nothing is certain.
        young: Whether the entries begin in the report's year: what was carried in may be missing.
        lost: How many rows of the file could not be read and were left out.
    """

    renamed: Message = attrs.field(factory=lambda: Message("", ""))
    young: bool = False
    lost: int = 0


@attrs.frozen(kw_only=True)
class Book:
    """What the entries behind one table come to.

    Attributes:
        table: The table.
        compiled: What they come to.
        match: How far the report and the entries may be compared.
        inferred: How many of the year's entries stand where they do by inference; a difference no greater than that
            need not be one.
    """

    table: TableName
    compiled: Compiled
    match: "Match"
    inferred: int = 0

    @property
    def uncounted(self) -> tuple[Uncounted, ...]:
        """Entries of the year that stand in no cell."""
        return tuple(one for one in self.compiled.uncounted if one.table is self.table)

    def settled(self, difference: int) -> bool:
        """Whether a difference must be one: nothing was left out, and nothing inferred or older can be why.

        Args:
            difference: By how much the published figure is greater.
        """
        older = self.match.young and difference > 0
        return self.whole and not older and abs(difference) > self.inferred

    @property
    def whole(self) -> bool:
        """Whether every entry of the organ is surely counted."""
        return not (self.uncounted or self.match.renamed.zh or self.match.lost)

    @property
    def note(self) -> Message:
        """What a message adds: another name of the organ, entries that begin in the year, entries that are left out."""
        out, name, named = left_out(self.uncounted), self.match.renamed, BOOKS[self.table]
        young_zh = f"{named.zh}自本年起，以前年度结转的可能不在其中。" if self.match.young else ""
        young_en = f"{named.en} begins in that year and may lack what came before. " if self.match.young else ""
        lost_zh = f"文件有{self.match.lost}行没有读入。" if self.match.lost else ""
        lost_en = f"{self.match.lost} rows of the file were left out. " if self.match.lost else ""
        return Message(f"{out.zh}{lost_zh}{name.zh}{young_zh}", f"{out.en}{lost_en}{name.en}{young_en}")


def comparable(
    report: AnnualReport, source: Register | Catalogue, subject: str, cites: tuple[Citation, ...]
) -> Match | Finding:
    """How far a report and the organ's own entries may be compared; the finding that says why where they may not.

    Args:
        report: The report.
        source: The register or catalogue.
        subject: The subject of the finding that says why not.
        cites: What it rests on.
    """
    if report.year is None or report.year > _LATEST:
        return year_unknown(subject, cites)
    if report.year < first_report_year():
        return before_duty(report.year, subject, cites)
    named, year = ("目录", "catalogue") if isinstance(source, Catalogue) else ("登记簿", "register"), report.year
    kin = _kin(report.agency, source.agency)
    if kin is Kinship.OTHER and report.agency is not None and source.agency is not None:
        zh = f"{named[0]}是{source.agency.name}的，报告是{report.agency.name}的，未作比较"
        en = f"the {named[1]} is that of {source.agency.name}, the report by {report.agency.name}: not compared"
        return Finding(kind=Kind.NOT_APPLICABLE, message=Message(zh, en), cites=cites, subject=subject)
    days = sorted({day.year for day in _days(source)})
    if days and not days[0] <= year <= days[-1]:
        span = f"{days[0]}" if days[0] == days[-1] else f"{days[0]}—{days[-1]}"
        zh = f"{named[0]}所记为{span}年，报告为{year}年度，未作比较"
        en = f"the {named[1]} is on {span.replace('—', '-')}, the report on {year}: not compared"
        return Finding(kind=Kind.NOT_APPLICABLE, message=Message(zh, en), cites=cites, subject=subject)
    young, lost = bool(days) and days[0] == year, sum(not fault.kept for fault in source.faults)
    if kin is Kinship.RENAMED and report.agency is not None and source.agency is not None:
        zh = f"{named[0]}与报告的机关名称不同（{source.agency.name}、{report.agency.name}）。"
        en = f"The {named[1]} and the report name different organs ({source.agency.name}, {report.agency.name}). "
        return Match(renamed=Message(zh, en), young=young, lost=lost)
    return Match(young=young, lost=lost)


def incomparable(report: AnnualReport, source: Register | Catalogue) -> Message | None:
    """Why a register or a catalogue is not that of the report's organ and year; ``None`` where it is, or may be."""
    why = comparable(report, source, "", accuracy(report.year))
    return why.message if isinstance(why, Finding) and why.kind is Kind.NOT_APPLICABLE else None


def _kin(one: Agency | None, two: Agency | None) -> Kinship:
    return Kinship.SAME if one is None or two is None else kinship(two, one)


def _days(source: Register | Catalogue) -> Iterator[pendulum.Date]:
    if isinstance(source, Catalogue):
        found = ((item.made_on, item.published_on) for item in source.items)
        yield from (day for pair in found for day in pair if day is not None)
        return
    told = [one.events for one in source.requests or ()], [one.events for one in source.cases or ()]
    yield from (event.on for events in told[0] for event in events if event.on is not None)
    yield from (event.on for events in told[1] for event in events if event.on is not None)


def book(
    report: AnnualReport, table: TableName, source: Register | Catalogue, match: Match, edition: Edition | None = None
) -> Book | None:
    """What the entries behind a table come to in the report's year; ``None`` where there are no such entries.

    Args:
        report: The report.
        table: The table.
        source: The register, or for table two the catalogue.
        match: What :func:`comparable` said.
        edition: The form; that of the published table, or of the year.
    """
    requests = source.requests if isinstance(source, Register) and table is TableName.REQUESTS else None
    cases = source.cases if isinstance(source, Register) and table is TableName.REMEDIES else None
    items = source.items if isinstance(source, Catalogue) and table is TableName.PROACTIVE else None
    if report.year is None or (requests is None and cases is None and items is None):
        return None
    # A request that was answered anew after a case counts once: the cases say which.
    contested = source.cases if isinstance(source, Register) else None
    compiled = compiled_of(requests, contested, items, report.year, edition=edition)
    if compiled.statistics[table] is None:
        return None
    inferred = sum(
        any(event.kind in _INFERRED and event.on is not None and event.on.year == report.year for event in one.events)
        for one in requests or ()
    )
    return Book(table=table, compiled=compiled, match=match, inferred=inferred or (_ALL if compiled.notes else 0))


def not_kept(table: TableName, subject: str, cites: tuple[Citation, ...]) -> Finding:
    """That there are no entries behind a table."""
    named = BOOKS[table]
    message = Message(
        f"没有给出可编制本表的{named.zh}，未作比较", f"no entries for this table ({named.en}): not compared"
    )
    return Finding(kind=Kind.NOT_APPLICABLE, message=message, cites=cites, subject=subject)


def left_out(uncounted: Sequence[Uncounted]) -> Message:
    """What a message adds about entries that could not be counted; empty where there are none."""
    if not uncounted:
        return Message("", "")
    ids = entry_words([one.entry for one in uncounted])
    return Message(
        f"另有{len(uncounted)}条不能计入（{ids.zh}），补全后再比。",
        f"{len(uncounted)} entries could not be counted ({ids.en}): complete them first. ",
    )


def entry_words(ids: Sequence[str]) -> Message:
    """The numbers of the first few entries."""
    first = [cut(one_line(one), _LONGEST) for one in ids[:_FEW]]
    zh, en, more = "、".join(first), ", ".join(first), len(ids) - len(first)
    return Message(f"{zh}等{len(ids)}条", f"{en} and {more} more") if more else Message(zh, en)
