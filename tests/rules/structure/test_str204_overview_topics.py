import pytest
from tests.rules.asking import ODD_YEARS, ask
from tests.rules.structure.unified import unified

from govdisclosure.model.report import AnnualReport, Edition
from govdisclosure.rules.outcome import Kind, Level
from govdisclosure.rules.structure.str204_overview_topics import RULE

TOPICS = {
    "主动公开": "（一）主动公开方面。全年做到应公开尽公开。",
    "依申请公开": "（二）依申请公开方面。按期答复。",
    "政府信息管理": "（三）政府信息管理方面。做到有章可循。",
    "政府信息公开平台建设": "（四）平台建设方面。改版一次。",
    "监督保障": "（五）监督保障方面。做到位。",
}


def judged(text, **fields):
    (outcome,) = ask(RULE, unified(one=text, **fields))
    return outcome


def test_five_sub_headings_pass():
    outcome = judged("\n".join(TOPICS.values()))
    assert (outcome.kind, outcome.facts["missing"]) == (Kind.PASS, [])


@pytest.mark.parametrize("topic", TOPICS)
def test_a_missing_subtopic_is_reviewed(topic):
    outcome = judged("\n".join(words for name, words in TOPICS.items() if name != topic))
    assert (outcome.kind, outcome.level, outcome.facts["missing"]) == (Kind.REVIEW, Level.WARNING, [topic])
    assert f"总体情况未见“{topic}”" in outcome.message.zh


def test_sentences_without_headings_pass_too():
    text = (
        "全年通过县政府网站发布信息96条，收到申请3件，均按期答复。坚持先审后发，定期清理规范性文件。"
        "全年培训2次，开展检查1次。"
    )
    assert judged(text).kind is Kind.PASS


def test_a_mere_preamble_lacks_them_all():
    outcome = judged("本报告根据有关规定编制，欢迎来电。")
    assert (outcome.kind, len(outcome.facts["missing"])) == (Kind.REVIEW, 5)


@pytest.mark.parametrize("text", ["", "（一）主动公开方面。〔略〕"])
def test_what_was_not_read_in_full_is_open(text):
    outcome = judged(text)
    assert (outcome.kind, outcome.needs) == (Kind.OPEN, ("text",))


def test_years_and_reports_without_the_duty():
    for report in (unified(without="一"), unified(year=2018), unified(year=2007)):
        assert [outcome.kind for outcome in ask(RULE, report)] == [Kind.NOT_APPLICABLE]
    assert [outcome.kind for outcome in ask(RULE, unified(year=None))] == [Kind.OPEN]
    assert judged("本报告根据有关规定编制，欢迎来电。", year=2019).kind is Kind.REVIEW


def test_odd_years_do_not_raise():
    for year in ODD_YEARS:
        for edition in Edition:
            assert ask(RULE, AnnualReport(year=year, edition=edition))


@pytest.mark.parametrize("heading", ["政府信息动态管理", "做好政府信息日常管理", "政府信息规范化标准化管理"])
def test_the_management_of_information_has_many_names(heading):
    topics = TOPICS | {"政府信息管理": f"（三）{heading}。"}
    assert judged("\n".join(topics.values())).kind is Kind.PASS
