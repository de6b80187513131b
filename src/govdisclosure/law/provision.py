"""Legal instruments and citations of their articles."""

import re
from collections.abc import Iterable
from enum import StrEnum

import attrs
import pendulum

from govdisclosure.text.display import one_line
from govdisclosure.text.language import Lang
from govdisclosure.text.shown import ShownPage

__all__ = ["Citation", "Evidence", "Instrument", "weakest"]


_STEP = re.compile(r"[pi]?\d+")
_ISSUED = re.compile(r"〔(\d{4})〕")


class Evidence(StrEnum):
    """How well a fact of law is known to this package. Only ``SOURCE`` may carry an outcome of level ``error``."""

    SOURCE = "source"
    """Its text, or a local copy of its text, was read."""
    MEMORY = "memory"
    """Written from memory; no text was read."""
    INFERENCE = "inference"
    """Deduced from facts that were read."""


def weakest(known: Iterable[Evidence]) -> Evidence:
    """How well something is known that rests on several facts; ``SOURCE`` of none.

    Args:
        known: How well each fact is known.

    >>> weakest((Evidence.SOURCE, Evidence.INFERENCE)).value
    'inference'
    """
    found = set(known)
    return next((one for one in (Evidence.MEMORY, Evidence.INFERENCE) if one in found), Evidence.SOURCE)


@attrs.frozen(kw_only=True)
class Instrument(ShownPage):
    """A regulation, law, notice or letter.

    Attributes:
        id: Key used in citations and data, such as ``regulation-2007``.
        title_zh: Official title without book-title marks.
        title_en: Title in English.
        number: Document number, such as ``国务院令第492号``; ``None`` where it has none.
        kind: ``regulation``, ``law``, ``notice``, ``letter``, ``measure`` or ``interpretation``.
        in_force_from: First day on which it holds; ``None`` where that is not known.
        in_force_to: Last day on which it holds; ``None`` while it holds.
        report_years: First and last report year it governs (last is ``None`` while it does), for instruments that are
            selected by report year; ``None`` for all others.
        succeeds: The ``id`` of the instrument it replaced.
        names: Other ways in which reports write its number or title, for recognising a mention; none is shared with
            another instrument.
        evidence: How well the dates are known.
        text_evidence: How well its provisions are known, those of ``recalled`` apart.
        sources: Where the text was seen.
        checked_on: The day these facts were last compared with a source.
        note: Anything a reader should know about it.
        note_zh: The same in Chinese.
        articles: Number of its articles; ``None`` where it is not known or it has none.
        recalled: Provisions that are known from memory alone, written as in the key of a citation (``28``, ``21i3``).
    """

    id: str
    title_zh: str
    title_en: str
    number: str | None
    kind: str
    in_force_from: pendulum.Date | None
    in_force_to: pendulum.Date | None
    report_years: tuple[int, int | None] | None
    succeeds: str | None
    names: tuple[str, ...]
    evidence: Evidence
    text_evidence: Evidence
    sources: tuple[str, ...]
    checked_on: pendulum.Date
    note: str = ""
    note_zh: str = ""
    articles: int | None = None
    recalled: tuple[str, ...] = ()

    @property
    def issued(self) -> int | None:
        """The year in its number (``〔2019〕``); ``None`` where the number names none."""
        found = _ISSUED.search(self.number or "")
        return int(found[1]) if found else None

    @property
    def name_zh(self) -> str:
        """The title in book-title marks, marks within it turned into 〈〉."""
        return f"《{self.title_zh.replace('《', '〈').replace('》', '〉')}》"

    def __repr__(self) -> str:
        """One line: its key and its title."""
        return one_line(f"<Instrument {self.id}: {self.title_en}>")

    def to_markdown(self, lang: Lang | None = None) -> str:
        """Its page: number, days, how well it is known, and the parameters it sets.

        Args:
            lang: ``zh`` or ``en``; Chinese and English when ``None``.
        """
        from govdisclosure.law.pages import instrument_page  # noqa: PLC0415  it is made of this class

        return instrument_page(self, lang).text

    def holds_on(self, day: pendulum.Date) -> bool:
        """True when the instrument was in force on a day, or may have been where its first day is not known.

        An instrument whose first day is not known never holds before the year in its number.
        """
        if self.in_force_from is None and self.issued is not None and day.year < self.issued:
            return False
        if self.in_force_from is not None and day < self.in_force_from:
            return False
        return self.in_force_to is None or day <= self.in_force_to

    def governs(self, report_year: int) -> bool:
        """True when the instrument governs reports of a year; instruments not selected by report year govern none."""
        if self.report_years is None:
            return False
        first, last = self.report_years
        return first <= report_year and (last is None or report_year <= last)


@attrs.frozen(kw_only=True)
class Citation:
    """A provision of an instrument.

    Attributes:
        instrument: The instrument.
        article: Article number; ``None`` for the instrument as a whole.
        paragraph: Paragraph (款) within the article, from 1.
        item: Item (项) within the article or paragraph, from 1.
    """

    instrument: Instrument
    article: int | None = None
    paragraph: int | None = None
    item: int | None = None

    @property
    def zh(self) -> str:
        """The citation in Chinese, such as ``《政府信息公开条例》（国务院令第492号）第三十二条第（三）项``."""
        return _cite_zh(self)

    @property
    def en(self) -> str:
        """The citation in English, such as ``Regulation … (State Council Decree No. 492), Art 32(3)``."""
        return _cite_en(self)

    @property
    def key(self) -> str:
        """The key of the provision, such as ``regulation-2007:32i3`` or ``regulation-2019:50p1i4``."""
        if self.article is None:
            return self.instrument.id
        return f"{self.instrument.id}:{self._within}"

    @property
    def evidence(self) -> Evidence:
        """How well the provision is known; an article of which a part is known from memory alone is no better known."""
        mine = _parts(self._within)
        for key in self.instrument.recalled if self.article is not None else ():
            theirs = _parts(key)
            shared = min(len(mine), len(theirs))
            if mine[:shared] == theirs[:shared]:
                return Evidence.MEMORY
        return self.instrument.text_evidence

    @property
    def _within(self) -> str:
        paragraph = "" if self.paragraph is None else f"p{self.paragraph}"
        item = "" if self.item is None else f"i{self.item}"
        return f"{self.article or ''}{paragraph}{item}"


def _parts(within: str) -> list[str]:
    """The steps from an article to a provision in it: ``["21", "p1", "i3"]``."""
    return _STEP.findall(within)


_DIGITS = "〇一二三四五六七八九"


def _chinese(number: int) -> str:
    """A whole number from 1 to 999 in Chinese, as articles are numbered."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = _DIGITS[hundreds] + "百" if hundreds else ""
    if tens == 0:
        text += "零" if hundreds and ones else ""
    else:
        text += "十" if tens == 1 and not hundreds else _DIGITS[tens] + "十"
    return text + (_DIGITS[ones] if ones else "")


def _cite_zh(cite: Citation) -> str:
    number = f"（{cite.instrument.number}）" if cite.instrument.number else ""
    text = f"{cite.instrument.name_zh}{number}"
    if cite.article is not None:
        text += f"第{_chinese(cite.article)}条"
    if cite.paragraph is not None:
        text += f"第{_chinese(cite.paragraph)}款"
    if cite.item is not None:
        text += f"第（{_chinese(cite.item)}）项"
    return text


def _cite_en(cite: Citation) -> str:
    text = cite.instrument.title_en
    if cite.article is None:
        return text
    text += f", Art {cite.article}"
    if cite.paragraph is not None:
        text += f" para {cite.paragraph}"
    if cite.item is not None:
        text += f"({cite.item})"
    return text
