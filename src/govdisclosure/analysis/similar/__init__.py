"""Near-identical text in the reports of several organs or years: found, verified and shown, held against no one."""

from govdisclosure.analysis.similar.finding import COMMON_ORGANS, COMMON_SHARE, MIN_CHARS, THRESHOLD, similar_texts
from govdisclosure.analysis.similar.result import (
    Cluster,
    Discounted,
    Likeness,
    Party,
    Reason,
    Relation,
    SharedPassage,
    SharedText,
    SimilarTexts,
    Unjudged,
)
from govdisclosure.analysis.similar.sources import ReportText, TextSection, batch_texts, is_batch, text_of, texts_of

__all__ = [
    "COMMON_ORGANS",
    "COMMON_SHARE",
    "MIN_CHARS",
    "THRESHOLD",
    "Cluster",
    "Discounted",
    "Likeness",
    "Party",
    "Reason",
    "Relation",
    "ReportText",
    "SharedPassage",
    "SharedText",
    "SimilarTexts",
    "TextSection",
    "Unjudged",
    "batch_texts",
    "is_batch",
    "similar_texts",
    "text_of",
    "texts_of",
]
