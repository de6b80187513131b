"""What governs the annual report on a year: regulation, form, contents and due date."""

from typing import TypeAlias

import pendulum

from govdisclosure.errors import NotInForceError, UsageError
from govdisclosure.law.dated import DatedValue
from govdisclosure.law.duty import ReportDue, RequiredContent
from govdisclosure.law.loading import load
from govdisclosure.law.lookup import cite, instruments, parameter
from govdisclosure.law.provision import Citation, Evidence, Instrument
from govdisclosure.law.workdays import published_calendar
from govdisclosure.model.agency import AgencyKind
from govdisclosure.model.report import Edition

__all__ = [
    "edition_for",
    "first_report_year",
    "form_for",
    "local_due",
    "regulation_for",
    "regulations",
    "report_due",
    "required_contents",
]

_LAST_YEAR = 9998

_Note: TypeAlias = tuple[str, str]

_INFERRED: _Note = (
    "条例未点名这类机关，按同类机关的做法推定，请人工核实",
    "the Regulation does not name such an organ; the date is inferred from practice, please check",
)
_REST_DAY: _Note = (
    "法定日期{due}是休息日，未见能否顺延的规定，最迟按下一工作日{next}计",
    "{due} is a rest day and no rule was found on whether the date moves; latest is the next working day, {next}",
)
_UNPUBLISHED: _Note = (
    "{year}年放假安排不在所装日历内，只按周末推算，请人工核实",
    "the holidays of {year} are not in the installed calendar, only weekends were counted; please check",
)
_KIND_UNKNOWN: _Note = (
    "机关类型不明：部门的日期较早，人民政府的日期较晚",
    "kind of organ not known: departments are due on the earlier date, governments on the later",
)


def regulations() -> tuple[Instrument, ...]:
    """The Regulations that ask for annual reports, in the order of the years they govern."""
    found = [made for made in instruments() if made.kind == "regulation" and made.report_years is not None]
    return tuple(sorted(found, key=lambda made: made.report_years or (0, None)))


def first_report_year() -> int:
    """The first year on which a report was due.

    >>> first_report_year()
    2008
    """
    return min(made.report_years[0] for made in regulations() if made.report_years is not None)


def regulation_for(report_year: int) -> Instrument:
    """The Regulation that governs reports on a year.

    Args:
        report_year: The year reported on, not the year of publication.

    Returns:
        The Regulation of 2007 for report years 2008 to 2018, that of 2019 from 2019.

    Raises:
        NotInForceError: There was no duty to report on that year.
    """
    found = [made for made in regulations() if made.governs(report_year)]
    if not found:
        first = first_report_year()
        zh = f"政府信息公开工作年度报告制度自{first}年度起施行，{report_year}年度没有规定"
        raise NotInForceError(zh, f"no duty to report on {report_year}; annual reports start with report year {first}")
    return found[0]


def edition_for(report_year: int) -> Edition:
    """The form that reports on a year must follow.

    Args:
        report_year: The year reported on.

    Returns:
        The edition.

    Raises:
        NotInForceError: There was no duty to report on that year.
    """
    regulation_for(report_year)
    return Edition(str(parameter("report.edition").for_report_year(report_year).value))


def form_for(report_year: int) -> Instrument | None:
    """The national notice that sets the form of reports on a year.

    Args:
        report_year: The year reported on.

    Returns:
        The notice; ``None`` for report years without one (to 2018; the statistics of 2014 are an annex, not a form).

    Raises:
        NotInForceError: There was no duty to report on that year.
    """
    if edition_for(report_year) is Edition.FREE_FORM:
        return None
    return parameter("report.edition").for_report_year(report_year).cite.instrument


def required_contents(report_year: int) -> tuple[RequiredContent, ...]:
    """What reports on a year must contain, in the order of the law.

    Args:
        report_year: The year reported on.

    Returns:
        The contents; ``optional`` marks those that may be left out when there is nothing to report.

    Raises:
        NotInForceError: There was no duty to report on that year.
    """
    regulation_for(report_year)
    return tuple(duty.required for duty in load().contents if duty.governs(report_year))


def report_due(report_year: int, kind: AgencyKind) -> ReportDue:
    """When the report on a year is due.

    Whether a due date moves when it falls on a rest day is settled nowhere, so ``latest`` then is the next working day.

    Args:
        report_year: The year reported on, not the year of publication.
        kind: The kind of organ that reports.

    Returns:
        The safe and the latest date.

    Raises:
        NotInForceError: There was no duty to report on that year.
        UsageError: The year is beyond the calendar.
    """
    regulation_for(report_year)
    if report_year > _LAST_YEAR:
        raise UsageError(f"年度{report_year}超出日历范围", f"report year {report_year} is beyond the calendar")
    named = {one: parameter(f"report.due.{one.value}") for one in AgencyKind if one is not AgencyKind.UNKNOWN}
    rules = {one: found.for_report_year(report_year) for one, found in named.items()}
    days = sorted(_date(report_year, rule.value) for rule in rules.values() if rule.value is not None)
    if kind is AgencyKind.UNKNOWN:
        return _due_of_unknown(days[0], days[-1], rules[AgencyKind.DEPARTMENT])
    rule = rules[kind]
    if rule.value is not None:
        day = _date(report_year, rule.value)
        return _due(day, day, rule.cite, rule.evidence, _note(rule))
    return ReportDue(
        safe=days[0],
        latest=None,
        cite=rule.cite,
        evidence=rule.evidence,
        note_zh="条例未规定这类机关的公布日期，此处为条例规定的最早日期，仅供参照，请查本地通知",
        note_en="the Regulation names no date for such an organ; this is the earliest it names, see local notices",
    )


def local_due(report_year: int, month_day: str, by: Citation, evidence: Evidence) -> ReportDue:
    """When the report on a year is due under a local rule; a day that is a rest day is read as nationally.

    Args:
        report_year: The year reported on.
        month_day: ``MM-DD`` in the year after.
        by: The local instrument.
        evidence: How well it is known.
    """
    day = _date(report_year, month_day)
    return _due(day, day, by, evidence, None)


def _due_of_unknown(first: pendulum.Date, last: pendulum.Date, rule: DatedValue) -> ReportDue:
    if first == last:
        return _due(first, last, rule.cite, rule.evidence, None)
    # Departments and governments stand in different paragraphs of one article.
    article = cite(f"{rule.cite.instrument.id}:{rule.cite.article}")
    return _due(first, last, article, Evidence.INFERENCE, _KIND_UNKNOWN)


def _due(first: pendulum.Date, last: pendulum.Date, by: Citation, evidence: Evidence, note: _Note | None) -> ReportDue:
    latest, published = _next_workday(last)
    notes = [note] if note else []
    if latest != last:
        notes.append(_fill(_REST_DAY, due=last.isoformat(), next=latest.isoformat()))
    if not published:
        notes.append(_fill(_UNPUBLISHED, year=str(last.year)))
    return ReportDue(
        safe=first,
        latest=latest,
        cite=by,
        # A holiday not yet announced may move the latest date, so nothing firm rests on it.
        evidence=evidence if published else Evidence.INFERENCE,
        note_zh="；".join(zh for zh, _ in notes),
        note_en="; ".join(en for _, en in notes),
    )


def _next_workday(day: pendulum.Date) -> tuple[pendulum.Date, bool]:
    """The day itself or the next working day, and whether the calendar of that year is published."""
    calendar, moved = published_calendar(), day
    while not calendar.is_workday(moved, provisional=True):
        moved = pendulum.Date.fromordinal(moved.toordinal() + 1)
    return moved, calendar.covers(day) and calendar.covers(moved)


def _date(report_year: int, month_day: object) -> pendulum.Date:
    month, day = str(month_day).split("-")
    return pendulum.date(report_year + 1, int(month), int(day))


def _note(rule: DatedValue) -> _Note | None:
    return None if rule.evidence is Evidence.SOURCE else _INFERRED


def _fill(note: _Note, **words: str) -> _Note:
    zh, en = note
    return zh.format(**words), en.format(**words)
