import pytest
from tests.extraction.reports import HEADINGS, TITLE, document, read, text

from govdisclosure.documents import read_bytes
from govdisclosure.extraction import extract
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
        ("青石县水利局2010年政府信息公开工作年度报告（2011年3月15日）", "青石县水利局", 2010),
        ("青石县水利局2010年政府信息公开工作年度报告（2011年3月）", "青石县水利局", 2010),
        ("青石县水利局2010年政府信息公开工作年度报告（2011年第1号）", "青石县水利局", 2010),
        ("青石县水利局2010年政府信息公开工作年度报告(2011年修订)", "青石县水利局", 2010),
        ("青石县水利局政府信息公开工作年度报告（2010年度，2011年3月发布）", "青石县水利局", 2010),
        ("青石县水利局政府信息公开工作年度报告（2010年1月1日至12月31日）", "青石县水利局", 2010),
        ("青石县水利局政府信息公开工作年度报告（2010）", "青石县水利局", 2010),
        ("青石县水利局政府信息公开工作年度报告（2011年3月15日）", "青石县水利局", None),
        ("青石县水利局政府信息公开工作年度报告（2011.3.15）", "青石县水利局", None),
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


RUNNING_HEAD = "— 1 —\n青石县水利局2010年政府信息公开工作年度报告\n"


@pytest.mark.parametrize("heading", HEADINGS.values())
def test_the_title_at_the_head_of_a_later_page_does_not_begin_the_text_anew(heading):
    words = text(opening="本报告由我局编制。").replace(heading, RUNNING_HEAD + heading)
    assert find_title(document(words)).end == len(TITLE)
    assert [section.heading for section in read(words).sections] == list(HEADINGS.values())


def test_a_page_may_break_after_the_first_heading_or_inside_words_without_a_full_stop():
    for heading in ("一、概述\n", "一、概述\n各项工作按部就班\n"):
        words = text().replace("一、概述\n", heading + RUNNING_HEAD)
        assert find_title(document(words)).end == len(TITLE)


def test_the_title_as_a_link_beside_the_text_does_not_begin_it_anew():
    body = "".join(f"<p>{line}</p>" for line in text().splitlines()[1:])
    link = f"<ul><li><a href='1'>{TITLE}</a></li></ul><p>四、"
    page = f"<html><body><h1>{TITLE}</h1>{body.replace('<p>四、', link)}</body></html>"
    assert len(extract(read_bytes(page.encode())).sections) == len(HEADINGS)


def test_the_title_after_a_list_of_the_parts_begins_the_text():
    words = "\n".join([TITLE, "目录", *HEADINGS.values(), text()])
    assert find_title(document(words)).end == words.rindex(TITLE) + len(TITLE)


def test_a_title_printed_again_in_text_that_runs_on_does_not_begin_it_anew():
    words = text(opening="本报告由我局编制。").replace("四、", f"{TITLE} 四、").replace("\n", " ")
    assert find_title(document(words)).end == len(TITLE)


def test_no_title():
    assert find_title(document("一、概述\n我局工作有序。\n")) is None
