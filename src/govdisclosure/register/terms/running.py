"""What a clock knows of a request while it runs, and what an event may do to it."""

from collections.abc import Iterator

import attrs
import pendulum

from govdisclosure.errors import UndeterminedError
from govdisclosure.law import WorkCalendar, add_workdays, cite
from govdisclosure.law.deadlines import Step
from govdisclosure.model.request import RequestEvent, RequestEventKind
from govdisclosure.register.states.history import History
from govdisclosure.register.states.names import name_of
from govdisclosure.register.terms.choices import Choice

__all__ = ["Effect", "Running", "need"]

_Pair = tuple[RequestEvent | None, RequestEvent | None]


@attrs.frozen(kw_only=True)
class Effect:
    """What an event does.

    Attributes:
        choice: The options; ``None`` where it does nothing to the date.
        steps: What the receipt says of it.
        open_since: The day since which the term stands still for it, with no end yet.
    """

    choice: Choice | None = None
    steps: tuple[Step, ...] = ()
    open_since: pendulum.Date | None = None


@attrs.frozen(kw_only=True)
class Running:
    """What is known of a request when its term is counted.

    Attributes:
        received_on: The day of receipt.
        history: Its events.
        events: Its events up to and with the one that closed it.
        closed_on: The day it was closed; ``None`` while it is open, and where the register does not say.
        closed: Whether it was closed.
        as_of: The day asked about.
        calendar: The calendar.
        provisional: Whether years that are not announced are counted by their weekends alone.
    """

    received_on: pendulum.Date
    history: History
    events: tuple[RequestEvent, ...]
    closed_on: pendulum.Date | None
    closed: bool
    as_of: pendulum.Date | None
    calendar: WorkCalendar
    provisional: bool

    @property
    def is_new(self) -> bool:
        """True where the Regulation of 2019 held on the day of receipt."""
        return cite("regulation-2019").instrument.holds_on(self.received_on)

    @property
    def until(self) -> pendulum.Date | None:
        """The last day that something which never ended can be counted to."""
        return self.closed_on if self.closed else self.as_of

    def after(self, day: pendulum.Date, days: int) -> pendulum.Date:
        """The day a number of working days after another."""
        return add_workdays(day, days, calendar=self.calendar, provisional=self.provisional)

    def pairs(self, asked: RequestEventKind, came: RequestEventKind) -> Iterator[_Pair]:
        """What was asked and what came, in order; either may be missing."""
        waiting: RequestEvent | None = None
        for event in self.events:
            if event.kind is asked:
                if waiting:
                    yield waiting, None
                waiting = event
            elif event.kind is came:
                yield waiting, event
                waiting = None
        if waiting:
            yield waiting, None


def need(event: RequestEvent) -> pendulum.Date:
    """The day of an event that the date depends on.

    Raises:
        UndeterminedError: The register does not have it.
    """
    if event.on is None:
        zh, en = name_of(event.kind, "zh"), name_of(event.kind, "en")
        raise UndeterminedError(
            event.kind.value,
            f"登记了“{zh}”但没有日期，无法计算期限，请补登该日期",
            f"{en} is recorded without its day, on which the term depends; add that day",
        )
    return event.on
