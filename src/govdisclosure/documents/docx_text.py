"""The words of a Word paragraph as they are shown: without what was deleted, hidden, or is code of a field."""

from typing import TYPE_CHECKING, Final

from govdisclosure.documents.docx_numbers import WORD

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
_RUN: Final = f"{WORD}r"
_BOX: Final = f"{WORD}txbxContent"
_PROPERTIES: Final = f"{WORD}rPr"
_VANISH: Final = f"{WORD}vanish"
_VALUE: Final = f"{WORD}val"
_OFF: Final = ("0", "false", "off")


def text_of(element: "_Element", boxes: "list[_Element]") -> str:
    r"""The words of a paragraph; a line break is ``\n``.

    Args:
        element: The paragraph.
        boxes: Gets the contents of text boxes anchored in it.
    """
    pieces: list[str] = []
    _gather(element, pieces, boxes)
    return "".join(pieces)


def _gather(element: "_Element", pieces: list[str], boxes: "list[_Element]") -> None:
    for child in element:
        tag = child.tag
        if tag in _TEXT:
            pieces.append(child.text or "")
        elif tag == _RUN:
            if not _is_hidden(child):
                _gather(child, pieces, boxes)
        elif tag in _SAID:
            pieces.append(_SAID[tag])
        elif tag == _BOX:
            boxes.append(child)
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


def _is_hidden(run: "_Element") -> bool:
    # Its properties are the first thing in a run.
    if not len(run) or run[0].tag != _PROPERTIES:
        return False
    switch = run[0].find(_VANISH)
    return switch is not None and switch.get(_VALUE) not in _OFF
