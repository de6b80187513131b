"""A re-run loses no decision, whatever files, rules, entries and days it has."""

import json
import shutil
from pathlib import Path

import attrs
import pendulum
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govdisclosure.cli.commands import run
from govdisclosure.decisions import Baseline, Suppressions, compare, decide
from govdisclosure.law import cite
from govdisclosure.model.agency import Agency
from govdisclosure.model.register import Register
from govdisclosure.model.report import AnnualReport
from govdisclosure.model.request import Request
from govdisclosure.rules.decision import Change
from govdisclosure.rules.outcome import Assessment, Kind, Level, Message, Outcome, RegisterAssessment

ROOT = Path(__file__).resolve().parents[2]
RULES, ORGANS, ENTRIES = ("STR101", "SUM201", "XYR101"), ("青石县水利局", "白水县教育局"), ("A1", "A:2", "13800138000")
DAY = pendulum.Date(2026, 1, 31)


def outcome(rule, organ, n, kind=Kind.FAIL, entry=None):
    return Outcome(
        rule=rule, name="n", kind=kind, level=Level.ERROR if kind is Kind.FAIL else Level.NOTE,
        message=Message(f"m{n}", f"m{n}"), cites=(cite("regulation-2019:50"),), subject=f"{entry or 's'}:{n}",
        fingerprint=f"{rule}{organ}{entry}{n}", entry=entry,
    )  # fmt: skip


def judged(organ, rules=RULES, *, as_of=None, crashed=(), unsure=(), idle=()):  # noqa: PLR0913
    """A run over one report: each rule finds two matters, one of them only on a day of judgement."""
    found = []
    for rule in rules:
        if rule in crashed:
            continue
        if rule in idle:
            found.append(attrs.evolve(outcome(rule, organ, 9, Kind.NOT_APPLICABLE), level=Level.NONE))
        elif rule in unsure:
            found.append(outcome(rule, organ, 8, Kind.OPEN))
        else:
            found += [outcome(rule, organ, 1), outcome(rule, organ, 3, Kind.PASS)]
            found += [outcome(rule, organ, 2, Kind.REVIEW)] if as_of else []
    report = AnnualReport(agency=Agency(name=organ), year=2023)
    return Assessment(report=report, outcomes=tuple(found), crashed=tuple((rule, "KeyError") for rule in crashed))


def booked(entries):
    requests = tuple(Request(id=one) for one in entries)
    found = [outcome("REQ101", "r", 1, entry=one) for one in entries]
    passed = outcome("REQ101", "r", 0, Kind.PASS)
    shown = tuple(attrs.evolve(one, entry=one.entry.replace("13800138000", "*" * 11)) for one in found)
    register = Register(agency=Agency(name="青石县水利局"), requests=requests)
    return RegisterAssessment(register=register, outcomes=(*shown, passed))


@st.composite
def steps(draw):
    """What one of several runs has of it all."""
    some = st.sets(st.sampled_from(RULES))
    as_of = draw(st.none() | st.sampled_from([DAY, DAY.subtract(days=1), DAY.add(days=30)]))
    done = [
        (f"{organ}.txt", judged(organ, [r for r in RULES if r in draw(some)], as_of=as_of and as_of >= DAY,
                                crashed=draw(some), unsure=draw(some), idle=draw(some)))
        for organ in draw(st.lists(st.sampled_from(ORGANS), unique=True))
    ]  # fmt: skip
    some = draw(st.lists(st.sampled_from(ENTRIES), unique=True))
    if draw(st.booleans()):
        done.append(("r.csv", booked(some)))
    text = ""
    if draw(st.booleans()):
        code = draw(st.sampled_from(RULES))
        text = f'[[suppress]]\ncode = "{code}"\nsubject = "s:1"\nreason = "x"\nuntil = 2026-02-15\n'
    return done, as_of, Suppressions.loads(text)


def whole():
    return [*((f"{organ}.txt", judged(organ, as_of=True)) for organ in ORGANS), ("r.csv", booked(ENTRIES))]


@settings(max_examples=300, deadline=None)
@given(st.lists(steps(), max_size=6))
def test_any_runs_in_between_lose_no_decision(runs):
    known = Baseline.of(whole(), as_of=DAY)
    assert len(known) == len(ORGANS) * len(RULES) * 2 + len(ENTRIES)
    for done, as_of, suppressions in runs:
        held = decide(done, baseline=known, suppressions=suppressions, as_of=as_of)
        known = Baseline.loads(held.baseline().dumps())
    found = compare(known, whole(), as_of=DAY)
    assert (found.new, len(found.unchanged)) == ((), len(Baseline.of(whole())))


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(RULES), st.sampled_from(ORGANS))
def test_what_was_judged_and_is_gone_is_absent_and_new_when_it_comes_back(rule, organ):
    known = Baseline.of(whole(), as_of=DAY)
    mended = judged(organ, as_of=True)
    mended = attrs.evolve(mended, outcomes=tuple(o for o in mended.outcomes if (o.rule, o.subject) != (rule, "s:1")))
    held = decide([("x.txt", mended)], baseline=known, as_of=DAY)
    assert [(entry.rule, entry.subject) for entry in held.absent] == [(rule, "s:1")]
    again = compare(held.baseline(), whole(), as_of=DAY)
    assert [(one.rule, one.subject) for one in again.new] == [(rule, "s:1")]


def test_an_entry_that_is_in_order_now_is_absent_and_one_of_another_register_is_not():
    known = Baseline.of([("r.csv", booked(["A1", "A:2"]))])
    now = booked(["A1"])
    mended = attrs.evolve(now, outcomes=now.outcomes[1:])
    found = compare(known, [("r.csv", mended)])
    assert [entry.entry for entry in found.absent] == ["A1"]
    assert [entry.entry for entry in found.unjudged] == ["A:2"]


def test_a_run_without_the_day_says_of_nothing_that_it_is_gone():
    known = Baseline.of(whole(), as_of=DAY)
    assert Baseline.loads(known.dumps()) == known
    for as_of in (None, DAY.subtract(days=1)):
        found = compare(known, [("x.txt", judged(ORGANS[0]))], as_of=as_of)
        assert found.absent == ()
        assert found.baseline().as_of == DAY
    assert compare(known, [("x.txt", judged(ORGANS[0]))], as_of=DAY).absent != ()


def test_what_is_known_stays_known_when_a_suppression_of_it_ends():
    known = Baseline.of(whole(), as_of=DAY)
    text = '[[suppress]]\ncode = "STR101"\nsubject = "s:1"\nreason = "x"\nuntil = 2026-02-01\n'
    held = decide(whole(), baseline=known, suppressions=Suppressions.loads(text), as_of=DAY)
    assert {one.change for _, v in held.assessed for one in v.outcomes if one.suppression} == {Change.UNCHANGED}
    later = decide(whole(), baseline=held.baseline(), suppressions=Suppressions.loads(text), as_of=DAY.add(days=9))
    assert not [one for _, v in later.assessed for one in v.outcomes if one.change is Change.NEW]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    for path in (ROOT / "examples").glob("*.*"):
        shutil.copy(path, tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def entries(path="known.json"):
    return json.loads(Path(path).read_text("utf-8"))["entries"]


def test_on_the_command_line_files_that_vanish_or_break_and_rules_left_out_lose_nothing(folder):
    run(["check", ".", "--write-baseline", "known.json"])
    before = entries()
    rules = sorted({entry["rule"] for entry in before})
    assert len({entry["whose"] for entry in before}) > 1
    first, *rest = sorted(folder.glob("county-*"))
    again = ["--baseline", "known.json", "--write-baseline", "known.json"]
    run(["check", str(first.name), *again])
    moved = first.rename(folder / "gone")
    broken = rest[0].read_bytes()
    rest[0].write_bytes(b"%PDF-1.7 broken")
    run(["check", ".", *again])
    run(["check", ".", *again, "--ignore", rules[0]])
    run(["check", ".", *again, "--select", rules[-1]])
    run(["check", "nowhere.txt", *again])
    run(["check", "nowhere.txt", "--write-baseline", "known.json"])  # what stands there is known, too
    rest[0].write_bytes(broken)
    moved.rename(first)
    assert entries() == before
    assert run(["check", ".", "--baseline", "known.json", "--fail-on", "open"]) == 0


def test_a_file_that_is_no_baseline_is_never_written_over(folder, capsys):
    report = min(folder.glob("county-*"))
    data = report.read_bytes()
    assert run(["check", str(report), "--write-baseline", str(report)]) == 2
    assert "--write-baseline" in capsys.readouterr().err
    assert report.read_bytes() == data
