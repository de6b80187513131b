import pytest
from tests.extraction.reports import TITLE, read, text

from govdisclosure.extraction import editions
from govdisclosure.model.report import Edition

NEW = "一、总体情况\n有序。\n二、主动公开政府信息情况\n{}\n三、收到和处理政府信息公开申请情况\n按时。\n"


@pytest.mark.parametrize(
    ("year", "words", "edition"),
    [
        (2019, "本年新制作数量 本年新公开数量", "unified_2019"),
        (2021, "本年制发件数 现行有效件数", "unified_2021"),
        (2019, "本年制发件数 现行有效件数", "unified_2021"),
        (2022, "本年新公开数量 采购项目数量", "unified_2019"),
        (2022, "采购总金额", "unified_2021"),
        (2020, "信息按时公布。", "unified_2019"),
        (2023, "信息按时公布。", "unified_2021"),
        (2018, "信息按时公布。", "free_form"),
        (2008, "信息按时公布。", "free_form"),
    ],
)
def test_labels_decide_then_the_year(year, words, edition):
    title = f"青石县水利局{year}年政府信息公开工作年度报告\n"
    assert read(title + NEW.format(words)).edition.value == edition


def test_old_headings_in_a_new_year_stay_what_they_are():
    assert read(text(title=TITLE.replace("2010", "2020"))).edition.value == "free_form"


def test_labels_inside_a_sentence_are_no_table():
    title = TITLE.replace("2010", "2022")
    words = "培训说明了旧表里的本年新制作数量、本年新公开数量、采购总金额等栏的去向。"
    assert read(title + NEW.format(words)).edition.value == "unified_2021"
    table = "信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量\n规章\t0\t0\t0"
    assert read(title + NEW.format(table)).edition.value == "unified_2019"
    together = "信息内容本年新制作数量本年新公开数量对外公开总数量规章0"
    assert read(title + NEW.format(together)).edition.value == "unified_2019"


@pytest.mark.parametrize(("year", "edition"), [(2007, "free_form"), (2019, "unified_2019"), (2021, "unified_2021")])
def test_the_year_is_asked_of_the_law(year, edition, monkeypatch):
    title = f"青石县水利局{year}年政府信息公开工作年度报告\n"
    assert read(title + NEW.format("信息按时公布。")).edition.value == edition
    monkeypatch.setattr(editions, "edition_for", lambda _: Edition.UNIFIED_2021)
    assert read(title + NEW.format("信息按时公布。")).edition is Edition.UNIFIED_2021
