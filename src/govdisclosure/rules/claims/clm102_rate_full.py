"""CLM102 claims.rate.full — 百分之百的比率与不予公开、结转数相符 / A rate of 100 % agrees with refusals and carry-over

What it checks
--------------
A disclosure rate or answer rate of 100 % against what the report itself counts: requests refused or refused in part
and items said not to be disclosed, requests carried over, and requests granted or answered against those answered
or due. The articles are those of the report year.

Why
---
The Regulations keep exceptions (2007 Arts 8 and 14; 2019 Arts 13 to 16), so a rate of 100 % is no target of the
law, and beside refusals it contradicts the report's own figures.

Example
-------
>>> from decimal import Decimal
>>> from govdisclosure.model.place import Place
>>> from govdisclosure.model.report import AnnualReport, Claim, ClaimKind
>>> from govdisclosure.rules.rule import Question
>>> at = Place(start=0, end=0)
>>> rate = Claim(kind=ClaimKind.DISCLOSURE_RATE, value=Decimal(1), unit="%", quote="信息公开率100%", at=at)
>>> denied = Claim(kind=ClaimKind.REQUESTS_DENIED, value=Decimal(2), unit="件", quote="不予公开2件", at=at)
>>> [f.kind.value for f in check(Question(report=AnnualReport(year=2010, claims=(rate, denied))))]
['fail']

Not covered
-----------
A rate said only of what is to be disclosed (应公开…, 主动公开率) does not speak of refused requests: it is for a
person to look at, and so is one that leaves refusals out (除…外) or only says what is to be ensured (确保…). A
refusal that is told but not counted as a request refused (``1件因…未予公开``), and a number of documents withheld
(``公文120件,其中不予公开10件``), are matters for a person too. A rate for
a later year is not judged, nor is an on-time rate (按期答复率): it leaves out what is not yet due. Without a count to
compare with, nothing is judged here: CLM101 asks for the base.

中文说明
--------
查公开率、答复率为100%时，报告自己是否又写有不予公开、部分公开、结转下年或尚未答复的申请。法规本来就规定了不予公
开的例外，有不予公开而称100%，与报告自己的数字矛盾。只说“应公开的”或按期答复的比率，以及其他年度的比率，不按矛
盾处理；没有数字可比的不判断，由CLM101请补充口径。
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import TypeAlias

from govdisclosure.law.provision import Citation
from govdisclosure.model.report import AnnualReport, Breakdown, Claim, ClaimKind, Part
from govdisclosure.rules.citing import exceptions
from govdisclosure.rules.claims.figures import Stated, sentence_of
from govdisclosure.rules.claims.rate_words import EXCEPTED, OF_SOME, is_later
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.phrasing import articles, figure
from govdisclosure.rules.rule import Finding, Question, Rule

__all__ = ["RULE", "check"]

_LIMITED = re.compile(r"应当?(?:予)?(?:主动)?公开|主动公开率|法定公开|可公开")
# A rate of everything the organ holds; a rate of permits, accounts or villages is another matter.
_OF_ALL = re.compile(
    r"(?:政府信息|政务信息|我[局委办镇乡县市区]信息|(?<![一-鿿])信息|全部信息|所有信息)(?:主动)?公开[率面]"
)
_ON_TIME = re.compile(r"(?:按期|按时|及时|限时|如期|限期|期限内)[^,。]{0,8}(?:答复|办[结理]|回复)")
# A number and, in its clause or in one that gives the reason, that so many were withheld; nothing there takes it back.
_TAKEN_BACK = r"(?!没有(?!予以)|不存在|未(?!予|能)|均予|全部予|[无对])"
_BETWEEN = rf"(?:{_TAKEN_BACK}[^,。;\d]){{0,30}}?"
_TOLD = re.compile(
    rf"([1-9]\d{{0,4}})(?:条次|件次|[件条项份例宗起])(?:{_BETWEEN}|,(?=因|经|由于|属|涉){_BETWEEN},?(?:依法|决定){{0,2}}+)"
    r"(?:(?:未予|未能?予以|没有予以)公开|(?:不予|拒绝|不宜|免予)公开(?!的?(?:情[况形]|问题|理由|原因|范围|规定|现象)))"
    r"(?![^,。;\d]{0,10}[1-9])|"
    r"(?:不予|拒绝|免予|未予)公开(?:的|政府|文件|信息|公文|申请|共|计|有|为|答复){0,4}+([1-9]\d{0,4})[件条项份例宗起]"
)
_WITHHELD = re.compile(r"不予?公开|未予?公开")
_Verdict: TypeAlias = tuple[Kind, str, Decimal]

_OF_REQUESTS = (ClaimKind.REQUESTS_RECEIVED, ClaimKind.REQUESTS_ANSWERED, ClaimKind.REQUESTS_HANDLED)
_RATES = (ClaimKind.DISCLOSURE_RATE, ClaimKind.ANSWER_RATE)


def check(question: Question) -> Iterator[Finding]:
    """Compare rates of 100 % with refusals and carry-over."""
    report = question.report
    cites = exceptions(report.year)  # 2007 Arts 8 and 14, 2019 Arts 13 to 16
    judged, stated = False, Stated(report)
    withheld = max(_withheld(report), default=None)
    for kind in _RATES:
        for position, claim in enumerate(report.stating(kind), 1):
            if claim.value != 1 or is_later(report, claim):
                continue
            judged = True
            judge = _disclosure if kind is ClaimKind.DISCLOSURE_RATE else _answer
            yield _finding(claim, judge(stated, claim, withheld), f"claim:{kind}:{position}", cites)
    if not judged:
        message = Message(
            "报告没有陈述100%的公开率或答复率。", "The report states no disclosure or answer rate of 100 %."
        )
        yield Finding(kind=Kind.NOT_APPLICABLE, message=message, cites=cites, subject="rates")


def _disclosure(stated: Stated, claim: Claim, denied: Decimal | None) -> _Verdict:
    partly = stated.largest(ClaimKind.REQUESTS_PARTLY_GRANTED)
    granted, answered = stated.one(ClaimKind.REQUESTS_GRANTED), stated.one(ClaimKind.REQUESTS_ANSWERED)
    words = sentence_of(stated.report, claim)
    if refused := denied or _told(stated.report):
        return _beside_refusals(words, counted=bool(denied)), "denied", refused
    if partly:
        return Kind.REVIEW, "partly_granted", partly
    if granted is not None and answered and granted != answered:
        return Kind.REVIEW, "not_granted", abs(answered - granted)
    if denied is not None or partly is not None or (granted and answered):
        return Kind.PASS, "denied", Decimal(0)
    return Kind.NOT_APPLICABLE, "", Decimal(0)


def _told(report: AnnualReport) -> Decimal | None:
    """What is told in words that state no count of requests refused: 其中1件因…未予公开, a document withheld."""
    listed = [part.value for split in report.breakdowns for part in _parts_withheld(split) if part.value]
    told = _TOLD.search(report.key)
    return max(listed, default=Decimal(told[1] or told[2]) if told else None)


def _beside_refusals(words: str, *, counted: bool) -> Kind:
    """A rate of 100 % beside refusals: contradicted only where it is said of all the organ's information."""
    if OF_SOME.search(words):
        return Kind.NOT_APPLICABLE
    sure = counted and _OF_ALL.search(words) and not _LIMITED.search(words) and not EXCEPTED.search(words)
    return Kind.FAIL if sure else Kind.REVIEW


def _answer(stated: Stated, claim: Claim, _denied: Decimal | None) -> _Verdict:
    if _ON_TIME.search(sentence_of(stated.report, claim)):
        return Kind.NOT_APPLICABLE, "", Decimal(0)
    carried = stated.one(ClaimKind.REQUESTS_CARRIED_OUT)
    received, answered = stated.one(ClaimKind.REQUESTS_RECEIVED), stated.one(ClaimKind.REQUESTS_ANSWERED)
    if carried:
        return Kind.REVIEW, "carried_out", carried
    due = (received or 0) + (stated.one(ClaimKind.REQUESTS_CARRIED_IN) or 0)
    if received is not None and answered is not None and answered < due:
        return Kind.REVIEW, "unanswered", due - answered
    if carried is not None or (received and answered is not None):
        return Kind.PASS, "carried_out", Decimal(0)
    return Kind.NOT_APPLICABLE, "", Decimal(0)


def _withheld(report: AnnualReport) -> Iterator[Decimal]:
    yield from (claim.value for claim in report.stating(ClaimKind.REQUESTS_DENIED))
    yield from (part.value for b in report.breakdowns if b.kind in _OF_REQUESTS for part in _parts_withheld(b))


def _parts_withheld(split: Breakdown) -> Iterator[Part]:
    return (part for part in split.parts if _WITHHELD.search(part.label))


_NAMES = {
    "denied": ("不予公开", "not disclosed"),
    "partly_granted": ("部分公开", "disclosed in part"),
    "not_granted": ("答复而未予公开", "answered but not granted"),
    "carried_out": ("结转下年", "carried over to the next year"),
    "unanswered": ("收到（含上年结转）而未答复", "received or carried in but not answered"),
}


def _finding(claim: Claim, verdict: _Verdict, subject: str, cites: tuple[Citation, ...]) -> Finding:
    kind, name, value = verdict
    facts: dict[str, object] = {"rate": "100%"}
    if kind is Kind.NOT_APPLICABLE:
        message = Message(
            "100%：报告没有可与这一比率比较的数字。", "100 %: the report has no count to compare this rate with."
        )
    elif kind is Kind.PASS:
        message = Message(
            "100%：与报告自身的申请办理数字相符。", "100 % agrees with the report's own counts of requests."
        )
    else:
        (zh, en), named = _NAMES[name], articles(cites)
        facts[name] = figure(value)
        relation = "不符" if kind is Kind.FAIL else "可能不符"
        message = Message(
            f"100%与本报告所列{zh}{figure(value)}件{relation}。条例规定有不予公开的情形（{named.zh}），"
            "请人工核实，更正数字或写明这一比率的计算口径。",
            f"100 %, but the report itself counts {figure(value)} {en}. The Regulation keeps exceptions ({named.en}): "
            "correct the figure, or say what the rate is a share of.",
        )
    return Finding(kind=kind, message=message, cites=cites, subject=subject, at=claim.at, facts=facts)


RULE = Rule(
    code="CLM102",
    name="claims.rate.full",
    title=Message("百分之百的比率与不予公开、结转数相符", "A rate of 100 % agrees with refusals and carry-over"),
    level=Level.WARNING,
    kinds=(Kind.PASS, Kind.FAIL, Kind.REVIEW, Kind.NOT_APPLICABLE),
    cites=(
        "regulation-2007:8",
        "regulation-2007:14",
        "regulation-2019:13",
        "regulation-2019:14",
        "regulation-2019:15",
        "regulation-2019:16",
    ),
    check=check,
)
