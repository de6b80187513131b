"""What a frame holds becomes no markup of the page that a chart is put into, and no odd figure ends in a traceback."""

import json
import re
from decimal import Decimal

import pandas as pd
import pytest

import govdisclosure.analysis as ga
from govdisclosure.errors import UsageError

HOSTILE = "</script><script>alert(1)</script><!--<img src=x>甲县水利局"
MARKUP = re.compile(r"<[/!a-zA-Z]")


def frame(columns, *rows):
    return pd.DataFrame(list(rows), columns=columns.split())


def panel(*rows):
    return frame("organ year series value", *rows)


def chains(*rows):
    return frame("organ year carried_out carried_in status", *rows)


def cells(*rows):
    return frame("name organ year cell_table cell_row cell_column value", *rows)


def pairs(*rows):
    columns = "first_name first_organ first_year second_name second_organ second_year relation share passages"
    return frame(columns, *rows)


def noted(text):
    rows = panel((text, 2020, "requests.received", 5), (text, 2021, "requests.received", 5))
    return rows.assign(comparable=[True, False], note_zh=text, note_en=text)


CHARTS = {
    "requests": lambda text: ga.plot_requests(noted(text)),
    "by_organ": lambda text: ga.plot_requests(noted(text), by_organ=True),
    "distribution": lambda text: ga.plot_distribution(noted(text), organ=text, year=2020),
    "nothing": lambda text: ga.plot_distribution(noted(text), organ=text, year=2011),
    "chains": lambda text: ga.plot_chains(chains((text, 2020, 1, 2, "broken"))),
    "refusals": lambda text: ga.plot_refusals(cells((text, text, 2020, "requests", "denied.state_secret", "total", 5))),
    "findings": lambda text: ga.plot_findings(frame("organ year rule kind", (text, 2020, text, "fail"))),
    "shared": lambda text: ga.plot_shared_text(pairs((text, text, 2020, "b", "乙", 2020, "other", 0.9, 3))),
    "punctuality": lambda text: ga.plot_punctuality(
        frame("name organ year published_on", (text, text, 2020, pd.Timestamp("2021-01-20")))
    ),
}


@pytest.mark.parametrize("kind", CHARTS)
def test_no_name_is_markup_in_the_page_of_a_chart(kind):
    chart = CHARTS[kind](HOSTILE)
    assert not MARKUP.findall(json.dumps(chart.to_dict(), ensure_ascii=False))
    assert "<script>alert" not in chart.to_html()


def test_a_name_that_looks_like_markup_is_still_read():
    assert "＜b>甲" in json.dumps(ga.plot_chains(chains(("<b>甲", 2020, 1, 2, "broken"))).to_dict(), ensure_ascii=False)


@pytest.mark.parametrize("year", [-5, 99, 2200, 2_000_000])
def test_a_number_that_is_no_year_is_turned_away_before_each_year_to_it_is_drawn(year):
    drawn = (
        lambda: ga.plot_requests(panel(("甲", 2020, "requests.received", 5), ("甲", year, "requests.received", 5))),
        lambda: ga.plot_chains(chains(("甲", 2020, 1, 1, "kept"), ("甲", year, 1, 1, "kept"))),
        lambda: ga.plot_refusals(cells(("a", "甲", year, "requests", "denied.state_secret", "total", 5))),
        lambda: ga.plot_punctuality(frame("organ year published_on", ("甲", year, None))),
        lambda: ga.plot_findings(frame("organ year rule kind", ("甲", year, "STR101", "fail")), by="year"),
    )
    for draw in drawn:
        with pytest.raises(UsageError, match="year"):
            draw()


def test_figures_too_large_to_be_added_up_are_turned_away():
    huge = Decimal(9) * 10**27
    rows = [(organ, 2020, "requests.received", huge) for organ in "甲乙"]
    with pytest.raises(UsageError, match="too large"):
        ga.plot_requests(panel(*rows))


def test_a_figure_below_zero_is_drawn_and_held_against_no_one():
    rows = [(f"青石县第{n}局", 2020, "requests.received", n - 3) for n in range(20)]
    for organ, *_ in rows[:2]:
        ga.plot_distribution(panel(*rows), organ=organ, year=2020).to_dict()


def test_a_figure_without_a_year_is_no_year_of_the_organ():
    rows = panel(("甲", 2020, "requests.received", 5), ("甲", None, "requests.received", 7))
    ga.plot_distribution(rows, organ="甲", year=2020).to_dict()


@pytest.mark.parametrize("name", ["甲\x1f局", None])
def test_names_with_odd_signs_are_kept_apart_in_the_matrix(name):
    for by in ("report", "organ"):
        ga.plot_shared_text(pairs((name, name, 2020, "b", "乙", 2020, "other", 0.9, 3)), by=by).to_dict()


@pytest.mark.parametrize("relation", ["zzz", None])
def test_a_relation_that_is_none_is_turned_away(relation):
    with pytest.raises(UsageError, match="relation"):
        ga.plot_shared_text(pairs(("a", "甲", 2020, "b", "乙", 2020, relation, 0.9, 3)))


def test_what_a_message_quotes_of_a_frame_is_masked_and_short():
    with pytest.raises(UsageError) as refused:
        ga.plot_chains(chains(("甲", 2020, 1, 2, "张三 110101199003078515 " * 3000)))
    assert "110101199003078515" not in str(refused.value)
    assert len(str(refused.value)) < 400
