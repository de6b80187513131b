import pytest
from tests.extraction.reports import FIXTURES, HEADINGS, TITLE, read, report, stated, text

from govdisclosure import api
from govdisclosure.errors import StructureError
from govdisclosure.model.report import AnnualReport

OLD = ["overview", "proactive", "requests", "fees", "remedies", "problems"]
NEW = ["overview", "proactive", "requests", "remedies", "problems", "other"]
# organ, kind, year, edition, published, signed, period, contents of the sections, claims (kind, value)
EXPECTED = {
    "county-bureau-2010.txt": (
        "青石县交通运输局", "department", 2010, "free_form", None, "2011-02-28", ("2010-01-01", "2010-12-31"), OLD,
        {"items_published": 86, "requests_received": 7, "requests_answered": 7, "requests_denied": 2,
         "fees_charged": 0, "reconsiderations": 0, "lawsuits": 0},
    ),
    "district-annex-2014.txt": (
        "临水区人民政府", "government", 2014, "free_form", None, None, ("2014-01-01", "2014-12-31"), OLD,
        {"items_published": 1204, "requests_received": 35, "requests_granted": 30, "requests_denied": 3,
         "requests_unavailable": 2, "fees_charged": 0, "reconsiderations": 2, "lawsuits": 1},
    ),
    "township-2013.txt": (
        "云溪市柳河镇人民政府", "township", 2013, "free_form", None, "2014-03-18", None, OLD,
        {"items_published": 42, "requests_received": 0, "fees_charged": 0, "reconsiderations": 0, "lawsuits": 0},
    ),
    "traditional-2012.html": (
        "海澄縣環境保護局", "department", 2012, "free_form", None, "2013-03-05", ("2012-01-01", "2012-12-31"), OLD,
        {"items_published": 45, "requests_received": 6, "requests_answered": 6, "fees_charged": 0,
         "reconsiderations": 0, "lawsuits": 0},
    ),
    "bureau-2016.html": (
        "白塔市体育局", "department", 2016, "free_form", "2017-03-10", "2017-03-08", ("2016-01-01", "2016-12-31"), OLD,
        {"items_published": 310, "requests_received": 4, "requests_answered": 4, "answer_rate": 1, "fees_charged": 0,
         "reconsiderations": 0, "lawsuits": 0},
    ),
    "broken-2011.html": (
        "铜山岭县教育局", "department", 2011, "free_form", None, "2012-03-12", ("2011-01-01", "2011-12-31"), OLD,
        {"items_published": 58, "requests_received": 2, "requests_answered": 2, "fees_charged": 0,
         "reconsiderations": 0, "lawsuits": 0},
    ),
    "unified-2019.html": (
        "青石县民政局", "department", 2019, "unified_2019", "2020-01-20", None, None, NEW, {},
    ),
    "unified-2023.html": (
        "云溪市青柳区司法局", "department", 2023, "unified_2021", "2024-01-20", None, None, NEW, {},
    ),
    "first-year-2008.txt": (
        "青石县国土资源局", "department", 2008, "free_form", None, "2009-03-30", ("2008-05-01", "2008-12-31"), OLD,
        {"items_published": 19, "requests_received": 0, "fees_charged": 0, "reconsiderations": 0, "lawsuits": 0},
    ),
}  # fmt: skip


def shown(day):
    return None if day is None else day.isoformat()


@pytest.mark.parametrize("name", EXPECTED)
def test_whole_reports_are_read(name):
    organ, kind, year, edition, published, signed, period, contents, claims = EXPECTED[name]
    found = api.read(FIXTURES / name)
    assert (found.agency.name, found.agency.kind.value, found.year, found.edition.value) == (organ, kind, year, edition)
    assert (shown(found.published_on), shown(found.signed_on)) == (published, signed)
    assert (found.period and (shown(found.period.start), shown(found.period.end))) == period
    assert [content.value for section in found.sections for content in section.covers] == contents
    assert {claim.kind.value: claim.value for claim in found.claims} == claims


@pytest.mark.parametrize("name", ["notice.txt", "guide.txt", "procurement.txt"])
def test_what_is_no_report_is_refused_and_says_so_in_both_languages(name):
    with pytest.raises(StructureError) as caught:
        api.read(FIXTURES / name)
    assert caught.value.zh
    assert caught.value.en
    assert caught.value.source.endswith(name)


def test_every_fixture_is_expected_somewhere():
    others = {"notice.txt", "guide.txt", "procurement.txt"}
    assert {path.name for path in FIXTURES.iterdir()} == set(EXPECTED) | others


@pytest.mark.parametrize("name", EXPECTED)
def test_every_quotation_stands_where_it_says(name):
    found = api.read(FIXTURES / name)
    quoted = [*found.claims, *found.mechanisms, *found.problems, *found.breakdowns]
    assert all(one.quote == found.text[one.at.start : one.at.end] for one in quoted)
    for section in found.sections:
        assert section.heading == found.text[section.heading_at.start : section.heading_at.end]
        assert found.text[section.at.start : section.at.end].endswith(section.text)


@pytest.mark.parametrize("name", EXPECTED)
def test_lines_and_columns_lead_back_to_the_file(name):
    found = api.read(FIXTURES / name)
    lines = (FIXTURES / name).read_bytes().decode(found.source.encoding).splitlines()
    for section in found.sections:
        at = section.heading_at
        assert lines[at.line - 1][at.column - 1] == section.heading[0]


def test_the_encoding_is_what_the_bytes_are_not_what_the_page_declares():
    assert api.read(FIXTURES / "bureau-2016.html").source.encoding == "gb18030"


def test_the_preamble_stands_between_title_and_first_heading():
    found = report(opening="本报告由县水利局办公室编制。")
    assert found.preamble.text == "本报告由县水利局办公室编制。"
    assert found.text[found.preamble.at.start : found.preamble.at.end] == found.preamble.text
    assert report().preamble is None


@pytest.mark.parametrize(
    ("words", "year"),
    [
        (text(), 2010),
        (text(title="青石县水利局政府信息公开工作年度报告", opening="统计期限为2011年1月1日至2011年12月31日。"), 2011),
        (text(title="青石县水利局政府信息公开工作年度报告", overview="2012年，我局工作有序。"), 2012),
        (text(title="青石县水利局政府信息公开工作年度报告", foot="青石县水利局\n2014年3月1日\n"), 2013),
        (text(title="青石县水利局政府信息公开工作年度报告"), None),
    ],
)
def test_the_year_comes_from_title_period_opening_or_the_dates_around_it(words, year):
    found = read(words)
    assert found.year == year
    assert (found.year_at is None) == (year is None)


def test_absent_is_not_zero():
    found = report()
    assert stated(found) == []
    assert (found.breakdowns, found.published, found.signed, found.period) == ((), None, None, None)


def test_running_text_under_a_title_makes_a_report_without_sections():
    found = read(f"{TITLE}\n\n我局重视这项工作。安排了专人。更新了栏目。\n")
    assert isinstance(found, AnnualReport)
    assert (found.title, found.sections, found.claims) == (TITLE, (), ())


def test_a_title_without_its_report_is_refused():
    with pytest.raises(StructureError):
        read(f"{TITLE}\n\n正文另见附件。\n")


def test_the_signature_belongs_to_no_section():
    found = report(foot="青石县水利局\n2011年3月1日\n")
    assert found.sections[-1].text == "更新不够及时。"
    assert [section.heading for section in found.sections] == list(HEADINGS.values())


@pytest.mark.parametrize("hole", ["青石县水\ufffd局", "青石\ufffd水利局", "青石县人民政\ufffd"])
def test_a_name_with_a_hole_says_nothing_of_kind_and_area(hole):
    agency = read(f"{hole}2010年政府信息公开工作年度报告\n" + text().partition("\n")[2]).agency
    assert agency is not None
    assert (agency.kind.value, agency.level.value, agency.region) == ("unknown", "unknown", None)
