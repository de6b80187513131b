"""What a user calls: read a report, check it, ask about a rule or the law. Composition only."""

import os
from collections.abc import Iterable
from datetime import date
from typing import TypeAlias, get_args

import attrs
import pendulum

from govdisclosure.documents import read_bytes, read_document
from govdisclosure.errors import NotInForceError, UsageError
from govdisclosure.extraction import extract
from govdisclosure.law import instruments, parameters
from govdisclosure.law.dated import DatedValue, Parameter
from govdisclosure.law.provision import Instrument
from govdisclosure.model.report import AnnualReport
from govdisclosure.rules.engine import assess
from govdisclosure.rules.outcome import Assessment
from govdisclosure.rules.registry import RULES, RULESET
from govdisclosure.rules.registry import select as selected
from govdisclosure.rules.rule import BlankIs, Rule
from govdisclosure.rules.showing import Lang, require_lang
from govdisclosure.text.suggestions import SHOWN, did_you_mean, nearest
from govdisclosure.writing.listing import groups, groups_html, groups_text
from govdisclosure.writing.pages import Explanation, family_page, parameter_page, rule_page

__all__ = ["Day", "LawListing", "Source", "all_rules", "as_day", "check", "explain", "law_in_force", "read"]

Source: TypeAlias = str | os.PathLike[str] | bytes
Day: TypeAlias = date | str | None


@attrs.frozen(kw_only=True)
class LawListing:
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

    def text(self, lang: Lang = "zh") -> str:
        """A line each, with number, days and provision, in groups.

        Args:
            lang: ``zh`` or ``en``.
        """
        require_lang(lang)
        return groups_text(groups(self.as_of, self.instruments, self.start_unknown, self.values, lang), lang)

    def __str__(self) -> str:
        """A line each, in Chinese; see :meth:`text`."""
        return self.text()

    def __repr__(self) -> str:
        """One line: the day, and how much there is."""
        count = len(self.instruments) + len(self.start_unknown)
        return f"<LawListing {self.as_of or 'all days'}: {count} instruments, {len(self.values)} values>"

    def _repr_html_(self) -> str:
        """The groups as tables, for a notebook."""
        return groups_html(groups(self.as_of, self.instruments, self.start_unknown, self.values, "zh"))


def read(source: Source, *, uri: str | None = None) -> AnnualReport:
    """Read an annual report.

    Args:
        source: Path of a text, HTML, DOCX, XLSX, XLS or PDF file, or its bytes.
        uri: Name to keep in ``report.source`` instead of the path; for bytes, where they came from.

    Returns:
        The report as it was read; nothing in it has been judged.

    Raises:
        ReadError: The file is missing, empty, binary, too large or broken.
        StructureError: It is not an annual report on government information disclosure.
        MissingExtraError: Its format needs a part that is not installed.
        UsageError: The source is neither a path nor bytes.
    """
    if isinstance(source, bytes | bytearray | memoryview):
        return extract(read_bytes(bytes(source), uri=uri))
    if not isinstance(source, str | os.PathLike):
        kind = type(source).__name__
        raise UsageError(
            f"需要文件路径（文字或 Path）或文件内容（bytes），不是 {kind}",
            f"a path (str or Path) or the bytes of a file are needed, not {kind}",
        )
    document = read_document(source)
    if uri is not None:
        document = attrs.evolve(document, source=attrs.evolve(document.source, uri=uri))
    return extract(document)


def check(
    report: AnnualReport | Source,
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    as_of: Day = None,
    blank_is: BlankIs = "open",
) -> Assessment:
    """Judge a report by the law of its own time.

    Args:
        report: A report, or what :func:`read` reads one from.
        select: Codes or families (``DDL``, ``STR101``) to run; all when empty.
        ignore: Codes or families to leave out.
        as_of: The day the judgement is made, for rules on what is not yet due; it never selects the law.
        blank_is: What a blank cell of a statutory table, or a dash in it, counts as: ``open`` leaves the sums that need
            it unjudged, ``zero`` reads it as 0 and says so. A cell that is unreadable or not there is never a zero.

    Returns:
        Every outcome, those that passed among them.

    Raises:
        UsageError: A code is not known, no rule is left, ``as_of`` is not a date, or ``blank_is`` is another word.
        ReadError: As :func:`read`.
    """
    rules = selected(select, ignore)
    day = as_day(as_of)
    if blank_is not in get_args(BlankIs):
        raise UsageError("blank_is 只能是 open 或 zero", f"blank_is must be 'open' or 'zero', not {blank_is!r}")
    found = report if isinstance(report, AnnualReport) else read(report)
    return assess(found, rules, as_of=day, ruleset=RULESET, blank_is=blank_is)


def all_rules() -> tuple[Rule, ...]:
    """All rules, in the order in which they run."""
    return RULES


def explain(code: str, lang: Lang | None = None) -> Explanation:
    """The manual page of a rule or of a dated parameter of law, or the list of a family's rules.

    Args:
        code: A rule's code or name (``STR101``), a family (``STR``), or a parameter's name (``reply.term``).
        lang: Language of labels and articles, ``zh`` or ``en``; both when ``None``.

    Returns:
        The page; ``print`` it, or let a notebook show it.

    Raises:
        UsageError: There is no such rule or parameter; the message names the nearest ones.
    """
    if lang is not None:
        require_lang(lang)
    if not isinstance(code, str):
        kind = type(code).__name__
        raise UsageError(
            f"需要规则代码或参数名，不是 {kind}", f"a rule's code or a parameter's name is needed, not {kind}"
        )
    wanted = code.strip()
    for rule in RULES:
        if wanted.upper() == rule.code or wanted.lower() == rule.name:
            return rule_page(rule, lang)
    for parameter in parameters():
        if wanted.lower() == parameter.name:
            return parameter_page(parameter, lang)
    family = tuple(rule for rule in RULES if rule.family == wanted.upper())
    if family:
        return family_page(wanted.upper(), family, lang)
    names = (*(rule.code for rule in RULES), *(rule.name for rule in RULES), *(one.name for one in parameters()))
    hint_zh, hint_en = did_you_mean(nearest(wanted, names))
    shown = repr(wanted[:SHOWN])
    raise UsageError(f"没有名为{shown}的规则或参数{hint_zh}", f"no rule or parameter {shown}{hint_en}")


def law_in_force(as_of: Day = None) -> LawListing:
    """Instruments and parameters of law in force on a day.

    Args:
        as_of: The day; everything that is known, past and present, when ``None``.

    Returns:
        The listing; ``print`` it for a line each.

    Raises:
        UsageError: ``as_of`` is not a date.
    """
    day = as_day(as_of)
    held = tuple(one for one in instruments() if day is None or one.holds_on(day))
    return LawListing(
        as_of=day,
        instruments=tuple(one for one in held if one.in_force_from is not None),
        start_unknown=tuple(one for one in held if one.in_force_from is None),
        values=tuple((one, dated) for one in parameters() for dated in _values(one, day)),
    )


def _values(parameter: Parameter, day: pendulum.Date | None) -> tuple[DatedValue, ...]:
    if day is None:
        return parameter.values
    try:
        if parameter.select_by == "report_year":
            return (parameter.for_report_year(day.year),)
        dated = parameter.at(day)
    except NotInForceError:
        return ()
    return (dated,) if dated.cite.instrument.holds_on(day) else ()


def as_day(value: Day) -> pendulum.Date | None:
    """A day from a date or from ``YYYY-MM-DD``.

    >>> as_day("2011-03-31")
    Date(2011, 3, 31)
    """
    if value is None:
        return None
    try:
        found = date.fromisoformat(value) if isinstance(value, str) else value
        return pendulum.Date(found.year, found.month, found.day)
    except (AttributeError, TypeError, ValueError):
        shown = repr(value)[:40]
        zh, en = f"日期应写作 YYYY-MM-DD，例如 2011-03-31，不是{shown}", f"a day is written YYYY-MM-DD, not {shown}"
        raise UsageError(zh, en) from None
