"""Whose two reports are: one organ's or two's, of one year or two, or one report twice."""

import hashlib
from functools import lru_cache
from typing import Final

import attrs

from govdisclosure.analysis.similar.result import Relation
from govdisclosure.analysis.similar.sources import ReportText
from govdisclosure.model.agency import Agency
from govdisclosure.rules.organs import Kinship, kinship, name_key

__all__ = ["Head", "head_of", "is_related", "relation_of"]

_LEAST: Final = 4


@attrs.frozen(kw_only=True)
class Head:
    """What of a report stays in memory.

    Attributes:
        text: The report, its sections left out.
        organ: The organ's name in the form that all spellings share; empty where it is not known.
        stamp: Stands for the words of its sections.
        spooled: Its number among the texts put by.
        cut: True where the end of the text is not compared.
    """

    text: ReportText
    organ: str
    stamp: bytes
    spooled: int
    cut: bool

    @property
    def order(self) -> tuple[str, int, str, str, bytes]:
        """The order in which reports are looked at, whatever the order they came in."""
        return self.organ, self.text.year or 0, self.text.name, self.text.digest or "", self.stamp


def head_of(text: ReportText, spooled: int, *, cut: bool) -> Head:
    """The head of a text that is put by."""
    digest = hashlib.blake2b(digest_size=16)
    for section in text.sections:
        digest.update(section.text.encode("utf-8", "surrogatepass") + b"\x00")
    organ = name_key(Agency(name=text.organ)) if text.organ else ""
    return Head(text=attrs.evolve(text, sections=()), organ=organ, stamp=digest.digest(), spooled=spooled, cut=cut)


def relation_of(one: Head, other: Head) -> Relation:
    """How two reports stand to each other, as far as their names, years and bytes say."""
    if one.text.digest is not None and one.text.digest == other.text.digest:
        return Relation.DUPLICATE
    same_year = one.text.year is not None and one.text.year == other.text.year
    if _kinship(one, other) is Kinship.SAME:
        if same_year:
            return Relation.DUPLICATE if one.stamp == other.stamp else Relation.VERSIONS
        known = one.text.year is not None and other.text.year is not None
        return Relation.SAME_ORGAN if known else Relation.OTHER
    return Relation.SAME_YEAR if same_year and one.organ and other.organ else Relation.OTHER


def is_related(one: Head, other: Head) -> bool:
    """True where one name contains the other, or both are alike in one area, and the organs are not the same."""
    if not one.organ or not other.organ:
        return False
    kin = _kinship(one, other)
    short, long = sorted((one.organ.removesuffix("政府"), other.organ.removesuffix("政府")), key=len)
    nested = len(short) >= _LEAST - 1 and long.startswith(short)
    return kin is Kinship.RENAMED or (kin is Kinship.OTHER and nested)


def _kinship(one: Head, other: Head) -> Kinship:
    if not one.organ or not other.organ:
        return Kinship.OTHER
    if one.organ == other.organ:
        return Kinship.SAME
    return _kin(one.text.organ or "", one.text.region, other.text.organ or "", other.text.region)


@lru_cache(maxsize=4096)
def _kin(one: str, area: str | None, other: str, there: str | None) -> Kinship:
    return kinship(Agency(name=one, region=area), Agency(name=other, region=there))
