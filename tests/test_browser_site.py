"""The site in a real browser: its search finds Chinese, it fits a telephone, is dark where asked, shows notebooks."""

import functools
import http.server
import os
import threading
from pathlib import Path

import pytest
from tests.browsing import needs_browser
from tests.test_site import NOTEBOOKS, extension

pytestmark = needs_browser
PAGES = [
    "index", "start", "tutorial.zh", "json", "method", "not-covered", "api/reports", "api/analysis", "rules/index",
    "rules/SUM201", "law/index", "law/reply.term", "registers/states", "pipelines/batch", "how-to/holidays",
    *(f"notebooks/{name}" for name in NOTEBOOKS),
]  # fmt: skip


class _Handler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture(scope="module")
def address(site):
    """The site as a server gives it."""
    handler = functools.partial(_Handler, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture
def visit(browser, address):
    """Open a page; give it back with what it asked for elsewhere and complained of."""
    contexts = []

    def run(name, base=address, *, summaries=False, **options):
        contexts.append(browser.new_context(**options))
        page = contexts[-1].new_page()
        page.elsewhere, page.said = [], []
        if not summaries:  # each result asks for its page to show some words of it
            page.add_init_script("window.fetch = () => new Promise(() => {})")
        page.on("request", lambda request: request.url.startswith(base) or page.elsewhere.append(request.url))
        page.on("console", lambda message: page.said.append(message.text))
        page.on("pageerror", lambda error: page.said.append(str(error)))
        page.goto(base + name)
        return page

    yield run
    for context in contexts:
        context.close()


def _search(page):
    page.wait_for_function("document.querySelector('.search-summary')?.innerText.length > 0")
    return page.locator("ul.search li > a").evaluate_all("all => all.map((one) => one.getAttribute('href'))")


FOUND = [
    ("工作日", "registers/"),
    ("勾稽关系", "rules/SUM201.html"),
    ("答复期限", "law/"),
    ("信息公开", "rules/"),
    ("申请", "registers/"),
    ("公开", "law/"),
    ("第三方意见", "registers/"),
    ("reconsideration", "law/reconsideration.apply.html"),
    ("holidays", "how-to/holidays.html"),
    ("AnnualReport", "api/reports.html"),
    ("SUM201", "rules/SUM201.html"),
]


@pytest.mark.parametrize(("word", "where"), FOUND)
def test_the_search_finds_chinese_and_english(word, where, visit):
    page = visit(f"search.html?q={word}")
    found = _search(page)
    assert any(where in one for one in found), found[:10]
    assert page.said == []
    assert page.elsewhere == []


@pytest.mark.parametrize("word", ["龘靐齉", "勾稽答复", "zzqxv", "的勾稽期"])
def test_the_search_finds_nothing_where_there_is_nothing(word, visit):
    page = visit(f"search.html?q={word}")
    assert _search(page) == []
    assert page.locator(".search-summary").inner_text().startswith("Your search did not match")


def test_a_reader_types_into_the_box_of_any_page(visit):
    page = visit("tutorial.zh.html", summaries=True)
    page.fill("input.sidebar-search", "勾稽关系")
    page.keyboard.press("Enter")
    assert "rules/SUM201.html" in "\n".join(_search(page))
    page.wait_for_selector("ul.search p.context")
    page.click("ul.search a[href*='SUM201']")
    assert "SUM201" in page.title()


def test_the_search_works_on_files_without_a_server(visit, site):
    page = visit("search.html?q=勾稽关系", base=site.as_uri() + "/")
    assert any("SUM201" in one for one in _search(page))
    assert page.elsewhere == []


def test_index_and_query_are_cut_alike(visit):
    split = extension("bigrams").Bigrams({}).split
    page = visit("search.html")
    for text in (
        "勾稽关系",
        "表",
        "2021年格式SUM201不符",
        "reply_term，工作日 term",
        "。，",
        "〇三年",
        "Art 6(2)，第三十三条",
    ):
        assert page.evaluate("text => splitQuery(text)", text) == split(text), text


@pytest.mark.parametrize("name", [*PAGES, "search"])
def test_a_telephone_shows_a_page_without_scrolling_sideways(name, visit):
    page = visit(f"{name}.html", viewport={"width": 400, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 400
    assert page.said == []
    assert page.elsewhere == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["index", "rules/SUM201", *(f"notebooks/{name}" for name in NOTEBOOKS)])
def test_it_is_dark_or_light_as_the_reader_asks(name, scheme, visit):
    page = visit(f"{name}.html", color_scheme=scheme, viewport={"width": 1400, "height": 900})
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).map(Number)")
    assert (max(ground) < 64) if scheme == "dark" else (min(ground) > 192)
    folder = os.environ.get("GOVDISCLOSURE_SCREENSHOTS")
    for width in (400, 1400) if folder else ():
        page.set_viewport_size({"width": width, "height": 900})
        page.screenshot(path=Path(folder) / f"site-{name.replace('/', '-')}-{scheme}-{width}.png", full_page=True)


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_shows_what_its_cells_have_stored(name, visit):
    page = visit(f"notebooks/{name}.html")
    outputs = page.locator(".cell_output")
    assert outputs.count() > 3
    assert all(box and box["height"] > 10 for box in (one.bounding_box() for one in outputs.all()))
