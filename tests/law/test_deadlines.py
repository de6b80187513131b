from datetime import UTC, date, datetime

import pendulum
import pytest

from govdisclosure.errors import CalendarNotPublishedError, NotInForceError, UsageError
from govdisclosure.law import (
    CalendarNotice,
    DayKind,
    Evidence,
    Pause,
    cite,
    parameter,
    parameters,
    published_calendar,
    term,
    terms,
)


def day(text):
    return pendulum.Date.fromisoformat(text)


def consulted(first, last=None):
    return Pause(
        first=day(first),
        last=day(last) if last else None,
        cite=cite("regulation-2019:33p3"),
        zh="征求第三方意见",
        en="third party consulted",
    )


def readings(receipt):
    return [one.due_on.isoformat() for one in receipt.readings]


@pytest.mark.parametrize(
    ("name", "start", "due", "key"),
    [
        ("reply", "2010-02-08", "2010-03-04", "regulation-2007:24"),
        ("reply", "2024-12-31", "2025-02-05", "regulation-2019:33"),
        ("publication", "2025-01-20", "2025-02-21", "regulation-2019:26"),
        ("publication", "2010-09-15", "2010-10-19", "regulation-2007:18"),
        ("supplement", "2025-01-24", "2025-02-10", "regulation-2019:30"),
        ("third_party", "2025-09-26", "2025-10-23", "regulation-2019:32"),
        ("co_maker", "2025-09-26", "2025-10-23", "regulation-2019:34"),
        ("fee_payment", "2025-01-20", "2025-02-21", "handling-fee-2020"),
        ("reconsideration.accept", "2026-09-30", "2026-10-13", "reconsideration-2023:30"),
        ("reconsideration.apply", "2025-03-03", "2025-05-06", "reconsideration-2023:20"),
        ("reconsideration.decide", "2024-03-01", "2024-04-30", "reconsideration-2023:62"),
        ("reconsideration.simplified.decide", "2024-03-01", "2024-04-01", "reconsideration-2023:62"),
        ("reconsideration.answer", "2023-03-01", "2023-03-13", "reconsideration-1999:23"),
        ("reconsideration.answer", "2024-03-01", "2024-03-15", "reconsideration-2023:48"),
        ("litigation.direct", "2014-01-31", "2014-04-30", "litigation-1989:39"),
        ("litigation.direct", "2016-08-31", "2017-02-28", "litigation-2014:46"),
        ("litigation.after_reconsideration", "2024-03-01", "2024-03-18", "litigation-2014:45"),
        ("litigation.outer_limit", "2016-02-29", "2021-03-01", "litigation-2014:46p2"),
    ],
)
def test_terms_end_when_the_law_of_their_first_day_says(name, start, due, key):
    receipt = term(name, day(start))
    assert (receipt.due_on, receipt.latest_on) == (day(due), day(due))
    assert receipt.cites[0].key == key
    assert receipt.days[-1].on == day(due)


@pytest.mark.parametrize("name", terms())
def test_every_term_ends_on_a_working_day_and_shows_each_way_to_it(name):
    dated = [one for one in parameter(_key(name)).values if isinstance(one.value, int)]
    for value in dated:
        start = max(value.start, pendulum.Date(2004, 1, 1))
        receipt = term(name, start, provisional=True)
        assert receipt.due_on > start
        assert published_calendar().is_workday(receipt.due_on, provisional=True)
        assert receipt.cites[0] == value.cite
        assert receipt.steps[0].on == start
        assert receipt.due_on.isoformat() in str(receipt)
        assert receipt.due_on.isoformat() in receipt.render("en")


def _key(name):
    known = {one.name for one in parameters()}
    found = [one for one in (name, f"{name}.term", f"{name}.notice") if one in known]
    return found[0] if found else "handling_fee.payment"


def test_every_day_is_counted_or_skipped_with_a_reason():
    receipt = term("reply", day("2025-01-20"), pauses=[consulted("2025-02-06", "2025-02-10")])
    assert [one.on for one in receipt.days] == [
        receipt.start_on.add(days=n) for n in range(1, (receipt.due_on - receipt.start_on).days + 1)
    ]
    assert [one.number for one in receipt.days if one.counted] == list(range(1, 21))
    said = {one.on.isoformat(): (one.kind, one.counted, one.zh, one.en) for one in receipt.days}
    assert said["2025-01-26"] == (
        DayKind.MAKE_UP,
        True,
        "第5个工作日（周末调休上班，计入）",
        "working day 5 (weekend day worked by notice)",
    )
    assert said["2025-01-28"] == (
        DayKind.HOLIDAY, False, "春节放假，不计入", "not counted: holiday (Spring Festival)"
    )  # fmt: skip
    assert said["2025-01-25"] == (DayKind.WEEKEND, False, "周末，不计入", "not counted: weekend")
    kind, counted, zh, en = said["2025-02-07"]
    assert (kind, counted) == (DayKind.WORKDAY, False)
    assert "征求第三方意见" in zh
    assert "第三十三条第三款" in zh
    assert "Art 33 para 3" in en


def test_the_day_of_sending_counts_and_that_of_the_answer_does_not():
    plain = term("reply", day("2025-03-03"))
    paused = term("reply", day("2025-03-03"), pauses=[consulted("2025-03-05", "2025-03-07")])
    assert plain.due_on == day("2025-03-31")
    assert readings(paused) == ["2025-04-02", "2025-04-03"]
    assert paused.readings[0].evidence is Evidence.SOURCE
    assert paused.readings[1].evidence is Evidence.INFERENCE
    assert "发出之日" in paused.readings[1].zh
    assert cite("regulation-2019:33p3") in paused.cites
    assert any("2个工作日不计入" in step.zh for step in paused.steps)


def test_times_that_overlap_count_once():
    one = term("reply", day("2025-03-03"), pauses=[consulted("2025-03-05", "2025-03-14")])
    two = term(
        "reply",
        day("2025-03-03"),
        pauses=[consulted("2025-03-10", "2025-03-14"), consulted("2025-03-05", "2025-03-12")],
    )
    assert two.due_on == one.due_on == day("2025-04-10")


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("2025-01-02", "2025-02-20"),
        ("2025-06-02", "2025-06-20"),
        ("2025-03-14", "2025-03-10"),
        ("2025-03-08", "2025-03-09"),
    ],
)
def test_a_time_that_takes_no_working_day_of_the_term_changes_nothing(first, last):
    receipt = term("reply", day("2025-03-03"), pauses=[consulted(first, last)])
    assert readings(receipt) == ["2025-03-31"]
    assert any("不影响期限" in step.zh for step in receipt.steps)


def test_a_time_that_the_end_first_reaches_by_another_moves_it_again():
    late = consulted("2025-03-31", "2025-04-03")
    assert term("reply", day("2025-03-03"), pauses=[late]).due_on == day("2025-03-31")
    both = term("reply", day("2025-03-03"), pauses=[consulted("2025-03-05", "2025-03-07"), late])
    assert both.due_on == day("2025-04-08")


def test_while_the_answer_is_out_nothing_is_taken_off_and_that_is_said():
    receipt = term("reply", day("2025-03-03"), pauses=[consulted("2025-03-05")])
    assert (receipt.due_on, receipt.open_since) == (day("2025-03-31"), day("2025-03-05"))
    assert any("尚未结束" in step.zh and step.on == day("2025-03-05") for step in receipt.steps)
    assert term("reply", day("2025-03-03")).open_since is None


def test_an_extension_adds_to_the_term():
    receipt = term("reply", day("2024-12-31"), extend=20)
    assert readings(receipt) == ["2025-03-04"]
    assert [one.number for one in receipt.days if one.counted][-1] == 40
    assert term("reply", day("2010-02-08"), extend=15).due_on == day("2010-03-25")
    decided = term("reconsideration.decide", day("2024-03-01"), extend=30)
    assert decided.due_on == day("2024-05-30")
    assert [one.key for one in decided.cites] == ["reconsideration-2023:62"]


@pytest.mark.parametrize(
    ("name", "start", "extend", "both", "said"),
    [
        ("reply", "2024-12-31", 30, ["2025-03-04", "2025-03-18"], "法定最长20个工作日"),
        ("reply", "2010-02-08", 20, ["2010-03-25", "2010-04-01"], "法定最长15个工作日"),
        ("supplement", "2025-03-03", 5, ["2025-03-12", "2025-03-19"], "未见可以延长的规定"),
        ("reconsideration.simplified.decide", "2024-03-01", 30, ["2024-04-01", "2024-04-30"], "未见可以延长的规定"),
    ],
)
def test_more_than_the_law_allows_is_computed_and_said(name, start, extend, both, said):
    receipt = term(name, day(start), extend=extend)
    assert readings(receipt) == both
    assert any(said in step.zh for step in receipt.steps)
    assert "超过法定上限" in receipt.readings[1].zh
    assert receipt.readings[1].evidence is Evidence.INFERENCE


def test_received_under_the_old_law_and_pending_under_the_new():
    receipt = term("reply", day("2019-04-28"))
    assert readings(receipt) == ["2019-05-21", "2019-05-28"]
    assert receipt.cites[0].key == "regulation-2007:24"
    assert receipt.readings[1].cites[0].key == "regulation-2019:33"
    assert any(step.on == day("2019-05-15") and "没有定论" in step.zh for step in receipt.steps)
    assert readings(term("reply", day("2019-04-22"))) == ["2019-05-14"]
    assert readings(term("reply", day("2019-04-23"))) == ["2019-05-15", "2019-05-22"]
    assert readings(term("reply", day("2019-05-15"))) == ["2019-06-13"]
    extended = term("reply", day("2019-05-13"), extend=20)
    assert readings(extended)[0] == "2019-06-25"
    assert readings(extended)[-1] == "2019-07-09"
    assert readings(term("publication", day("2019-05-13"))) == ["2019-06-11"]


def test_months_end_on_the_same_day_or_on_the_last_of_the_month():
    assert term("litigation.direct", day("2016-08-30")).due_on == day("2017-02-28")
    assert term("litigation.direct", day("2016-07-15")).due_on == day("2017-01-16")
    moved = term("litigation.direct", day("2016-07-15"))
    assert [(one.on.isoformat(), one.counted) for one in moved.days] == [("2017-01-15", True), ("2017-01-16", False)]
    assert any(step.cite and step.cite.key == "civil-principles-1986:154" for step in moved.steps)


def test_holidays_inside_calendar_days_count_and_only_the_end_moves():
    receipt = term("reconsideration.simplified.decide", day("2024-09-02"))
    assert receipt.due_on == day("2024-10-08")
    inside = {one.on.isoformat(): one for one in receipt.days}
    assert inside["2024-09-16"].counted
    assert (inside["2024-10-02"].number, inside["2024-10-03"].counted, inside["2024-10-08"].number) == (30, False, None)
    assert any("2024-10-02是休息日，顺延至2024-10-08" in step.zh for step in receipt.steps)


def test_calendar_days_stand_still_too():
    plain = term("reconsideration.decide", day("2024-03-01"))
    paused = term("reconsideration.decide", day("2024-03-01"), pauses=[consulted("2024-03-05", "2024-03-20")])
    assert (plain.due_on, paused.due_on) == (day("2024-04-30"), day("2024-05-15"))


def test_a_make_up_day_is_a_day_to_end_on():
    assert term("litigation.after_reconsideration", day("2025-01-11")).due_on == day("2025-01-26")


def test_a_year_that_is_not_announced():
    with pytest.raises(CalendarNotPublishedError):
        term("reply", day("2026-12-15"))
    receipt = term("reply", day("2026-12-15"), provisional=True)
    assert (receipt.due_on, receipt.provisional, receipt.evidence) == (day("2027-01-12"), True, Evidence.INFERENCE)
    assert any("只按周末推算" in step.zh for step in receipt.steps)
    assert any(one.kind is DayKind.NOT_ANNOUNCED and "暂计" in one.zh for one in receipt.days)
    known = published_calendar().with_notice(CalendarNotice(year=2027, holidays=[date(2027, 1, 1)]))
    announced = term("reply", day("2026-12-15"), calendar=known)
    assert (announced.due_on, announced.provisional, announced.evidence) == (day("2027-01-13"), False, Evidence.SOURCE)


def test_the_last_days_of_the_last_year_may_still_change():
    late = term("reply", day("2026-12-01"))
    assert (late.due_on, late.provisional) == (day("2026-12-29"), False)
    assert any("2026年12月29日至31日可能" in step.zh for step in late.steps)
    early = term("reply", day("2026-11-27"))
    assert early.due_on < day("2026-12-28")
    assert not any("12月29日至31日" in step.zh for step in early.steps)


def test_closures_of_one_place_are_skipped_and_named():
    closed = published_calendar().with_closures({date(2025, 3, 5): "暴雪停班"})
    receipt = term("reply", day("2025-03-03"), calendar=closed)
    assert receipt.due_on == day("2025-04-01")
    assert [one.zh for one in receipt.days if one.kind is DayKind.CLOSURE] == ["停止办公，不计入：暴雪停班"]


def test_an_instant_starts_a_term_on_its_day_in_china():
    assert term("reply", datetime(2024, 12, 30, 23, 50, tzinfo=UTC)) == term("reply", day("2024-12-31"))


@pytest.mark.parametrize(
    ("name", "start", "error", "said"),
    [
        ("replly", "2025-03-03", UsageError, "reply"),
        ("答复", "2025-03-03", UsageError, "reply"),
        ("reply.extension", "2025-03-03", UsageError, "no term"),
        ("reply", "2008-04-30", NotInForceError, "2008-05-01"),
        ("third_party", "2018-01-08", NotInForceError, "2019-05-15"),
        ("supplement", "2018-01-08", NotInForceError, "2019-05-15"),
        ("fee_payment", "2020-12-31", NotInForceError, "2021-01-01"),
        ("reconsideration.simplified.decide", "2023-12-31", NotInForceError, "2024-01-01"),
        ("litigation.outer_limit", "9998-01-04", UsageError, "beyond"),
    ],
)
def test_what_cannot_be_answered_says_why(name, start, error, said):
    with pytest.raises(error) as caught:
        term(name, day(start), provisional=True)
    assert said in str(caught.value)


@pytest.mark.parametrize("given", [{"extend": -1}, {"extend": 2.0}, {"extend": True}, {"start": "2025-03-03"}])
def test_arguments_of_the_wrong_kind_are_refused(given):
    with pytest.raises(UsageError):
        term("reply", **{"start": day("2025-03-03"), **given})


def test_a_term_may_be_asked_for_by_the_name_of_its_parameter():
    assert term("reply.term", day("2024-12-31")) == term("reply", day("2024-12-31"))
    assert "reply.term" not in terms()


def test_a_doubtful_term_says_so():
    receipt = term("litigation.direct", day("2014-01-31"))
    assert receipt.evidence is Evidence.MEMORY
    assert any("凭记忆" in step.zh for step in receipt.steps)


def test_a_receipt_shows_itself():
    receipt = term("reply", day("2025-01-20"), extend=25, pauses=[consulted("2025-02-06", "2025-02-10")])
    text, english, page = str(receipt), receipt.render("en", days=True), receipt._repr_html_()
    assert text == receipt.render("zh")
    assert text.startswith(f"答复期限：{receipt.due_on}")
    assert "不同理解" in text
    assert all(one.due_on.isoformat() in text for one in receipt.readings)
    assert "2025-01-26 working day 5" in english
    assert not any("\u4e00" <= sign <= "\u9fff" for sign in english)
    assert page.count("<table") - page.count("<caption") == 3
    assert repr(receipt) == f"<Receipt reply: 2025-01-20 to {receipt.due_on}>"
    with pytest.raises(UsageError):
        receipt.render("fr")


def test_what_a_caller_names_a_pause_is_escaped():
    pause = Pause(first=day("2025-03-05"), last=day("2025-03-07"), zh="<script>alert(1)</script>", en="<b>")
    page = term("reply", day("2025-03-03"), pauses=[pause])._repr_html_()
    assert "<script" not in page
    assert "&lt;script" in page


def test_steps_are_said_in_both_languages():
    receipt = term("reply", day("2019-05-13"), extend=30, pauses=[consulted("2019-05-14", "2019-05-20")])
    for step in receipt.steps:
        assert any("\u4e00" <= sign <= "\u9fff" for sign in step.zh)
        assert not any("\u4e00" <= sign <= "\u9fff" for sign in step.en), step.en
