"""A report's text with findings marked in it: lines and spans of characters, in time that grows with both alone."""

from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from govdisclosure.rules.outcome import Kind, Outcome
from govdisclosure.text.language import Lang, said
from govdisclosure.text.markup import escape

__all__ = ["Mark", "Numbered", "TextMarks", "attention", "reference", "tone"]

_RANK: Final = ("error", "warning", "note", "review", "open", "informational")


@attrs.frozen
class Numbered:
    """An outcome with its number in the list of a page."""

    number: int
    outcome: Outcome


@attrs.frozen(kw_only=True)
class Mark:
    """A finding where it stands in the text.

    Attributes:
        number: Its number in the list.
        outcome: The finding.
        start: First character in the report's text, counted from 0.
        end: One past the last; ``start`` where nothing is to be marked but the place.
    """

    number: int
    outcome: Outcome
    start: int
    end: int


def attention(outcome: Outcome) -> bool:
    """Whether an outcome is marked in the text: not one that passed, does not apply or is suppressed."""
    return outcome.kind not in {Kind.PASS, Kind.NOT_APPLICABLE} and outcome.suppression is None


def tone(outcome: Outcome) -> str:
    """The class of colour of an outcome: its level where it failed, else its kind."""
    return outcome.level.value if outcome.kind is Kind.FAIL else outcome.kind.value


def reference(number: int, label: str, lang: Lang, *, anchor: bool = True) -> str:
    """The link from a place in the report to entry ``number`` of the list; a link in the list leads to it.

    Args:
        number: The number of the finding.
        label: Verdict and rule, for those who hear the page.
        lang: The language in which it is spoken.
        anchor: Whether the link in the list leads here: to one place of those that a finding has.
    """
    spoken = said(f"第{number}条结果：{label}，回到列表", f"Finding {number}: {label}, back to the list", lang)
    name = f' id="m{number}"' * anchor
    return f'<a class="ref"{name} href="#f{number}" data-f="{number}" aria-label="{escape(spoken)}">{number}</a>'


class TextMarks:
    """Marks over a text, asked for line by line from its start to its end."""

    def __init__(self, text: str, marks: Sequence[Mark], references: dict[int, str]) -> None:
        """Take the text, the marks in any order, and the link of each by its number."""
        self._text = text
        self._waiting = sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.number), reverse=True)
        self._active: list[Mark] = []
        self._references = references

    def between(self, start: int, end: int) -> str:
        """``text[start:end]`` as markup; to be asked for in ascending order, each character once."""
        pieces: list[str] = []
        position = start
        while position < end:
            self._active = [mark for mark in self._active if mark.end > position]
            pieces += self._opened(position)
            nearest = min((mark.end for mark in self._active), default=end)
            upcoming = self._waiting[-1].start if self._waiting else end
            stop = min(end, nearest, max(upcoming, position + 1))
            pieces.append(self._segment(position, stop))
            position = stop
        return "".join(pieces)

    def has_any(self, end: int) -> bool:
        """Whether a mark stands before a character that has not been asked for yet."""
        return bool(self._active) or bool(self._waiting and self._waiting[-1].start < end)

    def rest(self) -> str:
        """The links of marks whose place was never asked for, such as one beyond the end of the text."""
        left, self._waiting = [*reversed(self._waiting)], []
        return "".join(self._references[mark.number] for mark in left)

    def _opened(self, position: int) -> Iterator[str]:
        while self._waiting and self._waiting[-1].start <= position:
            mark = self._waiting.pop()
            yield self._references[mark.number]
            if mark.end > position:
                self._active.append(mark)

    def _segment(self, start: int, stop: int) -> str:
        words = escape(self._text[start:stop])
        if not self._active or not words.strip():
            return words
        worst = min((tone(mark.outcome) for mark in self._active), key=_RANK.index)
        numbers = " ".join(str(number) for number in sorted(mark.number for mark in self._active))
        return f'<mark class="{worst}" data-f="{numbers}">{words}</mark>'
