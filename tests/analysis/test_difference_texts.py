import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.captures import PAGE, changed_page, prose
from tests.rules.building import report as built
from tests.rules.building import section

from govdisclosure import api
from govdisclosure.analysis.difference import SectionKind, compare_reports
from govdisclosure.analysis.difference.body import body_of, sections_of
from govdisclosure.text.normalise import fold, squeeze

SENTENCES = st.lists(
    st.text("公开信息收到申请件年度0123456789，。；！ \u3000", min_size=0, max_size=25), min_size=0, max_size=12
)


def compared(old, new):
    return compare_reports(old, new, mode="captures", verdicts=False)


def words(source, start, end):
    return squeeze(fold(source[start:end]))


def rebuilt(change, report):
    """The new prose of a section, made from the old prose and the hunks alone."""
    body = body_of(report, change.old)
    signs = dict(zip(body.offsets, body.key, strict=True))
    made, done = [], body.start
    for hunk in (hunk for text in change.texts for hunk in text.hunks):
        made += [sign for at, sign in signs.items() if done <= at < hunk.old_start]
        made.append(words(change.new_source, hunk.new_start, hunk.new_end))
        done = hunk.old_end
    return "".join([*made, *(sign for at, sign in signs.items() if at >= done)])


@settings(deadline=None)
@given(SENTENCES, SENTENCES)
def test_hunks_make_the_new_text_from_the_old(old, new):
    before, after = api.read(prose("本年度工作如下。", *old)), api.read(prose("本年度工作如下。", *new))
    found = compared(before, after)
    mine = {one.heading: body_of(after, one).key for one in sections_of(after)}
    for one in found.sections:
        if one.old is not None and one.new is not None:
            assert rebuilt(one, before) == mine[one.new.heading]
    if not found.changed_sections:
        assert [body_of(before, one).key for one in sections_of(before)] == list(mine.values())


def mirrored(found):
    return {
        (
            tuple(kind.value for kind in one.kinds),
            one.old and one.old.heading,
            one.new and one.new.heading,
            tuple((h.old_start, h.old_end, h.new_start, h.new_end) for text in one.texts for h in text.hunks),
        )
        for one in found.sections
    }


SWAPPED = {"added": "removed", "removed": "added"}


@settings(deadline=None)
@given(SENTENCES, SENTENCES)
def test_swapped_reports_give_the_same_hunks_swapped(old, new):
    before, after = api.read(prose("本年度工作如下。", *old)), api.read(prose("本年度工作如下。", *new))
    there, back = mirrored(compared(before, after)), mirrored(compared(after, before))
    assert back == {
        (tuple(SWAPPED.get(kind, kind) for kind in kinds), two, one, tuple((c, d, a, b) for a, b, c, d in hunks))
        for kinds, one, two, hunks in there
    }


def hunks(found):
    return [
        (one.old_source[h.old_start : h.old_end], one.new_source[h.new_start : h.new_end])
        for one in found.sections
        for text in one.texts
        for h in text.hunks
    ]


def test_a_changed_figure_is_shown_whole_and_alone():
    old, new = prose("全年收到申请125件，办结125件。"), prose("全年收到申请135件，办结125件。")
    assert hunks(compared(old, new)) == [("125", "135")]


def test_a_changed_word_stands_without_splinters():
    old = prose("建立了定期清理失效文件的制度，效果明显。其他工作照常进行。")
    new = prose("建立了每季度核对现行文件的办法，效果明显。其他工作照常进行。")
    found = hunks(compared(old, new))
    assert len(found) <= 3
    assert all(len(gone) > 1 for gone, _ in found)


def test_a_sign_that_both_have_by_chance_parts_no_difference():
    old, new = prose("本年度清理的文件已归档。其他工作照常。"), prose("本年度登记的材料已归档。其他工作照常。")
    assert hunks(compared(old, new)) == [("清理的文件", "登记的材料")]


def test_sentences_parted_elsewhere_are_no_difference_beside_one_that_is():
    old = prose("（一）主动公开", "全年公开信息。", "其他工作一项。")
    new = prose("（一）主动公开全年公开信息。", "其他工作两项。")
    found = compared(old, new)
    assert hunks(found) == [("一", "两")]
    assert [len(one.texts) for one in found.sections] == [1]


def test_a_sentence_that_was_put_in_is_one_hunk_with_nothing_gone():
    old, new = prose("甲工作已完成。丙工作已完成。"), prose("甲工作已完成。乙项目也做了。丙工作已完成。")
    assert hunks(compared(old, new)) == [("", "乙项目也做了。")]


def test_line_breaks_blanks_and_widths_are_layout():
    old = prose("全年收到申请12件，办结12件。其他工作照常进行。")
    new = prose("全年收到申请１２件,办结 12 件。", "其他工作照常进行。")
    assert not compared(old, new).changed_sections


def test_latin_words_are_compared_as_words():
    old, new = prose("设立 Open Data 专栏，面向公众。"), prose("设立 Open Government 专栏，面向公众。")
    assert hunks(compared(old, new)) == [("Data", "Government")]


TWO = "<p><strong>五、存在的主要问题及改进情况</strong></p>"
THREE = "<p><strong>六、其他需要报告的事项</strong></p>"


def kinds(found):
    return {(one.new or one.old).heading: {kind.value for kind in one.kinds} for one in found.changed_sections}


def test_a_renamed_section_is_named_and_its_text_is_not_lost():
    found = compared(PAGE.encode(), changed_page((THREE, "<p><strong>六、补充说明</strong></p>")))
    assert kinds(found) == {"六、补充说明": {"renamed"}}


def test_a_section_with_another_heading_and_text_is_known_by_what_it_is_about():
    start = PAGE.index("<p>存在的问题")
    text = PAGE[start : PAGE.index(THREE)]
    heading = "<p><strong>五、存在的问题和改进措施</strong></p>"
    found = compared(PAGE.encode(), changed_page((TWO, heading), (text, "<p>暂无。</p>")))
    assert kinds(found) == {"五、存在的问题和改进措施": {"renamed", "text"}}


def test_a_section_whose_number_alone_changed_says_so():
    found = compared(PAGE.encode(), changed_page((THREE, "<p><strong>七、其他需要报告的事项</strong></p>")))
    assert kinds(found) == {"七、其他需要报告的事项": {"renumbered"}}


def test_a_section_that_is_gone_or_new_has_its_whole_text():
    cut = PAGE[PAGE.index(TWO) : PAGE.index(THREE)]
    found = compared(PAGE.encode(), changed_page((cut, "")))
    gone = next(one for one in found.sections if one.new is None)
    assert gone.kinds == (SectionKind.REMOVED,)
    (text,) = gone.texts
    assert text.new_at is None
    assert "按月提醒制度" in gone.old_source[text.old_at.start : text.old_at.end]


def test_a_section_that_moved_is_moved_and_not_gone():
    start, end = PAGE.index(TWO), PAGE.index(THREE)
    last = PAGE.index("<p style", end)
    five, six = PAGE[start:end].replace("五、", "六、"), PAGE[end:last].replace("六、", "五、")
    page = PAGE[:start] + six + five + PAGE[last:]
    found = compared(PAGE.encode(), page.encode())
    assert sum("moved" in each for each in kinds(found).values()) == 1
    assert not {"added", "removed"} & set().union(*kinds(found).values())


def bare(words):
    """A report of one section, made by hand: reading would take longer than comparing."""
    heading = "一、概述"
    text = f"{heading}\n{words}"
    return built(text, sections=(section(text, heading, words, number=1),), year=2012)


@pytest.mark.parametrize("unit", ["甲{}乙。", "字{}", "<b>{}&\x1b[31m。"])
def test_two_megabytes_with_no_common_sentence_take_bounded_time(unit):
    size = 2_000_000 // len(unit.encode())
    old, new = (bare("".join(unit.format(chr(0x4E00 + (n * step) % 20_000)) for n in range(size))) for step in (1, 7))
    start = time.process_time()
    found = compared(old, new)
    assert found.changed_sections
    assert time.process_time() - start < 60


@pytest.mark.parametrize("mode", ["captures", "years"])
@pytest.mark.parametrize(
    "unit", ["一、主动公开政府信息情况\n", "全年共收到政府信息公开申请3件。答复率100%。\n", "规章|1|2|3|\n", "、"]
)
def test_a_report_that_says_one_thing_again_and_again_takes_bounded_time(unit, mode):
    old, new = (api.read(prose(unit * (30_000 // len(unit)), more, year=2012)) for more in ("甲。", "乙。"))
    start = time.process_time()
    compare_reports(old, new, mode=mode, verdicts=False)
    assert time.process_time() - start < 15


def test_two_megabytes_of_one_sentence_again_and_again_take_bounded_time():
    old, new = (bare(unit * 80_000) for unit in ("工作已完成一项。", "工作已完成两项。工作已完成一项。"))
    start = time.process_time()
    found = compared(old, new)
    assert found.changed_sections
    assert time.process_time() - start < 60
