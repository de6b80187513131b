"""Reading and checking the data files. A file with a fault is refused as a whole, with the place of the fault."""

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

import attrs

from govdisclosure.law.dated import DatedValue, Parameter
from govdisclosure.law.duty import RequiredContent
from govdisclosure.law.loading_fields import (
    Raw,
    fault,
    get_checked,
    get_cite,
    get_day,
    get_evidence,
    get_number,
    get_sources,
    get_tables,
    get_text,
    get_texts,
    is_number,
    member,
    parse_citation,
    require_keys,
)
from govdisclosure.law.loading_results import parse_case_column, parse_handling, parse_tariff
from govdisclosure.law.provision import Evidence, Instrument
from govdisclosure.law.results import CaseColumn, Handling
from govdisclosure.law.tariff import Tariff
from govdisclosure.model.case import CaseResult
from govdisclosure.model.report import Content

__all__ = ["ContentDuty", "Law", "load", "parse", "parse_citation"]

_FILES = (
    "instruments.toml",
    "reports.toml",
    "requests.toml",
    "disclosure.toml",
    "periods.toml",
    "fees.toml",
    "remedies.toml",
    "results.toml",
    "sources.toml",
)
_PROVISION = re.compile(r"[1-9][0-9]{0,2}(?:p[1-9][0-9]?)?(?:i[1-9][0-9]?)?")
_SELECT_BY = ("day", "report_year")
_MONTH_DAY = re.compile(r"(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])")

_K = TypeVar("_K", bound=str)
_Dated = TypeVar("_Dated", Handling, Tariff)

_TOP = frozenset({"checked_on", "instrument", "parameter", "content", "handling", "case_column", "tariff", "sources"})
_INSTRUMENT = frozenset({"id", "title_zh", "title_en", "kind", "evidence", "sources"})
_INSTRUMENT_MAY = frozenset(
    {
        "number",
        "in_force_from",
        "in_force_to",
        "report_years",
        "succeeds",
        "names",
        "checked_on",
        "note",
        "note_zh",
        "articles",
        "text_evidence",
        "recalled",
    }
)
_PARAMETER = frozenset({"name", "title_zh", "title_en", "unit", "select_by", "value"})
_VALUE = frozenset({"start", "cite", "evidence", "sources"})
_VALUE_MAY = frozenset({"value", "value_en", "silent", "end", "unit", "checked_on", "note", "note_zh"})
_CONTENT = frozenset({"content", "title_zh", "title_en", "first_year", "cite", "evidence"})
_CONTENT_MAY = frozenset({"last_year", "optional"})


@attrs.frozen(kw_only=True)
class ContentDuty:
    """A required content and the report years it is asked for (``last_year`` is ``None`` while it is)."""

    required: RequiredContent
    first_year: int
    last_year: int | None

    def governs(self, report_year: int) -> bool:
        """True when reports on that year must contain it."""
        return self.first_year <= report_year and (self.last_year is None or report_year <= self.last_year)

    def overlaps(self, other: "ContentDuty") -> bool:
        """True when both ask for the same content in the same year."""
        same = self.required.content is other.required.content
        return same and (self.governs(other.first_year) or other.governs(self.first_year))


@attrs.frozen(kw_only=True)
class Law:
    """Everything the data files say."""

    instruments: Mapping[str, Instrument]
    parameters: Mapping[str, Parameter]
    contents: tuple[ContentDuty, ...]
    handlings: Mapping[str, tuple[Handling, ...]]
    case_columns: Mapping[CaseResult, CaseColumn]
    tariffs: Mapping[str, tuple[Tariff, ...]]


@cache
def load() -> Law:
    """The packaged data, read and checked once."""
    folder = files("govdisclosure.law") / "data"
    return parse({name: (folder / name).read_text(encoding="utf-8") for name in _FILES})


def parse(texts: Mapping[str, str]) -> Law:
    """Read and check data files.

    Args:
        texts: File names and their TOML text.

    Returns:
        Everything they say together.

    Raises:
        UsageError: A file is not TOML, has an unknown, missing or ill-typed key, values that overlap, or a citation of
            something that does not exist. The message names the file and the entry.
    """
    raw = {name: _read(name, text) for name, text in texts.items()}
    sources = {key: words for table in raw.values() for key, words in table.get("sources", {}).items()}
    instruments: dict[str, Instrument] = {}
    for where, entry in _entries(raw, "instrument", "id"):
        instrument = _instrument(entry, sources, where)
        _put(instruments, instrument.id, instrument, where)
    for made in instruments.values():
        if made.succeeds is not None and made.succeeds not in instruments:
            raise fault(made.id, f"succeeds {made.succeeds!r}, which is no instrument")
    parameters: dict[str, Parameter] = {}
    for where, entry in _entries(raw, "parameter", "name"):
        parameter = _parameter(entry, instruments, sources, where)
        _put(parameters, parameter.name, parameter, where)
    contents: list[ContentDuty] = []
    for where, entry in _entries(raw, "content", "content"):
        duty = _content(entry, instruments, where)
        if any(duty.overlaps(other) for other in contents):
            raise fault(where, "overlaps an entry for the same content")
        contents.append(duty)
    columns: dict[CaseResult, CaseColumn] = {}
    for where, entry in _entries(raw, "case_column", "result"):
        column = parse_case_column(entry, instruments, sources, where)
        _put(columns, column.result, column, where)
    handlings = (parse_handling(one, instruments, sources, at) for at, one in _entries(raw, "handling", "outcome"))
    tariffs = (parse_tariff(one, instruments, sources, at) for at, one in _entries(raw, "tariff", "name"))
    return Law(
        instruments=instruments,
        parameters=parameters,
        contents=tuple(contents),
        handlings=_grouped(handlings, lambda one: one.outcome),
        case_columns=columns,
        tariffs=_grouped(tariffs, lambda one: one.name),
    )


def _read(name: str, text: str) -> Raw:
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise fault(name, f"not TOML: {error}") from error
    require_keys(table, frozenset(), _TOP, name)
    return table


def _entries(raw: Mapping[str, Raw], kind: str, key: str) -> Iterable[tuple[str, dict[str, Any]]]:
    for name, table in raw.items():
        for number, entry in enumerate(get_tables(table, kind, name), 1):
            where = f"{name}, {kind} {number} ({entry.get(key, '?')})"
            dated = {"checked_on": table["checked_on"]} if kind != "content" and "checked_on" in table else {}
            yield where, {**dated, **entry}


def _instrument(raw: dict[str, Any], sources: Raw, where: str) -> Instrument:
    require_keys(raw, _INSTRUMENT, _INSTRUMENT_MAY, where)
    start, end = get_day(raw, "in_force_from", where), get_day(raw, "in_force_to", where)
    if start is not None and end is not None and end < start:
        raise fault(where, "in_force_to is before in_force_from")
    years = raw.get("report_years", [])
    if not (isinstance(years, list) and len(years) <= 2 and all(is_number(year) for year in years)):  # noqa: PLR2004
        raise fault(where, "report_years must be the first and, if it is over, the last year")
    return Instrument(
        id=get_text(raw, "id", where),
        title_zh=get_text(raw, "title_zh", where),
        title_en=get_text(raw, "title_en", where),
        number=get_text(raw, "number", where) if "number" in raw else None,
        kind=get_text(raw, "kind", where),
        in_force_from=start,
        in_force_to=end,
        report_years=(years[0], years[1] if len(years) > 1 else None) if years else None,
        succeeds=get_text(raw, "succeeds", where) if "succeeds" in raw else None,
        names=get_texts(raw, "names", where),
        evidence=get_evidence(raw, where),
        text_evidence=member(Evidence, raw.get("text_evidence", raw["evidence"]), where),
        sources=get_sources(raw, sources, where),
        checked_on=get_checked(raw, where),
        note=get_text(raw, "note", where) if "note" in raw else "",
        note_zh=get_text(raw, "note_zh", where) if "note_zh" in raw else "",
        articles=get_number(raw, "articles", where),
        recalled=_recalled(raw, where),
    )


def _recalled(raw: dict[str, Any], where: str) -> tuple[str, ...]:
    keys = get_texts(raw, "recalled", where)
    malformed = [key for key in keys if not _PROVISION.fullmatch(key)]
    if malformed:
        raise fault(where, f"recalled names no provision: {', '.join(malformed)}")
    return keys


def _parameter(raw: dict[str, Any], instruments: Mapping[str, Instrument], sources: Raw, where: str) -> Parameter:
    require_keys(raw, _PARAMETER, frozenset({"note", "note_zh", "checked_on"}), where)
    if raw["select_by"] not in _SELECT_BY:
        raise fault(where, f"select_by is {raw['select_by']!r}, not one of {', '.join(_SELECT_BY)}")
    checked = {"checked_on": raw["checked_on"]} if "checked_on" in raw else {}
    made = Parameter(
        name=get_text(raw, "name", where),
        title_zh=get_text(raw, "title_zh", where),
        title_en=get_text(raw, "title_en", where),
        unit=get_text(raw, "unit", where),
        select_by=raw["select_by"],
        values=tuple(
            _value({**checked, **entry}, instruments, sources, f"{where}, value {n}")
            for n, entry in enumerate(get_tables(raw, "value", where), 1)
        ),
        note=get_text(raw, "note", where) if "note" in raw else "",
        note_zh=get_text(raw, "note_zh", where) if "note_zh" in raw else "",
    )
    _check_intervals(made, where)
    return made


def _value(raw: dict[str, Any], instruments: Mapping[str, Instrument], sources: Raw, where: str) -> DatedValue:
    require_keys(raw, _VALUE, _VALUE_MAY, where)
    if ("value" in raw) == bool(raw.get("silent", False)):
        raise fault(where, "needs either value or silent = true")
    value = raw.get("value")
    if not (value is None or isinstance(value, (int, str, bool, list))):
        raise fault(where, f"value {value!r} is neither a number, words, true or false, nor a list of words")
    value_en = get_texts(raw, "value_en", where) if "value_en" in raw else None
    if value_en is not None and len(value_en) != (len(value) if isinstance(value, list) else isinstance(value, str)):
        raise fault(where, "value_en has not one entry for each of value")
    start = get_day(raw, "start", where)
    if start is None:
        raise fault(where, "start is missing")
    return DatedValue(
        value=get_texts(raw, "value", where) if isinstance(value, list) else value,
        start=start,
        end=get_day(raw, "end", where),
        cite=get_cite(raw, instruments, where),
        evidence=get_evidence(raw, where),
        sources=get_sources(raw, sources, where),
        checked_on=get_checked(raw, where),
        note=get_text(raw, "note", where) if "note" in raw else "",
        note_zh=get_text(raw, "note_zh", where) if "note_zh" in raw else "",
        value_en=value_en,
        unit=get_text(raw, "unit", where) if "unit" in raw else None,
    )


def _content(raw: dict[str, Any], instruments: Mapping[str, Instrument], where: str) -> ContentDuty:
    require_keys(raw, _CONTENT, _CONTENT_MAY, where)
    first, last = get_number(raw, "first_year", where), get_number(raw, "last_year", where)
    if first is None or (last is not None and last < first):
        raise fault(where, "last_year is before first_year")
    return ContentDuty(
        required=RequiredContent(
            content=member(Content, raw["content"], where),
            title_zh=get_text(raw, "title_zh", where),
            title_en=get_text(raw, "title_en", where),
            cite=get_cite(raw, instruments, where),
            evidence=get_evidence(raw, where),
            optional=bool(raw.get("optional", False)),
        ),
        first_year=first,
        last_year=last,
    )


def _check_intervals(made: Parameter, where: str) -> None:
    if not made.values:
        raise fault(where, "has no value")
    for dated in made.values:
        if dated.end is not None and dated.end < dated.start:
            raise fault(where, f"a value ends on {dated.end} before it starts on {dated.start}")
        if made.unit == "month_day" and dated.value is not None and not _MONTH_DAY.fullmatch(str(dated.value)):
            raise fault(where, f"{dated.value!r} is no month and day")
        if made.select_by == "report_year" and not _whole_years(dated):
            raise fault(where, "values selected by report year start on 1 January and end on 31 December")
    for before, after in zip(made.values, made.values[1:], strict=False):
        if before.end is None or after.start <= before.end:
            raise fault(where, f"values overlap or are out of order: the one from {after.start} and the one before it")


def _whole_years(dated: DatedValue) -> bool:
    first = (dated.start.month, dated.start.day) == (1, 1)
    return first and (dated.end is None or (dated.end.month, dated.end.day) == (12, 31))


def _grouped(entries: Iterable[tuple[_Dated, str]], name: Callable[[_Dated], str]) -> dict[str, tuple[_Dated, ...]]:
    """Dated entries by name, in order of time; those of one name may not hold on the same day."""
    found: dict[str, list[_Dated]] = {}
    for made, where in entries:
        others = found.setdefault(name(made), [])
        if any(
            made.start <= (other.end or made.start) and other.start <= (made.end or other.start) for other in others
        ):
            raise fault(where, "overlaps an entry of the same name")
        others.append(made)
    return {key: tuple(sorted(group, key=lambda one: one.start)) for key, group in found.items()}


def _put(into: dict[_K, Any], key: _K, made: object, where: str) -> None:
    if key in into:
        raise fault(where, "stands twice")
    into[key] = made
