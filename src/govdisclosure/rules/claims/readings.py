"""What the figures of the prose say of the statutory tables: for each kind of claim, the sums of cells it may mean."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

import attrs

from govdisclosure.model.forms import APPLICANTS, Form, TableName
from govdisclosure.model.report import AnnualReport, Claim, ClaimKind, ClaimScope
from govdisclosure.model.statistics import Grid
from govdisclosure.rules.outcome import Message
from govdisclosure.rules.rule import BlankIs
from govdisclosure.rules.tables import cell_value, zeros

__all__ = ["Comparison", "Reading", "compare", "compared", "mismatches", "readings"]

_ORGANISATIONS = tuple(c.key for c in APPLICANTS if c.key not in {"natural_person", "total"})


@attrs.frozen
class Reading:
    """One lawful meaning of a claim: cells that add up to it.

    Attributes:
        table: The table.
        cells: Cells as (row, column).
        zh: What they are together, in Chinese.
        en: The same in English.
    """

    table: TableName
    cells: tuple[tuple[str, str], ...]
    zh: str
    en: str


@attrs.frozen
class Comparison:
    """A claim beside the tables.

    Attributes:
        claim: The claim.
        sums: Each reading with its sum; ``None`` where a cell of it is no number.
        zeros: For each reading, what a message says where its sum owes something to a blank.
    """

    claim: Claim
    sums: tuple[tuple[Reading, int | None], ...]
    zeros: tuple[Message, ...]
    loose: tuple[Reading, ...] = ()
    """Readings that the words around the claim speak against, and that give the stated value."""
    alone: bool = True
    """Whether the text states no other value of the kind: two that differ may be two parts."""

    @property
    def agrees(self) -> bool:
        """Whether one lawful reading gives the stated value."""
        return any(total == self.claim.value for _, total in self.sums)

    @property
    def note(self) -> Message:
        """What the verdict owes to blanks that count as zero: where no agreeing reading does without, or any of all."""
        notes = [
            note
            for (_, total), note in zip(self.sums, self.zeros, strict=True)
            if not self.agrees or total == self.claim.value
        ]
        said = [note for note in notes if note.zh]
        return said[0] if said and (not self.agrees or len(said) == len(notes)) else Message("", "")

    @property
    def is_open(self) -> bool:
        """Whether no reading agrees, and one could not be worked out."""
        return not self.agrees and any(total is None for _, total in self.sums)


def compare(report: AnnualReport, blank_is: BlankIs) -> Iterator[Comparison]:
    """Each exact figure of the prose that the tables have too.

    A figure said of a part is no figure of a table. Where another of its kind agrees, one that does not is left alone:
    it may be a part of that, or CLM103 names the two.
    """
    for kind in ClaimKind:
        found = [c for c in (compared(report, claim, blank_is) for claim in report.stating(kind)) if c is not None]
        alone = len({comparison.claim.value for comparison in found}) <= 1
        settled = any(comparison.agrees for comparison in found)
        for comparison in found:
            if comparison.agrees or not settled:
                yield attrs.evolve(comparison, alone=alone)


def mismatches(report: AnnualReport, blank_is: BlankIs) -> list[Comparison]:
    """Figures of the prose that no lawful reading of the tables gives."""
    return [comparison for comparison in compare(report, blank_is) if not comparison.agrees and not comparison.is_open]


def compared(report: AnnualReport, claim: Claim, blank_is: BlankIs) -> Comparison | None:
    """An exact figure of the prose beside the tables; nothing for a round one or one of a part, or without a cell."""
    if claim.approximate or claim.scope is ClaimScope.PART:
        return None
    sums = [
        (reading, _sum(grid, reading.cells, blank_is), zeros(blank_is, *((grid, *cell) for cell in reading.cells)))
        for table in TableName
        if (grid := report.statistics[table]) is not None and table is not TableName.ANNEX
        for reading in readings(claim.kind, grid.form)
        if _may_mean(claim, reading)
    ]
    meant = [one for one in sums if _means(report, claim, one[0])]
    if not meant:
        return None
    return Comparison(
        claim,
        tuple((reading, total) for reading, total, _ in meant),
        tuple(note for *_, note in meant),
        loose=tuple(one[0] for one in sums if one[1] == claim.value and one not in meant),
    )


_NEW, _INCLUDING = re.compile(r"新收"), re.compile(r"含|包括|其中")
_NOT_HELD = (("unavailable.not_held", "total"),)


def _may_mean(claim: Claim, reading: Reading) -> bool:
    """信息不存在3件 may be one row of 无法提供, 无法提供3件 is all of them; 新收 is not what was carried in."""
    if claim.kind is ClaimKind.REQUESTS_RECEIVED and ("carried_in", "total") in reading.cells:
        return not _NEW.search(claim.quote) or _INCLUDING.search(claim.quote) is not None
    return reading.cells != _NOT_HELD or "无法提供" not in claim.quote


def _means(report: AnnualReport, claim: Claim, reading: Reading) -> bool:
    """True unless the words or a claim beside it speak against a reading.

    予以公开10件,部分公开2件 counts the two apart; 本机关不掌握4件 names one row of 无法提供.
    """
    if claim.kind is ClaimKind.REQUESTS_GRANTED and ("partly_granted", "total") in reading.cells:
        return not any(_is_beside(report, claim, other) for other in report.stating(ClaimKind.REQUESTS_PARTLY_GRANTED))
    if claim.kind is ClaimKind.REQUESTS_UNAVAILABLE and reading.cells != _NOT_HELD:
        return "无法提供" in claim.quote or "不掌握" not in claim.quote
    return True


def _is_beside(report: AnnualReport, claim: Claim, other: Claim) -> bool:
    """True for a claim that stands on its own, not as a part of the other: behind no 其中 and no bracket."""
    between = report.key[claim.at.end : max(claim.at.end, other.at.end)]
    return other.scope is not ClaimScope.PART and not re.search(r"其中|含|包括|^\s*\(", between)


def _sum(grid: Grid, cells: Sequence[tuple[str, str]], blank_is: BlankIs) -> int | None:
    values = [cell_value(grid, row, column, blank_is) for row, column in cells]
    numbers = [value for value in values if isinstance(value, int)]
    return sum(numbers) if len(numbers) == len(values) else None


@cache
def _rows(form: Form, start: str) -> tuple[str, ...]:
    return tuple(row.key for row in form.rows if row.key == start or row.key.startswith(f"{start}."))


def _requests(form: Form, zh: str, en: str, *rows: str, columns: Sequence[str] = ("total",)) -> Reading:
    cells = tuple((row, column) for start in rows for row in _rows(form, start) for column in columns)
    return Reading(TableName.REQUESTS, cells, zh, en)


def readings(kind: ClaimKind, form: Form) -> tuple[Reading, ...]:
    """The lawful readings of a kind of claim in a form, the plainest first; none where the form does not count it."""
    if form.table is TableName.REQUESTS:
        return _of_requests(kind, form)
    if form.table is TableName.REMEDIES:
        return _of_remedies(kind)
    if form.table is TableName.PROACTIVE:
        return _of_documents(kind, form)
    return ()


def _of_requests(kind: ClaimKind, form: Form) -> tuple[Reading, ...]:
    new = _requests(form, "本年新收", "received this year", "received")
    with_carried = _requests(form, "本年新收与上年结转之和", "received and carried in", "received", "carried_in")
    handled = _requests(form, "办理结果总计", "total handled", "total")
    replied = _requests(
        form, "予以公开至无法提供之和", "granted to unavailable", "granted", "partly_granted", "denied", "unavailable"
    )
    granted = _requests(form, "予以公开", "granted", "granted")
    partly = _requests(form, "部分公开", "partly granted", "partly_granted")
    both = _requests(form, "予以公开与部分公开之和", "granted and partly granted", "granted", "partly_granted")
    found = {
        # 收到、受理、办理 may include what was carried in; 答复 may leave out what was not processed.
        ClaimKind.REQUESTS_RECEIVED: (new, with_carried),
        ClaimKind.REQUESTS_HANDLED: (handled, with_carried, new),
        ClaimKind.REQUESTS_ANSWERED: (handled, replied),
        ClaimKind.REQUESTS_CARRIED_IN: (_requests(form, "上年结转", "carried in", "carried_in"),),
        ClaimKind.REQUESTS_CARRIED_OUT: (_requests(form, "结转下年度", "carried out", "carried_out"),),
        ClaimKind.REQUESTS_GRANTED: (granted, both),
        ClaimKind.REQUESTS_PARTLY_GRANTED: (partly,),
        ClaimKind.REQUESTS_GRANTED_OR_PARTLY: (both,),
        ClaimKind.REQUESTS_DENIED: (_requests(form, "不予公开各项之和", "denied", "denied"),),
        ClaimKind.REQUESTS_UNAVAILABLE: (
            _requests(form, "无法提供各项之和", "unavailable", "unavailable"),
            _requests(form, "本机关不掌握", "not held", "unavailable.not_held"),
        ),
        ClaimKind.REQUESTS_NOT_PROCESSED: (_requests(form, "不予处理各项之和", "not processed", "not_processed"),),
        ClaimKind.REQUESTS_OTHER: (_requests(form, "其他处理", "other handling", "other"),),
    }
    if kind in _COLUMNS:
        zh, en, columns = _COLUMNS[kind]
        return (
            _requests(form, f"本年新收·{zh}", f"received, {en}", "received", columns=columns),
            _requests(
                form, f"新收与结转·{zh}", f"received and carried in, {en}", "received", "carried_in", columns=columns
            ),
        )
    return found.get(kind, ())


_COLUMNS: dict[ClaimKind, tuple[str, str, tuple[str, ...]]] = {
    ClaimKind.REQUESTS_FROM_NATURAL_PERSONS: ("自然人", "natural persons", ("natural_person",)),
    ClaimKind.REQUESTS_FROM_ORGANISATIONS: ("法人或其他组织", "organisations", _ORGANISATIONS),
    ClaimKind.REQUESTS_FROM_COMMERCIAL: ("商业企业", "commercial enterprises", ("commercial",)),
    ClaimKind.REQUESTS_FROM_RESEARCH: ("科研机构", "research institutions", ("research",)),
    ClaimKind.REQUESTS_FROM_PUBLIC_WELFARE: ("社会公益组织", "public-welfare organisations", ("public_welfare",)),
    ClaimKind.REQUESTS_FROM_LEGAL_SERVICE: ("法律服务机构", "legal service institutions", ("legal_service",)),
}
_RESULTS = {
    "": ("total", "总计", "total"),
    "_upheld": ("upheld", "结果维持", "upheld"),
    "_corrected": ("corrected", "结果纠正", "corrected"),
    "_other": ("other", "其他结果", "other result"),
    "_pending": ("pending", "尚未审结", "pending"),
}


def _of_remedies(kind: ClaimKind) -> tuple[Reading, ...]:
    for name, zh, en, rows in (
        ("reconsiderations", "行政复议", "reconsideration", ("reconsideration",)),
        ("lawsuits", "行政诉讼", "litigation", ("litigation_direct", "litigation_after_reconsideration")),
    ):
        column = _RESULTS.get(kind.value.removeprefix(name)) if kind.value.startswith(name) else None
        if column is not None:
            cells = tuple((row, column[0]) for row in rows)
            return (Reading(TableName.REMEDIES, cells, f"{zh}·{column[1]}", f"{en}, {column[2]}"),)
    return ()


def _of_documents(kind: ClaimKind, form: Form) -> tuple[Reading, ...]:
    for row, zh, en in (("rules", "规章", "rules"), ("normative_documents", "规范性文件", "normative documents")):
        if not kind.value.startswith(row):
            continue
        columns = _DOCUMENTS[kind.value.removeprefix(f"{row}_")]
        return tuple(
            Reading(
                TableName.PROACTIVE, ((row, key),), f"{zh}·{form.column(key).label}", f"{en}, {form.column(key).en}"
            )
            for key in columns
            if (row, key) in form
        )
    return ()


_DOCUMENTS = {
    "issued": ("issued", "made", "disclosed"),
    "repealed": ("repealed",),
    "in_force": ("in_force", "total_disclosed"),
}
