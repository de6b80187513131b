import pytest
from tests.extraction.reports import report

from govdisclosure.model.report import ClaimKind


def lists(**sections):
    return [
        (b.whole if b.whole is None else int(b.whole), [(p.label, int(p.value)) for p in b.parts], b.exhaustive)
        for b in report(**sections).breakdowns
    ]


@pytest.mark.parametrize(
    "words",
    [
        "全年收到申请12件，其中当面申请5件，信函申请4件，网络申请3件。",
        "全年收到申请12件。其中当面申请5件、信函申请4件、网络申请3件。",
        "全年收到申请12件（当面申请5件、信函申请4件、网络申请3件）。",
    ],
)
def test_a_whole_and_its_parts(words):
    assert lists(requests=words) == [(12, [("当面申请", 5), ("信函申请", 4), ("网络申请", 3)], False)]


def test_a_rest_closes_the_list():
    words = "共主动公开政府信息86条，其中政策法规类12条，工作动态类53条，其他21条。"
    assert lists(proactive=words) == [(86, [("政策法规类", 12), ("工作动态类", 53), ("其他", 21)], True)]


def test_shares_belong_to_their_parts():
    words = "收到申请20件，其中当面申请15件，占75%，网络申请5件，占25%。"
    (found,) = report(requests=words).breakdowns
    assert [(part.label, str(part.share), part.share_printed) for part in found.parts] == [
        ("当面申请", "0.75", "75%"),
        ("网络申请", "0.25", "25%"),
    ]


def test_what_is_divided_is_known():
    (found,) = report(requests="全年收到政府信息公开申请12件，其中当面申请5件，网络申请7件。").breakdowns
    assert found.kind is ClaimKind.REQUESTS_RECEIVED


@pytest.mark.parametrize(
    "words", ["收到申请12件。", "收到申请12件，其中当面申请5件。", "举办培训3期，参加120人次，印发手册500份。"]
)
def test_no_list(words):
    assert lists(requests=words) == []


def test_places_are_where_the_words_stand():
    found = report(requests="全年收到申请１２件，其中当面申请５件，网络申请７件。")
    (split,) = found.breakdowns
    assert found.text[split.at.start : split.at.end] == split.quote == "当面申请５件，网络申请７件"
    assert found.text[split.whole_at.start : split.whole_at.end] == "１２件"
    assert [found.text[part.at.start : part.at.end] for part in split.parts] == ["当面申请５件", "网络申请７件"]


def test_a_share_of_another_total_is_not_the_parts():
    words = "收到申请20件，占全市申请总数的9%，其中当面15件占全市当面申请的12%，网络5件，占全市网络申请的4%。"
    (found,) = report(requests=words).breakdowns
    assert [(part.label, int(part.value), part.share) for part in found.parts] == [
        ("当面", 15, None),
        ("网络", 5, None),
    ]


@pytest.mark.parametrize(
    ("words", "closed"),
    [
        ("共收到申请8件，全部为当面申请4件和信函申请3件。", True),
        ("共收到申请8件：当面4件、信函3件。", True),
        ("共收到申请8件：当面4件（50%）、信函3件（37.5%）。", True),
        ("共收到申请8件：当面4件、信函3件等。", False),
    ],
)
def test_a_list_right_after_its_whole(words, closed):
    ((whole, parts, exhaustive),) = lists(requests=words)
    assert (whole, [value for _, value in parts], exhaustive) == (8, [4, 3], closed)


@pytest.mark.parametrize(
    "words", ["收到申请8件：答复4件，公开3件。", "收到申请8件，均为网络申请，答复4件、公开3件。", "收到申请8件：无。"]
)
def test_statements_in_a_row_are_no_list(words):
    assert lists(requests=words) == []
