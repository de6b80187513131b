"""The base of a rate: the figures printed beside it, and the figures elsewhere it can be worked out from."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, islice

import attrs

from govdisclosure.model.report import AnnualReport, Claim, ClaimKind
from govdisclosure.rules.claims.figures import Agreement, Stated, agreement, sentence_of
from govdisclosure.text.numerals import number

__all__ = ["Base", "counted_base", "printed_base"]

_FRACTION = r"(\d{1,9})\s?/\s?(\d{1,9})(?![\d/年月.])"
_BESIDE = re.compile(rf"\s?(?:\((?:即|为)?|,?\s?(?:即|为))\s?{_FRACTION}")
_ANYWHERE = re.compile(rf"(?<![\d/.]){_FRACTION}")
_COUNT = re.compile(r"(\d[\d,]{0,12})\s?([件条份项篇个宗则])")
_DUE = re.compile(r"应当?(?:予以?)?(?:主动)?公开[^。;,\d]{0,16}$")
_DONE = re.compile(r"(?:已经?|实际|实)(?:主动|全部)?公开[^。;,\d]{0,10}$")
_NOT_DONE = re.compile(r"其中|通过|网站|公报|公示栏|公告栏|微信|微博|除|其[余他它]")
_DOUBT = re.compile(r"其[余他它]|除|另|尚未|暂未|未到|待|申请|[及按限准]时|按期|确保|保证")
_REACH = 24
_MOST = 12
_ALL = re.compile(r"均|全部|都已|全数|逐[件条一]")


@attrs.frozen(kw_only=True)
class Base:
    """Numerator and denominator of a rate, how the rate agrees with them, and whether they are surely its own."""

    numerator: Decimal
    denominator: Decimal
    agreed: Agreement
    sure: bool = False


def printed_base(report: AnnualReport, claim: Claim) -> Base | None:
    """The base printed in the rate's own sentence.

    A fraction right after the rate (``(673/707)``) or the pair "to be disclosed … disclosed …" in one unit is a base
    whether it agrees or not; another fraction, any two counts of the sentence in one unit, and the counts after "to be
    disclosed …" added up are one only when they agree with the rate.
    """
    words = sentence_of(report, claim)
    beside = _BESIDE.match(report.key, claim.at.end, claim.at.end + _REACH)
    if beside and (base := _fraction(claim, beside)):
        return attrs.evolve(base, sure=True)
    fractions = (_fraction(claim, match) for match in _ANYWHERE.finditer(words))
    counts = list(islice(_COUNT.finditer(words), _MOST))
    due = next((n for n, match in enumerate(counts) if _DUE.search(words, 0, match.start())), None)
    named = None if due is None else _named(claim, words, counts[due:])
    summed = None if due is None else _summed(claim, counts[due:])
    found = (*fractions, named) if named else (*fractions, summed, _pair(claim, counts, words))
    return next((base for base in found if base and base.agreed is not Agreement.NONE), named)


def counted_base(stated: Stated, claim: Claim) -> Base | None:
    """The base among the counts of requests elsewhere in the report from which the rate can be worked out."""
    if claim.kind is ClaimKind.DISCLOSURE_RATE and "申请" not in sentence_of(stated.report, claim):
        return None
    for top, bottom in _pairs(stated, claim.kind):
        base = _base(claim, top, bottom)
        if base and base.agreed is not Agreement.NONE:
            return base
    return None


def _fraction(claim: Claim, match: re.Match[str]) -> Base | None:
    top, bottom = number(match[1]), number(match[2])
    return _base(claim, top, bottom) if top is not None and bottom is not None and top <= bottom else None


def _named(claim: Claim, words: str, counts: list[re.Match[str]]) -> Base | None:
    """The count after "to be disclosed" and the one "disclosed" in its unit; sure where nothing else may be meant."""
    first, *others = counts
    done = [other for other in others if _is_done(words[first.end() : other.start()]) and other[2] == first[2]]
    base = _base(claim, number(done[0][1]), number(first[1])) if len(done) == 1 else None
    if base is None:
        return None
    alone = len(others) == 1 and words.count("%") <= 1 and not _DOUBT.search(words)
    named = claim.kind is ClaimKind.DISCLOSURE_RATE and base.numerator <= base.denominator
    return attrs.evolve(base, sure=alone and named)


def _is_done(between: str) -> bool:
    return bool(_DONE.search(between)) and not _NOT_DONE.search(between)


def _summed(claim: Claim, counts: list[re.Match[str]]) -> Base | None:
    """The counts after "to be disclosed" added up: how much was disclosed through each channel."""
    first, *others = counts
    values = [number(other[1]) for other in others if other[2] == first[2]]
    total = sum((value for value in values if value is not None), Decimal(0))
    return _base(claim, total, number(first[1])) if len(values) > 1 else None


def _base(claim: Claim, top: Decimal | None, bottom: Decimal | None) -> Base | None:
    if top is None or not bottom:
        return None
    return Base(numerator=top, denominator=bottom, agreed=agreement(claim.value, claim.printed, top, bottom))


def _pair(claim: Claim, counts: list[re.Match[str]], words: str) -> Base | None:
    read = [(value, match[2]) for match in counts if (value := number(match[1])) is not None]
    if len(read) == 1 and claim.value == 1 and _ALL.search(words):
        return _base(claim, read[0][0], read[0][0])
    for (one, unit), (other, same) in combinations(read, 2):
        base = _base(claim, min(one, other), max(one, other)) if unit == same else None
        if base and base.agreed is not Agreement.NONE:
            return base
    return None


def _pairs(stated: Stated, kind: ClaimKind) -> Iterator[tuple[Decimal | None, Decimal | None]]:
    received, carried = stated.one(ClaimKind.REQUESTS_RECEIVED), stated.one(ClaimKind.REQUESTS_CARRIED_IN)
    answered, handled = stated.one(ClaimKind.REQUESTS_ANSWERED), stated.one(ClaimKind.REQUESTS_HANDLED)
    due = received + carried if received is not None and carried is not None else None
    if kind is ClaimKind.ANSWER_RATE:
        yield from ((answered, received), (answered, due), (handled, received), (handled, due))
    elif kind is ClaimKind.DISCLOSURE_RATE:
        given, partly = stated.one(ClaimKind.REQUESTS_GRANTED), stated.one(ClaimKind.REQUESTS_PARTLY_GRANTED)
        both = stated.one(ClaimKind.REQUESTS_GRANTED_OR_PARTLY)
        summed = given + partly if given is not None and partly is not None else None
        yield from ((top, bottom) for top in (both, summed, given) for bottom in (answered, handled, received))
