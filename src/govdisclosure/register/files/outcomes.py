"""The words for the results of handling a request: the rows of table three, however they are written."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from govdisclosure.model.form import Row
from govdisclosure.model.forms_requests import REQUESTS_2021
from govdisclosure.model.labels import group_words, row_words
from govdisclosure.model.request import OUTCOMES

__all__ = ["PENDING", "WITHDRAWN", "ambiguous_outcomes", "outcome_words"]

PENDING: Final = (
    "办理中",
    "正在办理",
    "未办结",
    "待办",
    "待答复",
    "未答复",
    "在办",
    "结转",
    "结转下年度继续办理",
    "尚未办结",
)
"""What stands in the column of results while there is none."""
WITHDRAWN: Final = (
    "撤回",
    "申请人撤回",
    "主动撤回",
    "撤回申请",
    "撤销申请",
    "申请人主动撤回",
    "申请人撤回申请",
    "withdrawn",
)
"""What stands there where the applicant took the request back."""

_SHORT: Final[Mapping[str, tuple[str, ...]]] = {
    "granted": ("公开", "全部公开", "同意公开", "已公开", "予以全部公开", "已主动公开"),
    "partly_granted": ("部分公开", "区分处理", "予以部分公开", "部分公开(区分处理)"),
    "denied.state_secret": ("涉及国家秘密", "涉密"),
    "denied.prohibited_by_law": ("法律法规禁止公开",),
    "denied.security_and_stability": ("三安全一稳定",),
    "denied.third_party_rights": ("第三方不同意公开", "第三方合法权益"),
    "denied.internal_affairs": ("内部事务信息", "内部事务"),
    "denied.process_information": ("过程性信息",),
    "denied.enforcement_file": ("行政执法案卷信息", "执法案卷"),
    "denied.administrative_inquiry": ("行政查询",),
    "unavailable.not_held": (
        "信息不存在",
        "政府信息不存在",
        "不存在",
        "不掌握",
        "本机关不掌握",
        "非本机关负责公开",
        "不属于本机关",
        "非本机关",
        "不属于本机关负责公开",
    ),
    "unavailable.requires_creation": ("没有现成信息", "需要另行制作", "需加工分析", "另行制作"),
    "unavailable.unclear_after_correction": ("补正后仍不明确", "补正后不明确", "仍不明确"),
    "not_processed.petition_or_complaint": ("信访举报投诉", "信访投诉举报", "信访", "投诉举报"),
    "not_processed.repeat": ("重复",),
    "not_processed.publication": ("公开出版物", "要求提供公开出版物"),
    "not_processed.excessive": ("大量反复",),
    "not_processed.reconfirmation": ("重新出具", "要求确认或重新出具"),
    "other.correction_overdue": ("逾期不补正", "逾期未补正", "无正当理由逾期不补正"),
    "other.fee_overdue": ("逾期不缴费", "逾期未缴费", "逾期未缴纳费用"),
    "other.other": ("其他处理-其他",),
}


def _names(row: Row) -> Iterator[str]:
    """How one row may be written: label, number and group in any combination that registers use."""
    labels = dict.fromkeys(
        (row.label, *row.variants, row.label.partition("(")[0], row.label.partition("、行政机关")[0])
    )
    for label in labels:
        yield label
        yield row.number + label
        for group in (row.group, group_words(row)) if row.group else ():
            yield from (f"{group}-{label}", f"{group}-{row.number}{label}")
    yield row_words(REQUESTS_2021, row.key)[0]
    yield row.en


@cache
def outcome_words() -> Mapping[str, tuple[str, ...]]:
    """For each row of results, what it may be called; its words in the form, group before them, come first."""
    return {
        key: tuple(dict.fromkeys((_written(REQUESTS_2021.row(key)), *_names(REQUESTS_2021.row(key)), *_SHORT[key])))
        for key in OUTCOMES
    }


@cache
def ambiguous_outcomes() -> Mapping[str, tuple[str, ...]]:
    """Words that stand for a whole group of rows, such as 不予公开, and the rows."""
    found: dict[str, tuple[str, ...]] = {}
    for key in OUTCOMES:
        row = REQUESTS_2021.row(key)
        for word in {row.group, group_words(row)} if row.group else ():
            found[word] = (*found.get(word, ()), key)
    return found


def _written(row: Row) -> str:
    label = row.label.partition("(")[0].partition("、行政机关")[0]
    return f"{row.group}-{label}" if row.group else label
