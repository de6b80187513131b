"""The command ``render``: a report in the official form."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from govdisclosure import api
from govdisclosure.cli.common import (
    AS_OF,
    LANG,
    UNREAD,
    guarded,
    opened,
    text_of,
)
from govdisclosure.cli.registered import AGENCY, FILES, ITEMS, read_items, read_registers, say_faults
from govdisclosure.errors import ReadError, UsageError
from govdisclosure.model.report import AnnualReport
from govdisclosure.text.language import Lang
from govdisclosure.writing import convert, json

if TYPE_CHECKING:
    from govdisclosure.model.register import Catalogue, Register
    from govdisclosure.writing.official_form import DocumentForm

__all__ = ["render"]

_SUFFIXES = {".docx": "docx", ".html": "html", ".htm": "html", ".md": "markdown", ".json": "json"}


@click.command(short_help="按官方格式输出年度报告 / write a report in the official form")
@FILES
@click.option("--year", type=int, help="Draft the report on this year from registers. 由登记簿起草该年度报告。")
@ITEMS
@AGENCY
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
