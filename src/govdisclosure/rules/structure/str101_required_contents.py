"""STR101 structure.contents.required — 法定内容齐全 / every content the Regulation asks for is there

What it checks
--------------
Each content that the Regulation governing the report year asks for: 2007 Art 32 items 1 to 6 for report years 2008 to
2018, 2019 Art 50 para 1 items 1 to 5 from report year 2019. A heading that announces the content passes; so do words in
the text that state it without a heading. Words that may mean something else are for a person to look at. A content that
is spoken of nowhere fails.

Why
---
The headings are a duty of law, and a reader who finds none cannot tell "nothing was charged" from "nobody looked".

Example
-------
>>> from govdisclosure.model.report import AnnualReport, Content
>>> from govdisclosure.rules.rule import Question
>>> [finding.kind.value for finding in check(Question(report=AnnualReport(year=2010, text="二、主动公开")))]
['open', 'open', 'open', 'open', 'open', 'notApplicable']

Not covered
-----------
Whether a section says enough (STR103), whether its numbers are right, and the order of the sections (STR102).
An excerpt (fewer than two recognised headings, or almost no text) is not judged but `open`, and so are contents missing
at the end of a text that shows no end, neither a signature nor a closing section. A part the preamble announces and the
text lacks is `review`, since it may not have been read, and while one is missing, or the preamble states more parts
than are there, and no signature follows, nothing fails but stays `open`.
Other matters (其他事项) never fail: the Regulations ask for them only where there are any, and where section six of the
form of 2021 is missing a person must look, since its note has information handling fees stated there.
So must one where the headings skip an ordinal, since the part that bore it may be lost.

中文说明
--------
查报告是否写全条例要求的各项内容：2008至2018年度按2007年公布的条例第三十二条，2019年度起按2019年
修订的条例第五十条第一款；单设标题或在正文中说明都算。这些内容是法定的，读者看不到某一项，就分不清是“没有发生”还是
“没有统计”。不查各部分写得是否充分、数字是否正确；文本不完整、前言列出而正文未见，或看不出是否读到结尾时，不判不符。
"""

from collections.abc import Iterator

from govdisclosure.errors import NotInForceError
from govdisclosure.law import RequiredContent, required_contents
from govdisclosure.model.place import Place
from govdisclosure.model.report import AnnualReport, Content
from govdisclosure.rules.answers import OWN_RULES, before_duty, follows_own_rules, year_unknown
from govdisclosure.rules.citing import contents
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.rule import Finding, Question, Rule
from govdisclosure.rules.structure.announcement import announcement_of, missing_parts, possible_counts
from govdisclosure.rules.structure.local_headings import local_headings
from govdisclosure.rules.structure.statements import (
    Statement,
    find_statement,
    has_foot,
    is_abridged,
    is_excerpt,
    reaches_its_end,
    skips_a_number,
)

__all__ = ["RULE", "check"]


def check(question: Question) -> Iterator[Finding]:
    """Yield one finding for each content that is asked for."""
    report = question.report
    if report.year is None:
        yield year_unknown("contents", contents(None))
        return
    try:
        duties = required_contents(report.year)
    except NotInForceError:
        yield before_duty(report.year, "contents", contents(None))
        return
    judged = [(duty, *_judge(report, duty)) for duty in duties]
    cut = _cut(report, [(duty, kind) for duty, kind, _, _ in judged])
    gap = skips_a_number(report)
    for duty, found, reason, where in judged:
        kind, message, at = (Kind.OPEN, _unread(duty), None) if duty.content in cut else (found, reason, where)
        if kind is Kind.FAIL and gap:
            kind, message = Kind.REVIEW, _perhaps_lost(duty)
        yield Finding(
            kind=kind,
            message=message,
            cites=(duty.cite,),
            subject=f"content:{duty.content}",
            at=at,
            evidence=duty.evidence,
            facts={"year": report.year, "content": duty.content.value},
            needs=("sections",) if kind is Kind.OPEN else (),
        )


def _cut(report: AnnualReport, judged: list[tuple[RequiredContent, Kind]]) -> set[Content]:
    """Contents that are not judged since only part of the text seems to have been read."""
    announced, fewer = _announced_and_absent(report)
    tail = set() if reaches_its_end(report) else _missing_tail(judged, announced)
    if (announced or fewer) and not has_foot(report):
        # What the text itself announces was not read, so nothing else that is missing is surely missing.
        tail |= {duty.content for duty, kind in judged if kind is Kind.FAIL}
    return tail


def _announced_and_absent(report: AnnualReport) -> tuple[frozenset[Content], bool]:
    """What the preamble announces and the text neither heads nor states, and whether it has fewer parts than stated."""
    listed = announcement_of(report)
    if listed is None:
        return frozenset(), False
    absent = (content for part in missing_parts(report, listed) for content in part.names)
    unsaid = frozenset(one for one in absent if (said := find_statement(report, one)) is None or not said.clear)
    return unsaid, listed.stated is not None and listed.stated > max(possible_counts(report, listed))


def _missing_tail(judged: list[tuple[RequiredContent, Kind]], announced: frozenset[Content]) -> set[Content]:
    """Contents that are missing at the end: the text may have been cut there."""
    tail: dict[Content, Kind] = {}
    for duty, kind in reversed(judged):
        if duty.optional:
            continue
        if kind not in {Kind.FAIL, Kind.REVIEW}:
            break
        if kind is Kind.FAIL or duty.content is Content.OTHER or duty.content in announced:
            tail[duty.content] = kind
    # One that is for review already says more than that it was not read.
    return set() if set(tail.values()) == {Kind.REVIEW} and len(tail) == 1 else set(tail)


def _unread(duty: RequiredContent) -> Message:
    return Message(
        f"只读到报告的一部分，无法判断是否说明“{duty.title_zh}”；请提供全文",
        f"only part of the report was read, so this was not judged: {duty.title_en}; supply the whole text",
    )


def _perhaps_lost(duty: RequiredContent) -> Message:
    return Message(
        f"标题序号不连续，其中未见说明“{duty.title_zh}”；可能漏读了一部分，请对照原文核实，"
        f"确实没有的按{duty.cite.zh}补充",
        f"the headings skip an ordinal and none states {duty.title_en}; a part may be lost: compare the original, "
        f"and add it if it is missing there ({duty.cite.en})",
    )


def _judge(report: AnnualReport, duty: RequiredContent) -> tuple[Kind, Message, Place | None]:
    zh, en = f"“{duty.title_zh}”", duty.title_en
    sections = report.covering(duty.content)
    if sections:
        return Kind.PASS, Message(f"已设标题说明{zh}", f"a heading announces: {en}"), sections[0].heading_at
    said = find_statement(report, duty.content)
    if said is not None and said.clear:
        message = Message(f"{zh}未单设标题，但正文已作说明", f"stated in the text without a heading of its own: {en}")
        return Kind.PASS, message, said.at
    if duty.optional:
        message = Message(
            f"{zh}仅在有此类事项时报告，未见不属缺项", f"reported only where there is any, so not missing: {en}"
        )
        return Kind.NOT_APPLICABLE, message, None
    return _missing(report, duty, said)


def _missing(report: AnnualReport, duty: RequiredContent, said: Statement | None) -> tuple[Kind, Message, Place | None]:
    zh, en, article = f"“{duty.title_zh}”", duty.title_en, duty.cite
    if is_excerpt(report):
        return Kind.OPEN, _unread(duty), None
    announced = announcement_of(report)
    if announced is not None and any(duty.content in part.names for part in announced.parts):
        message = Message(
            f"前言列有{zh}，正文未见；请对照原文核实是否读全，确实没有的按{article.zh}补充",
            f"the preamble announces {en}, the text read does not have it; "
            f"compare the original, and add it if it is missing there ({article.en})",
        )
        return Kind.REVIEW, message, report.preamble.at if report.preamble else None
    if said is not None:
        message = Message(
            f"未见说明{zh}的标题，正文此处是否属于该项说明，请人工核实；如不是，请按{article.zh}补充",
            f"no heading for {en}; check whether these words state it, and if not add it ({article.en})",
        )
        return Kind.REVIEW, message, said.at
    if is_abridged(report):
        message = Message(
            f"所存文本注明有省略，其中未见说明{zh}；请对照原文核实（{article.zh}）",
            f"passages were left out, as the text says; the rest does not state {en}; see the original ({article.en})",
        )
        return Kind.REVIEW, message, None
    if follows_own_rules(report):
        message = Message(
            f"未见说明{zh}；{OWN_RULES.zh}（{article.zh}）", f"nothing states {en}; {OWN_RULES.en} ({article.en})"
        )
        return Kind.REVIEW, message, None
    return (*_absent(duty), None)


def _absent(duty: RequiredContent) -> tuple[Kind, Message]:
    zh, en, article = f"“{duty.title_zh}”", duty.title_en, duty.cite
    if duty.content is Content.OTHER:
        message = Message(
            f"未见{zh}部分；格式列有该部分并在其中说明收取信息处理费情况，请核实是否遗漏（{article.zh}）",
            f"nothing was found on {en}; the form has such a section, also for information handling fees: "
            f"check whether it was left out ({article.en})",
        )
        return Kind.REVIEW, message
    message = Message(
        f"全文未见说明{zh}的标题或语句，与{article.zh}不符，请人工核实并补充；没有发生的也应写明“无”",
        f"no heading and no sentence states {en}, as {article.en} asks; check, and add it, even if none",
    )
    return Kind.FAIL, message


RULE = Rule(
    code="STR101",
    name="structure.contents.required",
    title=Message("法定内容齐全", "every content the Regulation asks for is there"),
    level=Level.ERROR,
    kinds=(Kind.PASS, Kind.FAIL, Kind.REVIEW, Kind.OPEN, Kind.NOT_APPLICABLE),
    cites=("regulation-2007:32", "regulation-2019:50p1", "form-2021"),
    check=check,
    local=local_headings,
)
