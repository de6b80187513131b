"""TXT104 wording.text.doubled — 词语或段落重复 / Doubled words or paragraphs

What it checks
--------------
In running text: a word of two to six characters that stands twice in a row (``审核审核``), 的的 and its like, a
doubled punctuation mark (``。。``), and a paragraph of thirty or more characters that stands twice. The articles
are those of the report year.

Why
---
A repeated paragraph is a fault of compiling, a doubled word most often a slip; what is published must be accurate
(2007 Art 6; 2019 Art 6).

Example
-------
>>> from govdisclosure.model.report import AnnualReport
>>> from govdisclosure.rules.rule import Question
>>> [f.kind.value for f in check(Question(report=AnnualReport(year=2010, text="我局加强审核审核工作。")))]
['review']

Not covered
-----------
Lawful doubling (研究研究, 目的的确, 各部门部门预算), numerals, titles printed twice, table rows and annexes. At
most 20 places of one report are shown.

中文说明
--------
查正文中有没有连写两次的词语、重复的标点和整段重复的文字（三十字以上）。整段重复是编制差错，词语重复多是笔误。“研究
研究”“目的的确”等正常重叠，数字、标题、表格和附表不查。每份报告最多列二十处。
"""

import re
from collections.abc import Iterator
from itertools import islice

from govdisclosure.model.report import AnnualReport
from govdisclosure.rules.citing import accuracy
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.phrasing import articles
from govdisclosure.rules.prose import paragraphs
from govdisclosure.rules.rule import Finding, Question, Rule
from govdisclosure.text.normalise import squeeze

__all__ = ["RULE", "check"]

_MOST = 20
_LONG = 30
_WORDS = re.compile(r"([\u4e00-\u9fff]{2,6})\1")
_SINGLE = re.compile(
    r"(?<!目)的的(?!确)|(?<![不大])了了(?![解结然])|(?<![总温共饱平缓中柔调谦随])和和(?![谐平气睦解田顺])|"
    r"(?<![于但可只就还凡若都])是是(?![非否])"
)
_MARKS = re.compile(r"(?<![。,、;:])([。,、;:])\1(?![。,、;:])")
# Column heads of a table pasted as text, words that may end one phrase and begin the next, and verbs doubled for
# "a little".
_LAWFUL = frozenset(
    re.findall(
        "..",
        "结果总计公开部门单位管理服务建设研究讨论考虑商量了解学习宣传某某一个一步一件一项一条一点一次一批一户逐步非常很多许多大家你好哈尔彼此种种",
    )
)
# 县人民政府|政府信息, 我局机关|机关事务: one word ends a name, the same begins the next.
_MEETING = re.compile(r"(?:政府|政务|机关|公开|局|委)(?=信息|网|网站|工作|采购|事务|部门|公报)")
_NUMERAL = re.compile(r"[〇一二两三四五六七八九十百千万亿年月日]+")


def check(question: Question) -> Iterator[Finding]:
    """Look for doubled words, marks and paragraphs."""
    report = question.report
    cites = accuracy(report.year)  # 2007 Art 6, 2019 Art 6
    spans = list(paragraphs(report))
    if not any(report.text[start:end].strip() for start, end in spans):
        message = Message("没有正文可供检查。", "There is no running text to look at.")
        yield Finding(kind=Kind.NOT_APPLICABLE, message=message, cites=cites, subject="text")
        return
    named = articles(cites)
    found = False
    for position, (start, end, first) in enumerate(islice(_paragraphs(report, spans), _MOST), 1):
        found = True
        yield Finding(
            kind=Kind.FAIL,
            message=Message(
                f"本段{end - start}字与前文一段完全相同。"
                f"公开的信息应当准确（{named.zh}），请人工核实并删去重复的一段。",
                f"This paragraph of {end - start} characters stands twice. What is published must be accurate "
                f"({named.en}): "
                "take one of them out.",
            ),
            cites=cites,
            subject=f"paragraph:{position}",
            at=report.place(start, end),
            facts={"length": end - start, "first_line": report.place(first, first).line},
        )
    for position, (start, end) in enumerate(islice(_doubled(report, spans), _MOST), 1):
        found = True
        words = report.text[start:end]
        yield Finding(
            kind=Kind.REVIEW,
            message=Message(
                f"“{words}”可能是重复的文字或标点。公开的信息应当准确（{named.zh}），请人工核实。",
                f"“{words}” may be doubled by mistake. What is published must be accurate ({named.en}): check it.",
            ),
            cites=cites,
            subject=f"doubled:{position}",
            at=report.place(start, end),
            facts={"words": words},
        )
    if not found:
        message = Message("未见重复的词语或段落。", "No doubled word or paragraph was found.")
        yield Finding(kind=Kind.PASS, message=message, cites=cites, subject="text")


def _doubled(report: AnnualReport, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for start, end in spans:
        hits = [
            m.span()
            for m in _WORDS.finditer(report.key, start, end)
            if not _is_lawful(m[1]) and not _meets(report.key, m)
        ]
        hits += [m.span() for pattern in (_SINGLE, _MARKS) for m in pattern.finditer(report.key, start, end)]
        yield from sorted(hits)


def _meets(key: str, doubled: re.Match[str]) -> bool:
    """True where a name ends and the next word begins in the same way."""
    return _MEETING.match(key, doubled.start() + len(doubled[1])) is not None


def _is_lawful(word: str) -> bool:
    return word in _LAWFUL or len(set(word)) == 1 or _NUMERAL.fullmatch(word) is not None


def _paragraphs(report: AnnualReport, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    seen: dict[str, int] = {}
    for start, end in spans:
        words = squeeze(report.key[start:end])
        if len(words) < _LONG or not {"。", ",", ";"} & set(words):
            continue
        if words in seen:
            yield start, end, seen[words]
        else:
            seen[words] = start


RULE = Rule(
    code="TXT104",
    name="wording.text.doubled",
    title=Message("词语或段落重复", "Doubled words or paragraphs"),
    level=Level.NOTE,
    kinds=(Kind.PASS, Kind.FAIL, Kind.REVIEW, Kind.NOT_APPLICABLE),
    cites=("regulation-2007:6", "regulation-2019:6"),
    check=check,
)
