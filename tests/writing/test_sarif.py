import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from govdisclosure.decisions import Baseline, Suppressions, decide
from govdisclosure.errors import ReadError, StructureError
from govdisclosure.model.place import SourceMap
from govdisclosure.rules.outcome import Kind
from govdisclosure.rules.registry import RULES
from govdisclosure.writing.sarif import artifact_uri, sarif_log

SCHEMA = json.loads((Path(__file__).parent.parent / "fixtures" / "sarif-2.1.0.schema.json").read_text("utf-8"))


def log(*assessments, unread=(), lang="zh"):
    assessed = [(f"报告/{n} x.txt", one) for n, one in enumerate(assessments)]
    return sarif_log(assessed, unread, rules=RULES, ruleset="1", lang=lang)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_log_validates_against_the_published_schema(samples, lang):
    unread = [ReadError("b\udcff.txt", "空", "empty"), StructureError("-", "不是", "is none")]
    document = log(samples.assessment(), samples.hostile(), unread=unread, lang=lang)
    Draft202012Validator.check_schema(SCHEMA)
    assert not [error.message for error in Draft202012Validator(SCHEMA).iter_errors(document)]


def decided_log(samples, **more):
    def made(name, kind=Kind.FAIL):
        return samples.outcome(kind, subject=name, fingerprint=name)

    known = Baseline.of([("a.txt", samples.assessment(outcomes=tuple(map(made, ("known", "gone", "hidden")))))])
    now = (made("new"), made("known"), made("hidden"), made("fine", Kind.PASS), made("doubt", Kind.REVIEW))
    toml = '[[suppress]]\ncode = "STR101"\nsubject = "hidden"\nreason = "电话13800138000"\n'
    decided = decide(
        [("a.txt", samples.assessment(outcomes=now))], baseline=known, suppressions=Suppressions.loads(toml)
    )
    document = sarif_log(decided.assessed, rules=RULES, ruleset="1", decided=decided, **more)
    assert not [error.message for error in Draft202012Validator(SCHEMA).iter_errors(document)]
    return document["runs"][0]


def test_states_and_suppressions_are_on_every_result_and_what_is_gone_has_a_place(samples):
    run = decided_log(samples)
    states = {one["partialFingerprints"]["govdisclosure/v1"]: one.get("baselineState") for one in run["results"]}
    assert states == {
        "new": "new", "known": "unchanged", "hidden": "unchanged", "fine": None, "doubt": "new", "gone": "absent",
    }  # fmt: skip
    reasons = [[one["justification"] for one in result["suppressions"]] for result in run["results"]]
    assert [reason for reason in reasons if reason] == [["电话" + "*" * 11]]
    assert all(result["locations"] for result in run["results"])
    assert "omitted" not in run["properties"]


def test_for_code_scanning_a_log_has_what_failed_and_is_undecided_each_at_a_line(samples):
    run = decided_log(samples, quiet=True)
    assert [result["partialFingerprints"]["govdisclosure/v1"] for result in run["results"]] == ["new"]
    assert run["properties"]["omitted"] == 4
    assert all(place["physicalLocation"]["region"]["startLine"] for one in run["results"] for place in one["locations"])
    nowhere = samples.assessment(report=samples.report(map=SourceMap()), outcomes=(samples.outcome(Kind.FAIL),))
    (result,) = sarif_log([("a.docx", nowhere)], rules=RULES, ruleset="1", quiet=True)["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 1}
    (result,) = sarif_log([("a.docx", nowhere)], rules=RULES, ruleset="1")["runs"][0]["results"]
    assert "region" not in result["locations"][0]["physicalLocation"]


def test_an_empty_log_validates():
    assert not list(Draft202012Validator(SCHEMA).iter_errors(log()))


def test_every_rule_has_metadata_and_results_point_to_it(samples):
    run = log(samples.assessment())["runs"][0]
    descriptors = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in descriptors] == [rule.code for rule in RULES]
    assert all(rule["help"]["markdown"] and rule["properties"]["cites"] for rule in descriptors)
    assert {descriptors[result["ruleIndex"]]["id"] for result in run["results"]} == {"STR101"}


def test_only_a_fail_has_a_level_and_ours_stands_in_the_properties(samples):
    results = log(samples.assessment())["runs"][0]["results"]
    assert {result["kind"]: result["level"] for result in results if result["level"] != "none"} == {"fail": "error"}
    assert {result["kind"]: result["properties"]["level"] for result in results}["review"] == "warning"


def test_a_region_gives_lines_columns_and_character_offsets(samples):
    run = log(samples.assessment())["runs"][0]
    result = next(result for result in run["results"] if result["kind"] == "review")
    region = result["locations"][0]["physicalLocation"]["region"]
    offset, length = region["charOffset"], region["charLength"]
    assert samples.text[offset : offset + length] == region["snippet"]["text"] == "公开率达到100%"
    assert [region[name] for name in ("startLine", "startColumn", "endLine", "endColumn")] == [4, 1, 4, 10]


def test_what_is_absent_is_located_at_the_whole_file(samples):
    results = log(samples.assessment())["runs"][0]["results"]
    physical = [result["locations"][0]["physicalLocation"] for result in results if result["kind"] == "fail"]
    assert [(one["artifactLocation"]["index"], one["region"]) for one in physical] == [
        (0, {"startLine": 1, "endLine": 6})
    ]


def test_files_that_were_not_read_and_rules_that_crashed_are_notifications(samples):
    assessment = samples.assessment(crashed=(("STR101", "KeyError"),))
    run = log(assessment, unread=[ReadError("b.txt", "空", "empty")], lang="en")["runs"][0]
    invocation = run["invocations"][0]
    assert invocation["executionSuccessful"] is False
    assert [note["message"]["text"] for note in invocation["toolExecutionNotifications"]] == [
        "empty",
        "STR101: rule crashed, not judged (KeyError)",
    ]


def test_artifacts_carry_the_hash_of_the_bytes(samples):
    artifact = log(samples.assessment())["runs"][0]["artifacts"][0]
    assert artifact["hashes"] == {"sha-256": "0" * 64}
    assert artifact["location"]["uri"] == "%E6%8A%A5%E5%91%8A/0%20x.txt"


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a:b.txt", "a%3Ab.txt"),
        ("./a.txt", "a.txt"),
        ("b\udcff.txt", "b%FF.txt"),
        ("/base/a.txt", "a.txt"),
        ("-", "stdin"),
    ],
)
def test_uris_are_relative_and_percent_encoded_byte_for_byte(path, uri):
    assert artifact_uri(path, "/base") == uri
