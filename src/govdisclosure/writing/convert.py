"""Model objects as JSON values, by one converter.

The words are those of the two published schemas (``govdisclosure schema report``, ``govdisclosure schema check``); the
number ``schema`` stands in every document. What is absent is null or an empty list, never a zero.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, TypeAlias

import attrs
import cattrs
from cattrs.gen import make_dict_unstructure_fn, override

from govdisclosure.decisions import BaselineEntry, Decided
from govdisclosure.errors import ReadError
from govdisclosure.law.dated import DatedValue, Parameter
from govdisclosure.law.provision import Citation, Instrument
from govdisclosure.model.agency import Agency
from govdisclosure.model.count import Count
from govdisclosure.model.forms import TableName
from govdisclosure.model.place import Place
from govdisclosure.model.register import RowFault
from govdisclosure.model.report import AnnualReport
from govdisclosure.model.statistics import Statistics
from govdisclosure.rules.decision import Suppression
from govdisclosure.rules.outcome import Assessment, Outcome, RegisterAssessment, Verdicts
from govdisclosure.rules.rule import BlankIs, Rule
from govdisclosure.text.display import visible
from govdisclosure.text.personal import mask_personal
from govdisclosure.writing.version import package_version

__all__ = [
    "SCHEMA",
    "assessment_to_dict",
    "check_to_dict",
    "citation_to_dict",
    "decisions_to_dict",
    "facts_to_dict",
    "law_to_dict",
    "number",
    "outcome_to_dict",
    "register_check_to_dict",
    "report_to_dict",
    "rules_to_dict",
    "statistics_to_dict",
]

SCHEMA = 1
"""Number of the documents' shape; it rises when a key changes its meaning or goes."""

Json: TypeAlias = dict[str, Any]

_DIGITS = 400
# Of a report: the text itself, and what is written under other names (``published_on``, ``places``).
_APART = ("text", "map", "statistics", "title_at", "year_at")


def number(value: Decimal) -> int | str | None:
    """A figure as a JSON integer where it is one, else as a decimal in a string; JSON numbers would round it.

    >>> number(Decimal("3.00")), number(Decimal("0.985")), number(Decimal("1E+2"))
    (3, '0.985', 100)
    """
    if not value.is_finite() or abs(value.adjusted()) > _DIGITS:
        return None
    return int(value) if value == value.to_integral_value() else format(value.normalize(), "f")


def report_to_dict(report: AnnualReport) -> Json:
    """A report as the document ``govdisclosure parse`` writes.

    Args:
        report: The report.

    Returns:
        JSON values only, keys in the order of the schema.
    """
    fields: Json = _converter().unstructure(report)
    last = {name: fields.pop(name) for name in ("published", "signed", "source")}
    return {
        "schema": SCHEMA,
        "agency": fields.pop("agency"),
        "year": fields.pop("year"),
        "edition": fields.pop("edition"),
        "title": fields.pop("title"),
        "published_on": report.published_on and report.published_on.isoformat(),
        "signed_on": report.signed_on and report.signed_on.isoformat(),
        "period": fields.pop("period"),
        "preamble": fields.pop("preamble"),
        "sections": fields.pop("sections"),
        "statistics": statistics_to_dict(report.statistics),
        **fields,
        **last,
        "places": _places(report),
    }


def statistics_to_dict(statistics: Statistics) -> Json:
    """The statutory tables as a report has them: each by row and column, its form, and what is unusual about it."""
    tables: Json = {table.value: None for table in TableName}
    oddities: list[Json] = []
    editions: Json = {table.value: None for table in TableName}
    for grid in statistics:
        editions[grid.table.value] = grid.edition.value
        rows: Json = {}
        for cell in grid:
            rows.setdefault(cell.row, {})[cell.column] = _cell(cell.count)
        tables[grid.table.value] = rows
        oddities += (
            {"table": grid.table.value, "kind": odd.kind.value, "label": odd.label, "at": _place(odd.at)}
            for odd in grid.oddities
        )
    return {**tables, "editions": editions, "oddities": oddities}


def _cell(count: Count) -> Json:
    return {
        "value": count.value if isinstance(count.value, int | None) else number(count.value),
        "printed": count.printed.value,
        "text": count.text,
        "unit": count.unit,
        "at": _place(count.at) if count.at else None,
    }


def assessment_to_dict(assessment: Assessment, source: str) -> Json:
    """One entry of ``results`` in the document ``govdisclosure check --format json`` writes.

    Args:
        assessment: The assessment.
        source: The report's path as the caller gave it.

    Returns:
        JSON values only.
    """
    report = assessment.report
    head = {"agency": _agency(report.agency), "year": report.year, "edition": report.edition.value}
    return {"source": visible(source), "report": head, **_verdicts(assessment)}


def _agency(agency: Agency | None) -> Json | None:
    found: Json | None = _converter().unstructure(agency)
    for name in ("name", "printed", "region"):
        # An outcome never shows a personal number, so neither does the head above it.
        if found and found[name]:
            found[name] = mask_personal(found[name])
    return found


def _verdicts(assessment: Verdicts) -> Json:
    return {
        "outcomes": [outcome_to_dict(outcome) for outcome in assessment.outcomes],
        "counts": dict(assessment.counts),
        "crashed": [{"rule": code, "error": name} for code, name in assessment.crashed],
        "not_checked": [{"zh": message.zh, "en": message.en} for message in assessment.not_checked],
    }


def check_to_dict(  # noqa: PLR0913  each is one word of the run
    assessed: Iterable[tuple[str, Assessment]],
    unread: Iterable[ReadError] = (),
    *,
    ruleset: str,
    as_of: date | None = None,
    blank_is: BlankIs = "open",
    skipped: Iterable[ReadError] = (),
    decided: Decided | None = None,
) -> Json:
    """The document ``govdisclosure check --format json`` writes.

    Args:
        assessed: Paths and their assessments.
        unread: What could not be read.
        ruleset: Version of the rule set.
        as_of: The day the judgement was made, where one was given.
        blank_is: What blank cells of tables counted as.
        skipped: Files of folders that were passed over because their kind is not read.
        decided: Baseline and suppressions, where either was given.

    Returns:
        JSON values only.
    """
    tool = {"name": "govdisclosure", "version": package_version(), "ruleset": ruleset}
    return {
        "schema": SCHEMA,
        "tool": {**tool, "as_of": as_of and as_of.isoformat(), "blank_is": blank_is},
        "results": [assessment_to_dict(assessment, source) for source, assessment in assessed],
        "unread": [_fault(error) for error in unread],
        "skipped": [_fault(error) for error in skipped],
        "decisions": decisions_to_dict(decided),
    }


def register_check_to_dict(
    assessed: Iterable[tuple[str, RegisterAssessment]],
    unread: Iterable[ReadError] = (),
    *,
    ruleset: str,
    as_of: date | None = None,
    decided: Decided | None = None,
) -> Json:
    """The document that ``govdisclosure register check`` and ``items check`` write with ``--format json``.

    Args:
        assessed: Paths and the assessments of the registers or catalogues there.
        unread: What could not be read.
        ruleset: Version of the rule set.
        as_of: The day the judgement was made, where one was given.
        decided: Baseline and suppressions, where either was given.

    Returns:
        JSON values only. Of the entries only their numbers are there: no name, no contact, no content of a request.
    """
    tool = {"name": "govdisclosure", "version": package_version(), "ruleset": ruleset}
    return {
        "schema": SCHEMA,
        "tool": {**tool, "as_of": as_of and as_of.isoformat()},
        "results": [_register_result(assessment, source) for source, assessment in assessed],
        "unread": [_fault(error) for error in unread],
        "decisions": decisions_to_dict(decided),
    }


def _register_result(assessment: RegisterAssessment, source: str) -> Json:
    register, catalogue = assessment.register, assessment.catalogue
    agency = next((one.agency for one in (register, catalogue) if one is not None and one.agency), None)
    requests, cases = (None, None) if register is None else (register.requests, register.cases)
    entries = {"requests": requests, "cases": cases, "items": None if catalogue is None else catalogue.items}
    faults = [
        _row_fault(fault, kind)
        for kind, one in (("register", register), ("catalogue", catalogue))
        for fault in (one.faults if one is not None else ())
    ]
    counts = {name: None if some is None else len(some) for name, some in entries.items()}
    head = {"agency": _agency(agency), **counts}
    return {"source": visible(source), "register": head, **_verdicts(assessment), "faults": faults}


def _row_fault(fault: RowFault, of: str) -> Json:
    """What could not be read of a row; what stands there is not repeated, and an entry's number is masked."""
    column, sheet, number_ = (
        None if text is None else mask_personal(visible(text)) for text in (fault.column, fault.sheet, fault.id)
    )
    reason = {"zh": mask_personal(visible(fault.zh)), "en": mask_personal(visible(fault.en))}
    place = {"of": of, "row": fault.row, "column": column, "sheet": sheet, "id": number_}
    return {**place, "kept": fault.kept, "reason": reason}


def rules_to_dict(rules: Iterable[Rule], ruleset: str) -> Json:
    """The list ``govdisclosure rules --format json`` writes."""
    convert = _converter().unstructure
    return {"schema": SCHEMA, "ruleset": ruleset, "rules": [convert(rule) for rule in rules]}


def law_to_dict(
    as_of: date | None,
    instruments: Iterable[Instrument],
    values: Iterable[tuple[Parameter, DatedValue]],
    start_unknown: Iterable[Instrument] = (),
) -> Json:
    """The list ``govdisclosure law --format json`` writes."""
    convert = _converter().unstructure
    parameters: dict[str, Json] = {}
    for parameter, dated in values:
        card = parameters.setdefault(parameter.name, {**convert(parameter), "values": []})
        card["values"].append(convert(dated))
    return {
        "schema": SCHEMA,
        "as_of": as_of and as_of.isoformat(),
        "report_year": as_of and as_of.year,
        "instruments": [convert(instrument) for instrument in instruments],
        "start_unknown": [convert(instrument) for instrument in start_unknown],
        "parameters": list(parameters.values()),
    }


def _fault(error: ReadError) -> Json:
    return {"source": visible(error.source), "reason": {"zh": visible(error.zh), "en": visible(error.en)}}


def _places(report: AnnualReport) -> Json:
    convert = _converter().unstructure
    return {
        "title": convert(report.title_at),
        "year": convert(report.year_at),
        "published_on": convert(report.published.at) if report.published else None,
        "signed_on": convert(report.signed.at) if report.signed else None,
    }


@cache
def _converter() -> cattrs.Converter:
    converter = cattrs.Converter(unstruct_collection_overrides={tuple: list})
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_unstructure_hook(Decimal, number)
    converter.register_unstructure_hook(Place, _place)
    converter.register_unstructure_hook(Citation, citation_to_dict)
    converter.register_unstructure_hook(Outcome, outcome_to_dict)
    converter.register_unstructure_hook(Rule, _card)
    converter.register_unstructure_hook(Parameter, _without(converter, Parameter, "values"))
    converter.register_unstructure_hook(AnnualReport, _without(converter, AnnualReport, *_APART))
    return converter


def _without(converter: cattrs.Converter, cls: type[attrs.AttrsInstance], *names: str) -> Callable[[Any], Json]:
    omitted = {name: override(omit=True) for name in names}
    return make_dict_unstructure_fn(cls, converter, **omitted)  # type: ignore[arg-type]


def _place(place: Place) -> Json:
    return {
        "start": place.start,
        "end": place.end,
        "line": place.line,
        "column": place.column,
        "page": place.page,
        "cell": {"table": cell.table, "row": cell.row, "column": cell.column} if (cell := place.cell) else None,
    }


def citation_to_dict(cite: Citation) -> Json:
    """A provision as every document writes it."""
    return {
        "key": cite.key,
        "zh": cite.zh,
        "en": cite.en,
        "instrument": cite.instrument.id,
        "number": cite.instrument.number,
        "article": cite.article,
        "paragraph": cite.paragraph,
        "item": cite.item,
    }


def outcome_to_dict(outcome: Outcome) -> Json:
    """One outcome, JSON values only."""
    return {
        "rule": outcome.rule,
        "name": outcome.name,
        "kind": outcome.kind.value,
        "level": outcome.level.value,
        "message": {"zh": outcome.message.zh, "en": outcome.message.en},
        "cites": [citation_to_dict(cite) for cite in outcome.cites],
        "subject": outcome.subject,
        "at": _place(outcome.at) if outcome.at else None,
        "quote": outcome.quote,
        "facts": facts_to_dict(outcome.facts),
        "needs": list(outcome.needs),
        "fingerprint": outcome.fingerprint,
        "entry": outcome.entry,
        "change": outcome.change and outcome.change.value,
        "graver": outcome.graver,
        "suppressed": None if outcome.suppression is None else _suppression(outcome.suppression),
        "origin": outcome.origin,
    }


def _suppression(one: Suppression) -> Json:
    by = None if one.by is None else mask_personal(visible(one.by))
    until = one.until and one.until.isoformat()
    return {"reason": mask_personal(visible(one.reason)), "by": by, "until": until}


def decisions_to_dict(decided: Decided | None) -> Json | None:
    """What a baseline and suppressions came to; ``None`` where neither was given."""
    if decided is None:
        return None
    return {
        "compared": decided.compared,
        "absent": [_entry(one) for one in decided.absent],
        "unjudged": len(decided.unjudged),
        "suppressions": [
            {
                "number": one.number,
                "code": one.suppression.code,
                **_suppression(one.suppression),
                "state": one.state.value,
                "count": one.count,
            }
            for one in decided.suppressions
        ],
    }


def _entry(one: BaselineEntry) -> Json:
    names = ("whose", "rule", "subject", "fingerprint")
    return {name: getattr(one, name) for name in names} | {"kind": one.kind.value, "level": one.level.value}


def facts_to_dict(facts: Mapping[str, object]) -> Json:
    """What a verdict rests on, JSON values only."""
    found: Json = _plain(dict(facts))
    return found


def _plain(value: object) -> Any:  # noqa: ANN401  any JSON value
    """Facts as JSON values, whatever a rule put into them."""
    match value:
        case Decimal():
            return number(value)
        case date():
            return value.isoformat()
        case dict():
            return {str(key): _plain(item) for key, item in value.items()}
        case list() | tuple():
            return [_plain(item) for item in value]
        case None | bool() | int() | str():
            return value
        case _:
            return str(value)


def _card(rule: Rule) -> Json:
    return {
        "code": rule.code,
        "name": rule.name,
        "title": {"zh": rule.title.zh, "en": rule.title.en},
        "level": rule.level.value,
        "kinds": [kind.value for kind in rule.kinds],
        "cites": list(rule.cites),
        "editions": [edition.value for edition in rule.editions],
        "since": rule.since,
        "beside": rule.beside,
        "about": rule.about,
    }
