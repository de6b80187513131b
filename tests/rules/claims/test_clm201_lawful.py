"""A lawful report says many figures that are no total of a table: parts, channels, other organs, other years."""

import pytest
from tests import forms

from govdisclosure import api
from govdisclosure.model.edition import Edition
from govdisclosure.rules.outcome import Kind

LEAVES = {
    ("granted", "natural_person"): 5,
    ("granted", "commercial"): 3,
    ("partly_granted", "natural_person"): 2,
    ("denied.state_secret", "natural_person"): 1,
    ("denied.third_party_rights", "commercial"): 2,
    ("unavailable.not_held", "natural_person"): 3,
    ("unavailable.requires_creation", "commercial"): 1,
    ("not_processed.petition_or_complaint", "natural_person"): 1,
    ("other.other", "other_organisation"): 1,
}
CARRIED = {"natural_person": (2, 3), "commercial": (1, 0)}
RESULTS = [2, 1, 0, 1, 1, 0, 1, 0, 1, 0, 0, 0]
BUREAU, COUNTY = "青石县水利局", "青石县人民政府"


def page(prose, organ=BUREAU):
    """A report of 2022 without a fault: 19 received, 3 carried in, 19 handled, 3 carried out; 4 and 3 remedies."""
    three = forms.balanced(
        forms.request_form(Edition.UNIFIED_2021),
        lambda row, column: LEAVES.get((row, column), 0),
        lambda column: CARRIED.get(column, (0, 0)),
    )
    two = dict.fromkeys(forms.proactive_form(Edition.UNIFIED_2021).cells(), 0)
    tables = ({cell: str(n) for cell, n in table.items()} for table in (two, three, forms.remedies(RESULTS)))
    data = forms.html(forms.report_boxes(Edition.UNIFIED_2021, *tables)).decode()
    return data.replace(BUREAU, organ).replace(forms.OVERVIEW, prose).encode()


def found(prose, organ=BUREAU):
    outcomes = api.check(page(prose, organ), select=["CLM201", "CLM103", "CLM104"]).outcomes
    return [(o.rule, o.facts.get("printed")) for o in outcomes if o.kind in {Kind.FAIL, Kind.REVIEW}]


APPLICANTS = (
    "2022年共收到政府信息公开申请19件，结转下年度继续办理3件，其中自然人3件。",
    "2022年共收到政府信息公开申请19件。予以公开8件，其中自然人5件、商业企业3件。",
    "予以公开8件（自然人5件、商业企业3件），部分公开2件（自然人2件），不予公开3件（自然人1件、商业企业2件）。",
    "共收到政府信息公开申请19件，其中通过网络提交的申请10件（自然人8件、商业企业2件）。",
    "因政府信息公开引发行政复议4件，申请人为自然人2件、其他组织2件。",
    "共收到政府信息公开申请19件，其中网络申请10件（自然人8件），当面申请9件（自然人5件）。",
    "自然人13人次提交政府信息公开申请13件，商业企业2家提交政府信息公开申请5件。",
    "商业企业申请5件中予以公开3件，不予公开2件，无法提供1件。",
    "予以公开5件（自然人）、3件（商业企业）。",
    "其中，自然人申请予以公开5件。",
    "上年结转的申请中自然人2件、商业企业1件。",
)
ROWS = (
    "办结申请19件，其中属于国家秘密不予公开1件，第三方不同意公开不予公开2件。",
    "不予公开的3件中，涉及国家秘密不予公开1件，涉及第三方权益不予公开2件。",
    "无法提供4件，其中本机关不掌握无法提供3件、需另行制作无法提供1件。",
    "共收到政府信息公开申请19件，其中要求补正5件，补正后不予公开1件。",
    "不予公开1件，理由是国家秘密；不予公开2件，理由是第三方权益。",
    "其中1件不予公开，2件部分公开。",
    "其他处理1件，申请人逾期不补正其他处理0件。",
    "重复申请不予处理0件，信访类不予处理1件。",
)
REMEDIES = (
    "因政府信息公开引发行政诉讼3件，其中一审行政诉讼2件，二审行政诉讼1件。",
    "政府信息公开行政诉讼3件，一审维持1件，二审维持1件。",
    "政府信息公开方面，以市政府为复议机关的行政复议3件，以厅机关为复议机关的行政复议1件。",
    "政府信息公开行政复议4件，其中驳回复议申请1件、维持1件。",
    "通过调解结案的政府信息公开行政复议1件。",
    "撤回政府信息公开行政复议申请1件。",
    "政府信息公开行政诉讼应诉3件，行政机关负责人出庭应诉2件。",
    "全年行政复议案件30件，涉及政府信息公开的4件。",
    "行政复议案件共30件，行政诉讼案件共20件，其中涉政府信息公开的行政复议4件、行政诉讼3件。",
    "本年新增政府信息公开行政复议案件3件，上年结转1件，共4件。",
    "2021年结转的政府信息公开行政诉讼1件已审结维持。",
    "因政府信息公开行政复议转为行政诉讼的1件。",
    "审结政府信息公开行政复议案件3件。",
    "政府信息公开行政诉讼结果维持1件（复议后起诉）。",
    "与上年的政府信息公开行政复议5件相比有所下降。",
)
PERIODS = (
    "2022年共收到政府信息公开申请19件，去年同期共收到政府信息公开申请15件。",
    "近三年共收到政府信息公开申请300件。",
    "2020—2022年三年共收到政府信息公开申请300件。",
    "比2021年共收到的15件政府信息公开申请有所上升。",
    "1至6月共收到政府信息公开申请9件，7至12月共收到政府信息公开申请10件。",
    "12月共收到政府信息公开申请2件。",
    "平均每月收到政府信息公开申请1.6件。",
    "截至6月底共收到政府信息公开申请9件。",
)
GOVERNMENT = (
    "全县共收到政府信息公开申请19件。其中，县本级共收到政府信息公开申请5件，乡镇共收到政府信息公开申请14件。",
    "市级部门共收到政府信息公开申请10件，乡镇街道共收到政府信息公开申请9件。",
    "县政府办公室共受理政府信息公开申请5件，予以公开2件，部分公开1件，不予公开1件，结转下年度1件。",
    "以县政府名义共收到政府信息公开申请5件，以部门名义共收到政府信息公开申请14件。",
    "县政府本级政府信息公开行政复议1件，行政诉讼1件。",
    "各乡镇未收到政府信息公开申请，各部门共收到政府信息公开申请19件。",
    "县政府办公室未收到政府信息公开申请。",
    "县政府本级无政府信息公开行政诉讼案件。",
    "局属事业单位共收到政府信息公开申请4件。",
)
DENIALS = (
    "没有收到科研机构提出的政府信息公开申请。",
    "没有收到科研机构、社会公益组织、法律服务机构的政府信息公开申请。",
    "没有收到法人和其他组织的政府信息公开申请。",
    "未发生政府信息公开行政诉讼二审案件。",
    "无政府信息公开行政诉讼尚未审结案件。",
    "没有因未按期答复政府信息公开申请而引发的行政复议。",
    "无结转下年度的政府信息公开行政复议案件。",
    "未发生政府信息公开复议后又起诉的案件。",
)
CHANNELS = (
    "通过网络共收到政府信息公开申请10件，通过信函共收到政府信息公开申请9件。",
    "征地拆迁类政府信息公开申请共8件，财政类政府信息公开申请共5件。",
    "我局法规科共受理政府信息公开申请4件。",
    "共收到各类申请30件，其中政府信息公开申请19件。",
    "申请人张某一人就提交政府信息公开申请共6件。",
    "政府信息公开撤销申请共1件。",
)
DIVISIONS = (
    "不予公开3件，其中属于国家秘密1件，其他法律行政法规禁止公开0件。",
    "共收到政府信息公开申请19件，其中商业企业5件、其他组织1件。",
    "共收到政府信息公开申请19件，其中商业企业5件，其他1件。",
    "共收到政府信息公开申请19件，按申请人分，自然人13件，法人6件；按方式分，网络15件，信函4件，按内容分，征地10件，其他9件。",
    "全年主动公开信息100条，其中政策文件20条，工作动态50条，其他20条（另有链接10条）。",
)
OTHERS = (
    "不予公开和无法提供7件，不予处理和其他处理2件。",
    "不予公开、不予处理共4件。",
    "局机关服务中心收到7件，予以公开4件，部分公开1件，不予公开2件。",
    "窗口受理行政许可申请1300件，办结1247件，结转下年度53件。",
    "全年网上信件受理320件，办结318件，结转下年2件。",
    "公示救助对象申请1520件，予以公开1480件。",
    "受理热线4510件，办结4498件。",
    "评查申请答复案卷40件。",
    "作为复议机关，全年受理政府信息公开类行政复议案件7件，审结6件，维持5件，纠正0件。",
    "农业农村、水利等部门未收到政府信息公开申请。",
)
SAT_IN = "参加政府信息公开行政复议答复8件、行政诉讼应诉5件。"
TOTALS = (
    "共收到公民、法人和其他组织提出的政府信息公开申请19件，已全部答复。",
    "2022年，我局共收到政府信息公开申请19件，上年结转3件，办结19件，结转下年度3件。",
    "办结的申请中，予以公开8件，部分公开2件，不予公开3件，无法提供4件，不予处理1件，其他处理1件。",
    "共收到政府信息公开申请19件，其中自然人13件，商业企业5件。",
    "因政府信息公开引发行政复议4件，其中维持2件，纠正1件，尚未审结1件；行政诉讼3件。",
    "本机关不掌握相关政府信息3件，没有现成信息1件。",
)


@pytest.mark.parametrize(
    "prose", [*APPLICANTS, *ROWS, *REMEDIES, *PERIODS, *DENIALS, *CHANNELS, *DIVISIONS, *OTHERS, *TOTALS]
)
def test_a_lawful_report_of_a_bureau_is_left_alone(prose):
    assert found(prose) == []


@pytest.mark.parametrize("prose", [*GOVERNMENT, *PERIODS, *REMEDIES, *OTHERS])
def test_a_lawful_report_of_a_government_is_left_alone(prose):
    assert found(prose, COUNTY) == []


@pytest.mark.parametrize(
    ("prose", "printed"),
    [
        ("2022年新收政府信息公开申请22件，上年结转3件。", 22),
        ("予以公开10件，部分公开2件。", 10),
        ("本机关不掌握相关政府信息4件，没有现成信息1件。", 4),
        ("2022年，我局共收到政府信息公开申请20件。", 20),
        ("2022年我局通过政府网站、信函等渠道共收到政府信息公开申请20件。", 20),
        ("2022年共收到政府信息公开申请20件（均为网络申请），涉及征地等方面。", 20),
        ("共收到政府信息公开申请19件，其中自然人12件。", 12),
        ("共收到政府信息公开申请19件，予以公开9件。", 9),
        ("因政府信息公开引发行政复议4件，其中维持1件。", 1),
        ("因政府信息公开引发行政诉讼4件。", 4),
        ("2022年未收到政府信息公开申请。", None),
        ("本年度未发生政府信息公开行政复议案件。", None),
    ],
)
def test_a_figure_that_the_table_contradicts_is_reported(prose, printed):
    outcomes = api.check(page(prose), select=["CLM201"]).outcomes
    (wrong,) = (o for o in outcomes if o.kind in {Kind.FAIL, Kind.REVIEW})
    assert wrong.facts["printed"] == (printed or 0)


@pytest.mark.parametrize(
    "prose",
    [
        "2022年，我局共收到政府信息公开申请20件。",
        "2022年新收政府信息公开申请22件，上年结转3件。",
        "共收到政府信息公开申请19件，其中自然人12件。",
        "因政府信息公开引发行政复议4件，其中维持1件。",
        "2022年未收到政府信息公开申请。",
    ],
)
def test_the_plain_total_of_the_year_fails(prose):
    assert Kind.FAIL in {o.kind for o in api.check(page(prose), select=["CLM201"]).outcomes}


def test_a_count_of_something_else_ahead_is_no_other_matter():
    prose = "2022年，我局在20个工作日内答复政府信息公开申请，予以公开9件，部分公开2件。"
    assert ("CLM201", "9") in [(rule, str(printed)) for rule, printed in found(prose)]


def test_taking_part_in_cases_is_no_fault():
    outcomes = api.check(page(SAT_IN, BUREAU), select=["CLM"]).outcomes
    assert [outcome for outcome in outcomes if outcome.kind is Kind.FAIL] == []
