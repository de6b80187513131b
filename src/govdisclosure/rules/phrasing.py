"""Words and figures for messages and facts, the same in every rule."""

from collections.abc import Iterable
from decimal import Decimal

from govdisclosure.law.provision import Citation
from govdisclosure.rules.outcome import Message

__all__ = ["articles", "figure", "percent", "plain"]


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


def plain(value: Decimal) -> str:
    """A figure without exponent and without closing zeros.

    >>> plain(Decimal("1.20E+3")), plain(Decimal("0.50"))
    ('1200', '0.5')
    """
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def percent(fraction: Decimal) -> str:
    """A fraction in percent, at most two decimals.

    >>> percent(Decimal("0.95191")), percent(Decimal(1))
    ('95.19%', '100%')
    """
    return f"{plain(Decimal(f'{fraction * 100:.2f}'))}%"


def figure(value: Decimal) -> int | str:
    """A figure for facts: a whole number, or a decimal as a string."""
    return int(value) if value == value.to_integral_value() else plain(value)
