import pytest
from tests.rules.building import claim, report
from tests.rules.claims.lists import split

from govdisclosure.model.report import ClaimKind
from govdisclosure.rules.claims.clm104_parts_sum import RULE, check
from govdisclosure.rules.engine import assess
from govdisclosure.rules.outcome import Kind, Level
from govdisclosure.rules.rule import Question


def kinds(text, *splits, claims=()):
    return [f.kind for f in check(Question(report=report(text, breakdowns=splits, claims=claims)))]


def test_a_closed_list_that_does_not_add_up_fails():
    text = "共公开100件，其中政策40件，其他59件。"
    listed = split(text, ("100件", 100), ("政策40件", 40, None), ("其他59件", 59, None), exhaustive=True)
    (outcome,) = assess(report(text, breakdowns=(listed,)), [RULE])
    assert (outcome.kind, outcome.level, outcome.subject) == (Kind.FAIL, Level.WARNING, "breakdown:1")
    assert (outcome.facts["whole"], outcome.facts["sum"], outcome.facts["difference"]) == (100, 99, -1)
    assert outcome.facts["parts"][0] == {"label": "政策40件", "value": 40}
    assert "少1" in outcome.message.zh


@pytest.mark.parametrize(
    ("second", "exhaustive", "kind"),
    [
        (60, True, Kind.PASS),
        (60, False, Kind.PASS),
        (61, True, Kind.FAIL),
        (61, False, Kind.REVIEW),
        (30, False, Kind.NOT_APPLICABLE),
    ],
)
def test_sums(second, exhaustive, kind):
    text = f"共公开100件，其中政策40件，动态{second}件。"
    parts = ("政策40件", 40, None), (f"动态{second}件", second, None)
    assert kinds(text, split(text, ("100件", 100), *parts, exhaustive=exhaustive)) == [kind]


def test_round_figures_are_not_added_up():
    text = "共公开100余件，其中政策40件，其他59件。"
    parts = ("政策40件", 40, None), ("其他59件", 59, None)
    assert kinds(text, split(text, ("100余件", 100), *parts, exhaustive=True)) == [Kind.NOT_APPLICABLE]
    text = "共公开100件，其中政策约40件，其他59件。"
    parts = ("政策约40件", 40, None), ("其他59件", 59, None)
    assert kinds(text, split(text, ("100件", 100), *parts, exhaustive=True)) == [Kind.NOT_APPLICABLE]


@pytest.mark.parametrize(("exhaustive", "kind"), [(True, Kind.FAIL), (False, Kind.REVIEW)])
def test_a_list_without_a_total_is_compared_with_the_one_stated(exhaustive, kind):
    text = "全年共公开90件。类别有：政策40件，其他59件。"
    parts = ("政策40件", 40, None), ("其他59件", 59, None)
    listed = split(text, None, *parts, exhaustive=exhaustive, kind=ClaimKind.ITEMS_PUBLISHED)
    stated = claim(text, "公开90件", ClaimKind.ITEMS_PUBLISHED, 90, whole=True)
    assert kinds(text, listed, claims=(stated,)) == [kind]
    assert kinds(text, listed) == kinds(text, listed, claims=(stated, stated)) == [Kind.NOT_APPLICABLE]


@pytest.mark.parametrize(("out", "kind"), [(72, Kind.PASS), (70, Kind.REVIEW)])
def test_the_four_counts_of_requests(out, kind):
    text = f"新收859件，上年结转18件，答复805件，结转下年{out}件。"
    claims = (
        claim(text, "新收859件", ClaimKind.REQUESTS_RECEIVED, 859),
        claim(text, "上年结转18件", ClaimKind.REQUESTS_CARRIED_IN, 18),
        claim(text, "答复805件", ClaimKind.REQUESTS_ANSWERED, 805),
        claim(text, f"结转下年{out}件", ClaimKind.REQUESTS_CARRIED_OUT, out),
    )
    assert kinds(text, claims=claims) == [kind]
    assert kinds(text, claims=claims[:3]) == [Kind.NOT_APPLICABLE]


def test_nothing_to_add_up():
    assert kinds("") == [Kind.NOT_APPLICABLE]


@pytest.mark.parametrize(
    "text",
    [
        "收到申请9件，其中住房6件、土地4件，两者兼有1件，其他2件。",
        "公开信息9条，其中甲类6件、乙类4件（部分同时计入两类），其他2件。",
    ],
)
def test_parts_that_are_said_to_overlap_are_reviewed(text):
    found = report(text, breakdowns=(_overlapping(text),))
    assert [f.kind for f in check(Question(report=found))] == [Kind.REVIEW]


def _overlapping(text):
    first, second = ("住房6件", "土地4件") if "住房" in text else ("甲类6件", "乙类4件")
    parts = (first, 6, None), (second, 4, None), ("其他2件", 2, None)
    return split(text, (text[4:6], 9), *parts, exhaustive=True)


@pytest.mark.parametrize(("website", "kind"), [(80, Kind.REVIEW), (40, Kind.FAIL)])
def test_one_document_may_be_published_through_many_channels(website, kind):
    text = f"公开100条，其中网站{website}条，公示栏30条，其他20条。"
    parts = (f"网站{website}条", website, None), ("公示栏30条", 30, None), ("其他20条", 20, None)
    assert kinds(text, split(text, ("100条", 100), *parts, exhaustive=True)) == [kind]


def test_one_request_comes_through_one_channel():
    text = "收到申请10件，其中网站申请8件，其他申请4件。"
    parts = ("网站申请8件", 8, None), ("其他申请4件", 4, None)
    assert kinds(text, split(text, ("10件", 10), *parts, exhaustive=True)) == [Kind.FAIL]


def test_a_list_after_a_mere_colon_is_reviewed():
    text = "收到申请10件：当面5件、信函4件。"
    parts = ("当面5件", 5, None), ("信函4件", 4, None)
    assert kinds(text, split(text, ("10件", 10), *parts, exhaustive=True)) == [Kind.REVIEW]


@pytest.mark.parametrize(("out", "kind"), [(1, Kind.PASS), (2, Kind.REVIEW)])
def test_requests_carried_in_may_be_among_those_received(out, kind):
    text = f"收到9件（上年结转2件，新收7件），答复8件，结转下年{out}件。"
    listed = split(text, ("9件", 9), ("上年结转2件", 2, None), ("新收7件", 7, None))
    claims = (
        claim(text, "收到9件", ClaimKind.REQUESTS_RECEIVED, 9),
        claim(text, "上年结转2件", ClaimKind.REQUESTS_CARRIED_IN, 2),
        claim(text, "答复8件", ClaimKind.REQUESTS_ANSWERED, 8),
        claim(text, f"结转下年{out}件", ClaimKind.REQUESTS_CARRIED_OUT, out),
    )
    assert kinds(text, listed, claims=claims) == [Kind.PASS, kind]


def test_the_balance_stands_at_the_figure_that_was_added_up():
    text = "收到10件，上年结转2件，答复近20件，共答复9件，结转3件。"
    claims = [
        claim(text, "收到10件", ClaimKind.REQUESTS_RECEIVED, 10, whole=True),
        claim(text, "结转2件", ClaimKind.REQUESTS_CARRIED_IN, 2, whole=True),
        claim(text, "答复近20件", ClaimKind.REQUESTS_ANSWERED, 20, approximate=True),
        claim(text, "答复9件", ClaimKind.REQUESTS_ANSWERED, 9, whole=True),
        claim(text, "结转3件", ClaimKind.REQUESTS_CARRIED_OUT, 3, whole=True),
    ]
    (outcome,) = assess(report(text, claims=tuple(claims)), [RULE]).outcomes
    assert (outcome.subject, outcome.quote, outcome.facts["answered"]) == ("relation:handled", "答复9件", 9)
