import time

import pytest
from tests.rules.building import report, section

from govdisclosure.model.report import Content, Passage
from govdisclosure.rules.engine import assess
from govdisclosure.rules.outcome import Kind, Level
from govdisclosure.rules.rule import Question
from govdisclosure.rules.wording.txt104_text_doubled import RULE, check

LONG = "我局认真落实公开责任，逐项梳理公开事项，及时更新公开目录，方便群众查询和监督。"


def kinds(text, **fields):
    return [f.kind for f in check(Question(report=report(text, **fields)))]


@pytest.mark.parametrize(
    "text",
    [
        "加强审核审核工作。",
        "我局的的工作。",
        "进行进行了检查。",
        "工作完成了了。",
        "工作完成。。",
        "收到，，答复",
        "我局和和各科室",
    ],
)
def test_doubled_words_and_marks_are_reviewed(text):
    assert kinds(text) == [Kind.REVIEW]


@pytest.mark.parametrize(
    "text",
    [
        "常常时时处处人人，家家户户，一步一步，进一步完善，逐步逐步推进。",
        "研究研究，讨论讨论，一件一件办理。",
        "公开各部门部门预算和依申请公开公开情况。",
        "目的的确立，进行了了解，构建总和和比例，不了了之，于是是否公开。",
        "二〇二〇年，一百一百地数，十一十一。",
        "莎莎等等，某某某某。",
        "待续。。。。。。",
        "哈哈哈哈",
        "1111条，2020年。",
    ],
)
def test_lawful_doubling_passes(text):
    assert kinds(text) == [Kind.PASS]


def test_a_paragraph_that_stands_twice_fails_as_a_note():
    text = f"{LONG}\n另一段。\n　　{LONG}"
    (outcome,) = assess(report(text), [RULE])
    assert (outcome.kind, outcome.level, outcome.at.line) == (Kind.FAIL, Level.NOTE, 3)
    assert outcome.facts["first_line"] == 1


def test_a_doubled_word_is_a_note():
    (outcome,) = assess(report("加强审核审核工作。"), [RULE])
    assert (outcome.level, outcome.quote) == (Level.NOTE, "审核审核")


def test_titles_headings_and_table_rows_are_layout():
    title = "青石县水利局二〇一〇年度政府信息公开工作年度报告，青石县水利局政务公开办公室编制印发"
    row = "项目项目\t件件件件，其他各类信息公开数量三十件，其他各类信息公开数量三十件"
    body = f"正文一段。\n{row}\n{row}"
    text = f"{title}\n{title}\n一、情况情况\n{body}"
    assert kinds(text, sections=(section(text, "一、情况情况", body),)) == [Kind.PASS]


def test_short_lines_and_lists_may_repeat():
    assert kinds(
        "无。\n无。\n三十个字以内的段落可以重复，这是常有的事。\n三十个字以内的段落可以重复，这是常有的事。"
    ) == [Kind.PASS]


def test_no_text_is_not_applicable():
    assert kinds("", agency=None, year=None) == [Kind.NOT_APPLICABLE]


@pytest.mark.parametrize("text", ["公" * 50_000, "公开" * 25_000, "。" * 50_000, f"{LONG}\n" * 1000])
def test_hostile_repetition_is_quick_and_bounded(text):
    start = time.perf_counter()
    assert len(kinds(text)) <= 40
    assert time.perf_counter() - start < 3


def test_a_name_that_meets_the_same_word_is_not_doubled():
    assert kinds("根据《青石县人民政府政府信息公开指南》办理。") == [Kind.PASS]


def test_an_introduction_that_is_also_a_section_stands_once():
    text = "引言\n本报告由青石县水利局根据有关规定编制完成并向社会公布,欢迎查阅和监督。\n一、概述\n工作有序。\n"
    found = section(text, "引言", text.split("\n")[1], Content.OVERVIEW)
    preamble = Passage(text=text[: text.index("一、")].strip(), at=found.at)

    (outcome,) = assess(report(text, sections=(found,), preamble=preamble), [RULE])

    assert outcome.kind is Kind.PASS
