"""What a file says of itself beside its tables: whose it is, and when guide and catalogue were brought up to date."""

from collections.abc import Iterable
from typing import Any, Final

import attrs
import pendulum

from govdisclosure.register.files.days import day_of
from govdisclosure.register.files.sheets import Numbered
from govdisclosure.register.files.values import DAY, Cell, as_text, key_of

__all__ = ["ABOUT", "About", "read_about"]

ABOUT: Final = {
    "agency": ("机构名称", "机关名称", "单位名称", "填报单位", "登记单位", "编制机关", "agency"),
    "guide_updated_on": ("公开指南更新日期", "指南更新日期", "指南更新时间", "guide_updated_on"),
    "catalogue_updated_on": ("公开目录更新日期", "目录更新日期", "目录更新时间", "catalogue_updated_on"),
}
"""What a line above a table, or on a sheet of its own, may say, and by what words; the first is the one written."""
_FIELDS: Final = {key_of(word): field for field, words in ABOUT.items() for word in words}
_LONGEST: Final = 80


@attrs.frozen(kw_only=True)
class About:
    """What a file says of itself; ``None`` for what it does not."""

    agency: str | None = None
    guide_updated_on: pendulum.Date | None = None
    catalogue_updated_on: pendulum.Date | None = None


def read_about(rows: Iterable[Numbered], known: About) -> About:
    """What some rows say of the file, beyond what is known of it: ``填报单位：…`` in one cell or in two."""
    found: dict[str, Any] = {}
    for _, cells in rows:
        for index, cell in enumerate(cells):
            text = as_text(cell).strip()
            if not text or len(text) > _LONGEST:
                continue
            word, _, rest = text.replace("：", ":").partition(":")
            field = _FIELDS.get(key_of(word))
            if field is not None and field not in found:
                beside = next((one for one in cells[index + 1 :] if one != cell and as_text(one).strip()), None)
                value = _value(field, rest.strip() or beside)
                found.update({} if value is None else {field: value})
    return attrs.evolve(known, **{name: value for name, value in found.items() if getattr(known, name) is None})


def _value(field: str, cell: Cell) -> object:
    if field == "agency":
        return as_text(cell).strip() or None
    found = DAY.read(cell)
    return day_of(found) if isinstance(found, pendulum.Date) else None
