"""Telling whether two requests come from the same applicant and ask for the same, without keeping what they say."""

from hashlib import blake2b

from govdisclosure.model.request import Request
from govdisclosure.text.normalise import fold, squeeze

__all__ = ["asker", "wish"]


def _digest(*words: str) -> bytes:
    return blake2b(
        "\x1f".join(squeeze(fold(word)) for word in words).encode("utf-8", "replace"), digest_size=16
    ).digest()


def asker(one: Request) -> bytes | None:
    """What stands for the applicant; ``None`` where the register does not name one."""
    name = one.applicant.name
    return _digest(name) if name and name.strip() else None


def wish(one: Request) -> bytes | None:
    """What stands for applicant and content together; ``None`` where the register lacks one of them."""
    name, content = one.applicant.name, one.content
    return _digest(name, content) if name and name.strip() and content and content.strip() else None
