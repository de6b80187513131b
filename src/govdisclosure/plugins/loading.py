"""What other packages add through entry points: found by name, loaded when asked for, and one that breaks is told."""

import re
from collections.abc import Callable, Iterable, Sequence
from importlib.metadata import EntryPoint, entry_points
from typing import Any, TypeVar, get_args

import attrs

from govdisclosure.errors import UsageError
from govdisclosure.law import cite
from govdisclosure.law.workdays import CalendarNotice, WorkCalendar, published_calendar
from govdisclosure.plugins.protocols import Reader, Writer
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.registry import RULES
from govdisclosure.rules.rule import About, Beside, Rule
from govdisclosure.text.display import one_line
from govdisclosure.text.suggestions import did_you_mean, nearest

__all__ = ["GROUPS", "TAKEN", "Plugin", "Plugins", "load_plugins"]

_T = TypeVar("_T")
GROUPS = ("rules", "readers", "writers", "calendars")
"""Entry points are ``govdisclosure.rules`` and so on. Of rules: a ``Rule`` or several; of calendars: a
``CalendarNotice`` or several; of readers and writers: see :class:`~govdisclosure.Reader` and
:class:`~govdisclosure.Writer`."""
TAKEN = ("text", "json", "jsonl", "sarif", "junit", "github", "csv", "markdown", "html", "docx", "xlsx")
"""Names of forms of output that a writer cannot have."""
_NAME = re.compile(r"[a-z][a-z0-9_.-]{0,39}")
_SUFFIX = re.compile(r"\.[^./\\\s]{1,20}")


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

    @property
    def zh(self) -> str:
        """What it is called in Chinese, with its package."""
        return f"插件 {self.group}:{self.name}（{self.package or '来源不明'}）"

    @property
    def en(self) -> str:
        """The same in English."""
        return f"plugin {self.group}:{self.name} ({self.package or 'of no package'})"


@attrs.frozen(kw_only=True)
class Plugins:
    """What was found, sorted by group and name.

    Attributes:
        found: Every entry point, those that broke among them.
        groups: The groups that were looked for.
        preferred: Names of readers that go before the formats that are built in.
        declined: True where they were declined for once; settings may name what they bring all the same.
    """

    found: tuple[Plugin, ...] = ()
    groups: tuple[str, ...] = ()
    declined: bool = False
    preferred: tuple[str, ...] = ()

    def of(self, group: str) -> tuple[Plugin, ...]:
        """Those of a group that can be used."""
        return tuple(one for one in self.found if one.group == group and one.fault is None)

    def preferring(self, *names: str) -> "Plugins":
        """The same, with readers that go before the formats that are built in.

        Args:
            names: Of readers, the first asked first.

        Raises:
            UsageError: There is no such reader, or it cannot be used; the message names the nearest ones.
        """
        known = [one.name for one in self.of("readers")]
        for name in names:
            if name not in known:
                hint_zh, hint_en = did_you_mean(nearest(name, known))
                raise UsageError(f"没有可用的读取插件 {name!r}{hint_zh}", f"no usable reader {name!r}{hint_en}")
        return attrs.evolve(self, preferred=names)

    @property
    def lacks_rules(self) -> bool:
        """True where rules that settings may name are not there: their plugin broke, or was declined."""
        return self.declined or bool(self.faults_of("rules"))

    @property
    def suffixes(self) -> frozenset[str]:
        """Endings of names that readers ask for, in lower case."""
        return frozenset(suffix.lower() for one in self.of("readers") for suffix in one.value.suffixes)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules they add, in the order of their codes."""
        rules = (rule for one in self.of("rules") for rule in one.value)
        return tuple(sorted(rules, key=lambda rule: rule.code))

    @property
    def faults(self) -> tuple[Message, ...]:
        """What is to be said of each that broke."""
        return tuple(one.fault for one in self.found if one.fault is not None)

    def faults_of(self, *groups: str) -> tuple[Message, ...]:
        """What is to be said of each of some groups that broke."""
        return tuple(one.fault for one in self.found if one.fault is not None and one.group in groups)

    def calendar(self) -> WorkCalendar:
        """The published calendar with the notices they add."""
        return published_calendar().with_notice(*_notices(self.found))


def load_plugins(groups: Iterable[str] = GROUPS) -> Plugins:
    """Load what is installed.

    Args:
        groups: Of :data:`~govdisclosure.plugins.GROUPS`.

    Returns:
        What was found. One that raises, or is not what its group wants, is kept with the reason; the rest goes on.
    """
    found: list[Plugin] = []
    wanted = tuple(groups)
    for group in wanted:
        points = entry_points(group=f"govdisclosure.{group}")
        for point in sorted(points, key=lambda one: (one.name, one.value, _package(one) or "")):
            found.append(_loaded(group, point, found))
    return Plugins(found=tuple(found), groups=wanted)


def _notices(found: Iterable[Plugin]) -> list[CalendarNotice]:
    return [one for plugin in found if plugin.group == "calendars" and not plugin.fault for one in plugin.value]


def _loaded(group: str, point: EntryPoint, before: Sequence[Plugin]) -> Plugin:
    plugin = Plugin(group=group, name=point.name, package=_package(point))
    try:
        value = _FITTING[group](point.load(), point.name, before)
    except (Exception, SystemExit) as error:  # noqa: BLE001  whatever a stranger's module does, the rest goes on
        why = error if isinstance(error, UsageError) else UsageError(type(error).__name__)
        fault = Message(
            f"{plugin.zh}不能使用：{one_line(why.zh)}",
            f"{plugin.en} is not used: {one_line(why.en)}",
        )
        return attrs.evolve(plugin, fault=fault)
    return attrs.evolve(plugin, value=value)


def _rules(value: Any, _name: str, before: Sequence[Plugin]) -> tuple[Rule, ...]:  # noqa: ANN401  whatever is named
    several = _several(value, Rule)
    taken = {rule.code for rule in RULES} | {
        rule.code for one in before if one.group == "rules" and one.fault is None for rule in one.value
    }
    for one in several:
        if one.code in taken:
            raise UsageError(f"规则代码 {one.code} 已被占用", f"the code {one.code} is taken")
        taken.add(one.code)
        _require_card(one)
    return several


def _require_card(rule: Rule) -> None:
    """Turn away a card that outputs could not write."""
    right = (
        isinstance(rule.level, Level)
        and isinstance(rule.title, Message)
        and all(isinstance(kind, Kind) for kind in rule.kinds)
        and rule.about in get_args(About)
        and rule.beside in {None, *get_args(Beside)}
        and callable(rule.check)
    )
    if not right:
        raise UsageError(
            f"规则 {rule.code} 的 level、kinds、title、about、beside 或 check 不对",
            f"{rule.code}: its level, kinds, title, about, beside or check is of a wrong kind",
        )
    _ = [cite(key) for key in rule.cites]


def _calendars(value: Any, _name: str, before: Sequence[Plugin]) -> tuple[CalendarNotice, ...]:  # noqa: ANN401  so
    several = _several(value, CalendarNotice)
    published_calendar().with_notice(*_notices(before), *several)
    return several


def _reader(value: Any, name: str, before: Sequence[Plugin]) -> Reader:  # noqa: ANN401  so
    made = value() if isinstance(value, type) else value
    _require_name(name, before, "readers")
    if not isinstance(made, Reader) or not callable(made.sniff) or not callable(made.read):
        raise UsageError("应有 suffixes、media_type、sniff 和 read", "must have suffixes, media_type, sniff and read")
    words = made.suffixes if not isinstance(made.suffixes, str) else ()
    if not words or not all(isinstance(one, str) and _SUFFIX.fullmatch(one) for one in words):
        raise UsageError('suffixes 应为一组扩展名，如 (".ofd",)', 'suffixes must be endings such as (".ofd",)')
    if not isinstance(made.media_type, str):
        raise UsageError("media_type 应为文字", "media_type must be a word")
    return made


def _writer(value: Any, name: str, before: Sequence[Plugin]) -> Writer:  # noqa: ANN401  so
    made = value() if isinstance(value, type) else value
    _require_name(name, before, "writers")
    if name in TAKEN:
        raise UsageError(f"输出格式 {name} 已有", f"the form of output {name} is taken")
    if not isinstance(made, Writer):
        raise UsageError("应为可以调用的对象", "must be something to call")
    return made


_FITTING: dict[str, Callable[[Any, str, Sequence[Plugin]], Any]] = {
    "rules": _rules,
    "readers": _reader,
    "writers": _writer,
    "calendars": _calendars,
}


def _require_name(name: str, before: Sequence[Plugin], group: str) -> None:
    if not _NAME.fullmatch(name):
        raise UsageError("名称应为小写字母、数字和连字符", "its name must be a-z, 0-9 and -")
    if any((one.group, one.name) == (group, name) and one.fault is None for one in before):
        raise UsageError("另一个插件已用此名", "another plugin has that name")


def _several(value: Any, wanted: type[_T]) -> tuple[_T, ...]:  # noqa: ANN401  whatever is named
    several = (value,) if isinstance(value, wanted) else tuple(value)
    if not several or not all(isinstance(one, wanted) for one in several):
        raise UsageError(f"应为 {wanted.__name__}", f"must be a {wanted.__name__} or several")
    return several


def _package(point: EntryPoint) -> str | None:
    return None if point.dist is None else f"{point.dist.name} {point.dist.version}"
