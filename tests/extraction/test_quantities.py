import pytest

from govdisclosure.extraction.quantities import quantities
from govdisclosure.text.normalise import fold


def found(text):
    return [(f"{one.value:f}", one.unit) for one in quantities(fold(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收到申请３５件", [("35", "件")]),
        ("公开1,204条", [("1204", "条")]),
        ("公开二百五十条", [("250", "条")]),
        ("两项、十二人次", [("2", "项"), ("12", "人次")]),
        ("支出1.5万元", [("15000", "元")]),
        ("公开率100%", [("100", "%")]),
        ("共有一件", [("1", "件")]),
        ("0件", [("0", "件")]),
        ("第3次会议、2011-03件、目录", []),
        ("第三十八条规定", []),
        ("在办结后5个工作日内公开，历时12个月，3个季度", []),
    ],
)
def test_a_number_and_its_unit(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize("text", ["260余条", "约30件", "近百条", "十余件", "2.6万余条", "超过100条", "30多件"])
def test_round_figures_are_marked(text):
    (one,) = quantities(text)
    assert one.approximate


def test_exact_figures_are_not():
    (one,) = quantities("共收到申请35件")
    assert (one.approximate, one.printed, "共收到申请35件"[one.start : one.end]) == (False, "35", "35件")


def test_scale_and_round_sign_belong_to_what_is_printed():
    (one,) = quantities("约2.6万余条")
    assert (one.printed, f"{one.value:f}") == ("2.6万余", "26000")


@pytest.mark.parametrize(
    "words",
    [
        "1、公开栏2、广播3、发布信息4、报刊",
        "报告由概述等六个部分组成",
        "分为3个方面",
        "没有一件申请",
        "未发生过1起",
        "1、2季度",
    ],
)
def test_what_numbers_items_or_parts_of_the_text_or_is_denied_is_no_quantity(words):
    assert list(quantities(words)) == []


@pytest.mark.parametrize("words", ["收到申请3、答复2;", "设公开栏6个", "未答复1件"])
def test_figures_in_a_row_are_quantities(words):
    assert list(quantities(words))
