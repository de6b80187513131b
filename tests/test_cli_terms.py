import json

import pytest

from govdisclosure.cli.commands import run


def asked(capsys, *args):
    status = run(args)
    out, err = capsys.readouterr()
    return status, out, err


def as_json(capsys, *args):
    status, out, _ = asked(capsys, *args, "--format", "json")
    assert status == 0
    return json.loads(out)


def test_a_reply_is_due_after_twenty_working_days_with_every_day_accounted_for(capsys):
    found = as_json(capsys, "deadline", "reply", "--received", "2024-12-31")
    assert found["due_on"] == "2025-02-05"
    assert found["cites"][0]["key"] == "regulation-2019:33"
    assert [reading["due_on"] for reading in found["readings"]] == ["2025-02-05"]
    counted = [day for day in found["trace"] if day["counted"]]
    assert [day["number"] for day in counted] == list(range(1, 21))
    assert (found["trace"][0]["on"], found["trace"][-1]["on"]) == ("2025-01-01", "2025-02-05")
    kinds = {day["on"]: (day["kind"], day["counted"]) for day in found["trace"]}
    assert kinds["2025-01-01"] == ("holiday", False)
    assert kinds["2025-01-26"] == ("make_up", True)
    assert kinds["2025-01-04"] == ("weekend", False)


def test_an_extension_and_a_consultation_move_it_and_the_safe_reading_comes_first(capsys):
    args = ("deadline", "reply", "--received", "2024-12-31", "--extend", "20", "--pause", "2025-01-06..2025-01-10")
    found = as_json(capsys, *args)
    assert [reading["due_on"] for reading in found["readings"]] == ["2025-03-10", "2025-03-11"]
    assert found["due_on"] == "2025-03-10"
    assert found["latest_on"] == "2025-03-11"
    assert "regulation-2019:33p3" in {step["cite"]["key"] for step in found["steps"] if step["cite"]}


def test_the_law_is_that_of_the_day_of_receipt(capsys):
    found = as_json(capsys, "deadline", "reply", "--received", "2010-02-08")
    assert (found["due_on"], found["cites"][0]["key"]) == ("2010-03-04", "regulation-2007:24")


def test_an_open_consultation_says_since_when_the_term_stands_still(capsys):
    found = as_json(capsys, "deadline", "reply", "--received", "2024-12-31", "--pause", "2025-01-06..")
    assert found["open_since"] == "2025-01-06"


def test_a_year_not_announced_is_an_error_unless_asked_for_and_then_marked(capsys):
    status, out, err = asked(capsys, "deadline", "reply", "--received", "2026-12-20")
    assert (status, out) == (2, "")
    assert "2027" in err
    found = as_json(capsys, "deadline", "reply", "--received", "2026-12-20", "--provisional")
    assert found["provisional"] is True


def test_a_later_notice_comes_from_a_file(capsys, tmp_path):
    path = tmp_path / "2027.toml"
    path.write_text('[[notice]]\nyear = 2027\nholidays = ["2027-01-01..2027-01-03"]\n', "utf-8")
    found = as_json(capsys, "deadline", "reply", "--received", "2026-12-20", "--calendar", str(path))
    assert (found["due_on"], found["provisional"]) == ("2027-01-18", False)


@pytest.mark.parametrize(
    ("args", "amount"),
    [
        (("--items", "10"), 0),
        (("--items", "41"), 4300),
        (("--items", "50"), 7000),
        (("--pages", "31"), 10),
        (("--pages", "250"), 4700),
    ],
)
def test_a_fee_is_in_yuan_with_its_working(capsys, args, amount):
    found = as_json(capsys, "fee", *args)
    assert found["amount"] == amount
    assert sum(band["amount"] for band in found["working"]) == amount
    assert all(band["units"] * band["rate"] == band["amount"] for band in found["working"])


def test_both_fees_stand_beside_each_other_and_the_lower_one_first(capsys):
    found = as_json(capsys, "fee", "--items", "11", "--pages", "250")
    assert (found["basis"], found["amount"]) == ("items", 100)
    assert found["by_pages"]["amount"] == 4700


def test_before_the_tariff_the_answer_is_which_rule_held(capsys):
    found = as_json(capsys, "fee", "--items", "41", "--on", "2012-06-01")
    assert (found["amount"], found["working"], found["rule"]) == (None, [], "cost")
    assert "成本费" in found["note"]["zh"]


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("deadline", "rply", "--received", "2024-12-31"), "reply"),
        (("deadline", "reply", "--received", "2024-02-30"), "YYYY-MM-DD"),
        (("deadline", "reply", "--received", "2007-01-04"), "2008-05-01"),
        (("deadline", "reply", "--received", "2024-12-31", "--extend", "-1"), "0 or more"),
        (("deadline", "reply", "--received", "2024-12-31", "--pause", "soon"), "FROM..TO"),
        (("deadline", "reply", "--received", "2024-12-31", "--pause", "2025-01-10..2025-01-06"), "before the letter"),
        (("deadline", "reply", "--received", "2024-12-31", "--calendar", "missing.toml"), "missing.toml"),
        (("fee",), "give a number"),
        (("fee", "--items", "-1"), "whole number"),
        (("fee", "--items", "5", "--on", "2001-01-01"), "2008-05-01"),
    ],
)
def test_a_wrong_call_says_what_to_do(capsys, args, words):
    status, out, err = asked(capsys, *args)
    assert (status, out) == (2, "")
    assert words in err


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_text_is_in_one_language(capsys, lang):
    status, out, _ = asked(capsys, "deadline", "reply", "--received", "2024-12-31", "--lang", lang)
    assert status == 0
    assert ("答复期限：2025-02-05" in out) == (lang == "zh")
    _, out, _ = asked(capsys, "fee", "--pages", "31", "--lang", lang)
    assert ("按量计收，31页：10元" in out) == (lang == "zh")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_a_calendar_is_read_in_the_encoding_that_the_editor_saved_it_in(capsys, tmp_path, encoding):
    path = tmp_path / "notice.toml"
    path.write_text('[[closure]]\ndays = ["2024-03-04"]\nreason = "台风停工"\n', encoding=encoding)
    found = as_json(capsys, "deadline", "reply", "--received", "2024-03-01", "--calendar", str(path))
    assert "台风停工" in {day["on"]: day["zh"] for day in found["trace"]}["2024-03-04"]


def test_a_calendar_that_is_no_text_is_said_in_a_line(capsys, tmp_path):
    path = tmp_path / "notice.toml"
    path.write_bytes(bytes(range(128, 256)) * 4)
    status, out, err = asked(capsys, "deadline", "reply", "--received", "2024-03-01", "--calendar", str(path))
    assert (status, out, err.count("\n")) == (2, "", 1)
