"""Scores as they show themselves in a notebook: both languages, no script, colours left to the page's theme."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from govdisclosure.analysis.scorecard.points import Effect, Points, Trace
from govdisclosure.analysis.scorecard.wording import (
    EFFECTS,
    STATES,
    footnotes,
    heading,
    percent,
    place,
    plain,
    span,
    stated,
)
from govdisclosure.rules.outcome import Message
from govdisclosure.text.display import one_line
from govdisclosure.text.markup import element, escape, table
from govdisclosure.text.personal import mask_personal

if TYPE_CHECKING:
    from govdisclosure.analysis.scorecard.scores import OrganScore, Scores

__all__ = ["organ_html", "scores_html"]

_RANKING = (
    "名次 / rank",
    "机关 / organ",
    "得分 / score",
    "可能范围 / range",
    "已得/已判断 / earned of judged",
    "覆盖率 / coverage",
    "加分 / bonus",
)
_POINTS = ("指标 / indicator", "分值 / points", "已得/已判断 / earned of judged", "可能范围 / range", "说明 / why")
_SHOWN = 1000
_ROWS = 300


def scores_html(scores: "Scores") -> str:
    """The ranking of each year, who is not ranked and why, and what is to be known beside it."""
    parts = [element("p", element("b", _both(heading(scores))))]
    for year in scores.years:
        parts += _year([one for one in scores if one.year == year], year)
    parts += [element("p", element("small", _both(note))) for note in footnotes(scores)]
    return element("div", "".join(parts))


def _year(own: list["OrganScore"], year: int) -> Iterator[str]:
    yield element("p", element("b", escape(f"{year}年度 / {year}")))
    yield from _bounded([one for one in own if one.rank is not None], _row, _RANKING)
    rest = [one for one in own if one.rank is None]
    if rest:
        yield element("p", "不排名 / not ranked")
    yield from _bounded(rest, _apart, ("机关 / organ", "原因 / why", "得分 / score"))


def _bounded(
    organs: list["OrganScore"], row: Callable[["OrganScore"], tuple[str, ...]], head: tuple[str, ...]
) -> Iterator[str]:
    """The first organs as a table, and how many more there are."""
    if organs:
        yield table(map(row, organs[:_ROWS]), head)
    if (more := len(organs) - _ROWS) > 0:
        yield element("p", escape(f"另有{more}个机关，见 ranking() / {more} more organs are in ranking()"))


def _apart(one: "OrganScore") -> tuple[str, ...]:
    score = "—" if one.score is None else f"{plain(one.score)} [{span(one)}]"
    return escape(one.organ), _both(one.why), escape(score)


def _row(one: "OrganScore") -> tuple[str, ...]:
    veto = " （一票否决 / veto）" if one.vetoed else ""
    cells = (
        place(one),
        one_line(one.organ),
        plain(one.score) + veto,
        span(one),
        stated(one),
        percent(one.coverage),
        plain(one.bonus),
    )
    return tuple(escape(cell) for cell in cells)


def organ_html(one: "OrganScore") -> str:
    """Each indicator with its points, and below it what they come from."""
    figures = f"得分 / score {plain(one.score)} [{span(one)}] · {stated(one)} · {percent(one.coverage)}"
    parts = [element("p", element("b", escape(f"{one.organ} · {one.year}")) + "<br>" + escape(figures))]
    if one.why.zh:
        parts.append(element("p", _both(one.why)))
    if one.indicators:
        parts.append(table([_points(points) for points in one.indicators], _POINTS))
    return element("div", "".join(parts))


def _points(points: Points) -> tuple[str, ...]:
    low, high = plain(points.lowest), plain(points.highest)
    state = STATES[points.state]
    shown = element("b", escape(points.indicator.name.zh)) + "<br>" + element("small", escape(points.indicator.name.en))
    why = _both(points.why) + _traces(points)
    range_ = low if low == high else f"{low}–{high}"
    worth = escape(plain(points.possible)) + "<br>" + element("small", escape(f"{state.zh} / {state.en}"))
    return shown, worth, escape(stated(points)), escape(range_), why


def _traces(points: Points) -> str:
    """What costs or may cost is shown; what holds is folded away."""
    loud = [one for one in points.traces if one.effect not in {Effect.KEPT, Effect.NONE}]
    quiet = [one for one in points.traces if one.effect in {Effect.KEPT, Effect.NONE}]
    parts = element("ul", "".join(element("li", _trace(one)) for one in loud)) if loud else ""
    if quiet:
        title = element("summary", escape(f"其余 / others: {len(quiet)}"))
        parts += element("details", title + element("ul", "".join(element("li", _trace(one)) for one in quiet)))
    return parts


def _trace(one: Trace) -> str:
    effect = EFFECTS[one.effect]
    cost = f" −{plain(one.lost)}" if one.lost else ""
    head = element("b", escape(f"{effect.zh} / {effect.en}{cost}"))
    code = "" if one.outcome is None else " " + element("code", escape(one.outcome.rule))
    rest = (one.place, one.articles, one.note)
    more = "".join("<br>" + element("small", _both(message)) for message in rest if message.zh)
    mark = "" if not one.fingerprint else "<br>" + element("small", element("code", escape(one.fingerprint)))
    return f"{head}{code} {_both(one.message)}{more}{mark}"


def _both(message: Message) -> str:
    """Chinese, and the English below it."""
    zh, en = (escape(one_line(mask_personal(words))[:_SHOWN]) for words in (message.zh, message.en))
    return zh if message.zh == message.en else f"{zh}<br>{element('small', en)}"
