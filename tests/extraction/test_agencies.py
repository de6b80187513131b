"""Which organ a report is by, where no title says so, or the title says only half."""

import pytest
from tests.extraction.reports import read, text


def agency(opening, *, title="", foot=""):
    return read(text(title=title, opening=opening, foot=foot)).agency


@pytest.mark.parametrize("organ", ["街道", "镇", "本级"])
def test_a_bare_kind_of_organ_is_no_name_and_the_year_no_part_of_one(organ):
    assert agency(f"现公布2010年度{organ}政府信息公开年度报告。") is None


def test_the_rest_of_the_year_is_no_part_of_the_name():
    assert agency("现公布2010年度青石县水利局政府信息公开年度报告。").name == "青石县水利局"


@pytest.mark.parametrize("word", ["现将", "现就", "现把"])
def test_the_organ_after_the_word_that_begins_the_account(word):
    assert agency(f"{word}青石县水利局政府信息公开工作情况报告如下。").name == "青石县水利局"


@pytest.mark.parametrize(
    ("opening", "name"),
    [
        ("本报告由青石市信访办编制。", "青石市信访办"),
        ("本报告由青石县水利局办公室编制。", "青石县水利局"),
        ("本报告由青石县政府办编制。", "青石县人民政府"),
        ("本报告由青石县水利局、青石县渔业局编制。", "青石县水利局、青石县渔业局"),
        ("我局公布报告。如有疑问，请与县水利局办公室联系。", "县水利局"),
        ("我镇公布报告。如有疑问，请与县水利局办公室联系。", None),
    ],
)
def test_the_organ_that_the_opening_names(opening, name):
    found = agency(opening)
    assert (found and found.name) == name


@pytest.mark.parametrize(
    ("title", "opening", "foot", "name"),
    [
        ("龙桥镇2010年政府信息公开年度报告", "青石县龙桥镇人民政府2010年政府信息公开年度报告", "",
         "青石县龙桥镇人民政府"),
        ("龙桥镇2010年政府信息公开年度报告", "", "河东省青石县龙桥镇人民政府", "河东省青石县龙桥镇人民政府"),
        ("龙桥镇2010年政府信息公开年度报告", "贯彻青石县龙桥镇人民政府的要求。", "", "龙桥镇人民政府"),
        ("青石县龙桥镇2010年政府信息公开年度报告", "", "河东省青石县龙桥镇人民政府", "河东省青石县龙桥镇人民政府"),
    ],
)  # fmt: skip
def test_a_short_name_is_completed_where_it_stands_in_full(title, opening, foot, name):
    assert agency(opening, title=title, foot=foot).name == name


@pytest.mark.parametrize(
    ("body", "name"), [("我街道按要求公布。", "东河区桥头街办事处"), ("桥头街道公布。", "东河区桥头街道办事处")]
)
def test_a_subdistrict_may_be_called_by_its_short_form(body, name):
    found = agency(body, title="东河区桥头街2010年政府信息公开年度报告")
    assert (found.name, found.kind.value, found.level.value) == (name, "subdistrict", "township")
