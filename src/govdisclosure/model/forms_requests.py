"""Table three: requests received and handled.

Source: the official forms of 2019 (国办公开办函〔2019〕60号) and 2021 (国办公开办函〔2021〕30号).
"""

from govdisclosure.model.edition import Edition
from govdisclosure.model.form import Column, Form, Row, TableName

__all__ = ["APPLICANTS", "REQUESTS_2019", "REQUESTS_2021"]

_2019, _2021 = Edition.UNIFIED_2019, Edition.UNIFIED_2021

APPLICANTS = (
    Column(key="natural_person", label="自然人", en="natural persons"),
    Column(key="commercial", label="商业企业", variants=("商业",), en="commercial enterprises"),
    Column(key="research", label="科研机构", variants=("科研",), en="research institutions"),
    Column(
        key="public_welfare", label="社会公益组织", variants=("公益组织", "社会公益"), en="public-welfare organisations"
    ),
    Column(key="legal_service", label="法律服务机构", variants=("法律服务",), en="legal service institutions"),
    Column(key="other_organisation", label="其他", variants=("其他组织", "其它"), en="other organisations"),
    Column(key="total", label="总计", variants=("合计", "总数"), en="total"),
)
_ALL = tuple(column.key for column in APPLICANTS)

_DENIED, _UNAVAILABLE, _NOT_PROCESSED, _OTHER = "不予公开", "无法提供", "不予处理", "其他处理"


def _request(key: str, number: str, label: str, en: str, *variants: str, group: str | None = None) -> Row:
    return Row(key=key, number=number, label=label, en=en, variants=variants, group=group, columns=_ALL)


_HEAD = (
    _request(
        "received", "一、", "本年新收政府信息公开申请数量", "new requests received", "本年新收申请数量", "新收申请数量"
    ),
    _request(
        "carried_in",
        "二、",
        "上年结转政府信息公开申请数量",
        "carried in from last year",
        "上年结转申请数量",
        "上年度结转政府信息公开申请数量",
    ),
    _request("granted", "(一)", "予以公开", "granted"),
    _request(
        "partly_granted",
        "(二)",
        "部分公开(区分处理的,只计这一情形,不计其他情形)",
        "partly granted",
        "部分公开",
        "部分公开(区分处理的)",
    ),
    _request("denied.state_secret", "1.", "属于国家秘密", "denied: state secret", "国家秘密", group=_DENIED),
    _request(
        "denied.prohibited_by_law",
        "2.",
        "其他法律行政法规禁止公开",
        "denied: prohibited by law",
        "法律行政法规禁止公开",
        "其他法律、行政法规禁止公开",
        group=_DENIED,
    ),
    _request(
        "denied.security_and_stability",
        "3.",
        '危及"三安全一稳定"',
        "denied: security and stability",
        "危及三安全一稳定",
        '可能危及"三安全一稳定"',
        group=_DENIED,
    ),
    _request(
        "denied.third_party_rights",
        "4.",
        "保护第三方合法权益",
        "denied: rights of a third party",
        "侵害第三方合法权益",
        "保护第三人合法权益",
        group=_DENIED,
    ),
    _request(
        "denied.internal_affairs",
        "5.",
        "属于三类内部事务信息",
        "denied: internal affairs",
        "三类内部事务信息",
        "属于内部事务信息",
        group=_DENIED,
    ),
    _request(
        "denied.process_information",
        "6.",
        "属于四类过程性信息",
        "denied: process information",
        "四类过程性信息",
        "属于过程性信息",
        group=_DENIED,
    ),
    _request(
        "denied.enforcement_file",
        "7.",
        "属于行政执法案卷",
        "denied: enforcement file",
        "行政执法案卷",
        "属于行政执法案卷信息",
        group=_DENIED,
    ),
    _request(
        "denied.administrative_inquiry",
        "8.",
        "属于行政查询事项",
        "denied: administrative inquiry",
        "行政查询事项",
        group=_DENIED,
    ),
    _request(
        "unavailable.not_held",
        "1.",
        "本机关不掌握相关政府信息",
        "not held by this organ",
        "本行政机关不掌握相关政府信息",
        "不掌握相关政府信息",
        group=_UNAVAILABLE,
    ),
    _request(
        "unavailable.requires_creation",
        "2.",
        "没有现成信息需要另行制作",
        "would have to be created",
        "没有现成信息",
        group=_UNAVAILABLE,
    ),
    _request(
        "unavailable.unclear_after_correction",
        "3.",
        "补正后申请内容仍不明确",
        "still unclear after correction",
        "补正后仍不明确",
        group=_UNAVAILABLE,
    ),
    _request(
        "not_processed.petition_or_complaint",
        "1.",
        "信访举报投诉类申请",
        "petition or complaint",
        "信访、举报、投诉类申请",
        group=_NOT_PROCESSED,
    ),
    _request("not_processed.repeat", "2.", "重复申请", "repeat request", "重复提出申请", group=_NOT_PROCESSED),
    _request(
        "not_processed.publication",
        "3.",
        "要求提供公开出版物",
        "asks for a publication",
        "要求提供公开出版物申请",
        group=_NOT_PROCESSED,
    ),
    _request(
        "not_processed.excessive",
        "4.",
        "无正当理由大量反复申请",
        "excessive requests without reason",
        "大量反复申请",
        group=_NOT_PROCESSED,
    ),
    _request(
        "not_processed.reconfirmation",
        "5.",
        "要求行政机关确认或重新出具已获取信息",
        "asks to confirm or reissue information",
        "确认或重新出具已获取信息",
        group=_NOT_PROCESSED,
    ),
)
_TAIL = (
    _request("total", "(七)", "总计", "total handled", "合计"),
    _request(
        "carried_out",
        "四、",
        "结转下年度继续办理",
        "carried over to next year",
        "结转下年度继续办理的申请数量",
        "结转下年继续办理",
    ),
)
_OTHER_2019 = (_request("other", "(六)", _OTHER, "other handling", "其他处理情形", "其它处理"),)
_OTHER_2021 = (
    _request(
        "other.correction_overdue",
        "1.",
        "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        "not corrected in time",
        "申请人无正当理由逾期不补正",
        group=_OTHER,
    ),
    _request(
        "other.fee_overdue",
        "2.",
        "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
        "fee not paid in time",
        "申请人逾期未按收费通知要求缴纳费用",
        "逾期未按收费通知要求缴纳费用",
        group=_OTHER,
    ),
    _request("other.other", "3.", "其他", "other", "其它", group=_OTHER),
)

REQUESTS_2019 = Form(table=TableName.REQUESTS, edition=_2019, rows=(*_HEAD, *_OTHER_2019, *_TAIL), columns=APPLICANTS)
REQUESTS_2021 = Form(table=TableName.REQUESTS, edition=_2021, rows=(*_HEAD, *_OTHER_2021, *_TAIL), columns=APPLICANTS)
