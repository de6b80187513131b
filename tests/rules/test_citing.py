import pytest

from govdisclosure import law
from govdisclosure.rules import citing


def keys(cites):
    return [cite.key for cite in cites]


@pytest.mark.parametrize(
    ("function", "old", "new"),
    [
        (citing.accuracy, ["regulation-2007:6"], ["regulation-2019:6"]),
        (citing.contents, ["regulation-2007:32"], ["regulation-2019:50p1"]),
        (citing.deadline, ["regulation-2007:31"], ["regulation-2019:49"]),
        (citing.privacy, ["regulation-2007:14"], ["regulation-2019:15"]),
        (
            citing.exceptions,
            ["regulation-2007:8", "regulation-2007:14"],
            [f"regulation-2019:{article}" for article in (13, 14, 15, 16)],
        ),
    ],
)
def test_articles_follow_the_report_year(function, old, new):
    assert keys(function(2008)) == keys(function(2018)) == old
    assert keys(function(2019)) == keys(function(2030)) == new
    assert keys(function(None)) == keys(function(2007)) == [*old, *new]


def test_items():
    assert keys(citing.contents(2010, 3, 4)) == ["regulation-2007:32i3"]
    assert keys(citing.contents(2020, 5, 4)) == ["regulation-2019:50p1i4"]


def test_the_years_come_from_the_law():
    assert [made.id for made in law.regulations()] == ["regulation-2007", "regulation-2019"]
    assert law.first_report_year() == min(made.report_years[0] for made in law.regulations()) == 2008
    assert citing.governing(None) == tuple(made.id for made in law.regulations())
