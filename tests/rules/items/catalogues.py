"""Catalogues built by hand, and asking one rule about one."""

from typing import Any

import pendulum
from tests.test_punctuation import faults

from govdisclosure.model.agency import Agency
from govdisclosure.model.item import Item, ItemKind, Publicity
from govdisclosure.model.place import Place
from govdisclosure.model.register import Catalogue
from govdisclosure.rules.engine import assess_entries
from govdisclosure.rules.entries import EntriesQuestion
from govdisclosure.rules.outcome import Kind, Outcome
from govdisclosure.rules.rule import Rule
from govdisclosure.rules.showing import WORDS

OFFICE = Agency(name="青石县水利局", region="青石县")
_DAYS = {
    "made_on",
    "changed_on",
    "published_on",
    "reviewed_on",
    "coordinated_on",
    "valid_from",
    "valid_to",
    "repealed_on",
}


def day(text: str) -> pendulum.Date:
    """A day from ``YYYY-MM-DD``."""
    return pendulum.Date.fromisoformat(text)


def item(number: str = "A1", **fields: Any) -> Item:
    """An item; days may be written as text."""
    return Item(id=number, **{name: day(v) if name in _DAYS and v else v for name, v in fields.items()})


def good(number: str = "A1", **fields: Any) -> Item:
    """An item with which nothing is wrong."""
    whole: dict[str, Any] = {
        "title": f"通知{number}",
        "document_number": f"青水〔2024〕{number}号",
        "producer": OFFICE.name,
        "summary": "关于河道管理的通知",
        "made_on": "2024-03-01",
        "published_on": "2024-03-08",
        "kind": ItemKind.NORMATIVE_DOCUMENT,
        "duty": "regulation-2019:20i1",
        "publicity": Publicity.PROACTIVE,
        "reviewed": True,
        "reviewed_on": "2024-03-05",
        "concerns_other_organs": False,
        "at": Place(start=0, end=0, line=int(number[1:]) + 1),
    }
    return item(number, **{**whole, **fields})


def lawful(count: int = 3) -> Catalogue:
    """A catalogue with which nothing is wrong."""
    items = tuple(good(f"A{n}") for n in range(1, count + 1))
    updated = day("2024-12-31")
    return Catalogue(agency=OFFICE, items=items, guide_updated_on=updated, catalogue_updated_on=updated)


def ask(rule: Rule, *items: Item, as_of: str | None = None, **fields: Any) -> tuple[Outcome, ...]:
    """The outcomes of a rule; it must not raise, must keep to its card and must not give one subject twice."""
    catalogue = Catalogue(items=items, **fields)
    asked = EntriesQuestion(catalogue=catalogue, as_of=day(as_of) if as_of else None)
    assessment = assess_entries(asked, [rule])
    assert assessment.crashed == ()
    assert {outcome.kind for outcome in assessment.outcomes} <= set(rule.kinds)
    subjects = [outcome.subject for outcome in assessment.outcomes]
    assert len(subjects) == len(set(subjects)), subjects
    for outcome in assessment.outcomes:
        assert "违法" not in outcome.message.zh
        assert faults(outcome.message.zh) == []
        assert outcome.message.en
        assert set(outcome.needs) <= set(WORDS)
        assert (outcome.entry is not None) == (outcome.entry in {one.id for one in items})
    return assessment.outcomes


def verdicts(rule: Rule, *items: Item, as_of: str | None = None, **fields: Any) -> dict[str, str]:
    """The verdict on each subject."""
    return {outcome.subject: outcome.kind.value for outcome in ask(rule, *items, as_of=as_of, **fields)}


def only(outcomes: tuple[Outcome, ...], kind: Kind) -> Outcome:
    """The one outcome of a kind."""
    (found,) = (outcome for outcome in outcomes if outcome.kind is kind)
    return found
