"""Scores as they show themselves in a notebook: both languages, no script, colours left to the page's theme."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from govdisclosure.analysis.scorecard.points import Effect, Points, Trace
from govdisclosure.analysis.scorecard.wording import (
    EFFECTS,
    STATES,
    footnotes,
    heading,
    percent,
    plain,
    ranked,
    span,
    stated,
)
from govdisclosure.rules.outcome import Message
from govdisclosure.text.display import one_line
from govdisclosure.text.language import Lang, said
from govdisclosure.text.markup import below, element, escape, scrolling, table
from govdisclosure.text.personal import mask_personal

if TYPE_CHECKING:
    from govdisclosure.analysis.scorecard.scores import OrganScore, Scores

__all__ = ["organ_html", "scores_html"]

_RANKING = (
    ("名次", "rank"),
    ("机关", "organ"),
    ("得分", "score"),
    ("可能范围", "range"),
    ("已得/已判断", "earned of judged"),
    ("覆盖率", "coverage"),
    ("加分", "bonus"),
)
_POINTS = (
    ("指标", "indicator"),
    ("分值", "points"),
    ("已得/已判断", "earned of judged"),
    ("可能范围", "range"),
    ("说明", "why"),
)
_APART = (("机关", "organ"), ("原因", "why"), ("得分", "score"))
_WIDEST = 1000
_ROWS = 300
_LEAST = 46


def scores_html(scores: "Scores", lang: Lang | None = None) -> str:
    """The ranking of each year, who is not ranked and why, and what is to be known beside it.

    Args:
        scores: The scores.
        lang: ``zh`` or ``en``; Chinese and English when ``None``.
    """
    parts = [element("p", element("b", _words(heading(scores), lang)))]
    for year in scores.years:
        parts += _year([one for one in scores if one.year == year], year, lang)
    parts += [element("p", _small(note, lang)) for note in footnotes(scores)]
    return element("div", "".join(parts))


def organ_html(one: "OrganScore", lang: Lang | None = None) -> str:
    """Each indicator with its points, and below it what they come from.

    Args:
        one: An organ in a year.
        lang: ``zh`` or ``en``; Chinese and English when ``None``.
    """
    score = said("得分", "score", lang)
    figures = f"{score} {plain(one.score)} [{span(one)}] · {stated(one)} · {percent(one.coverage)}"
    parts = [element("p", element("b", escape(f"{one.organ} · {one.year}")) + "<br>" + escape(figures))]
    if one.why.zh:
        parts.append(element("p", _words(one.why, lang)))
    if one.indicators:
        parts.append(_table([_points(points, lang) for points in one.indicators], _POINTS, lang, least=_LEAST))
    return element("div", "".join(parts))


def _year(own: list["OrganScore"], year: int, lang: Lang | None) -> Iterator[str]:
    yield element("p", element("b", escape(said(f"{year}年度", str(year), lang))))
    yield from _bounded([_row(one, lang) for one in own if one.rank is not None], _RANKING, lang)
    rest = [(escape(one.organ), _words(one.why, lang), escape(_figure(one))) for one in own if one.rank is None]
    if rest:
        yield element("p", escape(said("不排名", "not ranked", lang)))
    yield from _bounded(rest, _APART, lang)


def _bounded(rows: Sequence[tuple[str, ...]], heads: Iterable[tuple[str, str]], lang: Lang | None) -> Iterator[str]:
    """The first rows as a table, and how many more there are."""
    if rows:
        yield _table(rows[:_ROWS], heads, lang)
    if (more := len(rows) - _ROWS) > 0:
        words = f"另有{more}个机关，见 ranking()", f"{more} more organs are in ranking()"
        yield element("p", below(*words, lang))


def _table(rows: Iterable[Iterable[str]], heads: Iterable[tuple[str, str]], lang: Lang | None, least: int = 0) -> str:
    return scrolling(table(rows, (below(*one, lang) for one in heads)), least)


def _figure(one: "OrganScore") -> str:
    return "—" if one.score is None else f"{plain(one.score)} [{span(one)}]"


def _row(one: "OrganScore", lang: Lang | None) -> tuple[str, ...]:
    return tuple(escape(cell) for cell in ranked(one, f" ({said('一票否决', 'veto', lang)})"))


def _points(points: Points, lang: Lang | None) -> tuple[str, ...]:
    low, high = plain(points.lowest), plain(points.highest)
    state = STATES[points.state]
    why = _words(points.why, lang) + _traces(points, lang)
    range_ = low if low == high else f"{low}–{high}"
    worth = escape(plain(points.possible)) + "<br>" + element("small", escape(said(state.zh, state.en, lang)))
    return _words(points.indicator.name, lang), worth, escape(stated(points)), escape(range_), why


def _traces(points: Points, lang: Lang | None) -> str:
    """What costs or may cost is shown; what holds is folded away."""
    loud = [one for one in points.traces if one.effect not in {Effect.KEPT, Effect.NONE}]
    quiet = [one for one in points.traces if one.effect in {Effect.KEPT, Effect.NONE}]
    parts = element("ul", "".join(element("li", _trace(one, lang)) for one in loud)) if loud else ""
    if quiet:
        title = element("summary", escape(f"{said('其余', 'others', lang)}: {len(quiet)}"))
        parts += element("details", title + element("ul", "".join(element("li", _trace(one, lang)) for one in quiet)))
    return parts


def _trace(one: Trace, lang: Lang | None) -> str:
    effect = EFFECTS[one.effect]
    cost = f" −{plain(one.lost)}" if one.lost else ""
    head = element("b", escape(f"{said(effect.zh, effect.en, lang)}{cost}"))
    code = "" if one.outcome is None else " " + element("code", escape(one.outcome.rule))
    rest = (one.place, one.articles, one.note)
    more = "".join("<br>" + _small(message, lang) for message in rest if message.zh)
    mark = "" if not one.fingerprint else "<br>" + element("small", element("code", escape(one.fingerprint)))
    return f"{head}{code} {_words(one.message, lang)}{more}{mark}"


def _small(message: Message, lang: Lang | None) -> str:
    """Words that matter less; small once, since small within small would be too faint."""
    zh, en = (element("small", escape(one_line(mask_personal(words))[:_WIDEST])) for words in (message.zh, message.en))
    return said(zh, en, lang, "<br>")


def _words(message: Message, lang: Lang | None) -> str:
    zh, en = (one_line(mask_personal(words))[:_WIDEST] for words in (message.zh, message.en))
    return below(zh, en, lang)
