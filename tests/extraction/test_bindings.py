"""What a figure counts, told by the words around it."""

import pytest
from tests.extraction.reports import report, stated

from govdisclosure import api
from govdisclosure.model.report import ClaimKind


@pytest.mark.parametrize(
    "words",
    [
        "2010年，本局共办理行政复议案件120件，无一件涉及政府信息公开。",
        "共办理行政复议案件120件，没有一件涉及政府信息公开。",
        "共受理行政复议案件120件，均未涉及政府信息公开。",
        "共受理行政复议案件120件，其中没有涉及政府信息公开的案件。",
        "本机关作为复议机关共办理因政府信息公开引起的行政复议案件3件。",
        "作为复议机关，本机关共办理政府信息公开行政复议案件3件。",
    ],
)
def test_cases_that_are_not_the_organs_own_or_not_of_disclosure_are_not_counted(words):
    assert stated(report(remedies=words)) in ([], [("reconsiderations", "0")])


@pytest.mark.parametrize(
    ("words", "claims"),
    [
        ("发生因政府信息公开引起的行政复议2件，没有因政府信息公开引起的行政诉讼。",
         [("reconsiderations", "2"), ("lawsuits", "0")]),
        ("共收到行政复议申请120件，其中涉及政府信息公开3件。", [("reconsiderations", "3")]),
        ("作为被申请人的政府信息公开行政复议案件3件。", [("reconsiderations", "3")]),
    ],
)  # fmt: skip
def test_the_organs_own_cases_are_counted(words, claims):
    assert stated(report(remedies=words)) == claims


def fees(words):
    return [(f"{c.value:f}", c.whole) for c in report(fees=words).claims if c.kind is ClaimKind.FEES_CHARGED]


@pytest.mark.parametrize(
    ("words", "charged"),
    [
        ("共收取检索费20元，复制费130元，合计150元。", [("20", False), ("130", False), ("150", True)]),
        ("收取检索费20元、复印费130元，以上费用共计150元。", [("20", False), ("130", False), ("150", True)]),
        ("收费总额150元，其中检索费20元，复制费130元。", [("150", True), ("20", False), ("130", False)]),
        ("全年收取检索费120元。", [("120", True)]),
        ("收取检索、复制、邮寄等成本费用共50元。未收取其他费用。", [("50", True)]),
        ("收取检索、复制、邮寄等成本费用共50元。对农村五保户未收取任何费用。", [("50", True)]),
        ("收取检索费50元。对低保对象、残疾人，均未收取费用。", [("50", True)]),
        ("未收取检索、复制及其他费用。", [("0", True)]),
        ("对公民、法人和其他组织的申请未收取任何费用。", [("0", True)]),
        ("减免检索费20元，复制费30元，合计50元。", []),
    ],
)
def test_single_fees_are_parts_of_what_was_charged(words, charged):
    assert fees(words) == charged


@pytest.mark.parametrize(
    "words",
    [
        "共收取检索费20元，复制费130元，合计150元。",
        "收费总额150元，其中检索费20元，复制费130元。",
        "收取检索费20元。收取复制费130元。",
        "收取检索、复制等成本费用共50元。未收取其他费用。",
    ],
)
def test_single_fees_are_not_set_against_each_other(words):
    assert {o.kind.value for o in api.check(report(fees=words)) if o.rule == "CLM103"} == {"notApplicable"}


def test_a_fee_charged_and_none_charged_are_still_set_against_each_other():
    words = "收取检索费20元。未收取任何费用。"
    assert {o.kind.value for o in api.check(report(fees=words)) if o.rule == "CLM103"} == {"review"}


@pytest.mark.parametrize("section", ["overview", "proactive", "requests"])
@pytest.mark.parametrize(
    "words",
    [
        "全年制作公文120件，其中主动公开110件，不予公开10件。",
        "本年度形成文件120份。其中主动公开110份，不予公开10份。",
        "产生政府信息120条，主动公开100条，部分公开10条，不予公开10条。",
        "全年办理公文120件，主动公开110件，不予公开10件。",
    ],
)
def test_documents_that_are_not_disclosed_are_no_requests_refused(section, words):
    kinds = {kind for kind, _ in stated(report(**{section: words}))}
    assert not kinds & {"requests_denied", "requests_partly_granted", "requests_granted"}


def test_what_is_withheld_of_what_the_organ_looked_through_is_no_request():
    assert stated(report(proactive="共审核政府信息120条，不予公开10条。")) == []


@pytest.mark.parametrize("section", ["overview", "proactive", "requests"])
@pytest.mark.parametrize(
    "words",
    ["收到申请12件，同意公开10件，不予公开2件。", "受理依申请公开12件，答复同意公开10件，不予公开2件。"],
)
def test_requests_that_are_refused_are_counted_wherever_they_stand(section, words):
    claims = stated(report(**{section: words}))
    assert ("requests_denied", "2") in claims
    assert ("requests_granted", "10") in claims


@pytest.mark.parametrize(
    ("words", "claims"),
    [
        ("截至2010年底，我局共主动公开政府信息300条。2010年共主动公开120条。",
         [("items_published_cumulative", "300"), ("items_published", "120")]),
        ("全年共主动公开政府信息120条。截至2010年12月31日，我局共主动公开政府信息300条。",
         [("items_published", "120"), ("items_published_cumulative", "300")]),
        ("截至2010年底，我局共主动公开政府信息300条。", [("items_published", "300")]),
        ("截至2010年底，我局2010年共主动公开政府信息300条。全年共主动公开政府信息120条。",
         [("items_published", "300"), ("items_published", "120")]),
        ("截至2010年底，我局共主动公开政府信息100条。2010年共主动公开120条。",
         [("items_published", "100"), ("items_published", "120")]),
    ],
)  # fmt: skip
def test_a_figure_up_to_a_day_is_a_running_total_beside_a_smaller_one_of_the_year(words, claims):
    assert stated(report(proactive=words)) == claims


def test_a_system_of_machines_is_no_branch():
    assert stated(report(proactive="通过我县信息公开系统共发布政府信息120条。")) == [("items_published", "120")]


@pytest.mark.parametrize("words", ["我市水利系统共公开信息120条。", "全市水利系统主动公开政府信息120条。"])
def test_what_a_branch_of_a_whole_area_published_is_not_the_bureaus_own(words):
    assert stated(report(proactive=words)) == []
