import pytest
from tests.rules.items.catalogues import ask, good, item, lawful, only, verdicts

from govdisclosure.law import count_workdays
from govdisclosure.model.item import ItemKind, Publicity
from govdisclosure.rules.items.itm102_on_time import RULE
from govdisclosure.rules.outcome import Kind, Level


def test_what_was_published_in_time_passes_with_the_rate():
    (found,) = ask(RULE, *lawful().items)
    assert found.kind is Kind.PASS
    assert found.facts == {"numerator": 3, "denominator": 3, "rate": 1, "kind": "on_time_among_published"}


def test_a_late_item_is_a_fault_with_the_days_it_took():
    late = good("A2", published_on="2024-04-08")
    found = ask(RULE, good(), late)
    fault = only(found, Kind.FAIL)
    assert (fault.entry, fault.level) == ("A2", Level.ERROR)
    assert fault.facts["workdays"] == count_workdays(late.made_on, late.published_on) == 25
    assert (fault.facts["due_on"], fault.facts["term"]) == ("2024-03-29", 20)
    assert [cite.key for cite in fault.cites] == ["regulation-2019:26"]
    assert only(found, Kind.INFORMATIONAL).facts["rate"] == "0.5"


@pytest.mark.parametrize(("on", "kind"), [("2024-03-29", "pass"), ("2024-03-30", "fail")])
def test_the_last_day_is_in_time(on, kind):
    assert kind in verdicts(RULE, good(published_on=on)).values()


@pytest.mark.parametrize(
    ("made", "article"), [("2019-05-14", "regulation-2007:18"), ("2019-05-15", "regulation-2019:26")]
)
def test_the_law_is_that_of_the_day_it_was_made(made, article):
    late = item(made_on=made, published_on="2019-09-01", publicity=Publicity.PROACTIVE)
    assert [cite.key for cite in only(ask(RULE, late), Kind.FAIL).cites] == [article]


def test_the_term_of_a_changed_item_runs_from_its_change():
    assert verdicts(RULE, good(changed_on="2024-06-03", published_on="2024-06-20")) == {"rate": "pass"}
    assert verdicts(RULE, good(changed_on="2024-06-03", published_on="2024-08-20"))["A1:late"] == "fail"


@pytest.mark.parametrize(
    "fields",
    [
        {"made_on": None},
        {"changed_on": "2024-06-03"},  # published before it was changed
        {"made_on": "2031-03-02", "published_on": "2031-06-02"},
    ],
)
def test_what_cannot_be_told_is_open(fields):
    assert verdicts(RULE, good(**fields)) == {"unknown": "open"}


def test_a_year_not_announced_does_not_hide_what_was_surely_in_time():
    assert verdicts(RULE, good(made_on="2031-03-02", published_on="2031-03-20")) == {"rate": "pass"}


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"publicity": None, "duty": None, "kind": ItemKind.RULES}, "review"),
        ({"publicity": Publicity.ON_REQUEST}, None),
        ({"publicity": Publicity.WITHHELD}, None),
        ({"made_on": "2007-03-01", "published_on": "2009-03-01"}, None),
        ({"published_on": None}, None),
    ],
)
def test_of_which_items_it_is_asked(fields, kind):
    found = verdicts(RULE, good(**{"published_on": "2024-08-20", **fields}))
    assert found.get("A1:late") == kind
    assert kind is not None or found == {"rate": "notApplicable"}


def test_one_published_in_a_year_not_announced_and_surely_late_has_no_count():
    fault = only(ask(RULE, good(published_on="2031-03-20")), Kind.FAIL)
    assert fault.facts["workdays"] is None
    assert "超过20个工作日" in fault.message.zh
