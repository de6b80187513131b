"""A report in the layout of the official form of its edition, as DOCX, HTML or Markdown.

What is written is the office's own document: its words stand as they are. A table that was not read is said to be
missing, and never filled with zeros.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, Literal, TypeAlias, get_args

from govdisclosure.errors import UsageError
from govdisclosure.model.report import AnnualReport
from govdisclosure.writing.official_form_docx import docx_of
from govdisclosure.writing.official_form_html import html_of
from govdisclosure.writing.official_form_markdown import markdown_of
from govdisclosure.writing.official_form_parts import Part, parts_of

__all__ = ["DocumentForm", "render"]

DocumentForm: TypeAlias = Literal["docx", "html", "markdown"]
"""The formats in which a report is written."""

_WRITERS: Final[Mapping[str, Callable[[tuple[Part, ...]], bytes]]] = MappingProxyType(
    {"docx": docx_of, "html": html_of, "markdown": markdown_of}
)


def render(report: AnnualReport, form: DocumentForm) -> bytes:
    """Write a report in the layout of the official form of its edition.

    Args:
        report: A report, drafted or read.
        form: ``docx``, ``html`` or ``markdown``. Markdown has no cells that reach over others, so its tables repeat the
            words of the groups and stand in more rows.

    Returns:
        The file; the same bytes for the same report. Reading it gives the same tables.

    Raises:
        UsageError: It is another format.
    """
    if form not in _WRITERS:
        known = "、".join(get_args(DocumentForm))
        raise UsageError(f"格式只能是 {known}，不是 {form!r}", f"the form is {known}, not {form!r}")
    return _WRITERS[form](parts_of(report))
