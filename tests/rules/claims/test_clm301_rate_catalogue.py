import attrs
import pytest
from tests.rules.asking import ODD_YEARS, ask, verdicts
from tests.rules.building import claim, department, mention, report
from tests.rules.claims.books import catalogue, document

from govdisclosure.model.item import Exemption, Publicity
from govdisclosure.model.report import ClaimKind, ClaimScope, Edition
from govdisclosure.rules.claims.clm301_rate_catalogue import RULE
from govdisclosure.rules.outcome import Kind, Level

OUT = tuple(document(f"A{n}", "2023-03-01", "2023-03-08") for n in range(1, 4))
MISSING = document("A4", "2023-05-04")
OLD = document("A0", "2021-05-04")
HELD = document("A5", "2023-05-04", kind=None, publicity=Publicity.WITHHELD, ground=Exemption.STATE_SECRET)


def stated(value="1", printed="100%", text="政府信息公开率{}。", **fields):
    words = text.format(printed)
    made = claim(words, printed, ClaimKind.DISCLOSURE_RATE, value, printed=printed, **fields)
    return report(words, year=2023, edition=Edition.UNIFIED_2021, claims=(made,))


def test_a_full_rate_that_the_catalogue_bears_out_agrees():
    found = ask(RULE, stated(), items=catalogue(items=(OLD, *OUT)))
    assert [(one.kind, one.facts["numerator"], one.facts["denominator"]) for one in found] == [(Kind.PASS, 3, 3)]


def test_a_full_rate_beside_missing_items_is_a_fault_that_names_them():
    (fault,) = ask(RULE, stated(), items=catalogue(items=(*OUT, MISSING)))
    assert (fault.kind, fault.level, fault.facts["missing"]) == (Kind.FAIL, Level.WARNING, ["A4"])
    assert (fault.facts["numerator"], fault.facts["denominator"], fault.facts["rate"]) == (3, 4, "0.75")
    assert fault.message.zh.startswith("100%与75%")
    assert "A4" in fault.message.zh


@pytest.mark.parametrize(
    ("value", "printed", "kind"),
    [("0.75", "75%", "pass"), ("0.6", "60%", "pass"), ("0.751", "75.1%", "review"), ("0.98", "98%", "review")],
)
def test_another_rate_agrees_in_any_lawful_sense_and_is_else_for_a_person(value, printed, kind):
    kept = catalogue(items=(*OUT, MISSING, HELD))  # 3 of 4 due, 3 of 5 in all
    assert verdicts(RULE, stated(value, printed), items=kept) == {"rate:1": kind}


def test_what_was_published_before_the_report_appeared_is_not_held_against_it():
    late = document("A6", "2023-12-01", "2024-01-10")
    text = "政府信息公开率100%。2024年1月20日"
    made = claim(text, "100%", ClaimKind.DISCLOSURE_RATE, "1", printed="100%")
    day = mention(text, "2024年1月20日", 2024, 1, 20)
    asked = report(text, year=2023, edition=Edition.UNIFIED_2021, claims=(made,), published=day)
    assert verdicts(RULE, asked, items=catalogue(items=(*OUT, late))) == {"rate:1": "pass"}
    never = attrs.evolve(late, published_on=None)
    assert verdicts(RULE, asked, items=catalogue(items=(*OUT, never))) == {"rate:1": "fail"}


def test_a_change_after_the_year_moves_no_item_out_of_it():
    changed = attrs.evolve(MISSING, changed_on=OUT[0].made_on.replace(year=2024))
    (fault,) = ask(RULE, stated(), items=catalogue(items=(*OUT, changed)))
    assert (fault.kind, fault.facts["missing"]) == (Kind.FAIL, ["A4"])


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        (stated(scope=ClaimScope.UNCLEAR), catalogue(items=(*OUT, MISSING))),
        (stated(text="除涉密信息外，公开率{}。"), catalogue(items=(*OUT, MISSING))),
        (stated(), catalogue(items=(*OUT, attrs.evolve(MISSING, publicity=None)))),
        (stated(), catalogue(items=(*OUT, MISSING), agency=department("青石县水利水务局"))),
    ],
)
def test_a_doubt_leaves_it_to_a_person(asked, kept):
    assert verdicts(RULE, asked, items=kept) == {"rate:1": "review"}


@pytest.mark.parametrize(
    "asked",
    [
        stated(text="申请公开率{}。"),
        stated(text="部门预算公开率{}。"),
        stated(text="到2025年，公开率达到{}。"),
        stated(scope=ClaimScope.PART),
        stated(approximate=True),
        report("", year=2023, edition=Edition.UNIFIED_2021),
    ],
)
def test_rates_of_other_things_are_not_compared(asked):
    assert verdicts(RULE, asked, items=catalogue(items=(*OUT, MISSING))) == {"claims": "notApplicable"}


def test_a_catalogue_without_items_of_the_year_leaves_it_open():
    kept = catalogue(items=(OLD, document("A9", "2024-05-04")))
    assert verdicts(RULE, stated(), items=kept) == {"rate:1": "open"}


@pytest.mark.parametrize(
    ("value", "fields", "found"),
    [
        (3, {}, {"published:1": "pass"}),
        (42, {}, {"published:1": "pass"}),  # entries that stand for several
        (7, {}, {"published:1": "review"}),
        (7, {"whole": False}, {"claims": "notApplicable"}),
        (7, {"scope": ClaimScope.UNCLEAR}, {"claims": "notApplicable"}),
    ],
)
def test_the_number_of_items_published(value, fields, found):
    text = f"主动公开政府信息{value}条。"
    made = claim(text, str(value), ClaimKind.ITEMS_PUBLISHED, value, **{"printed": str(value), "whole": True, **fields})
    asked = report(text, year=2023, edition=Edition.UNIFIED_2021, claims=(made,))
    kept = catalogue(items=(OLD, *OUT[:2], attrs.evolve(OUT[2], count=40), MISSING))
    assert verdicts(RULE, asked, items=kept) == found


@pytest.mark.parametrize("year", ODD_YEARS)
def test_odd_years_give_no_fault(year):
    asked = attrs.evolve(stated(), year=year)
    assert "fail" not in verdicts(RULE, asked, items=catalogue(items=(*OUT, MISSING))).values()
