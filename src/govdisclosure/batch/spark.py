"""The same kernel on Spark: a frame of documents in, a frame of one of the tables out.

Needs the ``spark`` extra (pyspark), Java 17 or later, and this package on every executor.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from govdisclosure.batch.kernel import Kernel
from govdisclosure.batch.schemas import TABLES, schema
from govdisclosure.errors import MissingExtraError, UsageError

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["check_dataframe", "documents"]


def documents(frame: Any) -> Any:  # noqa: ANN401  frames of Spark
    """The columns that :func:`check_dataframe` takes, from those of ``spark.read.format("binaryFile")``.

    That reader of Spark leaves out files without a single byte and says nothing of them; where each file must be
    accounted for, list the files and compare.

    Args:
        frame: A frame with ``path`` and ``content``.
    """
    return frame.selectExpr("path AS name", "content")


def check_dataframe(frame: Any, kernel: Kernel | None = None, table: str = "outcomes") -> Any:  # noqa: ANN401  frames of Spark
    """Read and check documents on Spark.

    Args:
        frame: A frame with the columns ``name`` and ``content``; of ``fault_zh`` and ``fault_en`` those it has.
        kernel: How documents are read and judged.
        table: Which of the tables is wanted.

    Returns:
        A frame with the columns of that table, the same rows as a local batch has.

    Raises:
        UsageError: There is no such table, a column is missing, or an option of the kernel is not known.
        MissingExtraError: Spark is not installed.
    """
    if table not in TABLES:
        listed = "、".join(TABLES)
        raise UsageError(f"没有表 {table!r}；有 {listed}", f"no table {table!r}; there are {', '.join(TABLES)}")
    missing = [name for name in ("name", "content") if name not in frame.columns]
    if missing:
        raise UsageError(f"缺少列 {missing[0]}", f"the column {missing[0]} is missing")
    held = Kernel() if kernel is None else kernel
    held.require()
    wanted = [name for name in ("name", "content", "fault_zh", "fault_en") if name in frame.columns]

    def judged(batches: Iterable["pa.RecordBatch"]) -> Iterator["pa.RecordBatch"]:
        return held.map(batches, table)

    return frame.select(*wanted).mapInArrow(judged, _struct(table))


def _struct(table: str) -> Any:  # noqa: ANN401  a type of Spark
    try:
        from pyspark.sql.pandas.types import from_arrow_schema  # noqa: PLC0415  an extra
    except ImportError:
        raise MissingExtraError("spark", "在 Spark 上核查", "checking on Spark") from None
    return from_arrow_schema(schema(table))
