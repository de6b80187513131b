import pytest
from tests.extraction.reports import HEADINGS, read, report, stated, text

from govdisclosure.model.report import ClaimKind


@pytest.mark.parametrize(
    ("words", "claims"),
    [
        ("全年共收到政府信息公开申请12件。", [("requests_received", "12")]),
        ("受理政府信息公开申请３件。", [("requests_received", "3")]),
        ("全年共收到政府信息公开申请一百二十三件。", [("requests_received", "123")]),
        ("共收到信息公开申请1,204件。", [("requests_received", "1204")]),
        ("收到申请0件。", [("requests_received", "0")]),
        ("没有收到政府信息公开申请。", [("requests_received", "0")]),
        ("未收到政府信息公开申请，收到咨询3次。", [("requests_received", "0")]),
        ("收到申请三件，同意公开两件，不予公开一件。",
         [("requests_received", "3"), ("requests_granted", "2"), ("requests_denied", "1")]),
        ("收到申请3件；部分公开1件；信息不存在1件；不予处理1件。",
         [("requests_received", "3"), ("requests_partly_granted", "1"), ("requests_unavailable", "1"),
          ("requests_not_processed", "1")]),
        ("上年结转2件，新收申请10件，答复11件，结转下年1件。",
         [("requests_carried_in", "2"), ("requests_received", "10"), ("requests_answered", "11"),
          ("requests_carried_out", "1")]),
        ("收到申请10件，答复率达到98.5%。", [("requests_received", "10"), ("answer_rate", "0.985")]),
        ("2010年累计收到申请30件。", [("requests_received", "30")]),
        ("截至年底累计收到申请30件。", [("requests_received_cumulative", "30")]),
    ],
)  # fmt: skip
def test_what_is_said_of_requests(words, claims):
    assert stated(report(requests=words)) == claims


@pytest.mark.parametrize(
    "words",
    [
        "收到咨询电话20件。",
        "收到行政许可申请200件。",
        "收到投诉举报5件。",
        "当面申请5件，信函申请4件。",
        "2009年收到申请8件。",
        "申请渠道畅通，共设受理点3个。",
        "各科室共有工作人员25人。",
        "公开率逐年提高。",
    ],
)
def test_other_figures_are_not_claimed(words):
    assert stated(report(requests=words)) == []


@pytest.mark.parametrize(
    ("section", "words", "claims"),
    [
        ("proactive", "全年主动公开政府信息86条。", [("items_published", "86")]),
        ("proactive", "通过门户网站发布信息1,024条。", [("items_published", "1024")]),
        ("proactive", "公开政府信息四十二条。", [("items_published", "42")]),
        ("proactive", "截至2010年底，累计主动公开政府信息5000条。", [("items_published_cumulative", "5000")]),
        ("proactive", "网站访问量12000人次，回应留言30条。", []),
        ("fees", "我局未收取任何费用。", [("fees_charged", "0")]),
        ("fees", "全年收取检索费120元。", [("fees_charged", "120")]),
        ("fees", "按规定减免。", []),
        ("remedies", "发生行政复议2件、行政诉讼1件。", [("reconsiderations", "2"), ("lawsuits", "1")]),
        ("remedies", "没有发生行政复议和行政诉讼案件。", [("reconsiderations", "0"), ("lawsuits", "0")]),
        ("remedies", "行政复议、行政诉讼各0件。", [("reconsiderations", "0"), ("lawsuits", "0")]),
        ("remedies", "无。", [("reconsiderations", "0"), ("lawsuits", "0")]),
        ("fees", "无。", [("fees_charged", "0")]),
        ("proactive", "应公开的信息公开率达到100%。", [("disclosure_rate", "1")]),
        ("proactive", "信息公开率百分之百。", [("disclosure_rate", "1")]),
    ],
)
def test_what_is_said_in_other_sections(section, words, claims):
    assert sorted(stated(report(**{section: words}))) == sorted(claims)


def test_money_keeps_its_unit():
    (claim,) = report(fees="全年收取检索费120元。").claims
    assert (claim.unit, claim.printed) == ("元", "120元")


@pytest.mark.parametrize("words", ["收到政府信息公开申请30余件。", "收到政府信息公开申请约30件。"])
def test_round_figures_stay_round(words):
    (claim,) = report(requests=words).claims
    assert claim.approximate


def test_a_total_is_known_from_a_mention():
    whole, mention = (report(requests=words).claims[0] for words in ("共收到申请5件。", "收到关于水价的申请5件。"))
    assert whole.whole
    assert not mention.whole


def test_figures_of_the_year_before_are_left_out():
    found = report(requests="2009年收到申请8件，2010年收到申请12件，比上年增加4件。")
    assert stated(found) == [("requests_received", "12")]


def test_claims_come_in_the_order_of_the_text_and_quote_it():
    found = report(proactive="主动公开信息86条。", requests="收到申请7件，不予公开2件。", fees="未收费。")
    assert [claim.at.start for claim in found.claims] == sorted(claim.at.start for claim in found.claims)
    assert all(claim.quote == found.text[claim.at.start : claim.at.end] for claim in found.claims)
    assert len(found.stating(ClaimKind.REQUESTS_RECEIVED)) == 1


def test_a_heading_over_nothing_may_state_that_there_was_none_or_how_many():
    words = text(fees="", remedies="").replace(HEADINGS["fees"], "四、2010年我局没有信息公开收费情况。")
    words = words.replace(HEADINGS["remedies"], "五、发生信息公开行政复议2件")
    assert stated(read(words)) == [("fees_charged", "0"), ("reconsiderations", "2")]


def test_a_heading_that_names_its_matter_states_nothing():
    assert stated(report(fees="", requests="")) == []


def totals(words):
    return [(claim.kind.value, int(claim.value), claim.whole) for claim in report(requests=words).claims]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("收到依申请公开12起。", [("requests_received", 12, True)]),
        ("受理信息公开申请13件,答复13件。", [("requests_received", 13, True), ("requests_answered", 13, True)]),
        ("收到信息公开申请3件。全年共收到信息公开申请8件。",
         [("requests_received", 3, False), ("requests_received", 8, True)]),
        ("收到信息公开申请3件。收到信息公开申请8件。",
         [("requests_received", 3, False), ("requests_received", 8, False)]),
        ("收到信息公开申请8件。收到信息公开申请3件。",
         [("requests_received", 8, False), ("requests_received", 3, False)]),
        ("通过网上收到信息公开申请3件。", [("requests_received", 3, False)]),
        ("收到涉及水价的信息公开申请3件。", [("requests_received", 3, False)]),
        ("5月收到信息公开申请3件。", [("requests_received", 3, False)]),
        ("收到信息公开申请约30件。", [("requests_received", 30, False)]),
    ],
)  # fmt: skip
def test_the_first_count_of_requests_is_the_total_where_nothing_divides_it(words, found):
    assert totals(words) == found


@pytest.mark.parametrize(
    ("section", "words", "claims"),
    [
        ("requests", "收到申请3件。“同意公开”的2件，“不予公开”1件。",
         [("requests_received", "3"), ("requests_granted", "2"), ("requests_denied", "1")]),
        ("requests", "收到申请3件。“信息不存在”的3件。", [("requests_received", "3"), ("requests_unavailable", "3")]),
        ("requests", "办理依申请公开3件，均同意公开。", [("requests_handled", "3"), ("requests_granted", "3")]),
        ("requests", "收到申请3件，均同意公开或部分公开。", [("requests_received", "3")]),
        ("requests", "依申请公开系统共收到1宗信息。", [("requests_received", "1")]),
        ("requests", "以单位名义提交的信息公开申请有2件。", []),
        ("requests", "全年依申请和不予公开政府信息条数0条。", [("requests_received", "0")]),
        ("requests", "依申请和不予公开政府信息6条。", []),
        ("requests", "没有收到申请。不予公开信息有10条，主要是内部信息。", [("requests_received", "0")]),
        ("requests", "收到申请10件。不予公开信息10条。", [("requests_received", "10"), ("requests_denied", "10")]),
        ("proactive", "历年累计信息公开170条。", [("items_published_cumulative", "170")]),
        ("proactive", "全年主动信息公开70条。", [("items_published", "70")]),
        ("remedies", "我镇2010年度无申请。", [("reconsiderations", "0"), ("lawsuits", "0")]),
        ("fees", "我镇2010年度无申请。", []),
    ],
)  # fmt: skip
def test_further_wordings_of_what_was_counted(section, words, claims):
    assert stated(report(**{section: words})) == claims
