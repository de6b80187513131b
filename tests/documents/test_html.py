import gc
import html
import time

import pytest
from tests.documents.pages import LEAD, PAGE, TITLE, WORK

from govdisclosure.documents import BlockKind, Document, read_bytes
from govdisclosure.errors import ReadError
from govdisclosure.text.normalise import OBJECT


def page(body: str) -> Document:
    return read_bytes(f"<html><body>{body}</body></html>".encode())


def lines(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks]


def traced(document: Document, source: str) -> int:
    """Characters traced to the source; fails where a run does not say what the source says."""
    runs = zip(document.map.text_starts, document.map.source_starts, document.map.lengths, strict=True)
    for text, start, length in runs:
        assert document.text[text : text + length] == source[start : start + length]
    return sum(document.map.lengths)


class TestPage:
    document = read_bytes(PAGE.encode("gb18030"), uri="report.html")

    def test_keeps_the_article_with_its_title_and_date_and_nothing_else(self):
        assert lines(self.document) == [
            TITLE,
            "发布时间：2013-02-18 来源：县水利局　【字体：大 中 小】",
            LEAD,
            "一、概述",
            WORK,
            "全年共登记 12 件，“零”投诉。",
            "二、统计表",
            "内容\t件数",
            "依申请 公开\t12",
            "其他\t",
            "青石县水利局",
        ]

    def test_says_what_is_a_heading_and_what_a_row(self):
        kinds = {line: block.kind for line, block in zip(lines(self.document), self.document.blocks, strict=True)}
        assert kinds["一、概述"] == kinds["二、统计表"] == BlockKind.HEADING
        assert kinds["其他\t"] == BlockKind.ROW
        assert kinds[LEAD] == BlockKind.PARAGRAPH

    def test_meta_tags_are_labels_in_their_usual_spelling(self):
        assert [(label.name, label.value) for label in self.document.labels] == [
            ("SiteName", "青石县人民政府"),
            ("ArticleTitle", TITLE),
            ("PubDate", "2013-02-18 09:30"),
            ("title", f"{TITLE}_青石县人民政府"),
        ]
        assert [label.at.line for label in self.document.labels] == [3, 4, 5, 8]
        assert self.document.labels[0].at.column == 1

    def test_every_word_leads_back_to_the_source(self):
        source_lines = PAGE.split("\n")
        for words in (TITLE, LEAD[:9], LEAD[14:], WORK, "一、", "概述", "依申请", "青石县水利局"):
            place = self.document.place(self.document.text.index(words), 0)
            assert source_lines[place.line - 1][place.column - 1 :].startswith(words)

    def test_all_but_references_and_joints_is_traced(self):
        made = sum(character in "\n\t" for character in self.document.text)
        assert traced(self.document, PAGE) > 0.95 * (len(self.document.text) - made)

    def test_a_reference_leads_to_where_it_is_written(self):
        place = self.document.place(self.document.text.index("“零”"), 0)
        assert PAGE.split("\n")[place.line - 1][place.column - 1 :].startswith("&ldquo;")

    def test_the_declared_encoding_does_not_decide(self):
        assert read_bytes(PAGE.encode()).text == self.document.text
        assert read_bytes(PAGE.encode()).source.encoding == "utf-8"
        assert self.document.source.encoding == "gb18030"
        assert self.document.source.media_type == "text/html"


class TestText:
    @pytest.mark.parametrize(
        ("body", "expected"),
        [
            ("<p>青石<b>县</b><i>水</i>利局</p>", ["青石县水利局"]),
            ("<p>青石县\n    水利局 in\n2012</p>", ["青石县水利局 in 2012"]),
            ("<p>青石县</p>\n<p>　　&nbsp;</p><p>水利局</p>", ["青石县", "水利局"]),
            ("<span>来源：甲</span>\n<span>日期：乙</span>", ["来源：甲 日期：乙"]),
            ("甲&nbsp;&nbsp; 乙\u200b丙&#8203;丁", ["甲 乙丙丁"]),
            ("甲 < 乙 &amp;lt; 丙 &unknown; AT&T", ["甲 < 乙 &lt; 丙 &unknown; AT&T"]),
            ("<ul><li>甲<li>乙</ul><div>丙<div>丁</div>戊</div>", ["甲", "乙", "丙", "丁", "戊"]),
            ("<p title=\"a > b\">甲</p><p title='</p>'>乙", ["甲", "乙"]),
            ("<textarea><p>甲</p></textarea><noscript>乙</noscript><template>丙</template><p>丁", ["丁"]),
            ("<p>甲</p></body></html><html><body><p>乙</p>", ["甲", "乙"]),
            ("<p>甲<!-- 乙 --><!>丙<!DOCTYPE x>丁</p>", ["甲丙丁"]),
            ('<p>甲<span style="DISPLAY : none">乙</span>丙', ["甲丙"]),
        ],
    )
    def test_reads_as_a_browser_shows_it(self, body, expected):
        assert lines(page(body)) == expected

    def test_a_fragment_is_a_page(self):
        assert lines(read_bytes("<p>甲</p><p>乙</p>".encode())) == ["甲", "乙"]

    def test_a_page_that_is_bold_throughout_has_no_headings_but_marked_ones(self):
        kinds = [block.kind for block in page("<b><p>甲，乙。<p>丙，丁。<h2>戊</h2>").blocks]
        assert kinds == [BlockKind.PARAGRAPH, BlockKind.PARAGRAPH, BlockKind.HEADING]

    def test_furniture_that_is_all_there_is_is_read(self):
        assert lines(page("<nav>甲，乙。</nav>")) == ["甲，乙。"]

    @pytest.mark.parametrize("body", ["", "<p> </p>", "<script>甲</script>", "<!-- 甲", "<div hidden>甲</div>"])
    def test_a_page_without_text_is_an_error(self, body):
        with pytest.raises(ReadError, match="no text"):
            page(body)


class TestTables:
    def test_cells_keep_their_places(self):
        document = page("<table><tr><td></td><td>甲</td><td>&nbsp;</td><td>1</td></tr><tr><td> </td></tr></table>")
        assert lines(document) == ["\t甲\t\t1"]

    def test_missing_and_crossed_tags(self):
        document = page("<table><td>甲<td>1<tr><td>乙</tr><td>2</td></td></table></table><p>丙")
        assert lines(document) == ["甲\t1", "乙", "2", "丙"]

    def test_spans_are_resolved_and_blank_rows_kept(self):
        rows = "<tr><td rowspan=3>甲<td colspan=2>乙<tr><td>丙<td>1<tr><td><td>"
        document = page(f"<table>{rows}</table><table><tr><td>丁<td>2</table>")
        first, second = document.tables
        shape = [(c.row, c.column, c.rowspan, c.colspan, document.text[c.start : c.end]) for c in first.cells]
        assert shape == [
            (0, 0, 3, 1, "甲"), (0, 1, 1, 2, "乙"), (1, 1, 1, 1, "丙"), (1, 2, 1, 1, "1"),
            (2, 1, 1, 1, ""), (2, 2, 1, 1, ""),
        ]  # fmt: skip
        assert [document.text[c.start : c.end] for c in second.cells] == ["丁", "2"]
        assert all(line.strip() for line in lines(document))

    def test_a_span_of_a_thousand_million_is_cut(self):
        (table,) = page("<table><tr><td colspan=1000000000>甲<td rowspan=999999999>1<tr><td>乙</table>").tables
        assert max(cell.colspan for cell in table.cells) <= 100
        assert max(cell.rowspan for cell in table.cells) <= 2

    def test_a_nested_table_is_a_table_of_its_own(self):
        inner = "<table><tr><td>乙<td>1<tr><td>丙<td>2</table>"
        tables = page(f"<table><tr><td>甲<tr><td>{inner}</table>").tables
        assert [len(table.rows) for table in tables] == [2, 2]
        assert [(c.row, c.column) for c in tables[1].cells] == [(0, 0), (0, 1), (1, 0), (1, 1)]

    def test_nested_tables_are_read_in_order(self):
        document = page("<table><tr><td>甲<td><table><tr><td>乙<td>丙</table><td>丁</table>")
        assert [block.kind for block in document.blocks] == [BlockKind.ROW] * len(document.blocks)
        # The cell that holds a table is not blank.
        assert "".join(document.text.split()) == f"甲{OBJECT}乙丙丁"

    @pytest.mark.parametrize("inner", ["<img src=1.gif>", "<input value=5>", "<textarea>5</textarea>", "<svg></svg>"])
    def test_a_cell_with_a_picture_for_its_text_is_not_blank(self, inner):
        assert page(f"<p>{LEAD}{inner}</p><table><tr><td>甲<td>{inner}<td>乙{inner}<td></table>").text == (
            f"{LEAD}\n甲\t{OBJECT}\t乙\t"
        )

    @pytest.mark.parametrize(
        "struck",
        [
            "<del>5</del>",
            "<s>5</s>",
            "<strike>5</strike>",
            "<span style='text-decoration: underline line-through'>5</span>",
            "<span style='color:red;font-size:0px'>5</span>",
            "<span style='opacity: 0'>5</span>",
        ],
    )
    def test_struck_words_are_not_read(self, struck):
        assert page(f"<p>{LEAD}</p><table><tr><td>甲<td>{struck}7</table>").text == f"{LEAD}\n甲\t7"

    def test_small_but_shown_words_are_read(self):
        assert page(f"<p>{LEAD}<span style='font-size:0.8em'>小</span></p>").text == f"{LEAD}小"

    @pytest.mark.parametrize(
        "raised",
        [
            "<sup>1</sup>",
            "<small>1</small>",
            "<span style='vertical-align: super'>1</span>",
            "<font style='font-size:8pt;vertical-align:5px'>1</font>",
            "<span style='position:relative;top:-3pt;mso-text-raise:3pt'>1</span>",
        ],
    )
    def test_the_mark_of_a_note_is_no_digit(self, raised):
        cells = f"<td>8{raised}<td>{raised}8<td>{raised}<td>{raised}2件<td>8{raised}{raised}"
        text = page(f"<p>{LEAD}</p><table><tr><td>甲{cells}</table>").text
        assert text == f"{LEAD}\n甲\t8¹\t¹8\t1\t¹2件\t8¹¹"
        assert page(f"<p>{LEAD}<span style='vertical-align:middle'>1</span>2</p>").text == f"{LEAD}12"

    def test_a_table_that_only_places_the_text_is_no_table(self):
        body = "".join(f"<p>{WORK}第{number}段。</p>" for number in range(6))
        document = page(f"<table><tr><td>导航</td><td>{body}</td></tr></table>")
        assert {block.kind for block in document.blocks} == {BlockKind.PARAGRAPH}
        assert document.text.count(WORK) == 6

    def test_a_table_heavier_than_the_prose_does_not_become_the_document(self):
        rows = "".join(f"<tr><td>第{number}类，含其他。</td><td>{number}</td></tr>" for number in range(60))
        document = page(f"<div><p>{LEAD}</p><table>{rows}</table><p>青石县水利局</p></div>")
        assert lines(document)[0] == LEAD
        assert lines(document)[-1] == "青石县水利局"


class TestMainText:
    side = "".join(f'<li><a href="/{number}">关于某项工作安排的通知第{number}号</a></li>' for number in range(30))

    @pytest.mark.parametrize("name", ["TRS_Editor", "UCAP-CONTENT", "zoom", "vsb_content", "xyz"])
    def test_links_beside_the_article_are_left_out(self, name):
        article = "".join(f"<p>{WORK}</p><p>{LEAD}</p>" for _ in range(5))
        document = page(
            f'<div><ul>{self.side}</ul></div><div id="{name}">{article}</div><div><ul>{self.side}</ul></div>'
        )
        assert lines(document) == [WORK, LEAD] * 5

    def test_sections_in_boxes_of_their_own_all_stay(self):
        body = "".join(f"<div class=box><p>{WORK * times}</p></div>" for times in (9, 1, 1))
        assert len(lines(page(f"<div>{body}</div>"))) == 3

    @pytest.mark.parametrize(
        "given",
        [
            'class="border-bottom"',
            'class="float-left"',
            'class="page"',
            'class="text-position print-area"',
            'style="overflow: hidden"',
            'class="a hidden-border"',
        ],
    )
    def test_a_name_for_how_a_part_looks_drops_nothing(self, given):
        paragraphs = "".join(f"<p>{WORK}</p>" for _ in range(9))
        row = f"<table><tr><td>1</td><td {given}>2</td><td><span {given}>3</span></td></tr></table>"
        document = page(f"<div>{paragraphs}<div {given}><p>四、收费情况</p><p>没有收费。</p></div>{row}</div>")
        assert lines(document)[9:] == ["四、收费情况", "没有收费。", "1\t2\t3"]

    @pytest.mark.parametrize("given", ['style="visibility: hidden"', "hidden", 'style="color:red;display:none"'])
    @pytest.mark.parametrize("tag", ["div", "span", "b"])
    def test_what_the_page_does_not_show_is_not_read(self, tag, given):
        assert lines(page(f"<p>甲</p><{tag} {given}>乙</{tag}><p>丙</p>")) == ["甲", "丙"]

    def test_a_misnamed_container_stays(self):
        assert (
            lines(page(f'<div class="print-share">{"".join(f"<p>{WORK}</p>" for _ in range(3))}</div>')) == [WORK] * 3
        )

    def test_the_index_table_above_the_text_is_kept(self):
        table = "<table><tr><td>索引号：<td>QS-012<tr><td>发布机构：<td>县水利局</table>"
        document = page(f"{table}<div id=zoom><p>{LEAD}</p><p>{WORK}</p></div>")
        assert lines(document) == ["索引号：\tQS-012", "发布机构：\t县水利局", LEAD, WORK]


HOSTILE = {
    "nested div": lambda n: "<div>" * n + "甲",
    "nested b": lambda n: "<b>" * n + "甲",
    "nested font": lambda n: "".join(f"<font a={number}>甲<p>" for number in range(n // 2)),
    "nested a": lambda n: "<a href=1>甲" * n,
    "nested tables": lambda n: "<table>" * n + "甲",
    "nested cells": lambda n: "<table><tr><td>甲" * (n // 3),
    "paragraphs": lambda n: "<p>甲" * n,
    "stray ends": lambda n: "<div>" * (n // 2) + "</p>" * (n // 2) + "甲",
    "long attribute": lambda n: '<p a="' + "x" * (n * 40) + '">甲</p>',
    "open attributes": lambda n: '<p a="' * n,
    "open comments": lambda n: "甲<!--" * n,
    "open tags": lambda n: "甲<a " * n,
    "ampersands": lambda n: "<p>甲" + "&" * n * 4,
    "references": lambda n: "<p>" + "&nbsp;" * n * 4 + "甲",
    "less-than": lambda n: "<p>甲" + "<" * n * 10,
    "scripts": lambda n: "甲<script>" * n,
    "titles": lambda n: "甲<title>" * n,
    "spans": lambda n: '<span style="font-weight:bold">甲' * n,
    "lists": lambda n: "<li>甲<dd>乙" * (n // 2),
    "blanks": lambda n: "<p>甲" + " " * n * 40 + "乙",
    "zero width": lambda n: "<p>" + "甲\u200b" * n * 4,
}


@pytest.fixture(scope="module")
def nothing_else_to_collect():
    """What earlier tests left in memory is not gone through while a page is timed."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("nothing_else_to_collect")
@pytest.mark.parametrize("kind", sorted(HOSTILE))
def test_hostile_pages_take_time_in_proportion(kind):
    def seconds(size: int) -> float:
        data = ("<html><body>" + HOSTILE[kind](size)).encode()
        start = time.perf_counter()
        try:
            read_bytes(data)
        except ReadError as error:
            assert "甲" not in str(error)  # noqa: PT017
        return time.perf_counter() - start

    small = min(seconds(10_000) for _ in range(2))
    assert min(seconds(40_000) for _ in range(2)) < max(12 * small, 1.0)


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 200_000 + "甲",
        "<p>" * 1_000_000,
        "<p>甲" * 1_000_000,
        "&" * 5_000_000,
        "<table><td colspan=1000000000>甲",
    ],
    ids=["div", "p", "p with text", "ampersands", "colspan"],
)
def test_bounds_hold(body):
    start = time.perf_counter()
    try:
        page(body)
    except ReadError as error:
        assert "more than" in error.en  # noqa: PT017
    assert time.perf_counter() - start < 30


def test_labels_are_unescaped_and_bounded():
    content = html.escape("甲<乙>" + "丙" * 5_000)
    document = read_bytes(f'<meta name=Description content="{content}"><p>丁'.encode())
    assert document.labels[0].value.startswith("甲<乙>丙")
    assert len(document.labels[0].value) <= 1_000
