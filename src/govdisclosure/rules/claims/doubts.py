"""Whether a figure of the prose that no reading of the tables gives must be wrong."""

from govdisclosure.model.report import ClaimKind, ClaimScope
from govdisclosure.rules.claims.readings import Comparison

__all__ = ["doubtful"]

_OF_DOCUMENTS = ("rules_", "normative_documents_")
# 答复 is also said of what was answered within the term, or by one channel.
_LOOSE = frozenset({ClaimKind.REQUESTS_HANDLED, ClaimKind.REQUESTS_ANSWERED})


def doubtful(comparison: Comparison) -> bool:
    """Whether a figure that no reading gives need not be wrong: not surely a total, or not surely of that kind."""
    claim = comparison.claim
    derived = claim.printed is None and claim.value != 0
    zero = bool(comparison.note.zh)  # a blank need not be a zero
    unsure = not claim.whole or claim.scope is not ClaimScope.ALL or derived
    unsure = unsure or bool(comparison.loose) or not comparison.alone
    if claim.kind is ClaimKind.REQUESTS_UNAVAILABLE and "无法提供" not in claim.quote:
        # 信息不存在2件 may be some of those that the organ does not hold.
        return True
    return zero or unsure or claim.kind.value.startswith(_OF_DOCUMENTS) or claim.kind in _LOOSE
