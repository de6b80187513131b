import pytest
from tests.extraction.reports import report

from govdisclosure.model.report import MechanismKind, MechanismStatus

WORDS = {
    "leading_group": "成立了政府信息公开工作领导小组",
    "disclosure_office": "领导小组下设办公室",
    "subordinate_units": "各科室分工协作",
    "proactive_disclosure": "制定了主动公开制度",
    "disclosure_on_request": "制定了依申请公开制度",
    "non_disclosure_filing": "建立了不予公开备案制度",
    "release_coordination": "建立了信息发布协调机制",
    "confidentiality_review": "落实保密审查制度",
    "accountability": "建立了责任追究制度",
    "social_evaluation": "开展了社会评议",
    "supervision_inspection": "成立了监督检查小组",
    "performance_assessment": "纳入年度目标考核",
    "complaint_channel": "设立了投诉电话",
    "catalogue_and_guide": "编制了信息公开目录和指南",
    "portal": "通过县政府门户网站发布",
    "service_hall_window": "在政务服务大厅设立窗口",
    "reading_point": "设立了信息公开查阅点",
    "workflow": "绘制了办事流程图",
    "training_and_publicity": "举办了业务培训",
    "website_service": "完善网站服务功能",
    "staff_and_funding": "配备了专职人员",
}


@pytest.mark.parametrize("kind", WORDS)
def test_plain_words_show_a_mechanism(kind):
    found = report(overview=f"我局{WORDS[kind]}。")
    shown = {mechanism.kind.value: mechanism for mechanism in found.mechanisms}
    assert kind in shown
    assert shown[kind].status is MechanismStatus.IN_PLACE
    at = shown[kind].at
    assert found.text[at.start : at.end] == shown[kind].quote


def test_every_kind_has_words():
    assert set(WORDS) == {kind.value for kind in MechanismKind}


def test_one_entry_a_kind_in_the_order_of_the_kinds():
    found = report(overview="".join(f"我局{words}。" for words in [*WORDS.values(), *WORDS.values()]))
    assert [mechanism.kind for mechanism in found.mechanisms] == list(MechanismKind)


@pytest.mark.parametrize("words", ["我局没有领导小组。", "各项工作按部就班。", "我局尚无责任追究制度。"])
def test_what_is_missing_is_not_shown(words):
    assert not {m.kind.value for m in report(overview=words).mechanisms} & {"leading_group", "accountability"}


def test_words_under_problems_show_an_intention():
    (found,) = report(problems="下一步建立责任追究制度。").mechanisms
    assert (found.kind, found.status) == (MechanismKind.ACCOUNTABILITY, MechanismStatus.PLANNED)
    both = report(overview="建立了责任追究制度。", problems="完善责任追究制度。").mechanisms
    assert [mechanism.status for mechanism in both] == [MechanismStatus.IN_PLACE]


def test_roles_of_the_leading_group_are_as_printed():
    words = "成立了由局长任组长、分管副局长任副组长、各股室负责人为成员的政府信息公开工作领导小组。"
    group = report(overview=words).mechanisms[0]
    assert [(role.role, role.held_by) for role in group.roles] == [
        ("组长", "局长"),
        ("副组长", "分管副局长"),
        ("成员", "各股室负责人"),
    ]


def shown(**sections):
    return {mechanism.kind.value for mechanism in report(**sections).mechanisms}


@pytest.mark.parametrize(
    "words",
    [
        "按照《青石县政府信息公开办法》要求开展工作。",
        "按照公开办理时限答复。",
        "贯彻《青石县政务公开责任追究办法》和《青石县保密审查规定》。",
        "宣传力度不够，考核机制有待健全。",
        "本报告由概述、主动公开政府信息情况、依申请公开工作情况和附表组成。",
    ],
)
def test_rules_that_are_followed_wants_and_lists_of_parts_show_nothing(words):
    assert shown(overview=words) == set()


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("县政务公开办负责日常工作。", {"disclosure_office"}),
        (
            "制定了《青石县水利局责任追究办法》、《青石县水利局保密审查制度》。",
            {"accountability", "confidentiality_review"},
        ),
        ("落实《青石县水利局信息公开指南》。", {"catalogue_and_guide"}),
    ],
)
def test_what_the_organ_laid_down_is_its_own(words, kinds):
    assert shown(overview=words) == kinds
