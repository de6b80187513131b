"""An organ through renaming and merger: which reports of a year tell of it, and what they make together."""

from collections.abc import Mapping, Sequence
from functools import cached_property

import attrs

from govdisclosure.analysis.across.lists import Names, organ_key
from govdisclosure.analysis.panels.figures import Given
from govdisclosure.analysis.panels.series import Series
from govdisclosure.analysis.panels.values import Value, added, noted, one_of, unknown, values_of

__all__ = ["Followed", "is_of_merger"]

_ALONE = "各机关没有单独的报告，以合并后的为准"
_NO_REPORT = ("没有这一年度的报告", "there is no report on this year")


def is_of_merger(value: Value) -> bool:
    """Whether it stands in the report of a merger's year, and whether that counts for all who merged is not known.

    A panel that was given back as a frame has the words alone.
    """
    return _ALONE in value.zh


@attrs.frozen(kw_only=True, slots=False)
class Followed:
    """Documents of many organs, each organ under its last name.

    Attributes:
        documents: The documents by their names.
        names: What organs are called last, and which went over into others.
        series: The series that are wanted.
    """

    documents: Mapping[str, Given]
    names: Names
    series: Sequence[Series]

    @cached_property
    def _alone(self) -> dict[str, dict[int, list[tuple[str, Given]]]]:
        """The documents by organ and year, mergers left aside."""
        found: dict[str, dict[int, list[tuple[str, Given]]]] = {}
        for name, document in sorted(self.documents.items()):
            key = organ_key(self.names.alone(document.organ, document.year))
            found.setdefault(key, {}).setdefault(document.year, []).append((name, document))
        return found

    @cached_property
    def _merged(self) -> dict[str, tuple[tuple[str, int], ...]]:
        """For each organ, those that went over into it, and when."""
        found: dict[str, tuple[tuple[str, int], ...]] = {}
        waiting = [self.names.of(document.organ, document.year) for document in self.documents.values()]
        while waiting:
            organ = waiting.pop()
            if (key := organ_key(organ)) not in found:
                found[key] = self.names.merged_into(organ)
                waiting += [member for member, _ in found[key]]
        return found

    @cached_property
    def organs(self) -> dict[str, str]:
        """Each organ that has not gone over into another, with the name it bears last."""
        found: dict[str, tuple[int, str]] = {}
        for _, one in sorted(self.documents.items()):
            last = self.names.of(one.organ, one.year)
            key = organ_key(last)
            shown = (one.year, last)
            found[key] = max(found.get(key, shown), shown)
        return {key: name for key, (_, name) in sorted(found.items(), key=lambda item: item[1][1])}

    def years(self, key: str) -> range:
        """From the first to the last year of which there is a report of it, or of one that went over into it."""
        found = self._years(key)
        return range(min(found), max(found) + 1)

    def _years(self, key: str) -> set[int]:
        found = set(self._alone.get(key, ()))
        for member, on in self._merged.get(key, ()):
            found |= {year for year in self._years(organ_key(member)) if year <= on}
        return found

    def in_year(self, key: str, year: int) -> list[Value] | None:
        """The value of each series in a year; nothing where no report tells of it."""
        members = [(organ, on) for organ, on in self._merged.get(key, ()) if year <= on]
        own = self._own(key, year)
        if not members:
            return own
        before = {organ: self.in_year(organ_key(organ), year) for organ, _ in sorted(members)}
        last = max(on for _, on in members)
        existed = any(year_ < last for year_ in self._alone.get(key, ()))
        if own is not None and all(found is None for found in before.values()) and year == last:
            zh = f"{year}年合并，{_ALONE}"
            return [noted(one, zh, f"merged in {year}, and no report of the former organs") for one in own]
        if own is not None and not existed:
            named = "、".join(before)
            why = (
                f"{year}年合并，{named}与合并后的机关都有报告，不知是否重复，未相加",
                f"merged in {year}: {named} and the organ they became both reported; whether twice is not known",
            )
            return [unknown(*why) for _ in self.series]
        if existed:
            before[self._shown(key)] = own
        if all(found is None for found in before.values()):
            return None
        columns = ([found] * len(self.series) if found is None else found for found in before.values())
        return [added(list(zip(before, values, strict=True))) for values in zip(*columns, strict=True)]

    def rows(self, key: str) -> list[tuple[int, list[Value]]]:
        """Each year with the value of each series."""
        none = [unknown(*_NO_REPORT) for _ in self.series]
        return [(year, self.in_year(key, year) or none) for year in self.years(key)]

    def _shown(self, key: str) -> str:
        return self.organs.get(key, key)

    def _own(self, key: str, year: int) -> list[Value] | None:
        """What the organ's own reports say, under whatever name it had then."""
        held = self._alone.get(key, {}).get(year, [])
        if not held:
            return None
        each = [values_of(document, self.series) for _, document in held]
        if len(each) > 1:
            return [one_of(values) for values in zip(*each, strict=True)]
        organ = held[0][1].organ
        if organ_key(organ) == key:
            return each[0]
        return [noted(one, f"报告署名{organ}", f"the report is by {organ}") for one in each[0]]
