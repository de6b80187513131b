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
