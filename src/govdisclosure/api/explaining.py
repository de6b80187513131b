"""Ask about rules and the law."""

from collections.abc import Iterable, Iterator

import attrs
import pendulum

from govdisclosure.api.days import Day, as_day
from govdisclosure.errors import NotInForceError, UsageError
from govdisclosure.law import instruments, parameters
from govdisclosure.law.dated import DatedValue, Parameter
from govdisclosure.law.pages import Explanation, instrument_page, parameter_page
from govdisclosure.law.provision import Instrument
from govdisclosure.plugins import Plugins
from govdisclosure.rules.pages import enforcing, family_page, rule_page
from govdisclosure.rules.registry import RULES, find
from govdisclosure.rules.rule import Rule
from govdisclosure.text.language import Lang, require_lang
from govdisclosure.text.shown import Shown
from govdisclosure.text.suggestions import SHOWN, did_you_mean, nearest
from govdisclosure.writing.listing import Group, groups, groups_html, groups_text

__all__ = ["LawListing", "all_rules", "explain", "law_in_force"]


@attrs.frozen(kw_only=True)
class LawListing(Shown):
    """Instruments and dated parameters.

    Attributes:
        as_of: The day they were asked for; ``None`` for all that are known.
        instruments: In force on that day.
        values: Parameters with the value that holds on that day, or, where the report year decides, that governs
            reports on that day's year; without a day, every value in order of time.
        start_unknown: Instruments that may be in force on that day: when they began is not known.
    """

    as_of: pendulum.Date | None
    instruments: tuple[Instrument, ...]
    values: tuple[tuple[Parameter, DatedValue], ...]
    start_unknown: tuple[Instrument, ...] = ()

    def render(self, lang: Lang = "zh") -> str:
        """A line each, with number, days and provision, in groups.

        Args:
            lang: ``zh`` or ``en``.
        """
        require_lang(lang)
        return groups_text(self._groups(lang), self.as_of, lang)

    def __str__(self) -> str:
        """A line each, in Chinese; see :meth:`render`."""
        return self.render()

    def __repr__(self) -> str:
        """One line: the day, and how much there is."""
        count = len(self.instruments) + len(self.start_unknown)
        return f"<LawListing {self.as_of or 'all days'}: {count} instruments, {len(self.values)} values>"

    def to_html(self, lang: Lang | None = None) -> str:
        """The groups as tables.

        Args:
            lang: ``zh`` or ``en``; the Chinese and below it the English when ``None``.
        """
        languages: tuple[Lang, ...] = ("zh", "en") if lang is None else (lang,)
        return "".join(groups_html(self._groups(one), self.as_of, one) for one in languages)

    def _groups(self, lang: Lang) -> Iterator[Group]:
        return groups(self.as_of, self.instruments, self.start_unknown, self.values, lang)


def all_rules() -> tuple[Rule, ...]:
    """All rules, in the order in which they run."""
    return RULES


def explain(code: str, lang: Lang | None = None, *, plugins: Plugins | None = None) -> Explanation:
    """The page of a rule, of a dated parameter of law or of an instrument, or the list of a family's rules.

    Args:
        code: A rule's code or name (``STR101``), a family (``STR``), a parameter's name (``reply.term``), or an
            instrument's id (``regulation-2007``), alone or with an article (``regulation-2007:32``).
        lang: Language of labels and articles, ``zh`` or ``en``; both when ``None``.
        plugins: What other packages add: their rules are found too.

    Returns:
        The page; ``print`` it, or let a notebook show it.

    Raises:
        UsageError: There is no such rule, parameter or instrument; the message names the nearest ones.
    """
    if lang is not None:
        require_lang(lang)
    if not isinstance(code, str):
        kind = type(code).__name__
        raise UsageError(
            f"需要规则代码或参数名，不是 {kind}", f"a rule's code or a parameter's name is needed, not {kind}"
        )
    wanted, added = code.strip(), () if plugins is None else plugins.rules
    known = (*RULES, *added)
    rule = find(wanted) or next((one for one in added if wanted.lower() in {one.code.lower(), one.name}), None)
    if rule is not None:
        return rule_page(rule, lang)
    family = tuple(rule for rule in known if rule.family == wanted.upper())
    if family:
        return family_page(wanted.upper(), family, lang)
    found = _of_law(wanted.lower().partition(":")[0])
    if isinstance(found, Parameter):
        return parameter_page(found, lang)
    if isinstance(found, Instrument):
        return instrument_page(found, lang, enforcing(found, known))
    raise _unknown(wanted, ("规则、参数或法规文件", "rule, parameter or instrument"), rules=known)


def law_in_force(as_of: Day = None, name: str | None = None) -> LawListing:
    """Instruments and parameters of law in force on a day.

    Args:
        as_of: The day; everything that is known, past and present, when ``None``.
        name: List this parameter or this instrument alone.

    Returns:
        The listing; ``print`` it for a line each.

    Raises:
        UsageError: ``as_of`` is not a date, or ``name`` names nothing.
        NotInForceError: What was asked for by name was not in force on that day.
    """
    day = as_day(as_of)
    if name is not None:
        return _named(name, day)
    held = tuple(one for one in instruments() if day is None or one.holds_on(day))
    return LawListing(
        as_of=day,
        instruments=tuple(one for one in held if one.in_force_from is not None),
        start_unknown=tuple(one for one in held if one.in_force_from is None),
        values=tuple((one, dated) for one in parameters() for dated in _values(one, day)),
    )


def _of_law(name: str) -> Parameter | Instrument | None:
    known: tuple[Parameter | Instrument, ...] = (*parameters(), *instruments())
    return next((one for one in known if name == (one.name if isinstance(one, Parameter) else one.id)), None)


def _named(name: str, day: pendulum.Date | None) -> LawListing:
    found = _of_law(name.strip().lower())
    if found is None:
        raise _unknown(name, ("参数或法规文件", "parameter or instrument"), rules=())
    if isinstance(found, Parameter):
        values = found.values if day is None else (found.asked_on(day),)
        return LawListing(as_of=day, instruments=(), values=tuple((found, dated) for dated in values))
    if day is not None and not found.holds_on(day):
        days = f"{found.in_force_from or '?'} – {found.in_force_to or ''}".rstrip()
        raise NotInForceError(
            f"{found.name_zh}在{day}没有施行（{days}）", f"{found.id} was not in force on {day}: {days}"
        )
    known = found.in_force_from is not None
    return LawListing(
        as_of=day,
        instruments=(found,) if known else (),
        start_unknown=() if known else (found,),
        values=(),
    )


def _unknown(name: str, what: tuple[str, str], *, rules: Iterable[Rule]) -> UsageError:
    titles = {one.title_zh: one.name for one in parameters()}
    names = [*(one.name for one in parameters()), *(one.id for one in instruments())]
    words = [word for rule in rules for word in (rule.code, rule.name)]
    by_title = [titles[title] for title in nearest(name, titles)]
    hint_zh, hint_en = did_you_mean(dict.fromkeys((*nearest(name, [*names, *words]), *by_title)))
    lists = ("govdisclosure rules", "govdisclosure law")[0 if words else 1 :]
    shown, (zh, en) = repr(name[:SHOWN]), what
    return UsageError(
        f"没有名为{shown}的{zh}{hint_zh}；全部名称见 {'、'.join(lists)}",
        f"no {en} {shown}{hint_en}; all names: {', '.join(lists)}",
    )


def _values(parameter: Parameter, day: pendulum.Date | None) -> tuple[DatedValue, ...]:
    if day is None:
        return parameter.values
    try:
        dated = parameter.asked_on(day)
    except NotInForceError:
        return ()
    held = parameter.select_by == "report_year" or dated.cite.instrument.holds_on(day)
    return (dated,) if held else ()
