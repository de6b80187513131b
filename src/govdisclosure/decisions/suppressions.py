"""Suppressions: outcomes somebody has decided to let stand, in a TOML file beside the documents."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from enum import StrEnum
from typing import Any

import attrs
import pendulum

from govdisclosure.decisions.judged import ATTENTION, Judgements, agency_of, pairs, path_of, year_of
from govdisclosure.errors import UsageError
from govdisclosure.rules.decision import Suppression
from govdisclosure.rules.organs import name_key
from govdisclosure.rules.outcome import Message, Outcome, Verdicts
from govdisclosure.text.display import one_line
from govdisclosure.text.suggestions import SHOWN, did_you_mean, nearest, wide_signs

__all__ = ["SCHEMA", "SuppressionState", "SuppressionStatus", "Suppressions", "is_about"]

SCHEMA = 1
_CODE = re.compile(r"[A-Z]{3}(?:\d{3})?")
_TEXTS = ("code", "reason", "subject", "fingerprint", "entry", "agency", "source", "by")
_NARROWING = ("subject", "fingerprint", "entry", "agency", "year", "source")
_KNOWN = (*_TEXTS, "year", "until")


class SuppressionState(StrEnum):
    """What became of a suppression in a run."""

    USED = "used"
    UNUSED = "unused"
    """The report and the rule were judged, and nothing is left to suppress."""
    EXPIRED = "expired"
    """Its last day is past; it suppresses nothing."""
    UNDATED = "undated"
    """It has a last day and no day of judgement was given: it suppresses nothing."""
    ELSEWHERE = "elsewhere"
    """Nothing it is about was judged in this run."""


@attrs.frozen(kw_only=True)
class SuppressionStatus:
    """A suppression and what became of it.

    Attributes:
        suppression: The suppression.
        number: Its place in the file, from 1.
        state: What became of it.
        count: How many outcomes it suppresses, or would where it is expired or undated.
    """

    suppression: Suppression
    number: int
    state: SuppressionState
    count: int


def _tuple(entries: Iterable[Suppression]) -> tuple[Suppression, ...]:
    return tuple(entries)


@attrs.frozen
class Suppressions:
    """The suppressions of a file, in its order; the first that fits an outcome holds.

    Attributes:
        entries: The suppressions.
    """

    entries: tuple[Suppression, ...] = attrs.field(default=(), converter=_tuple)

    @classmethod
    def loads(cls, text: str) -> "Suppressions":
        """Read the text of a file of suppressions: ``schema = 1`` and ``[[suppress]]`` tables.

        Raises:
            UsageError: It is no TOML, a key is unknown or of the wrong type, or code, reason or place is missing.
        """
        try:
            raw = tomllib.loads(text.removeprefix("\ufeff"))
        except (ValueError, RecursionError) as fault:
            words = one_line(str(fault))[:SHOWN]
            zh, en = wide_signs(text, str(fault))
            raise _bad(f"不是 TOML：{words}{zh}", f"not TOML: {words}{en}") from None
        for key in raw:
            _require_known(key, ("schema", "suppress"), Message("", ""))
        if raw.get("schema", SCHEMA) != SCHEMA:
            raise _bad(f"schema 应为 {SCHEMA}", f"schema must be {SCHEMA}")
        tables = raw.get("suppress", [])
        if not isinstance(tables, list):
            raise _bad("每条写作 [[suppress]]", "each is a table [[suppress]]")
        return cls([_suppression(table, number) for number, table in enumerate(tables, 1)])

    def apply(
        self, judgements: Judgements, *, as_of: pendulum.Date | None = None
    ) -> tuple[tuple[tuple[str, Verdicts], ...], tuple[SuppressionStatus, ...]]:
        """Mark the outcomes that are suppressed.

        Args:
            judgements: An assessment, several, or pairs of source and assessment.
            as_of: The day on which a suppression must still hold. Without it none that has a last day does.

        Returns:
            The assessments, their outcomes with ``suppression`` where one fits, and what became of each suppression.
        """
        counts, met = [0] * len(self.entries), [False] * len(self.entries)
        assessed = []
        for source, verdicts in pairs(judgements):
            rules = {one.rule for one in verdicts.outcomes}
            near = [n for n, one in enumerate(self.entries) if is_about(one, source, verdicts)]
            for n in near:
                met[n] = met[n] or any(rule.startswith(self.entries[n].code) for rule in rules)
            outcomes = tuple(self._marked(one, near, counts, as_of) for one in verdicts.outcomes)
            assessed.append((source, attrs.evolve(verdicts, outcomes=outcomes)))
        return tuple(assessed), tuple(self._statuses(counts, met, as_of))

    def _marked(self, outcome: Outcome, near: list[int], counts: list[int], as_of: pendulum.Date | None) -> Outcome:
        holds = None
        if outcome.kind in ATTENTION:
            for n in near:
                if _fits(self.entries[n], outcome):
                    holds = holds or (self.entries[n] if _in_time(self.entries[n], as_of) else None)
                    counts[n] += 1
        return attrs.evolve(outcome, suppression=holds)

    def _statuses(self, counts: list[int], met: list[bool], as_of: pendulum.Date | None) -> Iterator[SuppressionStatus]:
        for n, one in enumerate(self.entries):
            if one.until is not None and as_of is None:
                state = SuppressionState.UNDATED
            elif not _in_time(one, as_of):
                state = SuppressionState.EXPIRED
            elif counts[n]:
                state = SuppressionState.USED
            else:
                state = SuppressionState.UNUSED if met[n] else SuppressionState.ELSEWHERE
            yield SuppressionStatus(suppression=one, number=n + 1, state=state, count=counts[n])

    def __len__(self) -> int:
        """Number of suppressions."""
        return len(self.entries)

    def __iter__(self) -> Iterator[Suppression]:
        """Iterate over the suppressions."""
        return iter(self.entries)

    def __repr__(self) -> str:
        """One line: how many there are."""
        return f"<Suppressions: {len(self.entries)}>"


def _in_time(one: Suppression, as_of: pendulum.Date | None) -> bool:
    return one.until is None or (as_of is not None and as_of <= one.until)


def is_about(one: Suppression, source: str, verdicts: Verdicts) -> bool:
    """Whether a suppression is about this report or register."""
    agency = agency_of(verdicts)
    if one.agency is not None and (agency is None or one.agency not in {agency.name, name_key(agency)}):
        return False
    if one.year is not None and one.year != year_of(verdicts):
        return False
    return one.source is None or _matches(path_of(one.source), path_of(source))


def _fits(one: Suppression, outcome: Outcome) -> bool:
    return (
        outcome.rule.startswith(one.code)
        and one.fingerprint in {None, outcome.fingerprint}
        and one.entry in {None, outcome.entry}
        and (one.subject is None or _matches(one.subject, outcome.subject))
    )


def _matches(pattern: str, text: str) -> bool:
    """Whether a pattern covers the whole text; in time that grows with both alone."""
    first, *more = pattern.split("*")
    if not more:
        return pattern == text
    if not text.startswith(first) or len(text) < len(first) + len(more[-1]):
        return False
    at, end = len(first), len(text) - len(more[-1])
    for part in more[:-1]:
        at = text.find(part, at, end)
        if at < 0:
            return False
        at += len(part)
    return text.endswith(more[-1])


def _suppression(table: Any, number: int) -> Suppression:  # noqa: ANN401  whatever the file holds
    where = Message(f"第{number}条：", f"no. {number}: ")
    if not isinstance(table, dict):
        raise _bad(f"{where.zh}每条写作 [[suppress]]", f"{where.en}each is a table [[suppress]]")
    for key, value in table.items():
        _require_known(key, _KNOWN, where)
        wanted = int if key == "year" else date if key == "until" else str
        if not isinstance(value, wanted) or isinstance(value, bool | datetime) or value == "":
            kinds = {int: ("整数", "a whole number"), date: ("日期（2026-12-31，不加引号）", "a date, without quotes")}
            zh, en = kinds.get(wanted, ("文字（加引号）", "text in quotes"))
            raise _bad(f"{where.zh}{key} 应为{zh}", f"{where.en}{key} must be {en}")
    if not str(table.get("reason", "")).strip():
        raise _bad(f"{where.zh}缺少 reason（理由）", f"{where.en}reason is missing")
    if not _CODE.fullmatch(table.get("code", "")):
        zh, en = "code 应为规则代码或类别（STR101、STR）", "code must be a rule or a family (STR101, STR)"
        raise _bad(where.zh + zh, where.en + en)
    if not any(key in table for key in _NARROWING):
        zh = f"请至少写明 {'、'.join(_NARROWING)} 之一；不用某条规则请用 --ignore"
        en = f"say one of {', '.join(_NARROWING)}; to leave a rule out use --ignore"
        raise _bad(where.zh + zh, where.en + en)
    until = table.get("until")
    day = None if until is None else pendulum.Date(until.year, until.month, until.day)
    return Suppression(**{**table, "until": day})


def _require_known(key: str, known: tuple[str, ...], where: Message) -> None:
    if key not in known:
        zh, en = did_you_mean(nearest(key, known))
        shown = repr(one_line(key)[:SHOWN])
        raise _bad(f"{where.zh}没有键 {shown}{zh}", f"{where.en}no key {shown}{en}")


def _bad(zh: str, en: str) -> UsageError:
    return UsageError(f"抑制清单有误：{zh}", f"the file of suppressions is wrong: {en}")
