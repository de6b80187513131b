"""What people decided about outcomes, and how an outcome stands to an earlier run."""

from enum import StrEnum

import attrs
import pendulum

from govdisclosure.text.display import one_line
from govdisclosure.text.language import Lang
from govdisclosure.text.personal import mask_personal

__all__ = ["Change", "Suppression"]


class Change(StrEnum):
    """The words of SARIF's ``result.baselineState``."""

    NEW = "new"
    UNCHANGED = "unchanged"
    UPDATED = "updated"
    ABSENT = "absent"


@attrs.frozen(kw_only=True)
class Suppression:
    """A decision that an outcome needs no more attention. What is ``None`` narrows nothing.

    Attributes:
        code: Code or family of the rule (``STR101``, ``STR``).
        reason: Why; always given.
        subject: Logical place, as in the outcome; ``*`` stands for any signs.
        fingerprint: That of one outcome.
        entry: Number of an entry of a register or catalogue.
        agency: Name of the organ, in full.
        year: Year of the report.
        source: Path as it was given to the check, with ``/``; ``*`` stands for any signs, slashes among them.
        by: Who decided.
        until: The last day on which the decision holds.
    """

    code: str
    reason: str
    subject: str | None = None
    fingerprint: str | None = None
    entry: str | None = None
    agency: str | None = None
    year: int | None = None
    source: str | None = None
    by: str | None = None
    until: pendulum.Date | None = None

    def said(self, lang: Lang) -> str:
        """The reason, and in brackets who decided and the last day, where they are given; personal numbers masked.

        >>> Suppression(code="STR101", reason="另附", by="办公室", until=pendulum.Date(2026, 12, 31)).said("zh")
        '另附（办公室，至2026-12-31）'
        """
        zh = lang == "zh"
        until = "" if self.until is None else f"至{self.until}" if zh else f"until {self.until}"
        more = ("，" if zh else ", ").join(filter(None, (self.by, until)))
        more = f"（{more}）" if zh and more else f" ({more})" if more else ""
        return mask_personal(one_line(self.reason + more))
