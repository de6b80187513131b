"""Outcomes as lines of text and as HTML, in Chinese or English.

A line is a tuple of pieces, each with the role its words play, so that a terminal may colour it.
"""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeAlias

from govdisclosure.law.provision import Citation
from govdisclosure.model.labels import named_cell
from govdisclosure.model.showing import EDITION_SPANS, model_word
from govdisclosure.text.display import one_line, underlined, visible
from govdisclosure.text.language import Lang, require_lang
from govdisclosure.text.personal import mask_personal

if TYPE_CHECKING:
    from govdisclosure.model.register import Catalogue, Register
    from govdisclosure.model.report import AnnualReport
    from govdisclosure.rules.outcome import Outcome, Verdicts

__all__ = [
    "Line",
    "assessment_repr",
    "assessment_text",
    "by_origin",
    "counts_line",
    "decided_word",
    "kind_word",
    "not_checked_lines",
    "origin_heading",
    "origin_word",
    "outcome_lines",
    "outcome_repr",
    "place_word",
    "plain",
    "register_heading",
    "report_heading",
    "word",
]

Line: TypeAlias = tuple[tuple[str, str], ...]

WORDS: dict[str, tuple[str, str]] = {
    "error": ("错误", "error"),
    "warning": ("警告", "warning"),
    "note": ("提示", "note"),
    "review": ("待核", "review"),
    "open": ("未能判断", "open"),
    "pass": ("通过", "pass"),
    "notApplicable": ("不适用", "not applicable"),
    "informational": ("说明", "information"),
    "fail": ("不符", "fail"),
    "new": ("新增", "new"),
    "unchanged": ("未变", "unchanged"),
    "updated": ("有变化", "updated"),
    "absent": ("已消失", "absent"),
    "suppressed": ("已抑制", "suppressed"),
    **EDITION_SPANS,
    "sections": ("各部分标题", "its sections"),
    "text": ("完整正文", "its full text"),
    "title": ("标题", "its title"),
    "problems": ("问题和改进部分的全文", "the problems section in full"),
    "year": ("报告年度", "the report year"),
    "published_on": ("公布日期", "the day of publication"),
    "period": ("统计期限", "the period covered"),
    "numerator": ("分子", "the numerator"),
    "denominator": ("分母", "the denominator"),
    "tables": ("统计表", "the tables"),
    "cells": ("各格的数字", "the figures of the cells"),
    "agency": ("机关名称", "the name of the organ"),
    "previous": ("上年度报告", "the report of the year before"),
    "parts": ("下级机关的报告", "the reports of the organs below"),
    "unread": ("没有读懂的各格（见文件的提示）", "the cells that were not read"),
    "register": ("申请和复议诉讼登记簿", "the register of requests and cases"),
    "items": ("政府信息公开目录", "the catalogue of items"),
    "report": ("年度报告", "an annual report"),
    "requests": ("登记簿中的申请", "the requests of a register"),
    "cases": ("登记簿中的复议诉讼", "the cases of a register"),
    "issuer_province": ("机关所在省份", "the issuer's province"),
    "as_of": ("判断日期", "the day of judgement"),
    "id": ("索引号", "the index number"),
    "summary": ("内容概述", "the summary"),
    "made_on": ("生成日期", "the day it was made"),
    "publicity": ("公开属性", "the publicity attribute"),
    "ground": ("不予公开的依据", "the ground for not publishing"),
    "duty": ("主动公开所依条款", "the provision that asks for publication"),
    "reviewed": ("公开审查情况", "whether it was reviewed"),
    "concerns_other_organs": ("是否涉及其他机关", "whether it concerns other organs"),
    "catalogue_updated_on": ("目录更新日期", "the day the catalogue was updated"),
    "guide_updated_on": ("指南更新日期", "the day the guide was updated"),
    "calendar": ("相关年份的放假安排", "the holidays of the years concerned"),
    "events.on": ("有关事项的正确日期", "the right days of the events concerned"),
    "applicant": ("申请人姓名或名称", "the applicant's name"),
    "channel": ("申请渠道", "the channel"),
    "received_on": ("收到日期", "the day of receipt"),
    "replied_on": ("答复日期", "the day of the reply"),
    "consulted_on": ("征求意见日期", "the day of a consultation"),
    "supplement_asked_on": ("补正通知日期", "the day of the notice to supplement"),
    "supplement_until": ("补正期限", "the day set for the supplement"),
    "supplement_lapsed_on": ("按逾期不补正处理的日期", "the day on which the supplement lapsed"),
    "extended_on": ("延期日期", "the day of the extension"),
    "extension_days": ("延长的工作日数", "the working days of the extension"),
    "extension_approved": ("负责人是否同意延期", "whether the head consented to the extension"),
    "extension_notified_on": ("告知申请人延期的日期", "the day the applicant was told of the extension"),
    "fee_noticed_on": ("收费通知日期", "the day of the fee notice"),
    "fee_lapsed_on": ("按逾期未缴费处理的日期", "the day on which the fee lapsed"),
    "kind": ("案件类型", "the kind of case"),
    "request": ("所涉申请的编号", "the number of the request it is about"),
    "prior": ("此前的复议案件", "the reconsideration before it"),
    "known_on": ("知道答复的日期", "the day the reply was known"),
    "told": ("答复是否告知救济途径", "whether the reply told of the remedy"),
    "reply_due_on": ("所涉申请的答复期限", "the term of the request it is about"),
    "filed_on": ("申请或起诉日期", "the day of filing"),
    "accepted_on": ("受理日期", "the day of acceptance"),
    "served_on": ("收到副本的日期", "the day the copy was served"),
    "answered_on": ("提交答复的日期", "the day of the answer"),
    "decided_on": ("审结日期", "the day of the decision"),
}
_SHOWN_FIRST = ("fail", "review", "open", "informational", "pass", "notApplicable")


def word(name: str, lang: Lang) -> str:
    """The words shown for a kind, a level, an edition, or something that would settle an outcome."""
    return WORDS.get(name, (name, name))[0 if lang == "zh" else 1]


def kind_word(outcome: "Outcome", lang: Lang) -> str:
    """What an outcome is called: its kind, and for a ``fail`` its level too."""
    kind = word(outcome.kind.value, lang)
    if outcome.kind != "fail" or outcome.level == "none":
        return kind
    level = word(outcome.level.value, lang)
    return f"{kind}（{level}）" if lang == "zh" else f"{kind} ({level})"


def origin_word(outcome: "Outcome", lang: Lang) -> str:
    """Which local rules ask for it; nothing where the national rules do."""
    return "" if outcome.origin is None else f"{('地方', 'local')[lang == 'en']} {one_line(outcome.origin)}"


def by_origin(outcomes: Iterable["Outcome"]) -> dict[str | None, list["Outcome"]]:
    """Outcomes apart by who asks for them: the national rules (``None``) first, then each local overlay."""
    apart: dict[str | None, list[Outcome]] = {None: []}
    for outcome in outcomes:
        apart.setdefault(outcome.origin, []).append(outcome)
    return apart


def origin_heading(origin: str, lang: Lang) -> str:
    """The heading above what local rules ask."""
    return f"地方要求（{one_line(origin)}）" if lang == "zh" else f"local rules ({one_line(origin)})"


def place_word(outcome: "Outcome", lang: Lang = "zh") -> str:
    """Where an outcome stands: ``line:column``; where its source has no lines, the page and the cell; or nothing."""
    at = outcome.at
    if at is None:
        return _entry_word(outcome, "", lang)
    if outcome.entry is not None:
        row = "" if at.line is None else f"第{at.line}行" if lang == "zh" else f"row {at.line}"
        return _entry_word(outcome, row, lang)
    if at.line is not None:
        return f"{at.line}:{at.column}"
    page = "" if at.page is None else f"第{at.page}页" if lang == "zh" else f"p. {at.page}"
    cell = "" if at.cell is None else named_cell(at.cell)[0 if lang == "zh" else 1]
    return ("，" if lang == "zh" else ", ").join(filter(None, (page, cell)))


def report_heading(report: "AnnualReport", lang: Lang) -> str:
    """Agency, year and edition of a report."""
    if lang == "zh":
        agency = report.agency.name if report.agency else "机关不详"
        year = f"{report.year}年度" if report.year else "年度不详"
    else:
        agency = report.agency.name if report.agency else "agency not known"
        year = str(report.year) if report.year else "year not known"
    # Without the years of the free form: a report may follow it in a year that asks for another.
    return one_line(mask_personal(f"{agency} · {year} · {model_word(report.edition.value, lang)}"))


def register_heading(register: "Register | None", catalogue: "Catalogue | None", lang: Lang) -> str:
    """Agency, and how many requests, cases and items there are."""
    agency = next((one.agency.name for one in (register, catalogue) if one is not None and one.agency), None)
    counted = (
        (None if register is None else register.requests, "件申请", "requests"),
        (None if register is None else register.cases, "件复议诉讼", "cases"),
        (None if catalogue is None else catalogue.items, "条信息", "items"),
    )
    parts = [agency] if agency else []
    parts += [
        f"{len(some)}{zh}" if lang == "zh" else f"{len(some)} {en}" for some, zh, en in counted if some is not None
    ]
    return one_line(mask_personal(" · ".join(parts)))


def _entry_word(outcome: "Outcome", row: str, lang: Lang) -> str:
    """The number of an entry and the row it stands in."""
    number = "" if outcome.entry is None else one_line(outcome.entry)
    return ("，" if lang == "zh" else ", ").join(filter(None, (number, row)))


def counts_line(counts: Iterable[tuple[str, int]], lang: Lang) -> str:
    """``不符 1,待核 2,未能判断 0 …``, every kind named: what was not judged is part of the answer."""
    found = dict(counts)
    return ("，", ", ")[lang == "en"].join(
        f"{word(kind, lang)} {found[kind]}" for kind in _SHOWN_FIRST if kind in found
    )


def outcome_lines(outcome: "Outcome", lang: Lang, source: str = "") -> Iterator[Line]:
    """The lines that show one outcome.

    Args:
        outcome: The outcome.
        lang: The language of the message and of the article.
        source: Shown before line and column.

    Yields:
        Verdict and message; place; the words, underlined; articles the message does not name; what would settle it.
    """
    role = outcome.level.value if outcome.kind == "fail" else outcome.kind.value
    message = outcome.message.zh if lang == "zh" else outcome.message.en
    verdict = kind_word(outcome, lang) + _decided_word(outcome, lang)
    local = "" if outcome.origin is None else f"[{origin_word(outcome, lang)}] "
    yield ("", "  "), (role, verdict), ("", " "), ("code", outcome.rule), ("", f"  {local}{one_line(message)}")
    joint = ":" if outcome.at is not None and outcome.at.line is not None and outcome.entry is None else " "
    # An entry is found by its number, whichever of several files it stands in.
    named = "" if outcome.entry is not None else one_line(source)
    place = joint.join(filter(None, (named, place_word(outcome, lang))))
    if place and (outcome.at is not None or outcome.entry is not None):
        yield (("dim", f"      {place}"),)
    if outcome.quote and outcome.quote.strip():
        shown, marks = underlined(outcome.context[0], outcome.quote, outcome.context[1])
        yield ("dim", "      | "), ("", shown)
        yield ("dim", "      | "), (role, marks)
    cites = dict.fromkeys(_cited(cite, lang) for cite in outcome.cites if not _named(cite, message, lang))
    if cites:
        label = "依据：" if lang == "zh" else "article: "
        yield (("dim", f"      {label}{one_line(('；' if lang == 'zh' else '; ').join(cites))}"),)
    if outcome.needs:
        needs = ("、" if lang == "zh" else ", ").join(one_line(word(need, lang)) for need in outcome.needs)
        yield (("dim", f"      {'还需要：' if lang == 'zh' else 'needs: '}{needs}"),)


def decided_word(outcome: "Outcome", lang: Lang) -> str:
    """How an outcome stands to the baseline, or why it is suppressed; nothing without either."""
    if outcome.suppression is not None:
        return f"{word('suppressed', lang)}{'：' if lang == 'zh' else ': '}{outcome.suppression.said(lang)}"
    if outcome.change is None:
        return ""
    graver = ("，比基线中更重" if lang == "zh" else ", graver than in the baseline") if outcome.graver else ""
    return word(outcome.change.value, lang) + graver


def _decided_word(outcome: "Outcome", lang: Lang) -> str:
    """`` [未变]``, or nothing."""
    said = decided_word(outcome, lang)
    return f" [{said}]" if said else ""


def _cited(cite: Citation, lang: Lang) -> str:
    return cite.zh if lang == "zh" else cite.en


def _named(cite: Citation, message: str, lang: Lang) -> bool:
    """True when a message names a provision, or something finer in it; several articles may share one instrument."""
    head = _cited(Citation(instrument=cite.instrument), lang)
    tail = _cited(cite, lang).removeprefix(head)
    return head in message and re.search(re.escape(tail) + r"(?!\d)", message) is not None


def plain(lines: Iterable[Line]) -> str:
    """Lines without their roles."""
    return visible("\n".join("".join(text for _, text in line).rstrip() for line in lines))


def assessment_text(assessment: "Verdicts", lang: Lang = "zh") -> str:
    """What asks for attention, with the counts of all kinds."""
    require_lang(lang)
    lines: list[Line] = [(("header", assessment.heading(lang)),)]
    for outcome in assessment.outcomes:
        if outcome.kind in {"fail", "review", "open"}:
            lines += outcome_lines(outcome, lang)
    lines.append((("", counts_line(assessment.counts.items(), lang)),))
    lines += not_checked_lines(assessment, lang)
    return plain(lines)


def not_checked_lines(assessment: "Verdicts", lang: Lang) -> Iterator[Line]:
    """What of a report was not checked, a line each: rules that crashed, then parts that are not read."""
    zh = lang == "zh"
    for code, name in assessment.crashed:
        words = (
            f"{code} 规则出错，未判断（{one_line(name)}）"
            if zh
            else f"{code} rule crashed, not judged ({one_line(name)})"
        )
        yield (("error", words),)
    for message in assessment.not_checked:
        yield (("warning", f"未核查：{message.zh}" if zh else f"not checked: {message.en}"),)


def assessment_repr(assessment: "Verdicts") -> str:
    """One line: what was judged, and how many outcomes of each kind there are."""
    found = ", ".join(f"{count} {kind}" for kind, count in assessment.counts.items() if count)
    return f"<{type(assessment).__name__} {assessment.heading('en')}: {found or 'no outcomes'}>"


def outcome_repr(outcome: "Outcome") -> str:
    """One line: verdict, code, place and subject."""
    level = f" ({outcome.level})" if outcome.kind == "fail" else ""
    place = f" {place_word(outcome, 'en')}" if place_word(outcome) else ""
    return one_line(f"<Outcome {outcome.kind}{level} {outcome.rule}{place}: {outcome.subject}>")
