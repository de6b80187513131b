"""Which items of a catalogue must be published, which need not be, and by what provision."""

import re
from functools import lru_cache

import attrs
import pendulum

from govdisclosure.errors import UsageError
from govdisclosure.law import cite
from govdisclosure.law.provision import Citation
from govdisclosure.model.item import Exemption, Item, ItemKind, Publicity
from govdisclosure.rules.citing import NEW, OLD, articles_on

__all__ = [
    "MAY_REFUSE",
    "MUST_NOT",
    "Duty",
    "duty_of",
    "exempted",
    "ground_cites",
    "named_duty",
    "started_on",
]

MUST_NOT = frozenset({Exemption.STATE_SECRET, Exemption.PROHIBITED_BY_LAW, Exemption.SECURITY_AND_STABILITY})
"""Grounds on which nothing may be published (2007 Arts 8 and 14, 2019 Art 14)."""
MAY_REFUSE = frozenset({Exemption.INTERNAL_AFFAIRS, Exemption.PROCESS_INFORMATION, Exemption.ENFORCEMENT_FILE})
"""Grounds on which an organ may refuse and may as well publish (2019 Art 16)."""

_GROUNDS: dict[Exemption, tuple[str, str]] = {
    Exemption.STATE_SECRET: ("14", "14"),
    Exemption.PROHIBITED_BY_LAW: ("14", "14"),
    Exemption.SECURITY_AND_STABILITY: ("8", "14"),
    Exemption.THIRD_PARTY_RIGHTS: ("14", "15"),
    Exemption.INTERNAL_AFFAIRS: ("14", "16p1"),
    Exemption.PROCESS_INFORMATION: ("14", "16p2"),
    Exemption.ENFORCEMENT_FILE: ("14", "16p2"),
}
# The lists of what is to be published, and the general test before them.
_LISTS = {OLD: {9, 10, 11, 12}, NEW: {19, 20, 21}}
_KEY = re.compile(r"regulation-20(?:07|19):\d{1,2}(?:p\d{1,2})?(?:i\d{1,2})?")
# What the lists name by its nature; penalties and coercive measures are listed by matter, single decisions are not.
_KINDS: dict[ItemKind, tuple[str | None, str]] = {
    ItemKind.RULES: ("10i1", "20i1"),
    ItemKind.NORMATIVE_DOCUMENT: ("10i1", "20i1"),
    ItemKind.LICENCE_MATTER: ("10i7", "20i5"),
    ItemKind.LICENCE_DECISION: (None, "20i5"),
    ItemKind.OTHER_SERVICE_MATTER: (None, "20i5"),
    ItemKind.OTHER_SERVICE_DECISION: (None, "20i5"),
    ItemKind.PENALTY_MATTER: (None, "20i6"),
    ItemKind.COERCION_MATTER: (None, "20i6"),
    ItemKind.CHARGE_MATTER: ("10i5", "20i8"),
    ItemKind.PROCUREMENT: ("10i6", "20i9"),
}


@attrs.frozen(kw_only=True)
class Duty:
    """That an item must be published.

    Attributes:
        cites: By which provision.
        sure: Whether the catalogue itself says so, by the publicity attribute or by naming the provision, and nothing
            in it says otherwise; else it follows from the kind of the item alone.
    """

    cites: tuple[Citation, ...]
    sure: bool


def duty_of(item: Item) -> Duty | None:
    """The duty to publish an item; ``None`` where there is none, or it is exempt."""
    if exempted(item):
        return None
    proactive, said = item.publicity is Publicity.PROACTIVE, item.publicity is None
    if (named := named_duty(item)) is not None:
        return Duty(cites=(named,), sure=proactive or said)
    listed = _by_kind(item)
    if proactive:
        return Duty(cites=listed or articles_on(started_on(item), ("9",), ("19",)), sure=True)
    return Duty(cites=listed, sure=False) if listed else None


def named_duty(item: Item) -> Citation | None:
    """The provision of the lists of 2007 Arts 9 to 12 or 2019 Arts 19 to 21 that an item names; else ``None``."""
    return _listed(item.duty) if item.duty else None


@lru_cache(maxsize=1024)
def _listed(key: str) -> Citation | None:
    if not _KEY.fullmatch(key):
        return None
    try:
        found = cite(key)
    except UsageError:
        return None
    return found if found.article in _LISTS[found.instrument.id] else None


def _by_kind(item: Item) -> tuple[Citation, ...]:
    old, new = _KINDS.get(item.kind, (None, None)) if item.kind is not None else (None, None)
    return articles_on(started_on(item), (old,) if old else (), (new,) if new else ())


def exempted(item: Item) -> bool:
    """Whether a catalogue gives a reason for not publishing an item.

    What an organ may refuse and has chosen to publish (2019 Art 16) is not exempt; a reason in other words than the
    law's counts for what is withheld.
    """
    if item.ground is not None:
        return not (item.publicity is Publicity.PROACTIVE and item.ground in MAY_REFUSE)
    return item.publicity is Publicity.WITHHELD and bool(item.ground_text and item.ground_text.strip())


def started_on(item: Item) -> pendulum.Date | None:
    """The day from which the term for publication runs: that on which the item was made or, later, changed."""
    days = [day for day in (item.made_on, item.changed_on) if day is not None]
    return max(days, default=None)


def ground_cites(ground: Exemption, day: pendulum.Date | None) -> tuple[Citation, ...]:
    """The provision that knows a ground, by the Regulation of a day."""
    old, new = _GROUNDS[ground]
    return articles_on(day, (old,), (new,))
