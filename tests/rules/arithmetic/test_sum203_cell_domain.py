import pytest
from tests.rules.asking import ODD_YEARS, ask, verdicts
from tests.rules.grids import changed, proactive, remedies, requests, tabled

from govdisclosure.model.report import Edition
from govdisclosure.rules.arithmetic.sum203_cell_domain import RULE
from govdisclosure.rules.outcome import Kind, Level

TWO = {
    "rules": (0, 0, 0),
    "normative_documents": (88, 55, 698),
    "licences": (10690,),
    "penalties": (2113,),
    "coercive_measures": (0,),
    "fees": ("9116.36",),
}
OLD = {
    "rules": (0, 0, 7),
    "licences": (3964, -42, 278),
    "fees": (35, "-15"),
    "procurement": (395, "73802895.90"),
}


def test_tables_in_order_give_one_pass_each():
    found = ask(RULE, tabled(proactive(**TWO), requests(), remedies((0,) * 5, (0,) * 5, (0,) * 5)))
    assert [(o.kind, o.subject, o.facts["figures"]) for o in found] == [
        (Kind.PASS, "table:proactive", 10),
        (Kind.PASS, "table:requests", 175),
        (Kind.PASS, "table:remedies", 15),
    ]


def test_changes_of_the_form_of_2019_may_be_negative():
    assert verdicts(RULE, tabled(proactive(Edition.UNIFIED_2019, **OLD))) == {"table:proactive": "pass"}


@pytest.mark.parametrize(
    ("row", "values", "words"),
    [
        ("licences", (-5,), "为-5，不应为负数"),
        ("licences", ("1.5",), "为1.5，应为整数"),
        ("fees", ("-0.1",), "为-0.1，不应为负数"),
        ("rules", (0, 0, "0.5"), "为0.5，应为整数"),
    ],
)
def test_a_figure_that_cannot_be_fails(row, values, words):
    (outcome,) = ask(RULE, tabled(proactive(**{**TWO, row: values})))
    assert (outcome.kind, outcome.level, outcome.at.cell.row) == (Kind.FAIL, Level.ERROR, row)
    assert words in outcome.message.zh


def test_every_table_is_looked_at():
    table = changed(requests(), ("granted", "research", "0.5"))
    found = verdicts(RULE, tabled(table, remedies((-1, 0, 0, 0, 0), (0,) * 5, (0,) * 5)))
    assert found == {"cell:requests/granted/research": "fail", "cell:remedies/reconsideration/upheld": "fail"}


def test_unreadable_cells_of_table_two_are_listed_once():
    table = proactive(**{**TWO, "normative_documents": ("8855698", "?", "?"), "licences": ("?",)})
    opened, passed = ask(RULE, tabled(table))
    assert (opened.kind, passed.kind, passed.facts["figures"]) == (Kind.OPEN, Kind.PASS, 7)
    assert [(one["row"], one["column"], one["text"]) for one in opened.facts["illegible"]] == [
        ("normative_documents", "repealed", "?"),
        ("normative_documents", "in_force", "?"),
        ("licences", "decisions", "?"),
    ]
    assert "有3格不能读作一个数字" in opened.message.zh


def test_many_unreadable_cells_are_not_all_spelt_out():
    (outcome,) = ask(RULE, tabled(proactive(**{row: ("?",) * len(cells) for row, cells in TWO.items()})))
    assert outcome.kind is Kind.OPEN
    assert "等10处" in outcome.message.zh
    assert "and 2 more" in outcome.message.en


def test_unreadable_cells_of_the_other_tables_stand_with_their_sums():
    table = changed(requests(), ("granted", "research", "?"), ("granted", "commercial", "?"))
    (outcome,) = ask(RULE, tabled(table))
    assert (outcome.kind, outcome.facts["figures"]) == (Kind.PASS, 173)


def test_no_table():
    assert verdicts(RULE, tabled()) == {"tables": Kind.NOT_APPLICABLE.value}


def test_odd_years_do_not_raise():
    for year in ODD_YEARS:
        assert ask(RULE, tabled(proactive(licences=(-5,)), year=year))
