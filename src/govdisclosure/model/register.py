"""What an office keeps: the register of its requests and cases, and the catalogue of its items."""

from collections.abc import Sized

import attrs
import pendulum

from govdisclosure.model.agency import Agency
from govdisclosure.model.case import Case
from govdisclosure.model.item import Item
from govdisclosure.model.request import Request
from govdisclosure.text.personal import mask_personal

__all__ = ["Catalogue", "Register", "RowFault"]


@attrs.frozen(kw_only=True)
class RowFault:
    """Something in a file that could not be read; the rest of the file was. What stands there is not repeated.

    Attributes:
        row: Row in the sheet or line of the file, from 1; in JSON, the position in the list, from 1.
        column: The header as printed, or the JSON key; ``None`` for the row as a whole.
        sheet: Name of the sheet; ``None`` for formats without sheets.
        id: The entry's number, where it was read.
        kept: Whether the entry was kept without this value; ``False`` where the whole row was left out.
        zh: What is wrong and what to do, in Chinese.
        en: The same in English.
        entries: Numbers of the entries of which something was not read because of it.
    """

    row: int
    column: str | None = None
    sheet: str | None = None
    id: str | None = None
    kept: bool = True
    zh: str
    en: str
    entries: tuple[str, ...] = attrs.field(default=(), repr=False)


@attrs.frozen(kw_only=True, repr=False)
class Register:
    """Requests and cases as an office keeps them.

    Attributes:
        agency: Whose register it is; ``None`` where it does not say.
        requests: In the order of the file; ``None`` where there is no register of requests, which is not an empty one.
        cases: Likewise.
        source: Path or name of the file; ``None`` for one that was put together by a program.
        faults: What could not be read.
    """

    agency: Agency | None = None
    requests: tuple[Request, ...] | None = None
    cases: tuple[Case, ...] | None = None
    source: str | None = None
    faults: tuple[RowFault, ...] = ()

    def __repr__(self) -> str:
        """One line: whose it is, and how much there is in it; nothing of what it says of persons."""
        return f"<Register {_counted(self.agency, self.faults, requests=self.requests, cases=self.cases)}>"


@attrs.frozen(kw_only=True, repr=False)
class Catalogue:
    """The items of an organ.

    Attributes:
        agency: Whose catalogue it is; ``None`` where it does not say.
        items: In the order of the file.
        guide_updated_on: The day the guide (公开指南) was last brought up to date; ``None`` where it is not known.
        catalogue_updated_on: The day the catalogue was last brought up to date; ``None`` likewise.
        source: Path or name of the file; ``None`` for one that was put together by a program.
        faults: What could not be read.
    """

    agency: Agency | None = None
    items: tuple[Item, ...] = ()
    guide_updated_on: pendulum.Date | None = None
    catalogue_updated_on: pendulum.Date | None = None
    source: str | None = None
    faults: tuple[RowFault, ...] = ()

    def __repr__(self) -> str:
        """One line: whose it is, and how many items it has."""
        return f"<Catalogue {_counted(self.agency, self.faults, items=self.items)}>"


def _counted(agency: Agency | None, faults: Sized, **entries: Sized | None) -> str:
    named = [mask_personal(agency.name)] if agency else []
    named += [f"{len(some)} {name}" for name, some in entries.items() if some is not None]
    named += [f"{len(faults)} not read"] if faults else []
    return ", ".join(named)
