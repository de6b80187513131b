"""The command ``query``: what a batch found, asked in SQL."""

import csv
import math
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, TextIO

import click

from govdisclosure.batch.querying import Answer, Results, queries
from govdisclosure.cli.common import CLEAN, LANG, OUTPUT, opened
from govdisclosure.cli.complaints import complain
from govdisclosure.errors import UsageError
from govdisclosure.text.display import one_line
from govdisclosure.text.language import Lang
from govdisclosure.writing import json
from govdisclosure.writing.convert import number
from govdisclosure.writing.delimited import safe_cell

__all__ = ["query"]


@click.command(short_help="查询批量核查的结果 / ask what a batch found")
@click.argument("folder", required=False, type=click.Path(file_okay=False))
@click.argument("sql", required=False)
@click.option("--name", help="One of the questions that are asked often, see --list. 常用查询的名称。")
@click.option("--year", type=int, help="Of this year only; $year in SQL. 只看这一年度，即 SQL 中的 $year。")
@click.option("--organ", help="Of this organ only; $organ in SQL. 只看这一机关，即 SQL 中的 $organ。")
@click.option("--list", "listed", is_flag=True, help="List the questions that are asked often. 列出常用查询。")
@click.option("--write", type=click.Path(dir_okay=False), help="Write the tables to this file of DuckDB. "
              "把各表写入 DuckDB 文件。")  # fmt: skip
@click.option("--format", "form", type=click.Choice(["text", "csv", "json", "jsonl"]), default="text",
              show_default=True, help="Form of the output. 输出格式。")  # fmt: skip
@LANG
@OUTPUT
def query(
    folder: str | None,
    sql: str | None,
    *,
    form: str,
    lang: Lang,
    output: str | None,
    **options: Any,  # noqa: ANN401  as many as the command has
) -> int:
    """Ask what a batch found, in SQL or by the name of a question.

    Tables: reports, sections, cells, claims, mechanisms, outcomes.

    用 SQL 或常用查询的名称查询批量核查的结果。表：reports、sections、cells、claims、mechanisms、outcomes。
    """
    if options["listed"]:
        with opened(output) as stream:
            for one in queries().values():
                takes = "".join(f" --{word}" for word in one.takes)
                stream.write(
                    f"{one.name:<10}  {one.zh if lang == 'zh' else one.en}{takes and f'  [{takes.strip()}]'}\n"
                )
        return CLEAN
    name, target = options["name"], options["write"]
    if folder is None or [sql, name, target].count(None) != 2:  # noqa: PLR2004  all but one
        raise UsageError(
            "请给出结果文件夹，以及一条 SQL、--name 或 --write 其中之一；常用查询的名称见 govdisclosure query --list",
            "give the folder of a batch, and one of a statement of SQL, --name (names: query --list) and --write",
        )
    with Results(folder) as results:
        if results.unfinished:
            zh, en = "批量任务尚未做完，结果不全", "the batch is not finished, its tables are not complete"
            complain(zh if lang == "zh" else en)
        if target is not None:
            results.write(Path(target))
            return CLEAN
        asked = {"year": options["year"], "organ": options["organ"]}
        given = {key: value for key, value in asked.items() if value is not None}
        answer = results.ask(sql, given) if sql is not None else results.named(name, **asked)
        if answer.unjudged:
            zh = f"另有 {answer.unjudged} 份未能判断（未读取、缺日期或年度，或未按有关规则检查），不在结果中"
            en = f"{answer.unjudged} could not be judged (unread, without a date or year, or checked without the rule)"
            complain(zh if lang == "zh" else en)
        with opened(output) as stream:
            _write(answer, form, stream)
    return CLEAN


def _write(answer: Answer, form: str, stream: TextIO) -> None:
    if form == "text":
        stream.write("\t".join(map(one_line, answer.columns)) + "\n")
        stream.writelines("\t".join(map(_shown, row)) + "\n" for row in answer.rows)
    elif form == "csv":
        stream.write("\ufeff")
        writer = csv.writer(stream, lineterminator="\r\n")
        writer.writerow(map(safe_cell, answer.columns))
        writer.writerows(map(_cell, row) for row in answer.rows)
    elif form == "jsonl":
        stream.writelines(json.dumps_line(row) + "\n" for row in _objects(answer))
    else:
        stream.write(json.dumps(list(_objects(answer))) + "\n")


def _objects(answer: Answer) -> Iterator[dict[str, object]]:
    for row in answer.rows:
        yield {name: _plain(value) for name, value in zip(answer.columns, row, strict=True)}


def _plain(value: object) -> object:
    match value:
        case Decimal():
            return number(value)
        case float():
            return value if math.isfinite(value) else None
        case list() | tuple():
            return [_plain(one) for one in value]
        case dict():
            return {str(key): _plain(one) for key, one in value.items()}
        case None | bool() | int() | str():
            return value
    return value.isoformat() if isinstance(value, date) else str(value)


def _cell(value: object) -> str:
    """A cell of CSV: a number as it is, below zero too; words so that none is taken for a formula."""
    shown = _shown(value)
    return shown if isinstance(value, int | float | Decimal) else safe_cell(shown)


def _shown(value: object) -> str:
    plain = _plain(value)
    if plain is None:
        return ""
    if isinstance(plain, dict):
        return one_line(json.dumps_line(plain))
    return one_line(", ".join(map(str, plain)) if isinstance(plain, list) else str(plain))
