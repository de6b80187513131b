"""The sums of table three beside a plain evaluation of the same sums. Run with ``pytest bench --benchmark-only``."""

import pytest
from tests.rules.grids import changed, random_requests, tabled

from govdisclosure.model.edition import Edition
from govdisclosure.rules.arithmetic.solving import System
from govdisclosure.rules.arithmetic.sum201_request_sums import RULE
from govdisclosure.rules.engine import assess
from govdisclosure.rules.outcome import Kind
from govdisclosure.rules.rule import Question

TABLE = random_requests(Edition.UNIFIED_2021, seed=3)
WRONG = changed(TABLE, ("granted", "commercial", TABLE.value("granted", "commercial") + 1))
FORM = TABLE.form
SYSTEM = System(tuple(FORM.cells()), FORM.relations)
VALUES = [TABLE.value(row, column) for row, column in SYSTEM.cells]
ROWS = [[TABLE.value(row.key, column) for column in row.columns] for row in FORM.rows]
REPORTS = {"table that holds": tabled(TABLE), "table with a fault": tabled(WRONG)}
KINDS = {"table that holds": Kind.PASS, "table with a fault": Kind.FAIL}
GROUP = "39 sums of table three"


def plainly():
    """What anyone would write: rows, then results and balance of each column."""
    failed = 0
    for row in ROWS:
        failed += sum(row[:6]) != row[6]
    received, carried_in, *results, total, carried_out = ROWS
    for n in range(7):
        failed += sum([row[n] for row in results]) != total[n]
        failed += received[n] + carried_in[n] != total[n] + carried_out[n]
    return failed


def test_yardstick(timed):
    assert timed(GROUP, "yardstick", plainly) == 0


def test_every_sum_that_fails(timed):
    assert timed(GROUP, "sums that fail", lambda: SYSTEM.violated(VALUES)) == ({}, ())


@pytest.mark.parametrize("name", REPORTS)
def test_findings_with_evidence(timed, name):
    question = Question(report=REPORTS[name])
    (finding,) = timed(GROUP, f"{name}: finding", lambda: list(RULE.check(question)))
    assert finding.kind is KINDS[name]


@pytest.mark.parametrize("name", REPORTS)
def test_outcomes_through_the_engine(timed, name):
    assert timed(GROUP, f"{name}: outcome", lambda: assess(REPORTS[name], (RULE,))).crashed == ()
