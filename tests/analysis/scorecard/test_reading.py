from decimal import Decimal
from pathlib import Path

import pytest
from tests.analysis.scorecard.making import card, indicator

from govdisclosure import ReadError, UsageError
from govdisclosure.analysis import Indicator, read_scorecard
from govdisclosure.analysis.scorecard import How, Unfit
from govdisclosure.rules.outcome import Level

ROOT = Path(__file__).resolve().parents[3]
EXAMPLE = ROOT / "examples" / "scorecard" / "county.toml"


def refused(*indicators, **keys):
    with pytest.raises(UsageError) as fault:
        card(*indicators, **keys)
    return fault.value


def test_the_example_is_read_exactly():
    found = read_scorecard(EXAMPLE)
    assert found.total == found.worth == 100
    assert found.min_coverage == Decimal("0.6")
    assert found.indicators[0].bands[1].points == 15
    assert found == read_scorecard(EXAMPLE.read_bytes())
    assert [one.key for one in found.indicators if one.bonus] == ["innovation"]


def test_a_decimal_is_what_is_written():
    text = EXAMPLE.read_text("utf-8").replace("per = 3", "per = 0.1")
    assert read_scorecard(text.encode()).indicators[2].per == Decimal("0.1")
    assert card(indicator(per=0.1)).indicators[0].per == Decimal("0.1")


def test_what_is_not_written_has_its_value():
    one = card(indicator()).indicators[0]
    assert one.level is Level.NOTE
    assert one.name.en == "指标"
    assert read_scorecard({"title_zh": "考核", "indicator": [indicator()]}).not_applicable is Unfit.LEFT_OUT


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ({"pont": 5}, "did you mean: points"),
        ({"select": ["STR999"]}, "no rule 'STR999'"),
        ({"select": []}, "select must be a list of 1"),
        ({"select": None}, "select must name rules"),
        ({"name_zh": None}, "name_zh is missing"),
        ({"how": "dedukt"}, "did you mean: deduct"),
        ({"points": "10"}, "points must be a number"),
        ({"points": float("nan")}, "points must be a number"),
        ({"points": True}, "points must be a number"),
        ({"points": 10**400}, "points must be a number"),
        ({"points": Decimal("1E+999999")}, "points must be a number"),
        ({"points": 0}, "points must be above 0"),
        ({"points": -1}, "points must be above 0"),
        ({"points": Decimal("0.1234567")}, "more than 6 decimals"),
        ({"points": Decimal("0.125")}, "more than 2 decimals"),
        ({"per": None}, "per (points for each) must be above 0"),
        ({"cap": 11}, "cap must be above 0 and at most points (10)"),
        ({"most": 59}, "most is for how = veto"),
        ({"per_review": 1}, "per_review needs review = deduct"),
        ({"band": [{"points": 1}]}, "band is for how = measure"),
        ({"key": "a b"}, "must be letters"),
        ({"level": "none"}, "must be one of note, warning, error"),
        ({"kinds": ["unknown"]}, "must be one of government"),
        ({"bonus": "yes"}, "must be true or false"),
        ({"name_zh": "长" * 3000}, "at most 2000 characters"),
    ],
)
def test_what_is_wrong_with_an_indicator_is_said_with_its_place(keys, said):
    fault = refused(indicator(**keys))
    assert said in fault.en
    assert "indicator 1" in fault.en or "indicator one" in fault.en
    assert fault.zh != fault.en


def measured(**keys):
    given = {"how": "measure", "select": None, "per": None, "measure": "rate", "band": [{"points": 10}]}
    cells = {"numerator": ["requests/received/total"], "denominator": ["requests/received/total"]}
    return indicator(**{**given, **cells, **keys})


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ({"measure": None}, "measure must say which figure"),
        ({"numerator": None}, "numerator must name cells"),
        ({"denominator": None}, "denominator belongs to measure = rate"),
        ({"measure": "count"}, "denominator belongs to measure = rate"),
        ({"numerator": ["requests/recieved/total"]}, "did you mean: requests/received/total"),
        ({"numerator": ["requests"]}, "write table/row/column"),
        ({"band": []}, "the last alone has no `to`"),
        ({"band": [{"to": 1, "points": 10}]}, "the last alone has no `to`"),
        ({"band": [{"to": 2, "points": 10}, {"to": 1, "points": 5}, {"points": 0}]}, "must ascend"),
        ({"band": [{"points": 11}]}, "from 0 to 10"),
        ({"band": [{"to": 1}]}, "points is missing"),
        ({"band": 3}, "[[indicator.band]]"),
    ],
)
def test_what_is_wrong_with_a_measure_is_said(keys, said):
    assert said in refused(measured(**keys)).en


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ({"total": 20}, "add up to 10, not to total (20)"),
        ({"min_coverage": 2}, "from 0 to 1"),
        ({"decimals": 7}, "whole number from 0 to 6"),
        ({"years": ["2023"]}, "whole number"),
        ({"schema": 2}, "whole number from 1 to 1"),
        ({"titel_zh": "x"}, "did you mean: title_zh"),
        ({"indicator": []}, "1 to 500 tables [[indicator]]"),
        ({"indicator": [3]}, "must be a table [[indicator]]"),
    ],
)
def test_what_is_wrong_with_the_whole_is_said(keys, said):
    with pytest.raises(UsageError) as fault:
        read_scorecard({"title_zh": "考核", "indicator": [indicator()], **keys})
    assert said in fault.value.en


def test_all_faults_are_told_at_once():
    fault = refused(indicator(points=0), indicator(key="two", select=["XXX"]), titel="x")
    assert all(said in fault.en for said in ("indicator 1 (one)", "indicator 2 (two)", "unknown key titel"))


def test_keys_differ():
    assert "two indicators have the key one" in refused(indicator(), indicator()).en


def test_only_a_bonus_gives_no_scorecard():
    assert "no indicator gives points" in refused(indicator(bonus=True)).en


def test_an_indicator_made_by_hand_is_held_to_the_same():
    with pytest.raises(UsageError, match="per"):
        Indicator(key="a", name_zh="甲", how=How.DEDUCT, points=Decimal(5), select=["STR101"])


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"title_zh = ", "is not TOML"),
        ("title_zh = “考核”".encode(), "Chinese punctuation"),
        (b"a = " + b"9" * 5000, "is not TOML"),
        (b"a = " + b"[" * 5000, "is not TOML"),
        (b"a = 1E+99999999999999999999\n", "unknown key a"),
        (b"#" * (1024 * 1024 + 1), "larger than 1 MiB"),
    ],
)
def test_what_is_no_toml_is_refused_in_words(content, said):
    with pytest.raises(UsageError) as fault:
        read_scorecard(content)
    assert said in fault.value.en


def test_a_file_that_is_not_there_is_a_fault_of_reading(tmp_path):
    with pytest.raises(ReadError):
        read_scorecard(tmp_path / "none.toml")
