"""What an extension, or a later day set for a mass of requests, does to the term of a request."""

from collections.abc import Iterator

import pendulum

from govdisclosure.errors import UndeterminedError
from govdisclosure.law import Citation, Evidence, cite, count_workdays, parameter
from govdisclosure.law.deadlines import Step
from govdisclosure.model.request import RequestEvent, RequestEventKind
from govdisclosure.register.terms.choices import Choice, Option
from govdisclosure.register.terms.running import Effect, Running

__all__ = ["extensions", "postponements"]

_E = RequestEventKind


def extensions(running: Running, due: pendulum.Date) -> Iterator[Effect]:
    """The effects of extensions.

    Args:
        running: The request.
        due: When the reply is due without them, under the safe reading.
    """
    limit = parameter("reply.extension").at(running.received_on)
    most = limit.value if isinstance(limit.value, int) else 0
    said = (event for event in running.events if event.kind is _E.EXTENDED)
    for n, event in enumerate(said):
        yield _extension(running, event, due, most, limit.cite, again=n > 0)


def _extension(  # noqa: PLR0913  what an extension depends on
    running: Running, event: RequestEvent, due: pendulum.Date, most: int, by: Citation, *, again: bool
) -> Effect:
    days = _recorded(running, event, due)
    doubt_zh, doubt_en = _doubt(event, due, again=again)
    none = Option(zh=f"{doubt_zh}，不计延长", en=f"{doubt_en}: without the extension")
    if days is None:
        none = Option(
            zh="延长的工作日数没有登记，不计延长", en="the length of the extension is not recorded: without it"
        )
        zh, en = f"按法定最长{most}个工作日延长", f"extended by all the law allows, {most} working days"
        full = Option(extend=most, zh=zh, en=en, cites=(by,), evidence=Evidence.INFERENCE)
        return Effect(choice=Choice((none, full)))
    if not doubt_zh:
        return Effect(choice=Choice((Option(extend=days, cites=(by,)),)))
    zh, en = f"按登记延长{days}个工作日", f"extended by {days} working days as recorded"
    taken = Option(extend=days, zh=zh, en=en, cites=(by,), evidence=Evidence.INFERENCE)
    return Effect(choice=Choice((none, taken)))


def _recorded(running: Running, event: RequestEvent, due: pendulum.Date) -> int | None:
    """Its working days; from the day it set where the register has that instead."""
    if event.days is not None and event.days >= 0:
        return event.days
    if event.days is None and event.until is not None:
        return max(0, count_workdays(due, event.until, calendar=running.calendar, provisional=running.provisional))
    return None


def _doubt(event: RequestEvent, due: pendulum.Date, *, again: bool) -> tuple[str, str]:
    """Why an extension may be of no effect; empty where nothing in the register says so."""
    if again:
        return "登记了不止一次延长", "more than one extension is recorded"
    if event.approved is False:
        return "登记显示延长未经负责人同意", "the head of the disclosure office did not consent to the extension"
    if event.on is None:
        return "延长没有日期，是否在期限内作出不明", "the extension has no day and may have come too late"
    if event.on > due:
        return f"{event.on}才延长，期限已于{due}届满", f"extended on {event.on}, after the term ran out on {due}"
    if event.notified_on is not None and event.notified_on > due:
        told = event.notified_on
        return (
            f"{told}才告知申请人延长，期限已于{due}届满",
            f"the applicant was told on {told}, after the term ran out on {due}",
        )
    return "", ""


def postponements(running: Running, due: pendulum.Date) -> Iterator[Effect]:
    """The effects of later days set under Art 35 of 2019.

    Args:
        running: The request.
        due: When the reply is due without them, under the safe reading.

    Raises:
        UndeterminedError: The register does not have the later day.
    """
    by = cite("regulation-2019:35")
    asked = any(event.kind in {_E.REASONS_ASKED, _E.REASONS_GIVEN} for event in running.events)
    for event in running.events:
        if event.kind is not _E.POSTPONED:
            continue
        if event.until is None:
            zh = "登记了延迟答复，但没有登记确定的答复日期，请补登该日期"
            en = "a postponement is recorded without the later day that was set; add that day"
            raise UndeterminedError(event.kind.value, zh, en)
        until = event.until
        in_time = event.on is not None and event.on <= due
        zh, en = f"按确定的延迟答复日期{until}计", f"the later day that was set holds: {until}"
        if asked and in_time and running.is_new and until >= due:
            yield Effect(
                choice=Choice((Option(until=until, cites=(by,)),)), steps=(Step(on=event.on, zh=zh, en=en, cite=by),)
            )
            continue
        plain = Option(
            zh="延迟答复的条件未全部登记，按一般期限计",
            en="not all that a postponement needs is recorded: the usual term",
        )
        yield Effect(
            choice=Choice((plain, Option(until=until, zh=zh, en=en, cites=(by,), evidence=Evidence.INFERENCE)))
        )
