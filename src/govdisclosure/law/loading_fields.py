"""Reading the fields of an entry of the law data; every fault names the file and the entry."""

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any, TypeAlias, TypeVar

import pendulum

from govdisclosure.errors import UsageError
from govdisclosure.law.provision import Citation, Evidence, Instrument

__all__ = [
    "Raw",
    "fault",
    "get_checked",
    "get_cite",
    "get_day",
    "get_evidence",
    "get_number",
    "get_sources",
    "get_tables",
    "get_text",
    "get_texts",
    "is_number",
    "member",
    "parse_citation",
    "require_keys",
]

_CITATION = re.compile(
    r"(?P<id>[a-z0-9-]{1,60})(?::(?P<article>[1-9][0-9]{0,2})(?:p(?P<paragraph>[1-9][0-9]?))?(?:i(?P<item>[1-9][0-9]?))?)?"
)

Raw: TypeAlias = Mapping[str, Any]
"""An entry as TOML gives it."""
_E = TypeVar("_E", bound=StrEnum)


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


def get_tables(raw: Raw, key: str, where: str) -> list[dict[str, Any]]:
    """A list of tables; empty where the key is absent."""
    value = raw.get(key, [])
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        raise fault(where, f"{key} must be a list of tables")
    return value


def require_keys(raw: Raw, must: frozenset[str], may: frozenset[str], where: str) -> None:
    """Refuse an entry with an unknown or a missing key."""
    unknown = sorted(set(raw) - must - may)
    if unknown:
        raise fault(where, f"unknown key: {', '.join(unknown)}")
    missing = sorted(must - set(raw))
    if missing:
        raise fault(where, f"missing key: {', '.join(missing)}")


def get_text(raw: Raw, key: str, where: str) -> str:
    """Words that must be there."""
    value = raw[key]
    if not isinstance(value, str) or not value.strip():
        raise fault(where, f"{key} must be words")
    return value


def get_texts(raw: Raw, key: str, where: str) -> tuple[str, ...]:
    """A list of words; empty where the key is absent."""
    value = raw.get(key, [])
    if not isinstance(value, list) or not all(isinstance(entry, str) and entry for entry in value):
        raise fault(where, f"{key} must be a list of words")
    return tuple(value)


def is_number(value: object) -> bool:
    """True for a whole number, which true and false are not."""
    return isinstance(value, int) and not isinstance(value, bool)


def get_number(raw: Raw, key: str, where: str) -> int | None:
    """A whole number, or ``None``."""
    value = raw.get(key)
    if value is not None and not is_number(value):
        raise fault(where, f"{key} must be a whole number")
    return None if value is None else int(value)


def get_day(raw: Raw, key: str, where: str) -> pendulum.Date | None:
    """A day without a time, or ``None``."""
    value = raw.get(key)
    if value is None:
        return None
    # A TOML date and time is a datetime, which is a date too: refused, since nothing here has a time.
    if type(value) is not date:
        raise fault(where, f"{key} must be a date")
    return pendulum.date(value.year, value.month, value.day)


def get_checked(raw: Raw, where: str) -> pendulum.Date:
    """The day of the last comparison with a source."""
    day = get_day(raw, "checked_on", where)
    if day is None:
        raise fault(where, "checked_on is missing, here and in the file")
    return day


def get_evidence(raw: Raw, where: str) -> Evidence:
    """How well the entry is known."""
    return member(Evidence, raw["evidence"], where)


def member(kind: type[_E], value: str, where: str) -> _E:
    """The member of an enumeration with a value."""
    try:
        return kind(value)
    except ValueError as error:
        raise fault(where, str(error)) from error


def get_cite(raw: Raw, instruments: Mapping[str, Instrument], where: str) -> Citation:
    """The provision it cites."""
    try:
        return parse_citation(get_text(raw, "cite", where), instruments)
    except UsageError as error:
        raise fault(where, str(error)) from error


def get_sources(raw: Raw, sources: Raw, where: str) -> tuple[str, ...]:
    """Where the text was seen, in plain words."""
    keys = get_texts(raw, "sources", where)
    unknown = [key for key in keys if key not in sources]
    if unknown:
        raise fault(where, f"unknown source: {', '.join(unknown)}")
    if not keys and get_evidence(raw, where) is Evidence.SOURCE:
        raise fault(where, "evidence is source, but no source is named")
    return tuple(sources[key] for key in keys)


def fault(where: str, what: str) -> UsageError:
    """The error for a fault in the data."""
    return UsageError(f"法规数据有误（{where}）", f"fault in the law data: {where}: {what}")
