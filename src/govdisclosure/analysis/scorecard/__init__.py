"""Scorecards for assessment (考核): weighted indicators as data, points traced to outcomes, ranking with coverage."""

from govdisclosure.analysis.scorecard.card import Band, Indicator, Scorecard
from govdisclosure.analysis.scorecard.choices import Counted, How, Measure, NoReport, Review, Unfit
from govdisclosure.analysis.scorecard.loading import read_scorecard
from govdisclosure.analysis.scorecard.points import Effect, Points, State, Trace
from govdisclosure.analysis.scorecard.scores import OrganScore, Rank, Scores, Standing
from govdisclosure.analysis.scorecard.scoring import score

__all__ = [
    "Band",
    "Counted",
    "Effect",
    "How",
    "Indicator",
    "Measure",
    "NoReport",
    "OrganScore",
    "Points",
    "Rank",
    "Review",
    "Scorecard",
    "Scores",
    "Standing",
    "State",
    "Trace",
    "Unfit",
    "read_scorecard",
    "score",
]
