"""The corpus of the benchmark holds what it says, and the benchmark runs."""

import os
import sys
import zipfile

import pytest
from bench import batch
from bench.corpus import made

from govdisclosure.batch.kernel import Kernel, flatten

pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed")

COUNT = 60
FIRST = 30
"""Among these reports there is one of each planted fault."""


@pytest.fixture(scope="module")
def corpus():
    return list(made(COUNT, FIRST))


@pytest.fixture(scope="module")
def found(corpus):
    rows = [{"name": one.name, "content": one.content} for one in corpus]
    return Kernel()(pa.RecordBatch.from_pylist(rows))


def test_the_corpus_is_the_same_at_any_time(corpus, monkeypatch):
    monkeypatch.setattr(zipfile.time, "localtime", lambda *_: (1999, 1, 2, 3, 4, 6, 0, 0, 0))
    assert list(made(COUNT, FIRST)) == corpus
    assert len({one.name for one in corpus}) == COUNT
    assert {one.name.rpartition(".")[2] for one in corpus} == {"html", "txt", "docx"}


def test_organs_years_and_editions_are_read_as_they_were_made(corpus, found):
    reports = [row["report"] for row in found.to_pylist()]
    read = [(row["organ"], row["year"]) for row in reports if row["status"] == "read"]
    assert read == [(one.organ, one.year) for one in corpus if not one.broken]
    assert {row["edition"] for row in reports} - {None} == {"free_form", "unified_2019", "unified_2021"}


@pytest.mark.parametrize(
    ("fault", "family", "kinds"),
    [("late", "DDL101", {"fail"}), ("wrong_total", "SUM", {"fail"}), ("gone", "STR101", {"fail", "review"})],
)
def test_what_was_planted_is_found_and_nothing_else_of_its_kind(corpus, found, fault, family, kinds):
    rows = flatten(found, "outcomes").to_pylist()
    names = {row["name"] for row in rows if row["rule"].startswith(family) and row["kind"] in kinds}
    planted = {one.name for one in corpus if getattr(one, fault) and not one.broken}
    assert names == planted
    assert planted


def test_the_benchmark_runs(tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, sys.path)))
    found = batch.measure(tmp_path, 6, ["yardstick", "1 worker"])
    assert found["1 worker"]["found"]["documents"] == 6
    assert found["1 worker"]["found"]["late"] == found["corpus"]["late"]
    assert found["1 worker"]["per_second"] > 0
    lines = batch.table(found).splitlines()
    assert len(lines) == 4
    assert lines[3].startswith("1 worker")
