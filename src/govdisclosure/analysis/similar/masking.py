"""What of a text is compared: no names of organs and places, no dates and numbers, no signs between words."""

import re
from array import array
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final

import attrs

from govdisclosure.text.normalise import fold, squeeze

__all__ = ["Masked", "Sentence", "mask", "own_names"]

_OWN: Final = "\ue000"
_HAN: Final = "[\u3400-\u9fff]"
_NUMERAL: Final = "[〇一二三四五六七八九十百千万亿两]"
_DATE: Final = (
    rf"(?:(?:\d|{_NUMERAL}){{4}}年)?(?:\d|[一二三四五六七八九十]){{1,2}}月(?:份|(?:\d|[一二三四五六七八九十]){{1,3}}[日号])?"
    rf"|(?:\d|[〇一二三四五六七八九]){{4}}年度?|[本今去上]年度?(?!级)|(?:19|20)\d\d[-/.]\d{{1,2}}[-/.]\d{{1,2}}"
)
_NUMBER: Final = (
    rf"\d+(?:[.,]\d+)*|百分之{_NUMERAL}{{1,9}}(?:点{_NUMERAL}{{1,9}})?"
    rf"|{_NUMERAL}{{1,12}}(?=余?(?:件|条|次|项|篇|份|人|个|名|家|期|场|户|元|批|份|类))"
)
_SELF: Final = r"[我本全](?:机关|单位|部门|中心|街道|系统|[省市州县区旗镇乡村局厅委办院会处队站所行])"
# Exactly two characters before the ending: without a dictionary a longer reach would take in the word before.
_PLACE: Final = rf"{_HAN}{{2}}(?:自治[区州县旗]|街道|社区|委员会|管委会|办事处|[省市州县区旗镇乡村局厅])"
_MARKS: Final = re.compile(rf"(?P<name>{_OWN}+|{_SELF}|{_PLACE})|(?P<number>{_DATE}|{_NUMBER})|(?:[^\w{_OWN}]|_)+")
_SIGN: Final = {"name": "@", "number": "#"}
_RUN: Final = re.compile(r"([@#])\1+")

_ORDINAL: Final = r"(?:\(?[一二三四五六七八九十]{1,3}[、)]|\(?\d{1,2}(?:[、)]|\.(?!\d)))"
_BREAK: Final = re.compile(
    # a heading within the section, or a row of a table: no text
    rf"^[ ]{{0,9}}{_ORDINAL}[^\n。,;:!?]{{0,38}}(?:\n|\Z)|^[^\n]*[\t|][^\n]*(?:\n|\Z)"
    # the end of a sentence; a line that goes on in the next one is none
    rf"|[。!?;]+|\n(?=[ \n])|(?<=:)\n|\n(?={_ORDINAL})",
    re.MULTILINE,
)
_AREA: Final = re.compile(rf"{_HAN}{{2,8}}?(?:自治[区州县旗]|[省市州盟县区旗镇乡])")
_LEAST: Final = 2
_TAIL: Final = 3


@attrs.frozen(kw_only=True, slots=True)
class Sentence:
    """A sentence of a masked text.

    Attributes:
        start: Where it begins in the masked text.
        end: One past its end there.
        first: Where it begins in the text as printed, white space included.
        last: One past its end there.
    """

    start: int
    end: int
    first: int
    last: int


@attrs.frozen(kw_only=True, eq=False, slots=False)
class Masked:
    """A text as it is compared, and the way back.

    Attributes:
        text: ``@`` for a name of an organ or a place, ``#`` for a date or number, and the letters of all else.
        sentences: Its sentences; between them lies nothing.
        folded: The text as printed, folded for matching, of the same length, own names hidden.
    """

    text: str
    sentences: tuple[Sentence, ...]
    folded: str = attrs.field(repr=False)

    def words(self, sentence: Sentence) -> str:
        """A sentence as it is compared."""
        return self.text[sentence.start : sentence.end]

    def printed(self, start: int, end: int) -> tuple[int, int]:
        """The span in the text as printed of ``text[start:end]``, which is not empty."""
        starts, ends = self._origins
        return starts[start], ends[end - 1]

    @cached_property
    def _origins(self) -> tuple["array[int]", "array[int]"]:
        """For each character, where what it stands for begins as printed, and one past its end."""
        starts, ends = array("I"), array("I")
        for sentence in self.sentences:
            _trace(self.folded, sentence, starts, ends)
        return starts, ends


def own_names(organ: str | None, region: str | None) -> tuple[str, ...]:
    """The names that a report has for its own organ and area, the longest first; folded.

    >>> own_names("青石县水利局", "青石县")
    ('青石县水利局', '县水利局', '水利局', '青石县', '青石')
    """
    name, area = squeeze(fold(organ or "")), squeeze(fold(region or ""))
    areas = _AREA.findall(area) or ([area] if area else [])
    found = {name, area, *areas, *(one[:-1] for one in areas if len(one) > _LEAST)}
    if area and name.startswith(area):
        tail = name[len(area) :]
        if len(tail) >= _TAIL:
            found |= {tail, area[-1] + tail, *(one + tail for one in areas)}
    return tuple(sorted((one for one in found if len(one) >= _LEAST), key=lambda one: (-len(one), one)))


def mask(text: str, names: Sequence[str] = ()) -> Masked:
    """Mask a text; the same text gives the same result, whatever stands in other texts.

    Args:
        text: The text as printed.
        names: The report's own names, see :func:`own_names`.

    >>> mask("2023年，青石县水利局公开信息12条。", ("青石县水利局",)).text
    '#@公开信息#条'
    """
    hidden = fold(text)
    for name in names:
        hidden = hidden.replace(name, _OWN * len(name))
    pieces: list[str] = []
    sentences: list[Sentence] = []
    end = 0
    for first, last in _spans(hidden):
        # Signs of one kind beside each other are one, so that a longer name is no longer sign.
        words = _RUN.sub(r"\1", _MARKS.sub(_sign, hidden[first:last]))
        if words:
            sentences.append(Sentence(start=end, end=end + len(words), first=first, last=last))
            pieces.append(words)
            end += len(words)
    return Masked(text="".join(pieces), sentences=tuple(sentences), folded=hidden)


def _sign(found: re.Match[str]) -> str:
    return _SIGN.get(found.lastgroup or "", "")


def _trace(text: str, sentence: Sentence, starts: "array[int]", ends: "array[int]") -> None:
    """The way back for one sentence, in the steps that masked it."""
    at, before = sentence.first, ""
    for found in _MARKS.finditer(text, sentence.first, sentence.last):
        start, end = found.span()
        if start > at:
            starts.extend(range(at, start))
            ends.extend(range(at + 1, start + 1))
            before = ""
        sign = _sign(found)
        if sign and sign == before:
            ends[-1] = end
        elif sign:
            starts.append(start)
            ends.append(end)
            before = sign
        at = end
    starts.extend(range(at, sentence.last))
    ends.extend(range(at + 1, sentence.last + 1))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for found in _BREAK.finditer(text):
        if found.start() > at:
            yield at, found.start()
        at = found.end()
    if at < len(text):
        yield at, len(text)
