from pathlib import Path

import pytest

from govdisclosure.analysis.scorecard.keys import BAND, CARD, INDICATOR

ROOT = Path(__file__).resolve().parent.parent
TEXT = (ROOT / "docs" / "analysis" / "scorecard.md").read_text("utf-8")


@pytest.mark.parametrize(("keys", "by_how"), [(CARD, False), (INDICATOR, True), (BAND, False)])
def test_the_page_has_every_key_with_its_meaning(keys, by_how):
    for name, key in keys.items():
        how = f" {', '.join(key.hows) or '—'} |" if by_how else ""
        row = f"| `{name}`{'*' if key.required else ''} |{how} {key.zh} | {key.en} |"
        assert row in TEXT.splitlines(), row
