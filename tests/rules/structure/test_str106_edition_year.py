import pytest
from tests.rules.asking import ODD_YEARS, ask, verdicts
from tests.rules.building import department, mention
from tests.rules.grids import proactive, remedies, requests, tabled
from tests.rules.structure.reports import OLD, whole

from govdisclosure.model.agency import AgencyKind
from govdisclosure.model.place import Place
from govdisclosure.model.report import AnnualReport, Content, Edition
from govdisclosure.model.statistics import Grid, Oddity, OddityKind
from govdisclosure.rules.structure.str106_edition_year import RULE

FORM = (("一、总体情况", (Content.OVERVIEW,)), *OLD[1:3])


def verdict(report):
    (outcome,) = ask(RULE, report)
    return outcome.kind.value, outcome.level.value


@pytest.mark.parametrize(
    ("year", "edition", "expected"),
    [
        (2008, Edition.FREE_FORM, ("pass", "none")),
        (2018, Edition.FREE_FORM, ("pass", "none")),
        (2019, Edition.UNIFIED_2019, ("pass", "none")),
        (2020, Edition.UNIFIED_2019, ("pass", "none")),
        (2021, Edition.UNIFIED_2021, ("pass", "none")),
        (2021, Edition.UNIFIED_2019, ("fail", "error")),
        # The notice of 2019 was not seen in full, so nothing that rests on it is an error.
        (2019, Edition.UNIFIED_2021, ("fail", "warning")),
        (2020, Edition.UNIFIED_2021, ("fail", "warning")),
        (2018, Edition.UNIFIED_2019, ("fail", "warning")),
        (2023, Edition.FREE_FORM, ("fail", "error")),
        (2020, Edition.FREE_FORM, ("fail", "warning")),
        (2007, Edition.FREE_FORM, ("notApplicable", "none")),
        (None, Edition.FREE_FORM, ("open", "warning")),
    ],
)
def test_edition_and_year(year, edition, expected):
    assert verdict(whole(*OLD, year=year, edition=edition)) == expected


def test_free_text_may_be_a_form_whose_tables_were_lost():
    assert verdict(whole(*FORM, year=2022)) == ("review", "warning")
    assert verdict(whole(*OLD[:2], year=2022)) == ("review", "warning")
    assert verdict(AnnualReport(year=2022)) == ("review", "warning")
    school = department("青石县第一中学", kind=AgencyKind.INSTITUTION)
    assert verdict(whole(*OLD, year=2022, agency=school)) == ("review", "warning")


def test_a_late_report_on_an_early_year_may_have_borrowed_the_form():
    late = mention("", "2020-01-20", 2020, 1, 20)
    early = mention("", "2019-03-20", 2019, 3, 20)
    fields = {"year": 2018, "edition": Edition.UNIFIED_2019}
    assert verdict(whole(*OLD, published=late, **fields))[0] == "review"
    assert verdict(whole(*OLD, published=early, **fields))[0] == "fail"


def test_odd_years_do_not_raise():
    for year in ODD_YEARS:
        for edition in Edition:
            assert ask(RULE, AnnualReport(year=year, edition=edition))


OLD_TWO, NEW_TWO = proactive(Edition.UNIFIED_2019, licences=(1, 0, 2)), proactive(licences=(2,))
OLD_THREE, NEW_THREE = requests(Edition.UNIFIED_2019), requests()


def table_verdicts(*tables, year=2022, edition=Edition.UNIFIED_2021):
    return verdicts(RULE, tabled(*tables, year=year, edition=edition))


def test_tables_of_the_form_of_the_year():
    assert table_verdicts(NEW_TWO, NEW_THREE) == {"edition": "pass"}
    (outcome,) = ask(RULE, tabled(NEW_TWO, NEW_THREE))
    assert outcome.facts["tables"] == {"proactive": "unified_2021", "requests": "unified_2021"}


def test_one_table_of_another_form_is_named():
    assert table_verdicts(OLD_TWO, NEW_THREE) == {"edition": "pass", "table:proactive": "fail"}
    assert table_verdicts(NEW_TWO, OLD_THREE) == {"edition": "pass", "table:requests": "fail"}
    (_, outcome) = ask(RULE, tabled(NEW_TWO, OLD_THREE))
    assert (outcome.level.value, outcome.facts["edition"], outcome.facts["expected"]) == (
        "error", "unified_2019", "unified_2021",
    )  # fmt: skip


def test_what_the_whole_report_does_is_said_once():
    old = {"edition": Edition.UNIFIED_2019}
    assert table_verdicts(OLD_TWO, OLD_THREE, **old) == {"edition": "fail"}
    assert table_verdicts(OLD_TWO, NEW_THREE, **old) == {"edition": "fail", "table:proactive": "fail"}


def test_nothing_that_rests_on_the_notice_of_2019_is_an_error():
    found = ask(RULE, tabled(OLD_TWO, NEW_THREE, year=2020, edition=Edition.UNIFIED_2019))
    assert [(o.subject, o.kind.value, o.level.value) for o in found] == [
        ("edition", "pass", "none"), ("table:requests", "fail", "warning"),
    ]  # fmt: skip


def test_tables_show_the_form_of_a_text_that_does_not():
    assert table_verdicts(NEW_TWO, NEW_THREE, edition=Edition.FREE_FORM) == {"edition": "pass"}
    assert table_verdicts(OLD_TWO, edition=Edition.FREE_FORM) == {"edition": "fail"}


def test_table_four_is_the_same_in_both_forms():
    none = (0, 0, 0, 0, 0)
    assert table_verdicts(NEW_TWO, remedies(none, none, none, edition=Edition.UNIFIED_2019)) == {"edition": "pass"}


def test_a_table_that_mixes_two_forms_is_reviewed():
    odd = Oddity(kind=OddityKind.OTHER_FORM, label="(六)其他处理", at=Place(start=0, end=0))
    mixed = Grid(table=NEW_THREE.table, edition=NEW_THREE.edition, cells=NEW_THREE.cells, oddities=(odd,))
    assert table_verdicts(mixed) == {"edition": "pass", "mixture:requests": "review"}
    (_, outcome) = ask(RULE, tabled(mixed))
    assert outcome.facts["labels"] == ["(六)其他处理"]
