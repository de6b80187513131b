"""Quantities stated in prose: which sentence of one report answers to which of the other."""

import re
from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterator
from decimal import Decimal
from typing import Final, TypeAlias

import attrs

from govdisclosure.analysis.difference.cells import FACTORS, change_of, share_of
from govdisclosure.analysis.difference.changes import ChangeKind, ClaimChange
from govdisclosure.model.report import AnnualReport, Claim, ClaimKind
from govdisclosure.rules.prose import sentence
from govdisclosure.text.normalise import squeeze

__all__ = ["claim_changes"]

_FIGURES: Final = re.compile(r"[\d.,%]{1,20}|[〇一二三四五六七八九十百千万亿两]{1,12}")


@attrs.frozen
class _Stated:
    """A claim with what it is matched by: its value in one unit, and its sentence without figures."""

    claim: Claim
    value: Decimal
    words: str


_Pair: TypeAlias = tuple[_Stated | None, _Stated | None]


def claim_changes(old: AnnualReport, new: AnnualReport, *, every: bool = False) -> Iterator[ClaimChange]:
    """The quantities that differ, in the order of the new text; those that it does not state come last.

    Args:
        old: The old report.
        new: The new report.
        every: Also those that are equal.
    """
    before, after = _all_stated(old), _all_stated(new)
    pairs = [pair for kind in ClaimKind for pair in _matched(before.get(kind, []), after.get(kind, []))]
    for ours, theirs in sorted(pairs, key=_order):
        found = _change(ours, theirs)
        if every or found.kind is not ChangeKind.EQUAL:
            yield found


def _all_stated(report: AnnualReport) -> dict[ClaimKind, list[_Stated]]:
    heads = [section.heading_at.end for section in report.sections]
    found: dict[ClaimKind, list[_Stated]] = {}
    for claim in report.claims:
        start, end = sentence(report, claim.at)
        # The first sentence of a section does not begin with the heading above it.
        section = bisect_right(heads, claim.at.start) - 1
        words = _FIGURES.sub("#", squeeze(report.key[max(start, heads[section] if section >= 0 else 0) : end]))
        value = claim.value * FACTORS.get(claim.unit or "", Decimal(1))
        found.setdefault(claim.kind, []).append(_Stated(claim, value, words))
    return found


_KEYS: Final[tuple[Callable[[_Stated], Hashable], ...]] = (
    lambda one: (one.value, one.words, one.claim.approximate, one.claim.scope),
    lambda one: (one.words, one.claim.scope),
    lambda one: (one.value, one.claim.approximate, one.claim.scope),
    lambda one: (one.claim.whole, one.claim.scope),
)
"""What two statements of one kind are matched by, from what is surest to what is least."""


def _matched(ours: list[_Stated], theirs: list[_Stated]) -> Iterator[_Pair]:
    """Statements of one kind in pairs, in order among those that are alike; then what is left of each."""
    for number, key in enumerate(_KEYS):
        last = number == len(_KEYS) - 1
        groups: dict[Hashable, tuple[list[_Stated], list[_Stated]]] = {}
        for side, listed in enumerate((ours, theirs)):
            for one in listed:
                groups.setdefault(key(one), ([], []))[side].append(one)
        ours, theirs = [], []
        for mine, others in groups.values():
            # By kind alone only one can answer to one.
            many = 0 if last and (len(mine), len(others)) != (1, 1) else min(len(mine), len(others))
            yield from zip(mine[:many], others[:many], strict=True)
            ours += mine[many:]
            theirs += others[many:]
    yield from ((one, None) for one in ours)
    yield from ((None, one) for one in theirs)


def _order(pair: _Pair) -> tuple[bool, int]:
    ours, theirs = pair
    shown = theirs or ours
    return theirs is None, 0 if shown is None else shown.claim.at.start


def _change(ours: _Stated | None, theirs: _Stated | None) -> ClaimChange:
    old, new = (None if one is None else one.claim for one in (ours, theirs))
    if old is None or new is None:
        shown = new if new is not None else old
        if shown is None:
            raise AssertionError
        return ClaimChange(
            kind=ChangeKind.ADDED if old is None else ChangeKind.REMOVED, claim=shown.kind, old=old, new=new
        )
    difference = change_of((old.value, old.unit), (new.value, new.unit))
    same = difference == 0 and old.approximate == new.approximate
    base = old.value if old.unit == new.unit != "%" else None
    return ClaimChange(
        kind=ChangeKind.EQUAL if same else ChangeKind.CHANGED,
        claim=old.kind,
        old=old,
        new=new,
        difference=difference,
        ratio=share_of(difference, base),
    )
