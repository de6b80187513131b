import re

import attrs
import pytest
from tests.register.building import case, day, item, request

from govdisclosure import api
from govdisclosure.errors import NotInForceError, UsageError
from govdisclosure.law import parameter
from govdisclosure.model.agency import AgencyKind
from govdisclosure.model.edition import Edition
from govdisclosure.model.register import Catalogue, Register
from govdisclosure.model.report import ClaimKind, Content
from govdisclosure.register.draft_template import default_template, read_template
from govdisclosure.rules.outcome import Kind

ORGAN = "青石县水利局"
REPLY = ("replied", "2023-03-09", "granted")
KEPT = api.compile(
    [request("a", "2023-03-01", REPLY), request("b", "2022-12-20", REPLY), request("c", "2023-12-20")],
    [case("d", "2023-02-01", ("decided", "2023-04-01", "revoked"))],
    [item("e", "normative_document", "2023-05-01", published_on="2023-05-04")],
    2023,
)
GAP = re.compile(r"【待[补核][^】]*】")


def draft(compiled=KEPT, **options):
    return api.draft_report(compiled, **{"agency": ORGAN} | options)


def fees(*events, year=2023):
    requests = None if events == (None,) else [request("a", f"{year}-03-01", *events)]
    report = draft(api.compile(requests, (), (), year))
    return next(section.text for section in report.sections if Content.OTHER in section.covers)


def test_the_draft_is_the_report_that_the_form_asks_for():
    report = draft()
    assert report.title == f"{ORGAN}2023年政府信息公开工作年度报告"
    assert (report.agency.name, report.agency.kind) == (ORGAN, AgencyKind.DEPARTMENT)
    assert (report.year, report.edition) == (2023, Edition.UNIFIED_2021)
    assert (report.period.start, report.period.end) == (day("2023-01-01"), day("2023-12-31"))
    titles = parameter("report.sections").for_report_year(2023).value
    assert [section.heading.partition("、")[2] for section in report.sections] == list(titles)
    for topic in parameter("report.overview_topics").for_report_year(2023).value:
        assert topic in report.sections[0].text
    assert {grid.at is not None for grid in report.statistics} == {True}
    assert all(cell.count.at is not None for grid in report.statistics for cell in grid)


def test_its_sentences_state_what_the_tables_have():
    found = {claim.kind: int(claim.value) for claim in draft().claims}
    expected = {
        ClaimKind.REQUESTS_RECEIVED: 2,
        ClaimKind.REQUESTS_CARRIED_IN: 1,
        ClaimKind.REQUESTS_GRANTED: 2,
        ClaimKind.REQUESTS_DENIED: 0,
        ClaimKind.REQUESTS_CARRIED_OUT: 1,
        ClaimKind.RECONSIDERATIONS: 1,
        ClaimKind.LAWSUITS: 0,
        ClaimKind.NORMATIVE_DOCUMENTS_ISSUED: 1,
        ClaimKind.NORMATIVE_DOCUMENTS_IN_FORCE: 1,
        ClaimKind.ITEMS_PUBLISHED: 1,
    }
    assert {kind: found.get(kind) for kind in expected} == expected


def test_a_draft_is_not_finished_and_the_rules_say_so():
    report = draft()
    gaps = GAP.findall(report.text)
    outcomes = api.check(report, select=["TXT101"]).of(Kind.REVIEW)
    assert len(gaps) > 5
    assert [outcome.facts["words"] for outcome in outcomes] == gaps
    assert GAP.search(report.sections[-1].text), "a gap at the end is no button of a page"
    filled = api.read(GAP.sub("本年度各项工作按规定开展。", report.text).encode())
    assert [outcome.kind for outcome in api.check(filled, select=["TXT101"]).outcomes] == [Kind.PASS]


@pytest.mark.parametrize(("organ", "asked"), [(ORGAN, False), ("青石县人民政府", True), ("青石县柳河镇人民政府", True)])
def test_governments_are_asked_for_the_results_of_assessment(organ, asked):
    report = draft(agency=organ)
    assert ("责任追究结果" in report.text) == asked
    assert not api.check(report, select=["STR205"]).of(Kind.FAIL, Kind.REVIEW)


# Fees


@pytest.mark.parametrize(
    ("events", "said", "gap"),
    [
        ((REPLY,), "登记簿中没有信息处理费的记录", True),
        ((("fee_noticed", "2023-03-02"), ("fee_paid", "2023-03-05"), REPLY), "本年度有1件申请缴纳了信息处理费。", True),
        ((("fee_noticed", "2023-03-02"), ("fee_lapsed", "2023-04-05")), "不再处理的申请1件。", False),
        ((("fee_noticed", "2023-03-02"),), "收费通知1件，没有收到缴费。", False),
        ((("fee_noticed", None), ("fee_paid", None), REPLY), "本年度有1件申请缴纳了信息处理费。", True),
        ((None,), "收取信息处理费的情况", True),
    ],
)
def test_what_is_said_of_fees_is_what_the_register_supports(events, said, gap):
    words = fees(*events)
    assert said in words
    # A register without a column for fees does not say that none was charged.
    assert "本年度未收取信息处理费。" not in words
    assert any("处理费" in found for found in GAP.findall(words)) == gap


def test_before_the_fee_nothing_is_said_of_it():
    assert "处理费" not in fees(("replied", "2020-03-09", "granted"), year=2020)


# What the register does not have


def test_a_table_without_a_register_is_a_gap_and_not_zeros():
    report = draft(api.compile(None, None, None, 2023))
    assert [*report.statistics] == []
    for words in ("没有申请登记簿", "没有复议诉讼登记簿", "没有信息目录"):
        assert words in report.text
    assert "未收到" not in report.text


def test_entries_that_were_not_counted_are_said_below_their_table():
    report = draft(api.compile([request("张三 13800138000", "2023-03-01", kind=None)], (), (), 2023))
    assert "【待核实：有1件申请登记不全，未计入上表】" in report.sections[2].text
    assert "13800138000" not in report.text


# The template


def test_the_caller_may_replace_the_sentences():
    words = (
        'title = "{organ}关于{year}年的报告"\n[section]\nother = [{ text = "本年收到{requests.received.total}件。" }]'
    )
    report = draft(template=words)
    assert report.text.startswith(f"{ORGAN}关于2023年的报告\n一、总体情况")
    assert report.text.endswith("六、其他需要报告的事项\n本年收到2件。")
    # A subtopic that the template does not name becomes a gap.
    assert "【待补充：政府信息管理】" in report.text
    assert draft(template=read_template(words)).text == report.text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('title = "{yeer}"', "'yeer'"),
        ('title = "a"\npreamble = [{ text = "{requests.recieved.total}" }]', "requests.received.total"),
        ('title = "a"\npreamble = [{ text = "a", when = ["fees"] }]', "'fees'"),
        ('title = "a"\npreamble = [{ text = "a{year" }]', "花括号不成对"),
        ('title = "a"\npreamble = ["a"]', "preamble"),
        ('title = "a"\npreamble = [{ text = "a", if = ["year"] }]', "'if'"),
        ('title = "a"\n[section]\nproblem = []', "problems"),
        ('titel = "a"', "'titel'"),
        ("preamble = []", "标题"),
        ("title = ", "TOML"),
    ],
)
def test_a_template_that_cannot_be_used_is_refused_with_what_is_wrong(text, words):
    with pytest.raises(UsageError, match=re.escape(words)):
        draft(template=text)


def test_the_template_of_the_package_names_every_subtopic_and_section():
    template = default_template()
    for year in (2019, 2021):
        assert set(parameter("report.overview_topics").for_report_year(year).value) <= set(template.overview)
    assert set(template.section) == {"proactive", "requests", "remedies", "problems", "other"}


# What is asked of the caller


def test_a_register_is_compiled_on_the_way():
    register = Register(requests=(request("a", "2023-03-01", REPLY),), cases=())
    report = api.draft_report(register, agency=ORGAN, year=2023, items=Catalogue())
    assert report.statistics.requests.value("granted", "total") == 1
    assert draft(api.compile(register.requests, (), (), 2023)).text == report.text
    without = api.draft_report(register, agency=ORGAN, year=2023)
    assert without.statistics.proactive is None


def test_what_is_missing_is_asked_for():
    with pytest.raises(UsageError, match="year"):
        api.draft_report(Register(), agency=ORGAN)
    with pytest.raises(UsageError, match="agency"):
        api.draft_report(KEPT)
    with pytest.raises(UsageError, match="2023"):
        draft(year=2022)
    with pytest.raises(NotInForceError):
        draft(attrs.evolve(KEPT, year=2018))


def test_the_same_register_gives_the_same_draft():
    assert draft() == draft()
    assert draft().source.sha256 == draft().source.sha256
