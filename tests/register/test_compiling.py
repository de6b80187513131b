from decimal import Decimal

import attrs
import pytest
from tests.register.building import case, day, item, request

from govdisclosure.errors import NotInForceError, UsageError
from govdisclosure.model.case import CaseKind, CaseResult
from govdisclosure.model.count import Printed
from govdisclosure.model.edition import Edition
from govdisclosure.model.item import ItemKind
from govdisclosure.model.request import OUTCOMES, ApplicantKind, Channel, outcome_row
from govdisclosure.register.tables.booking import REASONS, Reason
from govdisclosure.register.tables.compiling import compile as compiled
from govdisclosure.register.tables.items import ROWS


def three(*requests, year=2023, **options):
    return compiled(requests, None, None, year, **options)


def four(*cases, year=2023, **options):
    return compiled(None, cases, None, year, **options)


def two(*items, year=2023, **options):
    return compiled(None, None, items, year, **options)


def filled(found):
    """Cells that are not zero, totals left out."""
    return {
        f"{cell.row}/{cell.column}": cell.count.value
        for grid in found.statistics
        for cell in grid
        if cell.count.value and "total" not in {cell.row, cell.column}
    }


# Which register there is


def test_no_register_is_no_table_and_an_empty_one_is_zeros():
    found = compiled(None, (), (), 2023)
    assert found.statistics.requests is None
    assert (dict(found.carried_in), found.facts.fees_paid) == ({}, None)
    for grid in (found.statistics.proactive, found.statistics.remedies):
        assert grid.missing == ()
        assert {(cell.count.value, cell.count.printed) for cell in grid} == {(0, Printed.NUMBER)}


@pytest.mark.parametrize(("year", "edition"), [(2019, "unified_2019"), (2020, "unified_2019"), (2021, "unified_2021")])
def test_the_form_is_that_of_the_year(year, edition):
    found = compiled((), (), (), year)
    assert {grid.edition.value for grid in found.statistics} == {found.edition.value} == {edition}
    assert {cell for grid in found.statistics for cell in grid.form.cells()} == {
        (cell.row, cell.column) for grid in found.statistics for cell in grid
    }


def test_a_year_without_tables_is_refused_and_may_be_tried_in_another_form():
    with pytest.raises(UsageError, match="2018年度的报告没有全国统一的表格"):
        three(year=2018)
    with pytest.raises(NotInForceError):
        three(year=2007)
    assert three(year=2018, edition=Edition.UNIFIED_2019).edition is Edition.UNIFIED_2019


# Requests


@pytest.mark.parametrize(
    ("received", "replied", "cells"),
    [
        ("2023-01-01", "2023-01-01", {"received", "granted"}),
        ("2023-12-31", "2023-12-31", {"received", "granted"}),
        ("2022-12-31", "2023-01-01", {"carried_in", "granted"}),
        ("2022-12-31", "2022-12-31", set()),
        ("2023-12-31", "2024-01-01", {"received", "carried_out"}),
        ("2022-12-31", "2024-01-01", {"carried_in", "carried_out"}),
        ("2024-01-01", "2024-01-05", set()),
    ],
)
def test_days_at_the_ends_of_the_year(received, replied, cells):
    found = three(request("a", received, ("replied", replied, "granted")))
    assert filled(found) == {f"{row}/natural_person": 1 for row in cells}
    assert found.uncounted == ()


@pytest.mark.parametrize("outcome", OUTCOMES)
@pytest.mark.parametrize("year", [2020, 2023])
def test_each_outcome_has_its_row_in_either_form(outcome, year):
    found = three(request("a", f"{year}-03-01", ("replied", f"{year}-03-09", outcome)), year=year)
    row = outcome_row(outcome, found.edition)
    assert filled(found) == {"received/natural_person": 1, f"{row}/natural_person": 1}
    assert found.entries("requests", row, "natural_person") == ("a",)


@pytest.mark.parametrize(
    ("event", "row_2020", "row_2023"),
    [
        ("supplement_lapsed", "other", "other.correction_overdue"),
        ("fee_lapsed", "other", "other.fee_overdue"),
        ("withdrawn", "other", "other.other"),
        ("transferred", "carried_out", "carried_out"),
    ],
)
def test_what_ends_a_request_without_a_reply(event, row_2020, row_2023):
    for year, row in ((2020, row_2020), (2023, row_2023)):
        found = three(request("a", f"{year}-03-01", (event, f"{year}-03-09")), year=year)
        assert filled(found) == {"received/natural_person": 1, f"{row}/natural_person": 1}
        assert bool(found.notes) == (event in {"withdrawn", "transferred"})


@pytest.mark.parametrize("kind", list(ApplicantKind))
def test_each_applicant_has_a_column_and_adds_to_the_total(kind):
    found = three(
        request("a", "2023-03-01", ("replied", "2023-03-09", "granted"), kind=kind), request("b", "2023-12-30")
    )
    grid = found.statistics.requests
    assert grid.value("granted", kind.value) == 1
    assert (grid.value("received", "total"), grid.value("total", "total"), grid.value("carried_out", "total")) == (
        2,
        1,
        1,
    )
    assert found.entries("requests", "received", "total") == ("a", "b")
    assert found.entries("requests", "total", "total") == ("a",)
    assert found.entries("requests", "denied.state_secret", "total") == ()
    assert found.carried_out["total"] == 1


REPLY = ("replied", "2023-03-09", "granted")


@pytest.mark.parametrize(
    ("entry", "reason", "row", "column"),
    [
        (request("a", "2023-03-01", REPLY, kind=None), "no_applicant_kind", "received", None),
        (request("a", "none"), "no_events", None, "natural_person"),
        (request("a", "none", REPLY), "no_receipt", None, "natural_person"),
        (request("a", None, REPLY), "no_receipt", None, "natural_person"),
        (request("a", "2023-03-01", ("received", "2023-03-02")), "two_receipts", None, "natural_person"),
        (request("a", "2023-03-01", ("replied", "2023-03-09")), "no_outcome", None, "natural_person"),
        (request("a", "2023-03-01", ("replied", None, "granted")), "no_closing_day", None, "natural_person"),
        (request("a", "2023-03-01", REPLY, REPLY), "two_closings", None, "natural_person"),
        (request("a", "2023-03-10", REPLY), "closed_before_received", None, "natural_person"),
        (request("a", "2024-03-10", REPLY), "closed_before_received", None, "natural_person"),
    ],
)
def test_a_request_that_cannot_be_counted_is_said_with_its_reason(entry, reason, row, column):
    sound = request("b", "2023-05-01", ("replied", "2023-05-09", "granted"))
    found = three(entry, sound)
    (left,) = found.uncounted
    assert (left.entry, left.table.value, left.reason.value, left.row, left.column) == (
        "a",
        "requests",
        reason,
        row,
        column,
    )
    assert (left.zh, left.en) == REASONS[Reason(reason)]
    assert filled(found) == {"received/natural_person": 1, "granted/natural_person": 1}


@pytest.mark.parametrize(
    "entry",
    [
        request("a", "2024-03-01", kind=None),
        request("a", "2021-03-01", ("replied", "2022-12-31")),
        request("a", "2021-03-01", ("replied", "2021-04-01", "granted"), ("replied", "2021-05-01", "granted")),
        request("a", "none", ("submitted", "2024-01-02")),
    ],
)
def test_a_fault_of_another_year_is_none_of_this_year(entry):
    assert (three(entry).uncounted, filled(three(entry))) == ((), {})


def test_a_reply_of_next_year_needs_no_outcome_to_be_carried_out():
    found = three(request("a", "2023-12-20", ("replied", "2024-01-09")))
    assert (found.uncounted, found.carried_out["natural_person"]) == ((), 1)


def test_two_entries_with_one_number_are_both_left_out():
    entries = [request("a", "2023-03-01"), request("b", "2023-03-01"), request("a", "2023-04-01")]
    found = three(*entries)
    assert [(one.entry, one.reason) for one in found.uncounted] == [("a", Reason.DUPLICATE)] * 2
    assert found.entries("requests", "received", "total") == ("b",)


def test_a_number_used_again_in_another_year_is_no_duplicate():
    entries = [request("1", "2021-03-01", ("replied", "2021-03-09", "granted")), request("1", "2023-03-01")]
    assert three(*entries).uncounted == ()


def test_a_day_within_the_year_is_the_last_that_is_counted():
    entries = [
        request("a", "2023-03-01", ("replied", "2023-07-01", "granted")),
        request("b", "2023-07-01"),
    ]
    found = three(*entries, as_of=day("2023-06-30"))
    assert filled(found) == {"received/natural_person": 1, "carried_out/natural_person": 1}
    assert found.last == day("2023-06-30")
    assert "2023-06-30" in found.notes[0].zh
    assert three(*entries, as_of=day("2024-02-01")).notes == ()
    with pytest.raises(UsageError, match="早于2023年"):
        three(as_of=day("2022-12-31"))


def test_every_reason_says_what_to_do_in_two_languages():
    assert set(REASONS) == set(Reason)
    assert all(zh and en and zh != en for zh, en in REASONS.values())


def test_a_cell_that_no_form_of_the_year_has_is_an_error():
    with pytest.raises(UsageError, match=r"other\.fee_overdue"):
        three(year=2020).entries("requests", "other.fee_overdue", "total")
    with pytest.raises(UsageError, match="nothing"):
        three().entries("nothing", "a", "b")


def test_fees_of_the_year_are_told_by_entry():
    entries = [
        request(
            "a",
            "2023-03-01",
            ("fee_noticed", "2023-03-05"),
            ("fee_paid", "2023-03-09"),
            ("replied", "2023-03-20", "granted"),
        ),
        request("b", "2022-12-01", ("fee_noticed", "2022-12-05"), ("fee_lapsed", "2023-01-09")),
        request("c", "2023-12-01", ("fee_noticed", None)),
    ]
    facts = three(*entries).facts
    assert (facts.fees_noticed, facts.fees_paid) == (("a", "c"), ("a",))


def test_in_person_the_day_of_submission_is_that_of_receipt():
    submitted = request("a", "none", ("submitted", "2023-03-01"))
    at_the_office = attrs.evolve(submitted, channel=Channel.IN_PERSON)
    assert filled(three(at_the_office)) == {"received/natural_person": 1, "carried_out/natural_person": 1}
    assert [one.reason for one in three(attrs.evolve(submitted, channel=Channel.ONLINE)).uncounted] == [
        Reason.NO_RECEIPT
    ]


@pytest.mark.parametrize(("year", "cells"), [(2023, {"received", "denied.state_secret"}), (2024, set())])
def test_a_reply_after_a_case_is_not_counted_a_second_time(year, cells):
    events = ("replied", "2023-03-09", "denied.state_secret"), ("replied", "2024-02-01", "granted")
    entry = request("a", "2023-03-01", *events)
    about = attrs.evolve(case("b", "2023-04-01", ("decided", "2023-12-01", "revoked")), request="a")
    found = compiled([entry], [about], None, year)
    assert {row for row in filled(found) if row.endswith("person")} == {f"{row}/natural_person" for row in cells}
    assert found.uncounted == ()
    assert bool(found.notes) == (year == 2024)
    other = attrs.evolve(about, request="c")
    assert [one.reason for one in compiled([entry], [other], None, year).uncounted] == [Reason.TWO_CLOSINGS]
    late = attrs.evolve(about, events=case("b", "2024-03-01").events)
    assert [one.reason for one in compiled([entry], [late], None, year).uncounted] == [Reason.TWO_CLOSINGS]


# Cases


@pytest.mark.parametrize(
    ("filed", "decided", "column"),
    [
        ("2023-01-01", "2023-12-31", "upheld"),
        ("2022-06-01", "2023-01-01", "upheld"),
        ("2022-06-01", "2022-12-31", None),
        ("2021-06-01", "2024-01-01", "pending"),
        ("2023-12-31", None, "pending"),
        ("2024-01-01", None, None),
    ],
)
def test_a_case_counts_where_it_was_decided_or_as_pending(filed, decided, column):
    events = () if decided is None else (("decided", decided, "upheld"),)
    expected = {} if column is None else {f"reconsideration/{column}": 1}
    assert filled(four(case("a", filed, *events))) == expected


@pytest.mark.parametrize("result", list(CaseResult))
@pytest.mark.parametrize("kind", list(CaseKind))
def test_every_result_has_a_column_of_each_block(kind, result):
    found = four(case("a", "2023-02-01", ("decided", "2023-04-01", result.value), kind=kind))
    grid = found.statistics.remedies
    assert [grid.value(kind.value, column) for column in ("total", "pending")] == [1, 0]
    assert sum(grid.value(kind.value, column) for column in ("upheld", "corrected", "other")) == 1


SUIT = CaseKind.LITIGATION_DIRECT


def test_a_judgment_under_appeal_is_pending_until_the_appeal_is_decided():
    first = ("decided", "2023-11-01", "revoked")
    open_still = case("a", "2023-05-01", first, ("appealed", "2024-01-05"), kind=SUIT)
    ended = case(
        "b", "2022-05-01", first, ("appealed", "2023-11-09"), ("appeal_decided", "2023-12-09", "upheld"), kind=SUIT
    )
    found = four(open_still, ended)
    assert filled(found) == {"litigation_direct/pending": 1, "litigation_direct/upheld": 1}
    assert found.notes
    # As of the end of the year no one knew of the appeal.
    assert filled(four(open_still, as_of=day("2023-12-31"))) == {"litigation_direct/corrected": 1}


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        (case("a", "2023-02-01", kind=None), "no_case_kind"),
        (case("a", None), "no_events"),
        (case("a", None, ("accepted", "2023-02-03")), "no_filing"),
        (case("a", "2023-02-01", ("decided", "2023-04-01")), "no_result"),
        (case("a", "2023-02-01", ("decided", None, "upheld")), "no_closing_day"),
        (case("a", "2023-05-01", ("decided", "2023-04-01", "upheld")), "decided_before_filed"),
    ],
)
def test_a_case_that_cannot_be_counted_is_said_with_its_reason(entry, reason):
    found = four(entry)
    assert [(one.entry, one.reason.value) for one in found.uncounted] == [("a", reason)]
    assert filled(found) == {}


def test_a_case_without_a_day_of_filing_counts_where_it_was_decided():
    assert filled(four(case("a", None, ("decided", "2023-04-01", "mediated")))) == {"reconsideration/other": 1}


# Items


@pytest.mark.parametrize(
    ("days", "cells"),
    [
        ({"made": "2023-01-01"}, {"issued", "in_force"}),
        ({"made": "2022-12-31"}, {"in_force"}),
        ({"made": "2024-01-01"}, set()),
        ({"made": "2020-01-01", "repealed_on": "2023-01-01"}, {"repealed"}),
        ({"made": "2020-01-01", "repealed_on": "2022-12-31"}, set()),
        ({"made": "2020-01-01", "repealed_on": "2024-01-01"}, {"in_force"}),
        ({"made": "2023-02-01", "repealed_on": "2023-12-31"}, {"issued", "repealed"}),
        ({"made": "2020-01-01", "valid_to": "2023-12-31"}, {"in_force"}),
        ({"made": "2020-01-01", "valid_to": "2023-12-30"}, {"repealed"}),
        ({"made": "2020-01-01", "valid_to": "2022-12-31"}, {"repealed"}),
        ({"made": "2020-01-01", "valid_to": "2022-12-30"}, set()),
        ({"made": "2020-01-01", "valid_to": "9999-12-31"}, {"in_force"}),
    ],
)
def test_documents_issued_repealed_and_in_force(days, cells):
    found = two(item("a", "normative_document", days.pop("made"), count=3, **days))
    assert filled(found) == {f"normative_documents/{column}": 3 for column in cells}


def test_a_document_whose_time_ran_out_is_noted():
    found = two(
        item("a", "rules", "2020-01-01", valid_to="2023-06-30"),
        item("b", "rules", "2020-01-01", repealed_on="2023-06-30"),
    )
    assert filled(found) == {"rules/repealed": 2}
    assert [note.zh[:9] for note in found.notes] == ["有效期届满的文件1"]


def test_decisions_are_added_up_and_charges_are_in_ten_thousand_yuan():
    found = two(
        item("a", "penalty_decision", "2023-01-31", count=12),
        item("b", "penalty_decision", "2023-02-28", count=30),
        item("c", "penalty_decision", "2022-12-31", count=99),
        item("d", "charges", "2023-03-31", amount="123456.78"),
        item("e", "charges", "2023-04-30", amount="0.22"),
        item("f", "procurement", "2023-04-30", amount="5"),
        item("g", "other", None),
    )
    assert filled(found) == {"penalties/decisions": 42, "fees/amount": Decimal("12.3457")}
    amount = found.statistics.proactive["fees", "amount"]
    assert (amount.text, amount.unit) == ("12.3457", "万元")
    assert found.entries("proactive", "penalties", "decisions") == ("a", "b")
    assert found.entries("proactive", "fees", "amount") == ("d", "e")
    assert found.uncounted == ()


def test_the_form_of_2019_counts_what_was_disclosed_and_how_lists_changed():
    found = two(
        item("a", "normative_document", "2020-03-01", published_on="2020-03-09"),
        item("b", "normative_document", "2019-12-01", published_on="2020-01-09"),
        item("c", "normative_document", "2020-12-20", published_on="2021-01-09"),
        item("d", "licence_matter", "2018-01-01", count=40),
        item("e", "licence_matter", "2018-01-01", count=2, repealed_on="2020-05-01"),
        item("f", "licence_matter", "2020-05-01", count=2),
        item("g", "charge_matter", "2018-01-01", repealed_on="2020-05-01"),
        item("h", "licence_decision", "2020-05-01", count=7),
        item("i", "procurement", "2020-05-01", amount="1605964"),
        item("j", "procurement", "2020-06-01", amount="0.5"),
        item("k", "charges", "2020-06-01", amount="8"),
        year=2020,
    )
    assert filled(found) == {
        "normative_documents/made": 2,
        "normative_documents/disclosed": 2,
        "normative_documents/total_disclosed": 2,
        "licences/previous": 42,
        "licences/decisions": 7,
        "fees/previous": 1,
        "fees/change": -1,
        "procurement/projects": 2,
        "procurement/amount": Decimal("1605964.5"),
    }
    grid = found.statistics.proactive
    assert (grid["procurement", "amount"].text, grid["procurement", "amount"].unit) == ("1605964.5元", "元")
    # What was added and what was taken away are equal, and both stand behind the 0.
    assert found.entries("proactive", "licences", "change") == ("e", "f")


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        (item("a", "rules", None), "no_making_day"),
        (item("a", "penalty_decision", None), "no_making_day"),
        (item("a", "rules", "2023-05-01", repealed_on="2023-04-01"), "ended_before_made"),
        (item("a", "charges", "2023-05-01"), "no_amount"),
        (item("a", "charges", "2023-05-01", amount="NaN"), "no_amount"),
        (item("a", "charges", "2023-05-01", amount="-5"), "negative_amount"),
        (item("a", "charges", None, amount="5"), "no_making_day"),
        (item("a", None, "2023-05-01"), "no_item_kind"),
    ],
)
def test_an_item_that_cannot_be_counted_is_said_with_its_reason(entry, reason):
    found = two(entry, item("b", "other", "2023-01-01"))
    assert [(one.entry, one.reason.value) for one in found.uncounted] == [("a", reason)]
    assert filled(found) == {}


def test_a_catalogue_without_kinds_is_no_table_of_zeros():
    found = two(item("a", None, "2023-05-01"), item("b", None, "2023-06-01", published_on="2023-06-02"))
    assert (found.statistics.proactive, found.uncounted) == (None, ())
    assert "种类" in found.notes[0].zh
    assert found.facts.published == ("b",)


@pytest.mark.parametrize("edition", list(ROWS))
def test_every_row_of_table_two_is_counted_from_some_kind_of_item(edition):
    year = 2020 if edition is Edition.UNIFIED_2019 else 2023
    form = two(year=year).statistics.proactive.form
    assert {row for row, _ in ROWS[edition].values()} == {row.key for row in form.rows}
    days = {"published_on": f"{year}-05-02", "repealed_on": f"{year}-11-01"}
    old = {"published_on": f"{year - 1}-05-02"}
    entries = [item(f"{kind.value} new", kind.value, f"{year}-05-01", amount="30000", **days) for kind in ItemKind]
    entries += [
        item(f"{kind.value} old", kind.value, f"{year - 1}-05-01", **old)
        for kind in ItemKind
        if "_matter" in kind.value or kind.value in {"rules", "normative_document"}
    ]
    found = two(*entries, year=year)
    assert found.uncounted == ()
    assert {(row, column) for row, column in form.cells() if found.entries("proactive", row, column)} >= {
        (row, column) for row, column in form.cells() if column != "change"
    }
