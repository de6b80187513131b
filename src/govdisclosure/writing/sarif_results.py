"""The results of a SARIF log: an outcome each, located in the file and by its logical place."""

from pathlib import PurePath
from typing import Any, TypeAlias
from urllib.parse import quote

from govdisclosure.decisions import BaselineEntry
from govdisclosure.decisions.messages import absent_message
from govdisclosure.model.labels import named_cell
from govdisclosure.model.place import Place
from govdisclosure.model.report import AnnualReport
from govdisclosure.rules.outcome import Kind, Outcome
from govdisclosure.text.display import visible
from govdisclosure.text.language import Lang
from govdisclosure.text.personal import mask_personal
from govdisclosure.writing.whereabouts import Spot

__all__ = ["Json", "absent_result", "artifact_uri", "entry_locations", "report_locations", "result_of"]

Json: TypeAlias = dict[str, Any]


def artifact_uri(source: str, base: str = "") -> str:
    """A path as a URI reference: relative where it can be, percent-encoded byte for byte.

    >>> artifact_uri("报告/a b.txt")
    '%E6%8A%A5%E5%91%8A/a%20b.txt'
    >>> artifact_uri("/srv/in/a.txt", "/srv"), artifact_uri("/else/a.txt", "/srv"), artifact_uri("-")
    ('in/a.txt', 'file:///else/a.txt', 'stdin')
    """
    if source == "-":
        return "stdin"
    path = PurePath(source)
    if base and path.is_absolute() and path.is_relative_to(base):
        path = path.relative_to(base)
    encoded = quote(path.as_posix().encode("utf-8", "surrogateescape"), safe="/")
    return f"file://{'' if encoded.startswith('/') else '/'}{encoded}" if path.is_absolute() else encoded


def report_locations(outcome: Outcome, report: AnnualReport, place: Json, lang: Lang) -> list[Json]:
    """The one location of an outcome about a report: region and cell, as far as they are known."""
    logical = [
        {"fullyQualifiedName": f"{report.year}/{outcome.subject}", "kind": "element"}, *_cell(outcome, lang),
    ]  # fmt: skip
    return [{"physicalLocation": {"artifactLocation": place} | _region(outcome, report), "logicalLocations": logical}]


def entry_locations(outcome: Outcome, spots: list[tuple[Spot, Json]]) -> list[Json]:
    """The locations of an outcome about a register: a file each, its line where it is known, the entry by number.

    Args:
        outcome: The outcome. No word of the register is repeated.
        spots: Where it stands, with the artifact of each file.
    """
    logical: list[Json] = [{"fullyQualifiedName": visible(outcome.subject), "kind": "element"}]
    if outcome.entry is not None:
        logical.append({"name": visible(outcome.entry), "kind": "element"})
    return [
        {
            "physicalLocation": {"artifactLocation": place}
            | ({} if spot.line is None else {"region": {"startLine": spot.line}}),
            "logicalLocations": logical,
        }
        for spot, place in spots
    ]


def _entry(outcome: Outcome) -> Json:
    row = None if outcome.at is None else outcome.at.line
    return {"entry": visible(outcome.entry or "")} | ({} if row is None else {"row": row})


def result_of(outcome: Outcome, locations: list[Json], index: dict[str, int], lang: Lang) -> Json:
    """A result: what was found at its locations, how it stands to a baseline, whether it is suppressed."""
    chosen, other = (outcome.message.zh, outcome.message.en)[:: 1 if lang == "zh" else -1]
    result: Json = {
        "ruleId": outcome.rule,
        "kind": outcome.kind.value,
        # SARIF 2.1.0 §3.27.10: a level other than none is for kind fail alone; ours stands in the properties.
        "level": outcome.level.value if outcome.kind is Kind.FAIL else "none",
        "message": {"text": visible(chosen)},
        "locations": locations,
        "partialFingerprints": {"govdisclosure/v1": outcome.fingerprint},
        "properties": {
            "level": outcome.level.value,
            ("en" if lang == "zh" else "zh"): visible(other),
            "cites": [found.key for found in outcome.cites],
            "articles": [found.zh if lang == "zh" else found.en for found in outcome.cites],
            "needs": list(outcome.needs),
            **({} if outcome.origin is None else {"origin": outcome.origin, "tags": ["local", outcome.origin]}),
            **({} if outcome.entry is None else _entry(outcome)),
            **({} if outcome.entry is not None else _beyond_lines(outcome)),
        },
    }  # fmt: skip
    if outcome.rule in index:
        result["ruleIndex"] = index[outcome.rule]
    if outcome.change is not None:
        result["baselineState"] = outcome.change.value
        result["properties"]["graver"] = outcome.graver
    if outcome.suppression is not None:
        reason = visible(mask_personal(outcome.suppression.reason))
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": reason}]
    return result


def absent_result(entry: BaselineEntry, place: Json | None, index: dict[str, int], lang: Lang) -> Json:
    """A result that the baseline has and this run has not, at the file that was judged."""
    message = absent_message(entry)
    result: Json = {
        "ruleId": entry.rule,
        "kind": entry.kind.value,
        "level": entry.level.value if entry.kind is Kind.FAIL else "none",
        "message": {"text": visible(message.zh if lang == "zh" else message.en)},
        "partialFingerprints": {"govdisclosure/v1": entry.fingerprint},
        "locations": [] if place is None else [{"physicalLocation": {"artifactLocation": place}}],
        "baselineState": "absent",
    }
    return result | ({"ruleIndex": index[entry.rule]} if entry.rule in index else {})


def _region(outcome: Outcome, report: AnnualReport) -> Json:
    """Line, column and character offset in the source file; the whole file for what is absent or cannot be traced.

    A file without lines (DOCX, XLSX, PDF) has no region: its pages and cells stand in the properties.
    """
    at = outcome.at
    if not report.map.text_starts:
        return {}
    if at is None or at.line is None or at.column is None:
        return {"region": {"startLine": 1, "endLine": len(report.map.line_starts)}}
    region: Json = {"startLine": at.line, "startColumn": at.column}
    last = _last(at, report)
    if last is not None:
        region |= {"endLine": last[0], "endColumn": last[1] + 1}
        starts = report.map.line_starts
        first, end = (starts[line - 1] + column for line, column in ((at.line, at.column), last))
        region |= {"charOffset": first - 1, "charLength": end - first + 1}
    if outcome.quote:
        region["snippet"] = {"text": visible(outcome.quote)}
    return {"region": region}


def _beyond_lines(outcome: Outcome) -> Json:
    """Page, cell and words of an outcome that no line leads to; nothing of what it has not."""
    at = outcome.at
    if at is None or at.line is not None:
        return {}
    found: Json = {} if at.page is None else {"page": at.page}
    if at.cell is not None:
        found["cell"] = {"table": at.cell.table, "row": at.cell.row, "column": at.cell.column}
    return found | ({"snippet": visible(outcome.quote)} if outcome.quote else {})


def _cell(outcome: Outcome, lang: Lang) -> list[Json]:
    """The cell of a statutory table that an outcome is about, as a logical location."""
    cell = outcome.at and outcome.at.cell
    if not cell:
        return []
    words = named_cell(cell)[0 if lang == "zh" else 1]
    return [{"name": words, "fullyQualifiedName": f"{cell.table}/{cell.row}/{cell.column}", "kind": "value"}]


def _last(at: Place, report: AnnualReport) -> tuple[int, int] | None:
    """Line and column of the last character, if it stands after the first one in the source."""
    if at.end <= at.start or at.line is None or at.column is None:
        return None
    line, column = report.map.line_and_column(at.end - 1)
    if line is None or column is None or (line, column) < (at.line, at.column):
        return None
    return line, column
