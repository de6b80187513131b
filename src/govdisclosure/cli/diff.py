"""Two reports beside each other on the command line."""

from functools import partial
from typing import TYPE_CHECKING, Any, TextIO

import click

from govdisclosure import api
from govdisclosure.analysis.difference import Difference, compare_reports
from govdisclosure.analysis.difference.convert import difference_to_dict
from govdisclosure.analysis.difference.lines import difference_lines
from govdisclosure.analysis.difference.markdown import difference_markdown
from govdisclosure.analysis.difference.page import difference_page
from govdisclosure.cli.common import (
    CLEAN,
    FOUND,
    LANG,
    NO_COLOR,
    OUTPUT,
    UNREAD,
    coloured,
    guarded,
    opened,
)
from govdisclosure.cli.configured import CONFIGURED
from govdisclosure.cli.plugged import NO_PLUGINS, held_of
from govdisclosure.text.language import Lang
from govdisclosure.writing import json
from govdisclosure.writing.text import write_lines

if TYPE_CHECKING:
    from govdisclosure.errors import ReadError

__all__ = ["diff"]


@click.command(short_help="比较两份报告 / compare two reports")
@click.argument("old", type=click.Path(path_type=str, allow_dash=True))
@click.argument("new", type=click.Path(path_type=str, allow_dash=True))
@click.option("--format", "form", type=click.Choice(["text", "json", "markdown", "html"]), default="text",
              show_default=True, help="Form of the output; html is one page, side by side. 输出格式；html 为左右对照"
              "的单个网页。")  # fmt: skip
@click.option("--mode", type=click.Choice(["captures", "years"]), help="Two copies of one report, or two years; told "
              "from organ and year by default. 同一份报告的两个版本，或两个年度；默认按机关和年度判断。")  # fmt: skip
@click.option("--exit-zero", is_flag=True, help="Exit 0 also where they differ. 有差别也返回0。")
@LANG
@OUTPUT
@NO_COLOR
@CONFIGURED
@NO_PLUGINS
@click.pass_context
def diff(
    ctx: click.Context,
    /,
    old: str,
    new: str,
    form: str,
    output: str | None,
    **options: Any,  # noqa: ANN401  as many as the command has
) -> int:
    """Compare two reports, OLD and NEW: two captures of one report, or one organ's reports on two years.

    比较两份报告：同一份报告的两个版本（公布后改了什么），或同一机关的两个年度。

    Exit status: 0 no difference in content, 1 differences, 2 wrong call, 3 a report could not be read, or the two
    are not comparable.

    退出码：0 内容没有差别，1 有差别，2 用法有误，3 有报告未能读取，或两份不能比较。
    """
    held = held_of(ctx, options, "rules", "readers")
    unread: list[ReadError] = []
    read = partial(api.read, plugins=held.plugins)
    reports = [guarded(name, held.lang, unread, partial(read, name)) for name in (old, new)]
    if reports[0] is None or reports[1] is None:
        return UNREAD
    found = compare_reports(reports[0], reports[1], mode=options["mode"], settings=held.settings, plugins=held.plugins)
    with opened(output) as stream:
        _write(found, form, stream, held.lang, colour=coloured(stream, options))
    if found.not_comparable is not None:
        return UNREAD
    return FOUND if found.differs and not options["exit_zero"] else CLEAN


def _write(found: Difference, form: str, stream: TextIO, lang: Lang, *, colour: bool) -> None:
    if form == "json":
        stream.write(json.dumps(difference_to_dict(found)) + "\n")
    elif form == "markdown":
        stream.writelines(difference_markdown(found, lang))
    elif form == "html":
        stream.write(difference_page(found, lang))
    else:
        write_lines(difference_lines(found, lang), stream, colour=colour)
