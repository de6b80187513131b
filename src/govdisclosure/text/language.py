"""The languages that texts are written in."""

from typing import Literal, TypeAlias

from govdisclosure.errors import UsageError

__all__ = ["Lang", "require_lang", "said"]

Lang: TypeAlias = Literal["zh", "en"]
"""Chinese or English."""


def require_lang(lang: str) -> None:
    """Refuse what is no language of the messages.

    Raises:
        UsageError: It is neither ``zh`` nor ``en``.
    """
    if lang not in {"zh", "en"}:
        raise UsageError("lang 只能是 zh 或 en", f"lang must be 'zh' or 'en', not {lang!r}")


def said(zh: str, en: str, lang: Lang | None, between: str = " / ") -> str:
    """Words in one language; in both, once where they are the same, when ``lang`` is ``None``.

    >>> said("年度", "year", "en"), said("年度", "year", None), said("2024", "2024", None)
    ('year', '年度 / year', '2024')
    """
    if lang is None:
        return zh if zh == en else f"{zh}{between}{en}"
    return zh if lang == "zh" else en
