import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.across.organs import judged, receiving, subjects

from govdisclosure.rules.across.acr101_years_missing import RULE
from govdisclosure.rules.outcome import Kind, Level


def years(*given_years):
    return tuple(receiving(year, 1, f"{number}.html") for number, year in enumerate(given_years))


@given(st.sets(st.integers(2008, 2025), min_size=2))
def test_each_year_that_is_missing_is_named_and_no_other(held):
    missing = {f"year:{year}": "review" for year in range(min(held), max(held)) if year not in held}
    assert subjects(judged(RULE, *years(*held))) == (missing or {"years": "pass"})


def test_what_is_missing_is_for_a_person_with_the_years_around_it():
    (outcome,) = judged(RULE, *years(2019, 2021))
    assert (outcome.kind, outcome.level) == (Kind.REVIEW, Level.WARNING)
    assert outcome.facts == {"year": 2020, "before": 2019, "after": 2021, "undated": 0}
    assert "第四十九条" in outcome.message.zh
    assert "未收集到" in outcome.message.zh


def test_the_law_is_that_of_the_year():
    assert [cite.key for cite in judged(RULE, *years(2010, 2012))[0].cites] == ["regulation-2007:31"]


@pytest.mark.parametrize(
    ("held", "asked", "verdict"),
    [
        ((2020,), {}, {"years": "notApplicable"}),
        ((), {}, {"years": "review"}),
        ((), {"first": 2022}, {"years": "review"}),
        ((None, None), {}, {"years": "open"}),
        ((2020,), {"first": 2019, "last": 2021}, {"year:2019": "review", "year:2021": "review"}),
        ((2020, 2021), {"first": 2020, "last": 2021}, {"years": "pass"}),
        ((), {"first": 2020, "last": 2021}, {"year:2020": "review", "year:2021": "review"}),
        ((2009,), {"first": 1999, "last": 2009}, {"year:2008": "review"}),
        ((2022, 2023), {"first": 2022}, {"years": "pass"}),
    ],
)
def test_what_the_users_list_says_of_an_organ_counts(held, asked, verdict):
    assert subjects(judged(RULE, *years(*held), **asked)) == verdict


def test_reports_whose_year_was_not_read_are_told_of():
    (outcome,) = judged(RULE, *years(2019, None, 2021))
    assert "另有1份未读出年度" in outcome.message.zh
