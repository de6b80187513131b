"""The reports of many organs and years judged together."""

from govdisclosure.analysis.across.collection import Collection, read_collection, reports_of_batch
from govdisclosure.analysis.across.judging import (
    CollectionAssessment,
    OrganAssessment,
    YearVerdicts,
    check_collection,
)
from govdisclosure.analysis.across.lists import Listed, Renamed, read_organs, read_renamed

__all__ = [
    "Collection",
    "CollectionAssessment",
    "Listed",
    "OrganAssessment",
    "Renamed",
    "YearVerdicts",
    "check_collection",
    "read_collection",
    "read_organs",
    "read_renamed",
    "reports_of_batch",
]
