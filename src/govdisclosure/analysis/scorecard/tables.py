"""Scores as tables."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from govdisclosure.analysis.frames import Table
from govdisclosure.analysis.scorecard.points import Effect, Points
from govdisclosure.batch.arrow import Columns, plain_schema, table_of

if TYPE_CHECKING:
    from govdisclosure.analysis.scorecard.scores import OrganScore, Scores

__all__ = ["POINTS", "RANKING", "points_table", "ranking_table"]

POINTS: Columns = {
    "organ": "text",
    "year": "int16",
    "indicator": "text",
    "name_zh": "text",
    "name_en": "text",
    "bonus": "bool",
    "state": "text",
    "possible": "figure",
    "judged": "figure",
    "earned": "figure",
    "lost": "figure",
    "lowest": "figure",
    "highest": "figure",
    "why_zh": "text",
    "why_en": "text",
    "outcomes": "texts",
    "lost_by": "texts",
}
"""Columns of :meth:`Scores.table`: ``outcomes`` are the fingerprints of all it comes from, ``lost_by`` of those that
cost."""
RANKING: Columns = {
    "year": "int16",
    "rank": "int32",
    "organ": "text",
    "score": "figure",
    "lowest": "figure",
    "highest": "figure",
    "earned": "figure",
    "judged": "figure",
    "possible": "figure",
    "bonus": "figure",
    "coverage": "figure",
    "tied": "bool",
    "best_rank": "int32",
    "worst_rank": "int32",
    "may_change": "bool",
    "vetoed": "bool",
    "standing": "text",
    "why_zh": "text",
    "why_en": "text",
    "sources": "texts",
}
"""Columns of :meth:`Scores.ranking`."""


def points_table(scores: "Scores") -> Table:
    """A row for each organ, year and indicator."""
    rows = [_points(organ, one) for organ in scores for one in organ.indicators]
    return _table("scores", POINTS, rows)


def ranking_table(scores: "Scores") -> Table:
    """A row for each organ and year."""
    return _table("ranking", RANKING, [_ranked(one) for one in scores])


def _points(organ: "OrganScore", one: Points) -> dict[str, Any]:
    return {
        "organ": organ.organ,
        "year": organ.year,
        "indicator": one.indicator.key,
        "name_zh": one.indicator.name.zh,
        "name_en": one.indicator.name.en,
        "bonus": one.indicator.bonus,
        "state": one.state.value,
        **{name: getattr(one, name) for name in ("possible", "judged", "earned", "lost", "lowest", "highest")},
        "why_zh": one.why.zh,
        "why_en": one.why.en,
        "outcomes": list(one.fingerprints),
        "lost_by": list(_costly(one)),
    }


def _costly(one: Points) -> Iterator[str]:
    seen = dict.fromkeys(trace.fingerprint for trace in one.traces if trace.effect is Effect.LOST and trace.lost)
    yield from filter(None, seen)


def _ranked(one: "OrganScore") -> dict[str, Any]:
    rank = one.rank
    return {
        **{name: getattr(one, name) for name in RANKING if hasattr(one, name)},
        "rank": rank and rank.place,
        "tied": rank and rank.tied,
        "best_rank": rank and rank.best,
        "worst_rank": rank and rank.worst,
        "may_change": rank and rank.may_change,
        "standing": one.standing.value,
        "why_zh": one.why.zh or None,
        "why_en": one.why.en or None,
        "sources": list(one.sources),
    }


def _table(name: str, columns: Columns, rows: list[dict[str, Any]]) -> Table:
    return Table(name, table_of(rows, plain_schema(columns)))
