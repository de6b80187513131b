import ast
import copy
import importlib
import pkgutil
import re
import subprocess
import sys
import typing
from datetime import date
from pathlib import Path

import attrs
import pendulum
import pytest

import govdisclosure
from govdisclosure import api
from govdisclosure.errors import NotInForceError, ReadError, UsageError

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "county-water-bureau-2010.txt"
HEAVY = ("cattrs", "click", "rich", "selectolax", "chinese_calendar", "pendulum", "attrs")


def fresh(code):
    """Run code in a new interpreter, so that what other tests imported does not count."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)  # noqa: S603
    return done.stdout.strip()


def test_importing_the_package_imports_nothing_heavy():
    code = f"import sys, govdisclosure; print([name for name in {HEAVY!r} if name in sys.modules])"
    assert fresh(code) == "[]"


def test_reading_and_checking_text_needs_no_extra():
    extras = ("cattrs", "click", "rich", "selectolax")
    code = (
        f"import sys, govdisclosure as g; g.check(g.read({str(EXAMPLE)!r}));"
        f"print([name for name in {extras!r} if name in sys.modules])"
    )
    assert fresh(code) == "[]"


def test_public_names_are_sorted_and_all_there():
    assert list(govdisclosure.__all__) == sorted(govdisclosure.__all__)
    assert all(getattr(govdisclosure, name) is not None for name in dir(govdisclosure))
    with pytest.raises(AttributeError, match="nothing_like_this"):
        _ = govdisclosure.nothing_like_this


def test_type_checkers_see_the_names_that_are_there_at_run_time_each_from_its_home():
    page = ast.parse(Path(govdisclosure.__file__).read_text("utf-8"))
    shown = {
        (alias.name, alias.asname): node.module for node in ast.walk(page) if isinstance(node, ast.ImportFrom)
        for alias in node.names if node.module.startswith("govdisclosure.")
    }  # fmt: skip
    assert sorted(name for name, _ in shown) == list(govdisclosure.__all__)
    for (name, again), home in shown.items():
        assert name == again
        assert getattr(govdisclosure, name) is getattr(importlib.import_module(home), name)


def test_no_public_name_is_hidden_by_a_subpackage_of_that_name():
    modules = {module.name for module in pkgutil.iter_modules(govdisclosure.__path__)}
    assert not modules & set(govdisclosure.__all__)


def test_a_path_a_string_and_bytes_read_alike():
    by_path, by_name = govdisclosure.read(EXAMPLE), govdisclosure.read(str(EXAMPLE))
    by_bytes = govdisclosure.read(EXAMPLE.read_bytes(), uri="a.txt")
    assert by_path == by_name
    assert (by_bytes.sections, by_bytes.claims) == (by_path.sections, by_path.claims)
    assert by_bytes.source.uri == govdisclosure.read(EXAMPLE, uri="a.txt").source.uri == "a.txt"


def test_check_takes_a_report_or_what_it_is_read_from():
    report = govdisclosure.read(EXAMPLE)
    assert govdisclosure.check(report).outcomes == govdisclosure.check(EXAMPLE).outcomes
    assert govdisclosure.check(EXAMPLE.read_bytes()).outcomes == govdisclosure.check(report).outcomes


def test_the_example_shows_what_it_was_written_to_show():
    assessment = govdisclosure.check(EXAMPLE)
    fails = assessment.of(govdisclosure.Kind.FAIL)
    assert [(fail.rule, fail.subject) for fail in fails] == [("STR101", "content:fees")]
    assert [outcome.rule for outcome in assessment.of(govdisclosure.Kind.REVIEW)] == ["CLM101", "TXT103"]
    assert assessment.crashed == ()


def test_rules_are_chosen_by_code_and_family():
    assert {outcome.rule[:3] for outcome in govdisclosure.check(EXAMPLE, select=["DDL"])} == {"DDL"}
    assert "STR101" not in {outcome.rule for outcome in govdisclosure.check(EXAMPLE, ignore="STR101")}
    with pytest.raises(UsageError):
        govdisclosure.check(EXAMPLE, select=["ZZZ999"])


@pytest.mark.parametrize("day", ["2011-03-31", date(2011, 3, 31), pendulum.date(2011, 3, 31)])
def test_a_day_is_a_date_or_an_iso_string(day):
    assert api.as_day(day) == pendulum.date(2011, 3, 31)


@pytest.mark.parametrize("day", ["", "2011", "31.3.2011", "2011-02-30", "today", 2011])
def test_any_other_day_is_refused_with_an_example(day):
    with pytest.raises(UsageError, match="2011-03-31"):
        govdisclosure.check(EXAMPLE, as_of=day)


def test_as_of_never_selects_the_law():
    kinds = {
        day: [(o.rule, o.kind) for o in govdisclosure.check(EXAMPLE, as_of=day)] for day in ("2012-01-01", "2026-01-01")
    }
    assert kinds["2012-01-01"] == kinds["2026-01-01"]


@pytest.mark.parametrize("code", ["STR101", "str101", "structure.contents.required", "reply.term"])
def test_explain_finds_rules_and_parameters(code):
    assert govdisclosure.explain(code).text.startswith("# ")


@pytest.mark.parametrize(("code", "near"), [("STR10l", "STR10"), ("reply.trm", "reply.term")])
def test_explain_suggests_what_was_meant(code, near):
    with pytest.raises(UsageError, match=near):
        govdisclosure.explain(code)


def test_explain_refuses_a_language_it_does_not_speak():
    with pytest.raises(UsageError, match="zh"):
        govdisclosure.explain("STR101", "fr")


def test_law_lists_what_held_on_a_day():
    listing = govdisclosure.law_in_force("2019-05-14")
    values = {parameter.name: dated.value for parameter, dated in listing.values}
    assert values["reply.term"] == 15
    assert "regulation-2007" in {one.id for one in listing.instruments}
    assert "regulation-2019" not in {one.id for one in listing.instruments}
    assert len(govdisclosure.law_in_force().values) > len(listing.values)
    assert "答复期限：15个工作日" in str(listing)


@pytest.mark.parametrize("shown", [govdisclosure.law_in_force("2012-06-01"), govdisclosure.check(EXAMPLE)])
def test_texts_refuse_a_language_they_do_not_speak(shown):
    with pytest.raises(UsageError):
        shown.render(lang="fr")


def test_what_cannot_be_read_is_an_error_with_both_languages(tmp_path):
    with pytest.raises(ReadError) as caught:
        govdisclosure.read(tmp_path / "missing.txt")
    assert caught.value.zh
    assert caught.value.en


def test_no_instrument_is_listed_before_it_was_issued_nor_a_value_before_its_instrument():
    older = {"reconsideration", "litigation", "period"}
    listing = govdisclosure.law_in_force("2007-01-01")
    assert {one.id for one in (*listing.instruments, *listing.start_unknown)} == {
        "reconsideration-1999", "litigation-1989", "litigation-interpretation-2000", "civil-principles-1986"
    }  # fmt: skip
    assert {parameter.name.partition(".")[0] for parameter, _ in listing.values} == older
    listing = govdisclosure.law_in_force("2008-02-01")
    by_day = {one.name.partition(".")[0] for one, _ in listing.values if one.select_by == "day"}
    assert by_day == older
    assert any(one.select_by == "report_year" for one, _ in listing.values)
    late = govdisclosure.law_in_force("2019-12-31")
    assert [one.id for one in late.start_unknown] == ["statistics-2014", "form-2019", "platform-2019"]
    assert all(one.in_force_from is not None for one in late.instruments)


def test_a_value_of_a_day_rests_on_an_instrument_of_that_day():
    for day in ("2008-05-01", "2013-01-01", "2016-01-01", "2019-05-15", "2020-06-01", "2026-01-01"):
        asked = api.as_day(day)
        for parameter, dated in govdisclosure.law_in_force(day).values:
            if parameter.select_by == "day":
                assert dated.cite.instrument.holds_on(asked)
            else:
                assert parameter.for_report_year(asked.year) == dated


def test_a_listing_is_short_in_a_shell_and_a_table_in_a_notebook():
    listing = govdisclosure.law_in_force("2012-06-01")
    assert repr(listing).startswith("<LawListing 2012-06-01: 9 instruments, ")
    assert "\n" not in repr(listing)
    assert "<table" in listing._repr_html_()
    assert listing.render("en").startswith("instruments:")


@pytest.mark.parametrize("source", [None, 3, 1.5, ["a.txt"], object()])
def test_what_is_no_source_is_refused_with_a_sentence(source):
    for call in (govdisclosure.read, govdisclosure.check):
        with pytest.raises(UsageError, match=type(source).__name__) as caught:
            call(source)
        assert "路径" in caught.value.zh


def test_an_assessment_speaks_both_languages_and_has_a_length():
    assessment = govdisclosure.check(EXAMPLE)
    assert assessment.render("en").startswith("青石县水利局 · 2010 · free form\n")
    assert "fail (error) STR101" in assessment.render(lang="en")
    assert str(assessment) == assessment.render("zh")
    assert len(assessment) == len(assessment.outcomes)
    assert len(repr(assessment.outcomes[0]).splitlines()) == 1
    assert repr(assessment.of(govdisclosure.Kind.FAIL)[0]) == "<Outcome fail (error) STR101: content:fees>"


def test_what_no_rule_looks_at_is_named():
    reports = EXAMPLE.parent.parent / "tests" / "fixtures" / "reports"
    assert govdisclosure.check(EXAMPLE).not_checked == ()
    for name, words in {"unified-2023.html": "statutory tables", "district-annex-2014.txt": "statistics annex"}.items():
        assessment = govdisclosure.check(reports / name)
        (message,) = assessment.not_checked
        assert words in message.en
        assert f"未核查：{message.zh}" in str(assessment)
        assert message.zh in assessment._repr_html_()


def test_what_blanks_count_as_is_one_of_two_words():
    assert govdisclosure.check(EXAMPLE, blank_is="zero").outcomes == govdisclosure.check(EXAMPLE).outcomes
    with pytest.raises(UsageError, match="blank_is must be 'open' or 'zero'"):
        govdisclosure.check(EXAMPLE, blank_is=0)


def test_no_rule_left_is_refused():
    with pytest.raises(UsageError, match="no rule is left"):
        govdisclosure.check(EXAMPLE, select="STR101", ignore="STR")


def test_a_family_is_explained_by_its_rules():
    page = govdisclosure.explain("clm", "zh")
    family = [rule.code for rule in govdisclosure.all_rules() if rule.code.startswith("CLM")]
    assert [line.split()[1] for line in page.text.splitlines()[2:]] == family
    assert "CLM101" in family


@pytest.mark.parametrize(
    ("word", "first"), [("STR10l", "STR101"), ("receipt.emial", "receipt.email"), ("ddl999", "DDL101")]
)
def test_the_nearest_is_suggested_first(word, first):
    with pytest.raises(UsageError) as caught:
        govdisclosure.explain(word)
    assert f"did you mean: {first}" in caught.value.en


@pytest.mark.parametrize(
    "error",
    [
        ReadError("a", "空", "empty"),
        UsageError("错", "wrong"),
        govdisclosure.MissingExtraError("cli", "命令行", "the command line"),
    ],
)
def test_an_error_keeps_both_sentences_through_a_copy(error):
    again = copy.copy(error)
    assert (type(again), str(again), again.zh, again.en) == (type(error), str(error), error.zh, error.en)
    assert f"{error.zh} / {error.en}" in str(error)


@pytest.mark.parametrize(("code", "words"), [("regulation-2007", "国务院令第492号"), ("Regulation-2019:50p1", "711")])
def test_explain_finds_instruments_and_what_rests_on_them(code, words):
    page = govdisclosure.explain(code)
    assert words in page.text
    assert "STR101" in page.text
    assert "`reply.term`" in page.text
    assert "施行" in govdisclosure.explain(code, "zh").text
    assert "In force" in govdisclosure.explain(code, "en").text


@pytest.mark.parametrize("code", ["NOPE", "STR999", "regulation-1999"])
def test_what_cannot_be_explained_is_told_where_the_names_are(code):
    with pytest.raises(UsageError) as caught:
        govdisclosure.explain(code)
    for said in (caught.value.zh, caught.value.en):
        assert "govdisclosure rules" in said
        assert "govdisclosure law" in said


def test_one_parameter_or_instrument_is_listed_by_name():
    assert [d.value for _, d in govdisclosure.law_in_force(name="reply.term").values] == [15, 20]
    assert [d.value for _, d in govdisclosure.law_in_force("2012-06-01", "reply.term").values] == [15]
    assert [one.id for one in govdisclosure.law_in_force(name="regulation-2007").instruments] == ["regulation-2007"]
    assert [one.id for one in govdisclosure.law_in_force(name="form-2019").start_unknown] == ["form-2019"]
    with pytest.raises(NotInForceError, match="2008-05-01"):
        govdisclosure.law_in_force("2007-01-01", "regulation-2007")
    with pytest.raises(UsageError, match="regulation-2007"):
        govdisclosure.law_in_force(name="regulation-200")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_day_before_all_law_is_answered_with_the_first(lang):
    listing = govdisclosure.law_in_force("1986-01-01")
    assert listing.render(lang).count("\n") == 0
    assert "1986-01-01" in listing.render(lang)
    assert "1987-01-01" in listing.render(lang)
    assert "1987-01-01" in listing._repr_html_()


@pytest.mark.parametrize("day", [None, "2012-06-01", "2020-06-01"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_line_of_law_that_was_not_read_in_its_source_is_marked(day, lang):
    marks = {"inference": ("〔推断〕", "[inference]"), "memory": ("〔记忆〕", "[memory]"), "source": ("", "")}
    listing = govdisclosure.law_in_force(day)
    kinds = [one.evidence for one in (*listing.instruments, *listing.start_unknown)]
    by_day = [dated.evidence for one, dated in listing.values if one.select_by == "day"]
    kinds += [*by_day, *(dated.evidence for one, dated in listing.values if one.select_by != "day")]
    lines = [line for line in listing.render(lang).splitlines() if line.startswith("  ")]
    mark = re.compile(r"(?<=  )(?:〔推断〕|〔记忆〕|\[inference\]|\[memory\])$")
    ends = ["".join(mark.findall(line)) for line in lines]
    assert ends == [marks[kind.value][lang == "en"] for kind in kinds]
    assert "〔记忆〕" in listing._repr_html_()
    assert ("没有读到原文" if lang == "zh" else "no source was read") in listing.render(lang)


@pytest.mark.parametrize("source", ["https://www.example.cn/a.html", "HTTP://x", Path("http://x/y")])
def test_an_address_is_answered_with_what_to_do(source):
    with pytest.raises(ReadError) as caught:
        govdisclosure.read(source)
    assert caught.value.zh == "不能直接读取网址；请在浏览器中打开，另存为网页后再核查"
    assert "browser" in caught.value.en


@pytest.mark.parametrize("source", ["青石县水利局2010年报告\n一、概述", "一\r\n二", "长" * 5000])
def test_a_text_given_as_a_path_is_told_to_come_as_bytes(source):
    with pytest.raises(ReadError) as caught:
        govdisclosure.read(source)
    assert "bytes" in caught.value.zh
    assert "bytes" in caught.value.en
    assert len(caught.value.source) <= 80
    assert "\n" not in caught.value.source


def test_a_file_whose_name_has_a_line_break_is_read(tmp_path):
    path = tmp_path / "a\nb.txt"
    try:
        path.write_bytes(EXAMPLE.read_bytes())
    except OSError:
        pytest.skip("no such names here")
    assert govdisclosure.read(path).year == 2010


def _types(hint):
    if isinstance(hint, type):
        yield hint
    for part in typing.get_args(hint):
        yield from _types(part)


def test_every_type_that_a_field_can_hold_is_exported():
    todo = [one for name in govdisclosure.__all__ if isinstance(one := getattr(govdisclosure, name), type)]
    seen = set()
    while todo:
        found = todo.pop()
        if found not in seen and found.__module__.startswith("govdisclosure"):
            seen.add(found)
            hints = typing.get_type_hints(found) if attrs.has(found) else {}
            # How a rule judges (its check) is for those who write rules; what begins with a line is nobody's.
            todo += [one for name, hint in hints.items() if name != "check" and name[0] != "_" for one in _types(hint)]
    assert {one.__name__ for one in seen} <= set(govdisclosure.__all__)


def test_text_is_always_words_that_were_read_or_written_and_render_makes_them():
    report = govdisclosure.read(EXAMPLE)
    for shown in (report, govdisclosure.check(report), govdisclosure.law_in_force("2012-06-01")):
        assert str(shown) == shown.render() == shown.render("zh") != shown.render("en")
    for name in govdisclosure.__all__:
        assert not callable(getattr(getattr(govdisclosure, name), "text", ""))


def test_the_words_of_the_statutory_forms_are_public():
    grid = govdisclosure.read(EXAMPLE).statistics
    assert repr(grid) == "<Statistics no tables>"
    assert typing.get_args(govdisclosure.Lang) == ("zh", "en")
    assert typing.get_args(govdisclosure.BlankIs) == ("open", "zero")
    table = govdisclosure.Grid(
        table=govdisclosure.TableName.REMEDIES, edition=govdisclosure.Edition.UNIFIED_2021, cells=()
    )
    assert isinstance(table.form, govdisclosure.Form)
    assert isinstance(table.form.rows[0], govdisclosure.Row)
    assert isinstance(table.form.columns[0], govdisclosure.Column)
    assert govdisclosure.check(EXAMPLE, parts=govdisclosure.Parts(), select=["SUM301"]).outcomes


@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview])
def test_the_bytes_of_a_file_come_in_any_kind(kind):
    data = kind(Path(EXAMPLE).read_bytes())
    assert govdisclosure.check(data, previous=data, parts=[data]).report.year == govdisclosure.read(EXAMPLE).year
    with pytest.raises(UsageError, match="several reports"):
        govdisclosure.check(data, parts=data)
