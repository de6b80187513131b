import logging
import sys
import time

import pytest
from tests.documents.pdfs import Drawing, grid, pdf, prose

from govdisclosure.documents import BlockKind, read_bytes
from govdisclosure.documents import pdf as reader
from govdisclosure.errors import MissingExtraError, ReadError

FULL = "我局认真贯彻落实条例和上级部署扎实推进政府信息公开各项工作取得"
WIDE = FULL[:28]
COLUMNS = [74, 174, 274, 374, 474]


@pytest.fixture(autouse=True)
def _quiet(caplog):
    caplog.set_level(logging.CRITICAL, "pdfminer")


def lines(*pages, **options):
    document = read_bytes(pdf(*pages, **options), uri="a.pdf")
    return [document.text[block.start : block.end] for block in document.blocks]


def page(top, *words):
    drawing = Drawing()
    prose(drawing, top, words)
    return drawing


def shapes(document):
    return [
        [(one.row, one.column, one.rowspan, one.colspan, document.text[one.start : one.end]) for one in each.cells]
        for each in document.tables
    ]


def test_lines_of_a_paragraph_are_joined_and_headings_stay_apart():
    drawing = page(
        100, "　　一、总体情况", "　　" + WIDE[:26], WIDE, "成效明显。", "　　（一）主动公开。" + WIDE[:17], "内容。"
    )
    assert lines(drawing) == [
        "一、总体情况",
        WIDE[:26] + WIDE + "成效明显。",
        "（一）主动公开。" + WIDE[:17] + "内容。",
    ]


def test_a_full_line_before_a_heading_at_the_margin_ends_at_its_full_stop():
    assert lines(page(100, WIDE, WIDE[:27] + "。", "二、主动公开情况", WIDE)) == [
        WIDE + WIDE[:27] + "。", "二、主动公开情况", WIDE,
    ]  # fmt: skip


def test_a_paragraph_goes_on_over_the_end_of_a_page():
    first, second = page(700, "　　" + WIDE[:26], WIDE), page(80, WIDE, "完毕。", "　　下一段。")
    first.text(290, 800, "-1-", 10)
    second.text(290, 800, "-2-", 10)
    document = read_bytes(pdf(first, second))
    assert document.text == WIDE[:26] + WIDE + WIDE + "完毕。\n下一段。"
    start = document.text.index("完毕")
    assert document.place(0, 1).page == 1
    assert document.place(start, start + 1).page == 2
    assert document.map.page_starts == (0, 54)


@pytest.mark.parametrize(
    "number",
    ["4", "-4-", "- 4 -", "—4—", "· 4 ·", "第4页", "第 4 页 共 6 页", "第4页/共6页", "4/6", "Page 4 of 6", "４"],
)
def test_numbers_of_pages_are_left_out(number):
    assert lines(page(100, "甲").text(280, 800, number, 10), page(100, "乙").text(280, 40, number, 10)) == ["甲", "乙"]


def test_a_number_amid_the_text_stays():
    assert lines(page(100, "甲", "4", "乙")) == ["甲", "4", "乙"]


def test_running_heads_are_left_out():
    pages = [page(100, f"第{n}段正文").text(74, 30, "青石县水利局年度报告", 9) for n in "一二三"]
    assert lines(*pages) == ["第一段正文", "第二段正文", "第三段正文"]


def test_a_ruled_table_keeps_its_merged_cells():
    cells = [
        (0, 0, 2, 1, "一、本年\n新收"), (0, 1, 1, 3, "申请人情况"), (1, 1, 1, 1, "自然人"), (1, 2, 1, 1, ""),
        (1, 3, 1, 1, "12"),
    ]  # fmt: skip
    drawing = page(100, "前文")
    grid(drawing, COLUMNS, [200, 230, 260], cells)
    prose(drawing, 300, ["后文"])
    document = read_bytes(pdf(drawing))
    assert document.text == "前文\n一、本年新收\t申请人情况\n自然人\t\t12\n后文"
    assert shapes(document) == [
        [(0, 0, 2, 1, "一、本年新收"), (0, 1, 1, 3, "申请人情况"), (1, 1, 1, 1, "自然人"), (1, 2, 1, 1, ""),
         (1, 3, 1, 1, "12")]
    ]  # fmt: skip


def simple(top, first, columns=COLUMNS):
    texts = (f"{first}甲", "1", "2", "3")
    return columns, [top, top + 30], [(0, column, 1, 1, text) for column, text in enumerate(texts)]


def test_a_table_over_two_pages_is_two_tables():
    pages = [grid(Drawing(), *simple(600, first)) for first in "一二"]
    document = read_bytes(pdf(*pages))
    assert [len(each.rows) for each in document.tables] == [1, 1]
    assert [document.place(each.cells[0].start, each.cells[0].end).page for each in document.tables] == [1, 2]


def test_two_tables_on_a_page_do_not_share_a_grid():
    drawing = Drawing()
    for top, columns in ((100, COLUMNS), (300, [74, 120, 260, 330, 500])):
        grid(drawing, *simple(top, "行", columns))
    assert [[cell[:4] for cell in each] for each in shapes(read_bytes(pdf(drawing)))] == [
        [(0, n, 1, 1) for n in range(4)]
    ] * 2


def test_a_table_open_at_its_sides_keeps_its_outer_columns():
    drawing = Drawing()
    for top in (100, 130, 160):
        drawing.line(74, top, 474, top)
    drawing.line(200, 100, 200, 160).line(300, 100, 300, 160)
    for top, words in ((105, ("指标", "数量", "备注")), (135, ("规章", "3", "无"))):
        for left, word in zip((80, 205, 305), words, strict=True):
            drawing.text(left, top, word, 10)
    assert read_bytes(pdf(drawing)).text == "指标\t数量\t备注\n规章\t3\t无"


def test_frames_and_white_boxes_around_text_are_no_tables():
    drawing = page(100, "　　" + WIDE[:26], WIDE, "完毕。")
    for top in (95, 123, 151):
        drawing.box(70, top, 525, top + 28)
    drawing.box(70, 300, 525, 330, white=True).box(70, 300, 300, 330, white=True)
    document = read_bytes(pdf(drawing))
    assert document.tables == ()
    assert document.text == WIDE[:26] + WIDE + "完毕。"


def test_blanks_are_where_the_eye_sees_them():
    drawing = Drawing().text(74, 100, "公开").text(110, 100, "12").text(130, 100, "条").text(200, 100, "另行")
    assert lines(drawing.text(74, 200, "Hello world")) == ["公开12条 另行", "Hello world"]


def test_bold_faked_by_printing_twice_is_read_once():
    assert lines(page(100, "总体情况").text(74.4, 100, "总体情况")) == ["总体情况"]


def test_what_is_larger_or_bolder_than_the_text_is_a_heading():
    drawing = Drawing().text(150, 60, "年度报告", 22).text(106, 100, "总体情况", 16, "B")
    prose(drawing, 130, ["　　" + WIDE[:26], WIDE, "完毕。"])
    document = read_bytes(pdf(drawing))
    assert [block.kind is BlockKind.HEADING for block in document.blocks] == [True, True, False]


def test_text_set_askew_is_a_watermark():
    drawing = page(100, "正文").raw("BT /F 40 Tf 0.7 0.7 -0.7 0.7 200 300 Tm <6C34> Tj ET")
    assert lines(drawing) == ["正文"]


def test_the_title_among_the_properties_is_a_label():
    assert read_bytes(pdf(page(100, "青石县报告"), title="青石县报告")).labels[0].name == "title"
    assert read_bytes(pdf(page(100, "青石县报告"), title="去年的")).labels[0].name == "property title"
    assert read_bytes(pdf(page(100, "青石县报告"))).labels == ()


def test_a_file_anyone_may_open_is_read_and_one_with_a_password_is_not():
    assert lines(page(100, "正文"), owner="x") == ["正文"]
    assert "password" in refused(pdf(page(100, "正文"), password="x"))  # noqa: S106  to open a file made here


def refused(data, seconds=3):
    start = time.process_time()
    with pytest.raises(ReadError) as caught:
        read_bytes(data, uri="a.pdf")
    assert time.process_time() - start < seconds
    assert "\n" not in str(caught.value)
    return caught.value.en


def test_a_scan_says_what_to_do():
    assert "OCR" in refused(pdf(Drawing().box(0, 0, 500, 800)))
    assert "fonts" in refused(pdf(page(100, WIDE), codes=False))


def test_a_file_cut_short_is_refused_or_whole():
    whole = pdf(page(100, WIDE), page(100, "第二页"))
    expected = read_bytes(whole).text
    for end in range(50, len(whole), 97):
        try:
            assert read_bytes(whole[:end]).text == expected
        except ReadError:
            continue


def test_a_page_whose_content_is_damaged_is_not_read_in_part():
    whole = bytearray(pdf(page(100, *[WIDE] * 20)))
    whole[whole.index(b"stream\n", whole.index(b"101 0 obj")) + 60] ^= 1
    assert "damaged" in refused(bytes(whole))


def test_many_pages_are_refused_without_being_read():
    assert "2000 pages" in refused(pdf(*[b"BT ET"] * 2_000))


def test_packed_streams_are_bounded():
    assert "too much" in refused(pdf(b" " * 100_000_000))


@pytest.mark.parametrize(
    "operators",
    [b"q Q " * 2_000_000, b"0 0 m 9 9 l S " * 200_000, b"BT /F 9 Tf <" + b"4E00" * 100_000 + b"> Tj ET"],
)
def test_what_a_page_draws_is_bounded(operators):
    assert "too much" in refused(pdf(operators), seconds=8)


def test_lines_of_a_page_are_bounded():
    rules = "".join(f"{n % 500} 0 m {n % 500} 800 l S 0 {n % 800} m 500 {n % 800} l S " for n in range(0, 8_000, 4))
    drawing = page(100, "正文").raw(rules * 4)
    start = time.process_time()
    with pytest.raises(ReadError, match="complex"):
        read_bytes(pdf(drawing))
    assert time.process_time() - start < 8


def test_forms_within_forms_are_bounded():
    depth = 24
    forms = []
    for number in range(5_000, 5_000 + depth):
        body = b"/N Do /N Do" if number < 4_999 + depth else b"0 0 m 9 9 l S"
        named = b"/Resources<</XObject<</N %d 0 R>>>>" % (number + 1)
        head = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]%b/Length %d>>" % (named, len(body))
        forms.append((number, head + b"stream\n" + body + b"\nendstream"))
    assert "too much" in refused(pdf(page(100, "正文").raw("/X5000 Do"), extra=forms), seconds=10)


def test_noise_is_refused():
    assert "damaged" in refused(b"%PDF-1.7\n" + bytes(range(256)) * 50)


@pytest.mark.parametrize("module", ["pdfplumber", "pypdfium2"])
def test_without_the_libraries_the_extra_is_named(monkeypatch, module):
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtraError, match=r"govdisclosure\[pdf\]"):
        read_bytes(pdf(page(100, "正文")))


def test_the_limit_of_pages_is_what_a_report_never_reaches():
    assert reader.MAX_PAGES == 300
