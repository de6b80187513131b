"""What a reader and a writer of another package must be."""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from govdisclosure.documents.document import Document
from govdisclosure.model.report import SourceFile
from govdisclosure.writing.run import Run

__all__ = ["Reader", "Writer"]


@runtime_checkable
class Reader(Protocol):
    """Reads files of one format; an object, a class that needs no arguments, or a module with these names.

    It is asked about files that the package does not read itself: whose ending is one of ``suffixes``, or bytes without
    a name that are no text. A file of a format that is built in is its business only where the user prefers it
    (``prefer-readers``).
    """

    @property
    def suffixes(self) -> Sequence[str]:
        """Endings of names, with the dot, in lower case: ``(".ofd",)``; a plain attribute will do."""
        ...

    @property
    def media_type(self) -> str:
        """What its files are, as IANA names it, kept in ``report.source``; a plain attribute will do."""
        ...

    def sniff(self, data: bytes, /) -> bool:
        """Whether these bytes are of its format; names lie."""
        ...

    def read(self, data: bytes, source: SourceFile, /) -> Document:
        """Read a file.

        Args:
            data: The whole file, at most 20 MB.
            source: Its name, digest and media type, to be put into the document.

        Returns:
            The document, with blocks in order over its text, and tables with their cells.
            :class:`govdisclosure.documents.flow.FlowBuilder` makes one from paragraphs and tables. It is looked over:
            one whose spans leave the text, overlap or leave most of it out, or whose way back to the source leads
            elsewhere, counts as not read.

        Raises:
            ReadError: The file cannot be read; its sentence is shown with the plugin's name. Anything else that is
                raised leaves the file unread too, and only its kind is told.
        """
        ...


@runtime_checkable
class Writer(Protocol):
    """Writes a run; the name of its entry point is a value of ``check --format``."""

    def __call__(self, run: Run, /) -> str | bytes:
        """Write what was found.

        Args:
            run: Every file with its outcomes, and what could not be read or judged; ``run.lang`` is the language that
                was asked for. Messages and quotations have personal data masked; the report in an assessment has not.

        Returns:
            Text, written as UTF-8, or bytes; nothing is written where it raises.
        """
        ...
