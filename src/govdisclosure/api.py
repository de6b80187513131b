"""What a user calls: read a report, check it, ask about a rule or the law. Composition only."""

import os
import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, TypeAlias, get_args

import attrs
import pendulum

from govdisclosure.documents import read_bytes, read_document
from govdisclosure.errors import NotInForceError, ReadError, UsageError
from govdisclosure.extraction import extract
from govdisclosure.extraction.organs import describe
from govdisclosure.law import WorkCalendar, instruments, parameters, published_calendar
from govdisclosure.law.dated import DatedValue, Parameter
from govdisclosure.law.provision import Instrument
from govdisclosure.model.agency import Agency
from govdisclosure.model.case import Case
from govdisclosure.model.edition import Edition
from govdisclosure.model.item import Item
from govdisclosure.model.register import Catalogue, Register
from govdisclosure.model.report import AnnualReport
from govdisclosure.model.request import Request
from govdisclosure.plugins import Plugins
from govdisclosure.register.draft.drafting import draft_document
from govdisclosure.register.draft.template import DraftTemplate, read_template
from govdisclosure.register.files import read_catalogue, read_register
from govdisclosure.register.tables.compiling import Compiled
from govdisclosure.register.tables.compiling import compile as compiled_of
from govdisclosure.rules.claims.books import incomparable
from govdisclosure.rules.engine import assess, assess_entries
from govdisclosure.rules.entries import EntriesQuestion
from govdisclosure.rules.outcome import Assessment, Message, RegisterAssessment
from govdisclosure.rules.registry import REPORTS, RULES, RULESET, find
from govdisclosure.rules.registry import select as selected
from govdisclosure.rules.rule import About, Beside, BlankIs, Parts, Rule
from govdisclosure.rules.years.pairing import not_comparable
from govdisclosure.settings.settings import Settings
from govdisclosure.text.dates import find_dates
from govdisclosure.text.display import cut, one_line
from govdisclosure.text.language import Lang, require_lang
from govdisclosure.text.normalise import fold
from govdisclosure.text.suggestions import SHOWN, did_you_mean, nearest
from govdisclosure.writing.listing import Group, groups, groups_html, groups_text
from govdisclosure.writing.official_form import DocumentForm
from govdisclosure.writing.official_form import render as rendered
from govdisclosure.writing.pages import Explanation, family_page, instrument_page, parameter_page, rule_page

__all__ = [
    "Day",
    "LawListing",
    "Source",
    "all_rules",
    "as_day",
    "check",
    "check_items",
    "check_register",
    "compile",
    "draft_report",
    "explain",
    "law_in_force",
    "read",
    "render",
]

Source: TypeAlias = str | os.PathLike[str] | bytes | bytearray | memoryview
"""A path, or the bytes of a file."""
Day: TypeAlias = date | str | None

_ADDRESS = re.compile(r"\s{0,8}(?:https?|ftp):/{1,2}", re.IGNORECASE)
_LONGEST_PATH = 1_000
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

    def _repr_html_(self) -> str:
        """The groups as tables, for a notebook."""
        return groups_html(self._groups("zh"), self.as_of)

    def _groups(self, lang: Lang) -> Iterator[Group]:
        return groups(self.as_of, self.instruments, self.start_unknown, self.values, lang)


def read(source: Source, *, uri: str | None = None) -> AnnualReport:
    """Read an annual report.

    Args:
        source: Path of a text, HTML, DOCX, XLSX, XLS or PDF file (``-`` reads standard input), or the bytes of one.
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
    _require_path(os.fsdecode(source))
    document = read_document(source)
    if uri is not None:
        document = attrs.evolve(document, source=attrs.evolve(document.source, uri=uri))
    return extract(document)


def _require_path(name: str) -> None:
    """Turn away what is no path but an address, or the text itself."""
    if _ADDRESS.match(name):
        zh = "不能直接读取网址；请在浏览器中打开，另存为网页后再核查"
        en = "an address is not read; open it in a browser, save the page, and check the saved file"
        raise ReadError(name, zh, en)
    if ("\n" in name or "\r" in name or len(name) > _LONGEST_PATH) and not os.path.exists(name):  # noqa: PTH110  a Path raises where the name is too long
        zh = "这不像文件路径（有换行或过长）；如要核查文字本身，请以 bytes 传入（text.encode()），或存成文件"
        en = "looks like text, not a path; to check the text itself pass bytes (text.encode()), or save it as a file"
        raise ReadError(cut(one_line(name), SHOWN), zh, en)


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
    held = Settings() if settings is None else settings
    chosen = tuple(select) if isinstance(select, Iterable) and not isinstance(select, str) else select
    chosen = chosen or held.selected()
    added = Plugins() if plugins is None else plugins
    held.require((*RULES, *added.rules))
    rules = selected(chosen, ignore or held.ignore, REPORTS, added.rules)
    day, blank_is = as_day(as_of), held.blank_is if blank_is is None else blank_is
    if blank_is not in get_args(BlankIs):
        raise UsageError("blank_is 只能是 open 或 zero", f"blank_is must be 'open' or 'zero', not {blank_is!r}")
    found = held.known(_as_report(report))
    rules = held.tuned(rules, found.source.uri if found.source else None)
    last = None if previous is None else _as_report(previous)
    below = parts if parts is None or isinstance(parts, Parts) else _as_parts(parts)
    kept = None if register is None else _as_register(register)
    listed = None if items is None else _as_catalogue(items)
    given: dict[Beside, Any] = {"previous": last, "parts": below, "register": kept, "items": listed}
    assessment = assess(found, rules, ruleset=RULESET, as_of=day, blank_is=blank_is, overlays=held.overlay, **given)
    idle = [*added.faults, *(_not_run(rules, beside) for beside in _NOT_GIVEN if chosen and given[beside] is None)]
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
) -> RegisterAssessment:
    """Judge a register of requests and cases, entry by entry, by the law of each entry's own time.

    Args:
        register: A register, or the file of one (CSV, Excel or JSON), or its bytes.
        catalogue: The organ's catalogue, for rules that look up what was asked for; it is not judged itself.
        select: Codes or families (``REQ``, ``REM101``) to run; all when empty.
        ignore: Codes or families to leave out.
        as_of: The day the judgement is made; without it nothing is judged overdue. It never selects the law.
        calendar: The working days; the published ones when ``None``.

    Returns:
        Every outcome, each with the number of its entry; names, contacts and contents of requests are in none. What
        could not be read, and rules that were selected and have nothing to judge, are named in ``not_checked``.

    Raises:
        UsageError: A code is not known or judges something else, no rule is left, or ``as_of`` is not a date.
        ReadError: The file is missing, broken, or no register.
        MissingExtraError: Its format needs a part that is not installed.
    """
    rules = selected(select, ignore, ("requests", "cases"))
    question = EntriesQuestion(
        register=_as_register(register),
        catalogue=None if catalogue is None else _as_catalogue(catalogue),
        as_of=as_day(as_of),
        calendar=calendar or published_calendar(),
    )
    idle = [_said(why, rules, about) for about, why in _NOT_KEPT.items() if select and not question.has(about)]
    assessment = assess_entries(question, rules, ruleset=RULESET)
    return attrs.evolve(assessment, not_checked=(*assessment.not_checked, *filter(None, idle)))


def check_items(
    catalogue: Catalogue | Source,
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    as_of: Day = None,
    calendar: WorkCalendar | None = None,
) -> RegisterAssessment:
    """Judge a catalogue, item by item, by the law of each item's own time.

    Args:
        catalogue: A catalogue, or the file of one (CSV, Excel or JSON), or its bytes.
        select: Codes or families (``ITM``, ``ITM102``) to run; all when empty.
        ignore: Codes or families to leave out.
        as_of: The day the judgement is made; without it no item is judged missing. It never selects the law.
        calendar: The working days; the published ones when ``None``.

    Returns:
        Every outcome, each with the index number of its item; the disclosure rate with what it is made of is the
        outcome ``rate`` of ``ITM101``. What could not be read is in ``not_checked``.

    Raises:
        UsageError: A code is not known or judges something else, no rule is left, or ``as_of`` is not a date.
        ReadError: The file is missing, broken, or no catalogue.
        MissingExtraError: Its format needs a part that is not installed.
    """
    rules = selected(select, ignore, ("items",))
    listed, days = _as_catalogue(catalogue), calendar or published_calendar()
    return assess_entries(EntriesQuestion(catalogue=listed, as_of=as_day(as_of), calendar=days), rules, ruleset=RULESET)


def _as_register(register: Register | Source) -> Register:
    if isinstance(register, Catalogue):
        raise UsageError("这里要登记簿，给出的是目录", "a register is needed here, not a catalogue")
    return register if isinstance(register, Register) else read_register(_plain_bytes(register))


def _as_catalogue(catalogue: Catalogue | Source) -> Catalogue:
    if isinstance(catalogue, Register):
        raise UsageError("这里要目录，给出的是登记簿", "a catalogue is needed here, not a register")
    return catalogue if isinstance(catalogue, Catalogue) else read_catalogue(_plain_bytes(catalogue))


def _plain_bytes(source: Source) -> str | os.PathLike[str] | bytes:
    return bytes(source) if isinstance(source, bytearray | memoryview) else source


def _as_report(report: AnnualReport | Source) -> AnnualReport:
    if isinstance(report, AnnualReport):
        return report
    for kind, zh, en in _OTHERS:
        if isinstance(report, kind):
            raise UsageError(zh, en)
    return read(report)


_OTHERS: tuple[tuple[type, str, str], ...] = (
    (Register, "这是登记簿，请用 check_register 核查", "this is a register; check_register checks it"),
    (Catalogue, "这是目录，请用 check_items 核查", "this is a catalogue; check_items checks it"),
    (
        Compiled,
        "这是编制的统计表，请先用 draft_report 起草报告",
        "these are compiled tables; draft_report makes a report",
    ),
)


def _as_parts(parts: Iterable[AnnualReport | Source]) -> Parts:
    if isinstance(parts, AnnualReport | str | bytes | bytearray | memoryview | os.PathLike):
        raise UsageError("parts 应为一组报告，例如列表", "parts is several reports, such as a list")
    reports: list[AnnualReport] = []
    unread: list[str] = []
    for number, part in enumerate(parts, 1):
        try:
            reports.append(_as_report(part))
        except ReadError:
            unread.append(os.fspath(part) if isinstance(part, str | os.PathLike) else f"#{number}")
    return Parts(reports=tuple(reports), unread=tuple(unread))


def _not_run(rules: Iterable[Rule], beside: Beside) -> Message | None:
    """What is said of rules that were asked for by name and had nothing to compare the report with."""
    return _said(_NOT_GIVEN[beside], rules, beside)


def _said(why: Message, rules: Iterable[Rule], what: Beside | About) -> Message | None:
    """That the rules which need something did not run, and why; nothing where none needs it."""
    named = ", ".join(rule.code for rule in rules if what in {rule.beside, rule.about})
    if not named:
        return None
    return Message(f"{why.zh}，以下规则没有运行：{named}", f"{why.en}; these rules did not run: {named}")


def compile(  # noqa: A001, PLR0913  what it is called in this field, and what it needs
    requests: Register | Iterable[Request] | None,
    cases: Register | Iterable[Case] | None,
    items: Catalogue | Iterable[Item] | None,
    year: int,
    *,
    edition: Edition | None = None,
    as_of: Day = None,
    agency: Agency | str | None = None,
) -> Compiled:
    """Compile the statutory tables of a year from the register of an organ.

    Args:
        requests: Its requests, of any years, or a register that has them; ``None`` where there is no register of them,
            which is not an empty one.
        cases: Its cases, likewise.
        items: The items of its catalogue, or the catalogue, likewise.
        year: The year.
        edition: The form; that of the year when ``None``.
        as_of: The day as of which the register is read; a day within the year is the last that is counted.
        agency: Whose register it is.

    Returns:
        The tables, with the entries behind each cell and those that could not be counted.

    Raises:
        UsageError: The year has no statutory tables, or ``as_of`` is no date or lies before it.
        NotInForceError: There was no duty to report on that year.
    """
    organ = _as_agency(agency)
    asked = requests.requests if isinstance(requests, Register) else requests
    contested = cases.cases if isinstance(cases, Register) else cases
    listed = items.items if isinstance(items, Catalogue) else items
    return compiled_of(asked, contested, listed, year, edition=edition, as_of=as_day(as_of), agency=organ)


def draft_report(  # noqa: PLR0913  what a draft needs
    source: Compiled | Register,
    *,
    agency: Agency | str | None = None,
    year: int | None = None,
    items: Catalogue | Iterable[Item] | None = None,
    template: DraftTemplate | str | None = None,
    edition: Edition | None = None,
    as_of: Day = None,
) -> AnnualReport:
    """Draft the report on a year: its tables, the sentences that the figures support, and gaps that a person fills.

    Args:
        source: What was compiled, or a register to compile.
        agency: The organ that reports; that of the register when ``None``.
        year: The year; needed with a register.
        items: With a register, the catalogue; ``None`` where there is none.
        template: The sentences: a template that was read, or the text of one; those of this package when ``None``.
        edition: With a register, the form; that of the year when ``None``.
        as_of: With a register, the day as of which it is read.

    Returns:
        The report, like one that was read; what only a person can write stands in 【待补充：…】. Names, contacts and
        contents of requests are not in it.

    Raises:
        UsageError: No organ or year is named, or the template has a placeholder that is not known.
        NotInForceError: The year has no form with set sections.
    """
    if isinstance(source, Register):
        if year is None:
            raise UsageError("起草报告需要年度 year", "a draft needs the year")
        listed = items.items if isinstance(items, Catalogue) else items
        organ = agency or source.agency
        source = compile(source.requests, source.cases, listed, year, edition=edition, as_of=as_of, agency=organ)
    elif year is not None and year != source.year:
        raise UsageError(f"统计的是{source.year}年，不是{year}年", f"what was compiled is {source.year}, not {year}")
    reporting = _as_agency(agency) or source.agency
    if reporting is None:
        raise UsageError(
            "起草报告需要机关名称（agency；命令行用 --agency）", "a draft needs the organ that reports: agency"
        )
    words = read_template(template) if isinstance(template, str) else template
    return extract(draft_document(source, reporting, template=words))


def render(report: AnnualReport | Source, form: DocumentForm) -> bytes:
    """Write a report in the layout of the official form of its edition.

    Args:
        report: The report, drafted or read, or what one is read from.
        form: ``docx``, ``html`` or ``markdown``.

    Returns:
        The file; reading it gives the same tables. A table that was not read is said to be missing, never filled with
        zeros. The words are the office's own and stand as they are: nothing in them is masked.

    Raises:
        UsageError: It is another format.
        ReadError: As :func:`read`.
    """
    return rendered(_as_report(report), form)


def _as_agency(agency: Agency | str | None) -> Agency | None:
    if not isinstance(agency, str):
        return agency
    kind, level, region = describe(agency)
    return Agency(name=agency, kind=kind, level=level, region=region)


def all_rules() -> tuple[Rule, ...]:
    """All rules, in the order in which they run."""
    return RULES


def explain(code: str, lang: Lang | None = None) -> Explanation:
    """The page of a rule, of a dated parameter of law or of an instrument, or the list of a family's rules.

    Args:
        code: A rule's code or name (``STR101``), a family (``STR``), a parameter's name (``reply.term``), or an
            instrument's id (``regulation-2007``), alone or with an article (``regulation-2007:32``).
        lang: Language of labels and articles, ``zh`` or ``en``; both when ``None``.

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
    wanted = code.strip()
    rule = find(wanted)
    if rule is not None:
        return rule_page(rule, lang)
    family = tuple(rule for rule in RULES if rule.family == wanted.upper())
    if family:
        return family_page(wanted.upper(), family, lang)
    found = _of_law(wanted.lower().partition(":")[0])
    if isinstance(found, Parameter):
        return parameter_page(found, lang)
    if isinstance(found, Instrument):
        return instrument_page(found, RULES, lang)
    raise _unknown(wanted, ("规则、参数或法规文件", "rule, parameter or instrument"), with_rules=True)


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
        raise _unknown(name, ("参数或法规文件", "parameter or instrument"), with_rules=False)
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


def _unknown(name: str, what: tuple[str, str], *, with_rules: bool) -> UsageError:
    titles = {one.title_zh: one.name for one in parameters()}
    names = [*(one.name for one in parameters()), *(one.id for one in instruments())]
    names += [word for rule in RULES for word in (rule.code, rule.name)] if with_rules else []
    by_title = [titles[title] for title in nearest(name, titles)]
    hint_zh, hint_en = did_you_mean(dict.fromkeys((*nearest(name, names), *by_title)))
    lists = ("govdisclosure rules", "govdisclosure law")[0 if with_rules else 1 :]
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


def _written_day(words: str) -> pendulum.Date:
    text = fold(words.strip())
    for found in find_dates(text):
        if (found.start, found.end) == (0, len(text)):
            return found.on
    return pendulum.Date.fromisoformat(words)


def as_day(value: Day) -> pendulum.Date | None:
    """A day from a date or from ``YYYY-MM-DD``; written ``2011/3/31`` or ``2011年3月31日`` too.

    >>> as_day("2011-03-31")
    Date(2011, 3, 31)
    """
    if value is None:
        return None
    try:
        if isinstance(value, str):
            return _written_day(value)
        return pendulum.Date(value.year, value.month, value.day)
    except (AttributeError, TypeError, ValueError):
        shown = repr(value)[:40]
        zh, en = f"日期应写作 YYYY-MM-DD，例如 2011-03-31，不是{shown}", f"a day is written YYYY-MM-DD, not {shown}"
        raise UsageError(zh, en) from None
