"""Where a request stands, and how it came there."""

import attrs
import pendulum

from govdisclosure.model.request import RequestEvent, RequestEventKind
from govdisclosure.register.states.names import RequestState
from govdisclosure.register.states.transitions import Fault

__all__ = ["Consultation", "History", "Passage", "Standing"]


@attrs.frozen(kw_only=True)
class Consultation:
    """A consultation that is out.

    Attributes:
        kind: Which: one of the three kinds of event that ask.
        index: Which event of the request it is, from 0; ``None`` where it is not one of a register.
        on: The day it was sent; ``None`` where the register does not say.
        party: Whom it went to, as the register numbers or names it.
    """

    kind: RequestEventKind
    index: int | None = None
    on: pendulum.Date | None = None
    party: str | None = attrs.field(default=None, repr=False)


@attrs.frozen(kw_only=True)
class Standing:
    """Where a request stands.

    Attributes:
        state: What is waited for.
        open: The consultations that are out.
        done: The kinds of event that have happened.
        received_on: The day of receipt, once it has been received; the law of that day goes on holding for it.
        answered: The kinds of consultation that parties named in the register have answered, with the party.
    """

    state: RequestState = RequestState.NEW
    open: tuple[Consultation, ...] = ()
    done: frozenset[RequestEventKind] = frozenset()
    received_on: pendulum.Date | None = None
    answered: frozenset[tuple[RequestEventKind, str]] = attrs.field(default=frozenset(), repr=False)


@attrs.frozen(kw_only=True)
class Passage:
    """An event and where the request stood after it.

    Attributes:
        index: Which event of the request, from 0, in the order of the register.
        event: The event.
        after: Where the request stood after it.
    """

    index: int
    event: RequestEvent
    after: Standing


@attrs.frozen(kw_only=True)
class History:
    """All that a register says of a request, gone through.

    Attributes:
        passages: The events in the order in which they happened.
        faults: What is wrong with them, in the order of the register.
    """

    passages: tuple[Passage, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def standing(self) -> Standing:
        """Where the request stands after the last event."""
        return self.passages[-1].after if self.passages else Standing()

    @property
    def state(self) -> RequestState:
        """The state after the last event."""
        return self.standing.state

    @property
    def open(self) -> tuple[Consultation, ...]:
        """The consultations that are out after the last event."""
        return self.standing.open
