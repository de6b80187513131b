import sys
import time

import pytest
from tests.documents.office import WORD, cell, docx, paragraph, row, run, table, zipped

from govdisclosure.documents import BlockKind, read_bytes
from govdisclosure.documents.docx_numbers import number_text
from govdisclosure.errors import MissingExtraError, ReadError
from govdisclosure.text.normalise import OBJECT

MERGED, BELOW = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def lines(body, **parts):
    document = read_bytes(docx(body, **parts))
    return [document.text[block.start : block.end] for block in document.blocks]


def shapes(body):
    document = read_bytes(docx(body))
    return [
        [(one.row, one.column, one.rowspan, one.colspan, document.text[one.start : one.end]) for one in each.cells]
        for each in document.tables
    ]


def span(width):
    return f'<w:gridSpan w:val="{width}"/>'


def test_paragraphs_and_tables_come_in_order():
    body = paragraph("前") + table(row("甲", "乙")) + paragraph("后")
    document = read_bytes(docx(body), uri="a.docx")
    assert document.text == "前\n甲\t乙\n后"
    assert [block.kind for block in document.blocks] == [BlockKind.PARAGRAPH, BlockKind.ROW, BlockKind.PARAGRAPH]
    assert document.source.media_type.endswith("wordprocessingml.document")
    assert document.source.encoding is None


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>", "甲 乙"),
        ("<w:r><w:t>0517</w:t><w:noBreakHyphen/><w:t>88</w:t></w:r>", "0517-88"),
        (f"<w:del>{run('删')}</w:del>{run('留')}<w:ins>{run('增')}</w:ins>", "留增"),
        (f"<w:moveFrom>{run('旧')}</w:moveFrom><w:moveTo>{run('新')}</w:moveTo>", "新"),
        (run("甲") + run("密", "<w:vanish/>") + run("乙", '<w:vanish w:val="0"/>'), "甲乙"),
        (f"<w:hyperlink>{run('链接')}</w:hyperlink><w:smartTag>{run('标签')}</w:smartTag>", "链接标签"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('控件')}</w:sdtContent></w:sdt>", "控件"),
        (f"<w:fldSimple w:instr='PAGE'>{run('12')}</w:fldSimple>", "12"),
        ('<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>DATE</w:instrText></w:r>' + run("今天"), "今天"),
        (f"<w:r><w:ruby><w:rt>{run('yin')}</w:rt><w:rubyBase>{run('音')}</w:rubyBase></w:ruby></w:r>", "音"),
        (run("旧", "<w:strike/>") + run("划", "<w:dstrike/>") + run("新", '<w:strike w:val="0"/>'), "新"),
        (run("8") + run("1", '<w:vertAlign w:val="superscript"/>'), "8¹"),
        (run("1", '<w:position w:val="8"/>') * 2 + run("8"), "¹¹8"),
        (run("2022", '<w:position w:val="2"/>') + run("年"), "2022年"),
        (f"{run('图')}<w:r><w:drawing/></w:r>", "图"),
        ("<m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath>", "a=b"),
    ],
)  # fmt: skip
def test_the_words_are_those_that_are_shown(inner, text):
    assert lines(paragraph(inner=inner)) == [text]


@pytest.mark.parametrize(
    "inner",
    [
        "<w:r><w:drawing/></w:r>",
        "<w:r><w:pict/></w:r>",
        '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>',
    ],
)
def test_a_cell_with_a_picture_for_its_text_is_not_blank(inner):
    body = table(row("甲", "乙").replace(run("乙"), inner))
    assert read_bytes(docx(body)).text == f"甲\t{OBJECT}"


def test_a_cell_that_holds_a_table_is_not_blank():
    body = table(row("甲", "乙").replace(paragraph("乙"), table(row("5")) + paragraph("")))
    assert read_bytes(docx(body)).text == f"甲\t{OBJECT}\n5"


def test_a_line_break_ends_a_line():
    assert lines(paragraph(inner="<w:r><w:t>一、概述</w:t><w:br/><w:t>正文</w:t></w:r>")) == ["一、概述", "正文"]


def test_a_deleted_paragraph_mark_joins_two_paragraphs():
    assert lines(paragraph("前半", "<w:rPr><w:del/></w:rPr>") + paragraph("后半")) == ["前半后半"]


def test_blocks_in_controls_are_read_and_a_generated_contents_page_is_not():
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    control = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    body = control.format(gallery, paragraph("一、概述 1")) + control.format("", paragraph("正文"))
    styles = '<w:style w:styleId="T1"><w:name w:val="toc 1"/></w:style>'
    assert lines(body + paragraph("二、收费 2", '<w:pStyle w:val="T1"/>'), styles=styles) == ["正文"]


def test_a_text_box_is_read_once():
    box = f"<w:txbxContent>{paragraph('框内')}</w:txbxContent>"
    drawn = f"<mc:Choice><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
    inner = f"<w:r><mc:AlternateContent>{drawn}</mc:AlternateContent></w:r>{run('段落')}"
    assert lines(paragraph(inner=inner)) == ["段落", "框内"]
    assert lines(table(row(cell(inner=paragraph(inner=inner)), "乙"))) == ["段落 框内\t乙"]


def style(name, more="", key="1"):
    return f'<w:style w:styleId="{key}"><w:name w:val="{name}"/>{more}</w:style>'


OF_STYLE, LEVEL = '<w:pStyle w:val="1"/>', '<w:outlineLvl w:val="{}"/>'


@pytest.mark.parametrize(
    ("properties", "styles", "heading"),
    [
        (OF_STYLE, style("heading 1"), True),
        (OF_STYLE, style("标题 2"), True),
        (OF_STYLE, style("章", f"<w:pPr>{LEVEL.format(0)}</w:pPr>"), True),
        (OF_STYLE, style("x", '<w:basedOn w:val="2"/>') + style("Title", key="2"), True),
        (OF_STYLE, style("a", '<w:basedOn w:val="1"/>'), False),
        (LEVEL.format(1), "", True),
        (LEVEL.format(9), "", False),
        ("", "", False),
    ],
)
def test_headings_are_what_the_styles_say(properties, styles, heading):
    document = read_bytes(docx(paragraph("总体情况", properties), styles=styles))
    assert (document.blocks[0].kind is BlockKind.HEADING) is heading


NUMBERING = """
<w:abstractNum w:abstractNumId="7">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/>
  <w:lvlText w:val="%1、"/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="（%2）"/></w:lvl>
 <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
 <w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="●"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="7"/>
 <w:lvlOverride w:ilvl="2"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
"""


def listed(text, level, number=1):
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def test_automatic_numbers_are_written_out():
    body = "".join([
        listed("总体情况", 0), listed("主动公开", 1), listed("依申请公开", 1), listed("主动公开情况", 0),
        listed("平台", 1), listed("5万条", 2), listed("点", 3), listed("没有编号", 0, 0), listed("另列", 2, 2),
    ])  # fmt: skip
    assert lines(body, numbering=NUMBERING) == [
        "一、总体情况", "（一）主动公开", "（二）依申请公开", "二、主动公开情况", "（一）平台", "1. 5万条", "点",
        "没有编号", "5. 另列",
    ]  # fmt: skip


def test_a_style_can_bring_the_number():
    numbered = style("heading 1", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    body = paragraph("总体情况", OF_STYLE) + table(row(cell(inner=listed("规章", 2)), "1"))
    assert lines(body, styles=numbered, numbering=NUMBERING) == ["一、总体情况", "1. 规章\t1"]


@pytest.mark.parametrize("written", ["²", "٣", "9" * 5_000, "-50", "+1", "1_0", " ", "x"])
def test_no_number_that_a_file_writes_stops_the_reading(written):
    numbering = (
        '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="@"><w:start w:val="@"/><w:lvlText w:val="%1."/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/>'
        '<w:lvlOverride w:ilvl="@"><w:startOverride w:val="@"/></w:lvlOverride></w:num>'
    )
    numbered = f'<w:numPr><w:ilvl w:val="{written}"/><w:numId w:val="1"/></w:numPr>'
    levelled = style("章", f"<w:pPr>{LEVEL.format(written)}{numbered}</w:pPr>")
    spans = f'<w:gridSpan w:val="{written}"/>'
    body = "".join([
        paragraph("总体情况", LEVEL.format(written)), paragraph("主动公开", numbered), paragraph("其他", OF_STYLE),
        table(row(cell("规章", spans), cell("1"))),
    ])  # fmt: skip
    found = lines(body, styles=levelled, numbering=numbering.replace("@", written))
    assert [line.split()[-1] for line in found] == ["总体情况", "主动公开", "其他", "1"]


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (10, "chineseCounting", "十"), (21, "chineseCounting", "二十一"), (105, "chineseCountingThousand", "一百〇五"),
        (110, "chineseCounting", "一百一十"), (1001, "chineseCounting", "一千〇一"), (10, "ideographDigital", "一〇"),
        (3, "japaneseCounting", "三"), (3, "decimalEnclosedCircle", "③"), (12, "decimalFullWidth", "１２"),
        (4, "lowerRoman", "iv"), (28, "upperLetter", "BB"), (3, "chineseLegalSimplified", "叁"), (0, "decimal", "0"),
        (7, "unknown", "7"),
    ],
)  # fmt: skip
def test_numbers_in_words(value, form, text):
    assert number_text(value, form) == text


def test_merged_cells_become_spans():
    body = table(
        row(cell("甲", MERGED), cell("乙", span(2))),
        row(cell("", BELOW), "丙", "丁"),
        row(cell("", BELOW + span(1)), cell("戊", span(2))),
    )
    assert shapes(body) == [[(0, 0, 3, 1, "甲"), (0, 1, 1, 2, "乙"), (1, 1, 1, 1, "丙"), (1, 2, 1, 1, "丁"),
                             (2, 1, 1, 2, "戊")]]  # fmt: skip


def test_columns_left_free_are_empty_cells():
    body = table(
        row("乙", properties='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'),
        row("甲", "乙", "丙"),
    )
    assert [one[:4] for one in shapes(body)[0]] == [(0, 0, 1, 1), (0, 1, 1, 1), (0, 2, 1, 1), (1, 0, 1, 1),
                                                    (1, 1, 1, 1), (1, 2, 1, 1)]  # fmt: skip


def test_a_cell_that_continues_nothing_stands_alone():
    assert shapes(table(row("甲", "乙"), row(cell("", BELOW + span(2))))) == [
        [(0, 0, 1, 1, "甲"), (0, 1, 1, 1, "乙"), (1, 0, 1, 2, "")]
    ]


def test_a_deleted_row_is_left_out():
    assert lines(table(row("甲", "乙"), row("丙", "丁", properties="<w:del/>"))) == ["甲\t乙"]


def test_a_nested_table_follows_the_outer_one():
    inner = paragraph("标签") + table(row("内甲", "内乙")) + paragraph()
    assert lines(table(row(cell(inner=inner), "外乙"))) == ["标签\t外乙", "内甲\t内乙"]


def test_a_table_of_one_column_only_frames_its_text():
    inner = paragraph("一、概述") + table(row("甲", "1")) + paragraph("正文")
    document = read_bytes(docx(table(row(cell(inner=inner)), row("尾"))))
    assert document.text == "一、概述\n甲\t1\n正文\n尾"
    assert len(document.tables) == 1


def test_the_title_among_the_properties_counts_where_the_text_prints_it():
    printed = read_bytes(docx(paragraph("青石县2024年报告"), core="青石县2024年报告")).labels
    stale = read_bytes(docx(paragraph("青石县2024年报告"), core="青石县2023年报告")).labels
    assert [(label.name, label.value) for label in printed] == [("title", "青石县2024年报告")]
    assert [label.name for label in stale] == ["property title"]


def test_the_main_part_is_found_by_its_relation():
    assert lines(paragraph("甲"), main="word/document2.xml") == ["甲"]


def plain(words, namespace):
    return f'<w:document xmlns:w="{namespace}"><w:body><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:body></w:document>'


def test_the_strict_form_is_read():
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    assert read_bytes(zipped({"word/document.xml": plain("甲", strict)})).text == "甲"


def refused(data):
    start = time.process_time()
    with pytest.raises(ReadError) as caught:
        read_bytes(data, uri="a.docx")
    assert time.process_time() - start < 3
    assert "\n" not in str(caught.value)
    return caught.value.en


def test_what_is_broken_is_refused():
    whole = docx(paragraph("甲" * 500))
    assert "damaged" in refused(whole[:-100])
    assert "damaged" in refused(whole[: len(whole) // 2])
    assert "damaged" in refused(zipped({"word/document.xml": "<w:document"}))
    assert "damaged" in refused(zipped({"word/document.xml": "<a/>"}))
    assert "damaged" in refused(zipped({"word/styles.xml": "<a/>"}))
    assert "no text" in refused(docx(paragraph()))


def test_entities_are_not_expanded():
    names = "".join(f'<!ENTITY e{number} "' + f"&e{number - 1};" * 10 + '">' for number in range(1, 12))
    bomb = f'<!DOCTYPE w:document [<!ENTITY e0 "甲">{names}<!ENTITY f SYSTEM "file:///etc/hostname">]>'
    for word in ("&e11;", "&f;"):
        assert "damaged" in refused(zipped({"word/document.xml": bomb + plain(word, WORD)}))


def test_bombs_are_not_unpacked():
    assert "unpacks" in refused(docx(paragraph("甲"), **{"word/document.xml": b"<a>" + b" " * 150_000_000}))
    assert "too much content" in refused(docx("<w:p/>" * 2_000_000))
    assert "members" in refused(docx(paragraph("甲"), **{f"word/{n}": "" for n in range(6_000)}))
    assert "damaged" in refused(docx("<w:sdt><w:sdtContent>" * 400 + "</w:sdtContent></w:sdt>" * 400))


def test_a_member_that_lies_about_its_length_is_damaged():
    data = bytearray(docx(paragraph("甲" * 1_000)))
    at = data.rindex(b"PK\x01\x02", 0, data.rindex(b"word/document.xml"))
    data[at + 24 : at + 28] = (50).to_bytes(4, "little")
    assert "damaged" in refused(bytes(data))


def test_absurd_spans_are_cut():
    wide = table(row(cell("甲", span(10**9)), "乙"), row("丙", properties=f'<w:gridBefore w:val="{10**9}"/>'))
    start = time.process_time()
    document = read_bytes(docx(wide))
    assert time.process_time() - start < 1
    assert max(one.colspan for one in document.tables[0].cells) <= 100


def test_without_lxml_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "lxml", None)
    with pytest.raises(MissingExtraError, match=r"govdisclosure\[office\]"):
        read_bytes(docx(paragraph("甲")))
