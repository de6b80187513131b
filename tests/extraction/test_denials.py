"""What is said to be none: of the organ, in its year, and of the quantity itself."""

import pytest
from tests.extraction.reports import report, stated

NONE_ASKED = [("requests_received", "0")]


@pytest.mark.parametrize(
    ("section", "words", "claims"),
    [
        ("remedies", "2009年没有出现因信息公开引发的行政复议。2010年发生因信息公开引发的行政复议3件。",
         [("reconsiderations", "3")]),
        ("remedies", "2009年无行政复议和行政诉讼。", []),
        ("remedies", "上半年未发生行政复议,下半年发生行政复议1件。", [("reconsiderations", "1")]),
        ("requests", "去年未收到政府信息公开申请。", []),
        ("requests", "上年度没有收到政府信息公开申请,今年收到政府信息公开申请4件。", [("requests_received", "4")]),
        ("requests", "上半年,我局未收到政府信息公开申请。", []),
        ("requests", "1至6月未收到政府信息公开申请。", []),
        ("fees", "第三季度未收取费用。", []),
        ("fees", "5月份未收取费用。", []),
    ],
)  # fmt: skip
def test_none_in_another_year_or_a_part_of_the_year_is_no_zero(section, words, claims):
    assert stated(report(**{section: words})) == claims


def test_a_fee_of_a_quarter_is_no_total():
    found = report(fees="一季度未收取费用。二季度收取费用15元。三季度未收取费用。四季度未收取费用。")

    assert [(int(claim.value), claim.whole) for claim in found.claims] == [(15, False)]


@pytest.mark.parametrize(
    "words",
    [
        "2010年1月1日至12月31日,我局未收到政府信息公开申请。",
        "1月份至12月份未收到政府信息公开申请。",
        "上半年和下半年均未收到政府信息公开申请。",
        "自2008年《条例》施行以来,未收到政府信息公开申请。",
        "与2009年相比,未收到政府信息公开申请。",
        "2010年5月,我局开通网上受理,全年未收到政府信息公开申请。",
        "我局及下属各单位均未收到政府信息公开申请。",
        "未收到公民以信函、传真、电子邮件等方式提出的政府信息公开申请。",
        "未收到任何形式的政府信息公开申请。",
        "未收到涉及到政府信息公开的申请。",
        "没有收到政府信息公开申请和不予公开的情况。",
        "没有申请人向我局申请公开政府信息。",
        "没有单位和个人因生产、生活、科研需要申请公开政府信息。",
    ],
)
def test_a_plain_denial_in_many_wordings_is_zero(words):
    assert stated(report(requests=words)) == NONE_ASKED


@pytest.mark.parametrize(
    "words",
    [
        "除李某提出的一件外,我局未收到其他政府信息公开申请。",
        "未收到以传真方式提出的政府信息公开申请。",
        "未收到通过信函、传真方式提出的政府信息公开申请。",
        "各乡镇未收到政府信息公开申请。",
        "我局下属各单位均未收到政府信息公开申请。",
        "我局下属单位和各乡镇未收到政府信息公开申请。",
        "没有因申请材料不全退回的情况。",
        "未收到重复申请。",
        "没有涉及商业秘密、个人隐私的申请。",
        "没有申请被驳回。",
        "未出现超出时限答复申请的情形。",
        "未收到补充申请。",
        "未收到申请人提出异议。",
    ],
)
def test_none_of_one_kind_or_of_others_is_no_zero(words):
    assert stated(report(requests=words)) == []


@pytest.mark.parametrize(
    ("words", "claims"),
    [
        ("受理山林纠纷行政复议8件,因政府信息公开引起的行政复议没有发生。", [("reconsiderations", "0")]),
        ("因政府信息公开引起的行政复议、行政诉讼均未发生。", [("reconsiderations", "0"), ("lawsuits", "0")]),
        ("没有新增行政复议,上年结转行政复议1件。", []),
        ("除一件行政复议外,未发生其他因政府信息公开引起的行政复议。", []),
    ],
)
def test_remedies_denied_after_they_are_named_or_beside_others(words, claims):
    assert stated(report(remedies=words)) == claims


@pytest.mark.parametrize(
    ("words", "claims"),
    [
        ("本年度共减免收取费用20元。", []),
        ("收费和减免共0元。", [("fees_charged", "0")]),
        ("依法收取种子检验费3万元。", []),
        ("收取罚款300元。", []),
        ("收取检索费、复制费、邮寄费共计15元。", [("fees_charged", "15")]),
        ("收取的费用为20元。", [("fees_charged", "20")]),
    ],
)
def test_only_what_was_charged_for_information_is_a_fee(words, claims):
    assert stated(report(fees=words)) == claims


NO_CASES = [("reconsiderations", "0"), ("lawsuits", "0")]


@pytest.mark.parametrize(
    ("section", "words", "claims"),
    [
        ("remedies", "没有一件因政府信息公开引起的行政复议。", NO_CASES[:1]),
        ("remedies", "没有一起针对信息公开的行政复议、行政诉讼。", NO_CASES),
        ("remedies", "全年没有1件行政诉讼。", NO_CASES[1:]),
        ("remedies", "未发生一起行政复议和行政诉讼案件。", NO_CASES),
        ("remedies", "无一例因信息公开而申请行政复议和提起行政诉讼的。", NO_CASES),
        ("remedies", "从未发生过一起政府信息公开行政复议。", NO_CASES[:1]),
        ("remedies", "发生政府信息公开行政复议1件,没有一起行政诉讼。", [("reconsiderations", "1"), ("lawsuits", "0")]),
        ("remedies", "没有一起行政复议不维持原决定。", []),
        ("requests", "未收到一件政府信息公开申请。", NONE_ASKED),
        ("requests", "没有一位公民申请公开政府信息。", NONE_ASKED),
        ("requests", "没有一件申请未按时答复。", []),
        ("requests", "没有1件申请是网上提出的。", []),
        ("requests", "收到申请5件,没有一件超期。", [("requests_received", "5")]),
        ("requests", "收到申请5件,已答复4件,未答复1件。", [("requests_received", "5"), ("requests_answered", "4")]),
    ],
)  # fmt: skip
def test_not_even_one_is_none(section, words, claims):
    assert stated(report(**{section: words})) == claims


@pytest.mark.parametrize(
    "words",
    [
        "没有针对我局信息公开申请而提起的行政复议和行政诉讼。",
        "没有因政府信息公开申请办理提起的行政复议、行政诉讼。",
        "未发生因政府信息公开申请而引起的行政复议和行政诉讼。",
        "没有公民就信息公开申请提出行政复议、提起行政诉讼。",
        "未发生因信息公开申请被申请行政复议、被提起行政诉讼的情况。",
        "未发生因依申请公开引起的行政复议、行政诉讼。",
        "没有公民因公开申请向我局提出行政复议、提起行政诉讼。",
        "没有因信息公开申请、答复引起的行政复议和行政诉讼。",
        "没有群众对信息公开申请处理结果不满而提起行政复议、行政诉讼。",
    ],
)
@pytest.mark.parametrize("section", ["remedies", "requests"])
def test_who_denies_remedies_over_requests_does_not_deny_the_requests(section, words):
    assert stated(report(**{section: words})) == NO_CASES


@pytest.mark.parametrize(
    ("section", "words", "claims"),
    [
        ("remedies", "未收到政府信息公开申请、行政复议和行政诉讼。", NONE_ASKED + NO_CASES),
        ("remedies", "未收到政府信息公开申请及因信息公开引起的行政复议。", NONE_ASKED + NO_CASES[:1]),
        ("remedies", "没有群众对信息公开表示不满。", []),
        ("remedies", "未发生与行政诉讼有关的费用支出。", []),
        ("remedies", "没有产生因信息公开引起的行政复议、行政诉讼费用。", []),
        ("fees", "未产生政府信息公开诉讼费用。", []),
        ("fees", "未产生诉讼费用和信息公开收费。", [("fees_charged", "0")]),
        ("remedies", "没有行政复议和行政诉讼,也没有诉讼费用。", NO_CASES),
        ("requests", "未收到依申请公开信息的咨询。", []),
        ("requests", "未收到信息公开咨询和申请。", NONE_ASKED),
    ],
)
def test_each_thing_denied_is_told_from_what_belongs_to_another(section, words, claims):
    assert stated(report(**{section: words})) == claims
