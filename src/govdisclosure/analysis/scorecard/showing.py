"""Scores as text and as JSON values."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

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
from govdisclosure.text.display import columns, one_line
from govdisclosure.text.language import Lang, require_lang
from govdisclosure.text.personal import mask_personal
from govdisclosure.writing.convert import SCHEMA, number
from govdisclosure.writing.version import package_version

if TYPE_CHECKING:
    from govdisclosure.analysis.scorecard.scores import OrganScore, Scores

__all__ = ["organ_text", "scores_text", "scores_to_dict"]

_HEADS = {
    "zh": ("名次", "机关", "得分", "可能范围", "已得/已判断", "覆盖率", "加分"),
    "en": ("rank", "organ", "score", "range", "earned/judged", "coverage", "bonus"),
}


def scores_text(scores: "Scores", lang: Lang) -> str:
    """The ranking of each year, who is not ranked, and what is to be known beside it."""
    require_lang(lang)
    lines = [_in(heading(scores), lang)]
    for year in scores.years:
        lines += ["", f"{year}年度" if lang == "zh" else str(year)]
        own = [one for one in scores if one.year == year]
        rows = [_HEADS[lang], *(_row(one, lang) for one in own if one.rank is not None)]
        lines += _aligned(rows) if len(rows) > 1 else ["  没有可排名的机关" if lang == "zh" else "  nobody is ranked"]
        rest = [one for one in own if one.rank is None]
        if rest:
            lines.append("不排名：" if lang == "zh" else "not ranked:")
        lines += (f"  {one_line(one.organ)}{'：' if lang == 'zh' else ': '}{_apart(one, lang)}" for one in rest)
    return "\n".join([*lines, "", *(_in(note, lang) for note in footnotes(scores))])


def _row(one: "OrganScore", lang: Lang) -> tuple[str, ...]:
    return ranked(one, "（一票否决）" if lang == "zh" else " (veto)")


def _apart(one: "OrganScore", lang: Lang) -> str:
    zh = lang == "zh"
    if one.score is None:
        return _in(one.why, lang)
    figures = f"{plain(one.score)} [{span(one)}]"
    return f"{_in(one.why, lang)}{'；得分' if zh else '; score '}{figures}"


def organ_text(one: "OrganScore", lang: Lang) -> str:
    """Each indicator with its points and what they come from."""
    require_lang(lang)
    zh = lang == "zh"
    head = f"{one_line(one.organ)} · {one.year}{'年度' if zh else ''}"
    sign = "：" if zh else ": "
    lines = [head]
    if one.score is not None:
        words = ("得分", "范围", "已得/已判断", "覆盖率") if zh else ("score", "range", "earned/judged", "coverage")
        figures = (plain(one.score), span(one), stated(one), percent(one.coverage))
        lines.append("  " + "  ".join(f"{word}{sign}{figure}" for word, figure in zip(words, figures, strict=True)))
    if _in(one.why, lang):
        lines.append(f"  {_in(one.why, lang)}")
    for points in one.indicators:
        title = f"{points.indicator.key} {_in(points.indicator.name, lang)}"
        lines.append(f"{title}  {_figures(points, lang)}  {_in(points.why, lang)}")
        lines += (f"  - {line}" for trace in points.traces for line in [_traced(trace, lang)])
    return "\n".join(lines)


def _figures(points: Points, lang: Lang) -> str:
    low, high = plain(points.lowest), plain(points.highest)
    range_ = "" if low == high else f" [{low}–{high}]"
    return f"{stated(points)} ({_in(STATES[points.state], lang)}, {plain(points.possible)}){range_}"


def _traced(trace: Trace, lang: Lang) -> str:
    cost = f" −{plain(trace.lost)}" if trace.lost else ""
    code = "" if trace.outcome is None else f" {trace.outcome.rule}"
    where = "" if not _in(trace.place, lang) else f" ({_in(trace.place, lang)})"
    note = "" if not _in(trace.note, lang) else f" [{_in(trace.note, lang)}]"
    mark = "" if not trace.fingerprint else f" #{trace.fingerprint}"
    return one_line(f"{_in(EFFECTS[trace.effect], lang)}{cost}{code} {_in(trace.message, lang)}{where}{note}{mark}")


def _in(message: Message, lang: Lang) -> str:
    return one_line(mask_personal(message.zh if lang == "zh" else message.en))


def _aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(columns(row[n]) for row in rows) for n in range(len(rows[0]))]
    for row in rows:
        cells = (cell + " " * (width - columns(cell)) for cell, width in zip(row, widths, strict=True))
        yield ("  " + "  ".join(cells)).rstrip()


def scores_to_dict(scores: "Scores") -> dict[str, Any]:
    """Everything as JSON values."""
    card = scores.scorecard
    return {
        "schema": SCHEMA,
        "tool": {"name": "govdisclosure", "version": package_version()},
        "title": _message(card.title),
        "basis": card.basis,
        "total": number(card.worth),
        "min_coverage": number(card.min_coverage),
        "organs": [_organ(one) for one in scores],
        "unread": [{"source": one.name, "reason": {"zh": one.zh, "en": one.en}} for one in scores.unread],
        "nameless": list(scores.nameless),
        "notes": _messages(scores.notes),
    }


def _organ(one: "OrganScore") -> dict[str, Any]:
    rank = one.rank
    figures = ("score", "lowest", "highest", "earned", "judged", "possible", "bonus", "coverage")
    return {
        "organ": one.organ,
        "year": one.year,
        "sources": list(one.sources),
        "standing": one.standing.value,
        "why": _message(one.why),
        "rank": rank
        and {
            "place": rank.place,
            "tied": rank.tied,
            "best": rank.best,
            "worst": rank.worst,
            "may_change": rank.may_change,
        },
        **{name: None if (value := getattr(one, name)) is None else number(value) for name in figures},
        "vetoed": one.vetoed,
        "indicators": [_points(points) for points in one.indicators],
    }


def _points(points: Points) -> dict[str, Any]:
    figures = ("possible", "judged", "earned", "lost", "lowest", "highest")
    return {
        "key": points.indicator.key,
        "name": _message(points.indicator.name),
        "state": points.state.value,
        **{name: number(getattr(points, name)) for name in figures},
        "why": _message(points.why),
        "traces": [_trace(trace) for trace in points.traces],
    }


def _trace(trace: Trace) -> dict[str, Any]:
    outcome = trace.outcome
    return {
        "effect": Effect(trace.effect).value,
        "lost": number(trace.lost),
        "rule": outcome and outcome.rule,
        "kind": outcome and outcome.kind.value,
        "level": outcome and outcome.level.value,
        "subject": outcome and outcome.subject,
        "message": _message(trace.message),
        "place": _message(trace.place),
        "cites": [cite.key for cite in dict.fromkeys(outcome.cites)] if outcome else [],
        "fingerprint": trace.fingerprint or None,
        "note": _message(trace.note),
    }


def _message(message: Message) -> dict[str, str]:
    return {"zh": mask_personal(message.zh), "en": mask_personal(message.en)}


def _messages(messages: Iterable[Message]) -> list[dict[str, str]]:
    return [_message(one) for one in messages]
