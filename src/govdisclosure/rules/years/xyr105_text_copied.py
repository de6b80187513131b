"""XYR105 years.text.copied — 文字与上年度报告雷同 / text taken over from last year's report

What it checks
--------------
The running text, sentence by sentence, against that of the report on the year before: white space, widths and the years
themselves make no difference. Where more than half of its characters stand in sentences of 20 or more characters that
last year's report has word for word, the three longest passages are shown with their places in both. A figure in such
a sentence that this year's table does not bear out, though it changed since last year, is shown on its own. It runs
only with the report of the year before.

Why
---
A report copied from the year before says nothing of its year, and its figures are often last year's too. The notice of
2021 warns against reports that are alike; a local scoring rule draws the line at half. What is published must be
accurate (2007 Art 6; 2019 Art 6).

Example
-------
>>> from govdisclosure.model.agency import Agency
>>> from govdisclosure.model.report import AnnualReport
>>> from govdisclosure.rules.rule import Question
>>> words = "我局把信息公开列入重点工作，由办公室牵头，各科室每月报送一次，分管领导逐件审核后发布。" * 6
>>> def on(year):
...     return AnnualReport(agency=Agency(name="青石县水利局"), year=year, text=f"{year}年工作。{words}")
>>> [finding.kind.value for finding in check(Question(report=on(2012), previous=on(2011)))]
['review']

Not covered
-----------
Sentences that are rightly the same each year: the legal basis, the period, the list of parts, addresses, and statements
that there was none of something; they count on neither side. Sentences of which a few words were changed. The line at
half is deduced from a local rule, so nothing here is ever more than a review. Text under 200 characters is not judged.

中文说明
--------
查正文与上年度报告相同的程度，逐句比较，空白、全半角和年份的差别不计。二十字以上且与上年完全相同的句子合计超过正
文一半的，列出最长的三段及其在两年中的位置；相同的句子里的数字与本年表内数字不符、而表内数字与上年不同的，另行列
出。照抄上年的报告说不出本年的情况，数字也常是上年的。一半的界线取自地方评分办法，是推断，所以只请人核实。依据、
统计期限、各部分名称、联系方式和“未发生”之类的陈述每年本应相同，不算。
"""

from bisect import bisect_right
from collections.abc import Iterator
from decimal import Decimal
from heapq import nlargest

from govdisclosure.law.provision import Citation, Evidence
from govdisclosure.model.forms import TableName
from govdisclosure.model.place import Place
from govdisclosure.model.report import ClaimKind
from govdisclosure.rules.citing import accuracy
from govdisclosure.rules.claims.readings import compared
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.phrasing import amount, articles, percent
from govdisclosure.rules.placing import place_facts
from govdisclosure.rules.rule import Finding, Question, Rule
from govdisclosure.rules.tables import cell_label
from govdisclosure.rules.years.pairing import Pair, paired
from govdisclosure.rules.years.passages import Overlap, Passage, overlap

__all__ = ["RULE", "check"]

_SUBJECT = "text"
_ENOUGH = 200
_HALF = Decimal("0.5")
_SHOWN = 3
_BRIEF = 16
_WORDS = 80
_CELLS = {
    ClaimKind.REQUESTS_RECEIVED: (TableName.REQUESTS, "received", "total"),
    ClaimKind.REQUESTS_CARRIED_IN: (TableName.REQUESTS, "carried_in", "total"),
    ClaimKind.REQUESTS_CARRIED_OUT: (TableName.REQUESTS, "carried_out", "total"),
    ClaimKind.REQUESTS_GRANTED: (TableName.REQUESTS, "granted", "total"),
    ClaimKind.REQUESTS_PARTLY_GRANTED: (TableName.REQUESTS, "partly_granted", "total"),
    ClaimKind.RECONSIDERATIONS: (TableName.REMEDIES, "reconsideration", "total"),
}


def check(question: Question) -> Iterator[Finding]:
    """Yield one finding on the text, and one for each figure that was copied though the tables differ."""
    cites = accuracy(question.report.year)
    pair = paired(question, _SUBJECT, cites)
    if isinstance(pair, Finding):
        yield pair
        return
    found = overlap(pair.report, pair.previous)
    if min(found.total, found.last_total) < _ENOUGH:
        message = Message("两年中有一年的正文太短，不作比较", "the text of one of the years is too short to compare")
        yield Finding(kind=Kind.NOT_APPLICABLE, message=message, cites=cites, subject=_SUBJECT)
    else:
        yield _text(pair, found, cites)
    yield from _figures(pair, found, cites)


def _text(pair: Pair, found: Overlap, cites: tuple[Citation, ...]) -> Finding:
    share, year, named = Decimal(found.shared) / found.total, pair.previous.year, articles(cites)
    copied = share > _HALF
    longest = nlargest(_SHOWN, found.passages, key=lambda passage: passage.size) if copied else []
    part = percent(share)
    zh = f"{part}：正文{found.total}字中有{found.shared}字与{year}年度报告逐句相同"
    en = f"{part}: {found.shared} of {found.total} characters stand word for word in the report on {year}"
    for one in longest:
        first = _words(pair, one, _BRIEF)
        here = _stands(pair.report.place(one.start, one.end))
        there = _stands(pair.previous.place(one.last_start, one.last_end))
        zh += f"；{here.zh}“{first}”（上年{there.zh}）"
        en += f"; {here.en} “{first}” (last year {there.en})"
    asks = f"。{pair.note.zh}公开的信息应当准确（{named.zh}），请人工核实并按本年情况改写。"
    wants = f".{pair.note.en} What is published must be accurate ({named.en}): check, and write of this year."
    return Finding(
        kind=Kind.REVIEW if copied else Kind.PASS,
        evidence=Evidence.INFERENCE,
        message=Message(zh + asks, en + wants) if copied else Message(zh, en),
        cites=cites,
        subject=_SUBJECT,
        at=pair.report.place(longest[0].start, longest[0].end) if longest else None,
        facts={
            "share": str(share.quantize(Decimal("0.0001"))),
            "shared": found.shared,
            "characters": found.total,
            "previous_year": year,
            "passages": [_shown(pair, passage) for passage in longest],
        },
    )


def _shown(pair: Pair, passage: Passage) -> dict[str, object]:
    return {
        "words": _words(pair, passage, _WORDS),
        "characters": passage.size,
        "at": place_facts(pair.report.place(passage.start, passage.end)),
        "previous_at": place_facts(pair.previous.place(passage.last_start, passage.last_end)),
    }


def _words(pair: Pair, passage: Passage, most: int) -> str:
    words = pair.report.text[passage.start : passage.end]
    return words if len(words) <= most else f"{words[:most]}…"


def _stands(at: Place) -> Message:
    """The line of a place, or its page where the source has no lines."""
    if at.line is None and at.page is not None:
        return Message(f"第{at.page}页", f"page {at.page}")
    return Message(f"第{at.line or '—'}行", f"line {at.line or '—'}")


def _figures(pair: Pair, found: Overlap, cites: tuple[Citation, ...]) -> Iterator[Finding]:
    """Figures in copied sentences whose cells differ between the years, each kind once."""
    done: set[ClaimKind] = set()
    starts = [one.start for one in found.passages]
    for claim in pair.report.claims:
        table, row, column = _CELLS.get(claim.kind, (None, "", ""))
        mine, last = (one.statistics[table] if table else None for one in (pair.report, pair.previous))
        if mine is None or last is None or claim.kind in done:
            continue
        here, there = mine.value(row, column), last.value(row, column)
        run = bisect_right(starts, claim.at.start) - 1
        inside = run >= 0 and claim.at.end <= found.passages[run].end
        if not inside or not claim.value or here is None or there is None or here == there:
            continue
        beside = compared(pair.report, claim, pair.blank_is)
        if beside is not None and beside.agrees:  # copied, and right all the same
            continue
        done.add(claim.kind)
        name, year, named = cell_label(mine, row, column), pair.previous.year, articles(cites)
        values = f"{amount(claim.value)}", f"{amount(here)}", f"{amount(there)}"
        yield Finding(
            kind=Kind.REVIEW,
            message=Message(
                f"{values[0]}：这句话连同数字与{year}年度报告相同，而{name.zh}本年为{values[1]}、上年为{values[2]}。"
                f"公开的信息应当准确（{named.zh}），请人工核实正文数字。",
                f"{values[0]}: the sentence and its figure are those of the report on {year}, while {name.en} is "
                f"{values[1]} this year and was {values[2]}. What is published must be accurate ({named.en}): check.",
            ),
            cites=cites,
            subject=f"figure:{claim.kind.value}",
            at=claim.at,
            facts={"stated": amount(claim.value), "printed": amount(here), "previous": amount(there)},
        )


RULE = Rule(
    code="XYR105",
    name="years.text.copied",
    title=Message("文字与上年度报告雷同", "text taken over from last year's report"),
    level=Level.WARNING,
    kinds=(Kind.PASS, Kind.REVIEW, Kind.OPEN, Kind.NOT_APPLICABLE),
    cites=("regulation-2007:6", "regulation-2019:6"),
    beside="previous",
    check=check,
)
