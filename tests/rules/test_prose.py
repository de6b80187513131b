from tests.rules.building import report, section

from govdisclosure.model.report import Content
from govdisclosure.rules.prose import clause, paragraphs, sentence


def test_a_sentence_goes_on_over_a_wrapped_line_but_not_over_a_heading_or_blank_line():
    text = "概述。共公开\n30件信息。\n一、情况\n收到3件"
    judged = report(text)
    for words, expected in (("30件", "共公开\n30件信息"), ("3件", "一、情况\n收到3件")):
        start = text.rindex(words)
        first, last = sentence(judged, judged.place(start, start + len(words)))
        assert text[first:last].strip() == expected


def test_a_sentence_without_text_is_empty():
    assert sentence(report(""), report("").place(0, 0)) == (0, 0)


def test_a_clause_ends_at_a_comma():
    assert clause("甲,乙丙;丁", 2, 3) == (2, 4)


def test_paragraphs_leave_out_headings_rows_and_annex():
    text = "一、情况\n甲段。\n序号\t件数\n二、附表\n指标 1"
    sections = section(text, "一、情况", "甲段。\n序号\t件数"), section(text, "二、附表", "指标 1", Content.ANNEX)
    assert [text[a:b] for a, b in paragraphs(report(text, sections=sections))] == ["甲段。"]
    assert list(paragraphs(report("一行\n二行"))) == [(0, 2), (3, 5)]
