"""CLM105 claims.percentage.figures — 占比与所列数字相符 / A printed share agrees with its figures

What it checks
--------------
A share printed beside a part (``35件,占4.34%``) against the part and its total, a share beside a result of requests
(``不予公开35件,占4.34%``) against the requests answered, and a rate against the base printed in its sentence
(``673/707`` right after it, or ``应公开707件,已公开673件``). The printed figure agrees when it is the true one
rounded or cut off at the printed number of decimals. No share may exceed 100 %, and the shares of a list that names
all, or of a row of three or more without figures (``网上占60%,当面占30%,信函占15%``), may not add up to more than 100 %
but for rounding. The articles are those of the report year.

Why
---
What is published must be accurate (2007 Art 6; 2019 Art 6). A share that does not follow from its figures shows
that one of them was left over from an earlier draft.

Example
-------
>>> from decimal import Decimal
>>> from govdisclosure.model.place import Place
>>> from govdisclosure.model.report import AnnualReport, Breakdown, Part
>>> from govdisclosure.rules.rule import Question
>>> at = Place(start=0, end=0)
>>> part = Part(label="予以公开", value=Decimal(258), share=Decimal("0.339"), share_printed="33.9%", at=at)
>>> split = Breakdown(whole=Decimal(805), whole_at=at, kind=None, parts=(part,), exhaustive=False, quote="", at=at)
>>> [f.kind.value for f in check(Question(report=AnnualReport(year=2019, breakdowns=(split,))))]
['fail']

Not covered
-----------
A list without a printed total, and lists with round figures. A share that follows from another total the report
states is for a person to look at, and so is a rate whose base may be meant otherwise. A share of
another organ's or area's total (``占全县…``) is not worked out. A rate without a printed base is CLM101's.

中文说明
--------
查正文中印在分项旁边的占比、比率与所列数字是否相符，以及占比是否超过100%；四舍五入和截尾都算相符。占比与数字不符，
说明其中一个可能是旧稿遗留。没有总数或含约数的不查；按报告中另一个总数计算能相符的，只请人核实；占全县等其他范围的比
例不查。
"""

from collections.abc import Iterator
from decimal import Decimal

import attrs

from govdisclosure.law.provision import Citation
from govdisclosure.model.place import Place
from govdisclosure.model.report import AnnualReport, Breakdown, ClaimKind, Part
from govdisclosure.rules.citing import accuracy
from govdisclosure.rules.claims.bare_shares import bare_shares
from govdisclosure.rules.claims.bases import printed_base
from govdisclosure.rules.claims.figures import Agreement, agreement, is_approximate
from govdisclosure.rules.claims.results import result_shares
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.phrasing import articles, figure, percent, plain
from govdisclosure.rules.rule import Finding, Question, Rule

__all__ = ["RULE", "check"]

_RATES = (ClaimKind.DISCLOSURE_RATE, ClaimKind.ANSWER_RATE, ClaimKind.OTHER_RATE)
_WHOLES = (
    ClaimKind.REQUESTS_RECEIVED,
    ClaimKind.REQUESTS_ANSWERED,
    ClaimKind.REQUESTS_HANDLED,
    ClaimKind.ITEMS_PUBLISHED,
)


def check(question: Question) -> Iterator[Finding]:
    """Work out every share whose figures are printed."""
    report = question.report
    cites = accuracy(report.year)  # 2007 Art 6, 2019 Art 6
    found = [
        finding
        for position, split in enumerate(report.breakdowns, 1)
        if any(part.share is not None for part in split.parts)
        for finding in _list(report, split, f"breakdown:{position}", cites)
    ]
    found += (*_results(report, cites), *_rates(report, cites), *_bare(report, cites))
    yield from found
    if not found:
        message = Message("正文没有可以核对的占比。", "The text prints no share that can be worked out.")
        yield Finding(kind=Kind.NOT_APPLICABLE, message=message, cites=cites, subject="shares")


def _list(report: AnnualReport, split: Breakdown, subject: str, cites: tuple[Citation, ...]) -> Iterator[Finding]:
    whole = None if is_approximate(report, split.whole_at) else split.whole
    notes: list[str] = []
    faulty = False
    for position, part in enumerate(split.parts, 1):
        if part.share is None or (part.share <= 1 and (not whole or is_approximate(report, part.at))):
            continue
        agreed = _agreed(part, whole)
        notes.append(agreed.value)
        if agreed is Agreement.NONE:
            faulty = True
            yield _fault(report, part, whole, f"{subject}:part:{position}", cites)
    total = _total(split)
    if total is not None:
        faulty = True
        yield _over(split, total, subject, cites)
    if faulty:
        return
    facts: dict[str, object] = {"agreement": notes}
    if notes:
        kind, message = (
            Kind.PASS,
            Message(f"{len(notes)}项占比与所列数字相符。", f"{len(notes)} shares agree with their figures."),
        )
    else:
        kind, message = (
            Kind.NOT_APPLICABLE,
            Message("所列占比没有可供计算的总数。", "The shares have no total to be worked out from."),
        )
    yield Finding(kind=kind, message=message, cites=cites, subject=subject, at=split.at, facts=facts if notes else {})


def _results(report: AnnualReport, cites: tuple[Citation, ...]) -> Iterator[Finding]:
    split = result_shares(report)
    if split is None:
        return
    # That the shares are of the requests answered is certain only when one of them is.
    sure = any(_agreed(part, split.whole) is not Agreement.NONE for part in split.parts)
    for finding in _list(report, split, "results", cites):
        doubtful = finding.kind is Kind.FAIL and not sure
        yield attrs.evolve(finding, kind=Kind.REVIEW) if doubtful else finding


def _agreed(part: Part, whole: Decimal | None) -> Agreement:
    if part.share is None or part.share > 1 or not whole:
        return Agreement.NONE
    return agreement(part.share, part.share_printed, part.value, whole)


def _fault(
    report: AnnualReport, part: Part, whole: Decimal | None, subject: str, cites: tuple[Citation, ...]
) -> Finding:
    wholes = {claim.value for claim in report.stating(*_WHOLES) if claim.value} - {whole}
    other = next((w for w in sorted(wholes) if _agreed(part, w) is not Agreement.NONE), None)
    printed = percent(part.share or Decimal(0))
    if not whole or (part.share or 0) > 1:
        facts: dict[str, object] = {"share": printed, "value": figure(part.value)}
        return _failure(
            part.at, (f"占比{printed}超过100%", f"The share {printed} exceeds 100 %"), facts, subject, cites
        )
    ratio, true = f"{plain(part.value)}/{plain(whole)}", percent(part.value / whole)
    facts = {"share": printed, "computed": true, "value": figure(part.value), "whole": figure(whole)}
    if other is None:
        words = (f"印为{printed}，{ratio}应为{true}", f"Printed {printed}; {ratio} is {true}")
        return _failure(part.at, words, facts, subject, cites)
    words = (
        f"印为{printed}，{ratio}为{true}；按报告另列的{plain(other)}计算则相符，占比的基数需写明",
        f"Printed {printed}; {ratio} is {true}, but it is the share of {plain(other)}, stated elsewhere: name the base",
    )
    return _failure(part.at, words, {**facts, "other_whole": figure(other)}, subject, cites, Kind.REVIEW)


def _total(split: Breakdown) -> Decimal | None:
    shares = [part.share for part in split.parts if part.share is not None]
    total = sum(shares, Decimal(0))
    # Half a unit of the last printed place may be added by rounding each share; a whole percent is the coarsest place.
    slack = sum((_step(part) / 2 for part in split.parts if part.share is not None), Decimal(0))
    return total if split.exhaustive and all(s <= 1 for s in shares) and total > 1 + slack else None


def _step(part: Part) -> Decimal:
    _, _, decimals = (part.share_printed or "").partition(".")
    return Decimal(1).scaleb(-2 - min(9, sum(sign.isdigit() for sign in decimals)))


def _over(split: Breakdown, total: Decimal, subject: str, cites: tuple[Citation, ...]) -> Finding:
    printed = percent(total)
    words = (f"各项占比之和为{printed}，超过100%", f"The shares add up to {printed}, more than 100 %")
    return _failure(split.at, words, {"sum": printed}, f"{subject}:total", cites, Kind.REVIEW)


def _bare(report: AnnualReport, cites: tuple[Citation, ...]) -> Iterator[Finding]:
    """Shares in a row without figures, where they add up to more than the whole."""
    listed = [split.at for split in report.breakdowns]
    for position, row in enumerate(bare_shares(report.key), 1):
        known = any(at.start < row.end and row.start < at.end for at in listed)
        if known or not row.excessive:
            continue
        printed = percent(row.total / 100)
        words = (f"各项占比之和为{printed}，超过100%", f"The shares add up to {printed}, more than 100 %")
        at, facts = report.place(row.start, row.end), {"sum": printed}
        yield _failure(at, words, dict[str, object](facts), f"shares:{position}:total", cites, Kind.REVIEW)


def _rates(report: AnnualReport, cites: tuple[Citation, ...]) -> Iterator[Finding]:
    for kind in _RATES:
        for position, claim in enumerate(report.stating(kind), 1):
            base, subject, printed = printed_base(report, claim), f"claim:{kind}:{position}", percent(claim.value)
            if claim.value > 1 and kind is not ClaimKind.OTHER_RATE:
                words = (f"比率{printed}超过100%", f"The rate {printed} exceeds 100 %")
                yield _failure(claim.at, words, {"rate": printed}, subject, cites)
            elif base:
                true, ratio = (
                    percent(base.numerator / base.denominator),
                    f"{plain(base.numerator)}/{plain(base.denominator)}",
                )
                facts: dict[str, object] = {"rate": printed, "computed": true, "agreement": base.agreed.value}
                if base.agreed is Agreement.NONE:
                    words = (f"印为{printed}，{ratio}应为{true}", f"Printed {printed}; {ratio} is {true}")
                    found = Kind.FAIL if base.sure else Kind.REVIEW
                    yield _failure(claim.at, words, facts, subject, cites, found)
                else:
                    message = Message(f"{printed}与{ratio}相符。", f"{printed} agrees with {ratio}.")
                    yield Finding(
                        kind=Kind.PASS, message=message, cites=cites, subject=subject, at=claim.at, facts=facts
                    )


def _failure(  # noqa: PLR0913, PLR0917  the parts of one finding
    at: Place,
    words: tuple[str, str],
    facts: dict[str, object],
    subject: str,
    cites: tuple[Citation, ...],
    kind: Kind = Kind.FAIL,
) -> Finding:
    named = articles(cites)
    message = Message(
        f"{words[0]}。公开的信息应当准确（{named.zh}），请人工核实并更正。",
        f"{words[1]}. What is published must be accurate ({named.en}): check and correct it.",
    )
    return Finding(kind=kind, message=message, cites=cites, subject=subject, at=at, facts=facts)


RULE = Rule(
    code="CLM105",
    name="claims.percentage.figures",
    title=Message("占比与所列数字相符", "A printed share agrees with its figures"),
    level=Level.WARNING,
    kinds=(Kind.PASS, Kind.FAIL, Kind.REVIEW, Kind.NOT_APPLICABLE),
    cites=("regulation-2007:6", "regulation-2019:6"),
    check=check,
)
