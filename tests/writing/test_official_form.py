import io
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import attrs
import pytest
from tests import forms
from tests.registers import generated

from govdisclosure import api
from govdisclosure.documents.table import columns_of
from govdisclosure.errors import UsageError
from govdisclosure.model.count import Count, Printed
from govdisclosure.model.edition import Edition
from govdisclosure.model.forms import TableName, forms_of
from govdisclosure.model.layout import layout_of
from govdisclosure.model.place import Place
from govdisclosure.model.report import AnnualReport, Content, Section
from govdisclosure.model.statistics import Cell, Grid, Statistics
from govdisclosure.text.normalise import fold

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
FORMS = ("docx", "html", "markdown")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
AT = Place(start=0, end=0)
KEPT = generated(60, 5)
REPORT = api.draft_report(api.compile(KEPT.requests, KEPT.cases, KEPT.items, 2023), agency="青石县水利局")
UNIFIED = [form for table in TableName for form in forms_of(table) if form.edition is not Edition.FREE_FORM]


def part(data, name):
    return ET.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(name))  # noqa: S314  our own file


def grid(form, text="7"):
    number = Count(printed=Printed.NUMBER, text=text, value=7)
    cells = tuple(Cell(row=row, column=column, count=number) for row, column in form.cells())
    return Grid(table=form.table, edition=form.edition, cells=cells)


def by_hand(text="", *, statistics=None, covers=(Content.REQUESTS,), edition=Edition.UNIFIED_2021):
    """A report that a program put together, with no text behind it."""
    section = Section(heading="三、收到和处理政府信息公开申请情况", covers=covers, text=text, at=AT, heading_at=AT)
    return AnnualReport(title="某报告", edition=edition, sections=(section,), statistics=statistics or Statistics())


# The layout


@pytest.mark.parametrize("form", UNIFIED, ids=lambda form: f"{form.table} {form.edition}")
def test_the_boxes_are_those_of_the_printed_form(form):
    figures = dict.fromkeys(form.cells(), "7")
    drawn = {
        TableName.PROACTIVE: lambda: forms.proactive_boxes(form, figures),
        TableName.REQUESTS: lambda: forms.requests_boxes(form, figures),
        TableName.REMEDIES: lambda: forms.remedies_boxes(figures),
    }[form.table]()
    layout = layout_of(grid(form))
    expected = [[fold(text) for text, _, _ in row] for row in drawn]
    assert [[fold(box.text) if box.cell is None else "7" for box in row] for row in layout.rows] == expected
    if form.table is not TableName.PROACTIVE:
        spans = [[(rows, columns) for _, rows, columns in row] for row in drawn]
        assert [[(box.rows, box.columns) for box in row] for row in layout.rows] == spans


@pytest.mark.parametrize("form", UNIFIED, ids=lambda form: f"{form.table} {form.edition}")
def test_every_box_stands_free_and_every_place_is_filled(form):
    layout = layout_of(grid(form))
    taken = [
        (below, across)
        for row, _, column, height, width in columns_of([[(b.rows, b.columns) for b in row] for row in layout.rows])
        for below in range(row, row + height)
        for across in range(column, column + width)
    ]
    assert sorted(taken) == [(row, column) for row in range(len(layout.rows)) for column in range(layout.width)]


def test_table_four_stands_side_by_side_in_one_row():
    rows = layout_of(REPORT.statistics.remedies).rows
    assert [len(row) for row in rows] == [2, 2, 15, 15]


# DOCX


def test_the_word_file_has_a4_chinese_fonts_borders_and_repeated_headings():
    data = api.render(REPORT, "docx")
    document, styles = part(data, "word/document.xml"), part(data, "word/styles.xml")
    size = document.find(f".//{W}pgSz")
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("11906", "16838")
    fonts = {fonts.get(f"{W}eastAsia") for fonts in styles.iter(f"{W}rFonts")}
    assert {"仿宋", "宋体", "黑体"} <= fonts
    assert None not in fonts
    assert len(list(styles.iter(f"{W}insideH"))) == 1
    tables = list(document.iter(f"{W}tbl"))
    assert [len(list(table.iter(f"{W}tblHeader"))) for table in tables] == [0, 3, 3]
    used = {style.get(f"{W}val") for style in document.iter(f"{W}pStyle")}
    assert used <= {style.get(f"{W}styleId") for style in styles.iter(f"{W}style")}
    room = 11906 - 1588 - 1474
    for table in tables:
        columns = [int(column.get(f"{W}w")) for column in table.iter(f"{W}gridCol")]
        assert room - len(columns) <= sum(columns) <= room
        for row in table.iter(f"{W}tr"):
            assert sum(int(cell.get(f"{W}w")) for cell in row.iter(f"{W}tcW")) == sum(columns)


@pytest.mark.parametrize("form", FORMS)
def test_the_same_report_gives_the_same_bytes(form):
    assert api.render(REPORT, form) == api.render(attrs.evolve(REPORT), form)


def test_a_word_processor_opens_the_file(tmp_path):
    office = pytest.importorskip("shutil").which("soffice")
    if office is None:
        pytest.skip("no LibreOffice here")
    (tmp_path / "report.docx").write_bytes(api.render(REPORT, "docx"))
    command = [office, "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", "html"]
    subprocess.run([*command, "--outdir", tmp_path, tmp_path / "report.docx"], check=True, timeout=120, cwd=tmp_path)  # noqa: S603
    back = api.read(tmp_path / "report.html")
    for table in TableName:
        if table is not TableName.ANNEX:
            assert values(back.statistics[table]) == values(REPORT.statistics[table])


def values(table):
    return {(cell.row, cell.column): cell.count.value for cell in table}


# HTML


def test_the_page_stands_alone_for_light_and_dark_and_runs_nothing():
    page = api.render(REPORT, "html").decode()
    assert "color-scheme: light dark" in page
    assert not re.search(r"<script|<link|<img|https?:|url\(|\son\w+=", page)
    assert page.count("<table>") == 3
    assert 'lang="zh-CN"' in page


NASTY = '<img src=x onerror=alert(1)>&amp;"</p>\x1b[31m\u202e|`*_'


@pytest.mark.parametrize("form", FORMS)
def test_words_are_no_markup(form):
    report = by_hand(NASTY, statistics=Statistics(requests=grid(forms_of(TableName.REQUESTS)[-1], text="<b>7|</b>")))
    data = api.render(report, form)
    if form == "docx":
        words = "".join(part(data, "word/document.xml").itertext())
        assert "<img src=x onerror=alert(1)>&amp;" in words
        assert "<b>7|</b>" in words
        return
    text = data.decode()
    assert "\x1b" not in text
    assert not re.search(r"(?<!\\)<(?:img|b>)", text.partition("</head>")[2] if form == "html" else text)
    if form == "markdown":
        rows = [line for line in text.splitlines() if line.startswith("| ")]
        assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {9}


@pytest.mark.parametrize(
    "words", ["- 一", "+ 一", "1. 一", "12) 一", "=== 一", "#一", "a*b*c", "x_y_z", "[a](b)", "\\"]
)
def test_a_markdown_file_reads_back_word_for_word(words, tmp_path):
    text = f"{REPORT.sections[-1].text}\n说明：{words}\n{words}完"
    changed = attrs.evolve(REPORT.sections[-1], text=text)
    report = attrs.evolve(REPORT, sections=(*REPORT.sections[:-1], changed))
    path = tmp_path / "a.md"
    path.write_bytes(api.render(report, "markdown"))
    lines = re.sub("^#+ ", "", api.read(path).text, flags=re.MULTILINE).split("\n")
    assert f"说明：{words}" in lines
    assert f"{words}完" in lines


# What is not there


@pytest.mark.parametrize("form", FORMS)
def test_a_table_that_was_not_read_is_said_to_be_missing_once(form):
    data = api.render(by_hand("本部分见附表。"), form)
    words = "".join(part(data, "word/document.xml").itertext()) if form == "docx" else data.decode()
    assert "表三（收到和处理政府信息公开申请情况）没有读到" in words.replace("\\", "")
    assert not re.search(r"<table|<w:tbl>|\| 项目", words)
    again = api.read(api.render(api.read(api.render(REPORT_WITHOUT, form)), form)).text
    assert again.count("没有读到，请对照原文填报") == 3


REPORT_WITHOUT = api.read(
    "\n".join(
        [forms.HEAD.strip(), *(line for title in forms.TITLES for line in (title, "本部分已按规定说明。"))]
    ).encode()
)


def test_no_note_is_put_into_a_report_of_a_year_without_tables():
    report = api.read(EXAMPLES / "county-water-bureau-2010.txt")
    assert "待补充" not in api.render(report, "markdown").decode()


@pytest.mark.parametrize("form", FORMS)
def test_a_cell_that_was_not_found_is_neither_a_blank_nor_a_zero(form):
    whole = grid(forms_of(TableName.REMEDIES)[-1])
    cells = tuple(cell for cell in whole if cell.column != "pending")
    report = by_hand("", statistics=Statistics(remedies=attrs.evolve(whole, cells=cells)), covers=(Content.REMEDIES,))
    data = api.render(report, form)
    words = "".join(part(data, "word/document.xml").itertext()) if form == "docx" else data.decode()
    assert words.count("未读到") == 3


def test_a_row_that_the_form_does_not_have_is_said_below_the_table():
    edition = Edition.UNIFIED_2021
    three = forms.balanced(forms.request_form(edition), lambda *_: 0, lambda _: (0, 0))
    two = dict.fromkeys(forms.proactive_form(edition).cells(), "0")
    figures = ({cell: str(value) for cell, value in table.items()} for table in (three, forms.remedies([0] * 12)))
    parts = forms.report_boxes(edition, two, *figures)
    table = next(one for one in parts if isinstance(one, list))
    table.insert(4, [("其他主动公开文件", 1, 1), ("5", 1, 1), ("0", 1, 1), ("9", 1, 1)])
    text = api.render(api.read(forms.html(parts)), "markdown").decode()
    assert text.count("原表另有“其他主动公开文件”一行") == 1


# Reports that were read


@pytest.mark.parametrize(
    "name", ["county-government-2023.html", "county-water-bureau-2010.txt", "county-water-bureau-2009.txt"]
)
@pytest.mark.parametrize("form", FORMS)
def test_a_report_that_was_read_keeps_its_words_and_figures(name, form):
    report = api.read(EXAMPLES / name)
    back = api.read(api.render(report, form))
    assert [section.heading for section in back.sections] == [section.heading for section in report.sections]
    assert (back.title, back.signed_on, back.agency.name) == (report.title, report.signed_on, report.agency.name)
    assert [(claim.kind, claim.value) for claim in back.claims] == [
        (claim.kind, claim.value) for claim in report.claims
    ]
    for table in report.statistics:
        assert values(back.statistics[table.table]) == values(table)


def test_the_core_alone_drafts_and_writes():
    code = (
        "import sys\n"
        "for name in ('selectolax', 'lxml', 'python_calamine', 'click', 'pdfplumber'): sys.modules[name] = None\n"
        "from govdisclosure import api\n"
        "report = api.draft_report(api.compile((), (), (), 2023), agency='青石县水利局')\n"
        "sizes = [len(api.render(report, form)) > 999 for form in ('docx', 'html', 'markdown')]\n"
        "print(sizes, len(api.check(report).crashed))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)  # noqa: S603  our own
    assert done.stdout.strip() == "[True, True, True] 0"


def test_another_format_is_refused():
    with pytest.raises(UsageError, match="docx"):
        api.render(REPORT, "pdf")
