"""Which rules run: what was asked for, what the settings say, and what plugins add."""

from collections.abc import Iterable

import attrs

from govdisclosure.errors import UsageError
from govdisclosure.plugins import Plugins
from govdisclosure.rules.registry import COLLECTIONS, REPORTS, RULES
from govdisclosure.rules.registry import select as selected
from govdisclosure.rules.rule import About, Rule
from govdisclosure.settings.settings import Settings
from govdisclosure.writing.run import Chosen

__all__ = ["Choice", "choose", "running_codes"]

_KINDS: tuple[tuple[About, ...], ...] = (REPORTS, ("requests", "cases"), ("items",), COLLECTIONS)
"""What one call judges: a report, a register, a catalogue, a collection."""


@attrs.frozen(kw_only=True)
class Choice:
    """What runs.

    Attributes:
        settings: What holds besides the arguments.
        plugins: What other packages add.
        named: Codes or families that were asked for; all rules when empty.
        rules: The rules, at the levels of their cards.
    """

    settings: Settings
    plugins: Plugins
    named: tuple[str, ...]
    rules: tuple[Rule, ...]

    @property
    def chosen(self) -> Chosen:
        """What the settings make of the rules, for outputs."""
        levels = {rule.code: self.settings.level_of(rule) for rule in self.rules}
        return Chosen(
            levels={code: level for code, level in levels.items() if level is not None},
            per_file_ignores=self.settings.per_file_ignores,
        )


def choose(
    about: Iterable[About],
    select: Iterable[str],
    ignore: Iterable[str],
    settings: Settings | None,
    plugins: Plugins | None,
) -> Choice:
    """Choose the rules of one call; arguments win over settings.

    Args:
        about: What is judged.
        select: Codes or families to run.
        ignore: Codes or families to leave out.
        settings: What else was chosen.
        plugins: What other packages add.

    Raises:
        UsageError: A code is not known, no rule is left, or a reader that is preferred cannot be used.
    """
    held = Settings() if settings is None else settings
    added = Plugins() if plugins is None else plugins
    if held.prefer_readers and "readers" in added.groups:
        added = added.preferring(*held.prefer_readers)
    known, judged = (*RULES, *added.rules), tuple(about)
    if not added.lacks_rules:
        held.require(known)
    if not isinstance(select, Iterable):
        raise UsageError("规则代码应为文字，例如 STR101", "codes of rules are words, such as STR101")
    given = (select,) if isinstance(select, str) else tuple(select)
    named = given or held.selected(rule for rule in known if rule.about in judged)
    return Choice(
        settings=held,
        plugins=added,
        named=named,
        rules=selected(named, ignore or _known(held.ignore, known), judged, added.rules),
    )


def running_codes(settings: Settings, plugins: Plugins) -> frozenset[str]:
    """Codes of the rules that run by the settings alone, whatever is judged.

    Args:
        settings: What was chosen.
        plugins: What other packages add.

    Raises:
        UsageError: A code in the settings is not known.
    """
    if not plugins.lacks_rules:
        settings.require((*RULES, *plugins.rules))
    found: list[str] = []
    for about in _KINDS:
        known = [rule for rule in (*RULES, *plugins.rules) if rule.about in about]
        named, unwanted = (
            tuple(word.upper() for word in words) for words in (settings.selected(known), settings.ignore)
        )
        kept = (rule.code for rule in known if not named or rule.code.startswith(named))
        found += (code for code in kept if not (unwanted and code.startswith(unwanted)))
    return frozenset(found)


def _known(words: Iterable[str], rules: Iterable[Rule]) -> tuple[str, ...]:
    """Words that fit a rule; the others are about a plugin that is not there."""
    codes = [rule.code for rule in rules]
    return tuple(word for word in words if any(code.startswith(word.upper()) for code in codes))
