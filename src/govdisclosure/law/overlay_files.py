"""Reading local overlays; one that would loosen a national rule is refused, and the reason is given."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import pendulum

from govdisclosure.errors import NotInForceError, UsageError
from govdisclosure.law.lookup import instruments, parameter
from govdisclosure.law.overlay import LocalHeading, Overlay
from govdisclosure.law.provision import Evidence
from govdisclosure.law.reporting import regulation_for, report_due
from govdisclosure.model.agency import AgencyKind
from govdisclosure.text.suggestions import SHOWN, did_you_mean, nearest

__all__ = ["overlay_from_toml", "shipped_overlay", "shipped_overlays"]

_TEXTS = ("id", "title_zh", "title_en")
_KEYS = (*_TEXTS, "number", "regions", "report_years", "evidence", "source", "note", "note_zh", "due", "heading")
_HEADING = ("name", "title_zh", "title_en", "words")
_KINDS = tuple(kind for kind in AgencyKind if kind is not AgencyKind.UNKNOWN)
_ID = re.compile(r"[a-z][a-z0-9-]{1,59}")
_DAY = re.compile(r"\d{2}-\d{2}")
_YEARS = 2


@cache
def shipped_overlays() -> tuple[Overlay, ...]:
    """The overlays that come with the package, by id."""
    folder = files("govdisclosure").joinpath("law", "data", "overlays")
    found = [
        overlay_from_toml(one.read_text("utf-8"), one.name) for one in folder.iterdir() if one.name.endswith(".toml")
    ]
    return tuple(sorted(found, key=lambda one: one.id))


def shipped_overlay(id: str) -> Overlay:  # noqa: A002  the overlay's own word for its key
    """The overlay of an id.

    Raises:
        UsageError: None comes with the package under that id; the message names the nearest ones.
    """
    found = next((one for one in shipped_overlays() if one.id == id), None)
    if found is None:
        hint_zh, hint_en = did_you_mean(nearest(id, [one.id for one in shipped_overlays()]))
        shown = id[:SHOWN]
        raise UsageError(
            f"没有自带的地方规定 {shown!r}{hint_zh}；自己的文件请写出 .toml 结尾的路径",
            f"no overlay {shown!r} comes with the package{hint_en}; a file of your own is named by a path in .toml",
        )
    return found


def overlay_from_toml(text: str, name: str) -> Overlay:
    """An overlay from the text of its file.

    Args:
        text: TOML: ``id``, ``title_zh``, ``title_en``, ``regions``, ``report_years`` (first and last, or the first
            alone), and ``[due]`` (``all``, or a day for each kind of organ, ``MM-DD``) or ``[[heading]]`` (``name``,
            ``title_zh``, ``title_en``, ``words``); further ``number``, ``evidence`` (``source``, ``memory`` or
            ``inference``, which is the default), ``source``, ``note`` and ``note_zh``.
        name: What the file is called in errors.

    Raises:
        UsageError: It is no TOML, a key is unknown, missing or of another kind, or it asks for less than the nation.
    """
    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise _fault(name, "", f"不是有效的 TOML（{error}）", f"is not TOML: {error}") from None
    _known(data, _KEYS, name, "")
    if not (_ID.fullmatch(str(data.get("id"))) and str(data["id"]) not in {one.id for one in instruments()}):
        raise _fault(
            name, "id", "应为小写字母、数字和连字符，且不与国家文件重名", "must be a-z, 0-9 and -, no national id"
        )
    overlay = Overlay(
        **{key: _text(data, key, name) for key in _TEXTS},
        number=_text(data, "number", name) if "number" in data else None,
        regions=_texts(data, "regions", name),
        report_years=_years(data.get("report_years"), name),
        due=_due(data.get("due", {}), name),
        headings=tuple(_headings(data.get("heading", []), name)),
        evidence=_evidence(data.get("evidence", Evidence.INFERENCE), name),
        **{key: _text(data, key, name) for key in ("source", "note", "note_zh") if key in data},
    )
    _only_stricter(overlay, name)
    return overlay


def _only_stricter(overlay: Overlay, name: str) -> None:
    """Refuse an overlay that adds nothing, that holds where there is no duty, or that gives more time than the law."""
    if not overlay.due and not overlay.headings:
        raise _fault(name, "", "没有 [due] 也没有 [[heading]]，不增加任何要求", "has neither [due] nor [[heading]]")
    first, last = overlay.report_years
    starts = {dated.start.year for kind in _KINDS for dated in parameter(f"report.due.{kind}").values}
    for year in sorted({first, *(one for one in starts if first <= one and (last is None or one <= last))}):
        try:
            regulation_for(year)
        except NotInForceError as error:
            raise _fault(name, "report_years", error.zh, error.en) from None
        for kind, day in overlay.due.items():
            national, local = report_due(year, kind), overlay.due_for(year, kind)
            # Where the law names no day for such an organ, any local day asks for more.
            if national.latest is not None and local is not None and local.safe > national.safe:
                raise _fault(
                    name,
                    f"due.{kind}",
                    f"{day} 晚于{year}年度的国家期限 {national.safe:%m-%d}（{national.cite.zh}）；"
                    "地方规定只能提前，不能放宽",
                    f"{day} is later than the national {national.safe:%m-%d} for report year {year} "
                    f"({national.cite.en}); a local rule may tighten a date, never loosen it",
                )


def _due(given: object, name: str) -> dict[AgencyKind, str]:
    if not isinstance(given, dict):
        raise _fault(name, "due", "应写成 [due]", "must be a table, [due]")
    _known(given, ("all", *_KINDS), name, "due.")
    for key, day in given.items():
        try:
            pendulum.Date.fromisoformat(f"2001-{day}" if _DAY.fullmatch(str(day)) else "")
        except ValueError:
            raise _fault(name, f"due.{key}", "应写作 MM-DD，如 01-20", "is written MM-DD, such as 01-20") from None
    every = given.get("all")
    named = {kind: given.get(kind, every) for kind in _KINDS}
    return {kind: day for kind, day in named.items() if day is not None}


def _headings(given: object, name: str) -> Iterator[LocalHeading]:
    if not isinstance(given, list) or not all(isinstance(one, dict) for one in given):
        raise _fault(name, "heading", "应写成 [[heading]]", "must be written as [[heading]]")
    for one in given:
        _known(one, _HEADING, name, "heading.")
        word = _text(one, "name", name, "heading.")
        if not _ID.fullmatch(word):
            raise _fault(name, "heading.name", "应为小写字母、数字和连字符", "must be a-z, 0-9 and -")
        yield LocalHeading(
            name=word,
            title_zh=_text(one, "title_zh", name, "heading."),
            title_en=_text(one, "title_en", name, "heading."),
            words=_texts(one, "words", name, "heading."),
        )


def _years(given: object, name: str) -> tuple[int, int | None]:
    listed = given if isinstance(given, list) else []
    if not 1 <= len(listed) <= _YEARS or not all(type(one) is int for one in listed) or listed != sorted(listed):
        raise _fault(name, "report_years", "应写作 [2020] 或 [2020, 2024]", "is written [2020] or [2020, 2024]")
    return listed[0], listed[1] if len(listed) == _YEARS else None


def _evidence(given: object, name: str) -> Evidence:
    try:
        return Evidence(str(given))
    except ValueError:
        words = ", ".join(Evidence)
        raise _fault(name, "evidence", f"只能是 {words}", f"must be one of {words}") from None


def _text(entry: Mapping[str, Any], key: str, name: str, within: str = "") -> str:
    value = entry.get(key)
    if not isinstance(value, str) or not value.strip():
        raise _fault(name, f"{within}{key}", "须写明，且为文字", "must be given, and be words")
    return value


def _texts(entry: Mapping[str, Any], key: str, name: str, within: str = "") -> tuple[str, ...]:
    value = entry.get(key)
    if not isinstance(value, list) or not value or not all(isinstance(one, str) and one.strip() for one in value):
        raise _fault(name, f"{within}{key}", "应为一组文字", "must be a list of words")
    return tuple(value)


def _known(entry: Mapping[str, Any], keys: tuple[str, ...], name: str, within: str) -> None:
    for key in entry:
        if key not in keys:
            hint_zh, hint_en = did_you_mean(nearest(key, keys))
            raise _fault(name, f"{within}{key}", f"不认识的键{hint_zh}", f"unknown key{hint_en}")


def _fault(name: str, key: str, zh: str, en: str) -> UsageError:
    place = f"{name}: {key}" if key else name
    return UsageError(f"{place} {zh}", f"{place} {en}")
