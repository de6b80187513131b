import pytest
from tests.rules.asking import ODD_YEARS, ask, verdicts
from tests.rules.building import mention, report, section

from govdisclosure.model.report import AnnualReport, Content
from govdisclosure.rules.deadlines.ddl106_instrument_in_force import RULE

OLD, NEW, FORM_2019, FORM_2021 = (
    f"instrument:{name}" for name in ("regulation-2007", "regulation-2019", "form-2019", "form-2021")
)


@pytest.mark.parametrize(
    ("year", "text", "expected"),
    [
        (2010, "根据《政府信息公开条例》（国务院令第492号）编制。", {OLD: "pass"}),
        (2019, "根据《政府信息公开条例》（国务院令第711号）编制。", {NEW: "pass"}),
        (2023, "依据国办公开办函〔2021〕30号编制。", {FORM_2021: "pass"}),
        (2020, "按照国办公开办函〔2019〕60号要求编制。", {FORM_2019: "pass"}),
        (2019, "根据《政府信息公开条例》（国务院令第492号）编制。", {OLD: "fail"}),
        (2022, "按照国办公开办函［2019］60 号的格式编制。", {FORM_2019: "fail"}),
        (2020, "按照国办公开办函〔2021〕30号编制。", {FORM_2021: "fail"}),
        (2018, "根据国务院令第711号编制。", {NEW: "fail"}),
        (2023, "组织学习国务院令第492号。", {OLD: "review"}),
        (2023, "《条例》由国务院令第711号公布，原国务院令第492号同时废止。", {NEW: "pass"}),
        (2018, "国务院令第711号即将施行，我局认真准备。", {"instruments": "notApplicable"}),
        (2010, "根据《政府信息公开条例》编制。", {"instruments": "notApplicable"}),
        (2010, "根据国务院令第1492号编制。", {"instruments": "notApplicable"}),
        (None, "根据国务院令第492号编制。", {"instruments": "open"}),
    ],
)
def test_mentions(year, text, expected):
    assert verdicts(RULE, report(text, year=year)) == expected


def test_a_fault_quotes_the_number_and_cites_what_governs():
    (found,) = ask(RULE, report("根据国务院令第４９２号编制。", year=2023))
    assert (found.level.value, found.quote) == ("warning", "国务院令第４９２号")
    assert [cite.key for cite in found.cites] == ["regulation-2019:6", "regulation-2019"]
    assert found.message.zh.endswith("请人工核实并改引2023年度适用的文件（国务院令第711号）")


def test_the_heaviest_mention_counts():
    text = "学习国务院令第492号。根据国务院令第492号编制。"
    (found,) = ask(RULE, report(text, year=2023))
    assert (found.kind.value, found.at.start) == ("fail", text.rindex("国"))


def test_near_the_change_or_published_late_it_is_for_review():
    old_form = "按照国办公开办函〔2019〕60号编制。"
    near, far = mention("", "", 2022, 1, 20), mention("", "", 2022, 6, 20)
    assert verdicts(RULE, report(old_form, year=2021, published=near)) == {FORM_2019: "review"}
    assert verdicts(RULE, report(old_form, year=2021, published=far)) == {FORM_2019: "fail"}
    ahead = "根据国务院令第711号编制。"
    late, early = mention("", "", 2019, 6, 20), mention("", "", 2019, 3, 20)
    assert verdicts(RULE, report(ahead, year=2018, published=late)) == {NEW: "review"}
    assert verdicts(RULE, report(ahead, year=2018, published=early)) == {NEW: "fail"}
    assert verdicts(RULE, report("按照国办公开办函〔2019〕60号编制。", year=2018, published=late)) == {
        FORM_2019: "review"
    }


def headed(heading, year):
    text = f"{heading}\n无。"
    return report(text, year=year, sections=(section(text, heading, "无。", Content.FEES),))


def test_a_heading_of_the_older_law_is_for_review():
    assert verdicts(RULE, headed("四、收费及减免情况", 2022)) == {"heading:fees": "review"}
    assert verdicts(RULE, headed("四、收取信息处理费情况", 2022)) == {"instruments": "notApplicable"}
    assert verdicts(RULE, headed("四、收费及减免情况", 2018)) == {"instruments": "notApplicable"}


def test_odd_reports_do_not_raise():
    for year in ODD_YEARS:
        assert ask(RULE, AnnualReport(year=year, text="根据国务院令第492号、国务院令第711号编制。"))
    assert ask(RULE, report("根据国务院令第" * 20_000, year=2020))


@pytest.mark.parametrize(
    "citation",
    [
        "2007年4月5日国务院令第492号公布，2019年4月3日国务院令第711号修订",
        "中华人民共和国国务院令第492号公布，中华人民共和国国务院令第711号修订",
        "国务院令第492号公布、第711号修订",
    ],
)
def test_a_first_promulgation_beside_its_revision_is_history(citation):
    text = f"依据《政府信息公开条例》（{citation}）编写。"
    assert verdicts(RULE, report(text, year=2022)) == {NEW: "pass"}
    assert verdicts(RULE, report(text, year=2012)) == {OLD: "pass", NEW: "fail"}


def test_another_act_under_the_revision_excuses_nothing():
    text = "根据国务院令第492号编制，明年按国务院令第711号修订的条例执行。"
    assert verdicts(RULE, report(text, year=2020))[OLD] == "fail"
