"""A report as the official form with the findings on the cells and words they are about, for a notebook."""

import re
from hashlib import sha256
from typing import Final

import attrs

from govdisclosure.model.showing import LONGEST
from govdisclosure.rules.outcome import Assessment
from govdisclosure.rules.showing import counts_line
from govdisclosure.text.language import Lang, require_lang, said
from govdisclosure.text.markup import below, element, escape
from govdisclosure.text.shown import Shown
from govdisclosure.writing.report_page_list import findings, in_order
from govdisclosure.writing.report_page_text import TextPage

__all__ = ["MarkedReport", "marked"]

_ROOT: Final = "govdisclosure-marked"
# Tones are mixed into the ground and drawn as lines; words keep the colour of the notebook, whatever its theme.
_STYLE: Final = """
& {overflow-wrap:anywhere;line-height:1.6}
 .error{--tone:#d03a30} .warning{--tone:#c07a00} .note{--tone:#0a8796} .review{--tone:#a04cb8} .open{--tone:#3f72d8}
 .informational{--tone:#7b8794} .pass, .notApplicable{--tone:#7b8794}
 mark{color:inherit;background:color-mix(in srgb,var(--tone,#888) 22%,transparent);
  text-decoration:underline 2px var(--tone,#888)}
 td.hit{background:color-mix(in srgb,var(--tone,#888) 22%,transparent);
  outline:2px solid var(--tone,#888);outline-offset:-2px}
 td.unread{font-style:italic}
 .ref{display:inline-block;min-width:1.4em;padding:0 .3em;margin:0 .15em;border:1px solid currentColor;
  border-radius:.8em;font-size:.75em;text-align:center;text-decoration:none;color:inherit}
 .jump{color:inherit}
 .table{overflow-x:auto;max-width:100%;margin:.8em 0}
 table{border-collapse:collapse;font-size:.9em}
 caption{text-align:left;font-weight:bold;padding:.3em 0}
 th, td{border:1px solid rgba(128,128,128,.45);padding:.25em .4em;text-align:center;font-weight:normal}
 th[scope=row], th[scope=rowgroup]{text-align:left}
 p{margin:0 0 .5em} .row{white-space:pre-wrap} .title{text-align:center} .foot{text-align:right}
 ol.list{list-style:none;margin:0;padding:0}
 ol.list > li{border-left:.35em solid var(--tone,#888);padding:.3em .7em;margin:0 0 .6em}
 .verdict{font-weight:bold} .sub{display:block;font-size:.88em;opacity:.8}
 blockquote{margin:.3em 0;padding:.1em .6em;border-left:2px solid rgba(128,128,128,.6);max-height:9em;overflow-y:auto}
"""
_SHOWN: Final = 400
"""How many outcomes are listed, what asks for attention first."""
_LANGS: Final[tuple[Lang, Lang]] = ("zh", "en")
_NAMES: Final = re.compile(r'( id="| href="#)([fm]\d+")')


@attrs.frozen(kw_only=True)
class MarkedReport(Shown):
    """A report that was checked, shown as the official form with each finding where it belongs.

    Attributes:
        assessment: The report and what was found.
        lang: The language where none is asked for; Chinese and English when ``None``.
    """

    assessment: Assessment
    lang: Lang | None = None

    def __repr__(self) -> str:
        """One line."""
        return f"<MarkedReport {self.assessment.heading('en')}>"

    def render(self, lang: Lang = "zh") -> str:
        """The findings as lines of text; a terminal cannot show the form."""
        return self.assessment.render(lang)

    def to_html(self, lang: Lang | None = None) -> str:
        """Findings, then the report's text and tables with the numbers of the findings on them.

        Args:
            lang: ``zh`` or ``en``; its own when ``None``. The report's own words stand as they are.
        """
        first = self.lang if lang is None else lang
        numbered = in_order(self.assessment.outcomes)
        more, numbered = max(len(numbered) - _SHOWN, 0), numbered[:_SHOWN]
        report = self.assessment.report
        left_out = max(len(report.text) - LONGEST, 0)
        page = TextPage(
            attrs.evolve(report, text=report.text[:LONGEST]) if left_out else report, numbered, first, form=first
        )
        body = page.body()
        listed = findings(self.assessment, numbered, page.placed, first, alone=first is not None)
        if more:
            unlisted = f"另有{more}条结果未列出，也未标出", f"{more} more outcomes are neither listed nor marked"
            listed += element("p", below(*unlisted, first))
        heading = element("b", below(self.assessment.heading("zh"), self.assessment.heading("en"), first))
        zh, en = (counts_line(self.assessment.counts.items(), one) for one in _LANGS)
        counts = below(zh, en, first)
        if left_out:
            words = (
                f"正文太长，末尾略去{left_out}字",
                f"the text is too long: its last {left_out} characters are left out",
            )
            body += element("p", below(*words, first))
        original = escape(said("报告原文和统计表", "The report's text and tables", first))
        content = f"<p>{heading}</p>\n<p>{counts}</p>\n{listed}<h4>{original}</h4>\n{body}"
        return _scoped(content)


def marked(assessment: Assessment, lang: Lang | None = None) -> MarkedReport:
    """A checked report, to be shown as the official form with the findings on the cells and words they are about.

    Args:
        assessment: What ``check`` returned.
        lang: ``zh`` or ``en``; Chinese and English when ``None``.

    Raises:
        UsageError: It is another language.
    """
    if lang is not None:
        require_lang(lang)
    return MarkedReport(assessment=assessment, lang=lang)


def _scoped(content: str) -> str:
    """Content under names of its own: several reports may stand in one notebook, and none may colour another."""
    own = f"{_ROOT}-{sha256(content.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"
    named = _NAMES.sub(rf"\g<1>{own}-\g<2>", content)
    rules = re.sub(r"([^{}]+)(\{[^{}]*\})", lambda found: _rule(found[1], found[2]), _STYLE.strip())
    return f'<div class="{_ROOT}"><style>{rules}</style>\n{named}</div>'


def _rule(selectors: str, body: str) -> str:
    """One rule of the style, below the root alone."""
    wanted = (f".{_ROOT} {one.strip().removeprefix('&')}".rstrip() for one in selectors.split(","))
    return ",".join(wanted) + body
