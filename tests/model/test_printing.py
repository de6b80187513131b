import re

import pytest
from tests.rules.building import report

from govdisclosure.model.count import Count, Printed
from govdisclosure.model.edition import Edition
from govdisclosure.model.forms import ANNEX, TableName, forms_of
from govdisclosure.model.statistics import Cell, Grid, Statistics
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
    assert line.split()[1:] == ["/", "71<b>3?", "—", "4"]
    assert "71&lt;b&gt;3?" in shown._repr_html_()


def test_the_annex_shows_the_rows_that_were_found():
    found = Cell(row="published", column="year", count=Count(printed=Printed.NUMBER, text="12", value=12))
    annex = Grid(table=TableName.ANNEX, edition=Edition.FREE_FORM, cells=(found,))
    assert annex.render().count("\n") == 2
    assert len(ANNEX.rows) > 2


def test_a_report_shows_its_tables_in_a_notebook():
    form = forms_of(TableName.REMEDIES)[-1]
    assert "复议后起诉" in report("", statistics=Statistics(remedies=grid(form)))._repr_html_()
