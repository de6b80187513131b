"""The statutory tables: their rows and columns, which form has which, and what adds up to what.

Written once: readers find cells by these labels, rules check these sums, writers print these rows in this order.

Source: the official forms of 2019 (国办公开办函〔2019〕60号) and 2021 (国办公开办函〔2021〕30号), and the statistics
annex of 2014 (国办发〔2014〕32号).
"""

from collections.abc import Iterator
from enum import StrEnum
from functools import cache, cached_property

import attrs

from govdisclosure.model.edition import Edition

__all__ = [
    "ANNEX",
    "APPLICANTS",
    "PROACTIVE_2019",
    "PROACTIVE_2021",
    "REMEDIES",
    "REQUESTS_2019",
    "REQUESTS_2021",
    "Column",
    "Form",
    "Relation",
    "Row",
    "TableName",
    "forms_of",
]

_2019, _2021 = Edition.UNIFIED_2019, Edition.UNIFIED_2021


class TableName(StrEnum):
    """The statutory tables, by what they count."""

    PROACTIVE = "proactive"
    """Table two: proactive disclosure."""
    REQUESTS = "requests"
    """Table three: requests received and handled."""
    REMEDIES = "remedies"
    """Table four: reconsideration and litigation."""
    ANNEX = "annex"
    """The statistics annex of 2014 to 2018."""


@attrs.frozen(kw_only=True)
class Row:
    """One row of a form.

    Attributes:
        key: Its name, such as ``denied.state_secret``.
        label: Its official label, without the number before it.
        number: The number printed before the label; empty where there is none.
        variants: Other labels seen for the same row.
        group: The label of the group it stands under; ``None`` for a row of its own.
        en: What it is called in English.
        columns: The names of its columns.
    """

    key: str
    label: str
    number: str = ""
    variants: tuple[str, ...] = ()
    group: str | None = None
    en: str = ""
    columns: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Column:
    """One column of a form.

    Attributes:
        key: Its name, such as ``natural_person``.
        label: Its official label.
        variants: Other labels seen for the same column.
        en: What it is called in English.
        signed: True where a negative figure is lawful (本年增/减).
        money: The unit of money the form prescribes, ``""`` where the cell itself names it; ``None`` for counts.
    """

    key: str
    label: str
    variants: tuple[str, ...] = ()
    en: str = ""
    signed: bool = False
    money: str | None = None


@attrs.frozen(kw_only=True)
class Relation:
    """A sum the form demands: the cells on the left add up to the cells on the right.

    Attributes:
        key: Its name, such as ``row:granted`` or ``column:natural_person``.
        left: Cells as (row, column).
        right: Cells as (row, column).
    """

    key: str
    left: tuple[tuple[str, str], ...]
    right: tuple[tuple[str, str], ...]


@attrs.frozen(kw_only=True, slots=False, eq=False)
class Form:
    """A statutory table as a form prescribes it.

    Attributes:
        table: Which table.
        edition: The edition it belongs to.
        rows: Its rows in order.
        columns: All its columns in order.
    """

    table: TableName
    edition: Edition
    rows: tuple[Row, ...]
    columns: tuple[Column, ...]

    @cached_property
    def _rows(self) -> dict[str, Row]:
        return {row.key: row for row in self.rows}

    @cached_property
    def _columns(self) -> dict[str, Column]:
        return {column.key: column for column in self.columns}

    def row(self, key: str) -> Row:
        """The row of a name; ``KeyError`` where there is none."""
        return self._rows[key]

    def column(self, key: str) -> Column:
        """The column of a name; ``KeyError`` where there is none."""
        return self._columns[key]

    @cached_property
    def _cells(self) -> frozenset[tuple[str, str]]:
        return frozenset(self.cells())

    def __contains__(self, cell: object) -> bool:
        """Whether it has a cell (row, column)."""
        return cell in self._cells

    def cells(self) -> Iterator[tuple[str, str]]:
        """All cells as (row, column), row by row."""
        for row in self.rows:
            for column in row.columns:
                yield row.key, column

    @property
    def relations(self) -> tuple[Relation, ...]:
        """The sums its cells must satisfy: 39 for table three, 3 for table four, none for table two."""
        return _relations(self.table, self.edition)


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


def _annex(key: str, label: str, en: str, *variants: str, group: str | None = None) -> Row:
    return Row(key=key, label=label, en=en, variants=variants, group=group, columns=("year", "cumulative"))


_BY_CHANNEL = "通过不同渠道和方式公开政府信息的情况"
ANNEX = Form(
    table=TableName.ANNEX,
    edition=Edition.FREE_FORM,
    rows=(
        _annex("published", "主动公开政府信息数", "items published", "主动公开文件数", "主动公开信息数"),
        _annex("normative_published", "主动公开规范性文件数", "normative documents published"),
        _annex("normative_issued", "制发规范性文件总数", "normative documents issued"),
        _annex(
            "channel.gazette", "政府公报公开政府信息数", "by gazette", "政府公报公开数", "政府公报", group=_BY_CHANNEL
        ),
        _annex(
            "channel.website", "政府网站公开政府信息数", "by website", "政府网站公开数", "政府网站", group=_BY_CHANNEL
        ),
        _annex("channel.microblog", "政务微博公开政府信息数", "by microblog", "政务微博公开数", group=_BY_CHANNEL),
        _annex("channel.wechat", "政务微信公开政府信息数", "by WeChat", "政务微信公开数", group=_BY_CHANNEL),
        _annex("channel.other", "其他方式公开政府信息数", "by other means", "其他方式公开数", group=_BY_CHANNEL),
        _annex(
            "received",
            "收到申请数",
            "requests received",
            "受理依申请公开信息总数",
            "受理政府信息依申请公开总数",
            "收到政府信息公开申请数",
        ),
        _annex("received.in_person", "当面申请数", "in person"),
        _annex("received.fax", "传真申请数", "by fax"),
        _annex("received.online", "网络申请数", "online", "网上申请数"),
        _annex("received.letter", "信函申请数", "by letter"),
        _annex("received.letter_or_fax", "信函、传真申请数", "by letter or fax"),
        _annex("concluded", "申请办结数", "requests concluded"),
        _annex("concluded.on_time", "按时办结数", "on time"),
        _annex("concluded.extended", "延期办结数", "after an extension"),
        _annex("answered", "申请答复数", "requests answered", "对申请的答复总数"),
        _annex("answered.already_public", "属于已主动公开范围数", "already public"),
        _annex("answered.granted", "同意公开答复数", "granted"),
        _annex("answered.partly_granted", "同意部分公开答复数", "partly granted"),
        _annex("answered.denied", "不同意公开答复数", "denied", "不予公开答复数"),
        _annex("answered.denied.state_secret", "涉及国家秘密", "denied: state secret", group="不同意公开答复数"),
        _annex("answered.denied.trade_secret", "涉及商业秘密", "denied: trade secret", group="不同意公开答复数"),
        _annex("answered.denied.privacy", "涉及个人隐私", "denied: privacy", group="不同意公开答复数"),
        _annex(
            "answered.denied.security_and_stability",
            "危及国家安全、公共安全、经济安全和社会稳定",
            "denied: security and stability",
            group="不同意公开答复数",
        ),
        _annex(
            "answered.denied.not_covered", "不是《条例》所指政府信息", "denied: not covered", group="不同意公开答复数"
        ),
        _annex(
            "answered.denied.other",
            "法律法规规定的其他情形",
            "denied: other cases of law",
            group="不同意公开答复数",
        ),
        _annex("answered.not_this_organ", "不属于本行政机关公开数", "not this organ's"),
        _annex("answered.not_existing", "申请信息不存在数", "does not exist"),
        _annex("answered.told_to_amend", "告知作出更改补充数", "told to amend"),
        _annex("answered.told_other_way", "告知通过其他途径办理数", "told of another way"),
        _annex("answered.other", "其他类型答复数", "other answers"),
        _annex("reconsiderations", "行政复议数量", "reconsiderations", "行政复议数"),
        _annex("reconsiderations.upheld", "维持具体行政行为数", "upheld"),
        _annex("reconsiderations.corrected", "被依法纠错数", "corrected", group="行政复议数量"),
        _annex("reconsiderations.other", "其他情形数", "other", group="行政复议数量"),
        _annex("lawsuits", "行政诉讼数量", "lawsuits", "行政诉讼数"),
        _annex("lawsuits.upheld", "维持具体行政行为或者驳回原告诉讼请求数", "upheld"),
        _annex("lawsuits.corrected", "被依法纠错数", "corrected", group="行政诉讼数量"),
        _annex("lawsuits.other", "其他情形数", "other", group="行政诉讼数量"),
        _annex("complaints", "举报投诉数量", "complaints", "举报投诉数"),
        _annex("fees", "依申请公开信息收取的费用", "fees charged", "依申请公开政府信息收取的费用", "收取费用"),
        _annex("staff.offices", "政府信息公开工作专门机构数", "disclosure offices", "设置政府信息公开专门机构数"),
        _annex("staff.reading_points", "设置政府信息公开查阅点数", "reading points", "政府信息公开查阅点数"),
        _annex("staff.people", "从事政府信息公开工作人员数", "staff"),
        _annex("staff.full_time", "专职人员数", "full-time staff", "专职人员"),
        _annex("staff.part_time", "兼职人员数", "part-time staff", "兼职人员"),
        _annex("staff.funding", "政府信息公开专项经费", "funding"),
        _annex("meetings", "召开政府信息公开工作会议或专题会议数", "meetings"),
        _annex("trainings", "举办各类培训班数", "training courses"),
        _annex("trained", "接受培训人员数", "people trained"),
    ),
    columns=(
        Column(key="year", label="统计数", variants=("数量", "本年度", "年度"), en="of the year"),
        Column(key="cumulative", label="历年累计", variants=("累计",), en="cumulative"),
    ),
)

_FORMS = (REQUESTS_2019, REQUESTS_2021, *REMEDIES.values(), PROACTIVE_2019, PROACTIVE_2021, ANNEX)


def forms_of(table: TableName) -> tuple[Form, ...]:
    """The forms that a table has had, oldest first."""
    return tuple(form for form in _FORMS if form.table is table)


@cache
def _relations(table: TableName, edition: Edition) -> tuple[Relation, ...]:
    if table is TableName.REQUESTS:
        form = REQUESTS_2021 if edition is _2021 else REQUESTS_2019
        return tuple(_request_relations(form))
    if table is TableName.REMEDIES:
        return tuple(
            Relation(
                key=f"block:{row.key}",
                left=tuple((row.key, column) for column in row.columns if column != "total"),
                right=((row.key, "total"),),
            )
            for row in _REMEDY_ROWS
        )
    return ()


def _request_relations(form: Form) -> Iterator[Relation]:
    """Each row: applicants add up to the total. Each column: results add up, and what came in went somewhere."""
    balance = {"received", "carried_in", "total", "carried_out"}
    results = tuple(row.key for row in form.rows if row.key not in balance)
    for row in form.rows:
        parts = tuple((row.key, column) for column in _ALL if column != "total")
        yield Relation(key=f"row:{row.key}", left=parts, right=((row.key, "total"),))
    for column in _ALL:
        parts = tuple((key, column) for key in results)
        yield Relation(key=f"results:{column}", left=parts, right=(("total", column),))
    for column in _ALL:
        yield Relation(
            key=f"balance:{column}",
            left=(("received", column), ("carried_in", column)),
            right=(("total", column), ("carried_out", column)),
        )
