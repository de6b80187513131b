"""What a parameter of law has been, over time, as a table for a notebook."""

from collections.abc import Iterator

import pendulum

from govdisclosure.law.dated import DatedValue, Parameter
from govdisclosure.law.pages import EVIDENCE, span_word, value_word
from govdisclosure.text.language import Lang
from govdisclosure.text.markup import below, element, escape, scrolling, table

__all__ = ["history_html"]

_HEADS = (("起止", "from – to"), ("", ""), ("值", "value"), ("依据", "provision"), ("可靠程度", "evidence"))
_LEAST = 48
_WIDTH = 12
"""How wide the bars are at most, in em."""


def history_html(parameter: Parameter, lang: Lang | None = None) -> str:
    """Every value in order of time, with its days, a bar for the time it held, its provision and its evidence.

    Args:
        parameter: The parameter.
        lang: Language; Chinese and English when ``None``.
    """
    title = element("p", element("b", below(parameter.title_zh, parameter.title_en, lang)))
    heads = (below(*one, lang) for one in _HEADS)
    note = element("p", below(parameter.note_zh, parameter.note, lang)) if parameter.note else ""
    return element("div", title + scrolling(table(_rows(parameter, lang), heads), least=_LEAST) + note)


def _rows(parameter: Parameter, lang: Lang | None) -> Iterator[tuple[str, ...]]:
    by_year = parameter.select_by == "report_year"
    first = min(dated.start for dated in parameter.values)
    # What still holds is drawn as long as the time between the last change and the first value, or a year.
    last = max((dated.end or dated.start for dated in parameter.values), default=first)
    whole = max((last.toordinal() - first.toordinal()) * 2, 365)
    for dated in parameter.values:
        zh, en = span_word(dated, "zh", by_year=by_year), span_word(dated, "en", by_year=by_year)
        value = below(value_word(parameter, dated, "zh"), value_word(parameter, dated, "en"), lang)
        notes = below(dated.note_zh, dated.note, lang) if dated.note else ""
        yield (
            f'<div style="white-space:nowrap">{below(zh, en, lang)}</div>',
            _bar(dated, first, whole),
            value + (f"<br>{notes}" if notes else ""),
            below(dated.cite.zh, dated.cite.en, lang),
            below(*EVIDENCE[dated.evidence], lang),
        )


def _bar(dated: DatedValue, first: pendulum.Date, whole: int) -> str:
    before = (dated.start.toordinal() - first.toordinal()) / whole
    end = first.toordinal() + whole if dated.end is None else dated.end.toordinal()
    share = max((end - dated.start.toordinal()) / whole, 0.02)
    place = f"margin-left:{before * _WIDTH:.2f}em;width:{share * _WIDTH:.2f}em"
    style = f"{place};height:.7em;background:currentColor;opacity:.55"
    more = escape("→") if dated.end is None else ""
    return f'<div style="width:{_WIDTH + 1.5}em"><span style="display:inline-block;{style}"></span>{more}</div>'
