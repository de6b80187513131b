import pytest
from tests.rules.asking import ODD_YEARS, ask, verdicts
from tests.rules.building import claim, department, report
from tests.rules.claims.books import LOST, REQUESTS, register, request

from govdisclosure.model.report import ClaimKind, ClaimScope, Edition
from govdisclosure.rules.claims.clm303_narrative_register import RULE
from govdisclosure.rules.outcome import Kind, Level

KIND = ClaimKind.REQUESTS_RECEIVED


def stated(value, kind=KIND, year=2023, text="全年共收到申请{}件。", **fields):
    words = text.format(value)
    made = claim(words, str(value), kind, value, **{"printed": str(value), "whole": True, "unit": "件", **fields})
    edition = Edition.UNIFIED_2021 if year and year > 2020 else Edition.FREE_FORM
    return report(words, year=year, edition=edition, claims=(made,))


@pytest.mark.parametrize("value", [3, 4])  # new ones, or with what was carried in
def test_a_figure_that_a_lawful_reading_gives_agrees(value):
    assert verdicts(RULE, stated(value), register=register()) == {"narrative": "pass"}


def test_a_figure_that_no_reading_gives_is_a_fault_with_the_entries():
    fault = ask(RULE, stated(7), register=register())[0]
    assert (fault.kind, fault.level) == (Kind.FAIL, Level.ERROR)
    assert (fault.facts["printed"], fault.facts["expected"]) == (7, [3, 4])
    assert fault.facts["entries"] == ["R2", "R3", "R4"]
    assert "钱" not in f"{fault.message}{fault.facts}"


@pytest.mark.parametrize(
    ("value", "kind", "expected"),
    [
        (1, ClaimKind.REQUESTS_CARRIED_IN, "pass"),
        (2, ClaimKind.REQUESTS_CARRIED_OUT, "fail"),
        (2, ClaimKind.REQUESTS_GRANTED, "pass"),
        (1, ClaimKind.REQUESTS_DENIED, "pass"),
        (2, ClaimKind.RECONSIDERATIONS, "pass"),
        (0, ClaimKind.LAWSUITS, "pass"),
        (9, ClaimKind.REQUESTS_ANSWERED, "review"),  # as CLM201: 答复 is said of less, too
    ],
)
def test_each_kind_is_read_as_beside_the_tables(value, kind, expected):
    assert expected in verdicts(RULE, stated(value, kind, text="{}件"), register=register()).values()


@pytest.mark.parametrize("fields", [{"scope": ClaimScope.PART}, {"approximate": True}])
def test_what_is_of_a_part_or_round_is_not_compared(fields):
    assert verdicts(RULE, stated(7, **fields), register=register()) == {"narrative": "notApplicable"}


@pytest.mark.parametrize(
    ("kept", "fields"),
    [
        (register(faults=(LOST,)), {}),
        (register(requests=(*REQUESTS, request("R9", "2023-05-01", "2023-05-09", kind=None))), {}),
        (register(agency=department("青石县水利水务局")), {}),
        (register(), {"whole": False}),
        (register(requests=REQUESTS[1:], cases=()), {}),  # begins in the year: what was carried in may be missing
    ],
)
def test_a_doubt_leaves_it_to_a_person(kept, fields):
    assert [one.kind for one in ask(RULE, stated(7, **fields), register=kept)] == [Kind.REVIEW]


def test_before_there_were_tables_it_is_for_a_person():
    kept = register(requests=(request("R1", "2012-03-01", "2012-03-09"),), cases=None)
    assert verdicts(RULE, stated(7, year=2012), register=kept) == {"claim:requests_received:1": "review"}
    assert verdicts(RULE, stated(1, year=2012), register=kept) == {"narrative": "pass"}


@pytest.mark.parametrize("year", ODD_YEARS)
def test_odd_years_give_no_fault(year):
    assert "fail" not in verdicts(RULE, stated(7, year=year), register=register()).values()


def test_another_year_is_not_compared():
    assert verdicts(RULE, stated(7, year=2025), register=register()) == {"narrative": "notApplicable"}


def test_a_year_that_could_not_be_read_is_open():
    assert verdicts(RULE, stated(7, year=None), register=register()) == {"narrative": Kind.OPEN.value}
