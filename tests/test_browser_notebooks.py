"""The notebooks' stored outputs in a real browser: all is visible, nothing runs, is fetched or runs over."""

import html
import re

import pytest
from tests.browsing import needs_browser

pytest.importorskip("nbformat", reason="nbformat is not installed")
pytest.importorskip("nbclient", reason="nbclient is not installed")

from docs.notebooks import run

pytestmark = needs_browser
_STYLE = """body { margin: 8px; font-family: sans-serif } .output { overflow-x: auto; margin: 1em 0 }
img, svg { max-width: 100%; height: auto } pre { white-space: pre-wrap; overflow-wrap: anywhere }"""
_HAN = re.compile(r"[一-鿿]")
_ORGAN = re.compile(r"青石县[一-鿿]+")
_RICHEST = ("text/html", "image/svg+xml", "image/png", "text/markdown", "text/plain")
_HIDDEN = """() => [...document.querySelectorAll('.output')].filter(one => {
    const box = one.getBoundingClientRect();
    return box.height < 10 || box.width < 10;
}).map(one => one.outerHTML.slice(0, 200))"""


def _page(notebook):
    """A page as a site makes it of a notebook: its explanations, its code, and what the cells show."""
    parts = []
    for cell in notebook.cells:
        parts.append(f"<pre>{html.escape(cell.source)}</pre>")
        parts += [f"<div class='output'>{_shown(output)}</div>" for output in cell.get("outputs", ())]
    head = f"<head><meta charset='utf-8'><style>{_STYLE}</style></head>"
    return f"<!DOCTYPE html><html>{head}<body>{''.join(parts)}</body></html>"


def _shown(output):
    if output.output_type == "stream":
        return f"<pre>{html.escape(output.text)}</pre>"
    kind = next(kind for kind in _RICHEST if kind in output.data)
    data = output.data[kind]
    if kind == "image/png":
        return f"<img src='data:image/png;base64,{data}'>"
    return data if kind in {"text/html", "image/svg+xml"} else f"<pre>{html.escape(data)}</pre>"


@pytest.fixture(scope="module", params=run.NAMES)
def file(request, tmp_path_factory):
    path = tmp_path_factory.mktemp("notebooks") / f"{request.param}.html"
    path.write_text(_page(run.load(request.param)), "utf-8")
    return path


@pytest.mark.parametrize(("width", "scheme"), [(400, "light"), (1300, "dark")])
def test_all_is_visible_and_nothing_runs_or_is_fetched(browser, file, width, scheme):
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(file.as_uri())
    assert page.locator(".output").count() >= 8
    assert page.evaluate(_HIDDEN) == []
    assert page.evaluate("() => document.scripts.length") == 0
    assert page.evaluate("() => document.querySelectorAll('iframe, object, embed, form, link').length") == 0
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert said == []
    context.close()


@pytest.mark.parametrize("name", ["researcher", "supervisor"])
def test_pictures_have_their_words_as_text_in_both_languages(name):
    pictures = [
        output.data["image/svg+xml"]
        for cell in run.load(name).cells
        for output in cell.get("outputs", ())
        if "image/svg+xml" in output.get("data", {})
    ]
    assert len(pictures) >= 4
    titled = [picture for picture in pictures if "<title>" in picture and 'role="img"' in picture]
    assert titled == pictures
    titles = [picture.partition("<title>")[2].partition("</title>")[0] for picture in pictures]
    chinese = [len(_HAN.findall(_ORGAN.sub("", title))) > 3 for title in titles]
    assert chinese == [True, False] * (len(pictures) // 2)
