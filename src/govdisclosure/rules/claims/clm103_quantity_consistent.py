"""CLM103 claims.quantity.consistent — 同一数量前后一致 / One quantity has one value throughout

What it checks
--------------
Quantities the text states as a total (``共…件``, ``全年…件``, ``未收到…``) more than once: the values must agree.
Money is compared in yuan; 件 and 条 of published items are counted apart. A round figure (``260余件``) agrees with
an exact one that is not below it and not above its double. The articles are those of the report year.

Why
---
Two totals for one thing cannot both be accurate (2007 Art 6; 2019 Art 6). None in one place and some in another is
the gravest case: one of the two passages comes from another report.

Example
-------
>>> from decimal import Decimal
>>> from govdisclosure.model.place import Place
>>> from govdisclosure.model.report import AnnualReport, Claim, ClaimKind
>>> from govdisclosure.rules.rule import Question
>>> def received(n, quote):
...     at = Place(start=0, end=0)
...     return Claim(kind=ClaimKind.REQUESTS_RECEIVED, value=Decimal(n), unit="件", quote=quote, at=at, whole=True)
>>> pair = received(3, "全年共收到申请3件"), received(5, "全年共收到申请5件")
>>> [f.kind.value for f in check(Question(report=AnnualReport(year=2010, claims=pair)))]
['fail']

Not covered
-----------
Rates, cumulative figures, figures said of another year, counts that are not stated as totals, and fees of two names.
Two sentences that are not the same but for their figures, or that stand beside words of scope (本级, 全市, 其中), may
speak of different circles: then a person must look.

中文说明
--------
查正文中作为总数陈述的同一数量（如收到申请件数）前后是否一致。同一数量有两个总数，不可能都准确；一处为无、一处为有的
最严重，其中一处可能来自别的报告。不查比率、累计数、其他年度的数字和没有作为总数陈述的数字；统计范围可能不同的只请人
核实；不与表格比较。
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from govdisclosure.law.provision import Citation
from govdisclosure.law.vocabulary import SINGLE_FEE
from govdisclosure.model.report import AnnualReport, Claim, ClaimKind
from govdisclosure.rules.citing import accuracy
from govdisclosure.rules.claims.figures import sentence_of
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.phrasing import articles, figure, plain
from govdisclosure.rules.prose import sentence
from govdisclosure.rules.rule import Finding, Question, Rule
from govdisclosure.text.normalise import fold

__all__ = ["RULE", "check"]

_NOT_ONE_QUANTITY = (
    ClaimKind.DISCLOSURE_RATE,
    ClaimKind.ANSWER_RATE,
    ClaimKind.OTHER_RATE,
    ClaimKind.ITEMS_PUBLISHED_CUMULATIVE,
    ClaimKind.REQUESTS_RECEIVED_CUMULATIVE,
)
_SCOPE = re.compile(
    r"本级|机关|乡镇|街道|部门|单位|直属|下属|系统|[区县市]直|其中|网站|平台|公报|微信|微博|网上|信函|当面|全[省市县区州镇乡]|本[局委办]"
)
_BEFORE = 40
_FIGURES = re.compile(r"[\d〇一二两三四五六七八九十百千万亿,.:;、\s年月日共余多约件条份项篇宗起例个次元]|未|没有|无")


def check(question: Question) -> Iterator[Finding]:
    """Compare the totals stated for one quantity."""
    report = question.report
    cites = accuracy(report.year)  # 2007 Art 6, 2019 Art 6
    compared = False
    for kind in ClaimKind:
        if kind in _NOT_ONE_QUANTITY:
            continue
        wholes = [c for c in report.stating(kind) if c.whole]
        for unit, claims in _by_unit(kind, [c for c in wholes if not _are_two_fees(wholes[0], c)]):
            if len(claims) > 1:
                compared = True
                yield _judge(report, claims, f"quantity:{kind}:{unit}" if unit else f"quantity:{kind}", cites)
    if not compared:
        message = Message(
            "正文中没有两次作为总数陈述的同一数量，无需比较。",
            "No quantity is stated as a total twice in the prose, so there is nothing to compare.",
        )
        yield Finding(kind=Kind.NOT_APPLICABLE, message=message, cites=cites, subject="quantities")


def _by_unit(kind: ClaimKind, claims: Iterable[Claim]) -> Iterator[tuple[str, list[Claim]]]:
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        apart = kind is ClaimKind.ITEMS_PUBLISHED or claim.unit == "人次"
        groups.setdefault(claim.unit or "" if apart else "", []).append(claim)
    # A total of none has no unit to be told apart by.
    none = groups.pop("", []) if kind is ClaimKind.ITEMS_PUBLISHED and len(groups) > 0 else []
    yield from ((unit, sorted(group + none, key=lambda c: c.at.start)) for unit, group in groups.items())


def _judge(report: AnnualReport, claims: list[Claim], subject: str, cites: tuple[Citation, ...]) -> Finding:
    exact = [c for c in claims if not c.approximate]
    first = exact[0] if exact else claims[0]
    others = [c for c in claims if not _agree(first, c)]
    values = [figure(_value(c)) for c in claims]
    if not others:
        message = Message(
            f"{plain(_value(first))}：正文{len(claims)}处陈述一致。",
            f"{plain(_value(first))}: stated {len(claims)} times in the prose, the same.",
        )
        facts: dict[str, object] = {"values": values}
        return Finding(kind=Kind.PASS, message=message, cites=cites, subject=subject, at=claims[-1].at, facts=facts)
    other, named = others[0], articles(cites)
    zero = not _value(first) or not _value(other)
    scoped = _is_scoped(report, first) or _is_scoped(report, other)
    # Two figures of one sentence are set side by side on purpose.
    beside = bool(report.text) and sentence(report, first.at) == sentence(report, other.at)
    same = not scoped and not beside and _subject(report, first) == _subject(report, other)
    one, two = plain(_value(first)), plain(_value(other))
    action_zh, action_en = (
        ("请人工核实并更正", "check and correct it")
        if same
        else (
            "请人工核实：统计范围不同的请写明，相同的请更正",
            "check: say so where they count different circles, correct it where they count one",
        )
    )
    return Finding(
        kind=Kind.FAIL if same else Kind.REVIEW,
        message=Message(
            f"{one}与{two}：同一数量前后两处不同{'（一处为无，一处为有）' if zero else ''}。"
            f"公开的信息应当准确（{named.zh}），{action_zh}。",
            f"{one} and {two}: one quantity is stated with two values{', none and some' if zero else ''}. "
            f"What is published "
            f"must be accurate ({named.en}): {action_en}.",
        ),
        cites=cites,
        subject=subject,
        at=other.at,
        level=Level.NOTE if (scoped or beside) and not zero else None,
        facts={"values": values, "zero_and_positive": zero, "first_line": first.at.line, "other_line": other.at.line},
    )


def _value(claim: Claim) -> Decimal:
    return claim.value * 10_000 if claim.unit == "万元" else claim.value


def _agree(first: Claim, other: Claim) -> bool:
    if first.approximate == other.approximate:
        return _value(first) == _value(other)
    exact, rough = (other, first) if first.approximate else (first, other)
    return _value(rough) <= _value(exact) <= 2 * _value(rough)


def _are_two_fees(first: Claim, other: Claim) -> bool:
    """True for two fees by name, 检索费 and 复制费: neither is the sum of what was charged."""
    one, two = SINGLE_FEE.search(fold(first.quote)), SINGLE_FEE.search(fold(other.quote))
    return one is not None and two is not None and one.group() != two.group()


def _is_scoped(report: AnnualReport, claim: Claim) -> bool:
    start, _ = sentence(report, claim.at)
    return _SCOPE.search(report.key[max(0, start - _BEFORE) : start] + sentence_of(report, claim)) is not None


def _subject(report: AnnualReport, claim: Claim) -> str:
    return _FIGURES.sub("", sentence_of(report, claim))


RULE = Rule(
    code="CLM103",
    name="claims.quantity.consistent",
    title=Message("同一数量前后一致", "One quantity has one value throughout"),
    level=Level.WARNING,
    kinds=(Kind.PASS, Kind.FAIL, Kind.REVIEW, Kind.NOT_APPLICABLE),
    cites=("regulation-2007:6", "regulation-2019:6"),
    check=check,
)
