import pytest
from tests.rules.asking import ODD_YEARS, ask, verdicts
from tests.rules.building import report

from govdisclosure.model.report import AnnualReport
from govdisclosure.rules.structure.str105_title_form import RULE


@pytest.mark.parametrize(
    ("year", "title", "expected"),
    [
        (2010, "青石县水利局2010年政府信息公开工作年度报告", {"title": "pass"}),
        (2010, "二〇一〇年度青石县水利局政府信息公开年度报告", {"title": "pass"}),
        (2010, "青石县水利局 ２０１０年度\n政府信息公开工作年度报告", {"title": "pass"}),
        (2010, "青石县2010年政府信息公开工作年度报告", {"title": "pass"}),
        (2023, "青石县水利局2023年政府信息公开年度报告", {"title:term": "review"}),
        (2010, "青石县水利局2010年政务公开工作总结", {"title:term": "review"}),
        (2010, "2010年政府信息公开工作年度报告", {"title:organ": "review"}),
        (2010, "青石县水利局政府信息公开工作年度报告", {"title:year": "review"}),
        (2010, "青石县水利局2009年政府信息公开工作年度报告", {"title:year": "review"}),
        (None, "青石县水利局政府信息公开工作年度报告", {"title:year": "review"}),
    ],
)
def test_titles(year, title, expected):
    assert verdicts(RULE, report(title=title, year=year)) == expected


def test_a_title_is_never_more_than_a_note():
    (outcome,) = ask(RULE, report(title="青石县水利局2010年工作总结"))
    assert (outcome.kind.value, outcome.level.value) == ("review", "note")
    assert [cite.key for cite in outcome.cites] == ["regulation-2007:31"]


def test_no_title_is_open_and_odd_years_do_not_raise():
    (outcome,) = ask(RULE, AnnualReport(year=2010))
    assert (outcome.kind.value, outcome.needs) == ("open", ("title",))
    for year in ODD_YEARS:
        assert ask(RULE, AnnualReport(year=year, title="报告"))


def test_a_title_with_a_hole_is_open():
    (outcome,) = ask(RULE, report(title="青石县水\ufffd局2010年政府\ufffd息公开工作年度报告"))
    assert (outcome.kind.value, outcome.needs) == ("open", ("title",))
