from pathlib import Path

import pytest

from govdisclosure.analysis.frames.labels import meaning
from govdisclosure.analysis.scorecard.keys import BAND, CARD, INDICATOR
from govdisclosure.analysis.scorecard.tables import POINTS, RANKING

ROOT = Path(__file__).resolve().parent.parent
TEXT = (ROOT / "docs" / "analysis" / "scorecard.md").read_text("utf-8")


@pytest.mark.parametrize(("keys", "by_how"), [(CARD, False), (INDICATOR, True), (BAND, False)])
def test_the_page_has_every_key_with_its_meaning(keys, by_how):
    for name, key in keys.items():
        how = f" {', '.join(key.hows) or '—'} |" if by_how else ""
        row = f"| `{name}`{'*' if key.required else ''} |{how} {key.zh} | {key.en} |"
        assert row in TEXT.splitlines(), row


@pytest.mark.parametrize(("heading", "table", "columns"), [
    ("`scores.ranking()`:", "ranking", RANKING), ("`scores.table()`:", "scores", POINTS),
])  # fmt: skip
def test_the_page_has_every_column_of_the_tables_in_order(heading, table, columns):
    rows = TEXT.partition(f"{heading}\n")[2].lstrip("\n").partition("\n\n")[0].splitlines()[2:]
    assert [row.split(" | ")[:2] for row in rows] == [[f"| `{name}`", meaning(name, table)] for name in columns]
