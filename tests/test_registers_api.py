"""Registers from Python: what is taken, what is refused with a hint, and how the objects show themselves."""

import re
from datetime import date

import pytest

import govdisclosure as g
from govdisclosure.api import as_day
from govdisclosure.register.files import read_catalogue, read_register

FOLDER = "examples/register/"
MARKS = ("赵某某", "13912345678", "我家的宅基地")


@pytest.fixture(autouse=True)
def _in_the_project(monkeypatch, pytestconfig):
    monkeypatch.chdir(pytestconfig.rootpath)


def books():
    requests, cases = (read_register(FOLDER + name) for name in ("requests.csv", "cases.csv"))
    return requests, cases, read_catalogue(FOLDER + "catalogue.csv")


def test_whole_registers_are_compiled_as_their_entries_are():
    requests, cases, items = books()
    whole = g.compile(requests, cases, items, 2024)
    apart = g.compile(requests.requests, cases.cases, items.items, 2024)
    assert whole.statistics == apart.statistics
    assert g.compile(requests, None, None, 2024).statistics.remedies is None


def test_what_is_no_report_is_turned_away_with_the_name_of_what_takes_it():
    requests, cases, items = books()
    compiled = g.compile(requests, cases, items, 2024)
    for thing, name in ((requests, "check_register"), (items, "check_items"), (compiled, "draft_report")):
        with pytest.raises(g.UsageError, match=name):
            g.check(thing)
        with pytest.raises(g.UsageError, match=name):
            g.render(thing, "html")


@pytest.mark.parametrize("words", ["2025-09-25", "2025/9/25", "2025.9.25", "2025年9月25日", " ２０２５年9月25日 "])
def test_a_day_is_taken_as_offices_write_it(words):
    assert as_day(words) == date(2025, 9, 25)


@pytest.mark.parametrize("words", ["2025-02-30", "25-9-2025", "2025年9月", "2025-9-25至2025-10-1", "", "下周一"])
def test_what_is_no_day_is_refused(words):
    with pytest.raises(g.UsageError, match="YYYY-MM-DD"):
        as_day(words)


def test_open_terms_take_any_date():
    requests, _, _ = books()
    assert [one.id for one in g.open_deadlines(requests, date(2024, 12, 31))] == ["2024-11"]


@pytest.mark.parametrize("ask", [g.add_workdays, g.count_workdays])
def test_working_days_of_something_else_than_a_day_are_refused(ask):
    with pytest.raises(g.UsageError, match="a day is a date"):
        ask("2025-09-25", 20)


def test_objects_show_themselves_in_a_line_and_nothing_personal():
    asked = g.Request(id="A1", applicant=g.Applicant(name=MARKS[0], contact=MARKS[1]), content=MARKS[2], events=())
    register = g.Register(requests=(asked,), cases=())
    assert repr(register) == "<Register 1 requests, 0 cases>"
    compiled = g.compile(register, register, None, 2024)
    assert "1 not counted" in repr(compiled)
    shown = repr(asked) + repr(register) + repr(compiled) + str(compiled) + compiled._repr_html_()
    assert not any(mark in shown for mark in MARKS)
    assert compiled._repr_html_().count("<table") == len(list(compiled.statistics)) == 2
    assert "第1–10件" in g.choose_fee(items=41)._repr_html_()


def test_a_request_without_a_reply_is_not_judged_without_a_day_and_that_is_said():
    events = tuple(
        g.RequestEvent(kind=kind, on=as_day("2025-03-20"))
        for kind in (g.RequestEventKind.SUBMITTED, g.RequestEventKind.RECEIVED)
    )
    register = g.Register(requests=(g.Request(id="A1", channel=g.Channel.IN_PERSON, events=events),))
    (open_,) = g.check_register(register, select="REQ101")
    assert (open_.kind, open_.needs) == (g.Kind.OPEN, ("as_of",))
    assert "A1" in open_.message.zh
    (late,) = g.check_register(register, select="REQ101", as_of="2025-12-31").of(g.Kind.FAIL)
    assert late.entry == "A1"


def test_a_draft_states_nothing_in_its_gaps():
    requests, cases, items = books()
    odd = g.Request(id="X", applicant=g.Applicant(), events=requests.requests[1].events)
    compiled = g.compile((*requests.requests, odd), cases, items, 2024, agency="青石县水利局")
    report = g.draft_report(compiled)
    assert "没有计入" in report.text
    gaps = [(found.start(), found.end()) for found in re.finditer("【待[^】]*】", report.text)]
    assert len(gaps) > 5
    for claim in report.claims:
        assert not any(start <= claim.at.start < end for start, end in gaps)
    for mechanism in report.mechanisms:
        assert not any(start <= mechanism.at.start < end for start, end in gaps)
        assert "公开办函" not in mechanism.quote
    assert not g.check(report, select=("SUM", "CLM")).of(g.Kind.FAIL, g.Kind.REVIEW)
