"""A report, its rows, and the report again: the same verdicts wherever the tables hold what they rest on."""

from pathlib import Path

import pendulum
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.frames_of import frames_of

import govdisclosure as g
import govdisclosure.analysis as ga
from govdisclosure.errors import ReadError
from govdisclosure.model.agency import Agency, AgencyKind
from govdisclosure.model.count import Count, Printed
from govdisclosure.model.forms import TableName, forms_of
from govdisclosure.model.place import Place
from govdisclosure.model.report import AnnualReport, DateMention
from govdisclosure.model.statistics import Cell, Grid, Oddity, OddityKind, Statistics
from govdisclosure.rules.registry import REPORTS, RULES

ROOT = Path(__file__).parent.parent.parent.parent
FOLDERS = (ROOT / "examples", ROOT / "tests" / "fixtures" / "reports")


def examples():
    found = {}
    for path in sorted(path for folder in FOLDERS for path in folder.rglob("*") if path.is_file()):
        try:
            found[path.name] = g.check(path)
        except ReadError:
            continue
    return found


EXAMPLES = examples()
FRAMES = frames_of(EXAMPLES)
WAYS = {
    "arrow": lambda table: table,
    "pandas": lambda table: table.to_pandas(),
    "polars": pl.DataFrame,
    "table": lambda table: ga.Table("cells", table).to_pandas(),
}


def said(outcomes):
    """All of a verdict but the words and the line it quotes, which no table of cells holds."""
    return [
        (one.rule, one.kind, one.level, one.subject, one.message, dict(one.facts), one.needs, one.fingerprint)
        for one in outcomes
    ]


@pytest.mark.parametrize("way", WAYS)
def test_the_examples_come_back_with_the_same_verdicts(way):
    to = WAYS[way]
    checked = ga.check_tables(
        to(FRAMES.cells), reports=to(FRAMES.reports), claims=to(FRAMES.claims), sections=to(FRAMES.sections)
    )
    assert checked.found == ()
    assert list(checked.assessments) == sorted(EXAMPLES)
    for name, whole in EXAMPLES.items():
        back = [one for one in checked.assessments[name].outcomes if not one.rule.startswith("XYR")]
        rules = {one.rule for one in back}
        assert {"SUM201", "SUM203", "DDL101", "STR203"} <= rules
        assert said(back) == said([one for one in whole.outcomes if one.rule in rules])


def test_cells_alone_accuse_of_nothing_that_cells_do_not_show():
    checked = ga.check_tables(FRAMES.cells)
    for assessment in checked.assessments.values():
        assert {one.rule for one in assessment.outcomes} <= {
            rule for rule, needs in ga.evidence().items() if needs == ("cells",)
        }
        assert not [
            one for one in assessment.outcomes if one.rule.startswith(("STR1", "STR2")) and one.rule != "STR203"
        ]
        (words,) = [one.zh for one in assessment.not_checked if "没有这些规则的依据" in one.zh]
        assert "STR101" in words
        assert "DDL101" in words


def test_every_rule_is_either_judged_on_tables_or_said_not_to_be():
    codes = {rule.code for rule in RULES if rule.about in REPORTS}
    assert set(ga.evidence()) <= codes
    checked = ga.check_tables(FRAMES.cells, reports=FRAMES.reports, claims=FRAMES.claims, sections=FRAMES.sections)
    for assessment in checked.assessments.values():
        ran = {one.rule for one in assessment.outcomes}
        assert not ran - set(ga.evidence())
        idle = "".join(one.zh for one in assessment.not_checked)
        assert all(code in idle for code in codes - set(ga.evidence()))


def test_two_years_of_one_organ_are_held_against_each_other():
    checked = ga.check_tables(FRAMES.cells, reports=FRAMES.reports, claims=FRAMES.claims)
    paired = [one for one in checked.assessments.values() if any(o.rule == "XYR101" for o in one.outcomes)]
    for assessment in paired:
        report = assessment.report
        before = [one for one in EXAMPLES.values() if one.report.agency == report.agency]
        assert before is not None
    assert paired


FORMS = [form for table in (TableName.REQUESTS, TableName.REMEDIES, TableName.PROACTIVE) for form in forms_of(table)]
FIGURES = st.one_of(
    st.integers(-3, 400).map(
        lambda n: Count(printed=Printed.NUMBER, text=str(n), value=n, at=Place(start=n + 3, end=n + 4))
    ),
    st.sampled_from(
        [
            Count(printed=Printed.BLANK, text=""),
            Count(printed=Printed.DASH, text="—"),
            Count(printed=Printed.ILLEGIBLE, text="71 3"),
            Count(printed=Printed.NUMBER, text="１，２０４件", value=1204, unit="件"),
        ]
    ),
)


@st.composite
def reports(draw):
    held = {}
    year = draw(st.integers(2019, 2025))
    for form in draw(st.lists(st.sampled_from(FORMS), max_size=3, unique_by=lambda form: form.table)):
        cells = sorted(draw(st.sets(st.sampled_from(list(form.cells())), min_size=1)), key=list(form.cells()).index)
        made = tuple(Cell(row=row, column=column, count=draw(FIGURES)) for row, column in cells)
        odd = draw(st.lists(st.sampled_from(OddityKind), max_size=2))
        oddities = tuple(Oddity(kind=kind, label="另 行", at=Place(start=1, end=2)) for kind in odd)
        held[form.table.value] = Grid(table=form.table, edition=form.edition, cells=made, oddities=oddities)
    editions = {grid.edition for grid in held.values()} or {forms_of(TableName.REQUESTS)[-1].edition}
    day = draw(st.none() | st.dates(pendulum.Date(year, 12, 1), pendulum.Date(year + 2, 1, 1)))
    on = None if day is None else pendulum.Date(day.year, day.month, day.day)
    return AnnualReport(
        agency=Agency(name="青石县水利局", kind=AgencyKind.DEPARTMENT),
        year=year,
        edition=max(editions),
        published=on and DateMention(on=on, quote="", at=Place(start=0, end=1), sure=draw(st.booleans())),
        statistics=Statistics(**held),
    )


@settings(max_examples=30, deadline=None)
@given(reports(), st.sampled_from(["open", "zero"]), st.sampled_from(sorted(WAYS)[:3]))
def test_any_report_comes_back_with_the_same_verdicts(report, blank_is, way):
    runs = ("SUM", "STR202", "STR203", "DDL101")
    whole = g.check(report, select=runs, blank_is=blank_is)
    frames = frames_of({"a": whole})
    to = WAYS[way]
    back = ga.check_tables(to(frames.cells), reports=to(frames.reports), select=runs, blank_is=blank_is)
    assert [fault for fault in back.found if fault.grave] == []
    got = back.assessments["a"].outcomes
    skipped = set() if frames.cells.num_rows else {"STR202"}
    assert said(got) == said([one for one in whole.outcomes if one.rule != "SUM301" and one.rule not in skipped])
    again = frames_of(back.assessments)
    assert again.cells.equals(frames.cells)


def test_what_is_told_of_a_report_beside_its_cells_comes_back():
    back = {
        one.source.uri: one for one in ga.reports_from(FRAMES.cells, FRAMES.reports, FRAMES.claims, FRAMES.sections)
    }
    for name, whole in EXAMPLES.items():
        report, made = whole.report, back[name]
        assert (made.agency.name, made.agency.kind, made.year, made.edition) == (
            *(report.agency.name, report.agency.kind, report.year, report.edition),
        )
        assert (made.published_on, made.signed_on, made.title) == (report.published_on, report.signed_on, report.title)
        for one, other in zip(report.claims, made.claims, strict=True):
            assert (one.kind, one.value, one.printed, one.approximate, one.whole, one.scope, one.at) == (
                *(other.kind, other.value, other.printed, other.approximate, other.whole, other.scope),
                Place(start=other.at.start, end=other.at.end, line=one.at.line, column=one.at.column, page=one.at.page),
            )
        assert [one.heading for one in made.sections] == [one.heading for one in report.sections]
        assert [one.covers for one in made.sections] == [one.covers for one in report.sections]
