"""Provisions by their keys, parsed once: a register asks for the same few a hundred thousand times."""

from functools import cache

from govdisclosure.law import Citation, cite

__all__ = ["cited"]


@cache
def cited(key: str) -> Citation:
    """The provision with a key; see :func:`govdisclosure.law.cite`.

    Args:
        key: Such as ``regulation-2019:30``.

    >>> cited("regulation-2019:30").article
    30
    """
    return cite(key)
