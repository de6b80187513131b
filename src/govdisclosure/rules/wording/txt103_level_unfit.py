"""TXT103 wording.level.unfit — 层级用语与单位不符 / Words of a level above the issuer's own

What it checks
--------------
全国, 全省, 全市, 全州, 全盟, 全县, 全区 and 我省, 我市, 我县, used as the issuer's own field of work
(``对全市…进行部署``, ``全市各部门``), where that area is larger than the one the issuer serves: a county's organ
speaking for 全市, a township for 全县, a city's organ for 全省. The articles are those of the report year.

Why
---
A county organ that arranges the work of a whole city uses a text written for another organ; what is published must be
accurate (2007 Art 6; 2019 Art 6).

Example
-------
>>> from govdisclosure.model.agency import AdministrativeLevel, Agency
>>> from govdisclosure.model.report import AnnualReport
>>> from govdisclosure.rules.rule import Question
>>> agency = Agency(name="青石县水利局", level=AdministrativeLevel.COUNTY, region="青石县")
>>> text = "我局完善制度，对全市工作进行了部署。"
>>> [f.kind.value for f in check(Question(report=AnnualReport(year=2010, text=text, agency=agency)))]
['review']

Not covered
-----------
Clauses that name the larger area lawfully: rank and praise, meetings, requirements and standards of superiors,
unified platforms, comparison. 全区 of an autonomous region or a zone, and areas smaller than the issuer's. Issuers
whose level is not known. At most 20 places of one report are shown.

中文说明
--------
查报告有没有把比本机关管辖范围更大的区域说成自己的工作范围，如县局写“全市信息公开工作”。这多是套用上级单位文本时没
有改过来。说明上级会议、要求、统一平台、排名和比较的语句不查；机关层级不明的不查。每份报告最多列二十处。
"""

import re
from collections.abc import Iterator
from itertools import islice

from govdisclosure.model.agency import AdministrativeLevel, Agency
from govdisclosure.model.report import AnnualReport
from govdisclosure.rules.answers import agency_damaged
from govdisclosure.rules.citing import accuracy
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.phrasing import articles
from govdisclosure.rules.prose import clause, paragraphs
from govdisclosure.rules.rule import Finding, Question, Rule

__all__ = ["RULE", "check"]

_MOST = 20
_LARGER = {
    AdministrativeLevel.TOWNSHIP: "县区旗市州盟省国",
    AdministrativeLevel.COUNTY: "市州盟省国",
    AdministrativeLevel.CITY: "省国",
    AdministrativeLevel.PROVINCE: "国",
}
# 健全市县两级…, 安全区域, 全市场: the two characters are no word there; 全州县 is a county.
_WORD = re.compile(
    r"(?<![健安齐完保周顾双])(?P<word>全(?:国(?!性|各地|人大|政协)|省(?!份|级)|市(?!场|级|值)|州(?!县)|盟|县(?!域|级)|区(?!域|位|块|间|县)|旗)|"
    r"我(?:省|市(?!场)|县))"
)
_OWN_AFTER = re.compile(
    r"各(?!界)|范围内?|上下|所有|(?:总体|整体|(?:政府|政务)?信息公开|政务公开)工作|共(?!同|享|建)|累计|主动公开|收到|受理|(?:各级)?行政机关|[一-鿿]{2,4}系统"
)
# Systems of machines; 水利系统 is the organs of a branch.
_MACHINES = (
    r"(?:政务|信息|管理|办公|发布|软件|网络|审批|申请|公文|电子|查询|监控|监察|报送|公开|服务|应用|受理|检索|统计|填报|"
    r"数据|操作|业务)系统|系统(?:平台|软件|升级|开发|上线|运行|功能|建设|录入|填报|报送)"
)
_OWN_BEFORE = re.compile(r"(?:对|就|针对|在|向|组织|推动|推进|指导|督促|面向)$")
_DOING = re.compile(r"进行|开展|部署|布置|推行|推进|实施|安排|组织|动员|督[导促查]|指导|调度|检查|培训|通报|考核")
_LAWFUL = re.compile(
    rf"{_MACHINES}|"
    r"第[一二三四五六七八九十\d]|前[列茅]|先进|排名|[名位]列|[位名]?居(?!民)|荣|获|评|授予|表彰|率先|首[家个次]|领先|示范|试点|样板|推广|典型|经验|"
    r"会议|大会|例会|[场频话进训谈]会|精神|要求|根据|按照?|依[据照]|贯彻|遵照|统一|平台|网站|门户|相比|高于|低于|平均|参加|出席|上级|接受|报送|上报|"
    r"纳入|作为|唯一|之一|代表|文件|通知|规定|办法|意见|方案|转发|下达|[查核]组|竞赛|比赛|国务院|国家|中央|主管|标准|配合|响应|落实"
)


def check(question: Question) -> Iterator[Finding]:
    """Look for larger areas spoken of as the issuer's own."""
    report, agency = question.report, question.report.agency
    cites = accuracy(report.year)  # 2007 Art 6, 2019 Art 6
    if damaged := agency_damaged(report, "levels", cites):
        yield damaged
        return
    larger = _larger(agency) if agency else ""
    if agency is None or not larger or not report.text.strip():
        message = Message("单位层级不明或没有正文，无从比较。", "The issuer's level is not known or there is no text.")
        yield Finding(kind=Kind.NOT_APPLICABLE, message=message, cites=cites, subject="levels")
        return
    found = list(islice(_found(report, larger), _MOST))
    named = articles(cites)
    for position, (start, end, word) in enumerate(found, 1):
        yield Finding(
            kind=Kind.REVIEW,
            message=Message(
                f"“{word}”：{agency.name}的工作范围小于“{word}”，可能是套用上级单位文本时遗留。"
                f"公开的信息应当准确（{named.zh}），请人工核实。",
                f"“{word}” is a larger area than that of {agency.name}; the text may be taken from another "
                f"organ. What is "
                f"published must be accurate ({named.en}): check it.",
            ),
            cites=cites,
            subject=f"level:{word}:{position}",
            at=report.place(start, end),
            facts={"word": word, "agency_level": agency.level.value},
        )
    if not found:
        message = Message("层级用语与单位相符。", "Words of level fit the issuer.")
        yield Finding(kind=Kind.PASS, message=message, cites=cites, subject="levels")


def _larger(agency: Agency) -> str:
    """The areas larger than the issuer's; its own is not, whatever its rank (a city of county rank says 全市)."""
    larger = _LARGER.get(agency.level, "")
    if agency.level is AdministrativeLevel.COUNTY and not agency.region:
        larger = larger.replace("市", "")
    return larger.replace((agency.region or " ")[-1], "")


def _found(report: AnnualReport, larger: str) -> Iterator[tuple[int, int, str]]:
    for first, last in paragraphs(report):
        for match in _WORD.finditer(report.key, first, last):
            if match["word"][-1] not in larger:
                continue
            start, end = clause(report.key, *match.span())
            before, after = report.key[start : match.start()], report.key[match.end() : end]
            own = _OWN_AFTER.match(after) or (_OWN_BEFORE.search(before) and _DOING.search(after))
            if own and not _LAWFUL.search(before + after):
                yield match.start(), match.end(), match["word"]


RULE = Rule(
    code="TXT103",
    name="wording.level.unfit",
    title=Message("层级用语与单位不符", "Words of a level above the issuer's own"),
    level=Level.WARNING,
    kinds=(Kind.PASS, Kind.REVIEW, Kind.OPEN, Kind.NOT_APPLICABLE),
    cites=("regulation-2007:6", "regulation-2019:6"),
    check=check,
)
