"""DDL102 deadline.signature.before_publication — 落款不晚于公布 / signed no later than published

What it checks
--------------
The day at the foot of the report against the day the page says it was published.

Why
---
A report cannot be published before it is signed: one of the two dates is wrong. Organs must publish accurate
information (2007 and 2019 Art 6).

Example
-------
>>> import pendulum
>>> from govdisclosure.model.place import Place
>>> from govdisclosure.model.report import AnnualReport, DateMention
>>> from govdisclosure.rules.rule import Question
>>> def day(text):
...     return DateMention(on=pendulum.parse(text).date(), quote=text, at=Place(start=0, end=0))
>>> report = AnnualReport(year=2010, signed=day("2011-01-10"), published=day("2011-01-14"))
>>> [finding.kind.value for finding in check(Question(report=report))]
['pass']

Not covered
-----------
Which of the two dates is wrong. A day of publication that the page does not call so, or prints differently in two
places, is for review, not a fault. A date that is not printed in full (no year) is not read at all.

中文说明
--------
查落款日期是否晚于网页写明的公布日期。报告不可能先公布后定稿，两个日期必有一个有误，而公开的信息应当准确。不判断错的
是哪一个；公布日期不能确定的，只请人核实。
"""

from collections.abc import Iterator

from govdisclosure.model.report import DateMention
from govdisclosure.rules.citing import accuracy
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.rule import Finding, Question, Rule

__all__ = ["RULE", "check"]


def check(question: Question) -> Iterator[Finding]:
    """Yield one finding."""
    report = question.report
    cites = accuracy(report.year)
    signed, published = report.signed, report.published
    if signed is None or published is None:
        message = Message(
            "落款日期或公布日期缺一，无须核对", "only one of the two dates was read, so there is nothing to compare"
        )
        yield Finding(kind=Kind.NOT_APPLICABLE, message=message, cites=cites, subject="signed_on")
        return
    kind, message = _judge(signed, published, cites[-1].zh, cites[-1].en)
    facts = {"signed_on": signed.on.isoformat(), "published_on": published.on.isoformat()}
    yield Finding(kind=kind, message=message, cites=cites, subject="signed_on", at=signed.at, facts=facts)


def _judge(signed: DateMention, published: DateMention, article_zh: str, article_en: str) -> tuple[Kind, Message]:
    zh, en = f"落款{signed.on}，公布{published.on}", f"signed {signed.on}, published {published.on}"
    if signed.on <= published.on:
        return Kind.PASS, Message(zh, en)
    if not published.sure:
        zh = f"{zh}，落款晚于公布，但公布日期不能确定，请核对"
        return Kind.REVIEW, Message(zh, f"{en}: signed later, but the day of publication is not sure; check")
    zh = f"{zh}，落款晚于公布，两个日期必有一误，与{article_zh}不符，请人工核实"
    return Kind.FAIL, Message(zh, f"{en}: signed later than published, so one date is wrong ({article_en}); check")


RULE = Rule(
    code="DDL102",
    name="deadline.signature.before_publication",
    title=Message("落款不晚于公布", "signed no later than published"),
    level=Level.WARNING,
    kinds=(Kind.PASS, Kind.FAIL, Kind.REVIEW, Kind.NOT_APPLICABLE),
    cites=("regulation-2007:6", "regulation-2019:6"),
    check=check,
)
