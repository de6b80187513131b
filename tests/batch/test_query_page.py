"""The page on other ways to run a batch does what it says."""

import ast
import re
from pathlib import Path

import pytest

from govdisclosure.batch.kernel import Kernel
from govdisclosure.batch.schemas import TABLES

pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
pytest.importorskip("duckdb", reason="duckdb is not installed")

ROOT = Path(__file__).resolve().parent.parent.parent
OTHERS = (ROOT / "docs" / "pipelines" / "spark.md").read_text("utf-8")
PROGRAMS = [block for block in re.findall(r"```python\n(.*?)```", OTHERS, re.DOTALL) if not block.startswith(">>>")]


class _Frame:
    """Stands for what Ray and Dask hand round: it takes each call, and keeps the function that is mapped."""

    def __init__(self):
        self.mapped = None

    def __getattr__(self, name):
        def call(*given, **_):
            if name in {"map_batches", "map_partitions"}:
                self.mapped = given[0]
            return self

        return call


@pytest.mark.parametrize("program", PROGRAMS, ids=["ray", "dask"])
def test_the_function_given_to_ray_and_dask_runs_over_the_kernel(program, tmp_path, monkeypatch):
    page = (ROOT / "examples" / "county-government-2023.html").read_bytes()
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "a.html").write_bytes(page)
    monkeypatch.chdir(tmp_path)
    frame = _Frame()
    ours = [one for one in ast.parse(program).body if not _is_theirs(one)]
    names = {"ray": frame, "dask": frame}
    frame.data = frame.bag = frame
    exec(compile(ast.Module(ours, []), "page", "exec"), names)  # noqa: S102  the page itself
    given = ["reports/a.html"]
    if "pa.Table" in program:
        given = pa.table({"name": given, "content": [page], "other": [1]})
    found = frame.mapped(given)
    rows = found if isinstance(found, list) else found.to_pylist()
    batch = pa.RecordBatch.from_pylist([{"name": "reports/a.html", "content": page}])
    assert rows == [row for one in Kernel().map([batch], "outcomes") for row in one.to_pylist()]
    assert "outcomes" in TABLES


def _is_theirs(statement):
    return isinstance(statement, ast.Import) and statement.names[0].name.partition(".")[0] in {"ray", "dask"}
