"""Reports written by chance: those of one seed are the same, those of two seeds share set sentences alone."""

import random
import re

import attrs

from govdisclosure.analysis.similar import ReportText, TextSection

WHO = [
    "办公室",
    "各科室",
    "分管领导",
    "下属单位",
    "信息中心",
    "窗口人员",
    "值班人员",
    "法规股",
    "档案室",
    "联络员",
    "宣传股",
    "综合组",
    "技术骨干",
    "基层站所",
]
DOES = [
    "完善",
    "推进",
    "落实",
    "加强",
    "规范",
    "健全",
    "细化",
    "优化",
    "整理",
    "梳理",
    "拓展",
    "压实",
    "组织",
    "开展",
    "核对",
    "更新",
    "汇集",
    "修订",
    "检查",
    "公布",
]
WHAT = [
    "公开目录",
    "审查流程",
    "政策解读",
    "网站专栏",
    "档案资料",
    "业务培训",
    "来信答复",
    "会议纪要",
    "监督台账",
    "惠民补贴清单",
    "水库巡查记录",
    "招生简章",
    "河道整治方案",
    "农机购置名册",
    "校车线路图",
    "环评批复",
    "房屋征收公告",
    "药品抽检信息",
    "公交时刻表",
    "供水水质月报",
    "图书借阅规则",
    "扶持资金名单",
    "灌溉轮期表",
    "林木采伐许可",
    "食堂采购价格",
    "危桥加固进度",
    "道路挖掘许可",
    "人才公寓配租结果",
    "消防抽查结果",
]
HOW = [
    "逐项登记",
    "每月汇总",
    "当场解答",
    "及时上传",
    "反复校对",
    "专人负责",
    "集中讨论",
    "征询意见",
    "纳入考核",
    "形成记录",
    "举行座谈",
    "张贴公示栏",
    "录制短片",
    "编印手册",
    "跟踪回访",
    "分类归档",
]
SET = (
    "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况等六个部分组成。",
    "坚持以公开为常态、不公开为例外。",
    "本报告中所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。",
    "全年未收到政府信息公开申请。",
    "未发生行政复议和行政诉讼。",
)
SPREAD = (
    "进一步提高工作水平，切实保障人民群众的知情权、参与权、表达权和监督权。",
    "严格落实信息发布三审三校制度，确保发布内容准确权威。",
    "主要负责同志亲自过问，分管负责同志具体抓，形成一级抓一级的工作格局。",
    "业务人员更换频繁，专业能力有待提升，信息公开的时效性有待加强。",
)
AREAS = ("青石县", "白水县", "红山区", "绿河市", "金沟县", "长坪县", "云阳县", "石门县", "临江市", "双桥区")


def drawn(seed):
    return random.Random(seed)  # noqa: S311  the same texts each time


def sentence(chance):
    halves = (f"{chance.choice(DOES)}{chance.choice(WHAT)}，{chance.choice(HOW)}" for _ in range(2))
    return f"{chance.choice(WHO)}{'并'.join(halves)}，共0件。"


def sentences(chance, count=50):
    return [sentence(chance) for _ in range(count)]


def edited(lines, rate, chance):
    """Sentences of which this part was replaced, left out or added to."""
    found = []
    for line in lines:
        drawn = chance.random()
        if drawn < rate / 2:
            found.append(sentence(chance))
        elif drawn >= rate * 3 / 4:
            found.append(line)
            if drawn < rate:
                found.append(sentence(chance))
    return found


def organ(number, word="水利局"):
    """An organ and its area."""
    area = AREAS[number % len(AREAS)]
    return f"{area}第{number}{word}", area


def report(name, whose, year, lines, chance, common=SET + SPREAD):  # noqa: PLR0913, PLR0917
    """A report with names, dates and numbers of its own, and the sentences that all have."""
    called, area = whose
    pieces = list(common[:3])
    for place, line in enumerate(lines):
        day = f"{year}年{chance.randint(1, 12)}月{chance.randint(1, 28)}日，{called}" if place % 9 == 0 else ""
        pieces.append(day + re.sub("0件", f"{chance.randint(1, 300)}件", line))
    text = "".join(one.format(year=year) for one in (*pieces, *common[3:]))
    section = TextSection(heading="一、总体情况", number=1, text=text, start=40)
    return ReportText(name=name, organ=called, region=area, year=year, sections=(section,))


def plain(text, name="a.html", whose="青石县水利局", year=2023, **fields):
    """A report of one section with this text."""
    section = TextSection(heading="一、总体情况", number=1, text=text)
    made = ReportText(name=name, organ=whose, region=whose[:3] if whose else None, year=year, sections=(section,))
    return attrs.evolve(made, **fields)
