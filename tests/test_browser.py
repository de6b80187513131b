"""The pages in a real browser: the system's Chromium, driven by Playwright; skipped where either is missing."""

import os
import shutil

import pytest

from govdisclosure import api
from govdisclosure.writing.report_page import page_of

sync = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="no Chromium on this machine (Debian: apt-get install chromium)"
)

_QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
          "--disable-component-update", "--disable-sync"]  # fmt: skip
_REPORT = """青石县水利局2022年政府信息公开工作年度报告

本报告的统计期限自2022年1月1日起至2022年12月31日止。

一、总体情况

联系电话13800138000。信息公开率100%。<script>document.title = "taken"</script><img src=x onerror=alert(1)>

二、主动公开政府信息情况

本年度按规定公开。

三、收到和处理政府信息公开申请情况

收到申请3件。
"""


@pytest.fixture(scope="module")
def browser():
    with sync.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=_QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    path = tmp_path_factory.mktemp("pages") / "page.html"
    path.write_text(page_of(api.check(_REPORT.encode()), "青石.txt"), "utf-8")
    return path.as_uri()


@pytest.fixture
def visit(browser, address):
    """Open the page; give it back with what it asked for and complained of."""
    contexts = []

    def run(**options):
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.asked, page.said = [], []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("console", lambda message: page.said.append(message.text))
        page.on("pageerror", lambda error: page.said.append(str(error)))
        page.goto(address)
        return page

    yield run
    for context in contexts:
        context.close()


def test_it_asks_for_nothing_runs_only_its_own_script_and_says_no_complaint(visit, address):
    page = visit()
    assert page.asked == [address]
    assert page.said == []
    assert page.title() != "taken"
    assert "13800138000" not in page.content()
    assert "alert(1)" in page.inner_text("main")


def test_the_policy_stops_a_script_that_is_not_its_own(visit):
    page = visit()
    page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.x = 1'}))"
    )
    assert page.evaluate("window.x") is None
    assert any("Content Security Policy" in words for words in page.said)


def test_a_finding_leads_to_its_words_and_back_by_keyboard(visit):
    page = visit()
    link = page.locator("a.jump").first
    link.focus()
    page.keyboard.press("Enter")
    number = link.get_attribute("href")
    assert page.evaluate("location.hash") == number
    assert page.locator(number).is_visible()
    page.locator(number).focus()
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == number.replace("m", "f")


def test_the_first_tab_stops_skip_to_the_list_and_to_the_text(visit):
    page = visit()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#findings"
    assert page.evaluate("document.activeElement.getBoundingClientRect().left") == 0
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "report"


def test_filters_hide_findings_and_their_marks_and_say_how_many(visit):
    page = visit()
    every = page.locator("ol.list > li").count()
    assert page.inner_text("#shown") == f"{every} / {every}"
    review = page.locator("li[data-kind=review]").count()
    assert review
    page.uncheck("input[value=review]")
    assert page.inner_text("#shown") == f"{every - review} / {every}"
    assert not page.locator("li[data-kind=review]:visible").count()
    assert page.locator("mark.review").count() == page.locator("mark.review.off").count() > 0
    page.click("button[type=reset]")
    page.wait_for_function(f"document.getElementById('shown').textContent === '{every} / {every}'")
    rule = page.locator("li[data-rule]").first.get_attribute("data-rule")
    page.select_option("select[name=rule]", rule)
    assert page.locator(f"ol.list > li:not([hidden]):not([data-rule={rule}])").count() == 0


def test_without_script_all_is_there_but_the_filters(visit):
    page = visit(java_script_enabled=False)
    assert not page.locator("#filters").is_visible()
    assert page.locator("section.group li").first.is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1400])
def test_it_fits_wide_and_narrow_and_words_stand_out_in_light_and_dark(visit, tmp_path, scheme, width):
    page = visit(color_scheme=scheme, viewport={"width": width, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    dark = page.evaluate(
        "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).every((part) => part < 64)"
    )
    assert dark == (scheme == "dark")
    weakest = page.evaluate(
        """() => {
          const canvas = document.createElement("canvas").getContext("2d");
          const light = (colour) => {
            canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
            const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3)
              .map((v) => v / 255).map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const sheet = light(getComputedStyle(document.querySelector(".sheet")).backgroundColor);
          return Math.min(...[...document.querySelectorAll(".verdict, .soft, .sub, a, mark, p")].map((one) => {
            const ink = light(getComputedStyle(one).color);
            return (Math.max(ink, sheet) + 0.05) / (Math.min(ink, sheet) + 0.05);
          }));
        }"""
    )
    assert weakest >= 4.5  # WCAG 2.1, 1.4.3
    page.screenshot(path=tmp_path / "page.png", full_page=True)
    folder = os.environ.get("GOVDISCLOSURE_SCREENSHOTS")
    if folder:
        shutil.copy(tmp_path / "page.png", f"{folder}/page-{scheme}-{width}.png")
    assert (tmp_path / "page.png").stat().st_size > 10_000


def test_it_prints_without_the_filters_and_with_all_findings(visit):
    page = visit()
    page.emulate_media(media="print")
    assert not page.locator("#filters").is_visible()
    assert page.locator("section.group li").first.is_visible()
    assert page.pdf().startswith(b"%PDF")
