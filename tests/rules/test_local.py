import pytest
from tests.rules.building import department, mention, report

from govdisclosure.law.overlay_files import overlay_from_toml, shipped_overlay
from govdisclosure.rules.engine import assess
from govdisclosure.rules.outcome import Kind, Level
from govdisclosure.rules.registry import REPORTS, select

OVERLAY = shipped_overlay("badaojiang-2009")
TEXT = "公布日期2011年2月20日\n"


def asked(name="八道江区水利局", overlay=OVERLAY, **fields):
    day = mention(TEXT, "2011年2月20日", 2011, 2, 20)
    one = report(TEXT, agency=department(name), published=day, **fields)
    return assess(one, select(about=REPORTS), overlays=(overlay,))


def test_national_and_local_verdicts_stand_apart():
    on_time = [outcome for outcome in asked().outcomes if outcome.rule == "DDL101"]
    assert [(outcome.origin, outcome.kind) for outcome in on_time] == [
        (None, Kind.PASS),
        ("badaojiang-2009", Kind.FAIL),
    ]
    assert on_time[0].fingerprint != on_time[1].fingerprint
    assert on_time[1].cites[0].key == "badaojiang-2009"
    assert "2011-02-01" in on_time[1].message.zh


def test_a_local_rule_that_was_not_read_in_its_source_is_no_error():
    late = next(one for one in asked().outcomes if one.origin and one.rule == "DDL101")
    assert late.level is Level.WARNING
    read = overlay_from_toml(
        'id="own"\ntitle_zh="甲"\ntitle_en="a"\nregions=["八道江区"]\nreport_years=[2010]\nevidence="source"\n'
        '[due]\ndepartment="01-20"\n'
        'government="01-20"'.replace("[2010]", "[2010, 2018]"),
        "own.toml",
    )
    late = next(one for one in asked(overlay=read).outcomes if one.origin and one.rule == "DDL101")
    assert late.level is Level.ERROR


def test_other_organs_and_years_are_judged_by_the_national_rules_alone():
    assert all(one.origin is None for one in asked("青石县水利局").outcomes)
    assert all(one.origin is None for one in asked(year=2008).outcomes)


def test_an_organ_that_was_not_read_is_said_to_be_unchecked():
    found = assess(report(TEXT, agency=None), select(about=REPORTS), overlays=(OVERLAY,))
    assert any("地方要求未核查" in message.zh for message in found.not_checked)


@pytest.mark.parametrize(("year", "kind"), [(2010, Kind.OPEN)])
def test_an_excerpt_is_not_accused_of_lacking_a_local_heading(year, kind):
    found = [one for one in asked(year=year).outcomes if one.subject == "badaojiang-2009:heading:approvals"]
    assert [one.kind for one in found] == [kind]
