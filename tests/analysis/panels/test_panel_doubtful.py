"""What is not certain is not said: mergers, edited panels, names that stand for two reports."""

import pandas as pd
import pyarrow as pa
import pytest

import govdisclosure.analysis as ga
from govdisclosure.analysis.across.lists import Names, Renamed
from govdisclosure.batch.schemas import schema
from govdisclosure.errors import UsageError
from govdisclosure.rules.outcome import Kind


def cells(organ, year, **figures):
    rows = []
    for line, value in figures.items():
        for column in ("natural_person", "total"):
            cell = {"cell_table": "requests", "cell_row": line, "cell_column": column, "value": value}
            rows.append({"organ": organ, "year": year, "edition": "unified_2021", **cell})
    return rows


@pytest.fixture
def names():
    return Names(
        [
            Renamed(before="甲局", after="丙局", on=2022, merged=True),
            Renamed(before="乙局", after="丙局", on=2022, merged=True),
        ]
    )


@pytest.fixture
def reorganised():
    """Two bureaus became a third in 2022, whose first report may count for all of them or for itself alone."""
    return pd.DataFrame(
        [
            *cells("甲局", 2021, received=5, carried_in=0, carried_out=2),
            *cells("乙局", 2021, received=5, carried_in=0, carried_out=3),
            *cells("丙局", 2022, received=9, carried_in=1, carried_out=1),
            *cells("丙局", 2023, received=9, carried_in=4, carried_out=0),
        ]
    )


def test_a_chain_is_not_broken_where_it_is_doubtful_what_the_report_of_the_merger_counts(reorganised, names):
    found = {row["year"]: row for row in ga.chains(reorganised, names=names).arrow.to_pylist()}
    assert found[2022]["status"] == "unknown"
    assert found[2022]["note_en"]


def test_what_a_merger_may_explain_is_for_review_and_no_fail(reorganised, names):
    checked = ga.check_tables(reorganised, names=names, select="XYR101")
    judged = [one for each in checked.assessments.values() for one in each.outcomes]
    assert not [one for one in judged if one.kind is Kind.FAIL and one.facts.get("previous_year") == 2021]


@pytest.mark.parametrize("of", [ga.rates, ga.chains])
@pytest.mark.parametrize("wrong", [{"year": 20220}, {"year": float("inf")}, {"value": "many"}])
def test_an_edited_panel_that_cannot_be_used_is_turned_away(of, wrong, reorganised):
    panel = ga.panel(reorganised).to_pandas().astype({"year": object, "value": object})
    for column, value in wrong.items():
        panel.loc[0, column] = value
    with pytest.raises(UsageError):
        of(panel)


def test_a_figure_that_stands_twice_in_a_panel_is_turned_away(reorganised):
    panel = ga.panel(reorganised).to_pandas()
    with pytest.raises(UsageError, match="twice"):
        ga.rates(pd.concat([panel, panel.head(1)]))


def test_a_name_that_stands_for_two_organs_mixes_no_reports():
    frame = pd.DataFrame([*cells("甲局", 2022, received=5), *cells("乙局", 2022, received=7)]).assign(name="a")
    with pytest.raises(UsageError, match="more than one organ"):
        ga.reports_from(frame)
    rows = [{**row, "printed": "number"} for row in frame.to_dict("records")]
    with pytest.raises(UsageError, match="more than one organ"):
        ga.panel(pa.Table.from_pylist(rows, schema=schema("cells")))


@pytest.mark.parametrize("year", ["9" * 5000, float("inf"), 1e300, -1])
def test_a_year_that_is_none_is_a_fault_and_no_crash(year):
    frame = pd.DataFrame([{**row, "year": year} for row in cells("甲局", 2022, received=5)])
    with pytest.raises(UsageError):
        ga.reports_from(frame)


def test_a_place_that_no_column_holds_says_nothing():
    frame = pd.DataFrame(cells("甲局", 2022, received=5)).assign(page=2**40, char_start=1e300)
    assert ga.panel(frame).arrow.num_rows > 0
