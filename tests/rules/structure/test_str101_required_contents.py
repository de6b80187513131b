import attrs
import pytest
from pendulum import Date
from tests.rules.asking import ODD_YEARS, ask, verdicts
from tests.rules.building import claim
from tests.rules.structure.reports import OLD, whole

from govdisclosure.model.place import Place
from govdisclosure.model.report import AnnualReport, ClaimKind, Content, DateMention, Edition, Section
from govdisclosure.rules.structure.str101_required_contents import RULE

NO_FEES = tuple(part for part in OLD if Content.FEES not in part[1])


def fees(sentence: str, **fields) -> str:
    report = whole(*NO_FEES, bodies={"一、主动公开情况": sentence}, **fields)
    return verdicts(RULE, report)["content:fees"]


def test_a_heading_for_each_content_passes_and_points_at_it():
    outcomes = ask(RULE, whole(*OLD))
    assert {o.subject: o.kind.value for o in outcomes} == {
        "content:proactive": "pass",
        "content:requests": "pass",
        "content:fees": "pass",
        "content:remedies": "pass",
        "content:problems": "pass",
        "content:other": "notApplicable",
    }
    assert outcomes[2].quote == "三、收费及减免情况"


def test_one_heading_may_cover_two_contents():
    parts = (OLD[0], ("二、申请和诉讼情况", (Content.REQUESTS, Content.REMEDIES)), OLD[4])
    found = verdicts(RULE, whole(*parts))
    assert found["content:requests"] == found["content:remedies"] == "pass"


def test_a_content_spoken_of_nowhere_fails_with_its_article_and_no_place():
    (fault,) = (o for o in ask(RULE, whole(*NO_FEES)) if o.subject == "content:fees")
    assert (fault.kind.value, fault.level.value, fault.at) == ("fail", "error", None)
    assert [cite.key for cite in fault.cites] == ["regulation-2007:32i3"]
    assert "第三十二条第（三）项不符，请人工核实" in fault.message.zh


@pytest.mark.parametrize(
    "sentence",
    [
        "我局全年依申请提供信息，未收取任何费用。",
        "提供政府信息暂不收费。",
        "本年度没有产生信息公开收费及减免。",
        "全年收取信息检索、复制费用共计36元。",
        "对三名申请人免收了信息复制费。",
        "我局免费提供政府信息查阅服务。",
        "按规定未收取检索费、邮寄费。",
    ],
)
def test_fees_stated_in_the_text_need_no_heading(sentence):
    assert fees(sentence) == "pass"


@pytest.mark.parametrize(
    "sentence",
    [
        "主动公开行政事业性收费目录。",
        "公开了收费标准、收费依据。",
        "公布学费减免政策文件。",
        "落实工作经费三万元。",
        "公开许可、收费、处罚等内容。",
        "加大减税降费减免税政策宣传。",
        "加强停车收费监管。",
    ],
)
def test_charges_of_another_kind_are_no_statement(sentence):
    assert fees(sentence) == "fail"


@pytest.mark.parametrize(
    "sentence",
    [
        "办理取水许可不收费。",
        "制定了依申请公开收费办法。",
        "提供信息可以收取检索费、复制费。",
        "除成本费用外，提供政府信息不得收取其他费用。",
        "信息公开工作中涉及的费用另行说明。",
        "我局不断规范收费。",
    ],
)
def test_doubtful_words_are_for_review(sentence):
    assert fees(sentence) == "review"


def test_a_statement_under_requests_needs_no_subject():
    report = whole(*NO_FEES, bodies={"二、依申请公开情况": "未收取任何费用。"})
    assert verdicts(RULE, report)["content:fees"] == "pass"


@pytest.mark.parametrize(
    ("kind", "subject"),
    [
        (ClaimKind.FEES_CHARGED, "content:fees"),
        (ClaimKind.ITEMS_PUBLISHED, "content:proactive"),
        (ClaimKind.REQUESTS_RECEIVED, "content:requests"),
    ],
)
def test_a_claim_is_a_statement(kind, subject):
    others = (("一、概述", (Content.OVERVIEW,)), OLD[3], OLD[4])
    report = whole(*others, bodies={"一、概述": "数量为七。"})
    stated = claim(report.text, "数量为七", kind, 7)
    outcome = next(
        o
        for o in ask(RULE, whole(*others, bodies={"一、概述": "数量为七。"}, claims=(stated,)))
        if o.subject == subject
    )
    assert (outcome.kind.value, outcome.quote) == ("pass", "数量为七")


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("未发生因政府信息公开提起的行政复议、行政诉讼。", "pass"),
        ("政府信息公开行政复议2件，行政诉讼0件。", "pass"),
        ("未发生因政府信息公开申请行政复议的情况。", "review"),
        ("办理行政复议案件35件、行政诉讼4件。", "review"),
        ("健全政府信息公开复议、诉讼应对机制。", "review"),
        ("认真做好各项工作。", "fail"),
    ],
)
def test_remedies_must_both_be_spoken_of(sentence, verdict):
    parts = tuple(part for part in OLD if Content.REMEDIES not in part[1])
    assert (
        verdicts(RULE, whole(*parts, bodies={"二、依申请公开情况": "无。", "一、主动公开情况": sentence}))[
            "content:remedies"
        ]
        == verdict
    )


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("全年未收到政府信息公开申请。", "pass"),
        ("共收到信息公开申请3件。", "pass"),
        ("建立依申请公开制度。", "review"),
        ("尚未建立依申请公开台账。", "review"),
        ("受理取水许可申请12件。", "fail"),
    ],
)
def test_requests(sentence, verdict):
    parts = tuple(part for part in OLD if Content.REQUESTS not in part[1])
    assert verdicts(RULE, whole(*parts, bodies={"一、主动公开情况": sentence}))["content:requests"] == verdict


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("信息公开工作中还存在更新不及时的问题。", "pass"),
        ("及时发现和解决信息公开中存在的问题。", "review"),
        ("工作平稳有序。", "fail"),
    ],
)
def test_problems(sentence, verdict):
    foot = DateMention(on=Date(2011, 1, 9), quote="", at=Place(start=9999, end=9999))
    signed = whole(*OLD[:4], bodies={"一、主动公开情况": sentence}, signed=foot)
    assert verdicts(RULE, signed)["content:problems"] == verdict


def test_the_last_content_is_not_called_missing_where_the_text_shows_no_end():
    assert verdicts(RULE, whole(*OLD[:4]))["content:problems"] == "open"
    assert verdicts(RULE, whole(*OLD[:4], ("五、下一步工作安排", (Content.PLAN,))))["content:problems"] == "fail"


def test_from_2019_fees_are_not_asked_for_and_from_2021_the_form_has_a_sixth_part():
    assert "content:fees" not in verdicts(RULE, whole(*OLD, year=2019))
    assert verdicts(RULE, whole(*OLD, year=2020))["content:other"] == "notApplicable"
    unified = whole(*OLD, year=2022, edition=Edition.UNIFIED_2021)
    assert verdicts(RULE, unified)["content:other"] == "review"
    said = whole(*OLD, year=2022, bodies={"一、主动公开情况": "没有其他需要报告的事项。"})
    assert verdicts(RULE, said)["content:other"] == "pass"


def test_an_excerpt_is_not_judged():
    short = whole(("一、主动公开情况", (Content.PROACTIVE,)))
    outcomes = {o.subject: o for o in ask(RULE, short)}
    assert outcomes["content:proactive"].kind.value == "pass"
    assert outcomes["content:fees"].kind.value == "open"
    assert outcomes["content:fees"].needs == ("sections",)
    brief = whole(*NO_FEES, bodies=dict.fromkeys((heading for heading, _ in OLD), "无。"))
    assert verdicts(RULE, brief)["content:fees"] == "open"


def test_a_text_that_says_it_was_cut_is_for_review():
    assert fees("〔略〕") == "review"


def test_odd_reports_never_raise():
    for year in ODD_YEARS:
        assert ask(RULE, AnnualReport(year=year))
    assert verdicts(RULE, AnnualReport()) == {"contents": "open"}
    assert verdicts(RULE, whole(*OLD, year=2007)) == {"contents": "notApplicable"}


def test_contents_missing_together_at_the_end_were_not_read():
    found = verdicts(RULE, whole(*OLD[:3]))

    assert found["content:remedies"] == found["content:problems"] == "open"
    assert found["content:fees"] == "pass"


def test_a_foot_proves_that_the_text_was_read_to_its_end():
    body = whole(*OLD[:3])
    signed = whole(*OLD[:3], signed=DateMention(on=Date(2011, 1, 9), quote="", at=Place(start=len(body.text), end=0)))

    found = verdicts(RULE, signed)

    assert found["content:remedies"] == found["content:problems"] == "fail"


def test_what_the_preamble_announces_may_only_not_have_been_read():
    opening = "本报告由主动公开情况、依申请公开情况、收费及减免情况和存在的问题组成。"
    (found,) = (o for o in ask(RULE, whole(*NO_FEES, opening=opening)) if o.subject == "content:fees")

    assert found.kind.value == "review"
    assert found.quote == opening


def test_a_text_cut_before_its_last_parts_stays_open():
    cut = whole(*OLD[:4], year=2022)
    assert verdicts(RULE, cut)["content:problems"] == verdicts(RULE, cut)["content:other"] == "open"


ANNOUNCED = "本报告由主动公开情况、依申请公开情况、收费及减免情况、复议诉讼情况和存在的问题及改进情况组成。"


@pytest.mark.parametrize("read", [1, 2, 3, 4])
def test_a_text_that_breaks_off_before_what_it_announces_never_fails(read):
    found = verdicts(RULE, whole(*OLD[:read], opening=ANNOUNCED))

    assert "fail" not in found.values()


def test_an_announced_part_that_is_missing_leaves_the_others_open():
    opening = "本报告由主动公开情况、依申请公开情况和存在的问题及改进情况组成。"
    cut = whole(OLD[0], OLD[1], OLD[2], opening=opening)

    assert verdicts(RULE, cut)["content:remedies"] == "open"
    body = len(cut.text)
    signed = DateMention(on=Date(2011, 1, 9), quote="", at=Place(start=body, end=body))
    assert verdicts(RULE, whole(OLD[0], OLD[1], OLD[2], opening=opening, signed=signed))["content:remedies"] == "fail"


def test_fewer_parts_than_the_preamble_states_leave_what_is_missing_open():
    parts = (*OLD[:2], *OLD[3:])

    assert verdicts(RULE, whole(*parts, opening="本报告共分六个部分。"))["content:fees"] == "open"
    assert verdicts(RULE, whole(*parts, opening="本报告共分四个部分。"))["content:fees"] == "fail"


def numbered(*numbers: int, parts=NO_FEES, **fields):
    body = whole(*parts, **fields)
    sections = (attrs.evolve(one, number=n) for one, n in zip(body.sections, numbers, strict=True))
    return attrs.evolve(body, sections=tuple(sections))


@pytest.mark.parametrize(
    ("numbers", "verdict"), [((1, 2, 3, 4), "fail"), ((1, 2, 4, 5), "review"), ((2, 3, 4, 5), "review")]
)
def test_what_may_have_stood_under_an_ordinal_that_is_left_out_is_for_review(numbers, verdict):
    assert verdicts(RULE, numbered(*numbers))["content:fees"] == verdict


def test_words_that_may_state_one_content_do_not_prove_that_the_text_goes_on():
    found = verdicts(RULE, whole(*OLD[:3], bodies={"一、主动公开情况": "协调解决信息公开中的问题。"}))

    assert found["content:remedies"] == "open"
    assert found["content:problems"] == "review"


def test_relief_in_a_disaster_is_no_remedy():
    parts = (*OLD[:3], OLD[4])
    assert verdicts(RULE, whole(*parts, bodies={"一、主动公开情况": "公开抢险救灾、优抚、救济信息。"})) == {
        **verdicts(RULE, whole(*parts)),
        "content:remedies": "fail",
    }


def test_an_introduction_is_no_part_that_was_read():
    opening = Section(
        heading="引 言", covers=(Content.OVERVIEW,), text="", at=Place(start=0, end=1), heading_at=Place(start=0, end=1)
    )
    body = whole(OLD[0])
    found = verdicts(RULE, attrs.evolve(body, sections=(opening, *body.sections)))
    assert found["content:requests"] == found["content:problems"] == "open"


def test_requests_answered_state_the_requests():
    parts = (OLD[0], *OLD[2:])
    assert verdicts(RULE, whole(*parts, bodies={"一、主动公开情况": "应答的45件申请都已在期限内答复。"}))[
        "content:requests"
    ] in {"review", "pass"}
