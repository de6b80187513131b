import pytest
from tests.extraction.reports import HEADINGS, read, text

from govdisclosure.errors import StructureError

SECTIONS = text(title="", requests="2010年，我局收到政府信息公开申请3件。")


def test_headings_and_figures_make_a_report_without_a_title():
    found = read(SECTIONS)
    assert (found.title, len(found.sections)) == (None, len(HEADINGS))


@pytest.mark.parametrize(
    "words",
    [
        "关于做好年度报告工作的通知\n一、主动公开\n按要求报送。\n二、依申请公开\n特此通知。\n",
        "政府信息公开条例\n第一条 为了保障公民获取政府信息，制定本条例。\n第二条 本条例所称政府信息。\n",
        "政府信息公开申请表\n申请人 姓名 联系电话 所需信息的内容描述\n",
        "青石县水利局2010年工作总结\n一、防汛抗旱\n成绩显著。\n二、下一步打算\n再接再厉。\n",
        "政府信息公开\n",
        "今天天气很好。\n",
    ],
)
def test_other_papers_are_refused(words):
    with pytest.raises(StructureError):
        read(words)


def test_the_official_form_needs_no_title():
    assert read("一、本年新收政府信息公开申请数量\t3\t0\n二、上年结转\t0\t0\n").title is None


FOOT = "青石县水利局\n2011年3月15日"


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("《青石县水利局2010年政府信息公开工作年度报告》", "青石县水利局2010年政府信息公开工作年度报告"),
        ("关于报送《青石县水利局2010年政府信息公开工作年度报告》的报告", "青石县水利局2010年政府信息公开工作年度报告"),
        ("青石县水利局关于印发《2010年政府信息公开工作年度报告》的通知", None),
        ("青石县水利局关于报送2010年政府信息公开工作年度报告的函", None),
        ("关于报送2010年政府信息公开工作年度报告的报告", None),
        ("关于印发《2010年政府信息公开工作年度报告》的通知", None),
    ],
)
def test_a_letter_over_a_whole_report_is_its_title(line, title):
    found = read(text(title=line, foot=FOOT))
    assert found.title == (title or line)
    assert found.text[found.title_at.start : found.title_at.end] == found.title
    assert (found.agency.name, found.year, len(found.sections)) == ("青石县水利局", 2010, len(HEADINGS))


@pytest.mark.parametrize(
    "words",
    [
        "关于报送《2010年政府信息公开工作年度报告》的通知\n一、报送内容\n按要求报送。\n二、主动公开\n数据。\n特此通知。\n",
        "关于印发《2010年政府信息公开工作年度报告》的通知\n各科室：\n现予印发。\n2011年3月1日\n",
        text(title="关于报送2010年政府信息公开工作年度报告的通知"),
    ],
)
def test_a_notice_on_reports_is_refused(words):
    with pytest.raises(StructureError):
        read(words)


BELOW = "（一）主动公开情况\n主动公开政府信息数5件。\n（二）依申请公开情况\n共受理政府信息公开申请3件。\n"


@pytest.mark.parametrize(
    "words",
    [
        f"一、工作开展情况\n工作平稳。\n二、信息公开数据\n{BELOW}",
        "一 、概述\n工作平稳。\n二、信息公开数据\n公开政府信息5件。\n",
    ],
)
def test_a_body_without_a_title_may_name_its_contents_below_its_sections(words):
    assert read(words).title is None


def test_headings_below_the_sections_of_a_plan_make_no_report():
    with pytest.raises(StructureError):
        read("一、基本做法\n工作平稳。\n二、有关要求\n（一）主动公开\n按时报送。\n（二）依申请公开\n按时办理。\n")
