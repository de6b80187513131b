"""A figure in a table, as it stands in print."""

from decimal import Decimal
from enum import StrEnum

import attrs

from govdisclosure.model.place import Place

__all__ = ["ABSENT", "Count", "Printed"]


class Printed(StrEnum):
    """How a cell stood in print. Only a ``number`` has a value; none of the others is a zero."""

    NUMBER = "number"
    BLANK = "blank"
    """The cell is there and nothing is printed in it."""
    DASH = "dash"
    """A dash, a slash or the like."""
    ILLEGIBLE = "illegible"
    """Something is printed that cannot be read as one figure, such as cells run together."""
    ABSENT = "absent"
    """The document has no such cell."""


@attrs.frozen(kw_only=True)
class Count:
    """A figure: what is printed, how it stood, and its value where it is a number.

    Attributes:
        printed: How it stood.
        text: The printed text; empty for a blank, ``None`` where there is no such cell.
        value: The value; ``None`` unless ``printed`` is ``number``. Money is in ``unit``.
        unit: The unit of the value, where the cell or its label prints one (``元``, ``万元``).
        at: Where it stands.
    """

    printed: Printed
    text: str | None = None
    value: int | Decimal | None = attrs.field(default=None)
    unit: str | None = None
    at: Place | None = None

    @value.validator
    def _only_numbers_have_values(self, _: object, value: int | Decimal | None) -> None:
        if (value is not None) != (self.printed is Printed.NUMBER):
            raise ValueError("a number has a value, and nothing else has one")

    def __str__(self) -> str:
        """What is printed; ``未读到`` where there is no such cell."""
        return "未读到" if self.text is None else self.text


ABSENT = Count(printed=Printed.ABSENT)
"""What a document says of a cell that it does not have."""
