"""The commands on registers and catalogues: ``register check|compile|deadlines`` and ``items check``."""

from functools import partial
from typing import Any

import click

from govdisclosure import api
from govdisclosure.api.choosing import choose
from govdisclosure.cli.common import (
    AS_OF,
    FAIL_ON,
    LANG,
    NO_COLOR,
    OUTPUT,
    QUIET,
    UNREAD,
    VERBOSE,
    split,
    status,
)
from govdisclosure.cli.complaints import Commands
from govdisclosure.cli.configured import CONFIGURED
from govdisclosure.cli.deciding import DECISIONS, Decisions
from govdisclosure.cli.outputs import ENTRY_FORMS, Output, faults_of
from govdisclosure.cli.plugged import NO_PLUGINS, Held, held_of, writer_for
from govdisclosure.cli.register_tables import compile_tables, list_deadlines
from govdisclosure.cli.registered import FILES, ITEMS, form_of, read_items, read_registers
from govdisclosure.cli.terms import CALENDAR, calendar_of
from govdisclosure.errors import ReadError
from govdisclosure.rules.outcome import RegisterAssessment, Verdicts
from govdisclosure.rules.registry import RULESET
from govdisclosure.rules.rule import About
from govdisclosure.writing.run import Run
from govdisclosure.writing.whereabouts import Book

__all__ = ["items", "register"]

_SELECT = click.option("--select", "chosen", multiple=True, help="Only these codes or families. 只检查这些规则。")
_IGNORE = click.option("--ignore", "ignored", multiple=True, help="Leave these out. 不检查这些规则。")
_GROUPS = ("rules", "calendars", "writers")


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
@FILES
@ITEMS
@form_of(*ENTRY_FORMS)
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
@form_of(*ENTRY_FORMS)
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


register.add_command(compile_tables)
register.add_command(list_deadlines)


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
