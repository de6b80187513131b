"""A term as a calendar: each day as the receipt counts it."""

import re
from html.parser import HTMLParser

import pendulum
import pytest

from govdisclosure.errors import UsageError
from govdisclosure.law.deadlines import term
from govdisclosure.law.month_sheets import SHOWN
from govdisclosure.law.receipt import Pause

HOSTILE = '<script>alert(1)</script><img src=x onerror="alert(2)">'


def receipt(**more):
    pause = Pause(first=pendulum.Date(2024, 9, 24), last=pendulum.Date(2024, 10, 9), **more)
    return term("reply", pendulum.Date(2024, 9, 20), pauses=(pause,))


class _Cells(HTMLParser):
    """The days of the sheets with what stands in them."""

    def __init__(self, page):
        super().__init__()
        self.found, self._title = {}, None
        self.tags = set()
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        title = dict(attrs).get("title")
        if tag == "td" and title:
            self._title, self.found[title[:10]] = title[:10], (title, "")

    def handle_endtag(self, tag):
        if tag == "td":
            self._title = None

    def handle_data(self, data):
        if self._title:
            title, text = self.found[self._title]
            self.found[self._title] = (title, text + data)


@pytest.mark.parametrize("name", ["reply", "publication", "reconsideration.apply", "litigation.direct"])
def test_every_day_of_the_receipt_stands_in_the_sheets_as_it_was_counted(name):
    found = term(name, pendulum.Date(2024, 4, 26), pauses=())
    cells = _Cells(found.to_html("zh")).found
    for day in found.days:
        title, text = cells[day.on.isoformat()]
        assert day.zh in title
        if day.number is not None:
            assert text.endswith(str(day.number))
    assert cells[found.start_on.isoformat()][1].endswith("▸")
    assert {one.due_on.isoformat() for one in found.readings} == {on for on, (_, text) in cells.items() if "■" in text}


def test_rest_days_make_up_days_and_stops_are_told_apart():
    lines = receipt().calendar_text("en").splitlines()
    assert "23 1   24 2   25 ‖   26 ‖   27 ‖   28 ·   29 ‖" in lines
    assert " 7 ×    8 ‖    9 ‖   10 3   11 4   12 +5  13 ·" in lines
    assert max(map(len, lines)) <= 50


def test_a_pause_of_calendar_days_stops_rest_days_too():
    pause = Pause(first=pendulum.Date(2024, 6, 3), last=pendulum.Date(2024, 6, 12))
    found = term("reconsideration.apply", pendulum.Date(2024, 5, 20), pauses=(pause,))
    assert {day.on.isoformat() for day in found.days if day.stopped} >= {"2024-06-08", "2024-06-09", "2024-06-10"}


def test_each_language_stands_alone_and_both_together():
    chinese = re.compile("[\u4e00-\u9fff]")
    english = _Cells(receipt().to_html("en")).found
    assert not any(chinese.search(title) for title, _ in english.values())
    both = receipt()._repr_html_()
    assert "期限停止计算" in both
    assert "the term stands still" in both


def test_what_a_caller_names_is_no_markup():
    cells = _Cells(receipt(zh=HOSTILE, en=HOSTILE)._repr_html_())
    assert not cells.tags & {"script", "img"}
    assert not {"script", "img", "style"} & cells.tags


def test_a_term_of_many_years_draws_its_ends_alone_and_says_so():
    pause = Pause(first=pendulum.Date(2008, 6, 4), last=pendulum.Date(2012, 3, 1))
    found = term("reply", pendulum.Date(2008, 6, 2), pauses=(pause,))
    page = found.to_html("en")
    assert page.count("<caption") == SHOWN
    left_out = len({(day.on.year, day.on.month) for day in found.days}) - SHOWN
    assert f"{left_out} months between are not drawn" in page


def test_another_language_is_refused():
    with pytest.raises(UsageError):
        receipt().calendar_text("fr")
