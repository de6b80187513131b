"""What a figure counts, told by the words around it."""

import pytest
from tests.extraction.reports import report, stated


@pytest.mark.parametrize(
    "words",
    [
        "2010年，本局共办理行政复议案件120件，无一件涉及政府信息公开。",
        "共办理行政复议案件120件，没有一件涉及政府信息公开。",
        "共受理行政复议案件120件，均未涉及政府信息公开。",
        "共受理行政复议案件120件，其中没有涉及政府信息公开的案件。",
        "本机关作为复议机关共办理因政府信息公开引起的行政复议案件3件。",
        "作为复议机关，本机关共办理政府信息公开行政复议案件3件。",
    ],
)
def test_cases_that_are_not_the_organs_own_or_not_of_disclosure_are_not_counted(words):
    assert stated(report(remedies=words)) in ([], [("reconsiderations", "0")])


@pytest.mark.parametrize(
    ("words", "claims"),
    [
        ("发生因政府信息公开引起的行政复议2件，没有因政府信息公开引起的行政诉讼。",
         [("reconsiderations", "2"), ("lawsuits", "0")]),
        ("共收到行政复议申请120件，其中涉及政府信息公开3件。", [("reconsiderations", "3")]),
        ("作为被申请人的政府信息公开行政复议案件3件。", [("reconsiderations", "3")]),
    ],
)  # fmt: skip
def test_the_organs_own_cases_are_counted(words, claims):
    assert stated(report(remedies=words)) == claims
