"""What is asked of a rule about a register or a catalogue, and how such rules say what they found."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TypeVar

import attrs
import pendulum

from govdisclosure.law import WorkCalendar, published_calendar
from govdisclosure.law.provision import Citation
from govdisclosure.model.case import Case
from govdisclosure.model.item import Item
from govdisclosure.model.register import Catalogue, Register
from govdisclosure.model.request import Request
from govdisclosure.rules.outcome import Kind, Message
from govdisclosure.rules.rule import About, Finding

__all__ = ["EntriesQuestion", "Entry", "EntryTally", "found"]

Entry = Request | Case | Item
_Entry = TypeVar("_Entry", Request, Case, Item)


@attrs.frozen(kw_only=True, slots=False, eq=False)
class EntriesQuestion:
    """What is asked of a rule about entries.

    Attributes:
        register: Requests and cases; ``None`` where there are none.
        catalogue: Items; ``None`` where there are none.
        as_of: The day the judgement is made; ``None`` when nothing may depend on it. It never selects the law.
        calendar: The working days; the published ones unless the caller has others.
    """

    register: Register | None = None
    catalogue: Catalogue | None = None
    as_of: pendulum.Date | None = None
    calendar: WorkCalendar = attrs.field(factory=published_calendar)

    def has(self, about: About) -> bool:
        """Whether it has what a rule is about."""
        if about == "items":
            return self.catalogue is not None
        return self.register is not None and getattr(self.register, about, None) is not None

    @property
    def requests(self) -> tuple[Request, ...]:
        """The requests; none where there is no register of them."""
        return (self.register.requests if self.register else None) or ()

    @property
    def cases(self) -> tuple[Case, ...]:
        """The cases; none where there is no register of them."""
        return (self.register.cases if self.register else None) or ()

    @property
    def items(self) -> tuple[Item, ...]:
        """The items; none where there is no catalogue."""
        return self.catalogue.items if self.catalogue else ()

    @cached_property
    def unread(self) -> Mapping[str, tuple[str, ...]]:
        """The entries of which something was not read, and the columns where it stands."""
        found: dict[str, list[str]] = defaultdict(list)
        for source in (self.register, self.catalogue):
            for fault in source.faults if source is not None else ():
                for id_ in fault.entries:
                    found[id_].append(fault.column or "")
        return {id_: tuple(dict.fromkeys(columns)) for id_, columns in found.items()}

    def unread_of(self, about: About) -> Mapping[str, tuple[str, ...]]:
        """Those among the entries that a rule is about: what was not read of a catalogue says nothing of a request."""
        if not self.unread:
            return self.unread
        known = {"requests": self.requests_by_id, "cases": self.cases_by_id, "items": self.items_by_id}[about]
        return {id_: columns for id_, columns in self.unread.items() if id_ in known}

    @cached_property
    def requests_by_id(self) -> Mapping[str, tuple[Request, ...]]:
        """The requests of each number; more than one where a number is given twice."""
        return _by_id(self.requests)

    @cached_property
    def cases_by_id(self) -> Mapping[str, tuple[Case, ...]]:
        """The cases of each number."""
        return _by_id(self.cases)

    @cached_property
    def items_by_id(self) -> Mapping[str, tuple[Item, ...]]:
        """The items of each index number."""
        return _by_id(self.items)


def _by_id(entries: Iterable[_Entry]) -> Mapping[str, tuple[_Entry, ...]]:
    """Entries by their number; a number that no entry has gives none."""
    found: dict[str, list[_Entry]] = {}
    for one in entries:
        found.setdefault(one.id, []).append(one)
    return defaultdict(tuple, {number: tuple(some) for number, some in found.items()})


class EntryTally:
    """How many entries a rule looked at and found in order, for the one finding that says so."""

    def __init__(self, subject: str, cites: tuple[Citation, ...]) -> None:
        """Start with nothing looked at.

        Args:
            subject: Logical place of the closing finding, such as ``requests``.
            cites: What the rule rests on.
        """
        self.subject, self.cites = subject, cites
        self.fine = self.wrong = 0

    def closing(self, passed: Message, none: Message) -> Iterator[Finding]:
        """A pass with the number of entries in order where none is wrong; that there was nothing to look at.

        Args:
            passed: What is said where all that were looked at are in order; ``{n}`` is how many.
            none: What is said where the rule had nothing to look at.
        """
        if self.fine and not self.wrong:
            message = Message(passed.zh.format(n=self.fine), passed.en.format(n=self.fine))
            facts = {"entries": self.fine}
            yield Finding(kind=Kind.PASS, message=message, cites=self.cites, subject=self.subject, facts=facts)
        elif not (self.fine or self.wrong):
            yield Finding(kind=Kind.NOT_APPLICABLE, message=none, cites=self.cites, subject=self.subject)


def found(entry: Entry, what: str, **fields: object) -> Finding:
    """A finding about one entry, at its row.

    Args:
        entry: The request, case or item.
        what: What it is about, distinct within the rule for one entry; the subject is ``<entry>:<what>``.
        fields: The further fields of :class:`~govdisclosure.rules.rule.Finding`; ``at`` overrides the row of the entry.
    """
    return Finding(**{"at": entry.at, **fields, "subject": f"{entry.id}:{what}", "entry": entry.id})  # type: ignore[arg-type]
