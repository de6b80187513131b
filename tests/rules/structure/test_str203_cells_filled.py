from tests.rules.asking import ODD_YEARS, ask, verdicts
from tests.rules.grids import changed, proactive, remedies, requests, tabled

from govdisclosure.model.report import AnnualReport
from govdisclosure.rules.outcome import Kind, Level
from govdisclosure.rules.structure.str203_cells_filled import RULE

NONE = (0, 0, 0, 0, 0)
SOLID = requests()


def test_full_tables_pass():
    found = ask(RULE, tabled(SOLID, remedies(NONE, NONE, NONE)))
    assert [(o.kind, o.facts["cells"]) for o in found] == [(Kind.PASS, 175), (Kind.PASS, 15)]


def test_thirty_blanks_are_one_outcome():
    zeros = [(cell.row, cell.column, "") for cell in SOLID if cell.count.value == 0]
    (outcome,) = ask(RULE, tabled(changed(SOLID, *zeros)))
    assert (outcome.kind, outcome.level, outcome.subject) == (Kind.REVIEW, Level.WARNING, "blank:requests")
    assert outcome.facts["count"] == len(zeros) == len(outcome.facts["cells"])
    assert f"等{len(zeros)}处" in outcome.message.zh
    assert outcome.at.cell.column == zeros[0][1]


def test_dashes_are_one_outcome_beside_the_blanks():
    table = changed(SOLID, ("granted", "research", "/"), ("granted", "commercial", "/"), ("total", "research", ""))
    found = ask(RULE, tabled(table))
    assert [(o.subject, o.level, o.facts["count"]) for o in found] == [
        ("blank:requests", Level.WARNING, 1),
        ("dash:requests", Level.NOTE, 2),
    ]


def test_a_table_that_is_all_blank_is_said_to_be():
    (outcome,) = ask(RULE, tabled(remedies(("",) * 5, ("",) * 5, ("",) * 5)))
    assert "表四全部15格空白。" in outcome.message.zh


def test_what_is_not_there_or_unreadable_is_another_matter():
    table = changed(SOLID, ("granted", "research", "?"), ("granted", "commercial", None))
    assert verdicts(RULE, tabled(table)) == {"table:requests": "pass"}


def test_no_table():
    assert verdicts(RULE, AnnualReport(year=2010)) == {"tables": Kind.NOT_APPLICABLE.value}


def test_odd_years_do_not_raise():
    for year in ODD_YEARS:
        assert ask(RULE, tabled(proactive(licences=("",)), year=year))
