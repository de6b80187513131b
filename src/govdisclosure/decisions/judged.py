"""Whose an assessment is: what ties the outcomes of two runs together besides their fingerprints."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from govdisclosure.model.agency import Agency
from govdisclosure.rules.outcome import Assessment, Kind, RegisterAssessment, Verdicts
from govdisclosure.text.display import one_line
from govdisclosure.text.personal import mask_personal

__all__ = ["ATTENTION", "Assessed", "Judgements", "agency_of", "entries_of", "pairs", "path_of", "whose", "year_of"]

ATTENTION = (Kind.FAIL, Kind.REVIEW, Kind.OPEN)
"""The kinds that ask somebody to decide."""
Assessed: TypeAlias = Sequence[tuple[str, Verdicts]]
"""Sources as they were given, with what was found in each."""
Judgements: TypeAlias = Verdicts | Iterable[Verdicts | tuple[str, Verdicts]]


def pairs(judgements: Judgements) -> tuple[tuple[str, Verdicts], ...]:
    """One or more assessments, each with its source; without one, with the address its report was read from."""
    several = (judgements,) if isinstance(judgements, Verdicts) else tuple(judgements)
    return tuple((_uri(one), one) if isinstance(one, Verdicts) else one for one in several)


def whose(source: str, verdicts: Verdicts) -> str:
    """The name of what was judged: organ and year where both are known, else the path.

    Fingerprints of two reports without a name may be equal; their paths keep them apart.
    """
    agency = agency_of(verdicts)
    part = "register" if isinstance(verdicts, RegisterAssessment) else year_of(verdicts)
    if agency is None or part is None:
        return mask_personal(path_of(source))
    return mask_personal(one_line(f"{agency.name} {part}"))


def agency_of(verdicts: Verdicts) -> Agency | None:
    """The organ of the report, the register or the catalogue."""
    if isinstance(verdicts, Assessment):
        return verdicts.report.agency
    if isinstance(verdicts, RegisterAssessment):
        sources = (verdicts.register, verdicts.catalogue)
        return next((one.agency for one in sources if one is not None and one.agency), None)
    return None


def year_of(verdicts: Verdicts) -> int | None:
    """The year of the report; ``None`` for a register."""
    return verdicts.report.year if isinstance(verdicts, Assessment) else None


def entries_of(verdicts: RegisterAssessment) -> Iterator[str]:
    """The numbers of all entries that were judged, as outcomes give them."""
    register, catalogue = verdicts.register, verdicts.catalogue
    listed = ((register.requests or (), register.cases or ()) if register else ()) + (
        (catalogue.items,) if catalogue else ()
    )
    yield from (mask_personal(entry.id) for entries in listed for entry in entries)


def path_of(source: str) -> str:
    r"""A path in one spelling.

    >>> path_of(".\\2023\\a.txt"), path_of("./a.txt")
    ('2023/a.txt', 'a.txt')
    """
    return one_line(source.replace("\\", "/").removeprefix("./"))


def _uri(verdicts: Verdicts) -> str:
    source = verdicts.report.source if isinstance(verdicts, Assessment) else None
    return (source.uri if source is not None else None) or ""
