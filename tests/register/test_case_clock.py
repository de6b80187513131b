import attrs
import pytest
from tests.register.entries import case, day, request

from govdisclosure.errors import CalendarNotPublishedError
from govdisclosure.law.deadlines import terms
from govdisclosure.model.case import CaseEventKind as E
from govdisclosure.model.case import CaseKind, CaseResult, Contested, Procedure
from govdisclosure.register.terms.case_terms import CASE_TERMS
from govdisclosure.register.terms.cases import case_deadline, case_deadlines, met_on

DIRECT, AFTER = CaseKind.LITIGATION_DIRECT, CaseKind.LITIGATION_AFTER_RECONSIDERATION


def due(*said, kind=CaseKind.RECONSIDERATION, asked=None, prior=None, as_of=None, **values):
    values.setdefault("procedure", Procedure.NORMAL)
    found = case_deadlines(case(*said, kind=kind, **values), asked, prior=prior, as_of=as_of)
    return {receipt.name: str(receipt.due_on) for receipt in found}


def test_every_term_of_the_table_is_one_of_the_law():
    named = [name for row in CASE_TERMS for name in (row.name, row.simplified) if name]
    assert set(named) <= set(terms())
    assert len(named) == len(set(named))


def test_a_reconsideration_of_2026():
    said = [("filed", "2026-03-02"), ("accepted", "2026-03-06"), ("served", "2026-03-10")]
    assert due(*said, known_on=day("2026-02-02")) == {
        "reconsideration.apply": "2026-04-03",
        "reconsideration.accept": "2026-03-09",
        "reconsideration.copy": "2026-03-17",
        "reconsideration.answer": "2026-03-24",
        "reconsideration.decide": "2026-05-06",
    }


def test_the_simplified_procedure_is_shorter_since_2024():
    said = [("filed", "2026-03-02"), ("accepted", "2026-03-06"), ("served", "2026-03-10")]
    found = due(*said, procedure=Procedure.SIMPLIFIED)
    assert found["reconsideration.simplified.answer"] == "2026-03-17"
    assert found["reconsideration.simplified.copy"] == "2026-03-11"
    assert found["reconsideration.simplified.decide"] == "2026-04-07"
    assert "reconsideration.decide" not in found


def test_the_respondent_had_ten_calendar_days_before_2024():
    assert due(("served", "2023-03-10"))["reconsideration.answer"] == "2023-03-20"
    assert due(("served", "2024-03-11"))["reconsideration.answer"] == "2024-03-25"


def test_a_supplement_moves_acceptance_and_has_a_term():
    said = [("filed", "2026-03-02"), ("supplement_asked", "2026-03-04")]
    found = due(*said)
    assert (found["reconsideration.supplement.notice"], found["reconsideration.supplement"]) == (
        "2026-03-09",
        "2026-03-18",
    )
    assert due(*said, ("supplemented", "2026-03-10"))["reconsideration.accept"] == "2026-03-17"
    assert "reconsideration.supplement.notice" not in due(said[0])


def test_silence_counts_as_acceptance_so_the_term_to_decide_runs_from_filing():
    assert due(("filed", "2026-03-02"))["reconsideration.decide"] == "2026-05-06"


def test_suspension_and_extension_move_the_decision():
    said = [("filed", "2026-03-02"), ("accepted", "2026-03-02")]
    assert due(*said)["reconsideration.decide"] == "2026-05-06"
    assert due(*said, ("extended", "2026-04-20", {"days": 30}))["reconsideration.decide"] == "2026-06-01"
    stopped = [*said, ("suspended", "2026-03-10"), ("resumed", "2026-03-20")]
    assert due(*stopped)["reconsideration.decide"] == "2026-05-11"
    receipt = case_deadline(case(*stopped[:3], procedure=Procedure.NORMAL), E.DECIDED, as_of=day("2026-03-15"))
    assert str(receipt.due_on) >= "2026-05-06"


def test_an_act_that_did_not_tell_of_the_remedy_leaves_a_year():
    assert (
        due(("filed", "2026-03-02"), known_on=day("2025-03-03"), told=False)["reconsideration.untold"] == "2026-03-03"
    )
    assert due(kind=DIRECT, known_on=day("2025-03-03"), told=False) == {"litigation.untold": "2026-03-03"}
    assert due(kind=DIRECT, known_on=day("2025-03-03")) == {"litigation.direct": "2025-09-03"}
    assert due(kind=DIRECT, act_on=day("2014-03-03")) == {"litigation.direct": "2014-06-03"}


def test_of_silence_the_term_runs_from_the_end_of_the_term_for_the_reply():
    asked = request(("received", "2025-03-03"))
    found = due(kind=DIRECT, contested=Contested.SILENCE, asked=asked)
    assert found == {"litigation.inaction": "2025-09-30"}
    assert due(contested=Contested.SILENCE, asked=asked) == {"reconsideration.apply": "2025-05-30"}
    assert due(contested=Contested.SILENCE) == {}
    assert due(contested=Contested.SILENCE, asked=request()) == {}


def test_a_suit_after_reconsideration_runs_from_its_decision():
    prior = case(("filed", "2026-03-02"), ("decided", "2026-04-02", {"result": CaseResult.UPHELD}))
    assert due(kind=AFTER, prior=prior) == {"litigation.after_reconsideration": "2026-04-17"}
    assert due(kind=AFTER) == {}


def test_a_suit_and_its_appeal():
    said = [("filed", "2025-03-03"), ("accepted", "2025-03-07"), ("served", "2025-03-10"), ("decided", "2025-05-06")]
    assert due(*said, ("appealed", "2025-05-15"), kind=DIRECT) == {
        "litigation.docket": "2025-03-10",
        "litigation.serve": "2025-03-12",
        "litigation.answer": "2025-03-25",
        "litigation.first_instance": "2025-09-08",
        "litigation.appeal": "2025-05-21",
        "litigation.second_instance": "2025-08-15",
    }
    simple = due(*said, kind=DIRECT, procedure=Procedure.SIMPLIFIED)
    assert simple["litigation.simplified.first_instance"] == "2025-04-21"


def test_what_the_law_of_the_day_did_not_set_is_left_out():
    said = [("filed", "2020-03-02"), ("supplement_asked", "2020-03-04")]
    assert "reconsideration.supplement" not in due(*said)
    assert due(*said, kind=None) == {}


def test_the_day_asked_about_leaves_later_steps_aside():
    said = [("filed", "2026-03-02"), ("accepted", "2026-03-06")]
    assert "reconsideration.copy" not in due(*said, as_of=day("2026-03-05"))


def test_a_year_that_is_not_announced_is_an_error_unless_provisional():
    said = case(("filed", "2026-10-12"), ("accepted", "2026-10-12"), kind=DIRECT)
    with pytest.raises(CalendarNotPublishedError):
        case_deadlines(said)
    found = {one.name: one.provisional for one in case_deadlines(said, provisional=True)}
    assert found == {"litigation.docket": False, "litigation.serve": False, "litigation.first_instance": True}


def test_what_meets_a_term():
    said = case(("filed", "2026-03-02"), ("accepted", "2026-03-06"), ("answered", None))
    assert met_on(said, "reconsideration.accept") == (True, day("2026-03-06"))
    dated = attrs.evolve(said, events=said.events[:2])
    assert met_on(dated, "reconsideration.accept", day("2026-03-05")) == (False, None)
    assert met_on(dated, "reconsideration.supplement") == (True, None)
    assert met_on(said, "reconsideration.simplified.answer") == (True, None)
    assert met_on(said, "reconsideration.apply") == (True, day("2026-03-02"))
    assert met_on(attrs.evolve(said, events=()), "reconsideration.apply") == (False, None)
    assert {row.met_by for row in CASE_TERMS} <= set(E)


def test_a_procedure_that_is_not_recorded_is_read_both_ways_the_safe_one_first():
    said = case(("filed", "2026-03-02"), ("accepted", "2026-03-06"), ("served", "2026-03-10"))
    receipt = case_deadline(said, E.ANSWERED)
    assert (receipt.name, str(receipt.due_on), str(receipt.latest_on)) == (
        "reconsideration.answer",
        "2026-03-17",
        "2026-03-24",
    )
    assert [one.zh[:4] for one in receipt.readings] == ["简易程序", "普通程序"]
    assert receipt.due_on == receipt.readings[0].due_on
    assert "登记没有写明程序" in receipt.steps[-1].zh
    # Before 2024 there was one procedure alone.
    assert len(case_deadline(case(("served", "2023-03-10")), E.ANSWERED).readings) == 1


def test_an_extension_without_its_days_is_read_as_none_and_as_what_the_law_of_the_day_allows():
    said = [("filed", "2026-03-02"), ("accepted", "2026-03-02")]

    def decided(*extended, procedure=Procedure.NORMAL, **asked):
        receipt = case_deadline(case(*said, *extended, procedure=procedure), E.DECIDED, **asked)
        return str(receipt.due_on), str(receipt.latest_on)

    assert decided(("extended", "2026-04-20")) == ("2026-05-06", "2026-06-01")
    assert decided(("extended", "2026-04-20", {"days": 10})) == ("2026-05-11", "2026-05-11")
    beyond = ("extended", "2026-04-20", {"days": 60})
    assert decided(beyond) == ("2026-06-01", "2026-06-30")
    assert decided(beyond, lawful=True) == ("2026-06-01", "2026-06-01")
    # The simplified procedure knows no extension: what was extended is heard in the normal one.
    assert decided(("extended", "2026-04-20", {"days": 10}), procedure=Procedure.SIMPLIFIED) == (
        "2026-04-01",
        "2026-05-11",
    )


def test_acceptance_has_no_term_while_a_supplement_is_awaited():
    said = [("filed", "2026-03-02"), ("supplement_asked", "2026-03-04")]
    assert {"reconsideration.accept", "reconsideration.decide"}.isdisjoint(due(*said))
    assert case_deadline(case(*said), E.ACCEPTED, as_of=day("2026-03-03")) is not None


def test_a_decision_that_did_not_tell_of_the_suit_leaves_a_year_too():
    prior = case(("filed", "2024-03-01"), ("decided", "2024-04-02", {"result": CaseResult.UPHELD}))
    assert due(kind=AFTER, prior=prior, told=False) == {"litigation.untold": "2025-04-02"}
    # Where no law set a longer term, the usual one is left.
    assert due(("filed", "2009-06-01"), told=False, known_on=day("2009-05-04"))["reconsideration.apply"]
