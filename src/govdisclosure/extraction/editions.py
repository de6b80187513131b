"""Which form a report follows, told by its own words and, where they do not tell, by its year."""

import re
from collections.abc import Sequence

from govdisclosure.documents.document import Document
from govdisclosure.errors import NotInForceError
from govdisclosure.law import edition_for
from govdisclosure.model.report import Content, Edition, Section

__all__ = ["find_edition"]

_FORM_2021 = re.compile(
    r"本年制发件数|本年废止件数|现行有效件数?|本年处理决定数量|本年收费金额|申请人无正当理由逾期不补正|(?:申请人)?逾期未按收费通知"
)
_FORM_2019 = re.compile(
    r"本年新制作数量|本年新公开数量|对外公开总数量|其他对外管理服务事项|上一年项目数量|采购项目数量|采购总金额"
)
_LABELS = 2
# What stands against a label in a table whose cells were run together; in a sentence other words do.
_CELL_BEFORE = re.compile(r"(?:^|[\s|:.\d()+\-]|信息内容|[数总]量|件数|金额|事项)\Z", re.MULTILINE)
_CELL_AFTER = re.compile(
    r"$|[\s|:\d()+\-]|信息内容|本年|对外公开|处理决定|上一年|规章|行政|采购|政府集中|要求缴纳|、?行政机关", re.MULTILINE
)
_NEXT_TO = 4
_EITHER = re.compile(
    r"本年新收政府信息公开申请|勾稽关系|未经复议直接起诉|第二十条第\s?\(|属于三类内部事务|三安全一稳定"
)
_NARRATIVE_ONLY = frozenset({Content.FEES})
_FEW = 3


def find_edition(document: Document, sections: Sequence[Section], year: int | None) -> Edition:
    """The edition of the form: the labels of its tables decide, then its headings, then the report year."""
    key = document.key
    # One label may stand alone in a heading; two are a table.
    if len(_labels(_FORM_2021, key)) >= _LABELS:
        return Edition.UNIFIED_2021
    if len(_labels(_FORM_2019, key)) >= _LABELS:
        return Edition.UNIFIED_2019
    due = _due(year)
    if _EITHER.search(key):
        return Edition.UNIFIED_2019 if due is Edition.FREE_FORM else due
    if due is Edition.FREE_FORM:
        return due
    covered = {content for section in sections for content in section.covers}
    return Edition.FREE_FORM if len(sections) >= _FEW and covered & _NARRATIVE_ONLY else due


def _due(year: int | None) -> Edition:
    """The form that the law asks for in a year; free text where it asks for none, or the year is not known."""
    try:
        return Edition.FREE_FORM if year is None else edition_for(year)
    except NotInForceError:
        return Edition.FREE_FORM


def _labels(pattern: re.Pattern[str], key: str) -> set[str]:
    """The labels that stand in cells of a table, not in a sentence about the form."""
    return {
        match.group()
        for match in pattern.finditer(key)
        if _CELL_BEFORE.search(key[max(0, match.start() - _NEXT_TO) : match.start()])
        and _CELL_AFTER.match(key, match.end())
    }
