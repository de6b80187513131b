"""Outcomes as a workbook (XLSX): findings, reports, and what was not checked. Every cell is text or a number.

Needs the ``office`` extra (XlsxWriter).
"""

import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, Final

from govdisclosure.decisions import Decided
from govdisclosure.decisions.judged import agency_of, year_of
from govdisclosure.decisions.messages import absent_message, suppression_message
from govdisclosure.errors import MissingExtraError, ReadError
from govdisclosure.rules.outcome import Assessment, Kind, Outcome, Verdicts
from govdisclosure.rules.showing import place_word, word
from govdisclosure.text.display import one_line
from govdisclosure.text.language import Lang, require_lang
from govdisclosure.text.personal import mask_personal
from govdisclosure.writing.run import about

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

__all__ = ["workbook_of"]

_MADE: Final = datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""The day the file bears; the day it was written would change the bytes."""
_LONGEST: Final = 32_000
"""A cell of a workbook holds 32,767 characters."""
_MOST_ROWS: Final = 1_000_000
"""A sheet holds 1,048,576 rows; what is beyond goes on in the next one."""
_ORDER: Final = (Kind.FAIL, Kind.REVIEW, Kind.OPEN, Kind.INFORMATIONAL, Kind.PASS, Kind.NOT_APPLICABLE)
_FINDINGS: Final = (
    (
        (
            "文件",
            "机关",
            "年度",
            "结果",
            "级别",
            "规则",
            "说明（中文）",
            "说明（英文）",
            "位置",
            "原文",
            "依据",
            "还需要",
            "指纹",
            "与基线比较",
            "抑制理由",
            "抑制人",
            "抑制至",
            "地方规定",
        ),
        (
            *("file", "organ", "year", "verdict", "level", "rule", "message (zh)", "message (en)", "place", "words"),
            *("articles", "needs", "fingerprint", "change", "suppressed", "by", "until", "local rules"),
        ),
    ),
    (28, 24, 8, 10, 8, 10, 60, 40, 18, 36, 44, 20, 20, 12, 30, 14, 12, 20),
)
_REPORTS: Final = (
    (("文件", "机关", "年度", "格式", "公布日期", *(word(kind.value, "zh") for kind in _ORDER), "规则出错", "SHA-256"),
     ("file", "organ", "year", "edition", "published on", *(kind.value for kind in _ORDER), "crashed", "SHA-256")),
    (36, 28, 8, 20, 12, 8, 8, 10, 8, 8, 8, 10, 70),
)  # fmt: skip
_DECISIONS: Final = (
    (("基线或抑制清单", "机关年度或文件", "规则", "对象", "指纹", "说明"),
     ("baseline or suppressions", "organ and year or file", "rule", "subject", "fingerprint", "what")),
    (18, 36, 10, 36, 20, 80),
)  # fmt: skip
_NOT_CHECKED: Final = ((("文件", "未核查的内容", "原因"), ("file", "what", "why")), (40, 20, 100))
_TITLES: Final = (("核查结果", "findings"), ("报告", "reports"), ("未核查", "not checked"), ("基线和抑制", "decisions"))


def workbook_of(  # noqa: PLR0913  a workbook has this many parts
    assessed: Sequence[tuple[str, Verdicts]],
    unread: Iterable[ReadError] = (),
    skipped: Iterable[ReadError] = (),
    *,
    lang: Lang = "zh",
    as_of: date | None = None,
    ruleset: str = "",
    decided: Decided | None = None,
) -> bytes:
    """Write the outcomes of several reports as one workbook.

    Args:
        assessed: Names of files and their assessments.
        unread: What could not be read.
        skipped: What was passed over as no kind of file that is read.
        lang: The language of headings, places and articles; messages stand in both.
        as_of: The day of the judgement, where one was given.
        ruleset: The version of the rules.
        decided: Baseline and suppressions, where either was given: a fourth sheet says what is gone or to be looked at.

    Returns:
        An XLSX file, the same for the same arguments. Personal numbers are masked; no cell is a formula or a link.

    Raises:
        MissingExtraError: XlsxWriter is not installed.
        UsageError: It is another language.
    """
    require_lang(lang)
    try:
        from xlsxwriter import Workbook  # noqa: PLC0415  an extra
    except ImportError:
        raise MissingExtraError("office", "写 Excel 文件", "writing Excel files") from None
    target = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(target, options) as book:
        book.set_properties({
            "title": f"govdisclosure {ruleset}".strip(),
            "comments": f"as of {as_of.isoformat()}" if as_of else "",
            "created": _MADE,
        })  # fmt: skip
        rows = [
            (_FINDINGS, _findings(assessed, lang)),
            (_REPORTS, _reports(assessed, lang)),
            (_NOT_CHECKED, _not_checked(assessed, (*unread, *skipped), lang)),
            *([] if decided is None else [(_DECISIONS, _decisions(decided, lang))]),
        ]
        for titles, ((heads, widths), lines) in zip(_TITLES, rows, strict=False):
            side = 0 if lang == "zh" else 1
            _sheets(book, titles[side], heads[side], widths, lines)
    return target.getvalue()


def _sheets(
    book: "Workbook", title: str, heads: Sequence[str], widths: Sequence[int], rows: Iterator[tuple[object, ...]]
) -> None:
    """A sheet with a heading that stays, filters and columns wide enough; more sheets where the rows need them."""
    # The quote prefix keeps a program from taking what begins with = for a formula when a cell is edited.
    text = book.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True})
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    sheet, row, number = _sheet(book, title, heads, widths, head), 0, 1
    for values in rows:
        if row >= _MOST_ROWS:
            sheet.autofilter(0, 0, row, len(heads) - 1)
            number += 1
            sheet, row = _sheet(book, f"{title} {number}", heads, widths, head), 0
        row += 1
        for column, value in enumerate(values):
            if isinstance(value, int):
                sheet.write_number(row, column, value, text)
            elif value:
                sheet.write_string(row, column, _safe(str(value)), text)
    sheet.autofilter(0, 0, row, len(heads) - 1)


def _sheet(book: "Workbook", title: str, heads: Sequence[str], widths: Sequence[int], head: Any) -> Any:  # noqa: ANN401  XlsxWriter has no types
    sheet = book.add_worksheet(title)
    sheet.freeze_panes(1, 0)
    for column, (words, width) in enumerate(zip(heads, widths, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, words, head)
    return sheet


def _safe(words: str) -> str:
    shown = one_line(mask_personal(words))
    return shown if len(shown) <= _LONGEST else shown[:_LONGEST] + "…"


def _findings(assessed: Sequence[tuple[str, Verdicts]], lang: Lang) -> Iterator[tuple[object, ...]]:
    for source, assessment in assessed:
        for outcome in sorted(
            assessment.outcomes, key=lambda one: (one.origin or "", _ORDER.index(one.kind), -one.level.rank)
        ):
            yield (*_about(source, assessment), *_finding(outcome, lang))


def _about(source: str, assessment: Verdicts) -> tuple[object, ...]:
    agency = agency_of(assessment)
    return source, agency.name if agency else "", year_of(assessment) or ""


def _finding(outcome: Outcome, lang: Lang) -> tuple[object, ...]:
    level = "" if outcome.level == "none" else word(outcome.level.value, lang)
    cites = dict.fromkeys(cite.zh if lang == "zh" else cite.en for cite in outcome.cites)
    return (
        word(outcome.kind.value, lang),
        level,
        outcome.rule,
        outcome.message.zh,
        outcome.message.en,
        place_word(outcome, lang),
        outcome.quote or "",
        ("；" if lang == "zh" else "; ").join(cites),
        ("、" if lang == "zh" else ", ").join(word(need, lang) for need in outcome.needs),
        outcome.fingerprint,
        "" if outcome.change is None else word(outcome.change.value, lang),
        *_suppressed(outcome),
        outcome.origin or "",
    )


def _suppressed(outcome: Outcome) -> tuple[str, str, str]:
    one = outcome.suppression
    return (
        ("", "", "") if one is None else (one.reason, one.by or "", "" if one.until is None else one.until.isoformat())
    )


def _decisions(decided: Decided, lang: Lang) -> Iterator[tuple[object, ...]]:
    side = 0 if lang == "zh" else 1
    for entry in decided.absent:
        told = absent_message(entry)
        yield (
            word("absent", lang), entry.whose, entry.rule, entry.subject, entry.fingerprint, (told.zh, told.en)[side],
        )  # fmt: skip
    for status in decided.suppressions:
        told, one = suppression_message(status), status.suppression
        name = ("抑制清单", "suppression")[side]
        yield (
            name,
            one.agency or one.source or "",
            one.code,
            one.subject or "",
            one.fingerprint or "",
            (told.zh, told.en)[side],
        )


def _reports(assessed: Sequence[tuple[str, Verdicts]], lang: Lang) -> Iterator[tuple[object, ...]]:
    for source, assessment in assessed:
        report = assessment.report if isinstance(assessment, Assessment) else None
        file = None if report is None else report.source
        published = None if report is None else report.published_on
        yield (
            *_about(source, assessment),
            ("登记簿或目录", "register or catalogue")[lang == "en"]
            if report is None
            else word(report.edition.value, lang),
            published.isoformat() if published else "",
            *(assessment.counts[kind.value] for kind in _ORDER),
            len(assessment.crashed),
            file.sha256 if file else "",
        )


def _not_checked(
    assessed: Sequence[tuple[str, Verdicts]], faults: Sequence[ReadError], lang: Lang
) -> Iterator[tuple[object, ...]]:
    zh = lang == "zh"
    for fault in faults:
        yield fault.source, "文件" if zh else "the file", fault.zh if zh else fault.en
    what = {"notChecked": ("部分内容", "in part"), "fault": ("有误的行", "a row")}
    for source, assessment in assessed:
        for told in about(source, assessment):
            part = told.rule or what[told.kind][0 if zh else 1]
            yield source, part, told.message.zh if zh else told.message.en
