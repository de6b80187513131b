"""What of a frame could not be taken as it stands, in words that say which row."""

from collections.abc import Sequence

import attrs

from govdisclosure.errors import UsageError
from govdisclosure.text.display import cut, one_line
from govdisclosure.text.personal import mask_personal

__all__ = ["Fault", "refuse", "shown"]

_FIRST = 8
_LONGEST = 40
_LOOKED_AT = 4_000
"""Of a very long text no more is shown than of this beginning."""


@attrs.frozen(kw_only=True)
class Fault:
    """One thing.

    Attributes:
        frame: The frame: ``cells``, ``reports``, ``claims``, ``sections`` or ``mechanisms``.
        row: Its row, counted from 1.
        column: Its column.
        zh: What is wrong and what to do, in Chinese.
        en: The same in English.
        grave: True where the row cannot be used at all; else its figure is taken as unknown.
        name: The report it is about, where that is known.
    """

    frame: str
    row: int
    column: str
    zh: str
    en: str
    grave: bool = True
    name: str | None = None

    @property
    def said_zh(self) -> str:
        """With its place, in Chinese."""
        return f"{self.frame} 第{self.row}行 {self.column}：{self.zh}"

    @property
    def said_en(self) -> str:
        """With its place, in English."""
        return f"{self.frame}, row {self.row}, {self.column}: {self.en}"


def refuse(faults: Sequence[Fault]) -> None:
    """Turn a frame away whose rows cannot all be used.

    Raises:
        UsageError: There is a grave fault; the first few are named.
    """
    grave = [one for one in faults if one.grave]
    if grave:
        more_zh = f"；等{len(grave)}处" if len(grave) > _FIRST else ""
        more_en = f"; and {len(grave) - _FIRST} more" if len(grave) > _FIRST else ""
        raise UsageError(
            "；".join(one.said_zh for one in grave[:_FIRST]) + more_zh,
            "; ".join(one.said_en for one in grave[:_FIRST]) + more_en,
        )


def shown(value: object) -> str:
    """A value of the user's as a message may show it."""
    return cut(mask_personal(one_line(str(value)[:_LOOKED_AT])), _LONGEST)
