"""From a register to tables, from tables to a draft, and a report in the layout of its form."""

from collections.abc import Iterable

from govdisclosure.api.days import Day, as_day
from govdisclosure.api.reading import Source, as_report
from govdisclosure.errors import UsageError
from govdisclosure.extraction import extract
from govdisclosure.extraction.organs import describe
from govdisclosure.model.agency import Agency
from govdisclosure.model.case import Case
from govdisclosure.model.edition import Edition
from govdisclosure.model.item import Item
from govdisclosure.model.register import Catalogue, Register
from govdisclosure.model.report import AnnualReport
from govdisclosure.model.request import Request
from govdisclosure.register.draft.drafting import draft_document
from govdisclosure.register.draft.template import DraftTemplate, read_template
from govdisclosure.register.tables.compiling import Compiled
from govdisclosure.register.tables.compiling import compile as compiled_of
from govdisclosure.writing.official_form import DocumentForm
from govdisclosure.writing.official_form import render as rendered

__all__ = ["compile", "draft_report", "render"]


def compile(  # noqa: A001, PLR0913  what it is called in this field, and what it needs
    requests: Register | Iterable[Request] | None,
    cases: Register | Iterable[Case] | None,
    items: Catalogue | Iterable[Item] | None,
    year: int,
    *,
    edition: Edition | None = None,
    as_of: Day = None,
    agency: Agency | str | None = None,
) -> Compiled:
    """Compile the statutory tables of a year from the register of an organ.

    Args:
        requests: Its requests, of any years, or a register that has them; ``None`` where there is no register of them,
            which is not an empty one.
        cases: Its cases, likewise.
        items: The items of its catalogue, or the catalogue, likewise.
        year: The year.
        edition: The form; that of the year when ``None``.
        as_of: The day as of which the register is read; a day within the year is the last that is counted.
        agency: Whose register it is.

    Returns:
        The tables, with the entries behind each cell and those that could not be counted.

    Raises:
        UsageError: The year has no statutory tables, or ``as_of`` is no date or lies before it.
        NotInForceError: There was no duty to report on that year.
    """
    organ = _as_agency(agency)
    asked = requests.requests if isinstance(requests, Register) else requests
    contested = cases.cases if isinstance(cases, Register) else cases
    listed = items.items if isinstance(items, Catalogue) else items
    return compiled_of(asked, contested, listed, year, edition=edition, as_of=as_day(as_of), agency=organ)


def draft_report(  # noqa: PLR0913  what a draft needs
    source: Compiled | Register,
    *,
    agency: Agency | str | None = None,
    year: int | None = None,
    items: Catalogue | Iterable[Item] | None = None,
    template: DraftTemplate | str | None = None,
    edition: Edition | None = None,
    as_of: Day = None,
) -> AnnualReport:
    """Draft the report on a year: its tables, the sentences that the figures support, and gaps that a person fills.

    Args:
        source: What was compiled, or a register to compile.
        agency: The organ that reports; that of the register when ``None``.
        year: The year; needed with a register.
        items: With a register, the catalogue; ``None`` where there is none.
        template: The sentences: a template that was read, or the text of one; those of this package when ``None``.
        edition: With a register, the form; that of the year when ``None``.
        as_of: With a register, the day as of which it is read.

    Returns:
        The report, like one that was read; what only a person can write stands in 【待补充：…】. Names, contacts and
        contents of requests are not in it.

    Raises:
        UsageError: No organ or year is named, or the template has a placeholder that is not known.
        NotInForceError: The year has no form with set sections.
    """
    if isinstance(source, Register):
        if year is None:
            raise UsageError("起草报告需要年度 year", "a draft needs the year")
        listed = items.items if isinstance(items, Catalogue) else items
        organ = agency or source.agency
        source = compile(source.requests, source.cases, listed, year, edition=edition, as_of=as_of, agency=organ)
    elif year is not None and year != source.year:
        raise UsageError(f"统计的是{source.year}年，不是{year}年", f"what was compiled is {source.year}, not {year}")
    reporting = _as_agency(agency) or source.agency
    if reporting is None:
        raise UsageError(
            "起草报告需要机关名称（agency；命令行用 --agency）", "a draft needs the organ that reports: agency"
        )
    words = read_template(template) if isinstance(template, str) else template
    return extract(draft_document(source, reporting, template=words))


def render(report: AnnualReport | Source, form: DocumentForm) -> bytes:
    """Write a report in the layout of the official form of its edition.

    Args:
        report: The report, drafted or read, or what one is read from.
        form: ``docx``, ``html`` or ``markdown``.

    Returns:
        The file; reading it gives the same tables. A table that was not read is said to be missing, never filled with
        zeros. The words are the office's own and stand as they are: nothing in them is masked.

    Raises:
        UsageError: It is another format.
        ReadError: As :func:`read`.
    """
    return rendered(as_report(report), form)


def _as_agency(agency: Agency | str | None) -> Agency | None:
    if not isinstance(agency, str):
        return agency
    kind, level, region = describe(agency)
    return Agency(name=agency, kind=kind, level=level, region=region)
