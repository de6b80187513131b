"""CLM101 claims.rate.base — 比率应有分子分母 / A rate has a numerator and a denominator

What it checks
--------------
Every rate of disclosure (信息公开率), of answered requests (答复率, 办结率) and of a matter that names 公开,
目录 or 指南 (目录更新率). It looks for the two figures in the rate's own sentence
(``673/707``, ``应公开707件,已公开673件``) and, for requests, among the counts the report states elsewhere. The
number of items published is no base: it does not say how many there were to publish. The articles are those of the
report year.

Why
---
No Regulation and no official form defines a 公开率; a bare "100%" can be neither checked nor compared. What is
published must be accurate (2007 Art 6; 2019 Art 6).

Example
-------
>>> from decimal import Decimal
>>> from govdisclosure.model.place import Place
>>> from govdisclosure.model.report import AnnualReport, Claim, ClaimKind
>>> from govdisclosure.rules.rule import Question
>>> at = Place(start=2, end=9)
>>> rate = Claim(kind=ClaimKind.DISCLOSURE_RATE, value=Decimal(1), unit="%", quote="公开率100%", at=at)
>>> [f.kind.value for f in check(Question(report=AnnualReport(year=2010, text="信息公开率100%。", claims=(rate,))))]
['review']

Not covered
-----------
Whether the base is the right one. A rate that disagrees with the base printed beside it is CLM105's; a rate of 100 %
against refusals is CLM102's. A rate of the third sort is asked for its base with the level ``note``.
Rates of anything else (满意率, 电子化率, 办结率 of permits) are not read.

中文说明
--------
查信息公开率、答复率等比率是否写明分子和分母，或者能否用报告中的其他数字复算。法规和官方格式都没有规定“公开率”，只
写“100%”无法核对，也无法比较。不判断分母选得对不对；比率与所列数字不符由CLM105查，100%与不予公开相矛
盾由CLM102查；满意率等其他比率不查。
"""

from collections.abc import Iterator

from govdisclosure.law.provision import Citation
from govdisclosure.model.report import Claim, ClaimKind
from govdisclosure.rules.citing import accuracy
from govdisclosure.rules.claims.bases import Base, counted_base, printed_base
from govdisclosure.rules.claims.figures import Agreement, Stated
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.phrasing import articles, figure, percent, plain
from govdisclosure.rules.rule import Finding, Question, Rule

__all__ = ["RULE", "check"]

_RATES = (ClaimKind.DISCLOSURE_RATE, ClaimKind.ANSWER_RATE, ClaimKind.OTHER_RATE)


def check(question: Question) -> Iterator[Finding]:
    """Ask every rate for its base."""
    report = question.report
    cites = accuracy(report.year)  # 2007 Art 6, 2019 Art 6
    if not report.stating(*_RATES):
        message = Message(
            "报告正文没有陈述公开率、答复率，无需核对。", "The report states no rate of disclosure or of answers."
        )
        yield Finding(kind=Kind.NOT_APPLICABLE, message=message, cites=cites, subject="rates")
    stated = Stated(report)
    for kind in _RATES:
        for position, claim in enumerate(report.stating(kind), 1):
            base = printed_base(report, claim) or counted_base(stated, claim)
            subject = f"claim:{kind}:{position}"
            yield _judge(claim, base, subject, cites) if base else _without(claim, subject, cites)


def _judge(claim: Claim, base: Base, subject: str, cites: tuple[Citation, ...]) -> Finding:
    printed = f"{plain(base.numerator)}/{plain(base.denominator)}"
    facts = {
        "rate": percent(claim.value),
        "numerator": figure(base.numerator),
        "denominator": figure(base.denominator),
        "agreement": base.agreed.value,
    }
    if base.agreed is Agreement.NONE:
        kind = Kind.NOT_APPLICABLE
        message = Message(
            f"{percent(claim.value)}：印有基数{printed}；两者是否相符由CLM105核对。",
            f"{percent(claim.value)}: the base {printed} is printed; whether they agree is CLM105's question.",
        )
    else:
        kind = Kind.PASS
        message = Message(
            f"{percent(claim.value)}：可由{printed}复算，相符。",
            f"{percent(claim.value)} can be worked out from {printed} and agrees.",
        )
    return Finding(kind=kind, message=message, cites=cites, subject=subject, at=claim.at, facts=facts)


def _without(claim: Claim, subject: str, cites: tuple[Citation, ...]) -> Finding:
    named, rate = articles(cites), percent(claim.value)
    return Finding(
        kind=Kind.REVIEW,
        message=Message(
            f"{rate}：没有写明分子和分母，报告中的其他数字也不能复算。公开的信息应当准确（{named.zh}），请人工核实，"
            "并写明计算口径（如应公开多少件、已公开多少件）；无法写明的，建议不用这一比率。",
            f"{rate}: no numerator and denominator, and no other figure of the report gives them. What is "
            f"published must "
            f"be accurate ({named.en}). State both figures, or leave the rate out.",
        ),
        cites=cites,
        subject=subject,
        at=claim.at,
        level=Level.NOTE if claim.kind is ClaimKind.OTHER_RATE else None,
        facts={"rate": rate},
        needs=("numerator", "denominator"),
    )


RULE = Rule(
    code="CLM101",
    name="claims.rate.base",
    title=Message("比率应有分子分母", "A rate has a numerator and a denominator"),
    level=Level.WARNING,
    kinds=(Kind.PASS, Kind.REVIEW, Kind.NOT_APPLICABLE),
    cites=("regulation-2007:6", "regulation-2019:6"),
    check=check,
)
