import pytest
from tests.register.entries import case, day, request

from govdisclosure.errors import NotInForceError, UndeterminedError, UsageError
from govdisclosure.model.case import CaseKind
from govdisclosure.model.item import Item, Publicity
from govdisclosure.model.register import Catalogue, Register
from govdisclosure.register.open_terms import item_deadline, open_deadlines

AS_OF = day("2026-03-20")


def left(*entries, as_of=AS_OF, items=(), **values):
    requests = tuple(one for one in entries if hasattr(one, "applicant"))
    cases = tuple(one for one in entries if not hasattr(one, "applicant"))
    register = Register(requests=requests, cases=cases)
    found = open_deadlines(register, as_of, catalogue=Catalogue(items=items), **values)
    return [(one.id, one.kind, one.receipt and str(one.receipt.due_on)) for one in found]


def test_what_is_done_is_not_open():
    assert left(request(("received", "2026-03-02"), ("replied", "2026-03-05"))) == []
    assert left(request(("received", "2026-03-02"), ("replied", None))) == []
    assert left(request(("received", "2026-03-02"), ("withdrawn", "2026-03-05"))) == []
    assert left(request(("received", "2026-03-02"), ("replied", "2026-03-23"))) == [("1", "reply", "2026-03-30")]
    assert left(request(("received", "2026-03-23"))) == []
    assert left(request()) == []


def test_what_is_out_has_a_term_of_its_own():
    said = [("received", "2026-03-02"), ("third_party_consulted", "2026-03-05"), ("co_maker_consulted", "2026-03-06")]
    assert left(request(*said)) == [
        ("1", "third_party", "2026-03-26"),
        ("1", "co_maker", "2026-03-27"),
        ("1", "reply", "2026-04-15"),
    ]
    said = [("received", "2026-03-02"), ("fee_noticed", "2026-03-05")]
    assert ("1", "fee_payment", "2026-04-02") in left(request(*said))


def test_a_consultation_of_the_old_law_has_no_term_and_is_no_problem():
    said = [("received", "2016-03-02"), ("third_party_consulted", "2016-03-05")]
    found = open_deadlines(Register(requests=(request(*said),)), day("2016-03-20"))
    assert [(one.kind, one.problem) for one in found] == [("reply", None)]


def test_what_cannot_be_computed_is_listed_last_with_the_reason():
    found = open_deadlines(
        Register(requests=(request(("submitted", "2026-03-01")), request(("received", "2026-03-02"), number="2"))),
        AS_OF,
    )
    assert [one.id for one in found] == ["2", "1"]
    assert isinstance(found[1].problem, UndeterminedError)
    assert found[1].receipt is None


def test_cases_have_what_is_not_done_of_them():
    said = [("filed", "2026-03-02"), ("accepted", "2026-03-06"), ("served", "2026-03-10")]
    assert left(case(*said)) == [
        ("c1", "reconsideration.answer", "2026-03-24"),
        ("c1", "reconsideration.decide", "2026-05-06"),
    ]
    assert left(case(*said, ("answered", "2026-03-12"), ("decided", "2026-03-19"))) == []
    direct = CaseKind.LITIGATION_DIRECT
    assert left(case(*said, ("decided", "2026-03-19"), kind=direct)) == [("c1", "litigation.appeal", "2026-04-03")]
    assert left(case(*said, ("decided", "2026-03-19"), kind=direct), as_of=day("2026-04-07")) == []
    assert left(case()) == []


def test_a_step_that_others_show_to_be_past_is_not_open():
    assert left(case(("filed", "2026-03-02"), ("served", "2026-03-10"))) == [
        ("c1", "reconsideration.answer", "2026-03-24"),
        ("c1", "reconsideration.decide", "2026-05-06"),
    ]
    served = case(("served", "2026-03-10"), known_on=day("2026-02-02"))
    assert left(served) == [("c1", "reconsideration.answer", "2026-03-24")]


def test_a_case_beyond_the_calendar_is_listed_or_provisional():
    suit = case(("filed", "2026-10-12"), ("accepted", "2026-10-12"), kind=CaseKind.LITIGATION_DIRECT)
    as_of = day("2026-10-13")
    assert left(suit, as_of=as_of) == [("c1", "case", None)]
    assert [kind for _, kind, _ in left(suit, as_of=as_of, provisional=True)] == [
        "litigation.serve",
        "litigation.first_instance",
    ]


def test_items_that_are_to_be_published_are_open():
    made = day("2026-03-02")
    proactive = Item(id="a", publicity=Publicity.PROACTIVE, made_on=made)
    others = (
        Item(id="b", publicity=Publicity.PROACTIVE, made_on=made, published_on=day("2026-03-09")),
        Item(id="c", publicity=Publicity.ON_REQUEST, made_on=made),
        Item(id="d", made_on=made),
        Item(id="e", publicity=Publicity.PROACTIVE, made_on=day("2026-03-23")),
    )
    assert left(items=(proactive, *others)) == [("a", "publication", "2026-03-30")]
    assert left(items=(Item(id="f", publicity=Publicity.PROACTIVE),)) == [("f", "publication", None)]


def test_an_item_that_was_changed_has_a_reading_from_the_change():
    item = Item(id="a", made_on=day("2026-03-02"), changed_on=day("2026-03-09"))
    receipt = item_deadline(item)
    assert [str(reading.due_on) for reading in receipt.readings] == ["2026-03-30", "2026-04-07"]
    assert "变更" in receipt.readings[1].zh
    assert "变更" not in receipt.readings[0].zh
    assert str(item_deadline(Item(id="a", changed_on=day("2026-03-09"))).due_on) == "2026-04-07"
    with pytest.raises(UndeterminedError, match="生成日期"):
        item_deadline(Item(id="a"))
    with pytest.raises(NotInForceError):
        item_deadline(Item(id="a", made_on=day("2008-04-30")))


def test_the_day_is_a_day():
    with pytest.raises(UsageError, match="a day is a date"):
        open_deadlines(Register(), "2026-03-20")
