import io

import pytest

from govdisclosure.errors import EmptyFolderError, ReadError
from govdisclosure.law import cite
from govdisclosure.model.report import Edition
from govdisclosure.rules.outcome import Kind, Message
from govdisclosure.rules.showing import plain
from govdisclosure.text.display import columns, cut, one_line, underlined
from govdisclosure.text.markup import table
from govdisclosure.writing.text import report_lines, summary_lines, unread_line, write_lines

STEERING = "\x1b\x07\x9b\r\u202e\u2066"


def shown(assessment, lang="zh", **options):
    return plain(report_lines(assessment, "a.txt", lang, **options))


def test_a_report_shows_what_asks_for_attention_and_counts_the_rest(samples):
    text = shown(samples.assessment())
    assert text.startswith("a.txt\n青石县水利局 · 2010年度 · 自由格式\n")
    assert all(words in text for words in ("不符（错误） STR101", "待核 STR101", "未能判断 STR101", "不符 1，待核 1"))
    assert "通过 STR101" not in text


def test_verbose_shows_all_and_quiet_only_fails(samples):
    assert "通过 STR101" in shown(samples.assessment(), verbose=True)
    quiet = shown(samples.assessment(), quiet=True)
    assert "不符（错误） STR101" in quiet
    assert "待核" not in quiet
    assert shown(samples.assessment(outcomes=(samples.outcome(Kind.PASS),)), quiet=True) == ""


def test_the_quoted_words_are_underlined_with_file_line_and_column(samples):
    lines = shown(samples.assessment(), lang="en").splitlines()
    place = next(n for n, line in enumerate(lines) if line.strip() == "a.txt:4:1")
    assert lines[place + 1] == "      | 公开率达到100%,收费10.5万元。"
    assert lines[place + 2] == "      | " + "^" * 14
    assert lines[place + 3].startswith("      article: Regulation")
    assert lines[place + 3].endswith("Art 32(4)")


def test_an_article_the_sentence_names_is_not_said_again(samples):
    article = cite("regulation-2007:32i4")
    for lang, words in (("zh", f"与{article.zh}不符"), ("en", f"{article.en} asks")):
        named = samples.outcome(Kind.FAIL, message=Message(words, words))
        lines = shown(samples.assessment(outcomes=(named,)), lang=lang)
        assert lines.count("Art 32(4)" if lang == "en" else "第（四）项") == 1
    near = samples.outcome(Kind.FAIL, message=Message("见第三十二条", f"{cite('regulation-2007:32').en}, not its item"))
    assert "依据：" in shown(samples.assessment(outcomes=(near,)))
    assert "article: " in shown(samples.assessment(outcomes=(near,)), lang="en")


def test_the_language_chosen_is_the_only_one_of_the_message(samples):
    assert "说明fail" not in shown(samples.assessment(), lang="en")
    assert "says fail" not in shown(samples.assessment(), lang="zh")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_in_a_hostile_file_steers_the_terminal(samples, lang):
    lines = [*report_lines(samples.hostile(), "a\x1b]0;x\x07\udcff.txt", lang, verbose=True)]
    lines += summary_lines([samples.hostile()], [], lang)
    text = plain(lines)
    assert not set(STEERING) & set(text)
    assert "\\xff.txt" in text
    text.encode("utf-8")
    colour = io.StringIO()
    write_lines(lines, colour, colour=True)
    assert "\x1b]0" not in colour.getvalue()
    assert "\x1b[2J" not in colour.getvalue()


def test_colour_adds_nothing_but_colour(samples):
    rich_out, plain_out = io.StringIO(), io.StringIO()
    write_lines(report_lines(samples.assessment(), "a.txt"), rich_out, colour=True)
    write_lines(report_lines(samples.assessment(), "a.txt"), plain_out)
    assert "\x1b[" in rich_out.getvalue()
    assert "\x1b[" not in plain_out.getvalue()


def test_the_summary_says_what_was_not_read_not_judged_and_not_checked(samples):
    tables = Message("统计表未读取", "tables not read")
    unified = samples.assessment(
        report=samples.report(edition=Edition.UNIFIED_2021), crashed=(("STR101", "KeyError"),), not_checked=(tables,)
    )
    text = plain(summary_lines([unified], [ReadError("b", "空", "empty")], "zh"))
    assert "共1份报告：不符 1，待核 1，未能判断 1" in text
    assert "未能读取1个文件" in text
    assert "1次规则出错" in text
    assert "未核查（1份报告）：统计表未读取" in text


def test_an_unread_file_is_one_line():
    assert unread_line(ReadError("a\nb", "甲\r\n乙", "x"), "zh") == "a b: 甲 乙"


@pytest.mark.parametrize(("text", "width"), [("a", 1), ("公", 2), ("é", 1), ("e\u0301", 1), ("％", 2)])
def test_columns_follow_east_asian_width(text, width):
    assert columns(text) == width


@pytest.mark.parametrize("width", range(2, 12))
@pytest.mark.parametrize("tail", [True, False])
def test_cut_never_exceeds_the_width(width, tail):
    assert columns(cut("a公b开c信d息", width, tail=tail)) <= width


def test_underlines_stay_within_the_width_whatever_the_length():
    line, marks = underlined("前" * 500, "公开\n" * 300, "后" * 500, 60)
    assert columns(line) <= 62
    assert marks.strip("^ ") == ""
    assert columns(marks) <= columns(line)


def test_markup_escapes_what_it_is_given(samples):
    html = samples.hostile()._repr_html_() + samples.hostile().report._repr_html_()
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert table([["a", "b"]]).count("<td") == 1


def test_objects_show_themselves_in_one_line_and_in_full(samples):
    assessment = samples.assessment()
    assert repr(assessment) == (
        "<Assessment 青石县水利局 · 2010 · free form: "
        "1 pass, 1 fail, 1 review, 1 open, 1 notApplicable, 1 informational>"
    )
    assert "待核 STR101" in str(assessment)
    assert repr(assessment.report) == "<AnnualReport 青石县水利局 2010 free_form: 1 section, 2 claims, 1 mechanism>"
    assert one_line(str(assessment.outcomes[2])) == "待核 STR101 4:1 说明review"
    assert "<td" in assessment._repr_html_()


def test_standard_input_and_folders_are_called_by_their_names():
    assert unread_line(ReadError("-", "空", "empty"), "zh") == "标准输入：空"
    assert unread_line(ReadError("-", "空", "empty"), "en") == "stdin: empty"
    faults = [EmptyFolderError("a", "无", "none"), ReadError("b", "空", "empty")]
    text = plain(summary_lines([], faults, "zh"))
    assert text == "未能读取1个文件，未检查\n1个文件夹里没有可检查的文件"
    assert "2 folders" not in plain(summary_lines([], faults, "en"))
    assert plain(summary_lines([], [], "zh")) == ""


@pytest.mark.parametrize(
    ("before", "quote", "after", "line"),
    [
        ("标题  ", "公开", "　情况", "标题 公开 情况"),
        ("标题", " 公开\t", "情况", "标题 公开 情况"),
        ("标题", "公开", "情况", "标题公开情况"),
        (" ", "公开", " ", "公开"),
    ],
)
def test_white_space_beside_the_underlined_words_stays_as_one_blank(before, quote, after, line):
    shown, marks = underlined(before, quote, after)
    assert shown == line
    assert marks == " " * columns(line[: line.index("公")]) + "^^^^"


def test_the_closing_line_names_all_that_is_hidden(samples):
    lines = [plain((line,)) for line in summary_lines([samples.assessment()], [], "en")]
    assert lines[-1] == "--verbose lists what passed or does not apply, and information"
