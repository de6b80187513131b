"""What objects show in a notebook, in a real browser, light and dark, wide and narrow; skipped where there is none."""

import os
import shutil

import pytest
from tests.browsing import needs_browser
from tests.showing.samples import hostile, samples

pytestmark = needs_browser
SHOWN = sorted(samples())
# The colours of a notebook's themes: its own, whatever the machine prefers, or none but what the browser has.
THEMES = {
    "light": "color:rgba(0,0,0,.87);background:#fff",
    "dark": "color:rgba(255,255,255,.87);background:#111",
}
FONT = os.environ.get("GOVDISCLOSURE_FONT")
_FACE = f"@font-face{{font-family:zh;src:url('file://{FONT}')}}" if FONT else ""
_WEAKEST = """() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const light = (layers) => {
    for (const layer of layers) { canvas.fillStyle = layer; canvas.fillRect(0, 0, 1, 1); }
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3)
      .map((v) => v / 255).map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const weak = [];
  for (const box of document.querySelectorAll("body > section")) {
    const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const one = walker.currentNode.parentElement;
      if (!walker.currentNode.data.trim() || !one.checkVisibility()) continue;
      const papers = [];
      let faint = 1;
      for (let up = one; up; up = up.parentElement) {
        const style = getComputedStyle(up);
        papers.unshift(style.backgroundColor);
        faint *= Number(style.opacity);
      }
      const paper = ["#fff", ...papers], ink = getComputedStyle(one).color.match(/[\\d.]+/g).map(Number);
      const seen = `rgba(${ink[0]},${ink[1]},${ink[2]},${(ink[3] ?? 1) * faint})`;
      const [a, b] = [light([...paper, seen]), light(paper)];
      const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      if (contrast < 4.5) weak.push(`${box.id} ${one.tagName} ${walker.currentNode.data.slice(0, 20)} ${contrast}`);
    }
  }
  return weak;
}"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("pages")
    for theme, style in THEMES.items():
        for kind, objects in (("samples", samples()), ("hostile", hostile())):
            cells = (f'<section id="{n}">{objects[name]._repr_html_()}</section>' for n, name in enumerate(SHOWN))
            head = f"<style>{_FACE}body{{{style};font:14px zh,sans-serif;margin:8px}}</style><title>-</title>"
            page = f'<!DOCTYPE html><meta charset="utf-8"><html>{head}<body>{"".join(cells)}</body></html>'
            (path / f"{kind}-{theme}.html").write_text(page, "utf-8")
    return path


@pytest.fixture
def visit(browser, folder):
    contexts = []

    def run(name, **options):
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.asked, page.said = [], []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("console", lambda message: page.said.append(message.text))
        page.on("dialog", lambda dialog: page.said.append(dialog.message))
        page.on("pageerror", lambda error: page.said.append(str(error)))
        page.goto((folder / f"{name}.html").as_uri())
        page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
        return page

    yield run
    for context in contexts:
        context.close()


def test_nothing_runs_and_nothing_is_fetched_whatever_the_words(visit, folder):
    page = visit("hostile-light")
    asked = [one for one in page.asked if not (FONT and one.endswith(FONT))]
    assert asked == [(folder / "hostile-light.html").as_uri()]
    assert page.said == []
    assert page.title() == "-"
    assert page.locator("script, img, svg, iframe, object, link").count() == 0
    # Nothing of it stands outside of the cell that it was put in.
    assert page.locator("body > :not(section)").count() == 0
    assert page.locator("body > section").count() == len(SHOWN)
    assert "onerror=alert(1)" in page.inner_text("body")


@pytest.mark.parametrize("theme", sorted(THEMES))
@pytest.mark.parametrize("width", [400, 1280])
def test_it_fits_and_words_stand_out(visit, tmp_path, theme, width):
    # The machine prefers the other theme: what is shown follows the notebook, not the machine.
    other = "light" if theme == "dark" else "dark"
    page = visit(f"samples-{theme}", color_scheme=other, viewport={"width": width, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(_WEAKEST) == []  # WCAG 2.1, 1.4.3
    folder = os.environ.get("GOVDISCLOSURE_SCREENSHOTS")
    for number, name in enumerate(SHOWN if folder else SHOWN[:1]):
        shot = tmp_path / "one.png"
        page.locator(f"[id='{number}']").screenshot(path=shot)
        if folder:
            shutil.copy(shot, f"{folder}/{name.replace(' ', '-')}-{theme}-{width}.png")
    assert shot.stat().st_size > 2_000


def test_hostile_words_do_not_widen_it(visit):
    page = visit("hostile-dark", viewport={"width": 400, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= 400
