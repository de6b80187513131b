"""Looking an event up in a transition table, and saying what is wrong where there is no row."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Generic, TypeVar

import attrs
import pendulum

from govdisclosure.law import Evidence
from govdisclosure.model.case import CaseEvent
from govdisclosure.model.request import RequestEvent
from govdisclosure.register.states.names import CaseState, RequestState, name_of
from govdisclosure.register.states.transitions import Fault, FaultKind, K, Track, Transition

__all__ = ["Machine", "Problem", "by_day", "day_faults"]

S = TypeVar("S", RequestState, CaseState)
E = TypeVar("E", RequestEvent, CaseEvent)

_EARLIEST = pendulum.Date(1, 1, 1)
_FEW = 4
"""As many events as a message lists for what else may be recorded."""


@attrs.frozen(kw_only=True)
class Problem:
    """Why an event is not allowed.

    Attributes:
        kind: What is wrong.
        cite: Key of the provision that lets it happen at another time.
        evidence: How well that is known.
        zh: What is wrong and what to do, in Chinese.
        en: The same in English.
    """

    kind: FaultKind
    cite: str | None
    evidence: Evidence
    zh: str
    en: str

    def fault(self, index: int, event: StrEnum, on: pendulum.Date | None, state: StrEnum) -> Fault:
        """The same as a fault of a register.

        Args:
            index: Which event of the entry it is about, from 0.
            event: What was said to happen.
            on: The day it is said to have happened.
            state: The state the entry was in.
        """
        return Fault(
            kind=self.kind,
            index=index,
            event=event.value,
            on=on,
            state=state.value,
            cite=self.cite,
            evidence=self.evidence,
            zh=self.zh,
            en=self.en,
        )


class Machine(Generic[S, K]):
    """A transition table with its look-ups."""

    __slots__ = ("_by_event", "_follow", "_rows")

    def __init__(self, rows: Iterable[Transition[S, K]]) -> None:
        """Index the rows.

        Args:
            rows: The table.
        """
        self._rows: dict[tuple[S, K], list[Transition[S, K]]] = {}
        self._by_event: dict[K, list[Transition[S, K]]] = {}
        self._follow: dict[S, dict[K, None]] = {}
        for row in rows:
            self._rows.setdefault((row.state, row.event), []).append(row)
            self._by_event.setdefault(row.event, []).append(row)
            self._follow.setdefault(row.state, {})[row.event] = None

    def find(  # noqa: PLR0913  what a row may depend on
        self,
        state: S,
        event: K,
        *,
        days: tuple[pendulum.Date | None, ...],
        left: bool = False,
        done: Collection[K] = (),
        contested: bool = False,
        track: Track | None = None,
    ) -> Transition[S, K] | Problem:
        """The row for an event, or what is wrong.

        Args:
            state: The state it happens in.
            event: What happens.
            days: Days on any of which the provision must hold: that of the event, and that of receipt.
            left: Whether consultations are out after it.
            done: The events that have happened before.
            contested: Whether a case about it has been filed.
            track: Of a case, which way it goes; ``None`` where that is not known.
        """
        fits = [
            row
            for row in self._rows.get((state, event), ())
            if (row.left is None or row.left is left)
            and (contested or not row.contested)
            and (track is None or row.track is None or row.track is track)
        ]
        holding = [row for row in fits if _holds(row, days)]
        for row in holding:
            if row.once is None or event not in done:
                return row
        if holding:
            return _repeated(event, holding[0])
        if fits:
            return _not_in_force(event, fits[0], days)
        return self._illegal(state, event, days, track)

    def targets(self, event: K) -> tuple[S, ...]:
        """The states that an event may lead to, in the order of the table."""
        return tuple(dict.fromkeys(row.to for row in self._by_event.get(event, ())))

    def governing(self, event: K, days: tuple[pendulum.Date | None, ...], track: Track | None = None) -> str | None:
        """Key of the provision that an event rests on, whatever the state; ``None`` where none names it."""
        rows = [row for row in self._by_event.get(event, ()) if track is None or row.track in {None, track}]
        for row in rows:
            if row.cite and _holds(row, days):
                return row.cite
        return rows[-1].cite if rows else None

    def _illegal(self, state: S, event: K, days: tuple[pendulum.Date | None, ...], track: Track | None) -> Problem:
        key = self.governing(event, days, track)
        row = next((one for one in self._by_event.get(event, ()) if one.cite == key), None)
        by_zh, by_en = _by(row) if row else ("", "")
        closed = state.is_closed
        may = tuple(one for one in self._follow.get(state, {}) if self._may(state, one, days, track))
        zh = f"登记显示当前状态为“{name_of(state, 'zh')}”，不应出现“{name_of(event, 'zh')}”"
        en = f"the entry is {name_of(state, 'en')}: {name_of(event, 'en')} cannot happen then"
        if row and row.cite:
            zh, en = f"{zh}（{by_zh}{row.zh}）", f"{en} ({by_en}{row.en})"
        if len(may) <= _FEW and not closed:
            zh += f"；此时可以登记：{'、'.join(name_of(one, 'zh') for one in may)}"
            en += f"; what may be recorded: {', '.join(name_of(one, 'en') for one in may)}"
        zh += "。请核对是否漏记前面的环节或日期有误"
        en += "; check whether a step before it is missing, or a day is wrong"
        cite = row.citation if row else None
        kind = FaultKind.AFTER_CLOSING if closed else FaultKind.ILLEGAL
        evidence = cite.evidence if cite else Evidence.INFERENCE
        return Problem(kind=kind, cite=key, evidence=evidence, zh=zh, en=en)

    def _may(self, state: S, event: K, days: tuple[pendulum.Date | None, ...], track: Track | None) -> bool:
        rows = self._rows[state, event]
        fits = (row for row in rows if track is None or row.track in {None, track})
        return any(_holds(row, days) for row in fits)


def _holds(row: Transition[S, K], days: tuple[pendulum.Date | None, ...]) -> bool:
    return any(row.holds_on(day) for day in days)


def _repeated(event: K, row: Transition[S, K]) -> Problem:
    by_zh, by_en = _by(row)
    cite = row.citation
    weak = row.once or Evidence.INFERENCE
    evidence = cite.evidence if cite and weak is Evidence.SOURCE else weak
    zh = f"“{name_of(event, 'zh')}”已有过一次，登记又出现一次（{by_zh}{row.zh}），请核对是否重复登记"
    en = f"{name_of(event, 'en')} has happened before and is recorded again ({by_en}{row.en}); check for a double"
    return Problem(kind=FaultKind.REPEATED, cite=row.cite, evidence=evidence, zh=zh, en=en)


def _not_in_force(event: K, row: Transition[S, K], days: tuple[pendulum.Date | None, ...]) -> Problem:
    cite = row.citation
    day = next(filter(None, days), None)
    since = cite.instrument.in_force_from if cite else None
    by_zh, by_en = (cite.zh, cite.en) if cite else ("", "")
    zh = f"{day}登记的“{name_of(event, 'zh')}”所依据的{by_zh}自{since}起施行，该日不适用，请核对日期"
    en = f"{name_of(event, 'en')} of {day} rests on {by_en}, which did not hold that day (from {since}); check the day"
    # That an older text has no such provision is a deduction.
    return Problem(kind=FaultKind.NOT_IN_FORCE, cite=row.cite, evidence=Evidence.INFERENCE, zh=zh, en=en)


def _by(row: Transition[S, K]) -> tuple[str, str]:
    cite = row.citation
    return (f"{cite.zh}：", f"{cite.en}: ") if cite else ("", "")


def day_faults(
    index: int, event: StrEnum, on: pendulum.Date | None, latest: pendulum.Date | None, state: StrEnum
) -> Iterator[Fault]:
    """What is wrong with the day of an event.

    Args:
        index: Which event it is.
        event: What happened.
        on: Its day.
        latest: The latest day of the events before it.
        state: The state it happened in.
    """
    if on is None:
        kind = FaultKind.UNDATED
        zh = f"“{name_of(event, 'zh')}”没有日期，请补登；期限无法据此计算"
        en = f"{name_of(event, 'en')} has no day; add it, no term can be counted from it"
    elif latest and on < latest:
        kind = FaultKind.OUT_OF_ORDER
        zh = f"“{name_of(event, 'zh')}”登记为{on}，早于前面环节的{latest}，请核对两个日期"
        en = f"{name_of(event, 'en')} is of {on}, before {latest}, the day of a step before it; check both days"
    else:
        return
    yield Fault(kind=kind, index=index, event=event.value, on=on, state=state.value, zh=zh, en=en)


def by_day(listed: Sequence[tuple[int, E]]) -> list[tuple[int, E]]:
    """Events by their days; one without a day stays behind the one before it.

    Args:
        listed: The events with their numbers, as the register has them.
    """
    keys, last, in_order = [], _EARLIEST, True
    for _, event in listed:
        if event.on is not None:
            in_order = in_order and last <= event.on
            last = event.on
        keys.append(last)
    if in_order:
        return list(listed)
    return [pair for _, pair in sorted(zip(keys, listed, strict=True), key=lambda keyed: keyed[0])]
