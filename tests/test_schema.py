import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from govdisclosure import api
from govdisclosure.cli.commands import run
from govdisclosure.model.report import AnnualReport
from govdisclosure.rules.registry import RULESET
from govdisclosure.writing.convert import check_to_dict, report_to_dict
from govdisclosure.writing.json import dumps
from govdisclosure.writing.schemas import check_schema, report_schema

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = ROOT / "src" / "govdisclosure" / "schema"
BUILT = {"report": report_schema(), "check": check_schema()}
EXAMPLES = sorted(path for path in (ROOT / "examples").iterdir() if path.is_file())


def faults(name, document):
    plain = json.loads(dumps(document))
    return [f"{error.json_path}: {error.message}" for error in Draft202012Validator(BUILT[name]).iter_errors(plain)]


@pytest.mark.parametrize("name", BUILT)
def test_the_shipped_schema_is_the_one_the_types_make(name):
    Draft202012Validator.check_schema(BUILT[name])
    assert json.loads((SHIPPED / f"{name}.schema.json").read_text("utf-8")) == BUILT[name]


@pytest.mark.parametrize("name", BUILT)
def test_the_command_prints_the_shipped_schema(name, capsys):
    assert run(["schema", name]) == 0
    assert json.loads(capsys.readouterr().out) == BUILT[name]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_real_output_fits_both_schemas(example):
    report = api.read(example)
    assert faults("report", report_to_dict(report)) == []
    document = check_to_dict([(example.name, api.check(report))], ruleset=RULESET, as_of=api.as_day("2026-01-01"))
    assert faults("check", document) == []


def test_a_report_of_which_nothing_could_be_read_fits():
    assert faults("report", report_to_dict(AnnualReport())) == []
    assert faults("check", check_to_dict([("-", api.check(AnnualReport()))], ruleset=RULESET)) == []


@pytest.mark.parametrize(
    "change", [{"more": 1}, {"edition": "unified_2099"}, {"year": "2010"}, {"published_on": "2011-3-1"}]
)
def test_a_wrong_key_or_value_is_refused(change):
    assert faults("report", {**report_to_dict(AnnualReport()), **change})
