"""Reading and checking the data files. A file with a fault is refused as a whole, with the place of the fault."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any, TypeAlias, TypeVar

import attrs
import pendulum

from govdisclosure.errors import UsageError
from govdisclosure.law.dated import DatedValue, Parameter
from govdisclosure.law.duty import RequiredContent
from govdisclosure.law.provision import Citation, Evidence, Instrument
from govdisclosure.model.report import Content

__all__ = ["ContentDuty", "Law", "load", "parse", "parse_citation"]

_FILES = ("instruments.toml", "reports.toml", "requests.toml", "disclosure.toml", "sources.toml")
_CITATION = re.compile(
    r"(?P<id>[a-z0-9-]{1,60})(?::(?P<article>[1-9][0-9]{0,2})(?:p(?P<paragraph>[1-9][0-9]?))?(?:i(?P<item>[1-9][0-9]?))?)?"
)
_PROVISION = re.compile(r"[1-9][0-9]{0,2}(?:p[1-9][0-9]?)?(?:i[1-9][0-9]?)?")
_SELECT_BY = ("day", "report_year")
_MONTH_DAY = re.compile(r"(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])")

_Raw: TypeAlias = Mapping[str, Any]
_E = TypeVar("_E", bound=StrEnum)

_TOP = frozenset({"checked_on", "instrument", "parameter", "content", "sources"})
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
_VALUE_MAY = frozenset({"value", "value_en", "silent", "end", "checked_on", "note", "note_zh"})
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
            raise _fault(made.id, f"succeeds {made.succeeds!r}, which is no instrument")
    parameters: dict[str, Parameter] = {}
    for where, entry in _entries(raw, "parameter", "name"):
        parameter = _parameter(entry, instruments, sources, where)
        _put(parameters, parameter.name, parameter, where)
    contents: list[ContentDuty] = []
    for where, entry in _entries(raw, "content", "content"):
        duty = _content(entry, instruments, where)
        if any(duty.overlaps(other) for other in contents):
            raise _fault(where, "overlaps an entry for the same content")
        contents.append(duty)
    return Law(instruments=instruments, parameters=parameters, contents=tuple(contents))


def parse_citation(key: str, instruments: Mapping[str, Instrument]) -> Citation:
    """The provision with a key, among these instruments.

    Raises:
        UsageError: The key is malformed, or there is no such instrument or article.
    """
    match = _CITATION.fullmatch(key)
    if match is None:
        wanted = "instrument[:ARTICLE[pN][iN]]"
        raise UsageError(f"引用{key!r}写法有误，应为{wanted}", f"malformed citation {key!r}, expected {wanted}")
    made = instruments.get(match["id"])
    if made is None:
        raise UsageError(f"引用{key!r}的法律文件不存在", f"citation {key!r} names no known instrument")
    article, paragraph, item = (int(match[part]) if match[part] else None for part in ("article", "paragraph", "item"))
    if article is not None and made.articles is not None and article > made.articles:
        zh = f"引用{key!r}有误，该文件共{made.articles}条"
        raise UsageError(zh, f"citation {key!r}: the instrument has {made.articles} articles")
    return Citation(instrument=made, article=article, paragraph=paragraph, item=item)


def _read(name: str, text: str) -> _Raw:
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _fault(name, f"not TOML: {error}") from error
    _keys(table, frozenset(), _TOP, name)
    return table


def _entries(raw: Mapping[str, _Raw], kind: str, key: str) -> Iterable[tuple[str, dict[str, Any]]]:
    for name, table in raw.items():
        for number, entry in enumerate(_tables(table, kind, name), 1):
            where = f"{name}, {kind} {number} ({entry.get(key, '?')})"
            dated = {"checked_on": table["checked_on"]} if kind != "content" and "checked_on" in table else {}
            yield where, {**dated, **entry}


def _tables(raw: _Raw, key: str, where: str) -> list[dict[str, Any]]:
    value = raw.get(key, [])
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        raise _fault(where, f"{key} must be a list of tables")
    return value


def _instrument(raw: dict[str, Any], sources: _Raw, where: str) -> Instrument:
    _keys(raw, _INSTRUMENT, _INSTRUMENT_MAY, where)
    start, end = _day(raw, "in_force_from", where), _day(raw, "in_force_to", where)
    if start is not None and end is not None and end < start:
        raise _fault(where, "in_force_to is before in_force_from")
    years = raw.get("report_years", [])
    if not (isinstance(years, list) and len(years) <= 2 and all(_is_number(year) for year in years)):  # noqa: PLR2004
        raise _fault(where, "report_years must be the first and, if it is over, the last year")
    return Instrument(
        id=_text(raw, "id", where),
        title_zh=_text(raw, "title_zh", where),
        title_en=_text(raw, "title_en", where),
        number=_text(raw, "number", where) if "number" in raw else None,
        kind=_text(raw, "kind", where),
        in_force_from=start,
        in_force_to=end,
        report_years=(years[0], years[1] if len(years) > 1 else None) if years else None,
        succeeds=_text(raw, "succeeds", where) if "succeeds" in raw else None,
        names=_texts(raw, "names", where),
        evidence=_evidence(raw, where),
        text_evidence=_one(Evidence, raw.get("text_evidence", raw["evidence"]), where),
        sources=_sources(raw, sources, where),
        checked_on=_checked(raw, where),
        note=_text(raw, "note", where) if "note" in raw else "",
        note_zh=_text(raw, "note_zh", where) if "note_zh" in raw else "",
        articles=_number(raw, "articles", where),
        recalled=_recalled(raw, where),
    )


def _recalled(raw: dict[str, Any], where: str) -> tuple[str, ...]:
    keys = _texts(raw, "recalled", where)
    malformed = [key for key in keys if not _PROVISION.fullmatch(key)]
    if malformed:
        raise _fault(where, f"recalled names no provision: {', '.join(malformed)}")
    return keys


def _parameter(raw: dict[str, Any], instruments: Mapping[str, Instrument], sources: _Raw, where: str) -> Parameter:
    _keys(raw, _PARAMETER, frozenset({"note", "note_zh", "checked_on"}), where)
    if raw["select_by"] not in _SELECT_BY:
        raise _fault(where, f"select_by is {raw['select_by']!r}, not one of {', '.join(_SELECT_BY)}")
    checked = {"checked_on": raw["checked_on"]} if "checked_on" in raw else {}
    made = Parameter(
        name=_text(raw, "name", where),
        title_zh=_text(raw, "title_zh", where),
        title_en=_text(raw, "title_en", where),
        unit=_text(raw, "unit", where),
        select_by=raw["select_by"],
        values=tuple(
            _value({**checked, **entry}, instruments, sources, f"{where}, value {n}")
            for n, entry in enumerate(_tables(raw, "value", where), 1)
        ),
        note=_text(raw, "note", where) if "note" in raw else "",
        note_zh=_text(raw, "note_zh", where) if "note_zh" in raw else "",
    )
    _check_intervals(made, where)
    return made


def _value(raw: dict[str, Any], instruments: Mapping[str, Instrument], sources: _Raw, where: str) -> DatedValue:
    _keys(raw, _VALUE, _VALUE_MAY, where)
    if ("value" in raw) == bool(raw.get("silent", False)):
        raise _fault(where, "needs either value or silent = true")
    value = raw.get("value")
    if not (value is None or isinstance(value, (int, str, bool, list))):
        raise _fault(where, f"value {value!r} is neither a number, words, true or false, nor a list of words")
    value_en = _texts(raw, "value_en", where) if "value_en" in raw else None
    if value_en is not None and len(value_en) != (len(value) if isinstance(value, list) else isinstance(value, str)):
        raise _fault(where, "value_en has not one entry for each of value")
    start = _day(raw, "start", where)
    if start is None:
        raise _fault(where, "start is missing")
    return DatedValue(
        value=_texts(raw, "value", where) if isinstance(value, list) else value,
        start=start,
        end=_day(raw, "end", where),
        cite=_cite(raw, instruments, where),
        evidence=_evidence(raw, where),
        sources=_sources(raw, sources, where),
        checked_on=_checked(raw, where),
        note=_text(raw, "note", where) if "note" in raw else "",
        note_zh=_text(raw, "note_zh", where) if "note_zh" in raw else "",
        value_en=value_en,
    )


def _content(raw: dict[str, Any], instruments: Mapping[str, Instrument], where: str) -> ContentDuty:
    _keys(raw, _CONTENT, _CONTENT_MAY, where)
    first, last = _number(raw, "first_year", where), _number(raw, "last_year", where)
    if first is None or (last is not None and last < first):
        raise _fault(where, "last_year is before first_year")
    return ContentDuty(
        required=RequiredContent(
            content=_one(Content, raw["content"], where),
            title_zh=_text(raw, "title_zh", where),
            title_en=_text(raw, "title_en", where),
            cite=_cite(raw, instruments, where),
            evidence=_evidence(raw, where),
            optional=bool(raw.get("optional", False)),
        ),
        first_year=first,
        last_year=last,
    )


def _check_intervals(made: Parameter, where: str) -> None:
    if not made.values:
        raise _fault(where, "has no value")
    for dated in made.values:
        if dated.end is not None and dated.end < dated.start:
            raise _fault(where, f"a value ends on {dated.end} before it starts on {dated.start}")
        if made.unit == "month_day" and dated.value is not None and not _MONTH_DAY.fullmatch(str(dated.value)):
            raise _fault(where, f"{dated.value!r} is no month and day")
        if made.select_by == "report_year" and not _whole_years(dated):
            raise _fault(where, "values selected by report year start on 1 January and end on 31 December")
    for before, after in zip(made.values, made.values[1:], strict=False):
        if before.end is None or after.start <= before.end:
            raise _fault(where, f"values overlap or are out of order: the one from {after.start} and the one before it")


def _whole_years(dated: DatedValue) -> bool:
    first = (dated.start.month, dated.start.day) == (1, 1)
    return first and (dated.end is None or (dated.end.month, dated.end.day) == (12, 31))


def _keys(raw: _Raw, must: frozenset[str], may: frozenset[str], where: str) -> None:
    unknown = sorted(set(raw) - must - may)
    if unknown:
        raise _fault(where, f"unknown key: {', '.join(unknown)}")
    missing = sorted(must - set(raw))
    if missing:
        raise _fault(where, f"missing key: {', '.join(missing)}")


def _text(raw: _Raw, key: str, where: str) -> str:
    value = raw[key]
    if not isinstance(value, str) or not value.strip():
        raise _fault(where, f"{key} must be words")
    return value


def _texts(raw: _Raw, key: str, where: str) -> tuple[str, ...]:
    value = raw.get(key, [])
    if not isinstance(value, list) or not all(isinstance(entry, str) and entry for entry in value):
        raise _fault(where, f"{key} must be a list of words")
    return tuple(value)


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _number(raw: _Raw, key: str, where: str) -> int | None:
    value = raw.get(key)
    if value is not None and not _is_number(value):
        raise _fault(where, f"{key} must be a whole number")
    return None if value is None else int(value)


def _day(raw: _Raw, key: str, where: str) -> pendulum.Date | None:
    value = raw.get(key)
    if value is None:
        return None
    # A TOML date and time is a datetime, which is a date too: refused, since nothing here has a time.
    if type(value) is not date:
        raise _fault(where, f"{key} must be a date")
    return pendulum.date(value.year, value.month, value.day)


def _checked(raw: _Raw, where: str) -> pendulum.Date:
    day = _day(raw, "checked_on", where)
    if day is None:
        raise _fault(where, "checked_on is missing, here and in the file")
    return day


def _evidence(raw: _Raw, where: str) -> Evidence:
    return _one(Evidence, raw["evidence"], where)


def _one(kind: type[_E], value: str, where: str) -> _E:
    try:
        return kind(value)
    except ValueError as error:
        raise _fault(where, str(error)) from error


def _cite(raw: _Raw, instruments: Mapping[str, Instrument], where: str) -> Citation:
    try:
        return parse_citation(_text(raw, "cite", where), instruments)
    except UsageError as error:
        raise _fault(where, str(error)) from error


def _sources(raw: _Raw, sources: _Raw, where: str) -> tuple[str, ...]:
    keys = _texts(raw, "sources", where)
    unknown = [key for key in keys if key not in sources]
    if unknown:
        raise _fault(where, f"unknown source: {', '.join(unknown)}")
    if not keys and _evidence(raw, where) is Evidence.SOURCE:
        raise _fault(where, "evidence is source, but no source is named")
    return tuple(sources[key] for key in keys)


def _put(into: dict[str, Any], key: str, made: object, where: str) -> None:
    if key in into:
        raise _fault(where, "stands twice")
    into[key] = made


def _fault(where: str, what: str) -> UsageError:
    return UsageError(f"法规数据有误（{where}）", f"fault in the law data: {where}: {what}")
