"""What a user may choose, as one frozen type, with the place each value came from."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from fnmatch import fnmatchcase
from functools import wraps
from pathlib import Path
from typing import Literal, TypeAlias, TypeVar

import attrs

from govdisclosure.errors import UsageError
from govdisclosure.law.overlay import Overlay
from govdisclosure.model.agency import AgencyKind
from govdisclosure.model.report import AnnualReport
from govdisclosure.rules.outcome import Level
from govdisclosure.rules.rule import BlankIs, Finding, Question, Rule
from govdisclosure.text.language import Lang
from govdisclosure.text.suggestions import did_you_mean, nearest

__all__ = ["FailOn", "Settings"]

FailOn: TypeAlias = Literal["error", "warning", "note", "review", "open", "never"]
_E = TypeVar("_E", bound=StrEnum)


def _words(given: Iterable[str] | str) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)


def _ignored(given: Mapping[str, Iterable[str] | str]) -> dict[str, tuple[str, ...]]:
    return {glob: _words(codes) for glob, codes in given.items()}


def _levels(given: Mapping[str, Level | str]) -> dict[str, Level]:
    return {code: _member(Level, level) for code, level in given.items()}


def _kinds(given: Mapping[str, AgencyKind | str]) -> dict[str, AgencyKind]:
    return {glob: _member(AgencyKind, kind) for glob, kind in given.items()}


def _member(kind: type[_E], word: str) -> _E:
    try:
        return kind(word)
    except ValueError:
        listed = ", ".join(kind)
        raise UsageError(f"{word!r} 只能是 {listed}", f"{word!r} must be one of {listed}") from None


def _overlays(given: Iterable[Overlay]) -> tuple[Overlay, ...]:
    found = tuple(given)
    for one, times in Counter(overlay.id for overlay in found).items():
        if times > 1:
            raise UsageError(
                f"overlay：地方规定 {one} 给出了{times}次，结果会重复计数，请只留一个",
                f"overlay: the local rules {one} are given {times} times and would count as often: leave one",
            )
    return found


@attrs.frozen(kw_only=True)
class Settings:
    """What a user may choose. The names are those of the keys of ``[tool.govdisclosure]``, with underscores.

    Attributes:
        select: Codes or families to run; all when empty.
        extend_select: Further ones, besides ``select``.
        ignore: Codes or families to leave out.
        per_file_ignores: Glob of a file's name or path, and the codes or families left out for it.
        levels: Code or family, and the level of its ``fail`` (the longest that fits); doubt in the law still caps it.
        blank_is: What a blank cell counts as.
        organ_kinds: Glob of an organ's name, and the kind of organ it is; the first that fits.
        overlay: Local rules.
        language: Of messages on the command line.
        fail_on: The gravity from which the command line exits with 1.
        prefer_readers: Names of readers of plugins that go before the formats that are built in.
        file: The file they were read from; ``None`` for those that were not read.
        origins: The place of each value that was read, by name: ``file: key``.
    """

    select: tuple[str, ...] = attrs.field(default=(), converter=_words)
    extend_select: tuple[str, ...] = attrs.field(default=(), converter=_words)
    ignore: tuple[str, ...] = attrs.field(default=(), converter=_words)
    per_file_ignores: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict, converter=_ignored)
    levels: Mapping[str, Level] = attrs.field(factory=dict, converter=_levels)
    blank_is: BlankIs = "open"
    organ_kinds: Mapping[str, AgencyKind] = attrs.field(factory=dict, converter=_kinds)
    overlay: tuple[Overlay, ...] = attrs.field(default=(), converter=_overlays)
    language: Lang = "zh"
    fail_on: FailOn = "error"
    prefer_readers: tuple[str, ...] = attrs.field(default=(), converter=_words)
    file: str | None = None
    origins: Mapping[str, str] = attrs.field(factory=dict, eq=False)

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> "Settings":
        """Read settings.

        Args:
            path: ``pyproject.toml`` (its table ``[tool.govdisclosure]``), or a TOML file with the keys at its top.

        Raises:
            UsageError: It is no TOML, or a key or value is not known; the message names file and key, all at once.
            ReadError: It cannot be read.
        """
        from govdisclosure.settings.loading import load  # noqa: PLC0415  it needs this class

        return load(os.fspath(path))

    def selected(self, rules: Iterable[Rule]) -> tuple[str, ...]:
        """What to run of some rules: nothing named is everything.

        Settings are written for every command: a ``select`` that names no rule about a register says nothing of
        registers, and leaves them all their rules.

        Args:
            rules: Those about what is judged.
        """
        codes = [rule.code for rule in rules]
        fitting = tuple(word for word in self.select if any(code.startswith(word.upper()) for code in codes))
        further = tuple(word for word in self.extend_select if any(code.startswith(word.upper()) for code in codes))
        return (*fitting, *further) if fitting else ()

    def require(self, rules: Iterable[Rule]) -> None:
        """Turn away codes that fit no rule.

        Args:
            rules: Every rule there is.

        Raises:
            UsageError: A code is not known; the message names the file and key, and the nearest codes.
        """
        codes = [rule.code for rule in rules]
        named = {name: getattr(self, name) for name in ("select", "extend_select", "ignore", "levels")}
        named["per_file_ignores"] = [code for some in self.per_file_ignores.values() for code in some]
        for name, words in named.items():
            for word in words:
                if not word or not any(code.startswith(word.upper()) for code in codes):
                    place, (hint_zh, hint_en) = self.origins.get(name, name), did_you_mean(nearest(word, codes))
                    raise UsageError(f"{place} 没有规则 {word!r}{hint_zh}", f"{place} no rule {word!r}{hint_en}")

    def tuned(self, rules: Iterable[Rule], *sources: str | None) -> tuple[Rule, ...]:
        """Rules without those left out for a file, at the levels that were chosen.

        Args:
            rules: The rules.
            sources: The file's name or path; several files that are judged as one leave out what each of them does.
        """
        unwanted = [tuple(self._left_out(source)) for source in sources if source]
        return tuple(
            _at(rule, self.level_of(rule))
            for rule in rules
            if not (unwanted and all(rule.code.startswith(words) for words in unwanted))
        )

    def known(self, report: AnnualReport) -> AnnualReport:
        """A report with the kind of its organ as it was chosen."""
        if report.agency is None:
            return report
        name = report.agency.name
        kind = next((kind for glob, kind in self.organ_kinds.items() if fnmatchcase(name, glob)), report.agency.kind)
        return attrs.evolve(report, agency=attrs.evolve(report.agency, kind=kind))

    def _left_out(self, source: str) -> Iterator[str]:
        path = Path(source)
        shown = {path.name, path.as_posix()}
        if self.file is not None:
            root = Path(self.file).absolute().parent
            whole = Path(os.path.abspath(source))  # noqa: PTH100  Path.resolve would follow links
            shown |= {whole.relative_to(root).as_posix()} if whole.is_relative_to(root) else set()
        for glob, codes in self.per_file_ignores.items():
            if any(fnmatchcase(one, glob) for one in shown):
                yield from (code.upper() for code in codes)

    def level_of(self, rule: Rule) -> Level | None:
        """The level chosen for a rule; ``None`` where it keeps its own."""
        fitting = [word for word in self.levels if rule.code.startswith(word.upper())]
        return self.levels[max(fitting, key=len)] if fitting else None


def _at(rule: Rule, level: Level | None) -> Rule:
    """A rule whose findings weigh as was chosen, whatever level they ask for themselves."""
    if level is None:
        return rule

    @wraps(rule.check)
    def check(question: Question) -> Iterator[Finding]:
        return (attrs.evolve(finding, level=None) for finding in rule.check(question))

    return attrs.evolve(rule, level=level, check=check)
