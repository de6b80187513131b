"""The bytes of documents, had where they are needed."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from govdisclosure.batch.arrow import arrow
from govdisclosure.batch.inputs import faults
from govdisclosure.batch.inputs.pending import Pending
from govdisclosure.batch.schemas import documents as documents_schema
from govdisclosure.errors import ReadError
from govdisclosure.rules.outcome import Message

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["load", "to_batch"]


def load(pending: Pending) -> bytes:
    """The bytes of a document.

    Args:
        pending: The document.

    Raises:
        ReadError: It cannot be had; the message says why and what to do.
    """
    if pending.fault is not None or pending.source is None:
        raise faults.error(pending.name, pending.fault or faults.VANISHED)
    try:
        return pending.source.load(pending.name)
    except ReadError as error:
        raise faults.error(pending.name, faults.message(error)) from None
    except (OSError, EOFError, ValueError, MemoryError):
        raise faults.error(pending.name, faults.DAMAGED) from None
    except Exception as error:  # noqa: BLE001  one document never ends the batch
        raise faults.error(pending.name, faults.internal(error)) from None


def to_batch(pendings: Iterable[Pending]) -> "pa.RecordBatch":
    """Documents with their bytes, as a kernel takes them. What cannot be had is a row with the reason.

    Args:
        pendings: The documents; all of them are in memory together.

    Returns:
        One row a document, in the same order, in the schema of :func:`govdisclosure.batch.schemas.documents`.

    Raises:
        MissingExtraError: Arrow is not installed.
    """
    names, contents, faulty = list[str](), list[bytes | None](), list[Message | None]()
    for pending in pendings:
        names.append(pending.name)
        try:
            contents.append(load(pending))
            faulty.append(None)
        except ReadError as error:
            contents.append(None)
            faulty.append(faults.message(error))
    columns = [names, contents, [one and one.zh for one in faulty], [one and one.en for one in faulty]]
    schema = documents_schema()
    pa = arrow()
    arrays = [pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)]
    return pa.RecordBatch.from_arrays(arrays, schema=schema)
