import pytest
from tests.rules.asking import ODD_YEARS, ask
from tests.rules.building import department, mention
from tests.rules.structure.reports import OLD, whole

from govdisclosure.model.agency import AgencyKind
from govdisclosure.model.report import AnnualReport, Content, Edition
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
