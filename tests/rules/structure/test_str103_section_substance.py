import attrs
import pytest
from pendulum import Date
from tests.extraction.reports import read
from tests.rules.asking import ask, verdicts
from tests.rules.grids import requests
from tests.rules.structure.reports import FILLER, OLD, TITLE, whole
from tests.rules.structure.unified import HEADINGS, unified

from govdisclosure.model.place import Place
from govdisclosure.model.report import AnnualReport, Content, DateMention, Edition, SourceFile
from govdisclosure.model.statistics import Statistics
from govdisclosure.rules.structure.str103_section_substance import RULE

OTHER = ("六、其他事项", (Content.OTHER,))
ANNEX = ("六、附表", (Content.ANNEX,))


def bodies(n: int, text: str, *extra, **fields):
    parts = (*OLD, *extra)
    return whole(*parts, bodies={parts[n - 1][0]: text}, **fields)


def test_sections_with_text_pass_whatever_their_length():
    assert verdicts(RULE, bodies(1, "公开信息六条。")) == {"sections": "pass"}


def test_a_heading_over_nothing_fails_as_a_warning():
    (outcome,) = ask(RULE, bodies(3, ""))
    assert (outcome.kind.value, outcome.level.value, outcome.subject) == ("fail", "warning", "section:3")
    assert outcome.quote == "三、收费及减免情况"
    assert "第三十二条不符，请人工核实" in outcome.message.zh


def test_the_last_section_may_have_lost_its_table():
    assert verdicts(RULE, bodies(6, "", OTHER)) == {"section:6": "review"}
    assert verdicts(RULE, bodies(5, "")) == {"section:5": "review"}


def test_an_annex_is_never_judged():
    assert verdicts(RULE, bodies(6, "", ANNEX)) == {"sections": "pass"}


def test_the_tables_of_the_official_forms_may_be_pictures():
    assert verdicts(RULE, bodies(2, "", year=2022, edition=Edition.UNIFIED_2021)) == {"section:2": "review"}


@pytest.mark.parametrize("word", ["无", "无。", "略", "没有", "暂无相关情况", "（无）"])
def test_one_word_answers_some_questions_and_not_others(word):
    assert verdicts(RULE, bodies(1, word)) == {"section:1": "review"}
    assert verdicts(RULE, bodies(5, word)) == {"section:5": "review"}
    assert verdicts(RULE, bodies(3, word)) == {"sections": "pass"}


def test_headings_alone_or_none_are_open():
    empty = dict.fromkeys((heading for heading, _ in OLD), "")
    assert verdicts(RULE, whole(*OLD, bodies=empty)) == {"sections": "open"}
    assert verdicts(RULE, AnnualReport()) == {"sections": "open"}


def test_nothing_under_the_last_heading_fails_when_the_foot_follows():
    signed = DateMention(on=Date(2011, 1, 9), quote="", at=Place(start=10_000, end=10_000))

    assert verdicts(RULE, bodies(5, "", signed=signed)) == {"section:5": "fail"}


@pytest.mark.parametrize("text", ["……", "—", "（一）公开范围\n（二）公开方式"])
def test_signs_and_bare_subheadings_are_reviewed(text):
    assert verdicts(RULE, bodies(2, text)) == {"section:2": "review"}


def test_items_without_stops_are_text():
    assert verdicts(RULE, bodies(5, "（一）人手紧张\n（二）更新较慢")) == {"sections": "pass"}


def test_a_section_that_speaks_for_two_answers_the_heading_before_it():
    given = {OLD[2][0]: "", OLD[3][0]: "上述两项全年均未发生。"}
    (passed,) = ask(RULE, whole(*OLD, bodies=given))
    assert (passed.kind.value, passed.message.zh) == ("pass", "5个部分均有正文，或由标题、下一部分说明")
    given[OLD[3][0]] = "全年均未发生。"
    assert verdicts(RULE, whole(*OLD, bodies=given)) == {"section:3": "fail"}


@pytest.mark.parametrize(("media_type", "kind"), [("text/plain", "fail"), ("text/html", "review")])
def test_on_a_web_page_the_section_may_be_a_picture(media_type, kind):
    source = SourceFile(uri=None, sha256="0" * 64, media_type=media_type, encoding="utf-8")

    assert verdicts(RULE, bodies(3, "", source=source)) == {"section:3": kind}


@pytest.mark.parametrize(("five", "kind"), [("", "fail"), ("无", "review"), ("……", "review")])
def test_an_empty_problems_section_of_the_unified_form_is_found(five, kind):
    assert verdicts(RULE, unified(five=five)) == {"section:5": kind}


def test_a_table_that_was_read_is_what_its_section_holds():
    bare = whole(*HEADINGS, bodies={HEADINGS[2][0]: ""}, year=2022, edition=Edition.UNIFIED_2021)
    assert verdicts(RULE, bare) == {"section:3": "review"}
    read = attrs.evolve(bare, statistics=Statistics(requests=requests()))
    assert verdicts(RULE, read) == {"sections": "pass"}


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("三、2010年我局没有信息公开收费情况", "pass"),
        ("三、我局未发生收费", "pass"),
        ("三、我局收取费用15元", "pass"),
        ("三、收费及减免情况", "fail"),
        ("三、没有公开的信息", "fail"),
    ],
)
def test_a_heading_may_be_the_answer_itself(heading, kind):
    parts = tuple((heading if text.startswith("三") else text, covers) for text, covers in OLD)
    found = read(TITLE + "\n" + "\n".join(f"{text}\n{'' if text == heading else FILLER}" for text, _ in parts))
    assert [o.kind.value for o in ask(RULE, found)] == [kind]
