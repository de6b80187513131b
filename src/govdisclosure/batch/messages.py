"""What a batch and its workers say to each other."""

import attrs

from govdisclosure.batch.chunks import Chunk
from govdisclosure.batch.kernel import Kernel
from govdisclosure.rules.outcome import Message

__all__ = ["WRITING", "Begun", "Done", "Failed", "Orders", "Task"]

WRITING = -1
"""The place that is begun when the documents are done and the tables are written."""


@attrs.frozen(kw_only=True)
class Orders:
    """What a worker is told once.

    Attributes:
        kernel: What it does with documents.
        folder: Where the tables are.
        memory: Bytes of memory it may use; ``None`` for as much as there is.
        timeout: Seconds a document may take; ``None`` for as long as it wants.
    """

    kernel: Kernel
    folder: str
    memory: int | None = None
    timeout: float | None = None


@attrs.frozen(kw_only=True)
class Task:
    """One chunk.

    Attributes:
        chunk: The chunk.
        condemned: Documents that are not tried again, by their place in the chunk, and why.
    """

    chunk: Chunk
    condemned: dict[int, Message] = attrs.field(factory=dict)


@attrs.frozen
class Begun:
    """A document is being read or judged.

    Attributes:
        index: Its place in the chunk.
    """

    index: int


@attrs.frozen(kw_only=True)
class Done:
    """A chunk is written.

    Attributes:
        rows: Rows in each table.
        status: Documents by status.
        kinds: Outcomes by ``kind:level``.
        rules_crashed: How many documents a rule failed at.
        passed_over: How many files were found in folders and archives that are of no kind that is read.
    """

    rows: dict[str, int]
    status: dict[str, int]
    kinds: dict[str, int]
    rules_crashed: int = 0
    passed_over: int = 0


@attrs.frozen
class Failed:
    """A chunk could not be done, and no other can.

    Attributes:
        zh: Why, in Chinese.
        en: The same in English.
    """

    zh: str
    en: str
