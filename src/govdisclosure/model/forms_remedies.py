"""Table four: reconsideration and litigation.

Source: the official forms of 2019 (国办公开办函〔2019〕60号) and 2021 (国办公开办函〔2021〕30号).
"""

from govdisclosure.model.edition import Edition
from govdisclosure.model.form import Column, Form, Row, TableName

__all__ = ["REMEDIES"]

_2019, _2021 = Edition.UNIFIED_2019, Edition.UNIFIED_2021

_RESULTS = (
    Column(key="upheld", label="结果维持", variants=("维持",), en="upheld"),
    Column(key="corrected", label="结果纠正", variants=("纠正",), en="corrected"),
    Column(key="other", label="其他结果", variants=("其它结果", "其他"), en="other result"),
    Column(key="pending", label="尚未审结", variants=("未审结",), en="pending"),
    Column(key="total", label="总计", variants=("合计",), en="total"),
)
_EACH = tuple(column.key for column in _RESULTS)
_REMEDY_ROWS = (
    Row(key="reconsideration", label="行政复议", en="reconsideration", columns=_EACH),
    Row(
        key="litigation_direct",
        label="未经复议直接起诉",
        variants=("直接起诉", "未经行政复议直接起诉"),
        en="litigation, direct",
        group="行政诉讼",
        columns=_EACH,
    ),
    Row(
        key="litigation_after_reconsideration",
        label="复议后起诉",
        variants=("行政复议后起诉", "经复议后起诉"),
        en="litigation after reconsideration",
        group="行政诉讼",
        columns=_EACH,
    ),
)
REMEDIES = {
    edition: Form(table=TableName.REMEDIES, edition=edition, rows=_REMEDY_ROWS, columns=_RESULTS)
    for edition in (_2019, _2021)
}
"""Table four is the same in both forms. The printed form lays its three blocks side by side in one row."""
