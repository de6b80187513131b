"""Arrow, where it is installed."""

from typing import TYPE_CHECKING, Any

from govdisclosure.errors import MissingExtraError

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["arrow", "column", "parquet"]


def arrow() -> Any:  # noqa: ANN401  a module without types
    """The module ``pyarrow``.

    Raises:
        MissingExtraError: It is not installed.
    """
    try:
        import pyarrow  # noqa: PLC0415, ICN001  an extra
    except ImportError:
        raise MissingExtraError("batch", "批量处理", "processing in batches") from None
    return pyarrow


def parquet() -> Any:  # noqa: ANN401  a module without types
    """The module ``pyarrow.parquet``.

    Raises:
        MissingExtraError: It is not installed.
    """
    arrow()
    import pyarrow.parquet  # noqa: PLC0415  an extra

    return pyarrow.parquet


def column(values: list[Any], kind: "pa.DataType") -> "pa.Array":
    r"""A column of Arrow from Python values; text that is not Unicode is written as ``\xNN``."""
    pa = arrow()
    try:
        return pa.array(values, kind)
    except UnicodeEncodeError:
        return pa.array([_encodable(value) for value in values], kind)


def _encodable(value: Any) -> Any:  # noqa: ANN401  any value of a column
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode()
    return [_encodable(one) for one in value] if isinstance(value, list) else value
