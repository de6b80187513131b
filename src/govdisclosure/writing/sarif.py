"""SARIF 2.1.0, for code scanning and every viewer that speaks it."""

from collections.abc import Iterable, Sequence
from datetime import date

from govdisclosure.decisions import Decided, SuppressionStatus
from govdisclosure.decisions.judged import whose
from govdisclosure.decisions.messages import suppression_message
from govdisclosure.errors import ReadError
from govdisclosure.law import cite
from govdisclosure.model.report import SourceFile
from govdisclosure.rules.outcome import Assessment, Kind, Verdicts
from govdisclosure.rules.pages import rule_page
from govdisclosure.rules.rule import BlankIs, Rule
from govdisclosure.text.display import visible
from govdisclosure.text.language import Lang
from govdisclosure.writing.run import Chosen, Remark, about
from govdisclosure.writing.sarif_results import (
    Json,
    absent_result,
    artifact_uri,
    entry_locations,
    report_locations,
    result_of,
)
from govdisclosure.writing.version import package_version
from govdisclosure.writing.whereabouts import Book, Whereabouts

__all__ = ["artifact_uri", "sarif_log"]

_REMARKS = {"notChecked": "not-checked", "fault": "row-fault"}
# Code scanning services ask for it.
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif_log(  # noqa: PLR0913  a log has this many parts
    assessed: Iterable[tuple[str, Verdicts]],
    unread: Iterable[ReadError] = (),
    *,
    rules: Sequence[Rule],
    ruleset: str,
    as_of: date | None = None,
    blank_is: BlankIs | None = "open",
    lang: Lang = "zh",
    base: str = "",
    skipped: Iterable[ReadError] = (),
    decided: Decided | None = None,
    books: Iterable[Book] = (),
    quiet: bool = False,
    chosen: Chosen | None = None,
) -> Json:
    """One run over all files.

    Args:
        assessed: Paths and their assessments.
        unread: What could not be read; tool execution notifications.
        rules: The rules that were run.
        ruleset: Version of the rule set.
        as_of: The day the judgement was made, where one was given.
        blank_is: What blank cells of tables counted as; ``None`` for a register or catalogue.
        lang: Language of the messages; the other one stands in the properties.
        base: Absolute folder that absolute paths are made relative to.
        skipped: Files of folders that were passed over because their kind is not read.
        decided: Baseline and suppressions, where either was given.
        books: The files of a register that was judged as one, so that each outcome is located in its own.
        quiet: What failed and nobody decided about alone, for code scanning: GitHub takes every result for an alert,
            whatever its kind or suppressions. How many were left out stands in the properties.
        chosen: What settings made of the rules, where there are any.
    """
    index = {rule.code: n for n, rule in enumerate(rules)}
    artifacts, results = _Artifacts(base), list[Json]()
    where = Whereabouts(books, rules)
    notes = [_unread(error, lang, base) for error in unread]
    remarks = [{**_unread(error, lang, base), "level": "note", "descriptor": {"id": "skipped"}} for error in skipped]
    names: dict[str, Json] = {}
    omitted = 0
    for source, verdicts in assessed:
        shown = [one for one in verdicts.of(Kind.FAIL) if not one.decided] if quiet else verdicts.outcomes
        omitted += len(verdicts.outcomes) - len(shown)
        if isinstance(verdicts, Assessment):
            places = [artifacts.of(source, verdicts.report.source)]
            located = [report_locations(one, verdicts.report, places[0], lang) for one in shown]
        else:
            places = [artifacts.of(book.source) for book in where.books] or [artifacts.of(source)]
            spots = [[(spot, artifacts.of(spot.source)) for spot in where.of(one, source)] for one in shown]
            located = [entry_locations(one, found) for one, found in zip(shown, spots, strict=True)]
        names.setdefault(whose(source, verdicts), places[0])
        results += [result_of(one, at, index, lang) for one, at in zip(shown, located, strict=True)]
        for told in about(source, verdicts):
            (notes if told.is_error else remarks).append(_remark(told, places, lang))
    if decided is not None:
        remarks += [_suppression_note(one, lang) for one in decided.suppressions if one.state != "used"]
        results += [] if quiet else [absent_result(one, names.get(one.whose), index, lang) for one in decided.absent]
    _complete(results, quiet=quiet, suppressing=bool(decided and decided.suppressions))
    run = {
        "tool": {"driver": _driver(rules, ruleset, lang)},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {"executionSuccessful": not notes, "toolExecutionNotifications": [*notes, *remarks]}
            | ({} if chosen is None else _chosen(chosen, rules, index))
        ],
        "artifacts": artifacts.listed,
        "results": results,
        "properties": {"ruleset": ruleset, "asOf": as_of and as_of.isoformat()}
        | ({} if blank_is is None else {"blankIs": blank_is})
        | ({"omitted": omitted} if quiet else {}),
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _complete(results: list[Json], *, quiet: bool, suppressing: bool) -> None:
    """What some readers want of every result: a line for code scanning; no suppression rather than none known of."""
    for result in results:
        if suppressing:
            result.setdefault("suppressions", [])
        for place in result["locations"] if quiet else ():
            place["physicalLocation"].setdefault("region", {"startLine": 1})


def _chosen(chosen: Chosen, rules: Sequence[Rule], index: dict[str, int]) -> Json:
    """What settings made of the rules of a run, for the invocation.

    SARIF 2.1.0 §3.20.5: the card of a rule keeps its default, and what a run changed stands here. A rule that is left
    out for some files runs for the others, which no override can say: that is a property.
    """
    levels = [(rule, chosen.levels[rule.code]) for rule in rules if rule.code in chosen.levels]
    overrides = [
        {"descriptor": {"id": rule.code, "index": index[rule.code]}, "configuration": {"level": level.value}}
        for rule, level in levels
        if level is not rule.level
    ]
    ignored = {glob: list(words) for glob, words in chosen.per_file_ignores.items()}
    properties = {"perFileIgnores": ignored} if ignored else {}
    found: Json = {"ruleConfigurationOverrides": overrides} if overrides else {}
    return found | ({"properties": properties} if properties else {})


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


class _Artifacts:
    """The files of a run, each once, by its address."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._positions: dict[str, int] = {}
        self.listed: list[Json] = []

    def of(self, source: str, file: SourceFile | None = None) -> Json:
        """The location of a file, listed if it was not yet."""
        uri = artifact_uri(source, self._base)
        position = self._positions.setdefault(uri, len(self._positions))
        if position == len(self.listed):
            self.listed.append(_artifact(uri, file))
        return {"uri": uri, "index": position}


def _artifact(uri: str, source: SourceFile | None) -> Json:
    artifact: Json = {"location": {"uri": uri}, "roles": ["analysisTarget"]}
    if source is not None:
        artifact["mimeType"] = source.media_type
        artifact["hashes"] = {"sha-256": source.sha256}
        if source.encoding:
            artifact["encoding"] = source.encoding
    return artifact


def _suppression_note(status: SuppressionStatus, lang: Lang) -> Json:
    message = suppression_message(status)
    text = message.zh if lang == "zh" else message.en
    return {"level": "note", "descriptor": {"id": f"suppression-{status.state.value}"}, "message": {"text": text}}


def _unread(error: ReadError, lang: Lang, base: str) -> Json:
    chosen, other = (error.zh, error.en)[:: 1 if lang == "zh" else -1]
    return {
        "level": "error",
        "descriptor": {"id": type(error).__name__},
        "message": {"text": visible(chosen)},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": artifact_uri(error.source, base)}}}],
        "properties": {"en" if lang == "zh" else "zh": visible(other)},
    }


def _remark(remark: Remark, places: list[Json], lang: Lang) -> Json:
    """What was not judged or read of a file."""
    chosen, other = (remark.message.zh, remark.message.en)[:: 1 if lang == "zh" else -1]
    words = f"{remark.rule}: {chosen}" if remark.rule else chosen
    return {
        "level": "error" if remark.is_error else "note",
        "descriptor": {"id": _REMARKS.get(remark.kind, remark.kind)},
        **({"associatedRule": {"id": remark.rule}} if remark.rule else {}),
        "message": {"text": visible(words)},
        "locations": [{"physicalLocation": {"artifactLocation": place}} for place in places],
        "properties": {"en" if lang == "zh" else "zh": visible(other)},
    }
