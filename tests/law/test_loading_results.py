from decimal import Decimal

import pytest

from govdisclosure.errors import UsageError
from govdisclosure.law.loading import parse
from govdisclosure.model.case import CaseResult
from govdisclosure.model.item import Exemption
from govdisclosure.model.request import ReplyType

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
HANDLING = """
[[handling]]
outcome = "denied.third_party_rights"
reply_types = ["refused"]
start = 2001-01-01
end = 2001-12-31
cites = ["rules-2001:3", "rules-2001:4p2"]
evidence = "source"
sources = ["A1"]
third_party = true
exemption = "third_party_rights"
"""
LATER = """
[[handling]]
outcome = "denied.third_party_rights"
reply_types = []
start = 2002-01-01
cites = ["rules-2001:5"]
evidence = "memory"
sources = []
note = "No text."
"""
COLUMN = """
[[case_column]]
result = "revoked"
column = "corrected"
cites = ["rules-2001:6"]
evidence = "inference"
sources = []
"""
TARIFF = """
[[tariff]]
name = "items"
bands = [[1, 2, 0], [3, 4, 7]]
width = 5
increase = 3
start = 2001-01-01
cite = "rules-2001:7"
evidence = "source"
sources = ["A1"]
"""
GOOD = INSTRUMENT + HANDLING + LATER + COLUMN + TARIFF


def test_good_data_are_read():
    law = parse({"own.toml": GOOD})
    first, second = law.handlings["denied.third_party_rights"]
    assert (first.reply_types, first.exemption, first.third_party) == (
        (ReplyType.REFUSED,),
        Exemption.THIRD_PARTY_RIGHTS,
        True,
    )
    assert [one.key for one in first.cites] == ["rules-2001:3", "rules-2001:4p2"]
    assert (first.sources, first.checked_on.isoformat()) == (("a gazette",), "2026-11-23")
    assert (second.end, second.third_party, second.note) == (None, False, "No text.")
    assert law.case_columns[CaseResult.REVOKED].column == "corrected"


def test_bands_of_a_tariff_go_on_as_it_says():
    (tariff,) = parse({"own.toml": GOOD}).tariffs["items"]
    bands = [(band.first, band.last, band.rate, band.amount) for band in tariff.working(1, 12)]
    assert bands == [(2, 2, 0, 0), (3, 4, 7, 14), (5, 9, 10, 50), (10, 12, 13, 39)]
    assert tariff.increase == Decimal(3)
    assert list(tariff.working(4, 4)) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('outcome = "denied.third_party_rights"', 'outcome = "denied.nothing"', "no result row"),
        ('outcome = "denied.third_party_rights"', 'outcome = "total"', "no result row"),
        ('reply_types = ["refused"]', 'reply_types = ["forgotten"]', "forgotten"),
        ('reply_types = ["refused"]\n', "", "missing key: reply_types"),
        ('cites = ["rules-2001:3", "rules-2001:4p2"]', "cites = []", "cites nothing"),
        ("rules-2001:4p2", "rules-2001:14", "9 articles"),
        ("start = 2002-01-01", "start = 2001-12-31", "overlaps"),
        ("end = 2001-12-31\n", "", "overlaps"),
        ("end = 2001-12-31", "end = 2000-12-31", "before it starts"),
        ("third_party = true", 'third_party = "yes"', "true or false"),
        ('exemption = "third_party_rights"', 'exemption = "shyness"', "shyness"),
        ('exemption = "third_party_rights"', "colour = 1", "unknown key: colour"),
        ('sources = ["A1"]\nthird', "sources = []\nthird", "no source is named"),
        ('result = "revoked"', 'result = "lost"', "lost"),
        ('column = "corrected"', 'column = "pending"', "no column"),
        ('column = "corrected"', 'column = "total"', "no column"),
        (COLUMN, COLUMN + COLUMN, "stands twice"),
        ("[3, 4, 7]", "[4, 5, 7]", "does not follow"),
        ("[3, 4, 7]", "[3, 2, 7]", "does not follow"),
        ("[3, 4, 7]", "[3, 4, -7]", "does not follow"),
        ("[3, 4, 7]", "[3, 4]", "a band is"),
        ("[3, 4, 7]", "[3, 4, 7.5]", "a band is"),
        ("[3, 4, 7]", "[3, 0, 7]", "width and increase"),
        ("width = 5\n", "", "width and increase"),
        ("bands = [[1, 2, 0], [3, 4, 7]]", "bands = []", "no band"),
        (TARIFF, TARIFF + TARIFF, "overlaps"),
    ],
)
def test_bad_data_are_refused_and_the_message_names_file_and_fault(old, new, said):
    assert old in GOOD
    with pytest.raises(UsageError) as caught:
        parse({"own.toml": GOOD.replace(old, new, 1)})
    assert said in str(caught.value)
    assert "own.toml" in str(caught.value)
