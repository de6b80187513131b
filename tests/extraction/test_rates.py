import pytest
from tests.extraction.reports import report, stated


def rates(words):
    return [(kind, value) for kind, value in stated(report(proactive=words)) if kind == "disclosure_rate"]


@pytest.mark.parametrize(
    "words",
    [
        "省厅要求各局政府信息公开率达到100%。",
        "力争到2016年政府信息公开率达到100%。",
        "以政府信息公开率100%为目标。",
        "争取使政府信息公开率达到100%。",
        "下一步,加强检查,确保政府信息公开率达到100%。",
    ],
)
def test_a_target_is_no_claim(words):
    assert rates(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "按照市局要求公开率达到100%。",
        "达到了政府信息公开率100%的要求。",
        "计划生育信息公开率100%。",
        "到2010年底政府信息公开率达到100%。",
        "对群众要求公开的信息公开率100%。",
        "政府信息公开率百分百。",
        "政府信息公开率百分之百。",
    ],
)
def test_a_rate_reached_is_a_claim(words):
    assert rates(words) == [("disclosure_rate", "1")]


def test_a_number_read_in_part_is_not_read():
    assert rates("政府信息公开率百分之九十七点六。") == []


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("公开率、及时率均为100%。", ["1"]),
        ("信息公开率、及时率、准确率均达到100%。", ["1"]),
        ("公开率和准确率均达到百分之百。", ["1"]),
        ("及时率、公开率均为100%。", ["1"]),
        ("公开率和准确率分别达到98%和100%。", ["0.98"]),
        ("准确率、公开率分别为98%、100%。", ["1"]),
        ("公开率、准确率分别为98%、100%、99%。", []),
        ("力争公开率、及时率均达到100%。", []),
    ],
)
def test_rates_named_together_have_their_numbers(words, values):
    assert [value for _, value in rates(words)] == values


def test_rates_of_two_kinds_named_together():
    words = "申请公开率和答复率分别达到98%和百分之百。"
    assert stated(report(requests=words)) == [("disclosure_rate", "0.98"), ("answer_rate", "1")]
