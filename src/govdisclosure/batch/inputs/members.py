"""What a container holds, before anything of it is named or judged."""

from collections.abc import Iterator
from typing import Final, Protocol

import attrs

from govdisclosure.batch.inputs import faults
from govdisclosure.batch.inputs.pending import Limits, Part
from govdisclosure.rules.outcome import Message

__all__ = ["Budget", "Member", "Members", "Reader", "broken"]

_SMALL: Final = 1024 * 1024


@attrs.frozen(kw_only=True)
class Member:
    """One member of a container.

    Attributes:
        name: As the container has it, decoded; ``None`` for a row without one and for the container itself.
        number: Its place among the rows, from 1; 0 where names are the rule, and for the container itself.
        part: Where it is in the container; ``None`` when there is a fault.
        size: Bytes of it, unpacked.
        packed: Bytes it takes in the container.
        stamp: What changes when it does.
        fault: Why it cannot be read.
    """

    name: str | None = None
    number: int = 0
    part: Part | None = None
    size: int = 0
    packed: int | None = None
    stamp: str = ""
    fault: Message | None = None


Members = Iterator[Member]


class Reader(Protocol):
    """What can be read once from its beginning."""

    def read(self, size: int, /) -> bytes:
        """So many bytes; fewer at the end."""
        ...


def broken(fault: Message = faults.BROKEN) -> Member:
    """What stands for the container itself: it ends here, or holds nothing."""
    return Member(fault=fault)


class Budget:
    """How much an archive may unpack to, with all that is in it."""

    def __init__(self, size: int, limits: Limits) -> None:
        """Begin with all of it.

        Args:
            size: Bytes of the archive.
            limits: The bounds.
        """
        self.limits = limits
        self.left = max(limits.max_total, size * limits.max_ratio)

    def take(self, size: int) -> bool:
        """Whether so many bytes may still be unpacked; if so they are counted."""
        if size > self.left:
            return False
        self.left -= size
        return True

    def refuses(self, member: Member, max_bytes: int) -> Message | None:
        """Why a member is not unpacked, from its sizes; if it may be, it is counted."""
        if member.size > max_bytes:
            return faults.too_large(max_bytes)
        if member.packed is None:
            return None
        is_bomb = member.size > _SMALL and member.size > self.limits.max_ratio * member.packed
        return faults.RATIO if is_bomb or not self.take(member.size) else None
