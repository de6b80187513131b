import attrs
import pendulum
import pytest
from tests.register.entries import case, day, request

from govdisclosure.errors import IllegalEventError
from govdisclosure.law import Evidence, cite
from govdisclosure.model.request import Channel, RequestEvent, RequestEventKind
from govdisclosure.register.states.names import name_of
from govdisclosure.register.states.request_table import ANSWERS, CONSULTATIONS
from govdisclosure.register.states.requests import (
    TRANSITIONS,
    Consultation,
    FaultKind,
    RequestState,
    Standing,
    advance,
    diagram,
    replay,
)

E, S = RequestEventKind, RequestState
DAYS = [pendulum.Date(2010, 6, 1), pendulum.Date(2019, 6, 3), pendulum.Date(2022, 6, 1)]


def found(*said, **values):
    return [(fault.kind.value, fault.index) for fault in replay(request(*said, **values)).faults]


def standing_for(row):
    """A standing from which a row can be taken."""
    out = [Consultation(kind=ANSWERS[row.event])] if row.event in ANSWERS else []
    if row.left or (row.state is S.CONSULTING and row.event not in ANSWERS):
        out.append(Consultation(kind=E.ORGAN_CONSULTED, party="elsewhere"))
    return Standing(state=row.state, open=tuple(out))


@pytest.mark.parametrize("row", TRANSITIONS, ids=lambda row: f"{row.state}-{row.event}-{row.cite}-{row.left}")
def test_every_row_is_taken_on_some_day(row):
    from govdisclosure.register.states import requests as states  # noqa: PLC0415  the machine is private to it

    standing, taken = standing_for(row), []
    for on in DAYS:
        event = RequestEvent(kind=row.event, on=on)
        step, after = states._step(standing, event, on, contested=row.contested)  # noqa: SLF001
        if step == row:
            assert advance(standing, event, contested=row.contested) == after
            assert after.state is row.to or {after.state, row.to} <= {S.IN_HAND, S.CONSULTING}
            taken.append(on)
    assert taken


def test_every_event_and_every_state_has_rows_and_names():
    assert {row.event for row in TRANSITIONS} == set(E)
    assert {row.state for row in TRANSITIONS} | {row.to for row in TRANSITIONS} == set(S)
    for what in (*E, *S):
        assert name_of(what, "zh") != name_of(what, "en")
    assert set(ANSWERS.values()) == CONSULTATIONS


def test_every_citation_is_known_and_every_row_speaks_both_languages():
    for row in TRANSITIONS:
        assert row.cite is None or row.citation.key == row.cite
        assert row.zh
        assert row.en
        assert row.zh != row.en


def test_what_is_from_2019_does_not_hold_before():
    new = {row.event for row in TRANSITIONS if row.holds_on(day("2019-05-15"))}
    old = {row.event for row in TRANSITIONS if row.holds_on(day("2019-05-14"))}
    assert new - old == {
        E.SUPPLEMENT_LAPSED,
        E.ORGAN_CONSULTED,
        E.ORGAN_ANSWERED,
        E.CO_MAKER_CONSULTED,
        E.CO_MAKER_ANSWERED,
        E.REASONS_ASKED,
        E.REASONS_GIVEN,
        E.POSTPONED,
    }
    assert old - new == set()


@pytest.mark.parametrize(
    ("said", "faults"),
    [
        ([("replied", "2026-03-20")], [("illegal", 0)]),
        ([("submitted", "2026-03-01"), ("replied", "2026-03-20")], [("illegal", 1)]),
        ([("received", "2026-03-02"), ("received", "2026-03-03")], [("illegal", 1)]),
        ([("received", "2026-03-02"), ("third_party_answered", "2026-03-03")], [("unmatched", 1)]),
        ([("received", "2026-03-02"), ("organ_answered", "2026-03-03")], [("unmatched", 1)]),
        ([("received", "2026-03-02"), ("fee_paid", "2026-03-03")], [("illegal", 1)]),
        ([("received", "2026-03-02"), ("reasons_given", "2026-03-03")], [("illegal", 1)]),
        ([("received", "2026-03-02"), ("supplemented", "2026-03-03")], [("illegal", 1)]),
        ([("received", "2026-03-02"), ("withdrawn", "2026-03-03"), ("replied", "2026-03-20")], [("after_closing", 2)]),
        ([("received", "2026-03-02"), ("replied", "2026-03-03"), ("replied", "2026-03-20")], [("after_closing", 2)]),
        ([("received", "2026-03-02"), ("replied", "2026-03-03"), ("extended", "2026-03-20")], [("after_closing", 2)]),
        ([("received", "2026-03-02"), ("replied", None)], [("undated", 1)]),
        ([("submitted", "2026-03-05"), ("received", "2026-03-02")], [("out_of_order", 1)]),
        ([("received", "2018-03-02"), ("co_maker_consulted", "2018-03-03")], [("not_in_force", 1)]),
        ([("received", "2018-03-02"), ("reasons_asked", "2018-03-03")], [("not_in_force", 1)]),
        ([("received", "2007-03-02")], [("not_in_force", 0)]),
        ([("received", "2026-03-02"), ("extended", "2026-03-03"), ("extended", "2026-03-04")], [("repeated", 2)]),
    ],
)
def test_what_a_register_gets_wrong_is_named(said, faults):
    assert found(*said) == faults


TWICE = [("received", "2026-03-02"), ("supplement_asked", "2026-03-03"), ("supplemented", "2026-03-05")]
TWICE += [("supplement_asked", "2026-03-06"), ("supplemented", "2026-03-09"), ("replied", "2026-03-20")]


def test_a_second_notice_to_supplement_is_one_fault_and_what_follows_is_none():
    (fault,) = replay(request(*TWICE)).faults
    assert (fault.kind, fault.index, fault.cite) == (FaultKind.REPEATED, 3, "regulation-2019:30")
    assert fault.evidence is Evidence.SOURCE
    assert cite("regulation-2019:30").zh in fault.zh


def test_the_regulation_of_2007_does_not_say_once():
    assert not found(*[(kind, on.replace("2026", "2016")) for kind, on in TWICE])


def test_a_second_extension_is_doubtful_for_the_law_gives_a_total():
    (fault,) = replay(
        request(("received", "2026-03-02"), ("extended", "2026-03-03"), ("extended", "2026-03-04"))
    ).faults
    assert fault.evidence is Evidence.INFERENCE


def test_several_consultations_are_out_at_once():
    said = [
        ("received", "2026-03-02"),
        ("third_party_consulted", "2026-03-03", {"party": "甲"}),
        ("third_party_consulted", "2026-03-03", {"party": "乙"}),
        ("organ_consulted", "2026-03-04"),
        ("third_party_answered", "2026-03-05", {"party": "乙"}),
        ("organ_answered", "2026-03-06"),
        ("third_party_answered", "2026-03-09", {"party": "甲"}),
    ]
    history = replay(request(*said))
    assert not history.faults
    assert [len(passage.after.open) for passage in history.passages] == [0, 1, 2, 3, 2, 1, 0]
    assert [one.index for one in history.passages[4].after.open] == [1, 3]
    assert [passage.after.state for passage in history.passages[3:]] == [*[S.CONSULTING] * 3, S.IN_HAND]


def test_an_answer_of_another_party_is_a_fault_and_ends_the_only_consultation():
    said = [("received", "2026-03-02"), ("third_party_consulted", "2026-03-03", {"party": "青石公司"})]
    history = replay(request(*said, ("third_party_answered", "2026-03-05", {"party": "白石公司"})))
    (fault,) = history.faults
    assert fault.kind is FaultKind.UNMATCHED
    assert history.state is S.IN_HAND
    assert "白石" not in fault.zh + fault.en + repr(history)


def test_a_consultation_goes_on_beside_a_fee():
    said = [
        ("received", "2026-03-02"),
        ("third_party_consulted", "2026-03-03"),
        ("fee_noticed", "2026-03-04"),
        ("fee_paid", "2026-03-05"),
    ]
    assert replay(request(*said)).state is S.CONSULTING
    said.insert(3, ("third_party_answered", "2026-03-04"))
    history = replay(request(*said))
    assert (history.state, history.faults) == (S.IN_HAND, ())


def test_an_answer_after_the_reply_is_no_fault():
    said = [("received", "2026-03-02"), ("third_party_consulted", "2026-03-03"), ("replied", "2026-04-09")]
    assert not found(*said, ("third_party_answered", "2026-04-20"))


def test_columns_out_of_order_are_no_fault_where_the_days_are_in_order():
    said = [
        ("received", "2026-03-02"),
        ("extended", "2026-03-20"),
        ("third_party_consulted", "2026-03-03"),
        ("third_party_answered", "2026-03-12"),
        ("replied", "2026-03-28"),
    ]
    history = replay(request(*said))
    assert not history.faults
    assert [passage.index for passage in history.passages] == [0, 2, 3, 1, 4]


def test_the_day_of_submission_in_person_is_that_of_receipt():
    said = [("submitted", "2026-03-02"), ("replied", "2026-03-20")]
    assert not found(*said, channel=Channel.IN_PERSON)
    assert not found(*said, channel=Channel.ORAL)
    assert found(*said, channel=Channel.ONLINE) == [("illegal", 1)]


def test_a_further_reply_is_allowed_once_a_case_is_filed():
    asked = request(("received", "2026-03-02"), ("replied", "2026-03-20"), ("replied", "2026-06-20"))
    about = attrs.evolve(case(("filed", "2026-04-01")), request="1")
    assert replay(asked).faults
    assert not replay(asked, cases=[about]).faults
    assert replay(asked, cases=[attrs.evolve(about, request="2")]).faults
    assert replay(asked, cases=[attrs.evolve(case(("filed", "2026-07-01")), request="1")]).faults


def test_a_request_of_the_old_law_may_end_by_it():
    said = [("received", "2019-05-10"), ("extended", "2019-05-20"), ("organ_consulted", "2019-05-21")]
    assert not found(*said, ("organ_answered", "2019-05-28"), ("replied", "2019-06-20"))


def test_no_answer_without_a_step_that_is_missing_makes_a_chain_of_faults():
    said = [("supplement_asked", "2026-03-03"), ("supplemented", "2026-03-05"), ("replied", "2026-03-20")]
    assert found(*said) == [("illegal", 0)]


def test_of_a_wrong_step_and_what_it_would_lead_to_the_one_that_explains_the_next_is_kept():
    said = [("submitted", "2026-03-02"), ("supplemented", "2026-03-03"), ("received", "2026-03-04")]
    history = replay(request(*said))
    assert [(fault.kind.value, fault.index) for fault in history.faults] == [("illegal", 1)]
    assert history.standing.received_on == day("2026-03-04")


def test_advancing_raises_and_names_the_article():
    with pytest.raises(IllegalEventError, match="第三十六条") as caught:
        advance(Standing(), RequestEvent(kind=E.REPLIED, on=day("2026-03-20")))
    error = caught.value
    assert (error.state, error.event, error.cite) == ("new", "replied", "regulation-2019:36")
    assert "Art 36" in error.en
    assert "收到申请" in error.zh


def test_advancing_goes_by_the_day_it_is_told():
    consulted = RequestEvent(kind=E.CO_MAKER_CONSULTED)
    in_hand = Standing(state=S.IN_HAND)
    assert advance(in_hand, consulted).state is S.CONSULTING
    assert advance(in_hand, consulted, day("2019-05-15")).state is S.CONSULTING
    with pytest.raises(IllegalEventError, match="2019-05-15"):
        advance(in_hand, consulted, day("2019-05-14"))


def test_an_empty_request_is_new():
    history = replay(request())
    assert (history.state, history.faults, history.open) == (S.NEW, (), ())


def test_the_diagram_has_an_arrow_for_each_pair_of_states_in_the_table():
    for lang in ("zh", "en"):
        drawn = diagram(TRANSITIONS, lang)
        arrows = {line.strip().partition(":")[0] for line in drawn.splitlines() if "-->" in line and "[*]" not in line}
        assert arrows == {f"{row.state.value} --> {row.to.value}" for row in TRANSITIONS}
        assert all(name_of(state, lang) in drawn for state in S)
        assert drawn.startswith("stateDiagram-v2\n")
    assert "通知补正" in diagram(TRANSITIONS, "zh")
    assert "通知补正" not in diagram(TRANSITIONS, "en")


@pytest.mark.parametrize("times", [1, 2])
def test_a_letter_and_its_reminder_are_answered_by_one_answer_or_by_two(times):
    said = [("received", "2026-03-02"), *(("third_party_consulted", f"2026-03-{n}", {"party": "甲"}) for n in (10, 12))]
    answers = [("third_party_answered", f"2026-03-{13 + n}", {"party": "甲"}) for n in range(times)]
    history = replay(request(*said, *answers, ("replied", "2026-03-20")))
    assert not history.faults
    assert not history.passages[3].after.open
