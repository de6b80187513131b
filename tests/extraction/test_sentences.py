from tests.extraction.reports import document, report, text

from govdisclosure.extraction.sections import find_headings, make_sections
from govdisclosure.extraction.sentences import sentences
from govdisclosure.model.report import Content


def read(words):
    found = document(words)
    end = len(found.text)
    sections = make_sections(found, find_headings(found, 0, end), end)
    return found, list(sentences(found, sections, 0, end))


def test_sentences_have_no_white_space_and_know_where_they_stand():
    found, prose = read("我局　收到 申请３件。\n均已答复；没有收费！\n")
    assert [sentence.text for sentence in prose] == ["我局收到申请3件", "均已答复", "没有收费"]
    assert found.text[slice(*prose[0].span(2, 8))] == "收到 申请３件"


def test_a_line_cut_by_the_width_of_the_page_goes_on():
    _, prose = read("我局按照条例的要求编制目录和指南，全年共收到公开申\n请三件。\n\n已办结。\n")
    assert [sentence.text for sentence in prose] == [
        "我局按照条例的要求编制目录和指南,全年共收到公开申请三件",
        "已办结",
    ]
    assert [sentence.first for sentence in prose] == [True, True]


def test_sentences_know_the_section_and_sub_heading_they_stand_under():
    _, prose = read(text(requests="（一）收费方面：未收费。窗口照常开放。"))
    covers = {sentence.text: sentence.covers for sentence in prose}
    assert covers["各项工作按部就班"] == {Content.OVERVIEW}
    assert covers["窗口照常开放"] == {Content.REQUESTS, Content.FEES}
    assert not any("依申请公开政府信息和不予公开" in words for words in covers)


def test_table_rows_are_no_prose():
    _, prose = read("项目\t数量\t备注\n收到申请\t35\t件\n我局工作有序。\n")
    assert [sentence.text for sentence in prose] == ["我局工作有序"]


def test_a_claim_inside_a_cut_line_is_quoted_with_its_line_break():
    found = report(requests="我局按照条例的要求规范办理程序，全年共收到政府信息公\n开申请12件。")
    (claim,) = found.claims
    assert (claim.value, claim.quote) == (12, "全年共收到政府信息公\n开申请12件")
