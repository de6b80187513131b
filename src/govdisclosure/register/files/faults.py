"""What could not be read, gathered over a file; never with what stands in the cell."""

from typing import Final

import attrs

from govdisclosure.model.register import RowFault
from govdisclosure.text.display import cut, one_line
from govdisclosure.text.personal import mask_personal

__all__ = ["Faults", "shown"]

_MOST: Final = 10_000
_WIDTH: Final = 60


def shown(text: str) -> str:
    """A header, key or number of an entry on one short line, personal numbers hidden."""
    return mask_personal(cut(one_line(text), _WIDTH))


class Faults:
    """The faults of a file; beyond the first ten thousand they are only counted."""

    def __init__(self) -> None:
        """Begin with none."""
        self._found: list[RowFault] = []
        self._more = 0

    def add(  # noqa: PLR0913  each is one word of the fault
        self,
        row: int,
        zh: str,
        en: str,
        *,
        column: str | None = None,
        sheet: str | None = None,
        id: str | None = None,  # noqa: A002  the model's own word
        kept: bool = True,
        entries: tuple[str, ...] | None = None,
    ) -> None:
        """Note a fault; ``column`` and ``id`` as they stand in the file. It is about ``id`` unless ``entries`` says."""
        if len(self._found) >= _MOST:
            self._more += 1
            return
        about = entries if entries is not None else () if id is None else (id,)
        column, sheet, id = (None if text is None else shown(text) for text in (column, sheet, id))  # noqa: A001
        self._found.append(RowFault(row=row, column=column, sheet=sheet, id=id, kept=kept, zh=zh, en=en, entries=about))

    def concern(self, at: int, entries: tuple[str, ...]) -> None:
        """Say of a fault noted before which entries it is about."""
        if at < len(self._found):
            self._found[at] = attrs.evolve(self._found[at], entries=entries)

    def __len__(self) -> int:
        """How many were noted."""
        return len(self._found)

    def all(self) -> tuple[RowFault, ...]:
        """Those noted, and how many more there are."""
        if not self._more:
            return tuple(self._found)
        last = RowFault(
            row=self._found[-1].row,
            zh=f"此后还有 {self._more} 处读不出，没有逐条列出；请先改正前面的，再重新读取",
            en=f"{self._more} more after this are not listed; mend those before it and read the file again",
        )
        return (*self._found, last)
