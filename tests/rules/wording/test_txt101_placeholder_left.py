import time

import pytest
from tests.rules.building import report

from govdisclosure.rules.engine import assess
from govdisclosure.rules.outcome import Kind, Level
from govdisclosure.rules.rule import Question
from govdisclosure.rules.wording.txt101_placeholder_left import RULE, check


def kinds(text, **fields):
    return [f.kind for f in check(Question(report=report(text, **fields)))]


@pytest.mark.parametrize(
    "text",
    [
        "XX县水利局2010年度报告",
        "我局隶属××市水利局。",
        "根据xx局的要求",
        "20XX年，我局公开信息。",
        "２０ＸＸ年度",
        "报告日期：X月X日",
        "××年××月××日",
        "共公开××条。",
        "由某某局负责。",
        "根据○○县的部署",
        "根据＊＊局的要求",
        "（单位名称）2010年度报告",
        "［填写机关名称］",
        "截至{year}年",
        "共{{ 数量 }}件",
        "公开信息____条",
        "填写说明：本表按年度填报。",
        "201X年，我局公开信息。",
    ],
)
def test_placeholders_fail(text):
    assert Kind.FAIL in kinds(text)
    assert Kind.REVIEW not in kinds(text)


@pytest.mark.parametrize("text", ["联系人：×××", "详见XXX。", "位于X县。", "本年×件"])
def test_doubtful_signs_are_reviewed(text):
    assert kinds(text) == [Kind.REVIEW]


@pytest.mark.parametrize(
    "text",
    [
        "申请人张某某申请公开。",
        "某单位申请公开，某县某局答复。",
        "电话1380****000、138××××0000。",
        "李××申请公开两件。",
        "申请人×××",
        "当事人某某某",
        "证号2203**********001X",
        "采购XXL-20型设备，MAXX牌，第XX届会议，www.xxx.gov.cn。",
        "推行“1+X”证书，3×5米。",
        "二○○八年，二〇一〇年",
        "上文\n__________\n下文",
        "样式{color:red}",
        "正文没有问题。",
        "（以下简称单位）（部门预算）",
        "依据__条例__和__件号__编制",
        "【单位】青石县水利局",
        "[部门]",
        "1990年，2010年",
        "收到申请 2 件，公开  文件。",
    ],
)
def test_masks_models_and_years_are_no_placeholders(text):
    assert kinds(text) == [Kind.PASS]


def test_asterisks_before_an_organ_are_a_placeholder():
    assert kinds("按照**县委的要求") == [Kind.FAIL]


def test_place_and_facts():
    text = "第一行。\n我局隶属××市水利局。"
    (outcome,) = assess(report(text), [RULE])
    assert (outcome.level, outcome.quote, outcome.at.line, outcome.at.column) == (Level.WARNING, "××", 2, 5)
    assert outcome.facts == {"words": "××", "total": 1}


def test_many_places_are_cut_short():
    found = list(check(Question(report=report("××局。" * 50))))
    assert len(found) == 20
    assert found[0].facts["total"] == 50


def test_no_text_is_not_applicable():
    assert kinds("") == kinds(" \n", agency=None, year=None) == [Kind.NOT_APPLICABLE]


@pytest.mark.parametrize("sign", ["X", "×", "*", "_", "{", "某", "(单", "○"])
def test_hostile_repetition_is_quick(sign):
    start = time.perf_counter()
    kinds(sign * 100_000)
    assert time.perf_counter() - start < 3


@pytest.mark.parametrize(
    "text",
    ["网上登出了申请表及填写说明。", "窗口按照填写说明帮助群众填表。"],
)
def test_instructions_spoken_of_in_prose_pass(text):
    assert kinds(text) == [Kind.PASS]


@pytest.mark.parametrize(
    "text",
    [
        "改进了申请表中（单位名称）一栏。",
        "会上剖析“XX局失密事件”。",
        "材料里“某某局”为化名。",
        "公布信息    条，另有    篇。",
        "发布信息 条。",
        "公开（  ）条",
        "目录□□项",
        "2013年 月 日",
        "2013年5月 日",
        "【请填写】",
        "《待补充》",
        "【待补充：其他需要报告的事项，没有的写明“无”】",
        "（待核实: 有2件申请登记不全）",
        "此处TODO。",
        "详见填写说明。",
        "共收到  件申请。",
        "全年收到 件申请",
        "收到__件申请，答复__件。",
        "根据条例第__条的规定",
        "在×个工作日内答复",
        "[单位]高度重视，专题研究。",
        "一年来，【本单位】加强领导，成立小组。",
    ],
)
def test_what_may_stand_for_words_is_reviewed(text):
    assert set(kinds(text)) == {Kind.REVIEW}
