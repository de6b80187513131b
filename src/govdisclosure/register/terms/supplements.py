"""What a notice to supplement does to the term of a request.

Art 30 of 2019: one notice, within seven working days of receipt; the term runs from the day the supplement arrives. A
notice that came late, or a second time, is not the one the article speaks of, and the term may run on. The Regulation
of 2007 has the applicant asked, and is not known to say more.
"""

from collections.abc import Iterator

from govdisclosure.law import Evidence, cite, parameter
from govdisclosure.law.deadlines import Step
from govdisclosure.model.request import RequestEvent, RequestEventKind
from govdisclosure.register.terms.choices import Choice, Option
from govdisclosure.register.terms.running import Effect, Running, need

__all__ = ["supplements"]

_E = RequestEventKind


def supplements(running: Running) -> Iterator[Effect]:
    """The effects of notices to supplement and of what came on them.

    Args:
        running: The request.

    Raises:
        UndeterminedError: The register lacks the day of a supplement.
    """
    for n, (asked, came) in enumerate(running.pairs(_E.SUPPLEMENT_ASKED, _E.SUPPLEMENTED)):
        if asked is not None and n == 0 and running.is_new and _in_time(running, asked):
            yield _valid_supplement(running, asked, came)
            continue
        on = need(came) if came else running.until
        basis = "regulation-2019:30" if running.is_new else "regulation-2007:21i4"
        reason_zh, reason_en = _doubt(running, asked, n)
        if on is None:
            zh, en = f"{reason_zh}，期限未必重新起算", f"{reason_en}: the term may not run anew"
            yield Effect(steps=(Step(on=asked.on if asked else None, zh=zh, en=en, cite=cite(basis)),))
            continue
        stays = Option(zh=f"{reason_zh}，期限不重新起算", en=f"{reason_en}: the term does not run anew")
        evidence = Evidence.INFERENCE if running.is_new else Evidence.MEMORY
        anew = Option(
            start=on,
            zh=f"期限自收到补正之日{on}重新起算",
            en=f"the term runs anew from the supplement, {on}",
            cites=(cite(basis),),
            evidence=evidence,
        )
        yield Effect(choice=Choice((stays, anew)))


def _in_time(running: Running, asked: RequestEvent) -> bool:
    days = parameter("supplement.notice").at(running.received_on).value
    return isinstance(days, int) and asked.on is not None and asked.on <= running.after(running.received_on, days)


def _valid_supplement(running: Running, asked: RequestEvent, came: RequestEvent | None) -> Effect:
    basis = cite("regulation-2019:30")
    if came is not None:
        on = need(came)
        zh, en = f"{on}收到补正，期限自该日重新起算", f"supplement received on {on}: the term runs anew from that day"
        step = Step(on=on, zh=zh, en=en, cite=basis)
        return Effect(choice=Choice((Option(start=on, cites=(basis,)),)), steps=(step,))
    zh = f"{asked.on}通知补正，未见收到补正：补正到后期限才重新起算"
    en = f"asked on {asked.on} to supplement, nothing has arrived: the term runs anew when it does"
    until = running.until
    options = None
    if until is not None:
        zh, en = f"{zh}，此处按{until}收到暂算", f"{en}; the date here is as if it arrived on {until}"
        options = Choice((Option(start=until, cites=(basis,)),))
    step = Step(on=asked.on, zh=zh, en=en, cite=basis)
    return Effect(choice=options, steps=(step,), open_since=None if running.closed else asked.on)


def _doubt(running: Running, asked: RequestEvent | None, n: int) -> tuple[str, str]:
    if asked is None:
        return "登记了收到补正而没有补正通知", "a supplement without a recorded notice"
    if not running.is_new:
        return (
            "收到申请时施行的条例没有规定补正后重新起算",
            "the Regulation of the day does not say that a supplement restarts the term",
        )
    if n:
        return (
            f"{asked.on or ''}再次通知补正（补正通知应一次性作出）",
            f"a second notice to supplement {asked.on or ''} (there is one)",
        )
    if asked.on is None:
        return (
            "补正通知没有日期，是否在7个工作日内不明",
            "the notice to supplement has no day, it may have been too late",
        )
    return f"{asked.on}才通知补正，超过7个工作日", f"the notice to supplement of {asked.on} came after 7 working days"
