"""What the user knows of organs: which there are, since when, below whom, and what they were called before."""

import csv
import io
import os
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, TypeAlias

import attrs

from govdisclosure.documents.encoding import decode
from govdisclosure.documents.opening import bytes_of
from govdisclosure.errors import UsageError
from govdisclosure.model.agency import Agency
from govdisclosure.rules.organs import name_key
from govdisclosure.text.display import one_line
from govdisclosure.text.normalise import fold, squeeze
from govdisclosure.text.suggestions import SHOWN, wide_signs

__all__ = ["Listed", "Names", "Renamed", "Renamings", "names_of", "organ_key", "read_organs", "read_renamed"]

_MAX = 64 * 1024 * 1024
_KEEP = ("分成几份", "split it into several")
_NO_CSV = (
    "机关名单不是 CSV 文件；请在 Excel/WPS 中打开，另存为 CSV",
    "the list of organs is no CSV file; open it in Excel or WPS and save it as CSV",
)
_HEADERS: Mapping[str, tuple[str, ...]] = {
    "organ": ("机关", "机关名称", "单位", "单位名称", "organ", "name"),
    "superior": ("上级", "上级机关", "主管机关", "汇总机关", "superior"),
    "first": ("起", "起始年度", "起始年", "开始年度", "首个年度", "设立年度", "from", "first"),
    "last": ("止", "截止年度", "截止年", "结束年度", "最后年度", "撤销年度", "until", "to", "last"),
}


def organ_key(name: str) -> str:
    """A name as it is compared: widths, blanks, full and short forms made one. Names that are merely alike stay apart.

    >>> organ_key("青石县 人民政府办公室")
    '青石县政府办公室'
    """
    return name_key(Agency(name=name))


@attrs.frozen(kw_only=True)
class Listed:
    """An organ of the user's list.

    Attributes:
        organ: Its name.
        superior: The organ whose report sums up its figures; ``None`` for none.
        first: The first year of which it owes a report; ``None`` where the list does not say.
        last: The last year, likewise.
    """

    organ: str
    superior: str | None = None
    first: int | None = None
    last: int | None = None


@attrs.frozen(kw_only=True)
class Renamed:
    """An organ that changed its name, or went over into another.

    Attributes:
        before: The name it had.
        after: The name it has.
        on: The year in which it changed; reports on later years under the old name are another organ's. ``None`` where
            no other organ has the old name.
        merged: True where it went over into another organ, alone or with others, so that a panel adds up the figures
            of the years before; then ``on`` is needed.
    """

    before: str
    after: str
    on: int | None = None
    merged: bool = False

    def __attrs_post_init__(self) -> None:
        """A merger has a year.

        Raises:
            UsageError: It has none.
        """
        if self.merged and self.on is None:
            raise UsageError(
                f"{self.before}并入{self.after}，请写明年度（on）",
                f"{self.before} went over into {self.after}: say in which year (on)",
            )


def read_organs(source: str | os.PathLike[str] | bytes) -> tuple[Listed, ...]:
    """Read a list of organs: CSV with the columns 机关, and where known 上级, 起始年度, 截止年度.

    Args:
        source: The file, or its bytes.

    Raises:
        ReadError: It cannot be read.
        UsageError: It is no CSV, has no column of organs, or two, or one of years by another name; a row runs over
            lines or names no organ; a year is none, or the first is after the last.
    """
    text = _text(source)
    if "\0" in text:
        raise UsageError(*_NO_CSV)
    rows = _rows(text)
    _, header = next(rows, (1, []))
    places: dict[str, int] = {}
    for at, word in enumerate(header):
        for field, words in _HEADERS.items():
            if squeeze(fold(word)) in words and places.setdefault(field, at) != at:
                raise UsageError(
                    f"机关名单有两列都是“{words[0]}”，请只留一列",
                    f"the list of organs has two columns of {field}: leave one",
                )
    if "organ" not in places:
        raise UsageError(
            "机关名单第一行应为列名，其中须有“机关”一列（另可有：上级、起始年度、截止年度）",
            "the first row of the list of organs names its columns, 机关 among them (others: 上级, 起始年度, 截止年度)",
        )
    for at, word in enumerate(header):
        if "年" in word and at not in places.values():
            shown = one_line(word)[:SHOWN]
            raise UsageError(
                f"机关名单的列“{shown}”不认识；表示年度的列请写作“起始年度”“截止年度”",
                f"the list of organs has an unknown column “{shown}”; the columns of years are 起始年度 and 截止年度",
            )
    return tuple(one for number, row in rows if (one := _listed(number, row, places)) is not None)


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """The rows with the lines on which they end.

    Raises:
        UsageError: One runs over lines, as after a quotation mark that is not closed, which would swallow organs.
    """
    rows, line = csv.reader(io.StringIO(text, newline=""), strict=True), 0
    while True:
        try:
            row = next(rows, None)
        except csv.Error:
            row = ["\n"]
        if row is None:
            return
        if any("\n" in cell or "\r" in cell for cell in row):
            raise UsageError(
                f"机关名单从第{line + 1}行起不能按行读出，请检查该行的引号，每个机关占一行",
                f"the list of organs cannot be read line by line from line {line + 1} on: look at its quotation marks; "
                "each organ has a line",
            )
        line = rows.line_num
        yield line, row


def _listed(number: int, row: list[str], places: Mapping[str, int]) -> Listed | None:
    """The organ of a row; ``None`` of an empty one."""
    cells = {field: row[at].strip() if at < len(row) else "" for field, at in places.items()}
    if not cells["organ"]:
        if any(cells.values()):
            raise UsageError(f"机关名单第{number}行没有机关名称", f"row {number} of the organs names no organ")
        return None
    first, last = (_year(cells.get(name, ""), number) for name in ("first", "last"))
    if first is not None and last is not None and first > last:
        raise UsageError(
            f"机关名单第{number}行的起始年度（{first}）晚于截止年度（{last}），请改正",
            f"row {number} of the organs: the first year ({first}) is after the last ({last}); put it right",
        )
    return Listed(organ=cells["organ"], superior=cells.get("superior") or None, first=first, last=last)


def read_renamed(source: str | os.PathLike[str] | bytes) -> tuple[Renamed, ...]:
    """Read changes of names: TOML, a table ``[[renamed]]`` for each.

    It has ``from``, ``to``, and ``on`` (a year or a day) where the old name later went to another organ; ``merged =
    true`` with ``on`` where it went over into another organ, whose figures of earlier years are then added up.

    Args:
        source: The file, or its bytes.

    Raises:
        ReadError: It cannot be read.
        UsageError: It is no TOML, or a table is not as said.
    """
    text = _text(source)
    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        zh, en = wide_signs(text, str(error))
        raise UsageError(f"更名表不是 TOML：{error}{zh}", f"the list of renamings is no TOML: {error}{en}") from None
    entries: Any = data.get("renamed", [])
    if set(data) - {"renamed"} or not isinstance(entries, list):
        other = "、".join(one_line(key)[:SHOWN] for key in data if key != "renamed") or "renamed"
        raise UsageError(
            f"更名表不认识“{other}”；每次更名写作一个 [[renamed]]，下面写 from 和 to",
            f"the list of renamings has “{other}”: write each as a table [[renamed]] with from and to",
        )
    found = []
    for number, one in enumerate(entries, 1):
        if not isinstance(one, dict) or not {"from", "to"} <= set(one) <= {"from", "to", "on", "merged"}:
            raise _not_renamed(number)
        day, merged = one.get("on"), one.get("merged", False)
        on = day.year if isinstance(day, date) else day
        if not (isinstance(one["from"], str) and isinstance(one["to"], str)) or not (on is None or type(on) is int):
            raise _not_renamed(number)
        if not isinstance(merged, bool):
            raise _not_renamed(number)
        found.append(Renamed(before=one["from"], after=one["to"], on=on, merged=merged))
    return tuple(found)


def _not_renamed(number: int) -> UsageError:
    return UsageError(
        f"第{number}个 [[renamed]] 应有 from 和 to，可有 on（年度或日期）和 merged（true 或 false）",
        f"[[renamed]] {number} needs from and to, and may have on (a year or a day) and merged (true or false)",
    )


class Names:
    """What organs are called last."""

    def __init__(self, renamed: Iterable[Renamed] = ()) -> None:
        """Take the changes of names.

        Args:
            renamed: The changes.

        Raises:
            UsageError: The names go round in a circle, or one name has two successors.
        """
        self._steps: dict[str, Renamed] = {}
        for one in renamed:
            if self._steps.setdefault(organ_key(one.before), one) != one:
                raise UsageError(f"更名表中{one.before}有两个去向", f"the renamings give {one.before} two successors")
        self._taken_over: dict[str, list[int | None]] = {}
        for one in self._steps.values():
            self._taken_over.setdefault(organ_key(self._follow(one.before, 0)), []).append(one.on)

    def __contains__(self, name: str) -> bool:
        """Whether a name was given up."""
        return organ_key(name) in self._steps

    def of(self, name: str, year: int | None = None) -> str:
        """The last name of the organ that had this name.

        Args:
            name: The name.
            year: The year of the report that bears it; ``None`` where it is not known.
        """
        return self._follow(name, year or 0)

    def alone(self, name: str, year: int | None = None) -> str:
        """The last name of the organ that had this name before it went over into another, as for :meth:`of`."""
        return self._follow(name, year or 0, merged=False)

    def merged_into(self, organ: str) -> tuple[tuple[str, int], ...]:
        """The organs that went over into this one, by their last names, each with the year.

        Args:
            organ: Its last name before it went over into another itself.
        """
        key = organ_key(organ)
        return tuple(
            (self.alone(one.before, one.on), one.on)
            for one in self._steps.values()
            if one.merged and one.on is not None and organ_key(self.alone(one.after, one.on)) == key
        )

    def may_have_grown(self, organ: str, year: int) -> bool:
        """Whether the organ may have taken over another between a year's report and that of the year before.

        Args:
            organ: Its last name, as compared.
            year: The later year.
        """
        return any(on is None or on in {year - 1, year} for on in self._taken_over.get(organ, ()))

    def _follow(self, name: str, year: int, *, merged: bool = True) -> str:
        seen: set[str] = set()
        while (step := self._steps.get(key := organ_key(name))) is not None and (step.on is None or year <= step.on):
            if step.merged and not merged:
                break
            if key in seen:
                raise UsageError(f"更名表首尾相接：{name}", f"the renamings go round in a circle: {name}")
            seen.add(key)
            name = step.after
        return name


Renamings: TypeAlias = Names | Iterable[Renamed]
"""What organs are called last, or the changes of names that say it."""


def names_of(given: Renamings | None) -> Names:
    """What organs are called last, as it is or from the changes that were read.

    Args:
        given: The names; or the changes of names, as :func:`read_renamed` gives them; none when ``None``.

    Raises:
        UsageError: It is something else, such as the path of a file; or as for :class:`Names`.
    """
    if isinstance(given, Names):
        return given
    changes = () if given is None else given
    held = tuple(changes) if isinstance(changes, Iterable) and not isinstance(changes, str | bytes) else None
    if held is None or not all(isinstance(one, Renamed) for one in held):
        raise UsageError("names 应是 read_renamed(文件) 读出的更名", "names must be what read_renamed(file) gives")
    return Names(held)


def _year(words: str, row: int) -> int | None:
    digits = fold(words).removesuffix("年")
    if not digits:
        return None
    if len(digits) != 4 or not digits.isascii() or not digits.isdigit():  # noqa: PLR2004  a year
        raise UsageError(f"机关名单第{row}行的年度应写作四位数字", f"row {row} of the organs: a year has four digits")
    return int(digits)


def _text(source: str | os.PathLike[str] | bytes) -> str:
    if isinstance(source, bytes):
        return decode(source, "-")[0].removeprefix("\ufeff")
    return decode(bytes_of(source, max_bytes=_MAX, keep=_KEEP), os.fspath(source))[0].removeprefix("\ufeff")
