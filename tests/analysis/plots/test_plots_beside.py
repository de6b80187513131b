"""Shared text, and a figure beside what it stands out from."""

import json
from decimal import Decimal

import pytest
from tests.analysis.plots.drawing import changed, flat, pairs, panel, parts, values

import govdisclosure.analysis as ga
from govdisclosure.analysis.similar import ReportText, TextSection, similar_texts
from govdisclosure.errors import UsageError
from govdisclosure.rules.across.asking import Peers
from govdisclosure.rules.across.outliers import Others, far_from_peers, usual_of_peers

WORDS = "".join(f"第{n}座水库的巡查记录由{n}号站逐日上传，{'甲乙丙丁'[n % 4]}组复核；" for n in range(40))


def found():
    section = TextSection(heading="一、总体情况", text=WORDS, number=1)
    rows = [
        ReportText(name=f"{organ}.html", organ=organ, year=2023, sections=(section,))
        for organ in ("甲县水利局", "乙县水利局")
    ]
    return similar_texts(rows, min_chars=50)


def test_what_was_found_of_texts_is_a_table_and_is_drawn_from_either():
    result = found()
    table = ga.shared_texts(result)
    (row,) = table.to_arrow().to_pylist()
    assert (row["first_organ"], row["second_organ"], row["share"]) == ("乙县水利局", "甲县水利局", Decimal(1))
    assert (row["relation"], row["kind"], row["passages"] > 0, row["longest"] > 50) == (
        "same_year",
        "review",
        True,
        True,
    )
    assert row["shared"] == row["total"]
    assert ga.plot_shared_text(result).to_dict() == ga.plot_shared_text(table).to_dict()


PAIRS = pairs(("A", 2022, "B", 2022, "0.9"), ("A", 2023, "B", 2023, "0.6"), ("A", 2022, "A", 2023, "0.7"))


def boxes(chart):
    return {(row["one"], row["other"]): row["share"] for row in values(chart)}


def test_the_matrix_has_both_halves_and_nothing_where_nothing_was_found():
    chart = ga.plot_shared_text(PAIRS)
    half = {("A 2022", "B 2022"): 0.9, ("A 2023", "B 2023"): 0.6, ("A 2022", "A 2023"): 0.7}
    assert boxes(chart) == {**half, **{(other, one): share for (one, other), share in half.items()}}
    assert "不等于没有相同文字" in flat(chart)


def test_of_two_organs_the_reports_that_are_most_alike_count_and_none_with_itself():
    assert boxes(ga.plot_shared_text(PAIRS, by="organ")) == {("A", "B"): 0.9, ("B", "A"): 0.9}
    with pytest.raises(UsageError, match="by"):
        ga.plot_shared_text(PAIRS, by="year")


def test_reports_that_are_not_drawn_are_counted_with_their_pairs():
    chart = ga.plot_shared_text(
        pairs(*((f"O{n}", 2023, f"O{n + 1}", 2023, f"0.{9 - n}") for n in range(5))), top=3, lang="en"
    )
    assert set(boxes(chart)) == {
        ("O0 2023", "O1 2023"),
        ("O1 2023", "O0 2023"),
        ("O1 2023", "O2 2023"),
        ("O2 2023", "O1 2023"),
    }
    assert "3 more (3 pairs)" in flat(chart, "en")


def test_two_reports_of_one_organ_and_year_keep_names_of_their_own():
    frame = pairs(("A", 2023, "A", 2023, "0.9"))
    one = frame.set_column(frame.column_names.index("second_name"), "second_name", [["other.html"]])
    assert set(boxes(ga.plot_shared_text(one))) == {("A 2023", "A 2023 (2)"), ("A 2023 (2)", "A 2023")}


def test_the_usual_range_ends_where_the_rules_begin_to_call_a_figure_far():
    for middle, deviation in ((0, 0), (2, 1), (20, 3), (139, 51), (500, 2)):
        others = Others(count=9, median=Decimal(middle), deviation=Decimal(deviation))
        low, high = others.usual
        for value in range(3 * middle + 400):
            assert value in {low, high} or others.is_far(value) == (not low < value < high), (middle, deviation, value)
    for figures in ((1, 2, 3, 4, 5), (10, 60, 200, 900, 4000), (50,) * 9):
        scale = Peers(figures={(2023, None, None): figures}).scale((2023, None, None))
        low, high = usual_of_peers(scale)
        for value in range(3000):
            assert value in {low, high} or far_from_peers(value, scale) == (not low < value < high), (figures, value)


ORGANS = [f"{sign}{half}县水利局" for sign in "甲乙丙丁戊己庚辛壬癸" for half in "东西北"]
YEARS = range(2016, 2024)
BIG = changed(panel(ORGANS, YEARS, received=30),
              lambda row: row["organ"] == ORGANS[0] and row["year"] == 2023 and row["series"] == "requests.received",
              value=Decimal(9000))  # fmt: skip


def test_a_figure_that_stands_out_is_marked_among_its_years_and_its_peers():
    chart = ga.plot_distribution(BIG, organ=ORGANS[0], year=2023)
    mine = {row["year"]: row["value"] for row in values(chart) if row.get("this")}
    assert mine == {2023: 9000}
    assert sum(row["organs"] for row in values(chart) if "organs" in row) == 30
    assert flat(chart).count("相差悬殊，请核实") == 2
    assert "其余7年中位数30、中位差0" in flat(chart)
    assert "不等于错误" in flat(chart)
    near = ga.plot_distribution(BIG, organ=ORGANS[1], year=2023, lang="en")
    assert flat(near, "en").count("not far apart") == 2


def test_too_few_years_and_peers_are_not_compared_and_it_says_so():
    chart = ga.plot_distribution(panel(ORGANS[:3], (2022, 2023)), organ=ORGANS[0], year=2023)
    assert "其余年度不足5年，不作比较（现有1年）" in flat(chart)
    assert "同类同级机关不足20个，不作比较（现有3个）" in flat(chart)
    assert not [row for row in values(chart) if "median" in row]


def test_other_kinds_of_organ_are_no_peers():
    mixed = panel([*ORGANS, "甲东县人民政府", "甲省水利厅"], YEARS)
    chart = ga.plot_distribution(mixed, organ=ORGANS[0], year=2023)
    assert sum(row["organs"] for row in values(chart) if "organs" in row) == 30


def test_a_year_without_the_figure_is_a_gap_and_asked_for_it_says_so():
    frame = changed(panel(("Water",), YEARS), lambda row: row["year"] == 2020, value=None)
    own = {
        row["year"]: row["value"]
        for row in values(ga.plot_distribution(frame, organ="Water", year=2021))
        if "this" in row
    }
    assert own[2020] is None
    bare = ga.plot_distribution(frame, organ="Water", year=2020)
    assert "没有读出“收到申请”的数字" in bare.to_dict()["description"]


FACTS = {"year": 2023, "value": 9000, "median": "30", "deviation": "0", "years": 7}


def test_an_outcome_alone_tells_the_figure_the_median_and_the_range():
    row = {"organ": "甲县水利局", "subject": "2023:received", "facts": json.dumps(FACTS), "message_zh": "9000：…"}
    chart = ga.plot_distribution(outcome=row)
    assert {"value": 9000.0} in values(chart)
    assert {"low": 10.0, "high": 90.0, "median": 30.0} in values(chart)
    assert "甲县水利局2023年度收到申请9000件" in flat(chart)
    peers = {"year": 2023, "value": 9000, "median": "30", "from": 5, "to": 60, "organs": 30}
    chart = ga.plot_distribution(outcome={"facts": peers}, lang="en")
    assert {"low": 5.0, "high": 60.0, "median": 30.0} in values(chart)
    assert "most organs" in flat(chart, "en")


def test_an_outcome_with_a_panel_finds_its_figure():
    row = {"organ": ORGANS[0], "subject": "2023:received", "facts": json.dumps(FACTS)}
    assert (
        ga.plot_distribution(BIG, outcome=row).to_dict()
        == ga.plot_distribution(BIG, organ=ORGANS[0], year=2023).to_dict()
    )


@pytest.mark.parametrize("facts", ["{}", {"year": 2023}, {**FACTS, "median": "many"}, {**FACTS, "value": None}])
def test_an_outcome_of_another_rule_is_refused(facts):
    with pytest.raises(UsageError, match="ACR201"):
        ga.plot_distribution(outcome={"facts": facts})


def test_what_is_asked_for_must_be_named_in_full():
    for asked in ({}, {"organ": "Water"}, {"organ": "Water", "year": 2020, "series": "fees"}):
        with pytest.raises(UsageError):
            ga.plot_distribution(panel(), **asked)
    assert parts(ga.plot_distribution(panel(), organ="Water", year=2020, series="requests.denied").to_dict())
