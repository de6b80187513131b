"""What is wrong with the invented reports on purpose, as data: whose, of which year, what, which rule finds it."""

from enum import StrEnum

import attrs

__all__ = ["DEFECTS", "SURGES", "Defect", "DefectKind", "of"]


class DefectKind(StrEnum):
    """Kinds of what is wrong."""

    LATE = "late"
    MISSING = "missing"
    WRONG_TOTAL = "wrong_total"
    BROKEN_CHAIN = "broken_chain"
    COPIED_ORGAN = "copied_organ"
    COPIED_YEAR = "copied_year"
    OUTLIER = "outlier"
    FULL_RATE = "full_rate"
    NO_SECTION = "no_section"
    UNREADABLE = "unreadable"
    PROSE_DIFFERS = "prose_differs"


@attrs.frozen(kw_only=True)
class Defect:
    """Something wrong with a report.

    Attributes:
        kind: What it is.
        organ: The organ.
        year: The year of the report.
        rule: The rule that finds it; empty where none does: a document that cannot be read, text shared by two organs.
        other: The organ whose text it is, where it was copied.
        much: By how much a figure is off, or how many requests there were.
    """

    kind: DefectKind
    organ: str
    year: int
    rule: str = ""
    other: str = ""
    much: int = 0


_RULES = {
    DefectKind.LATE: "DDL101",
    DefectKind.MISSING: "ACR101",
    DefectKind.WRONG_TOTAL: "SUM201",
    DefectKind.BROKEN_CHAIN: "XYR101",
    DefectKind.COPIED_YEAR: "XYR105",
    DefectKind.OUTLIER: "ACR201",
    DefectKind.FULL_RATE: "CLM102",
    DefectKind.NO_SECTION: "STR101",
    DefectKind.PROSE_DIFFERS: "CLM201",
}
_UNSEEN = {DefectKind.OUTLIER: range(2010, 2019)}
"""Years in which no rule looks: outliers are sought in the tables of the forms; a picture shows those before."""
_L, _K = DefectKind, "青石县"


def _made(kind: DefectKind, organ: str, year: int, *, other: str = "", much: int = 0) -> Defect:
    return Defect(
        kind=kind,
        organ=_K + organ,
        year=year,
        rule=_RULES.get(kind, "") if year not in _UNSEEN.get(kind, ()) else "",
        other=other and _K + other,
        much=much,
    )


DEFECTS = (
    _made(_L.LATE, "云岭乡人民政府", 2010),
    _made(_L.LATE, "公安局", 2013),
    _made(_L.LATE, "质量技术监督局", 2017),
    _made(_L.LATE, "经济开发区管理委员会", 2019),
    _made(_L.LATE, "教育局", 2020),
    _made(_L.LATE, "石桥镇人民政府", 2023),
    _made(_L.LATE, "林业局", 2024),
    _made(_L.LATE, "大坪镇人民政府", 2024),
    _made(_L.MISSING, "清泉乡人民政府", 2012),
    _made(_L.MISSING, "统计局", 2016),
    _made(_L.MISSING, "审计局", 2021),
    _made(_L.MISSING, "云岭乡人民政府", 2024),
    _made(_L.WRONG_TOTAL, "财政局", 2019, much=-2),
    _made(_L.WRONG_TOTAL, "交通运输局", 2022, much=-1),
    _made(_L.WRONG_TOTAL, "水利局", 2024, much=-3),
    _made(_L.WRONG_TOTAL, "卫生健康局", 2024, much=-2),
    _made(_L.BROKEN_CHAIN, "自然资源局", 2021),
    _made(_L.BROKEN_CHAIN, "公安局", 2023),
    _made(_L.BROKEN_CHAIN, "住房和城乡建设局", 2024),
    _made(_L.COPIED_ORGAN, "松林镇人民政府", 2017, other="河口镇人民政府"),
    _made(_L.COPIED_ORGAN, "清泉乡人民政府", 2023, other="石桥镇人民政府"),
    _made(_L.COPIED_YEAR, "统计局", 2014),
    _made(_L.COPIED_YEAR, "民政局", 2022),
    _made(_L.COPIED_YEAR, "司法局", 2024),
    _made(_L.OUTLIER, "司法局", 2016, much=96),
    _made(_L.OUTLIER, "林业局", 2022, much=88),
    _made(_L.FULL_RATE, "生态环境局", 2020),
    _made(_L.FULL_RATE, "城关镇人民政府", 2024),
    _made(_L.NO_SECTION, "大坪镇人民政府", 2015),
    _made(_L.NO_SECTION, "应急管理局", 2024),
    _made(_L.UNREADABLE, "松林镇人民政府", 2013),
    _made(_L.UNREADABLE, "农业农村局", 2022),
    _made(_L.UNREADABLE, "统计局", 2024),
    _made(_L.PROSE_DIFFERS, "人力资源和社会保障局", 2023, much=3),
    _made(_L.PROSE_DIFFERS, "教育局", 2024, much=10),
)
SURGES = {(one.organ, one.year): one.much for one in DEFECTS if one.kind is DefectKind.OUTLIER}
"""How many requests an organ received in a year of very many."""


def of(organ: str, year: int) -> dict[DefectKind, Defect]:
    """What is wrong with the report of an organ on a year."""
    return {one.kind: one for one in DEFECTS if (one.organ, one.year) == (organ, year)}
