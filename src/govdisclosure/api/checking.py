"""Check a report, a register or a catalogue."""

import os
from collections.abc import Iterable
from typing import Any, get_args

import attrs

from govdisclosure.api.choosing import Choice, choose
from govdisclosure.api.days import Day, as_day
from govdisclosure.api.reading import Source, as_catalogue, as_parts, as_register, as_report
from govdisclosure.errors import UsageError
from govdisclosure.law import WorkCalendar
from govdisclosure.model.register import Catalogue, Register
from govdisclosure.model.report import AnnualReport
from govdisclosure.plugins import Plugins
from govdisclosure.rules.claims.books import incomparable
from govdisclosure.rules.engine import assess, assess_entries
from govdisclosure.rules.entries import EntriesQuestion
from govdisclosure.rules.outcome import Assessment, Message, RegisterAssessment
from govdisclosure.rules.registry import REPORTS, RULESET
from govdisclosure.rules.rule import About, Beside, BlankIs, Parts, Rule
from govdisclosure.rules.years.pairing import not_comparable
from govdisclosure.settings.settings import Settings

__all__ = ["check", "check_items", "check_register"]

_NOT_GIVEN: dict[Beside, Message] = {
    "previous": Message("没有给出上年度报告", "no report of the year before was given"),
    "parts": Message("没有给出下级机关的报告", "no reports of the organs below were given"),
    "register": Message("没有给出登记簿", "no register was given"),
    "items": Message("没有给出目录", "no catalogue was given"),
}
_NOT_KEPT: dict[About, Message] = {
    "requests": Message("登记簿中没有申请登记表", "the register has no requests"),
    "cases": Message("登记簿中没有复议诉讼登记表", "the register has no cases"),
}

_NONE_LEFT = Message(
    "设置中的 per-file-ignores 排除了全部规则，这个文件没有核查",
    "per-file-ignores in the settings leaves out every rule, so this file was not checked",
)


def check(  # noqa: PLR0913  all that a caller may choose
    report: AnnualReport | Source,
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    as_of: Day = None,
    blank_is: BlankIs | None = None,
    previous: AnnualReport | Source | None = None,
    parts: Iterable[AnnualReport | Source] | Parts | None = None,
    register: Register | Source | None = None,
    items: Catalogue | Source | None = None,
    settings: Settings | None = None,
    plugins: Plugins | None = None,
) -> Assessment:
    """Judge a report by the law of its own time.

    Args:
        report: A report, or what :func:`read` reads one from.
        select: Codes or families (``DDL``, ``STR101``) to run; all when empty.
        ignore: Codes or families to leave out.
        as_of: The day the judgement is made, for rules on what is not yet due; it never selects the law.
        blank_is: What a blank cell of a statutory table, or a dash in it, counts as: ``open`` leaves the sums that need
            it unjudged, ``zero`` reads it as 0 and says so; ``None`` is as ``settings`` say, else
            ``open``. A cell that is unreadable or not there is never a zero.
        previous: The same organ's report on the year before, or what one is read from. Rules that compare two years
            (``XYR``) run only with it.
        parts: The reports of the organs below, for a report that sums up their figures (``SUM301``). Those that
            cannot be read are left out, and the outcome says so.
        register: The organ's register of requests and cases, or the file of one. Rules that hold the report against it
            (``CLM302``, ``CLM303``) run only with it.
        items: The organ's catalogue, or the file of one; likewise for ``CLM301`` and ``CLM304``.
        settings: What else was chosen, such as :meth:`Settings.load` reads; no file is read unless asked for. Arguments
            that are given win over it. What local rules (``overlay``) ask comes after everything national.
        plugins: What other packages add, as :func:`load_plugins` finds it; nothing is loaded unless asked for. Those
            that broke are named in ``not_checked``.

    Returns:
        Every outcome, those that passed among them. Rules that were selected but had nothing to compare the report
        with are named in ``not_checked``, and so is a ``previous``, a ``register`` or a catalogue that is of another
        year or organ.

    Raises:
        UsageError: A code is not known, no rule is left, ``as_of`` is not a date, or ``blank_is`` is another word.
        ReadError: As :func:`read`, for ``report``, ``previous``, ``register`` and ``items``; so are the two below.
        StructureError: One of them is not an annual report.
        MissingExtraError: The format of one of them needs a part that is not installed.
    """
    choice = choose(REPORTS, select, ignore, settings, plugins)
    held, added = choice.settings, choice.plugins
    day, blank_is = as_day(as_of), held.blank_is if blank_is is None else blank_is
    if blank_is not in get_args(BlankIs):
        raise UsageError("blank_is 只能是 open 或 zero", f"blank_is must be 'open' or 'zero', not {blank_is!r}")
    found = held.known(as_report(report, added))
    rules = held.tuned(choice.rules, found.source.uri if found.source else None)
    last = None if previous is None else as_report(previous, added)
    below = parts if parts is None or isinstance(parts, Parts) else as_parts(parts, added)
    kept = None if register is None else as_register(register)
    listed = None if items is None else as_catalogue(items)
    given: dict[Beside, Any] = {"previous": last, "parts": below, "register": kept, "items": listed}
    assessment = assess(found, rules, ruleset=RULESET, as_of=day, blank_is=blank_is, overlays=held.overlay, **given)
    idle: list[Message | None] = [*added.faults_of("rules", "readers"), None if rules else _NONE_LEFT]
    idle += [_not_run(rules, beside) for beside in _NOT_GIVEN if choice.named and given[beside] is None]
    if last is not None and any(rule.beside == "previous" for rule in rules):
        idle.append(not_comparable(found, last))
    idle += [
        incomparable(found, given[beside])
        for beside in ("register", "items")
        if given[beside] is not None and any(rule.beside == beside for rule in rules)
    ]
    return attrs.evolve(assessment, not_checked=(*assessment.not_checked, *filter(None, idle)))


def check_register(  # noqa: PLR0913  all that a caller may choose
    register: Register | Source,
    *,
    catalogue: Catalogue | Source | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    as_of: Day = None,
    calendar: WorkCalendar | None = None,
    settings: Settings | None = None,
    plugins: Plugins | None = None,
    sources: Iterable[str] = (),
) -> RegisterAssessment:
    """Judge a register of requests and cases, entry by entry, by the law of each entry's own time.

    Args:
        register: A register, or the file of one (CSV, Excel or JSON), or its bytes.
        catalogue: The organ's catalogue, for rules that look up what was asked for; it is not judged itself.
        select: Codes or families (``REQ``, ``REM101``) to run; all when empty.
        ignore: Codes or families to leave out.
        as_of: The day the judgement is made; without it nothing is judged overdue. It never selects the law.
        calendar: The working days; when ``None`` the published ones, with what ``plugins`` add.
        settings: What else was chosen, as for :func:`check`; what is about reports alone does nothing here.
        plugins: What other packages add, as for :func:`check`.
        sources: Names of the files that were read, for ``per_file_ignores``; the path where one was given.

    Returns:
        Every outcome, each with the number of its entry; names, contacts and contents of requests are in none. What
        could not be read, and rules that were selected and have nothing to judge, are named in ``not_checked``.

    Raises:
        UsageError: A code is not known or judges something else, no rule is left, or ``as_of`` is not a date.
        ReadError: The file is missing, broken, or no register.
        MissingExtraError: Its format needs a part that is not installed.
    """
    choice = choose(("requests", "cases"), select, ignore, settings, plugins)
    question = EntriesQuestion(
        register=as_register(register),
        catalogue=None if catalogue is None else as_catalogue(catalogue),
        as_of=as_day(as_of),
        calendar=calendar or choice.plugins.calendar(),
    )
    idle = [
        _said(why, choice.rules, about) for about, why in _NOT_KEPT.items() if choice.named and not question.has(about)
    ]
    return _judged(question, choice, tuple(sources) or _named(register), idle)


def check_items(  # noqa: PLR0913  all that a caller may choose
    catalogue: Catalogue | Source,
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    as_of: Day = None,
    calendar: WorkCalendar | None = None,
    settings: Settings | None = None,
    plugins: Plugins | None = None,
    sources: Iterable[str] = (),
) -> RegisterAssessment:
    """Judge a catalogue, item by item, by the law of each item's own time.

    Args:
        catalogue: A catalogue, or the file of one (CSV, Excel or JSON), or its bytes.
        select: Codes or families (``ITM``, ``ITM102``) to run; all when empty.
        ignore: Codes or families to leave out.
        as_of: The day the judgement is made; without it no item is judged missing. It never selects the law.
        calendar: The working days; when ``None`` the published ones, with what ``plugins`` add.
        settings: What else was chosen, as for :func:`check`; what is about reports alone does nothing here.
        plugins: What other packages add, as for :func:`check`.
        sources: Names of the files that were read, for ``per_file_ignores``; the path where one was given.

    Returns:
        Every outcome, each with the index number of its item; the disclosure rate with what it is made of is the
        outcome ``rate`` of ``ITM101``. What could not be read is in ``not_checked``.

    Raises:
        UsageError: A code is not known or judges something else, no rule is left, or ``as_of`` is not a date.
        ReadError: The file is missing, broken, or no catalogue.
        MissingExtraError: Its format needs a part that is not installed.
    """
    choice = choose(("items",), select, ignore, settings, plugins)
    question = EntriesQuestion(
        catalogue=as_catalogue(catalogue), as_of=as_day(as_of), calendar=calendar or choice.plugins.calendar()
    )
    return _judged(question, choice, tuple(sources) or _named(catalogue), ())


def _judged(
    question: EntriesQuestion, choice: Choice, sources: Iterable[str], idle: Iterable[Message | None]
) -> RegisterAssessment:
    rules = choice.settings.tuned(choice.rules, *sources)
    assessment = assess_entries(question, rules, ruleset=RULESET)
    said = (*choice.plugins.faults_of("rules", "calendars"), *filter(None, (*idle, None if rules else _NONE_LEFT)))
    return attrs.evolve(assessment, not_checked=(*assessment.not_checked, *said))


def _named(source: object) -> tuple[str, ...]:
    return (os.fspath(source),) if isinstance(source, str | os.PathLike) else ()


def _not_run(rules: Iterable[Rule], beside: Beside) -> Message | None:
    """What is said of rules that were asked for by name and had nothing to compare the report with."""
    return _said(_NOT_GIVEN[beside], rules, beside)


def _said(why: Message, rules: Iterable[Rule], what: Beside | About) -> Message | None:
    """That the rules which need something did not run, and why; nothing where none needs it."""
    named = ", ".join(rule.code for rule in rules if what in {rule.beside, rule.about})
    if not named:
        return None
    return Message(f"{why.zh}，以下规则没有运行：{named}", f"{why.en}; these rules did not run: {named}")
