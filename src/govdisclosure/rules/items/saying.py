"""Words, lists and closing findings that the rules on items share."""

from collections.abc import Iterable, Sequence

import pendulum

from govdisclosure.law.provision import Citation
from govdisclosure.model.item import Item
from govdisclosure.rules.entries import EntriesQuestion
from govdisclosure.rules.outcome import Kind, Message
from govdisclosure.rules.rule import Finding
from govdisclosure.text.display import cut, one_line

__all__ = ["day_of", "listed", "named", "no_items", "unjudged"]

_FEW, _LONGEST = 5, 40


def named(item: Item) -> str:
    """The index number of an item as messages show it; ``?`` where it has none."""
    return cut(one_line(item.id), _LONGEST) or "?"


def listed(items: Sequence[Item]) -> Message:
    """The numbers of the first few of some items."""
    first = [named(item) for item in items[:_FEW]]
    more = len(items) - len(first)
    zh, en = "、".join(first), ", ".join(first)
    return Message(f"{zh}等", f"{en} and {more} more") if more else Message(zh, en)


def unjudged(
    subject: str, items: Sequence[Item], why: Message, cites: tuple[Citation, ...], needs: tuple[str, ...]
) -> Iterable[Finding]:
    """One finding for all the items of which something is not known; nothing where there are none.

    Args:
        subject: Logical place of the finding.
        items: The items.
        why: What is not known, and what to do.
        cites: What the rule rests on.
        needs: What would settle it.
    """
    if not items:
        return ()
    some, count = listed(items), len(items)
    message = Message(
        f"{count}条信息（{some.zh}）{why.zh}", f"{count} item{'' if count == 1 else 's'} ({some.en}): {why.en}"
    )
    facts = {"entries": count, "ids": [item.id for item in items]}
    return (Finding(kind=Kind.OPEN, message=message, cites=cites, subject=subject, facts=facts, needs=needs),)


def no_items(subject: str, cites: tuple[Citation, ...], zh: str, en: str) -> Finding:
    """That a rule had nothing to look at."""
    return Finding(kind=Kind.NOT_APPLICABLE, message=Message(zh, en), cites=cites, subject=subject)


def day_of(question: EntriesQuestion) -> pendulum.Date | None:
    """The day as on which a catalogue as a whole is judged: ``as_of``, else the latest day that it states itself."""
    if question.as_of is not None or question.catalogue is None:
        return question.as_of
    stated = [question.catalogue.catalogue_updated_on, question.catalogue.guide_updated_on]
    stated += [day for item in question.items for day in (item.made_on, item.changed_on, item.published_on)]
    return max((day for day in stated if day is not None), default=None)
