import pendulum
import pytest

from govdisclosure.text.dates import find_dates, find_periods, find_years
from govdisclosure.text.normalise import fold


def days(text):
    return [(str(found.on), text[found.start : found.end]) for found in find_dates(fold(text))]


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("2011-01-14", "2011-01-14"),
        ("2011－1－14", "2011-01-14"),
        ("2011/1/14", "2011-01-14"),
        ("2011.1.14", "2011-01-14"),
        ("2011年1月14日", "2011-01-14"),
        ("2011年01月04号", "2011-01-04"),
        ("２０１１年１月１４日", "2011-01-14"),
        ("2011 年 1 月 14 日", "2011-01-14"),
        ("二〇一一年十二月三十一日", "2011-12-31"),
        ("二○一一年一月十日", "2011-01-10"),
        ("二O一一年一月十日", "2011-01-10"),
        ("二О一一年一月十日", "2011-01-10"),
        ("二Ο一一年一月十日", "2011-01-10"),
        ("二o一一年一月十日", "2011-01-10"),
        ("二0一一年一月十日", "2011-01-10"),
        ("二０一一年一月十日", "2011-01-10"),
        ("二零一三年二月二十八日", "2013-02-28"),
        ("二〇一一年元月一日", "2011-01-01"),
        ("二〇二〇年十月廿五日", "2020-10-25"),
        ("二〇一〇年一月卅一日", "2010-01-31"),
        ("一九九九年九月九日", "1999-09-09"),
    ],
)
def test_a_date_is_read_however_it_is_printed(printed, day):
    assert days(f"青石县水利局{printed}发布") == [(day, printed)]


def test_every_day_of_a_leap_year_reads_back():
    digits = "〇一二三四五六七八九十"

    def written(value):
        tens, ones = divmod(value, 10)
        return ("" if tens == 0 else "十" if tens == 1 else digits[tens] + "十") + (digits[ones] if ones else "")

    first = pendulum.Date(2012, 1, 1)
    for day in (first.add(days=n) for n in range(366)):
        text = f"二〇一二年{written(day.month)}月{written(day.day)}日"
        assert [found.on for found in find_dates(text)] == [day], text


@pytest.mark.parametrize(
    "printed",
    ["2011年2月30日", "二〇一〇年二月二十九日", "2011-13-01", "20111年1月1日", "2011-1-145", "2011年3月", "3月5日"],
)
def test_what_is_no_day_of_the_calendar_is_left_out(printed):
    assert days(printed) == []


def test_dates_come_in_order_and_inside_the_bounds():
    text = "2011-01-14发布,二〇一一年三月十五日更新,2012年1月1日废止"
    assert [day for day, _ in days(text)] == ["2011-01-14", "2011-03-15", "2012-01-01"]
    assert [str(found.on) for found in find_dates(text, 5, 30)] == ["2011-03-15"]


def test_years_stand_before_their_sign():
    text = fold("２０１０年度、二○一一年和2012 年,房号2013室,12010年")
    assert [(year, text[start:end].strip()) for year, start, end in find_years(text)] == [
        (2010, "2010"),
        (2011, "二〇一一"),
        (2012, "2012"),
    ]


@pytest.mark.parametrize(
    ("printed", "first", "last"),
    [
        ("2014年1月1日起至2014年12月31日", "2014-01-01", "2014-12-31"),
        ("2008年5月1日—2008年12月31日", "2008-05-01", "2008-12-31"),
        ("2010年1月1日起，至2010年12月31日", "2010-01-01", "2010-12-31"),
        ("2010.1.1-2010.12.31", "2010-01-01", "2010-12-31"),
        ("2010年1月1日至12月31日", "2010-01-01", "2010-12-31"),
        ("2010年1月1日到同年12月31日", "2010-01-01", "2010-12-31"),
        ("二○一○年一月一日至十二月三十一日", "2010-01-01", "2010-12-31"),
        ("2011年1-12月", "2011-01-01", "2011-12-31"),
        ("2011年1月至12月", "2011-01-01", "2011-12-31"),
        ("2010年1月1日至2010年2月30日", "2010-01-01", None),
    ],
)
def test_a_period_is_two_days(printed, first, last):
    text = f"统计期限为{printed}。"
    (found,) = find_periods(fold(text))
    assert (found.first and str(found.first), found.last and str(found.last)) == (first, last)
    assert text[found.start : found.end] == printed


def test_two_dates_without_a_link_are_no_period():
    assert list(find_periods("2011年1月1日发布,2011年12月31日更新")) == []
