"""JUnit reports of random runs, held to a schema and to what the runs say."""

from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.writing.running import WHY, runs

from govdisclosure.cli.common import FOUND, UNREAD, status
from govdisclosure.decisions import Baseline, decide
from govdisclosure.errors import ReadError
from govdisclosure.rules.decision import Change
from govdisclosure.rules.outcome import Kind, RegisterAssessment
from govdisclosure.rules.registry import RULES
from govdisclosure.writing.junit import junit_xml
from govdisclosure.writing.run import Run

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parent.parent / "fixtures" / "junit.xsd"))


def tree(run, lang="zh"):
    found = etree.fromstring(junit_xml(run, lang).encode())
    SCHEMA.assertValid(found)
    return found


@settings(max_examples=150, deadline=None)
@given(run=runs(), lang=st.sampled_from(["zh", "en"]))
def test_any_run_is_valid_and_its_counts_are_what_stands_in_it(run, lang):
    root = tree(run, lang)
    marks = {"failures": "failure", "errors": "error", "skipped": "skipped"}
    for suite in root:
        assert int(suite.get("tests")) == len(suite.findall("testcase"))
        for name, tag in marks.items():
            assert int(suite.get(name)) == len(suite.findall(f"testcase/{tag}"))
    for name in ("tests", "failures", "errors"):
        assert int(root.get(name)) == sum(int(suite.get(name)) for suite in root)
    for (_, verdicts), suite in zip(run.assessed, root, strict=False):
        crashed = {code for code, _ in verdicts.crashed}
        failing = {one.rule for one in verdicts.of(Kind.FAIL) if not one.decided} - crashed
        faults = len(verdicts.register.faults) if isinstance(verdicts, RegisterAssessment) else 0
        assert int(suite.get("failures")) == len(failing)
        assert int(suite.get("errors")) == len(crashed) + faults
        judged = {rule.code for rule in run.rules} | {one.rule for one in verdicts.outcomes} | crashed
        assert int(suite.get("tests")) == len(judged) + faults


@settings(max_examples=100, deadline=None)
@given(run=runs())
def test_failures_and_errors_are_what_the_exit_status_counts(run):
    root = tree(run)
    assessments = [verdicts for _, verdicts in run.assessed]
    rows = any(isinstance(one, RegisterAssessment) and one.register.faults for one in assessments)
    found = UNREAD if rows else status(assessments, run.unread, "note")
    assert (found == UNREAD) is (int(root.get("errors")) > 0)
    if found == FOUND:
        assert int(root.get("failures")) > 0


def test_cases_of_two_reports_have_names_of_their_own(samples):
    run = Run(assessed=(("a.txt", samples.assessment()), ("b.txt", samples.assessment())), rules=RULES[:1])
    cases = [(one.get("classname"), one.get("name")) for one in tree(run).iter("testcase")]
    assert len(set(cases)) == len(cases) == 2
    assert cases[0][0] == cases[1][0] == "govdisclosure.STR"
    assert cases[1][1].endswith("(b.txt)")
    twice = attrs.evolve(run, assessed=run.assessed[:1] * 2)
    assert [one.get("name")[-2:] for one in tree(twice).iter("testcase")] == ["t)", "#2"]


def test_the_schema_refuses_what_no_reader_knows():
    good = junit_xml(Run(assessed=(), unread=(ReadError("a", "b", "c"),)))
    for before, after in (
        ('failures="0"', 'failures="-1"'), ('name="read (a)"', 'title="x"'), ("<error ", "<fault "),
        ('time="0"', 'time="now"'), ('errors="1"', 'errors="1" skipped="0"'),
    ):  # fmt: skip
        assert before in good
        assert not SCHEMA.validate(etree.fromstring(good.replace(before, after, 1).encode())), before
    assert SCHEMA.validate(etree.fromstring(good.encode()))


@pytest.mark.parametrize(
    ("decided", "tag"), [({}, "failure"), ({"suppression": WHY}, "skipped"), ({"change": Change.UNCHANGED}, "skipped")]
)
def test_what_is_decided_is_skipped_with_its_reason(samples, decided, tag):
    outcome = samples.outcome(Kind.FAIL, **decided)
    (case,) = tree(Run(assessed=(("a", samples.assessment(outcomes=(outcome,))),))).iter("testcase")
    assert [child.tag for child in case] == [tag]
    if "suppression" in decided:
        assert "另附 <说明>" in case[0].get("message")


def test_what_is_gone_from_the_baseline_is_said(samples):
    known = Baseline.of([("a", samples.assessment())])
    passing = samples.assessment(outcomes=(samples.outcome(Kind.PASS),))
    decided = decide([("a", passing)], baseline=known)
    root = tree(Run(assessed=decided.assessed, decided=decided))
    assert "基线中有，本次没有：青石县水利局 2010 STR101" in root.findtext("testsuite/system-out")
