import re
from pathlib import Path

from govdisclosure.analysis.across import read_renamed
from govdisclosure.rules.registry import RULES

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "pipelines" / "across.md").read_text("utf-8")


def test_the_renamings_on_the_page_are_read():
    (block,) = re.findall(r"```toml\n(.+?)```", PAGE, re.DOTALL)
    assert [one.on for one in read_renamed(block.encode())] == [2019]


def test_the_page_names_every_rule_on_many_organs():
    codes = [rule.code for rule in RULES if rule.about == "organ"]
    assert codes
    assert all(f"`{code}`" in PAGE for code in codes)
