"""The benchmark measures what it says."""

import pytest
from bench import frames

pytest.importorskip("pandas", reason="pandas is not installed")
pytest.importorskip("polars", reason="polars is not installed")


def test_every_leg_has_the_rows_of_as_many_reports_as_are_wanted(tmp_path):
    found = frames.measure(frames.prepare(tmp_path, 20, seed=5), times=1)
    assert found["corpus"]["reports"] == 20
    whole = {found[leg]["rows"] for leg in frames.LEGS if "one year" not in leg}
    assert whole == {frames._pyarrow(tmp_path / "out").shape[0]}  # noqa: SLF001
    assert min(whole) > 20 * 150
    assert "20 reports" in frames.table(found)
