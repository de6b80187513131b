import pendulum
import pytest

from govdisclosure.errors import NotInForceError, UsageError
from govdisclosure.law import Evidence, instrument
from govdisclosure.law.handling import case_column, handling, reconsideration_first
from govdisclosure.law.loading import load
from govdisclosure.model.case import CaseResult
from govdisclosure.model.edition import Edition
from govdisclosure.model.forms_remedies import REMEDIES
from govdisclosure.model.item import Exemption
from govdisclosure.model.request import OUTCOMES, ReplyType

LAST_OF_OLD, FIRST_OF_NEW = pendulum.Date(2019, 5, 14), pendulum.Date(2019, 5, 15)
TODAY = pendulum.Date(2026, 11, 25)
ENTRIES = [entry for entries in load().handlings.values() for entry in entries]


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_every_result_row_has_an_entry(outcome):
    found = handling(outcome, TODAY)
    assert found.outcome == outcome
    assert found.cites
    assert found.holds_on(TODAY)


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_every_row_of_the_form_of_2019_was_known_from_the_first_day(outcome):
    if outcome == "other.fee_overdue":
        with pytest.raises(NotInForceError, match="2021-01-01"):
            handling(outcome, pendulum.Date(2020, 12, 31))
        assert handling(outcome, pendulum.Date(2021, 1, 1)).reply_types == (ReplyType.NOT_HANDLED,)
    else:
        assert handling(outcome, FIRST_OF_NEW).start == FIRST_OF_NEW


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda one: f"{one.outcome} {one.start}")
def test_every_entry_cites_law_that_held_and_is_no_better_known_than_it(entry):
    for cited in entry.cites:
        assert cited.instrument.holds_on(entry.start), cited.key
        assert entry.end is None or cited.instrument.holds_on(entry.end)
    if entry.evidence is Evidence.SOURCE:
        assert entry.sources
        assert {cited.evidence for cited in entry.cites} == {Evidence.SOURCE}
    else:
        assert entry.note
        assert entry.note_zh


def test_each_ground_of_non_disclosure_has_the_row_of_its_name_and_no_other():
    grounds = {one.exemption: one.outcome for one in ENTRIES if one.exemption}
    assert grounds == {ground: f"denied.{ground.value}" for ground in Exemption}
    refused = {one.outcome for one in ENTRIES if ReplyType.REFUSED in one.reply_types}
    assert refused == set(grounds.values())


def test_only_the_rights_of_a_third_party_call_for_consulting_one():
    assert {one.outcome for one in ENTRIES if one.third_party} == {"denied.third_party_rights"}
    assert all(one.third_party for one in ENTRIES if one.outcome == "denied.third_party_rights")


@pytest.mark.parametrize(
    ("outcome", "replies", "keys", "evidence"),
    [
        ("granted", {"provided", "already_public"}, ["36i2", "36i1"], Evidence.INFERENCE),
        ("partly_granted", {"partial", "provided"}, ["37", "36i2"], Evidence.SOURCE),
        ("denied.process_information", {"refused"}, ["16p2", "36i3"], Evidence.SOURCE),
        ("denied.administrative_inquiry", {"special_register"}, ["36i7"], Evidence.SOURCE),
        ("unavailable.not_held", {"not_existing", "not_this_organ"}, ["36i4", "36i5"], Evidence.INFERENCE),
        ("unavailable.requires_creation", {"requires_creation"}, ["38"], Evidence.SOURCE),
        ("not_processed.petition_or_complaint", {"not_a_request"}, ["39p1"], Evidence.SOURCE),
        ("not_processed.repeat", {"repeat"}, ["36i6"], Evidence.SOURCE),
        ("not_processed.publication", {"publication"}, ["39p2"], Evidence.SOURCE),
        ("not_processed.excessive", {"excessive"}, ["35"], Evidence.SOURCE),
        ("not_processed.reconfirmation", set(), ["50p2"], Evidence.INFERENCE),
        ("other.correction_overdue", {"not_handled"}, ["30"], Evidence.SOURCE),
    ],
)
def test_replies_and_articles_of_2019(outcome, replies, keys, evidence):
    found = handling(outcome, TODAY)
    assert {one.value for one in found.reply_types} == replies
    assert [one.key for one in found.cites] == [f"regulation-2019:{key}" for key in keys]
    assert found.evidence is evidence


def test_every_kind_of_reply_but_other_leads_to_some_row():
    led = {reply for one in ENTRIES for reply in one.reply_types}
    assert led == set(ReplyType) - {ReplyType.OTHER}


@pytest.mark.parametrize(
    ("outcome", "keys"),
    [
        ("granted", ["21i1"]),
        ("partly_granted", ["22"]),
        ("denied.state_secret", ["14", "21i2"]),
        ("denied.security_and_stability", ["8", "21i2"]),
        ("denied.third_party_rights", ["14", "23", "21i2"]),
        ("unavailable.not_held", ["21i3"]),
    ],
)
def test_what_the_same_result_rested_on_before_2019(outcome, keys):
    found = handling(outcome, LAST_OF_OLD)
    assert [one.key for one in found.cites] == [f"regulation-2007:{key}" for key in keys]
    assert found.evidence is not Evidence.SOURCE


def test_grounds_new_in_2019_did_not_exist_before():
    with pytest.raises(NotInForceError, match="2019-05-15") as caught:
        handling("denied.internal_affairs", LAST_OF_OLD)
    assert "属于三类内部事务信息" in caught.value.zh
    with pytest.raises(NotInForceError):
        handling("granted", pendulum.Date(2008, 4, 30))


def test_a_row_that_does_not_exist_is_named_with_the_nearest():
    with pytest.raises(UsageError, match=r"denied\.state_secret"):
        handling("denied.state_secrets", TODAY)


@pytest.mark.parametrize("result", CaseResult)
def test_every_result_of_a_case_has_a_column_of_table_four(result):
    found = case_column(result)
    columns = {column.key for column in REMEDIES[Edition.UNIFIED_2021].columns} - {"pending", "total"}
    assert found.result is result
    assert found.column in columns
    assert found.evidence is Evidence.INFERENCE
    assert found.cites


def test_columns_of_table_four():
    by_column = {}
    for result in CaseResult:
        by_column.setdefault(case_column(result).column, set()).add(result.value)
    assert by_column == {
        "upheld": {"upheld", "claim_rejected"},
        "corrected": {"revoked", "changed", "found_unlawful", "found_invalid", "ordered_to_act"},
        "other": {"withdrawn", "terminated", "mediated", "not_accepted", "other"},
    }


@pytest.mark.parametrize(
    ("outcome", "day", "required", "evidence"),
    [
        ("denied.state_secret", "2023-12-31", False, Evidence.INFERENCE),
        ("denied.state_secret", "2024-01-01", True, Evidence.INFERENCE),
        ("denied.state_secret", "2025-06-01", True, Evidence.SOURCE),
        ("denied.third_party_rights", "2025-06-01", True, Evidence.SOURCE),
        ("denied.administrative_inquiry", "2025-06-01", None, Evidence.INFERENCE),
        ("partly_granted", "2025-06-01", None, Evidence.INFERENCE),
        ("unavailable.not_held", "2025-06-01", False, Evidence.SOURCE),
        ("not_processed.repeat", "2025-06-01", False, Evidence.SOURCE),
    ],
)
def test_reconsideration_comes_first_for_refusals_only_and_only_from_2024(outcome, day, required, evidence):
    found = reconsideration_first(outcome, pendulum.Date.fromisoformat(day))
    assert (found.required, found.evidence) == (required, evidence)
    assert found.cites
    assert found.cites[0].instrument in {instrument("reconsideration-1999"), instrument("reconsideration-2023")}
