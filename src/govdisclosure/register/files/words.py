"""The words that registers use for what the model knows, as data: the first of each is the one that is written.

What the rows and columns of the statutory forms are called is taken from the forms, not written here again.
"""

from collections.abc import Mapping
from typing import Final

from govdisclosure.model.case import CaseKind, CaseResult, Contested, Procedure
from govdisclosure.model.forms_proactive import PROACTIVE_2019, PROACTIVE_2021
from govdisclosure.model.forms_remedies import REMEDIES
from govdisclosure.model.forms_requests import APPLICANTS
from govdisclosure.model.item import Exemption, ItemKind, PublicationChannel, Publicity
from govdisclosure.model.request import ApplicantKind, Channel, ReplyType

__all__ = ["AMBIGUOUS", "NO", "NOTHING", "WORDS", "YES"]

YES: Final = (
    "是",
    "有",
    "已",
    "√",
    "✓",
    "✔",
    "同意",
    "批准",
    "y",
    "yes",
    "true",
    "1",
    "对",
    "已办",
    "同意公开",
    "已批准",
)
NO: Final = (
    "否", "无", "未", "不", "×", "✗", "✘", "x", "没有", "不同意", "未批准", "n", "no", "false", "0", "不同意公开",
    "不批准"
)  # fmt: skip
NOTHING: Final = (
    "-",
    "--",
    "---",
    "/",
    "\\",
    "n/a",
    "na",
    "null",
    "none",
    "nan",
    "nil",
    "不适用",
    "不详",
    "未知",
    "空",
    "不明",
)
"""What stands in cells of which nothing is known."""

_APPLICANTS: Final = {column.key: (column.label, *column.variants) for column in APPLICANTS}
_ROWS: Final = {row.key: (row.label, *row.variants) for form in (PROACTIVE_2019, PROACTIVE_2021) for row in form.rows}
_BLOCKS: Final = {
    row.key: tuple(f"{group}{label}" for group in ("", row.group or "") for label in (row.label, *row.variants))
    for form in REMEDIES.values()
    for row in form.rows
}

_APPLICANT_MORE: Final = {
    ApplicantKind.NATURAL_PERSON: ("公民", "个人", "公民个人", "公民(个人)"),
    ApplicantKind.COMMERCIAL: ("企业", "公司", "商业公司", "法人或其他组织-商业企业"),
    ApplicantKind.RESEARCH: ("科研院所", "科研单位", "法人或其他组织-科研机构"),
    ApplicantKind.PUBLIC_WELFARE: ("社会组织", "法人或其他组织-社会公益组织"),
    ApplicantKind.LEGAL_SERVICE: ("律所", "律师事务所", "法律服务所", "法人或其他组织-法律服务机构"),
    ApplicantKind.OTHER_ORGANISATION: ("其他法人或组织", "法人或其他组织-其他", "其他法人"),
}
_ITEM_MORE: Final = {
    ItemKind.RULES: ("规章", "政府规章", "部门规章"),
    ItemKind.NORMATIVE_DOCUMENT: ("行政规范性文件", "规范性文件"),
    ItemKind.LICENCE_DECISION: ("行政许可决定", "许可决定", "准予许可决定"),
    ItemKind.PENALTY_DECISION: ("行政处罚决定", "处罚决定"),
    ItemKind.COERCION_DECISION: ("行政强制决定", "强制决定", "行政强制措施决定"),
    ItemKind.CHARGES: ("行政事业性收费金额", "行政事业性收费"),
    ItemKind.LICENCE_MATTER: ("行政许可事项", "行政许可项目", "许可事项"),
    ItemKind.OTHER_SERVICE_MATTER: ("其他对外管理服务事项",),
    ItemKind.PENALTY_MATTER: ("行政处罚事项", "行政处罚项目", "处罚事项"),
    ItemKind.COERCION_MATTER: ("行政强制事项", "行政强制项目", "强制事项"),
    ItemKind.CHARGE_MATTER: ("行政事业性收费项目", "收费项目"),
    ItemKind.OTHER_SERVICE_DECISION: ("其他对外管理服务决定",),
    ItemKind.PROCUREMENT: ("政府集中采购项目", "集中采购", "政府采购"),
    ItemKind.OTHER: ("其他", "其它", "其他信息"),
}
# Rows of table two whose whole name is one kind of item; those of licences and the like are matters or decisions.
_ITEM_ROWS: Final = {
    ItemKind.RULES: "rules", ItemKind.NORMATIVE_DOCUMENT: "normative_documents", ItemKind.PROCUREMENT: "procurement"
}  # fmt: skip

WORDS: Final[Mapping[type, Mapping[str, tuple[str, ...]]]] = {
    ApplicantKind: {kind: (*_APPLICANTS[kind], *more) for kind, more in _APPLICANT_MORE.items()},
    Channel: {
        Channel.IN_PERSON: ("当面提交", "当面", "当面申请", "现场", "现场申请", "窗口"),
        Channel.SIGNED_MAIL: ("挂号信", "特快专递", "EMS", "签收邮件", "快递", "挂号邮件", "邮政特快专递",
            "需签收的邮寄"),
        Channel.UNSIGNED_MAIL: ("平信", "平常信函", "平常邮件", "无需签收的邮寄"),
        Channel.EMAIL: ("电子邮件", "电子邮箱", "邮箱", "email", "e-mail"),
        Channel.ONLINE: ("互联网", "网络", "网上", "网站", "在线", "网上申请", "网络申请", "在线申请", "政府网站",
            "网络平台"),
        Channel.FAX: ("传真",),
        Channel.ORAL: ("口头", "口头申请"),
        Channel.OTHER: ("其他", "其它", "其他方式"),
    },
    ReplyType: {
        ReplyType.ALREADY_PUBLIC: ("已主动公开", "已公开", "主动公开", "告知获取方式", "告知获取途径",
            "可以公开,告知获取方式"),
        ReplyType.PROVIDED: ("予以公开", "可以公开", "提供", "予以提供", "可以公开,予以提供", "同意公开",
            "公开", "全部公开"),
        ReplyType.REFUSED: ("不予公开", "不同意公开", "不公开", "不予公开,说明理由"),
        ReplyType.NOT_EXISTING: ("政府信息不存在", "信息不存在", "不存在", "经检索不存在", "没有制作",
            "未制作或获取"),
        ReplyType.NOT_THIS_ORGAN: ("非本机关负责公开", "不属于本机关负责公开", "不属于本机关公开",
            "不属本机关", "非本机关",
            "非本机关政府信息", "不属于本机关", "不属本机关公开"),
        ReplyType.REPEAT: ("重复申请", "不重复处理", "重复"),
        ReplyType.SPECIAL_REGISTER: ("依照专门规定查询", "行政查询", "工商不动产登记资料", "行政查询事项"),
        ReplyType.PARTIAL: ("部分公开", "区分处理"),
        ReplyType.REQUIRES_CREATION: ("需要加工分析", "需加工汇总", "没有现成信息", "需另行制作", "需要另行制作"),
        ReplyType.NOT_A_REQUEST: ("信访举报投诉", "信访投诉举报", "信访举报投诉类申请", "非政府信息公开申请",
            "不作为申请处理", "咨询"),
        ReplyType.PUBLICATION: ("公开出版物", "要求提供公开出版物"),
        ReplyType.EXCESSIVE: ("大量反复申请", "无正当理由大量反复申请"),
        ReplyType.NOT_HANDLED: ("不再处理", "不再办理", "逾期不补正", "逾期不缴费"),
        ReplyType.OTHER: ("其他", "其它"),
    },
    CaseKind: {
        CaseKind.RECONSIDERATION: (*_BLOCKS["reconsideration"], "复议"),
        CaseKind.LITIGATION_DIRECT: (*_BLOCKS["litigation_direct"], "行政诉讼(直接)", "行政诉讼(直接起诉)",
            "行政诉讼(未经复议直接起诉)", "直接诉讼", "直接提起诉讼"),
        CaseKind.LITIGATION_AFTER_RECONSIDERATION: (
            *_BLOCKS["litigation_after_reconsideration"], "复议后诉讼", "行政诉讼(复议后)",
            "行政诉讼(复议后起诉)", "复议后提起诉讼",
        ),
    },
    CaseResult: {
        CaseResult.UPHELD: ("维持", "维持原行政行为", "结果维持", "决定维持"),
        CaseResult.CLAIM_REJECTED: ("驳回请求", "驳回复议请求", "驳回行政复议请求", "驳回诉讼请求"),
        CaseResult.REVOKED: ("撤销", "撤销原行政行为", "撤销并责令重作", "撤销重作"),
        CaseResult.CHANGED: ("变更", "变更原行政行为"),
        CaseResult.FOUND_UNLAWFUL: ("确认违法",),
        CaseResult.FOUND_INVALID: ("确认无效",),
        CaseResult.ORDERED_TO_ACT: ("责令履行", "限期履行", "责令限期履行", "判令履行", "责令答复"),
        CaseResult.WITHDRAWN: ("撤回", "撤回申请", "撤诉", "撤回起诉", "准予撤诉", "准许撤诉", "准许撤回起诉"),
        CaseResult.TERMINATED: ("终止", "终结", "终止审理"),
        CaseResult.MEDIATED: ("调解", "和解", "调解结案"),
        CaseResult.NOT_ACCEPTED: ("不予受理", "不予立案", "驳回申请", "驳回复议申请", "驳回起诉"),
        CaseResult.OTHER: ("其他", "其它", "其他结果"),
    },
    Contested: {
        Contested.REPLY: ("答复", "对答复不服", "对答复内容不服", "不服答复"),
        Contested.SILENCE: ("逾期不答复", "未答复", "不履行答复职责", "不作为", "逾期未答复", "不履行法定职责"),
        Contested.SUPPLY: ("提供的信息不符", "提供的信息不符合申请", "提供内容或形式不符"),
        Contested.DISCLOSURE: ("第三方反对公开", "公开侵犯合法权益", "对公开行为不服", "反向信息公开"),
        Contested.OTHER: ("其他", "其它"),
    },
    Procedure: {
        Procedure.NORMAL: ("普通程序", "普通", "一般程序", "否"),
        Procedure.SIMPLIFIED: ("简易程序", "简易", "是"),
    },
    Publicity: {
        Publicity.PROACTIVE: ("主动公开", "主动", "公开"),
        Publicity.ON_REQUEST: ("依申请公开", "依申请"),
        Publicity.WITHHELD: ("不予公开", "不公开", "免于公开", "免予公开"),
    },
    Exemption: {
        Exemption.STATE_SECRET: ("国家秘密", "属于国家秘密", "涉及国家秘密", "涉密"),
        Exemption.PROHIBITED_BY_LAW: ("法律行政法规禁止公开", "其他法律行政法规禁止公开",
            "法律、行政法规禁止公开的信息"),
        Exemption.SECURITY_AND_STABILITY: ("危及三安全一稳定", "三安全一稳定",
            "危及国家安全、公共安全、经济安全、社会稳定"),
        Exemption.THIRD_PARTY_RIGHTS: ("第三方合法权益", "保护第三方合法权益", "商业秘密", "个人隐私",
            "商业秘密、个人隐私"),
        Exemption.INTERNAL_AFFAIRS: ("内部事务信息", "三类内部事务信息", "属于三类内部事务信息", "内部事务"),
        Exemption.PROCESS_INFORMATION: ("过程性信息", "四类过程性信息", "属于四类过程性信息"),
        Exemption.ENFORCEMENT_FILE: ("行政执法案卷", "行政执法案卷信息", "属于行政执法案卷", "执法案卷"),
    },
    ItemKind: {
        kind: tuple(dict.fromkeys((*more, *_ROWS.get(_ITEM_ROWS.get(kind, ""), ())))) for kind,
            more in _ITEM_MORE.items()
    },
    PublicationChannel: {
        PublicationChannel.WEBSITE: ("政府网站", "网站", "门户网站", "部门网站"),
        PublicationChannel.GAZETTE: ("政府公报", "公报"),
        PublicationChannel.NEW_MEDIA: ("政务新媒体", "新媒体", "微信", "微博", "微信公众号", "客户端"),
        PublicationChannel.PRESS_CONFERENCE: ("新闻发布会", "发布会"),
        PublicationChannel.NEWSPAPER: ("报刊", "报纸", "期刊"),
        PublicationChannel.BROADCAST: ("广播电视", "广播", "电视", "电台"),
        PublicationChannel.READING_POINT: ("公共查阅点", "查阅点", "查阅场所", "公示栏", "公开栏", "图书馆",
            "档案馆"),
        PublicationChannel.OTHER: ("其他", "其它"),
    },
}  # fmt: skip
"""For each enumeration, its values and the words for each. Values themselves are always understood too."""


_MAIL: Final = (Channel.SIGNED_MAIL, Channel.UNSIGNED_MAIL)
_LAWSUITS: Final = (CaseKind.LITIGATION_DIRECT, CaseKind.LITIGATION_AFTER_RECONSIDERATION)
_ORGANISATIONS: Final = tuple(kind for kind in ApplicantKind if kind is not ApplicantKind.NATURAL_PERSON)
_CORRECTED: Final = (CaseResult.REVOKED, CaseResult.CHANGED, CaseResult.FOUND_UNLAWFUL, CaseResult.ORDERED_TO_ACT)

AMBIGUOUS: Final[Mapping[type, Mapping[str, tuple[str, ...]]]] = {
    ApplicantKind: dict.fromkeys(("法人或其他组织", "法人", "组织", "单位", "机构"), _ORGANISATIONS),
    Channel: {
        **dict.fromkeys(("信函", "邮寄", "信件", "寄送", "信函邮寄", "邮政", "书信", "来信"), _MAIL),
        "邮件": (*_MAIL, Channel.EMAIL),
    },
    CaseKind: dict.fromkeys(("行政诉讼", "诉讼"), _LAWSUITS),
    CaseResult: {
        "驳回": (CaseResult.CLAIM_REJECTED, CaseResult.NOT_ACCEPTED),
        **dict.fromkeys(("纠正", "结果纠正", "败诉"), _CORRECTED),
    },
    ItemKind: {
        "行政许可": (ItemKind.LICENCE_DECISION, ItemKind.LICENCE_MATTER),
        "行政处罚": (ItemKind.PENALTY_DECISION, ItemKind.PENALTY_MATTER),
        "行政强制": (ItemKind.COERCION_DECISION, ItemKind.COERCION_MATTER),
    },
}
"""Words that may mean several values: they are not guessed at; the fault names the words that are needed."""
