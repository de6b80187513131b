import json
from html.parser import HTMLParser

import pytest
from jsonschema import Draft202012Validator
from tests.analysis.scorecard.making import FAIL, OPEN, PASS, assessment, card, indicator, outcome, scored, several

from govdisclosure import UsageError
from govdisclosure.analysis.across.lists import Listed
from govdisclosure.analysis.scorecard.schema import scorecard_schema
from govdisclosure.analysis.scorecard.tables import POINTS, RANKING
from govdisclosure.model.place import CellName, Place
from govdisclosure.rules.outcome import Message

EVIL = "<script>alert(1)</script>\x1b[31m"
NUMBER = "11010519491231002X"


@pytest.fixture
def found():
    at = Place(
        start=3, end=5, line=7, column=2, page=4, cell=CellName(table="requests", row="received", column="total")
    )
    fault = outcome("STR101", FAIL, at=at, message=Message(f"缺少{EVIL}", f"{EVIL} is missing"))
    given = card(indicator(name_zh=f"指标{EVIL}", name_en="an indicator"), title_zh=f"考核{EVIL}", title_en="A card")
    reports = [
        assessment(f"甲{EVIL}", [fault]),
        assessment("乙", [outcome("STR101", PASS)]),
        assessment("丙", [outcome("STR101", OPEN)]),
        assessment("丁", [*several("STR101", passed=1)], uri=f"{NUMBER}.html"),
    ]
    return scored(given, *reports, organs=[Listed(organ="戊")])


def test_each_point_leads_to_the_outcome_its_place_and_the_article(found):
    mine = found.organ(f"甲{EVIL}")
    (trace,) = [trace for _, trace in mine.traces if trace.lost]
    assert trace.fingerprint == trace.outcome.fingerprint != ""
    assert "第五十条" in trace.articles.zh
    for lang, words in (
        ("zh", ("第4页", "第7行", "表三", "扣分 −3")),
        ("en", ("page 4", "line 7", "table three", "costs −3")),
    ):
        text = mine.render(lang)
        assert all(word in text for word in (*words, trace.fingerprint, "STR101"))


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.open, self.seen = [], set()

    def handle_starttag(self, tag, attrs):
        self.seen.add(tag)
        assert all(name in {"style", "rowspan", "colspan"} for name, _ in attrs)
        assert not any("color:#" in (value or "") for _, value in attrs)
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_a_page_has_both_languages_and_no_markup_of_others(found):
    for one in (found, *found):
        page = one._repr_html_()
        tags = Tags()
        tags.feed(page)
        assert tags.open == []
        assert "script" not in tags.seen
        assert "\x1b" not in page
    page = found._repr_html_()
    assert all(
        words in page
        for words in ("名次<br>", ">rank<", "不排名 / not ranked", "A card", "&lt;script&gt;", "no report in")
    )


def test_text_is_in_the_language_that_is_asked_for(found):
    zh, en = found.render("zh"), found.render("en")
    assert "名次" in zh
    assert "rank" not in zh
    assert "not ranked:" in en
    assert "名次" not in en
    assert "\x1b" not in zh + en + str(found) + repr(found) + repr(found.organs[0])
    with pytest.raises(UsageError):
        found.render("fr")
    with pytest.raises(UsageError, match="no score of"):
        found.organ("没有")
    with pytest.raises(KeyError):
        found.organ("乙")["none"]


def test_what_is_personal_is_not_shown(found):
    shown = found.render() + found._repr_html_() + json.dumps(found.to_dict()) + str(found.ranking().arrow.to_pylist())
    assert NUMBER not in shown
    assert found.organ("丁").sources


def test_the_tables_have_their_columns_and_every_loss(found):
    points, ranking = found.table(), found.ranking()
    assert points.columns == tuple(POINTS)
    assert ranking.columns == tuple(RANKING)
    rows = points.arrow.to_pylist()
    (costly,) = [row for row in rows if row["lost"]]
    assert costly["lost_by"] == costly["outcomes"] != []
    assert [row["rank"] for row in ranking.arrow.to_pylist()] == [1, 1, 3, None, None]
    assert [row["standing"] for row in ranking.arrow.to_pylist()][-2:] == ["unjudged", "no_report"]
    assert scored(found.scorecard).ranking().columns == ranking.columns


def test_a_long_ranking_is_bounded_on_the_page_and_whole_in_the_table():
    many = scored(card(indicator()), *(assessment(f"机关{n}", several("STR101", passed=1)) for n in range(305)))
    page = many._repr_html_()
    assert page.count("<tr>") == 301
    assert "5 more organs" in page
    assert len(many.ranking()) == 305


def test_the_document_is_json(found):
    held = json.loads(json.dumps(found.to_dict()))
    assert held["total"] == 10
    assert held["organs"][0]["rank"] == {"place": 1, "tied": True, "best": 1, "worst": 1, "may_change": False}
    assert [one["standing"] for one in held["organs"]].count("scored") == 3


def test_the_schema_takes_a_scorecard_and_refuses_what_is_no_key():
    Draft202012Validator.check_schema(scorecard_schema())
    valid = Draft202012Validator(scorecard_schema())
    given = {"title_zh": "考核", "indicator": [indicator()]}
    assert valid.is_valid(given)
    assert not valid.is_valid({**given, "titel": "x"})
    assert not valid.is_valid({"title_zh": "考核", "indicator": [indicator(how="dedukt")]})
    assert not valid.is_valid({"title_zh": "考核"})
