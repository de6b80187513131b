import pytest
from tests.extraction.reports import report

from govdisclosure import api


def shares(words):
    return [[part.share_printed for part in split.parts] for split in report(requests=words).breakdowns]


def verdicts(words):
    return {outcome.kind.value for outcome in api.check(report(requests=words)) if outcome.rule == "CLM105"}


@pytest.mark.parametrize(
    "lead",
    [
        "占比为",
        "占比分别为",
        "占比分别是",
        "占比依次为",
        "各为",
        "所占比例分别为",
        "分别占",
        "分别占申请总数的",
        "占比",
    ],
)
@pytest.mark.parametrize("joint", ["、", "和", "，"])
def test_shares_in_a_row_belong_to_as_many_parts_in_order(lead, joint):
    words = f"共收到申请12件，其中网络10件、当面2件，{lead}83.3%{joint}16.7%。"
    assert shares(words) == [["83.3%", "16.7%"]]
    assert verdicts(words) == {"pass"}


def test_shares_in_a_row_that_do_not_agree_are_a_fault():
    assert verdicts("共收到申请12件，其中网络10件、当面2件，占比分别为80%、20%。") == {"fail"}


@pytest.mark.parametrize(
    "tail",
    [
        "占全部申请的100%",
        "占100%",
        "共占申请总数的90%",
        "占网上申请的20%",
        "各占50%",
        "占比为83.3%、16.7%、0%",
        "占比16.7%和83.3%",
        "比上年分别增加20%、10%",
    ],
)
def test_a_share_that_may_be_of_another_thing_belongs_to_no_part(tail):
    words = f"共收到申请12件，其中网络10件、当面2件，{tail}。"
    assert shares(words) == [[None, None]]
    assert "fail" not in verdicts(words)


def test_a_share_of_a_result_that_names_a_base_of_its_own_is_not_worked_out_from_another():
    words = "答复申请15件，其中同意公开9件，不予公开3件，占公开答复的75%，其余3件为其他处理。"
    assert "fail" not in verdicts(words)


@pytest.mark.parametrize(("tail", "verdict"), [("占16.7%", "pass"), ("占全部申请的16.7%", "pass"), ("占20%", "fail")])
def test_one_share_after_a_list_is_the_last_parts_where_nothing_speaks_against_it(tail, verdict):
    assert verdicts(f"共收到申请12件，其中网络10件、当面2件，{tail}。") == {verdict}


def test_shares_in_a_row_belong_to_the_parts_after_the_last_share():
    words = "答复申请12件，其中同意公开9件，占75%，部分公开1件、不予公开2件，分别占8.3%、16.7%。"
    assert shares(words) == [["75%", "8.3%", "16.7%"]]


def test_a_list_whose_parts_are_complete_does_not_go_on_in_the_next_sentence():
    words = "共收到申请12件，其中网络10件，占83.3%，当面2件，占16.7%。同意公开9件，占75%，不予公开3件，占25%。"
    assert shares(words) == [["83.3%", "16.7%"]]
