"""What is not installed is named with the line that installs it, and nothing heavy is loaded before it is needed."""

import subprocess
import sys

import pytest

import govdisclosure.analysis as ga
from govdisclosure.errors import MissingExtraError

HEAVY = ("pyarrow", "pandas", "polars", "duckdb", "numpy", "IPython", "altair")


@pytest.mark.parametrize("extra", ["pandas", "polars"])
def test_a_missing_library_is_named_with_its_pip_line(monkeypatch, extra):
    pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    table = ga.Table("cells", pa.table({"printed": ["dash"]}))
    monkeypatch.setitem(sys.modules, extra, None)
    with pytest.raises(MissingExtraError) as caught:
        getattr(table, f"to_{extra}")()
    assert f'pip install "govdisclosure[{extra}]"' in caught.value.zh
    assert f'pip install "govdisclosure[{extra}]"' in caught.value.en


@pytest.mark.parametrize("call", [lambda: ga.report_tables("examples"), lambda: ga.register_tables(b"")])
def test_without_arrow_the_extra_of_batches_is_named(monkeypatch, call):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match="batch"):
        call()


def test_importing_loads_nothing_heavy():
    code = (
        "import sys, govdisclosure.analysis as ga; ga.report_tables, ga.register_tables, ga.Table; "
        f"print(*[one for one in {HEAVY!r} if one in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603  ours
    assert found.stdout.strip() == ""
