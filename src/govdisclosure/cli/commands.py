"""The commands: arguments in, output and exit status out. Nothing is judged here."""

import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import Any

import click
from attrs import evolve

from govdisclosure import api
from govdisclosure.api.choosing import choose
from govdisclosure.cli.across import across
from govdisclosure.cli.asking import explain, law, overlays, rules
from govdisclosure.cli.batch import batch
from govdisclosure.cli.common import (
    AS_OF,
    CLEAN,
    FAIL_ON,
    INTERRUPTED,
    LANG,
    NO_COLOR,
    OUTPUT,
    QUIET,
    UNREAD,
    USAGE,
    VERBOSE,
    guarded,
    opened,
    split,
    status,
)
from govdisclosure.cli.companions import Earlier
from govdisclosure.cli.complaints import Commands, complain, sentence
from govdisclosure.cli.configured import CONFIGURED, config
from govdisclosure.cli.deciding import DECISIONS, Decisions
from govdisclosure.cli.diff import diff
from govdisclosure.cli.outputs import FORMS, Output
from govdisclosure.cli.plugged import NO_PLUGINS, Form, held_of, plugins, writer_for
from govdisclosure.cli.query import query
from govdisclosure.cli.reading import Reading
from govdisclosure.cli.registered import read_items, read_registers, say_faults
from govdisclosure.cli.registers import items, register
from govdisclosure.cli.render import render
from govdisclosure.cli.similar import similar
from govdisclosure.cli.terms import deadline, fee
from govdisclosure.errors import GovDisclosureError
from govdisclosure.model.report import AnnualReport
from govdisclosure.rules.outcome import Assessment, Verdicts
from govdisclosure.rules.registry import REPORTS, RULESET
from govdisclosure.text.language import Lang
from govdisclosure.writing import convert, json, text
from govdisclosure.writing.run import Run
from govdisclosure.writing.version import package_version

__all__ = ["run"]


_ENDING = ".schema.json"
_SCHEMAS = sorted(
    path.name.removesuffix(_ENDING)
    for path in files("govdisclosure").joinpath("schema").iterdir()
    if path.name.endswith(_ENDING)
)
_PATHS = click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=str, allow_dash=True))


def run(args: Sequence[str] | None = None) -> int:
    """Run a command.

    Args:
        args: Arguments without the program's name; those of the process when ``None``.

    Returns:
        0 nothing at or above the threshold, 1 findings, 2 usage, 3 something could not be read or judged.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        status = cli.main(args=args, prog_name="govdisclosure", standalone_mode=False)
    except click.ClickException as error:
        complain(sentence(error))
        if isinstance(error, click.UsageError) and error.ctx is not None:
            complain(f"{error.ctx.command_path} --help")
        return USAGE
    except click.Abort:
        return INTERRUPTED
    except (GovDisclosureError, OSError) as error:
        complain(sentence(error))
        return USAGE
    return status if isinstance(status, int) else CLEAN


@click.group(cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_version(), prog_name="govdisclosure")
@click.pass_context
def cli(ctx: click.Context) -> None:
    """Read and check annual reports on government information disclosure.

    读取、检查政府信息公开工作年度报告。
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


@cli.command(short_help="检查报告 / check reports")
@_PATHS
@click.option("--format", "form", type=Form(FORMS), default="text",
              show_default=True, help="Form of the output: html a page a report with the findings marked, docx an "
              "opinion sheet a report, xlsx one workbook. 输出格式：html 每份报告一个标注页面，"
              "docx 每份报告一份核查意见，xlsx 一个工作簿。")  # fmt: skip
@click.option("--select", "chosen", multiple=True, help="Only these codes or families (DDL, STR101). 只检查这些规则。")
@click.option("--ignore", "ignored", multiple=True, help="Leave these codes or families out. 不检查这些规则。")
@FAIL_ON
@AS_OF
@click.option("--blank-is", type=click.Choice(["open", "zero"]), default="open", show_default=True,
              help="What a blank cell of a table, or a dash, counts as. "
              "表格空白或“/”如何计：open 不判断，zero 计为0。")  # fmt: skip
@click.option("--previous", help="The report of the year before: a file, or a folder in which it is found by organ and "
              "year. 上年度报告：文件，或按机关和年度查找的文件夹。")  # fmt: skip
@click.option("--parts", help="Reports of the organs below, for a government's report: a folder or file. "
              "下级机关的报告，用于核对政府的汇总数：文件夹或文件。")  # fmt: skip
@click.option("--register", "registers", multiple=True, help="The organ's register of requests and cases, to hold the "
              "report against; may be given again. 本机关申请、复议诉讼登记簿，用于核对报告，可多次给出。")  # fmt: skip
@click.option("--items", "catalogue", help="The organ's catalogue of items. 本机关政府信息公开目录。")
@DECISIONS
@LANG
@click.option("--output", type=click.Path(), help="Write to this file; pages and opinion sheets of several reports "
              "into this folder. 输出到文件；多份报告的页面或核查意见输出到文件夹。")  # fmt: skip
@VERBOSE
@QUIET
@NO_COLOR
@CONFIGURED
@NO_PLUGINS
@click.pass_context
def check(
    ctx: click.Context,
    /,
    paths: tuple[str, ...],
    form: str,
    output: str | None,
    **options: Any,  # noqa: ANN401  as many as the command has
) -> int:
    """Check reports: files, folders, or - for standard input.

    检查年度报告：文件、文件夹，或用 - 表示标准输入。

    Exit status: 0 nothing failed (not: all is well), 1 something did, see --fail-on, 2 wrong call, 3 something could
    not be read or judged.

    退出码：0 没有发现不符（不等于合格），1 发现不符（见 --fail-on），2 用法有误，3 有文件未能读取或规则出错。
    """
    held = held_of(ctx, options, "rules", "readers", "writers")
    options, lang = held.options, held.lang
    choice = choose(REPORTS, split(options["chosen"]), split(options["ignored"]), held.settings, held.plugins)
    day, blank_is = api.as_day(options["as_of"]), options["blank_is"]
    decisions = Decisions(options)
    writer = writer_for(form, FORMS, held.plugins)
    wanted = Output(form=form, output=output, lang=lang, options=options, writer=writer)
    wanted.require_room()
    reading = Reading(lang=lang, plugins=choice.plugins)
    done: list[tuple[str, Verdicts]] = []
    last, below = options["previous"], options["parts"]
    earlier = None if last is None else Earlier(last, reading.beside(last).reports)
    parts = None if below is None else reading.beside(below)
    books = read_registers(options["registers"], lang, reading.unread) if options["registers"] else None
    catalogue = read_items(options["catalogue"], lang, reading.unread)
    say_faults((books, catalogue), lang)
    ask = partial(
        api.check,
        select=split(options["chosen"]),
        ignore=split(options["ignored"]),
        as_of=day,
        blank_is=blank_is,
        parts=parts,
        register=books,
        items=catalogue,
        settings=held.settings,
        plugins=choice.plugins,
    )
    for name, report in reading.reports(paths):
        assessment = guarded(name, lang, reading.unread, partial(_checked, report, earlier, ask))
        if assessment is not None:
            done.append((name, assessment))
    decided = decisions.hold(done, day)
    told = Run(
        assessed=tuple(done) if decided is None else decided.assessed,
        unread=tuple(reading.unread),
        skipped=tuple(reading.skipped),
        rules=choice.rules,
        chosen=choice.chosen,
        ruleset=RULESET,
        as_of=day,
        blank_is=blank_is,
        decided=decided,
        lang=lang,
    )
    found = status([assessment for _, assessment in told.assessed], reading.unread, options["fail_on"])
    return found if wanted.write(told) else UNREAD


@cli.command(short_help="读出报告内容 / what a report says")
@_PATHS
@click.option("--format", "form", type=click.Choice(["text", "json", "jsonl"]),
              help="Text with the tables as tables, one JSON document, or a report a line; text on a terminal, JSON "
              "elsewhere. 文字（含表格）、一个JSON文档，或每行一份报告；终端上默认文字，其他默认JSON。")  # fmt: skip
@LANG
@OUTPUT
@CONFIGURED
@NO_PLUGINS
@click.pass_context
def parse(ctx: click.Context, /, paths: tuple[str, ...], form: str | None, lang: Lang, output: str | None) -> int:
    """Write what was read. As JSON: an object for one file, a list for several files or a folder.

    输出读到的内容。JSON 格式：一个文件输出一个对象，多个文件或文件夹输出列表。
    """
    held = held_of(ctx, {"lang": lang}, "readers")
    lang = held.lang
    reading = Reading(lang=lang, plugins=held.plugins)
    documents = _documents(paths, reading)
    with opened(output) as stream:
        if form == "text" or (form is None and stream is sys.stdout and stream.isatty()):
            for name, report in reading.reports(paths):
                tables = (grid.render(lang) for grid in report.statistics)
                stream.write("\n\n".join((f"{text.source_word(name, lang)}\n{report.render(lang)}", *tables)) + "\n\n")
        elif form == "jsonl":
            for document in documents:
                stream.write(json.dumps_line(document) + "\n")
        elif len(paths) == 1 and not Path(paths[0]).is_dir():
            stream.writelines(json.dumps(document) + "\n" for document in documents)
        else:
            stream.write(json.dumps(list(documents)) + "\n")
    for error in reading.skipped:
        complain(text.unread_line(error, lang))
    return UNREAD if reading.unread else CLEAN


@cli.command(short_help="输出 JSON Schema / print a JSON Schema")
@click.argument("name", type=click.Choice(_SCHEMAS))
def schema(name: str) -> int:
    """Print a JSON Schema.

    That of what parse (report), check (check), register check and items check (register-check), across,
    config, plugins, diff and similar write, or of a register or catalogue as a JSON file.

    输出 JSON Schema。
    """
    with opened(None) as stream:
        stream.write(files("govdisclosure").joinpath("schema", f"{name}{_ENDING}").read_text("utf-8"))
    return CLEAN


for _command in (
    explain, rules, law, overlays, across, batch, config, query, deadline, diff, fee, plugins, register, items, render,
    similar,
):  # fmt: skip
    cli.add_command(_command)


def _checked(report: AnnualReport, earlier: Earlier | None, ask: Callable[..., Assessment]) -> Assessment:
    """Check a report, beside that of the year before where one is to be had; what is wanting is said."""
    previous, remark = (None, None) if earlier is None else earlier.of(report)
    assessment = ask(report, previous=previous)
    return assessment if remark is None else evolve(assessment, not_checked=(*assessment.not_checked, remark))


def _documents(paths: Sequence[str], reading: Reading) -> Iterator[dict[str, Any]]:
    for name, report in reading.reports(paths):
        document = guarded(name, reading.lang, reading.unread, partial(convert.report_to_dict, report))
        if document is not None:
            yield document
