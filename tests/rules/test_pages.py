import pytest

from govdisclosure.law import parameter, parameters
from govdisclosure.law.pages import _UNITS, parameter_page, value_word
from govdisclosure.rules.pages import rule_page
from govdisclosure.rules.registry import RULES


def test_a_page_says_what_a_rule_compares_with():
    assert "Runs only with | `previous` |" in rule_page(next(r for r in RULES if r.code == "XYR101"), "en").text
    assert "Runs only with" not in rule_page(RULES[0], "en").text


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_page_has_title_articles_and_manual(rule):
    page = rule_page(rule)
    assert page.text.startswith(f"# {rule.code} {rule.title.zh} / {rule.title.en}\n")
    assert page.text.count("```") % 2 == 0
    assert "What it checks" in page.text
    assert all(f"`{kind}`" in page.text for kind in rule.kinds)


@pytest.mark.parametrize("one", parameters(), ids=lambda one: one.name)
def test_a_parameter_page_has_every_value_with_its_provision(one):
    text = parameter_page(one).text
    assert text.count("\n## ") == len(one.values)
    assert all(dated.cite.zh in text for dated in one.values)


def test_one_language_leaves_the_other_out():
    assert "working days" not in parameter_page(parameter("reply.term"), "zh").text
    assert "个工作日" not in parameter_page(parameter("reply.term"), "en").text


def test_an_explanation_prints_as_its_page_and_shows_in_one_line():
    page = parameter_page(parameter("reply.term"), "en")
    assert str(page) == page.text == page._repr_markdown_()
    assert repr(page) == "<Explanation reply.term: Term for answering a request>"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_page_says_in_chinese_what_it_is_and_that_the_rest_is_english(rule):
    for page in (rule_page(rule).text, rule_page(rule, "zh").text):
        assert f"\n{rule.manual_zh}\n" in page
        assert "以下详细说明为英文" in page
        assert page.index(rule.manual_zh) < page.index("What it checks")
        assert page.count("## 中文说明") == 1
    chinese = rule_page(rule, "zh").text.split("What it checks")[0]
    assert not any(code in chinese for code in ("notApplicable", "free_form", "`warning`", "`error`"))
    assert "中文说明" not in rule_page(rule, "en").text
    assert "\nExample\n" not in rule_page(rule).text


@pytest.mark.parametrize(
    ("name", "n", "zh", "en"),
    [
        ("report.edition", 0, "自由格式（2008—2018）", "free form (2008-2018)"),
        ("report.edition", 2, "2021年格式", "form of 2021"),
        ("report.period", 0, "5月1日至12月31日", "1 May to 31 December"),
        ("report.due.department", 1, "次年1月31日", "31 January of the next year"),
        ("request.fee", 1, "不收费", "no fee"),
        ("reading_points", 0, "国家档案馆；公共图书馆", "state archives; public libraries"),
        ("reply.term", 0, "15个工作日", "15 working days"),
        ("report.result_rows", 0, "20行", "20 rows"),
    ],
)
def test_values_are_words_in_both_languages(name, n, zh, en):
    one = parameter(name)
    assert (value_word(one, one.values[n], "zh"), value_word(one, one.values[n], "en")) == (zh, en)


def test_every_unit_has_words_and_none_is_left_over():
    assert set(_UNITS) == {one.unit for one in parameters()}


@pytest.mark.parametrize("one", parameters(), ids=lambda one: one.name)
def test_no_unit_and_no_value_is_a_raw_code_in_chinese(one):
    page = parameter_page(one, "zh").text
    assert f"| {one.unit} |" not in page
    assert not any(f"| {dated.value} |" in page for dated in one.values if str(dated.value).isascii())


def test_a_value_in_a_unit_of_its_own_says_so():
    answer, untold = parameter("reconsideration.answer"), parameter("reconsideration.untold")
    assert [value_word(answer, dated, "zh") for dated in answer.values] == ["10日", "10个工作日"]
    assert [value_word(answer, dated, "en") for dated in answer.values] == ["10 days", "10 working days"]
    assert value_word(untold, untold.values[-1], "en") == "1 year"
