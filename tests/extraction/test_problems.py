import pytest
from tests.extraction.reports import report


def named(words):
    return [(problem.kind.value, problem.quote) for problem in report(problems=words).problems]


def test_problems_and_measures_are_told_apart():
    assert named("栏目更新不够及时。我局将加强业务培训。") == [
        ("problem", "栏目更新不够及时"),
        ("measure", "我局将加强业务培训"),
    ]


@pytest.mark.parametrize("words", ["目前还存在一些问题和不足。", "存在的问题：", "无。", "我局工作有序开展到位。"])
def test_that_there_are_problems_names_none(words):
    assert all(kind != "problem" for kind, _ in named(words))


def test_a_general_lead_does_not_hide_what_it_leads_to():
    assert named("工作中还存在一些问题，栏目更新不及时。") == [("problem", "工作中还存在一些问题，栏目更新不及时")]


def test_other_sections_name_none():
    found = report(overview="人员业务不够熟练，需要加强培训。", problems="渠道畅通。")
    assert found.problems == ()


def test_a_statement_stands_where_it_says():
    found = report(problems="目录更新　不及时。")
    (problem,) = found.problems
    assert problem.quote == found.text[problem.at.start : problem.at.end] == "目录更新　不及时"


def test_one_of_several_problems_may_end_as_a_general_remark_does():
    assert named("一是报送工作与群众的需求还存在一定的差距。")[0][0] == "problem"


def test_a_subheading_on_the_line_is_no_part_of_the_problem():
    assert named("（一）存在的主要问题 一是栏目更新不及时。") == [("problem", "一是栏目更新不及时")]
