"""A panel says what each organ reported of each quantity, follows it through names and mergers, and invents nothing."""

from decimal import Decimal

import pandas as pd
import pyarrow as pa
import pytest

import govdisclosure.analysis as ga
from govdisclosure.analysis.across import Names, Renamed, read_renamed
from govdisclosure.analysis.panels.schema import chains_schema, panel_schema, rates_schema
from govdisclosure.analysis.panels.series import panel_series
from govdisclosure.errors import UsageError
from govdisclosure.law import edition_for
from govdisclosure.model.forms import TableName, forms_of
from govdisclosure.model.report import ClaimKind

WATER = "青石县水利局"


def cells(organ, year, figures, table="requests", **more):
    found = []
    for (row, column), value in figures.items():
        cell = {"cell_table": table, "cell_row": row, "cell_column": column, "value": value}
        found.append({"organ": organ, "year": year, **cell, **more})
    return found


def frame(*rows):
    return pd.DataFrame([one for each in rows for one in each])


def total(**rows):
    return {(row, "total"): value for row, value in rows.items()}


def rows(table, **wanted):
    found = table.to_arrow().to_pylist()
    return [one for one in found if all(one[name] == value for name, value in wanted.items())]


def one(table, **wanted):
    (found,) = rows(table, **wanted)
    return found


def test_the_columns_are_those_that_were_promised():
    panel = ga.panel(frame(cells(WATER, 2022, total(received=5))))
    assert panel.columns == (
        *("organ", "year", "series", "value", "edition", "origin", "parts", "comparable", "note_zh", "note_en"),
    )
    assert ga.rates(panel).columns == (
        *("organ", "year", "rate", "numerator", "denominator", "value", "note_zh", "note_en"),
    )
    assert ga.chains(panel).columns[:5] == ("organ", "year", "carried_out", "carried_in", "status")
    for made, schema in (
        (panel, panel_schema()),
        (ga.rates(panel), rates_schema()),
        (ga.chains(panel), chains_schema()),
    ):
        assert made.to_arrow().schema.types == schema.types
    assert len(panel) == len(panel_series())


def test_every_series_has_words_and_cells_of_a_form_and_a_note_where_a_definition_changed():
    for series in panel_series():
        assert all((series.label.zh, series.label.en, series.made)), series.key
        for edition, made in series.made.items():
            form = next(one for one in forms_of(TableName(made.cells[0].table)) if one.edition is edition)
            assert all((cell.row, cell.column) in form for cell in made.cells)
            assert made.comparable or "〕" in made.note.zh, series.key
            assert bool(made.note.zh) == bool(made.note.en)
    keys = [series.key for series in panel_series()]
    assert len(keys) == len(set(keys))
    assert {kind for series in panel_series() for kind in series.claims} <= set(ClaimKind)


def test_every_row_of_table_three_and_of_the_annex_is_in_some_series():
    used = {(cell.table, cell.row) for series in panel_series() for made in series.made.values() for cell in made.cells}
    for table in ("requests", "annex", "remedies"):
        for form in forms_of(TableName(table)):
            assert {row.key for row in form.rows} - {row for name, row in used if name == table} == set()


def test_a_cell_a_sum_of_cells_and_what_is_not_known():
    denied = [row.key for row in forms_of(TableName.REQUESTS)[-1].rows if row.key.startswith("denied.")]
    figures = total(received=9, **dict.fromkeys(denied, 1))
    panel = ga.panel(frame(cells(WATER, 2022, figures)))
    assert one(panel, series="requests.received")["value"] == 9
    assert one(panel, series="requests.received")["origin"] == "cell"
    denials = one(panel, series="requests.denied")
    assert (denials["value"], denials["origin"], len(denials["parts"])) == (8, "sum", 8)
    assert denials["edition"] == "unified_2021"
    for missing in ("requests.granted", "remedies.litigation", "requests.concluded"):
        held = one(panel, series=missing)
        assert held["value"] is None
        assert held["origin"] is None
        assert held["note_zh"]
        assert held["note_en"]


@pytest.mark.parametrize("state", ["blank", "dash", "illegible", None])
def test_what_has_no_figure_is_null_and_never_zero(state):
    given = cells(WATER, 2022, total(received=None), printed=state) + cells(WATER, 2022, total(granted=1), printed=None)
    assert one(ga.panel(frame(given)), series="requests.received")["value"] is None


def test_three_forms_make_one_series_and_a_change_of_definition_is_noted():
    annex = {("received", "year"): 3, ("answered.granted", "year"): 1, ("answered.already_public", "year"): 1}
    panel = ga.panel(
        frame(
            cells(WATER, 2018, annex, table="annex"),
            cells(WATER, 2019, total(received=4, other=2)),
            cells(
                WATER,
                2021,
                {
                    **total(received=5),
                    **total(**{f"other.{one}": 1 for one in ("correction_overdue", "fee_overdue", "other")}),
                },
            ),
        )
    )
    received = rows(panel, series="requests.received")
    assert [(one["year"], one["value"]) for one in received] == [(2018, 3), (2019, 4), (2020, None), (2021, 5)]
    assert "国办发〔2014〕32号" in received[0]["note_zh"]
    assert received[1]["note_zh"] is None
    other = rows(panel, series="requests.other")
    assert [one["value"] for one in other] == [None, 2, None, 3]
    assert "国办公开办函〔2021〕30号" in other[1]["note_zh"]
    granted = rows(panel, series="requests.granted", year=2018)[0]
    assert (granted["value"], granted["comparable"]) == (2, False)
    assert "推断" in granted["note_zh"]
    assert "没有这一年度的报告" in rows(panel, series="requests.other", year=2020)[0]["note_zh"]


def test_money_comes_in_one_unit_and_is_unknown_without_one():
    printed = {("procurement", "amount"): 251000}
    for unit, value in (("元", Decimal("25.1")), ("万元", 251000), ("箱", None)):
        given = cells(WATER, 2019, printed, table="proactive", unit=unit)
        assert one(ga.panel(frame(given)), series="proactive.procurement.amount")["value"] == value
    fees = cells(WATER, 2022, {("fees", "amount"): 2.5}, table="proactive")
    assert one(ga.panel(frame(fees)), series="proactive.fees.amount")["value"] == Decimal("2.5")


def test_prose_speaks_where_there_is_no_table_and_only_then():
    claim = {"name": "a", "organ": WATER, "year": 2012, "claim": "requests_received", "scope": "all", "whole": True}
    claims = pd.DataFrame([{**claim, "value": 7, "approximate": False}])
    reports = pd.DataFrame([{"name": "a", "organ": WATER, "year": 2012}])
    other = frame(cells("青石县教育局", 2012, {("received", "year"): 1}, table="annex"))
    held = one(ga.panel(other, reports=reports, claims=claims), organ=WATER, series="requests.received")
    assert (held["value"], held["origin"], held["comparable"]) == (7, "claim", False)
    about = claims.assign(approximate=True)
    assert one(ga.panel(other, reports=reports, claims=about), organ=WATER, series="requests.received")["value"] is None
    part = claims.assign(scope="part")
    assert one(ga.panel(other, reports=reports, claims=part), organ=WATER, series="requests.received")["value"] is None
    two = pd.concat([claims, claims.assign(value=8)])
    held = one(ga.panel(other, reports=reports, claims=two), organ=WATER, series="requests.received")
    assert held["value"] is None
    assert "不止一个" in held["note_zh"]
    blank = frame(cells(WATER, 2022, total(received=None), printed="blank", name="a"))
    said = claims.assign(year=2022)
    assert one(ga.panel(blank, claims=said), series="requests.received")["value"] is None


def test_two_reports_on_one_year_are_never_added_up():
    same = frame(cells(WATER, 2022, total(received=5), name="a"), cells(WATER, 2022, total(received=5), name="b"))
    held = one(ga.panel(same), series="requests.received")
    assert held["value"] == 5
    assert "2份报告" in held["note_zh"]
    differ = frame(cells(WATER, 2022, total(received=5), name="a"), cells(WATER, 2022, total(received=6), name="b"))
    held = one(ga.panel(differ), series="requests.received")
    assert held["value"] is None
    assert "5、6" in held["note_zh"]


def test_an_organ_is_followed_through_a_change_of_name():
    given = frame(
        cells("青石县国土资源局", 2018, {("received", "year"): 1}, "annex"),
        cells("青石县自然资源局", 2019, total(received=2)),
    )
    names = Names([Renamed(before="青石县国土资源局", after="青石县自然资源局", on=2018)])
    found = rows(ga.panel(given, names=names), series="requests.received")
    assert [(one["organ"], one["value"]) for one in found] == [("青石县自然资源局", 1), ("青石县自然资源局", 2)]
    assert "报告署名青石县国土资源局" in found[0]["note_zh"]
    assert {one["organ"] for one in ga.panel(given).to_arrow().to_pylist()} == {"青石县国土资源局", "青石县自然资源局"}


MERGED = b"""
[[renamed]]
from = "a"
to = "c"
on = 2020
merged = true

[[renamed]]
from = "b"
to = "c"
on = 2020
merged = true
"""


def merger(*years):
    return frame(*(cells(organ, year, total(received=value)) for organ, year, value in years))


def received(given, names):
    return {
        one["year"]: one
        for one in rows(ga.panel(given, names=names), series="requests.received")
        if one["organ"] == "c"
    }


def test_a_merger_is_the_sum_of_its_parts_and_names_them():
    found = received(merger(("a", 2019, 1), ("b", 2019, 2), ("c", 2020, 4)), Names(read_renamed(MERGED)))
    assert [found[year]["value"] for year in (2019, 2020)] == [3, 4]
    assert found[2019]["origin"] == "sum"
    assert found[2019]["parts"] == ["a: requests/received/total", "b: requests/received/total"]
    assert "a、b合并前各报告之和" in found[2019]["note_zh"]


def test_a_merger_with_a_part_missing_is_null_and_says_which():
    found = received(merger(("a", 2019, 1), ("c", 2020, 4)), Names(read_renamed(MERGED)))
    assert found[2019]["value"] is None
    assert "b：没有报告" in found[2019]["note_zh"]
    blank = frame(cells("a", 2019, total(received=1)), cells("b", 2019, total(received=None), printed="blank"))
    held = received(blank, Names(read_renamed(MERGED)))[2019]
    assert held["value"] is None
    assert "空白" in held["note_zh"]


def test_an_organ_that_took_another_over_is_itself_a_part():
    names = Names([Renamed(before="a", after="c", on=2020, merged=True)])
    found = received(merger(("a", 2019, 1), ("c", 2019, 2), ("c", 2021, 9)), names)
    assert [found[year]["value"] for year in (2019, 2020, 2021)] == [3, None, 9]
    found = received(merger(("a", 2018, 1), ("a", 2019, 1), ("c", 2018, 2), ("c", 2021, 9)), names)
    assert found[2019]["value"] is None


def test_a_year_in_which_both_reported_is_not_added_up_on_a_guess():
    found = received(merger(("a", 2020, 1), ("b", 2020, 2), ("c", 2020, 3)), Names(read_renamed(MERGED)))
    assert found[2020]["value"] is None
    assert "不知是否重复" in found[2020]["note_zh"]


def test_two_names_that_became_one_without_a_merger_are_not_added_up():
    names = Names([Renamed(before="a", after="c"), Renamed(before="b", after="c")])
    held = received(merger(("a", 2019, 1), ("b", 2019, 2)), names)[2019]
    assert held["value"] is None


def test_a_merger_needs_its_year():
    with pytest.raises(UsageError, match="年度"):
        Renamed(before="a", after="c", merged=True)
    with pytest.raises(UsageError):
        read_renamed(b'[[renamed]]\nfrom = "a"\nto = "c"\nmerged = "yes"\n')


def test_reports_without_a_year_are_counted_as_left_out():
    given = pd.concat(
        [frame(cells(WATER, 2022, total(received=1))), frame(cells(None, None, total(received=1), name="x"))]
    )
    panel = ga.panel(given)
    assert panel.to_arrow().schema.metadata[b"govdisclosure.left_out"] == b"1"
    assert {one["organ"] for one in panel.to_arrow().to_pylist()} == {WATER}


def test_series_can_be_chosen_and_unknown_ones_are_refused():
    given = frame(cells(WATER, 2022, total(received=1)))
    assert len(ga.panel(given, series=["requests.received"])) == 1
    with pytest.raises(UsageError, match="no series"):
        ga.panel(given, series=["requests.nothing"])


def test_rates_have_both_sides_of_the_line_and_are_null_without_one():
    figures = total(received=10, total=8, granted=2)
    panel = ga.panel(frame(cells(WATER, 2021, figures), cells(WATER, 2022, total(received=15, total=0, granted=0))))
    rate = one(ga.rates(panel), rate="granted_share", year=2021)
    assert (rate["numerator"], rate["denominator"], rate["value"]) == (2, 8, 0.25)
    rate = one(ga.rates(panel), rate="granted_share", year=2022)
    assert (rate["value"], rate["note_zh"]) == (None, "分母为零")
    assert one(ga.rates(panel), rate="refusal_share", year=2021)["value"] is None
    growth = one(ga.rates(panel), rate="requests_growth", year=2022)
    assert (growth["numerator"], growth["denominator"], growth["value"]) == (5, 10, 0.5)
    assert one(ga.rates(panel), rate="requests_growth", year=2021)["value"] is None
    known = {series.key for series in panel_series()}
    assert all({*one.numerator, *one.denominator} <= known and one.formula for one in ga.panel_rates())


def test_rates_of_cells_are_those_of_their_panel():
    given = frame(cells(WATER, 2021, total(received=10, total=8, granted=2)))
    assert ga.rates(given).to_arrow().equals(ga.rates(ga.panel(given)).to_arrow())


def test_there_is_no_growth_between_two_definitions():
    given = frame(cells(WATER, 2021, total(received=10)))
    panel = ga.panel(given).to_pandas()
    before = panel.assign(year=2020, comparable=False)
    rate = one(ga.rates(pd.concat([before, panel])), rate="requests_growth", year=2021)
    assert rate["value"] is None
    assert "口径不同" in rate["note_zh"]


def carried(organ, year, into, out, column="total"):
    return cells(organ, year, {("carried_in", column): into, ("carried_out", column): out})


def test_chains_are_kept_broken_or_not_known():
    given = frame(
        carried(WATER, 2019, 0, 2),
        carried(WATER, 2020, 2, 3),
        carried(WATER, 2021, 4, 1),
        carried(WATER, 2022, None, 1),
    )
    for made in (ga.chains(given), ga.chains(ga.panel(given))):
        found = [
            (one["year"], one["carried_out"], one["carried_in"], one["status"]) for one in made.to_arrow().to_pylist()
        ]
        assert found == [(2020, 2, 2, "kept"), (2021, 3, 4, "broken"), (2022, 1, None, "unknown")]


def test_a_chain_breaks_in_a_column_as_the_rule_says():
    given = frame(
        carried(WATER, 2020, 0, 2),
        carried(WATER, 2020, 0, 2, "natural_person"),
        carried(WATER, 2021, 2, 0),
        carried(WATER, 2021, 1, 0, "natural_person"),
    )
    (chain,) = ga.chains(given).to_arrow().to_pylist()
    assert (chain["status"], chain["differs"]) == ("broken", ["natural_person"])


def test_no_chain_without_a_table_on_either_side():
    given = frame(
        cells(WATER, 2016, {("received", "year"): 1}, "annex"), cells(WATER, 2017, {("received", "year"): 1}, "annex")
    )
    assert len(ga.chains(given)) == 0


def test_the_form_of_a_frame_without_one_is_that_of_the_year():
    panel = ga.panel(frame(cells(WATER, 2020, total(received=1))))
    assert one(panel, series="requests.received")["edition"] == edition_for(2020).value == "unified_2019"


def test_a_cell_that_stands_twice_with_two_figures_is_not_known():
    held = ga.check_tables(frame(cells(WATER, 2022, total(received=5, carried_in=1)))).cells.to_arrow()
    again = held.set_column(
        held.column_names.index("value"),
        held.schema.field("value"),
        pa.array([Decimal(6), Decimal(1)], held.schema.field("value").type),
    )
    panel = ga.panel(pa.concat_tables([held, again]))
    assert one(panel, series="requests.received")["value"] is None
    assert one(panel, series="requests.carried_in")["value"] == 1
