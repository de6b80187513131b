"""A table as a file has it: rows of cells, each with its number."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

import attrs

from govdisclosure.model.register import RowFault
from govdisclosure.register.files.values import Cell

__all__ = ["Numbered", "Sheet"]

Numbered: TypeAlias = tuple[int, Sequence[Cell]]
"""The number of a row, from 1, and its cells."""


@attrs.frozen(kw_only=True, eq=False)
class Sheet:
    """One table of a file.

    Attributes:
        rows: Its rows, read as they are asked for.
        name: Its name; ``None`` where the format has none.
        hidden: Whether the workbook hides it.
        repeated: Cells (row number, column from 0) that only repeat the value of a merged cell that began above.
        faults: What could not be read in the file itself.
    """

    rows: Iterator[Numbered]
    name: str | None = None
    hidden: bool = False
    repeated: frozenset[tuple[int, int]] = frozenset()
    faults: Iterable[RowFault] = ()
