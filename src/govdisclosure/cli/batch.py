"""The command ``batch``: many documents into a folder of tables."""

import json
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from govdisclosure.batch.chunks import MEAN
from govdisclosure.batch.inputs import Limits, documents
from govdisclosure.batch.kernel import Kernel
from govdisclosure.batch.progress import Progress
from govdisclosure.batch.running import TIMEOUT, BatchSummary, run_batch
from govdisclosure.cli.common import AS_OF, CLEAN, FAIL_ON, FOUND, INTERRUPTED, LANG, UNREAD, counts, opened, split
from govdisclosure.cli.complaints import complain, sentence
from govdisclosure.cli.configured import CONFIGURED, given, settings_of
from govdisclosure.cli.plugged import NO_PLUGINS, plugins_of
from govdisclosure.errors import OutputError
from govdisclosure.rules.outcome import Kind, Level
from govdisclosure.text.language import Lang

__all__ = ["batch"]

_STDIN = "-"
_ASKING = ("fail", "review", "open")


@click.command(short_help="批量核查大量文件 / check many documents into tables")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("--output", required=True, type=click.Path(file_okay=False), help="Folder for the tables; that of an "
              "earlier run is gone on with. 存放结果表的文件夹；再次运行会接着做。")  # fmt: skip
@click.option("--workers", type=click.IntRange(min=1), help="Processes; one a processor by default. 进程数。")
@click.option("--fresh", is_flag=True, help="Do again what an earlier run has done. 全部重做。")
@click.option("--retry", is_flag=True, help="Try again what an earlier run could not read. 上次未能读取的再试一次。")
@click.option("--chunk", type=click.IntRange(min=1), default=MEAN, show_default=True,
              help="Documents written together, on average. 平均多少份文件写一次。")  # fmt: skip
@click.option("--timeout", type=click.FloatRange(min=0, min_open=True), default=TIMEOUT, show_default=True,
              help="Seconds that a document may take. 每份文件的时限（秒）。")  # fmt: skip
@click.option("--memory", type=click.IntRange(min=512), help="MiB of memory that a process may use. "
              "每个进程的内存上限（MiB）。")  # fmt: skip
@click.option("--select", "chosen", multiple=True, help="Only these codes or families (DDL, STR101). 只检查这些规则。")
@click.option("--ignore", "ignored", multiple=True, help="Leave these codes or families out. 不检查这些规则。")
@click.option("--blank-is", type=click.Choice(["open", "zero"]), default="open", show_default=True,
              help="What a blank cell of a table, or a dash, counts as. "
              "表格空白或“/”如何计：open 不判断，zero 计为0。")  # fmt: skip
@FAIL_ON
@AS_OF
@LANG
@click.option("-q", "--quiet", is_flag=True, help="No progress and no closing lines. 不显示进度和汇总。")
@CONFIGURED
@NO_PLUGINS
@click.pass_context
def batch(
    ctx: click.Context,
    /,
    inputs: tuple[str, ...],
    output: str,
    *,
    quiet: bool,
    **options: Any,  # noqa: ANN401  as many as the command has
) -> int:
    """Check many documents into Parquet tables: folders, patterns, @ and a list, zip, tar, NDJSON, Parquet.

    把大量文件核查成 Parquet 表：文件夹、通配符、@清单、zip、tar、NDJSON、Parquet。

    Each document is a row of the table reports, one that could not be read too. Running again goes on where the last
    run ended. Exit status as check; 3 also where results could not be written.

    每份文件在 reports 表中占一行，未能读取的也在内。再次运行会接着上次做。退出码与 check 相同，结果无法写入时也是 3。
    """
    settings = settings_of(ctx)
    lang: Lang = given(ctx, "lang", options["lang"], settings.language)
    added = plugins_of(ctx, lang, "rules", "readers")
    kernel = Kernel(
        select=split(options["chosen"]),
        ignore=split(options["ignored"]),
        as_of=options["as_of"],
        blank_is=given(ctx, "blank_is", options["blank_is"], settings.blank_is),
        settings=settings,
        # A reader that is preferred and not there is told, whatever else is installed.
        plugins=not added.declined and bool(added.found or settings.prefer_readers),
        declined=added.declined,
    )
    # A list on standard input can be read but once.
    limits = Limits(suffixes=kernel.suffixes)
    before = _named(output)
    count = None if _STDIN in inputs else lambda: documents(inputs, limits=limits, leave_out=[output])
    progress = Progress(count, lang, shown=False if quiet else None)
    try:
        asked = {name: options[name] for name in ("workers", "fresh", "retry", "chunk", "timeout", "memory")}
        found = run_batch(inputs, output, kernel=kernel, progress=progress, **asked)
    except KeyboardInterrupt:
        progress.end()
        complain("已中断；再次运行同样的命令会接着做 / interrupted; the same command goes on where it ended")
        return INTERRUPTED
    except OutputError as error:
        progress.end()
        complain(sentence(error))
        return UNREAD
    finally:
        progress.end()
    if not quiet:
        if not options["fresh"] and (gone := len(before - _named(output))):
            zh = f"上次给出的输入中有{gone}项这次没有给出，其中文件的结果已不在文件夹里；要保留的，请连同原来的一起给出"
            en = f"{gone} of the inputs of the last run not named: their results are gone; name them too to keep them"
            complain(zh if lang == "zh" else en)
        with opened(None) as stream:
            stream.writelines(f"{line}\n" for line in _lines(found, output, lang))
    return _status(found, given(ctx, "fail_on", options["fail_on"], settings.fail_on))


def _named(folder: str) -> set[str]:
    """The digests of what the run in a folder was given; none where there is no such run."""
    try:
        inputs = json.loads((Path(folder) / "run.json").read_bytes())["inputs"]
        return {str(one) for one in inputs}
    except (OSError, ValueError, KeyError, TypeError):
        return set()


def _lines(found: BatchSummary, output: str, lang: Lang) -> Iterator[str]:
    zh = lang == "zh"
    read, resumed, over = found.status.get("read", 0), found.resumed, found.passed_over
    number = {word: sum(n for kind, n in found.kinds.items() if kind.startswith(f"{word}:")) for word in _ASKING}
    fails, reviews, opens = number.values()
    if zh:
        before = f"（其中{resumed:,}份上次已做）" if resumed else ""
        others = f"，另有{over:,}份不是可读取的类型" if over else ""
        yield f"共{found.documents:,}份{before}：读取{read:,}份，未能读取{found.unread:,}份{others}"
        yield f"不符{fails:,}项，待核{reviews:,}项，未能判断{opens:,}项"
    else:
        before = f" ({resumed:,} of them by an earlier run)" if resumed else ""
        others = f", {over:,} of no kind that is read" if over else ""
        yield f"{found.documents:,} documents{before}: {read:,} read, {found.unread:,} not read{others}"
        yield f"{fails:,} failed, {reviews:,} for review, {opens:,} open"
    if found.unread:
        yield "未能读取的及原因：" if zh else "what was not read, and why:"
        yield f"  govdisclosure query {shlex.quote(output)} --name unread"
    if found.rules_crashed:
        count = f"{found.rules_crashed:,}"
        yield (
            f"有{count}份报告有规则内部出错，没有判断完，请报告此问题"
            if zh
            else f"in {count} reports a rule failed, so not all was judged; please report it"
        )


def _status(found: BatchSummary, fail_on: str) -> int:
    if found.unread or found.rules_crashed:
        return UNREAD
    kinds = (word.split(":") for word in found.kinds)
    return FOUND if any(counts(Kind(kind), Level(level), fail_on) for kind, level in kinds) else CLEAN
