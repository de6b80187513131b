import attrs
import pytest
from tests.rules.asking import ODD_YEARS, ask, verdicts
from tests.rules.building import claim
from tests.rules.grids import remedies, tabled

from govdisclosure.model.place import Place
from govdisclosure.model.report import AnnualReport, ClaimKind, Edition
from govdisclosure.model.statistics import Oddity, OddityKind
from govdisclosure.rules.arithmetic.sum202_remedy_sums import RULE
from govdisclosure.rules.outcome import Kind, Level

RECONSIDERATION, DIRECT, AFTER = (72, 64, 178, 37, 351), (13, 4, 8, 1, 26), (12, 1, 1, 6, 20)
NONE = (0, 0, 0, 0, 0)


def summed(*blocks, claims=(), text="", **asked):
    return ask(RULE, tabled(remedies(*blocks), claims=claims, text=text), **asked)


@pytest.mark.parametrize("edition", [Edition.UNIFIED_2019, Edition.UNIFIED_2021])
def test_blocks_that_add_up_give_one_pass(edition):
    (outcome,) = ask(RULE, tabled(remedies(RECONSIDERATION, DIRECT, AFTER, edition=edition)))
    assert (outcome.kind, outcome.facts["judged"]) == (Kind.PASS, 3)


@pytest.mark.parametrize("position", range(5))
@pytest.mark.parametrize("block", range(3))
def test_every_single_fault_is_found_in_its_block(block, position):
    blocks = [list(RECONSIDERATION), list(DIRECT), list(AFTER)]
    blocks[block][position] += 1
    (outcome,) = summed(*map(tuple, blocks))
    keys = "reconsideration", "litigation_direct", "litigation_after_reconsideration"
    assert (outcome.kind, outcome.level, outcome.subject) == (Kind.FAIL, Level.ERROR, f"block:{keys[block]}")
    columns = "upheld", "corrected", "other", "pending", "total"
    right = (RECONSIDERATION, DIRECT, AFTER)[block][position]
    assert {"row": keys[block], "column": columns[position], "printed": right + 1, "expected": right} in outcome.facts[
        "candidates"
    ]


def test_the_block_is_named_with_both_figures():
    (outcome,) = summed((72, 64, 178, 38, 351), DIRECT, AFTER)
    assert (outcome.facts["left"], outcome.facts["right"], outcome.facts["difference"]) == (352, 351, 1)
    assert attrs.astuple(outcome.at.cell) == ("remedies", "reconsideration", "total")
    assert "表四“行政复议”各类结果之和352，总计351，不相等" in outcome.message.zh


def test_no_cell_can_be_less_than_nothing():
    (outcome,) = summed((1, 0, 0, 0, 0), NONE, NONE)
    assert [(one["column"], one["expected"]) for one in outcome.facts["candidates"]] == [("upheld", 0), ("total", 1)]


@pytest.mark.parametrize(("block", "expected"), [((72, 64, 178, 38, 351), 37), ((73, 64, 178, 37, 351), 72)])
def test_a_result_that_the_narrative_states_settles_the_cell(block, expected):
    kinds = {
        "结果维持72件": (ClaimKind.RECONSIDERATIONS_UPHELD, 72),
        "结果纠正64件": (ClaimKind.RECONSIDERATIONS_CORRECTED, 64),
        "其他结果178件": (ClaimKind.RECONSIDERATIONS_OTHER, 178),
        "尚未审结37件": (ClaimKind.RECONSIDERATIONS_PENDING, 37),
    }
    claims = tuple(said(words, kind, value, printed=str(value)) for words, (kind, value) in kinds.items())
    (outcome,) = summed(block, DIRECT, AFTER, claims=claims, text="")
    assert (outcome.facts["printed"], outcome.facts["expected"]) == (expected + 1, expected)
    assert outcome.at.cell.row == "reconsideration"


def said(words, kind, value, **fields):
    return claim(words, words, kind, value, **{"whole": True, **fields})


@pytest.mark.parametrize(
    ("stated", "columns"),
    [(352, ["total"]), (351, ["upheld", "corrected", "other", "pending"]), (350, None)],
)
def test_the_narrative_settles_which_side_is_wrong(stated, columns):
    words = f"行政复议{stated}件"
    (outcome,) = summed(
        (72, 64, 178, 38, 351), DIRECT, AFTER, claims=(said(words, ClaimKind.RECONSIDERATIONS, stated),), text=words
    )
    assert outcome.facts["stated"] == stated
    if columns == ["total"]:
        assert (outcome.facts["printed"], outcome.facts["expected"]) == (351, 352)
        assert outcome.at.cell.column == "total"
        assert "正文所述总数为352，“行政复议”×“总计”应为352" in outcome.message.zh
    else:
        expected = columns or ["upheld", "corrected", "other", "pending", "total"]
        assert [one["column"] for one in outcome.facts["candidates"]] == expected


def test_one_part_that_alone_can_be_wrong_is_named_where_the_narrative_gives_the_total():
    words = "行政复议0件"
    (outcome,) = summed((0, 2, 0, 0, 0), NONE, NONE, claims=(said(words, ClaimKind.RECONSIDERATIONS, 0),), text=words)
    assert (outcome.at.cell.column, outcome.facts["printed"], outcome.facts["expected"]) == ("corrected", 2, 0)


def test_lawsuits_are_stated_for_both_blocks_together():
    words = "行政诉讼46件"
    claims = (said(words, ClaimKind.LAWSUITS, 46),)
    (outcome,) = summed(RECONSIDERATION, (13, 4, 8, 1, 25), AFTER, claims=claims, text=words)
    assert (outcome.at.cell.row, outcome.facts["printed"], outcome.facts["expected"]) == ("litigation_direct", 25, 26)
    both = summed(RECONSIDERATION, (13, 4, 8, 1, 25), (12, 1, 1, 6, 19), claims=claims, text=words)
    assert [("candidates" in one.facts, "stated" in one.facts) for one in both] == [(True, False)] * 2


@pytest.mark.parametrize("fields", [{"whole": False}, {"approximate": True}])
def test_a_claim_that_is_no_exact_whole_settles_nothing(fields):
    words = "行政复议352件"
    claims = (said(words, ClaimKind.RECONSIDERATIONS, 352, **fields),)
    (outcome,) = summed((72, 64, 178, 38, 351), DIRECT, AFTER, claims=claims, text=words)
    assert "candidates" in outcome.facts


def test_blanks_are_open_or_zero():
    blocks = (("", "", "", "", ""), DIRECT, AFTER)
    found = summed(*blocks)
    assert [outcome.kind for outcome in found] == [Kind.OPEN, Kind.PASS]
    assert (found[0].facts["open"], len(found[0].facts["blank"])) == (1, 5)
    zero = summed(*blocks, blank_is="zero")
    assert [outcome.kind for outcome in zero] == [Kind.INFORMATIONAL, Kind.PASS]
    assert zero[1].facts["judged"] == 3


def test_a_layout_of_its_own_is_reviewed():
    odd = Oddity(kind=OddityKind.REPEATED_ROW, label="行政复议", at=Place(start=0, end=0))
    table = remedies((1, 0, 0, 0, 0), NONE, NONE, oddities=(odd,))
    assert [outcome.kind for outcome in ask(RULE, tabled(table))] == [Kind.REVIEW]


def test_no_table():
    assert verdicts(RULE, tabled()) == {"table:remedies": "open"}
    assert verdicts(RULE, AnnualReport(year=2010)) == {"table:remedies": Kind.NOT_APPLICABLE.value}


def test_odd_years_do_not_raise():
    for year in ODD_YEARS:
        assert ask(RULE, tabled(remedies((1, 0, 0, 0, 0), NONE, NONE), year=year))
