"""Columns that offices keep beside the others and that nothing here uses: they are known, and no fault."""

from collections.abc import Mapping
from typing import Final

from govdisclosure.register.files.header import Kind

__all__ = ["UNUSED"]

_ALL: Final = (
    "备注 说明 附件 附注 序 归档 是否归档 归档日期 归档编号 录入人 录入时间 录入日期 经办人 经办科室 承办人 承办科室 "
)
_PERSONS: Final = (
    "证件类型 证件名称 证件号码 身份证号 身份证号码 统一社会信用代码 法定代表人 工作单位 邮编 邮政编码 "
    "电子邮箱 通信地址 联系人 性别 年龄 代理人 委托代理人 申请人代表 "
)
_REQUESTS: Final = (
    "用途 所需信息用途 所需信息的用途 申请用途 获取方式 获取信息的方式 提供方式 信息提供方式 载体形式 "
    "获取形式 承办单位 办理单位 责任科室 责任人 答复文号 答复书文号 告知书文号 文书编号 文号 答复方式 "
    "送达方式 快递单号 邮件号 答复内容 办理说明 是否减免费用 申请减免费用 签收人 签发人 审核人 法制审核 "
    "法制审核人 是否复议 是否诉讼 复议诉讼情况 办理天数 用时 状态 "
)
_CASES: Final = (
    "申请人 原告 被申请人 被告 第三人 复议机关 审理机关 法院 受理机关 受理法院 代理律师 承办法官 文书文号 "
    "决定书文号 判决书文号 案由 诉求 请求 复议请求 诉讼请求 是否出庭 负责人出庭 出庭情况 审级 状态 "
)
_ITEMS: Final = (
    "网址 链接 公开链接 点击量 浏览量 关键词 主题词 体裁分类 服务对象 公开时限 公开范围 公开对象 责任科室 "
    "责任人 拟稿人 审核人 签发人 密级 保管期限 页数 附件数 语种 格式 来源 状态 "
)

UNUSED: Final[Mapping[Kind, tuple[str, ...]]] = {
    Kind.REQUESTS: tuple((_ALL + _PERSONS + _REQUESTS).split()),
    Kind.CASES: tuple((_ALL + _PERSONS + _CASES).split()),
    Kind.ITEMS: tuple((_ALL + _ITEMS).split()),
}
"""The headers of such columns, by kind of table."""
