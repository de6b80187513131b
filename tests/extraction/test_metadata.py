import pytest
from tests.extraction.reports import read, report, text

from govdisclosure.documents import read_bytes
from govdisclosure.extraction import extract

PAGE = (
    '<html><head><meta name="PubDate" content="{meta}"><title>青石县水利局2010年政府信息公开工作年度报告</title></head>'
    "<body><h1>青石县水利局2010年政府信息公开工作年度报告</h1><p>{line}</p>"
    "<p>一、概述</p><p>我局各项工作按部就班。</p><p>二、主动公开情况</p><p>按职责范围公布水利信息。</p></body></html>"
)


def page(meta="", line="我局编制了本报告。"):
    return extract(read_bytes(PAGE.format(meta=meta, line=line).encode()))


def test_a_meta_tag_says_when_the_page_was_published():
    assert str(page("2011-03-01 09:30").published_on) == "2011-03-01"
    assert page("").published_on is None


@pytest.mark.parametrize(
    "line",
    [
        "发布时间：2011-03-01　来源：县水利局",
        "公开日期：2011年3月1日",
        "日期：2011/3/1",
        "2011-03-01 09:30",
        "2011-03-01",
    ],
)
def test_a_line_under_the_title_says_when(line):
    found = page(line=line)
    assert str(found.published_on) == "2011-03-01"
    assert found.text[found.published.at.start : found.published.at.end] == found.published.quote


@pytest.mark.parametrize(
    ("line", "day", "sure"),
    [
        ("发布时间：2011-03-02", "2011-03-02", True),
        ("发布时间：2011-03-01", "2011-03-01", False),
        ("日期：2011-03-01", "2011-03-01", False),
        ("2011-03-01 08:30", "2011-03-01", False),
        ("发布时间：2011-05-01", "2011-03-02", False),
    ],
)
def test_of_two_days_of_publication_the_earlier_is_taken_and_neither_is_sure(line, day, sure):
    found = page("2011-03-02", line)
    assert (str(found.published_on), found.published.sure) == (day, sure)


@pytest.mark.parametrize(
    "line",
    [
        "局公示栏发布时间2011年5月1日起改为每周。",
        "公开时间2011年5月1日起提前。",
        "2011-04-25 09:00局务会讨论了制度。",
        "2011-04-25 09:00 召开会议，讨论制度。",
    ],
)
def test_a_sentence_names_no_day_of_publication(line):
    assert page(line=line).published is None


@pytest.mark.parametrize(
    "line", ["来源：县水利局 发布时间：2011-03-01 浏览次数：7", "来源：县水利局发布时间：2011-03-01字号：大"]
)
def test_a_cue_among_other_labels_says_when(line):
    assert str(page(line=line).published_on) == "2011-03-01"


@pytest.mark.parametrize("line", ["整改完成时限：", "办结期限"])
def test_a_day_by_which_something_is_due_signs_nothing(line):
    assert report(problems=f"更新不够及时。\n{line}\n2011年6月30日").signed is None


def test_a_crawlers_header_says_when():
    found = read("发布时间：2011-03-01\n来源：青石县水利局\n=====\n" + text())
    assert str(found.published_on) == "2011-03-01"


@pytest.mark.parametrize(
    "day",
    ["2011年3月15日", "二O一一年三月十五日", "二○一一年三月十五日", "二0一一年三月十五日", "２０１１年３月１５日"],
)
def test_the_foot_is_signed_with_a_day(day):
    found = report(foot=f"青石县水利局\n{day}\n")
    assert str(found.signed_on) == "2011-03-15"
    assert found.signed.quote == day == found.text[found.signed.at.start : found.signed.at.end]


def test_organ_and_day_on_one_line_sign_too():
    assert str(report(foot="青石县水利局 2011年3月15日\n").signed_on) == "2011-03-15"


def test_a_day_under_the_title_signs_where_the_foot_has_none():
    assert str(report(opening="二〇一一年三月十五日").signed_on) == "2011-03-15"
    assert str(report(opening="二〇一一年三月十五日", foot="青石县水利局\n2011年3月18日\n").signed_on) == "2011-03-18"


def test_a_day_in_the_last_sentence_is_no_signature():
    assert report(problems="更新不及时，计划于2011年6月1日前改版。").signed is None


def test_page_lines_below_the_signature_do_not_hide_it():
    foot = "青石县水利局\n2011年3月15日\n【打印】【关闭】\n上一篇：关于防汛值班的通知\n"
    assert str(report(foot=foot).signed_on) == "2011-03-15"


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("统计期限为2010年1月1日至2010年12月31日。", "2010-01-01", "2010-12-31"),
        ("所列数据的统计期限自2008年5月1日起至2008年12月31日止。", "2008-05-01", "2008-12-31"),
        ("数据统计时段：2010.1.1—2010.12.31。", "2010-01-01", "2010-12-31"),
        ("本报告数据统计期限为二○一○年一月一日至十二月三十一日。", "2010-01-01", "2010-12-31"),
    ],
)
def test_the_period_is_the_one_said_of_the_figures(words, first, last):
    found = report(opening=words)
    assert (str(found.period.start), str(found.period.end)) == (first, last)
    assert found.text[found.period.at.start : found.period.at.end] == found.period.quote


@pytest.mark.parametrize("words", ["2010年全年", "2010年度", "2010年", "2010年1-12月"])
def test_a_year_named_as_a_whole_is_a_period(words):
    found = report(opening=f"所列数据的统计期限为{words}。").period
    assert (str(found.start), str(found.end), found.quote) == ("2010-01-01", "2010-12-31", words[: len(found.quote)])


@pytest.mark.parametrize(
    "words",
    [
        "本报告所列数据起止时间为2010年1月1日至12月31日。",
        "本报告期限自2010年1月1日至2010年12月31日。",
        "报告期：2010年1月1日至2010年12月31日",
        "本报告由概述等部分组成，起止时间为2010年1月1日至12月31日。",
        "本报告统计了2010年1月1日至2010年12月31日的工作。",
        "自2010年1月1日起至2010年12月31日止（以下简称报告期）工作平稳。",
    ],
)
def test_wordings_of_the_period(words):
    assert str(report(opening=words).period.end) == "2010-12-31"


@pytest.mark.parametrize(
    "words",
    [
        "与去年同期数据（2009年1月1日至2009年12月31日）相比，渠道更多。",
        "与上年统计期限（2009年1月1日至2009年12月31日）相比，口径未变。",
        "公开了2009年1月1日至2009年12月31日期间的水费数据。",
        "2010年3月1日至2010年3月31日期间我局办了展览。",
        "本报告电子版公布期间2011年1月1日至2011年12月31日可下载。",
        "企业年报期限为2011年1月1日至2011年6月30日。",
        "所列数据截至2009年。",
        "组织了法规宣传活动，起止时间为2010年1月1日至12月31日。",
        "统计数据报送时限为2011年1月1日至2011年1月20日。",
        "公开的统计数据自2009年1月1日起至2009年12月31日。",
    ],
)
def test_other_periods_are_not_the_reports(words):
    assert report(opening=words).period is None


def test_days_that_cannot_be_read_are_unknown_not_guessed():
    period = report(opening="统计期限为2010年1月1日至2010年2月30日。").period
    assert (str(period.start), period.end) == ("2010-01-01", None)


def test_two_days_that_say_nothing_of_figures_are_no_period():
    assert report(overview="2010年3月1日至3月5日我局举办了展览。").period is None


@pytest.mark.parametrize(
    ("meta", "line", "day", "other"),
    [
        ("2011-04-20 09:30", "发布时间：2011-03-01", "2011-03-01", "2011-04-20"),
        ("2011-03-01 09:30", "发布时间：2011-04-20", "2011-03-01", "2011-04-20"),
        ("2011-03-01 09:30", "发布时间：2011-03-01", "2011-03-01", "None"),
    ],
)
def test_a_later_day_that_the_page_gives_too_is_kept(meta, line, day, other):
    found = page(meta, line).published
    assert (str(found.on), str(found.other), found.sure) == (day, other, other == "None")


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("青石县水利局 2011-03-15", "2011-03-15"),
        ("2011-03-15 来源：本网", "2011-03-15"),
        ("2011-03-15 局长到渡口检查。", None),
        ("防汛检查 2011-03-15", None),
    ],
)
def test_a_day_beside_an_organ_or_a_source_is_the_pages(line, day):
    found = report(opening=line)
    assert (found.published_on and str(found.published_on)) == day
    assert day is None or not found.published.sure


@pytest.mark.parametrize(("line", "day"), [("2011年3月15日", "2011-03-15"), ("2011年3月15日，我局开会。", None)])
def test_a_text_that_lost_its_title_may_begin_with_its_day(line, day):
    found = report(title="", opening=line)
    assert (found.signed_on and str(found.signed_on)) == day
