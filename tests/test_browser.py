"""The pages in a real browser: the system's Chromium, driven by Playwright; skipped where either is missing."""

import os
import shutil

import attrs
import pytest
from tests import forms
from tests.browsing import needs_browser

from govdisclosure import api
from govdisclosure.decisions import Baseline, Suppressions, decide
from govdisclosure.errors import ReadError
from govdisclosure.model.edition import Edition
from govdisclosure.register.files import read_register
from govdisclosure.writing.entries_page import entries_page_of
from govdisclosure.writing.report_index import index_of
from govdisclosure.writing.report_page import page_of

pytestmark = needs_browser
_REPORT = """青石县水利局2022年政府信息公开工作年度报告

本报告的统计期限自2022年1月1日起至2022年12月31日止。

一、总体情况

联系电话13800138000。信息公开率100%。<script>document.title = "taken"</script><img src=x onerror=alert(1)>

二、主动公开政府信息情况

本年度按规定公开。

三、收到和处理政府信息公开申请情况

收到申请3件。
"""


PAGES = ["page", "states", "index", "register"]


def _decided():
    """The check of a report with tables whose sums fail, held against a baseline and suppressions."""
    form = forms.request_form(Edition.UNIFIED_2021)
    three = dict.fromkeys(form.cells(), "0") | {("denied.state_secret", "natural_person"): "9"}
    two = dict.fromkeys(forms.proactive_form(Edition.UNIFIED_2021).cells(), "0")
    source = forms.html(forms.report_boxes(Edition.UNIFIED_2021, two, three, forms.remedies([0] * 14 + [3])))
    found = api.check(source.replace("本年度按规定开展".encode(), "公开率100%，电话13800138000，按规定开展".encode()))
    entries = list(Baseline.of(found))
    gone = attrs.evolve(entries[0], subject="gone", fingerprint="f" * 16)
    one = entries[-1]
    text = f'[[suppress]]\ncode = "{one.rule}"\nfingerprint = "{one.fingerprint}"\nreason = "另附"\nby = "办公室"\n'
    return decide([("a.html", found)], baseline=Baseline([*entries[1:], gone]), suppressions=Suppressions.loads(text))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Four pages: a report, one with tables and decisions, the index, and a register."""
    path = tmp_path_factory.mktemp("pages")
    (path / "page.html").write_text(page_of(api.check(_REPORT.encode()), "青石.txt"), "utf-8")
    decided = _decided()
    ((source, found),) = decided.assessed
    (path / "states.html").write_text(page_of(found, source, decided=decided), "utf-8")
    fault = ReadError("b.pdf", "坏了", "broken")
    listed = [("states.html", source, found)]
    (path / "index.html").write_text(index_of(listed, [fault], [fault], decided=decided), "utf-8")
    head = "登记编号,申请人类型,申请方式,申请日期,收到日期,答复日期,办理结果\n"
    late = "A1,自然人,当面,2024-01-02,2024-01-02,2024-06-03,予以公开\n"
    register = read_register(
        (head + late + late.replace("A1", "A2").replace("2024-06-03", "昨天")).encode(), uri="r.csv"
    )
    (path / "register.html").write_text(entries_page_of(api.check_register(register), "r.csv"), "utf-8")
    return path


@pytest.fixture(scope="module")
def address(folder):
    return (folder / "page.html").as_uri()


@pytest.fixture
def visit(browser, address):
    """Open the page; give it back with what it asked for and complained of."""
    contexts = []

    def run(name="page", **options):
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.asked, page.said = [], []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("console", lambda message: page.said.append(message.text))
        page.on("pageerror", lambda error: page.said.append(str(error)))
        page.goto(address.replace("page.html", f"{name}.html"))
        return page

    yield run
    for context in contexts:
        context.close()


@pytest.mark.parametrize("name", PAGES)
def test_it_asks_for_nothing_beside_itself_and_has_no_complaint(visit, address, name):
    page = visit(name)
    page.locator("summary").evaluate_all("all => all.forEach((one) => one.click())")
    assert page.asked == [address.replace("page.html", f"{name}.html")]
    assert page.said == []


def test_it_runs_only_its_own_script(visit):
    page = visit()
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


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 375, 768, 1400])
def test_it_fits_wide_and_narrow_in_light_and_dark(visit, tmp_path, name, scheme, width):
    page = visit(name, color_scheme=scheme, viewport={"width": width, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    dark = page.evaluate(
        "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).every((part) => part < 64)"
    )
    assert dark == (scheme == "dark")
    page.screenshot(path=tmp_path / "page.png", full_page=True)
    folder = os.environ.get("GOVDISCLOSURE_SCREENSHOTS")
    if folder:
        shutil.copy(tmp_path / "page.png", f"{folder}/{name}-{scheme}-{width}.png")
    assert (tmp_path / "page.png").stat().st_size > 10_000


_FAINT = """() => {
  const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const paint = (colours) => {
    canvas.fillStyle = "#fff"; canvas.fillRect(0, 0, 1, 1);
    for (const colour of colours) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (rgb) => {
    const [r, g, b] = rgb.map((v) => v / 255).map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const faint = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode()); ) {
    const one = node.parentElement, style = getComputedStyle(one);
    if (!node.textContent.trim() || one.closest("script, style, option") || !one.getClientRects().length) continue;
    const grounds = [];
    for (let up = one; up; up = up.parentElement) grounds.unshift(getComputedStyle(up).backgroundColor);
    const ground = paint(grounds), ink = paint([...grounds, style.color]);
    const [high, low] = [light(ground), light(ink)].sort((a, b) => b - a);
    const size = parseFloat(style.fontSize), bold = +style.fontWeight >= 700;
    const large = size >= 24 || (bold && size >= 18.66);
    const ratio = (high + 0.05) / (low + 0.05);
    if (ratio < (large ? 3 : 4.5)) faint.push(`${ratio.toFixed(2)} ${one.outerHTML.slice(0, 120)}`);
  }
  return faint;
}"""


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("look", ["light", "dark", "print"])
def test_all_words_stand_out_from_what_is_behind_them(visit, name, look):
    page = visit(name, color_scheme="dark" if look == "dark" else "light")
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    if look == "print":
        page.emulate_media(media="print")
    assert page.evaluate(_FAINT) == []  # WCAG 2.2, 1.4.3


_UNHEARD = """() => {
  const wrong = [], all = (what) => [...document.querySelectorAll(what)];
  const say = (one, why) => wrong.push(`${why}: ${one.outerHTML.slice(0, 100)}`);
  if (!document.documentElement.lang) wrong.push("lang");
  if (!document.title.trim()) wrong.push("title");
  if (all("main").length !== 1) wrong.push("main");
  let level = 0;
  for (const one of all("h1, h2, h3, h4, h5, h6")) {
    const now = +one.tagName[1];
    if (now > level + 1) say(one, "heading");
    if (!one.textContent.trim()) say(one, "empty");
    level = now;
  }
  if (all("h1").length !== 1) wrong.push("h1");
  for (const one of all("input, select, textarea, output"))
    if (one.tagName !== "OUTPUT" && !one.labels.length) say(one, "label");
  for (const one of all("a, button, summary")) {
    const seen = one.textContent.replace(/[↓\\s]+/g, ""), named = one.getAttribute("aria-label");
    if (!(named || seen).trim()) say(one, "name");
    if (named && seen && !named.replace(/\\s+/g, "").includes(seen)) say(one, "name is not what is seen");
  }
  for (const one of all("[tabindex]")) if (one.tabIndex > 0) say(one, "order");
  for (const one of all("[role=region], nav, form, [tabindex='0']"))
    if (!one.getAttribute("aria-label") && !one.getAttribute("aria-labelledby")) say(one, "unnamed");
  for (const one of all("[aria-labelledby]"))
    if (!document.getElementById(one.getAttribute("aria-labelledby"))) say(one, "no such label");
  for (const one of all("table")) {
    if (!one.querySelector("th")) say(one, "no header");
    for (const head of one.querySelectorAll("th")) if (!head.scope) say(head, "scope");
  }
  for (const one of all("ul > *, ol > *")) if (one.tagName !== "LI") say(one, "list");
  for (const one of all(".sub")) if (!one.lang || one.lang === document.documentElement.lang) say(one, "language");
  const ids = all("[id]").map((one) => one.id);
  if (new Set(ids).size !== ids.length) wrong.push("ids");
  return wrong;
}"""


@pytest.mark.parametrize("name", PAGES)
def test_who_hears_the_page_is_told_what_who_sees_it_is(visit, name):
    assert visit(name).evaluate(_UNHEARD) == []


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [375, 1400])
def test_by_tab_alone_each_stop_is_seen_in_order_and_none_holds(visit, name, width):
    page = visit(name, viewport={"width": width, "height": 900})
    wanted = page.evaluate(
        """() => [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
          .filter((one) => one.getClientRects().length).map((one, n) => { one.dataset.stop = n; return n; })"""
    )
    reached = []
    for _ in range(len(wanted) + 6):
        page.keyboard.press("Tab")
        stop = page.evaluate(
            """() => {
              const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();
              const seen = box.width > 0 && box.left >= -1 && box.top < innerHeight && box.bottom > 0;
              const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
              return one === document.body ? null : {n: one.dataset.stop ?? one.tagName, seen, ring};
            }"""
        )
        if stop is None or (reached and stop["n"] == reached[0]["n"]):
            break
        reached.append(stop)
    else:
        pytest.fail("the keyboard does not get out")
    numbered = [int(stop["n"]) for stop in reached if str(stop["n"]).isdigit()]
    assert numbered == wanted
    assert [stop for stop in reached if not (stop["seen"] and stop["ring"])] == []


def test_space_and_enter_work_the_filters_and_what_is_folded(visit):
    page = visit("states")
    box = page.locator("input[value=review]")
    box.focus()
    page.keyboard.press("Space")
    assert not box.is_checked()
    assert not page.locator("li[data-kind=review]:visible").count()
    page.locator("button[type=reset]").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelector('li[data-kind=review]:not([hidden])')")
    summary = page.locator("details.group > summary").first
    summary.focus()
    page.keyboard.press("Enter")
    assert page.locator("details.group[open]").count() == 1
    page.keyboard.press("Space")
    assert page.locator("details.group[open]").count() == 0


def test_what_is_new_known_suppressed_or_gone_is_shown_and_filtered_by(visit):
    page = visit("states")
    counts = page.locator("ul[aria-labelledby=states] li").all_inner_texts()
    assert counts == [
        "新增 1",
        f"未变 {page.locator('li[data-state=unchanged]').count()}",
        "有变化 0",
        "已消失 1",
        "已抑制 1",
    ]
    page.select_option("select[name=state]", "new")
    assert page.inner_text("#shown").startswith("1 / ")
    page.select_option("select[name=state]", "suppressed")
    assert "已抑制：另附（办公室）" in page.locator("li[data-state=suppressed]").text_content()
    number = page.locator("li[data-state=suppressed]").get_attribute("id")[1:]
    assert page.locator(f"[data-f~='{number}']").count() == 0
    assert "gone" in page.inner_text("nav")


def test_it_prints_without_the_filters_and_with_all_findings_whatever_is_filtered(visit):
    pdfium = pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed")
    page = visit("states")
    page.select_option("select[name=state]", "new")
    assert page.locator(".group:not(details) li:visible").count() <= 1
    page.emulate_media(media="print")
    assert not page.locator("#filters").is_visible()
    asking = page.locator("section.group li")
    assert asking.count() > 2
    assert all(one.is_visible() for one in asking.all())
    page.emulate_media(media=None)
    with pdfium.PdfDocument(page.pdf(prefer_css_page_size=True)) as document:
        text = "".join("".join(sheet.get_textpage().get_text_bounded().split()) for sheet in document)
    for rule in page.locator("section.group li > p:first-child").all_text_contents():
        assert "".join(rule.split()) in text
    assert "不是处理决定" in text
