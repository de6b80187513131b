"""One line of a page: white space collapsed, references resolved, every character with its place in the source."""

import html
import re
import unicodedata
from typing import Final

from govdisclosure.documents.html_scan import BOLD, HIDDEN, LINK, OBJECT, RAISED, Piece
from govdisclosure.documents.source_map import TextBuilder
from govdisclosure.text.normalise import RAISED as RAISED_SIGNS
from govdisclosure.text.normalise import clean

__all__ = ["Line"]

_RUN: Final = re.compile(
    r"(?P<blank>[ \t\r\n\f\xa0]++)"
    r"|(?P<reference>&(?:#[0-9]{1,20};?|#[xX][0-9a-fA-F]{1,20};?|[a-zA-Z][a-zA-Z0-9]{0,31};?))"
    r"|(?P<word>(?:[^& \t\r\n\f\xa0]++|&(?!#[0-9xX]|[a-zA-Z]))++|&)"
)
_BLANKS: Final = " \t\r\n\f\xa0"
_TRIMMED: Final = "\u3000"
# White space other than a single blank: with a blank that counts, or only a line break of the source.
_BLANK, _BROKEN = "\xa0", "\n"


class Line:
    """The text of one paragraph or cell, as far as it has been read."""

    __slots__ = (
        "_gap",
        "_parts",
        "_raised",
        "_source",
        "_text",
        "_was_raised",
        "bold",
        "characters",
        "linked",
        "shows",
    )

    def __init__(self, source: str) -> None:
        """Start empty."""
        self._source = source
        # Text, where it stands, whether it stands there in these characters.
        self._parts: list[tuple[str, int, bool]] = []
        # White space seen since the last part: one of the kinds above, and where it starts.
        self._gap: tuple[str, int] | None = None
        self._text: str | None = None
        self.characters = 0
        self.bold = 0
        self.linked = 0
        # Whether anything that is no text stands in it.
        self.shows = False
        self._raised = self._was_raised = False

    def add(self, pieces: list[Piece]) -> None:
        """Append a run of text."""
        for piece in pieces:
            start, end, marks = piece
            if marks & HIDDEN:
                continue
            self.shows |= bool(marks & OBJECT)
            self._raised = bool(marks & RAISED)
            before = self.characters
            self._piece(start, end)
            if marks:
                self.bold += self.characters - before if marks & BOLD else 0
                self.linked += self.characters - before if marks & LINK else 0
        self._text = None

    @property
    def text(self) -> str:
        """What it says so far."""
        if self._text is None:
            self._text = "".join(text for text, _, _ in self._parts)
        return self._text

    def add_blank(self) -> None:
        """Part what follows from what came before, as a line break does in a cell."""
        self._widen(_BLANK, -1)

    def _piece(self, begin: int, end: int) -> None:
        if self._gap is not None:
            self._gap = _BLANK, self._gap[1]
        for match in _RUN.finditer(self._source, begin, end):
            written, start = match.group(), match.start()
            kind = match.lastgroup
            if kind == "blank":
                self._widen(
                    written if written == " " else _BLANK if "\xa0" in written or "\n" not in written else _BROKEN,
                    start,
                )
            elif kind == "word":
                self._word(written, start)
            else:
                self._reference(html.unescape(written), written, start)

    def _widen(self, kind: str, start: int) -> None:
        if self._gap is None:
            self._gap = kind, start
        elif not kind == self._gap[0] == _BROKEN:
            self._gap = _BLANK, self._gap[1]

    def _reference(self, meant: str, written: str, start: int) -> None:
        if meant == written:
            self._word(written, start)
        elif meant in _BLANKS:
            self._widen(_BLANK, start)
        else:
            self._put(clean(meant), start, exact=False)

    def _word(self, written: str, start: int) -> None:
        if (seen := clean(written)) == written:
            self._put(written, start, exact=True)
        else:
            for position, character in enumerate(written, start):
                seen = clean(character)
                self._put(seen, position, exact=seen == character)

    def _put(self, text: str, start: int, *, exact: bool) -> None:
        if not text:
            return
        if not self._parts:
            stripped = text.lstrip(_TRIMMED)
            start += (len(text) - len(stripped)) if exact else 0
            text = stripped
            self._gap = None
            if not text:
                return
        if self._gap is not None:
            self._space(text)
        elif self._parts and text[0].isdecimal():
            text, exact = self._apart(text, exact=exact)
        self._parts.append((text, start, exact))
        self._was_raised = self._raised
        self.characters += len(text)

    def _apart(self, text: str, *, exact: bool) -> tuple[str, bool]:
        """A figure right behind another: the raised one of the two (the mark of a note) is none of its digits."""
        before, start, _ = self._parts[-1]
        # What is raised and has become such a sign is a digit, and no decimal one.
        if not before[-1].isdigit() or (self._raised == self._was_raised and before[-1].isdecimal()):
            return text, exact
        if self._raised:
            return text.translate(RAISED_SIGNS), False
        if self._was_raised:
            self._parts[-1] = before.translate(RAISED_SIGNS), start, False
        return text, exact

    def _space(self, after: str) -> None:
        kind, start = self._gap or (_BLANK, -1)
        self._gap = None
        # A line break of the source between two Chinese characters is no blank (CSS Text 3, 4.1.2).
        if kind == _BROKEN and _is_wide(self._parts[-1][0][-1]) and _is_wide(after[0]):
            return
        self._parts.append((" ", start, kind == " "))

    def write(self, builder: TextBuilder) -> None:
        """Append the line to a document's text."""
        for text, start, exact in self._parts:
            if exact:
                builder.add(text, start)
            elif start >= 0:
                builder.add_changed(text, start)
            else:
                builder.add_made(text)


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF" and not "\uac00" <= character <= "\ud7a3"
