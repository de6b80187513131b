"""The languages that texts are written in."""

from typing import Literal, TypeAlias

from govdisclosure.errors import UsageError

__all__ = ["Lang", "require_lang"]

Lang: TypeAlias = Literal["zh", "en"]
"""Chinese or English."""


def require_lang(lang: str) -> None:
    """Refuse what is no language of the messages.

    Raises:
        UsageError: It is neither ``zh`` nor ``en``.
    """
    if lang not in {"zh", "en"}:
        raise UsageError("lang 只能是 zh 或 en", f"lang must be 'zh' or 'en', not {lang!r}")
