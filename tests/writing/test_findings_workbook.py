import io
import zipfile

from python_calamine import CalamineWorkbook

from govdisclosure.errors import ReadError
from govdisclosure.rules.outcome import Kind, Message
from govdisclosure.writing import findings_workbook
from govdisclosure.writing.findings_workbook import workbook_of


def sheets(data):
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def test_findings_reports_and_what_was_not_checked_have_a_sheet_each(samples):
    fault, skipped = ReadError("b.pdf", "坏了", "broken"), ReadError("c.exe", "不读", "not read")
    found = sheets(workbook_of([("a.txt", samples.assessment())], [fault], [skipped]))
    assert list(found) == ["核查结果", "报告", "未核查"]
    first, *rows = found["核查结果"]
    assert [row[first.index("结果")] for row in rows] == ["不符", "待核", "未能判断", "说明", "通过", "不适用"]
    assert rows[1][first.index("原文")] == "公开率达到100%"
    assert dict(zip(*found["报告"], strict=True))["不符"] == 1
    assert [row[0] for row in found["未核查"][1:]] == ["b.pdf", "c.exe"]
    assert list(sheets(workbook_of([], lang="en"))) == ["findings", "reports", "not checked"]


def test_no_cell_is_a_formula_or_a_link(samples):
    hostile = ["=1+1", "+cmd|' /C calc'!A0", "@SUM(A1)", "http://example.org", "{=A1}", "x" * 40_000, "\x1b\ud800"]
    bad = [samples.outcome(Kind.FAIL, message=Message(words, words), quote=words) for words in hostile]
    data = workbook_of([("=HYPERLINK(1)", samples.assessment(outcomes=tuple(bad)))])
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    assert not [name for name, part in parts.items() if b"<f>" in part or b"<hyperlink" in part]
    assert b'quotePrefix="1"' in parts["xl/styles.xml"]
    assert sheets(data)["核查结果"][1][6] == "=1+1"


def test_personal_numbers_are_masked_and_bytes_repeat(samples):
    said = samples.outcome(Kind.FAIL, message=Message("电话13800138000", "13800138000"))
    assessed = [("13800138000.txt", samples.assessment(outcomes=(said,)))]
    assert workbook_of(assessed) == workbook_of(assessed)
    assert "13800138000" not in str(sheets(workbook_of(assessed)))


def test_rows_beyond_a_sheet_go_on_in_the_next(samples, monkeypatch):
    monkeypatch.setattr(findings_workbook, "_MOST_ROWS", 4)
    found = sheets(workbook_of([("a.txt", samples.assessment())]))
    assert [len(found[name]) for name in ("核查结果", "核查结果 2")] == [5, 3]
