import pytest
from tests.extraction.reports import BODIES, HEADINGS, TITLE, read

NAMES = [
    "概述",
    "主动公开政府信息情况",
    "依申请公开政府信息情况",
    "收费及减免情况",
    "行政复议和行政诉讼情况",
    "存在的问题及改进措施",
]
COVERS = ["overview", "proactive", "requests", "fees", "remedies", "problems"]
SAYS = ["工作有序。", "信息按时公布。", "渠道畅通。", "按规定执行。", "渠道畅通。", "更新不够及时。"]
CHINESE = "一二三四五六"


def headings(style):
    written = {
        "chinese": lambda n: f"{CHINESE[n]}、",
        "spaced": lambda n: f"{CHINESE[n]}  ",
        "bracketed": lambda n: f"（{CHINESE[n]}）",
        "arabic": lambda n: f"{n + 1}.",
        "part": lambda n: f"第{CHINESE[n]}部分　",
        "none": lambda _: "",
    }[style]
    return [written(n) + name for n, name in enumerate(NAMES)]


def parts(found):
    return [(section.number, [content.value for content in section.covers]) for section in found.sections]


@pytest.mark.parametrize("style", ["chinese", "spaced", "bracketed", "arabic", "part", "none"])
def test_headings_on_lines_of_their_own(style):
    lines = [line for pair in zip(headings(style), SAYS, strict=True) for line in pair]
    found = read("\n".join([TITLE, *lines]))
    numbers = [None] * 6 if style == "none" else list(range(1, 7))
    assert parts(found) == [(n, [covers]) for n, covers in zip(numbers, COVERS, strict=True)]
    assert [section.heading for section in found.sections] == [heading.strip() for heading in headings(style)]
    assert [section.text for section in found.sections] == SAYS


def test_headings_glued_to_their_text_and_to_each_other():
    lead = "一年来我局按照条例要求做好各项工作，信息渠道进一步畅通，群众查阅更加方便。"
    glued = "".join(f"{h}{lead}" for h in headings("chinese"))
    found = read(f"{TITLE}\n{glued}\n")
    assert parts(found) == [(n, [covers]) for n, covers in enumerate(COVERS, 1)]
    assert [section.heading for section in found.sections] == headings("chinese")


def test_sub_headings_are_no_sections():
    found = read(
        f"{TITLE}\n一、概述\n（一）组织领导\n有领导小组。\n（二）主动公开\n按时公布。\n二、主动公开情况\n1.公开数量\n"
        "已公布。\n三、依申请公开情况\n（一）收到申请情况\n渠道畅通。\n"
    )
    assert [section.number for section in found.sections] == [1, 2, 3]


def test_a_list_of_the_parts_in_the_opening_is_not_the_sections():
    listed = "本报告包括一、概述；二、主动公开情况；三、依申请公开情况；四、收费情况四个部分。"
    lines = [line for pair in zip(headings("chinese"), SAYS, strict=True) for line in pair]
    found = read("\n".join([TITLE, listed, *lines]))
    assert [section.heading for section in found.sections] == headings("chinese")
    assert found.preamble.text == listed


def test_rows_of_the_annex_are_not_sections():
    annex = "附件：统计表\n指标名称\t计量单位\t统计数\n一、主动公开情况\t——\t——\n二、依申请公开情况\t件\t3\n"
    lines = [line for pair in zip(headings("chinese"), SAYS, strict=True) for line in pair]
    found = read("\n".join([TITLE, *lines, annex]))
    assert [section.heading for section in found.sections] == headings("chinese")


def test_a_skipped_ordinal_is_kept_as_printed():
    words = f"{TITLE}\n一、概述\n有序。\n二、主动公开情况\n按时。\n四、收费情况\n未定。\n"
    assert [section.number for section in read(words).sections] == [1, 2, 4]


def test_a_heading_may_announce_several_contents():
    words = f"{TITLE}\n一、概述\n有序。\n二、依申请公开情况及行政复议、诉讼情况\n渠道畅通。\n"
    assert parts(read(words))[1] == (2, ["requests", "remedies"])


def test_a_slogan_heading_covers_nothing_that_can_be_told():
    words = f"{TITLE}\n一、概述\n有序。\n二、乘势而上\n加油。\n三、主动公开情况\n按时。\n"
    assert parts(read(words))[1] == (2, [])


def test_sections_follow_each_other_without_overlap():
    words = "\n".join([TITLE, *(line for name in HEADINGS for line in (HEADINGS[name], BODIES[name]))])
    found = read(words)
    ends = [0, *(section.at.end for section in found.sections)]
    for end, section in zip(ends, found.sections, strict=False):
        assert end <= section.at.start <= section.heading_at.start < section.heading_at.end <= section.at.end


def test_wide_blanks_after_the_ordinal_and_an_announcing_heading():
    found = read(f"{TITLE}\n一、   现将我局信息公开工作情况报告如下\n有序。\n二、主动公开情况\n按时。\n")
    assert parts(found) == [(1, ["overview"]), (2, ["proactive"])]
    assert found.sections[0].heading == "一、   现将我局信息公开工作情况报告如下"
