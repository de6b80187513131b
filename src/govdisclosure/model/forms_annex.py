"""The statistics annex of 2014 to 2018.

Source: 国办发〔2014〕32号.
"""

from govdisclosure.model.edition import Edition
from govdisclosure.model.form import Column, Form, Row, TableName

__all__ = ["ANNEX"]


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
