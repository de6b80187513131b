import pytest
from tests.register.entries import case, day

from govdisclosure.errors import IllegalEventError
from govdisclosure.model.case import CaseEventKind, CaseKind
from govdisclosure.register.states.cases import _MACHINE as MACHINE
from govdisclosure.register.states.cases import CASE_TRANSITIONS, CaseState, advance_case, replay_case
from govdisclosure.register.states.names import name_of
from govdisclosure.register.states.transitions import Track, diagram

E, S = CaseEventKind, CaseState
DAYS = [day("1995-06-01"), day("2003-06-02"), day("2010-06-01"), day("2016-06-01"), day("2025-06-03")]
DIRECT = CaseKind.LITIGATION_DIRECT


@pytest.mark.parametrize("row", CASE_TRANSITIONS, ids=lambda row: f"{row.track}-{row.state}-{row.event}-{row.cite}")
def test_every_row_is_taken_on_some_day(row):
    assert any(MACHINE.find(row.state, row.event, days=(on,), track=row.track) == row for on in DAYS)
    assert row.cite is None or row.citation.key == row.cite


def test_every_event_and_every_state_has_rows_and_names():
    assert {row.event for row in CASE_TRANSITIONS} == set(E)
    assert {row.state for row in CASE_TRANSITIONS} | {row.to for row in CASE_TRANSITIONS} == set(S)
    for what in (*E, *S):
        assert name_of(what, "zh") != name_of(what, "en")
    assert diagram(CASE_TRANSITIONS).startswith("stateDiagram-v2\n")


@pytest.mark.parametrize(
    ("kind", "said", "faults"),
    [
        (None, [("filed", "2026-03-02"), ("decided", "2026-03-09")], []),
        (None, [("filed", "2026-03-02"), ("answered", "2026-03-09"), ("decided", "2026-04-09")], []),
        (CaseKind.RECONSIDERATION, [("decided", "2026-03-09")], [("illegal", 0)]),
        (
            CaseKind.RECONSIDERATION,
            [("filed", "2026-03-02"), ("decided", "2026-03-09"), ("appealed", "2026-03-12")],
            [("after_closing", 2)],
        ),
        (DIRECT, [("filed", "2026-03-02"), ("decided", "2026-03-09"), ("appealed", "2026-03-12")], []),
        (DIRECT, [("filed", "2026-03-02"), ("appealed", "2026-03-12")], [("illegal", 1)]),
        (DIRECT, [("filed", "2026-03-02"), ("resumed", "2026-03-12")], [("illegal", 1)]),
        (None, [("filed", "2026-03-02"), ("decided", "2026-03-09"), ("decided", "2026-03-12")], [("after_closing", 2)]),
        (None, [("filed", "2026-03-02"), ("decided", None)], [("undated", 1)]),
        (None, [("filed", "2026-03-02"), ("decided", "2026-03-01")], [("out_of_order", 1)]),
        (
            CaseKind.RECONSIDERATION,
            [("filed", "2026-03-02"), ("extended", "2026-03-03"), ("extended", "2026-03-04")],
            [("repeated", 2)],
        ),
        (DIRECT, [("filed", "2026-03-02"), ("extended", "2026-03-03"), ("extended", "2026-03-04")], []),
    ],
)
def test_what_a_register_gets_wrong_is_named(kind, said, faults):
    found = [(fault.kind.value, fault.index) for fault in replay_case(case(*said, kind=kind)).faults]
    assert found == faults


def test_a_whole_suit_goes_through_appeal():
    steps = [
        "filed",
        "accepted",
        "served",
        "answered",
        "suspended",
        "resumed",
        "extended",
        "decided",
        "appealed",
        "appeal_decided",
    ]
    history = replay_case(case(*[(kind, f"2026-03-{n:02}") for n, kind in enumerate(steps, 1)], kind=DIRECT))
    assert not history.faults
    assert history.state is S.CLOSED


def test_advancing_raises_and_names_the_article():
    with pytest.raises(IllegalEventError, match="第八十五条") as caught:
        advance_case(S.FILED, E.APPEALED, day("2026-03-12"), track=Track.LITIGATION)
    assert caught.value.cite == "litigation-2014:85"
    assert advance_case(S.DECIDED, E.APPEALED, day("2026-03-12"), track=Track.LITIGATION) is S.APPEALED
