import subprocess
import sys

import pendulum
import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure import law
from govdisclosure.errors import NotInForceError, UsageError
from govdisclosure.law import cite, instrument, instruments, parameter


def test_the_names_are_sorted_and_no_submodule_hides_a_function():
    assert list(law.__all__) == sorted(law.__all__)
    assert callable(law.instrument)
    assert callable(law.parameter)


@pytest.mark.parametrize(
    ("key", "zh", "en"),
    [
        ("form-2021", "（国办公开办函〔2021〕30号）", "No. 30)"),
        (
            "regulation-2007:32i3",
            "（国务院令第492号）第三十二条第（三）项",
            "(State Council Decree No. 492), Art 32(3)",
        ),
        ("regulation-2019:50p1i4", "（国务院令第711号）第五十条第一款第（四）项", "Art 50 para 1(4)"),
        ("regulation-2019:49p2", "第四十九条第二款", "Art 49 para 2"),
        ("regulation-2019:10", "第十条", "Art 10"),
        ("regulation-2019:20i15", "第二十条第（十五）项", "Art 20(15)"),
        ("litigation-interpretation-2018:133", "第一百三十三条", "Art 133"),
        ("litigation-interpretation-2018:101", "第一百零一条", "Art 101"),
        ("litigation-interpretation-2018:110", "第一百一十条", "Art 110"),
    ],
)
def test_citations_read_in_both_languages_and_give_their_key_back(key, zh, en):
    made = cite(key)
    assert made.zh.endswith(zh)
    assert made.en.endswith(en)
    assert made.key == key


@given(
    made=st.sampled_from(instruments()),
    article=st.none() | st.integers(1, 9),
    paragraph=st.none() | st.integers(1, 20),
    item=st.none() | st.integers(1, 20),
)
def test_every_key_is_the_inverse_of_cite(made, article, paragraph, item):
    citation = law.Citation(
        instrument=made,
        article=article,
        paragraph=paragraph if article else None,
        item=item if article else None,
    )
    assert cite(citation.key) == citation


@pytest.mark.parametrize("key", ["regulation-2007:39", "regulation-2019:57", "reconsideration-2023:91"])
def test_articles_beyond_the_last_are_refused(key):
    with pytest.raises(UsageError, match="articles"):
        cite(key)


@pytest.mark.parametrize("article", ["", "0", "3p", "3i2p1", "3i0", "三", "٣", "3\n", "1000"])
def test_malformed_keys_are_refused(article):
    with pytest.raises(UsageError, match="malformed"):
        cite(f"regulation-2007:{article}")


def test_unknown_names_are_answered_with_the_nearest():
    with pytest.raises(UsageError, match="regulation-2019"):
        instrument("regulation-2018")
    with pytest.raises(UsageError, match="form-2021"):
        cite("from-2021:3")
    with pytest.raises(UsageError, match=r"reply\.term,"):
        parameter("reply.terms")


def test_importing_reads_no_data_and_no_calendar():
    code = (
        "import sys, govdisclosure.law as law; from govdisclosure.law import loading; "
        "assert 'chinese_calendar' not in sys.modules; assert loading.load.cache_info().currsize == 0; "
        "law.instrument('form-2021'); assert 'chinese_calendar' not in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, text=True)  # noqa: S603
    assert done.returncode == 0, done.stderr


def test_an_instrument_without_a_first_day_never_holds_before_the_year_in_its_number():
    form = instrument("form-2019")
    assert (form.in_force_from, form.issued) == (None, 2019)
    assert not form.holds_on(pendulum.date(2018, 12, 31))
    assert form.holds_on(pendulum.date(2019, 1, 1))
    assert not form.holds_on(pendulum.date(2021, 9, 26))


def test_title_marks_within_a_title_are_single():
    assert "适用〈中华人民共和国行政诉讼法〉的解释》" in cite("litigation-interpretation-2018:1").zh


def test_a_chinese_title_leads_to_the_name_of_the_parameter():
    with pytest.raises(UsageError, match=r"是否指：reply\.term"):
        parameter("答复期限")


def test_not_in_force_is_said_of_a_day_and_of_a_year():
    with pytest.raises(NotInForceError, match="not in force on 2007-01-01"):
        parameter("reply.term").at(pendulum.date(2007, 1, 1))
    with pytest.raises(NotInForceError, match="not in force for report year 2007"):
        parameter("report.due.department").for_report_year(2007)
