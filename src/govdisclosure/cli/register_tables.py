"""The commands ``register compile`` and ``register deadlines``: what a register makes."""

from typing import TYPE_CHECKING

import click

from govdisclosure import api
from govdisclosure.cli.common import (
    AS_OF,
    LANG,
    OUTPUT,
    UNREAD,
    opened,
)
from govdisclosure.cli.plugged import NO_PLUGINS, plugins_of
from govdisclosure.cli.registered import AGENCY, FILES, ITEMS, form_of, read_items, read_registers, say_faults
from govdisclosure.cli.terms import CALENDAR, calendar_of
from govdisclosure.register.terms.open import open_deadlines
from govdisclosure.text.language import Lang
from govdisclosure.writing import json
from govdisclosure.writing.compiled import compiled_lines, compiled_to_dict
from govdisclosure.writing.ics import deadlines_to_ics
from govdisclosure.writing.open_terms import deadline_lines, deadlines_to_dict

if TYPE_CHECKING:
    from govdisclosure.errors import ReadError

__all__ = ["compile_tables", "list_deadlines"]


@click.command("compile", short_help="编制法定统计表 / compile the statutory tables")
@FILES
@click.option("--year", type=int, required=True, help="The year to report on. 报告年度。")
@ITEMS
@AGENCY
@form_of("text", "json")
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


@click.command("deadlines", short_help="未了期限 / open terms")
@FILES
@click.option("--as-of", required=True, help="The day on which terms are open, YYYY-MM-DD. 截至日期。")
@ITEMS
@form_of("text", "json", "ics")
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
