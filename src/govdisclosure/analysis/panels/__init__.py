"""Organs over years: panels, rates, and what is carried from one year into the next."""

from govdisclosure.analysis.panels.chains import chains
from govdisclosure.analysis.panels.panel import panel
from govdisclosure.analysis.panels.rates import rates
from govdisclosure.analysis.panels.series import Rate, Series, panel_rates, panel_series

__all__ = ["Rate", "Series", "chains", "panel", "panel_rates", "panel_series", "rates"]
