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


def asked_of(number, *events):
    made = tuple(
        g.RequestEvent(kind=g.RequestEventKind(kind), on=as_day(day), **(dict(*more))) for kind, day, *more in events
    )
    return g.Request(id=number, channel=g.Channel.IN_PERSON, events=made)


RECEIVED = (("submitted", "2024-03-11"), ("received", "2024-03-11"))


def verdict(rule, *requests, **more):
    register = g.Register(requests=requests, **more)
    return [outcome.kind.value for outcome in g.check_register(register, select=rule, as_of="2025-12-31")]


def test_a_second_reply_without_a_register_of_cases_may_have_been_ordered():
    twice = asked_of(
        "A1", *RECEIVED, ("replied", "2024-04-09", {"outcome": "denied.internal_affairs"}),
        ("replied", "2024-07-19", {"outcome": "granted"}),
    )  # fmt: skip
    assert verdict("REQ111", twice) == ["review"]
    assert verdict("REQ111", twice, cases=()) == ["fail"]


def test_the_part_that_is_not_the_third_partys_may_be_given_at_once():
    asked = ("third_party_consulted", "2024-03-14")
    partly = asked_of("A1", *RECEIVED, asked, ("replied", "2024-03-20", {"outcome": "partly_granted"}))
    whole = asked_of("A1", *RECEIVED, asked, ("replied", "2024-03-20", {"outcome": "granted"}))
    assert (verdict("REQ102", partly), verdict("REQ102", whole)) == (["review"], ["fail"])


def test_what_is_done_anew_after_a_case_is_for_a_person():
    anew = asked_of(
        "A1", *RECEIVED, ("replied", "2024-04-09", {"outcome": "denied.internal_affairs"}),
        ("third_party_consulted", "2024-07-05"), ("replied", "2024-08-05", {"outcome": "granted"}),
    )  # fmt: skip
    case = g.Case(
        id="F1",
        kind=g.CaseKind.RECONSIDERATION,
        request="A1",
        events=(g.CaseEvent(kind=g.CaseEventKind.FILED, on=as_day("2024-05-08")),),
    )
    assert verdict("REQ109", anew, cases=(case,)) == ["review"]


def test_a_reply_on_a_rest_day_after_the_last_is_late_by_days():
    late = asked_of("A1", ("submitted", "2024-03-21"), ("received", "2024-03-21"), ("replied", "2024-04-20"))
    (outcome,) = g.check_register(g.Register(requests=(late,)), select="REQ101").of(g.Kind.FAIL)
    assert outcome.message.zh.startswith("逾期1日")


def test_a_number_that_is_no_text_stops_nothing():
    register = g.Register(requests=(asked_of("\ud800x", *RECEIVED),))
    assert g.check_register(register, as_of="2025-12-31").of(g.Kind.FAIL)


@pytest.mark.parametrize("year", [0, -5, 10_000, 99_999])
def test_a_year_that_is_none_is_refused(year):
    with pytest.raises(g.GovDisclosureError):
        g.compile((), None, None, year)


def test_an_extension_to_a_day_is_measured_too():
    def extended(until):
        more = {"until": as_day(until), "notified_on": as_day("2024-04-03"), "approved": True}
        return asked_of("A1", *RECEIVED, ("extended", "2024-04-03", more))

    assert "review" in verdict("REQ103", extended("2024-05-31"))
    assert verdict("REQ103", extended("2024-05-09")) == ["pass"]


def test_a_consultation_that_nobody_answered_does_not_excuse_any_delay():
    consulted = ("organ_consulted", "2024-03-15")
    reply = ("replied", "2024-06-24", {"outcome": "granted"})
    assert verdict("REQ101", asked_of("A1", *RECEIVED, consulted, reply)) == ["review"]
    answered = ("organ_answered", "2024-06-20")
    assert verdict("REQ101", asked_of("A1", *RECEIVED, consulted, answered, reply)) == ["pass"]
