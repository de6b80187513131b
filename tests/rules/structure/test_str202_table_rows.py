import pytest
from tests.rules.asking import ODD_YEARS, ask, verdicts
from tests.rules.grids import changed, remedies, requests, tabled

from govdisclosure.model.place import Place
from govdisclosure.model.report import AnnualReport
from govdisclosure.model.statistics import Grid, Oddity, OddityKind
from govdisclosure.rules.outcome import Kind
from govdisclosure.rules.structure.str202_table_rows import RULE

NONE = (0, 0, 0, 0, 0)
SOLID = requests()


def without(*rows):
    return changed(SOLID, *((cell.row, cell.column, None) for cell in SOLID if cell.row in rows))


def test_whole_tables_pass():
    found = ask(RULE, tabled(SOLID, remedies(NONE, NONE, NONE)))
    assert [(o.kind, o.facts["rows"]) for o in found] == [(Kind.PASS, 25), (Kind.PASS, 3)]


def test_missing_rows_are_one_outcome():
    (outcome,) = ask(RULE, tabled(without("denied.state_secret", "carried_out")))
    assert (outcome.kind, outcome.facts["rows"]) == (Kind.REVIEW, ["denied.state_secret", "carried_out"])
    assert "未见2行：“(三)不予公开-1.属于国家秘密”、“四、结转下年度继续办理”" in outcome.message.zh


def test_a_missing_column_is_one_outcome():
    gone = changed(SOLID, *((cell.row, "research", None) for cell in SOLID if cell.column == "research"))
    (outcome,) = ask(RULE, tabled(gone))
    assert (outcome.subject, len(outcome.facts["cells"])) == ("cells:requests", 25)
    assert "等25处" in outcome.message.zh


@pytest.mark.parametrize(
    ("kind", "subject"), [(OddityKind.UNKNOWN_ROW, "extra:requests"), (OddityKind.REPEATED_ROW, "repeated:requests")]
)
def test_rows_that_the_form_does_not_have_are_one_outcome(kind, subject):
    odd = tuple(Oddity(kind=kind, label=label, at=Place(start=0, end=0)) for label in ("(八)撤回", "(九)并案"))
    table = Grid(table=SOLID.table, edition=SOLID.edition, cells=SOLID.cells, oddities=odd)
    (outcome,) = ask(RULE, tabled(table))
    assert (outcome.kind, outcome.subject, outcome.facts["labels"]) == (Kind.REVIEW, subject, ["(八)撤回", "(九)并案"])


def test_a_label_that_is_no_label_is_cut():
    odd = Oddity(kind=OddityKind.UNKNOWN_ROW, label="撤回\n" * 500, at=Place(start=0, end=0))
    table = Grid(table=SOLID.table, edition=SOLID.edition, cells=SOLID.cells, oddities=(odd,))
    (outcome,) = ask(RULE, tabled(table))
    assert len(outcome.facts["labels"][0]) == 40


def test_no_table():
    assert verdicts(RULE, AnnualReport(year=2010)) == {"tables": Kind.NOT_APPLICABLE.value}


def test_odd_years_do_not_raise():
    for year in ODD_YEARS:
        assert ask(RULE, tabled(without("total"), year=year))
