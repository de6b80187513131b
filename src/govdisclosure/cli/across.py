"""The command ``across``: the reports of many organs and years judged together."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from govdisclosure.analysis.across import (
    Collection,
    Judging,
    Names,
    OrganAssessment,
    read_collection,
    read_organs,
    read_renamed,
    reports_of_batch,
)
from govdisclosure.analysis.across.writing import write_across
from govdisclosure.batch.results import is_results
from govdisclosure.cli.common import CLEAN, FAIL_ON, FOUND, LANG, OUTPUT, UNREAD, VERBOSE, counts, opened, split
from govdisclosure.cli.configured import CONFIGURED
from govdisclosure.cli.inputs import inputs
from govdisclosure.cli.plugged import NO_PLUGINS, Held, held_of
from govdisclosure.errors import UsageError

__all__ = ["across"]


@click.command(short_help="跨机关、跨年度核查 / check many organs and years together")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=str))
@click.option("--organs", type=click.Path(dir_okay=False), help="Which organs there are (CSV: 机关, 上级, 起始年度, "
              "截止年度). 机关名单（CSV）。")  # fmt: skip
@click.option("--renamed", type=click.Path(dir_okay=False), help="Which organs changed their names (TOML: [[renamed]] "
              "from, to). 更名表（TOML）。")  # fmt: skip
@click.option("--select", "chosen", multiple=True, help="Only these codes or families (ACR, XYR101). 只检查这些规则。")
@click.option("--ignore", "ignored", multiple=True, help="Leave these codes or families out. 不检查这些规则。")
@click.option("--blank-is", type=click.Choice(["open", "zero"]), default="open", show_default=True,
              help="What a blank cell of a table, or a dash, counts as. "
              "表格空白或“/”如何计：open 不判断，zero 计为0。")  # fmt: skip
@click.option("--format", "form", type=click.Choice(["text", "json", "csv"]), default="text", show_default=True,
              help="Form of the output. 输出格式。")  # fmt: skip
@FAIL_ON
@LANG
@OUTPUT
@VERBOSE
@CONFIGURED
@NO_PLUGINS
@click.pass_context
def across(
    ctx: click.Context,
    /,
    paths: tuple[str, ...],
    output: str | None,
    **options: Any,  # noqa: ANN401  as many as the command has
) -> int:
    """Judge reports together: the folder of a batch, or files and folders of reports.

    Years without a report, requests carried from year to year, sums of the organs below, figures that stand out.

    跨机关、跨年度核查：给出批量核查的结果文件夹，或年度报告文件、文件夹。查缺年度、结转、汇总数和异常数据。
    """
    held = held_of(ctx, options, "readers")
    lang = held.lang
    renamed = () if options["renamed"] is None else read_renamed(options["renamed"])
    judging = Judging(
        _collection(paths, Names(renamed), held),
        organs=() if options["organs"] is None else read_organs(options["organs"]),
        renamed=renamed,
        select=split(options["chosen"]),
        ignore=split(options["ignored"]),
        blank_is=options["blank_is"],
        settings=held.settings,
    )
    status = _Status(options["fail_on"])
    with opened(output) as stream:
        write_across(judging, status.through(judging), stream, options["form"], lang, verbose=options["verbose"])
    return UNREAD if judging.unread else status.status


def _collection(paths: tuple[str, ...], names: Names, held: Held) -> Collection:
    batches = [path for path in paths if is_results(Path(path))]
    if batches and len(paths) > 1:
        raise UsageError(
            "批量结果文件夹只能给一个，不能与别的文件并列", "the folder of a batch is given alone, without other files"
        )
    if batches:
        return reports_of_batch(batches[0], names)
    files = inputs(paths, held.plugins.suffixes)
    return read_collection((one.error or one.name for one in files if not one.skipped), names, plugins=held.plugins)


class _Status:
    """The exit status, found while the organs are gone through."""

    def __init__(self, fail_on: str) -> None:
        self._fail_on = fail_on
        self.status = CLEAN

    def through(self, organs: Iterable[OrganAssessment]) -> Iterator[OrganAssessment]:
        """The same organs."""
        for one in organs:
            if one.crashed:
                self.status = UNREAD
            elif self.status == CLEAN and any(counts(outcome.kind, outcome.level, self._fail_on) for outcome in one):
                self.status = FOUND
            yield one
