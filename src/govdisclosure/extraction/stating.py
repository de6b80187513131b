"""Making a claim of words in a sentence."""

import re
from decimal import Decimal

import attrs

from govdisclosure.documents.document import Document
from govdisclosure.extraction.sentences import Sentence
from govdisclosure.model.report import Claim, ClaimKind, ClaimScope, Content

__all__ = [
    "DISCLOSURE",
    "OTHERS",
    "REMEDIES",
    "REQUESTS",
    "UNTIL",
    "Statement",
    "clause_start",
    "make_claim",
    "of_another_year",
    "of_part_of_the_year",
]

DISCLOSURE = re.compile(r"公开|依申请|政务信息|政府信息")
"""Words that show that a sentence speaks of disclosure."""

REQUESTS = frozenset({Content.REQUESTS})
REMEDIES = frozenset({Content.REMEDIES, Content.REQUESTS})

OTHERS = re.compile(
    r"全[省市县区](?!局)|[我本][省市县区州盟旗][一-鿿]{2,6}?(?<!公开|信息|管理|发布|办公)系统|各(?:乡镇|部门|单位|街道|县|区|委办局)|上级|下属|所属|直属|下辖|[省市县]政府(?!网|门户|信息)"
)
"""Words for organs that are not the one that reports."""

_TIME = re.compile(
    r"(?<![\[比较至到])(?P<year>20\d\d)年(?!度?结转|度?(?:工作)?要点|度?相比|度?同期)|"
    r"(?<![比较与同和])(?P<past>去年|上年(?!度?结转)|上一年度?(?!结转)|往年)(?!同期|相比|度?末)|(?P<now>今年|本年|全年|年内)"
)
UNTIL = re.compile(r"截至|截止|[到至]20\d\d年")
"""Words for a running total up to a day."""

_PART_OF_YEAR = re.compile(
    r"[上下]半年|前[二两三]个?季度|(?<![至到、和及\-—~])第?[一二三四1-4]季度|[一1][至到\-—~][二三23]季度|"
    r"(?<![\d至到\-—~])(?!1月?份?[至到\-—~]{1,2}12月)(?:\d{1,2}月?[至到\-—~]{1,2})?\d{1,2}月(?!\d|底|末)"
)
_ALL_YEAR = re.compile(r"全年|今年以来|上半年[^,;]{0,4}下半年|上[、和及]下半年|[一1][、至到\-—~][^,;]{0,6}[四4]季度")


@attrs.frozen(kw_only=True)
class Statement:
    """What a run of words in a sentence states: the fields of a claim, and the run.

    Attributes:
        until: True for a figure up to a day (截至2010年底) that may be a running total or the year's.
        plain: True for a count of requests that no words near it divide by subject, channel, applicant or time.
        figure: Where the figure stands in the sentence; ``None`` where words say it without one.
    """

    kind: ClaimKind
    value: Decimal
    start: int
    end: int
    unit: str | None = None
    printed: str | None = None
    approximate: bool = False
    whole: bool = False
    until: bool = False
    plain: bool = False
    figure: tuple[int, int] | None = None
    scope: ClaimScope = ClaimScope.ALL


def make_claim(document: Document, sentence: Sentence, statement: Statement) -> Claim:
    """The claim of a statement, with its quotation and place."""
    first, last = sentence.span(statement.start, max(statement.end, statement.start + 1))
    return Claim(
        kind=statement.kind,
        value=statement.value,
        unit=statement.unit,
        quote=document.quote(first, last),
        at=document.place(first, last),
        printed=statement.printed,
        approximate=statement.approximate,
        whole=statement.whole,
        scope=statement.scope,
    )


def of_another_year(ahead: str, year: int | None) -> bool:
    """True when the last time named in the words ahead is another year; 截至 names no year of its own."""
    times = list(_TIME.finditer(ahead))
    if not times or times[-1]["now"] or UNTIL.search(ahead):
        return False
    return times[-1]["past"] is not None or (year is not None and int(times[-1]["year"]) != year)


def of_part_of_the_year(ahead: str) -> bool:
    """True when the clause that the words ahead end in, or 上半年, right before it, names a part of the year."""
    start = clause_start(ahead, len(ahead))
    before = ahead[clause_start(ahead, max(0, start - 1)) : max(0, start - 1)]
    if _ALL_YEAR.search(before + ahead[start:]):
        return False
    if _PART_OF_YEAR.search(ahead, start):
        return True
    return any(match.end() >= len(before) - 1 for match in _PART_OF_YEAR.finditer(before))


def clause_start(text: str, position: int) -> int:
    """Where the clause around a position begins: after the comma, semicolon or colon before it."""
    return max(text.rfind(sign, 0, position) for sign in ",;:") + 1
