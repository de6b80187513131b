"""A report as words, for a terminal and for a notebook. Personal numbers are masked.

It stands beside the model because a report shows itself (``print(report)``), and the model may import nothing that
stands above it.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from govdisclosure.model.labels import TABLE_TITLES
from govdisclosure.model.printing import grid_html
from govdisclosure.text.display import one_line
from govdisclosure.text.language import Lang, require_lang, said
from govdisclosure.text.markup import below, element, escape, scrolling, table
from govdisclosure.text.numerals import percent, plain
from govdisclosure.text.personal import mask_personal

if TYPE_CHECKING:
    from govdisclosure.model.report import AnnualReport, Claim, DateMention, Mechanism

__all__ = ["EDITIONS", "EDITION_SPANS", "LONGEST", "model_word", "report_html", "report_repr", "report_text"]

LONGEST = 200_000
"""How many characters of a report's text a notebook is given."""
EDITIONS: dict[str, tuple[str, str]] = {
    "free_form": ("自由格式", "free form"),
    "unified_2019": ("2019年格式", "form of 2019"),
    "unified_2021": ("2021年格式", "form of 2021"),
}
"""The editions in Chinese and English."""
EDITION_SPANS: dict[str, tuple[str, str]] = {
    **EDITIONS,
    "free_form": ("自由格式（2008—2018）", "free form (2008-2018)"),
}
"""The same with the years of the free form; a report may follow it in a year that asks for another."""

_CLAIMS: dict[str, tuple[str, str]] = {
    "requests_received": ("收到申请", "requests received"),
    "requests_handled": ("办理申请", "requests handled"),
    "requests_answered": ("答复申请", "requests answered"),
    "requests_carried_in": ("上年结转申请", "requests carried in"),
    "requests_carried_out": ("结转下年申请", "requests carried over"),
    "requests_granted": ("予以公开", "requests granted"),
    "requests_partly_granted": ("部分公开", "requests partly granted"),
    "requests_granted_or_partly": ("予以公开和部分公开", "requests granted in full or in part"),
    "requests_denied": ("不予公开", "requests denied"),
    "requests_unavailable": ("无法提供", "not available"),
    "requests_not_processed": ("不予处理", "not processed"),
    "requests_other": ("其他处理", "other results"),
    "requests_received_cumulative": ("累计收到申请", "requests received since the start"),
    "requests_from_natural_persons": ("自然人申请", "requests from natural persons"),
    "requests_from_organisations": ("法人或其他组织申请", "requests from organisations"),
    "requests_from_commercial": ("商业企业申请", "requests from commercial enterprises"),
    "requests_from_research": ("科研机构申请", "requests from research institutions"),
    "requests_from_public_welfare": ("社会公益组织申请", "requests from public-welfare organisations"),
    "requests_from_legal_service": ("法律服务机构申请", "requests from legal service institutions"),
    "requests_growth": ("申请量同比", "change of requests received"),
    "reconsiderations": ("行政复议", "reconsiderations"),
    "reconsiderations_upheld": ("复议结果维持", "reconsiderations upheld"),
    "reconsiderations_corrected": ("复议结果纠正", "reconsiderations corrected"),
    "reconsiderations_other": ("复议其他结果", "reconsiderations with another result"),
    "reconsiderations_pending": ("复议尚未审结", "reconsiderations pending"),
    "lawsuits": ("行政诉讼", "lawsuits"),
    "lawsuits_upheld": ("诉讼结果维持", "lawsuits upheld"),
    "lawsuits_corrected": ("诉讼结果纠正", "lawsuits corrected"),
    "lawsuits_other": ("诉讼其他结果", "lawsuits with another result"),
    "lawsuits_pending": ("诉讼尚未审结", "lawsuits pending"),
    "rules_issued": ("制发规章", "rules issued"),
    "rules_repealed": ("废止规章", "rules repealed"),
    "rules_in_force": ("现行有效规章", "rules in force"),
    "normative_documents_issued": ("制发规范性文件", "normative documents issued"),
    "normative_documents_repealed": ("废止规范性文件", "normative documents repealed"),
    "normative_documents_in_force": ("现行有效规范性文件", "normative documents in force"),
    "items_published": ("公开信息", "items published"),
    "items_published_cumulative": ("累计公开信息", "items published since the start"),
    "fees_charged": ("收取费用", "fees charged"),
    "disclosure_rate": ("公开率", "disclosure rate"),
    "answer_rate": ("答复率", "answer rate"),
    "other_rate": ("其他比率", "other rate"),
}
_MECHANISMS: dict[str, tuple[str, str]] = {
    "leading_group": ("领导小组", "leading group"),
    "disclosure_office": ("工作机构", "disclosure office"),
    "subordinate_units": ("所属单位", "subordinate units"),
    "proactive_disclosure": ("主动公开制度", "proactive disclosure"),
    "disclosure_on_request": ("依申请公开制度", "disclosure on request"),
    "non_disclosure_filing": ("不予公开备案", "filing of refusals"),
    "release_coordination": ("发布协调", "release coordination"),
    "confidentiality_review": ("保密审查", "confidentiality review"),
    "accountability": ("责任追究", "accountability"),
    "social_evaluation": ("社会评议", "social evaluation"),
    "supervision_inspection": ("监督检查", "supervision and inspection"),
    "performance_assessment": ("工作考核", "assessment of work"),
    "complaint_channel": ("投诉举报渠道", "channel for complaints"),
    "catalogue_and_guide": ("目录和指南", "catalogue and guide"),
    "portal": ("网站", "website"),
    "service_hall_window": ("服务大厅窗口", "service hall window"),
    "reading_point": ("查阅点", "reading point"),
    "workflow": ("工作流程", "workflow"),
    "training_and_publicity": ("培训宣传", "training and publicity"),
    "website_service": ("网上服务", "online service"),
    "staff_and_funding": ("人员经费", "staff and funding"),
}
_WORDS = {**EDITIONS, **_CLAIMS, **_MECHANISMS}
_LABELS = {
    "agency": ("机关", "agency"),
    "year": ("年度", "year"),
    "edition": ("格式", "form"),
    "title": ("标题", "title"),
    "published": ("公布日期", "published"),
    "signed": ("落款日期", "signed"),
    "period": ("统计期限", "period"),
    "sections": ("章节", "sections"),
    "tables": ("统计表", "tables"),
    "claims": ("数字", "figures"),
    "mechanisms": ("制度", "mechanisms"),
}


def model_word(name: str, lang: Lang) -> str:
    """The words for an edition, a kind of claim or a mechanism.

    >>> model_word("disclosure_rate", "zh"), model_word("leading_group", "en")
    ('公开率', 'leading group')
    """
    return said(*_WORDS.get(name, (name, name)), lang)


def report_repr(report: "AnnualReport") -> str:
    """One line: whose report, of which year and form, and how much was read."""
    agency = mask_personal(report.agency.name) if report.agency else None
    counts = ((len(report.sections), "section"), (len(report.claims), "claim"), (len(report.mechanisms), "mechanism"))
    read = ", ".join(f"{count} {noun}{'' if count == 1 else 's'}" for count, noun in counts)
    return one_line(f"<AnnualReport {agency} {report.year} {report.edition}: {read}>")


def report_text(report: "AnnualReport", lang: Lang = "zh") -> str:
    """What was read, a line each."""
    require_lang(lang)
    colon, between = ("：", "；") if lang == "zh" else (": ", "; ")
    return "\n".join(f"{label}{colon}{between.join(values)}" for label, values in _summary(report, lang))


def report_html(report: "AnnualReport", lang: Lang | None = None) -> str:
    """What was read as the official form has it: a head, each section to fold out, each table below its section."""
    read = zip(_summary(report, "zh"), _summary(report, "en"), strict=True)
    rows = (
        (below(zh, en, lang), "<br>".join(below(*pair, lang) for pair in zip(chinese, english, strict=True)))
        for (zh, chinese), (en, english) in read
    )
    return element("div", scrolling(table(rows)) + "".join(_form_html(report, lang)))


def _form_html(report: "AnnualReport", lang: Lang | None) -> Iterator[str]:
    """Sections in their order; a table below the first section that is about it, or at the end."""
    waiting = {grid.table.value: grid for grid in report.statistics}
    room = LONGEST
    for section in report.sections:
        text = mask_personal(section.text)[:room]
        room -= len(text)
        left_out = len(section.text) - len(text)
        words = f'<p style="white-space:pre-wrap;overflow-wrap:anywhere">{escape(text.strip())}</p>' if text else ""
        if left_out:
            cut_off = (f"正文太长，此处略去{left_out}字", f"too long to be shown: {left_out} characters are left out")
            words += element("p", below(*cut_off, lang))
        heading = element("summary", escape(one_line(mask_personal(section.heading))))
        yield element("details", heading + words)
        for content in section.covers:
            if content.value in waiting:
                yield grid_html(waiting.pop(content.value), lang)
    yield from (grid_html(grid, lang) for grid in waiting.values())


def _summary(report: "AnnualReport", lang: Lang) -> Iterator[tuple[str, list[str]]]:
    """What a reader asks first, label by label; ``—`` for what the document does not say."""
    for name, values in _values(report, lang):
        yield said(*_LABELS[name], lang), [one_line(mask_personal(value)) for value in values if value] or ["—"]


def _values(report: "AnnualReport", lang: Lang) -> Iterator[tuple[str, list[str]]]:
    period = report.period
    yield "agency", [report.agency.name if report.agency else ""]
    yield "year", [str(report.year) if report.year else ""]
    yield "edition", [model_word(report.edition.value, lang)]
    yield "title", [report.title or ""]
    yield "published", [_day(report.published, lang)]
    yield "signed", [_day(report.signed, lang)]
    yield "period", [f"{period.start or '?'} – {period.end or '?'}" if period else ""]
    yield "sections", [section.heading for section in report.sections]
    yield "tables", [said(*TABLE_TITLES[grid.table], lang) for grid in report.statistics]
    yield "claims", [_claim(claim, lang) for claim in report.claims]
    yield "mechanisms", [_mechanism(mechanism, lang) for mechanism in report.mechanisms]


def _day(mention: "DateMention | None", lang: Lang) -> str:
    if mention is None:
        return ""
    doubt = "" if mention.sure else ("（不能确定）" if lang == "zh" else " (not sure)")
    return f"{mention.on}{doubt}"


def _claim(claim: "Claim", lang: Lang) -> str:
    value = percent(claim.value) if claim.unit == "%" else f"{plain(claim.value)}{claim.unit or ''}"
    about = ("约" if lang == "zh" else "about ") if claim.approximate else ""
    quote = f"（{claim.quote}）" if lang == "zh" else f" ({claim.quote})"
    return f"{model_word(claim.kind.value, lang)} {about}{value}{quote}"


def _mechanism(mechanism: "Mechanism", lang: Lang) -> str:
    planned = mechanism.status.value == "planned"
    tail = "" if not planned else ("（拟建立）" if lang == "zh" else " (planned)")
    return f"{model_word(mechanism.kind.value, lang)}{tail}"
