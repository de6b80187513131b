"""Texts out of tables are those of the reports themselves."""

import types

import attrs
import pytest

import govdisclosure.analysis as ga
from govdisclosure import api
from govdisclosure.analysis.similar import text_of
from govdisclosure.errors import UsageError

pytest.importorskip("pyarrow", reason="pyarrow is not installed")

EXAMPLES = ["examples/county-water-bureau-2009.txt", "examples/county-water-bureau-2010.txt"]


@pytest.fixture(scope="module")
def tables():
    return ga.report_tables(EXAMPLES, progress=False)


def test_texts_of_tables_are_those_of_the_reports(tables):
    found = {one.year: one for one in ga.texts_of(tables)}
    read = {one.year: text_of(one) for one in map(api.read, EXAMPLES)}
    assert found.keys() == read.keys() == {2009, 2010}
    for year, one in read.items():
        assert attrs.evolve(found[year], name="") == attrs.evolve(one, name="")


def test_frames_of_other_libraries_serve(tables):
    pytest.importorskip("pandas", reason="pandas is not installed")
    frames = types.SimpleNamespace(reports=tables.reports.to_pandas(), sections=tables.sections.to_pandas())
    assert list(ga.texts_of(frames)) == list(ga.texts_of(tables))


def test_a_frame_without_a_column_is_refused(tables):
    bare = types.SimpleNamespace(reports=tables.reports.to_arrow().drop(["digest"]), sections=tables.sections)
    with pytest.raises(UsageError, match="digest"):
        ga.texts_of(bare)
