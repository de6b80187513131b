"""Compare two reports: copies of one, or one organ's on two years."""

from collections.abc import Iterator
from typing import get_args

import attrs

from govdisclosure import api
from govdisclosure.analysis.difference.cells import cell_changes, table_changes
from govdisclosure.analysis.difference.changes_of_text import Carried, CarriedPassage
from govdisclosure.analysis.difference.claims import claim_changes
from govdisclosure.analysis.difference.difference import Difference, Mode
from govdisclosure.analysis.difference.facts import field_changes, mechanism_changes
from govdisclosure.analysis.difference.remarks import remarks
from govdisclosure.analysis.difference.sections import section_changes
from govdisclosure.analysis.difference.verdicts import judged
from govdisclosure.api import Source
from govdisclosure.errors import UsageError
from govdisclosure.model.report import AnnualReport
from govdisclosure.plugins import Plugins
from govdisclosure.rules.organs import Kinship, kinship
from govdisclosure.rules.outcome import Message
from govdisclosure.rules.years.passages import Overlap, overlap
from govdisclosure.settings.settings import Settings
from govdisclosure.text.personal import mask_personal

__all__ = ["compare_reports"]


def compare_reports(  # noqa: PLR0913  all that a caller may choose
    old: AnnualReport | Source,
    new: AnnualReport | Source,
    *,
    mode: Mode | None = None,
    verdicts: bool = True,
    settings: Settings | None = None,
    plugins: Plugins | None = None,
) -> Difference:
    """Compare two reports.

    Args:
        old: The older report, or the capture that was made first: a report, or what :func:`read` reads one from.
        new: The newer one.
        mode: ``captures`` for two copies of one report: what changed after it was published. ``years`` for one
            organ's reports on two years. ``None`` decides by organ and year; where these do not say, nothing is
            compared and ``not_comparable`` says why. A mode that is given holds, and ``notes`` say what does not fit.
        verdicts: Whether two captures are checked too, and what their change means for the verdicts is said.
        settings: What that check is made with, as for :func:`check`.
        plugins: What other packages add: their readers, and their rules in that check.

    Returns:
        What differs. The same arguments give the same result, and swapped ones the same, swapped.

    Raises:
        UsageError: The mode is another word, or an argument is no source.
        ReadError: As :func:`read`.
        StructureError: One of them is not an annual report.
        MissingExtraError: The format of one of them needs a part that is not installed.
    """
    if mode is not None and mode not in get_args(Mode):
        raise UsageError("mode 只能是 captures 或 years", f"mode must be 'captures' or 'years', not {mode!r}")
    before, after = (one if isinstance(one, AnnualReport) else api.read(one, plugins=plugins) for one in (old, new))
    found = mode or _mode(before, after)
    if isinstance(found, Message):
        return Difference(mode=None, old=before, new=after, not_comparable=_masked(found))
    compared = _captures(before, after) if found == "captures" else _years(before, after)
    if found == "captures" and verdicts:
        compared = attrs.evolve(compared, judged=judged(before, after, settings=settings, plugins=plugins))
    notes = (*remarks(compared), *_doubts(before, after, found))
    return attrs.evolve(compared, notes=tuple(map(_masked, notes)))


_SAY = Message(
    "请用 mode（--mode）指明：captures 同一报告的两个版本，years 两个年度",
    "say mode (--mode): captures (of one report) or years",
)


def _masked(message: Message) -> Message:
    return Message(mask_personal(message.zh), mask_personal(message.en))


def _mode(old: AnnualReport, new: AnnualReport) -> Mode | Message:
    """What the two are, or why that cannot be told."""
    if _same_bytes(old, new):
        return "captures"
    if old.agency is None or new.agency is None:
        return Message(
            f"未能读出机关名称，不能确定两份报告属同一机关，未作比较；确属同一机关的，{_SAY.zh}",
            "an organ's name could not be read, so the two may be by different organs: not compared; if they are "
            f"by one, {_SAY.en}",
        )
    if kinship(old.agency, new.agency) is Kinship.OTHER:
        return Message(
            f"两份报告分属不同机关（{old.agency.name}、{new.agency.name}），未作比较；如系更名或合并，{_SAY.zh}",
            f"the two are by different organs ({old.agency.name}, {new.agency.name}): not compared; if renamed or "
            f"merged, {_SAY.en}",
        )
    if old.year is None or new.year is None:
        return Message(
            f"未能读出报告年度，不能确定是同一份报告还是两个年度，未作比较；{_SAY.zh}",
            f"a report's year could not be read, so these may be one report or two years: not compared; {_SAY.en}",
        )
    return "captures" if old.year == new.year else "years"


def _same_bytes(old: AnnualReport, new: AnnualReport) -> bool:
    return old.source is not None and new.source is not None and old.source.sha256 == new.source.sha256


def _captures(old: AnnualReport, new: AnnualReport) -> Difference:
    return Difference(
        mode="captures",
        old=old,
        new=new,
        identical=_same_bytes(old, new),
        fields=tuple(field_changes(old, new)),
        tables=tuple(table_changes(old, new)),
        cells=tuple(cell_changes(old, new)),
        claims=tuple(claim_changes(old, new)),
        sections=tuple(section_changes(old, new)),
        mechanisms=tuple(mechanism_changes(old, new)),
    )


def _years(old: AnnualReport, new: AnnualReport) -> Difference:
    shared = overlap(new, old)
    return Difference(
        mode="years",
        old=old,
        new=new,
        identical=_same_bytes(old, new),
        fields=tuple(field_changes(old, new, years=True)),
        tables=tuple(table_changes(old, new)),
        cells=tuple(cell_changes(old, new, every=True)),
        claims=tuple(claim_changes(old, new, every=True)),
        sections=tuple(section_changes(old, new, shared=shared, every=True)),
        mechanisms=tuple(mechanism_changes(old, new)),
        carried=_carried(old, new, shared),
    )


def _carried(old: AnnualReport, new: AnnualReport, shared: Overlap) -> Carried:
    passages = (
        CarriedPassage(
            old_at=old.place(run.last_start, run.last_end), new_at=new.place(run.start, run.end), characters=run.size
        )
        for run in shared.passages
    )
    return Carried(characters=shared.total, shared=shared.shared, passages=tuple(passages))


def _doubts(old: AnnualReport, new: AnnualReport, mode: Mode) -> Iterator[Message]:
    """What does not fit the mode, or is not certain."""
    if old.agency is None or new.agency is None:
        yield Message(
            "未能读出机关名称，不能确定属同一机关", "an organ's name was not read: they may be by different organs"
        )
    elif kinship(old.agency, new.agency) is not Kinship.SAME:
        yield Message(
            f"机关名称不同（{old.agency.name}、{new.agency.name}），可能有更名或合并，请人工核实",
            f"the organs' names differ ({old.agency.name}, {new.agency.name}): a change of name or a merger? check",
        )
    years = f"{old.year or '—'}、{new.year or '—'}", f"{old.year or '—'}, {new.year or '—'}"
    if mode == "captures" and old.year != new.year:
        yield Message(
            f"报告年度不同（{years[0]}），按同一份报告比较", f"the years differ ({years[1]}): compared as one report"
        )
    elif mode == "years" and None in {old.year, new.year}:
        yield Message(f"有一份未读出报告年度（{years[0]}）", f"a report's year was not read ({years[1]})")
    elif mode == "years" and (old.year or 0) >= (new.year or 0):
        yield Message(
            f"先给出的报告年度不早于后给出的（{years[0]}），差额按给出的顺序计算",
            f"the report given first is not on an earlier year ({years[1]}); differences are second less first",
        )
    elif mode == "years" and (new.year or 0) - (old.year or 0) > 1:
        yield Message(f"两个年度不相连（{years[0]}）", f"the two years do not follow one another ({years[1]})")
