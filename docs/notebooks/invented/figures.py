"""What each invented organ counted in each year: sums that hold, and numbers that carry over from year to year."""

from collections.abc import Mapping
from functools import cache
from random import Random

import attrs

from govdisclosure.model.edition import Edition
from govdisclosure.model.forms import APPLICANTS, PROACTIVE_2019, PROACTIVE_2021

from . import printing
from .defects import SURGES
from .organs import ORGANS, REFORM, YEARS, Organ

__all__ = ["FORM_OF_2021", "Counted", "Numbers", "counted", "edition_of"]

Numbers = Mapping[tuple[str, str], int]
FORM_OF_2021 = 2021
_LIKELY = {
    "granted": 52,
    "partly_granted": 9,
    "denied.third_party_rights": 3,
    "denied.internal_affairs": 3,
    "denied.process_information": 3,
    "denied.enforcement_file": 2,
    "denied.administrative_inquiry": 2,
    "unavailable.not_held": 16,
    "unavailable.requires_creation": 3,
    "unavailable.unclear_after_correction": 1,
    "not_processed.petition_or_complaint": 3,
    "not_processed.repeat": 1,
    "other.correction_overdue": 1,
    "other.other": 1,
    "other": 1,
}
"""How often a request ends so, in a hundred."""
_WHO = {
    "natural_person": 82,
    "commercial": 9,
    "legal_service": 5,
    "research": 2,
    "public_welfare": 1,
    "other_organisation": 1,
}
_ANSWERED = {
    "answered.already_public": 12, "answered.granted": 48, "answered.partly_granted": 8,
    "answered.denied.trade_secret": 2, "answered.denied.privacy": 3, "answered.denied.not_covered": 3,
    "answered.not_this_organ": 14, "answered.not_existing": 7, "answered.told_to_amend": 2,
    "answered.told_other_way": 1,
}  # fmt: skip
_CHANNELS = {"received.in_person": 46, "received.online": 38, "received.letter": 16}
_MORE_ONLINE = 4
"""By so much a year the share of requests online grows."""


@attrs.frozen(kw_only=True)
class Counted:
    """The numbers of an organ in a year.

    Attributes:
        proactive: Table two by row and column; empty before the forms.
        requests: Table three, likewise.
        remedies: Table four, likewise.
        annex: What the annex of 2014 asks for, counted in all the years before the forms.
    """

    proactive: Numbers = attrs.field(factory=dict)
    requests: Numbers = attrs.field(factory=dict)
    remedies: Numbers = attrs.field(factory=dict)
    annex: Numbers = attrs.field(factory=dict)


def edition_of(year: int) -> Edition:
    """The form of the reports on a year."""
    if year < REFORM:
        return Edition.FREE_FORM
    return Edition.UNIFIED_2019 if year < FORM_OF_2021 else Edition.UNIFIED_2021


@cache
def counted() -> Mapping[tuple[str, int], Counted]:
    """The numbers by organ and year; those of the county government hold those of all organs below it."""
    government, *below = ORGANS
    found: dict[tuple[str, int], Counted] = {}
    for year in YEARS:
        for organ in (*below, government):
            if organ.first <= year <= organ.last:
                found[organ.name, year] = _own(organ, year, found.get((organ.name, year - 1)))
    for year in YEARS:
        parts = [found[organ.name, year] for organ in ORGANS if organ.first <= year <= organ.last]
        found[government.name, year] = Counted(
            **{field.name: _sum([getattr(part, field.name) for part in parts]) for field in attrs.fields(Counted)}
        )
    return found


def _sum(parts: list[Numbers]) -> dict[tuple[str, str], int]:
    return {cell: sum(part.get(cell, 0) for part in parts) for cell in dict.fromkeys(c for part in parts for c in part)}


def _own(organ: Organ, year: int, last: Counted | None) -> Counted:
    chance = Random(f"figures {organ.name} {year}")  # noqa: S311  no secret
    grown = 0.55 + 0.9 * (year - YEARS[0]) / len(YEARS)
    received = max(1, round(organ.requests * grown * chance.uniform(0.8, 1.2)))
    received = SURGES.get((organ.name, year), received)
    if year < REFORM:
        return Counted(annex=_annex(chance, organ, year, received))
    before = last if last is not None and last.requests else Counted()
    return Counted(
        proactive=_proactive(chance, organ, year, before.proactive),
        requests=_requests(chance, edition_of(year), received, before.requests),
        remedies=_remedies(chance, organ, before.remedies),
    )


def _shared(chance: Random, count: int, among: Mapping[str, int]) -> dict[str, int]:
    names = chance.choices(tuple(among), tuple(among.values()), k=count)
    return {name: names.count(name) for name in among}


def _requests(chance: Random, edition: Edition, received: int, before: Numbers) -> Numbers:
    form = printing.request_form(edition)
    likely = {row.key: _LIKELY[row.key] for row in form.rows if row.key in _LIKELY}
    new = _shared(chance, received, _WHO)
    results: dict[tuple[str, str], int] = {}
    carried: dict[str, tuple[int, int]] = {}
    for column in (one.key for one in APPLICANTS if one.key != "total"):
        came = before.get(("carried_out", column), 0)
        # What comes in at the end of the year is still in hand.
        stays = sum(chance.random() < _STAYS for _ in range(new[column]))
        carried[column] = came, stays
        done = _shared(chance, new[column] + came - stays, likely)
        results |= {(row, column): count for row, count in done.items()}
    return printing.balanced(form, lambda row, column: results.get((row, column), 0), carried.__getitem__)


_STAYS = 0.12


def _remedies(chance: Random, organ: Organ, before: Numbers) -> Numbers:
    found: list[int] = []
    for block in ("reconsideration", "litigation_direct", "litigation_after_reconsideration"):
        often = organ.requests / (40 if block == "reconsideration" else 120)
        cases = sum(chance.random() < often for _ in range(4))
        result = _shared(chance, cases, {"upheld": 5, "corrected": 2, "other": 2, "pending": 1})
        # What was pending last year is decided in this one.
        result["upheld"] += before.get((block, "pending"), 0)
        found += result.values()
    return printing.remedies(found)


def _proactive(chance: Random, organ: Organ, year: int, before: Numbers) -> Numbers:
    form = PROACTIVE_2019 if year < FORM_OF_2021 else PROACTIVE_2021
    found = dict.fromkeys(form.cells(), 0)
    documents = chance.randint(0, 3 if organ.is_government else 1) + (2 if organ.requests > _BUSY else 0)
    decided = {
        ("licences", "decisions"): round(organ.decisions * chance.uniform(4, 6)),
        ("penalties", "decisions"): round(organ.decisions * chance.uniform(0.7, 1.3)),
        ("coercive_measures", "decisions"): organ.decisions // 40,
    }
    found |= decided
    if form is PROACTIVE_2019:
        found["other_services", "decisions"] = organ.decisions * 2
        found["normative_documents", "made"] = found["normative_documents", "disclosed"] = documents
        held = before.get(("normative_documents", "total_disclosed"), organ.requests)
        found["normative_documents", "total_disclosed"] = held + documents
        matters = dict.fromkeys(("licences", "other_services", "penalties", "coercive_measures"), organ.decisions // 5)
        for row, many in matters.items():
            change = chance.choice((-1, 0, 0, 1)) if many > 1 else 0
            found[row, "previous"] = before.get((row, "previous"), many) + before.get((row, "change"), 0)
            found[row, "change"] = change
        return found
    repealed = chance.randint(0, documents)
    held = before.get(("normative_documents", "in_force"), organ.requests + 4)
    found |= {
        ("normative_documents", "issued"): documents,
        ("normative_documents", "repealed"): repealed,
        ("normative_documents", "in_force"): held + documents - repealed,
        ("fees", "amount"): organ.decisions // 7,
    }
    return found


_BUSY = 10


def _annex(chance: Random, organ: Organ, year: int, received: int) -> Numbers:
    published = round((180 + 30 * organ.requests) * chance.uniform(0.8, 1.2) * (1 + 0.08 * (year - YEARS[0])))
    online = _MORE_ONLINE * (year - YEARS[0])
    ways = _shared(chance, received, {**_CHANNELS, "received.online": _CHANNELS["received.online"] + online})
    extended = sum(chance.random() < 0.05 for _ in range(received))  # noqa: PLR2004  one in twenty
    answered = _shared(chance, received, _ANSWERED)
    website = round(published * chance.uniform(0.6, 0.8))
    wechat = round((published - website) * chance.uniform(0.2, 0.5)) if year >= YEARS[4] else 0
    documents = chance.randint(0, 3)
    cases = sum(chance.random() < organ.requests / 40 for _ in range(3))
    suits = sum(chance.random() < organ.requests / 80 for _ in range(2))
    lost, lost_suits = (sum(chance.random() < 0.2 for _ in range(n)) for n in (cases, suits))  # noqa: PLR2004  one in five
    people = 2 + organ.requests // 6
    rows = {
        "published": published,
        "normative_published": documents,
        "normative_issued": documents,
        "channel.website": website,
        "channel.wechat": wechat,
        "channel.other": published - website - wechat,
        "received": received,
        **ways,
        "concluded": received,
        "concluded.on_time": received - extended,
        "concluded.extended": extended,
        "answered": received,
        **answered,
        "answered.denied": sum(count for row, count in answered.items() if row.startswith("answered.denied.")),
        "reconsiderations": cases,
        "reconsiderations.upheld": cases - lost,
        "reconsiderations.corrected": lost,
        "lawsuits": suits,
        "lawsuits.upheld": suits - lost_suits,
        "lawsuits.corrected": lost_suits,
        "complaints": 0,
        "fees": 0,
        "staff.offices": 1,
        "staff.reading_points": 1,
        "staff.people": people,
        "staff.full_time": 1,
        "staff.part_time": people - 1,
        "meetings": chance.randint(1, 4),
        "trainings": chance.randint(1, 2),
        "trained": chance.randint(8, 30),
    }
    return {(row, "year"): count for row, count in rows.items()}
