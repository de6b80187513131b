"""STR204 structure.overview.topics — 总体情况写明五个方面 / section one covers the five subtopics

What it checks
--------------
Whether section one of a report from 2019 on speaks of all five subtopics: 主动公开, 依申请公开, 政府信息管理,
政府信息公开平台建设, 监督保障. A sub-heading is enough, and so is a sentence with the words of a subtopic.

Why
---
The notice on the form of 2021 has section one cover the five; local notices asked for the same under the form of 2019.

Example
-------
>>> from govdisclosure.model.place import Place
>>> from govdisclosure.model.report import AnnualReport, Content, Section
>>> from govdisclosure.rules.rule import Question
>>> at = Place(start=0, end=0)
>>> text = "主动公开信息9条。收到申请2件。政府网站改版一次。"
>>> one = Section(heading="一、总体情况", covers=(Content.OVERVIEW,), text=text, at=at, heading_at=at)
>>> [(f.kind.value, f.facts["missing"]) for f in check(Question(report=AnnualReport(year=2022, sections=(one,))))]
[('review', ['政府信息管理', '监督保障'])]

Not covered
-----------
Whether what is said is enough, and the order. The words are recognised generously, so a subtopic may be missing and not
be reported. For 2019 and 2020 the five were seen in local notices only. A missing section is STR101's matter.

中文说明
--------
查2019年度起的报告第一部分是否写到主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面，有小标题或有
相应语句即可。2021年的通知要求总体情况包括这五个方面。识别从宽，写得是否充分、顺序是否一致不查；2019和20
20年度的要求只见于地方通知，只请人核实。
"""

import re
from collections.abc import Iterator

from govdisclosure.errors import NotInForceError
from govdisclosure.law import parameter
from govdisclosure.law.dated import DatedValue
from govdisclosure.model.report import AnnualReport, Content, Section
from govdisclosure.rules.answers import before_duty, year_unknown
from govdisclosure.rules.citing import contents
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.rule import Finding, Question, Rule
from govdisclosure.rules.structure.statements import is_abridged
from govdisclosure.text.normalise import fold, squeeze

__all__ = ["RULE", "check"]

_WORDS = {
    "主动公开": re.compile(r"主动公开|公开[^,。;\n]{0,12}(?:信息|文件)|公布|发布|解读"),
    "依申请公开": re.compile(r"依申请|申请公开|公开申请|申请"),
    "政府信息管理": re.compile(
        r"信息[^,。;\n]{0,6}(?:管理|资源|审[核查]|制作|更新|维护|清理|源头)|规范性文件|保密审[查核]|三审|先审后|发布审[核查]|"
        r"公文|动态调整|动态更新|管理(?:制度|机制|工作|水平)|公开目录|公开属性|台账"
    ),
    "政府信息公开平台建设": re.compile(
        r"平台|网站|网页|公众号|微博|微信|新媒体|专栏|专区|栏目|公报|查阅[点场]|公开栏|门户|客户端|电子屏"
    ),
    "监督保障": re.compile(
        r"监督|保障|考核|考评|评议|评估|追究|问责|培训|领导小组|组织领导|加强领导|检查|督[查导促办]|责任|专人|通报"
    ),
}
_LEAST = 10


def check(question: Question) -> Iterator[Finding]:
    """Yield one finding."""
    report = question.report
    if report.year is None:
        yield year_unknown("topics", contents(None))
        return
    try:
        duty = parameter("report.overview_topics").for_report_year(report.year)
    except NotInForceError:
        duty = None
    if duty is None or not isinstance(duty.value, tuple):
        yield _before(report.year)
        return
    yield _judge(report, duty, duty.value)


def _before(year: int) -> Finding:
    try:
        parameter("report.edition").for_report_year(year)
    except NotInForceError:
        return before_duty(year, "topics", contents(None))
    message = Message(f"{year}年度没有规定总体情况应写的方面", f"no subtopics were set for reports on {year}")
    return Finding(kind=Kind.NOT_APPLICABLE, message=message, cites=contents(year), subject="topics")


def _judge(report: AnnualReport, duty: DatedValue, topics: tuple[str, ...]) -> Finding:
    cites = (duty.cite,)
    sections = report.covering(Content.OVERVIEW)
    if not sections:
        message = Message(
            "没有总体情况部分，无须核对（是否应有见STR101）", "there is no section one; whether it is due is STR101"
        )
        return Finding(kind=Kind.NOT_APPLICABLE, message=message, cites=cites, subject="topics")
    words = _words(report, sections)
    english = dict(zip(topics, duty.value_en or topics, strict=True))
    missing = [topic for topic in topics if not _WORDS.get(topic, re.compile(re.escape(topic))).search(words)]
    facts = {"found": [topic for topic in topics if topic not in missing], "missing": missing}
    at, subject = sections[0].heading_at, "topics"
    if not missing:
        message = Message(f"总体情况写到{len(topics)}个方面", f"section one speaks of all {len(topics)} subtopics")
        return Finding(kind=Kind.PASS, message=message, cites=cites, subject=subject, at=at, facts=facts)
    if len(squeeze(words)) < _LEAST or is_abridged(report):
        message = Message(
            "总体情况部分未读到全文，无法判断是否写明五个方面",
            "section one was not read in full, so its subtopics were not judged",
        )
        return Finding(
            kind=Kind.OPEN, message=message, cites=cites, subject=subject, at=at, facts=facts, needs=("text",)
        )
    zh, en = "、".join(f"“{topic}”" for topic in missing), "; ".join(english[topic] for topic in missing)
    message = Message(
        f"总体情况未见{zh}方面的内容，{duty.cite.zh}要求写明{len(topics)}个方面，请核实是否需要补充",
        f"section one does not seem to speak of: {en}. {duty.cite.en} asks for {len(topics)} subtopics; check",
    )
    return Finding(kind=Kind.REVIEW, message=message, cites=cites, subject=subject, at=at, facts=facts)


def _words(report: AnnualReport, sections: tuple[Section, ...]) -> str:
    """The words of section one, and of headings within it that were taken for sections of their own."""
    loose = tuple(f"{section.heading}\n{section.text}" for section in report.sections if not section.covers)
    return fold("\n".join((*(section.text for section in sections), *loose)))


RULE = Rule(
    code="STR204",
    name="structure.overview.topics",
    title=Message("总体情况写明五个方面", "section one covers the five subtopics"),
    level=Level.WARNING,
    kinds=(Kind.PASS, Kind.REVIEW, Kind.OPEN, Kind.NOT_APPLICABLE),
    cites=("regulation-2019:50p2", "form-2019", "form-2021"),
    check=check,
)
