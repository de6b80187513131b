"""Two pictures in a real browser, offline: the system's Chromium, driven by Playwright; skipped where it is missing."""

import os
from datetime import date

import pytest
from tests.analysis.plots.drawing import drawn, outcomes, panel, reports
from tests.browsing import needs_browser

import govdisclosure.analysis as ga

pytestmark = needs_browser
ORGANS = "青石县水利局", "白水县教育局"
RULES = "DDL101", "STR101", "SUM201"


def charts(lang):
    kinds = "fail", "review", "open", "pass", "notApplicable"
    rows = [(organ, 2023, rule, kinds[(place + number) % 5])
            for place, organ in enumerate(ORGANS) for number, rule in enumerate(RULES)]  # fmt: skip
    days = reports(*((organ, "department", 2023, date(2024, 1, 20 + 9 * place)) for place, organ in enumerate(ORGANS)))
    return {
        "requests": ga.plot_requests(panel(ORGANS), lang=lang),
        "findings": ga.plot_findings(outcomes(*rows), lang=lang),
        "punctuality": drawn("punctuality", days, lang=lang),
    }


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("plots")
    for lang in ("zh", "en"):
        for name, chart in charts(lang).items():
            page = chart.to_html(inline=True, embed_options={"renderer": "svg", "actions": False})
            (path / f"{name}-{lang}.html").write_text(page, "utf-8")
    return path


@pytest.fixture
def visit(browser, folder):
    contexts = []

    def run(name, width=1200):
        context = browser.new_context(offline=True, viewport={"width": width, "height": 900})
        contexts.append(context)
        page = context.new_page()
        page.asked, page.said = [], []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("console", lambda message: page.said.append(message.text))
        page.on("pageerror", lambda error: page.said.append(str(error)))
        page.goto((folder / f"{name}.html").as_uri())
        page.wait_for_selector("svg.marks")
        if shots := os.environ.get("GOVDISCLOSURE_SCREENSHOTS"):
            page.screenshot(path=f"{shots}/plot-{name}-{width}.png", full_page=True)
        return page

    yield run
    for context in contexts:
        context.close()


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("requests-zh", "政府信息公开申请及办理结果"),
        ("requests-en", "Requests and their outcomes"),
        ("findings-zh", "各机关各规则的检查结果"),
        ("findings-en", "Findings by organ and rule"),
        ("punctuality-en", "Publication against the day due"),
    ],
)
def test_marks_are_drawn_offline_without_complaint(visit, name, title):
    page = visit(name)
    assert title in page.locator("svg.marks").text_content()
    assert page.locator(".mark-symbol.role-mark path").count() > 1
    assert [url for url in page.asked if not url.startswith(("file:", "blob:", "data:"))] == []
    assert page.said == []


def test_bars_and_signs_are_as_many_as_the_figures(visit):
    page = visit("requests-zh")
    assert page.locator(".mark-rect.role-mark path").count() == 5 * 4  # years and outcomes
    assert page.locator(".mark-line.role-mark path").count() == 2
    signs = visit("findings-zh").locator(".mark-symbol.role-mark path")
    assert signs.count() == 5  # the box that passed has none


@pytest.mark.parametrize(("lang", "word"), [("zh", "不符"), ("en", "fail")])
def test_a_sign_says_what_it_is_when_it_is_pointed_at(visit, lang, word):
    page = visit(f"findings-{lang}")
    page.locator(".mark-symbol.role-mark path").first.hover()
    page.wait_for_selector("#vg-tooltip-element.visible")
    shown = page.locator("#vg-tooltip-element").inner_text()
    assert ORGANS[0] in shown or ORGANS[1] in shown
    assert any(rule in shown for rule in RULES)
    assert word in shown


def test_a_reader_of_the_screen_hears_what_it_shows(visit):
    page = visit("findings-en")
    described = page.locator("#vis [aria-label], #vis[aria-label]").first.get_attribute("aria-label")
    assert described == charts("en")["findings"].to_dict()["description"]


def test_pictures_of_a_narrow_page_are_no_wider_than_it(browser, folder):
    page_ = ga.plot_requests(panel(ORGANS), width=280).to_html(inline=True, embed_options={"renderer": "svg"})
    (folder / "narrow.html").write_text(page_, "utf-8")
    page = browser.new_page(viewport={"width": 375, "height": 800})
    page.goto((folder / "narrow.html").as_uri())
    page.wait_for_selector("svg.marks")
    assert page.locator("svg.marks").bounding_box()["width"] <= 375
    page.close()
