"""Reading scorecards from TOML or tables of Python; all faults are told at once, each with its place."""

import os
import tomllib
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from govdisclosure.analysis.scorecard.card import Band, Indicator, Scorecard
from govdisclosure.analysis.scorecard.choices import How, Review
from govdisclosure.analysis.scorecard.keys import BAND, CARD, INDICATOR, Key
from govdisclosure.documents.encoding import decode
from govdisclosure.documents.opening import bytes_of
from govdisclosure.errors import UsageError
from govdisclosure.rules.rule import Rule
from govdisclosure.text.display import one_line
from govdisclosure.text.suggestions import SHOWN, did_you_mean, nearest, wide_signs

__all__ = ["read_scorecard"]

_MAX = 1024 * 1024
_KEEP = ("只保留考核指标", "keep the indicators only")
_MOST = 500
_FAULTS = 20


def read_scorecard(
    source: str | os.PathLike[str] | bytes | Mapping[str, Any], *, extra: Iterable[Rule] = ()
) -> Scorecard:
    """Read a scorecard; nothing in it is guessed.

    Args:
        source: A TOML file, its bytes, or a mapping with the same keys.
        extra: Rules besides those of this package, such as a plugin adds, that indicators may name.

    Raises:
        ReadError: The file cannot be read.
        UsageError: It is no TOML; a key, a rule or a cell is unknown, missing or of another kind; points do not add up.
            The message names each fault and its place.
    """
    if isinstance(source, Mapping):
        name, data = "scorecard", source
    else:
        name = "scorecard" if isinstance(source, bytes) else one_line(os.fspath(source))
        data = _toml(source, name)
    faults: list[UsageError] = []
    rest = {key: value for key, value in data.items() if key != "indicator"}
    values = _values(rest, CARD, f"{name}: ", faults, also=("indicator",))
    values.pop("schema", None)
    rules = tuple(extra)
    given = _tables(data.get("indicator"), f"{name}: indicator", faults)
    read = (_indicator(one, f"{name}: indicator {number} ", faults, rules) for number, one in enumerate(given, 1))
    indicators = [one for one in read if one is not None]
    if not faults:
        _caught(f"{name}: ", faults, lambda: Scorecard(**values, indicators=indicators))
    if faults:
        raise _joined(faults)
    return Scorecard(**values, indicators=indicators)


def _toml(source: str | os.PathLike[str] | bytes, name: str) -> Mapping[str, Any]:
    data = source if isinstance(source, bytes) else bytes_of(source, max_bytes=_MAX, keep=_KEEP)
    if len(data) > _MAX:
        raise UsageError(f"{name} 超过1 MiB，请{_KEEP[0]}", f"{name} is larger than 1 MiB: {_KEEP[1]}")
    text = decode(data, name)[0].removeprefix("\ufeff")
    try:
        return tomllib.loads(text, parse_float=_number)
    except (ValueError, RecursionError) as error:
        zh, en = wide_signs(text, str(error))
        told = one_line(str(error))[:SHOWN]
        raise UsageError(f"{name} 不是有效的 TOML：{told}{zh}", f"{name} is not TOML: {told}{en}") from None


def _number(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:  # an exponent without bounds
        return Decimal("NaN")


def _tables(given: object, place: str, faults: list[UsageError]) -> list[Any]:
    if isinstance(given, (list, tuple)) and 0 < len(given) <= _MOST:
        return list(given)
    zh = f"{place} 应有1至{_MOST}个，每个写作一个 [[indicator]]"
    faults.append(UsageError(zh, f"{place} must be 1 to {_MOST} tables [[indicator]]"))
    return []


def _indicator(given: object, place: str, faults: list[UsageError], extra: tuple[Rule, ...]) -> Indicator | None:
    if not isinstance(given, Mapping):
        faults.append(UsageError(f"{place}应写作 [[indicator]]", f"{place}must be a table [[indicator]]"))
        return None
    if isinstance(given.get("key"), str):
        place += f"({one_line(given['key'])[:SHOWN]}) "
    own: list[UsageError] = []
    rest = {key: value for key, value in given.items() if key != "band"}
    values = _values(rest, INDICATOR, place, own, also=("band",))
    numbered = enumerate(_bands(given, place, own), 1)
    bands = [band for n, one in numbered if (band := _band(one, f"{place}band {n} ", own)) is not None]
    if (how := values.get("how")) is not None:
        for key in values:
            if (hows := INDICATOR[key].hows) and how not in hows:
                listed = ", ".join(hows)
                own.append(UsageError(f"{place}{key} 只用于 how = {listed}", f"{place}{key} is for how = {listed}"))
        if how is not How.MEASURE and "band" in given:
            own.append(UsageError(f"{place}band 只用于 how = measure", f"{place}band is for how = measure"))
    if "per_review" in values and values.get("review") is not Review.DEDUCT:
        zh, en = "per_review 须与 review = deduct 同写", "per_review needs review = deduct"
        own.append(UsageError(f"{place}{zh}", f"{place}{en}"))
    made = None
    if not own:
        made = _caught(place, own, lambda: Indicator(**values, bands=bands))
    if made is not None:
        _caught(place, own, lambda: made.rules(extra))
    faults += own
    return made


def _bands(given: Mapping[str, Any], place: str, faults: list[UsageError]) -> list[Any]:
    found = given.get("band", [])
    if isinstance(found, (list, tuple)) and len(found) <= _MOST and all(isinstance(one, Mapping) for one in found):
        return list(found)
    zh, en = f"{place}band 应写作 [[indicator.band]]", f"{place}band must be tables [[indicator.band]]"
    faults.append(UsageError(zh, en))
    return []


def _band(given: Mapping[str, Any], place: str, faults: list[UsageError]) -> Band | None:
    values = _values(given, BAND, place, faults)
    return Band(**values) if "points" in values else None


def _values(
    given: Mapping[str, Any],
    keys: Mapping[str, Key],
    place: str,
    faults: list[UsageError],
    also: tuple[str, ...] = (),
) -> dict[str, Any]:
    """The values of a table that were read; what is wrong with the others goes to the faults."""
    values: dict[str, Any] = {}
    for key, value in given.items():
        if key not in keys:
            shown = one_line(str(key))[:SHOWN]
            hint_zh, hint_en = did_you_mean(nearest(shown, (*keys, *also)))
            faults.append(UsageError(f"{place}不认识的键 {shown}{hint_zh}", f"{place}unknown key {shown}{hint_en}"))
            continue
        _caught(f"{place}{key} ", faults, lambda key=key, value=value: values.update({key: keys[key].read(value)}))  # type: ignore[misc]
    for key, one in keys.items():
        if one.required and key not in given:
            faults.append(UsageError(f"{place}缺少 {key}（{one.zh}）", f"{place}{key} is missing ({one.en})"))
    return values


def _caught(place: str, faults: list[UsageError], make: Callable[[], Any]) -> Any:  # noqa: ANN401  whatever is made
    try:
        return make()
    except UsageError as error:
        faults.append(UsageError(f"{place}{error.zh}", f"{place}{error.en}"))
        return None


def _joined(faults: list[UsageError]) -> UsageError:
    more = len(faults) - _FAULTS
    zh = "；".join(one.zh for one in faults[:_FAULTS]) + (f"；另有{more}处" if more > 0 else "")
    en = "; ".join(one.en for one in faults[:_FAULTS]) + (f"; and {more} more" if more > 0 else "")
    return UsageError(zh, en)
