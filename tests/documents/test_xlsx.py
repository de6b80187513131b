import struct
import sys
import time

import pytest
from tests.documents.office import compound, sheet_xml, workbook_stream, xlsx, zipped

from govdisclosure.documents import BlockKind, read_bytes
from govdisclosure.errors import MissingExtraError, ReadError


def read(*sheets, **parts):
    return read_bytes(xlsx(*sheets, **parts), uri="a.xlsx")


def shapes(document):
    return [
        [(one.row, one.column, one.rowspan, one.colspan, document.text[one.start : one.end]) for one in each.cells]
        for each in document.tables
    ]


def test_a_grid_is_a_table():
    document = read(sheet_xml([["指标", "数量"], ["规章", 3.0], ["收费", 10.5]]))
    assert document.text == "指标\t数量\n规章\t3\n收费\t10.5"
    assert document.source.media_type.endswith("spreadsheetml.sheet")
    assert {block.kind for block in document.blocks} == {BlockKind.ROW}


def test_numbers_and_dates_are_written_plainly():
    document = read(sheet_xml([["a", 3.0, 0.1, 1e15, (45000, 1), (45000.5, 1), 0.30000000000000004]]))
    assert document.text == "a\t3\t0.1\t1e+15\t2023-03-15\t2023-03-15 12:00:00\t0.3"


def test_merged_cells_become_spans():
    document = read(sheet_xml([["甲", "乙", ""], ["", "丙", "丁"]], ["A1:A2", "B1:C1"]))
    assert shapes(document) == [
        [(0, 0, 2, 1, "甲"), (0, 1, 1, 2, "乙"), (1, 1, 1, 1, "丙"), (1, 2, 1, 1, "丁")]
    ]  # fmt: skip


def test_a_report_pasted_into_a_sheet_is_paragraphs_and_tables():
    document = read(
        sheet_xml([
            ["青石县水利局2024年政府信息公开工作年度报告"],
            ["一、总体情况"],
            ["全年公开信息12条。"],
            ["二、主动公开政府信息情况"],
            ["规章", 1, 0],
            ["文件", 2, 0],
            ["三、其他", "", ""],
            ["甲", 3, 0],
            ["四、没有其他事项。"],
        ], ["A7:C7"])
    )  # fmt: skip
    kinds = [(document.text[block.start : block.end], block.kind is BlockKind.ROW) for block in document.blocks]
    assert [text for text, is_row in kinds if not is_row] == [
        "青石县水利局2024年政府信息公开工作年度报告", "一、总体情况", "全年公开信息12条。", "二、主动公开政府信息情况",
        "三、其他", "四、没有其他事项。",
    ]  # fmt: skip
    assert [len(each.rows) for each in document.tables] == [2, 1]


def test_a_lone_label_within_a_table_stays_in_it():
    rows = [["项目", "", "数量"], ["一、新收", "", ""], ["二、结转", "", ""], ["（一）公开", "", 2], ["总计", "", 2]]
    document = read(sheet_xml(rows, ["A1:B1", "A2:B2", "A3:B3", "A4:B4", "A5:B5"]))
    assert [len(each.rows) for each in document.tables] == [5]


def test_sheets_follow_one_another_and_hidden_ones_are_left_out():
    sheets = (sheet_xml([["甲"]]), sheet_xml([["藏"]]), sheet_xml([["乙"]]))
    assert read(*sheets, hidden=("sheet2",)).text == "甲\n乙"


def test_a_workbook_of_the_old_kind_is_read():
    stream = workbook_stream({(0, 0): "甲", (0, 1): "乙", (1, 0): 3.0, (1, 1): 2.5})
    document = read_bytes(compound(Workbook=stream), uri="a.xls")
    assert document.text == "甲\t乙\n3\t2.5"
    assert document.source.media_type == "application/vnd.ms-excel"


def refused(data):
    start = time.process_time()
    with pytest.raises(ReadError) as caught:
        read_bytes(data, uri="a.xlsx")
    assert time.process_time() - start < 3
    assert "\n" not in str(caught.value)
    return caught.value.en


def test_what_is_broken_or_empty_is_refused():
    whole = xlsx(sheet_xml([["甲"]]))
    assert "damaged" in refused(whole[:-50])
    assert "damaged" in refused(zipped({"xl/workbook.xml": "<a/>"}))
    assert "damaged" in refused(xlsx("<worksheet"))
    assert "damaged" in refused(xlsx(sheet_xml([["甲"]]).encode("utf-16")))
    assert "empty" in refused(xlsx(sheet_xml([])))


FAR = '<row r="1048576"><c r="XFD1048576"{}</row>'


def test_cells_at_the_ends_of_a_sheet_are_not_laid_out():
    assert "too large" in refused(xlsx(sheet_xml([["甲"]], more=FAR.format("><v>1</v></c>"))))
    assert "too large" in refused(xlsx(sheet_xml([["甲"]], more=FAR.format(' x=">"/>'))))
    assert "too large" in refused(xlsx(sheet_xml([["甲"]], more="<row><c r='XFDZ9'><v>1</v></c></row>")))
    assert "too large" in refused(xlsx(sheet_xml([["甲"]], more="<row>" + "<c><v>1</v></c>" * 500_000 + "</row>")))


def test_formats_at_the_ends_of_a_sheet_do_no_harm():
    assert read(sheet_xml([["甲", "乙"]], more=FAR.format(' s="1"/>'))).text == "甲\t乙"


def test_promises_of_size_are_not_believed():
    sheet = sheet_xml([["甲", "乙"]]).replace("<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>')
    strings = (
        '<?xml version="1.0"?><sst xmlns="{}" count="4294967295" uniqueCount="4294967295"><si><t>丙</t></si></sst>'
    )
    name = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    assert read(sheet, **{"xl/sharedStrings.xml": strings.format(name)}).text == "甲\t乙"


def test_one_long_text_in_many_cells_is_not_copied():
    cells = '<c t="s"><v>0</v></c>' * 20_000
    sheet = sheet_xml([["甲"]], more=f"<row>{cells}</row>")
    assert "too large" in refused(xlsx(sheet, strings=f"<si><t>{'甲' * 30_000}</t></si>"))


NAMED = '<c t="s"><v>{}</v></c>'


def named(strings, last="", number=1):
    long = f"<si><t>{'甲' * 30_000}</t></si>"
    more = f"<row>{NAMED.format(number) * 20_000}{last}</row>"
    return xlsx(sheet_xml([["甲"]], more=more), strings=strings.format(long=long))


def test_a_long_text_beside_many_short_ones_does_no_harm():
    data = named("{long}<si><t>乙</t></si>", NAMED.format(0))
    assert "乙" in read_bytes(data, uri="a.xlsx").text


@pytest.mark.parametrize(
    "strings",
    ["<si/>{long}<si><t>乙</t></si>", "<!--<si></si>-->{long}<si><t>乙</t></si>", "<si><t>乙</t></si>{long}"],
)
def test_texts_are_not_miscounted_to_look_short(strings):
    assert "too large" in refused(named(strings))


def test_many_large_merged_boxes_are_refused():
    rows = [["甲"] * 60] * 300
    assert "too large" in refused(xlsx(sheet_xml(rows, ["A1:BH300"] * 100)))


def test_the_old_kind_is_bounded_too():
    far = workbook_stream({(0, 0): "甲", (65_535, 255): 1.0})
    assert "too large" in refused(compound(Workbook=far))
    promised = struct.pack("<HHIIHHH", 0x0200, 14, 0, 0xFFFFFFFF, 0, 0xFFFF, 0)
    assert "too large" in refused(compound(Workbook=workbook_stream({(0, 0): "甲"})[:-4] + promised))


def test_bombs_are_not_unpacked():
    assert "unpacks" in refused(xlsx(sheet_xml([["甲"]]), **{"xl/a.xml": b" " * 150_000_000}))


def test_without_calamine_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    with pytest.raises(MissingExtraError, match=r"govdisclosure\[office\]"):
        read(sheet_xml([["甲"]]))
