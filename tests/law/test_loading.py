import pytest

from govdisclosure.errors import UsageError
from govdisclosure.law.dated import Parameter
from govdisclosure.law.loading import load, parse

INSTRUMENT = """
checked_on = 2026-11-23
[sources]
A1 = "a gazette"
[[instrument]]
id = "rules-2001"
title_zh = "青石县公开办法"
title_en = "Qingshi rules"
kind = "measure"
in_force_from = 2001-01-01
articles = 9
evidence = "source"
sources = ["A1"]
"""
PARAMETER = """
[[parameter]]
name = "answer.term"
title_zh = "答复期限"
title_en = "Term"
unit = "workdays"
select_by = "day"
"""
FIRST = """
[[parameter.value]]
value = 5
start = 2001-01-01
end = 2001-12-31
cite = "rules-2001:3"
evidence = "source"
sources = ["A1"]
"""
SECOND = """
[[parameter.value]]
silent = true
start = 2002-01-01
cite = "rules-2001:4p2i1"
evidence = "memory"
sources = []
"""
GOOD = INSTRUMENT + PARAMETER + FIRST + SECOND
MID_YEAR = 'select_by = "report_year"\n' + FIRST.replace("2001-01-01", "2000-07-01").replace("2001-12-31", "2000-12-31")
CONTENT = """
[[content]]
content = "fees"
title_zh = "收费"
title_en = "fees"
first_year = 2001
cite = "rules-2001:7"
evidence = "source"
"""


def made(text: str) -> Parameter:
    return parse({"own.toml": text}).parameters["answer.term"]


def test_good_data_are_read_with_their_sources_in_plain_text():
    first, second = made(GOOD).values
    assert (first.value, first.cite.key, first.sources) == (5, "rules-2001:3", ("a gazette",))
    assert (second.value, second.end, second.cite.key) == (None, None, "rules-2001:4p2i1")
    assert second.checked_on.isoformat() == "2026-11-23"


def test_citation_of_an_instrument_in_another_file_is_found():
    law = parse({"a.toml": "checked_on = 2026-11-23\n" + PARAMETER + SECOND, "b.toml": INSTRUMENT})
    assert law.parameters["answer.term"].values[0].cite.instrument is law.instruments["rules-2001"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('unit = "workdays"', 'unit = "workdays"\nterm = 3', "unknown key: term"),
        ('id = "rules-2001"', 'id = "rules-2001"\ncolour = 1', "unknown key: colour"),
        ("[sources]", "version = 1\n[sources]", "unknown key: version"),
        ("value = 5", "value = 5\nvalu = 6", "unknown key: valu"),
        ('unit = "workdays"\n', "", "missing key: unit"),
        ('id = "rules-2001"\n', "", "missing key: id"),
        ("start = 2002-01-01", "start = 2001-12-31", "overlap"),
        ("end = 2001-12-31\n", "", "overlap"),
        ("start = 2002-01-01", "start = 2000-01-01", "out of order"),
        ("end = 2001-12-31", "end = 2000-12-31", "before it starts"),
        ('cite = "rules-2001:3"', 'cite = "rules-2002:3"', "names no known instrument"),
        ('cite = "rules-2001:3"', 'cite = "rules-2001:10"', "has 9 articles"),
        ('cite = "rules-2001:3"', 'cite = "rules-2001:3i0"', "malformed citation"),
        ('cite = "rules-2001:3"', 'cite = "rules-2001:3x"', "malformed citation"),
        ('cite = "rules-2001:3"', 'cite = "rules-2001:3\\n"', "malformed citation"),
        ("silent = true", "", "either value or silent"),
        ("silent = true", "silent = true\nvalue = 3", "either value or silent"),
        ('evidence = "memory"', 'evidence = "hearsay"', "hearsay"),
        ('evidence = "memory"', 'evidence = "source"', "no source is named"),
        ('sources = ["A1"]', 'sources = ["A2"]', "unknown source: A2"),
        ('select_by = "day"', 'select_by = "weather"', "select_by"),
        ('select_by = "day"\n', MID_YEAR, "1 January"),
        ('unit = "workdays"', 'unit = "month_day"', "no month and day"),
        ("start = 2002-01-01", "start = 2002-01-01T08:00:00", "must be a date"),
        ("start = 2002-01-01", 'start = "2002-01-01"', "must be a date"),
        ("value = 5", "value = 5.5", "neither a number"),
        ("value = 5", 'value = ["a", "b"]\nvalue_en = ["a"]', "one entry for each"),
        ("articles = 9", 'articles = "nine"', "whole number"),
        ('kind = "measure"', 'kind = "measure"\nreport_years = [2001, 2002, 2003]', "report_years"),
        ('kind = "measure"', 'kind = "measure"\nsucceeds = "rules-1990"', "rules-1990"),
        ("in_force_from = 2001-01-01", "in_force_from = 2001-01-01\nin_force_to = 2000-01-01", "before in_force_from"),
        ("checked_on = 2026-11-23", "", "checked_on is missing"),
        ("[[parameter]]", "[[parameter", "not TOML"),
        (PARAMETER + FIRST + SECOND, PARAMETER + FIRST + PARAMETER + FIRST, "stands twice"),
        (PARAMETER + FIRST + SECOND, "[parameter]\nname = 1\n", "list of tables"),
        (PARAMETER + FIRST + SECOND, CONTENT + CONTENT, "overlaps"),
        (PARAMETER + FIRST + SECOND, CONTENT + "last_year = 2000\n", "last_year"),
        (PARAMETER + FIRST + SECOND, CONTENT.replace("fees", "taxes"), "taxes"),
    ],
)
def test_bad_data_are_refused_and_the_message_names_file_and_fault(old, new, said):
    assert old in GOOD
    with pytest.raises(UsageError) as caught:
        parse({"own.toml": GOOD.replace(old, new, 1)})
    assert said in str(caught.value)
    if "rules-1990" not in new:
        assert "own.toml" in str(caught.value)


def test_packaged_data_are_read_once():
    assert load() is load()
