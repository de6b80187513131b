"""Reports that several tests of the batch read."""

from tests import forms

from govdisclosure.model.edition import Edition

__all__ = ["with_tables"]


def with_tables():
    """A report of the form of 2021 with its three tables: one cell is blank, and one total is not its row's sum."""
    form = forms.request_form(Edition.UNIFIED_2021)
    three = dict.fromkeys(form.cells(), "0") | {("denied.state_secret", "natural_person"): "9", next(form.cells()): ""}
    two = dict.fromkeys(forms.proactive_form(Edition.UNIFIED_2021).cells(), "0")
    return forms.html(forms.report_boxes(Edition.UNIFIED_2021, two, three, forms.remedies([0] * 15)))
