"""In which file of a register an entry stands, and on which line: several files are judged as one register."""

from collections.abc import Iterable
from pathlib import PurePath
from typing import Final

import attrs

from govdisclosure.model.register import Catalogue, Register
from govdisclosure.rules.outcome import Outcome
from govdisclosure.rules.rule import Rule
from govdisclosure.text.personal import mask_personal

__all__ = ["Book", "Spot", "Whereabouts"]

_WORKBOOKS: Final = frozenset({".xls", ".xlsx"})
_EITHER: Final = ("requests", "cases", "items")


@attrs.frozen(kw_only=True)
class Book:
    """One file of a register or catalogue.

    Attributes:
        source: Its name, as it was given.
        entries: What is in it: ``requests``, ``cases`` or ``items`` with the number, personal numbers masked.
        has_lines: Whether its rows are lines of a text, as in CSV; not in a workbook or in JSON.
        kinds: What kinds of entries it has.
    """

    source: str
    entries: frozenset[tuple[str, str]] = attrs.field(repr=False)
    has_lines: bool
    kinds: frozenset[str] = attrs.field(init=False)

    @kinds.default
    def _kinds(self) -> frozenset[str]:
        return frozenset(kind for kind, _ in self.entries)

    @classmethod
    def of(cls, source: str, read: Register | Catalogue) -> "Book":
        """The book of a file that was read."""
        if isinstance(read, Catalogue):
            kinds = {"items": read.items}
        else:
            kinds = {"requests": read.requests or (), "cases": read.cases or ()}  # type: ignore[dict-item]
        listed = [(kind, entry) for kind, entries in kinds.items() for entry in entries]
        # What was read from JSON has a place in its list and no column.
        tabular = any(entry.at is not None and entry.at.column is not None for _, entry in listed)
        return cls(
            source=source,
            entries=frozenset((kind, mask_personal(entry.id)) for kind, entry in listed),
            has_lines=tabular and PurePath(source).suffix.lower() not in _WORKBOOKS,
        )


@attrs.frozen(kw_only=True)
class Spot:
    """A file that an outcome is about, and the line or row where it is known which.

    Attributes:
        source: The file.
        line: Line of the text, from 1; ``None`` where the file has no lines.
        row: Row of the table or place in the list, from 1.
    """

    source: str
    line: int | None = None
    row: int | None = None


class Whereabouts:
    """Finds the files that an outcome about a register or catalogue stands in."""

    def __init__(self, books: Iterable[Book], rules: Iterable[Rule]) -> None:
        """Index the entries.

        Args:
            books: The files that were judged as one.
            rules: The rules that were run; a request and a case may have the same number.
        """
        self.books = tuple(books)
        self._about = {rule.code: rule.about for rule in rules}
        self._holding: dict[tuple[str, str], list[Book]] = {}
        for book in self.books:
            for key in sorted(book.entries):
                self._holding.setdefault(key, []).append(book)

    def of(self, outcome: Outcome, source: str) -> tuple[Spot, ...]:
        """The files an outcome is about: all where it is about no entry, or its number stands in several."""
        kinds = (self._about[outcome.rule],) if outcome.rule in self._about else _EITHER
        held = [book for kind in kinds for book in self._holding.get((kind, outcome.entry or ""), ())]
        row = None if outcome.at is None else outcome.at.line
        if len(held) == 1:
            return (Spot(source=held[0].source, line=row if held[0].has_lines else None, row=row),)
        named = held or [book for book in self.books if not book.kinds.isdisjoint(kinds)] or self.books
        return tuple(Spot(source=book.source) for book in dict.fromkeys(named)) or (Spot(source=source, row=row),)
