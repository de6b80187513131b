"""What a user calls: read a report, check it, ask about a rule or the law. Composition only."""

from govdisclosure.api.checking import check, check_items, check_register
from govdisclosure.api.days import Day, as_day
from govdisclosure.api.drafting import compile, draft_report, render  # noqa: A004  what it is called in this field
from govdisclosure.api.explaining import LawListing, all_rules, explain, law_in_force
from govdisclosure.api.reading import Source, read

__all__ = [
    "Day",
    "LawListing",
    "Source",
    "all_rules",
    "as_day",
    "check",
    "check_items",
    "check_register",
    "compile",
    "draft_report",
    "explain",
    "law_in_force",
    "read",
    "render",
]
