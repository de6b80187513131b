"""What each event of a request does to its term, by the law of the day of receipt.

Supplements, consultations, payments and reasons come in pairs: something is asked, and something comes. Between the two
the term stands still, or from the second it runs anew, or the law says neither.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import attrs
import pendulum

from govdisclosure.law import Evidence, cite, parameter
from govdisclosure.law.deadlines import Pause, Step
from govdisclosure.model.request import ANSWERS, RequestEvent, RequestEventKind
from govdisclosure.register.terms.choices import Choice, Option
from govdisclosure.register.terms.running import Effect, Running, need
from govdisclosure.register.terms.supplements import supplements

__all__ = ["effects_of"]

_E = RequestEventKind
_FEE = "handling-fee-2020:6"
_DOING = {
    _E.THIRD_PARTY_CONSULTED: ("征求第三方意见", "consulting a third party"),
    _E.ORGAN_CONSULTED: ("征求其他机关意见", "consulting another organ"),
    _E.CO_MAKER_CONSULTED: ("征求共同制作机关意见", "consulting a co-maker"),
    _E.FEE_NOTICED: ("等待缴费", "waiting for payment"),
    _E.REASONS_ASKED: ("等待说明理由", "waiting for reasons"),
}


def effects_of(running: Running) -> Iterator[Effect]:
    """The effects of all events but extensions and postponements, which depend on the date that these give.

    Args:
        running: The request.

    Raises:
        UndeterminedError: The register lacks a day that the date depends on.
    """
    yield from supplements(running)
    yield from _consultations(running)
    yield from _fees(running)
    yield from _reasons(running)


class _Law(NamedTuple):
    """What the law says of a time between asking and answering."""

    basis: str
    evidence: Evidence
    """How well it is known that the term stands still."""
    settled: bool
    """Whether the text, if it is known, says so."""
    limit: str | None = None
    """The term for answering."""


def _law(running: Running, kind: RequestEventKind) -> _Law:
    if kind is _E.THIRD_PARTY_CONSULTED:
        # 2019 Art 33 para 3, and Art 24 of 2007, which sets the third party no term.
        limit = "third_party.term" if running.is_new else None
        basis = "regulation-2019:33p3" if running.is_new else "regulation-2007:24"
        return _Law(basis, Evidence.SOURCE, settled=True, limit=limit)
    if kind is _E.ORGAN_CONSULTED:
        if running.is_new:
            return _Law("regulation-2019:33p3", Evidence.SOURCE, settled=True)
        return _Law("regulation-2019:33p3", Evidence.INFERENCE, settled=False)
    # Art 34 stands beside Art 33 and does not say that the time of asking a co-maker is not counted.
    return _Law("regulation-2019:34", Evidence.INFERENCE, settled=False, limit="co_maker.term")


def _consultations(running: Running) -> Iterator[Effect]:
    for asked, came in _consulted(running):
        yield _standing(running, asked, need(came) if came else None, _law(running, asked.kind))


def _consulted(running: Running) -> Iterator[tuple[RequestEvent, RequestEvent | None]]:
    """Each consultation with its answer."""
    passages = running.history.passages[: len(running.events)]
    asked = {passage.index: passage.event for passage in passages if passage.event.kind in ANSWERS.values()}
    answers: dict[int, RequestEvent] = {}
    before: Sequence[int | None] = ()
    for passage in passages:
        now = [one.index for one in passage.after.open]
        if passage.event.kind in ANSWERS:
            answers |= {index: passage.event for index in before if index is not None and index not in now}
        before = now
    for index, event in asked.items():
        yield event, answers.get(index)


def _fees(running: Running) -> Iterator[Effect]:
    for noticed, paid in running.pairs(_E.FEE_NOTICED, _E.FEE_PAID):
        law = _fee_law(running, noticed or paid)
        effect = _standing(running, noticed, need(paid) if paid else None, law) if noticed else Effect()
        on = need(paid) if paid else running.until
        if on is None or not law.settled:
            yield effect
            continue
        zh, en = f"期限自缴费次日起重新计算（{on}缴费）", f"the term runs anew from the day after payment, {on}"
        anew = Option(start=on, zh=zh, en=en, cites=(cite(_FEE),), evidence=Evidence.MEMORY)
        runs = Option(zh="缴费前没有收费通知，不影响期限", en="a payment without a notice does not move the term")
        before = effect.choice.options if effect.choice else (runs,)
        words = ("通知缴费至缴费的时间不计入", "the time from notice to payment does not count")
        if len(before) == 1 and before[0].pauses:
            before = (attrs.evolve(before[0], zh=words[0], en=words[1]),)
        yield attrs.evolve(effect, choice=Choice((*before, anew)))


def _fee_law(running: Running, event: RequestEvent | None) -> _Law:
    """The measures of 2020 are remembered to restart the term; before them no provision moved it for a fee."""
    if event and event.on and cite(_FEE).instrument.holds_on(event.on):
        return _Law(_FEE, Evidence.MEMORY, settled=True, limit="handling_fee.payment")
    basis = "regulation-2019:42" if running.is_new else "regulation-2007:27"
    return _Law(basis, Evidence.INFERENCE, settled=False)


def _reasons(running: Running) -> Iterator[Effect]:
    for asked, given in running.pairs(_E.REASONS_ASKED, _E.REASONS_GIVEN):
        if asked is not None:
            law = _Law("regulation-2019:35", Evidence.INFERENCE, settled=False)
            yield _standing(running, asked, need(given) if given else None, law)


def _standing(running: Running, asked: RequestEvent, ended: pendulum.Date | None, law: _Law) -> Effect:
    """A time between asking and answering, in which the term stands still, or may."""
    first, by = need(asked), cite(law.basis)
    zh, en = _DOING[asked.kind]
    out = ended is None and not running.closed
    last = ended or running.until
    if last is None:
        say = Step(on=first, zh=f"{first}{zh}，未见结束", en=f"{en} since {first}, no end on record", cite=by)
        if not (law.settled and out):
            return Effect(steps=(say,))
        pause = Pause(first=first, cite=by, zh=zh, en=en)
        return Effect(choice=Choice((Option(pauses=(pause,), evidence=law.evidence),)), open_since=first)
    capped = _capped(running, first, last, law)
    runs = Option(zh=f"{zh}的时间计入期限", en=f"the time of {en} counts")
    # An answer that never came cannot excuse any delay: then the time may count as well.
    unanswered = ended is None and not out and law.limit is None
    options = [*((runs,) if unanswered or not law.settled else ())]
    for end in capped:
        until_zh, until_en = f"{zh}的时间不计入（至{end}）", f"the time of {en} does not count (to {end})"
        if end is not capped[-1]:
            until_zh = f"{zh}的时间不计入，至答复期限届满之日{end}为止"
            until_en = f"the time of {en} does not count, up to {end}, the end of the term for answering"
        evidence = law.evidence if end is capped[0] else Evidence.INFERENCE
        pause = Pause(first=first, last=end, cite=by, zh=zh, en=en)
        options.append(Option(pauses=(pause,), zh=until_zh, en=until_en, cites=(by,), evidence=evidence))
    if len(options) == 1:
        options = [attrs.evolve(options[0], zh="", en="")]
    still = out and law.settled and len(capped) == 1
    steps = (_waiting(first, last, (zh, en), law),) if still else ()
    return Effect(choice=Choice(tuple(options)), steps=steps, open_since=first if still else None)


def _capped(running: Running, first: pendulum.Date, last: pendulum.Date, law: _Law) -> tuple[pendulum.Date, ...]:
    """The days to which the time may count: that of the answer, and before it the end of the term for answering."""
    days = parameter(law.limit).at(first).value if law.limit and _sets(law.limit, first) else None
    end = running.after(first, days) if isinstance(days, int) else last
    return (end, last) if end < last else (last,)


def _sets(name: str, day: pendulum.Date) -> bool:
    return any(value.holds_on(day) for value in parameter(name).values)


def _waiting(first: pendulum.Date, last: pendulum.Date, words: tuple[str, str], law: _Law) -> Step:
    zh = f"{first}{words[0]}，截至{last}未结束：期限停止计算，此处按{last}结束暂算"
    en = (
        f"{words[1]} since {first}, not over by {last}: the term stands still; the date here is as if it ended that day"
    )
    return Step(on=first, zh=zh, en=en, cite=cite(law.basis))
