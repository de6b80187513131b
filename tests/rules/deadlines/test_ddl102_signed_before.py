import attrs
import pytest
from tests.rules.asking import ask
from tests.rules.building import mention, report

from govdisclosure.model.report import AnnualReport
from govdisclosure.rules.deadlines.ddl102_signed_before import RULE


def outcome(signed, published):
    (found,) = ask(RULE, report(signed=signed, published=published))
    return found


PUBLISHED = mention("", "2011-01-14", 2011, 1, 14)


@pytest.mark.parametrize(
    ("words", "date", "expected"),
    [
        ("二O一一年一月十日", (2011, 1, 10), "pass"),
        ("2011年1月14日", (2011, 1, 14), "pass"),
        ("2011年1月15日", (2011, 1, 15), "fail"),
        ("二〇一一年三月一日", (2011, 3, 1), "fail"),
    ],
)
def test_signature_and_publication(words, date, expected):
    found = outcome(mention("", words, *date), PUBLISHED)
    assert found.kind.value == expected
    assert found.level.value == {"pass": "none"}.get(expected, "warning")


def test_a_day_of_publication_that_is_not_sure_is_for_review():
    signed = mention("", "2011年1月15日", 2011, 1, 15)
    assert outcome(signed, attrs.evolve(PUBLISHED, sure=False)).kind.value == "review"


def test_one_date_alone_cannot_contradict():
    assert outcome(None, PUBLISHED).kind.value == "notApplicable"
    assert outcome(PUBLISHED, None).kind.value == "notApplicable"
    assert ask(RULE, AnnualReport())[0].kind.value == "notApplicable"
