import re
from pathlib import Path

import govdisclosure.analysis as ga

ROOT = Path(__file__).resolve().parent.parent
TEXT = (ROOT / "docs" / "analysis" / "pictures.md").read_text("utf-8")


def test_the_page_on_pictures_names_every_picture():
    named = set(re.findall(r"^\| `(plot_\w+)`", TEXT, re.MULTILINE))
    assert named == {name for name in dir(ga) if name.startswith("plot_")}
