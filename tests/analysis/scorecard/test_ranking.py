from decimal import Decimal

import attrs
import pyarrow as pa
import pytest
from tests.analysis.frames_of import frames_of, table
from tests.analysis.scorecard.making import FAIL, OPEN, PASS, assessment, card, indicator, outcome, scored, several

import govdisclosure
from govdisclosure.analysis import score
from govdisclosure.analysis.across import CollectionAssessment, OrganAssessment, YearVerdicts
from govdisclosure.analysis.across.lists import Listed, Names, Renamed
from govdisclosure.analysis.frames import ReportTables
from govdisclosure.analysis.scorecard import Standing
from govdisclosure.documents.endings import PASSED_OVER
from govdisclosure.errors import UsageError
from govdisclosure.model.agency import Agency
from govdisclosure.model.register import Register
from govdisclosure.rules.outcome import RegisterAssessment

ORGANS = ("甲县水利局", "乙县水利局", "丙县水利局", "丁县水利局")


def ranks(found):
    return [(one.organ, one.rank and one.rank.place, one.rank and one.rank.tied) for one in found]


def test_equal_scores_share_a_place_and_leave_the_next_free():
    faults = dict(zip(ORGANS, (1, 0, 1, 2), strict=True))
    reports = [assessment(organ, several("STR101", fail=count, passed=1)) for organ, count in faults.items()]
    found = scored(card(indicator()), *reports)
    assert ranks(found) == [
        ("乙县水利局", 1, False),
        ("丙县水利局", 2, True),
        ("甲县水利局", 2, True),
        ("丁县水利局", 4, False),
    ]
    assert not any(one.rank.may_change for one in found)


def test_a_place_that_may_change_says_between_which():
    two = indicator(select=["STR101", "STR102"], count="rules")
    given = card(two, indicator(key="t", select=["TXT101"]))
    reports = [
        assessment(ORGANS[0], [outcome("STR101", OPEN), outcome("STR102", OPEN), outcome("TXT101", PASS)]),
        assessment(ORGANS[1], [outcome("STR101", FAIL), outcome("STR102", PASS)]),
        assessment(ORGANS[2], [outcome("STR101", FAIL), outcome("STR102", FAIL)]),
    ]
    found = scored(given, *reports)
    told = [(one.score, one.lowest, one.highest, one.rank.place, one.rank.best, one.rank.worst) for one in found]
    assert told == [(20, 14, 20, 1, 1, 2), (14, 7, 17, 2, 1, 3), (8, 4, 14, 3, 1, 3)]
    assert all(one.rank.may_change for one in found)
    assert "2 (1–3)" in found.render("en")
    settled = scored(card(two), *reports[1:])
    assert [one.rank.may_change for one in settled] == [False, False]


def test_who_is_judged_too_little_is_listed_and_not_ranked():
    given = card(indicator(), indicator(key="b", select=["STR102"]), min_coverage=0.6)
    half = assessment(ORGANS[0], [outcome("STR101", PASS), outcome("STR102", OPEN)])
    whole = assessment(ORGANS[1], [outcome("STR101", FAIL), outcome("STR102", FAIL)])
    found = scored(given, half, whole)
    assert ranks(found) == [(ORGANS[1], 1, False), (ORGANS[0], None, None)]
    thin = found.organ(ORGANS[0])
    assert (thin.standing, thin.score, thin.lowest, thin.highest) == (Standing.THIN, 20, 10, 20)
    assert "50%" in thin.why.zh
    assert "60%" in thin.why.zh


def test_who_is_not_judged_at_all_has_no_score():
    found = scored(card(indicator()), assessment(ORGANS[0], several("STR101", open=1)))
    assert (found.organs[0].score, found.organs[0].standing) == (None, Standing.UNJUDGED)
    assert found.organs[0].rank is None


def test_an_organ_without_a_report_is_named_and_is_no_zero():
    listed = [Listed(organ=ORGANS[0]), Listed(organ=ORGANS[1]), Listed(organ=ORGANS[2], first=2024)]
    found = scored(card(indicator()), assessment(ORGANS[0], several("STR101", passed=1)), organs=listed)
    absent = found.organ(ORGANS[1])
    assert (absent.standing, absent.score, absent.lowest, absent.rank) == (Standing.NO_REPORT, None, None, None)
    assert len(found) == 2
    assert "no report in this collection" in found.render("en")


def test_it_is_a_zero_where_the_scorecard_says_so_and_everything_was_read():
    listed = [Listed(organ=ORGANS[1])]
    given = card(indicator(no_report="zero"), indicator(key="b", select=["STR102"]))
    read = assessment(ORGANS[0], [*several("STR101", passed=1), *several("STR102", passed=1)])
    absent = scored(given, read, organs=listed).organ(ORGANS[1])
    assert (absent.score, absent.lowest, absent.highest, absent.coverage) == (0, 0, 10, Decimal("0.5"))
    assert absent["one"].traces[0].lost == 10
    assert "10 lost, as the scorecard says" in absent.why.en
    nameless = assessment(None, (), uri="x.html")
    doubtful = scored(given, read, nameless, organs=listed).organ(ORGANS[1])
    assert doubtful.score is None
    assert "可能是它的" in doubtful.why.zh


def test_a_picture_that_was_not_read_may_be_the_report_of_an_organ_without_one():
    given = card(indicator(no_report="zero"), indicator(key="b", select=["STR102"]))
    tables = frames_of({"a": assessment(ORGANS[0], [*several("STR101", passed=1), *several("STR102", passed=1)])})
    pictured = {"name": "scan.jpg", "status": "unread", "fault_en": f"{PASSED_OVER} (.jpg)"}
    tables.reports = pa.concat_tables([tables.reports, table("reports", [pictured])])
    absent = score(given, tables, organs=[Listed(organ=ORGANS[1])]).organ(ORGANS[1])
    assert (absent.score, absent.highest, absent.rank) == (None, 20, None)
    assert "可能是它的" in absent.why.zh


@pytest.mark.parametrize(
    "lost",
    [
        {"name": "scan.jpg", "status": "unread", "fault_en": f"{PASSED_OVER} (.jpg)"},
        {"name": "b.html", "status": "read", "organ": None, "year": 2023},
        {"name": "b.html", "status": "read", "organ": ORGANS[1], "year": None},
    ],
)
def test_what_tables_of_one_year_leave_out_may_be_the_report_of_an_organ_without_one(lost):
    given = card(indicator(no_report="zero"), indicator(key="b", select=["STR102"]))
    tables = frames_of({"a": assessment(ORGANS[0], [*several("STR101", passed=1), *several("STR102", passed=1)])})
    reports = pa.concat_tables([tables.reports, table("reports", [lost])])
    narrowed = ReportTables.of({"reports": reports, "outcomes": tables.outcomes}).where(year=2023)
    absent = score(given, narrowed, organs=[Listed(organ=ORGANS[1])]).organ(ORGANS[1])
    assert (absent.score, absent.highest, absent.rank) == (None, 20, None)


def test_organs_that_merged_are_scored_apart_for_the_years_before():
    names = Names([Renamed(before=one, after="甲县新局", on=2023, merged=True) for one in ORGANS[:2]])
    reports = [assessment(one, several("STR101", passed=1), year=2022) for one in ORGANS[:2]]
    found = scored(card(indicator()), *reports, names=names)
    assert sorted((one.organ, one.standing) for one in found) == sorted((one, Standing.SCORED) for one in ORGANS[:2])


def test_a_report_of_a_collection_that_names_no_organ_may_be_that_of_an_organ_without_one():
    given = card(indicator(no_report="zero"), indicator(key="b", select=["STR102"]))
    own = assessment(ORGANS[0], [*several("STR101", passed=1), *several("STR102", passed=1)])
    found = scored(given, own, CollectionAssessment(organs=(), nameless=1), organs=[Listed(organ=ORGANS[1])])
    assert (found.organ(ORGANS[1]).score, found.organ(ORGANS[1]).highest) == (None, 20)


def test_years_of_another_kind_of_column_are_years_or_turned_away():
    tables = frames_of({"a": assessment(ORGANS[0], several("STR101", passed=1))})
    reports = tables.reports.to_pandas()
    given = {"reports": reports.assign(year=2023.0), "outcomes": tables.outcomes}
    (scored_one,) = score(card(indicator()), given).organs
    assert (str(scored_one.year), scored_one.standing) == ("2023", Standing.SCORED)
    for year in (2023.5, 10**9, "x"):
        with pytest.raises(UsageError, match="no year"):
            score(card(indicator()), {**given, "reports": reports.assign(year=year)})


def test_reports_without_organ_or_year_are_named_apart():
    found = scored(
        card(indicator()), assessment(None, (), uri="a.html"), assessment(ORGANS[0], (), year=None, uri="b.html")
    )
    assert (len(found), found.nameless) == (0, ("a.html", "b.html"))
    assert "a.html" in found.render()


def test_two_reports_on_a_year_are_not_chosen_from():
    one, two = (assessment(ORGANS[0], several("STR101", passed=1), uri=uri) for uri in ("a.html", "b.html"))
    found = scored(card(indicator()), one, two).organs[0]
    assert (found.standing, found.score, found.sources) == (Standing.SEVERAL, None, ("a.html", "b.html"))
    same = scored(card(indicator()), one, one).organs[0]
    assert (same.standing, same.score) == (Standing.SCORED, 10)


def test_years_are_ranked_apart():
    reports = [assessment(ORGANS[0], several("STR101", fail=n, passed=1), year=2022 + n) for n in range(2)]
    found = scored(card(indicator()), *reports)
    assert [(one.year, one.rank.place) for one in found] == [(2022, 1), (2023, 1)]
    assert [one.year for one in scored(card(indicator()), *reports, year=2023)] == [2023]
    assert [one.year for one in scored(card(indicator(), years=[2022]), *reports)] == [2022]
    with pytest.raises(govdisclosure.UsageError, match="2022"):
        scored(card(indicator(), years=[2022]), *reports, year=2023)
    with pytest.raises(govdisclosure.UsageError, match="year="):
        found.organ(ORGANS[0])
    assert found.organ(ORGANS[0], 2023).score == 7


def test_an_organ_is_called_as_it_was_last():
    names = Names([Renamed(before="甲县水务局", after=ORGANS[0])])
    found = scored(card(indicator()), assessment("甲县水务局", several("STR101", passed=1)), names=names)
    assert found.organs[0].organ == ORGANS[0]
    assert found.organ("甲县 水利局").score == 10


def test_what_a_register_says_counts_for_the_year_that_is_named():
    given = card(indicator(select=["REQ101"]))
    register = RegisterAssessment(
        outcomes=tuple(several("REQ101", fail=1)), register=Register(agency=Agency(name=ORGANS[0]))
    )
    report = assessment(ORGANS[0], ())
    assert scored(given, report).organs[0].score is None
    assert scored(given, report, register).organs[0].score == 7
    with pytest.raises(govdisclosure.UsageError, match="year="):
        scored(given, report, assessment(ORGANS[0], (), year=2022), register)
    alone = scored(given, assessment(ORGANS[1], ()), register)
    assert ORGANS[0] in alone.notes[0].zh


def test_what_was_found_over_years_counts_for_its_year():
    years = tuple(
        YearVerdicts(source="a", year=year, outcomes=(outcome("XYR101", kind, year),))
        for year, kind in ((2022, PASS), (2023, FAIL))
    )
    of_all = (outcome("ACR101", PASS), outcome("ACR102", FAIL, facts={"year": 2022}), outcome("ACR102", PASS, 1))
    organ = OrganAssessment(organ=ORGANS[0], sources=(), outcomes=of_all, years=years)
    reports = [assessment(ORGANS[0], (), year=year) for year in (2022, 2023)]
    codes = {"x": "XYR101", "m": "ACR101", "d": "ACR102"}
    given = card(*(indicator(key=key, select=[code]) for key, code in codes.items()))
    found = scored(given, *reports, CollectionAssessment(organs=(organ,)))
    assert [[int(points.earned) for points in one.indicators] for one in found] == [[10, 10, 7], [7, 10, 10]]
    crashed = attrs.evolve(organ, crashed=(("ACR101", "ValueError"),))
    found = scored(given, *reports, CollectionAssessment(organs=(crashed,)))
    assert [one["m"].judged for one in found] == [0, 0]


@pytest.mark.parametrize("wrong", [3, "a.html", [3], object()])
def test_what_cannot_be_scored_is_refused(wrong):
    with pytest.raises(govdisclosure.UsageError, match="cannot be scored"):
        govdisclosure.analysis.score(card(indicator()), wrong)
