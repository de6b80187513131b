"""One table, for every library that reads Arrow."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import attrs

from govdisclosure.analysis.frames.categories import categories
from govdisclosure.analysis.frames.showing import table_html, table_repr, table_text
from govdisclosure.batch.arrow import arrow
from govdisclosure.errors import MissingExtraError
from govdisclosure.text.language import Lang
from govdisclosure.text.shown import Shown

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

__all__ = ["Table"]


@attrs.frozen(eq=False, repr=False)
class Table(Shown):
    """A tidy table: a row a thing, a column a property, absent values null.

    Attributes:
        name: Its name, such as ``cells``.
        arrow: Its rows; categories are text in it.

    >>> import pyarrow as pa
    >>> table = Table("cells", pa.table({"printed": ["dash", "number"], "value": [None, 3]}))
    >>> table.to_pandas()["printed"].min()
    'number'
    """

    name: str
    arrow: "pa.Table"

    def __repr__(self) -> str:
        """One line: its name, and how many rows and columns it has."""
        return table_repr(self)

    def __str__(self) -> str:
        """Its columns with their first values, in Chinese; see :meth:`render`."""
        return self.render()

    def render(self, lang: Lang = "zh") -> str:
        """Its columns with their first values, a line each.

        Args:
            lang: ``zh`` or ``en``.
        """
        return table_text(self, lang)

    def to_html(self, lang: Lang | None = None) -> str:
        """Its first rows.

        Args:
            lang: ``zh`` or ``en``; Chinese and English when ``None``.
        """
        return table_html(self, lang)

    def __len__(self) -> int:
        """How many rows it has."""
        return int(self.arrow.num_rows)

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of its columns."""
        return tuple(self.arrow.column_names)

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:  # noqa: ANN401  a capsule
        """The rows, for whatever library reads Arrow streams."""
        return self.arrow.__arrow_c_stream__(requested_schema)

    def to_arrow(self) -> "pa.Table":
        """The rows in the schema of the Parquet files."""
        return self.arrow

    def to_pandas(self) -> "pd.DataFrame":
        """The rows as a frame, without a copy where Arrow and pandas can share them; no column is of objects.

        Returns:
            A frame of as many rows and columns: integers are ``Int16``, ``Int32`` or ``Int64``, flags ``boolean``,
            columns of known values ordered categories (a value that is not known comes last); text, exact decimals,
            days and lists are of Arrow. What is not known is ``<NA>``.

        Raises:
            MissingExtraError: pandas is not installed.
        """
        try:
            import pandas as pd  # noqa: PLC0415  an extra
        except ImportError:
            raise MissingExtraError("pandas", "转换为 pandas 数据表", "a frame of pandas") from None
        whole = self._with_categories()
        return whole.to_pandas(types_mapper=lambda kind: _pandas_kind(pd, kind), split_blocks=True)

    def to_polars(self) -> "pl.DataFrame":
        """The rows as a frame.

        Returns:
            A frame of as many rows and columns: nullable integers, exact decimals, days, lists, and columns of known
            values as ``Enum`` (a value that is not known comes last).

        Raises:
            MissingExtraError: polars is not installed.
        """
        try:
            import polars as pl  # noqa: PLC0415  an extra
        except ImportError:
            raise MissingExtraError("polars", "转换为 polars 数据表", "a frame of polars") from None
        frame = pl.DataFrame(self.arrow)
        return frame.with_columns(pl.col(name).cast(pl.Enum(values)) for name, values in self._ordered())

    def _ordered(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The columns that are categories, with their values: those known in their order, then any others."""
        pa = arrow()
        import pyarrow.compute as pc  # noqa: PLC0415  an extra

        for name in self.columns:
            known = categories(self.name, name)
            if known and self.arrow.schema.field(name).type == pa.string():
                # Another release, or the user, may have written others: none of them becomes null.
                there = pc.unique(self.arrow.column(name)).to_pylist()
                yield name, (*known, *sorted(set(there) - {*known, None}))

    def _with_categories(self) -> "pa.Table":
        pa = arrow()
        import pyarrow.compute as pc  # noqa: PLC0415  an extra

        table, kind = self.arrow, pa.dictionary(pa.int32(), pa.string(), ordered=True)
        for name, values in self._ordered():
            known = pa.array(values, pa.string())
            codes = pc.index_in(table.column(name), value_set=known)
            # Without a chunk the values would be lost.
            held = codes.chunks or [pa.array([], pa.int32())]
            chunks = [pa.DictionaryArray.from_arrays(chunk, known, ordered=True) for chunk in held]
            table = table.set_column(self.columns.index(name), name, pa.chunked_array(chunks, kind))
        return table


def _pandas_kind(pd: Any, kind: "pa.DataType") -> Any:  # noqa: ANN401  a module, and a dtype
    pa = arrow()
    nullable = {
        pa.int16(): pd.Int16Dtype,
        pa.int32(): pd.Int32Dtype,
        pa.int64(): pd.Int64Dtype,
        pa.bool_(): pd.BooleanDtype,
    }
    if kind in nullable:
        return nullable[kind]()
    return None if pa.types.is_dictionary(kind) else pd.ArrowDtype(kind)
