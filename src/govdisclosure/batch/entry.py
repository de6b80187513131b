"""One line of the journal of a batch."""

from collections.abc import Mapping

import attrs

from govdisclosure.text import json as jsons

__all__ = ["Entry"]


@attrs.frozen(kw_only=True)
class Entry:
    """A chunk that is done.

    Attributes:
        key: Its key.
        rows: Rows in each table.
        status: Documents by status.
        kinds: Outcomes by ``kind:level``.
        rules_crashed: Documents at which a rule failed.
        passed_over: Files of no kind that is read.
    """

    key: str
    rows: Mapping[str, int]
    status: Mapping[str, int]
    kinds: Mapping[str, int]
    rules_crashed: int = 0
    passed_over: int = 0

    @property
    def is_wanting(self) -> bool:
        """Whether of some document nothing is known that may be known another time."""
        return sum(self.status.values()) > self.status.get("read", 0) + self.passed_over

    def line(self) -> str:
        """Its line in the journal."""
        return jsons.dumps_line(attrs.asdict(self)) + "\n"
