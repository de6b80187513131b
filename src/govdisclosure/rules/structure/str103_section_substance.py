"""STR103 structure.section.substance — 各部分有内容 / every section has text

What it checks
--------------
A heading with nothing under it, and a section that consists of one word (``无``, ``略``) where the law asks for
an account: overview, proactive disclosure, problems and improvements. ``无`` is a full answer for requests,
fees, remedies and other matters. Signs alone (``……``) and sub-headings over nothing are for a person to look at. A
heading over nothing is answered where the next section speaks for both (``以上两项均未发生``), and where it is itself
the statement (``四、2010年我局没有收费情况``).

Why
---
The Regulation asks for contents, not for headings. An empty section also tells that a table or picture was lost.

Example
-------
>>> from govdisclosure.model.place import Place
>>> from govdisclosure.model.report import AnnualReport, Content, Section
>>> from govdisclosure.rules.rule import Question
>>> here = Place(start=0, end=0)
>>> part = Section(heading="四、问题", covers=(Content.PROBLEMS,), text="无。", at=here, heading_at=here, number=4)
>>> [finding.kind.value for finding in check(Question(report=AnnualReport(year=2010, sections=(part,))))]
['review']

Not covered
-----------
Length: no national text sets a minimum, so a short section is as good as a long one. Annexes are never judged.
In the official forms of 2019 and 2021 the second to fourth sections are tables: a table that was read is the section's
text, and where none was, the section is for review only. So is an empty section of a web page, which may be a picture.

中文说明
--------
查有没有只有标题没有正文的部分，以及概述、主动公开、问题与改进这几部分是否只写一个“无”字。条例要求的是内容，不是标
题；空的部分也可能说明表格或图片丢失。不查篇幅长短，不查附表；依申请公开、收费、复议诉讼和其他事项写“无”是完整的回
答。
"""

import re
from collections.abc import Iterator

from govdisclosure.model.report import AnnualReport, Content, Edition, Section
from govdisclosure.rules.citing import contents
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.rule import Finding, Question, Rule
from govdisclosure.rules.structure.statements import reaches_its_end
from govdisclosure.rules.tables import CONTENTS
from govdisclosure.text.normalise import fold, squeeze

__all__ = ["RULE", "check"]

_ONE_WORD = 4
# No reader keeps pictures, and a section of anything but plain text may be one.
_WORDS_ONLY = frozenset({"text/plain", "text/markdown"})
_EMPTY_WORDS = re.compile(r"(?:本年度|我[局委办])?(?:暂|均)?(?:无|没有|略|空|未发生)(?:此项|相关|有关)?(?:内容|情况)?")
_SIGNS = re.compile(r"[\s。,.;:!?、()\[\]<>\"'\-_*#·…⋯]+")
# 以上两项均未发生 answers the heading before its own as well.
_JOINT = re.compile(r"(?:以上|上述|前述)(?:这)?(?:[两二三几各]|\d)(?:项|个?方面|部分)")
# 四、2010年我局没有收费情况: the heading is the answer.
_ANSWERS = re.compile(
    r"没有(?!(?:主动|予以)?公开的)|均?无(?=[^法,;]{0,30}(?:情况|事项|情形|申请|案件|费用|复议|诉讼|收费))|(?<=[:\s])无$|"
    r"未(?:收|发生|产生|接|出现|涉及|有|受理|提起|被)"
)
_SUBHEADING = re.compile(
    r"(?:\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十\d]{1,3}[、.])\s?"
    r"[^\s,。;:!?\d]{0,16}(?:内容|形式|情况|方式|渠道|范围|途径|数量|结果|问题|措施)"
)
_NOTHING = re.compile(r"无|未|没|零|不")
_ACCOUNTS = frozenset({Content.OVERVIEW, Content.PROACTIVE, Content.PROBLEMS})
_TABLES = frozenset({Content.PROACTIVE, Content.REQUESTS, Content.REMEDIES})


def check(question: Question) -> Iterator[Finding]:
    """Yield one finding for each section without substance, or one pass for all."""
    report = question.report
    cites = contents(report.year)
    judged = [(n, section) for n, section in enumerate(report.sections, 1) if Content.ANNEX not in section.covers]
    if not judged:
        message = Message("未能分出各部分，无法判断", "no sections could be told apart, so this was not judged")
        yield Finding(kind=Kind.OPEN, message=message, cites=cites, subject="sections", needs=("sections",))
        return
    if len(judged) > 1 and not any(_words(section) for _, section in judged):
        message = Message(
            "只读到标题，未读到任何正文，无法判断；请提供全文",
            "headings were read but no text under any of them; supply the whole text",
        )
        yield Finding(kind=Kind.OPEN, message=message, cites=cites, subject="sections", needs=("text",))
        return
    faulty = False
    for n, section in judged:
        verdict = _judge(report, section)
        if verdict is not None:
            faulty = True
            kind, message = verdict
            yield Finding(kind=kind, message=message, cites=cites, subject=f"section:{n}", at=section.heading_at)
    if not faulty:
        joint = any(not _words(section) for _, section in judged)
        message = Message(
            f"{len(judged)}个部分均有正文{'，或由标题、下一部分说明' if joint else ''}",
            f"all {len(judged)} sections have text{', or their heading or the next one states it' if joint else ''}",
        )
        yield Finding(kind=Kind.PASS, message=message, cites=cites, subject="sections", facts={"sections": len(judged)})


def _words(section: Section) -> str:
    return _SIGNS.sub("", fold(section.text))


def _judge(report: AnnualReport, section: Section) -> tuple[Kind, Message] | None:
    words = _words(section)
    if not words:
        return _empty(report, section)
    lines = [line.strip() for line in fold(section.text).split("\n") if line.strip()]
    if all(_SUBHEADING.fullmatch(line) and not _NOTHING.search(line) for line in lines):
        zh = "该部分只有小标题，小标题下未读到文字，请对照原文核实"
        en = "the section holds sub-headings only, with no text under them; check the original"
        return Kind.REVIEW, Message(zh, en)
    if not _ACCOUNTS.intersection(section.covers) or not (len(words) <= _ONE_WORD or _EMPTY_WORDS.fullmatch(words)):
        return None
    zh = f"该部分仅有“{squeeze(section.text)[:12]}”，法规要求说明情况，请核实是否需要补充"
    en = "the section consists of one word where the law asks for an account; check whether more should be said"
    return Kind.REVIEW, Message(zh, en)


def _empty(report: AnnualReport, section: Section) -> tuple[Kind, Message] | None:
    if any(content in section.covers and report.statistics[table] is not None for table, content in CONTENTS.items()):
        return None
    if _states(report, section):
        return None
    following = next((one for one in report.sections if one.at.start >= section.at.end), None)
    if following is not None and _JOINT.search(fold(following.text)):
        return None
    if section.text.strip():
        zh = f"标题下仅有符号“{squeeze(section.text)[:12]}”，没有文字，请对照原文核实"
        return Kind.REVIEW, Message(zh, "nothing but signs stands under this heading; check the original")
    last = section is report.sections[-1] and (Content.OTHER in section.covers or not reaches_its_end(report))
    table = report.edition is not Edition.FREE_FORM and _TABLES.intersection(section.covers)
    pictured = report.source is not None and report.source.media_type not in _WORDS_ONLY
    if last or table or pictured:
        zh = "标题下未读到文字，表格或图片可能未被读入，请对照原文核实"
        return Kind.REVIEW, Message(
            zh, "no text under this heading; a table or picture may have been lost, check the original"
        )
    article = contents(report.year)[-1]
    zh = f"标题下没有任何内容，与{article.zh}不符，请人工核实并补充；没有发生的也应写明“无”"
    en = (
        f"nothing stands under this heading, though {article.en} asks for an account; add it, also where there was none"
    )
    return Kind.FAIL, Message(zh, en)


def _states(report: AnnualReport, section: Section) -> bool:
    """True for a heading that says itself that there was none, or how many."""
    at = section.heading_at
    counted = any(at.start <= claim.at.start < at.end for claim in report.claims)
    return counted or _ANSWERS.search(fold(section.heading)) is not None


RULE = Rule(
    code="STR103",
    name="structure.section.substance",
    title=Message("各部分有内容", "every section has text"),
    level=Level.WARNING,
    kinds=(Kind.PASS, Kind.FAIL, Kind.REVIEW, Kind.OPEN),
    cites=("regulation-2007:32", "regulation-2019:50p1"),
    check=check,
)
