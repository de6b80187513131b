from decimal import Decimal

import pandas as pd
import pendulum
import pytest
from tests.analysis.scorecard.making import (
    FAIL,
    OPEN,
    PASS,
    REVIEW,
    UNFIT,
    YEAR,
    assessment,
    card,
    indicator,
    outcome,
    points,
    scored,
    several,
)

import govdisclosure
from govdisclosure.analysis.scorecard import Effect, State
from govdisclosure.decisions import Suppressions
from govdisclosure.model.agency import AgencyKind
from govdisclosure.model.count import Count, Printed
from govdisclosure.model.edition import Edition
from govdisclosure.model.forms import TableName
from govdisclosure.model.statistics import Cell, Grid, Statistics
from govdisclosure.rules.outcome import Kind, Level

ORGAN = "青石县水利局"


def earned(found):
    return str(found.earned.normalize()), str(found.judged.normalize()), str(found.highest.normalize())


def test_each_fault_costs_its_points_and_is_named():
    found = points(indicator(), *several("STR101", fail=2, passed=3))
    assert earned(found) == ("4", "1E+1", "4")
    costs = [(one.lost, one.outcome.subject) for one in found.traces if one.effect is Effect.LOST]
    assert costs == [(3, "part:0"), (3, "part:1")]
    assert found.state is State.JUDGED
    assert "2处不符" in found.why.zh
    assert "扣6分" in found.why.zh


def test_no_more_is_deducted_than_the_cap_and_the_traces_add_up():
    found = points(indicator(cap=5), *several("STR101", fail=3))
    assert [one.lost for one in found.traces] == [3, 2, 0]
    assert found.earned == 5


def test_a_rule_counts_once_where_rules_are_counted():
    found = points(
        indicator(select=["STR101", "STR102"], count="rules"),
        *several("STR101", fail=5),
        *several("STR102", fail=1),
    )
    assert found.lost == 6


@pytest.mark.parametrize(("kinds", "expected"), [({"passed": 1}, 10), ({"fail": 1, "passed": 9}, 0)])
def test_all_or_nothing(kinds, expected):
    assert points(indicator(how="all", per=None), *several("STR101", **kinds)).earned == expected


def test_a_share_of_rules_adds_up_after_rounding():
    given = indicator(how="share", per=None, select=["STR101", "STR102", "STR103"])
    found = points(given, *several("STR101", fail=2), *several("STR102", fail=1), *several("STR103", passed=1))
    assert found.earned == Decimal("3.33")
    assert [str(one.lost) for one in found.traces if one.lost] == ["3.33", "3.34"]


@pytest.mark.parametrize("how", ["deduct", "all", "share"])
def test_an_open_outcome_neither_earns_nor_deducts(how):
    per = 3 if how == "deduct" else None
    found = points(indicator(how=how, per=per), outcome("STR101", OPEN))
    assert earned(found) == ("0", "0", "1E+1")
    assert found.state is State.OPEN


def test_what_is_open_beside_a_fault_lowers_the_least_alone():
    found = points(indicator(), *several("STR101", fail=1, open=1))
    assert (found.lowest, found.highest, found.judged, found.lost) == (0, 7, 3, 3)
    found = points(
        indicator(count="rules", select=["STR101", "STR102"]), *several("STR101", fail=1), *several("STR102", open=1)
    )
    assert (found.lowest, found.highest, found.judged) == (4, 7, 7)


def test_a_rule_that_crashed_or_was_not_run_is_not_judged():
    two = indicator(select=["STR101", "STR102"])
    crashed = points(two, *several("STR101", passed=1), crashed=["STR102"])
    silent = points(two, *several("STR101", passed=1))
    assert crashed.judged == silent.judged == 0
    assert "规则出错" in crashed.traces[-1].message.zh
    assert "no outcome" in silent.traces[-1].message.en


def test_a_family_leaves_out_what_is_asked_beside_the_report_only():
    found = points(indicator(select=["CLM3"]))
    assert (found.state, found.traces) == (State.OPEN, ())
    found = points(indicator(select=["CLM3"]), *several("CLM301", passed=1))
    assert found.earned == 10
    named = points(indicator(select=["CLM301", "CLM302"]), *several("CLM301", passed=1))
    assert named.judged == 0


def test_a_review_is_no_fault_unless_the_scorecard_says_so():
    outcomes = several("STR101", review=1, passed=1)
    assert earned(points(indicator(), *outcomes)) == ("7", "7", "1E+1")
    spared = points(indicator(review="pass"), *outcomes)
    assert spared.earned == 10
    assert [one.effect for one in spared.traces].count(Effect.SPARED) == 1
    assert points(indicator(review="deduct"), *outcomes).lost == 3
    assert points(indicator(review="deduct", per_review=1), *outcomes, outcome("STR101", FAIL)).lost == 4


def test_a_fault_too_light_is_named_and_costs_nothing():
    light = outcome("STR101", FAIL, level=Level.NOTE)
    found = points(indicator(level="warning"), light)
    assert (found.earned, found.traces[0].effect) == (10, Effect.LIGHT)
    assert points(indicator(), light).lost == 3


def test_local_demands_count_only_where_they_are_asked_for():
    local = outcome("STR101", FAIL, 1, origin="qingshi-2024")
    national = outcome("STR101", PASS)
    assert points(indicator(), local, national).earned == 10
    assert points(indicator(origin="any"), local, national).lost == 3
    assert points(indicator(origin="qingshi-2024"), local, national).lost == 3
    assert points(indicator(origin="other"), local, national).judged == 0


@pytest.mark.parametrize(
    ("unfit", "earned_", "judged", "possible", "coverage"),
    [("left_out", 10, 10, 20, "0.5"), ("spread", 10, 10, 10, "1"), ("full", 20, 20, 20, "1")],
)
def test_what_does_not_apply_is_what_the_scorecard_says(unfit, earned_, judged, possible, coverage):
    given = card(indicator(), indicator(key="two", select=["STR102"]), not_applicable=unfit)
    found = scored(given, assessment(ORGAN, [*several("STR101", passed=1), *several("STR102", unfit=1)])).organs[0]
    assert (found.earned, found.judged, found.possible) == (earned_, judged, possible)
    assert found.coverage == Decimal(coverage)
    assert found.score == 20
    assert "不适用" in found["two"].why.zh


def test_an_indicator_may_decide_for_itself_what_becomes_of_it():
    given = card(indicator(not_applicable="full"), indicator(key="two", select=["STR102"]))
    found = scored(given, assessment(ORGAN, [*several("STR101", unfit=1), *several("STR102", fail=1)])).organs[0]
    assert found.earned == 17


def test_a_suppressed_fault_costs_nothing_and_is_named():
    text = f'[[suppress]]\ncode = "STR101"\nreason = "另附"\nagency = "{ORGAN}"\nuntil = 2024-12-31\n'
    held = Suppressions.loads(text)
    given, report = card(indicator()), assessment(ORGAN, several("STR101", fail=1, passed=1))
    found = scored(given, report, suppressions=held, as_of=pendulum.Date(2024, 3, 1)).organs[0]["one"]
    assert found.earned == 10
    waived = [one for one in found.traces if one.effect is Effect.WAIVED]
    assert [one.note.zh for one in waived] == ["另附（至2024-12-31）"]
    late = scored(given, report, suppressions=held, as_of=pendulum.Date(2025, 3, 1))
    assert late.organs[0]["one"].lost == 3
    marked, _ = held.apply(report, as_of=pendulum.Date(2024, 3, 1))
    assert scored(given, *[one for _, one in marked]).organs[0]["one"].earned == 10


def test_nobody_judges_by_suppressing_what_is_open():
    held = Suppressions.loads(f'[[suppress]]\ncode = "STR101"\nreason = "另附"\nagency = "{ORGAN}"\n')
    found = scored(card(indicator()), assessment(ORGAN, several("STR101", open=1)), suppressions=held)
    assert found.organs[0]["one"].judged == 0


def test_a_veto_bounds_the_whole_score():
    given = card(indicator(), {"key": "v", "name_zh": "否决", "how": "veto", "select": ["PRI101"], "most": 5})
    ok = several("STR101", passed=1)

    def whole(*more):
        found = scored(given, assessment(ORGAN, [*ok, *more])).organs[0]
        return found.score, found.lowest, found.highest, found.vetoed

    assert whole(outcome("PRI101", PASS)) == (10, 10, 10, False)
    assert whole(outcome("PRI101", FAIL)) == (5, 5, 5, True)
    assert whole(outcome("PRI101", REVIEW)) == (10, 5, 10, False)
    assert whole() == (10, 5, 10, False)


def test_a_bonus_comes_on_top():
    given = card(indicator(), indicator(key="b", select=["STR102"], bonus=True, points=2, how="all", per=None))
    ok = several("STR101", passed=1)
    for kind, score, highest in ((PASS, 12, 12), (FAIL, 10, 10), (OPEN, 10, 12)):
        found = scored(given, assessment(ORGAN, [*ok, outcome("STR102", kind)])).organs[0]
        assert (found.score, found.highest, found.possible, found.coverage) == (score, highest, 10, 1)


def test_only_the_kinds_of_organ_that_are_named_are_asked():
    given = card(indicator(kinds=["government"]), indicator(key="two", select=["STR102"]))
    outcomes = [*several("STR101", fail=1), *several("STR102", passed=1)]

    def of(kind):
        return scored(given, assessment(ORGAN, outcomes, kind=kind)).organs[0]

    assert (of(AgencyKind.GOVERNMENT)["one"].lost, of(AgencyKind.GOVERNMENT).possible) == (3, 20)
    left = of(AgencyKind.DEPARTMENT)
    assert (left["one"].state, left.possible, left.score, left.coverage) == (State.NOT_ASKED, 10, 20, 1)
    unknown = of(AgencyKind.UNKNOWN)
    assert (unknown["one"].state, unknown.coverage) == (State.OPEN, Decimal("0.5"))


BANDS = [{"to": 0, "points": 10}, {"to": 5, "points": 6}, {"to": 30, "points": 2}, {"points": 0}]


def late(kind, on, due="2024-01-31", latest="2024-01-31", **fields):
    facts = {"published_on": on, "due_on": due, "latest_on": latest}
    given = indicator(how="measure", measure="days_late", select=None, per=None, band=BANDS)
    return points(given, outcome("DDL101", kind, facts=facts, **fields))


@pytest.mark.parametrize(
    ("on", "expected"), [("2024-02-01", 6), ("2024-02-05", 6), ("2024-02-06", 2), ("2024-05-01", 0)]
)
def test_days_late_fall_into_bands(on, expected):
    found = late(FAIL, on)
    assert (found.earned, found.judged, found.traces[0].lost) == (expected, 10, 10 - expected)
    assert found.fingerprints == (found.traces[0].fingerprint,)


def test_in_time_is_no_day_late_and_what_is_not_known_is_not_judged():
    assert late(PASS, "2024-01-30").earned == 10
    assert earned(late(OPEN, None)) == ("0", "0", "1E+1")
    assert late(UNFIT, None).state is State.NOT_APPLICABLE
    assert late(FAIL, "no day").judged == 0


def test_a_doubtful_day_is_a_range_up_to_the_safe_reading():
    found = late(REVIEW, "2024-02-02", due="2024-01-31", latest="2024-02-02")
    assert (found.lowest, found.highest, found.judged) == (6, 10, 6)
    found = late(REVIEW, "2024-03-20")
    assert (found.lowest, found.highest) == (0, 10)
    assert (late(FAIL, "2024-02-05", latest="2024-02-04").highest) == 6


def test_a_day_in_time_that_is_doubted_says_nothing_of_how_late_the_other_one_is():
    found = late(REVIEW, "2024-01-20")
    assert (found.lowest, found.highest, found.judged) == (0, 10, 0)


def test_what_could_not_be_judged_is_open_whatever_its_facts_say():
    assert late(OPEN, "2024-01-20").judged == 0


@pytest.mark.parametrize("how", [{"how": "all", "per": None}, {}, {"how": "share", "per": None}])
def test_information_alone_earns_nothing_and_costs_nothing(how):
    found = points(indicator(**how), outcome("STR101", Kind.INFORMATIONAL))
    assert (found.state, found.earned, found.lost) == (State.NOT_APPLICABLE, 0, 0)
    beside = points(indicator(**how), outcome("STR101", PASS), outcome("STR101", Kind.INFORMATIONAL, 1))
    assert (beside.earned, beside.judged) == (10, 10)


def rate(*texts, **keys):
    names = [("received", "total"), ("carried_in", "total")]
    cells = tuple(
        Cell(
            row=row,
            column=column,
            count=Count(
                printed=Printed.NUMBER if text.isdigit() else Printed.BLANK,
                text=text,
                value=int(text) if text.isdigit() else None,
            ),
        )
        for (row, column), text in zip(names, texts, strict=False)
    )
    grid = Grid(table=TableName.REQUESTS, edition=Edition.UNIFIED_2021, cells=cells)
    given = indicator(
        **{
            "how": "measure",
            "measure": "rate",
            "select": None,
            "per": None,
            "numerator": ["requests/carried_in/total"],
            "denominator": ["requests/received/total"],
            "band": [{"to": 0.1, "points": 10}, {"to": 0.3, "points": 4}, {"points": 0}],
            **keys,
        }
    )
    return scored(card(given), assessment(ORGAN, (), statistics=Statistics(requests=grid))).organs[0]["one"]


@pytest.mark.parametrize(
    ("texts", "expected"), [(("10", "1"), 10), (("100", "11"), 4), (("10", "3"), 4), (("10", "4"), 0)]
)
def test_a_rate_falls_into_bands_exactly(texts, expected):
    found = rate(*texts)
    assert (found.earned, found.judged, found.lost) == (expected, 10, sum(one.lost for one in found.traces))
    assert found.traces[1].message.zh == f"表三“二、上年结转政府信息公开申请数量”×“总计”：{texts[1]}"


def test_a_figure_that_is_not_there_is_no_zero():
    assert rate("10", " ").judged == 0
    assert rate("10").judged == 0
    assert rate("0", "0").state is State.NOT_APPLICABLE
    count = rate("10", "3", measure="count", denominator=None, band=[{"to": 3, "points": 5}, {"points": 10}])
    assert count.earned == 5


def test_nothing_is_read_as_given_that_nobody_gave():
    given = card(indicator(), indicator(key="t", how="given", select=None, per=None, points=5))
    frame = pd.DataFrame([{"organ": ORGAN, "year": YEAR, "indicator": "t", "points": 4.5, "note": "两次"}])
    report = assessment(ORGAN, several("STR101", passed=1))
    assert scored(given, report).organs[0]["t"].judged == 0
    found = scored(given, report, given=frame).organs[0]["t"]
    assert (found.earned, found.traces[0].lost, found.traces[0].message.zh) == (
        Decimal("4.5"),
        Decimal("0.5"),
        "给4.5分：两次",
    )
    assert "没有用上" in scored(given, report, given=frame.assign(organ="白河县水利局")).notes[0].zh
    for wrong in (
        {"points": 6},
        {"points": -1},
        {"points": "x"},
        {"indicator": "one"},
        {"year": None},
        {"points": 1.005},
    ):
        with pytest.raises(govdisclosure.UsageError, match="given"):
            scored(given, report, given=frame.assign(**wrong))
    with pytest.raises(govdisclosure.UsageError, match="twice"):
        scored(given, report, given=pd.concat([frame, frame]))
