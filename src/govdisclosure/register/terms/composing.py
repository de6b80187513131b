"""The readings of a request's term, counted one by one and put together into one receipt."""

from collections.abc import Iterable, Iterator, Sequence

import attrs
import pendulum

from govdisclosure.law import Evidence
from govdisclosure.law.counting import Counting
from govdisclosure.law.deadlines import Reading, Receipt, Step, term
from govdisclosure.law.provision import weakest
from govdisclosure.model.request import RequestEventKind
from govdisclosure.register.terms.choices import Option
from govdisclosure.register.terms.running import Effect, Running

__all__ = ["composed", "counted"]


@attrs.frozen(kw_only=True)
class _SetDay(Counting):
    """A term whose last day was set, not counted."""

    set_on: pendulum.Date

    def end(self) -> pendulum.Date:
        """The day that was set."""
        return self.set_on


def counted(running: Running, scenario: Option) -> Receipt:
    """One reading of the term.

    Args:
        running: The request.
        scenario: What its events are taken to do.

    Returns:
        The receipt of the term that runs under it.
    """
    start = scenario.start or running.received_on
    receipt = term(
        "reply",
        start,
        extend=scenario.extend,
        pauses=scenario.pauses,
        calendar=running.calendar,
        provisional=running.provisional,
    )
    if scenario.until is None:
        return receipt
    until = scenario.until
    counting = _SetDay(start=start, amount=0, unit="workdays", calendar=running.calendar, set_on=until)
    zh, en = "确定的延迟答复日期", "the later day that was set"
    reading = Reading(due_on=until, zh=zh, en=en, cites=scenario.cites, evidence=Evidence.SOURCE)
    steps = (
        receipt.steps[0],
        Step(on=until, zh=f"到期日{until}（{zh}）", en=f"due on {until}, {en}", cite=scenario.cites[0]),
    )
    return attrs.evolve(
        receipt,
        due_on=until,
        readings=(reading,),
        steps=steps,
        cites=scenario.cites,
        provisional=False,
        counting=counting,
    )


def composed(running: Running, taken: Sequence[tuple[Option, Receipt]], effects: Iterable[Effect]) -> Receipt:
    """One receipt of all readings; of two with the same date, that with the fewer doubts.

    Args:
        running: The request.
        taken: The readings and what is counted under each, the one with the fewest doubts first.
        effects: What its events do.
    """
    by_day: dict[pendulum.Date, Reading] = {}
    for scenario, receipt in taken:
        for reading in receipt.readings:
            by_day.setdefault(reading.due_on, _reading(scenario, reading))
    readings = tuple(sorted(by_day.values(), key=lambda one: one.due_on))
    scenario, safe = min(taken, key=lambda one: one[1].due_on)
    kept = tuple(effects)
    said = sorted((step for effect in kept for step in effect.steps), key=lambda step: step.on or running.received_on)
    waiting = [effect.open_since for effect in kept if effect.open_since]
    return attrs.evolve(
        safe,
        start_on=safe.start_on,
        due_on=readings[0].due_on,
        readings=readings,
        steps=(*said, *safe.steps, *_closed(running)),
        cites=tuple(dict.fromkeys((*safe.cites, *scenario.cites))),
        evidence=weakest((safe.evidence, scenario.evidence)),
        provisional=any(receipt.provisional for _, receipt in taken),
        open_since=min(waiting, default=None),
    )


def _reading(scenario: Option, reading: Reading) -> Reading:
    if not scenario.zh:
        return attrs.evolve(reading, cites=tuple(dict.fromkeys((*reading.cites, *scenario.cites))))
    return Reading(
        due_on=reading.due_on,
        zh=f"{scenario.zh}；{reading.zh}",
        en=f"{scenario.en}; {reading.en}",
        cites=tuple(dict.fromkeys((*reading.cites, *scenario.cites))),
        evidence=weakest((reading.evidence, scenario.evidence)),
    )


def _closed(running: Running) -> Iterator[Step]:
    last = running.events[-1] if running.closed and running.events else None
    if last is not None and last.kind is not RequestEventKind.REPLIED:
        yield Step(
            on=last.on,
            zh="此后不再需要答复，日期仅供核对",
            en="no reply is due after this; the date is there to be checked against",
        )
