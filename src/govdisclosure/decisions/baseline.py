"""A baseline: the outcomes of a run that somebody has seen, as a JSON file."""

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any

import attrs
import pendulum

from govdisclosure.decisions.judged import ATTENTION, Judgements, pairs, whose
from govdisclosure.errors import UsageError
from govdisclosure.rules.outcome import Kind, Level, Outcome
from govdisclosure.text.json import dumps_line

__all__ = ["SCHEMA", "Baseline", "BaselineEntry", "entry_of"]

SCHEMA = 1
_KEYS = ("whose", "rule", "subject", "fingerprint", "kind", "level", "content")


@attrs.frozen(kw_only=True, order=True)
class BaselineEntry:
    """One outcome that is known.

    Attributes:
        whose: Organ and year (``register`` for a register or catalogue); the path where either is not known.
        rule: Code of the rule.
        subject: Logical place.
        fingerprint: That of the outcome.
        kind: ``fail``, ``review`` or ``open``.
        level: Its level.
        content: Digest of kind, level, message and figures: another one tells that the outcome changed.
        entry: Number of the entry of a register or catalogue that it is about; empty for what is about none.
    """

    whose: str
    rule: str
    subject: str
    fingerprint: str
    kind: Kind
    level: Level
    content: str
    entry: str = ""


def _sorted(entries: Iterable[BaselineEntry]) -> tuple[BaselineEntry, ...]:
    return tuple(sorted(set(entries)))


@attrs.frozen
class Baseline:
    """Outcomes that are known; equal ones once, in a fixed order. Words of the reports are not in it.

    Attributes:
        entries: Sorted.
        ruleset: Version of the rule set that found them.
        as_of: The latest day of judgement on which they were found; ``None`` where none was given.
    """

    entries: tuple[BaselineEntry, ...] = attrs.field(default=(), converter=_sorted)
    ruleset: str = ""
    as_of: pendulum.Date | None = None

    @classmethod
    def of(cls, judgements: Judgements, *, as_of: pendulum.Date | None = None) -> "Baseline":
        """The baseline of a run: what failed, is for review or open, save what is suppressed.

        Args:
            judgements: An assessment, several, or pairs of source and assessment. A suppressed outcome is left out,
                so that it is new again on the day its suppression ends.
            as_of: The day on which the run judged, where one was given.
        """
        found = pairs(judgements)
        entries = (entry_of(one, whose(source, verdicts)) for source, verdicts in found for one in _open(verdicts))
        return cls(entries, max((verdicts.ruleset for _, verdicts in found), default=""), as_of)

    @classmethod
    def loads(cls, text: str) -> "Baseline":
        """Read the text of a baseline file.

        Raises:
            UsageError: It is none, or one of a later release.
        """
        try:
            document = json.loads(text)
        except (ValueError, RecursionError):
            raise _bad("不是JSON", "not JSON") from None
        if not isinstance(document, dict) or not isinstance(document.get("entries"), list):
            raise _bad("没有 entries", "there are no entries")
        if document.get("schema") != SCHEMA:
            raise _bad(f"schema 应为 {SCHEMA}", f"schema must be {SCHEMA}")
        ruleset = document.get("ruleset")
        entries = [_entry(raw, place) for place, raw in enumerate(document["entries"], 1)]
        return cls(entries, ruleset if isinstance(ruleset, str) else "", _day(document.get("as_of")))

    def dumps(self) -> str:
        """The baseline as JSON, an entry a line, so that a version control system shows what changed."""
        head = {"schema": SCHEMA, "ruleset": self.ruleset} | ({"as_of": str(self.as_of)} if self.as_of else {})
        first = dumps_line(head).removesuffix("}")
        lines = ",".join(f"\n{dumps_line(_written(entry))}" for entry in self.entries)
        return f'{first},"entries":[{lines}\n]}}\n'

    def __len__(self) -> int:
        """Number of entries."""
        return len(self.entries)

    def __iter__(self) -> Iterator[BaselineEntry]:
        """Iterate over the entries."""
        return iter(self.entries)

    def __repr__(self) -> str:
        """One line: how many entries there are."""
        return f"<Baseline: {len(self.entries)} entries>"


def entry_of(outcome: Outcome, name: str) -> BaselineEntry:
    """An outcome as an entry; ``name`` says whose it is."""
    facts = json.dumps(_plain(outcome.facts), sort_keys=True)
    words = f"{outcome.kind.value}\x1f{outcome.level.value}\x1f{outcome.message.zh}\x1f{facts}"
    return BaselineEntry(
        whose=name,
        rule=outcome.rule,
        subject=outcome.subject,
        fingerprint=outcome.fingerprint,
        kind=outcome.kind,
        level=outcome.level,
        content=sha256(words.encode("utf-8", "backslashreplace")).hexdigest()[:16],
        entry=outcome.entry or "",
    )


def _open(outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
    return (one for one in outcomes if one.kind in ATTENTION and one.suppression is None)


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return value if value is None or isinstance(value, bool | int | str) else str(value)


def _entry(raw: Any, place: int) -> BaselineEntry:  # noqa: ANN401  whatever the file holds
    if not isinstance(raw, dict) or any(not isinstance(raw.get(key), str) for key in _KEYS):
        raise _bad(f"第{place}条不完整", f"entry {place} is not complete")
    try:
        kind, level = Kind(raw["kind"]), Level(raw["level"])
    except ValueError:
        raise _bad(f"第{place}条的 kind 或 level 不对", f"kind or level of entry {place} is unknown") from None
    number = raw.get("entry", "")
    if not isinstance(number, str):
        raise _bad(f"第{place}条的 entry 应为文字", f"entry of no. {place} must be text")
    return BaselineEntry(**{key: raw[key] for key in _KEYS} | {"kind": kind, "level": level, "entry": number})


def _written(entry: BaselineEntry) -> dict[str, str]:
    return {key: value for key, value in attrs.asdict(entry).items() if value or key in _KEYS}


def _day(raw: object) -> pendulum.Date | None:
    try:
        return None if raw is None else pendulum.Date.fromisoformat(str(raw))
    except ValueError:
        raise _bad("as_of 不是日期", "as_of is no date") from None


def _bad(zh: str, en: str) -> UsageError:
    return UsageError(
        f"这不是基线文件（{zh}）；请用 --write-baseline 重新生成",
        f"this is no baseline file ({en}); write it anew with --write-baseline",
    )
