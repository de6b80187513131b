from decimal import Decimal

import pendulum
import pytest

from govdisclosure.errors import NotInForceError, UsageError
from govdisclosure.law import Evidence, choose_fee, fee_by_items, fee_by_pages

DAY = pendulum.Date(2024, 3, 1)


@pytest.mark.parametrize(
    ("items", "amount"), [(0, 0), (10, 0), (11, 100), (30, 2000), (31, 2200), (40, 4000), (41, 4300), (50, 7000)]
)
def test_by_items(items, amount):
    fee = fee_by_items(items, DAY)
    assert fee.amount == amount
    assert isinstance(fee.amount, Decimal)
    assert sum(band.amount for band in fee.working) == amount
    assert sum(band.units for band in fee.working) == items


@pytest.mark.parametrize(
    ("pages", "amount"), [(0, 0), (30, 0), (31, 10), (100, 700), (101, 720), (200, 2700), (201, 2740), (250, 4700)]
)
def test_by_pages(pages, amount):
    fee = fee_by_pages(pages, DAY)
    assert fee.amount == amount
    assert sum(band.units * band.rate for band in fee.working) == amount


def test_the_working_goes_band_by_band():
    bands = [
        (band.first, band.last, band.units, int(band.rate), int(band.amount)) for band in fee_by_items(52, DAY).working
    ]
    assert bands == [
        (1, 10, 10, 0, 0),
        (11, 30, 20, 100, 2000),
        (31, 40, 10, 200, 2000),
        (41, 50, 10, 300, 3000),
        (51, 52, 2, 400, 800),
    ]


@pytest.mark.parametrize("before", [0, 5, 10, 28, 39, 40])
def test_items_counted_earlier_in_the_month_raise_the_band(before):
    together, earlier = fee_by_items(before + 15, DAY), fee_by_items(before, DAY)
    later = fee_by_items(15, DAY, before=before)
    assert later.amount == together.amount - earlier.amount
    assert later.working[0].first == before + 1


def test_the_band_whose_wording_leaves_a_doubt_is_marked():
    assert fee_by_items(30, DAY).evidence is Evidence.SOURCE
    assert fee_by_items(31, DAY).evidence is Evidence.INFERENCE
    assert "一种理解" in fee_by_items(31, DAY).note_zh
    assert "一种理解" not in fee_by_items(30, DAY).note_zh
    assert fee_by_items(1, DAY, before=30).evidence is Evidence.INFERENCE
    assert fee_by_pages(5000, DAY).evidence is Evidence.SOURCE


def test_one_applicant_and_one_month_are_said():
    fee = fee_by_items(12, DAY)
    assert "同一申请人在同一自然月" in fee.note_zh
    assert "one calendar month" in fee.note_en
    assert [one.key for one in fee.cites] == ["handling-fee-2020:4", "regulation-2019:42"]
    assert fee.rule == "handling"


@pytest.mark.parametrize(
    ("day", "rule", "amount", "key", "said"),
    [
        ("2008-05-01", "cost", None, "regulation-2007:27", "成本"),
        ("2017-03-31", "cost", None, "regulation-2007:27", "成本"),
        ("2017-04-01", "none", 0, "cost-fees-abolition-2017", "不收费"),
        ("2019-05-14", "none", 0, "cost-fees-abolition-2017", "不收费"),
        ("2019-05-15", "excess", None, "regulation-2019:42", "没有标准"),
        ("2020-12-31", "excess", None, "regulation-2019:42", "没有标准"),
    ],
)
def test_before_2021_the_answer_is_which_rule_held(day, rule, amount, key, said):
    for fee in (fee_by_items(41, pendulum.Date.fromisoformat(day)), fee_by_pages(41, pendulum.Date.fromisoformat(day))):
        assert (fee.rule, fee.amount, fee.working) == (rule, amount, ())
        assert fee.cites[0].key == key
        assert said in fee.note_zh
        assert fee.note_zh in str(fee)
    assert fee_by_items(41, pendulum.Date(2021, 1, 1)).amount == 4300


def test_before_the_regulation_there_is_no_answer():
    with pytest.raises(NotInForceError, match="2008-05-01"):
        fee_by_items(1, pendulum.Date(2008, 4, 30))


@pytest.mark.parametrize("number", [-1, 1.5, "3", True, None, 100_001])
def test_what_is_no_number_of_items_is_refused(number):
    for call in (fee_by_items, fee_by_pages):
        with pytest.raises(UsageError):
            call(number, DAY)


@pytest.mark.parametrize(
    ("items", "pages", "lower"),
    [(41, 250, "items"), (12, 20, "pages"), (10, 30, "items"), (12, None, "items"), (None, 31, "pages")],
)
def test_both_ways_stand_side_by_side(items, pages, lower):
    choice = choose_fee(items=items, pages=pages, day=DAY)
    assert (choice.by_items is None, choice.by_pages is None) == (items is None, pages is None)
    assert choice.lower.basis == lower
    assert choice.lower.amount == min(one.amount for one in (choice.by_items, choice.by_pages) if one)
    assert "只能按一种方式" in choice.note_zh
    assert choice.cites[0].key == "handling-fee-2020:3"
    assert str(choice.lower) in str(choice)


def test_there_is_no_choice_before_there_is_a_tariff():
    choice = choose_fee(items=41, pages=250, day=pendulum.Date(2020, 1, 2))
    assert choice.lower is None
    assert "没有标准" in choice.note_zh
    with pytest.raises(UsageError):
        choose_fee(day=DAY)


def test_a_fee_shows_itself():
    fee = fee_by_items(41, DAY)
    assert str(fee).startswith("按件计收，41件：4300元")
    assert "第11–30件：20 × 100 = 2000元" in str(fee)
    english = fee.render("en")
    assert english.startswith("41 items, by items: 4300 yuan")
    assert not any("\u4e00" <= sign <= "\u9fff" for sign in english)
    with pytest.raises(UsageError):
        fee.render("fr")
