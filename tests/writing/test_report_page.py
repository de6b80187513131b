import re
import time
from html.parser import HTMLParser

import attrs
import pytest
from tests import forms

from govdisclosure import api
from govdisclosure.errors import ReadError, UsageError
from govdisclosure.model.edition import Edition
from govdisclosure.model.place import Place
from govdisclosure.rules.outcome import Kind
from govdisclosure.writing.report_index import index_of
from govdisclosure.writing.report_page import page_of
from govdisclosure.writing.report_page_style import POLICY

_VOID = {"meta", "br", "input"}


class Shape(HTMLParser):
    """Elements that do not close in order, ids, links and everything that could reach out of the page."""

    def __init__(self, page):
        super().__init__()
        self.open, self.ids, self.links, self.faults = [], [], [], []
        self.tags = set()
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.tags.add(tag)
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if "href" in given else []
        self.faults += [name for name in given if name in {"src", "style"} or name.startswith("on")]
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(tag)


def spanning(samples, start, end, kind=Kind.REVIEW, **changes):
    return samples.outcome(kind, at=Place(start=start, end=end), **changes)


def faulty():
    """A report with a total that is not the sum of its row."""
    form = forms.request_form(Edition.UNIFIED_2021)
    three = dict.fromkeys(form.cells(), "0") | {("denied.state_secret", "natural_person"): "9"}
    two = dict.fromkeys(forms.proactive_form(Edition.UNIFIED_2021).cells(), "0")
    return forms.html(forms.report_boxes(Edition.UNIFIED_2021, two, three, forms.remedies([0] * 15)))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_page_is_whole_reaches_nowhere_and_each_link_has_an_end(samples, lang):
    for assessment in (samples.assessment(), samples.hostile(), api.check(faulty())):
        shape = Shape(page_of(assessment, "报告.txt", lang))
        assert not shape.open
        assert not shape.faults
        assert len(shape.ids) == len(set(shape.ids))
        assert {link[1:] for link in shape.links} <= set(shape.ids)
        assert all(link.startswith("#") for link in shape.links)
        assert not shape.tags & {"img", "link", "iframe", "object", "base"}


def test_a_finding_is_marked_at_its_words_and_leads_there_and_back(samples):
    page = page_of(samples.assessment(), "a.txt")
    number = re.search(r'href="#m(\d+)"', page)[1]
    assert f'<a class="ref" id="m{number}" href="#f{number}"' in page
    assert f'<mark class="review" data-f="{number}">公开率达到100%</mark>,收费10.5万元。' in page
    assert f'<li id="f{number}" class="review" data-kind="review"' in page


def test_what_is_about_a_cell_is_marked_in_it():
    page = page_of(api.check(faulty(), select=["SUM201"]))
    hits = re.findall(r'<td class="hit error" data-f="1"[^>]*>(\d+) <a class="ref"( id="m1")? href="#f1"', page)
    assert hits == [("9", ' id="m1"')]


def test_marks_that_overlap_keep_every_character_once(samples):
    text = samples.text
    outcomes = tuple(spanning(samples, n, n + 17, subject=f"s:{n}") for n in range(0, len(text), 3))
    page = page_of(
        samples.assessment(outcomes=(*outcomes, spanning(samples, 0, 10**6), spanning(samples, 10**7, 10**8)))
    )
    main = page[page.index("<main") : page.index("</main>")]
    plain = re.sub(r'<a class="ref".*?</a>|<[^>]*>', "", main.split("</h2>", 1)[1])
    assert "".join(plain.split()) == "".join(text.split())
    assert len(re.findall(r'id="m\d+"', main)) == len(outcomes) + 2


def test_where_marks_overlap_each_part_names_its_findings(samples):
    outcomes = (spanning(samples, 0, 4), spanning(samples, 2, 6, subject="other"))
    page = page_of(samples.assessment(outcomes=outcomes))
    marked = re.findall(r'<mark class="review" data-f="([^"]*)">([^<]*)</mark>', page)
    assert marked == [("1", "青石"), ("1 2", "县水"), ("2", "利局")]


def test_hostile_words_stay_words(samples):
    page = page_of(samples.hostile(), '"><script>alert(2)</script>')
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066-\u2069]", page)


def test_personal_numbers_are_masked_even_where_a_mark_cuts_them(samples):
    text = "联系人电话13800138000。"
    report = samples.report(text=text, sections=(), title_at=None, title="电话13800138000")
    outcomes = (spanning(samples, 0, 8), spanning(samples, 8, 12))
    page = page_of(samples.assessment(report=report, outcomes=outcomes), "13800138000.txt")
    assert "*****" in page
    assert "138001" not in re.sub(r'<a class="ref".*?</a>|<[^>]*>', "", page)


def test_a_megabyte_in_one_line_with_many_marks_takes_a_moment(samples):
    text = "公开信息十一件" * 150_000
    outcomes = tuple(spanning(samples, n * 700, n * 700 + 900, subject=f"s:{n}") for n in range(1_400))
    assessment = samples.assessment(report=samples.report(text=text, sections=()), outcomes=outcomes)
    start = time.perf_counter()
    page = page_of(assessment)
    assert time.perf_counter() - start < 20
    assert page.count("公") >= 150_000


def test_the_same_page_for_the_same_report_and_what_was_not_checked_is_said(samples):
    first, second = (page_of(api.check(faulty()), "a.html") for _ in range(2))
    assert first == second
    crashed = attrs.evolve(samples.assessment(), crashed=(("STR101", "ValueError"),))
    assert "STR101 规则出错，未判断（ValueError）" in page_of(crashed)
    assert "没有发现不符不等于合格" in first
    assert "违法" not in first


def test_the_policy_knows_style_and_script_by_digest_and_nothing_else(samples):
    page = page_of(samples.assessment())
    assert f'content="{POLICY}"' in page
    assert POLICY.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in POLICY
    assert page.index("Content-Security-Policy") < page.index("<style>") < page.index("<script>")


def test_another_language_is_a_usage_error(samples):
    with pytest.raises(UsageError):
        page_of(samples.assessment(), lang="fr")


def test_the_index_leads_to_the_pages_and_names_what_was_not_read(samples):
    fault = ReadError("<b>.pdf", "坏了", "broken")
    page = index_of([("a b.html", "a b.txt", samples.assessment())], [fault], [fault])
    assert 'href="./a%20b.html"' in page
    assert page.count("&lt;b&gt;.pdf：坏了") == 2
    assert not Shape(page).faults
