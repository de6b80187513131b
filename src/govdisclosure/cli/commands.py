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
    write_text,
)
from govdisclosure.cli.companions import Earlier
from govdisclosure.cli.complaints import Commands, complain, sentence
from govdisclosure.cli.configured import CONFIGURED, config, given, settings_of
from govdisclosure.cli.deciding import DECISIONS, Decisions
from govdisclosure.cli.filed import FILED, Filed, require_room, write_filed
from govdisclosure.cli.forms import SHARED, write_run
from govdisclosure.cli.inputs import Input, inputs
from govdisclosure.cli.plugged import NO_PLUGINS, plugins, plugins_of
from govdisclosure.cli.query import query
from govdisclosure.cli.registers import items, read_items, read_registers, register, render, say_faults
from govdisclosure.cli.similar import similar
from govdisclosure.cli.terms import deadline, fee
from govdisclosure.errors import GovDisclosureError, ReadError
from govdisclosure.model.report import AnnualReport
from govdisclosure.rules.outcome import Assessment, Verdicts
from govdisclosure.rules.registry import REPORTS, RULESET, select
from govdisclosure.rules.rule import Parts
from govdisclosure.rules.showing import word
from govdisclosure.text.language import Lang
from govdisclosure.writing import convert, json, sarif, text
from govdisclosure.writing.run import Run
from govdisclosure.writing.version import package_version

__all__ = ["run"]


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
@click.option("--format", "form", type=click.Choice(["text", "json", "sarif", *SHARED, *FILED]), default="text",
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
    fail_on: str,
    output: str | None,
    **options: Any,  # noqa: ANN401  as many as the command has
) -> int:
    """Check reports: files, folders, or - for standard input.

    检查年度报告：文件、文件夹，或用 - 表示标准输入。

    Exit status: 0 nothing failed (not: all is well), 1 something did, see --fail-on, 2 wrong call, 3 something could
    not be read or judged.

    退出码：0 没有发现不符（不等于合格），1 发现不符（见 --fail-on），2 用法有误，3 有文件未能读取或规则出错。
    """
    settings = settings_of(ctx)
    lang: Lang = given(ctx, "lang", options["lang"], settings.language)
    options, fail_on = {**options, "lang": lang}, given(ctx, "fail_on", fail_on, settings.fail_on)
    added = plugins_of(ctx, lang)
    settings.require((*api.all_rules(), *added.rules))
    chosen = split(options["chosen"]) or settings.selected()
    ignored = split(options["ignored"]) or settings.ignore
    rules = select(chosen, ignored, REPORTS, added.rules)
    day, blank_is = api.as_day(options["as_of"]), given(ctx, "blank_is", options["blank_is"], settings.blank_is)
    decisions = Decisions(options)
    require_room(form, output)
    unread: list[ReadError] = []
    skipped: list[ReadError] = []
    done: list[tuple[str, Verdicts]] = []
    beside = partial(_beside, lang=lang, unread=unread, skipped=skipped)
    last, below = options["previous"], options["parts"]
    earlier = None if last is None else Earlier(last, beside(last).reports)
    parts = None if below is None else beside(below)
    books = read_registers(options["registers"], lang, unread) if options["registers"] else None
    catalogue = read_items(options["catalogue"], lang, unread)
    say_faults((books, catalogue), lang)
    ask = partial(
        api.check,
        select=chosen,
        ignore=ignored,
        as_of=day,
        blank_is=blank_is,
        parts=parts,
        register=books,
        items=catalogue,
        settings=settings,
        plugins=added,
    )
    for name, report in _reports(paths, lang, unread, skipped):
        assessment = guarded(name, lang, unread, partial(_checked, report, earlier, ask))
        if assessment is not None:
            done.append((name, assessment))
    decided = decisions.hold(done, day)
    held = tuple(done) if decided is None else decided.assessed
    reports = [(name, one) for name, one in held if isinstance(one, Assessment)]
    base = str(Path.cwd())
    if form in FILED:
        write_filed(Filed(form=form, output=output, lang=lang, as_of=day, ruleset=RULESET), reports, unread, skipped)
        return status([assessment for _, assessment in held], unread, fail_on)
    with opened(output) as stream:
        if form == "json":
            document = convert.check_to_dict(
                reports, unread, skipped=skipped, ruleset=RULESET, as_of=day, blank_is=blank_is, decided=decided
            )
            stream.write(json.dumps(document) + "\n")
        elif form == "sarif":
            log = sarif.sarif_log(
                reports,
                unread,
                rules=rules,
                ruleset=RULESET,
                as_of=day,
                blank_is=blank_is,
                lang=lang,
                base=base,
                skipped=skipped,
                decided=decided,
            )
            stream.write(json.dumps(log) + "\n")
        elif form in SHARED:
            told = Run(
                assessed=held,
                unread=tuple(unread),
                skipped=tuple(skipped),
                rules=tuple(rules),
                ruleset=RULESET,
                as_of=day,
                blank_is=blank_is,
                decided=decided,
            )
            write_run(told, form, stream, lang, base=base, verbose=options["verbose"], quiet=options["quiet"])
        else:
            write_text(held, unread, skipped, stream, {**options, "output": output, "decided": decided})
    return status([assessment for _, assessment in held], unread, fail_on)


@cli.command(short_help="读出报告内容 / what a report says")
@_PATHS
@click.option("--format", "form", type=click.Choice(["text", "json", "jsonl"]),
              help="Text with the tables as tables, one JSON document, or a report a line; text on a terminal, JSON "
              "elsewhere. 文字（含表格）、一个JSON文档，或每行一份报告；终端上默认文字，其他默认JSON。")  # fmt: skip
@LANG
@OUTPUT
def parse(paths: tuple[str, ...], form: str | None, lang: Lang, output: str | None) -> int:
    """Write what was read. As JSON: an object for one file, a list for several files or a folder.

    输出读到的内容。JSON 格式：一个文件输出一个对象，多个文件或文件夹输出列表。
    """
    unread: list[ReadError] = []
    skipped: list[ReadError] = []
    documents = _documents(paths, lang, unread, skipped)
    with opened(output) as stream:
        if form == "text" or (form is None and stream is sys.stdout and stream.isatty()):
            for name, report in _reports(paths, lang, unread, skipped):
                tables = (grid.render(lang) for grid in report.statistics)
                stream.write("\n\n".join((f"{text.source_word(name, lang)}\n{report.render(lang)}", *tables)) + "\n\n")
        elif form == "jsonl":
            for document in documents:
                stream.write(json.dumps_line(document) + "\n")
        elif len(paths) == 1 and not Path(paths[0]).is_dir():
            stream.writelines(json.dumps(document) + "\n" for document in documents)
        else:
            stream.write(json.dumps(list(documents)) + "\n")
    for error in skipped:
        complain(text.unread_line(error, lang))
    return UNREAD if unread else CLEAN


@cli.command(short_help="说明规则、法定参数或法规文件 / explain a rule, parameter or instrument")
@click.argument("codes", nargs=-1, required=True, metavar="CODE...")
@click.option("--lang", type=click.Choice(["zh", "en"]), help="Language of labels; both by default. 标签语言。")
def explain(codes: tuple[str, ...], lang: Lang | None) -> int:
    """Show the page of a rule, a dated parameter of law or an instrument; a family (CLM) lists its rules.

    说明一条规则、一个法定参数或一个法规文件；只写类别（如 CLM）则列出该类规则。
    """
    pages = [api.explain(code, lang).text for code in codes]
    with opened(None) as stream:
        stream.write("\n".join(pages))
    return CLEAN


@cli.command(short_help="列出规则 / list the rules")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="Form of the output. 输出格式。")  # fmt: skip
@LANG
def rules(form: str, lang: Lang) -> int:
    """List the rules.

    列出全部规则。
    """
    with opened(None) as stream:
        if form == "json":
            stream.write(json.dumps(convert.rules_to_dict(api.all_rules(), RULESET)) + "\n")
            return CLEAN
        for rule in api.all_rules():
            title = rule.title.zh if lang == "zh" else rule.title.en
            stream.write(f"{rule.code}  {word(rule.level, lang):<7}  {rule.name:<36}  {title}\n")
    return CLEAN


@cli.command(short_help="列出法规和参数 / list instruments and parameters of law")
@click.option("--as-of", help="Only what was in force that day, YYYY-MM-DD. 只列当日有效的。")
@click.option(
    "--name",
    help="One parameter or instrument: its history, or what it was on --as-of. "
    "一个参数或法规文件的沿革，或当日的取值。",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="Form of the output. 输出格式。")  # fmt: skip
@LANG
def law(as_of: str | None, name: str | None, form: str, lang: Lang) -> int:
    """List instruments and dated parameters of law, with their provisions.

    列出法规文件和法定参数及其条款。
    """
    listing = api.law_in_force(as_of, name)
    with opened(None) as stream:
        if form == "json":
            document = convert.law_to_dict(
                listing.as_of, listing.instruments, listing.values, start_unknown=listing.start_unknown
            )
            stream.write(json.dumps(document) + "\n")
        elif name is not None and listing.as_of is None:
            stream.write(api.explain(name, lang).text)
        else:
            stream.write(f"{listing.render(lang)}\n")
    return CLEAN


@cli.command(short_help="输出 JSON Schema / print a JSON Schema")
@click.argument("name", type=click.Choice(["report", "check", "register", "catalogue", "register-check", "similar"]))
def schema(name: str) -> int:
    """Print a JSON Schema.

    That of what parse (report), check (check), register check and items check (register-check) and similar write,
    or of a register or catalogue as a JSON file.

    输出 JSON Schema。
    """
    with opened(None) as stream:
        stream.write(files("govdisclosure").joinpath("schema", f"{name}.schema.json").read_text("utf-8"))
    return CLEAN


for _command in (batch, config, query, deadline, fee, plugins, register, items, render, similar):
    cli.add_command(_command)


def _reports(
    paths: Sequence[str], lang: Lang, unread: list[ReadError], skipped: list[ReadError]
) -> Iterator[tuple[str, AnnualReport]]:
    for item in inputs(paths):
        if item.skipped and item.error is not None:
            skipped.append(item.error)
            continue
        report = guarded(item.name, lang, unread, partial(_read, item))
        if report is not None:
            yield item.name, report


def _beside(path: str, *, lang: Lang, unread: list[ReadError], skipped: list[ReadError]) -> Parts:
    """The reports of a file or folder that others are compared with, and the names of those that could not be read."""
    faults: list[ReadError] = []
    reports = tuple(report for _, report in _reports([path], lang, faults, skipped))
    unread += faults
    return Parts(reports=reports, unread=tuple(fault.source for fault in faults))


def _checked(report: AnnualReport, earlier: Earlier | None, ask: Callable[..., Assessment]) -> Assessment:
    """Check a report, beside that of the year before where one is to be had; what is wanting is said."""
    previous, remark = (None, None) if earlier is None else earlier.of(report)
    assessment = ask(report, previous=previous)
    return assessment if remark is None else evolve(assessment, not_checked=(*assessment.not_checked, remark))


def _documents(
    paths: Sequence[str], lang: Lang, unread: list[ReadError], skipped: list[ReadError]
) -> Iterator[dict[str, Any]]:
    for name, report in _reports(paths, lang, unread, skipped):
        document = guarded(name, lang, unread, partial(convert.report_to_dict, report))
        if document is not None:
            yield document


def _read(item: Input) -> AnnualReport:
    if item.error is not None:
        raise item.error
    return api.read(item.name)
