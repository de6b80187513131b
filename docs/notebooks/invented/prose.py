"""The sections of the invented reports: what their numbers say in words, between sentences about the year's work."""

from collections.abc import Mapping

from govdisclosure.model.forms import ANNEX, Form

from . import printing
from .defects import Defect, DefectKind
from .figures import Counted, Numbers, edition_of
from .organs import GOVERNMENT, Organ
from .wording import Writer

__all__ = ["HEADINGS", "Section", "in_prose", "in_tables"]

Section = tuple[str, list[str | printing.Boxes]]
"""A heading without its number, and what stands below it."""
HEADINGS = (
    "概述",
    "主动公开政府信息的情况",
    "依申请公开政府信息和不予公开政府信息的情况",
    "政府信息公开的收费及减免情况",
    "因政府信息公开申请行政复议、提起行政诉讼的情况",
    "存在的主要问题及改进措施",
)
_ANNEX_FROM = 2014
_BY_CASE = {"upheld": "结果维持", "corrected": "结果纠正", "other": "其他结果", "pending": "尚未审结"}
_NAMES = {row.key: row.label for row in ANNEX.rows}


def in_prose(organ: Organ, year: int, writer: Writer, numbers: Numbers) -> list[Section]:
    """The six sections of the years before the forms, from 2014 on with the annex."""
    count = {row: value for (row, _), value in numbers.items()}
    where = "全县" if organ.name == GOVERNMENT else writer.us
    published = (
        f"{year}年，{where}主动公开政府信息{count['published']}条，其中政府网站公开{count['channel.website']}条。"
    )
    bodies: list[list[str | printing.Boxes]] = [
        [writer.of("lead", 2), writer.theme() + writer.of("watch", 1)],
        [published + writer.of("open", 2), writer.of("manage", 1) + writer.of("channel", 2)],
        [_asked(year, where, count)],
        [f"{year}年，{where}没有收取政府信息公开费用，没有减免情况。"],
        [_contested(year, where, count)],
        [writer.problems()],
    ]
    sections = list(zip(HEADINGS, bodies, strict=True))
    if year >= _ANNEX_FROM:
        figures = {cell: str(value) for cell, value in numbers.items()}
        sections.append((f"附表：{organ.called(year)}政府信息公开情况统计表", [printing.annex_boxes(figures)]))
    return sections


def _asked(year: int, where: str, count: Mapping[str, int]) -> str:
    ways = _listed({_NAMES[row][:-1]: count[row] for row in count if row.startswith("received.")})
    kinds = {
        _NAMES[row].removesuffix("数").removesuffix("答复"): count[row]
        for row in count
        if row.startswith("answered.") and row.count(".") == 1
    }
    late = f"，其中延期办结{count['concluded.extended']}件" if count["concluded.extended"] else "，均按时办结"
    return (
        f"{year}年，{where}共收到政府信息公开申请{count['received']}件，其中{ways}。全部办结{late}。"
        f"按答复类型分，{_listed(kinds)}。"
    )


def _listed(counts: Mapping[str, int]) -> str:
    return "、".join(f"{name}{count}件" for name, count in counts.items() if count)


def _contested(year: int, where: str, count: Mapping[str, int]) -> str:
    cases, suits = count["reconsiderations"], count["lawsuits"]
    if not cases and not suits:
        return f"{year}年，{where}没有发生因政府信息公开引起的行政复议和行政诉讼。"
    first = f"发生因政府信息公开引起的行政复议{cases}件" if cases else "没有发生因政府信息公开引起的行政复议"
    return f"{year}年，{where}{first}，{f'行政诉讼{suits}件' if suits else '没有发生行政诉讼'}。"


def in_tables(
    organ: Organ, year: int, writer: Writer, counts: Counted, planted: Mapping[DefectKind, Defect]
) -> list[Section]:
    """The six sections of the forms, three of them tables.

    Args:
        organ: The organ.
        year: The year.
        writer: Who writes the text.
        counts: The numbers that are printed.
        planted: What is wrong with the report.
    """
    opened = writer.of("open", 3)
    if DefectKind.FULL_RATE in planted:
        opened += "全年政府信息公开率达到100%。"
    off = planted[DefectKind.PROSE_DIFFERS].much if DefectKind.PROSE_DIFFERS in planted else 0
    overview: list[str | printing.Boxes] = [
        writer.theme() + writer.of("lead", 2),
        f"（一）主动公开。{opened}",
        f"（二）依申请公开。{_handled(counts.requests, off)}{_decided(counts.remedies)}",
        f"（三）政府信息管理。{writer.of('manage', 2)}",
        f"（四）平台建设。{writer.of('channel', 2)}",
        f"（五）监督保障。{writer.of('watch', 2)}{_assessed(organ, year)}",
    ]
    form = printing.proactive_form(edition_of(year))
    bodies: tuple[list[str | printing.Boxes], ...] = (
        overview,
        [printing.proactive_boxes(form, _money(form, counts.proactive))],
        [printing.requests_boxes(printing.request_form(edition_of(year)), _text(counts.requests))],
        [printing.remedies_boxes(_text(counts.remedies))],
        [writer.problems()],
        [f"{year}年，{writer.us}没有收取信息处理费。没有其他需要报告的事项。"],
    )
    titles = (title.partition("、")[2] for title in printing.TITLES)
    return list(zip(titles, bodies, strict=True))


def _text(numbers: Numbers) -> printing.Figures:
    return {cell: str(value) for cell, value in numbers.items()}


def _money(form: Form, numbers: Numbers) -> printing.Figures:
    """Amounts with their unit where the form leaves it to the cell."""
    return {
        (row, column): f"{value}万元" if form.column(column).money == "" else str(value)
        for (row, column), value in numbers.items()
    }


def _handled(numbers: Numbers, off: int) -> str:
    count = {row: value for (row, column), value in numbers.items() if column == "total"}
    groups = {"予以公开": "granted", "部分公开": "partly_granted", "不予公开": "denied", "无法提供": "unavailable",
              "不予处理": "not_processed", "其他处理": "other"}  # fmt: skip
    ended = _listed(
        {word: sum(n for row, n in count.items() if row.split(".")[0] == key) for word, key in groups.items()}
    )
    return (
        f"全年新收政府信息公开申请{count['received'] + off}件，上年结转{count['carried_in']}件，"
        f"办结{count['total']}件，其中{ended}；结转下年度继续办理{count['carried_out']}件。"
    )


def _decided(numbers: Numbers) -> str:
    words = {
        "reconsideration": "行政复议",
        "litigation_direct": "未经复议直接起诉",
        "litigation_after_reconsideration": "复议后起诉",
    }
    said = [
        f"{word}{numbers[row, 'total']}件，其中"
        + _listed({name: numbers[row, column] for column, name in _BY_CASE.items()})
        for row, word in words.items()
        if numbers[row, "total"]
    ]
    return f"因政府信息公开发生{'；'.join(said)}。" if said else "没有因政府信息公开发生行政复议和行政诉讼。"


def _assessed(organ: Organ, year: int) -> str:
    if not organ.is_government:
        return ""
    below = "各部门和乡镇" if organ.name == GOVERNMENT else "各站所和村居"
    return (
        f"把公开工作纳入{below}{year}年度考核，占{3 + year % 3}分；组织社会评议，发放问卷{80 + year % 7 * 15}份，"
        f"多数群众表示满意；全年没有需要追究责任的情形。"
    )
