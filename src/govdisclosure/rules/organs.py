"""Whether two reports are by one organ, as far as their names say."""

import re
from enum import StrEnum
from itertools import pairwise

from govdisclosure.model.agency import Agency
from govdisclosure.text.normalise import fold, squeeze

__all__ = ["Kinship", "kinship", "name_key"]

_FULL = (("管理委员会", "管委会"), ("人民政府", "政府"), ("办公厅", "办公室"))
_SIGNS = re.compile(r"[()\[\]·]")
_AREA_WORD = re.compile(r"[省市县区州旗盟]$")
_ENDING = re.compile(r"(?:委员会|管委会|办公室|中心|局|厅|委|办|署|处|站|院|队)$")
# Words that the names of unlike organs share.
_COMMON = frozenset(("管理", "监督", "行政", "服务", "事务", "发展", "综合", "工作", "城市", "和城", "城乡"))


class Kinship(StrEnum):
    """How the organs of two reports stand to each other."""

    SAME = "same"
    RENAMED = "renamed"
    """The names are alike in one area: one organ renamed or merged, or two organs."""
    OTHER = "other"


def name_key(agency: Agency) -> str:
    """A name folded for comparing: full and short forms made one, blanks and brackets taken out.

    >>> name_key(Agency(name="青石新区 管理委员会"))
    '青石新区管委会'
    """
    key = _SIGNS.sub("", squeeze(fold(agency.name)))
    for full, short in _FULL:
        key = key.replace(full, short)
    return key


def kinship(first: Agency, second: Agency) -> Kinship:
    """Compare two organs by their names.

    >>> old, new = (Agency(name=f"青石县{word}局", region="青石县") for word in ("国土资源", "自然资源"))
    >>> kinship(old, new).value, kinship(old, Agency(name="白河县国土资源局", region="白河县")).value
    ('renamed', 'other')
    """
    one, two = name_key(first), name_key(second)
    if one == two:
        return Kinship.SAME
    short, long, area = (one, two, first.region) if len(one) < len(two) else (two, one, second.region)
    if long.endswith(short):
        # The longer name only adds the province or city; without an area of its own the shorter may be any organ's.
        return Kinship.SAME if area else Kinship.RENAMED
    if not _one_area(first, second):
        return Kinship.OTHER
    stems = [_stem(key, agency) for key, agency in ((one, first), (two, second))]
    return Kinship.RENAMED if stems[0] == stems[1] or _shared(*stems) else Kinship.OTHER


def _one_area(first: Agency, second: Agency) -> bool:
    """True for one area, also where a county has become a district or a city."""
    one, two = (_AREA_WORD.sub("", squeeze(fold(agency.region or ""))) for agency in (first, second))
    return bool(one and two) and (one.endswith(two) or two.endswith(one))


def _stem(key: str, agency: Agency) -> str:
    area = squeeze(fold(agency.region or ""))
    return _ENDING.sub("", key[key.find(area) + len(area) :] if area in key else key)


def _shared(one: str, two: str) -> bool:
    return bool((_pairs(one) & _pairs(two)) - _COMMON)


def _pairs(word: str) -> set[str]:
    return {first + second for first, second in pairwise(word)}
