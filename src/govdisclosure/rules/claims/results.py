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
    r"\s?(?:[,(]?\s?占(?!全[县市省区国州镇乡旗盟系])(?![^\d%]{0,8}(?:分别|依次|各))[\u4e00-\u9fff]{0,8}|\()\s?"
    r"(?P<share>\d{1,3}(?:\.\d{1,4})?)\s?%(?!\s?[、,和及与]\s?\d[\d.]{0,6}\s?%)"
)
_REACH = 24


def result_shares(report: AnnualReport) -> Breakdown | None:
    """The shares of results among the requests answered, as one list; nothing where none is printed.

    Of what a list of the report holds only a share in brackets of its own is taken: its reader knows whose the others
    are.
    """
    answered = Stated(report).one(ClaimKind.REQUESTS_ANSWERED)
    parts = tuple(part for claim in report.stating(*_RESULTS) if (part := _part(report, claim)))
    if answered is None or not parts:
        return None
    return Breakdown(
        whole=answered, whole_at=None, kind=None, parts=parts, exhaustive=False, quote=parts[0].label, at=parts[0].at
    )


def _part(report: AnnualReport, claim: Claim) -> Part | None:
    found = _SHARE.match(report.key, claim.at.end, claim.at.end + _REACH)
    listed = [
        part
        for split in report.breakdowns
        for part in split.parts
        if part.at.start < claim.at.end and claim.at.start < part.at.end
    ]
    if found is None or any(part.share is not None or not found.group().lstrip().startswith("(") for part in listed):
        return None
    share = Decimal(found["share"]) / 100
    return Part(label=claim.quote, value=claim.value, share=share, share_printed=f"{found['share']}%", at=claim.at)
