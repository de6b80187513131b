"""A register of 100,000 requests: compiled, drafted, and how much memory that takes.

Run with ``pytest bench/test_register.py --benchmark-only``.
"""

import re
import subprocess
import sys

import pytest
from tests.registers import generated

from govdisclosure import api

MANY, YEAR, ROUNDS = 100_000, 2023, 3
_PEAK = 100
"""MiB that compiling may take beside the register itself."""
_MEASURED = f"""
import tracemalloc
from govdisclosure import api
from tests.registers import generated
kept = generated({MANY}, 1, {YEAR})
api.compile((), (), (), {YEAR})
tracemalloc.start()
found = api.compile(kept.requests, kept.cases, kept.items, {YEAR})
print("peak", tracemalloc.get_traced_memory()[1])
assert found.statistics.requests.value("received", "total") > {MANY // 2}
"""


@pytest.fixture(scope="module")
def kept():
    return generated(MANY, 1, YEAR)


def days_read(kept):
    """The least that anyone must do: look at the day of every event."""
    return sum(event.on.year == YEAR for request in kept.requests for event in request.events)


def test_yardstick(timed, kept):
    assert timed("register of 100,000", "yardstick", lambda: days_read(kept), rounds=ROUNDS) > MANY


def test_compile(timed, kept):
    work = lambda: api.compile(kept.requests, kept.cases, kept.items, YEAR)  # noqa: E731  what is measured
    found = timed("register of 100,000", "compile", work, rounds=ROUNDS)
    assert found.uncounted == ()


def test_compile_and_draft(timed, kept):
    def work():
        return api.draft_report(api.compile(kept.requests, kept.cases, kept.items, YEAR), agency="青石县水利局")

    report = timed("register of 100,000", "compile and draft", work, rounds=ROUNDS)
    assert report.statistics.requests.value("received", "total") > MANY // 2


def test_the_entries_behind_the_largest_cell(timed, kept):
    found = api.compile(kept.requests, kept.cases, kept.items, YEAR)
    behind = timed("register of 100,000", "entries", lambda: found.entries("requests", "total", "total"), rounds=ROUNDS)
    assert len(behind) == found.statistics.requests.value("total", "total")


def test_peak_memory(timed):
    def work():
        done = subprocess.run([sys.executable, "-c", _MEASURED], check=True, capture_output=True, text=True)  # noqa: S603
        return int(re.search(r"peak (\d+)", done.stdout)[1]) / 2**20

    peak = timed("register, peak memory", f"MiB at most {_PEAK}", work, rounds=1)
    sys.stderr.write(f"peak memory while compiling: {peak:.1f} MiB\n")
    assert peak < _PEAK
