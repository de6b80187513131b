import json
from itertools import count
from pathlib import Path

import attrs
import pendulum
import pytest
from tests.rules.building import department, line_map, report
from tests.rules.grids import grid, proactive, remedies, requests, tabled

from govdisclosure import api
from govdisclosure.law import Evidence, cite
from govdisclosure.model.forms import ANNEX
from govdisclosure.model.report import Edition
from govdisclosure.rules.engine import assess
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.registry import RULES
from govdisclosure.rules.rule import Finding, Parts, Rule

ARTICLE = cite("regulation-2007:6")
# Made up; the check digits are right.
IDENTITY, MOBILE, CARD = "11010519491231002X", "13800138000", "6222021234567890128"
TEXT = f"首行\n经办人证号{IDENTITY}，电话{MOBILE}，账号{CARD}，请联系。\n末行"
CODES = count(100)


def finding(kind=Kind.FAIL, subject="a", **fields):
    return Finding(
        **{"kind": kind, "message": Message("不符", "wrong"), "cites": (ARTICLE,), "subject": subject, **fields}
    )


def rule(*findings, level=Level.ERROR, code=None, **fields):
    def check(_question):
        yield from findings

    return Rule(
        code=code or f"TST{next(CODES)}",
        name="test.some.rule",
        title=Message("测试", "test"),
        level=level,
        kinds=tuple(Kind),
        cites=(ARTICLE.key,),
        check=check,
        **fields,
    )


def crashing(error):
    def check(_question):
        yield finding()
        raise error

    return attrs.evolve(rule(code="TST999"), check=check)


def one(*findings, on=None, **card):
    (outcome,) = assess(on or report(TEXT), [rule(*findings, **card)]).outcomes
    return outcome


def place(words, text=TEXT):
    start = text.index(words)
    return line_map(text).place(start, start + len(words))


@pytest.mark.parametrize(
    ("kind", "card", "own", "level"),
    [
        (Kind.FAIL, Level.ERROR, None, Level.ERROR),
        (Kind.FAIL, Level.ERROR, Level.NOTE, Level.NOTE),
        (Kind.FAIL, Level.WARNING, Level.ERROR, Level.ERROR),
        (Kind.REVIEW, Level.ERROR, None, Level.WARNING),
        (Kind.REVIEW, Level.ERROR, Level.ERROR, Level.WARNING),
        (Kind.REVIEW, Level.NOTE, None, Level.NOTE),
        (Kind.OPEN, Level.ERROR, None, Level.WARNING),
        (Kind.PASS, Level.ERROR, Level.ERROR, Level.NONE),
        (Kind.NOT_APPLICABLE, Level.ERROR, None, Level.NONE),
        (Kind.INFORMATIONAL, Level.ERROR, None, Level.NONE),
    ],
)
def test_doubt_weighs_less_than_a_fault(kind, card, own, level):
    assert one(finding(kind, level=own), level=card).level is level


def test_a_rule_that_raises_is_named_and_the_others_go_on():
    first, last = rule(finding(subject="x")), rule(finding(subject="y"))
    found = assess(report(TEXT), [first, crashing(ValueError(f"证号{IDENTITY}")), last])
    assert found.crashed == (("TST999", "ValueError"),)
    assert [outcome.rule for outcome in found.outcomes] == [first.code, last.code]
    assert IDENTITY not in repr(found.crashed)


@pytest.mark.parametrize("error", [KeyError(), RecursionError(), ZeroDivisionError(), AssertionError()])
def test_any_error_of_a_rule_is_caught(error):
    assert assess(report(TEXT), [crashing(error)]).crashed == (("TST999", type(error).__name__),)


@pytest.mark.parametrize("error", [KeyboardInterrupt(), SystemExit()])
def test_the_users_own_stop_is_not_a_crash(error):
    with pytest.raises(type(error)):
        assess(report(TEXT), [crashing(error)])


def test_a_rule_is_asked_only_of_its_editions():
    only = rule(finding(), editions=(Edition.UNIFIED_2021,))
    assert [o.kind.value for o in assess(report(TEXT), [only])] == ["notApplicable"]
    assert len(assess(report(TEXT, edition=Edition.UNIFIED_2021), [only]).outcomes) == 1


def test_outcomes_come_in_the_order_of_rules_and_findings():
    rules = [rule(finding(subject="b"), finding(subject="a")), rule(finding(subject="c"))]
    assert [outcome.subject for outcome in assess(report(TEXT), rules)] == ["b", "a", "c"]


@pytest.mark.parametrize("secret", [IDENTITY, MOBILE, CARD])
def test_personal_data_is_masked_in_every_text_of_an_outcome(secret):
    message = Message(f"{secret}应当删去", f"remove {secret}")
    outcome = one(finding(message=message, at=place(secret), facts={"words": secret, "count": 1}))
    mask = "*" * len(secret)
    assert outcome.quote == mask
    assert outcome.message == Message(f"{mask}应当删去", f"remove {mask}")
    assert outcome.facts == {"words": mask, "count": 1}
    shown = repr(outcome) + str(outcome)
    assert not any(personal in shown for personal in (IDENTITY, MOBILE, CARD))


def test_personal_data_is_masked_deep_inside_facts():
    outcome = one(finding(facts={"parts": [{"label": f"热线{MOBILE}", "value": 5}], "pair": ("甲", CARD)}))
    assert MOBILE not in repr(outcome.facts)
    assert CARD not in repr(outcome.facts)
    assert outcome.facts["parts"][0] == {"label": f"热线{'*' * 11}", "value": 5}


def test_a_figure_that_is_a_personal_number_is_masked():
    facts = one(finding(facts={"count": int(MOBILE), "sum": [int(CARD)], "small": 5, "flag": True})).facts
    assert facts == {"count": "*" * 11, "sum": ["*" * len(CARD)], "small": 5, "flag": True}


def test_neighbours_in_the_context_are_masked_too():
    outcome = one(finding(at=place("电话")))
    assert outcome.quote == "电话"
    assert IDENTITY[-6:] not in outcome.context[0]
    assert MOBILE not in outcome.context[1]


def test_half_a_personal_number_is_masked_as_well():
    at = place(MOBILE)
    assert one(finding(at=line_map(TEXT).place(at.start + 3, at.end + 1))).quote == "*" * 8 + "，"


def test_context_stays_on_the_line_and_is_short():
    outcome = one(finding(at=place("请联系")))
    assert outcome.context[0].endswith("，")
    assert "首行" not in outcome.context[0]
    assert outcome.context[1] == "。"
    assert len(outcome.context[0]) <= 40


def test_what_is_absent_has_neither_place_nor_quotation():
    outcome = one(finding())
    assert (outcome.at, outcome.quote, outcome.context) == (None, None, ("", ""))


def test_fingerprints_do_not_hang_on_words_level_or_place():
    card = rule(finding())
    other = attrs.evolve(
        card, check=rule(finding(message=Message("别的话", "other words"), at=place("电话"), level=Level.NOTE)).check
    )
    (before,), (after,) = assess(report(TEXT), [card]), assess(report(f"前言。\n{TEXT}"), [other])
    assert before.message != after.message
    assert before.fingerprint == after.fingerprint


def test_fingerprints_tell_rule_report_and_subject_apart():
    card = rule(finding(subject="a"), finding(subject="b"))
    reports = [
        report(TEXT),
        report(TEXT, year=2011),
        report(TEXT, agency=department("青石县农业局")),
        report(TEXT, agency=None),
    ]
    found = [
        outcome.fingerprint for one in reports for outcome in assess(one, [card, attrs.evolve(card, code="TST001")])
    ]
    assert len(set(found)) == len(found) == 16


def test_a_subject_given_twice_still_has_two_fingerprints():
    found = assess(report(TEXT), [rule(finding(), finding(), finding())])
    assert len({outcome.fingerprint for outcome in found}) == 3


def test_fingerprints_are_short_hexadecimal():
    outcome = one(finding())
    assert len(outcome.fingerprint) == 16
    assert int(outcome.fingerprint, 16) >= 0


def test_the_day_of_the_question_is_handed_on():
    asked = []

    def check(question):
        asked.append(question.as_of)
        yield finding()

    day = pendulum.Date(2012, 1, 1)
    found = assess(report(TEXT), [attrs.evolve(rule(), check=check)], as_of=day, ruleset="9")
    assert (asked, found.ruleset, found.report.text) == ([day], "9", TEXT)


def test_an_assessment_counts_every_kind_and_names_the_worst():
    found = assess(report(TEXT), [rule(finding(Kind.REVIEW, "a"), finding(Kind.PASS, "b"), level=Level.ERROR)])
    assert found.counts == {
        "pass": 1, "fail": 0, "review": 1, "open": 0, "notApplicable": 0, "informational": 0,
    }  # fmt: skip
    assert found.worst is Level.NONE
    assert assess(report(TEXT), [rule(finding(level=Level.WARNING), finding(subject="b"))]).worst is Level.ERROR
    assert [outcome.kind for outcome in found.of(Kind.PASS)] == [Kind.PASS]


def test_facts_are_json_values():
    outcome = one(finding(facts={"count": 1, "words": "甲", "parts": [{"label": "乙", "value": 2}]}))
    assert json.loads(json.dumps(dict(outcome.facts))) == {
        "count": 1, "words": "甲", "parts": [{"label": "乙", "value": 2}],
    }  # fmt: skip


def test_a_finding_must_rest_on_an_article():
    with pytest.raises(ValueError, match="cites"):
        finding(cites=())


def test_no_rules_no_outcomes():
    found = assess(report(TEXT), [])
    assert (found.outcomes, found.crashed, list(found)) == ((), (), [])


def test_a_table_that_was_read_is_not_listed_as_unread():
    unified = {"edition": Edition.UNIFIED_2021, "year": 2022}
    none = (0, 0, 0, 0, 0)
    tables = proactive(licences=(1,)), requests(), remedies(none, none, none)
    assert assess(tabled(*tables), []).not_checked == ()
    (message,) = assess(tabled(*tables[:2]), []).not_checked
    assert message.zh.startswith("法定统计表（表四 政府信息公开行政复议、行政诉讼情况）未读取")
    assert "table four" in message.en
    assert "table two" not in message.en
    (message,) = assess(report(TEXT, **unified), []).not_checked
    assert "表二 主动公开政府信息情况；表三 收到和处理政府信息公开申请情况；表四" in message.zh
    assert assess(report(TEXT), []).not_checked == ()


def test_an_annex_that_was_read_is_not_called_unread():
    annex = grid(ANNEX, {"received": (3, None)})
    (message,) = assess(tabled(annex, edition=Edition.FREE_FORM, year=2015), []).not_checked
    assert "未读取" not in message.zh
    assert "统计表" in message.zh


def test_what_blanks_count_as_is_handed_on():
    asked = []

    def check(question):
        asked.append(question.blank_is)
        yield finding()

    for word in ("open", "zero"):
        assess(report(TEXT), [attrs.evolve(rule(), check=check)], blank_is=word)
    assert asked == ["open", "zero"]


def test_what_could_not_be_decoded_is_said():
    (message,) = assess(report("一\ufffd\ufffd二\ufffd三"), []).not_checked
    assert message.zh.startswith("有2处文字无法解码")
    assert "UTF-8" in message.zh
    assert message.en.startswith("2 places could not be decoded")


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("收到申请1\ufffd件。\n第二行", "申请1", "review"),
        ("收到申请1\ufffd件。\n第二行", "第二行", "fail"),
        ("收到申请1\ufffd件。\n第二行", None, "review"),
        ("收到申请12件。", None, "fail"),
    ],
)
def test_nothing_is_accused_on_words_that_could_not_be_decoded(text, words, kind):
    outcome = one(finding(at=None if words is None else place(words, text)), on=report(text))
    assert outcome.kind.value == kind
    assert ("无法解码" in outcome.message.zh) is (kind == "review")


@pytest.mark.parametrize(
    ("keys", "evidence", "level"),
    [
        (["regulation-2007:32i3"], Evidence.SOURCE, Level.ERROR),
        (["regulation-2019:49", "regulation-2019:50p1"], Evidence.SOURCE, Level.ERROR),
        (["regulation-2007:14"], Evidence.SOURCE, Level.ERROR),
        (["regulation-2007:7"], Evidence.SOURCE, Level.WARNING),
        (["regulation-2007:32", "regulation-2007:28"], Evidence.SOURCE, Level.WARNING),
        (["regulation-2019:6", "form-2019"], Evidence.SOURCE, Level.ERROR),
        (["statistics-2014"], Evidence.SOURCE, Level.WARNING),
        (["regulation-2007:31"], Evidence.INFERENCE, Level.WARNING),
    ],
)
def test_law_that_was_not_read_in_its_source_never_makes_an_error(keys, evidence, level):
    cites = tuple(cite(key) for key in keys)
    assert one(finding(cites=cites, evidence=evidence)).level is level
    assert one(finding(cites=cites, evidence=evidence, level=Level.NOTE)).level is Level.NOTE


@pytest.mark.parametrize("card", RULES, ids=lambda card: card.code)
def test_no_rule_makes_an_error_of_what_is_not_known_from_its_source(card):
    asked = [finding(cites=(cite(key),), level=Level.ERROR, subject=key) for key in card.cites]
    forced = attrs.evolve(card, check=rule(*asked).check, editions=tuple(Edition))
    for outcome in assess(report(TEXT), [forced]):
        (cited,) = outcome.cites
        assert (outcome.level is Level.ERROR) is (cited.evidence is Evidence.SOURCE)


@pytest.mark.parametrize("subject", ["list:{}", "list:{}:part:2", "list:{}:total", "claim:rate:{}"])
def test_what_is_found_before_does_not_take_over_a_fingerprint(subject):
    alone = finding(subject=subject.format(1), at=place("电话"))
    moved = [finding(subject=subject.format(1), at=place("首行")), finding(subject=subject.format(2), at=place("电话"))]
    card = rule(alone)
    (before,) = assess(report(TEXT), [card])
    other, after = assess(report(TEXT), [attrs.evolve(card, check=rule(*moved).check)])
    assert before.fingerprint == after.fingerprint != other.fingerprint


def test_an_unrelated_list_before_a_list_moves_no_fingerprint():
    split = "收到申请10件，其中信函6件，占61%；当面4件，占40%。"
    page = (Path(__file__).parents[1] / "fixtures" / "reports" / "county-bureau-2010.txt").read_text("utf-8")
    mark = "三、"
    reports = [
        page.replace(mark, f"{words}\n{mark}", 1) for words in (split, f"公布信息8条，其中公告5条、简报3条。{split}")
    ]
    found = [{o.fingerprint for o in api.check(one.encode(), select="CLM") if o.kind is Kind.FAIL} for one in reports]
    assert found[0]
    assert found[0] <= found[1]


@pytest.mark.parametrize(("beside", "given"), [("previous", {"previous": report()}), ("parts", {"parts": Parts()})])
def test_a_rule_that_compares_runs_only_with_what_it_compares_with(beside, given):
    alone, comparing = rule(finding()), rule(finding(subject="b"), beside=beside)
    assert [outcome.subject for outcome in assess(report(TEXT), [alone, comparing])] == ["a"]
    assert [outcome.subject for outcome in assess(report(TEXT), [alone, comparing], **given)] == ["a", "b"]
