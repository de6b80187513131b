"""A stream of documents cut into chunks, so that what was done once is known again.

Where a chunk ends is decided by the name of its last document: one more or one less in a folder changes the chunk it
belongs to and leaves the others as they were.
"""

import hashlib
import zlib
from collections.abc import Iterable, Iterator

import attrs

from govdisclosure.batch.inputs import Pending

__all__ = ["MEAN", "Chunk", "chunks"]

MEAN = 128
"""Documents a chunk has on average, unless the caller says otherwise."""
_MOST_BYTES = 16 * 1024 * 1024
_GUESS = 256 * 1024
"""What a document whose size is not known is taken for."""


@attrs.frozen(kw_only=True)
class Chunk:
    """Documents that are done together.

    Attributes:
        key: What tells them from others: made of their names, stamps and faults.
        documents: The documents, in the order of the stream.
        lasting: Whether the key changes whenever one of them does; ``False`` where of one nothing is known beforehand.
    """

    key: str
    documents: tuple[Pending, ...]
    lasting: bool = True


def chunks(documents: Iterable[Pending], *, mean: int = MEAN) -> Iterator[Chunk]:
    """Cut a stream.

    Args:
        documents: The stream; it is read as far as it is asked for.
        mean: How many documents a chunk has on average, before it is cut for its size; twice as many at most.
    """
    held: list[Pending] = []
    size = 0
    for one in documents:
        held.append(one)
        size += _GUESS if one.size is None else one.size
        if (
            zlib.crc32(one.name.encode("utf-8", "surrogatepass")) % mean == 0
            or len(held) >= 2 * mean
            or size > _MOST_BYTES
        ):
            yield _chunk(held)
            held, size = [], 0
    if held:
        yield _chunk(held)


def _chunk(held: list[Pending]) -> Chunk:
    found = hashlib.sha256()
    for one in held:
        fault = "" if one.fault is None else f"{one.fault.zh}\n{one.fault.en}"
        said = f"{one.name}\0{one.size}\0{one.stamp}\0{fault}\0"
        found.update(said.encode("utf-8", "surrogatepass"))
    lasting = all(one.stamp or one.source is None for one in held)
    return Chunk(key=found.hexdigest()[:24], documents=tuple(held), lasting=lasting)
