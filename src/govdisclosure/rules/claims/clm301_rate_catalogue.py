"""CLM301 claims.rate.catalogue — 公开率和公开条数与目录一致 / Rate and items published agree with the catalogue

What it checks
--------------
A disclosure rate that the report states, against the rate worked out from the organ's catalogue for the items made or
changed in the report's year; and the number of items published, against those with a day of publication in the year.
As no law defines the rate, it may be the share of what must be published and is due, of all that must be published, or
of all items of the year, at the end of the year or on the day of the report: if one of these agrees at the printed
number of decimals, the claim agrees. It runs only with the catalogue.

Why
---
What is published must be accurate (2007 and 2019 Art 6). A rate of 100 % beside items that must be published, whose
term of 20 working days was over and that were not published, is not.

Example
-------
>>> from decimal import Decimal
>>> import pendulum
>>> from govdisclosure.model.item import Item, Publicity
>>> from govdisclosure.model.place import Place
>>> from govdisclosure.model.register import Catalogue
>>> from govdisclosure.model.report import AnnualReport, Claim, ClaimKind
>>> from govdisclosure.rules.rule import Question
>>> at, kind = Place(start=0, end=0), ClaimKind.DISCLOSURE_RATE
>>> rate = Claim(kind=kind, value=Decimal(1), unit="%", quote="信息公开率100%", at=at, printed="100%")
>>> item = Item(id="A1", made_on=pendulum.Date(2023, 3, 1), publicity=Publicity.PROACTIVE)
>>> asked = Question(report=AnnualReport(year=2023, claims=(rate,)), items=Catalogue(items=(item,)))
>>> [(f.kind.value, f.facts["missing"]) for f in check(asked)]
[('fail', ['A1'])]

Not covered
-----------
A rate of requests, of permits, accounts or villages, of a part of the year or a later one. Any other difference than
100 % beside missing items is for a person, for the report may count otherwise; so is a number of items published. A
catalogue of another organ or of other years is not compared.

中文说明
--------
查正文所写的公开率，是否等于按目录算出的当年信息公开率；主动公开条数，是否等于目录中当年公布的条数。法规没有规定公开率
怎么算，按到期应公开的、应公开的、全部信息为分母，或以年末、公布报告之日为准，有一种相符即为相符。写100%而目录有到期应公
开而未公开的，予以指出并列出索引号；其他不符的只请人核实。申请、许可、预决算等单项的公开率不比较。
"""

from collections.abc import Iterator
from decimal import Decimal

from govdisclosure.law.provision import Citation
from govdisclosure.model.report import AnnualReport, Claim, ClaimKind, ClaimScope
from govdisclosure.rules.citing import accuracy
from govdisclosure.rules.claims.books import Match, comparable, entry_words
from govdisclosure.rules.claims.catalogued import ItemsOfYear, items_of_year, numbers_published
from govdisclosure.rules.claims.figures import Agreement, agreement, sentence_of
from govdisclosure.rules.claims.rate_words import EXCEPTED, OF_SOME, is_later
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.phrasing import articles, figure, percent
from govdisclosure.rules.rule import Finding, Question, Rule

__all__ = ["RULE", "check"]


def check(question: Question) -> Iterator[Finding]:
    """Compare each rate, and each number of items published, with the catalogue."""
    report, catalogue = question.report, question.items
    cites = accuracy(report.year)  # 2007 and 2019 Art 6
    if catalogue is None:
        return
    match = comparable(report, catalogue, "claims", cites)
    if isinstance(match, Finding):
        yield match
        return
    year = items_of_year(report, catalogue)
    found = [*_rates(report, year, match, cites), *numbers_published(report, catalogue, match, cites)]
    yield from found
    if not found:
        message = Message(
            "正文没有可与目录核对的公开率或公开条数", "the prose has no rate or number to compare with it"
        )
        yield Finding(kind=Kind.NOT_APPLICABLE, message=message, cites=cites, subject="claims")


def _rates(report: AnnualReport, year: ItemsOfYear, match: Match, cites: tuple[Citation, ...]) -> Iterator[Finding]:
    for number, claim in enumerate(report.stating(ClaimKind.DISCLOSURE_RATE), 1):
        words = sentence_of(report, claim)
        apart = "申请" in words or OF_SOME.search(words) or is_later(report, claim)
        if apart or claim.approximate or claim.scope is ClaimScope.PART:
            continue
        subject, shares = f"rate:{number}", [(top, whole) for top, whole in year.shares() if whole]
        agreed = next((one for one in shares if _agrees(claim, one)), None)
        if not shares:
            yield _empty(claim, report, subject, cites)
        elif agreed is not None:
            yield _same(claim, agreed, subject, cites)
        else:
            sure = claim.value == 1 and claim.scope is ClaimScope.ALL and not EXCEPTED.search(words)
            yield _other(claim, year, subject, cites, match, sure=sure)


def _agrees(claim: Claim, share: tuple[int, int]) -> bool:
    part, whole = share
    if claim.value == 1:
        return part == whole
    return agreement(claim.value, claim.printed, Decimal(part), Decimal(whole)) is not Agreement.NONE


def _same(claim: Claim, share: tuple[int, int], subject: str, cites: tuple[Citation, ...]) -> Finding:
    part, whole = share
    message = Message(
        f"{percent(claim.value)}：与目录相符（{part}/{whole}）",
        f"{percent(claim.value)} agrees with the catalogue ({part} of {whole})",
    )
    facts = {"printed": figure(claim.value), "numerator": part, "denominator": whole}
    return Finding(kind=Kind.PASS, message=message, cites=cites, subject=subject, at=claim.at, facts=facts)


def _other(  # noqa: PLR0913  what is said of one rate
    claim: Claim, year: ItemsOfYear, subject: str, cites: tuple[Citation, ...], match: Match, *, sure: bool
) -> Finding:
    # The day that is kindest to the report: what was published until it appeared is not missing.
    stand, named = year.stood[-1], articles(cites)
    ids, missing = entry_words([one.item.id for one in stand.missing]), len(stand.missing)
    rate = percent(stand.rate) if stand.rate is not None else "—"
    certain = sure and any(one.duty.sure for one in stand.missing) and not match.renamed.zh
    zh, en = (f"，未公布{missing}条（{ids.zh}）", f", {missing} are not ({ids.en})") if missing else ("", "")
    return Finding(
        kind=Kind.FAIL if certain else Kind.REVIEW,
        message=Message(
            f"{percent(claim.value)}与{rate}：报告所写公开率为{percent(claim.value)}，按目录到期应当公开的"
            f"{stand.denominator}条中已公布{stand.numerator}条{zh}。{match.renamed.zh}公开的信息应当准确"
            f"（{named.zh}），请人工核实，更正数字或写明计算口径。",
            f"{percent(claim.value)} and {rate}: the report states a rate of {percent(claim.value)}; by the catalogue "
            f"{stand.numerator} of {stand.denominator} items due are published{en}. {match.renamed.en}What is "
            f"published must be accurate ({named.en}): correct the figure, or say what it is a share of.",
        ),
        cites=cites,
        subject=subject,
        at=claim.at,
        facts={"printed": figure(claim.value), "items": len(year.items), **stand.facts},
    )


def _empty(claim: Claim, report: AnnualReport, subject: str, cites: tuple[Citation, ...]) -> Finding:
    return Finding(
        kind=Kind.OPEN,
        message=Message(
            f"{percent(claim.value)}：目录没有{report.year}年形成的信息，公开率不能核对；请补全目录",
            f"{percent(claim.value)}: the catalogue has no item made in {report.year}, so the rate was not compared",
        ),
        cites=cites,
        subject=subject,
        at=claim.at,
        facts={"printed": figure(claim.value)},
        needs=("items",),
    )


RULE = Rule(
    code="CLM301",
    name="claims.rate.catalogue",
    title=Message("公开率和公开条数与目录一致", "Rate and items published agree with the catalogue"),
    level=Level.WARNING,
    kinds=(Kind.PASS, Kind.FAIL, Kind.REVIEW, Kind.OPEN, Kind.NOT_APPLICABLE),
    cites=("regulation-2007:6", "regulation-2019:6"),
    beside="items",
    check=check,
)
