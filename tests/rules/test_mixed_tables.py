"""Tables that mix the rows of two forms are read as they are, and no rule breaks on them."""

from decimal import Decimal

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rules.building import department, report
from tests.rules.grids import count, proactive

from govdisclosure import api
from govdisclosure.model.agency import AgencyKind
from govdisclosure.model.count import Count, Printed
from govdisclosure.model.edition import Edition
from govdisclosure.model.forms import TableName, forms_of
from govdisclosure.model.report import Claim, ClaimKind
from govdisclosure.model.statistics import Cell, Grid, Statistics
from govdisclosure.rules.outcome import Kind

NUMBERS = st.one_of(st.integers(-3, 40), st.decimals(-3, 40, places=1)).map(count)
STATES = st.sampled_from([
    Count(printed=Printed.BLANK, text=""), Count(printed=Printed.DASH, text="/"),
    Count(printed=Printed.ILLEGIBLE, text="3 4"), Count(printed=Printed.ABSENT),
])  # fmt: skip


@st.composite
def grids(draw, table):
    """A table of any edition with any cells of all its forms, standing in any way."""
    edition = draw(st.sampled_from(list(Edition)))
    known = list(dict.fromkeys(cell for form in forms_of(table) for cell in form.cells()))
    chosen = draw(st.sets(st.sampled_from(known)) | st.just(set(known)))
    filling = draw(st.sampled_from([NUMBERS, STATES, NUMBERS | STATES]))
    given_ = draw(st.lists(filling, min_size=1, max_size=12))
    cells = tuple(Cell(row=row, column=column, count=given_[n % len(given_)])
                  for n, (row, column) in enumerate(cell for cell in known if cell in chosen))  # fmt: skip
    return Grid(table=table, edition=edition, cells=cells)


@st.composite
def reports(draw, year):
    tables = {table.value: draw(st.none() | grids(table)) for table in TableName}
    words = "全年共收到申请5件。本年未收取费用。"
    at = report(words).place(4, 8)
    claims = tuple(
        Claim(kind=kind, value=Decimal(5), unit="件", quote="收到申请", at=at, printed="5", whole=True)
        for kind in draw(st.lists(st.sampled_from(list(ClaimKind)), max_size=4))
    )
    agency = department("青石县人民政府", kind=AgencyKind.GOVERNMENT)
    edition = draw(st.sampled_from(list(Edition)))
    return report(words, year=year, agency=agency, edition=edition, statistics=Statistics(**tables), claims=claims)


@settings(max_examples=120, deadline=None)
@given(reports(2022), reports(2021), reports(2022), st.sampled_from(["open", "zero"]))
def test_no_rule_breaks_on_any_mixture_of_cells(mine, last, part, blank_is):
    below = attrs.evolve(part, agency=department("白河镇人民政府", region="白河镇"))
    found = api.check(mine, previous=last, parts=[below], blank_is=blank_is)
    assert found.crashed == ()
    assert str(found)
    for grid in mine.statistics:
        assert grid.render("zh")
        assert grid.render("en")
        assert grid._repr_html_()


MIXED = proactive(rules=(1, 0, 3), licences=(2,))


def mixed(value):
    procurement = Cell(row="procurement", column="projects", count=count(value))
    return attrs.evolve(MIXED, cells=(*MIXED.cells, procurement))


@pytest.mark.parametrize(("code", "value", "kind"), [("SUM203", -7, Kind.FAIL), ("STR203", "", Kind.REVIEW)])
def test_a_row_of_the_other_form_is_named_by_its_label(code, value, kind):
    found = api.check(
        report("", year=2022, edition=Edition.UNIFIED_2021, statistics=Statistics(proactive=mixed(value))),
        select=[code],
    )
    (outcome,) = found.of(kind)
    assert "“政府集中采购”×“采购项目数量”" in outcome.message.zh


def test_a_table_shows_the_rows_of_the_other_form_too():
    lines = mixed(7).render().split("\n")
    assert lines[-1].split() == ["政府集中采购", "7"]
    assert "采购项目数量" in lines[-2]
    html = mixed(7)._repr_html_()
    assert "政府集中采购" in html
    assert html.count("<td") == 11


def test_a_cell_that_no_form_has_is_refused():
    cell = Cell(row="licences", column="upheld", count=count(1))
    with pytest.raises(ValueError, match="licences"):
        Grid(table=TableName.PROACTIVE, edition=Edition.UNIFIED_2021, cells=(cell,))
