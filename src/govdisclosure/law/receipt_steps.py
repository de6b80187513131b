"""The steps of a receipt, in the order in which a clerk would take them."""

from collections.abc import Iterator

from govdisclosure.errors import NotInForceError
from govdisclosure.law.dated import DatedValue
from govdisclosure.law.lookup import parameter
from govdisclosure.law.provision import Evidence
from govdisclosure.law.receipt import Pause, Step
from govdisclosure.law.term_plan import Asked, Plan, span

__all__ = ["steps_of"]

_DOUBT = {
    Evidence.MEMORY: (
        "期限凭记忆写入，未见原文，请人工核实",
        "the term is from memory, no text was seen; please check",
    ),
    Evidence.INFERENCE: ("期限系推断，请人工核实", "the term is deduced; please check"),
}


def steps_of(safe: Plan, plans: tuple[Plan, ...], asked: Asked) -> tuple[Step, ...]:
    """How the safe reading comes about, and what is to be known about it.

    Args:
        safe: The safe reading.
        plans: All readings.
        asked: What was asked of the term.
    """
    return (
        *_start(safe),
        *_extension(safe, asked.extend),
        *(_pause(safe, one) for one in sorted(asked.pauses, key=lambda one: one.first)),
        *_end(safe),
        *_remarks(safe, plans),
    )


def _start(safe: Plan) -> Iterator[Step]:
    counting = safe.counting
    rule, length = _rule("period.first_day", safe), span(counting.amount, counting.unit)
    yield Step(
        on=counting.start,
        zh=f"自{counting.start}起算，当日不计入",
        en=f"runs from {counting.start}, which does not count",
        cite=rule.cite if rule else None,
    )
    yield Step(on=None, zh=f"期限{length.zh}", en=f"a term of {length.en}", cite=safe.law.cite)
    if safe.law.evidence in _DOUBT:
        zh, en = _DOUBT[safe.law.evidence]
        yield Step(on=None, zh=zh, en=en)


def _extension(safe: Plan, extend: int) -> Iterator[Step]:
    if not extend:
        return
    unit = "workdays" if safe.counting.unit == "workdays" else "days"
    asked, allowed = span(extend, unit), span(safe.allowed, unit)
    cite = safe.limit.cite if safe.limit else safe.law.cite
    if extend <= safe.allowed:
        yield Step(on=None, zh=f"延长{asked.zh}", en=f"extended by {asked.en}", cite=cite)
        return
    most_zh = f"法定最长{allowed.zh}" if safe.allowed else "未见可以延长的规定"
    most_en = f"the law allows {allowed.en}" if safe.allowed else "no provision allows an extension"
    yield Step(
        on=None,
        zh=f"所称延长{asked.zh}，{most_zh}；稳妥日期按{allowed.zh}计，请人工核实",
        en=f"said to be extended by {asked.en}, {most_en}; the safe date takes {allowed.en}; please check",
        cite=cite,
    )


def _pause(safe: Plan, pause: Pause) -> Step:
    counting = safe.counting
    if pause.last is None:
        return Step(
            on=pause.first,
            zh=f"{pause.first}起{pause.zh}，尚未结束：期限停止计算，到期日随之顺延，此处的日期是不扣除这段时间的日期",
            en=f"{pause.en} since {pause.first}, not over yet: the term stands still and its end moves on; the date "
            "here is the one with nothing taken off for it",
            cite=pause.cite,
        )
    first, last = max(pause.first, counting.start), min(pause.last, safe.due_on)
    working = counting.unit == "workdays"
    days = 0
    if first < last:
        provisional = counting.provisional
        days = counting.calendar.count(first, last, provisional=provisional) if working else (last - first).days
    length = span(int(days), "workdays" if working else "days")
    said = (f"{pause.first}至{pause.last}{pause.zh}", f"{pause.en} from {pause.first} to {pause.last}")
    if not days:
        return Step(
            on=pause.first, zh=f"{said[0]}，不影响期限", en=f"{said[1]}, of no effect on the term", cite=pause.cite
        )
    return Step(
        on=pause.first,
        zh=f"{said[0]}，发出次日至答复之日的{length.zh}不计入（重叠的只扣一次）",
        en=f"{said[1]}: {length.en} from the day after sending to the day of the answer do not count (overlaps once)",
        cite=pause.cite,
    )


def _end(safe: Plan) -> Iterator[Step]:
    counting, due = safe.counting, safe.due_on
    if counting.unit == "workdays":
        counted, still = counting.amount + counting.more, counting.stood_still
        skipped = due.toordinal() - counting.start.toordinal() - counted - still
        zh = f"{due}是第{counted}个工作日，即到期日（其间跳过周末、放假{skipped}天）"
        yield Step(on=due, zh=zh, en=f"{due} is working day {counted}, the last ({skipped} days off skipped)")
        return
    last = counting.last_before_moving()
    if counting.unit != "days":
        rule = _rule("period.month_end", safe)
        zh, en = f"{last}期间届满", f"the period ends on {last}"
        yield Step(on=last, zh=zh, en=en, cite=rule.cite if rule else None)
    if last != due:
        rule = _rule("period.rest_day", safe)
        zh, en = f"{last}是休息日，顺延至{due}", f"{last} is a rest day; the end moves to {due}"
        yield Step(on=due, zh=zh, en=en, cite=rule.cite if rule else None)
    yield Step(on=due, zh=f"到期日{due}", en=f"due on {due}")


def _remarks(safe: Plan, plans: tuple[Plan, ...]) -> Iterator[Step]:
    calendar, due = safe.counting.calendar, safe.due_on
    newer = next((plan.law for plan in plans if plan.law.start > safe.counting.start), None)
    if newer is not None:
        yield Step(
            on=newer.start,
            zh=f"{newer.start}新规定施行时期限尚未届满，按哪一规定计算没有定论，稳妥的是较早的日期",
            en=f"new law came into force on {newer.start}, before the term ran out; which one counts is not settled, "
            "the earlier date is safe",
            cite=newer.cite,
        )
    if any(plan.provisional for plan in plans):
        yield Step(
            on=due,
            zh="涉及放假安排尚未公布（或未收录）的年度，只按周末推算，公布后请重新计算",
            en="reaches a year whose holidays are not known, counted by its weekends alone; count again when announced",
        )
    elif plans[-1].due_on > calendar.settled_until:
        year = calendar.last.year
        yield Step(
            on=due,
            zh=f"{year}年12月29日至31日可能因{year + 1}年放假安排调整，公布后请重新计算",
            en=f"29 to 31 December {year} may still change by the notice for {year + 1}; count again when it is out",
        )


def _rule(name: str, safe: Plan) -> DatedValue | None:
    try:
        return parameter(name).at(safe.counting.start)
    except NotInForceError:
        return None
