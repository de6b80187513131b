import pendulum
import pytest

from govdisclosure.errors import UsageError
from govdisclosure.law.overlay_files import overlay_from_toml, shipped_overlay, shipped_overlays
from govdisclosure.model.agency import Agency, AgencyKind

OWN = """
id = "own-2020"
title_zh = "青石县通知"
title_en = "Notice of Qingshi"
regions = ["青石县"]
report_years = [2020]
evidence = "source"
"""


def test_the_shipped_overlays_read_and_name_their_day():
    found = shipped_overlay("badaojiang-2009")
    assert found in shipped_overlays()
    assert found.due_for(2010, AgencyKind.DEPARTMENT).safe == pendulum.Date(2011, 2, 1)
    assert found.binds(Agency(name="白山市八道江区水利局"))
    assert not found.binds(Agency(name="青石县水利局"))
    assert (found.governs(2008), found.governs(2009), found.governs(2019)) == (False, True, False)


def test_an_earlier_day_is_taken_and_a_later_one_refused_with_its_reason():
    stricter = overlay_from_toml(f'{OWN}[due]\ngovernment = "03-15"', "own.toml")
    assert stricter.due_for(2020, AgencyKind.GOVERNMENT).safe == pendulum.Date(2021, 3, 15)
    assert stricter.due_for(2020, AgencyKind.DEPARTMENT) is None
    with pytest.raises(UsageError, match=r"own\.toml: due\.department .*02-01.*01-31.*不能放宽"):
        overlay_from_toml(f'{OWN}[due]\ndepartment = "02-01"', "own.toml")


def test_a_day_that_holds_over_a_change_of_law_is_held_against_each_law():
    text = OWN.replace("[2020]", "[2017, 2020]") + '[due]\ndepartment = "02-15"'
    with pytest.raises(UsageError, match="2019"):
        overlay_from_toml(text, "own.toml")


@pytest.mark.parametrize(
    ("tail", "words"),
    [
        ('[deu]\nall = "01-01"', r"deu .*是否指：due"),
        ('[due]\nall = "1 Feb"', r"due\.all"),
        ("", r"\[due\]"),
        ('optional = ["fees"]', "optional"),
        ('[[heading]]\nname = "x1"\ntitle_zh = "甲"\ntitle_en = "a"\nword = ["甲"]', r"heading\.word .*words"),
    ],
)
def test_faults_name_the_file_and_the_key(tail, words):
    with pytest.raises(UsageError, match=words) as caught:
        overlay_from_toml(OWN + tail, "own.toml")
    assert "own.toml" in str(caught.value)


def test_an_unknown_id_is_answered_with_the_nearest():
    with pytest.raises(UsageError, match="badaojiang-2009"):
        shipped_overlay("badaojiang")
