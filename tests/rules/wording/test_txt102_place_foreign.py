import pytest
from tests.rules.building import department, report

from govdisclosure.model.agency import AdministrativeLevel, Agency
from govdisclosure.rules.engine import assess
from govdisclosure.rules.outcome import Kind, Level
from govdisclosure.rules.rule import Question
from govdisclosure.rules.wording.txt102_place_foreign import RULE, check

OWN = Agency(name="烟台市水利局")


def kinds(text, agency=OWN):
    return [f.kind for f in check(Question(report=report(text, agency=agency)))]


@pytest.mark.parametrize(
    "text",
    [
        "按照遂宁市政府的部署，我局公开了信息。",
        "现将四川省水利厅年度情况报告如下。",
        "由遂宁市人民政府信息公开办公室负责。",
        "遂宁市委、市政府高度重视。",
    ],
)
def test_an_organ_of_another_province_is_reviewed(text):
    (outcome,) = assess(report(text, agency=OWN), [RULE])
    assert (outcome.kind, outcome.level) == (Kind.REVIEW, Level.WARNING)
    assert "四川省" in outcome.facts["provinces"]
    assert outcome.subject.startswith("place:")


@pytest.mark.parametrize(
    "text",
    [
        "赴遂宁市政府学习考察。",
        "对口支援四川省水利厅。",
        "接待来自遂宁市政府的代表。",
        "与遂宁市政务服务局开展合作。",
        "遂宁市中级人民法院审理，四川省教育厅所属大学参加培训。",
        "与遂宁市水利局等地相比。",
        "荣获四川省文化厅颁发的金杯奖。",
        "产品销往遂宁市、四川省。",
        "山东省人民政府、烟台市政府、青岛市政府和国家旅游局。",
        "遂宁市场管理局面良好。",
        "遂宁市人口众多，和我局无关。",
        "四川省的旅游局势良好。",
    ],
)
def test_lawful_mentions_and_own_province_pass(text):
    assert kinds(text) == [Kind.PASS]


def test_one_finding_a_place():
    assert kinds("遂宁市政府一。遂宁市水利局二。") == [Kind.REVIEW]


def test_a_county_that_names_no_province():
    county = department()
    assert kinds("按照遂宁市政府的部署。", county) == [Kind.NOT_APPLICABLE]
    assert kinds("按照遂宁市政府的部署。四川省水利厅要求。", county) == [Kind.NOT_APPLICABLE]
    text = "按照遂宁市政府的部署。白山市水利局要求。"
    (finding,) = check(Question(report=report(text, agency=county)))
    assert (finding.kind, finding.facts["provinces"]) == (Kind.REVIEW, ["吉林省", "四川省"])


def test_a_prefecture_whose_name_holds_another_is_read_whole():
    assert kinds("马鞍山市政府要求。", Agency(name="合肥市水利局")) == [Kind.PASS]


def test_no_text_no_agency_and_national_organs():
    assert kinds("", department()) == kinds("遂宁市政府。白山市水利局。", None) == [Kind.NOT_APPLICABLE]
    national = Agency(name="水利部", level=AdministrativeLevel.NATIONAL)
    assert kinds("遂宁市政府。白山市水利局。", national) == [Kind.NOT_APPLICABLE]


def test_an_issuer_whose_name_could_not_be_decoded_is_open():
    text = "我局就全市公开任务作了细致布置。四川省水利厅作了部署。"
    (found,) = check(Question(report=report(text, agency=Agency(name="云\ufffd市水利局"))))
    assert (found.kind, found.subject, found.needs) == (Kind.OPEN, "places", ("agency",))
