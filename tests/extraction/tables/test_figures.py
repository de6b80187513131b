from decimal import Decimal

import pytest

from govdisclosure.extraction.tables.figures import read_figure
from govdisclosure.model.count import Printed
from govdisclosure.model.forms import PROACTIVE_2019, PROACTIVE_2021

CHANGE = PROACTIVE_2019.column("change")
AMOUNT = PROACTIVE_2019.column("amount")
FEES = PROACTIVE_2021.column("amount")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        (" 12 ", 12),
        ("１，２０４", 1204),
        ("3,001", 3001),
        ("2笔", 2),
        ("120篇", 120),
        ("5部", 5),
        ("1, 234", 1234),
        ("12 件", 12),
        ("十二", 12),
        ("三", 3),
        ("1.5万", 15000),
        ("22（其中修订16件）", 22),
        ("-3", -3),
    ],
)
def test_a_number_has_a_value(text, value):
    figure = read_figure(text)
    assert (figure.printed, figure.value) == (Printed.NUMBER, value)


@pytest.mark.parametrize(
    ("text", "value"), [("+4", 4), ("-8", -8), ("增4", 4), ("减8", -8), ("减少8", -8), ("－8", -8)]
)
def test_a_change_has_a_sign(text, value):
    assert read_figure(text, CHANGE).value == value


@pytest.mark.parametrize(
    ("text", "column", "value", "unit"),
    [
        ("160.5964万元", AMOUNT, 1_605_964, "元"),
        ("251000元", AMOUNT, 251_000, "元"),
        ("25.1万元", AMOUNT, 251_000, "元"),
        ("13.5", AMOUNT, Decimal("13.5"), None),
        ("0", AMOUNT, 0, None),
        ("251000元", FEES, Decimal("25.1"), "万元"),
        ("25.1", FEES, Decimal("25.1"), "万元"),
    ],
)
def test_money_is_in_the_unit_of_the_form(text, column, value, unit):
    figure = read_figure(text, column)
    assert (figure.value, figure.unit) == (value, unit)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("", Printed.BLANK),
        ("\u3000\xa0", Printed.BLANK),
        ("/", Printed.DASH),
        ("——", Printed.DASH),
        ("－", Printed.DASH),
        ("无", Printed.DASH),
        ("一", Printed.ILLEGIBLE),  # a one, or a dash typed as one
        ("71 3", Printed.ILLEGIBLE),
        ("007", Printed.ILLEGIBLE),
        ("00", Printed.ILLEGIBLE),
        ("约30", Printed.ILLEGIBLE),
        ("1-2", Printed.ILLEGIBLE),
        ("1,20", Printed.ILLEGIBLE),
        ("增2/减3", Printed.ILLEGIBLE),
        ("9" * 40, Printed.ILLEGIBLE),
        ("#REF!", Printed.ILLEGIBLE),
    ],
)
def test_what_is_no_number_has_no_value(text, printed):
    figure = read_figure(text)
    assert (figure.printed, figure.value) == (printed, None)
