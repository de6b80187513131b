"""Checking registers and catalogues, and reports beside them, from the package root."""

import attrs
import pendulum
import pytest
from tests.registers import generated
from tests.rules.building import department
from tests.rules.claims.books import LOST, compiled, register, with_cell
from tests.rules.claims.books import catalogue as books
from tests.rules.items.catalogues import day, good, lawful

import govdisclosure
from govdisclosure.errors import UsageError
from govdisclosure.law import published_calendar
from govdisclosure.register.files import write_catalogue, write_register

RULES = {rule.code: rule for rule in govdisclosure.all_rules()}


def kinds(assessment):
    return {outcome.kind.value for outcome in assessment}


def test_a_lawful_catalogue_has_nothing_against_it():
    found = govdisclosure.check_items(lawful(), as_of="2024-12-31")
    assert isinstance(found, govdisclosure.RegisterAssessment)
    assert kinds(found) <= {"pass", "notApplicable"}
    assert {outcome.rule for outcome in found} == {code for code, rule in RULES.items() if rule.about == "items"}
    assert "3条信息" in str(found)
    assert "ITM101" in found._repr_html_()


def test_the_rate_is_one_outcome_with_what_it_is_made_of():
    held = attrs.evolve(lawful(), items=(*lawful().items, good("A9", published_on=None)))
    found = govdisclosure.check_items(held, as_of=pendulum.Date(2024, 12, 31))
    rate = next(one for one in found if (one.rule, one.subject) == ("ITM101", "rate"))
    assert {name: rate.facts[name] for name in ("numerator", "denominator", "rate", "missing")} == {
        "numerator": 3,
        "denominator": 4,
        "rate": "0.75",
        "missing": ["A9"],
    }
    assert found.worst is govdisclosure.Level.ERROR


def test_as_of_and_calendar_are_handed_on():
    held = govdisclosure.Catalogue(items=(good(published_on=None),))
    missing = ("ITM101", "A1:missing")
    asked = {"select": "ITM101", "as_of": "2024-04-02"}
    assert missing in {(one.rule, one.subject) for one in govdisclosure.check_items(held, **asked)}
    closed = published_calendar().with_closures([day("2024-03-04"), day("2024-03-05")])
    assert missing not in {(one.rule, one.subject) for one in govdisclosure.check_items(held, **asked, calendar=closed)}
    assert kinds(govdisclosure.check_items(held, select="ITM101")) == {"open"}


def test_files_are_read_as_objects_are_checked(tmp_path):
    write_catalogue(lawful(), tmp_path / "目录.csv")
    by_path = govdisclosure.check_items(tmp_path / "目录.csv", as_of="2024-12-31")
    by_bytes = govdisclosure.check_items(memoryview((tmp_path / "目录.csv").read_bytes()), as_of="2024-12-31")
    assert by_path.counts == by_bytes.counts
    assert len(by_path.catalogue.items) == 3
    write_register(register(), tmp_path / "登记簿.json")
    found = govdisclosure.check_register(tmp_path / "登记簿.json")
    assert (len(found.register.requests), len(found.register.cases)) == (4, 2)


def test_a_register_is_judged_by_the_rules_on_requests_and_cases_alone():
    found = govdisclosure.check_register(register(), catalogue=books())
    assert {RULES[one.rule].about for one in found} == {"requests", "cases"}
    assert "4件申请" in found.heading("zh")
    some = govdisclosure.check_register(register(cases=None), select=["REQ", "REM101"])
    assert {one.rule[:3] for one in some} == {"REQ"}
    assert [one.zh for one in some.not_checked] == ["登记簿中没有复议诉讼登记表，以下规则没有运行：REM101"]


@pytest.mark.parametrize(
    ("call", "word"),
    [
        (lambda: govdisclosure.check_items(lawful(), select="REQ"), "register check"),
        (lambda: govdisclosure.check_register(register(), select="ITM101"), "items check"),
        (lambda: govdisclosure.check(compiled(), select="ITM"), "items check"),
        (lambda: govdisclosure.check_items(lawful(), as_of="then"), "YYYY-MM-DD"),
        (lambda: govdisclosure.check_items(register()), "catalogue"),
        (lambda: govdisclosure.check_register(lawful()), "register"),
        (lambda: govdisclosure.check_register(3), "path"),
    ],
)
def test_what_is_refused_says_what_is_wanted(call, word):
    with pytest.raises(UsageError) as caught:
        call()
    assert word in caught.value.en


def test_rows_that_could_not_be_read_are_said():
    found = govdisclosure.check_items(attrs.evolve(lawful(), faults=(LOST,)), as_of="2024-12-31")
    assert "其中1处是整行" in found.not_checked[0].zh
    beside = govdisclosure.check(compiled(), register=register(faults=(LOST,)))
    assert any("其中1处是整行" in one.zh for one in beside.not_checked)


def test_a_report_is_held_against_register_and_catalogue():
    wrong = with_cell(compiled(), "requests", "granted", "natural_person", 8)
    found = govdisclosure.check(wrong, register=register(), items=books(), select="CLM3")
    assert {one.rule for one in found} == {"CLM301", "CLM302", "CLM303", "CLM304"}
    assert [one.subject for one in found.of(govdisclosure.Kind.FAIL)] == ["requests:granted:natural_person"]
    assert found.not_checked == ()


def test_what_is_not_given_is_not_run_and_said_where_it_was_asked_for():
    assert not [one for one in govdisclosure.check(compiled()) if one.rule.startswith("CLM3")]
    said = [one.zh for one in govdisclosure.check(compiled(), select=["CLM3", "CLM201"]).not_checked]
    assert "没有给出登记簿，以下规则没有运行：CLM302, CLM303" in said
    assert "没有给出目录，以下规则没有运行：CLM301, CLM304" in said


def test_a_register_of_another_organ_is_said_to_be_one():
    other = register(agency=department("白河县教育局", region="白河县"))
    found = govdisclosure.check(compiled(), register=other, items=books())
    assert [one.zh for one in found.not_checked] == [
        "登记簿是白河县教育局的，报告是青石县水利局的，未作比较",
    ]


def test_a_report_file_beside_files(tmp_path):
    write_register(register(), tmp_path / "r.json")
    write_catalogue(books(), tmp_path / "c.json")
    found = govdisclosure.check(compiled(), register=tmp_path / "r.json", items=(tmp_path / "c.json").read_bytes())
    assert not [one for one in found if one.rule.startswith("CLM3") and one.kind.value in {"fail", "review"}]
    assert {"CLM302", "CLM304"} <= {one.rule for one in found}


def test_many_requests_do_not_crash_a_rule():
    kept = generated(300)
    held = govdisclosure.Register(requests=kept.requests, cases=kept.cases)
    found = govdisclosure.check_register(held, catalogue=govdisclosure.Catalogue(items=kept.items), as_of="2024-06-01")
    assert found.crashed == ()
    assert govdisclosure.check_items(govdisclosure.Catalogue(items=kept.items)).crashed == ()
