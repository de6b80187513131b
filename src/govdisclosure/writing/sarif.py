"""SARIF 2.1.0, for code scanning and every viewer that speaks it."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import PurePath
from typing import Any, TypeAlias
from urllib.parse import quote

from govdisclosure.decisions import BaselineEntry, Decided, SuppressionStatus
from govdisclosure.errors import ReadError
from govdisclosure.law import cite
from govdisclosure.model.labels import named_cell
from govdisclosure.model.place import Place
from govdisclosure.model.report import AnnualReport, SourceFile
from govdisclosure.rules.outcome import Assessment, Kind, Message, Outcome
from govdisclosure.rules.rule import BlankIs, Rule
from govdisclosure.text.display import visible
from govdisclosure.text.language import Lang
from govdisclosure.text.personal import mask_personal
from govdisclosure.writing.pages import rule_page
from govdisclosure.writing.run import absent_message, suppression_message
from govdisclosure.writing.version import package_version

__all__ = ["artifact_uri", "sarif_log"]

Json: TypeAlias = dict[str, Any]

# Code scanning services ask for it.
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif_log(  # noqa: PLR0913  a log has this many parts
    assessed: Iterable[tuple[str, Assessment]],
    unread: Iterable[ReadError] = (),
    *,
    rules: Sequence[Rule],
    ruleset: str,
    as_of: date | None = None,
    blank_is: BlankIs = "open",
    lang: Lang = "zh",
    base: str = "",
    skipped: Iterable[ReadError] = (),
    decided: Decided | None = None,
) -> Json:
    """One run over all files.

    Args:
        assessed: Paths and their assessments.
        unread: What could not be read; tool execution notifications.
        rules: The rules that were run.
        ruleset: Version of the rule set.
        as_of: The day the judgement was made, where one was given.
        blank_is: What blank cells of tables counted as.
        lang: Language of the messages; the other one stands in the properties.
        base: Absolute folder that absolute paths are made relative to.
        skipped: Files of folders that were passed over because their kind is not read.
        decided: Baseline and suppressions, where either was given.
    """
    index = {rule.code: n for n, rule in enumerate(rules)}
    positions: dict[str, int] = {}
    artifacts, results = list[Json](), list[Json]()
    notes = [_unread(error, lang, base) for error in unread]
    remarks = [{**_unread(error, lang, base), "level": "note", "descriptor": {"id": "skipped"}} for error in skipped]
    for source, assessment in assessed:
        uri = artifact_uri(source, base)
        position = positions.setdefault(uri, len(positions))
        if position == len(artifacts):
            artifacts.append(_artifact(uri, assessment.report.source))
        place = {"uri": uri, "index": position}
        results += [_result(outcome, assessment.report, place, index, lang) for outcome in assessment.outcomes]
        notes += [_crashed(code, name, place) for code, name in assessment.crashed]
        remarks += [_not_checked(message, place, lang) for message in assessment.not_checked]
    if decided is not None:
        results += [_absent(entry, index, lang) for entry in decided.absent]
        remarks += [_suppression_note(one, lang) for one in decided.suppressions if one.state != "used"]
    run = {
        "tool": {"driver": _driver(rules, ruleset, lang)},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": not notes, "toolExecutionNotifications": [*notes, *remarks]}],
        "artifacts": artifacts,
        "results": results,
        "properties": {"ruleset": ruleset, "asOf": as_of and as_of.isoformat(), "blankIs": blank_is},
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


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


def _driver(rules: Sequence[Rule], ruleset: str, lang: Lang) -> Json:
    number = package_version()
    return {
        "name": "govdisclosure",
        "version": number,
        "semanticVersion": number,
        "language": "zh-CN" if lang == "zh" else "en-US",
        "rules": [_descriptor(rule, lang) for rule in rules],
        "properties": {"ruleset": ruleset},
    }


def _descriptor(rule: Rule, lang: Lang) -> Json:
    page = rule_page(rule, lang)
    cites = [cite(key) for key in rule.cites]
    articles = "；".join(found.zh for found in cites) if lang == "zh" else "; ".join(found.en for found in cites)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": page.title},
        "fullDescription": {"text": f"{page.title}（{articles}）" if lang == "zh" else f"{page.title} ({articles})"},
        "help": {"text": page.text, "markdown": page.text},
        "defaultConfiguration": {"level": rule.level.value},
        "properties": {
            "title": {"zh": rule.title.zh, "en": rule.title.en},
            "cites": list(rule.cites),
            "kinds": [kind.value for kind in rule.kinds],
            "editions": [edition.value for edition in rule.editions],
            "since": rule.since,
            "beside": rule.beside,
        },
    }


def _artifact(uri: str, source: SourceFile | None) -> Json:
    artifact: Json = {"location": {"uri": uri}, "roles": ["analysisTarget"]}
    if source is not None:
        artifact["mimeType"] = source.media_type
        artifact["hashes"] = {"sha-256": source.sha256}
        if source.encoding:
            artifact["encoding"] = source.encoding
    return artifact


def _result(outcome: Outcome, report: AnnualReport, place: Json, index: dict[str, int], lang: Lang) -> Json:
    chosen, other = (outcome.message.zh, outcome.message.en)[:: 1 if lang == "zh" else -1]
    physical: Json = {"artifactLocation": place} | _region(outcome, report)
    result: Json = {
        "ruleId": outcome.rule,
        "kind": outcome.kind.value,
        # SARIF 2.1.0 §3.27.10: a level other than none is for kind fail alone; ours stands in the properties.
        "level": outcome.level.value if outcome.kind is Kind.FAIL else "none",
        "message": {"text": visible(chosen)},
        "locations": [{
            "physicalLocation": physical,
            "logicalLocations": [
                {"fullyQualifiedName": f"{report.year}/{outcome.subject}", "kind": "element"}, *_cell(outcome, lang),
            ],
        }],
        "partialFingerprints": {"govdisclosure/v1": outcome.fingerprint},
        "properties": {
            "level": outcome.level.value,
            ("en" if lang == "zh" else "zh"): visible(other),
            "cites": [found.key for found in outcome.cites],
            "articles": [found.zh if lang == "zh" else found.en for found in outcome.cites],
            "needs": list(outcome.needs),
            **({} if outcome.origin is None else {"origin": outcome.origin}),
            **_beyond_lines(outcome),
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


def _absent(entry: BaselineEntry, index: dict[str, int], lang: Lang) -> Json:
    """A result that the baseline has and this run has not."""
    message = absent_message(entry)
    result: Json = {
        "ruleId": entry.rule,
        "kind": entry.kind.value,
        "level": entry.level.value if entry.kind is Kind.FAIL else "none",
        "message": {"text": visible(message.zh if lang == "zh" else message.en)},
        "partialFingerprints": {"govdisclosure/v1": entry.fingerprint},
        "baselineState": "absent",
    }
    return result | ({"ruleIndex": index[entry.rule]} if entry.rule in index else {})


def _suppression_note(status: SuppressionStatus, lang: Lang) -> Json:
    message = suppression_message(status)
    text = message.zh if lang == "zh" else message.en
    return {"level": "note", "descriptor": {"id": f"suppression-{status.state.value}"}, "message": {"text": text}}


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


def _unread(error: ReadError, lang: Lang, base: str) -> Json:
    chosen, other = (error.zh, error.en)[:: 1 if lang == "zh" else -1]
    return {
        "level": "error",
        "descriptor": {"id": type(error).__name__},
        "message": {"text": visible(chosen)},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": artifact_uri(error.source, base)}}}],
        "properties": {"en" if lang == "zh" else "zh": visible(other)},
    }


def _not_checked(message: Message, place: Json, lang: Lang) -> Json:
    return {
        "level": "note",
        "descriptor": {"id": "not-checked"},
        "message": {"text": message.zh if lang == "zh" else message.en},
        "locations": [{"physicalLocation": {"artifactLocation": place}}],
        "properties": {"en": message.en} if lang == "zh" else {"zh": message.zh},
    }


def _crashed(code: str, name: str, place: Json) -> Json:
    return {
        "level": "error",
        "descriptor": {"id": "crashed"},
        "associatedRule": {"id": code},
        "message": {"text": f"{code}: {name}"},
        "locations": [{"physicalLocation": {"artifactLocation": place}}],
    }
