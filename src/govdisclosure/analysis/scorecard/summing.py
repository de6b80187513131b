"""An organ's points put together: of what is judged, with the range that is left; and the order of organs."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

import attrs

from govdisclosure.analysis.scorecard.card import Scorecard
from govdisclosure.analysis.scorecard.choices import How, Unfit
from govdisclosure.analysis.scorecard.judging import rounded
from govdisclosure.analysis.scorecard.points import Effect, Points, State
from govdisclosure.analysis.scorecard.scores import OrganScore, Rank, Standing
from govdisclosure.analysis.scorecard.wording import percent
from govdisclosure.rules.outcome import Message

__all__ = ["fitted", "ranked", "summed"]

_NOTHING = Decimal(0)
_COVERAGE = 4


def fitted(card: Scorecard, points: Points) -> Points:
    """Points where an indicator does not apply, as the scorecard says."""
    if points.state is not State.NOT_APPLICABLE or points.indicator.how is How.VETO:
        return points
    unfit = points.indicator.not_applicable or card.not_applicable
    if unfit is Unfit.FULL:
        full = points.indicator.points
        why = Message(f"{points.why.zh}，按考核办法得满分", f"{points.why.en}: full points, as the scorecard says")
        return attrs.evolve(points, judged=full, earned=full, lowest=full, highest=full, why=why)
    if unfit is Unfit.SPREAD:
        why = Message(f"{points.why.zh}，分值分摊到其他指标", f"{points.why.en}: its points are spread over the others")
        return attrs.evolve(points, possible=_NOTHING, why=why)
    why = Message(f"{points.why.zh}，不计分", f"{points.why.en}: not counted")
    return attrs.evolve(points, why=why)


def summed(card: Scorecard, organ: OrganScore, points: Iterable[Points]) -> OrganScore:
    """An organ's score from its points.

    The score is what is earned by what is judged, so that nothing open costs; the least takes all that is not settled
    for lost, the most for earned.
    """
    all_points = tuple(fitted(card, one) for one in points)
    base = [one for one in all_points if not one.indicator.bonus]
    extra = [one for one in all_points if one.indicator.bonus]
    earned, judged, open_ = (_sum(base, name) for name in ("earned", "judged", "unsettled"))
    possible = _sum(base, "possible")
    least, most = _sum(extra, "lowest"), _sum(extra, "highest")
    vetoes = [one for one in all_points if one.indicator.how is How.VETO]
    failed = [one.indicator.most for one in vetoes if any(trace.effect is Effect.LOST for trace in one.traces)]
    doubtful = [one.indicator.most for one in vetoes if one.state is State.OPEN]
    score = _of(card, earned, judged, least, failed)
    coverage = None if not possible else rounded(Fraction(judged) / Fraction(possible), _COVERAGE)
    thin = not possible or Fraction(judged) / Fraction(possible) < Fraction(card.min_coverage)
    standing, why = _standing(card, organ, score, thin=thin, coverage=coverage)
    return attrs.evolve(
        organ,
        indicators=all_points,
        possible=possible,
        judged=judged,
        earned=earned,
        bonus=least,
        score=score,
        lowest=_of(card, earned, judged + open_, least, [*failed, *doubtful]),
        highest=_of(card, earned + open_, judged + open_, most, failed),
        coverage=coverage,
        vetoed=bool(failed),
        standing=standing,
        why=why,
    )


def _sum(points: Iterable[Points], name: str) -> Decimal:
    return sum((getattr(one, name) for one in points), start=_NOTHING)


def _of(card: Scorecard, part: Decimal, whole: Decimal, bonus: Decimal, most: list[Decimal]) -> Decimal | None:
    if not whole:
        return None
    exact = rounded(Fraction(card.worth) * Fraction(part) / Fraction(whole), card.decimals) + bonus
    return min([exact, *most])


def _standing(
    card: Scorecard, organ: OrganScore, score: Decimal | None, *, thin: bool, coverage: Decimal | None
) -> tuple[Standing, Message]:
    if organ.standing is Standing.NO_REPORT:
        return organ.standing, organ.why
    if score is None:
        return Standing.UNJUDGED, Message("没有任何指标能够判断", "no indicator could be judged")
    if thin:
        shown, least = (percent(share or _NOTHING) for share in (coverage, card.min_coverage))
        zh = f"已判断的分值占{shown}，不足{least}，不排名"
        return Standing.THIN, Message(zh, f"{shown} of the points are judged, under {least}: not ranked")
    return Standing.SCORED, Message("", "")


def ranked(card: Scorecard, organs: Iterable[OrganScore]) -> tuple[OrganScore, ...]:
    """The organs in order, year by year: equal scores share a place. Who is not ranked takes part in no place."""
    found = list(organs)
    by_year: dict[int, list[OrganScore]] = {}
    for one in found:
        by_year.setdefault(one.year, []).append(one)
    made: list[OrganScore] = []
    for year in sorted(by_year):
        made += _year(card, by_year[year])
    return tuple(made)


def _year(card: Scorecard, organs: list[OrganScore]) -> list[OrganScore]:
    taking = [(one, *figures) for one in organs if (figures := _taking_part(card, one)) is not None]
    scores, lowest, highest = (sorted(row[n] for row in taking) for n in (1, 2, 3))
    placed = []
    for one, score, least, most in taking:
        place = 1 + len(scores) - bisect_right(scores, score)
        tied = bisect_right(scores, score) - bisect_left(scores, score) > 1
        best = 1 + len(lowest) - bisect_right(lowest, most)
        # Its own most is above its own least where anything is open, and it is not behind itself.
        worst = 1 + len(highest) - bisect_right(highest, least) - (most > least)
        placed.append(attrs.evolve(one, rank=Rank(place=place, tied=tied, best=best, worst=worst)))
    placed.sort(key=lambda one: (one.rank.place if one.rank else 0, one.organ))
    rest = [one for one in organs if _taking_part(card, one) is None]
    return [*placed, *sorted(rest, key=lambda one: (one.score is None, one.organ))]


def _taking_part(card: Scorecard, one: OrganScore) -> tuple[Decimal, Decimal, Decimal] | None:
    """The score, the least and the most of an organ that is ranked.

    One without a report is ranked too where the scorecard gives it nothing for enough of the points.
    """
    if one.score is None or one.lowest is None or one.highest is None or not one.possible:
        return None
    whole = Fraction(one.judged) / Fraction(one.possible) >= Fraction(card.min_coverage)
    return (one.score, one.lowest, one.highest) if whole else None
