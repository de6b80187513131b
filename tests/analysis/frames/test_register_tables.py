from datetime import date
from pathlib import Path

import pendulum
import pytest
from tests.registers import CONTACT, NAMES, generated

import govdisclosure.analysis as ga
from govdisclosure import api
from govdisclosure.batch.register_schemas import REGISTER_TABLES, register_schema
from govdisclosure.errors import GovDisclosureError, ReadError, UsageError
from govdisclosure.model.item import Publicity
from govdisclosure.model.register import Catalogue, Register, RowFault
from govdisclosure.model.request import Applicant, Request, RequestEvent, RequestEventKind
from govdisclosure.register.clock import deadline

pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed")

ROOT = Path(__file__).parents[3]
REQUESTS = ROOT / "examples" / "register" / "requests.csv"
CATALOGUE = ROOT / "examples" / "register" / "catalogue.csv"
AS_OF = date(2024, 6, 30)


@pytest.fixture(scope="module")
def kept():
    return generated(60, seed=3)


@pytest.fixture(scope="module")
def tables(kept):
    register = Register(requests=kept.requests, cases=kept.cases, source="office/in\\登记.csv")
    return ga.register_tables(register, Catalogue(items=kept.items), as_of=AS_OF)


def rows(table):
    return table.to_arrow().to_pylist()


def test_every_table_has_its_schema_and_a_row_an_entry(kept, tables):
    for name in REGISTER_TABLES:
        assert getattr(tables, name).to_arrow().schema.equals(register_schema(name), check_metadata=True)
    assert [row["id"] for row in rows(tables.requests)] == [one.id for one in kept.requests]
    assert [row["id"] for row in rows(tables.cases)] == [one.id for one in kept.cases]
    assert [row["id"] for row in rows(tables.items)] == [one.id for one in kept.items]
    assert len(tables.events) == sum(len(one.events) for one in kept.requests)
    assert len(tables.case_events) == sum(len(one.events) for one in kept.cases)
    assert {row["register"] for row in rows(tables.requests)} == {"登记.csv"}, "no path"


def test_no_name_contact_or_content_is_in_any_table(tables):
    said = "".join(str(getattr(tables, name).to_arrow().to_pylist()) for name in REGISTER_TABLES)
    assert not [one for one in (*NAMES, CONTACT) if one in said]


def test_names_of_parties_are_numbers_and_numbers_of_persons_are_masked():
    asked = RequestEvent(kind=RequestEventKind.THIRD_PARTY_CONSULTED, on=pendulum.Date(2024, 3, 4), party="赵某戊公司")
    events = (
        RequestEvent(kind=RequestEventKind.RECEIVED, on=pendulum.Date(2024, 3, 1)),
        asked,
        RequestEvent(kind=RequestEventKind.CO_MAKER_CONSULTED, on=pendulum.Date(2024, 3, 4), party="某局"),
        RequestEvent(kind=RequestEventKind.THIRD_PARTY_ANSWERED, on=pendulum.Date(2024, 3, 6), party="赵某戊公司"),
    )
    request = Request(
        id="13812345678",
        applicant=Applicant(name="某人己", contact="某处"),
        content="某人己的房屋",
        events=events,
    )
    found = ga.register_tables(Register(requests=(request,)), as_of="2024-04-01")
    said = "".join(str(getattr(found, name).to_arrow().to_pylist()) for name in REGISTER_TABLES) + found._repr_html_()
    assert not [one for one in ("13812345678", "赵某戊", "某人己", "某处", "房屋") if one in said]
    assert [row["party"] for row in rows(found.events)] == [None, 1, 2, 1]
    assert [row["number"] for row in rows(found.events)] == [1, 2, 3, 4]


def test_due_dates_are_those_of_the_clock_and_what_is_unknown_is_null_with_the_reason(kept, tables):
    unknown = 0
    for request, row in zip(kept.requests, rows(tables.requests), strict=True):
        found = (row["due_on"], row["due_latest_on"], row["due_fault_zh"])
        try:
            receipt = deadline(request, as_of=pendulum.Date(2024, 6, 30))
            expected = (receipt.due_on, receipt.latest_on, None)
        except GovDisclosureError as error:
            unknown += 1
            expected = (None, None, error.zh)
        assert found == expected
    assert len(kept.requests) > unknown
    never = ga.register_tables(Register(requests=(Request(id="1"),)))
    (row,) = rows(never.requests)
    assert row["due_on"] is None
    assert row["due_fault_zh"]
    assert row["due_fault_en"]


def test_what_is_still_out_is_counted_to_the_day_asked_about():
    days = ((RequestEventKind.RECEIVED, 1), (RequestEventKind.THIRD_PARTY_CONSULTED, 4))
    events = tuple(RequestEvent(kind=kind, on=pendulum.Date(2024, 3, day)) for kind, day in days)
    register = Register(requests=(Request(id="1", events=events),))
    early, late = (rows(ga.register_tables(register, as_of=f"2024-03-{day}").requests)[0] for day in (5, 15))
    assert early["due_on"] < late["due_on"]


def test_a_request_has_what_came_of_it_and_in_how_many_working_days():
    events = (
        RequestEvent(kind=RequestEventKind.RECEIVED, on=pendulum.Date(2024, 12, 31)),
        RequestEvent(kind=RequestEventKind.REPLIED, on=pendulum.Date(2025, 1, 6), outcome="granted"),
    )
    withdrawn = (events[0], RequestEvent(kind=RequestEventKind.WITHDRAWN, on=pendulum.Date(2025, 1, 3)))
    register = Register(requests=(Request(id="1", events=events), Request(id="2", events=withdrawn)))
    first, second = rows(ga.register_tables(register).requests)
    assert (first["state"], first["outcome"], first["replied_on"]) == ("replied", "granted", date(2025, 1, 6))
    assert first["workdays"] == 3, "the New Year holiday and the weekend do not count"
    assert first["due_on"] == date(2025, 2, 5)
    assert (second["state"], second["outcome"]) == ("withdrawn", "other.other")
    assert (second["replied_on"], second["workdays"], second["closed_on"]) == (None, None, date(2025, 1, 3))


def test_outcomes_are_those_of_checking_register_and_catalogue(kept, tables):
    catalogue = Catalogue(items=kept.items)
    register = Register(requests=kept.requests, cases=kept.cases)
    expected = [
        *api.check_register(register, catalogue=catalogue, as_of=AS_OF),
        *api.check_items(catalogue, as_of=AS_OF),
    ]
    found = rows(tables.outcomes)
    assert [(row["rule"], row["kind"], row["id"], row["subject"]) for row in found] == [
        (one.rule, one.kind.value, one.entry, one.subject) for one in expected
    ]
    assert {row["about"] for row in found} == {"request", "case", "item"}


def test_only_items_to_be_published_have_a_due_date(kept, tables):
    found = rows(tables.items)
    assert any(row["due_on"] for row in found)
    for item, row in zip(kept.items, found, strict=True):
        if item.publicity is not Publicity.PROACTIVE:
            assert row["due_on"] is None
            assert row["due_fault_zh"] is None


def test_files_are_read_and_two_are_put_together():
    requests = ga.register_tables(REQUESTS, as_of="2024-12-31")
    catalogue = ga.register_tables(None, CATALOGUE)
    both = requests + catalogue
    assert len(both.requests) == 12
    assert len(both.items) == 8
    assert len(both.outcomes) == len(requests.outcomes) + len(catalogue.outcomes)
    assert rows(requests.requests)[0]["line"] == 2
    assert {row["register"] for row in rows(both.outcomes)} == {"requests.csv", "catalogue.csv"}
    with pytest.raises(UsageError):
        ga.register_tables(None)
    with pytest.raises(ReadError):
        ga.register_tables("nowhere.csv")
    with pytest.raises(UsageError):
        ga.register_tables(REQUESTS, as_of="yesterday")


def test_what_could_not_be_read_of_a_file_is_a_row_and_shown():
    fault = RowFault(row=7, column="收到日期", id="A-1", kept=True, zh="不是日期", en="no date")
    found = ga.register_tables(Register(requests=(), source="登记.csv", faults=(fault,)))
    (row,) = rows(found.faults)
    assert (row["register"], row["line"], row["id"], row["kept"]) == ("登记.csv", 7, "A-1", True)
    shown = found._repr_html_()
    assert "不是日期" in shown
    assert "no date" in shown
    assert "登记.csv · 第7行" in shown


def test_they_show_how_much_there_is_and_what_was_found(tables):
    assert repr(tables).startswith("<RegisterTables 60 requests, ")
    shown = tables._repr_html_()
    fails = [row["kind"] for row in rows(tables.outcomes)].count("fail")
    assert f"不符 {fails} 项" in shown
    assert f"{fails} failed" in shown
    assert "<script" not in shown
