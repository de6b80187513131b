"""Sentences in which a report states a required content without a heading for it. All patterns take folded text."""

import re
from collections.abc import Iterator

import attrs

from govdisclosure.law.vocabulary import OTHER_FEES
from govdisclosure.model.place import Place
from govdisclosure.model.report import AnnualReport, ClaimKind, Content, Section
from govdisclosure.rules.placing import body_start, sentences
from govdisclosure.rules.structure.announcement import announcement_of
from govdisclosure.text.normalise import fold, squeeze

__all__ = ["Statement", "find_statement", "has_foot", "is_abridged", "is_excerpt", "reaches_its_end", "skips_a_number"]


@attrs.frozen(kw_only=True)
class Statement:
    """Where a content is spoken of, and whether the words settle it."""

    at: Place
    clear: bool


@attrs.frozen(kw_only=True)
class _Words:
    """How one content is stated.

    Attributes:
        claims: Quantities that state it.
        clear: Words that state it, or state that there was none.
        subject: Words the sentence must hold besides, for ``clear`` to be about disclosure of information.
        weak: Words that may speak of it.
        home: Contents under whose heading ``clear`` needs no ``subject``.
        foreign: Words of another matter that look alike; they are passed over.
        every: Words the report must all hold somewhere, or nothing is ``clear``.
        rule: Words shortly before ``clear`` that make it a rule or an arrangement instead of a fact.
    """

    claims: tuple[ClaimKind, ...]
    clear: re.Pattern[str]
    subject: re.Pattern[str]
    weak: re.Pattern[str]
    home: frozenset[Content] = frozenset()
    foreign: re.Pattern[str] | None = None
    every: tuple[str, ...] = ()
    rule: re.Pattern[str] | None = None


_INFORMATION = re.compile(r"公开|信息|申请")
_NONE = r"(?:未|没有|没|无|零)"
_COUNT = r"\d[^,。\n]{0,6}[件条份宗项次人例起]"
_ARRANGED = r"(?:制定|制订|完善|建立|健全|规范)[^,。\n]{0,12}"

# The charge for a public service, a licence or a school is another matter than the cost of being given information.

_WORDS: dict[Content, _Words] = {
    Content.PROACTIVE: _Words(
        claims=(ClaimKind.ITEMS_PUBLISHED,),
        clear=re.compile(
            rf"(?:公开|公布|发布)[^,。\n]{{0,24}}(?:信息|文件)[^。\n]{{0,12}}{_COUNT}|"
            rf"{_NONE}(?:应当|需要|可供|应|需)?(?:主动公开|公开)"
        ),
        subject=_INFORMATION,
        weak=re.compile(r"主动公开|公布|发布|公开(?:政府|政务)?信息"),
    ),
    Content.REQUESTS: _Words(
        claims=(ClaimKind.REQUESTS_RECEIVED, ClaimKind.REQUESTS_HANDLED, ClaimKind.REQUESTS_ANSWERED),
        clear=re.compile(
            rf"{_NONE}[^,。\n]{{0,8}}(?:收到|接到|受理|接受|提出|发生|出现|办理)[^,。\n]{{0,20}}申请|"
            r"(?:没有|无)(?:任何)?(?:公民|人|单位|群众)?[^,。\n]{0,6}申请|"
            r"(?:收到|受理|接到|接受|办理|答复)[^。\n]{0,20}申请[^。\n]{0,10}\d|"
            rf"申请[^,。\n]{{0,12}}(?:{_COUNT}|为\s?[0〇])|{_COUNT}[^,。\n]{{0,16}}申请"
        ),
        subject=re.compile(r"公开|信息"),
        weak=re.compile(r"依申请公开|申请公开|公开申请|(?:信息|\d\s?件)申请"),
        # Whoever applies for a licence or a reconsideration does not apply for information.
        foreign=re.compile(r"申请(?:行政)?复议|(?:复议|许可|专利|低保|救助|补贴|项目)申请"),
        rule=re.compile(_ARRANGED),
    ),
    Content.FEES: _Words(
        claims=(ClaimKind.FEES_CHARGED,),
        clear=re.compile(
            rf"{_NONE}[^,。\n]{{0,12}}(?:收费|收取|减免)|不(?:再)?收[^,。\n]{{0,8}}费|"
            r"不(?:存在|涉及|产生|发生|向)[^,。\n]{0,12}(?:收费|收取|减免|费用)|"
            r"(?:收取|减免|免收|收费)[^,。\n]{0,20}(?:\d|费)|(?:免费|无偿)(?:提供|查阅|向)|收费[^,。\n]{0,8}为\s?[0〇]"
        ),
        subject=re.compile(
            r"信息公开|公开信息|公开申请|申请公开|依申请|(?:政府|政务|提供)信息|信息处理费|检索|复制|邮寄"
        ),
        weak=re.compile(r"收费|收取|减免|免收|费用|免费|无偿|工本费|成本费|收过"),
        home=frozenset({Content.REQUESTS, Content.REMEDIES, Content.OTHER}),
        foreign=OTHER_FEES,
        rule=re.compile(rf"不得|可以?|应当|按(?:照)?[^,。\n]{{0,6}}(?:规定|标准)|除|{_ARRANGED}"),
    ),
    Content.REMEDIES: _Words(
        claims=(ClaimKind.RECONSIDERATIONS, ClaimKind.LAWSUITS),
        clear=re.compile(
            rf"(?:{_NONE}|{_COUNT})[^,。\n]{{0,30}}(?:复议|诉讼)|"
            rf"(?:复议|诉讼)[^,。\n]{{0,24}}(?:{_COUNT}|{_NONE}(?!法|权)|为\s?[0〇])"
        ),
        subject=re.compile(r"公开|(?:政府|政务)信息"),
        weak=re.compile(r"复议|诉讼|应诉|被诉|行政争议|(?:行政|法律|权利)救济|救济(?:途径|渠道|权利|方式)|申诉|举报"),
        home=frozenset({Content.REQUESTS}),
        every=("复议", "诉讼"),
        rule=re.compile(rf"可以?|有权|应当|{_ARRANGED}"),
    ),
    Content.PROBLEMS: _Words(
        claims=(),
        clear=re.compile(r"(?:存在|还有|仍有|尚有|主要)[^,。\n]{0,12}(?:问题|不足|差距|薄弱)|不足之处"),
        subject=_INFORMATION,
        weak=re.compile(r"问题|不足|差距|薄弱"),
        # 及时发现和解决存在的问题 tells of an arrangement, not of a problem.
        rule=re.compile(r"发现|解决|针对|纠正|反映|查找|梳理|通报|整改|督促"),
    ),
    Content.OTHER: _Words(
        claims=(),
        clear=re.compile(r"其[他它]需要?(?:报告|说明)的?(?:事项|情况|问题)|收取[^,。\n]{0,12}信息[^,。\n]{0,6}处理费"),
        subject=re.compile("报告|说明|信息"),
        weak=re.compile(r"其[他它]需|处理费"),
    ),
}
_BEFORE = 14
_CLOSING = frozenset({Content.PLAN, Content.OTHER, Content.ANNEX})
_FEWEST_SECTIONS = 2
_SHORTEST_TEXT = 150
_INTRODUCTIONS = frozenset({"引言", "前言"})
# Words by which whoever kept the text says that passages were left out.
_ABRIDGED = re.compile(r"[\[(<](?:以[上下])?(?:内容)?(?:从|省)?略[\])>]|\[节选\]|\(节选\)")


def is_excerpt(report: AnnualReport) -> bool:
    """True where too little was read to say that something is missing."""
    recognised = sum(1 for section in report.sections if section.covers and not _opens(section))
    return recognised < _FEWEST_SECTIONS or len(squeeze(report.text)) < _SHORTEST_TEXT


def _opens(section: Section) -> bool:
    """True for an introduction, which is the preamble under a heading."""
    return section.number is None and squeeze(fold(section.heading)).strip(":。") in _INTRODUCTIONS


def skips_a_number(report: AnnualReport) -> bool:
    """True where the ordinals of the headings leave one out: a part may be lost, or only be numbered wrong.

    >>> skips_a_number(AnnualReport())
    False
    """
    numbers = {section.number for section in report.sections if section.number is not None}
    return len(numbers) > 1 and len(numbers) < max(numbers)


def has_foot(report: AnnualReport) -> bool:
    """True where a signature follows the last heading."""
    return (
        bool(report.sections)
        and report.signed is not None
        and report.signed.at.start >= report.sections[-1].heading_at.end
    )


def reaches_its_end(report: AnnualReport) -> bool:
    """True where the text was surely read to its end: a signature follows, or the last section is one that closes."""
    return has_foot(report) or (bool(report.sections) and bool(_CLOSING.intersection(report.sections[-1].covers)))


def is_abridged(report: AnnualReport) -> bool:
    """True where the text itself says that passages were left out.

    >>> is_abridged(AnnualReport(text="二、主动公开情况〔略〕"))
    True
    """
    return _ABRIDGED.search(report.key) is not None


def find_statement(report: AnnualReport, content: Content) -> Statement | None:
    """The words in which a report speaks of a content: the first that settle it, else the first that may.

    Args:
        report: The report; page furniture and title before its preamble are passed over.
        content: The content.

    Returns:
        The words' place; ``None`` where nothing speaks of it, or where no words are known for it.
    """
    words = _WORDS.get(content)
    if words is None:
        return None
    stated = report.stating(*words.claims) if words.claims else ()
    whole = all(word in report.key for word in words.every)
    if stated:
        return Statement(at=stated[0].at, clear=whole)
    weak: Statement | None = None
    for found in _mentions(report, words):
        if found.clear and whole:
            return found
        weak = weak or attrs.evolve(found, clear=False)
    return weak


def _mentions(report: AnnualReport, words: _Words) -> Iterator[Statement]:
    home = [section.at for section in report.sections if words.home.intersection(section.covers)]
    listed = announcement_of(report)
    first = report.preamble.at.start if report.preamble is not None else 0
    for start, end in sentences(report.key, body_start(report)):
        # A list of what the report contains states nothing of it.
        if listed is not None and first + listed.start < end and start < first + listed.end:
            continue
        sentence = report.key[start:end]
        if words.foreign is not None:
            sentence = words.foreign.sub(_blank, sentence)
        weak = words.weak.search(sentence)
        if weak is None:
            continue
        found = next((match for match in words.clear.finditer(sentence) if not _is_rule(words, sentence, match)), None)
        if found is None:
            yield Statement(at=report.place(start + weak.start(), start + weak.end()), clear=False)
            continue
        about = words.subject.search(sentence) is not None or any(at.start <= start < at.end for at in home)
        yield Statement(at=report.place(start + found.start(), start + found.end()), clear=about)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _is_rule(words: _Words, sentence: str, match: re.Match[str]) -> bool:
    if words.rule is None:
        return False
    # What is denied did not happen, whatever the rule says.
    if re.match(_NONE, match.group()):
        return False
    return words.rule.search(sentence, max(0, match.start() - _BEFORE), match.end()) is not None
