"""The head of a page of findings: what was judged, and how many findings there are of each kind and state."""

from datetime import date
from typing import Final

import attrs

from govdisclosure.decisions import Decided
from govdisclosure.decisions.judged import whose
from govdisclosure.decisions.suppressions import is_about
from govdisclosure.model.report import AnnualReport
from govdisclosure.rules.decision import Change
from govdisclosure.rules.outcome import Assessment, Message, Verdicts
from govdisclosure.rules.showing import word
from govdisclosure.text.language import Lang
from govdisclosure.writing.report_page_list import ORDER, both, safe, state

__all__ = ["NOTICE", "header", "own_decisions"]

NOTICE: Final = Message(
    "由程序按所列条文比对，供人工核实，不是处理决定；没有发现不符不等于合格。",
    "Compared with the articles named by a program, for a person to verify; it is no decision, and no finding of "
    "compliance where nothing failed.",
)


def header(assessment: Verdicts, source: str, as_of: date | None, decided: Decided | None, lang: Lang) -> str:
    """What was judged, with the counts of each kind and, where that was asked, of each state."""
    zh = lang == "zh"
    about = _about(assessment.report if isinstance(assessment, Assessment) else None, source, lang)
    about += [("规则集" if zh else "rule set", assessment.ruleset)] if assessment.ruleset else []
    about += [("判断日期" if zh else "judged as of", as_of.isoformat())] if as_of else []
    counted = "".join(
        f'<li class="{kind.value}"><span class="verdict">{word(kind.value, lang)}</span> '
        f"<b>{assessment.counts[kind.value]}</b></li>"
        for kind in ORDER
    )
    told = " · ".join(f"{name}{'：' if zh else ': '}{safe(value)}" for name, value in about)
    heading = f'<h1>{safe(assessment.heading(lang))}</h1>\n<p class="soft">{told}</p>\n'
    return f'{heading}<ul class="counts">{counted}</ul>\n<p class="soft">{both(NOTICE, lang)}</p>\n' + _states(
        assessment, decided, lang
    )


def _about(report: AnnualReport | None, source: str, lang: Lang) -> list[tuple[str, str]]:
    zh = lang == "zh"
    file = None if report is None else report.source
    named = source or (file.uri if file else None) or ""
    named = ("标准输入" if zh else "standard input") if named == "-" else named
    about = [("文件" if zh else "file", named)] if named else []
    if file is not None:
        about.append(("SHA-256", file.sha256))
    return about


def own_decisions(decided: Decided, source: str, assessment: Verdicts) -> Decided:
    """What was decided, as far as it is about one file."""
    name = whose(source, assessment)
    return attrs.evolve(
        decided,
        absent=tuple(entry for entry in decided.absent if entry.whose == name),
        unjudged=tuple(entry for entry in decided.unjudged if entry.whose == name),
        suppressions=tuple(one for one in decided.suppressions if is_about(one.suppression, source, assessment)),
    )


def _states(assessment: Verdicts, decided: Decided | None, lang: Lang) -> str:
    """How many findings are new, known, gone or suppressed, where that was asked."""
    if decided is None:
        return ""
    found = [state(outcome) for outcome in assessment.outcomes]
    counts = {change.value: found.count(change.value) for change in Change} | {"absent": len(decided.absent)}
    counts = (counts if decided.compared else {}) | {"suppressed": found.count("suppressed")}
    told = "".join(f"<li>{word(name, lang)} <b>{count}</b></li>" for name, count in counts.items())
    label = "与基线和抑制清单比较" if lang == "zh" else "Against the baseline and the suppressions"
    return f'<p class="soft" id="states">{label}</p>\n<ul class="counts" aria-labelledby="states">{told}</ul>\n'
