"""The reports of many organs and years judged together."""

from govdisclosure.analysis.across.assessment import CollectionAssessment, OrganAssessment, YearVerdicts
from govdisclosure.analysis.across.collection import Collection, read_collection
from govdisclosure.analysis.across.judging import Judging, check_collection
from govdisclosure.analysis.across.lists import Listed, Names, Renamed, read_organs, read_renamed
from govdisclosure.analysis.across.tables import reports_of_batch

__all__ = [
    "Collection",
    "CollectionAssessment",
    "Judging",
    "Listed",
    "Names",
    "OrganAssessment",
    "Renamed",
    "YearVerdicts",
    "check_collection",
    "read_collection",
    "read_organs",
    "read_renamed",
    "reports_of_batch",
]
