import re

import attrs
import pytest
from tests.rules.building import report

from govdisclosure.errors import UsageError
from govdisclosure.model.count import Count, Printed
from govdisclosure.model.edition import Edition
from govdisclosure.model.forms import ANNEX, TableName, forms_of
from govdisclosure.model.place import Place
from govdisclosure.model.statistics import Cell, Grid, Oddity, OddityKind, Statistics
from govdisclosure.text.display import columns

FORMS = [form for table in TableName for form in forms_of(table)]


def grid(form, **special):
    figures = {
        (row, column): Count(printed=Printed.NUMBER, text=str(n), value=n)
        for n, (row, column) in enumerate(form.cells())
    }
    figures |= {tuple(key.split("|")): count for key, count in special.items()}
    cells = tuple(Cell(row=row, column=column, count=count) for (row, column), count in figures.items())
    return Grid(table=form.table, edition=form.edition, cells=cells)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.table} {form.edition}")
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_figure_stands_in_the_text_under_its_column(form, lang):
    lines = grid(form).render(lang).split("\n")
    assert len(lines) >= 1 + len(form.rows)
    printed = [int(word) for line in lines[1:] for word in re.findall(r"(?<=  )\d+(?=  |$)", line)]
    assert printed == list(range(len(list(form.cells()))))
    assert max(map(columns, lines)) < 160


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.table} {form.edition}")
def test_the_table_of_a_notebook_is_whole(form):
    html = grid(form)._repr_html_()
    assert html.count("<td") == len(list(form.cells()))
    rows = re.findall(r"<tr>(.*?)</tr>", html)
    free: dict[int, int] = {}
    widths = set()
    for number, row in enumerate(rows):
        column = 0
        for tag in re.findall(r"<t[hd][^>]*>", row):
            while free.get(column, 0) > number:
                column += 1
            height, width = span(tag, "rowspan"), span(tag, "colspan")
            free.update(dict.fromkeys(range(column, column + width), number + height))
            column += width
        widths.add(max(n + 1 for n, end in free.items() if end > number))
    assert len(widths) == 1  # no row is longer or shorter than the others
    assert "<script" not in html


def span(tag, name):
    match = re.search(rf'{name}="(\d+)"', tag)
    return int(match[1]) if match else 1


def test_a_cell_without_a_number_says_how_it_stands():
    form = forms_of(TableName.REMEDIES)[-1]
    shown = grid(
        form,
        **{
            "reconsideration|upheld": Count(printed=Printed.BLANK, text=""),
            "reconsideration|corrected": Count(printed=Printed.DASH, text="/"),
            "reconsideration|other": Count(printed=Printed.ILLEGIBLE, text="71<b>3"),
            "reconsideration|pending": Count(printed=Printed.ABSENT),
        },
    )
    line = shown.render().split("\n")[2]
    assert line.split()[1:] == ["/", "71<b>3?", "未读到", "4"]
    assert "71&lt;b&gt;3?" in shown._repr_html_()


def test_the_annex_shows_the_rows_that_were_found():
    found = Cell(row="published", column="year", count=Count(printed=Printed.NUMBER, text="12", value=12))
    annex = Grid(table=TableName.ANNEX, edition=Edition.FREE_FORM, cells=(found,))
    assert annex.render().count("\n") == 2
    assert len(ANNEX.rows) > 2


def test_a_report_shows_its_tables_in_a_notebook():
    form = forms_of(TableName.REMEDIES)[-1]
    assert "复议后起诉" in report("", statistics=Statistics(remedies=grid(form)))._repr_html_()


def test_a_table_speaks_two_languages_and_no_third():
    with pytest.raises(UsageError, match="'fr'"):
        grid(forms_of(TableName.REMEDIES)[-1]).render("fr")


def test_a_table_in_a_shell_is_one_line():
    form = forms_of(TableName.REMEDIES)[-1]
    odd = Oddity(kind=OddityKind.UNKNOWN_ROW, label="x", at=Place(start=0, end=1))
    table = attrs.evolve(grid(form), oddities=(odd,))
    assert repr(table) == "<Grid remedies unified_2021: 15 of 15 cells, 1 odd>"
    assert repr(Statistics(remedies=grid(form))) == "<Statistics remedies unified_2021: 15 of 15 cells>"


def test_a_personal_number_in_a_cell_is_masked():
    count = Count(printed=Printed.ILLEGIBLE, text="13800138000")
    shown = grid(forms_of(TableName.REMEDIES)[-1], **{"reconsideration|upheld": count})
    for words in (str(shown), shown.render("en"), shown._repr_html_()):
        assert "13800138000" not in words
        assert "***" in words
