"""Pictures of many reports: each function takes a frame and gives a chart of altair, in Chinese or in English."""

from govdisclosure.analysis.plots.chains import plot_chains
from govdisclosure.analysis.plots.distribution import plot_distribution
from govdisclosure.analysis.plots.findings import plot_findings
from govdisclosure.analysis.plots.pictures import png, save_png, svg, use_static_pictures
from govdisclosure.analysis.plots.punctuality import plot_punctuality
from govdisclosure.analysis.plots.refusals import plot_refusals
from govdisclosure.analysis.plots.requests import plot_requests
from govdisclosure.analysis.plots.shared import plot_shared_text, shared_texts

__all__ = [
    "plot_chains",
    "plot_distribution",
    "plot_findings",
    "plot_punctuality",
    "plot_refusals",
    "plot_requests",
    "plot_shared_text",
    "png",
    "save_png",
    "shared_texts",
    "svg",
    "use_static_pictures",
]
