import attrs
from tests.rules.asking import ODD_YEARS, ask, verdicts
from tests.rules.building import department
from tests.rules.grids import proactive, remedies, requests, tabled
from tests.rules.structure.unified import unified

from govdisclosure.model.agency import AgencyKind
from govdisclosure.model.report import AnnualReport, Edition
from govdisclosure.model.statistics import Statistics
from govdisclosure.rules.outcome import Kind, Level
from govdisclosure.rules.structure.str201_tables_present import RULE

NONE = (0, 0, 0, 0, 0)
TABLES = proactive(licences=(1,)), requests(), remedies(NONE, NONE, NONE)


def test_tables_that_were_read_pass_together():
    (outcome,) = ask(RULE, tabled(*TABLES))
    assert (outcome.kind, outcome.facts["tables"]) == (Kind.PASS, ["proactive", "requests", "remedies"])


def test_a_table_that_was_not_read_though_its_section_is_there_is_open():
    report = attrs.evolve(unified(), statistics=Statistics(proactive=TABLES[0]))
    passed, opened = ask(RULE, report)
    assert (passed.kind, opened.kind, opened.level) == (Kind.PASS, Kind.OPEN, Level.WARNING)
    assert opened.facts["tables"] == ["requests", "remedies"]
    assert opened.needs == ("tables",)
    assert "未读到表三、表四" in opened.message.zh


def test_a_table_that_lacks_with_its_section_is_reviewed():
    assert verdicts(RULE, unified(without="四")) == {"tables:unread": "open", "tables:missing": "review"}
    school = department("青石县第一中学", kind=AgencyKind.INSTITUTION)
    (_, outcome) = ask(RULE, unified(without="四", agency=school))
    assert outcome.kind is Kind.REVIEW
    assert "公共企事业单位" in outcome.message.zh


def test_a_text_that_breaks_off_is_open():
    assert verdicts(RULE, unified(without="三四五六")) == {"tables:unread": "open"}
    assert verdicts(RULE, unified(without="四", one="〔略〕")) == {"tables:unread": "open"}


def test_a_report_that_was_read_as_free_text_is_asked_for_its_tables_too():
    assert verdicts(RULE, AnnualReport(year=2022)) == {"tables:unread": "open"}


def test_no_table_is_due_before_2019():
    (outcome,) = ask(RULE, AnnualReport(year=2018))
    assert outcome.kind is Kind.NOT_APPLICABLE
    assert verdicts(RULE, AnnualReport(year=2007)) == {"tables": "notApplicable"}
    assert verdicts(RULE, AnnualReport()) == {"tables": "open"}


def test_odd_years_do_not_raise():
    for year in ODD_YEARS:
        for edition in Edition:
            assert ask(RULE, AnnualReport(year=year, edition=edition))
