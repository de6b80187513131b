"""Whatever was read is written in the official form, and reads back the same: blanks, dashes and signs among it."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import forms

from govdisclosure import api
from govdisclosure.model.count import Printed
from govdisclosure.model.edition import Edition
from govdisclosure.writing.official_form_parts import parts_of

EDITIONS = st.sampled_from([Edition.UNIFIED_2019, Edition.UNIFIED_2021])
SIGNS = ("", "/", "—", "-", "无", "1,204", "12件", "０", "71 3", "<b>", "约3", "**")


@st.composite
def printed(draw):
    """An edition and the printed figures of its three tables, each sum right but for cells that hold no number."""
    edition, chance = draw(EDITIONS), Random(draw(st.integers(0, 2**32)))  # noqa: S311  no secret
    odd = draw(st.sampled_from([0, 0, 0.02, 0.2]))

    def figure(*_):
        return chance.choice([0, 0, chance.randrange(40), chance.randrange(4_000)])

    three = forms.balanced(forms.request_form(edition), figure, lambda _: (chance.randrange(9), chance.randrange(9)))
    four = forms.remedies([figure() for _ in range(12)])
    two = {cell: figure() for cell in forms.proactive_form(edition).cells()}
    if edition is Edition.UNIFIED_2019:
        two["fees", "change"] = chance.randrange(-40, 40)
        two["procurement", "amount"] = chance.choice(["160.5964万元", "251000元", "0", "0元"])
    else:
        two["fees", "amount"] = chance.choice(["0.35", "12", "1204.5"])

    def shown(value):
        return chance.choice(SIGNS) if chance.random() < odd else str(value)

    return edition, *({cell: shown(value) for cell, value in table.items()} for table in (two, three, four))


def figures(report):
    return {
        (grid.table, grid.edition, cell.row, cell.column): (cell.count.printed, cell.count.value, cell.count.unit)
        for grid in report.statistics
        for cell in grid
    }


def words(report):
    return [getattr(part, "text", None) or part.table for part in parts_of(report)]


@pytest.mark.parametrize("form", ["docx", "html", "markdown"])
@pytest.mark.parametrize("source", ["html", "docx"])
def test_what_was_read_is_written_and_reads_back_the_same(form, source):
    @settings(max_examples=25, deadline=None)
    @given(printed())
    def is_read_back(case):
        report = api.read(getattr(forms, source)(forms.report_boxes(*case)))
        back = api.read(api.render(report, form))
        assert figures(back) == figures(report)
        assert words(back) == words(report)

    is_read_back()


LAYOUTS = {"tabs": ("\t", None, ""), "bars": (" | ", None, "|"), "one cell a line": ("\n", None, "")}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_report_read_from_text_loses_no_word_and_no_figure(layout):
    joint, after, edge = LAYOUTS[layout]

    @settings(max_examples=15, deadline=None)
    @given(printed())
    def is_read_back(case):
        edition, two, three, four = case
        text = forms.text_report(
            forms.proactive_text(forms.proactive_form(edition), two, joint),
            forms.requests_text(forms.request_form(edition), three, joint, after_label=after, edge=edge),
            forms.remedies_text(four, joint),
        )
        report = api.read(text)
        back = api.read(api.render(report, "html"))
        # A row of which only the whole was read says so, in each of its cells.
        found = {cell: figure for cell, figure in figures(report).items() if figure[0] is Printed.NUMBER}
        again = figures(back)
        assert {cell: again[cell] for cell in found} == found
        assert not [cell for cell in set(again) - set(found) if again[cell][0] is Printed.NUMBER]
        for prose in (forms.OVERVIEW, forms.PROBLEMS, forms.OTHER):
            assert prose in words(back)

    is_read_back()
