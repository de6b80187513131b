"""Near-identical text among reports on the command line."""

from collections.abc import Iterator, Sequence

import click

from govdisclosure.analysis.similar import (
    MIN_CHARS,
    THRESHOLD,
    Relation,
    ReportText,
    batch_texts,
    is_batch,
    similar_texts,
    text_of,
)
from govdisclosure.analysis.similar.convert import similar_to_dict
from govdisclosure.analysis.similar.lines import similar_csv, similar_lines
from govdisclosure.analysis.similar.sources import batch_left_out
from govdisclosure.cli.common import CLEAN, LANG, OUTPUT, UNREAD, opened
from govdisclosure.cli.complaints import complain
from govdisclosure.cli.configured import CONFIGURED
from govdisclosure.cli.plugged import NO_PLUGINS, held_of
from govdisclosure.cli.reading import Reading
from govdisclosure.text.display import one_line
from govdisclosure.text.language import Lang
from govdisclosure.writing import json, text

__all__ = ["similar"]

_RELATIONS = {
    "same-year": (Relation.SAME_YEAR, Relation.DUPLICATE),
    "same-organ": (Relation.SAME_ORGAN, Relation.VERSIONS, Relation.DUPLICATE),
    "all": tuple(Relation),
}


@click.command(short_help="查找文字雷同的报告 / reports with near-identical text")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=str, allow_dash=True))
@click.option("--threshold", type=click.FloatRange(0.3, 1), default=THRESHOLD, show_default=True,
              help="Share of the text from which on two reports are shown. 文字相同达到此比例的列出。")  # fmt: skip
@click.option("--min-chars", type=click.IntRange(50), default=MIN_CHARS, show_default=True,
              help="Reports with fewer characters that count are not judged. 可比文字不足此数的不作判断。")  # fmt: skip
@click.option("--same-year", "among", flag_value="same-year", help="Different organs, one year. 只看不同机关同一年度。")
@click.option("--same-organ", "among", flag_value="same-organ", help="One organ, its years. 只看同一机关不同年度。")
@click.option("--all", "among", flag_value="all", help="All pairs (the default). 全部（默认）。")
@click.option("--format", "form", type=click.Choice(["text", "json", "csv"]), default="text", show_default=True,
              help="Form of the output. 输出格式。")  # fmt: skip
@LANG
@OUTPUT
@CONFIGURED
@NO_PLUGINS
@click.pass_context
def similar(  # noqa: PLR0913  the options of the command
    ctx: click.Context,
    /,
    *,
    paths: tuple[str, ...],
    threshold: float,
    min_chars: int,
    among: str | None,
    form: str,
    lang: Lang,
    output: str | None,
) -> int:
    """Find reports whose text is nearly the same, names, places, dates and numbers aside: a reason to look, no verdict.

    PATHS are reports, folders of reports, or folders that batch wrote.

    查找除名称、地名、日期、数字外文字基本相同的报告，供人工核实，不作结论。可给出报告、文件夹或批量核查的结果文件夹。

    Exit status: 0 done, whatever was found, 2 wrong call, 3 something could not be read.

    退出码：0 完成（无论是否发现），2 用法有误，3 有文件未能读取。
    """
    held = held_of(ctx, {"lang": lang}, "readers")
    lang = held.lang
    reading = Reading(lang=lang, plugins=held.plugins)
    found = similar_texts(
        _texts(paths, reading),
        threshold=threshold,
        min_chars=min_chars,
        relations=_RELATIONS[among or "all"],
    )
    with opened(output) as stream:
        if form == "json":
            stream.write(json.dumps(similar_to_dict(found, reading.unread, reading.skipped)) + "\n")
        elif form == "csv":
            stream.write(similar_csv(found, lang))
        else:
            stream.writelines(f"{line}\n" for line in similar_lines(found, lang))
    for error in reading.skipped:
        complain(text.unread_line(error, lang))
    left = [one for one in map(batch_left_out, filter(is_batch, paths)) if one is not None]
    for message in left:
        complain(one_line(message.zh if lang == "zh" else message.en))
    return UNREAD if reading.unread or left else CLEAN


def _texts(paths: Sequence[str], reading: Reading) -> Iterator[ReportText]:
    for path in paths:
        if is_batch(path):
            yield from batch_texts(path)
    others = [path for path in paths if not is_batch(path)]
    for name, report in reading.reports(others):
        yield text_of(report, name)
