"""How reports name the contents the law asks for. All functions take folded text."""

import re
from functools import lru_cache

from govdisclosure.model.report import Content

__all__ = ["OTHER_FEES", "SINGLE_FEE", "classify", "is_statutory"]

# One part of a heading is what stands between conjunctions; its head noun comes last, so the first line here that fits
# a part wins: 依申请公开收费情况 is about fees, 因信息公开申请行政复议 about remedies.
_PARTS: tuple[tuple[Content, re.Pattern[str]], ...] = (
    (Content.ANNEX, re.compile(r"统计表|附表|附件|汇总表|指标(?:统计|说明)|数据表|情况表")),
    (Content.REMEDIES, re.compile(r"复议|诉讼|申诉|败诉|应诉")),
    (Content.FEES, re.compile(r"收费|减免|费用(?!支出)|处理费|收取")),
    (
        Content.PLAN,
        re.compile(
            r"(?:20\d\d|明|下一?|来)(?:年度?|步|阶段).{0,14}(?:安排|打算|计划|设想|思路|重点|任务|目标)|"
            r"工作(?:安排|打算|计划|思路|设想)|^(?:今后|下一?步)的?(?:工作)?(?:重点|打算|安排|计划)?$|"
            r"下一?步的?工作|努力方向"
        ),
    ),
    (Content.PROBLEMS, re.compile(r"问题|不足|困难|改进|整改|薄弱")),
    (
        Content.REQUESTS,
        re.compile(
            r"依申请|申请公开|公开申请|申请的?(?:受理|办理|处理|答复|情况)|不予公开|免予公开|受理申请|^收到$|申请信息"
        ),
    ),
    (
        Content.PROACTIVE,
        re.compile(
            r"主动公开|公开(?:政府|政务)?信息的?(?:主要)?(?:情况|数量|类别|内容|范围|形式)|"
            r"公开的?(?:主要)?(?:内容|类别|范围|形式|途径|方式|载体|重点|数量|渠道)|重点(?:领域)?信息公开"
        ),
    ),
    (
        Content.OTHER,
        re.compile(
            r"其他|其它|需要说明|需要报告|需说明|有关说明|咨询|投诉|举报|支出|专职|人员|"
            r"政策解读|解读|回应|目录|指南|建议提案"
        ),
    ),
    (
        Content.OVERVIEW,
        re.compile(
            r"概述|概况|概要|总体|基本情况|综述|引言|前言|专有名词|总述|回顾|组织|领导|机构|制度|机制|平台|保障|"
            r"主要做法|推进|落实|开展情况|工作情况|情况$|总则|宣传|培训|监督|措施"
        ),
    ),
)
_CONJUNCTION = re.compile(r"以及|及其|[和及与、,;/]|并")
_NOISE = re.compile(r'[\s"<>\']|\([^()]{0,20}\)')
_ORDER = tuple(Content)


# Headings that are the law's own words or nearly so; they may stand without a number.
_STATUTORY = re.compile(
    r"(?:工作)?概\s{0,4}述|(?:工作)?(?:总体|基本)情况|"
    r"(?:行政机关)?主动公开(?:政府)?(?:信息)?(?:的)?情况|(?:政府)?信息主动公开(?:的)?情况|"
    r"(?:行政机关)?依申请公开(?:政府)?(?:信息)?(?:和不予公开(?:政府)?信息)?(?:的)?情况|(?:政府)?信息依申请公开(?:工作|办理)?(?:的)?情况|"
    r"(?:行政机关)?收到和处理政府信息公开申请(?:的)?情况|"
    r"(?:政府信息公开|依申请公开)?(?:的)?收费及减免(?:的)?情况|"
    r"(?:因)?(?:政府信息公开)?(?:工作)?(?:被)?(?:申请)?行政复议[、和及](?:提起)?行政诉讼(?:的)?情况|"
    r"(?:政府信息公开)?(?:工作)?(?:中)?存在的?(?:主要)?问题[及和与](?:改进)?(?:情况|措施|打算|办法)|"
    r"其[他它]需要(?:报告|说明)的事项|附\s?表|[引前]\s{0,4}言|专有名词解释"
)

OTHER_FEES = re.compile(
    r"行政(?:事业)?(?:性)?收费|涉企收费|乱收费|收费(?:标准|项目|目录|清单|公示|依据|许可|管理|政策|价格|信息|站|公路)|"
    r"(?:教育|医疗|停车|物业|服务|景区|价格和|价格及|中介|公证|殡葬|经营|通行)收费|[税降]费减免|减免税费?|"
    r"(?<=[、,])收费(?=[、,等])|(?:学费|水费|电费|租金|医疗费用?)(?:减免)?|经费|三公费用|费用支出|免费(?:开放|培训|发放|赠阅|午餐|体检|义诊)"
)
"""Charges that are not those for supplying information."""

SINGLE_FEE = re.compile(
    r"(?:检索|查[询阅]|复[印制]|打印|扫描|印制|印刷|邮[寄递]|寄送|递送|快递|光盘|材料|工本)费(?!用)"
)
"""One of the fees for supplying information, not all of them."""


@lru_cache(maxsize=4096)
def classify(heading: str) -> tuple[Content, ...]:
    """The contents a heading announces, in the order of :class:`Content`; empty where none can be told.

    Args:
        heading: Folded heading without its ordinal.

    >>> [c.value for c in classify("依申请公开和不予公开的情况及行政复议和诉讼案件情况")]
    ['requests', 'remedies']
    """
    text = _NOISE.sub("", heading)
    if not text:
        return ()
    found: set[Content] = set()
    for part in _CONJUNCTION.split(text):
        for content, pattern in _PARTS:
            if part and pattern.search(part):
                found.add(content)
                break
    if Content.ANNEX in found:
        return (Content.ANNEX,)
    # 主要问题及改进措施, 申请和答复情况: a vague second half adds nothing to a first half that is plain.
    specific = found - {Content.OVERVIEW, Content.OTHER}
    if specific:
        found = specific
    elif Content.OVERVIEW in found:
        found = {Content.OVERVIEW} if Content.OTHER not in found or "概述" in text else {Content.OTHER}
    return tuple(content for content in _ORDER if content in found)


def is_statutory(heading: str) -> bool:
    """True for a heading in the words of the Regulation or the official form, without its ordinal."""
    return _STATUTORY.fullmatch(heading.strip(" :。")) is not None
