"""What the page on many organs and years shows is what happens."""

import re
from pathlib import Path

import pytest

from govdisclosure.rules.registry import find

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "pipelines" / "across.md").read_text("utf-8")


@pytest.mark.parametrize("code", sorted(set(re.findall(r"`([A-Z]{3}\d{3})`", PAGE))))
def test_the_rules_it_names_exist(code):
    assert find(code)
