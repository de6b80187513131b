"""A real kernel: the bar, the tables as they show themselves, and nothing else."""

from pathlib import Path

import pytest

pytest.importorskip("pyarrow", reason="pyarrow is not installed")
pytest.importorskip("ipykernel", reason="ipykernel is not installed")
nbclient = pytest.importorskip("nbclient", reason="nbclient is not installed")
nbformat = pytest.importorskip("nbformat", reason="nbformat is not installed")

ROOT = Path(__file__).parents[3]
CELL = """
import govdisclosure.analysis as ga
tables = ga.report_tables("examples/county-*")
tables
"""


@pytest.mark.filterwarnings("default")
def test_a_cell_shows_how_many_were_read_and_then_the_tables(monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(ROOT / "src"))
    cells = [nbformat.v4.new_code_cell(CELL), nbformat.v4.new_code_cell("tables.cells")]
    notebook = nbformat.v4.new_notebook(cells=cells)
    nbclient.NotebookClient(notebook, timeout=60, resources={"metadata": {"path": str(ROOT)}}).execute()
    bar, shown = notebook.cells[0].outputs
    assert bar.output_type == "display_data"
    assert bar.data == {"text/plain": "3 份", "text/html": "3 份"}
    assert shown.output_type == "execute_result"
    assert "读取 3 份报告" in shown.data["text/html"]
    assert shown.data["text/plain"].startswith("<ReportTables 3 read")
    (table,) = notebook.cells[1].outputs
    assert "<b>cells</b>" in table.data["text/html"]
