import pytest
from tests.rules.asking import ODD_YEARS, ask
from tests.rules.structure.unified import unified

from govdisclosure.model.report import AnnualReport
from govdisclosure.rules.outcome import Kind, Level
from govdisclosure.rules.structure.str206_fee_stated import RULE


def judged(six="无其他需要报告的事项。", **fields):
    (outcome,) = ask(RULE, unified(six=six, **fields))
    return outcome


@pytest.mark.parametrize(
    "six",
    [
        "2022年，无收取信息处理费情况。",
        "2025 年度本机关未收取信息公开处理费。",
        "严格落实《政府信息公开信息处理费管理\n办法》，全年收取政府信息公开信息处理费3940元。",
        "本年度没有收费。",
    ],
)
def test_section_six_states_it(six):
    assert judged(six).kind is Kind.PASS


def test_words_elsewhere_count_too():
    outcome = judged(one="全年未收取信息处理费。")
    assert outcome.kind is Kind.PASS
    assert "其他部分" in outcome.message.zh


def test_silence_is_reviewed():
    outcome = judged()
    assert (outcome.kind, outcome.level) == (Kind.REVIEW, Level.WARNING)
    assert outcome.quote == "六、其他需要报告的事项"


@pytest.mark.parametrize("six", ["", "〔略〕"])
def test_what_was_not_read_is_open(six):
    assert judged(six).kind is Kind.OPEN


@pytest.mark.parametrize("fields", [{"year": 2020}, {"year": 2018}, {"year": 2007}, {"without": "六"}])
def test_no_duty_and_no_section(fields):
    assert judged(**fields).kind is Kind.NOT_APPLICABLE


def test_year_not_known():
    assert judged(year=None).kind is Kind.OPEN


def test_odd_years_do_not_raise():
    for year in ODD_YEARS:
        assert ask(RULE, AnnualReport(year=year))
