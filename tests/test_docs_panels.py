"""What the pages on panels and on the way back show is what happens."""

import re
from pathlib import Path

import pytest

import govdisclosure.analysis as ga
from govdisclosure.analysis.across import read_renamed
from govdisclosure.analysis.panels.schema import chains_schema, panel_schema, rates_schema

ROOT = Path(__file__).resolve().parent.parent
PAGES = {name: (ROOT / "docs" / "analysis" / f"{name}.md").read_text("utf-8") for name in ("both-ways", "panels")}


def test_the_changes_of_names_on_the_page_can_be_read():
    (toml,) = re.findall(r"```toml\n(.*?)```", PAGES["panels"], re.DOTALL)
    assert [one.merged for one in read_renamed(toml.encode())] == [False, True]


@pytest.mark.parametrize(
    ("schema", "part"), [(panel_schema, ""), (rates_schema, "## Rates"), (chains_schema, "## Chains")]
)
def test_every_column_is_on_the_page(schema, part):
    words = PAGES["panels"].partition(part)[2] if part else PAGES["panels"]
    words = words.partition("\n## ")[0] if part else words
    assert [name for name in schema().names if f"`{name}`" not in words] == []


def test_what_rules_rest_on_is_on_the_page():
    needed = {one for needs in ga.evidence().values() for one in needs} - {"cells", "claims", "sections"}
    assert [one for one in needed if f"`{one}`" not in PAGES["both-ways"]] == []
