"""Whether two reports are by one organ, as far as their names say."""

import re
from enum import StrEnum
from itertools import pairwise

from govdisclosure.model.agency import Agency
from govdisclosure.rules.wording.regions import regions
from govdisclosure.text.normalise import fold, squeeze

__all__ = ["Kinship", "kinship", "name_key", "name_tail"]

_FULL = (("管理委员会", "管委会"), ("人民政府", "政府"), ("办公厅", "办公室"))
_SIGNS = re.compile(r"[()\[\]·]")
# Two characters of an area and two of an organ: 和县政府.
_TAIL = 4
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


def name_tail(agency: Agency) -> str:
    """The end of a name that all names of one organ share, so that it may be looked up by it.

    >>> name_tail(Agency(name="和县人民政府")), name_tail(Agency(name="安徽省和县人民政府"))
    ('和县政府', '和县政府')
    """
    return name_key(agency)[-_TAIL:]


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
        # Without an area of its own the shorter may be any organ's.
        if not area:
            return Kinship.RENAMED
        if _is_area(long.removesuffix(short)):
            return Kinship.SAME
    if not _one_area(first, second):
        return Kinship.OTHER
    stems = [_stem(key, agency) for key, agency in ((one, first), (two, second))]
    return Kinship.RENAMED if stems[0] == stems[1] or _shared(*stems) else Kinship.OTHER


def _one_area(first: Agency, second: Agency) -> bool:
    """True for one area, also where a county has become a district or a city."""
    one, two = (_AREA_WORD.sub("", squeeze(fold(agency.region or ""))) for agency in (first, second))
    short, long = (one, two) if len(one) < len(two) else (two, one)
    front = long.removesuffix(short)
    return bool(short) and long.endswith(short) and (not front or _is_area(front))


def _is_area(front: str) -> bool:
    """Whether what stands before an area's name is a larger area: 吉林省, 广西; 泰 makes 和县 another county."""
    return _AREA_WORD.search(front) is not None or front in regions().provinces


def _stem(key: str, agency: Agency) -> str:
    area = squeeze(fold(agency.region or ""))
    return _ENDING.sub("", key[key.find(area) + len(area) :] if area in key else key)


def _shared(one: str, two: str) -> bool:
    return bool((_pairs(one) & _pairs(two)) - _COMMON)


def _pairs(word: str) -> set[str]:
    return {first + second for first, second in pairwise(word)}
