"""The organ that publishes a report."""

from enum import StrEnum

import attrs

from govdisclosure.model.place import Place

__all__ = ["AdministrativeLevel", "Agency", "AgencyKind"]


class AgencyKind(StrEnum):
    """What kind of organ it is; the 2019 Regulation sets its deadlines by this (Art 49)."""

    GOVERNMENT = "government"
    """人民政府 of a province, city or county."""
    GENERAL_OFFICE = "general_office"
    """The office of a government (办公厅, 办公室)."""
    DEPARTMENT = "department"
    """A department of a government of county level or above."""
    TOWNSHIP = "township"
    """人民政府 of a township or town."""
    SUBDISTRICT = "subdistrict"
    """街道办事处, an outpost of a district or city government."""
    ZONE_COMMITTEE = "zone_committee"
    """管理委员会 of a development zone, new area, scenic area and the like."""
    INSTITUTION = "institution"
    """An organisation that is not an organ of government (school, hospital, enterprise, public institution)."""
    UNKNOWN = "unknown"
    """The name does not say."""


class AdministrativeLevel(StrEnum):
    """The level of the area the organ serves."""

    NATIONAL = "national"
    PROVINCE = "province"
    CITY = "city"
    """A prefecture, a league, or a 市 whose name does not say whether it is a prefecture or a county-level city."""
    COUNTY = "county"
    TOWNSHIP = "township"
    UNKNOWN = "unknown"


@attrs.frozen(kw_only=True)
class Agency:
    """The organ that publishes a report.

    Attributes:
        name: Full name, such as ``靖宇县住房和城乡建设局``.
        kind: What kind of organ it is, as far as its name says.
        level: The level of the area it serves, as far as its name says.
        region: The area's name as it stands in ``name``; ``None`` where it names none.
        printed: The words ``name`` was read from.
        inferred: True when ``name`` says more than the words printed in one place (a title that names only the region).
        at: Where ``printed`` stands.
    """

    name: str
    kind: AgencyKind = AgencyKind.UNKNOWN
    level: AdministrativeLevel = AdministrativeLevel.UNKNOWN
    region: str | None = None
    printed: str | None = None
    inferred: bool = False
    at: Place | None = None
