import pytest

from govdisclosure.documents import BlockKind, Document, read_bytes


def lines(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks]


def test_lines_are_blocks_without_the_white_space_around_them():
    document = read_bytes("　　甲 \r\n\r\n乙\r丙\u2028丁\n".encode())
    assert document.text == "　　甲 \n\n乙\n丙\n丁\n"
    assert lines(document) == ["甲", "乙", "丙", "丁"]
    assert {block.kind for block in document.blocks} == {BlockKind.PARAGRAPH}


def test_places_count_lines_and_columns_of_the_source():
    document = read_bytes("\ufeff甲\u200b乙\r\n  丙\u00ad丁\r戊".encode())
    assert document.text == "甲乙\n  丙丁\n戊"
    places = {words: document.place(document.text.index(words), 0) for words in "甲乙丙丁戊"}
    assert {words: (at.line, at.column) for words, at in places.items()} == {
        "甲": (1, 1),
        "乙": (1, 3),
        "丙": (2, 3),
        "丁": (2, 5),
        "戊": (3, 1),
    }


def test_rows():
    document = read_bytes("| 内容 | 件数 |\n|---|:-:|\n| 规章 | 2 |\n甲\t乙\t丙\n甲\t乙".encode())
    assert [block.kind for block in document.blocks] == [BlockKind.ROW] * 3 + [BlockKind.PARAGRAPH]


def test_markdown_headings_lose_their_marks():
    document = read_bytes("# 云溪市报告\n\n## 一、概述 ##\n#号开头\n####### 七".encode())
    assert lines(document) == ["云溪市报告", "一、概述", "#号开头", "####### 七"]
    assert [block.kind for block in document.blocks] == [BlockKind.HEADING] * 2 + [BlockKind.PARAGRAPH] * 2
    assert document.place(document.blocks[0].start, 0).column == 3


HEADER = "标题: 云溪市报告\n发布时间：2012-03-01 10:00\n栏目: \n说明本次公开情况的一句话: 很长\n"


def test_a_header_with_an_end_line_is_labels_only():
    document = read_bytes(f"{HEADER}===== 正文 =====\n云溪市报告\n来源：甲".encode())
    assert [(label.name, label.value, label.at.line) for label in document.labels] == [
        ("标题", "云溪市报告", 1),
        ("发布时间", "2012-03-01 10:00", 2),
    ]
    assert lines(document) == ["云溪市报告", "来源：甲"]
    label = document.labels[1]
    assert document.text[label.at.start : label.at.end] == label.value


def test_a_header_without_an_end_line_is_both():
    document = read_bytes(f"{HEADER}正文从这里开始。".encode())
    assert len(document.labels) == 2
    assert "发布时间：2012-03-01 10:00" in lines(document)


@pytest.mark.parametrize(
    "text", ["甲 < 乙，丙 > 丁。", "本文提到 <p> 标签一次。", "a<b>c", "<附件>\n甲", "第1章\n<a href=1>甲</a>"]
)
def test_text_that_holds_less_than_signs_is_text(text):
    assert read_bytes(text.encode()).source.media_type == "text/plain"


def test_marks_of_emphasis_in_markdown_are_no_text():
    document = read_bytes("按照**县委**的要求,__加强__公开。\n".encode(), uri="a.md")
    plain = read_bytes("按照**县委**的要求。\n".encode(), uri="a.txt")

    assert document.text == "按照县委的要求,加强公开。\n"
    assert document.place(document.text.index("要求"), 0).column == 10
    assert "**县委**" in plain.text


def test_what_makes_a_sign_plain_in_markdown_is_no_text():
    document = read_bytes("报送\\*3\\*项，见a\\_b\\。\n".encode(), uri="a.md")

    assert document.text == "报送*3*项，见a_b\\。\n"
    assert document.place(document.text.index("项"), 0).column == 8
    assert "\\*3" in read_bytes("报送\\*3项。\n".encode(), uri="a.txt").text
