import pendulum
import pytest
from tests.rules.asking import ODD_YEARS, ask, verdicts
from tests.rules.building import line_map, report, section

from govdisclosure.model.place import Place
from govdisclosure.model.report import AnnualReport, Content, Passage, Period
from govdisclosure.rules.deadlines.ddl105_year_consistent import RULE

TITLE = "青石县水利局2010年政府信息公开工作年度报告"


def year_period(year):
    first, last = pendulum.Date(year, 1, 1), pendulum.Date(year, 12, 31)
    return Period(start=first, end=last, quote="", at=Place(start=0, end=0))


def headed(heading, *covers, title=TITLE):
    text = f"{title}\n{heading}\n内容。"
    return report(text, title=title, sections=(section(text, heading, "内容。", *covers),))


def opened(preamble):
    text = f"{TITLE}\n{preamble}"
    at = line_map(text).place(len(TITLE) + 1, len(text))
    return report(text, title=TITLE, preamble=Passage(text=preamble, at=at))


def test_one_year_throughout_passes():
    assert verdicts(RULE, report(title=TITLE, period=year_period(2010))) == {"year": "pass"}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"title": TITLE, "period": year_period(2009)}, {"year:period": "fail"}),
        ({"title": TITLE.replace("2010", "2009")}, {"year:title": "fail"}),
        ({"title": "二〇〇九年政府信息公开工作年度报告"}, {"year:title": "fail"}),
        # Without a year in the title nobody knows which of the two was misread.
        ({"title": None, "period": year_period(2009)}, {"year:period": "review"}),
        ({"title": None}, {"year": "notApplicable"}),
        ({"title": TITLE, "year": None}, {"year": "open"}),
    ],
)
def test_title_and_period(fields, expected):
    assert verdicts(RULE, report(**fields)) == expected


@pytest.mark.parametrize(
    ("heading", "covers", "expected"),
    [
        ("二、2010年主动公开情况", (), {"year": "pass"}),
        ("二、2009年主动公开情况", (), {"year:heading:1": "review"}),
        ("二、2011年主动公开情况", (), {"year:heading:1": "review"}),
        ("五、2011年工作安排", (), {"year": "pass"}),
        ("五、问题和2011年举措", (Content.PROBLEMS,), {"year": "pass"}),
        ("五、2012年工作安排", (Content.PLAN,), {"year:heading:1": "review"}),
    ],
)
def test_headings(heading, covers, expected):
    assert verdicts(RULE, headed(heading, *covers)) == expected


def test_a_heading_is_quoted_by_its_year():
    (found,) = ask(RULE, headed("二、2009年主动公开情况"))
    assert (found.quote, found.facts) == ("2009", {"year": 2010, "found": 2009})


@pytest.mark.parametrize(
    ("preamble", "expected"),
    [
        ("现公布2010年度政府信息公开工作报告。", {"year": "pass"}),
        ("现公布2009年度政府信息公开工作报告。", {"year:preamble": "review"}),
        ("根据2008年施行的《条例》，编制本报告。", {"year": "pass"}),
    ],
)
def test_the_preamble_introduces_one_year(preamble, expected):
    assert verdicts(RULE, opened(preamble)) == expected


def test_several_stale_years_in_one_place_are_one_finding():
    assert ask(RULE, opened("2009年政府信息公开报告。2008年政府信息公开报告。"))
    assert ask(RULE, headed("2008年和2009年情况"))
    for year in ODD_YEARS:
        assert ask(RULE, AnnualReport(year=year, title=TITLE, period=year_period(2010)))
