import pytest

from govdisclosure.extraction.contents import heading_length
from govdisclosure.law.vocabulary import classify, is_statutory
from govdisclosure.model.report import Content


@pytest.mark.parametrize(
    ("heading", "covers"),
    [
        ("概述", ["overview"]),
        ("总体情况", ["overview"]),
        ("组织领导和制度建设情况", ["overview"]),
        ("行政机关主动公开政府信息的情况", ["proactive"]),
        ("公开的主要内容", ["proactive"]),
        ("行政机关依申请公开政府信息和不予公开政府信息的情况", ["requests"]),
        ("收到和处理政府信息公开申请情况", ["requests"]),
        ("政府信息公开的收费及减免情况", ["fees"]),
        ("依申请公开收费情况", ["fees"]),
        ("因政府信息公开申请行政复议、提起行政诉讼的情况", ["remedies"]),
        ("政府信息公开工作存在的主要问题及改进情况", ["problems"]),
        ("存在问题和下一步工作打算", ["problems", "plan"]),
        ("2011年工作计划", ["plan"]),
        ("下一步工作安排", ["plan"]),
        ("其他需要报告的事项", ["other"]),
        ("附表", ["annex"]),
        ("政府信息公开情况统计表", ["annex"]),
        ("主动公开和依申请公开情况", ["proactive", "requests"]),
        ("咬定青山不放松", []),
        ("", []),
    ],
)
def test_a_heading_announces_contents(heading, covers):
    assert [content.value for content in classify(heading)] == covers


def test_contents_come_in_the_order_of_the_vocabulary():
    found = classify("行政复议、收费、依申请公开和主动公开情况")
    assert list(found) == sorted(found, key=list(Content).index)
    assert len(found) == 4


@pytest.mark.parametrize(
    "heading", ["概述", "主动公开政府信息的情况", "其他需要报告的事项", "存在的主要问题及改进情况"]
)
def test_the_words_of_the_law_stand_without_a_number(heading):
    assert is_statutory(heading)
    assert is_statutory(f" {heading}:")


@pytest.mark.parametrize("heading", ["主动公开", "我局主动公开政府信息的情况良好", "问题", ""])
def test_other_words_do_not(heading):
    assert not is_statutory(heading)


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("概述2010年我局工作有序。", "概述"),
        ("主动公开政府信息的情况我局公开86条。", "主动公开政府信息的情况"),
        ("存在的问题及改进措施更新不及时。", "存在的问题及改进措施"),
        ("咬定青山不放松。", ""),
        ("我局认真学习。主动公开情况", ""),
    ],
)
def test_a_heading_ends_in_text_that_runs_on(text, heading):
    assert text[: heading_length(text, 0, len(text))] == heading
