"""Headings that a local rule adds to those of the Regulation."""

from collections.abc import Iterator

from govdisclosure.law.overlay import LocalHeading, Overlay
from govdisclosure.model.place import Place
from govdisclosure.model.report import AnnualReport
from govdisclosure.rules.answers import OWN_RULES, follows_own_rules
from govdisclosure.rules.outcome import Kind, Message
from govdisclosure.rules.rule import Finding, Question
from govdisclosure.rules.structure.statements import is_excerpt, reaches_its_end, skips_a_number
from govdisclosure.text.normalise import fold

__all__ = ["local_headings"]


def local_headings(question: Question, overlay: Overlay) -> Iterator[Finding]:
    """Yield one finding for each heading that the overlay adds."""
    for heading in overlay.headings:
        kind, message, at = _judge(question.report, heading, overlay)
        yield Finding(
            kind=kind,
            message=message,
            cites=(overlay.cite,),
            subject=f"{overlay.id}:heading:{heading.name}",
            at=at,
            evidence=overlay.evidence,
            facts={"year": question.report.year, "heading": heading.title_zh},
            needs=("sections",) if kind is Kind.OPEN else (),
        )


def _judge(report: AnnualReport, heading: LocalHeading, overlay: Overlay) -> tuple[Kind, Message, Place | None]:
    zh, en = f"“{heading.title_zh}”", heading.title_en
    by_zh, by_en = overlay.cite.zh, overlay.cite.en
    words = [fold(word) for word in heading.words]
    for section in report.sections:
        if any(word in fold(section.heading) for word in words):
            return Kind.PASS, Message(f"已设标题说明{zh}", f"a heading announces: {en}"), section.heading_at
    if any(word in report.key for word in words):
        message = Message(
            f"{zh}未单设标题，但正文提到，请核实是否合于{by_zh}",
            f"no heading of its own, though the text speaks of it: {en}; check it against {by_en}",
        )
        return Kind.REVIEW, message, None
    if is_excerpt(report) or not reaches_its_end(report):
        message = Message(
            f"只读到报告的一部分，无法判断是否说明{zh}；请提供全文",
            f"only part of the report was read, so this was not judged: {en}; supply the whole text",
        )
        return Kind.OPEN, message, None
    if follows_own_rules(report) or skips_a_number(report):
        why = OWN_RULES if follows_own_rules(report) else Message("标题序号不连续", "the headings skip an ordinal")
        message = Message(f"未见说明{zh}；{why.zh}（{by_zh}）", f"nothing states {en}; {why.en} ({by_en})")
        return Kind.REVIEW, message, None
    message = Message(
        f"全文未见{zh}的标题或语句，与{by_zh}不符，请人工核实并补充；没有发生的也应写明“无”",
        f"no heading and no sentence states {en}, as {by_en} asks; check, and add it, even if none",
    )
    return Kind.FAIL, message, None
