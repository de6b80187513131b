"""What is new, known, gone or suppressed, in every form that people read."""

import csv
import io
import zipfile
from types import SimpleNamespace

import attrs
import pendulum
import pytest
from lxml import etree
from python_calamine import CalamineWorkbook

from govdisclosure.decisions import Baseline, Suppressions, decide
from govdisclosure.documents import read_bytes
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.registry import rule
from govdisclosure.writing.delimited import outcomes_csv
from govdisclosure.writing.findings_workbook import workbook_of
from govdisclosure.writing.markdown import markdown_report
from govdisclosure.writing.opinion import opinion_of
from govdisclosure.writing.report_index import index_of
from govdisclosure.writing.report_page import page_of
from govdisclosure.writing.run import Run
from govdisclosure.writing.text import decision_lines, report_lines

DAY = pendulum.Date(2026, 1, 31)
FORMULA = "=HYPERLINK(1)"
TOML = f"""
[[suppress]]
code = "STR101"
subject = "hidden"
reason = "{FORMULA}"
by = "办公室13800138000"
until = 2026-12-31

[[suppress]]
code = "STR101"
subject = "never"
reason = "旧"
"""


@pytest.fixture
def held(samples):
    """A run with an outcome of each state, a graver one, and one that is gone."""

    def made(name, kind=Kind.FAIL, **more):
        return samples.outcome(
            kind, subject=name, fingerprint=name, message=Message(f"说{name}", f"say {name}"), **more
        )

    before = [made("known"), made("changed"), made("heavier", Kind.REVIEW), made("gone"), made("hidden")]
    now = [
        made("fresh"), made("known"), attrs.evolve(made("changed"), facts={"n": 2}), made("heavier"), made("hidden"),
        made("fine", Kind.PASS, level=Level.NONE),
    ]  # fmt: skip
    known = Baseline.of([("a.txt", samples.assessment(outcomes=tuple(before)))])
    decided = decide(
        [("a.txt", samples.assessment(outcomes=tuple(now)))],
        baseline=known, suppressions=Suppressions.loads(TOML), as_of=DAY,
    )  # fmt: skip
    ((source, assessment),) = decided.assessed
    run = Run(assessed=decided.assessed, ruleset="1", decided=decided)
    return SimpleNamespace(source=source, assessment=assessment, decided=decided, run=run)


def test_the_run_is_what_it_says(held):
    states = {one.subject: (one.change and one.change.value, one.graver) for one in held.assessment.outcomes}
    assert states == {
        "fresh": ("new", False), "known": ("unchanged", False), "changed": ("updated", False),
        "heavier": ("updated", True), "hidden": ("unchanged", False), "fine": (None, False),
    }  # fmt: skip
    assert [entry.subject for entry in held.decided.absent] == ["gone"]


def part(text, first, last):
    return text[text.index(first) : text.index(last)]


def test_an_opinion_sheet_sends_nothing_back_as_new_that_is_known_or_suppressed(held):
    data = opinion_of(held.assessment, held.source, as_of=DAY, decided=held.decided)
    text = read_bytes(data).text
    asked = part(text, "请核实后改正（2处）", "请人工核实（0处）")
    assert "说fresh" in asked
    assert "说heavier" in asked
    assert "有变化，比基线中更重" in asked
    for word in ("known", "changed", "hidden", "gone"):
        assert word not in asked
    known = part(text, "此前已掌握、本次仍有（2处）", "此前掌握、本次未再发现（1处）")
    assert "说known" in known
    assert "说changed" in known
    assert "不是新发现" in known
    gone = part(text, "此前掌握、本次未再发现", "不再提出的内容")
    assert f"STR101 {rule('STR101').title.zh}（不符，gone）" in gone
    assert "另有1处已由核查单位决定不再提出" in text
    assert "说hidden" not in text
    assert FORMULA not in text  # the reasons of an office are its own
    heads = [line for line in text.splitlines() if line[1:2] == "、" and line[0] in "一二三四五六七八九"]
    assert [head[0] for head in heads] == list("一二三四五六七八九")[: len(heads)]
    assert len(heads) == 9


def test_an_opinion_sheet_without_decisions_has_no_word_of_them(samples):
    text = read_bytes(opinion_of(samples.assessment())).text
    assert not [word for word in ("此前", "不再提出", "基线", "新增") if word in text]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_opinion_sheet_is_a_whole_document_that_accuses_nobody(held, lang):
    data = opinion_of(held.assessment, held.source, lang, as_of=DAY, decided=held.decided)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        names = set(package.namelist())
        for name in names:
            if name.endswith((".xml", ".rels")):
                etree.fromstring(package.read(name))
        kinds = etree.fromstring(package.read("[Content_Types].xml"))
        document = etree.fromstring(package.read("word/document.xml"))
    declared = {one.get("PartName").lstrip("/") for one in kinds if one.get("PartName")}
    assert declared <= names
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    paragraphs = document.findall(f"{space}body/{space}p")
    assert len(paragraphs) > 20
    words = "".join(document.itertext()).lower()
    accusing = ("违法", "违规", "责令", "处分", "追责", "瞒报", "unlawful", "illegal", "violat", "guilty")
    assert not [word for word in accusing if word in words]
    assert ("请人工核实" in words) if lang == "zh" else ("verify" in words)
    assert "13800138000" not in words


def test_a_workbook_says_each_state_and_reads_back_with_filters_and_a_heading_that_stays(held):
    data = workbook_of(held.decided.assessed, as_of=DAY, ruleset="1", decided=held.decided)
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    assert book.sheet_names == ["核查结果", "报告", "未核查", "基线和抑制"]
    heads, *rows = book.get_sheet_by_name("核查结果").to_python()
    found = {row[heads.index("说明（中文）")]: dict(zip(heads, row, strict=True)) for row in rows}
    assert {name: row["与基线比较"] for name, row in found.items()} == {
        "说fresh": "新增", "说known": "未变", "说changed": "有变化", "说heavier": "有变化",
        "说hidden": "未变", "说fine": "",
    }  # fmt: skip
    hidden = found["说hidden"]
    assert (hidden["抑制理由"], hidden["抑制至"]) == (FORMULA, "2026-12-31")
    assert hidden["抑制人"] == "办公室" + "*" * 11
    _, *decisions = book.get_sheet_by_name("基线和抑制").to_python()
    assert [row[0] for row in decisions] == ["已消失", "抑制清单", "抑制清单"]
    assert decisions[0][2:4] == ["STR101", "gone"]
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        sheets = [package.read(name) for name in package.namelist() if name.startswith("xl/worksheets/sheet")]
    assert len(sheets) == 4
    for number, sheet in enumerate(sheets):
        root = etree.fromstring(sheet)
        space = {"x": root.nsmap[None]}
        pane = root.find(".//x:pane", space)
        assert (pane.get("ySplit"), pane.get("state")) == ("1", "frozen")
        assert root.find("x:autoFilter", space) is not None
        assert root.find(".//x:f", space) is None
        size = len(book.get_sheet_by_name(book.sheet_names[number]).to_python())
        assert root.find("x:autoFilter", space).get("ref").endswith(str(max(1, size)))


def test_csv_has_reason_by_and_until(held):
    rows = list(csv.DictReader(io.StringIO(outcomes_csv(held.run, "en")[1:])))
    found = {row["subject"]: row for row in rows}
    assert found["hidden"]["suppressed"] == f"'{FORMULA}"
    assert found["hidden"]["suppressed_until"] == "2026-12-31"
    assert found["hidden"]["suppressed_by"] == "办公室" + "*" * 11
    assert {found[name]["change"] for name in ("fresh", "known", "changed")} == {"new", "unchanged", "updated"}
    assert [row["kind"] for row in rows if row["subject"] == "gone"] == ["absent"]


def test_the_page_and_the_index_list_what_is_gone_and_why_something_is_hidden(held):
    page = page_of(held.assessment, held.source, decided=held.decided)
    assert "已抑制：=HYPERLINK(1)（办公室***********，至2026-12-31）" in page
    assert "基线中有、本次已消失 (1)" in page
    assert "其中新增 1" in page
    assert "有变化，比基线中更重" in page
    assert "抑制清单第2条" in page
    index = index_of([("a.html", held.source, held.assessment)], decided=held.decided)
    heads = index[index.index("<thead>") : index.index("</thead>")]
    assert all(word in heads for word in ("新增", "未变", "有变化", "已抑制"))
    assert "gone" in index
    assert "13800138000" not in page + index


def test_what_is_about_another_report_is_not_on_this_page(held):
    other = attrs.evolve(held.decided.absent[0], whose="别的机关 2010", subject="elsewhere")
    decided = attrs.evolve(held.decided, absent=(other,))
    assert "elsewhere" not in page_of(held.assessment, held.source, decided=decided)
    assert "elsewhere" in index_of([("a.html", held.source, held.assessment)], decided=decided)


def test_new_findings_come_first_on_the_page_and_suppressed_ones_last(held):
    page = page_of(held.assessment, held.source, decided=held.decided)
    order = [page.index(f">说{name} ") for name in ("fresh", "heavier", "known", "fine", "hidden")]
    assert order == sorted(order)


def test_text_and_markdown_say_why_something_is_hidden_where_all_is_listed(held):
    said = "已抑制：=HYPERLINK(1)（办公室***********，至2026-12-31）"
    lines = "\n".join("".join(words for _, words in line) for line in report_lines(held.assessment, "a", verbose=True))
    assert said in lines
    quiet = "\n".join("".join(words for _, words in line) for line in report_lines(held.assessment, "a"))
    assert "说hidden" not in quiet
    closing = "\n".join("".join(words for _, words in line) for line in decision_lines(held.decided))
    assert "新增 1" in closing
    assert "gone" in closing
    marked = "".join(markdown_report(held.run, verbose=True))
    assert "已抑制" in marked
    assert "2026\\-12\\-31" in marked
