"""The columns of a catalogue."""

from typing import Final

from govdisclosure.model.item import ItemKind, PublicationChannel, Publicity
from govdisclosure.register.files.header import Header, scalar
from govdisclosure.register.files.values import DAY, TEXT, WHOLE, YES_NO, choice
from govdisclosure.register.files.values_items import AMOUNT, COORDINATION, DUTY, GROUND, REVIEW

__all__ = ["ITEMS"]

ITEMS: Final[tuple[Header, ...]] = (
    scalar("id", TEXT, "索引号 信息索引号 索引 编号 序号"),
    scalar("title", TEXT, "信息名称 标题 名称 信息标题 文件名称 题名"),
    scalar("document_number", TEXT, "文号 发文字号 文件编号 发文号"),
    scalar("producer", TEXT, "发布机构 制作机关 发文机关 公开机构 制作单位 发布单位 责任单位 信息来源"),
    scalar("summary", TEXT, "内容概述 摘要 概述 内容摘要"),
    scalar("topic", TEXT, "主题分类 主题 分类 信息分类 主题类别"),
    scalar("made_on", DAY, "生成日期 成文日期 制作日期 形成日期 发文日期 印发日期"),
    scalar("changed_on", DAY, "变更日期 修改日期 更新日期"),
    scalar("published_on", DAY, "公开日期 发布日期 公布日期 发布时间 公开时间"),
    scalar("kind", choice(ItemKind, "表二所计的种类", "what table two counts it as"), "信息类别 信息种类 种类 "
        "信息类型 类别"),
    scalar("count", WHOLE, "数量 件数 条数"),
    scalar("amount", AMOUNT, "金额 收费金额 采购金额 总金额"),
    scalar("duty", DUTY, "公开依据 法定依据 主动公开依据 条例依据 对应条款"),
    scalar("form", TEXT, "信息形式 载体形式 载体类型 表现形式 体裁"),
    scalar("publicity", choice(Publicity, "公开属性", "the publicity attribute"), "公开属性 公开类型 公开类别 "
        "公开方式"),
    scalar("ground", GROUND, "不予公开理由 不公开理由 不予公开依据 不公开依据 不予公开的理由"),
    scalar("ground_text", TEXT, "不予公开理由说明 不公开理由说明 理由说明"),
    scalar("channels", choice(PublicationChannel, "公开的渠道；多个用分号隔开", "where it was published, parted by "
        "semicolons"),
           "公开渠道 公开形式 公开途径 公开载体 发布渠道"),
    scalar("reviewed_on", DAY, "保密审查日期 审查日期 公开审查日期"),
    scalar("reviewed", YES_NO, "是否保密审查 是否经保密审查 是否审查 是否经过保密审查"),
    scalar("review", REVIEW, "保密审查 公开审查 保密审查情况"),
    scalar("concerns_other_organs", YES_NO, "是否涉及其他机关 涉及其他机关 是否涉及其他行政机关"),
    scalar("coordinated_on", DAY, "会签日期 协调日期 发布协调日期 协商确认日期"),
    scalar("coordination", COORDINATION, "会签 协调 会签情况 发布协调 协调情况"),
    scalar("valid_from", DAY, "有效期起 生效日期 施行日期 实施日期"),
    scalar("valid_to", DAY, "有效期止 有效期至 失效日期 有效期限至"),
    scalar("repealed_on", DAY, "废止日期 废止时间"),
)  # fmt: skip
