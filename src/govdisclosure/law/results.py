"""What the law makes of a result: of a request, and of a case."""

import attrs
import pendulum

from govdisclosure.law.provision import Citation, Evidence
from govdisclosure.model.case import CaseResult
from govdisclosure.model.item import Exemption
from govdisclosure.model.request import ReplyType

__all__ = ["CaseColumn", "Handling"]


@attrs.frozen(kw_only=True)
class Handling:
    """What the law makes of one outcome of a request in some time.

    Attributes:
        outcome: A result row of table three, one of :data:`~govdisclosure.model.request.OUTCOMES`.
        reply_types: The kinds of reply that lead to it; empty where the law names none.
        cites: The provisions it rests on, the ground first.
        evidence: How well it is known that these replies and provisions belong to the row.
        sources: Where the text was seen.
        start: First day on which it held.
        end: Last day on which it held; ``None`` while it holds.
        checked_on: The day it was last compared with a source.
        third_party: Whether its ground is a right of a third party, who is then consulted.
        exemption: The ground of non-disclosure it stands for; ``None`` where it is none.
        note: Anything a reader should know.
        note_zh: The same in Chinese.
    """

    outcome: str
    reply_types: tuple[ReplyType, ...]
    cites: tuple[Citation, ...]
    evidence: Evidence
    sources: tuple[str, ...]
    start: pendulum.Date
    end: pendulum.Date | None
    checked_on: pendulum.Date
    third_party: bool = False
    exemption: Exemption | None = None
    note: str = ""
    note_zh: str = ""

    def holds_on(self, day: pendulum.Date) -> bool:
        """True when it held on a day."""
        return self.start <= day and (self.end is None or day <= self.end)


@attrs.frozen(kw_only=True)
class CaseColumn:
    """The column of table four that counts a result of a case.

    Attributes:
        result: How the case ended.
        column: Key of the column, such as ``corrected``.
        cites: The provisions it rests on.
        evidence: How well it is known.
        sources: Where the text was seen.
        checked_on: The day it was last compared with a source.
        note: Anything a reader should know.
        note_zh: The same in Chinese.
    """

    result: CaseResult
    column: str
    cites: tuple[Citation, ...]
    evidence: Evidence
    sources: tuple[str, ...]
    checked_on: pendulum.Date
    note: str = ""
    note_zh: str = ""
