"""What the page on objects that show themselves says is what happens."""

import doctest
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "analysis" / "looking.md").read_text("utf-8")


def test_the_python_on_the_page_does_what_it_says(monkeypatch):
    monkeypatch.chdir(ROOT)
    test = doctest.DocTestParser().get_doctest(PAGE, {}, "page", "page", 0)
    assert len(test.examples) > 10
    assert doctest.DocTestRunner().run(test).failed == 0
