import pytest
from tests.extraction.reports import report

from govdisclosure import api
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


WHOLE = "共主动公开政府信息120条"
PARTS = [("概况类", 20), ("法规类", 30), ("动态类", 90)]


@pytest.mark.parametrize(
    "tail",
    [
        "，其中：\n1.概况类20条；\n2.法规类30条；\n3.动态类90条。",
        "，其中：\n（一）概况类20条；\n（二）法规类30条；\n（三）动态类90条。",
        "，其中：1.概况类20条；2.法规类30条；3.动态类90条。",
        "，分类如下：\n概况类20条\n法规类30条\n动态类90条",
        "，其中概况类20条。法规类30条。动态类90条。",
        "，按类别分为概况类20条，法规类30条，动态类90条。",
        "，包括概况类20条，法规类30条，动态类90条。",
    ],
)
def test_a_list_over_lines_or_sentences_is_one_list(tail):
    assert lists(proactive=WHOLE + tail) == [(120, PARTS, False)]
    found = report(proactive=WHOLE + tail)
    assert [(c.kind, int(c.value)) for c in found.claims] == [(ClaimKind.ITEMS_PUBLISHED, 120)]
    assert {o.kind.value for o in api.check(found) if o.rule == "CLM104"} == {"review"}


@pytest.mark.parametrize(
    ("section", "words"),
    [
        ("requests", "共收到申请12件，其中当面2件。答复12件。"),
        ("proactive", "共公开信息120条，其中概况类20条。\n2.印发手册130条。"),
        ("requests", "共收到申请12件，其中当面申请2件。全年受理政务申请12件。"),
        ("proactive", "共公开信息120条，其中概况类20条。印发手册500条。"),
        ("proactive", "共公开信息120条，包括概况、法规等信息，印发手册3000条。"),
        ("proactive", "共公开信息120条，主要做法如下：\n1.加强领导，召开会议3次。\n2.健全制度，制定办法2条。"),
    ],
)
def test_a_statement_after_a_whole_or_a_part_is_no_part(section, words):
    assert lists(**{section: words}) == []


@pytest.mark.parametrize(
    ("section", "words", "kind", "found"),
    [
        ("proactive", "通过网站公开85条，通过公示栏公开33条，通过公报公开10条，共计128条。", "items_published",
         (128, [85, 33, 10])),
        ("requests", "收到网上申请8件，当面申请4件，共计12件。", "requests_received", (12, [8, 4])),
        ("fees", "收取检索费20元，复制费130元，合计150元。", "fees_charged", (150, [20, 130])),
    ],
)  # fmt: skip
def test_a_list_may_end_in_its_sum(section, words, kind, found):
    read = report(**{section: words})
    ((whole, parts, exhaustive),) = lists(**{section: words})
    assert ((whole, [value for _, value in parts]), exhaustive) == (found, True)
    assert [(c.kind.value, int(c.value)) for c in read.claims if c.whole] == [(kind, found[0])]


@pytest.mark.parametrize(
    ("words", "verdicts"),
    [
        ("收取检索费20元，复制费130元，合计150元。", {"pass"}),
        ("收取检索费20元，复制费130元，合计160元。", {"fail"}),
        ("召开会议3次，举办培训2次，检查4次，共6次。", {"pass"}),
        ("通过网站公开信息85条，公示栏公开信息10条，共计128条。", {"review"}),
    ],
)
def test_a_sum_behind_its_parts_is_added_up(words, verdicts):
    found = report(fees=words, proactive=words)
    assert {o.kind.value for o in api.check(found) if o.rule == "CLM104"} == verdicts


def test_a_total_before_its_list_is_no_part_of_it():
    after_intro = "公开内容：全年共公开政府信息20条，规划类8条，工作动态类12条。"
    among = "公开的主要内容:全年共公开信息20条，在主动公开的信息中，规划类8条，工作动态类12条。"
    parts = [("规划类", 8), ("工作动态类", 12)]
    assert lists(proactive=after_intro) == [(None, parts, False)]
    assert lists(proactive=among) == [(20, parts, False)]
    assert [o.kind.value for o in api.check(report(proactive=after_intro)) if o.rule == "CLM104"] == ["pass"]


def test_a_first_part_whose_name_speaks_of_a_whole_is_a_part():
    assert lists(proactive="公开的内容包括：总体规划类8条，工作动态类12条。") == [
        (None, [("总体规划类", 8), ("工作动态类", 12)], False)
    ]


@pytest.mark.parametrize("name", ["公共服务类", "共青团工作类", "统计类", "会计类"])
def test_a_name_that_holds_the_sign_of_a_sum_is_a_part(name):
    words = f"公开信息30条，其中规划类8条，{name}10条，动态类12条。"
    assert lists(proactive=words) == [(30, [("规划类", 8), (name, 10), ("动态类", 12)], False)]


def test_what_is_counted_of_statistics_keeps_its_name():
    assert lists(proactive="公开信息20条，其中统计信息8条，动态信息12条。") == [
        (20, [("统计", 8), ("动态", 12)], False)
    ]


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("收到申请50件，上年结转2件，办结48件，结转下年度4件。其中予以公开28件，不予公开20件。", 48),
        ("收到申请10件，答复9件，其中予以公开6件，部分公开4件。", 10),
        ("受理申请12件，已办结11件，结转1件，其中自然人申请10件，法人申请2件。", 12),
        ("收到申请50件，办结48件，结转下年度4件。其中予以公开28件，不予公开19件。", 48),
        ("上年结转申请3件，其中当面申请1件，网络申请2件。", 3),
    ],
)
def test_of_several_figures_the_one_that_the_parts_make_is_the_whole(words, whole):
    assert [found for found, _, _ in lists(requests=words)] == [whole]
