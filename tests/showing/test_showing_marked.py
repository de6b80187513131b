"""A report with each finding where it belongs; verdicts by what is to be done; anything in one language."""

import io
import re

import attrs
import pytest
from tests.showing.samples import report_bytes, samples

import govdisclosure
from govdisclosure.decisions import Baseline, Suppressions, decide
from govdisclosure.errors import UsageError
from govdisclosure.law import parameters
from govdisclosure.model.case import Case
from govdisclosure.model.request import Request
from govdisclosure.model.showing import LONGEST
from govdisclosure.rules.outcome import Kind
from govdisclosure.rules.showing_html import ACTIONS

CHINESE = re.compile("[\u4e00-\u9fff]")


@pytest.fixture(scope="module")
def found():
    return samples()["assessment"]


def test_a_finding_on_a_cell_stands_on_the_cell_and_leads_to_its_entry(found):
    page = govdisclosure.marked(found, "en").to_html()
    cell = re.search(r'<td class="hit error" data-f="(\d+)"[^>]*>9 <a class="ref" id="([\w-]+)" href="#([\w-]+)"', page)
    assert cell
    entry = page[page.index(f'<li id="{cell[3]}"') :].split("</li>")[0]
    assert "SUM201" in entry
    assert f'href="#{cell[2]}"' in entry


def test_a_finding_on_words_marks_these_words(found):
    page = govdisclosure.marked(found, "zh").to_html()
    rate = next(one for one in found if one.rule == "CLM101" and one.kind is Kind.REVIEW)
    marks = re.findall(r'id="([\w-]+)-m(\d+)"[^>]*>\d+</a><mark class="review" data-f="\2">([^<]*)</mark>', page)
    entries = [
        page[page.index(f'id="{root}-f{n}"') :].split("</li>")[0] for root, n, words in marks if words == rate.quote
    ]
    assert len(entries) == 1
    assert "CLM101" in entries[0]


def test_two_reports_in_one_notebook_do_not_lead_into_each_other(found):
    other = govdisclosure.check(report_bytes(year=2021))
    pages = [govdisclosure.marked(one).to_html() for one in (found, other)]
    first, second = (set(re.findall(r' id="([^"]+)"', page)) for page in pages)
    assert first
    assert not first & second
    for page, names in zip(pages, (first, second), strict=True):
        assert set(re.findall(r'href="#([^"]+)"', page)) <= names


def test_the_official_form_stands_below_the_section_that_it_belongs_to(found):
    page = found.report.to_html("zh")
    # Each heading stands in the head of the report too, where the sections are listed.
    places = [
        page.index("<summary>三、收到和处理"),
        page.index("表三"),
        page.index("<summary>四、"),
        page.index("表四"),
    ]
    assert places == sorted(places)
    assert page.count("<table") == 1 + len(list(found.report.statistics))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_one_language_alone_has_no_label_of_the_other(found, lang):
    page = govdisclosure.marked(found, lang).to_html()
    other = (
        ("Articles:", "Show in text", "Passed", "natural persons") if lang == "zh" else ("依据：", "看原文", "通过 (")
    )
    assert not [words for words in other if words in page]
    assert all(ACTIONS[kind][lang == "en"] in page for kind in ("fail", "review", "open", "pass"))
    whole = govdisclosure.marked(found).to_html()
    assert all(words in whole for words in ("Articles:", "依据：", "Show in text", "看原文"))


def test_a_marked_report_that_is_too_long_says_what_it_leaves_out(found):
    report = attrs.evolve(found.report, text=found.report.text + "字" * LONGEST)
    page = govdisclosure.marked(attrs.evolve(found, report=report), "en").to_html()
    assert f"its last {len(found.report.text)} characters are left out" in page


# Verdicts by what is to be done


def _groups(page):
    return re.findall(r"<(?:h4|summary)>(.*?) \((\d+)\)</(?:h4|summary)>", page)


def test_verdicts_stand_by_what_is_to_be_done_the_gravest_first(found):
    groups = _groups(found.to_html("en"))
    order = [next(kind for kind, words in ACTIONS.items() if title.startswith(words[1])) for title, _ in groups]
    assert order == [kind for kind in ACTIONS if kind in order]
    assert sum(int(count) for _, count in groups) == len(found)
    assert {kind for kind, count in found.counts.items() if count} == set(order)


def test_what_could_not_be_judged_stands_by_what_it_lacks():
    opened = next(one for one in samples()["assessment"] if one.kind is Kind.OPEN)
    lacking = tuple(attrs.evolve(opened, needs=needs) for needs in (("year",), ("published_on",), ("year",), ()))
    page = attrs.evolve(samples()["assessment"], outcomes=lacking).to_html("zh")
    assert [(title.rpartition("；")[2], count) for title, count in _groups(page)] == [
        ("补充报告年度后可判断", "2"),
        ("补充公布日期后可判断", "1"),
        ("未能判断，不等于合格", "1"),
    ]


def test_what_was_not_checked_is_said(found):
    words = govdisclosure.Message("附件没有读", "the annex was not read")
    whole = attrs.evolve(found, not_checked=(words,), crashed=(("STR101", "ValueError"),))
    page = whole.to_html()
    assert "附件没有读" in page
    assert "the annex was not read" in page
    assert "STR101 rule crashed, not judged (ValueError)" in page


def test_a_run_with_decisions_says_what_is_new_gone_and_suppressed(found):
    entries = list(Baseline.of(found))
    gone = attrs.evolve(entries[0], subject="gone", fingerprint="f" * 16)
    one = entries[-1]
    text = f'[[suppress]]\ncode = "{one.rule}"\nfingerprint = "{one.fingerprint}"\nreason = "另附说明"\nby = "办公室"\n'
    run = decide([("a.html", found)], baseline=Baseline([*entries[1:], gone]), suppressions=Suppressions.loads(text))
    page, lines = run.to_html("en"), run.render("zh")
    assert "new 1, unchanged" in page
    assert "in the baseline and no longer found" in page
    assert "另附说明" in page
    assert "新增 1，" in lines
    assert "基线中有，本次没有" in lines
    assert repr(run).startswith("<Decided 1 judged: 1 new")


# One language


def test_anything_is_shown_in_one_language():
    request, case = samples()["request"], samples()["case"]
    shown = govdisclosure.show(request, [case, samples()["receipt"]], lang="en")
    assert not CHINESE.search(shown._repr_html_().replace(request.id, "").replace(case.id, ""))
    assert not CHINESE.search(repr(shown).replace(request.id, "").replace(case.id, ""))
    assert "reply" in repr(shown)


def test_rich_draws_a_deadline_as_a_calendar_in_the_language_asked_for():
    due = samples()["receipt"]
    console = pytest.importorskip("rich.console")
    for shown, lang in ((due, "zh"), (govdisclosure.show(due, lang="en"), "en")):
        out = io.StringIO()
        console.Console(file=out, width=100).print(shown)
        assert due.calendar_text(lang).splitlines()[-1] in out.getvalue()
        assert due.render(lang).splitlines()[0] in out.getvalue()


def test_pages_are_shown_as_markdown_too():
    found = govdisclosure.show(samples()["rule"], lang="en")._repr_mimebundle_()
    assert found["text/markdown"].startswith("# STR101")
    assert "text/markdown" not in govdisclosure.show(samples()["request"])._repr_mimebundle_()


def test_what_does_not_show_itself_and_other_languages_are_refused(found):
    with pytest.raises(UsageError):
        govdisclosure.show(3)
    with pytest.raises(UsageError):
        govdisclosure.show(found, lang="fr")
    with pytest.raises(UsageError):
        govdisclosure.marked(found, "fr")


def test_every_value_of_a_parameter_stands_in_its_history_with_its_days_and_provision():
    for one in parameters():
        page = one.to_html("zh")
        assert page.count("<tr>") == len(one.values) + 1
        for dated in one.values:
            assert str(dated.start.year) in page
            assert dated.cite.zh.replace('"', "&quot;") in page


def test_an_entry_without_events_shows_itself():
    for entry in (Request(id="A1"), Case(id="B1")):
        assert entry.id in entry.to_html()
        assert entry.id in entry.render("en")


def test_a_report_without_anything_shows_itself():
    empty = govdisclosure.AnnualReport()
    assert "—" in empty.to_html()
    assert "没有读到正文 / No text was read." in govdisclosure.marked(govdisclosure.check(empty)).to_html()
