"""Where a report names the Regulations and the notices that set the form of reports."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

import attrs
import pendulum

from govdisclosure.law import Instrument, instrument
from govdisclosure.model.place import Place
from govdisclosure.model.report import AnnualReport
from govdisclosure.rules.outcome import Kind
from govdisclosure.rules.placing import body_start
from govdisclosure.text.normalise import fold

__all__ = ["Mention", "weigh_mentions"]

_WATCHED = ("regulation-2007", "regulation-2019", "form-2019", "form-2021")
_BASIS = re.compile(r"(?:根据|按照|依据|依照|遵照)[^。;\n]{0,60}$")
_HISTORY = re.compile(r"修订前|修订草案|原(?![则因有本])|废止|失效|旧|取代|替代|代替|不再|将于|即将")
# Between the number of a first promulgation and that of the revision; other words tell of two acts.
_REVISED_BY = re.compile(r"[^。;\n]{0,40}")
_ANOTHER_ACT = re.compile(r"编制|编写|撰写|根据|按照|依据|依照|执行|将")
_REVISION = re.compile(r"\s?(?:重新|公布|发布)?(?:[^,。;\n]{0,2})修[订正改]")
_BARE = re.compile(r"第\s?\d{1,4}\s?号")
_CLAUSE = re.compile(r"[,。;\n]")
_BEFORE = 70
_NEAR_BEFORE = 12
_NEAR_AFTER = 20
_TRANSITION_DAYS = 183
_WEIGHT = {Kind.PASS: 0, Kind.REVIEW: 1, Kind.FAIL: 2}
_BRACKETS = {"[": r"[\[(<]", "(": r"[\[(<]", "<": r"[\[(<]", "]": r"[\])>]", ")": r"[\])>]", ">": r"[\])>]"}


@attrs.frozen(kw_only=True)
class Mention:
    """One mention of an instrument by its number.

    Attributes:
        instrument: Which.
        at: Where.
        basis: True where the words make it the basis of the report (根据…).
    """

    instrument: Instrument
    at: Place
    basis: bool


def weigh_mentions(report: AnnualReport, year: int) -> list[tuple[Mention, Kind]]:
    """For each instrument named the mention that weighs most, the first of equals, with the verdict on it."""
    worst: dict[str, tuple[Mention, Kind]] = {}
    for mention in _mentions(report, year):
        kind = _judge(report, mention, year)
        known = worst.get(mention.instrument.id)
        if known is None or _WEIGHT[kind] > _WEIGHT[known[1]]:
            worst[mention.instrument.id] = mention, kind
    return list(worst.values())


def _judge(report: AnnualReport, mention: Mention, year: int) -> Kind:
    one = mention.instrument
    if one.governs(year):
        return Kind.PASS
    known = report.published_on or report.signed_on
    if not mention.basis or (known is not None and _excused(one, known, year)):
        return Kind.REVIEW
    return Kind.FAIL


def _excused(one: Instrument, known: pendulum.Date, year: int) -> bool:
    if one.report_years is not None and one.report_years[0] > year:
        # Where the first day is not known, the first year it governs stands for it.
        return known.year >= one.report_years[0] if one.in_force_from is None else known >= one.in_force_from
    return one.in_force_to is not None and (known - one.in_force_to).days <= _TRANSITION_DAYS


def _mentions(report: AnnualReport, year: int) -> Iterator[Mention]:
    """Mentions by number, in the order of the text; those of the past or of what is to come are left out."""
    key = report.key
    found: dict[tuple[int, int], str] = {}
    for name, pattern in _patterns().items():
        for match in pattern.finditer(key, body_start(report)):
            start, end = match.span()
            revision = _revision(key, end, instrument(name))
            if revision is not None:
                found[revision[0]] = revision[1].id
            if not (_is_history(key, start, end) or (revision is not None and revision[1].governs(year))):
                found[start, end] = name
    for (start, end), name in sorted(found.items()):
        basis = _BASIS.search(key[max(0, start - _BEFORE) : start]) is not None
        yield Mention(instrument=instrument(name), at=report.place(start, end), basis=basis)


def _is_history(key: str, start: int, end: int) -> bool:
    before = _CLAUSE.split(key[max(0, start - _NEAR_BEFORE) : start])[-1]
    after = _CLAUSE.split(key[end : end + _NEAR_AFTER], maxsplit=1)[0]
    return _HISTORY.search(before) is not None or _HISTORY.search(after) is not None


def _revision(key: str, end: int, first: Instrument) -> tuple[tuple[int, int], Instrument] | None:
    """The number that the same sentence names as the revision of an instrument, and where it stands."""
    near = _REVISED_BY.match(key, end)
    stop = end if near is None else near.end()
    for name, pattern in _patterns().items():
        other = instrument(name)
        if other is first or other.kind != first.kind:
            continue
        short = _short_pattern(other.number or "")
        match = pattern.search(key, end, stop) or (short and short.search(key, end, stop))
        if match and _REVISION.match(key, match.end()) and not _ANOTHER_ACT.search(key, end, match.start()):
            return match.span(), other
    return None


@cache
def _short_pattern(number: str) -> re.Pattern[str] | None:
    """The number without the name of its decree (第711号)."""
    bare = _BARE.search(fold(number))
    return re.compile(_loose(bare.group())) if bare else None


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """The numbers of each instrument, whatever brackets and blanks they are printed with."""
    names = {name: _numbers(instrument(name)) for name in _WATCHED}
    shared = Counter(number for numbers in names.values() for number in set(numbers))
    return {
        name: re.compile("|".join(_loose(n) for n in sorted(numbers, key=len, reverse=True) if shared[n] == 1))
        for name, numbers in names.items()
    }


def _numbers(one: Instrument) -> list[str]:
    """Titles are left out: both Regulations have the same, and each form's title is part of another."""
    written = (one.number or "", *one.names)
    return [fold(words) for words in dict.fromkeys(written) if "号" in words]


def _loose(number: str) -> str:
    return r"\s?".join(_BRACKETS.get(sign, re.escape(sign)) for sign in number if not sign.isspace())
