"""A finding in a file without lines shows its page, its cell and its words."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from tests import forms

from govdisclosure import api
from govdisclosure.model.edition import Edition
from govdisclosure.model.labels import named_cell
from govdisclosure.model.place import CellName
from govdisclosure.rules.outcome import Kind
from govdisclosure.rules.registry import RULES
from govdisclosure.rules.showing import place_word, plain
from govdisclosure.writing.sarif import sarif_log
from govdisclosure.writing.text import report_lines

SCHEMA = json.loads((Path(__file__).parent.parent / "fixtures" / "sarif-2.1.0.schema.json").read_text("utf-8"))
CELL = {"table": "requests", "row": "received", "column": "research"}


def wrong(form):
    """A report whose table three has one wrong cell."""
    edition = Edition.UNIFIED_2021
    two = dict.fromkeys(forms.proactive_form(edition).cells(), "0")
    three = dict.fromkeys(forms.request_form(edition).cells(), "0") | {("received", "research"): "7"}
    four = {cell: str(value) for cell, value in forms.remedies([0] * 12).items()}
    return api.check(form(forms.report_boxes(edition, two, three, four)), select=["SUM201"])


@pytest.mark.parametrize(
    ("form", "zh", "en"),
    [
        (forms.docx, "", ""),
        (forms.xlsx, "", ""),
        (forms.pdf, "第2页，", "p. 2, "),
    ],
)
def test_a_finding_without_a_line_names_its_page_and_cell(form, zh, en):
    assessment = wrong(form)
    (outcome,) = assessment.of(Kind.FAIL)
    cell = "表三“一、本年新收政府信息公开申请数量”×“科研机构”", "“new requests received” × “research"
    assert place_word(outcome, "zh") == f"{zh}{cell[0]}"
    assert place_word(outcome, "en").startswith(f"{en}table three, {cell[1]}")
    assert place_word(outcome) in str(outcome)
    assert place_word(outcome) in assessment._repr_html_()
    text = plain(report_lines(assessment, "b.x", "zh"))
    assert f"      b.x {place_word(outcome)}\n" in text


@pytest.mark.parametrize("form", [forms.docx, forms.xlsx, forms.pdf])
def test_sarif_has_page_cell_and_words_and_no_line(form):
    document = sarif_log([("b.x", wrong(form))], rules=RULES, ruleset="1")
    assert not [error.message for error in Draft202012Validator(SCHEMA).iter_errors(document)]
    results = document["runs"][0]["results"]
    assert not any("region" in result["locations"][0]["physicalLocation"] for result in results)
    (result,) = (result for result in results if result["kind"] == "fail")
    assert result["properties"]["cell"] == CELL
    assert result["properties"]["snippet"] == "7"
    assert result["properties"].get("page") == (2 if form is forms.pdf else None)
    (_, cell) = result["locations"][0]["logicalLocations"]
    assert (cell["fullyQualifiedName"], cell["kind"]) == ("requests/received/research", "value")
    assert "表三" in cell["name"]


def test_a_finding_with_a_line_keeps_it():
    (outcome,) = wrong(forms.html).of(Kind.FAIL)
    assert place_word(outcome) == f"{outcome.at.line}:{outcome.at.column}"


@pytest.mark.parametrize("name", [("proactive", "no", "total"), ("no", "rules", "total")])
def test_a_cell_that_no_form_has_goes_by_its_names(name):
    table, row, column = name
    assert f"{row}/{column}" in named_cell(CellName(table=table, row=row, column=column))[0]
