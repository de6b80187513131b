from hypothesis import example, given, settings
from hypothesis import strategies as st

from govdisclosure import api
from govdisclosure.errors import ReadError
from govdisclosure.text.dates import find_dates, find_periods, find_years
from govdisclosure.text.headings import find_markers, match_marker
from govdisclosure.text.normalise import fold
from govdisclosure.text.numerals import chinese_number, number
from govdisclosure.text.personal import mask_personal

QUICK = settings(max_examples=150, deadline=None, derandomize=True)
TITLE = "青石县水利局2010年政府信息公开工作年度报告"
PIECES = st.sampled_from([
    TITLE, "政府信息公开", "一、概述", "二、主动公开情况", "（一）", "三、", "依申请公开", "第一部分", "1.",
    "收费及减免情况", "收到申请", "12件", "３件", "一百二十件", "1,204条", "100%", "答复率", "其中", "当面申请5件",
    "、", "，", "。", "；", "：", "（", "）", "没有", "未", "行政复议", "行政诉讼", "领导小组", "局长任组长",
    "存在", "不及时", "加强", "2010年", "1月1日", "至", "12月31日", "二○一一年三月一日", "青石县水利局", "我局",
    "统计期限", "发布时间：", "2011-03-01", "\n", "\n", "\n\n", " ", "\u3000", "\t", "\u200b", "\xa0", "\r\n",
    "\u2028", "\U0001f600", "\u202e", "Ａ", "縣", "附件", "统计表", "指标名称", "13800138000", "十", "万", "亿",
    "〇", "O", "—", "|", "#", "&", "<p>", "</p>", "<table><tr><td>",
])  # fmt: skip
MIXED = st.lists(PIECES | st.text(max_size=3), max_size=60).map("".join)
REPORTS = st.lists(PIECES, max_size=60).map(lambda pieces: f"{TITLE}\n一、概述\n{''.join(pieces)}")


def examine(data):
    """Read and check; whatever was read must stand where it says."""
    try:
        report = api.read(data)
    except ReadError as error:
        assert error.zh  # noqa: PT017
        assert error.en  # noqa: PT017
        return None
    quoted = [*report.claims, *report.mechanisms, *report.problems, *report.breakdowns]
    dates = [one for one in (report.published, report.signed, report.period) if one and one.at.end]
    for one in [*quoted, *dates]:
        assert one.quote == report.text[one.at.start : one.at.end]
    for section in report.sections:
        heading = report.text[section.heading_at.start : section.heading_at.end]
        assert section.heading == heading.strip()
        assert report.text[section.at.start : section.at.end].endswith(section.text)
    ordered(report)
    assessment = api.check(report)
    assert assessment.crashed == ()
    return report, assessment.outcomes


def ordered(report):
    end = 0
    for section in report.sections:
        assert end <= section.at.start == section.heading_at.start < section.heading_at.end <= section.at.end
        end = section.at.end
    assert end <= len(report.text)
    starts = [claim.at.start for claim in report.claims]
    assert starts == sorted(starts)
    if report.preamble and report.sections:
        assert report.preamble.at.end <= report.sections[0].at.start


@QUICK
@given(st.binary(max_size=600))
@example(b"")
@example(b"\xff\xfe")
@example(b"<")
def test_arbitrary_bytes(data):
    examine(data)


@QUICK
@given(st.text(max_size=400))
def test_arbitrary_text(text):
    examine(text.encode("utf-8", "surrogatepass"))


@QUICK
@given(MIXED | REPORTS)
@example(f"{TITLE}\n")
@example(f"{TITLE}\n一、概述\n一、概述\n")
def test_text_of_the_field_in_any_order(text):
    examine(text.encode())


@QUICK
@given(REPORTS)
def test_pages_of_the_field_in_any_order(text):
    body = "".join(f"<p>{line}" for line in text.splitlines())
    examine(f"<html><head><title>{TITLE}</title></head><body>{body}".encode())


@QUICK
@given(MIXED | REPORTS)
def test_reading_and_checking_twice_gives_the_same(text):
    assert examine(text.encode()) == examine(text.encode())


@QUICK
@given(st.text() | MIXED)
def test_folding_keeps_length_and_settles(text):
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded


@QUICK
@given(st.text() | MIXED)
def test_masking_keeps_length_and_settles(text):
    masked = mask_personal(text)
    assert len(masked) == len(text)
    assert mask_personal(masked) == masked


@QUICK
@given(MIXED)
def test_readers_of_text_never_raise_and_stay_inside(text):
    key = fold(text)
    number(key)
    chinese_number(key)
    match_marker(key)
    spans = [(one.start, one.end) for one in [*find_dates(key), *find_periods(key), *find_markers(key, 0, len(key))]]
    spans += [(start, end) for _, start, end in find_years(key)]
    assert all(0 <= start < end <= len(key) for start, end in spans)
