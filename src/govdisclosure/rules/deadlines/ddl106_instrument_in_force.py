"""DDL106 deadline.instrument.in_force — 所引文件适用于该年度 / the instruments named govern that year

What it checks
--------------
Where the report names, by its number, one of the two Regulations (Decrees 492 and 711) or one of the two notices on the
form of reports (2019 No. 60, 2021 No. 30): whether it governs the report year. Besides, a heading on fees charged and
waived from report year 2019 on: 2019 Art 50 has none.

Why
---
A report that names a Regulation of another time was written from an old text, and may have kept more of it than
the name.

Example
-------
>>> from govdisclosure.model.report import AnnualReport
>>> from govdisclosure.rules.rule import Question
>>> report = AnnualReport(year=2023, text="根据《政府信息公开条例》（国务院令第492号）编制本报告。")
>>> [finding.kind.value for finding in check(Question(report=report))]
['fail']

Not covered
-----------
Instruments named by title only: both Regulations bear the same. Words that speak of the past or of what is to come
(``原``, ``废止``, ``即将``) are passed over, and so is an instrument as first promulgated
where the same sentence goes on to the one that revised it and governs the year
(``国务院令第492号公布，国务院令第711号修订``).
What is named otherwise than as the basis of the report (``根据``) is for
review, as is a report published within half a year of the change, or published late, when the new text already held.

中文说明
--------
查报告以文号引用的条例和报告格式通知是否适用于报告年度，以及2019年度起是否仍设收费及减免部分。引用了其他时期的文
件，说明文本沿用旧稿，其他内容也可能没有更新。只写名称、没有写文号的不查；说明文件沿革或即将施行的语句不算；不是作为
编制依据引用的，只请人核实。
"""

import re
from collections.abc import Iterator

from govdisclosure.errors import NotInForceError
from govdisclosure.law import Instrument, cite, form_for, regulation_for
from govdisclosure.model.report import AnnualReport, Content
from govdisclosure.rules.answers import year_unknown
from govdisclosure.rules.citing import accuracy, contents, governing
from govdisclosure.rules.deadlines.mentions import Mention, weigh_mentions
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.rule import Finding, Question, Rule
from govdisclosure.text.normalise import fold

__all__ = ["RULE", "check"]

_OLD_FEES = re.compile(r"收费|减免")
_HANDLING_FEE = re.compile(r"处理费")


def check(question: Question) -> Iterator[Finding]:
    """Yield one finding for each instrument named, and one for a heading of an older law."""
    report = question.report
    if report.year is None:
        yield year_unknown("instruments", accuracy(None))
        return
    named = weigh_mentions(report, report.year)
    for mention, kind in named:
        yield Finding(
            kind=kind,
            message=_message(mention, kind, report.year),
            cites=(*accuracy(report.year), *(cite(one.id) for one in _governing(mention.instrument, report.year))),
            subject=f"instrument:{mention.instrument.id}",
            at=mention.at,
            facts={"year": report.year, "instrument": mention.instrument.number},
        )
    old = tuple(_old_headings(report, report.year))
    yield from old
    if not named and not old:
        message = Message(
            "文中未按文号引用条例或格式通知，无须核对",
            "no Regulation or notice is named by number, so there is nothing to compare",
        )
        yield Finding(kind=Kind.NOT_APPLICABLE, message=message, cites=accuracy(report.year), subject="instruments")


def _message(mention: Mention, kind: Kind, year: int) -> Message:
    number, title = mention.instrument.number, mention.instrument.title_en
    if kind is Kind.PASS:
        return Message(f"{number}适用于{year}年度", f"{title} governs report year {year}")
    article = accuracy(year)[-1]
    zh, en = f"{number}不适用于{year}年度报告", f"{title} does not govern reports on {year}"
    if kind is Kind.REVIEW:
        return Message(f"{zh}，请核实此处引用是否恰当", f"{en}; check whether it is rightly named here")
    fit = _governing(mention.instrument, year)
    name_zh = "".join(f"（{one.number}）" for one in fit if one.number)
    name_en = "".join(f" ({one.title_en})" for one in fit)
    zh = f"{zh}，却作为编制依据，与{article.zh}不符，请人工核实并改引{year}年度适用的文件{name_zh}"
    return Message(zh, f"{en}, yet is named as its basis ({article.en}): check, and name the one that does{name_en}")


def _governing(named: Instrument, year: int) -> tuple[Instrument, ...]:
    """The instrument of the same sort that governs a report year; none where there was no form."""
    try:
        found = regulation_for(year) if named.kind == "regulation" else form_for(year)
    except NotInForceError:
        return ()
    return () if found is None else (found,)


def _old_headings(report: AnnualReport, year: int) -> Iterator[Finding]:
    if governing(year) != ("regulation-2019",):
        return
    for section in report.covering(Content.FEES)[:1]:
        heading = fold(section.heading)
        if _OLD_FEES.search(heading) and not _HANDLING_FEE.search(heading):
            article = contents(year)[-1]
            message = Message(
                f"{article.zh}没有“收费及减免”一项，{year}年度报告设此标题，可能沿用旧稿，请核对",
                f"{article.en} asks for no account of fees and waivers; the heading may come from an older text, check",
            )
            yield Finding(
                kind=Kind.REVIEW, message=message, cites=contents(year), subject="heading:fees", at=section.heading_at
            )


RULE = Rule(
    code="DDL106",
    name="deadline.instrument.in_force",
    title=Message("所引文件适用于该年度", "the instruments named govern that year"),
    level=Level.WARNING,
    kinds=(Kind.PASS, Kind.FAIL, Kind.REVIEW, Kind.OPEN, Kind.NOT_APPLICABLE),
    cites=("regulation-2007:6", "regulation-2019:6", "regulation-2019:50p1"),
    check=check,
)
