import json
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from tests.analysis.captures import EXAMPLES, PAGE, changed_page, prose

from govdisclosure import api
from govdisclosure.analysis.difference import compare_reports
from govdisclosure.analysis.difference.convert import difference_to_dict
from govdisclosure.analysis.difference.markdown import difference_markdown
from govdisclosure.analysis.difference.page import difference_page
from govdisclosure.analysis.difference.schema import difference_schema
from govdisclosure.errors import UsageError
from govdisclosure.text.json import dumps

SCHEMA = Draft202012Validator(difference_schema())
MOBILE, OTHER = "13800138000", "13800138001"
WRITERS = {
    "text zh": str,
    "text en": lambda found: found.render("en"),
    "json": lambda found: dumps(difference_to_dict(found)),
    "markdown": lambda found: "".join(difference_markdown(found)),
    "page": difference_page,
    "notebook": lambda found: found._repr_html_(),
    "repr": repr,
}
CHANGED = compare_reports(
    PAGE.encode(),
    changed_page(
        ("<td><p>12873</p></td>", "<td>12837</td>"),
        ("<td><p>64</p></td>", "<td></td>"),
        ("申请51件，上年结转2件", "申请50件，上年结转2件"),
        ("定期清理失效文件", "每季度清理失效文件"),
        ("2024-03-05", "2024-04-01"),
        ("，政务服务大厅设查阅点一处", ""),
    ),
)
YEARS = compare_reports(EXAMPLES / "county-water-bureau-2009.txt", EXAMPLES / "county-water-bureau-2010.txt")
APART = compare_reports(EXAMPLES / "county-water-bureau-2009.txt", PAGE.encode())
ALL = {"captures": CHANGED, "years": YEARS, "apart": APART, "same": compare_reports(PAGE.encode(), PAGE.encode())}


@pytest.mark.parametrize("name", ALL)
def test_the_document_fits_its_schema(name):
    document = json.loads(dumps(difference_to_dict(ALL[name])))
    assert [f"{error.json_path}: {error.message}" for error in SCHEMA.iter_errors(document)] == []


@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.parametrize("name", ALL)
def test_the_same_comparison_gives_the_same_words(name, writer):
    assert WRITERS[writer](ALL[name]) == WRITERS[writer](ALL[name])


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("form", ["text", "markdown", "page"])
def test_every_change_is_named_with_both_values(form, lang):
    shown = {
        "text": CHANGED.render(lang),
        "markdown": "".join(difference_markdown(CHANGED, lang)).replace("\\", ""),
        "page": re.sub(r"<[^>]+>", "", difference_page(CHANGED, lang)),
    }[form]
    for words in ("12873", "12837", "51件", "50件", "定期", "每季度", "2024-03-05", "2024-04-01", "CLM201"):
        assert words in shown
    assert ("（空白）" if lang == "zh" else "(blank)") in shown
    places = [shown.index(word) for word in ("12837", "50件", "CLM201", "每季度")]
    assert places == sorted(places)  # figures first


@pytest.mark.parametrize("name", ALL)
def test_no_other_language_is_taken(name):
    for write in (ALL[name].render, lambda lang: difference_page(ALL[name], lang)):
        with pytest.raises(UsageError):
            write("fr")


class Page(HTMLParser):
    """What a page consists of."""

    def __init__(self):
        super().__init__()
        self.tags, self.open = [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.mark.parametrize("name", ALL)
def test_the_page_is_well_formed_and_asks_for_nothing(name):
    page = Page()
    text = difference_page(ALL[name])
    page.feed(text)
    assert page.open == []
    assert not [tag for tag, _ in page.tags if tag in {"script", "img", "link", "iframe", "object"}]
    assert not [attrs for _, attrs in page.tags if {"src", "style", "onclick"} & set(attrs)]
    assert "default-src 'none'" in text


HOSTILE = "<script>alert(1)</script><b onclick=x>|`*\x1b[31m\u202e\x9b &amp; ]]> --> {{x}}"


@pytest.mark.parametrize("writer", WRITERS)
def test_markup_and_controls_in_a_text_stay_text(writer):
    old = prose("本年度按规定开展各项工作。", f"联系方式如下{HOSTILE}。")
    new = prose(f"本年度按规定开展各项工作{HOSTILE}。", f"联系方式如下{HOSTILE}甲。")
    found = compare_reports(old, new, mode="captures")
    assert found.changed_sections
    shown = WRITERS[writer](found)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", shown)
    if writer in {"page", "notebook", "markdown"}:
        assert "<script>" not in shown
        assert "<b onclick" not in shown


@pytest.mark.parametrize("writer", WRITERS)
def test_a_personal_number_is_masked_whole_also_where_one_digit_of_it_changed(writer):
    words = "申请人可拨打{}查询办理情况。身份证号{}。"
    old = prose(words.format(MOBILE, "11010519491231002X"), "甲。")
    new = prose(words.format(OTHER, "11010519491231002X") + "新增一句。", "甲。")
    shown = WRITERS[writer](compare_reports(old, new, mode="captures"))
    for number in (MOBILE, OTHER, MOBILE[:7], "1949123"):
        assert number not in shown


SIGNS = st.text("公开0123456789X申请件<>&|*`-。 \n", max_size=60)


@settings(deadline=None, max_examples=60)
@given(SIGNS, SIGNS)
def test_any_two_texts_are_written_in_every_form(old, new):
    found = compare_reports(
        api.read(prose("工作。", old)), api.read(prose("工作。", new)), mode="captures", verdicts=False
    )
    for write in WRITERS.values():
        assert write(found)
    page = Page()
    page.feed(difference_page(found))
    assert page.open == []
    assert not list(SCHEMA.iter_errors(json.loads(dumps(difference_to_dict(found)))))


def test_a_value_that_was_not_read_is_not_marked_as_put_in_or_taken_out():
    page = difference_page(compare_reports(PAGE.encode(), changed_page(("<td><p>12873</p></td>", "<td>1 2 约</td>"))))
    assert "<del>12873</del>" in page
    assert "<ins>（未读到）" not in page


def test_the_figure_of_another_year_is_not_struck_out():
    page = difference_page(YEARS)
    assert "<strong>3件</strong>" in page
    assert not re.search("<(del|ins)>[0-9]", page)
