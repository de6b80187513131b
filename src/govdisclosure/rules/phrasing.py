"""Words and figures for messages and facts, the same in every rule."""

from collections.abc import Iterable
from decimal import Decimal

from govdisclosure.law.provision import Citation
from govdisclosure.rules.outcome import Message
from govdisclosure.text.numerals import percent, plain

__all__ = ["amount", "articles", "figure", "numbered", "percent", "plain"]


def articles(cites: Iterable[Citation]) -> Message:
    """Provisions as one phrase; an instrument is named once for all its articles that follow one another."""
    zh: list[str] = []
    last = ""
    listed = tuple(cites)
    for cite in listed:
        head = Citation(instrument=cite.instrument).zh
        zh.append(cite.zh.removeprefix(head) if head == last else cite.zh)
        last = head
    return Message("、".join(zh), "; ".join(cite.en for cite in listed))


def numbered(cites: Iterable[Citation]) -> Message:
    """The provisions among these that are articles, as one phrase; a notice that sets a form has none."""
    return articles(cite for cite in cites if cite.article is not None)


def amount(value: int | Decimal) -> int | str:
    """The value of a cell, for facts and messages."""
    return figure(Decimal(value))


def figure(value: Decimal) -> int | str:
    """A figure for facts: a whole number, or a decimal as a string."""
    return int(value) if value == value.to_integral_value() else plain(value)
