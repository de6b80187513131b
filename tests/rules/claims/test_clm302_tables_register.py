import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.registers import registers
from tests.rules.asking import ODD_YEARS, ask, verdicts
from tests.rules.building import department, report
from tests.rules.claims.books import CASES, LOST, REQUESTS, compiled, register, request, with_cell

from govdisclosure.model.edition import Edition
from govdisclosure.model.forms import TableName
from govdisclosure.model.register import Register
from govdisclosure.model.request import RequestEvent, RequestEventKind
from govdisclosure.register.tables.compiling import compile as compiled_of
from govdisclosure.rules.claims.clm302_tables_register import RULE
from govdisclosure.rules.outcome import Kind, Level


@pytest.mark.parametrize("edition", [Edition.UNIFIED_2019, Edition.UNIFIED_2021])
def test_tables_compiled_from_the_register_agree_with_it(edition):
    found = ask(RULE, compiled(edition=edition), register=register())
    assert [(one.kind, one.subject) for one in found] == [(Kind.PASS, "requests"), (Kind.PASS, "remedies")]
    assert found[1].facts["compared"] == 15


def test_a_cell_that_differs_is_a_fault_with_both_figures_and_the_entries():
    wrong = with_cell(compiled(), "requests", "denied.state_secret", "commercial", 4)
    found = {one.subject: one for one in ask(RULE, wrong, register=register())}
    fault = found["requests:denied.state_secret:commercial"]
    assert (fault.kind, fault.level) == (Kind.FAIL, Level.ERROR)
    assert (fault.facts["printed"], fault.facts["expected"], fault.facts["entries"]) == (4, 1, ["R3"])
    assert fault.at.cell.row == "denied.state_secret"
    assert fault.message.zh.startswith("4与1：")
    assert "R3" in fault.message.zh
    assert set(found) == {"requests:denied.state_secret:commercial", "remedies"}


def test_a_case_that_the_table_does_not_count_is_told_by_its_number():
    wrong = with_cell(compiled(), "remedies", "reconsideration", "pending", 0)
    fault = next(one for one in ask(RULE, wrong, register=register()) if one.kind is Kind.FAIL)
    assert (fault.subject, fault.facts["entries"]) == ("remedies:reconsideration:pending", ["F2"])


def test_entries_that_could_not_be_counted_leave_a_difference_to_a_person():
    nobody = request("R9", "2023-05-01", "2023-05-09", kind=None)
    kept = register(requests=(*REQUESTS, nobody))
    wrong = with_cell(compiled(), "requests", "received", "natural_person", 9)
    found = {one.subject: one for one in ask(RULE, wrong, register=kept)}
    one = found["requests:received:natural_person"]
    assert (one.kind, one.facts["uncounted"]) == (Kind.REVIEW, 1)
    assert "另有1条不能计入（R9）" in one.message.zh
    # Tables that agree with the rest are not clean either.
    same = {one.subject: one for one in ask(RULE, compiled(), register=kept)}
    assert (same["requests"].kind, same["requests"].facts["uncounted_entries"]) == (Kind.REVIEW, ["R9"])
    assert same["remedies"].kind is Kind.PASS


def test_rows_that_could_not_be_read_leave_it_to_a_person():
    assert set(verdicts(RULE, compiled(), register=register(faults=(LOST,))).values()) == {"review"}
    kept_row = attrs.evolve(LOST, kept=True)
    assert set(verdicts(RULE, compiled(), register=register(faults=(kept_row,))).values()) == {"pass"}


def test_a_difference_that_an_inferred_row_may_explain_is_for_a_person_and_a_greater_one_is_not():
    gone = RequestEvent(kind=RequestEventKind.WITHDRAWN, on=REQUESTS[3].events[0].on)
    kept = register(requests=(*REQUESTS[:3], attrs.evolve(REQUESTS[3], events=(*REQUESTS[3].events, gone))))
    stated = {(row, column): kind for row, column, kind in (("total", "total", "review"),)}
    found = verdicts(RULE, compiled(), register=kept)
    assert found["requests:total:total"] == stated["total", "total"]
    assert found["requests:carried_out:total"] == "review"
    far = with_cell(compiled(), "requests", "granted", "total", 9)
    assert verdicts(RULE, far, register=kept)["requests:granted:total"] == "fail"


def test_a_register_that_begins_in_the_year_may_lack_what_was_carried_in():
    young = register(requests=REQUESTS[1:], cases=CASES[1:])
    found = verdicts(RULE, compiled(), register=young)
    assert found["requests:carried_in:total"] == found["remedies:reconsideration:upheld"] == "review"
    few = with_cell(compiled(), "requests", "received", "total", 0)
    assert verdicts(RULE, few, register=young)["requests:received:total"] == "fail"


def test_cells_that_were_not_read_are_open():
    blank = with_cell(compiled(), "requests", "granted", "natural_person", "")
    found = {one.subject: one for one in ask(RULE, blank, register=register())}
    assert (found["requests:unread"].kind, found["requests:unread"].facts["cells"]) == (Kind.OPEN, 1)
    assert found["requests"].kind is Kind.PASS
    zero = verdicts(RULE, blank, blank_is="zero", register=register())
    assert zero["requests:granted:natural_person"] == "review"


@pytest.mark.parametrize("kept", [register(requests=None), register(cases=None)])
def test_a_table_without_entries_is_not_compared(kept):
    assert sorted(verdicts(RULE, compiled(), register=kept).values()) == ["notApplicable", "pass"]


def test_a_table_that_was_not_read_is_open():
    bare = report(year=2023, edition=Edition.UNIFIED_2021)
    assert verdicts(RULE, bare, register=register()) == {"requests": "open", "remedies": "open"}


@pytest.mark.parametrize(
    ("year", "agency", "kind"),
    [
        (2021, department(), "notApplicable"),
        (2025, department(), "notApplicable"),
        (2023, department("白河县教育局", region="白河县"), "notApplicable"),
        (None, department(), "open"),
    ],
)
def test_another_year_or_organ_is_not_compared(year, agency, kind):
    asked = attrs.evolve(compiled(), year=year, agency=agency)
    assert verdicts(RULE, asked, register=register()) == {"register": kind}


def test_an_organ_by_another_name_is_for_a_person():
    asked = attrs.evolve(compiled(), agency=department("青石县水利水务局"))
    assert set(verdicts(RULE, asked, register=register()).values()) == {"review"}


@pytest.mark.parametrize("year", ODD_YEARS)
def test_odd_years_give_no_fault(year):
    asked = attrs.evolve(compiled(), year=year)
    assert "fail" not in verdicts(RULE, asked, register=register()).values()


def test_a_report_before_the_forms_is_not_asked():
    assert verdicts(RULE, report(year=2012), register=register()) == {"edition": "notApplicable"}


@settings(max_examples=15, deadline=None)
@given(st.data())
def test_any_register_agrees_with_its_own_tables_and_taking_an_entry_away_shows(data):
    kept = data.draw(registers())
    found = compiled_of(kept.requests, kept.cases, None, kept.year)
    made = report(year=kept.year, edition=found.edition, statistics=found.statistics)
    held = Register(requests=kept.requests, cases=kept.cases)
    assert not {"fail", "review", "open"} & set(verdicts(RULE, made, register=held).values())
    for n, one in enumerate(kept.requests):
        behind = [
            cell
            for cell in found.statistics.requests.form.cells()
            if one.id in found.entries(TableName.REQUESTS, *cell)
        ]
        less = attrs.evolve(held, requests=(*kept.requests[:n], *kept.requests[n + 1 :]))
        if less.requests and "register" not in (said := verdicts(RULE, made, register=less)):
            differing = {tuple(key.split(":")[1:]) for key, kind in said.items() if key.count(":") == 2}
            assert differing == set(behind)
        break
