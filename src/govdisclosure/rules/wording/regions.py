"""Provinces and prefectures by name."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import attrs

__all__ = ["Regions", "province_of", "regions"]

_NAMES_ANOTHER_UNIT = "市州县区镇乡村街路"


@attrs.frozen(kw_only=True)
class Regions:
    """The names of the data file.

    Attributes:
        provinces: Full names of the provinces by short name.
        province: Full name of the province by every name of a province or prefecture.
        pattern: Source of a regular expression for any of the names, the longest first; no group.
    """

    provinces: Mapping[str, str]
    province: Mapping[str, str]
    pattern: str


@cache
def regions() -> Regions:
    """The provinces and prefectures; read at the first question."""
    data = tomllib.loads(files(__package__).joinpath("data/regions.toml").read_text("utf-8"))["province"]
    named = {place: entry["name"] for entry in data for place in (entry["name"], *entry["prefectures"], *entry["also"])}
    return Regions(
        provinces={entry["short"]: entry["name"] for entry in data},
        province=named,
        pattern="|".join(sorted(named, key=lambda place: (-len(place), place))),
    )


def province_of(name: str) -> str | None:
    """The province an organ's name shows, or nothing where it shows none.

    >>> province_of("海南州水利局"), province_of("宁夏公安厅"), province_of("青石县水利局")
    ('青海省', '宁夏回族自治区', None)
    """
    found = re.search(regions().pattern, name)
    if found:
        return regions().province[found.group()]
    for short, province in regions().provinces.items():
        if name.startswith(short) and name[len(short) : len(short) + 1] not in {"", *_NAMES_ANOTHER_UNIT}:
            return province
    return None
