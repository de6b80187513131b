"""Registers and catalogues as tables."""

import attrs

from govdisclosure import api
from govdisclosure.analysis.frames.register_rows import rows_of_register
from govdisclosure.analysis.frames.showing import register_tables_html, register_tables_repr, register_tables_text
from govdisclosure.analysis.frames.table import Table
from govdisclosure.api.days import Day, as_day
from govdisclosure.api.reading import Source, as_catalogue, as_register
from govdisclosure.batch.arrow import arrow, table_of
from govdisclosure.batch.register_schemas import REGISTER_TABLES, register_schema
from govdisclosure.errors import UsageError
from govdisclosure.law import WorkCalendar
from govdisclosure.model.register import Catalogue, Register
from govdisclosure.rules.outcome import Message
from govdisclosure.settings.settings import Settings
from govdisclosure.text.language import Lang
from govdisclosure.text.shown import Shown

__all__ = ["RegisterTables", "register_tables"]


@attrs.frozen(eq=False, repr=False, kw_only=True)
class RegisterTables(Shown):
    """The tables of a register and a catalogue. Two are put together with ``+``.

    No name, contact or content of a request is in any of them.

    Attributes:
        requests: A row a request, with its due date.
        events: A row a thing that happened to a request.
        cases: A row a reconsideration or suit.
        case_events: A row a thing that happened to one.
        items: A row an item of the catalogue.
        outcomes: A row a verdict of a rule.
        faults: A row a thing in a file that could not be read, with the reason.
        notes: What no rule looked at.
    """

    requests: Table
    events: Table
    cases: Table
    case_events: Table
    items: Table
    outcomes: Table
    faults: Table
    notes: tuple[Message, ...] = ()

    def __add__(self, other: "RegisterTables") -> "RegisterTables":
        """The rows of both, those of the first first."""
        if not isinstance(other, RegisterTables):
            return NotImplemented
        both = {
            name: Table(name, arrow().concat_tables([getattr(one, name).arrow for one in (self, other)]))
            for name in REGISTER_TABLES
        }
        return RegisterTables(**both, notes=tuple(dict.fromkeys((*self.notes, *other.notes))))

    def __repr__(self) -> str:
        """One line: how many rows each table has."""
        return register_tables_repr(self)

    def __str__(self) -> str:
        """The same as :meth:`render` in Chinese."""
        return self.render()

    def render(self, lang: Lang = "zh") -> str:
        """The tables, what was found and what was not looked at; as text.

        Args:
            lang: ``zh`` or ``en``.
        """
        return register_tables_text(self, lang)

    def to_html(self, lang: Lang | None = None) -> str:
        """The tables, what was found and what was not looked at.

        Args:
            lang: ``zh`` or ``en``; Chinese and English when ``None``.
        """
        return register_tables_html(self, lang)


def register_tables(
    register: Register | Source | None,
    catalogue: Catalogue | Source | None = None,
    *,
    as_of: Day = None,
    calendar: WorkCalendar | None = None,
    settings: Settings | None = None,
) -> RegisterTables:
    """The tables of a register of requests and cases, of a catalogue of items, or of both.

    Args:
        register: A register, or the file of one (CSV, Excel or JSON), or its bytes; ``None`` for a catalogue alone.
        catalogue: The organ's catalogue, likewise.
        as_of: The day the judgement is made; without it nothing is judged overdue. What happened later is left aside
            in due dates.
        calendar: The working days; the published ones when ``None``.
        settings: What else was chosen for judging.

    Returns:
        The tables, in the schemas of :data:`govdisclosure.batch.register_schemas.REGISTER_COLUMNS`. What the register
        does not say, and a due date that cannot be computed, is null; ``due_fault_zh`` and ``due_fault_en`` say why.

    Raises:
        UsageError: Neither was given, or ``as_of`` is no date.
        ReadError: A file is missing, broken, or none of these.
        MissingExtraError: Arrow is not installed, or what the format of a file needs.
    """
    arrow()
    if register is None and catalogue is None:
        raise UsageError("请给出登记簿或目录", "give a register or a catalogue")
    kept = None if register is None else as_register(register)
    listed = None if catalogue is None else as_catalogue(catalogue)
    assessments = []
    if kept is not None:
        assessments.append(
            api.check_register(kept, catalogue=listed, as_of=as_of, calendar=calendar, settings=settings)
        )
    if listed is not None:
        assessments.append(api.check_items(listed, as_of=as_of, calendar=calendar, settings=settings))
    rows = rows_of_register(kept, listed, assessments, as_of=as_day(as_of), calendar=calendar)
    tables = {name: Table(name, table_of(rows[name], register_schema(name))) for name in REGISTER_TABLES}
    notes = tuple(dict.fromkeys(note for one in assessments for note in one.not_checked))
    return RegisterTables(**tables, notes=notes)
