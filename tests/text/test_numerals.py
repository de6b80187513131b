import re
from decimal import Decimal

import pytest

from govdisclosure.text.normalise import fold
from govdisclosure.text.numerals import NUMBER, chinese_number, number


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("0", "0"),
        ("１２３", "123"),
        ("1,204", "1204"),
        ("１，２０４", "1204"),
        ("1,204.50", "1204.5"),
        ("0.1", "0.1"),
        ("10.5万", "105000"),
        ("1.5亿", "150000000"),
        ("12万", "120000"),
    ],
)
def test_arabic_figures(printed, value):
    assert number(fold(printed)) == Decimal(value)


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("零", 0),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("两百", 200),
        ("一百零五", 105),
        ("一百〇五", 105),
        ("一百二十三", 123),
        ("一百十", 110),
        ("一千零一", 1001),
        ("九千九百九十九", 9999),
        ("一万零三", 10_003),
        ("两万五千", 25_000),
        ("二十三万四千五百六十七", 234_567),
        ("一亿二千万", 120_000_000),
        ("二〇一〇", 2010),
        ("二O一一", 2011),
        ("二○○八", 2008),
    ],
)
def test_chinese_numerals_by_place_and_digit_by_digit(printed, value):
    assert chinese_number(fold(printed)) == value
    assert number(fold(printed)) == value


@pytest.mark.parametrize(
    "printed", ["", "约30", "30件", "十十", "一十百", "一二百", "若干", "-3", "3.", ".5", "1" * 19]
)
def test_what_is_not_one_number_is_nothing(printed):
    assert number(fold(printed)) is None


def test_every_count_up_to_ten_thousand_reads_back():
    signs = "〇一二三四五六七八九"

    def written(value):
        text, zero = "", False
        for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
            digit = value // unit % 10
            if digit:
                text += ("〇" if zero else "") + signs[digit] + name
            zero = bool(text) and not digit
        return text

    assert all(chinese_number(written(value)) == value for value in range(1, 10_000))


@pytest.mark.parametrize("words", ["1,204", "10.5万", "一百二十三", "7"])
def test_the_pattern_spans_a_whole_number(words):
    assert re.search(NUMBER, f"共{words}件")[0] == words


@pytest.mark.parametrize("sign", ["一", "二〇", "十", "万"])
def test_a_numeral_longer_than_any_number_is_none(sign):
    assert chinese_number(sign * 5_000) is None
    assert number(sign * 5_000) is None
