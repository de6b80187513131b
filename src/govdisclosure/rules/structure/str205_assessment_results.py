"""STR205 structure.assessment.results — 政府写明考核、评议和追责结果 / governments report assessment and its results

What it checks
--------------
Whether the report of a government, from 2019 on, speaks of assessment (工作考核), social evaluation (社会评议) and
accountability (责任追究). Words of the same meaning count, anywhere in the report. A report that was read in full and
speaks of none of the three fails; one that lacks some is for a person to look at.

Why
---
2019 Art 50 para 1 item 4 has governments at all levels report these results in addition to problems and improvements.

Example
-------
>>> from govdisclosure.model.agency import Agency, AgencyKind
>>> from govdisclosure.model.report import AnnualReport
>>> from govdisclosure.rules.rule import Question
>>> organ = Agency(name="青石县人民政府", kind=AgencyKind.GOVERNMENT)
>>> report = AnnualReport(year=2022, agency=organ, text="对各部门开展考核，组织社会评议，未发生责任追究。")
>>> [finding.kind.value for finding in check(Question(report=report))]
['pass']

Not covered
-----------
Whether the results are given and not only the fact; reports of departments, which need not have them. The reports of
townships, and of organs whose name was completed from their region alone, never fail.

中文说明
--------
查人民政府2019年度起的报告是否写到工作考核、社会评议和责任追究及其结果，意思相同的说法也算。条例要求各级人民政
府的报告写明这些内容，部门的报告不需要。全文读出而三项都没有写的为不符，缺少其中几项的请人核实。写得是否具体不查；
乡镇的报告、名称由地区补全的机关只请人核实。
"""

import re
from collections.abc import Iterator

from govdisclosure.errors import NotInForceError
from govdisclosure.law import parameter
from govdisclosure.law.dated import DatedValue
from govdisclosure.model.agency import AgencyKind
from govdisclosure.model.report import AnnualReport
from govdisclosure.rules.answers import before_duty, year_unknown
from govdisclosure.rules.citing import contents
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.rule import Finding, Question, Rule
from govdisclosure.rules.structure.statements import is_abridged, is_excerpt, reaches_its_end

__all__ = ["RULE", "check"]

_WORDS = {
    "工作考核": re.compile(r"考核|考评|评估|绩效|测评|评分|评比|考查|监测指标"),
    "社会评议": re.compile(r"评议|满意度|问卷|第三方|社会评价|公众评价|群众评价|意见征集|好差评"),
    "责任追究": re.compile(r"追究|追责|问责|通报批评|责任制|处分|约谈"),
}
_GOVERNMENTS = frozenset({AgencyKind.GOVERNMENT, AgencyKind.TOWNSHIP})


def check(question: Question) -> Iterator[Finding]:
    """Yield one finding."""
    report = question.report
    if report.year is None:
        yield year_unknown("assessment", contents(None))
        return
    try:
        duty = parameter("report.government_extra").for_report_year(report.year)
    except NotInForceError:
        yield before_duty(report.year, "assessment", contents(None))
        return
    kind = AgencyKind.UNKNOWN if report.agency is None else report.agency.kind
    if not isinstance(duty.value, tuple) or kind not in {*_GOVERNMENTS, AgencyKind.UNKNOWN}:
        message = Message(
            "只有2019年度以后各级人民政府的报告须写考核、评议和追责结果",
            "only governments, from report year 2019 on, report assessment and its results",
        )
        yield Finding(kind=Kind.NOT_APPLICABLE, message=message, cites=(duty.cite,), subject="assessment")
        return
    yield _judge(report, kind, duty, duty.value)


def _judge(report: AnnualReport, organ: AgencyKind, duty: DatedValue, items: tuple[str, ...]) -> Finding:
    english = dict(zip(items, duty.value_en or items, strict=True))
    missing = [item for item in items if not _WORDS.get(item, re.compile(re.escape(item))).search(report.key)]
    found = [item for item in items if item not in missing]
    kind, message = _verdict(report, organ, duty, (found, missing), english)
    return Finding(
        kind=kind,
        message=message,
        cites=(duty.cite,),
        subject="assessment",
        evidence=duty.evidence,
        facts={"found": found, "missing": missing},
        needs=(("agency",) if organ is AgencyKind.UNKNOWN else ("text",)) if kind is Kind.OPEN else (),
    )


def _verdict(
    report: AnnualReport,
    organ: AgencyKind,
    duty: DatedValue,
    items: tuple[list[str], list[str]],
    english: dict[str, str],
) -> tuple[Kind, Message]:
    found, missing = items
    article = duty.cite
    zh, en = "、".join(missing), ", ".join(english[item] for item in missing)
    if not missing:
        return Kind.PASS, Message(
            f"已写到{'、'.join(found)}", f"the report speaks of {', '.join(english[item] for item in found)}"
        )
    if organ is AgencyKind.UNKNOWN:
        return Kind.OPEN, Message(
            f"未能判断是否为人民政府的报告，如是，{article.zh}要求写明{zh}结果",
            f"whether a government reports was not made out; if so, {article.en} asks for {en}",
        )
    if is_excerpt(report) or is_abridged(report) or not reaches_its_end(report):
        return Kind.OPEN, Message(
            f"只读到报告的一部分，无法判断是否写明{zh}结果", f"only part of the report was read; not judged: {en}"
        )
    inferred = report.agency is not None and report.agency.inferred
    if found or organ is AgencyKind.TOWNSHIP or inferred:
        return Kind.REVIEW, Message(
            f"未见{zh}方面的内容，{article.zh}要求人民政府的报告写明，请核实",
            f"nothing was found on {en}; {article.en} asks governments for it, check",
        )
    return Kind.FAIL, Message(
        f"全文未见{zh}方面的内容，与{article.zh}不符，请人工核实并补充；没有发生的也应写明",
        f"nothing in the report speaks of {en}, as {article.en} asks of governments; check, and add it, even if none",
    )


RULE = Rule(
    code="STR205",
    name="structure.assessment.results",
    title=Message("政府写明考核、评议和追责结果", "governments report assessment and its results"),
    level=Level.ERROR,
    kinds=(Kind.PASS, Kind.FAIL, Kind.REVIEW, Kind.OPEN, Kind.NOT_APPLICABLE),
    cites=("regulation-2019:50p1i4",),
    check=check,
)
