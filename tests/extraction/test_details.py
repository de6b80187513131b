import pytest

from govdisclosure import api

TITLE = "青石县人民政府2022年政府信息公开工作年度报告\n一、总体情况\n"


@pytest.mark.parametrize(
    ("prose", "found"),
    [
        (
            "制发行政规范性文件13件，废止3件，现行有效58件。",
            {"normative_documents_issued": 13, "normative_documents_repealed": 3, "normative_documents_in_force": 58},
        ),
        (
            "本年制发规章2件、已废止1件；制发规范性文件13件、宣布失效4件。",
            {
                "rules_issued": 2,
                "rules_repealed": 1,
                "normative_documents_issued": 13,
                "normative_documents_repealed": 4,
            },
        ),
        ("制定规章和规范性文件16件，废止4件。", {}),
        ("制定规章和行政规范性文件16件。", {}),
        ("制发行政规范性文件13件，办理提案20件，废止4件。", {"normative_documents_issued": 13}),
    ],
)
def test_a_row_of_counts_is_of_the_documents_it_began_with(prose, found):
    report = api.read(f"{TITLE}主动公开政府信息。{prose}\n二、其他\n".encode())
    stated = {
        claim.kind.value: claim.value
        for claim in report.claims
        if "_document" in claim.kind.value or "rules_" in claim.kind.value
    }
    assert stated == found
