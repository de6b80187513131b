"""The words of a Word paragraph as they are shown: without what was deleted, struck, hidden, or is code of a field."""

import re
from typing import TYPE_CHECKING, Final

from govdisclosure.documents.docx_numbers import WORD, value_of
from govdisclosure.text.normalise import OBJECT, RAISED

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["chosen", "text_of"]

_MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_ALTERNATE: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_CHOICE: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"

_TEXT: Final = frozenset({f"{WORD}t", f"{_MATH}t"})
_SAID: Final = {
    f"{WORD}tab": "\t",
    f"{WORD}ptab": "\t",
    f"{WORD}br": "\n",
    f"{WORD}cr": "\n",
    f"{WORD}noBreakHyphen": "-",
}
_NOT_SHOWN: Final = frozenset(
    WORD + name
    for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "del", "moveFrom", "delText", "instrText", "delInstrText", "rt")
)
_OBJECTS: Final = frozenset(WORD + name for name in ("drawing", "pict", "object", "sym"))
_RUN: Final = f"{WORD}r"
_BOX: Final = f"{WORD}txbxContent"
_PROPERTIES: Final = f"{WORD}rPr"
_HIDES: Final = ("vanish", "strike", "dstrike")
_VALUE: Final = f"{WORD}val"
_OFF: Final = ("0", "false", "off")
# No XML holds these signs: they stand around what is raised until all of the paragraph is known.
_OPENS, _CLOSES = "\x0e", "\x0f"
_RAISED_RUN: Final = re.compile(
    f"{_OPENS}([^{_OPENS}{_CLOSES}]*+{_CLOSES}(?:{_OPENS}[^{_OPENS}{_CLOSES}]*+{_CLOSES})*+)"
)
_OFF_THE_LINE: Final = ("superscript", "subscript")


def text_of(element: "_Element", boxes: "list[_Element]") -> str:
    r"""The words of a paragraph; a line break is ``\n``, a picture :data:`~govdisclosure.text.normalise.OBJECT`.

    Args:
        element: The paragraph.
        boxes: Gets the contents of text boxes anchored in it.
    """
    pieces: list[str] = []
    _gather(element, pieces, boxes)
    return _RAISED_RUN.sub(_raised, "".join(pieces))


def _gather(element: "_Element", pieces: list[str], boxes: "list[_Element]") -> None:
    for child in element:
        tag = child.tag
        if tag in _TEXT:
            pieces.append(child.text or "")
        elif tag == _RUN:
            _run(child, pieces, boxes)
        elif tag in _SAID:
            pieces.append(_SAID[tag])
        elif tag == _BOX:
            boxes.append(child)
        elif tag in _OBJECTS:
            held = len(boxes)
            _gather(child, pieces, boxes)
            if len(boxes) == held:
                pieces.append(OBJECT)
        elif tag == _ALTERNATE:
            _gather(chosen(child), pieces, boxes)
        elif tag not in _NOT_SHOWN:
            _gather(child, pieces, boxes)


def chosen(alternate: "_Element") -> "_Element":
    """The one of several renderings of the same thing that is read."""
    first = alternate.find(_CHOICE)
    if first is not None:
        return first
    return next(iter(alternate), alternate)


def _run(run: "_Element", pieces: list[str], boxes: "list[_Element]") -> None:
    # Its properties are the first thing in a run.
    properties = run[0] if len(run) and run[0].tag == _PROPERTIES else None
    if properties is None:
        _gather(run, pieces, boxes)
    elif not any(_is_on(properties, name) for name in _HIDES):
        raised = value_of(properties, "vertAlign") in _OFF_THE_LINE or value_of(properties, "position") not in {
            None,
            "0",
        }
        pieces.append(_OPENS * raised)
        _gather(run, pieces, boxes)
        pieces.append(_CLOSES * raised)


def _raised(match: re.Match[str]) -> str:
    """A raised run: where it touches a figure, such as the mark of a note does, it is none of its digits."""
    words = match[1].replace(_OPENS, "").replace(_CLOSES, "")
    before, after = match.string[: match.start()][-1:], match.string[match.end() :][:1]
    touches = (before.isdecimal() and words[:1].isdecimal()) or (after.isdecimal() and words[-1:].isdecimal())
    return words.translate(RAISED) if touches else words


def _is_on(properties: "_Element", name: str) -> bool:
    switch = properties.find(WORD + name)
    return switch is not None and switch.get(_VALUE) not in _OFF
