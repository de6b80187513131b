import re

import attrs
import pytest
from tests import forms
from tests.rules.asking import ask
from tests.rules.building import claim, report
from tests.rules.grids import changed, requests

from govdisclosure import api
from govdisclosure.model.count import Count, Printed
from govdisclosure.model.edition import Edition
from govdisclosure.model.forms import TableName
from govdisclosure.model.report import ClaimKind
from govdisclosure.model.statistics import Cell, Grid, Statistics
from govdisclosure.rules.claims.clm201_narrative_tables import RULE
from govdisclosure.rules.outcome import Kind

PROSE = (
    "全年出台市政府规章1件。全市共收到政府信息公开申请3119件，予以答复3050件（其中上年结转34件，另有103件结转至下年办理）。"
    "因信息公开发生行政复议351件，其中结果维持72件，结果纠正64件，其他结果178件，尚未审结37件；"
    "发生行政诉讼46件，其中结果维持25件，结果纠正5件，其他结果9件，尚未审结7件。"
)
FACTS = tuple(re.finditer(r"\d+(?=件)", PROSE))


def tables():
    """Three tables with the figures that the prose has, spread over cells."""
    form = forms.request_form(Edition.UNIFIED_2021)
    three = dict.fromkeys(form.cells(), 0)
    for row, value in (
        ("received", 3119),
        ("carried_in", 34),
        ("granted", 3050),
        ("total", 3050),
        ("carried_out", 103),
    ):
        three[row, "natural_person"] = three[row, "total"] = value
    four = forms.remedies([72, 64, 178, 37, 13, 4, 8, 1, 12, 1, 1, 6])
    two = dict.fromkeys(forms.proactive_form(Edition.UNIFIED_2021).cells(), 0)
    two["rules", "issued"], two["rules", "in_force"] = 1, 11
    return two, three, four


def page(prose):
    two, three, four = ({cell: str(value) for cell, value in table.items()} for table in tables())
    data = forms.html(forms.report_boxes(Edition.UNIFIED_2021, two, three, four)).decode()
    return data.replace("青石县水利局", "青石市人民政府").replace(forms.OVERVIEW, prose).encode()


def found(prose):
    assessment = api.check(page(prose), select=["CLM", "SUM"] if "SUM" in FAMILIES else ["CLM"])
    return [outcome for outcome in assessment if outcome.kind in {Kind.FAIL, Kind.REVIEW}]


FAMILIES = {rule.family for rule in api.all_rules()}


def test_all_facts_agree_with_the_tables():
    assert found(PROSE) == []
    (agreed,) = api.check(page(PROSE), select=["CLM201"])
    assert (agreed.kind, agreed.facts["claims"]) == (Kind.PASS, len(FACTS))


@pytest.mark.parametrize("fact", FACTS, ids=lambda match: match.group())
@pytest.mark.parametrize("step", [1, -1])
def test_a_fact_changed_by_one_is_reported_and_no_other(fact, step):
    changed = str(int(fact.group()) + step)
    (outcome,) = found(PROSE[: fact.start()] + changed + PROSE[fact.end() :])
    assert outcome.rule == "CLM201"
    assert outcome.facts["printed"] == int(changed)
    assert int(fact.group()) in outcome.facts["expected"]
    assert changed in outcome.quote
    assert outcome.at.cell is not None


def grid(**totals):
    cells = [
        Cell(row=row, column="total", count=Count(printed=Printed.NUMBER, text=str(value), value=value))
        for row, value in totals.items()
    ]
    return Grid(table=TableName.REQUESTS, edition=Edition.UNIFIED_2021, cells=tuple(cells))


def kinds(value, requests, **fields):
    text = f"共收到申请{value}件。"
    stated = claim(
        text, f"收到申请{value}件", ClaimKind.REQUESTS_RECEIVED, value, printed=str(value), **{"whole": True, **fields}
    )
    asked = report(text, year=2022, claims=(stated,), statistics=Statistics(requests=requests))
    return [outcome.kind for outcome in ask(RULE, asked)]


@pytest.mark.parametrize(
    ("value", "fields", "kind"),
    [
        (74, {}, Kind.PASS),
        (75, {}, Kind.PASS),  # what was carried in may be among what was received
        (76, {}, Kind.FAIL),
        (76, {"whole": False}, Kind.REVIEW),
        (76, {"approximate": True}, Kind.NOT_APPLICABLE),
    ],
)
def test_either_lawful_reading_agrees(value, fields, kind):
    assert kinds(value, grid(received=74, carried_in=1), **fields) == [kind]


@pytest.mark.parametrize("printed", [Printed.BLANK, Printed.DASH, Printed.ILLEGIBLE])
def test_a_cell_without_a_number_leaves_it_open(printed):
    whole = grid(received=74, carried_in=1)
    text = {"text": "" if printed is Printed.BLANK else "/"}
    blank = Cell(row="received", column="total", count=Count(printed=printed, **text))
    assert kinds(74, attrs.evolve(whole, cells=(blank, *whole.cells[1:]))) == [Kind.OPEN]


def test_no_table_is_nothing_to_compare_with():
    assert kinds(74, None) == [Kind.NOT_APPLICABLE]


def test_a_part_beside_a_total_that_agrees_is_left_alone():
    text = "共收到申请74件。网上收到申请30件。"
    whole = claim(text, "收到申请74件", ClaimKind.REQUESTS_RECEIVED, 74, whole=True)
    part = claim(text, "收到申请30件", ClaimKind.REQUESTS_RECEIVED, 30)
    statistics = Statistics(requests=grid(received=74, carried_in=0))
    (outcome,) = ask(RULE, report(text, year=2022, claims=(whole, part), statistics=statistics))
    assert outcome.kind is Kind.PASS


@pytest.mark.parametrize(("pending", "kind"), [(0, Kind.PASS), (2, Kind.REVIEW)])
def test_all_upheld_beside_pending_cases_is_for_a_person(pending, kind):
    four = forms.remedies([7 - pending, 0, 0, pending] + [0] * 8)
    figures = {cell: str(value) for cell, value in four.items()}
    data = page("本年因政府信息公开发生行政复议7件，均获维持。").decode()
    whole = re.sub(
        r"<table>(?:(?!<table>).)*未经复议直接起诉.*?</table>", forms.html_table(forms.remedies_boxes(figures)), data
    )
    outcomes = api.check(whole.encode(), select=["CLM201"]).outcomes
    assert outcomes[0].kind is kind


@pytest.mark.parametrize(
    ("blank_is", "said", "kind"), [("zero", 3, "review"), ("zero", 0, "pass"), ("open", 3, "open")]
)
def test_a_blank_that_counts_as_zero_accuses_no_one(blank_is, said, kind):
    text = f"全年共收到申请{said}件。"
    table = requests()
    blanks = [(row, column, "") for row in ("received", "carried_in") for column in table.form.row(row).columns]
    table = changed(table, *blanks)
    stated = claim(text, f"收到申请{said}件", ClaimKind.REQUESTS_RECEIVED, said, printed=str(said), whole=True)
    tables = Statistics(requests=table)
    (outcome,) = ask(RULE, report(text, year=2022, claims=(stated,), statistics=tables), blank_is=blank_is)
    assert outcome.kind == kind
    assert ("计" in outcome.message.zh.partition("公开的")[0]) is (blank_is == "zero")
    assert outcome.facts.get("blank_is") == ("zero" if blank_is == "zero" else None)


def test_figures_that_were_not_compared_are_placed():
    text = "全年共收到申请3件，上年结转2件。"
    claims = (
        claim(text, "收到申请3件", ClaimKind.REQUESTS_RECEIVED, 3, printed="3", whole=True),
        claim(text, "结转2件", ClaimKind.REQUESTS_CARRIED_IN, 2, printed="2", whole=True),
    )
    table = changed(requests(), ("received", "total", "?"), ("carried_in", "total", "?"))
    (outcome,) = ask(RULE, report(text, year=2022, claims=claims, statistics=Statistics(requests=table)))
    assert (outcome.kind, outcome.quote) == (Kind.OPEN, "收到申请3件")
    places = [one["at"] for one in outcome.facts["claims"]]
    assert [text[at["start"] : at["end"]] for at in places] == ["收到申请3件", "结转2件"]
    assert {at["line"] for at in places} == {1}
