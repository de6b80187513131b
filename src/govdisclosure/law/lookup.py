"""Finding instruments, parameters and provisions by their keys."""

from collections.abc import Mapping
from functools import cache
from typing import TypeVar

from govdisclosure.errors import UsageError
from govdisclosure.law.dated import Parameter
from govdisclosure.law.loading import load, parse_citation
from govdisclosure.law.provision import Citation, Instrument
from govdisclosure.text.suggestions import SHOWN, did_you_mean, nearest

__all__ = ["cite", "instrument", "instruments", "parameter", "parameters"]

_T = TypeVar("_T")


def instruments() -> tuple[Instrument, ...]:
    """All instruments, in the order of the data."""
    return tuple(load().instruments.values())


def instrument(id: str) -> Instrument:  # noqa: A002  the instrument's own word for its key
    """The instrument with an id.

    Args:
        id: Such as ``regulation-2019``.

    Returns:
        The instrument.

    Raises:
        UsageError: There is none; the message names the nearest ids.

    >>> instrument("form-2021").number
    '国办公开办函〔2021〕30号'
    """
    return _find(load().instruments, id, "法律文件", "instrument")


def parameters() -> tuple[Parameter, ...]:
    """All parameters, in the order of the data."""
    return tuple(load().parameters.values())


def parameter(name: str) -> Parameter:
    """The parameter with a name.

    Args:
        name: Such as ``reply.term``.

    Returns:
        The parameter.

    Raises:
        UsageError: There is none; the message names the nearest names.

    >>> import pendulum
    >>> parameter("reply.term").at(pendulum.date(2019, 5, 14)).value
    15
    """
    known = load().parameters
    if (found := known.get(name)) is not None:
        return found
    return _find(known, name, "参数", "parameter", {made.title_zh: key for key, made in known.items()})


def cite(key: str) -> Citation:
    """The provision with a key, ``instrument[:ARTICLE[pN][iN]]``.

    Args:
        key: Such as ``regulation-2007:32i3``, ``regulation-2019:50p1i4`` or ``form-2021``.

    Returns:
        The provision; its ``key`` is the key asked for.

    Raises:
        UsageError: The key is malformed, the instrument is not known or has no such article.

    >>> cite("regulation-2007:32i3").zh
    '《政府信息公开条例》（国务院令第492号）第三十二条第（三）项'
    """
    return _cited(key)


@cache
def _cited(key: str) -> Citation:
    """Parsed once: a register asks for the same few a hundred thousand times."""
    instrument(key.partition(":")[0])
    return parse_citation(key, load().instruments)


def _find(known: Mapping[str, _T], key: str, zh: str, en: str, titles: Mapping[str, str] | None = None) -> _T:
    found = known.get(key)
    if found is None:
        by_title = [(titles or {})[title] for title in nearest(key, titles or ())]
        near = tuple(dict.fromkeys((*nearest(key, known), *by_title)))
        hint_zh, hint_en = did_you_mean(near)
        raise UsageError(f"没有名为{key[:SHOWN]!r}的{zh}{hint_zh}", f"no {en} {key[:SHOWN]!r}{hint_en}")
    return found
