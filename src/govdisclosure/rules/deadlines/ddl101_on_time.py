"""DDL101 deadline.publication.on_time — 按期公布 / published in time

What it checks
--------------
The day of publication printed on the page against the day the report was due: 31 March under 2007 Art 31
(report years 2008 to 2018); from report year 2019, 31 January for departments and 31 March for governments
(2019 Art 49). The law is that of the report year, because that is when the duty arose. The last day itself is
in time (usage; 前 read inclusively).

Why
---
It is the one duty whose breach a date alone can show.

Example
-------
>>> import pendulum
>>> from govdisclosure.model.place import Place
>>> from govdisclosure.model.report import AnnualReport, DateMention
>>> from govdisclosure.rules.rule import Question
>>> day = DateMention(on=pendulum.Date(2011, 4, 20), quote="2011-04-20", at=Place(start=0, end=0))
>>> [finding.kind.value for finding in check(Question(report=AnnualReport(year=2010, published=day)))]
['fail']

Not covered
-----------
A day of publication after the day of judgement (DDL103), and earlier days set by local notices,
unless given as an overlay, which is judged apart. The true day of
publication, where the page shows another: pages get a new date when a site moves, so a delay of more than half a year,
or a late page under a report signed in time, is only for review. So is a day that the page does not call that of
publication, or prints differently in two places, and the report of a body that is no administrative organ (a village
committee, a court). From report year 2019, so is that of a township, a subdistrict office, an office within one, or a
zone committee, which 2019 Art 49 does not name; before, 2007 Art 31 bound every organ alike. Whether a due day on a
rest day moves on is settled nowhere: between the two readings it is for review too.

中文说明
--------
查网页写明的公布日期是否在法定期限内：2018年度及以前为次年3月31日；2019年度起，部门为次年1月31日，人民
政府为次年3月31日。这是仅凭日期就能看出是否违反期限的义务。地方通知规定的更早日期，作为地方规定给出时另行核查；网页日期可能因网站迁移而改
变，相差过大、落款在期限内、日期不能确定，或条例没有点名的机关，只请人核实。
"""

from collections.abc import Iterator

import pendulum

from govdisclosure.errors import NotInForceError, UsageError
from govdisclosure.law import ReportDue, report_due
from govdisclosure.law.overlay import Overlay
from govdisclosure.model.agency import AgencyKind
from govdisclosure.model.report import AnnualReport
from govdisclosure.rules.answers import OWN_RULES, before_duty, follows_own_rules, year_unknown
from govdisclosure.rules.citing import deadline
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.rule import Finding, Question, Rule

__all__ = ["RULE", "check"]

_SUBJECT = "published_on"
_REDATED = 183
_UNSURE = Message(
    "网页没有写明这是公布日期，或写有不同的日期",
    "the page does not call it the day of publication, or prints another day too",
)


def check(question: Question) -> Iterator[Finding]:
    """Yield one finding."""
    report = question.report
    if report.year is None:
        yield year_unknown(_SUBJECT, deadline(None))
        return
    try:
        due = report_due(report.year, AgencyKind.UNKNOWN if report.agency is None else report.agency.kind)
    except NotInForceError:
        yield before_duty(report.year, _SUBJECT, deadline(None))
        return
    except UsageError:  # a year beyond the calendar was not read rightly
        yield year_unknown(_SUBJECT, deadline(None))
        return
    yield _finding(question, report.year, due, _SUBJECT)


def locally(question: Question, overlay: Overlay) -> Iterator[Finding]:
    """Yield one finding where the overlay names a day for such an organ."""
    report = question.report
    if report.year is None:
        return
    due = overlay.due_for(report.year, AgencyKind.UNKNOWN if report.agency is None else report.agency.kind)
    if due is not None:
        yield _finding(question, report.year, due, f"{overlay.id}:{_SUBJECT}")


def _finding(question: Question, year: int, due: ReportDue, subject: str) -> Finding:
    report = question.report
    on = report.published_on
    kind, message = _undated(question, due) if on is None else _dated(question, year, on, due)
    return Finding(
        kind=kind,
        message=message,
        cites=(due.cite,),
        subject=subject,
        at=report.published.at if report.published else None,
        quote=report.published.quote if report.published else None,
        evidence=due.evidence,
        facts={"published_on": _iso(on), "due_on": _iso(due.safe), "latest_on": _iso(due.latest)},
        needs=("published_on",) if kind is Kind.OPEN else (),
    )


def _iso(day: pendulum.Date | None) -> str | None:
    return None if day is None else day.isoformat()


def _undated(question: Question, due: ReportDue) -> tuple[Kind, Message]:
    signed, today = question.report.signed_on, question.as_of
    if today is not None and today <= due.safe:
        zh = f"最迟{due.safe}公布（{due.cite.zh}），截至{today}尚未到期"
        return Kind.NOT_APPLICABLE, Message(zh, f"due by {due.safe} ({due.cite.en}); not yet due on {today}")
    if signed is not None and due.latest is not None and signed > due.latest:
        zh = f"未读出公布日期，落款日期{signed}晚于应公布的{due.latest}（{due.cite.zh}），请核实公布日期"
        en = f"no day of publication was read; signed {signed}, though due by {due.latest} ({due.cite.en})"
        return Kind.REVIEW, Message(zh, f"{en}: check when it was published")
    zh = f"未读出公布日期，无法判断是否在{due.safe}前公布（{due.cite.zh}）；请提供公布日期"
    en = f"no day of publication was read; to judge whether it was by {due.safe} ({due.cite.en}), supply it"
    return Kind.OPEN, Message(zh, en)


def _dated(question: Question, year: int, on: pendulum.Date, due: ReportDue) -> tuple[Kind, Message]:
    today = question.as_of
    if today is not None and on > today:
        zh = f"公布日期{on}晚于检查日期{today}，按期与否不作判断（见DDL103）"
        return Kind.NOT_APPLICABLE, Message(zh, f"published {on}, after the day of this check, {today}; see DDL103")
    if on < pendulum.Date(year, 12, 31):
        zh = f"公布日期{on}早于{year}年度结束，按期与否不作判断（见DDL103）"
        return Kind.NOT_APPLICABLE, Message(zh, f"published {on}, before {year} was over; see DDL103")
    return _compared(question.report, on, due)


def _compared(report: AnnualReport, on: pendulum.Date, due: ReportDue) -> tuple[Kind, Message]:
    if on <= due.safe:
        return _in_time(report, on, due)
    if due.latest is None or on <= due.latest:
        return Kind.REVIEW, _between(on, due)
    late = (on - due.latest).days
    zh = f"{on}公布，应在{due.latest}前公布，晚{late}天"
    en = f"published {on}, due by {due.latest}: {late} days late"
    signed = report.signed_on
    if follows_own_rules(report):
        return Kind.REVIEW, Message(f"{zh}；{OWN_RULES.zh}（{due.cite.zh}）", f"{en}; {OWN_RULES.en} ({due.cite.en})")
    if signed is not None and signed <= due.latest:
        zh, en = f"{zh}；但落款日期{signed}在期限内", f"{en}; but signed {signed}, in time"
    elif late > _REDATED:
        zh, en = f"{zh}；相差超过半年", f"{en}; over half a year"
    elif report.published is not None and not report.published.sure:
        zh, en = f"{zh}；{_UNSURE.zh}", f"{en}; {_UNSURE.en}"
    else:
        return Kind.FAIL, Message(f"{zh}，与{due.cite.zh}不符，请人工核实", f"{en} ({due.cite.en}); check")
    zh += f"，网页日期可能因网站迁移而改变，请核实实际公布日期（{due.cite.zh}）"
    return Kind.REVIEW, Message(zh, f"{en}, and pages are re-dated when sites move: check ({due.cite.en})")


def _in_time(report: AnnualReport, on: pendulum.Date, due: ReportDue) -> tuple[Kind, Message]:
    other = report.published.other if report.published else None
    zh, en = f"{on}公布，不晚于{due.safe}", f"published {on}, by {due.safe}"
    if other is not None and (due.latest is None or other > due.latest):
        zh = f"{zh}，但网页另写有{other}，请核实实际公布日期（{due.cite.zh}）"
        return Kind.REVIEW, Message(zh, f"{en}, but the page gives {other} too: check ({due.cite.en})")
    return Kind.PASS, Message(f"{zh}（{due.cite.zh}）", f"{en} ({due.cite.en})")


def _between(on: pendulum.Date, due: ReportDue) -> Message:
    zh = f"{on}公布，晚于{due.safe}"
    en = f"published {on}, after {due.safe}"
    if due.latest is not None:
        zh, en = f"{zh}、不晚于{due.latest}", f"{en} and by {due.latest}"
    why_zh = due.note_zh or "是否逾期取决于期限末日遇休息日是否顺延"
    why_en = due.note_en or "whether that is late depends on whether a due day on a rest day moves on"
    return Message(f"{zh}；{why_zh}，请人工核实（{due.cite.zh}）", f"{en}; {why_en}; check ({due.cite.en})")


RULE = Rule(
    code="DDL101",
    name="deadline.publication.on_time",
    title=Message("按期公布", "published in time"),
    level=Level.ERROR,
    kinds=(Kind.PASS, Kind.FAIL, Kind.REVIEW, Kind.OPEN, Kind.NOT_APPLICABLE),
    cites=("regulation-2007:31", "regulation-2019:49"),
    check=check,
    local=locally,
)
