from datetime import date

import pytest

from govdisclosure.errors import CalendarNotPublishedError, UsageError
from govdisclosure.law.notices import calendar_from_toml

NOTICE = """
[[notice]]
year = 2027
number = "某发〔2026〕1号"
holidays = ["2027-01-01..2027-01-03", 2027-02-08, "2026-12-31"]
workdays = [2027-01-09]

[[closure]]
days = ["2026-08-03..2026-08-04"]
reason = "台风停工"
"""


def test_a_notice_announces_its_year_and_may_change_days_of_the_year_before():
    calendar = calendar_from_toml(NOTICE)
    assert calendar.add(date(2026, 12, 30), 1) == date(2027, 1, 4)
    assert calendar.is_workday(date(2027, 1, 9))
    assert not calendar.is_workday(date(2027, 2, 8))
    assert "某发〔2026〕1号" in calendar.version
    with pytest.raises(CalendarNotPublishedError):
        calendar.is_workday(date(2028, 1, 4))


def test_a_closure_is_a_day_off_with_its_reason():
    calendar = calendar_from_toml(NOTICE)
    assert calendar.add(date(2026, 7, 31), 1) == date(2026, 8, 5)
    assert calendar.name(date(2026, 8, 3)) == "台风停工"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("notice = 1", "must be written as"),
        ("[[notice]]\nholidays = []", "needs its year"),
        ("[[notice]]\nyear = 2029", "2027 are missing"),
        ("[[notice]]\nyear = 2027\nholiday = []", "unknown keys"),
        ('[[notice]]\nyear = 2027\nholidays = ["2027-02-30"]', "are written"),
        ('[[notice]]\nyear = 2027\nholidays = ["2027-02-05..2027-02-01"]', "are written"),
        ('[[notice]]\nyear = 2027\nholidays = ["1000-01-01..9999-01-01"]', "are written"),
        ("[[notice]]\nyear = 2027\nholidays = [5]", "are written"),
        ("[[notice]]\nyear = 2027\nworkdays = [2027-03-01]", "no weekend day"),
        ("[[notice]]\nyear = 2027\nholidays = [2027-02-06]\nworkdays = [2027-02-06]", "both"),
        ("[[closure]]\ndays = [2026-08-03]\nreason = 1", "must be words"),
        ("not toml", "is not TOML"),
    ],
)
def test_a_file_with_a_fault_is_refused_with_a_word_on_what_is_wrong(text, words):
    with pytest.raises(UsageError, match=words):
        calendar_from_toml(text)
