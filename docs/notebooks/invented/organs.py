"""Thirty invented organs of an invented county: what they are called, since when, and what they deal with."""

import tomllib
from pathlib import Path

import attrs

__all__ = ["COUNTY", "GOVERNMENT", "ORGANS", "REFORM", "YEARS", "Organ", "organs_csv", "renamed_toml", "those_of"]

YEARS = range(2010, 2025)
"""The years that are reported on."""
REFORM = 2019
"""The first year of the organs that the reform of 2019 made."""
COUNTY = "青石县"
GOVERNMENT = "青石县人民政府"


@attrs.frozen(kw_only=True)
class Organ:
    """An organ that reports.

    Attributes:
        name: Its name today, or its last.
        topics: What it deals with, in the words of its reports.
        requests: How many requests a year it receives in the middle of the time.
        decisions: How many decisions on licences and penalties it makes a year.
        first: The first year of which it owes a report.
        last: The last one.
        earlier: Its name before the reform, where it was renamed.
        into: The organ that took it over in the reform.
    """

    name: str
    topics: tuple[str, ...]
    requests: int = 6
    decisions: int = 0
    first: int = YEARS[0]
    last: int = YEARS[-1]
    earlier: str = ""
    into: str = ""

    @property
    def is_government(self) -> bool:
        """Whether it reports on the assessment of others: a government at any level."""
        return self.name.endswith("人民政府")

    def called(self, year: int) -> str:
        """Its name in the reports on a year."""
        return self.earlier if self.earlier and year < REFORM else self.name


_DATA = tomllib.loads(Path(__file__).with_name("organs.toml").read_text("utf-8"))
ORGANS = tuple(Organ(**{**one, "topics": tuple(one["topics"])}) for one in _DATA["organ"])
"""The county government first; of the two that became one in the reform and of the one itself, each is an organ."""


def those_of(year: int) -> tuple[Organ, ...]:
    """The organs that owe a report on a year."""
    return tuple(organ for organ in ORGANS if organ.first <= year <= organ.last)


def organs_csv() -> str:
    """The list of organs as the library reads it: name, superior, first and last year."""
    rows = (
        f"{organ.name},{'' if organ.name == GOVERNMENT else GOVERNMENT},{organ.first},"
        f"{organ.last if organ.last < YEARS[-1] else ''}"
        for organ in ORGANS
    )
    return "\n".join(["机关,上级,起始年度,截止年度", *rows, ""])


def renamed_toml() -> str:
    """What the reform renamed and merged, as the library reads it."""
    changes = [(organ.earlier, organ.name, "") for organ in ORGANS if organ.earlier]
    changes += [(organ.name, organ.into, "merged = true\n") for organ in ORGANS if organ.into]
    return "\n".join(f'[[renamed]]\nfrom = "{old}"\nto = "{new}"\non = {REFORM}\n{how}' for old, new, how in changes)
