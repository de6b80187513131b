"""What the page on frames shows is what happens."""

from pathlib import Path

import pytest

from govdisclosure.batch.register_schemas import REGISTER_COLUMNS
from govdisclosure.model.count import Printed

pytest.importorskip("pandas", reason="pandas is not installed")
pytest.importorskip("polars", reason="polars is not installed")

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "analysis" / "frames.md").read_text("utf-8")


def test_the_columns_on_the_page_are_those_of_the_tables():
    lines = [
        f"- `{table}`: "
        + ", ".join(f"`{name}`" + ("" if kind == "text" else f" {kind}") for name, kind in held.items())
        for table, held in REGISTER_COLUMNS.items()
    ]
    assert PAGE[PAGE.index("<!-- columns -->") :].split("\n", 1)[1] == "\n".join(lines) + "\n"


@pytest.mark.parametrize("state", Printed)
def test_every_state_of_a_cell_is_explained(state):
    assert f"`{state.value}`" in PAGE
