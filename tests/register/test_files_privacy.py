"""Whatever stands in a file, no fault and no error repeats it."""

import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.documents.office import sheet_xml, xlsx

from govdisclosure.errors import GovDisclosureError
from govdisclosure.model.register import Register
from govdisclosure.model.request import Applicant, Request
from govdisclosure.register.files import headers, read_catalogue, read_register, write_register

MARK = "某甲私密"
READERS = {"requests": read_register, "cases": read_register, "items": read_catalogue}
FORMS = {
    "csv": lambda rows: "\n".join(",".join(f'"{cell}"' for cell in row) for row in rows).encode(),
    "xlsx": lambda rows: xlsx(sheet_xml(rows)),
}


def said(read):
    """All that the files part says of its own: faults, and what shows of the whole in a log."""
    return repr(read.faults)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", READERS)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_no_fault_repeats_a_cell(kind, form, data):
    columns = headers(kind)
    cell = st.sampled_from(
        [MARK, f"2024-13-{MARK}", f"=1{MARK}", f"{MARK}；{MARK}", f"合计{MARK}", f"注：{MARK}", "", "是", "2024-1-2"]
    )
    rows = [[column.zh[0] for column in columns]]
    rows += data.draw(st.lists(st.lists(cell, min_size=len(columns), max_size=len(columns)), min_size=1, max_size=3))
    for number, row in enumerate(rows[1:]):
        row[0] = str(number)
    read = READERS[kind](FORMS[form](rows))
    assert MARK not in said(read)


def test_every_column_at_once_has_a_fault_that_does_not_repeat_it():
    for kind, reader in READERS.items():
        columns = headers(kind)
        bad = [column for column in columns if column.values.name not in {"text", "texts", "ground", "order"}]
        rows = [[column.zh[0] for column in columns], ["1", *[MARK] * (len(columns) - 1)]]
        read = reader(FORMS["csv"](rows))
        assert len({fault.column for fault in read.faults}) >= len(bad) - 1
        assert MARK not in said(read)


def test_requests_show_no_person_in_a_log():
    columns = headers("requests")
    row = [MARK if column.personal else "" for column in columns[1:]]
    read = read_register(FORMS["csv"]([[column.zh[0] for column in columns], ["1", *row]]))
    assert read.requests[0].applicant.name == MARK
    assert MARK not in repr(read)


def test_a_number_that_is_a_personal_one_is_masked():
    read = read_register("编号,申请日期\n13800138000,x\n".encode())
    assert read.requests[0].id == "13800138000"
    assert "13800138000" not in said(read)


def test_no_fault_of_json_repeats_a_value():
    event = {"kind": MARK, "on": MARK, "outcome": MARK, "days": MARK, "approved": MARK}
    entry = {
        "id": "1",
        "applicant": {"kind": MARK, "name": 3},
        "channel": MARK,
        "events": [event, {**event, "kind": "replied"}],
    }
    read = read_register(json.dumps({"schema": 1, "requests": [entry], "cases": [{"id": "1", "kind": MARK}]}).encode())
    assert len(read.faults) >= 9
    assert MARK not in said(read)


@pytest.mark.parametrize("data", [
    f"{MARK},{MARK}\n{MARK},1\n".encode(), f'{{"schema": "{MARK}", "requests": []}}'.encode(), f"{{{MARK}".encode(),
    f'编号,申请日期\n1,"{MARK * 50_000}'.encode(),
])  # fmt: skip
def test_no_error_repeats_what_stands_in_the_file(data):
    with pytest.raises(GovDisclosureError) as caught:
        read_register(data)
    assert MARK not in repr(caught.value) + str(caught.value)


def test_no_error_of_writing_names_a_person():
    person = Applicant(name=MARK * 20_000)
    with pytest.raises(GovDisclosureError) as caught:
        write_register(
            Register(requests=(Request(id="13800138000", applicant=person),)), io.BytesIO(), "csv", personal=True
        )
    assert MARK not in str(caught.value)
    assert "13800138000" not in str(caught.value)
