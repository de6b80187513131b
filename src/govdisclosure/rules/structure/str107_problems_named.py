"""STR107 structure.problems.named — 问题与改进都有 / problems and improvements are both named

What it checks
--------------
Whether the problems section names at least one concrete problem and at least one measure.
``还存在一些问题和不足`` alone names none, and ``没有发现什么不足`` denies them: both are for a person to look at.

Why
---
2007 Art 32 item 5 and 2019 Art 50 para 1 item 4 ask for the main problems *and* for improvements. A list of good
intentions does not tell a reader what was wrong.

Example
-------
>>> from govdisclosure.model.report import AnnualReport
>>> from govdisclosure.rules.rule import Question
>>> [finding.kind.value for finding in check(Question(report=AnnualReport(year=2010)))]
['notApplicable']

Not covered
-----------
Whether the problems are the true ones, and whether the measures fit them. A missing section is STR101's matter.

中文说明
--------
查问题与改进部分是否既写明具体问题，又写明改进措施；只写“还存在一些问题”或称没有问题的，请人核实。条例要求说明主要
问题及改进情况，只写打算，读者不知道哪里没有做好。不查所写问题是否属实、措施是否对症；缺少这一部分由STR101判断。
"""

import re
from collections.abc import Iterator

from govdisclosure.model.place import Place
from govdisclosure.model.report import AnnualReport, Content, ProblemKind, ProblemStatement, Section
from govdisclosure.rules.citing import contents
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.placing import locate
from govdisclosure.rules.rule import Finding, Question, Rule
from govdisclosure.text.normalise import fold, squeeze

__all__ = ["RULE", "check"]

_LONG_ENOUGH = 40
_FIRST_SENTENCE = re.compile(r"[^。;；\n]{1,120}")
# 存在一些问题和不足 says that there are some, not what they are.
_GENERIC = re.compile(
    r"(?:一些|一定的?|不少|许多|诸多|以下|如下|主要|很多|薄弱|这样那样的)[^,。\n]{0,6}(?:问题|不足|差距|困难|环节|之处)"
)
# 没有发现什么不足 denies that there are any.
_DENIED = re.compile(
    r"(?:没有|未|无|不)(?:发现|存在|出现|什么|明显|突出|重大|任何|大的){1,3}的?(?:问题|不足之处|不足|差距|之处)"
)
_CONCRETE = re.compile(
    r"不够|不高|不强|不深|不全|不广|不多|不足以|不及时|不完善|不健全|不规范|不到位|不均|不齐|不熟|不新|"
    r"滞后|较慢|缓慢|欠缺|缺乏|缺少|单一|偏[低少慢弱]|较[低少弱差]|有待|亟待|亟需|需要?进一步|没有|未能|尚未|尚不|"
    r"(?:人员|经费|力量|认识|时效|内容|数量|深度|力度|质量|渠道|意识|能力|投入|宣传|培训)[^,。\n]{0,8}(?:不足|薄弱|问题)|[:一]是"
)


def check(question: Question) -> Iterator[Finding]:
    """Yield one finding."""
    report = question.report
    cites = contents(report.year, 5, 4)
    sections = report.covering(Content.PROBLEMS)
    if not sections:
        message = Message(
            "没有问题与改进部分，无须核对（是否应有见STR101）",
            "there is no problems section; whether it is due is STR101",
        )
        yield Finding(kind=Kind.NOT_APPLICABLE, message=message, cites=cites, subject="problems")
        return
    named = tuple(entry for entry in report.problems if entry.kind is ProblemKind.PROBLEM and not _generic(entry))
    measures = tuple(entry for entry in report.problems if entry.kind is ProblemKind.MEASURE)
    kind, message = _judge(report, sections[0], bool(named), bool(measures))
    yield Finding(
        kind=kind,
        message=message,
        cites=cites,
        subject="problems",
        at=_first_words(report, sections[0]) if kind is not Kind.PASS else sections[0].heading_at,
        facts={"problems": len(named), "measures": len(measures)},
        needs=("problems",) if kind is Kind.OPEN else (),
    )


def _generic(entry: ProblemStatement) -> bool:
    words, denied = _DENIED.subn("", fold(entry.quote))
    if denied and not _CONCRETE.search(words):
        return True
    return _GENERIC.search(words) is not None and not _CONCRETE.search(words)


def _first_words(report: AnnualReport, section: Section) -> Place:
    first = _FIRST_SENTENCE.search(section.text)
    return section.heading_at if first is None else locate(report, first.group(), section.at)


def _judge(report: AnnualReport, section: Section, named: bool, measures: bool) -> tuple[Kind, Message]:  # noqa: FBT001  two findings of one count each
    article = contents(report.year, 5, 4)[-1]
    if named and measures:
        return Kind.PASS, Message("已写明问题和改进措施", "problems and measures are both named")
    if named:
        zh = f"写明了问题，未见改进措施，{article.zh}要求一并说明，请核实"
        return Kind.REVIEW, Message(
            zh, f"problems are named but no measure was found; {article.en} asks for both, check"
        )
    if _DENIED.search(fold(section.text)):
        zh = f"该部分称没有问题或不足，未见具体问题，{article.zh}要求说明主要问题及改进情况，请核实"
        return Kind.REVIEW, Message(
            zh, f"the section denies that there are problems and names none; {article.en} asks for the main ones, check"
        )
    if measures and len(squeeze(section.text)) > _LONG_ENOUGH:
        zh = f"写明了改进措施，未见具体问题，{article.zh}要求一并说明，请核实"
        return Kind.REVIEW, Message(
            zh, f"measures are named but no concrete problem was found; {article.en} asks for both, check"
        )
    zh = "未能从该部分读出具体问题和改进措施，无法判断，请人工核实"
    return Kind.OPEN, Message(
        zh, "neither problems nor measures could be made out in this section; a person should read it"
    )


RULE = Rule(
    code="STR107",
    name="structure.problems.named",
    title=Message("问题与改进都有", "problems and improvements are both named"),
    level=Level.WARNING,
    kinds=(Kind.PASS, Kind.REVIEW, Kind.OPEN, Kind.NOT_APPLICABLE),
    cites=("regulation-2007:32i5", "regulation-2019:50p1i4"),
    check=check,
)
