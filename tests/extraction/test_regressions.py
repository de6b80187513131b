"""Faults that were once found, as the shortest words that showed them."""

import pytest
from tests.extraction.reports import read, report, stated

from govdisclosure import api
from govdisclosure.errors import StructureError

SHORT_LINES = """青石县水利局2010年政府信息公开工作年度报告
一、概述我局明确了分管领导。
二、主动公开政府信息情况 主动公开政府信息12条。
三、依申请公开政府信息情况未收到申请。
四、收费及减免情况我局未收取任何费用。
五、复议和诉讼情况没有发生行政复议和行政诉讼。
六、存在的主要问题及改进情况更新不够及时,将按月检查。
"""


def test_a_statement_on_the_line_of_its_heading_is_the_sections_text():
    found = read(SHORT_LINES)

    assert [section.heading for section in found.sections][3] == "四、收费及减免情况"
    assert found.sections[3].text == "我局未收取任何费用。"
    assert [o.rule for o in api.check(found) if o.kind == "fail"] == []
    assert {claim.kind.value: int(claim.value) for claim in found.claims} == {
        "items_published": 12,
        "requests_received": 0,
        "fees_charged": 0,
        "reconsiderations": 0,
        "lawsuits": 0,
    }


@pytest.mark.parametrize(
    "words",
    [
        "收到申请12件,其中当面申请8件、网上申请4件,答复率100%。",
        "收到申请90件,其中当面申请50件,同比增长20%,信函申请40件。",
        "收到申请90件,其中当面申请50件,其他40件,完成全年任务的110%。",
    ],
)
def test_a_percentage_beside_a_part_is_its_share_only_when_the_words_say_so(words):
    found = report(requests=words)

    assert [part.share for breakdown in found.breakdowns for part in breakdown.parts if part.share] == []
    assert [o.rule for o in api.check(found) if o.rule.startswith("CLM") and o.kind == "fail"] == []


@pytest.mark.parametrize(
    "words",
    [
        "共收到申请90件,比上年增加20件,其中当面申请50件,其他40件。",
        "收到申请10件,同比减少4件(其中当面3件、其他7件)。",
    ],
)
def test_what_a_figure_grew_by_is_no_whole(words):
    assert [b.whole for b in report(requests=words).breakdowns if b.whole not in {90, None}] == []


@pytest.mark.parametrize(
    "words", ["收到申请几十件。", "收到申请数百件。", "收到申请5至8件。", "收到申请一百五件。", "收到申请12,04件。"]
)
def test_a_figure_that_is_no_figure_is_not_read(words):
    assert [c.value for c in report(requests=words).claims if c.kind == "requests_received"] == []


@pytest.mark.parametrize(
    ("words", "claims"),
    [
        ("共收到申请10件,对3件不予公开,7件同意公开。",
         {"requests_received": 10, "requests_denied": 3, "requests_granted": 7}),
        ("共收到申请12件,其中8件予以公开,4件不属于本机关。", {"requests_received": 12, "requests_granted": 8}),
        ("收到申请6件,5件同意公开,1件部分公开。",
         {"requests_received": 6, "requests_granted": 5, "requests_partly_granted": 1}),
        ("受理申请:8件。答复:8件。其中,同意公开:6件;不予公开:1件。",
         {"requests_received": 8, "requests_answered": 8, "requests_granted": 6, "requests_denied": 1}),
        ("2009年,共收到政府信息公开申请3件。2010年,共收到政府信息公开申请5件。", {"requests_received": 5}),
        ("上年共收到政府信息公开申请3件,今年共收到政府信息公开申请5件。", {"requests_received": 5}),
        ("比去年增长20%,共收到政府信息公开申请5件。", {"requests_received": 5}),
        ("全县各单位共收到政府信息公开申请230件,我局收到3件申请。", {"requests_received": 3}),
        ("上级水利局收到政府信息公开申请15件。", {}),
        ("收到取水许可申请26件,办结26件。", {}),
        ("全年受理群众申请办理低保120件。", {}),
        ("提案答复15件,答复率100%。", {}),
        ("共收到申请12件,网上5件,信函4件,当面3件,均已按时答复。", {"requests_received": 12, "requests_answered": 12}),
    ],
)  # fmt: skip
def test_a_figure_is_bound_to_its_own_words_year_and_organ(words, claims):
    assert {kind: int(value) for kind, value in stated(report(requests=words))} == claims


@pytest.mark.parametrize(
    ("words", "claims"),
    [
        ("没有因政府信息公开被申请行政复议,有1件行政诉讼。", {"reconsiderations": 0, "lawsuits": 1}),
        ("办理行政复议案件15件、行政诉讼案件3件,均与政府信息公开无关。", {}),
        ("行政复议2件,其中涉及政府信息公开1件。", {"reconsiderations": 1}),
    ],
)
def test_remedies_are_those_about_disclosure(words, claims):
    assert {kind: int(value) for kind, value in stated(report(remedies=words))} == claims


@pytest.mark.parametrize(
    ("words", "claims"),
    [
        ("全年主动公开政府信息1200条,累计主动公开政府信息8500条。",
         {"items_published": 1200, "items_published_cumulative": 8500}),
        ("县政府下达我局主动公开任务100条,实际主动公开信息120条。", {"items_published": 120}),
        ("删除公开信息30条。", {}),
        ("全市主动公开政府信息23万条,我局主动公开政府信息120条。", {"items_published": 120}),
    ],
)  # fmt: skip
def test_what_is_counted_as_published(words, claims):
    assert {kind: int(value) for kind, value in stated(report(proactive=words))} == claims


def test_other_charges_are_no_fees_for_information():
    assert stated(report(fees="按规定收取行政事业性收费45万元,信息公开未收费。")) == [("fees_charged", "0")]


def test_a_list_that_divides_the_whole_twice_is_read_once():
    found = report(requests="收到申请12件,其中公民10件,法人2件,网上7件,当面5件。")

    assert [[part.label for part in b.parts] for b in found.breakdowns] == [["公民", "法人"]]


@pytest.mark.parametrize(
    ("line", "day", "sure"),
    [
        ("发布日期:2011-03-20", "2011-03-20", True),
        ("更新时间:2011-05-20 发布时间:2011-03-20", "2011-03-20", True),
        ("时间:2011-03-20", "2011-03-20", False),
        ("更新日期:2011-05-20", None, True),
    ],
)
def test_only_a_day_called_publication_is_sure(line, day, sure):
    found = read(SHORT_LINES.replace("报告\n", f"报告\n{line}\n", 1))

    assert (found.published_on and found.published_on.isoformat()) == day
    assert day is None or found.published.sure is sure


def test_the_period_of_the_figures_is_not_that_of_a_public_notice():
    words = "本报告自2011年3月20日起至2011年4月20日公示。统计期限为2010年1月1日至2010年12月31日。"
    found = read(SHORT_LINES.replace("报告\n", f"报告\n{words}\n", 1))

    assert (found.period.start.isoformat(), found.period.end.isoformat()) == ("2010-01-01", "2010-12-31")


@pytest.mark.parametrize("words", ["收到申请不足10件。", "收到申请10件左右。", "收到申请至少10件。"])
def test_about_is_kept(words):
    (claim,) = (c for c in report(requests=words).claims if c.kind == "requests_received")

    assert (claim.value, claim.approximate) == (10, True)


def test_none_by_one_channel_is_not_none():
    assert stated(report(requests="未收到网上申请,共收到当面申请3件。")) == [("requests_received", "3")]


def test_a_part_of_what_was_made_is_no_request():
    found = report(requests="印发文件20件,其中主动公开15件、依申请公开3件、其他2件。")

    assert [c for c in found.claims if c.kind == "requests_received"] == []


def test_up_to_a_day_of_which_this_year_is_a_running_total():
    found = report(proactive="截至2010年12月31日,共公开信息5,321条,其中2010年新增公开信息1,204条。")

    assert {c.kind.value: int(c.value) for c in found.claims if c.kind.value.startswith("items")} == {
        "items_published_cumulative": 5321,
        "items_published": 1204,
    }


def test_two_reports_in_one_file_are_refused():
    with pytest.raises(StructureError, match="more than one"):
        read(SHORT_LINES + SHORT_LINES.replace("2010", "2011"))


def test_a_list_of_other_reports_below_is_no_second_report():
    links = "青石县水利局2009年政府信息公开工作年度报告\n青石县水利局2008年政府信息公开工作年度报告\n"

    assert read(SHORT_LINES + links).year == 2010


def test_requests_that_only_name_the_remedies_are_not_denied():
    assert stated(report(remedies="本年没有出现涉及政府信息公开申请的行政复议、行政诉讼情形。")) == [
        ("reconsiderations", "0"),
        ("lawsuits", "0"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "更新不够及时,今后将按月检查。",
        "工作有待加强,距离上级要求还有一定差距。今后将指定专人负责。",
        "存在更新不及时的问题。2011年将按月通报各股室发布数量。",
    ],
)
def test_a_problem_and_its_measure_are_told_apart(words):
    found = report(problems=words)

    assert {entry.kind.value for entry in found.problems} == {"problem", "measure"}
    assert [o.kind.value for o in api.check(found, select=["STR107"])] == ["pass"]


def test_a_list_of_titles_is_no_report():
    with pytest.raises(StructureError, match="not recognised"):
        read(
            "政府信息公开年报\n"
            + "".join(f"青石县水利局{year}年政府信息公开工作年度报告\n{year + 1}-03-01\n" for year in (2012, 2011))
        )


def test_organ_and_year_are_placed_at_their_own_words():
    found = read(SHORT_LINES)

    assert found.text[found.agency.at.start : found.agency.at.end] == "青石县水利局"
    assert found.text[found.year_at.start : found.year_at.end] == "2010"


@pytest.mark.parametrize(("when", "whole"), [("1月至12月", True), ("上半年", False), ("第二季度", False)])
def test_a_figure_for_a_part_of_the_year_is_no_total(when, whole):
    found = report(requests=f"{when}共收到政府信息公开申请5件。")
    assert [c.whole for c in found.claims if c.kind == "requests_received"] == [whole]
