"""Shares printed beside the results of requests, where the text is no list but a row of statements."""

import re
from decimal import Decimal

from govdisclosure.model.report import AnnualReport, Breakdown, Claim, ClaimKind, Part
from govdisclosure.rules.claims.figures import Stated

__all__ = ["result_shares"]

_RESULTS = (
    ClaimKind.REQUESTS_GRANTED,
    ClaimKind.REQUESTS_PARTLY_GRANTED,
    ClaimKind.REQUESTS_GRANTED_OR_PARTLY,
    ClaimKind.REQUESTS_DENIED,
    ClaimKind.REQUESTS_UNAVAILABLE,
    ClaimKind.REQUESTS_NOT_PROCESSED,
    ClaimKind.REQUESTS_OTHER,
)
_SHARE = re.compile(
    r"\s?(?:[,(]?\s?占(?!全[县市省区国州镇乡旗盟系])[\u4e00-\u9fff]{0,8}|\()\s?(?P<share>\d{1,3}(?:\.\d{1,4})?)\s?%"
)
_REACH = 24


def result_shares(report: AnnualReport) -> Breakdown | None:
    """The shares of results among the requests answered, as one list; nothing where none is printed.

    Shares that a list of the report already holds are left out.
    """
    answered = Stated(report).one(ClaimKind.REQUESTS_ANSWERED)
    listed = [part.at for split in report.breakdowns for part in split.parts if part.share is not None]
    parts = tuple(
        part
        for claim in report.stating(*_RESULTS)
        if not any(at.start < claim.at.end and claim.at.start < at.end for at in listed)
        and (part := _part(report, claim))
    )
    if answered is None or not parts:
        return None
    return Breakdown(
        whole=answered, whole_at=None, kind=None, parts=parts, exhaustive=False, quote=parts[0].label, at=parts[0].at
    )


def _part(report: AnnualReport, claim: Claim) -> Part | None:
    found = _SHARE.match(report.key, claim.at.end, claim.at.end + _REACH)
    if found is None:
        return None
    share = Decimal(found["share"]) / 100
    return Part(label=claim.quote, value=claim.value, share=share, share_printed=f"{found['share']}%", at=claim.at)
