"""The invented reports: their parts by the form of their year, with what is planted in them."""

from collections.abc import Iterator, Mapping
from datetime import date
from random import Random

import attrs

from .defects import Defect, DefectKind, of
from .figures import FORM_OF_2021, Counted, counted
from .files import Parts, printed
from .organs import REFORM, YEARS, Organ, those_of
from .prose import Section, in_prose, in_tables
from .wording import Writer

__all__ = ["Made", "made"]

_KINDS = ("html", "html", "html", "txt", "docx")
_NUMBERS = "一二三四五六"
_PRINTED_FORMS = {
    REFORM: "《关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2019〕60号）",
    FORM_OF_2021: "《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）",
}


@attrs.frozen(kw_only=True)
class Made:
    """A report as it lies in the folder.

    Attributes:
        name: Its path: the year's folder, and the name that the organ had.
        content: Its bytes.
        organ: The organ's name today.
        year: The year it reports on.
    """

    name: str
    content: bytes
    organ: str
    year: int


def made(years: range = YEARS) -> Iterator[Made]:
    """The reports on these years, the same whenever they are asked for."""
    for year in years:
        for organ in those_of(year):
            planted = of(organ.name, year)
            if DefectKind.MISSING not in planted:
                yield _one(organ, year, planted)


def _one(organ: Organ, year: int, planted: Mapping[DefectKind, Defect]) -> Made:
    chance = Random(f"report {organ.name} {year}")  # noqa: S311  no secret
    name, kind = organ.called(year), chance.choice(_KINDS)
    if DefectKind.UNREADABLE in planted:
        return Made(name=f"{year}/{name}.docx", content=b"PK\x03\x04 cut off", organ=organ.name, year=year)
    signed, published = _days(chance, year, late=DefectKind.LATE in planted)
    parts: Parts = [
        f"{name}{year}年政府信息公开工作年度报告",
        f"发布日期：{published.isoformat()}",
        _preamble(year),
        *_parts(_sections(organ, year, planted)),
        name,
        f"{signed.year}年{signed.month}月{signed.day}日",
    ]
    return Made(
        name=f"{year}/{name}.{kind}",
        content=printed(kind, parts, published.isoformat()),
        organ=organ.name,
        year=year,
    )


def _days(chance: Random, year: int, *, late: bool) -> tuple[date, date]:
    """When it was signed and published: by 31 March, from the report on 2019 on by 31 January."""
    due = 3 if year < REFORM else 1
    month = due + chance.randint(1, 3) if late else due
    signed = date(year + 1, month, chance.randint(4, 14))
    return signed, signed.replace(day=signed.day + chance.randint(1, 8))


def _preamble(year: int) -> str:
    law = "《中华人民共和国政府信息公开条例》"
    form = "".join(
        words for first, words in _PRINTED_FORMS.items() if (first == FORM_OF_2021) == (year >= FORM_OF_2021)
    )
    law += f"和{form}" if year >= REFORM else ""
    return f"根据{law}，编制本报告。所列数据的统计期限为{year}年1月1日至{year}年12月31日。"


def _sections(organ: Organ, year: int, planted: Mapping[DefectKind, Defect]) -> list[Section]:
    counts = _as_printed(counted()[organ.name, year], planted)
    writer = Writer(organ, year, hand=_hand(planted))
    if year < REFORM:
        sections = in_prose(organ, year, writer, counts.annex)
    else:
        sections = in_tables(organ, year, writer, counts, planted)
    return [one for n, one in enumerate(sections) if n != _GONE or DefectKind.NO_SECTION not in planted]


_GONE = 4
"""Where the section stands that is planted as missing: remedies, in the forms the problems."""


def _hand(planted: Mapping[DefectKind, Defect]) -> tuple[str, int] | None:
    """Whose words they are, where they were copied."""
    for kind in (DefectKind.COPIED_ORGAN, DefectKind.COPIED_YEAR):
        if kind in planted:
            one = planted[kind]
            return (one.other, one.year) if one.other else (one.organ, one.year - 1)
    return None


def _parts(sections: list[Section]) -> Parts:
    numbers = iter(_NUMBERS)
    found: Parts = []
    for heading, body in sections:
        found += [heading if heading.startswith("附") else f"{next(numbers)}、{heading}", *body]
    return found


def _as_printed(counts: Counted, planted: Mapping[DefectKind, Defect]) -> Counted:
    """The numbers with what is wrong with them."""
    changed: dict[tuple[str, str], int] = dict(counts.requests)
    if DefectKind.WRONG_TOTAL in planted:
        changed["granted", "total"] += planted[DefectKind.WRONG_TOTAL].much
    if DefectKind.BROKEN_CHAIN in planted:
        # What was carried in is counted as new: the sums hold, the chain does not.
        many = changed["carried_in", "natural_person"]
        for column in ("natural_person", "total"):
            changed["carried_in", column] -= many
            changed["received", column] += many
    return attrs.evolve(counts, requests=changed)
