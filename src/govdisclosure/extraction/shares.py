"""Shares printed behind the parts of a list, and which part each belongs to."""

import re
from collections.abc import Sequence
from decimal import Decimal

import attrs

__all__ = ["Shares", "assign", "match_shares"]

_OTHERS = r"(?![^,;()\d%]{0,3}(?:全[县市省区国州镇乡旗盟系]|同期|同类|上年|去年))"
_NUMBER = r"\d{1,3}(?:\.\d{1,4})?"
_SHARES = re.compile(
    rf"[,(]?(?P<lead>(?:约|各|均|共|合计|总计|总共|分别|依次|两者|三者|二者|以上){{0,3}}+占{_OTHERS}[^,;()\d%]{{0,16}}|"
    r"(?:所占)?(?:比例|比重|份额)[^,;()\d%]{0,6}|(?:分别|依次|各)[约占为是:]{0,3}+)?"
    rf"(?P<first>{_NUMBER})%(?P<more>(?:(?:、|以及|和|及|与|,(?={_NUMBER}%(?:[、,;()和及与]|$))){_NUMBER}%){{0,12}}+)"
)
_VALUE = re.compile(_NUMBER)
_IN_TURN = re.compile(r"分别|依次|各")
_TOGETHER = re.compile(r"^(?:约|以上)?(?:均|共|合计|总计|总共|两者|三者|二者)")
_BARE = re.compile(r"约?占?(?:的?(?:比例|比重|份额|比))?[约为是达:]*")


@attrs.frozen(kw_only=True)
class Shares:
    """One or more percentages that stand in a row behind a part.

    Attributes:
        printed: Each as printed, with its sign.
        lead: The words before the first: 占, 占比分别为, 占全部申请的.
        end: One past the last.
    """

    printed: tuple[str, ...]
    lead: str
    end: int


def match_shares(text: str, position: int) -> Shares | None:
    """The shares right at a position of a sentence.

    >>> match_shares("网络10件、当面2件,占比分别为83.3%、16.7%", 10).printed
    ('83.3%', '16.7%')
    """
    match = _SHARES.match(text, position)
    if match is None:
        return None
    printed = (match["first"], *_VALUE.findall(match["more"]))
    return Shares(printed=tuple(f"{value}%" for value in printed), lead=match["lead"] or "", end=match.end())


def assign(shares: Shares, values: Sequence[Decimal], whole: Decimal | None) -> tuple[str | None, ...]:
    """The share of each part that stands before the shares and has none yet; none where the words do not tell.

    Several shares belong to as many parts, in order. One share after several parts is the last part's where the words
    name no base or its figures agree: it may be the share of them all, or a share of something else.

    >>> two = Decimal(9), Decimal(3)
    >>> assign(Shares(printed=("75%", "25%"), lead="占比分别为", end=0), two, Decimal(12))
    ('75%', '25%')
    >>> assign(Shares(printed=("100%",), lead="占全部申请的", end=0), two, Decimal(12))
    (None, None)
    """
    nothing = (None,) * len(values)
    in_turn = _IN_TURN.search(shares.lead) is not None
    if len(shares.printed) > 1:
        known = len(shares.printed) == len(values) and (in_turn or not _swapped(shares, values, whole))
        return shares.printed if known else nothing
    if in_turn or _TOGETHER.search(shares.lead):
        return nothing
    last = (*nothing[:-1], shares.printed[0])
    if len(values) == 1:
        return last
    if _agrees(shares.printed[0], values[-1], whole):
        return last
    of_all = _agrees(shares.printed[0], sum(values, Decimal(0)), whole)
    return nothing if of_all or not _BARE.fullmatch(shares.lead) else last


def _swapped(shares: Shares, values: Sequence[Decimal], whole: Decimal | None) -> bool:
    """True when the shares do not agree with the parts in order, but do in another."""
    pairs = tuple(zip(shares.printed, values, strict=True))
    if whole is None or all(_agrees(share, value, whole) for share, value in pairs):
        return False
    ordered = zip(sorted(shares.printed, key=lambda one: Decimal(one[:-1])), sorted(values), strict=True)
    return all(_agrees(share, value, whole) for share, value in ordered)


def _agrees(printed: str, value: Decimal, whole: Decimal | None) -> bool:
    """True when a share is the true one but for rounding."""
    if not whole:
        return False
    _, _, decimals = printed[:-1].partition(".")
    return abs(Decimal(printed[:-1]) - value * 100 / whole) < Decimal(1).scaleb(-len(decimals))
