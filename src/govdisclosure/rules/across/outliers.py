"""What rules say of a figure that stands out: a reason to look, never a fault."""

from collections.abc import Mapping

from govdisclosure.law.provision import Evidence
from govdisclosure.model.place import Place
from govdisclosure.rules.citing import accuracy
from govdisclosure.rules.outcome import Kind, Message
from govdisclosure.rules.phrasing import articles
from govdisclosure.rules.rule import Finding

__all__ = ["stands_out"]


def stands_out(subject: str, said: Message, year: int, facts: Mapping[str, object], at: Place | None = None) -> Finding:
    """A figure for a person to look at.

    Args:
        subject: Logical place of the finding.
        said: The figure and what it is held against, without a full stop.
        year: The report's year.
        facts: Figures that it rests on, besides the year.
        at: Where the figure stands.
    """
    cites = accuracy(year)
    named = articles(cites)
    return Finding(
        kind=Kind.REVIEW,
        evidence=Evidence.INFERENCE,
        message=Message(
            f"{said.zh}，相差悬殊。可能属实，也可能填错；公开的信息应当准确（{named.zh}），请人工核实",
            f"{said.en}. It may be so, or a slip; what is published must be accurate ({named.en}): check",
        ),
        cites=cites,
        subject=subject,
        at=at,
        facts={"year": year, **facts},
    )
