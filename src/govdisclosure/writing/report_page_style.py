"""Style and script of a report's page. The page works without the script, which only filters."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from typing import Final

__all__ = ["POLICY", "SCRIPT", "STYLE", "policy"]

STYLE: Final = """
:root { color-scheme: light dark; --page: #f6f7f9; --sheet: #fff; --ink: #1c2024; --soft: #5a6270; --line: #cfd4dc;
  --link: #0b57a4; --focus: #0b57a4; --error: #b3261e; --warning: #8a5300; --note: #0b6472; --review: #7a2a90;
  --open: #2450a8; --informational: #48525f; --quiet: #48525f; --tint: 16%; }
@media (prefers-color-scheme: dark) { :root { --page: #14171b; --sheet: #1d2126; --ink: #e6e9ed; --soft: #a3acb8;
  --line: #3d444e; --link: #8cbcf2; --focus: #f2c14e; --error: #ff9d94; --warning: #f3b95f; --note: #6fd0df;
  --review: #dfa1f0; --open: #9dbcff; --informational: #b4bec9; --quiet: #b4bec9; --tint: 26%; } }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0; background: var(--page); color: var(--ink); line-height: 1.7; overflow-wrap: anywhere;
  font-family: system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: -99rem; top: 0; z-index: 2; background: var(--sheet); padding: .5rem 1rem; }
.skip:focus { left: 0; }
header, footer, .page { padding: 1rem 1.5rem; max-width: 96rem; margin: 0 auto; }
h1 { font-size: 1.45rem; line-height: 1.35; margin: .2rem 0 .5rem; }
h2 { font-size: 1.15rem; margin: 0 0 .6rem; }
h3 { font-size: 1.02rem; margin: 1.2rem 0 .4rem; }
p { margin: 0 0 .6rem; }
.sub, .soft { color: var(--soft); font-size: .88em; }
.sub { display: block; line-height: 1.5; }
.counts { display: flex; flex-wrap: wrap; gap: .4rem .6rem; list-style: none; padding: 0; margin: .6rem 0; }
.counts li { border: 1px solid var(--line); border-radius: 1rem; padding: .05rem .8rem; background: var(--sheet); }
.counts b { font-variant-numeric: tabular-nums; }
.columns { display: grid; grid-template-columns: minmax(19rem, 27rem) minmax(0, 1fr); gap: 1.5rem; align-items: start;
  max-width: 96rem; margin: 0 auto; padding: 0 1.5rem; }
.findings { position: sticky; top: 0; max-height: 100vh; overflow-y: auto; padding: 1rem .6rem 1rem .3rem; }
.sheet { background: var(--sheet); border: 1px solid var(--line); border-radius: 6px; padding: 1.5rem 2rem;
  min-width: 0; }
form { border: 1px solid var(--line); border-radius: 6px; padding: .6rem .8rem; margin: 0 0 .9rem;
  background: var(--sheet); }
fieldset { border: 0; padding: 0; margin: 0 0 .5rem; display: flex; flex-wrap: wrap; gap: .1rem .9rem; }
legend { float: left; padding: 0; margin-right: .8rem; color: var(--soft); }
form label { white-space: nowrap; }
form .row { display: flex; flex-wrap: wrap; gap: .5rem .9rem; align-items: center; }
select, button { font: inherit; color: inherit; background: var(--page); border: 1px solid var(--line);
  border-radius: 4px; padding: .1rem .5rem; max-width: 100%; }
ol.list { list-style: none; margin: 0; padding: 0; }
ol.list > li { background: var(--sheet); border: 1px solid var(--line); border-left: .35rem solid var(--tone);
  border-radius: 4px; padding: .55rem .8rem; margin: 0 0 .6rem; }
li:target { box-shadow: 0 0 0 2px var(--focus); }
ol.list p { margin: .25rem 0; }
.verdict { color: var(--tone); font-weight: 700; }
.fail, .error { --tone: var(--error); } .warning { --tone: var(--warning); } .note { --tone: var(--note); }
.review { --tone: var(--review); } .open { --tone: var(--open); } .informational { --tone: var(--informational); }
.pass, .notApplicable { --tone: var(--quiet); }
.state { border: 1px solid var(--line); border-radius: .3rem; padding: 0 .4em; font-size: .88em;
  -webkit-box-decoration-break: clone; box-decoration-break: clone; }
code { font-family: ui-monospace, Consolas, "DejaVu Sans Mono", monospace; font-size: .92em; }
blockquote { margin: .3rem 0; padding: .1rem .6rem; border-left: 2px solid var(--line); color: var(--soft);
  max-height: 9rem; overflow-y: auto; }
mark { color: inherit; background: color-mix(in srgb, var(--tone) var(--tint), transparent); padding: .08em 0;
  text-decoration: underline; text-decoration-color: var(--tone); text-decoration-thickness: 2px;
  text-underline-offset: .2em; }
.ref { display: inline-block; min-width: 1.45em; padding: 0 .3em; margin: 0 .15em; border-radius: .8em;
  border: 1px solid currentColor; font: .72rem/1.4 system-ui, sans-serif; text-align: center; text-decoration: none;
  vertical-align: .15em; text-indent: 0; user-select: none; scroll-margin-top: 25vh; }
.ref:target { background: var(--focus); color: var(--sheet); }
.ref:target + mark, td:has(> .ref:target) { outline: 2px solid var(--focus); }
.text p { text-indent: 2em; margin: 0 0 .5rem; }
.text p.row, .text p.foot { text-indent: 0; }
.text p.foot { text-align: right; }
.text p, .text h3, .text h4, li p { unicode-bidi: isolate; direction: ltr; }
.text h3.title { text-align: center; font-size: 1.25rem; margin: .2rem 0 .6rem; }
.table { overflow-x: auto; margin: 1rem 0 .4rem; }
table { border-collapse: collapse; width: 100%; min-width: 34rem; font-size: .84rem; line-height: 1.4;
  overflow-wrap: break-word; }
caption { text-align: left; font-weight: 600; padding: .2rem 0 .4rem; }
th, td { border: 1px solid var(--line); padding: .3em .4em; text-align: center; font-weight: normal; }
th[scope="row"], th[scope="rowgroup"] { text-align: left; }
th { background: color-mix(in srgb, var(--line) 22%, transparent); }
td { font-variant-numeric: tabular-nums; }
td.hit { background: color-mix(in srgb, var(--tone) var(--tint), transparent); }
td.unread { color: var(--soft); font-size: .92em; }
details { margin: 0 0 1rem; }
summary { cursor: pointer; }
@media screen { .off, mark.off, td.off { background: none; text-decoration: none; } .ref.off { display: none; } }
[hidden] { display: none; }
@media (max-width: 60rem) {
  .columns { grid-template-columns: minmax(0, 1fr); padding: 0 .8rem; gap: .8rem; }
  header, footer, .page { padding: .8rem; }
  .findings { position: static; max-height: none; overflow: visible; padding: 0; }
  .sheet { padding: 1rem; } }
@media print {
  :root { color-scheme: light; --page: #fff; --sheet: #fff; --ink: #000; --soft: #333; --line: #888; --link: #000;
    --error: #8c1d18; --warning: #6b4000; --note: #084c57; --review: #5d1f6e; --open: #1b3d80; --informational: #333;
    --quiet: #333; --tint: 14%; }
  @page { size: A4; margin: 18mm 16mm; }
  body { font-size: 9.5pt; line-height: 1.5; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .columns { display: block; padding: 0; }
  header, footer, .page { padding: 0 0 .6rem; }
  .findings { position: static; max-height: none; overflow: visible; padding: 0; }
  .sheet { border: 0; padding: 0; }
  ol.list > li, tr { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  blockquote, .table { max-height: none; overflow: visible; }
  table { min-width: 0; font-size: 7.5pt; }
  ol.list > li[hidden], .group[hidden] { display: block; }
  caption { break-after: avoid; }
  form, .skip, .jump { display: none; } }
"""
SCRIPT: Final = """
(() => {
  const form = document.getElementById("filters");
  const items = [...document.querySelectorAll("ol.list > li")];
  const groups = [...document.querySelectorAll("section.group, details.group")];
  const marks = [...document.querySelectorAll("[data-f]")];
  const shown = document.getElementById("shown");
  const apply = () => {
    const kinds = new Set([...form.querySelectorAll("input:checked")].map((box) => box.value));
    const [level, rule, state] = ["level", "rule", "state"].map((name) => form.elements[name]?.value);
    const gone = new Set();
    for (const item of items) {
      const data = item.dataset;
      item.hidden = !kinds.has(data.kind) || (level && data.level !== level) || (rule && data.rule !== rule)
        || (state && data.state !== state);
      if (item.hidden) gone.add(item.id.slice(1));
    }
    for (const group of groups) group.hidden = !group.querySelector("li:not([hidden])");
    for (const mark of marks) mark.classList.toggle("off", mark.dataset.f.split(" ").every((n) => gone.has(n)));
    shown.textContent = `${items.length - gone.size} / ${items.length}`;
  };
  form.hidden = false;
  form.addEventListener("change", apply);
  form.addEventListener("reset", () => setTimeout(apply));
  form.addEventListener("submit", (event) => event.preventDefault());
  apply();
})();
"""


def _hash(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"


@cache
def policy(style: str = STYLE) -> str:
    """What a browser lets a page do: nothing but its own style and its own script, each known by its digest.

    Args:
        style: The whole of the style that the page has.
    """
    known = f"style-src {_hash(style)}; script-src {_hash(SCRIPT)}"
    return f"default-src 'none'; {known}; base-uri 'none'; form-action 'none'"


POLICY: Final = policy()
"""That of a page with the style of all pages alone."""
