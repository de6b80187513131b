"""Reading settings from TOML; every fault names the file and the key, and all faults of a file are told at once."""

import tomllib
from collections.abc import Callable, Iterable
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar, get_args

from govdisclosure.documents.encoding import decode
from govdisclosure.documents.opening import bytes_of
from govdisclosure.errors import UsageError
from govdisclosure.law.overlay import Overlay
from govdisclosure.law.overlay_files import overlay_from_toml, shipped_overlay
from govdisclosure.model.agency import AgencyKind
from govdisclosure.rules.outcome import Level
from govdisclosure.rules.rule import BlankIs
from govdisclosure.settings.settings import FailOn, Settings
from govdisclosure.text.language import Lang
from govdisclosure.text.suggestions import did_you_mean, nearest, wide_signs

__all__ = ["KEYS", "find", "load"]

_MAX = 1024 * 1024
_KEEP = ("只保留需要的内容", "keep only what is needed")
_PROJECT, _OWN = "pyproject.toml", "govdisclosure.toml"
_E = TypeVar("_E", bound=StrEnum)


def find(start: Path) -> Path | None:
    """The file of settings that holds in a folder: in it, or in the nearest folder above that has one.

    Args:
        start: The folder. In one folder ``govdisclosure.toml`` goes before ``pyproject.toml``.
    """
    for folder in (start.absolute(), *start.absolute().parents):
        if (folder / _OWN).is_file():
            return folder / _OWN
        if (folder / _PROJECT).is_file() and _section(_toml(str(folder / _PROJECT))) is not None:
            return folder / _PROJECT
    return None


def load(path: str) -> Settings:
    """Settings of a file; see :meth:`Settings.load`."""
    data = _toml(path)
    inside = Path(path).name == _PROJECT
    table = (_section(data) or {}) if inside else data
    if not inside and _section(data) is not None:
        raise UsageError(
            f"{path}: 除 {_PROJECT} 外，键直接写在文件开头，不要写 [tool.govdisclosure]；"
            f"[tool.govdisclosure.levels] 写作 [levels]",
            f"{path}: outside {_PROJECT} the keys stand at the top, without [tool.govdisclosure]; "
            f"[tool.govdisclosure.levels] is [levels]",
        )
    place = f"{path}: {'tool.govdisclosure.' if inside else ''}"
    values: dict[str, Any] = {}
    faults: list[UsageError] = []
    for key, given in table.items():
        try:
            if key not in KEYS:
                hint_zh, hint_en = did_you_mean(nearest(key, KEYS))
                raise UsageError(f"不认识的键{hint_zh}", f"unknown key{hint_en}")  # noqa: TRY301  told with the rest
            values[key.replace("-", "_")] = (
                _overlays(given, Path(path).parent) if key == "overlay" else KEYS[key](given)
            )
        except UsageError as error:
            faults.append(UsageError(f"{place}{key} {error.zh}", f"{place}{key} {error.en}"))
    if faults:
        raise UsageError("；".join(one.zh for one in faults), "; ".join(one.en for one in faults))
    origins = {key.replace("-", "_"): f"{place}{key}" for key in table}
    return Settings(**values, file=path, origins=origins)


def _toml(path: str) -> dict[str, Any]:
    text = decode(bytes_of(path, max_bytes=_MAX, keep=_KEEP), path)[0]
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        zh, en = wide_signs(text, str(error))
        raise UsageError(f"{path} 不是有效的 TOML：{error}{zh}", f"{path} is not TOML: {error}{en}") from None


def _section(data: dict[str, Any]) -> dict[str, Any] | None:
    tool = data.get("tool")
    found = tool.get("govdisclosure") if isinstance(tool, dict) else None
    return found if isinstance(found, dict) else None


def _words(given: object) -> tuple[str, ...]:
    if not isinstance(given, list) or not all(isinstance(one, str) and one for one in given):
        raise UsageError('应为一组文字，如 ["DDL", "STR101"]', 'must be a list of words, such as ["DDL", "STR101"]')
    return tuple(given)


def _table(given: object) -> dict[str, Any]:
    if not isinstance(given, dict):
        raise UsageError("应为一张表（键 = 值）", "must be a table of keys and values")
    return given


def _ignores(given: object) -> dict[str, tuple[str, ...]]:
    return {glob: _words(codes) for glob, codes in _table(given).items()}


def _one_of(words: Iterable[str]) -> Callable[[object], str]:
    known = tuple(words)

    def read(given: object) -> str:
        if given not in known:
            hint_zh, hint_en = did_you_mean(nearest(str(given), known))
            listed = ", ".join(known)
            raise UsageError(f"只能是 {listed}{hint_zh}", f"must be one of {listed}{hint_en}")
        return str(given)

    return read


def _members(kind: type[_E]) -> Callable[[object], dict[str, _E]]:
    read = _one_of(kind)
    return lambda given: {key: kind(read(value)) for key, value in _table(given).items()}


def _overlays(given: object, folder: Path) -> tuple[Overlay, ...]:
    return tuple(_overlay(name, folder) for name in _words([given] if isinstance(given, str) else given))


def _overlay(name: str, folder: Path) -> Overlay:
    if not name.endswith(".toml"):
        return shipped_overlay(name)
    path = str(folder / name)
    return overlay_from_toml(decode(bytes_of(path, max_bytes=_MAX, keep=_KEEP), path)[0], path)


KEYS: dict[str, Callable[[object], Any]] = {
    "select": _words,
    "extend-select": _words,
    "ignore": _words,
    "per-file-ignores": _ignores,
    "levels": _members(Level),
    "blank-is": _one_of(get_args(BlankIs)),
    "organ-kinds": _members(AgencyKind),
    "overlay": _words,
    "language": _one_of(get_args(Lang)),
    "fail-on": _one_of(get_args(FailOn)),
    "prefer-readers": _words,
}
"""Every key, in the order in which they are shown, and how its value is read."""
