"""What was found of a collection, as text, as rows for a spreadsheet and as a JSON document."""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from govdisclosure.analysis.across.collection import Unread
from govdisclosure.analysis.across.judging import CollectionAssessment, OrganAssessment
from govdisclosure.rules.outcome import Kind, Outcome
from govdisclosure.rules.showing import kind_word
from govdisclosure.text.display import one_line, visible
from govdisclosure.text.language import Lang
from govdisclosure.text.personal import mask_personal
from govdisclosure.writing.convert import SCHEMA, outcome_to_dict
from govdisclosure.writing.delimited import safe_cell
from govdisclosure.writing.version import package_version

__all__ = ["COLUMNS", "across_csv", "across_lines", "across_to_dict"]

Json: TypeAlias = dict[str, Any]

COLUMNS = (
    ("organ", "机关"), ("year", "年度"), ("rule", "规则"), ("kind", "结果"), ("message", "说明"), ("source", "文件"),
    ("subject", "对象"), ("fingerprint", "指纹"),
)  # fmt: skip
"""Names of the columns in English and Chinese, in order."""
_NAMED = 10
"""How many documents that could not be read the text names."""
_ASKING = (Kind.FAIL, Kind.REVIEW, Kind.OPEN)


def across_to_dict(found: CollectionAssessment) -> Json:
    """The document ``govdisclosure across --format json`` writes.

    Args:
        found: The assessment.

    Returns:
        JSON values only.
    """
    return {
        "schema": SCHEMA,
        "tool": {"name": "govdisclosure", "version": package_version(), "ruleset": found.ruleset},
        "organs": [_organ(one) for one in found.organs],
        "counts": found.counts,
        "unread": [
            {"source": visible(one.name), "reason": {"zh": visible(one.zh), "en": visible(one.en)}}
            for one in found.unread
        ],
        "nameless": found.nameless,
        "not_checked": [{"zh": one.zh, "en": one.en} for one in found.not_checked],
    }


def _organ(one: OrganAssessment) -> Json:
    return {
        "organ": _shown(one.organ),
        "reports": [{"year": year, "source": _shown(name)} for year, name in one.sources],
        "outcomes": [outcome_to_dict(outcome) for outcome in one.outcomes],
        "years": [
            {
                "year": year.year,
                "source": _shown(year.source),
                "outcomes": [outcome_to_dict(outcome) for outcome in year.outcomes],
            }
            for year in one.years
        ],
        "crashed": [{"rule": code, "error": name} for code, name in one.crashed],
    }


def across_lines(found: CollectionAssessment, lang: Lang, *, verbose: bool = False) -> Iterator[str]:
    """What asks for attention, organ by organ, with closing lines.

    Args:
        found: The assessment.
        lang: ``zh`` or ``en``.
        verbose: Also what passed or does not apply.
    """
    zh = lang == "zh"
    for organ in found.organs:
        shown = [(outcome, source) for outcome, source, _ in _rows(organ) if verbose or outcome.kind in _ASKING]
        if shown:
            yield _shown(organ.organ)
        for outcome, source in shown:
            message = outcome.message.zh if zh else outcome.message.en
            yield f"  {kind_word(outcome, lang)} {outcome.rule} {one_line(message)}{f'  [{source}]' if source else ''}"
        for code, name in organ.crashed:
            yield f"  {code}: {'规则内部出错' if zh else 'this rule failed'} ({name})"
    counts = found.counts
    fail, review, left = (counts[kind.value] for kind in _ASKING)
    organs = len(found.organs)
    yield (
        f"共{organs:,}个机关：不符{fail:,}项，待核{review:,}项，未能判断{left:,}项"
        if zh
        else f"{organs:,} organs: {fail:,} failed, {review:,} for review, {left:,} open"
    )
    for left_out in found.not_checked:
        yield f"未核查：{left_out.zh}" if zh else f"not checked: {left_out.en}"
    yield from _unread(found.unread, zh=zh)


def _unread(unread: Sequence[Unread], *, zh: bool) -> Iterator[str]:
    """The first of the documents that could not be read, with the reason."""
    if unread:
        yield "未能读取的及原因：" if zh else "what was not read, and why:"
    for one in unread[:_NAMED]:
        yield f"  {_shown(one.name)}{'：' if zh else ': '}{_shown(one.zh if zh else one.en)}"
    if len(unread) > _NAMED:
        more = f"{len(unread) - _NAMED:,}"
        yield f"  另有{more}份，全部见 --format json" if zh else f"  {more} more: --format json names all"


def across_csv(found: CollectionAssessment, lang: Lang) -> str:
    r"""An outcome a row: UTF-8 with a mark in front, lines ended by ``\r\n``, no cell that is taken for a formula.

    Args:
        found: The assessment.
        lang: Language of the headings and words.
    """
    target = io.StringIO(newline="")
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow([zh if lang == "zh" else en for en, zh in COLUMNS])
    for organ in found.organs:
        for outcome, source, year in _rows(organ):
            message = outcome.message.zh if lang == "zh" else outcome.message.en
            cells = (
                _shown(organ.organ), year, outcome.rule, kind_word(outcome, lang), message, source, outcome.subject,
                outcome.fingerprint,
            )  # fmt: skip
            writer.writerow([safe_cell(cell) for cell in cells])
    return "\ufeff" + target.getvalue()


def _rows(organ: OrganAssessment) -> Iterator[tuple[Outcome, str, int | None]]:
    for outcome in organ.outcomes:
        yield outcome, "", None
    for year in organ.years:
        for outcome in year.outcomes:
            yield outcome, _shown(year.source), year.year


def _shown(words: str) -> str:
    return mask_personal(one_line(words))
