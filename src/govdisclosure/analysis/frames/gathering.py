"""Documents read and judged in this process, one after another, into tables in memory."""

import os
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from govdisclosure.batch.arrow import arrow
from govdisclosure.batch.inputs import Limits, documents, to_batch
from govdisclosure.batch.kernel import Kernel, flatten
from govdisclosure.batch.progress import Progress
from govdisclosure.batch.results import dataset, readable
from govdisclosure.batch.running import run_batch
from govdisclosure.batch.schemas import TABLES, schema
from govdisclosure.text.language import Lang

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["Given", "Telling", "gathered"]

Given: TypeAlias = str | os.PathLike[str]
"""A folder, file, pattern, archive, or ``@`` and a list."""
Telling: TypeAlias = Callable[[int, int], None] | bool | None
"""What is called with the documents done and those resumed, or whether a bar is shown."""
_STDIN = "-"


def gathered(
    given: list[str | Path], kernel: Kernel, telling: Telling, lang: Lang, workers: int | None
) -> dict[str, "pa.Table"]:
    """Each table with its rows, in the order of the documents.

    Args:
        given: What was named.
        kernel: How documents are read and judged.
        telling: Who is told how far it is.
        lang: The language of the bar.
        workers: How many processes; this one alone when ``None``.

    Raises:
        UsageError: An option of the kernel is not known.
        OutputError: No process could be started, or there is no room for what they find.
        MissingExtraError: Arrow is not installed.
    """
    limits = Limits(suffixes=kernel.suffixes)
    if callable(telling):
        return _read(given, kernel, telling, limits, workers)
    # A list on standard input can be read but once.
    count = None if _STDIN in given else lambda: documents(given, limits=limits)
    bar = Progress(count, lang, shown=telling)
    try:
        return _read(given, kernel, bar, limits, workers)
    finally:
        bar.end()


def _read(
    given: list[str | Path],
    kernel: Kernel,
    told: Callable[[int, int], None],
    limits: Limits,
    workers: int | None,
) -> dict[str, "pa.Table"]:
    if workers is not None:
        return _by_processes(given, kernel, told, limits, workers)
    pa = arrow()
    kernel.require()
    found: dict[str, list[Any]] = {table: [] for table in TABLES}
    for done, one in enumerate(documents(given, limits=limits), start=1):
        judged = kernel(to_batch([one]))
        for table in TABLES:
            found[table].append(flatten(judged, table))
        told(done, 0)
    return {table: pa.Table.from_batches(rows, schema(table)).combine_chunks() for table, rows in found.items()}


def _by_processes(
    given: Iterable[str | Path], kernel: Kernel, told: Callable[[int, int], None], limits: Limits, workers: int
) -> dict[str, "pa.Table"]:
    with tempfile.TemporaryDirectory(prefix="govdisclosure-") as name:
        folder = Path(name)
        run_batch(given, folder, workers=workers, kernel=kernel, limits=limits, progress=told)
        with readable(folder):
            return {table: dataset(folder, table).to_table().combine_chunks() for table in TABLES}
