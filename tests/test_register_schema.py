"""What is written about registers and catalogues fits the schema that is shipped."""

import json
from pathlib import Path

import attrs
import pytest
from jsonschema import Draft202012Validator
from tests.rules.claims.books import LOST, catalogue, register
from tests.rules.items.catalogues import OFFICE, good, lawful

import govdisclosure
from govdisclosure.errors import ReadError
from govdisclosure.rules.registry import RULESET
from govdisclosure.rules.showing import plain
from govdisclosure.writing.convert import register_check_to_dict
from govdisclosure.writing.json import dumps
from govdisclosure.writing.schemas import register_check_schema
from govdisclosure.writing.text import report_lines

SCHEMA = register_check_schema()
SHIPPED = Path(govdisclosure.__file__).parent / "schema" / "register-check.schema.json"
BAD = govdisclosure.RowFault(
    row=7, column="收到日期", sheet="申请", id="R7", kept=True, zh="日期读不出", en="the day could not be read"
)


def faults(document):
    plain_ = json.loads(dumps(document))
    return [f"{error.json_path}: {error.message}" for error in Draft202012Validator(SCHEMA).iter_errors(plain_)]


def written(assessment, **fields):
    return register_check_to_dict([("登记簿.csv", assessment)], ruleset=RULESET, **fields)


def test_the_shipped_schema_is_the_one_the_types_make():
    Draft202012Validator.check_schema(SCHEMA)
    assert json.loads(SHIPPED.read_text("utf-8")) == SCHEMA


@pytest.mark.parametrize(
    "assessment",
    [
        govdisclosure.check_items(lawful(), as_of="2024-12-31"),
        govdisclosure.check_items(attrs.evolve(lawful(), items=(good(published_on=None, title=None),), faults=(LOST,))),
        govdisclosure.check_items(govdisclosure.Catalogue()),
        govdisclosure.check_register(register(faults=(BAD, LOST)), catalogue=catalogue(faults=(LOST,))),
        govdisclosure.check_register(register(agency=None, cases=None)),
    ],
)
def test_real_output_fits(assessment):
    assert faults(written(assessment, as_of=govdisclosure.api.as_day("2024-12-31"))) == []


def test_the_head_counts_entries_and_a_register_that_is_not_there_is_null():
    (result,) = written(govdisclosure.check_register(register(cases=None)))["results"]
    assert result["register"]["agency"]["name"] == "青石县水利局"
    assert {name: result["register"][name] for name in ("requests", "cases", "items")} == {
        "requests": 4,
        "cases": None,
        "items": None,
    }
    (listed,) = written(govdisclosure.check_items(lawful()))["results"]
    assert (listed["register"]["agency"]["name"], listed["register"]["items"]) == (OFFICE.name, 3)
    assert listed["register"]["requests"] is None


def test_faults_name_row_column_and_entry_and_unread_files_their_reason():
    assessment = govdisclosure.check_register(register(faults=(BAD,)), catalogue=catalogue(faults=(LOST,)))
    unread = [ReadError("x.csv", "读不出", "unreadable")]
    document = register_check_to_dict([("登记簿.csv", assessment)], unread, ruleset=RULESET)
    assert document["results"][0]["faults"] == [
        {
            "of": "register",
            "row": 7,
            "column": "收到日期",
            "sheet": "申请",
            "id": "R7",
            "kept": True,
            "reason": {"zh": "日期读不出", "en": "the day could not be read"},
        },
        {
            "of": "catalogue",
            "row": 9,
            "column": None,
            "sheet": None,
            "id": None,
            "kept": False,
            "reason": {"zh": "这一行没有读入", "en": "this row was left out"},
        },
    ]
    assert document["unread"] == [{"source": "x.csv", "reason": {"zh": "读不出", "en": "unreadable"}}]
    assert faults(document) == []


def test_an_outcome_names_its_entry():
    (result,) = written(govdisclosure.check_items(lawful(), as_of="2024-12-31"))["results"]
    assert {one["entry"] for one in result["outcomes"]} == {None}
    late = attrs.evolve(lawful(), items=(good("A4", published_on="2024-06-03"),))
    (result,) = written(govdisclosure.check_items(late))["results"]
    assert "A4" in {one["entry"] for one in result["outcomes"]}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_text_names_entry_and_row(lang):
    late = attrs.evolve(lawful(), items=(good("A4", published_on="2024-06-03"),))
    shown = plain(report_lines(govdisclosure.check_items(late), "目录.csv", lang))
    assert ("A4，第5行" if lang == "zh" else "A4, row 5") in shown
    assert ("1条信息" if lang == "zh" else "1 item") in shown
