"""Run with ``pytest bench --benchmark-only``."""

import subprocess
import sys

import pytest
from bench.pages import EXAMPLE, long_text, page, site_page
from selectolax.lexbor import LexborHTMLParser

from govdisclosure import api
from govdisclosure.text.normalise import fold

TEXTS = {"example text": EXAMPLE.read_bytes(), "text of 60 KB": long_text()}
TABLES = EXAMPLE.with_name("county-government-2023.html").read_bytes()
PAGES = {"page of 60 KB": page(), "site page of 60 KB": site_page(), "page with tables": TABLES}
SOURCES = TEXTS | PAGES
YEARS = {"example text": 2010, "page with tables": 2023}
STARTS = 7


def plainly(name):
    """The least that anyone must do: decode and fold a text, parse a page and take its words and cells."""
    data = SOURCES[name]
    if name in TEXTS:
        return lambda: fold(data.decode())
    return lambda: words_of(data)


def words_of(data):
    tree = LexborHTMLParser(data)
    cells = [cell.text() for cell in tree.css("td, th")]
    return (tree.body.text() if tree.body else "") + "".join(cells)


@pytest.mark.parametrize("name", SOURCES)
def test_yardstick(timed, name):
    assert "政府信息公开" in timed(name, "yardstick", plainly(name))


@pytest.mark.parametrize("name", SOURCES)
def test_read(timed, name):
    report = timed(name, "read", lambda: api.read(SOURCES[name]))
    assert report.year == YEARS.get(name, 2014)
    assert report.sections


@pytest.mark.parametrize("name", SOURCES)
def test_read_and_check(timed, name):
    assessment = timed(name, "read and check", lambda: api.check(SOURCES[name]))
    assert assessment.crashed == ()
    assert assessment.outcomes


@pytest.mark.parametrize(
    ("name", "code"),
    [("yardstick", "import attrs, cattrs, pendulum"), ("interpreter", "pass"), ("import", "import govdisclosure"),
     ("import and use", "import govdisclosure as g; g.read, g.check, g.AnnualReport")],
)  # fmt: skip
def test_import_in_a_fresh_interpreter(timed, name, code):
    command = [sys.executable, "-c", code]
    timed("import", name, lambda: subprocess.run(command, check=True), rounds=STARTS)  # noqa: S603  our own code
