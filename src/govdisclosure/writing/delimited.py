"""CSV for a spreadsheet program: an outcome a row, and what could not be read or judged as rows of their own."""

import csv
import io
from collections.abc import Iterator

from govdisclosure.register.files.escaping import escaped
from govdisclosure.rules.outcome import Assessment, Outcome, Verdicts
from govdisclosure.rules.showing import word
from govdisclosure.text.display import one_line, visible
from govdisclosure.text.language import Lang
from govdisclosure.text.personal import mask_personal
from govdisclosure.writing.run import Remark, Run, remarks

__all__ = ["COLUMNS", "outcomes_csv", "safe_cell"]

COLUMNS = (
    ("source", "文件"), ("agency", "机关"), ("year", "年度"), ("rule", "规则"), ("kind", "结果"), ("level", "级别"),
    ("message", "说明"), ("articles", "依据"), ("entry", "登记编号"), ("line", "行"), ("column", "列"), ("page", "页"),
    ("table", "表"), ("row", "表行"), ("cell_column", "表列"), ("quote", "原文"), ("needs", "还需要"),
    ("subject", "对象"), ("fingerprint", "指纹"), ("change", "与基线比较"), ("suppressed", "抑制理由"),
    ("suppressed_by", "抑制人"), ("suppressed_until", "抑制至"), ("origin", "地方规定"),
)  # fmt: skip
"""Names of the columns in English and Chinese, in order."""


def outcomes_csv(run: Run, lang: Lang = "zh") -> str:
    r"""A run as CSV: UTF-8 with a mark in front, lines ended by ``\r\n``, no cell that is taken for a formula.

    Args:
        run: The run.
        lang: Language of the headings and words.
    """
    target = io.StringIO(newline="")
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow([zh if lang == "zh" else en for en, zh in COLUMNS])
    for cells in _rows(run, lang):
        writer.writerow([safe_cell(cells.get(name)) for name, _ in COLUMNS])
    return "\ufeff" + target.getvalue()


def _rows(run: Run, lang: Lang) -> Iterator[dict[str, object]]:
    for source, verdicts in run.assessed:
        head = _head(source, verdicts)
        yield from (head | _outcome(outcome, lang) for outcome in verdicts.outcomes)
    yield from (_remark(remark, lang) for remark in remarks(run))


def _head(source: str, verdicts: Verdicts) -> dict[str, object]:
    report = verdicts.report if isinstance(verdicts, Assessment) else None
    agency = None if report is None or report.agency is None else mask_personal(report.agency.name)
    return {"source": source, "agency": agency, "year": None if report is None else report.year}


def _outcome(outcome: Outcome, lang: Lang) -> dict[str, object]:
    at = outcome.at
    cell = at.cell if at is not None else None
    zh = lang == "zh"
    articles = dict.fromkeys(cite.zh if zh else cite.en for cite in outcome.cites)
    return {
        "rule": outcome.rule,
        "kind": word(outcome.kind.value, lang),
        "level": "" if outcome.level == "none" else word(outcome.level.value, lang),
        "message": outcome.message.zh if zh else outcome.message.en,
        "articles": ("；" if zh else "; ").join(articles),
        "entry": outcome.entry,
        "line": at and at.line,
        "column": at and at.column,
        "page": at and at.page,
        "table": cell and cell.table,
        "row": cell and cell.row,
        "cell_column": cell and cell.column,
        "quote": outcome.quote,
        "needs": ("、" if zh else ", ").join(word(need, lang) for need in outcome.needs),
        "subject": outcome.subject,
        "origin": outcome.origin,
        "fingerprint": outcome.fingerprint,
        "change": outcome.change and word(outcome.change.value, lang),
        "suppressed": outcome.suppression and mask_personal(outcome.suppression.reason),
        "suppressed_by": outcome.suppression and mask_personal(outcome.suppression.by or ""),
        "suppressed_until": outcome.suppression and outcome.suppression.until,
    }


def _remark(remark: Remark, lang: Lang) -> dict[str, object]:
    return {
        "source": remark.source,
        "rule": remark.rule,
        "kind": remark.word(lang),
        "message": remark.message.zh if lang == "zh" else remark.message.en,
        "subject": remark.subject,
        "fingerprint": remark.fingerprint,
    }


def safe_cell(value: object) -> str:
    """A cell that no spreadsheet program takes for a formula."""
    if value is None or value == "":
        return ""
    return str(value) if isinstance(value, int) else escaped(one_line(visible(str(value))))
