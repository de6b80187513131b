from pathlib import Path

from govdisclosure.batch.inputs import Limits

ROOT = Path(__file__).resolve().parents[3]
PAGE = (ROOT / "docs" / "pipelines" / "inputs.md").read_text("utf-8")


def test_the_limits_on_the_page_are_those_that_hold():
    limits = Limits()
    assert f"`max_bytes` {limits.max_bytes >> 20} MB" in PAGE
    assert f"`max_ratio` {limits.max_ratio}," in PAGE
    assert f"`max_total` {limits.max_total >> 20} MB" in PAGE
    assert f"`max_nested` its {limits.max_nested:,} members" in PAGE
