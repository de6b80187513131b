import pytest
from tests.rules.entries import ask_entries, request, told

from govdisclosure.model.request import Applicant
from govdisclosure.rules.outcome import Kind, Level
from govdisclosure.rules.requests.req112_applicant_kind import RULE

NOBODY = Applicant(name="张三丰")


def replied(on, **fields):
    return request("7", ("replied", on, {"outcome": "granted"}), **fields)


@pytest.mark.parametrize(
    ("one", "verdict"),
    [
        (replied("2024-03-20"), {"requests": "pass"}),
        (replied("2024-03-20", applicant=NOBODY), {"7:kind": "fail"}),
        (request("7", applicant=NOBODY), {"7:kind": "fail"}),
        (replied("2018-12-31", applicant=NOBODY), {"requests": "notApplicable"}),
        (replied("2019-01-02", applicant=NOBODY), {"7:kind": "fail"}),
        (replied("9999-01-02", applicant=NOBODY), {"7:kind": "fail"}),
        (replied("2007-03-20", applicant=NOBODY), {"requests": "notApplicable"}),
    ],
)
def test_table_three_needs_to_know_who_asked(one, verdict):
    assert told(RULE, one) == verdict


@pytest.mark.parametrize(("year", "form"), [(2020, "form-2019"), (2021, "form-2021")])
def test_the_form_is_that_of_the_year(year, form):
    (outcome,) = ask_entries(RULE, replied(f"{year}-03-20", applicant=NOBODY))
    assert (outcome.kind, outcome.level, outcome.cites[0].key) == (Kind.FAIL, Level.WARNING, form)
