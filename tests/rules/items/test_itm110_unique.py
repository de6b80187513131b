import time

from tests.rules.items.catalogues import ask, good, item, lawful, only, verdicts

from govdisclosure.model.register import Catalogue
from govdisclosure.rules.entries import EntriesQuestion
from govdisclosure.rules.items.itm110_unique import RULE, check
from govdisclosure.rules.outcome import Kind, Level


def test_a_lawful_catalogue_passes():
    (found,) = ask(RULE, *lawful().items)
    assert (found.kind, found.facts["entries"]) == (Kind.PASS, 3)


def test_a_number_given_twice_is_one_finding_with_its_rows():
    fault = only(ask(RULE, good(), good("A2"), item("A2", title="公告", at=good("A7").at)), Kind.FAIL)
    assert (fault.entry, fault.level) == ("A2", Level.WARNING)
    assert fault.facts == {"entries": 2, "rows": [3, 8], "same_document": False}


def test_the_same_row_twice_is_told():
    fault = only(ask(RULE, good(), good()), Kind.FAIL)
    assert fault.facts["same_document"] is True


def test_one_document_under_two_numbers_is_for_a_person():
    alike = {"title": "通 知", "document_number": "青水〔2024〕1号", "producer": "青石县水利局"}
    found = ask(RULE, good(**alike), good("A2", **{**alike, "document_number": "青水[2024]１号", "title": "通知"}))
    assert only(found, Kind.REVIEW).facts["ids"] == ["A1", "A2"]


def test_what_is_not_the_same_document():
    same = {"title": "行政处罚决定书", "document_number": None}
    assert verdicts(RULE, good(**same), good("A2", **same)) == {"unique": "pass"}
    other = {"title": "通知", "document_number": "1号"}
    assert verdicts(RULE, good(**other), good("A2", **other, producer="青石县教育局")) == {"unique": "pass"}


def test_items_without_a_number_are_left_to_another_rule():
    assert verdicts(RULE, item(""), item("")) == {"unique": Kind.NOT_APPLICABLE.value}


def test_a_number_that_all_rows_have_takes_no_longer():
    asked = EntriesQuestion(catalogue=Catalogue(items=tuple(item("A1") for _ in range(60_000))))
    begin = time.perf_counter()
    assert [finding.facts["entries"] for finding in check(asked)] == [60_000]
    assert time.perf_counter() - begin < 5
