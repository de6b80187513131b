"""Words that text, pages and documents of scores share."""

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from govdisclosure.analysis.scorecard.points import Effect, Points, State
from govdisclosure.rules.outcome import Message
from govdisclosure.text.display import one_line
from govdisclosure.text.numerals import plain as figure

if TYPE_CHECKING:
    from govdisclosure.analysis.scorecard.scores import OrganScore, Scores

__all__ = ["EFFECTS", "STATES", "footnotes", "heading", "percent", "place", "plain", "ranked", "span", "stated"]

_NAMED = 20
"""How many documents are named."""
STATES: Mapping[State, Message] = {
    State.JUDGED: Message("已判断", "judged"),
    State.PARTLY: Message("部分未定", "partly open"),
    State.OPEN: Message("未能判断", "open"),
    State.NOT_APPLICABLE: Message("不适用", "not applicable"),
    State.NOT_ASKED: Message("不考核", "not asked"),
}
EFFECTS: Mapping[Effect, Message] = {
    Effect.KEPT: Message("无误", "holds"),
    Effect.LOST: Message("扣分", "costs"),
    Effect.PENDING: Message("未定", "open"),
    Effect.WAIVED: Message("经决定不扣", "let stand"),
    Effect.SPARED: Message("待核不计", "doubtful, not counted"),
    Effect.LIGHT: Message("轻微不计", "too light"),
    Effect.NONE: Message("不计", "no verdict"),
    Effect.GIVEN: Message("数据", "given"),
}


def plain(value: Decimal | None) -> str:
    """A figure without zeros at its end; a dash where there is none.

    >>> plain(Decimal("95.50")), plain(Decimal(100)), plain(None)
    ('95.5', '100', '—')
    """
    return "—" if value is None else figure(value)


def percent(value: Decimal | None) -> str:
    """A fraction as per cent."""
    return "—" if value is None else f"{plain(value * 100)}%"


def span(one: "OrganScore") -> str:
    """The range that a score can be in, or the one figure that it is."""
    if one.lowest is None or one.highest is None:
        return "—"
    return plain(one.lowest) if one.lowest == one.highest else f"{plain(one.lowest)}–{plain(one.highest)}"


def stated(one: "Points | OrganScore") -> str:
    """Earned of judged; a dash where nothing is to be judged."""
    if isinstance(one, Points) and one.state in {State.NOT_APPLICABLE, State.NOT_ASKED} and not one.judged:
        return "—"
    return f"{plain(one.earned)}/{plain(one.judged)}"


def ranked(one: "OrganScore", veto: str) -> tuple[str, ...]:
    """The cells of its row in a ranking: place, organ, score, range, earned of judged, coverage, bonus.

    Args:
        one: An organ in a year.
        veto: What stands beside the score where an indicator vetoes it.
    """
    return (
        place(one),
        one_line(one.organ),
        plain(one.score) + (veto if one.vetoed else ""),
        span(one),
        stated(one),
        percent(one.coverage),
        plain(one.bonus),
    )


def place(one: "OrganScore") -> str:
    """Its place, with the places it could have where it may change."""
    if one.rank is None:
        return "—"
    shown = f"{one.rank.place}{'=' if one.rank.tied else ''}"
    return f"{shown} ({one.rank.best}–{one.rank.worst})" if one.rank.may_change else shown


def heading(scores: "Scores") -> Message:
    """What is scored, and out of how much."""
    card = scores.scorecard
    worth = plain(card.worth)
    return Message(f"{card.title.zh}（满分{worth}）", f"{card.title.en} (of {worth})")


def footnotes(scores: "Scores") -> tuple[Message, ...]:
    """What a reader must know beside the figures: documents nobody's score counts, and how to read the rest."""
    notes = []
    if scores.unread:
        count, more = len(scores.unread), max(0, len(scores.unread) - _NAMED)
        zh = "；".join(f"{one.name}（{one.zh}）" for one in scores.unread[:_NAMED]) + ("等" if more else "")
        en = "; ".join(f"{one.name} ({one.en})" for one in scores.unread[:_NAMED]) + (" and others" if more else "")
        zh = f"有{count}份文件未能读取，不计入任何机关：{zh}"
        were = "document was not read and counts" if count == 1 else "documents were not read and count"
        notes.append(Message(zh, f"{count} {were} for nobody: {en}"))
    if scores.nameless:
        count, listed = len(scores.nameless), "、".join(scores.nameless[:_NAMED])
        zh = f"有{count}份报告读不出机关或年度，不计入：{listed}" + ("等" if count > _NAMED else "")
        en = f"of {count} report{'' if count == 1 else 's'} the organ or the year was not read; not counted: {listed}"
        notes.append(Message(zh, en + (" and others" if count > _NAMED else "")))
    notes += scores.notes
    notes.append(
        Message(
            "得分＝已得÷已判断×满分；未定的不扣分，只使范围变宽、覆盖率降低；名次后括号内为可能的名次，＝为并列",
            "score = earned / judged x total; what is open costs nothing, it widens the range and lowers the coverage; "
            "in brackets the places that are possible, = a shared place",
        )
    )
    return tuple(notes)
