import attrs
import pytest
from tests.rules.asking import ODD_YEARS, ask
from tests.rules.building import department
from tests.rules.grids import changed, proactive, remedies, requests, tabled

from govdisclosure.model.agency import AgencyKind
from govdisclosure.model.edition import Edition
from govdisclosure.model.report import SourceFile
from govdisclosure.rules.aggregates.sum301_parts_within_whole import RULE
from govdisclosure.rules.outcome import Kind, Level
from govdisclosure.rules.rule import Parts

NONE = (0, 0, 0, 0, 0)
TWO = {"rules": (0, 0, 0), "normative_documents": (2, 1, 9), "licences": (8,), "penalties": (5,)}
GOVERNMENT = department("青石县人民政府", kind=AgencyKind.GOVERNMENT)


def tables(times=1, pending=1):
    two = {key: tuple(value * times for value in values) for key, values in TWO.items()}
    three = requests(results={("granted", "natural_person"): 4 * times})
    four = remedies((0, 0, 0, pending * times, pending * times), NONE, NONE)
    return proactive(**two, coercive_measures=(0,), fees=(times,)), carrying_none(three), four


def carrying_none(table):
    """Nothing carried over, so that the figures are as many times as large as the results."""
    columns = [column.key for column in table.form.columns]
    return changed(
        table,
        *(("carried_out", column, 0) for column in columns),
        *(("received", column, table.value("total", column)) for column in columns),
    )


def organ(name, *grids, region="青石县", **fields):
    return tabled(*(grids or tables()), agency=department(name, region=region), **fields)


def whole(*grids, **fields):
    return tabled(*grids, **{"agency": GOVERNMENT, **fields})


WATER, FARMS = organ("青石县水利局"), organ("青石县农业局")


def asked(report, *reports, unread=(), **more):
    return ask(RULE, report, parts=Parts(reports=reports, unread=unread), **more)


def kinds(outcomes):
    return [outcome.kind.value for outcome in outcomes]


@pytest.mark.parametrize("times", [2, 3])
def test_a_whole_may_be_the_sum_or_more(times):
    found = asked(whole(*tables(times)), WATER, FARMS)
    assert kinds(found) == ["pass", "pass", "pass"]
    assert found[1].facts["parts"] == ["青石县水利局", "青石县农业局"]


def test_a_whole_that_is_less_is_shown_with_its_cells():
    two, three, four = tables(2)
    three = changed(three, ("granted", "natural_person", 7), ("granted", "total", 7))
    found = asked(whole(two, three, four), WATER, FARMS)
    assert kinds(found) == ["pass", "review", "pass"]
    assert found[1].level is Level.WARNING
    assert found[1].message.zh.startswith("小于2份下级报告之和：“(一)予以公开”×“自然人”为7，下级合计8、")
    assert found[1].at.cell.row == "granted"
    assert [(cell["column"], cell["printed"], cell["sum"]) for cell in found[1].facts["cells"]] == [
        ("natural_person", 7, 8),
        ("total", 7, 8),
    ]


def test_charges_of_one_payer_are_not_added_up():
    two, three, four = tables(2)
    assert kinds(asked(whole(changed(two, ("fees", "amount", 1)), three, four), WATER, FARMS)) == ["pass"] * 3


@pytest.mark.parametrize(("figure", "kind"), [(8, "open"), (3, "review")])
def test_what_could_not_be_read_of_a_part_leaves_it_open_unless_the_rest_is_too_much_already(figure, kind):
    two, three, four = tables()
    torn = organ("青石县农业局", two, changed(three, ("granted", "natural_person", "?")), four)
    mine = changed(tables(2)[1], ("granted", "natural_person", figure))
    assert kinds(asked(whole(tables(2)[0], mine, tables(2)[2]), WATER, torn))[1] == kind


def test_a_blank_of_a_part_is_a_zero_where_the_asker_says_so():
    two, three, four = tables()
    part = organ("青石县农业局", two, changed(three, ("granted", "research", "")), four)
    report = whole(*tables(2))
    assert kinds(asked(report, WATER, part))[1] == "open"
    found = asked(report, WATER, part, blank_is="zero")
    assert kinds(found) == ["pass"] * 3
    assert [outcome.facts.get("blank_is") for outcome in found] == [None, "zero", None]
    assert "计为0" in found[1].message.zh


def test_a_blank_of_the_whole_is_shown_as_what_it_counts_as():
    two, three, four = tables(2)
    report = whole(two, changed(three, ("granted", "natural_person", "")), four)
    found = asked(report, WATER, FARMS, blank_is="zero")
    assert found[1].kind is Kind.REVIEW
    assert "“自然人”为0，下级合计8。空白和符号已计为0。" in found[1].message.zh
    assert "空白和符号已计为0。" in found[1].message.zh
    assert "counted as 0" in found[1].message.en
    assert (found[1].facts["blank_is"], found[1].facts["cells"][0]["printed"]) == ("zero", None)


def test_a_part_that_could_not_be_read_is_named():
    found = asked(whole(*tables(2)), WATER, unread=("farms.pdf",))
    assert kinds(found) == ["open"] * 3
    assert found[0].facts["unread"] == ["farms.pdf"]
    nameless = attrs.evolve(FARMS, agency=None, source=SourceFile(uri="x.html", sha256="0", media_type="text/html"))
    assert asked(whole(*tables(2)), WATER, nameless)[0].facts["unread"] == ["x.html"]


@pytest.mark.parametrize(
    ("extra", "reason"),
    [
        (organ("青石县农业局", year=2021), "是2021年度的报告"),
        (whole(*tables(9)), "是本机关自己的报告"),
        (organ("青石县水利局"), "同一机关有两份报告"),
        (organ("青石市青石县水利局"), "同一机关有两份报告"),
    ],
)
def test_reports_that_do_not_count_are_left_out_and_named(extra, reason):
    found = asked(whole(*tables(1)), WATER, extra)
    assert kinds(found) == ["pass"] * 3
    assert [one["reason"]["zh"] for one in found[0].facts["left_out"]] == [reason]
    assert found[0].message.zh.endswith(f"【未计入1份：{extra.agency.name}（{reason}）】")
    assert found[0].message.en.endswith("]")
    assert [one["organ"] for one in found[0].facts["left_out"]] == [extra.agency.name]


def test_organs_of_a_town_whose_government_is_there_are_not_counted_again():
    town = organ("柳河镇人民政府", *tables(2), region="柳河镇")
    town = attrs.evolve(town, agency=attrs.evolve(town.agency, kind=AgencyKind.TOWNSHIP))
    school = organ("柳河镇人民政府办公厅", region="柳河镇")
    found = asked(whole(*tables(3)), WATER, town, school)
    assert kinds(found) == ["pass"] * 3
    assert found[0].facts["parts"] == ["青石县水利局", "柳河镇人民政府"]
    assert found[0].facts["left_out"][0]["organ"] == "柳河镇人民政府办公厅"
    assert found[0].facts["left_out"][0]["reason"]["zh"] == "已由柳河镇人民政府汇总"


@pytest.mark.parametrize("kind", [AgencyKind.DEPARTMENT, AgencyKind.GENERAL_OFFICE, AgencyKind.INSTITUTION])
def test_an_organ_that_reports_for_itself_alone_is_not_compared(kind):
    (outcome,) = asked(whole(*tables(), agency=department("青石县住建局", kind=kind)), WATER)
    assert outcome.kind is Kind.NOT_APPLICABLE


def test_tables_that_were_not_read_are_open():
    assert kinds(asked(whole(), WATER)) == ["open"] * 3
    assert kinds(asked(whole(*tables()))) == ["open"] * 3
    assert kinds(asked(whole(*tables()), organ("青石县水利局", tables()[1]))) == ["open", "pass", "open"]


def test_it_runs_only_with_parts_and_on_the_unified_forms():
    assert ask(RULE, whole(*tables())) == ()
    assert kinds(asked(whole(edition=Edition.FREE_FORM), WATER)) == ["notApplicable"]


@pytest.mark.parametrize("year", ODD_YEARS)
def test_any_year_will_do(year):
    found = asked(whole(*tables(), year=year), attrs.evolve(WATER, year=year))
    assert kinds(found) == (["open"] if year is None else ["pass"] * 3)
