"""What other packages add through entry points: found by name, loaded when asked for, and one that breaks is told."""

from collections.abc import Callable, Iterable
from importlib.metadata import EntryPoint, entry_points
from typing import Any

import attrs

from govdisclosure.errors import UsageError
from govdisclosure.law import cite
from govdisclosure.law.workdays import CalendarNotice, WorkCalendar, published_calendar
from govdisclosure.rules.outcome import Message
from govdisclosure.rules.registry import RULES
from govdisclosure.rules.rule import Rule
from govdisclosure.text.display import one_line

__all__ = ["GROUPS", "Plugin", "Plugins", "load_plugins"]

GROUPS = ("rules", "readers", "writers", "calendars")
"""Entry points are ``govdisclosure.rules`` and so on. Of rules: a ``Rule`` or several; of calendars: a
``CalendarNotice`` or several; of readers and writers: something to call."""


@attrs.frozen(kw_only=True)
class Plugin:
    """One entry point.

    Attributes:
        group: ``rules``, ``readers``, ``writers`` or ``calendars``.
        name: Its name in that group.
        package: The distribution that brings it, with its version; ``None`` where it does not say.
        value: What was loaded; ``None`` where it broke.
        fault: Why it cannot be used; ``None`` where it can.
    """

    group: str
    name: str
    package: str | None
    value: Any = None
    fault: Message | None = None


@attrs.frozen(kw_only=True)
class Plugins:
    """What was found, sorted by group and name.

    Attributes:
        found: Every entry point, those that broke among them.
    """

    found: tuple[Plugin, ...] = ()

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules they add, in the order of their codes."""
        rules = (rule for one in self.found if one.group == "rules" and one.fault is None for rule in one.value)
        return tuple(sorted(rules, key=lambda rule: rule.code))

    @property
    def faults(self) -> tuple[Message, ...]:
        """What is to be said of each that broke."""
        return tuple(one.fault for one in self.found if one.fault is not None)

    def calendar(self) -> WorkCalendar:
        """The published calendar with the notices they add."""
        added = [
            one for plugin in self.found if plugin.group == "calendars" and not plugin.fault for one in plugin.value
        ]
        return published_calendar().with_notice(*added)


def load_plugins(groups: Iterable[str] = GROUPS) -> Plugins:
    """Load what is installed.

    Args:
        groups: Of :data:`GROUPS`.

    Returns:
        What was found. One that raises, or is not what its group wants, is kept with the reason; the rest goes on.
    """
    taken = {rule.code: "govdisclosure" for rule in RULES}
    found: list[Plugin] = []
    for group in groups:
        points = entry_points(group=f"govdisclosure.{group}")
        ordered = sorted(points, key=lambda one: (one.name, one.value, _package(one) or ""))
        found += [_loaded(group, point, taken) for point in ordered]
    return Plugins(found=tuple(found))


def _loaded(group: str, point: EntryPoint, taken: dict[str, str]) -> Plugin:
    plugin = Plugin(group=group, name=point.name, package=_package(point))
    try:
        value = _fitting(group, point.load(), taken)
    except (Exception, SystemExit) as error:  # noqa: BLE001  whatever a stranger's module does, the rest goes on
        why = error if isinstance(error, UsageError) else UsageError(type(error).__name__)
        zh = f"插件 {plugin.group}:{plugin.name}（{plugin.package or '来源不明'}）不能使用：{one_line(why.zh)}"
        en = (
            f"plugin {plugin.group}:{plugin.name} ({plugin.package or 'of no package'}) is not used: {one_line(why.en)}"
        )
        return attrs.evolve(plugin, fault=Message(zh, en))
    taken |= {rule.code: plugin.name for rule in value} if group == "rules" else {}
    return attrs.evolve(plugin, value=value)


def _fitting(group: str, value: Any, taken: dict[str, str]) -> Any:  # noqa: ANN401  whatever a package names
    if group in {"readers", "writers"}:
        if not isinstance(value, Callable):  # type: ignore[arg-type]
            raise UsageError("应为可以调用的对象", "must be something to call")
        return value
    wanted = Rule if group == "rules" else CalendarNotice
    several = (value,) if isinstance(value, wanted) else tuple(value)
    if not all(isinstance(one, wanted) for one in several):
        raise UsageError(f"应为 {wanted.__name__}", f"must be a {wanted.__name__} or several")
    for one in several:
        if isinstance(one, Rule):
            if one.code in taken:
                raise UsageError(f"规则代码 {one.code} 已被占用", f"the code {one.code} is taken")
            _ = [cite(key) for key in one.cites]
    return several


def _package(point: EntryPoint) -> str | None:
    return None if point.dist is None else f"{point.dist.name} {point.dist.version}"
