import pendulum
import pytest

from govdisclosure.errors import NotInForceError
from govdisclosure.law import Evidence, parameter, parameters
from govdisclosure.law.counting import UNITS

REMEDIES = [one for one in parameters() if one.name.startswith(("reconsideration.", "litigation."))]


def day(text):
    return pendulum.Date.fromisoformat(text)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("reconsideration.apply", (60, "days"), (60, "days")),
        ("reconsideration.untold", None, (1, "years")),
        ("reconsideration.outer_limit", None, (5, "years")),
        ("reconsideration.outer_limit.real_estate", None, (20, "years")),
        ("reconsideration.accept", (5, "workdays"), (5, "workdays")),
        ("reconsideration.supplement", None, (10, "workdays")),
        ("reconsideration.copy", (7, "workdays"), (7, "workdays")),
        ("reconsideration.answer", (10, "days"), (10, "workdays")),
        ("reconsideration.decide", (60, "days"), (60, "days")),
        ("reconsideration.extension", (30, "days"), (30, "days")),
        ("litigation.after_non_acceptance", (15, "days"), (15, "days")),
    ],
)
def test_reconsideration_before_and_after_2024(name, old, new):
    before, after = parameter(name).at(day("2023-12-31")), parameter(name).at(day("2024-01-01"))
    assert (None if before.value is None else (before.value, before.unit or parameter(name).unit)) == old
    assert (after.value, after.unit or parameter(name).unit) == new
    assert after.cite.instrument.id == "reconsideration-2023"
    assert after.evidence is Evidence.SOURCE


@pytest.mark.parametrize(
    ("name", "value", "unit"),
    [
        ("reconsideration.simplified.copy", 3, "workdays"),
        ("reconsideration.simplified.answer", 5, "workdays"),
        ("reconsideration.simplified.decide", 30, "days"),
    ],
)
def test_the_simplified_procedure_is_new_in_2024(name, value, unit):
    assert (parameter(name).at(day("2024-01-01")).value, parameter(name).unit) == (value, unit)
    with pytest.raises(NotInForceError, match="2024-01-01"):
        parameter(name).at(day("2023-12-31"))


@pytest.mark.parametrize(
    ("name", "old", "new", "unit"),
    [
        ("litigation.direct", 3, 6, "months"),
        ("litigation.outer_limit", 5, 5, "years"),
        ("litigation.after_reconsideration", 15, 15, "days"),
        ("litigation.docket", 7, 7, "days"),
        ("litigation.serve", 5, 5, "days"),
        ("litigation.answer", 10, 15, "days"),
        ("litigation.first_instance", 3, 6, "months"),
        ("litigation.appeal", 15, 15, "days"),
        ("litigation.appeal.ruling", 10, 10, "days"),
        ("litigation.second_instance", 2, 3, "months"),
    ],
)
def test_litigation_before_and_after_may_2015(name, old, new, unit):
    before, after = parameter(name).at(day("2015-04-30")), parameter(name).at(day("2015-05-01"))
    assert (before.value, after.value, parameter(name).unit) == (old, new, unit)
    assert after.evidence is Evidence.SOURCE
    if name != "litigation.after_reconsideration":
        assert before.evidence is Evidence.MEMORY


def test_a_special_wait_before_a_suit_against_silence():
    wait = parameter("litigation.inaction.wait")
    assert [(one.value, one.unit or wait.unit) for one in wait.values] == [(60, "days"), (2, "months")]
    assert parameter("litigation.inaction").at(day("2018-02-08")).value == 6
    untold = parameter("litigation.untold")
    assert [untold.at(day(on)).value for on in ("2018-02-07", "2018-02-08")] == [2, 1]
    assert parameter("litigation.simplified.first_instance").at(day("2024-01-01")).value == 45


def test_reconsideration_first_came_with_the_law_of_2023_and_its_scope_with_the_court_rules():
    first, scope = parameter("reconsideration.first"), parameter("reconsideration.first.scope")
    assert [first.at(day(on)).value for on in ("2023-12-31", "2024-01-01")] == [False, True]
    assert first.at(day("2024-01-01")).cite.key == "reconsideration-2023:23p1i4"
    assert scope.at(day("2025-05-31")).evidence is Evidence.INFERENCE
    assert scope.at(day("2025-06-01")).evidence is Evidence.SOURCE
    assert "没有定论" in scope.note_zh


def test_the_days_of_reconsideration_that_are_working_days():
    counted = parameter("reconsideration.workdays")
    assert counted.at(day("2023-12-31")).value == ("5", "7")
    assert counted.at(day("2024-01-01")).value == ("3", "5", "7", "10")
    for one in REMEDIES:
        for dated in one.values:
            if one.name.startswith("reconsideration.") and (dated.unit or one.unit) == "workdays" and dated.value:
                assert str(dated.value) in counted.at(dated.start).value, one.name


def test_every_length_of_time_is_a_positive_number():
    lengths = [(one, dated) for one in parameters() for dated in one.values if (dated.unit or one.unit) in UNITS]
    assert len(lengths) > 60
    for one, dated in lengths:
        assert dated.value is None or (type(dated.value) is int and dated.value > 0), one.name


def test_the_fee_is_to_be_paid_within_twenty_working_days_and_the_restart_is_from_memory():
    assert parameter("handling_fee.payment").at(day("2021-01-01")).value == 20
    assert parameter("handling_fee.clock").at(day("2021-01-01")).evidence is Evidence.MEMORY
    with pytest.raises(NotInForceError):
        parameter("handling_fee.payment").at(day("2020-12-31"))


def test_titles_tell_the_parameters_apart():
    titles = [one.title_zh for one in parameters()]
    assert len(set(titles)) == len(titles)
