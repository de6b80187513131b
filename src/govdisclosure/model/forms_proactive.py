"""Table two: proactive disclosure.

Source: the official forms of 2019 (国办公开办函〔2019〕60号) and 2021 (国办公开办函〔2021〕30号).
"""

from govdisclosure.model.edition import Edition
from govdisclosure.model.form import Column, Form, Row, TableName

__all__ = ["PROACTIVE_2019", "PROACTIVE_2021"]

_2019, _2021 = Edition.UNIFIED_2019, Edition.UNIFIED_2021

_ITEM_1, _ITEM_5, _ITEM_6, _ITEM_8, _ITEM_9 = (f"第二十条第({item})项" for item in ("一", "五", "六", "八", "九"))
_DOCUMENTS_2019, _MATTERS_2019 = ("made", "disclosed", "total_disclosed"), ("previous", "change", "decisions")
PROACTIVE_2019 = Form(
    table=TableName.PROACTIVE,
    edition=_2019,
    rows=(
        Row(key="rules", label="规章", en="rules", group=_ITEM_1, columns=_DOCUMENTS_2019),
        Row(
            key="normative_documents",
            label="规范性文件",
            variants=("行政规范性文件",),
            en="normative documents",
            group=_ITEM_1,
            columns=_DOCUMENTS_2019,
        ),
        Row(key="licences", label="行政许可", en="licences", group=_ITEM_5, columns=_MATTERS_2019),
        Row(
            key="other_services",
            label="其他对外管理服务事项",
            variants=("其它对外管理服务事项",),
            en="other external services",
            group=_ITEM_5,
            columns=_MATTERS_2019,
        ),
        Row(key="penalties", label="行政处罚", en="penalties", group=_ITEM_6, columns=_MATTERS_2019),
        Row(
            key="coercive_measures",
            label="行政强制",
            variants=("行政强制措施",),
            en="coercive measures",
            group=_ITEM_6,
            columns=_MATTERS_2019,
        ),
        Row(
            key="fees",
            label="行政事业性收费",
            variants=("行政事业性收费项目",),
            en="administrative charges",
            group=_ITEM_8,
            columns=("previous", "change"),
        ),
        Row(
            key="procurement",
            label="政府集中采购",
            variants=("政府集中采购项目",),
            en="central procurement",
            group=_ITEM_9,
            columns=("projects", "amount"),
        ),
    ),
    columns=(
        Column(key="made", label="本年新制作数量", variants=("本年制作数量",), en="made this year"),
        Column(key="disclosed", label="本年新公开数量", variants=("本年公开数量",), en="disclosed this year"),
        Column(key="total_disclosed", label="对外公开总数量", variants=("公开总数量",), en="disclosed in all"),
        Column(key="previous", label="上一年项目数量", variants=("上年项目数量",), en="matters last year"),
        Column(key="change", label="本年增/减", variants=("本年增减", "本年增"), en="change this year", signed=True),
        Column(key="decisions", label="处理决定数量", variants=("本年处理决定数量",), en="decisions"),
        Column(key="projects", label="采购项目数量", en="projects procured"),
        Column(key="amount", label="采购总金额", variants=("采购金额",), en="amount procured", money=""),
    ),
)
PROACTIVE_2021 = Form(
    table=TableName.PROACTIVE,
    edition=_2021,
    rows=(
        Row(key="rules", label="规章", en="rules", group=_ITEM_1, columns=("issued", "repealed", "in_force")),
        Row(
            key="normative_documents",
            label="行政规范性文件",
            variants=("规范性文件",),
            en="normative documents",
            group=_ITEM_1,
            columns=("issued", "repealed", "in_force"),
        ),
        Row(key="licences", label="行政许可", en="licences", group=_ITEM_5, columns=("decisions",)),
        Row(key="penalties", label="行政处罚", en="penalties", group=_ITEM_6, columns=("decisions",)),
        Row(
            key="coercive_measures",
            label="行政强制",
            variants=("行政强制措施",),
            en="coercive measures",
            group=_ITEM_6,
            columns=("decisions",),
        ),
        Row(
            key="fees",
            label="行政事业性收费",
            variants=("行政事业性收费项目",),
            en="administrative charges",
            group=_ITEM_8,
            columns=("amount",),
        ),
    ),
    columns=(
        Column(key="issued", label="本年制发件数", variants=("本年制发数量",), en="issued this year"),
        Column(key="repealed", label="本年废止件数", variants=("本年废止数量",), en="repealed this year"),
        Column(key="in_force", label="现行有效件数", variants=("现行有效件", "现行有效数量"), en="in force"),
        Column(key="decisions", label="本年处理决定数量", variants=("处理决定数量",), en="decisions this year"),
        Column(
            key="amount",
            label="本年收费金额(单位:万元)",
            variants=("本年收费金额", "收费金额(单位:万元)"),
            en="amount charged, 10,000 yuan",
            money="万元",
        ),
    ),
)
