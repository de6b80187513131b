import pytest
from tests.rules.building import department, report

from govdisclosure.model.agency import AdministrativeLevel, Agency, AgencyKind
from govdisclosure.rules.engine import assess
from govdisclosure.rules.outcome import Kind, Level
from govdisclosure.rules.rule import Question
from govdisclosure.rules.wording.txt103_level_unfit import RULE, check


def agency(level, region):
    return Agency(name=f"{region}水利局", level=AdministrativeLevel(level), region=region)


COUNTY = department()
TOWN = agency("township", "石桥镇")
CITY = agency("city", "云溪市")


def kinds(text, issuer=COUNTY):
    return [f.kind for f in check(Question(report=report(text, agency=issuer)))]


def test_a_county_bureau_that_speaks_for_the_city():
    text = "根据年初会议要求，我局定出分工，就全市公开任务作了细致布置，进展顺利。"
    (outcome,) = assess(report(text, agency=COUNTY), [RULE])
    assert (outcome.kind, outcome.level, outcome.quote) == (Kind.REVIEW, Level.WARNING, "全市")
    assert outcome.subject == "level:全市:1"
    assert outcome.message.zh.startswith("“全市”")


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("全市各部门主动公开信息。", COUNTY),
        ("全市共公开信息30条。", agency("county", "临川区")),
        ("我市政府信息公开工作稳步开展。", COUNTY),
        ("组织全州公开工作人员开展学习。", COUNTY),
        ("全县各单位认真开展工作。", TOWN),
        ("全区共主动公开30条。", TOWN),
        ("在全市开展督查。", TOWN),
        ("对全省公开工作进行部署。", CITY),
        ("就全市公开事项作了动员。", COUNTY),
        ("针对全省信息发布加强督导。", CITY),
        ("我市水利系统共公开信息120条。", COUNTY),
        ("全市水利系统政府信息公开工作稳步开展。", COUNTY),
        ("全省政府系统公开信息30条。", CITY),
    ],
)
def test_larger_areas_are_reviewed(text, issuer):
    assert kinds(text, issuer) == [Kind.REVIEW]


@pytest.mark.parametrize(
    "text",
    [
        "我局在全市考核中名列第一。",
        "工作居全市前列。",
        "荣获全市先进单位。",
        "全市排名第三。",
        "组织参加全市政务公开工作会议。",
        "按照全市政府信息公开工作要求，我局认真落实。",
        "依托全省统一平台开展工作。",
        "全市电子政务系统共享信息。",
        "在全市水利系统推进会上组织交流。",
        "在全市公文系统开展试用。",
        "向全市信息报送系统提供信息，组织培训。",
        "根据全省部署，我局开展工作。",
        "高于全市平均水平。",
        "健全市县两级机制，完全市场化运作，保障安全市政设施。",
        "全县各部门共公开300条。",
        "我县共收到申请3件。",
        "全系统、全局、全委共同努力。",
        "全市经济平稳发展。",
        "全国人大代表建议。",
    ],
)
def test_lawful_clauses_and_own_level_pass(text):
    assert kinds(text) == [Kind.PASS]


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("全市各部门公开信息。", CITY),
        ("全市各部门公开信息。", agency("county", "云溪市")),
        ("全市各部门公开信息。", agency("county", "")),
        ("全区各部门公开信息。", agency("county", "临川区")),
        ("全区各部门公开信息。", agency("province", "内蒙古自治区")),
        ("全省各部门公开信息。", agency("province", "吉林省")),
        ("全镇各村公开信息。", TOWN),
        ("全旗各部门公开信息。", agency("county", "青石旗")),
    ],
)
def test_the_issuers_own_area_fits(text, issuer):
    assert kinds(text, issuer) == [Kind.PASS]


def test_unknown_level_no_agency_and_no_text():
    zone = Agency(name="云溪实验区管委会", kind=AgencyKind.ZONE_COMMITTEE)
    text = "全市各部门公开信息。"
    assert kinds(text, zone) == kinds(text, None) == kinds("") == [Kind.NOT_APPLICABLE]


def test_an_issuer_whose_name_could_not_be_decoded_is_open():
    text = "我局就全市公开任务作了细致布置。四川省水利厅作了部署。"
    (found,) = check(Question(report=report(text, agency=Agency(name="云\ufffd市水利局"))))
    assert (found.kind, found.subject, found.needs) == (Kind.OPEN, "levels", ("agency",))
