import doctest
import re
from pathlib import Path

import altair as alt
import pytest

import govdisclosure.analysis as ga

ROOT = Path(__file__).resolve().parent.parent
TEXT = (ROOT / "docs" / "analysis" / "pictures.md").read_text("utf-8")


@pytest.fixture(autouse=True)
def renderers():
    active, options = alt.renderers.active, dict(alt.renderers.options)
    yield
    alt.renderers.enable(active, **options)


def test_the_python_on_the_page_on_pictures_does_what_it_says(monkeypatch):
    monkeypatch.chdir(ROOT)
    test = doctest.DocTestParser().get_doctest(TEXT, {}, "page", "page", 0)
    assert len(test.examples) > 10
    assert doctest.DocTestRunner().run(test).failed == 0


def test_the_page_on_pictures_names_every_picture():
    named = set(re.findall(r"^\| `(plot_\w+)`", TEXT, re.MULTILINE))
    assert named == {name for name in dir(ga) if name.startswith("plot_")}
