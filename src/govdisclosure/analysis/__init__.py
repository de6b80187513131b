"""Many reports at once: as tables and pictures, beside each other, and year after year.

Each name is imported at its first use.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govdisclosure.analysis.across import Names as Names
    from govdisclosure.analysis.across import check_collection as check_collection
    from govdisclosure.analysis.across import read_organs as read_organs
    from govdisclosure.analysis.across import read_renamed as read_renamed
    from govdisclosure.analysis.frames import RegisterTables as RegisterTables
    from govdisclosure.analysis.frames import ReportTables as ReportTables
    from govdisclosure.analysis.frames import Table as Table
    from govdisclosure.analysis.frames import as_arrow as as_arrow
    from govdisclosure.analysis.frames import register_tables as register_tables
    from govdisclosure.analysis.frames import report_tables as report_tables
    from govdisclosure.analysis.panels import chains as chains
    from govdisclosure.analysis.panels import panel as panel
    from govdisclosure.analysis.panels import panel_rates as panel_rates
    from govdisclosure.analysis.panels import panel_series as panel_series
    from govdisclosure.analysis.panels import rates as rates
    from govdisclosure.analysis.plots import plot_chains as plot_chains
    from govdisclosure.analysis.plots import plot_distribution as plot_distribution
    from govdisclosure.analysis.plots import plot_findings as plot_findings
    from govdisclosure.analysis.plots import plot_punctuality as plot_punctuality
    from govdisclosure.analysis.plots import plot_refusals as plot_refusals
    from govdisclosure.analysis.plots import plot_requests as plot_requests
    from govdisclosure.analysis.plots import plot_shared_text as plot_shared_text
    from govdisclosure.analysis.plots import png as png
    from govdisclosure.analysis.plots import save_png as save_png
    from govdisclosure.analysis.plots import shared_texts as shared_texts
    from govdisclosure.analysis.plots import svg as svg
    from govdisclosure.analysis.plots import use_static_pictures as use_static_pictures
    from govdisclosure.analysis.returning import CheckedTables as CheckedTables
    from govdisclosure.analysis.returning import check_tables as check_tables
    from govdisclosure.analysis.returning import evidence as evidence
    from govdisclosure.analysis.returning import reports_from as reports_from
    from govdisclosure.analysis.scorecard import Indicator as Indicator
    from govdisclosure.analysis.scorecard import Scorecard as Scorecard
    from govdisclosure.analysis.scorecard import Scores as Scores
    from govdisclosure.analysis.scorecard import read_scorecard as read_scorecard
    from govdisclosure.analysis.scorecard import score as score
    from govdisclosure.analysis.similar import similar_texts as similar_texts
    from govdisclosure.analysis.similar import texts_of as texts_of

_HOMES = {
    "across": "Names check_collection read_organs read_renamed",
    "frames": "RegisterTables ReportTables Table as_arrow register_tables report_tables",
    "panels": "chains panel panel_rates panel_series rates",
    "plots": (
        "plot_chains plot_distribution plot_findings plot_punctuality plot_refusals plot_requests "
        "plot_shared_text png save_png shared_texts svg use_static_pictures"
    ),
    "returning": "CheckedTables check_tables evidence reports_from",
    "scorecard": "Indicator Scorecard Scores read_scorecard score",
    "similar": "similar_texts texts_of",
}
_HOME = {name: module for module, names in _HOMES.items() for name in names.split()}
if not TYPE_CHECKING:  # type checkers take the imports above
    __all__ = sorted(_HOME)  # noqa: PLE0605  each name stands once


def __getattr__(name: str) -> object:
    """Import a public name at its first use."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The public names."""
    return sorted(_HOME)
