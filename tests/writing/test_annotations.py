"""GitHub's commands, read back as its runner reads them."""

import os
import re
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure.cli.commands import run
from govdisclosure.errors import ReadError
from govdisclosure.rules.decision import Change
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.writing.annotations import SHOWN, annotations
from govdisclosure.writing.run import Run

_UNDO = (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%"))
ODD = st.text(st.characters(exclude_categories=("Cs",)) | st.sampled_from("%:,\r\n#[] =0AD25"), min_size=1, max_size=40)


def runner(text):
    """Commands as actions/runner parses them: a line each, properties parted by commas, escapes undone."""
    found = []
    for line in text.split("\n"):
        match = re.match(r"\s*::(\w+)(?: (.*?))?::(.*)$", line)
        if match is None:
            assert not line.strip(), line
            continue
        pairs = dict(part.split("=", 1) for part in (match[2] or "").split(",") if part)
        found.append((match[1], {key: _undone(value) for key, value in pairs.items()}, _undone(match[3])))
    return found


def _undone(text):
    for escaped, sign in _UNDO:
        text = text.replace(escaped, sign)
    return text


def run_of(samples, outcomes, source="a.txt", **more):
    return Run(assessed=((source, samples.assessment(outcomes=tuple(outcomes))),), **more)


@pytest.mark.parametrize(
    "name",
    ["a,b.html", "a::b.html", "100%.html", "a%2Cb.html", "a  b.html", "报告 一.html", "a\nb.html", "a\r.html",
     "x=y.html", "##[error]a.html", "::warning::a.html", " a .html", "a%0Ab.html", "folder/./a.html"],
)  # fmt: skip
def test_a_file_is_named_as_it_is_called_whatever_its_signs(samples, name):
    outcomes = [samples.outcome(Kind.FAIL, at=samples.place("公开"))]
    ((command, properties, _),) = runner("".join(annotations(run_of(samples, outcomes, name))))
    assert command == "error"
    assert properties["file"] == PurePosixPath(name).as_posix()
    assert set(properties) == {"file", "title", "line", "col"}


@given(name=ODD, words=ODD, rest=ODD)
def test_nothing_that_is_quoted_begins_or_ends_a_command(name, words, rest):
    fault = ReadError(name, words, rest)
    for lang in ("zh", "en"):
        text = "".join(annotations(Run(assessed=(), unread=(fault, fault)), lang))
        found = runner(text)
        assert [command for command, _, _ in found] == ["error", "error"]
        assert all(set(properties) <= {"file", "title"} for _, properties, _ in found)
        assert found[0][2] == found[1][2]


def test_the_gravest_come_first_and_what_is_not_shown_is_counted_before(samples):
    weights = [Level.NOTE, Level.WARNING, Level.ERROR] * (SHOWN + 1)
    outcomes = [
        samples.outcome(Kind.FAIL, level=level, subject=f"s:{n}", message=Message(f"m{n}", f"m{n}"))
        for n, level in enumerate(weights)
    ]
    first, *others = runner("".join(annotations(run_of(samples, outcomes), "en")))
    assert (first[0], first[2].split(";")[0]) == ("notice", f"{SHOWN + 1} errors, {SHOWN + 1} warnings and 11 notices")
    assert [command for command, _, _ in others] == ["error"] * 11 + ["warning"] * 11 + ["notice"] * 11
    assert len({words for _, _, words in others}) == len(outcomes)


def test_nothing_is_counted_where_all_are_shown(samples):
    outcomes = [samples.outcome(Kind.FAIL, subject=f"s:{n}") for n in range(SHOWN)]
    assert len(runner("".join(annotations(run_of(samples, outcomes))))) == SHOWN


def test_among_notices_those_that_failed_come_before_those_in_doubt(samples):
    outcomes = [
        samples.outcome(Kind.OPEN, subject="a"),
        samples.outcome(Kind.REVIEW, subject="b"),
        samples.outcome(Kind.REVIEW, subject="c", change=Change.UNCHANGED),
    ]
    found = runner("".join(annotations(run_of(samples, outcomes), "en")))
    assert ["review" in properties["title"] for _, properties, _ in found] == [True, False, False]
    assert found[-1][2].startswith("1 more")


def test_on_the_command_line_any_name_a_file_may_have_is_named_as_it_is(tmp_path, monkeypatch, capfd):
    monkeypatch.chdir(tmp_path)
    names = [
        "a,b.html",
        "c::d.html",
        "100%25.html",
        "two  blanks.html",
        "line\nend.html",
        "##[error]x.html",
        "报告.html",
    ]
    for name in names:
        (tmp_path / name).write_text("<p>无关</p>", "utf-8")
    assert run(["check", *names, "--format", "github"]) == 3
    out, err = capfd.readouterr()
    assert sorted(properties["file"] for _, properties, _ in runner(out)) == sorted(names)
    assert len(err.splitlines()) == len(names)
    odd = os.fsdecode(b"\xff.html")
    try:
        (tmp_path / odd).write_text("x", "utf-8")
    except OSError:
        pytest.skip("this file system has no such names")
    assert run(["check", odd, "--format", "github"]) == 3
    ((command, _, _),) = runner(capfd.readouterr().out)
    assert command == "error"
