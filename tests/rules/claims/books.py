"""Registers and catalogues of one organ, and reports that were compiled from them."""

from typing import Any

import attrs
import pendulum
from tests.rules.building import department, report
from tests.rules.grids import count

from govdisclosure.model.case import Case, CaseEvent, CaseEventKind, CaseKind, CaseResult
from govdisclosure.model.item import Item, ItemKind, Publicity
from govdisclosure.model.place import Place
from govdisclosure.model.register import Catalogue, Register, RowFault
from govdisclosure.model.report import AnnualReport, Edition
from govdisclosure.model.request import Applicant, ApplicantKind, Request, RequestEvent, RequestEventKind
from govdisclosure.model.statistics import Cell, Statistics
from govdisclosure.register.tables.compiling import compile as compiled_of

LOST = RowFault(row=9, kept=False, zh="这一行没有读入", en="this row was left out")


def day(text: str) -> pendulum.Date:
    """A day from ``YYYY-MM-DD``."""
    return pendulum.Date.fromisoformat(text)


def request(
    number: str, received: str, replied: str | None = None, outcome: str | None = "granted", **who: Any
) -> Request:
    """A request that was received and, where a day is given, answered."""
    kind = RequestEventKind
    events = [RequestEvent(kind=kind.RECEIVED, on=day(received))]
    if replied:
        events.append(RequestEvent(kind=kind.REPLIED, on=day(replied), outcome=outcome))
    applicant = Applicant(**{"kind": ApplicantKind.NATURAL_PERSON, "name": "钱某甲", "contact": "13800138000", **who})
    return Request(id=number, applicant=applicant, content="钱某甲要公开某事", events=tuple(events))


def case(number: str, filed: str, decided: str | None = None) -> Case:
    """A reconsideration that was applied for and, where a day is given, decided."""
    events = [CaseEvent(kind=CaseEventKind.FILED, on=day(filed))]
    if decided:
        events.append(CaseEvent(kind=CaseEventKind.DECIDED, on=day(decided), result=CaseResult.UPHELD))
    return Case(id=number, kind=CaseKind.RECONSIDERATION, events=tuple(events))


def document(number: str, made: str, published: str | None = None, **fields: Any) -> Item:
    """A normative document that must be published."""
    whole = {"kind": ItemKind.NORMATIVE_DOCUMENT, "publicity": Publicity.PROACTIVE, **fields}
    return Item(id=number, made_on=day(made), published_on=day(published) if published else None, **whole)


REQUESTS = (
    request("R1", "2022-12-20", "2023-01-10"),
    request("R2", "2023-03-01", "2023-03-15"),
    request("R3", "2023-04-01", "2023-04-20", "denied.state_secret", kind=ApplicantKind.COMMERCIAL),
    request("R4", "2023-12-20"),
)
CASES = (case("F1", "2022-11-01", "2023-01-05"), case("F2", "2023-05-01"))
ITEMS = (
    document("A1", "2022-02-01", "2022-02-08"),
    document("A2", "2023-03-01", "2023-03-08"),
    document("A3", "2023-06-01", "2023-06-09"),
    Item(id="A4", made_on=day("2023-07-01"), kind=ItemKind.PENALTY_DECISION, count=5),
)


def register(**fields: Any) -> Register:
    """The register."""
    return Register(**{"agency": department(), "requests": REQUESTS, "cases": CASES, **fields})


def catalogue(**fields: Any) -> Catalogue:
    """The catalogue."""
    return Catalogue(**{"agency": department(), "items": ITEMS, **fields})


def compiled(year: int = 2023, edition: Edition = Edition.UNIFIED_2021, **fields: Any) -> AnnualReport:
    """A report whose tables are what register and catalogue come to."""
    found = compiled_of(REQUESTS, CASES, ITEMS, year, edition=edition).statistics
    return report(**{"year": year, "edition": edition, "statistics": found, **fields})


def with_cell(one: AnnualReport, table: str, row: str, column: str, value: Any) -> AnnualReport:
    """The same report with another figure in a cell."""
    grid = getattr(one.statistics, table)
    cells = tuple(
        Cell(row=row, column=column, count=count(value)) if (cell.row, cell.column) == (row, column) else cell
        for cell in grid
    )
    tables = {name.table.value: name for name in one.statistics}
    return attrs.evolve(one, statistics=Statistics(**{**tables, table: attrs.evolve(grid, cells=cells)}))


NOWHERE = Place(start=0, end=0)
