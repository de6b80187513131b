import pytest

from govdisclosure.text.headings import MarkerStyle, find_markers, match_marker
from govdisclosure.text.normalise import fold


@pytest.mark.parametrize(
    ("line", "style", "number"),
    [
        ("第一部分 概述", MarkerStyle.PART, 1),
        ("第三章 概述", MarkerStyle.PART, 3),
        ("一、概述", MarkerStyle.CHINESE, 1),
        ("一，概述", MarkerStyle.CHINESE, 1),
        ("一：概述", MarkerStyle.CHINESE, 1),
        ("一．概述", MarkerStyle.CHINESE, 1),
        ("一  总体情况", MarkerStyle.CHINESE, 1),
        ("　　三、 问题", MarkerStyle.CHINESE, 3),
        ("十二、其他", MarkerStyle.CHINESE, 12),
        ("## 二、概述", MarkerStyle.CHINESE, 2),
        ("（一）主动公开", MarkerStyle.BRACKETED, 1),
        ("（ 二 ） 主动公开", MarkerStyle.BRACKETED, 2),
        ("1、收费", MarkerStyle.ARABIC, 1),
        ("１．收费", MarkerStyle.ARABIC, 1),
    ],
)
def test_an_ordinal_opens_a_line(line, style, number):
    key = fold(line)
    marker = match_marker(key)
    assert (marker.style, marker.number) == (style, number)
    assert not key[marker.end :].startswith((" ", "、", ")", "."))


@pytest.mark.parametrize(
    "line",
    [
        "概述",
        "一概述",
        "1.2 万件",
        "3.5万",
        "2010、",
        "二〇一〇年",
        "一是更新慢。",
        "一 是更新不够快。",
        "十十、概述",
        "",
    ],
)
def test_other_lines_have_none(line):
    assert match_marker(fold(line)) is None


def test_ordinals_are_found_in_text_that_runs_on():
    text = fold("概述。一、总体情况 二、主动公开（一）形式 第三部分 诉讼。1.例")
    found = find_markers(text, 0, len(text))
    assert [(marker.style, marker.number) for marker in found] == [
        (MarkerStyle.CHINESE, 1),
        (MarkerStyle.CHINESE, 2),
        (MarkerStyle.BRACKETED, 1),
        (MarkerStyle.PART, 3),
    ]
    assert all(text[marker.start : marker.end].strip() for marker in found)
    assert find_markers(text, 0, 3) == []


def test_styles_are_ordered_from_the_highest_level():
    assert MarkerStyle.PART < MarkerStyle.CHINESE < MarkerStyle.BRACKETED < MarkerStyle.ARABIC
