"""Any run, in every form: whole, and nothing of it lost or taken for what it is not."""

import csv
import io
import json
import re
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from python_calamine import CalamineWorkbook
from tests.writing.running import runs

from govdisclosure.rules.outcome import Assessment, Kind
from govdisclosure.writing.annotations import annotations
from govdisclosure.writing.delimited import outcomes_csv
from govdisclosure.writing.entries_page import entries_page_of
from govdisclosure.writing.findings_workbook import workbook_of
from govdisclosure.writing.lines import json_lines
from govdisclosure.writing.markdown import markdown_report
from govdisclosure.writing.opinion import opinion_of
from govdisclosure.writing.report_page import page_of
from govdisclosure.writing.run import remarks
from govdisclosure.writing.sarif import sarif_log

SCHEMA = json.loads((Path(__file__).parent.parent / "fixtures" / "sarif-2.1.0.schema.json").read_text("utf-8"))
VALID = Draft202012Validator(SCHEMA)
LANGS = st.sampled_from(["zh", "en"])


def count(run, *kinds):
    return sum(len(verdicts.of(*(kinds or Kind))) for _, verdicts in run.assessed)


@settings(max_examples=60, deadline=None)
@given(run=runs(), lang=LANGS, quiet=st.booleans())
def test_sarif_is_valid_and_has_every_outcome_or_says_how_many_it_has_not(run, lang, quiet):
    document = sarif_log(
        run.assessed, run.unread, rules=run.rules, ruleset="1", lang=lang, skipped=run.skipped, quiet=quiet
    )
    json.dumps(document).encode()
    assert not [error.message for error in VALID.iter_errors(document)]
    (log,) = document["runs"]
    results = log["results"]
    assert len(results) + log["properties"].get("omitted", 0) == count(run)
    assert all(one["locations"] for one in results)
    assert all(one["level"] == "none" for one in results if one["kind"] != "fail")
    if quiet:
        assert {one["kind"] for one in results} <= {"fail"}
        assert not [one for one in results if one.get("suppressions")]
    errors = [one for one in remarks(run) if one.is_error]
    assert log["invocations"][0]["executionSuccessful"] is (not errors)
    uris = [one["location"]["uri"] for one in log["artifacts"]]
    assert len(uris) == len(set(uris))
    for one in results:
        place = one["locations"][0]["physicalLocation"]["artifactLocation"]
        assert uris[place["index"]] == place["uri"]


@settings(max_examples=60, deadline=None)
@given(run=runs(), lang=LANGS)
def test_rows_lines_and_commands_are_as_many_as_there_is_to_say(run, lang):
    told = list(remarks(run))
    rows = list(csv.reader(io.StringIO(outcomes_csv(run, lang)[1:], newline="")))
    assert len(rows) == 1 + count(run) + len(told)
    assert len({len(row) for row in rows}) == 1
    lines = [json.loads(line) for line in "".join(json_lines(run)).split("\n") if line]
    assert len(lines) == 1 + count(run) + len(told)
    asking = [one for _, verdicts in run.assessed for one in verdicts.of(Kind.FAIL, Kind.REVIEW, Kind.OPEN)]
    open_ = [one for one in asking if not one.decided]
    commands = "".join(annotations(run, lang)).removesuffix("\n").split("\n") if told or asking else []
    more = [line for line in commands if "title=govdisclosure::" in line]
    assert len(commands) - len(more) == len(open_) + len(told)
    assert bool(len(open_) < len(asking)) <= bool(more)
    marked = "".join(markdown_report(run, lang, verbose=True)).splitlines()
    table = [line for line in marked if line.startswith("| ")]
    assert all(len(re.findall(r"(?<!\\)\|", row)) == 6 for row in table)


@settings(max_examples=30, deadline=None)
@given(run=runs(), lang=LANGS)
def test_pages_sheets_and_workbooks_open_and_have_all_of_it(run, lang):
    book = CalamineWorkbook.from_filelike(io.BytesIO(workbook_of(run.assessed, run.unread, run.skipped, lang=lang)))
    findings, reports, missing = (book.get_sheet_by_name(name).to_python() for name in book.sheet_names)
    assert len(findings) == 1 + count(run)
    assert len(reports) == 1 + len(run.assessed)
    assert len(missing) == 1 + len(list(remarks(run)))
    for source, verdicts in run.assessed:
        write = page_of if isinstance(verdicts, Assessment) else entries_page_of
        page = write(verdicts, source, lang)
        page.encode()
        assert page.count('<li id="f') == len(verdicts.outcomes)
        assert set(re.findall(r'href="#([^"]+)"', page)) <= set(re.findall(r' id="([^"]+)"', page))
        if isinstance(verdicts, Assessment):
            assert opinion_of(verdicts, source, lang).startswith(b"PK")
