import attrs
import pendulum
import pytest
from tests.register.entries import day, request

from govdisclosure.errors import CalendarNotPublishedError, NotInForceError, UndeterminedError
from govdisclosure.law import Evidence, published_calendar
from govdisclosure.model.request import Channel
from govdisclosure.register.clock import deadline, due_on

RECEIVED = ("received", "2026-03-02")


def dates(*said, as_of=None, **values):
    receipt = deadline(request(*said, **values), as_of=day(as_of))
    return [str(reading.due_on) for reading in receipt.readings]


# law.md's table is that of the calendar; of it, the terms that are replies.
@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("2010-02-08", "2010-03-04"),
        ("2010-09-15", "2010-10-12"),
        ("2019-04-28", "2019-05-21"),
        ("2020-01-20", "2020-02-25"),
        ("2023-09-28", "2023-11-01"),
        ("2024-12-31", "2025-02-05"),
        ("2025-01-20", "2025-02-21"),
        ("2025-09-25", "2025-10-29"),
        ("2026-02-09", "2026-03-13"),
        ("2026-09-15", "2026-10-19"),
    ],
)
def test_the_reply_is_due_by_the_calendar_and_the_law_of_the_day(received, due):
    asked = request(("received", received))
    receipt = deadline(asked)
    assert str(receipt.due_on) == due == str(due_on(asked))
    assert receipt.days[-1].number == (15 if received < "2019-05-15" else 20)


def test_a_request_of_the_old_law_has_a_reading_by_the_new():
    assert dates(("received", "2019-04-28")) == ["2019-05-21", "2019-05-28"]
    assert dates(("received", "2019-04-15")) == ["2019-05-07"]
    assert dates(("received", "2019-05-15")) == ["2019-06-13"]


def test_a_supplement_asked_for_in_time_restarts_the_term():
    said = [RECEIVED, ("supplement_asked", "2026-03-11"), ("supplemented", "2026-03-16")]
    receipt = deadline(request(*said))
    assert [str(reading.due_on) for reading in receipt.readings] == ["2026-04-14"]
    assert str(receipt.start_on) == "2026-03-16"
    assert "regulation-2019:30" in {cite.key for cite in receipt.cites}
    assert receipt.evidence is Evidence.SOURCE


def test_a_supplement_asked_for_late_has_two_readings():
    assert dates(RECEIVED, ("supplement_asked", "2026-03-12"), ("supplemented", "2026-03-16")) == [
        "2026-03-30",
        "2026-04-14",
    ]


def test_a_supplement_asked_for_twice_has_two_readings():
    first = [RECEIVED, ("supplement_asked", "2026-03-04"), ("supplemented", "2026-03-06")]
    assert dates(*first) == ["2026-04-03"]
    again = [*first, ("supplement_asked", "2026-03-09"), ("supplemented", "2026-03-11")]
    assert dates(*again) == ["2026-04-03", "2026-04-09"]


def test_a_notice_without_a_day_a_supplement_without_a_notice_and_the_old_law_have_two_readings():
    assert dates(RECEIVED, ("supplement_asked", None), ("supplemented", "2026-03-16")) == ["2026-03-30", "2026-04-14"]
    assert dates(RECEIVED, ("supplemented", "2026-03-16")) == ["2026-03-30", "2026-04-14"]
    old = [("received", "2016-03-01"), ("supplement_asked", "2016-03-02"), ("supplemented", "2016-03-08")]
    receipt = deadline(request(*old))
    assert [str(reading.due_on) for reading in receipt.readings] == ["2016-03-22", "2016-03-29"]
    assert [reading.evidence for reading in receipt.readings] == [Evidence.SOURCE, Evidence.MEMORY]


def test_while_a_supplement_is_awaited_the_clock_stands_still():
    said = [RECEIVED, ("supplement_asked", "2026-03-04")]
    receipt = deadline(request(*said), as_of=day("2026-03-20"))
    assert (str(receipt.open_since), str(receipt.due_on)) == ("2026-03-04", "2026-04-20")
    assert "暂算" in receipt.render()
    receipt = deadline(request(*said))
    assert (str(receipt.open_since), str(receipt.due_on)) == ("2026-03-04", "2026-03-30")
    # A lapse ends the matter: that the reply came after the first term ran out is not late.
    receipt = deadline(request(*said, ("supplement_lapsed", "2026-05-20")))
    assert receipt.open_since is None
    assert receipt.due_on > day("2026-05-20")


CONSULTED = [RECEIVED, ("third_party_consulted", "2026-03-05")]


def test_consulting_a_third_party_is_not_counted():
    answered = [*CONSULTED, ("third_party_answered", "2026-03-25")]
    # 14 working days from the day after sending to the day of the answer; the day of sending is the other reading.
    assert dates(*answered) == ["2026-04-20", "2026-04-21"]
    old = [(kind, on.replace("2026-03", "2016-03")) for kind, on in answered]
    assert deadline(request(*old)).cites[-1].key == "regulation-2007:24"


def test_consultations_that_overlap_are_taken_off_once():
    both = [*CONSULTED, ("organ_consulted", "2026-03-10"), ("organ_answered", "2026-03-20")]
    assert dates(*both, ("third_party_answered", "2026-03-25")) == ["2026-04-20", "2026-04-21"]


def test_what_a_third_party_takes_beyond_its_term_has_two_readings():
    late = [*CONSULTED, ("third_party_answered", "2026-04-30")]
    found = dates(*late)
    assert found[0] == "2026-04-21"
    assert len(found) == 4
    # The old law set the third party no term.
    assert (
        len(
            dates(
                ("received", "2016-03-01"),
                ("third_party_consulted", "2016-03-02"),
                ("third_party_answered", "2016-05-31"),
            )
        )
        == 2
    )


def test_while_a_consultation_is_out_the_clock_stands_still():
    receipt = deadline(request(*CONSULTED), as_of=day("2026-03-12"))
    assert (str(receipt.open_since), str(receipt.due_on)) == ("2026-03-05", "2026-04-07")
    receipt = deadline(request(*CONSULTED), as_of=day("2026-03-19"))
    assert str(receipt.due_on) == "2026-04-14"
    receipt = deadline(request(*CONSULTED))
    assert (str(receipt.open_since), str(receipt.due_on)) == ("2026-03-05", "2026-03-30")
    # Beyond the third party's own term the organ may decide: the safe date no longer moves.
    receipt = deadline(request(*CONSULTED), as_of=day("2026-05-12"))
    assert (receipt.open_since, str(receipt.due_on)) == (None, "2026-04-21")


def test_a_consultation_that_the_reply_ended_counts_to_the_reply():
    assert dates(*CONSULTED, ("replied", "2026-03-25")) == ["2026-04-20", "2026-04-21"]


def test_what_happened_after_the_day_asked_about_is_left_aside():
    answered = [*CONSULTED, ("third_party_answered", "2026-03-25")]
    assert deadline(request(*answered), as_of=day("2026-03-12")) == deadline(
        request(*CONSULTED), as_of=day("2026-03-12")
    )


def test_asking_another_organ_is_not_counted_since_2019_and_may_be_for_older_requests():
    said = [RECEIVED, ("organ_consulted", "2026-03-05"), ("organ_answered", "2026-03-12")]
    assert dates(*said) == ["2026-04-07", "2026-04-08"]
    old = [("received", "2018-03-01"), ("organ_consulted", "2018-03-05"), ("organ_answered", "2018-03-12")]
    assert dates(*old)[0] == "2018-03-22"
    assert len(dates(*old)) == 3


def test_asking_a_co_maker_may_count():
    said = [RECEIVED, ("co_maker_consulted", "2026-03-09"), ("co_maker_answered", "2026-03-16")]
    receipt = deadline(request(*said))
    assert [str(reading.due_on) for reading in receipt.readings] == ["2026-03-30", "2026-04-07", "2026-04-08"]
    assert [reading.evidence for reading in receipt.readings] == [Evidence.SOURCE, *[Evidence.INFERENCE] * 2]


def test_a_co_maker_that_answers_late_was_taken_to_agree_before():
    said = [RECEIVED, ("co_maker_consulted", "2026-03-09"), ("co_maker_answered", "2026-04-16")]
    # Art 34: 15 working days, to 2026-03-30; then all the time to the answer; each with the day of sending or without.
    assert dates(*said) == ["2026-03-30", "2026-04-21", "2026-04-22", "2026-05-11", "2026-05-12"]


@pytest.mark.parametrize(
    ("values", "due"),
    [
        ({"days": 10}, ["2026-04-14"]),
        ({"days": 20}, ["2026-04-28"]),
        ({"days": 25}, ["2026-04-28", "2026-05-08"]),
        ({"days": 0}, ["2026-03-30"]),
        ({}, ["2026-03-30", "2026-04-28"]),
        ({"days": -3}, ["2026-03-30", "2026-04-28"]),
        ({"until": "2026-04-14"}, ["2026-04-14"]),
        ({"days": 10, "approved": False}, ["2026-03-30", "2026-04-14"]),
        ({"days": 10, "approved": True, "notified_on": "2026-03-30"}, ["2026-04-14"]),
        ({"days": 10, "notified_on": "2026-03-31"}, ["2026-03-30", "2026-04-14"]),
    ],
)
def test_an_extension_is_what_is_recorded_and_lawful(values, due):
    assert dates(RECEIVED, ("extended", "2026-03-20", values)) == due


def test_an_extension_after_the_term_without_a_day_or_again_has_two_readings():
    assert dates(RECEIVED, ("extended", "2026-03-30", {"days": 10})) == ["2026-04-14"]
    assert dates(RECEIVED, ("extended", "2026-03-31", {"days": 10})) == ["2026-03-30", "2026-04-14"]
    assert dates(RECEIVED, ("extended", None, {"days": 10})) == ["2026-03-30", "2026-04-14"]
    twice = [("extended", "2026-03-20", {"days": 5}), ("extended", "2026-03-23", {"days": 5})]
    assert dates(RECEIVED, *twice) == ["2026-04-07", "2026-04-14"]


def test_an_extension_of_2007_is_fifteen_days_at_most():
    assert dates(("received", "2016-03-01"), ("extended", "2016-03-10", {"days": 20}))[0] == "2016-04-13"


def test_a_fee_stops_the_clock_or_restarts_it():
    said = [RECEIVED, ("fee_noticed", "2026-03-09"), ("fee_paid", "2026-03-16")]
    receipt = deadline(request(*said))
    assert [str(reading.due_on) for reading in receipt.readings] == ["2026-04-07", "2026-04-08", "2026-04-14"]
    assert {reading.evidence for reading in receipt.readings} == {Evidence.MEMORY}
    waiting = deadline(request(*said[:2]), as_of=day("2026-03-16"))
    assert str(waiting.open_since) == "2026-03-09"
    assert dates(RECEIVED, ("fee_paid", "2026-03-16")) == ["2026-03-30", "2026-04-14"]
    assert (
        dates(("received", "2016-03-01"), ("fee_noticed", "2016-03-03"), ("fee_paid", "2016-03-10"))[0] == "2016-03-22"
    )


def test_before_the_measures_of_2020_no_provision_moved_the_term_for_a_fee():
    said = [("received", "2020-03-02"), ("fee_noticed", "2020-03-09"), ("fee_paid", "2020-03-16")]
    receipt = deadline(request(*said))
    assert [str(reading.due_on) for reading in receipt.readings] == ["2020-03-30", "2020-04-07", "2020-04-08"]
    assert [reading.evidence for reading in receipt.readings] == [Evidence.SOURCE, *[Evidence.INFERENCE] * 2]
    assert dates(said[0], said[2]) == ["2020-03-30"]


def test_asking_for_reasons_may_count_and_a_later_day_may_be_set():
    asked = [RECEIVED, ("reasons_asked", "2026-03-09"), ("reasons_given", "2026-03-16")]
    assert dates(*asked) == ["2026-03-30", "2026-04-07", "2026-04-08"]
    later = [*asked, ("postponed", "2026-03-18", {"until": "2026-06-16"})]
    receipt = deadline(request(*later))
    assert [str(reading.due_on) for reading in receipt.readings] == ["2026-06-16"]
    assert str(receipt.days[-1].on) == "2026-06-16"
    assert receipt.cites[0].key == "regulation-2019:35"


def test_a_later_day_without_reasons_or_too_late_has_two_readings():
    assert dates(RECEIVED, ("postponed", "2026-03-18", {"until": "2026-06-16"})) == ["2026-03-30", "2026-06-16"]
    asked = [RECEIVED, ("reasons_asked", "2026-03-09"), ("reasons_given", "2026-03-09")]
    assert dates(*asked, ("postponed", "2026-04-18", {"until": "2026-06-16"})) == [
        "2026-03-30",
        "2026-03-31",
        "2026-06-16",
    ]


@pytest.mark.parametrize(
    ("said", "missing"),
    [
        ([], "received"),
        ([("received", None)], "received"),
        ([RECEIVED, ("third_party_consulted", None), ("third_party_answered", "2026-03-10")], "third_party_consulted"),
        ([*CONSULTED, ("third_party_answered", None)], "third_party_answered"),
        ([RECEIVED, ("supplement_asked", "2026-03-04"), ("supplemented", None)], "supplemented"),
        ([RECEIVED, ("fee_noticed", "2026-03-09"), ("fee_paid", None)], "fee_paid"),
        ([RECEIVED, ("postponed", "2026-03-09")], "postponed"),
    ],
)
def test_a_day_that_is_missing_is_named(said, missing):
    with pytest.raises(UndeterminedError) as caught:
        deadline(request(*said))
    assert caught.value.missing == missing
    assert "补登" in caught.value.zh
    with pytest.raises(UndeterminedError):
        due_on(request(*said))


def test_before_the_law_and_beyond_the_calendar():
    with pytest.raises(NotInForceError):
        deadline(request(("received", "2008-04-30")))
    with pytest.raises(NotInForceError):
        due_on(request(("received", "2008-04-30")))
    late = request(("received", str(published_calendar().last)))
    for ask in (deadline, due_on):
        with pytest.raises(CalendarNotPublishedError):
            ask(late)
    assert deadline(late, provisional=True).provisional
    assert due_on(late, provisional=True) == deadline(late, provisional=True).due_on


def test_a_closure_of_the_caller_is_a_day_off():
    closed = published_calendar().with_closures([day("2026-03-30")])
    assert str(deadline(request(RECEIVED), calendar=closed).due_on) == "2026-03-31"
    assert str(due_on(request(RECEIVED), calendar=closed)) == "2026-03-31"


def test_a_withdrawn_request_says_that_no_reply_is_due():
    receipt = deadline(request(RECEIVED, ("withdrawn", "2026-03-05")))
    assert "不再需要答复" in receipt.render()
    assert "不再需要答复" not in deadline(request(RECEIVED, ("replied", "2026-03-05"))).render()


def test_no_name_is_in_a_receipt():
    said = [RECEIVED, ("third_party_consulted", "2026-03-05", {"party": "白石公司"})]
    receipt = deadline(request(*said, ("third_party_answered", "2026-03-25", {"party": "白石公司"})))
    shown = receipt.render("zh", days=True) + receipt.render("en", days=True) + repr(receipt) + receipt._repr_html_()
    assert "白石" not in shown


def test_each_channel_is_plain_enough_for_the_quick_way():
    for channel in (None, *Channel):
        for submitted in ("2026-02-20", "2026-03-02", "2026-03-04"):
            for year in ("2012", "2016", "2026"):
                said = [("submitted", submitted.replace("2026", year)), ("received", f"{year}-03-02")]
                asked = request(*said, channel=channel)
                assert due_on(asked) == deadline(asked).due_on


def test_nothing_is_kept_of_the_day_it_is_run():
    assert deadline(request(RECEIVED)) == deadline(request(RECEIVED))
    assert attrs.asdict(request(RECEIVED)) == attrs.asdict(request(RECEIVED))
    assert isinstance(deadline(request(RECEIVED)).due_on, pendulum.Date)
