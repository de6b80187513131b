import pytest
from tests.extraction.reports import document, text

from govdisclosure.documents import read_bytes
from govdisclosure.extraction.titles import find_title, is_title, parse_title


@pytest.mark.parametrize(
    ("title", "organ", "year"),
    [
        ("青石县水利局2010年政府信息公开工作年度报告", "青石县水利局", 2010),
        ("2010年度青石县水利局政府信息公开工作年度报告", "青石县水利局", 2010),
        ("青石县水利局2010年度政府信息公开年报", "青石县水利局", 2010),
        ("青石县水利局关于2010年政府信息公开工作情况的报告", "青石县水利局", 2010),
        ("关于青石县水利局2010年政务公开工作总结", "青石县水利局", 2010),
        ("青石县人民政府二○一○年政府信息公开工作年度报告", "青石县人民政府", 2010),
        ("云溪市柳河镇2013年政府信息公开工作年度报告", "云溪市柳河镇", 2013),
        ("２０１２年海澄縣環境保護局政府信息公開工作年度報告", "海澄縣環境保護局", 2012),
        ("青石县水利局2011年公布2010年度政府信息公开工作年度报告", "青石县水利局", 2010),
        ("青石县水利局2009年工作总结暨2010年政府信息公开工作年度报告", "青石县水利局", 2010),
        ("青石县水利局2009年依法行政报告暨2010年政府信息公开工作年度报告", "青石县水利局", 2010),
        ("青石县水利局2010年政府信息公开情况和2011年安排报告", "青石县水利局", 2010),
        ("青石县水利局政府信息公开2010年度报告", "青石县水利局", 2010),
        ("青石县水利局10年政府信息公开工作年度报告", "青石县水利局", None),
        ("政府信息公开工作年度报告", None, None),
        ("青石县水利局政府信息公开工作年度报告", "青石县水利局", None),
        ("2010年政府信息公开工作年度报告", None, 2010),
    ],
)
def test_a_title_names_organ_and_year(title, organ, year):
    assert parse_title(title) == (organ, year)


@pytest.mark.parametrize(
    "words",
    [
        "关于做好2014年政府信息公开工作年度报告编制工作的通知",
        "现将政府信息公开工作年度报告公布如下",
        "青石县水利局政府信息公开指南",
        "一、政府信息公开工作年度报告",
        "青石县2010年政府工作报告",
    ],
)
def test_words_about_reports_are_no_title(words):
    assert not is_title(words)


def test_a_title_over_several_lines_is_one_title():
    found = find_title(document("青石县水利局\n2010年政府信息公开\n工作年度报告\n\n一、概述\n工作有序。\n"))
    assert found.text == "青石县水利局2010年政府信息公开工作年度报告"
    assert (found.at.start, found.at.end) == (0, found.end)


def test_a_menu_entry_names_nothing_and_gives_way():
    found = find_title(document("政府信息公开年报\n青石县水利局2010年政府信息公开工作年度报告\n\n一、概述\n有序。\n"))
    assert parse_title(found.text) == ("青石县水利局", 2010)


def test_the_page_label_is_believed_and_completed_by_the_print():
    page = (
        '<html><head><meta name="ArticleTitle" content="{}"></head>'
        "<body><h1>青石县水利局2010年政府信息公开工作年度报告</h1>"
        "<p>一、概述</p><p>我局各项工作按部就班，信息按时公布。</p></body></html>"
    )
    whole = find_title(read_bytes(page.format("青石县水利局2010年政府信息公开工作年度报告").encode()))
    short = find_title(read_bytes(page.format("政府信息公开工作年度报告").encode()))
    assert parse_title(whole.text) == parse_title(short.text) == ("青石县水利局", 2010)


def test_a_title_in_text_that_runs_on():
    words = text().replace("\n", " ")
    assert parse_title(find_title(document(words)).text) == ("青石县水利局", 2010)


@pytest.mark.parametrize("link", ["青石县2009年政府信息公开工作年度报告", "青石县教育局2010年政府信息公开工作年度报告"])
def test_links_to_other_reports_above_the_title_are_not_the_title(link):
    page = (
        f"<html><body><ul><li><a href='1'>{link}</a></li></ul><p>{{}}</p><p>一、概述</p><p>工作有序。</p></body></html>"
    )
    found = find_title(read_bytes(page.format("青石县水利局2010年政府信息公开工作年度报告").encode()))
    assert parse_title(found.text) == ("青石县水利局", 2010)


def test_links_below_the_report_are_not_the_title():
    words = "青石县水利局2010年政府信息公开工作年度报告\n一、概述\n有序。\n青石县2009年政府信息公开工作年度报告\n"
    assert parse_title(find_title(document(words)).text) == ("青石县水利局", 2010)


def test_no_title():
    assert find_title(document("一、概述\n我局工作有序。\n")) is None
