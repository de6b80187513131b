"""The commands that work out a term or a fee: ``deadline`` and ``fee``."""

import re
from collections.abc import Sequence

import click
import pendulum

from govdisclosure.api import as_day
from govdisclosure.cli.common import CLEAN, LANG, OUTPUT, opened, text_of
from govdisclosure.cli.plugged import NO_PLUGINS, plugins_of
from govdisclosure.errors import UsageError
from govdisclosure.law import parameter
from govdisclosure.law.deadlines import Pause, term
from govdisclosure.law.fees import choose_fee, newest_tariff
from govdisclosure.law.notices import calendar_from_toml
from govdisclosure.law.workdays import WorkCalendar
from govdisclosure.plugins import Plugins
from govdisclosure.text.language import Lang
from govdisclosure.writing import json
from govdisclosure.writing.duties import fee_to_dict, receipt_to_dict

__all__ = ["CALENDAR", "calendar_of", "deadline", "fee"]

_SPAN = re.compile(r"(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})?")
_FORM = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Form of the output. 输出格式。",
)
CALENDAR = click.option(
    "--calendar",
    type=click.Path(dir_okay=False),
    help="Holidays that are announced after this release, as TOML. 本版本之后公布的放假安排（TOML文件）。",
)


@click.command(short_help="计算期限 / work out a term, with its receipt")
@click.argument("name", metavar="TERM")
@click.option(
    "--received",
    "--from",
    "start",
    required=True,
    help="The day the term runs from (of a reply, the day of receipt), YYYY-MM-DD. 起算日（答复期限为收到申请之日）。",
)
@click.option("--extend", type=int, default=0, help="Working days of an extension. 延长的工作日数。")
@click.option(
    "--pause",
    "pauses",
    multiple=True,
    metavar="FROM..TO",
    help="A consultation: the letter sent on FROM, the answer come on TO. 征求意见：发函日..答复日，可多次给出。",
)
@CALENDAR
@click.option(
    "--provisional",
    is_flag=True,
    help="Count years not announced by weekends alone, and mark the result. 未公布年份只按周末估算，结果注明。",
)
@click.option("-q", "--quiet", is_flag=True, help="Without the list of days. 不逐日列出。")
@_FORM
@LANG
@OUTPUT
@NO_PLUGINS
@click.pass_context
def deadline(  # noqa: PLR0913, PLR0917  each is an option of the command
    ctx: click.Context,
    /,
    name: str,
    start: str,
    extend: int,
    pauses: tuple[str, ...],
    calendar: str | None,
    provisional: bool,  # noqa: FBT001  click gives it by name
    quiet: bool,  # noqa: FBT001  so
    form: str,
    lang: Lang,
    output: str | None,
) -> int:
    """Work out the last day of a term, with each day counted or skipped, the articles, and other readings.

    TERM is the name of a term, such as reply (the term for answering a request); a wrong name lists them all.

    计算期限的最后一日，逐日列出计入或不计入的理由、条款和其他读法。TERM 是期限名称，如 reply（答复期限）。
    """
    day = _day(start, "--received")
    receipt = term(
        name,
        day,
        extend=extend,
        pauses=_pauses(pauses, day),
        calendar=calendar_of(calendar, plugins_of(ctx, lang, "calendars")),
        provisional=provisional,
    )
    with opened(output) as stream:
        shown = receipt.render(lang, days=not quiet)
        stream.write((json.dumps(receipt_to_dict(receipt)) if form == "json" else shown) + "\n")
    return CLEAN


@click.command(short_help="计算信息处理费 / work out the handling fee")
@click.option("--items", type=int, help="Requests of one applicant in one calendar month. 同一申请人一个月内的件数。")
@click.option("--pages", type=int, help="Pages supplied on one request. 一件申请提供的页数。")
@click.option(
    "--on", "day", help="The day of the request, YYYY-MM-DD; the newest tariff without it. 申请日；不写按最新标准。"
)
@_FORM
@LANG
@OUTPUT
def fee(  # noqa: PLR0913, PLR0917  each is an option of the command
    items: int | None, pages: int | None, day: str | None, form: str, lang: Lang, output: str | None
) -> int:
    """Work out the information handling fee, by items or by pages, in yuan; with both, the two beside each other.

    按件或按量计算信息处理费（元）；两者都给出时并列。
    """
    found = choose_fee(items=items, pages=pages, day=newest_tariff() if day is None else _day(day, "--on"))
    with opened(output) as stream:
        stream.write((json.dumps(fee_to_dict(found)) if form == "json" else found.render(lang)) + "\n")
    return CLEAN


def calendar_of(path: str | None, plugins: Plugins) -> WorkCalendar | None:
    """The calendar with what plugins and then a file add; ``None``, which is the published one, without either."""
    base = plugins.calendar() if plugins.of("calendars") else None
    return base if path is None else calendar_from_toml(text_of(path), base=base)


def _day(words: str, option: str) -> pendulum.Date:
    day = as_day(words)
    if day is None:
        raise UsageError(f"{option} 须为日期", f"{option} must be a day")
    return day


def _pauses(spans: Sequence[str], day: pendulum.Date) -> tuple[Pause, ...]:
    # Which consultations stop the clock, and the article that says so, go by the law of the day of receipt.
    excluded = parameter("reply.excluded_time")
    cite = next((value.cite for value in excluded.values if value.holds_on(day)), None)
    found: list[Pause] = []
    for span in spans:
        match = _SPAN.fullmatch(span.strip())
        if match is None:
            raise UsageError(
                "--pause 应写成 发函日..答复日，如 2025-01-06..2025-01-10",
                "--pause is written FROM..TO, such as 2025-01-06..2025-01-10",
            )
        first, last = _day(match[1], "--pause"), as_day(match[2])
        if last is not None and last < first:
            raise UsageError("--pause 的答复日早于发函日", "--pause: the answer comes before the letter")
        found.append(Pause(first=first, last=last, cite=cite, zh="征求意见", en="consultation"))
    return tuple(found)
