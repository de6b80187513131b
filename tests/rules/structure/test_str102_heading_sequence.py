import attrs
import pytest
from tests.rules.asking import ask, verdicts
from tests.rules.structure.reports import OLD, whole

from govdisclosure.model.report import AnnualReport
from govdisclosure.rules.structure.str102_heading_sequence import RULE


def numbered(*numbers):
    report = whole(*OLD[: len(numbers)])
    sections = tuple(attrs.evolve(s, number=n) for s, n in zip(report.sections, numbers, strict=True))
    return attrs.evolve(report, sections=sections)


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ((1, 2, 3, 4, 5), {"sequence": "pass"}),
        ((1, None, 2, 3), {"sequence": "pass"}),
        ((1, 2, 3, 4, 7), {"sequence:gap": "review"}),
        ((2, 3, 4), {"sequence:gap": "review"}),
        ((1, 2, 2, 3), {"sequence:repeat": "review"}),
        ((1, 3, 2), {"sequence:gap": "review", "sequence:reversal": "review"}),
        ((None, None, None), {"sequence": "notApplicable"}),
        ((3,), {"sequence": "notApplicable"}),
    ],
)
def test_numbers(numbers, expected):
    assert verdicts(RULE, numbered(*numbers)) == expected


def test_a_gap_says_which_numbers_stand_there_and_which_are_left_out():
    (outcome,) = ask(RULE, numbered(1, 2, 3, 4, 7))
    assert outcome.facts == {"numbers": [1, 2, 3, 4, 7]}
    assert "缺5至6" in outcome.message.zh
    assert outcome.quote == "五、存在的问题及改进情况"
    assert outcome.level.value == "warning"


def test_another_order_is_only_mentioned():
    parts = (OLD[1], OLD[0], OLD[4])
    assert verdicts(RULE, whole(*parts)) == {"sequence": "pass", "order": "informational"}


def test_nothing_to_compare():
    assert verdicts(RULE, AnnualReport()) == {"sequence": "notApplicable"}
