"""Words and figures for messages and facts, the same in every rule."""

from collections.abc import Iterable
from decimal import Decimal

from govdisclosure.law.provision import Citation
from govdisclosure.rules.outcome import Message
from govdisclosure.text.numerals import percent, plain

__all__ = ["against", "amount", "articles", "figure", "numbered", "percent", "plain", "with_articles"]


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


def against(zh: str, en: str, cites: tuple[Citation, ...], do: Message | None = None) -> Message:
    """A message that names the article that something does not agree with, and then says what to do.

    Args:
        zh: What was found, in Chinese.
        en: The same in English.
        cites: The articles.
        do: What to do besides checking it.
    """
    named = articles(cites)
    also = do or Message("", "")
    return Message(
        f"{zh}，与{named.zh}不符，请人工核实{'，' if also.zh else ''}{also.zh}",
        f"{en} ({named.en}); check{', ' if also.en else ''}{also.en}",
    )


def with_articles(zh: str, en: str, cites: tuple[Citation, ...]) -> Message:
    """A message for a person to look at, with the article."""
    named = articles(cites)
    return Message(f"{zh}（{named.zh}）", f"{en} ({named.en})")


def amount(value: int | Decimal) -> int | str:
    """The value of a cell, for facts and messages."""
    return figure(Decimal(value))


def figure(value: Decimal) -> int | str:
    """A figure for facts: a whole number, or a decimal as a string."""
    return int(value) if value == value.to_integral_value() else plain(value)
