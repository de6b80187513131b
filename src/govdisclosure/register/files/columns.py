"""The columns of registers and catalogues: which fields they fill, what offices call them, what may stand in them.

One table, from which files are read and written and the documentation is made.
"""

from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import Final

import attrs

from govdisclosure.errors import UsageError
from govdisclosure.model.case import CaseEventKind, CaseKind, CaseResult, Contested, Procedure
from govdisclosure.model.request import ApplicantKind, Channel, ReplyType, RequestEventKind
from govdisclosure.register.files.columns_items import ITEMS
from govdisclosure.register.files.header import HAPPENED, Header, Kind, scalar
from govdisclosure.register.files.values import DAY, OUTCOME, TEXT, TEXTS, WHOLE, WORKDAYS, YES_NO, Values, choice

__all__ = ["ORDER", "events_of", "headers"]

_R, _C = RequestEventKind, CaseEventKind
ORDER: Final = "order"
"""The field with the order of an entry's events, where it is not the usual one."""

_ATTRIBUTES: Final[dict[str, Values]] = {
    "on": DAY,
    HAPPENED: YES_NO,
    "until": DAY,
    "notified_on": DAY,
    "approved": YES_NO,
    "consented": YES_NO,
    "outcome": OUTCOME,
    "reply_type": choice(ReplyType, "答复的类型", "the kind of reply"),
    "party": TEXTS,
    "result": choice(CaseResult, "案件的结果", "how the case ended"),
}
_PERSONAL: Final = frozenset({"party"})


def _event(event: StrEnum, **names: str) -> Iterator[Header]:
    """The columns of one event: for each attribute the names that offices use, parted by blanks."""
    # A request is extended by working days, a case by days, months or what else its law says.
    kinds = {**_ATTRIBUTES, "days": WORKDAYS if isinstance(event, RequestEventKind) else WHOLE}
    for attribute, words in names.items():
        field = f"{event.value}.{attribute}"
        en = (field, *((f"{event.value}_on",) if attribute == "on" else ()))
        yield Header(
            field=field, zh=tuple(words.split()), en=en, values=kinds[attribute], event=event,
            attribute=attribute, personal=attribute in _PERSONAL,
        )  # fmt: skip


_APPLICANTS: Final = (
    scalar("id", TEXT, "登记编号 编号 受理编号 申请编号 登记号 受理号 申请号 申请单号 收件编号 申请登记编号 序号"),
    scalar("applicant.name", TEXT, "申请人 姓名 名称 申请人姓名 申请人名称 申请人姓名或名称 "
        "申请人姓名/名称 姓名或名称", personal=True),
    scalar("applicant.kind", choice(ApplicantKind, "申请人的类别", "the kind of applicant"),
           "申请人类型 申请人类别 申请人身份 申请主体类型 申请主体"),
    scalar("applicant.contact", TEXT, "联系方式 联系电话 电话 通讯地址 联系地址 申请人联系方式", personal=True),
    scalar("channel", choice(Channel, "申请提交的方式", "the way the request came in"),
           "申请方式 渠道 提交方式 申请渠道 申请途径 提交渠道 收件方式"),
    scalar("content", TEXT, "申请内容 所需信息 所需政府信息 申请公开内容 申请公开的内容 申请事项 所需信息内容 "
        "申请信息内容 "
           "所需政府信息内容描述", personal=True),
    scalar("items", TEXTS, "索引号 对应索引号 所涉信息索引号 所需信息索引号 目录索引号"),
)  # fmt: skip
_REQUEST_EVENTS: Final[tuple[Header, ...]] = (
    *_event(_R.SUBMITTED, on="申请日期 提交日期 申请时间 提交时间 提出日期 申请提交日期 提交申请日期 寄出日期"),
    *_event(_R.RECEIVED, on="收到日期 收到申请日期 受理日期 登记日期 收件日期 签收日期 收到时间 受理时间 "
        "收到申请时间 登记时间"),
    *_event(_R.SUPPLEMENT_ASKED, on="补正告知日期 补正通知日期 告知补正日期 通知补正日期 要求补正日期 补正告知时间",
            until="补正期限 补正截止日期 补正期限至 要求补正期限", happened="是否补正 是否要求补正 是否告知补正"),
    *_event(_R.SUPPLEMENTED, on="补正日期 收到补正日期 申请人补正日期 收到补正材料日期 补正时间"),
    *_event(_R.SUPPLEMENT_LAPSED, on="逾期未补正日期 逾期不补正日期", happened="逾期未补正 逾期不补正 是否逾期未补正 "
        "是否逾期不补正"),
    *_event(_R.THIRD_PARTY_CONSULTED, on="征求第三方意见日期 征求第三方日期 第三方征求意见日期 "
        "书面征求第三方意见日期 征求第三方意见时间",
            until="第三方答复期限 征求第三方意见期限", party="第三方名称 第三方 被征求意见的第三方",
            happened="是否征求第三方意见 是否征求第三方"),
    *_event(_R.THIRD_PARTY_ANSWERED, on="第三方答复日期 第三方回复日期 第三方意见日期 收到第三方意见日期 "
        "第三方意见答复日期 征求第三方意见答复日期",
            consented="第三方意见 第三方是否同意 第三方是否同意公开 第三方答复意见", party="答复的第三方名称 "
                "答复的第三方"),
    *_event(_R.ORGAN_CONSULTED, on="征求其他机关意见日期 征求其他行政机关意见日期 征求机关意见日期 "
        "征求有关机关意见日期 征求其他机关日期",
            until="其他机关答复期限", party="被征求意见机关 被征求机关 征求意见机关 其他机关",
            happened="是否征求其他机关意见"),
    *_event(_R.ORGAN_ANSWERED, on="其他机关答复日期 征求其他机关意见答复日期 其他行政机关答复日期 其他机关回复日期 "
        "有关机关答复日期",
            consented="其他机关意见 其他机关是否同意公开", party="答复的机关名称 答复的机关"),
    *_event(_R.CO_MAKER_CONSULTED, on="征求共同制作机关意见日期 征求共同制作机关日期 共同制作机关征求意见日期",
            until="共同制作机关答复期限", party="共同制作机关 共同制作机关名称", happened="是否征求共同制作机关意见"),
    *_event(_R.CO_MAKER_ANSWERED, on="共同制作机关答复日期 共同制作机关回复日期 征求共同制作机关意见答复日期",
            consented="共同制作机关意见 共同制作机关是否同意公开", party="答复的共同制作机关"),
    *_event(_R.REASONS_ASKED, on="要求说明理由日期 要求说明理由通知日期", until="说明理由期限"),
    *_event(_R.REASONS_GIVEN, on="说明理由日期 收到说明理由日期 申请人说明理由日期"),
    *_event(_R.POSTPONED, on="延迟答复决定日期", until="延迟答复期限 延迟答复至", notified_on="延迟答复告知日期 "
        "告知延迟答复日期"),
    *_event(_R.EXTENDED, on="延期日期 延长日期 延期决定日期 延期审批日期 延期批准日期 延长答复期限日期 延期时间",
            days="延期天数 延长天数 延期工作日 延长工作日数 延期工作日数 延期期限", until="延期至 延长至",
            notified_on="告知延期日期 延期告知日期 延期通知日期 告知延长日期 延期告知书日期",
            approved="负责人同意 延期负责人同意 是否经负责人同意 负责人是否同意 延期是否经负责人同意",
            happened="是否延期 是否延长 是否延期答复"),
    *_event(_R.FEE_NOTICED, on="收费通知日期 缴费通知日期 收费告知日期 收费通知书日期", until="缴费期限 缴费截止日期",
            happened="是否收费"),
    *_event(_R.FEE_PAID, on="缴费日期 缴纳日期 缴费时间", happened="是否缴费"),
    *_event(_R.FEE_LAPSED, on="逾期未缴费日期 逾期不缴费日期", happened="逾期未缴费 逾期不缴费 是否逾期未缴费"),
    *_event(_R.TRANSFERRED, on="转送日期 转办日期 移送日期 转送时间", party="转送机关 转办机关 转送单位",
            happened="是否转送"),
    *_event(_R.REPLIED, on="答复日期 答复时间 作出答复日期 办结日期 答复书日期 办结时间 回复日期",
            outcome="办理结果 处理结果 答复结果 结果 办理情况 处理情况", reply_type="答复类型 答复种类",
            happened="是否答复 是否已答复"),
    *_event(_R.WITHDRAWN, on="撤回日期 申请人撤回日期 撤回申请日期", happened="是否撤回 申请人是否撤回 撤回"),
)  # fmt: skip
_CASES: Final = (
    scalar("id", TEXT, "编号 案件编号 案号 登记编号 复议案号 序号"),
    scalar("kind", choice(CaseKind, "案件的类型", "which way the case goes"), "类型 案件类型 类别 案件类别 救济类型"),
    scalar("request", TEXT, "关联申请编号 申请编号 对应申请编号 申请登记编号 所涉申请编号 关联申请登记编号"),
    scalar("contested", choice(Contested, "争议的是什么", "what the case is about"), "争议事项 争议内容 事由 "
        "复议诉讼事由"),
    scalar("act_on", DAY, "行政行为日期 被诉行为日期 被诉答复日期 原答复日期 原行政行为日期"),
    scalar("known_on", DAY, "知道日期 知悉日期 知道行政行为日期 收到答复日期"),
    scalar("told", YES_NO, "是否告知救济权利 是否告知救济途径 告知救济途径 是否告知复议诉讼权利"),
    scalar("prior", TEXT, "前置复议编号 复议编号 关联复议编号 原复议编号"),
    scalar("procedure", choice(Procedure, "适用的程序；“是否适用简易程序”可填是、否", "the procedure, or yes or no "
        "to simplified"),
           "适用程序 审理程序 是否适用简易程序 是否简易程序"),
)  # fmt: skip
_CASE_EVENTS: Final[tuple[Header, ...]] = (
    *_event(_C.FILED, on="申请/起诉日期 申请日期 起诉日期 复议申请日期 申请复议日期 提起日期 申请或起诉日期"),
    *_event(_C.SUPPLEMENT_ASKED, on="补正通知日期 补正告知日期"),
    *_event(_C.SUPPLEMENTED, on="补正日期 收到补正日期"),
    *_event(_C.ACCEPTED, on="受理/立案日期 受理日期 立案日期 受理或立案日期"),
    *_event(_C.SERVED, on="送达日期 副本送达日期 发送副本日期 送达副本日期 送达"),
    *_event(_C.ANSWERED, on="答复/答辩日期 答辩日期 提交答复日期 提交答辩日期 书面答复日期 答复或答辩日期"),
    *_event(_C.SUSPENDED, on="中止日期", happened="是否中止"),
    *_event(_C.RESUMED, on="恢复日期 恢复审理日期"),
    *_event(_C.EXTENDED, on="延期日期 延长日期", days="延长天数 延期天数", happened="是否延期"),
    *_event(_C.DECIDED, on="决定/判决日期 决定日期 判决日期 复议决定日期 裁判日期 结案日期 审结日期 决定或判决日期",
            result="结果 审理结果 复议结果 判决结果 案件结果 决定/判决结果 裁判结果"),
    *_event(_C.APPEALED, on="上诉日期", happened="是否上诉"),
    *_event(_C.APPEAL_DECIDED, on="二审判决日期 二审日期 二审裁判日期", result="二审结果 二审判决结果"),
)  # fmt: skip


def _order(kind: type[StrEnum]) -> Header:
    zh = f"事件的英文名，按发生顺序用分号隔开；空白时按通常顺序：{'、'.join(kind)}"
    en = "names of the events in the order in which they happened, parted by semicolons; blank for the usual order"
    return scalar(ORDER, attrs.evolve(TEXT, name="order", zh=zh, en=en), "事件顺序")


_ALL: Final[dict[Kind, tuple[Header, ...]]] = {
    Kind.REQUESTS: (*_APPLICANTS, *_REQUEST_EVENTS, _order(_R)),
    Kind.CASES: (*_CASES, *_CASE_EVENTS, _order(_C)),
    Kind.ITEMS: ITEMS,
}


def headers(kind: str) -> tuple[Header, ...]:
    """The columns that a kind of file may have, in the order in which they are written.

    Args:
        kind: ``requests``, ``cases`` or ``items``.

    Raises:
        UsageError: It is none of these.

    >>> [header.zh[0] for header in headers("items")][:3]
    ['索引号', '信息名称', '文号']
    """
    try:
        return _ALL[Kind(kind)]
    except ValueError:
        known = "、".join(Kind)
        raise UsageError(f"kind 只能是 {known}", f"kind must be one of {', '.join(Kind)}") from None


@cache
def events_of(kind: Kind) -> tuple[tuple[StrEnum, tuple[Header, ...]], ...]:
    """The events of a kind of file in lawful order, each with its columns; none for items."""
    found: dict[StrEnum, list[Header]] = {}
    for header in _ALL[kind]:
        if header.event is not None:
            found.setdefault(header.event, []).append(header)
    return tuple((event, tuple(columns)) for event, columns in found.items())
