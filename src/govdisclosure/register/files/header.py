"""What a column of a register or catalogue is."""

from enum import StrEnum
from typing import Final

import attrs

from govdisclosure.register.files.values import Values

__all__ = ["HAPPENED", "Header", "Kind", "scalar"]

HAPPENED: Final = "happened"
"""Of an event, the column that says only whether it happened (是否延期)."""


class Kind(StrEnum):
    """What the rows of a table are."""

    REQUESTS = "requests"
    CASES = "cases"
    ITEMS = "items"


@attrs.frozen(kw_only=True)
class Header:
    """A column.

    Attributes:
        field: The field that it fills, such as ``channel``, or the event and its attribute, such as ``extended.days``.
        zh: What offices call it; the first is the one that is written. Of several of them in one table the first in
            this order that is filled holds.
        en: What it may be called in English.
        values: What may stand in it.
        event: The event that it tells of; ``None`` for a field of the entry itself.
        attribute: The attribute of the event, or the field.
        personal: Whether it may name a person; such columns are written on demand only.
    """

    field: str
    zh: tuple[str, ...]
    en: tuple[str, ...]
    values: Values
    event: StrEnum | None = None
    attribute: str
    personal: bool = False


def scalar(field: str, values: Values, zh: str, *, personal: bool = False) -> Header:
    """A column that fills a field of the entry itself; its Chinese names are parted by blanks."""
    names = dict.fromkeys((field, field.replace(".", "_")))
    return Header(field=field, zh=tuple(zh.split()), en=tuple(names), values=values, attribute=field, personal=personal)
