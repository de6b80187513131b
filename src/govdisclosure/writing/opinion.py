"""An opinion sheet (核查意见) on a report as a Word document: what a supervising office sends back to the organ.

Findings stand by what is to be done about them. The signatures are left blank: the sheet is a draft for a person.
"""

from collections.abc import Iterator
from datetime import date
from typing import Final

from govdisclosure.decisions import BaselineEntry, Decided
from govdisclosure.decisions.judged import whose
from govdisclosure.rules.outcome import Assessment, Kind, Message, Outcome
from govdisclosure.rules.registry import find
from govdisclosure.rules.showing import by_origin, decided_word, kind_word, origin_heading, place_word, word
from govdisclosure.text.display import cut, one_line
from govdisclosure.text.language import Lang, require_lang
from govdisclosure.text.personal import mask_personal
from govdisclosure.writing.official_form_docx import docx_of
from govdisclosure.writing.official_form_parts import Paragraph, PartKind

__all__ = ["opinion_of", "opinion_parts"]

_LONGEST_QUOTE: Final = 240
_TITLE: Final = Message("政府信息公开工作年度报告核查意见", "Opinion on an annual report on information disclosure")
_TO_DO: Final = (
    (
        Kind.FAIL,
        Message("请核实后改正", "To be verified and corrected"),
        Message(
            "以下内容与所列条文不符，请人工核实；核实无误的，请改正后重新报送。",
            "What follows is not in line with the articles named. Please verify it; where it is so, correct the report "
            "and submit it again.",
        ),
    ),
    (
        Kind.REVIEW,
        Message("请人工核实", "To be verified"),
        Message(
            "以下内容存疑，不算不符，请对照原始材料核实。",
            "What follows is doubtful and no failure. Please hold it against the records.",
        ),
    ),
    (
        Kind.OPEN,
        Message("请补充材料", "To be supplied"),
        Message(
            "以下内容因材料不够未能判断，不等于合格，请补充后再核。",
            "What follows could not be judged for want of material, which is no pass. Please supply it.",
        ),
    ),
)
_KNOWN: Final = Message("此前已掌握、本次仍有", "Known before and still there")
_KNOWN_NOTE: Final = Message(
    "以下内容此前核查时已经掌握，不是新发现；已经答复过的，不必重复答复。",
    "What follows was known from an earlier check and is not new; what was answered then needs no second answer.",
)
_GONE: Final = Message("此前掌握、本次未再发现", "Known before and no longer found")
_NUMBERS: Final = "一二三四五六七八九"


def opinion_of(
    assessment: Assessment,
    source: str = "",
    lang: Lang = "zh",
    *,
    as_of: date | None = None,
    decided: Decided | None = None,
) -> bytes:
    """Write the opinion sheet of one report.

    Args:
        assessment: The report and the outcomes.
        source: The name of its file, as the caller gave it.
        lang: The language of the sheet; the articles and messages stand in it too.
        as_of: The day of the judgement, where one was given.
        decided: Baseline and suppressions, where either was given. What the baseline has and did not become graver
            stands apart from what is new; what is suppressed is counted and not listed; what is gone is named.

    Returns:
        A DOCX file, the same for the same arguments. Personal numbers are masked in it.

    Raises:
        UsageError: It is another language.
    """
    return docx_of(opinion_parts(assessment, source, lang, as_of=as_of, decided=decided))


def opinion_parts(
    assessment: Assessment,
    source: str = "",
    lang: Lang = "zh",
    *,
    as_of: date | None = None,
    decided: Decided | None = None,
) -> tuple[Paragraph, ...]:
    """The paragraphs of the opinion sheet; arguments as for :func:`opinion_of`."""
    require_lang(lang)
    found = [_said(_TITLE, lang, PartKind.TITLE), *_opening(assessment, lang)]
    blocks = [(Message("核查了什么", "What was checked"), list(_checked(assessment, source, as_of, lang)))]
    for kind, heading, note in _TO_DO:
        outcomes = sorted(_asking(assessment, kind), key=lambda one: (one.origin or "", -one.level.rank))
        blocks.append((_counted(heading, len(outcomes)), list(_entries(outcomes, note, lang))))
    blocks += _decisions(assessment, source, decided, lang)
    blocks += [
        (Message("未核查的内容", "What was not checked"), list(_not_checked(assessment, lang))),
        (Message("被核查单位反馈", "Answer of the organ"), _blank(("核实情况", "改正情况"), ("Found", "Done"), lang)),
    ]
    for number, (heading, paragraphs) in enumerate(blocks, 1):
        before = f"{_NUMBERS[number - 1]}、" if lang == "zh" else f"{number}. "
        found += [Paragraph(before + _in(heading, lang), PartKind.HEADING), *paragraphs]
    return (*found, *_signatures(lang))


def _asking(assessment: Assessment, *kinds: Kind) -> tuple[Outcome, ...]:
    """What nobody has decided about."""
    return tuple(one for one in assessment.of(*kinds) if not one.decided)


def _decisions(
    assessment: Assessment, source: str, decided: Decided | None, lang: Lang
) -> Iterator[tuple[Message, list[Paragraph]]]:
    """What is known already, what is gone, and how much is suppressed; nothing without decisions."""
    if decided is None:
        return
    asked = assessment.of(Kind.FAIL, Kind.REVIEW, Kind.OPEN)
    known = [one for one in asked if one.decided and one.suppression is None]
    if decided.compared:
        yield _counted(_KNOWN, len(known)), list(_entries(known, _KNOWN_NOTE, lang))
        name = whose(source, assessment)
        gone = [entry for entry in decided.absent if entry.whose == name]
        lines = [_said(_gone(entry), lang) for entry in gone]
        yield _counted(_GONE, len(gone)), lines or [_said(Message("无。", "None."), lang)]
    if hidden := sum(one.suppression is not None for one in asked):
        told = Message(
            f"另有{hidden}处已由核查单位决定不再提出，未列入本意见。",
            f"{hidden} more were decided to stand by the office that checks, and are not listed.",
        )
        yield Message("不再提出的内容", "What is no longer raised"), [_said(told, lang)]


def _gone(entry: BaselineEntry) -> Message:
    rule = find(entry.rule)
    title = Message("", "") if rule is None else rule.title
    kind = entry.kind.value
    return Message(
        f"{entry.rule} {title.zh}（{word(kind, 'zh')}，{entry.subject}）",
        f"{entry.rule} {title.en} ({word(kind, 'en')}, {entry.subject})",
    )


def _in(message: Message, lang: Lang) -> str:
    return one_line(mask_personal(message.zh if lang == "zh" else message.en))


def _said(message: Message, lang: Lang, kind: PartKind = PartKind.TEXT) -> Paragraph:
    return Paragraph(_in(message, lang), kind)


def _counted(heading: Message, count: int) -> Message:
    return Message(f"{heading.zh}（{count}处）", f"{heading.en} ({count})")


def _opening(assessment: Assessment, lang: Lang) -> Iterator[Paragraph]:
    report = assessment.report
    agency, year = report.agency and report.agency.name, report.year
    yield _said(
        Message(f"{agency or '（机关名称未读出）'}：", f"To: {agency or '(the organ could not be read)'}"), lang
    )
    about = assessment.heading(lang)
    yield _said(
        Message(
            f"对你单位{f'{year}年度' if year else '（年度未读出）'}政府信息公开工作年度报告（{about}）进行了核查，"
            "意见如下。本意见由程序按所列条文比对形成，供人工核实，不是处理决定；没有列出不符之处，不等于合格。",
            f"The report on {year or '(the year could not be read)'} ({about}) was checked, as follows. A program "
            "compared it with the articles named, for a person to verify; this is no decision, and where no failure is "
            "listed the report is not thereby found compliant.",
        ),
        lang,
    )


def _checked(assessment: Assessment, source: str, as_of: date | None, lang: Lang) -> Iterator[Paragraph]:
    report = assessment.report
    if report.title:
        yield _said(Message(f"报告标题：{report.title}", f"Title: {report.title}"), lang)
    named = source or (report.source.uri if report.source else None)
    if named:
        shown = Message("标准输入", "standard input") if named == "-" else Message(named, named)
        yield _said(Message(f"文件：{shown.zh}", f"File: {shown.en}"), lang)
    if report.source is not None:
        yield _said(Message(f"文件摘要（SHA-256）：{report.source.sha256}", f"SHA-256: {report.source.sha256}"), lang)
    rules = sorted({one.rule for one in assessment.outcomes})
    if as_of is not None:
        yield _said(Message(f"判断日期：{as_of.isoformat()}", f"Judged as of {as_of.isoformat()}"), lang)
    # Blanks between them: a word processor breaks lines there, and not inside a code.
    listed = Message(" ".join(rules), ", ".join(rules))
    yield _said(
        Message(
            f"核查规则{len(rules)}条（规则集{assessment.ruleset}）：{listed.zh}。",
            f"{len(rules)} rules were run (rule set {assessment.ruleset}): {listed.en}.",
        ),
        lang,
    )
    counts = assessment.counts
    between, joint = ("，", "") if lang == "zh" else (", ", " ")
    told = between.join(f"{word(kind.value, lang)}{joint}{counts[kind.value]}" for kind in Kind)
    yield _said(Message(f"结果：{told}。", f"Outcomes: {told}."), lang)


def _entries(outcomes: list[Outcome], note: Message, lang: Lang) -> Iterator[Paragraph]:
    if not outcomes:
        yield _said(Message("无。", "None."), lang)
        return
    yield _said(note, lang)
    number = 0
    for origin, some in by_origin(outcomes).items():
        if origin is not None:
            yield Paragraph(one_line(origin_heading(origin, lang)), PartKind.SUBHEADING)
        for outcome in some:
            number += 1
            yield from _entry(number, outcome, lang)


def _place(outcome: Outcome, lang: Lang) -> str:
    """Where it stands, in words: who gets the sheet has the report, and not the text that was read from it."""
    at = outcome.at
    if at is not None and at.line is not None and outcome.entry is None:
        if lang == "zh":
            return f"读出文本第{at.line}行第{at.column}字"
        return f"line {at.line}, character {at.column} of the text that was read"
    return place_word(outcome, lang) or ("报告中没有对应的位置" if lang == "zh" else "none in the report")


def _entry(number: int, outcome: Outcome, lang: Lang) -> Iterator[Paragraph]:
    before = f"（{number}）" if lang == "zh" else f"({number}) "
    state = decided_word(outcome, lang)
    state = "" if not state else f"（{state}）" if lang == "zh" else f" ({state})"
    yield Paragraph(f"{before}{outcome.rule} {kind_word(outcome, lang)}{state}", PartKind.SUBHEADING)
    yield _said(outcome.message, lang)
    yield _said(Message(f"位置：{_place(outcome, lang)}", f"Place: {_place(outcome, lang)}"), lang)
    if outcome.quote and outcome.quote.strip():
        words = cut(one_line(outcome.quote), _LONGEST_QUOTE)
        yield _said(Message(f"原文：“{words}”", f"Words: “{words}”"), lang)
    cites = dict.fromkeys((cite.zh, cite.en) for cite in outcome.cites)
    zh, en = "；".join(one for one, _ in cites), "; ".join(one for _, one in cites)
    yield _said(Message(f"依据：{zh}", f"Articles: {en}"), lang)
    if outcome.needs:
        zh, en = (sign.join(word(need, lang) for need in outcome.needs) for sign in ("、", ", "))
        yield _said(Message(f"还需要：{zh}", f"Needs: {en}"), lang)


def _not_checked(assessment: Assessment, lang: Lang) -> Iterator[Paragraph]:
    for code, name in assessment.crashed:
        yield _said(
            Message(f"{code} 规则出错，未判断（{name}）。", f"{code}: the rule crashed, not judged ({name})."), lang
        )
    for message in assessment.not_checked:
        yield _said(message, lang)
    if not assessment.crashed and not assessment.not_checked:
        yield _said(
            Message(
                "上述规则以外的内容未核查；报告所述事实是否属实，程序无从判断。",
                "Nothing beyond the rules named was checked; whether what the report states is so no program can tell.",
            ),
            lang,
        )


def _blank(zh: tuple[str, ...], en: tuple[str, ...], lang: Lang) -> list[Paragraph]:
    line = "＿" * 16 if lang == "zh" else "_" * 32
    return [Paragraph(f"{name}{'：' if lang == 'zh' else ': '}{line}") for name in (zh if lang == "zh" else en)]


def _signatures(lang: Lang) -> Iterator[Paragraph]:
    """The lines that a person fills in; nothing is signed or dated by a program."""
    names = ("核查人", "复核人", "核查单位（盖章）") if lang == "zh" else ("Checked by", "Reviewed by", "Office (seal)")
    for name in names:
        yield Paragraph(f"{name}{'：＿＿＿＿＿＿＿＿' if lang == 'zh' else ': ________________'}", PartKind.FOOT)
    yield Paragraph("＿＿＿＿年＿＿月＿＿日" if lang == "zh" else "Date: ________________", PartKind.FOOT)
