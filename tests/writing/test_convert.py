import json
from decimal import Decimal

import pendulum
import pytest
from jsonschema import Draft202012Validator

from govdisclosure.errors import ReadError
from govdisclosure.law import instruments, parameters
from govdisclosure.model.agency import Agency
from govdisclosure.model.report import AnnualReport
from govdisclosure.rules.outcome import Kind
from govdisclosure.writing.convert import assessment_to_dict, check_to_dict, law_to_dict, number, report_to_dict
from govdisclosure.writing.json import dumps
from govdisclosure.writing.schemas import check_schema, report_schema
from govdisclosure.writing.version import package_version


def test_report_keys_stand_in_the_published_order(samples):
    assert list(report_to_dict(samples.report())) == [
        "schema", "agency", "year", "edition", "title", "published_on", "signed_on", "period", "preamble", "sections",
        "statistics", "claims", "breakdowns", "mechanisms", "problems", "published", "signed", "source", "places",
    ]  # fmt: skip


def test_what_is_absent_is_null_or_an_empty_list_and_never_zero():
    document = report_to_dict(AnnualReport())
    lists = {"sections", "claims", "breakdowns", "mechanisms", "problems"}
    assert {name for name, value in document.items() if value == []} == lists
    nulls = {
        "agency",
        "year",
        "title",
        "published_on",
        "signed_on",
        "period",
        "preamble",
        "published",
        "signed",
        "source",
    }
    assert {name for name, value in document.items() if value is None} == nulls
    tables = dict.fromkeys(("proactive", "requests", "remedies", "annex"))
    assert document["statistics"] == {**tables, "editions": tables, "oddities": []}


def test_a_place_has_line_column_and_the_words_it_spans(samples):
    claim = report_to_dict(samples.report())["claims"][0]
    at = claim["at"]
    assert samples.text[at["start"] : at["end"]] == claim["quote"]
    assert (at["line"], at["column"], at["page"], at["cell"]) == (4, 1, None, None)


def test_figures_are_integers_or_decimals_in_strings(samples):
    document = report_to_dict(samples.report())
    assert [claim["value"] for claim in document["claims"]] == [1, "10.5"]
    assert document["breakdowns"][0]["parts"][0]["share"] == "0.667"


@pytest.mark.parametrize(
    ("printed", "expected"),
    [("0", 0), ("-0", 0), ("3.10", "3.1"), ("1E+3", 1000), ("1E-7", "0.0000001"), ("NaN", None), ("1E+9999", None)],
)
def test_number_never_rounds_and_never_explodes(printed, expected):
    assert number(Decimal(printed)) == expected


def test_dates_are_iso_strings(samples):
    document = report_to_dict(samples.report())
    assert (document["signed_on"], document["period"]["start"], document["period"]["end"]) == (
        "2011-03-15",
        "2010-01-01",
        None,
    )


def test_an_outcome_keeps_message_citation_place_quote_and_facts(samples):
    result = assessment_to_dict(samples.assessment(), "a.txt")
    review = next(entry for entry in result["outcomes"] if entry["kind"] == "review")
    assert review["message"] == {"zh": "说明review", "en": "says review"}
    assert review["cites"][0]["key"] == "regulation-2007:32i4"
    assert review["cites"][0]["item"] == 4
    assert samples.text[review["at"]["start"] : review["at"]["end"]] == review["quote"]
    assert review["facts"] == {"value": 1, "on": "2011-03-31", "parts": [1, None, "二"]}
    assert review["needs"] == ["numerator", "denominator"]


def test_every_kind_is_counted(samples):
    assert assessment_to_dict(samples.assessment(), "a.txt")["counts"] == dict.fromkeys(
        (kind.value for kind in Kind), 1
    )


def test_the_check_document_names_tool_day_and_what_was_not_read(samples):
    unread = ReadError("b\udcff.txt", "文件是空的", "the file is empty")
    day = pendulum.Date(2026, 1, 2)
    document = check_to_dict([("a.txt", samples.assessment())], [unread], ruleset="7", as_of=day)
    expected = {
        "name": "govdisclosure",
        "version": package_version(),
        "ruleset": "7",
        "as_of": "2026-01-02",
        "blank_is": "open",
    }
    assert document["tool"] == expected
    assert document["unread"] == [{"source": "b\\xff.txt", "reason": {"zh": "文件是空的", "en": "the file is empty"}}]
    assert [result["source"] for result in document["results"]] == ["a.txt"]


def test_law_lists_every_value_of_a_parameter_together():
    values = [(one, dated) for one in parameters() for dated in one.values]
    document = law_to_dict(None, instruments(), values)
    term = next(one for one in document["parameters"] if one["name"] == "reply.term")
    assert [(value["value"], value["start"]) for value in term["values"]] == [(15, "2008-05-01"), (20, "2019-05-15")]


def test_full_and_hostile_documents_fit_the_schemas(samples):
    check = check_to_dict([("a", samples.assessment()), ("b", samples.hostile())], ruleset="1")
    for schema, document in ((report_schema(), report_to_dict(samples.report())), (check_schema(), check)):
        assert not [error.message for error in Draft202012Validator(schema).iter_errors(json.loads(dumps(document)))]


def test_a_personal_number_in_an_organs_name_is_masked(samples):
    number, mask = "13912345678", "*" * 11
    agency = Agency(name=f"青石县{number}水利局", printed=f"青石县{number}水利局", region=f"青石县{number}")
    assessment = samples.assessment(report=samples.report(agency=agency))
    shown = dumps(assessment_to_dict(assessment, "a")) + str(assessment) + repr(assessment) + assessment._repr_html_()
    assert number not in shown
    assert shown.count(f"青石县{mask}水利局") == 6


def test_what_was_skipped_stands_beside_what_was_not_read():
    skipped = ReadError("b.png", "不读取这类文件（.png）", "not a kind that is read (.png)")
    document = check_to_dict([], ruleset="1", skipped=[skipped])
    assert document["skipped"] == [
        {"source": "b.png", "reason": {"zh": "不读取这类文件（.png）", "en": "not a kind that is read (.png)"}}
    ]
    assert not list(Draft202012Validator(check_schema()).iter_errors(document))
