"""Rates stated in prose: 公开率达到100%, 答复率百分之百."""

import re
from collections.abc import Iterator
from decimal import Decimal

from govdisclosure.extraction.sentences import Sentence
from govdisclosure.extraction.stating import Statement, clause_start
from govdisclosure.model.report import ClaimKind, Content
from govdisclosure.text.numerals import chinese_number

__all__ = ["rates"]

_JOINT = r"(?:、|以及|[和及与])"
_NUMBER = r"(?:\d{1,3}(?:\.\d{1,4})?%|百分之?百|百分之[一二三四五六七八九十]{1,3}+(?!点))"
_RATE = re.compile(
    r"(?P<subject>[一-鿿]{0,10}?(?:公开|答复|办结|回复|[一-鿿]{1,4})[率面])"
    rf"(?P<more>(?:{_JOINT}[一-鿿]{{1,8}}?率){{0,5}}+)"
    r"(?:平均|始终|继续|分别|[均都也已仍])*+(?:达到了?|保持在?|高达|实现|[达为是在至:])*+"
    rf"(?P<number>{_NUMBER})(?P<numbers>(?:{_JOINT}{_NUMBER}){{0,5}}+)"
)
_SUBJECT = re.compile(rf"{_JOINT}(?P<subject>[一-鿿]{{1,8}}?率)")
_ANOTHER = re.compile(rf"{_JOINT}(?P<number>{_NUMBER})")
_DISCLOSED = re.compile(r"(?:公开|公示)[率面]$")
_ANSWERED = re.compile(r"(?:答复|办结|回复)率$")
_OTHER = re.compile(r"公开|目录|指南")
_OTHER_MATTER = re.compile(r"提案|建议|信访|热线|来信|许可|审批|业务|咨询|投诉")
_REQUESTED = re.compile(r"申请")
_TARGET = re.compile(
    r"力争|争取|力求|(?<!完成)(?<!实现)(?<!达到)目标(?!任务|考核|管理)|计划(?=[在到于使年将]|实现|达到|20)|有望|预计|"
    r"(?:将|努力)(?:使|把|实现|做到|达到)|(?<![收接达得直])(?<!截至)(?<!截止)到20\d\d年(?![年底末\d]{1,2}+(?!前))"
)
_ASKED = re.compile(r"(?<![人众])要求(?!公开(?!率)|获取|提供|的)")
_ACCORDING = re.compile(r"按|根据|依[照据]|符合|对照|遵照|落实")
_AS_TARGET = re.compile(r"(?:为|作为)(?:工作)?目标|的(?:工作)?(?:目标|要求)")
_REACHED = re.compile(r"实现|完成|达到|符合|满足")
_AHEAD = re.compile(r"下一步|今后|明年|来年")
_BEFORE = 12


def rates(sentence: Sentence) -> Iterator[Statement]:
    """The rates of disclosure, of answered requests and of other things about disclosure that a sentence states."""
    if "率" not in sentence.text and "面" not in sentence.text:
        return
    for match in _RATE.finditer(sentence.text):
        if _is_target(sentence, match):
            continue
        for (first, last), (begin, end) in _pairs(match):
            printed = sentence.text[begin:end]
            kind, value = _kind(sentence, sentence.text[first:last]), _fraction(printed)
            if kind is None or value is None:
                continue
            start = max(clause_start(sentence.text, first), first - _BEFORE) if first == match.start() else first
            yield Statement(kind=kind, value=value, start=start, end=end, unit="%", printed=printed, whole=True)


def _pairs(match: re.Match[str]) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """The spans of each rate's name and number: 公开率、及时率均为100% gives one number to both.

    Where there are as many numbers as names, they belong together in order; otherwise nothing is known.
    """
    text = match.string
    names = [match.span("subject"), *(one.span("subject") for one in _SUBJECT.finditer(text, *match.span("more")))]
    numbers = [match.span("number"), *(one.span("number") for one in _ANOTHER.finditer(text, *match.span("numbers")))]
    if len(numbers) == 1:
        return [(name, numbers[0]) for name in names]
    return list(zip(names, numbers, strict=True)) if len(names) == len(numbers) else []


def _is_target(sentence: Sentence, match: re.Match[str]) -> bool:
    """True for a rate that is asked for or aimed at: 力争…达到100%, 要求…达到100%, 下一步…达到100%."""
    text = sentence.text
    begin, number = clause_start(text, match.start()), match.start("number")
    asked = _ASKED.search(text, begin, number) and not _ACCORDING.search(text, begin, number)
    if asked or _TARGET.search(text, begin, number) or _AHEAD.search(text, 0, number):
        return True
    return bool(_AS_TARGET.match(text, match.end())) and not _REACHED.search(text, begin, number)


def _kind(sentence: Sentence, subject: str) -> ClaimKind | None:
    if _DISCLOSED.search(subject):
        return ClaimKind.DISCLOSURE_RATE
    if _ANSWERED.search(subject):
        # 办结率 is also said of permits and cases; only of requests it is about disclosure.
        about = Content.REQUESTS in sentence.covers or _REQUESTED.search(sentence.text)
        return ClaimKind.ANSWER_RATE if about and not _OTHER_MATTER.search(sentence.text) else None
    return ClaimKind.OTHER_RATE if subject.endswith("率") and _OTHER.search(subject) else None


def _fraction(printed: str) -> Decimal | None:
    if printed.endswith("%"):
        return Decimal(printed[:-1]) / 100
    value = 100 if printed.endswith("百") else chinese_number(printed[3:])
    return None if value is None else Decimal(value) / 100
