import pytest
from tests.rules.asking import ODD_YEARS, ask
from tests.rules.building import department
from tests.rules.structure.unified import unified

from govdisclosure.model.agency import AgencyKind
from govdisclosure.model.report import AnnualReport
from govdisclosure.rules.outcome import Kind, Level
from govdisclosure.rules.structure.str205_assessment_results import RULE

COUNTY = department("青石县人民政府", kind=AgencyKind.GOVERNMENT)
ALL = "对42个单位开展工作考核，社会评议满意度较高，未发生责任追究情况。"


def judged(text="按要求完成各项工作。", agency=COUNTY, **fields):
    (outcome,) = ask(RULE, unified(one=text, agency=agency, **fields))
    return outcome


@pytest.mark.parametrize("text", [ALL, "委托第三方开展评估，没有单位被问责。"])
def test_a_report_that_speaks_of_all_three_passes(text):
    assert judged(text).kind is Kind.PASS


def test_a_report_of_a_government_that_speaks_of_none_fails():
    outcome = judged()
    assert (outcome.kind, outcome.level) == (Kind.FAIL, Level.ERROR)
    assert outcome.facts["missing"] == ["工作考核", "社会评议", "责任追究"]
    assert "第五十条第一款第（四）项不符，请人工核实" in outcome.message.zh


def test_some_of_the_three_are_reviewed():
    outcome = judged("全年组织4次检查，出具评估分报告。")
    assert (outcome.kind, outcome.facts["missing"]) == (Kind.REVIEW, ["社会评议", "责任追究"])


@pytest.mark.parametrize(
    "agency",
    [
        department("青石县白水镇人民政府", kind=AgencyKind.TOWNSHIP),
        department("青石县人民政府", kind=AgencyKind.GOVERNMENT, inferred=True),
    ],
)
def test_an_organ_of_which_the_duty_is_less_sure_is_reviewed(agency):
    assert judged(agency=agency).kind is Kind.REVIEW


def test_departments_need_not():
    assert judged(agency=department()).kind is Kind.NOT_APPLICABLE
    assert judged(year=2018).kind is Kind.NOT_APPLICABLE
    assert judged(year=2007).kind is Kind.NOT_APPLICABLE


def test_what_is_not_known_is_open():
    assert (judged(agency=None).kind, judged(agency=None).needs) == (Kind.OPEN, ("agency",))
    assert judged(ALL, agency=None).kind is Kind.PASS
    assert judged(year=None).kind is Kind.OPEN
    assert judged(without="三四五六").kind is Kind.OPEN
    assert judged("〔略〕").needs == ("text",)


def test_odd_years_do_not_raise():
    for year in ODD_YEARS:
        assert ask(RULE, AnnualReport(year=year, agency=COUNTY))
