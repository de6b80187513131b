"""The commands on registers and catalogues: ``register check|compile|deadlines``, ``items check`` and ``render``."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import attrs
import click

from govdisclosure import api
from govdisclosure.api.choosing import choose
from govdisclosure.cli.common import (
    AS_OF,
    CLEAN,
    FAIL_ON,
    LANG,
    NO_COLOR,
    OUTPUT,
    QUIET,
    UNREAD,
    VERBOSE,
    guarded,
    opened,
    split,
    status,
    text_of,
)
from govdisclosure.cli.complaints import Commands, complain
from govdisclosure.cli.configured import CONFIGURED
from govdisclosure.cli.deciding import DECISIONS, Decisions
from govdisclosure.cli.outputs import ENTRY_FORMS, Output, fault_line, faults_of
from govdisclosure.cli.plugged import NO_PLUGINS, Form, Held, held_of, plugins_of, writer_for
from govdisclosure.cli.terms import CALENDAR, calendar_of
from govdisclosure.errors import ReadError, UsageError
from govdisclosure.model.register import Catalogue, Register
from govdisclosure.model.report import AnnualReport
from govdisclosure.register.files import read_catalogue, read_register
from govdisclosure.register.terms.open import open_deadlines
from govdisclosure.rules.outcome import RegisterAssessment, Verdicts
from govdisclosure.rules.registry import RULESET
from govdisclosure.rules.rule import About
from govdisclosure.text.language import Lang
from govdisclosure.writing import convert, json
from govdisclosure.writing.compiled import compiled_lines, compiled_to_dict
from govdisclosure.writing.ics import deadlines_to_ics
from govdisclosure.writing.open_terms import deadline_lines, deadlines_to_dict
from govdisclosure.writing.run import Run
from govdisclosure.writing.whereabouts import Book

if TYPE_CHECKING:
    from govdisclosure.writing.official_form import DocumentForm

__all__ = ["items", "read_items", "read_registers", "register", "render", "say_faults"]

_FILES = click.argument("paths", nargs=-1, required=True, metavar="FILE...")
_ITEMS = click.option("--items", "catalogue", help="The catalogue of items. 政府信息公开目录文件。")
_YEAR = click.option("--year", type=int, required=True, help="The year to report on. 报告年度。")
_AGENCY = click.option("--agency", help="The organ, where the files do not name it. 机关名称（文件中没有时给出）。")
_SELECT = click.option("--select", "chosen", multiple=True, help="Only these codes or families. 只检查这些规则。")
_IGNORE = click.option("--ignore", "ignored", multiple=True, help="Leave these out. 不检查这些规则。")
_GROUPS = ("rules", "calendars", "writers")
_F = TypeVar("_F", bound=Callable[..., Any])
_SUFFIXES = {".docx": "docx", ".html": "html", ".htm": "html", ".md": "markdown", ".json": "json"}


def _form(*forms: str) -> Callable[[_F], _F]:
    kind = Form(forms) if forms == ENTRY_FORMS else click.Choice(forms)
    return click.option(
        "--format", "form", type=kind, default=forms[0], show_default=True, help="Form of the output. 输出格式。"
    )


@click.group(cls=Commands, short_help="申请和复议诉讼登记簿 / registers of requests and cases")
def register() -> None:
    """Check a register of requests and cases, compile the statutory tables from it, list its open terms.

    检查申请和复议诉讼登记簿，编制法定统计表，列出未了期限。
    """


@click.group(cls=Commands, short_help="政府信息公开目录 / catalogues of items")
def items() -> None:
    """Check a catalogue of items.

    检查政府信息公开目录。
    """


@register.command("check", short_help="检查登记簿 / check a register")
@_FILES
@_ITEMS
@_form(*ENTRY_FORMS)
@_SELECT
@_IGNORE
@FAIL_ON
@AS_OF
@CALENDAR
@DECISIONS
@LANG
@OUTPUT
@VERBOSE
@QUIET
@NO_COLOR
@CONFIGURED
@NO_PLUGINS
@click.pass_context
def check_register(ctx: click.Context, /, paths: tuple[str, ...], catalogue: str | None, **options: Any) -> int:  # noqa: ANN401
    """Check a register: CSV, XLSX, XLS or JSON; several files are read as one register.

    检查登记簿（CSV、XLSX、XLS、JSON）；多个文件合为一个登记簿。

    Exit status as of check. 退出码同 check。
    """
    unread: list[ReadError] = []
    held = held_of(ctx, options, *_GROUPS)
    wanted = _output(held)
    books: list[Book] = []
    found = read_registers(paths, held.lang, unread, books)
    beside = read_items(catalogue, held.lang, unread)
    ask = None if found is None else partial(api.check_register, found, catalogue=beside, sources=paths)
    return _judged("、".join(paths), ask, unread, held, ("requests", "cases"), books, wanted)


@items.command("check", short_help="检查目录 / check a catalogue")
@click.argument("path", metavar="FILE")
@_form(*ENTRY_FORMS)
@_SELECT
@_IGNORE
@FAIL_ON
@AS_OF
@CALENDAR
@DECISIONS
@LANG
@OUTPUT
@VERBOSE
@QUIET
@NO_COLOR
@CONFIGURED
@NO_PLUGINS
@click.pass_context
def check_items(ctx: click.Context, /, path: str, **options: Any) -> int:  # noqa: ANN401
    """Check a catalogue: what must be published and is not, what was late, exempt without ground, and more.

    检查目录：应公开未公开、逾期公开、不予公开无理由等。

    Exit status as of check. 退出码同 check。
    """
    unread: list[ReadError] = []
    held = held_of(ctx, options, *_GROUPS)
    wanted = _output(held)
    found = read_items(path, held.lang, unread)
    ask = None if found is None else partial(api.check_items, found, sources=(path,))
    books = [] if found is None else [Book.of(path, found)]
    return _judged(path, ask, unread, held, ("items",), books, wanted)


@register.command("compile", short_help="编制法定统计表 / compile the statutory tables")
@_FILES
@_YEAR
@_ITEMS
@_AGENCY
@_form("text", "json")
@AS_OF
@LANG
@OUTPUT
def compile_tables(  # noqa: PLR0913, PLR0917  each is an option of the command
    paths: tuple[str, ...],
    year: int,
    catalogue: str | None,
    agency: str | None,
    form: str,
    as_of: str | None,
    lang: Lang,
    output: str | None,
) -> int:
    """Compile the three tables of a year, with the entries behind each cell and what could not be counted.

    编制一个年度的三张表，列出每格背后的登记编号和未能计入的条目。
    """
    unread: list[ReadError] = []
    found, beside = read_registers(paths, lang, unread), read_items(catalogue, lang, unread)
    if found is None or unread:
        return UNREAD
    compiled = api.compile(
        found.requests,
        found.cases,
        None if beside is None else beside.items,
        year,
        as_of=as_of,
        agency=agency or found.agency,
    )
    with opened(output) as stream:
        if form == "json":
            stream.write(json.dumps(compiled_to_dict(compiled)) + "\n")
        else:
            stream.writelines(line + "\n" for line in compiled_lines(compiled, lang))
    return say_faults((found, beside), lang)


@register.command("deadlines", short_help="未了期限 / open terms")
@_FILES
@click.option("--as-of", required=True, help="The day on which terms are open, YYYY-MM-DD. 截至日期。")
@_ITEMS
@_form("text", "json", "ics")
@CALENDAR
@click.option(
    "--provisional", is_flag=True, help="Count years not announced by weekends alone. 未公布年份只按周末估算。"
)
@LANG
@OUTPUT
@NO_PLUGINS
@click.pass_context
def list_deadlines(  # noqa: PLR0913, PLR0917  each is an option of the command
    ctx: click.Context,
    /,
    paths: tuple[str, ...],
    as_of: str,
    catalogue: str | None,
    form: str,
    calendar: str | None,
    provisional: bool,  # noqa: FBT001  click gives it by name
    lang: Lang,
    output: str | None,
) -> int:
    """List the terms that are open on a day, by date; as iCalendar for a calendar program.

    按日期列出某日尚未了结的期限；--format ics 输出日历文件。
    """
    day = api.as_day(as_of)
    unread: list[ReadError] = []
    found, beside = read_registers(paths, lang, unread), read_items(catalogue, lang, unread)
    if found is None or day is None or unread:
        return UNREAD
    days = calendar_of(calendar, plugins_of(ctx, lang, "calendars"))
    terms = open_deadlines(found, day, catalogue=beside, calendar=days, provisional=provisional)
    with opened(output) as stream:
        if form == "json":
            stream.write(json.dumps(deadlines_to_dict(terms, day.isoformat())) + "\n")
        elif form == "ics":
            stream.write(deadlines_to_ics(terms, as_of=day, lang=lang))
        else:
            stream.writelines(line + "\n" for line in deadline_lines(terms, lang))
    return say_faults((found, beside), lang)


@click.command(short_help="按官方格式输出年度报告 / write a report in the official form")
@_FILES
@click.option("--year", type=int, help="Draft the report on this year from registers. 由登记簿起草该年度报告。")
@_ITEMS
@_AGENCY
@click.option("--template", type=click.Path(dir_okay=False), help="Sentences of the draft (TOML). 起草用语（TOML）。")
@click.option("--format", "form", type=click.Choice(["docx", "html", "markdown", "json"]),
              help="By the ending of --output unless given. 不写则按输出文件的扩展名。")  # fmt: skip
@AS_OF
@LANG
@click.option("--output", type=click.Path(dir_okay=False), help="Write to this file. 输出到文件。")
def render(  # noqa: PLR0913, PLR0917  each is an option of the command
    paths: tuple[str, ...],
    year: int | None,
    catalogue: str | None,
    agency: str | None,
    template: str | None,
    form: str | None,
    as_of: str | None,
    lang: Lang,
    output: str | None,
) -> int:
    """Write a report in the official form: one that is read from a file, or with --year a draft from registers.

    按官方格式输出：读取一份报告；或加 --year，由登记簿起草。起草稿中【待补充：…】处须由人填写。
    """
    kind = form or _SUFFIXES.get(Path(output or "").suffix.lower())
    if kind is None:
        raise UsageError("请用 --format 指明 docx、html 或 markdown", "say --format docx, html or markdown")
    unread: list[ReadError] = []
    sources: list[Register | Catalogue | None] = []
    if year is None:
        if len(paths) != 1:
            zh, en = (
                "一次只输出一份报告；由登记簿起草请加 --year",
                "one report at a time; --year drafts one from registers",
            )
            raise UsageError(zh, en)
        report = guarded(paths[0], lang, unread, partial(api.read, paths[0]))
    else:
        found, beside = read_registers(paths, lang, unread), read_items(catalogue, lang, unread)
        sources += [found, beside]
        report = None
        if found is not None and not unread:
            words = None if template is None else text_of(template)
            report = api.draft_report(found, agency=agency, year=year, items=beside, template=words, as_of=as_of)
    if report is None:
        return UNREAD
    _write(report, kind, output)
    return say_faults(sources, lang)


def _write(report: AnnualReport, kind: str, output: str | None) -> None:
    if kind == "json":
        with opened(output) as stream:
            stream.write(json.dumps(convert.report_to_dict(report)) + "\n")
        return
    data = api.render(report, cast("DocumentForm", kind))
    if output is not None:
        Path(output).write_bytes(data)
    else:
        click.echo(data, nl=False)


def _output(held: Held) -> Output:
    options = held.options
    writer = writer_for(options["form"], ENTRY_FORMS, held.plugins)
    wanted = Output(form=options["form"], output=options["output"], lang=held.lang, options=options, writer=writer)
    wanted.require_room()
    return wanted


def _judged(  # noqa: PLR0913, PLR0917  what the two commands have
    source: str,
    ask: Any,  # noqa: ANN401
    unread: list[ReadError],
    held: Held,
    abouts: tuple[About, ...],
    books: list[Book],
    wanted: Output,
) -> int:
    options, chosen, ignored = held.options, split(held.options["chosen"]), split(held.options["ignored"])
    choice = choose(abouts, chosen, ignored, held.settings, held.plugins)
    decisions = Decisions(options)
    done: list[tuple[str, Verdicts]] = []
    day = api.as_day(options["as_of"])
    if ask is not None:
        calendar = calendar_of(options["calendar"], held.plugins)
        asked = {"settings": held.settings, "plugins": held.plugins, "as_of": day, "calendar": calendar}
        done.append((source, ask(select=chosen, ignore=ignored, **asked)))
    decided = decisions.hold(done, day)
    judged = tuple(done) if decided is None else decided.assessed
    run = Run(
        assessed=judged,
        unread=tuple(unread),
        rules=choice.rules,
        chosen=choice.chosen,
        ruleset=RULESET,
        as_of=day,
        decided=decided,
        lang=held.lang,
        books=tuple(books),
    )
    if not wanted.write(run):
        return UNREAD
    found = status([assessment for _, assessment in judged], unread, options["fail_on"])
    faulty = any(isinstance(one, RegisterAssessment) and faults_of(one) for _, one in judged)
    return UNREAD if faulty else found


def say_faults(sources: Sequence[Register | Catalogue | None], lang: Lang) -> int:
    """Say on standard error what could not be read of the files; the status that follows from it."""
    faults = [fault for source in sources if source is not None for fault in source.faults]
    for fault in faults:
        complain(fault_line(fault, lang))
    return UNREAD if faults else CLEAN


def read_registers(
    paths: Sequence[str], lang: Lang, unread: list[ReadError], books: list[Book] | None = None
) -> Register | None:
    """One register from several files; what cannot be read is said, and nothing is judged without it.

    Args:
        paths: The files.
        lang: Language in which faults are told.
        unread: To which what cannot be read is added.
        books: To which what each file has is added.
    """
    found = [guarded(path, lang, unread, partial(read_register, path)) for path in paths]
    read = [one for one in found if one is not None]
    if len(read) != len(found):
        return None
    if books is not None:
        books += [Book.of(path, one) for path, one in zip(paths, read, strict=True)]
    if len(read) == 1:
        return read[0]
    requests = [one.requests for one in read if one.requests is not None]
    cases = [one.cases for one in read if one.cases is not None]
    return Register(
        agency=next((one.agency for one in read if one.agency), None),
        requests=tuple(chain.from_iterable(requests)) if requests else None,
        cases=tuple(chain.from_iterable(cases)) if cases else None,
        faults=tuple(
            attrs.evolve(fault, sheet=" ".join(filter(None, (path, fault.sheet))))
            for path, one in zip(paths, read, strict=True)
            for fault in one.faults
        ),
    )


def read_items(path: str | None, lang: Lang, unread: list[ReadError]) -> Catalogue | None:
    """A catalogue, where a file of one was given; a file that cannot be read is said."""
    return None if path is None else guarded(path, lang, unread, partial(read_catalogue, path))
