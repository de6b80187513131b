import attrs
import pytest
from tests.rules.asking import ask, verdicts
from tests.rules.structure.reports import OLD, whole

from govdisclosure.model.report import AnnualReport, Content
from govdisclosure.rules.structure.announcement import find_announcement
from govdisclosure.rules.structure.str104_preamble_parts import RULE
from govdisclosure.text.normalise import fold

FIVE = (
    "本报告由主动公开情况、依申请公开情况、收费及减免情况、行政复议、行政诉讼情况和存在的问题及改进情况共五个部分组成。"
)


def test_a_list_that_fits_passes_and_is_quoted():
    (outcome,) = ask(RULE, whole(*OLD, opening=f"现予公布。{FIVE}欢迎监督。"))
    assert outcome.kind.value == "pass"
    assert outcome.quote == FIVE.removeprefix("本").removesuffix("。")


@pytest.mark.parametrize(
    ("opening", "stated", "listed"),
    [
        (FIVE, 5, 5),
        ("全文包括概述、主动公开情况，依申请公开情况等。", None, 3),
        ("本年度报告共分3个部分：总体情况、主动公开情况、其他需要报告的事项。", 3, 3),
        ("报告分为：一、概述；二、主动公开情况；三、收到和处理申请情况。", None, 3),
        ("本年报包括总体情况、主动公开情况以及问题和改进措施，并附统计表。", None, 4),
    ],
)
def test_lists_are_read(opening, stated, listed):
    found = find_announcement(fold(opening))
    assert (found.stated, len(found.parts)) == (stated, listed)


@pytest.mark.parametrize("opening", ["", "本报告由我局编制。", "根据《条例》要求，编制本报告。", "报告内容包括工作。"])
def test_no_list(opening):
    assert find_announcement(fold(opening)) is None
    assert verdicts(RULE, whole(*OLD, opening=opening)) == {"parts": "notApplicable"}


def test_the_stated_number_against_the_list_and_the_text():
    assert verdicts(RULE, whole(*OLD, opening=FIVE.replace("五个", "八个"))) == {
        "parts:listed": "review",
        "parts:found": "review",
    }


def test_an_announced_part_that_is_not_there_is_named():
    parts = tuple(part for part in OLD if Content.FEES not in part[1])
    outcomes = ask(RULE, whole(*parts, opening=FIVE))
    assert {o.subject: o.kind.value for o in outcomes} == {"parts:found": "review", "part:fees": "review"}
    assert "收费及减免情况" in outcomes[1].message.zh


def test_an_annex_may_be_lost():
    opening = FIVE.replace("和存在的问题及改进情况共五个", "、存在的问题及改进情况和统计表共六个")
    assert verdicts(RULE, whole(*OLD, opening=opening)) == {"parts": "pass"}


def test_without_sections_the_list_cannot_be_compared():
    report = attrs.evolve(whole(*OLD, opening=FIVE), sections=())
    assert verdicts(RULE, report) == {"parts:found": "open"}


def test_no_preamble_and_hostile_ones():
    assert verdicts(RULE, AnnualReport()) == {"parts": "notApplicable"}
    for opening in ("本报告由" * 20_000, "报告包括" + "和申请" * 20_000, "、" * 50_000):
        assert ask(RULE, whole(*OLD, opening=opening))


@pytest.mark.parametrize(
    ("opening", "verdict"),
    [
        ("本报告共分八个部分。", {"parts:found": "review"}),
        ("全文由五个部分组成。", {"parts": "pass"}),
        ("全年分三个方面推进工作。", {"parts": "notApplicable"}),
    ],
)
def test_a_number_without_a_list_is_held_against_the_headings(opening, verdict):
    assert verdicts(RULE, whole(*OLD, opening=opening)) == verdict


@pytest.mark.parametrize(
    ("opening", "heading", "verdict"),
    [
        ("本报告由主动公开情况、依申请公开、不予公开及咨询信息情况等部分组成。",
         "二、依申请公开、不予公开及咨询信息情况", {"parts": "pass"}),
        ("本报告由主动公开情况、依申请公开情况等五个部分组成，所列数据截至年底。", None, {"parts": "pass"}),
        ("本报告由主动公开情况、依申请公开情况等九个部分组成。", None, {"parts:found": "review"}),
        ("本报告由主动公开情况、依申请公开情况、政府支出和收费等部分组成，起止时间为2010年全年。", None,
         {"parts": "pass"}),
    ],
)  # fmt: skip
def test_a_part_is_the_heading_it_names_whole(opening, heading, verdict):
    parts = (OLD[0], (heading or OLD[1][0], OLD[1][1]), *OLD[2:])
    assert verdicts(RULE, whole(*parts, opening=opening)) == verdict


@pytest.mark.parametrize(
    ("opening", "words"),
    [
        ("本报告由主动公开情况、依申请公开情况、政府支出和收费等部分组成，起止时间为2010年。", "政府支出和收费"),
        ("本报告由主动公开情况、依申请公开情况、收费及减免情况等部分组成。", "收费及减免情况"),
    ],
)
def test_a_missing_part_is_named_in_full_and_without_what_closes_the_list(opening, words):
    parts = tuple(part for part in OLD if Content.FEES not in part[1])
    (outcome,) = ask(RULE, whole(*parts, opening=opening))
    assert f"“{words}”" in outcome.message.zh
