"""The page on which two reports stand side by side, in a real browser; skipped where there is none."""

import os
import shutil

import pytest
from tests.analysis.captures import PAGE, changed_page
from tests.browsing import needs_browser

from govdisclosure.analysis.difference import compare_reports
from govdisclosure.analysis.difference.page import difference_page

pytestmark = needs_browser
_HOSTILE = "&lt;script&gt;document.title = 'taken'&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;"


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    later = changed_page(
        ("<td><p>12873</p></td>", "<td>12837</td>"),
        ("申请51件，上年结转2件", "申请50件，上年结转2件"),
        ("定期清理失效文件", f"每季度清理失效文件{_HOSTILE}，电话13800138000"),
        ("，政务服务大厅设查阅点一处", ""),
        ("<p><strong>六、其他需要报告的事项</strong></p>", "<p><strong>六、补充说明</strong></p>"),
    )
    path = tmp_path_factory.mktemp("pages") / "diff.html"
    path.write_text(difference_page(compare_reports(PAGE.encode(), later)), "utf-8")
    return path.as_uri()


@pytest.fixture
def visit(browser, address):
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


def test_it_asks_for_nothing_runs_nothing_and_its_style_holds(visit, address):
    page = visit()
    assert page.asked == [address]
    assert page.said == []
    assert page.title() != "taken"
    assert page.locator("script").count() == 0
    assert "onerror=alert(1)" in page.inner_text("main")
    assert "13800138000" not in page.content()
    struck = page.locator("del").first.evaluate("one => getComputedStyle(one).textDecorationLine")
    assert struck == "line-through"


def test_all_is_there_without_script(visit):
    page = visit(java_script_enabled=False)
    assert page.locator("#cells del").inner_text() == "12873"
    assert page.locator("#cells ins").inner_text() == "12837"
    assert page.locator("#sections ins", has_text="每季度").is_visible()


def test_both_texts_stand_side_by_side_and_one_below_the_other_on_a_phone(visit):
    for width, beside in ((1400, True), (360, False)):
        page = visit(viewport={"width": width, "height": 900})
        old, new = (page.locator(".texts tbody tr").first.locator("td").nth(n).bounding_box() for n in (0, 1))
        assert (old["y"] == new["y"]) == beside
        assert (old["x"] < new["x"]) == beside


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1400])
def test_it_fits_wide_and_narrow_and_words_stand_out_in_light_and_dark(visit, tmp_path, scheme, width):
    page = visit(color_scheme=scheme, viewport={"width": width, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    weakest = page.evaluate(
        """() => {
          const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
          const light = (under, over) => {
            canvas.fillStyle = under; canvas.fillRect(0, 0, 1, 1);
            canvas.fillStyle = over; canvas.fillRect(0, 0, 1, 1);
            const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3)
              .map((v) => v / 255).map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const sheet = getComputedStyle(document.querySelector("main > section")).backgroundColor;
          return Math.min(...[...document.querySelectorAll("main del, main ins, main td, main th, .sub")].map((one) => {
            const style = getComputedStyle(one);
            const ink = light(sheet, style.color), paper = light(sheet, style.backgroundColor);
            return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
          }));
        }"""
    )
    assert weakest >= 4.5  # WCAG 2.1, 1.4.3
    page.screenshot(path=tmp_path / "diff.png", full_page=True)
    folder = os.environ.get("GOVDISCLOSURE_SCREENSHOTS")
    if folder:
        shutil.copy(tmp_path / "diff.png", f"{folder}/diff-{scheme}-{width}.png")
    assert (tmp_path / "diff.png").stat().st_size > 10_000
