import re

import pendulum
import pytest

from govdisclosure.errors import UndeterminedError, UsageError
from govdisclosure.law.deadlines import term
from govdisclosure.register.terms.open import OpenDeadline
from govdisclosure.writing.ics import deadlines_to_ics

AS_OF = pendulum.Date(2026, 3, 20)
REPLY = term("reply", pendulum.Date(2026, 3, 2))


def left(number="2026-001", receipt=REPLY, **values):
    return OpenDeadline(id=number, kind="reply", about="request", receipt=receipt, **values)


def written(*ones, **values):
    return deadlines_to_ics(ones, as_of=AS_OF, **values)


def unfolded(text):
    return text.replace("\r\n ", "").split("\r\n")


def test_a_file_reads_back():
    icalendar = pytest.importorskip("icalendar")
    odd = left("甲;乙,丙\\丁\n戊")
    calendar = icalendar.Calendar.from_ical(written(left(), odd, alarm_days=3).encode())
    one, two = calendar.walk("VEVENT")
    assert one.decoded("dtstart").isoformat() == "2026-03-30"
    assert one.decoded("dtend").isoformat() == "2026-03-31"
    assert one.decoded("dtstamp").isoformat() == "2026-03-20T00:00:00+00:00"
    assert str(one["summary"]) == "答复期限：申请2026-001"
    assert str(one["description"]) == REPLY.render("zh")
    assert str(two["summary"]) == "答复期限：申请甲;乙,丙\\丁\n戊"
    (alarm, _) = calendar.walk("VALARM")
    assert alarm.decoded("trigger").days == -3
    assert not calendar.errors
    assert not one.errors


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_lines_end_and_fold_as_the_format_says(lang):
    text = written(left("长" * 60), left("x" * 200), lang=lang)
    assert text.endswith("END:VCALENDAR\r\n")
    assert "\n" not in text.replace("\r\n", "")
    lines = text.split("\r\n")
    assert max(len(line.encode()) for line in lines) == 75
    assert any(line.startswith(" ") for line in lines)
    assert "长" * 60 in "".join(unfolded(text))


def test_the_uid_follows_the_term_and_not_its_date():
    def uids(*ones):
        return re.findall(r"UID:(\S+)", written(*ones))

    later = left(receipt=term("reply", pendulum.Date(2026, 3, 9)))
    assert uids(left()) == uids(later)
    assert uids(left()) != uids(left("2026-002"))
    assert uids(left()) != uids(left(part=1))
    assert len(set(uids(left(), left(), left("2026-002")))) == 3


def test_the_same_terms_give_the_same_file():
    assert written(left(), alarm_days=1) == written(left(), alarm_days=1)


def test_without_alarm_there_is_none():
    assert "VALARM" not in written(left())
    assert "TRIGGER:-P0D" in written(left(), alarm_days=0)


def test_a_term_that_could_not_be_computed_is_an_event_that_says_why():
    text = written(
        left(receipt=None, problem=UndeterminedError("received", "缺少收到之日", "no day of receipt")), alarm_days=3
    )
    lines = unfolded(text)
    assert "DTSTART;VALUE=DATE:20260320" in lines
    assert "SUMMARY:申请2026-001：期限无法计算" in lines
    assert "DESCRIPTION:缺少收到之日" in lines
    assert "VALARM" not in text


def test_a_standing_clock_and_a_provisional_date_are_said():
    still = left(receipt=term("reply", pendulum.Date(2026, 12, 21), provisional=True))
    assert "暂按周末推算" in written(still)
    assert "(provisional)" in written(still, lang="en")


def test_a_number_that_looks_personal_is_masked():
    text = written(left("13800138000"), left("13800138001"))
    assert "13800138" not in text
    assert len(set(re.findall(r"UID:(\S+)", text))) == 2


def test_control_characters_are_left_out():
    assert "\x00" not in written(left("甲\x00\u202e乙"))
    assert "甲乙" in written(left("甲\x00\u202e乙"))


def test_bad_arguments_are_refused():
    with pytest.raises(UsageError, match="alarm_days"):
        written(left(), alarm_days=-1)
    with pytest.raises(UsageError, match="lang"):
        written(left(), lang="fr")
