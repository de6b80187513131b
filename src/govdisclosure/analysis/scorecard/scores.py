"""Scores of organs, and their order."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Any

import attrs

from govdisclosure.analysis.across.collection import Unread
from govdisclosure.analysis.across.lists import organ_key
from govdisclosure.analysis.frames import Table
from govdisclosure.analysis.scorecard.card import Scorecard
from govdisclosure.analysis.scorecard.points import Points, Trace
from govdisclosure.errors import UsageError
from govdisclosure.rules.outcome import Message
from govdisclosure.text.display import one_line
from govdisclosure.text.language import Lang
from govdisclosure.text.shown import Shown
from govdisclosure.text.suggestions import SHOWN, did_you_mean, nearest

__all__ = ["OrganScore", "Rank", "Scores", "Standing"]


class Standing(StrEnum):
    """Whether an organ is scored, and if not, why."""

    SCORED = "scored"
    THIN = "thin"
    """Too little is judged for a rank."""
    UNJUDGED = "unjudged"
    """Nothing is judged."""
    NO_REPORT = "no_report"
    """The user's list has the organ, and the collection has no report of it."""
    SEVERAL = "several"
    """There are several reports of the organ on the year, and which counts is not known."""


@attrs.frozen(kw_only=True)
class Rank:
    """The place of an organ among those that are ranked in its year.

    Attributes:
        place: One more than those with a higher score; equal scores share a place, and the next ones are left free.
        tied: Whether another has the same.
        best: The best place it could have once everything is settled.
        worst: The worst, likewise.
    """

    place: int
    tied: bool
    best: int
    worst: int

    @property
    def may_change(self) -> bool:
        """Whether it could be another once what is open is settled."""
        return self.best != self.place or self.worst != self.place


@attrs.frozen(kw_only=True, slots=False, repr=False)
class OrganScore(Shown):
    """An organ in a year.

    Attributes:
        organ: Its name.
        year: The year reported on.
        sources: Its documents.
        standing: Whether it is scored.
        why: The same in words.
        indicators: The points of each indicator; empty where nothing was looked at.
        possible: What the indicators are worth that count for it, without bonus.
        judged: How much of that is settled: earned or lost.
        earned: What is earned, whatever is settled later.
        bonus: Points on top that are earned.
        score: Earned by judged, of the total, with bonus and veto; ``None`` where nothing is judged.
        lowest: The least it can be once everything is settled; ``None`` where the organ is not scored at all.
        highest: The most.
        coverage: Judged by possible, as a fraction with four decimals; ``None`` where nothing is asked.
        vetoed: Whether a veto holds.
        rank: Its place; ``None`` where it is not ranked.
    """

    organ: str
    year: int
    sources: tuple[str, ...] = ()
    standing: Standing
    why: Message
    indicators: tuple[Points, ...] = ()
    possible: Decimal = Decimal(0)
    judged: Decimal = Decimal(0)
    earned: Decimal = Decimal(0)
    bonus: Decimal = Decimal(0)
    score: Decimal | None = None
    lowest: Decimal | None = None
    highest: Decimal | None = None
    coverage: Decimal | None = None
    vetoed: bool = False
    rank: Rank | None = None

    @property
    def key(self) -> str:
        """Its name as it is compared."""
        return organ_key(self.organ)

    def __getitem__(self, key: str) -> Points:
        """The points of an indicator.

        Raises:
            KeyError: There is no such indicator, or the organ is not scored.
        """
        return next((one for one in self.indicators if one.indicator.key == key), None) or _missing(key)

    @property
    def traces(self) -> Iterator[tuple[Points, Trace]]:
        """Everything its points come from, with the indicator."""
        return ((points, trace) for points in self.indicators for trace in points.traces)

    def __repr__(self) -> str:
        """One line: organ, year, score."""
        return f"<OrganScore {one_line(self.organ)} {self.year}: {self.score} ({self.standing})>"

    def __str__(self) -> str:
        """Each point with what it comes from, in Chinese."""
        return self.render()

    def render(self, lang: Lang = "zh") -> str:
        """Each point with what it comes from, as text.

        Args:
            lang: ``zh`` or ``en``.
        """
        from govdisclosure.analysis.scorecard.showing import organ_text  # noqa: PLC0415  it needs this class

        return organ_text(self, lang)

    def to_html(self, lang: Lang | None = None) -> str:
        """The same for a notebook.

        Args:
            lang: ``zh`` or ``en``; Chinese and English when ``None``.
        """
        from govdisclosure.analysis.scorecard.pages import organ_html  # noqa: PLC0415  it needs this class

        return organ_html(self, lang)


def _missing(key: str) -> Points:
    raise KeyError(key)


@attrs.frozen(kw_only=True, slots=False, repr=False)
class Scores(Shown):
    """What a scorecard makes of a collection. It says what the outcomes come to; a person decides what follows.

    Attributes:
        scorecard: The scorecard.
        organs: The organs by year and place; those without a place after them, by name.
        unread: Documents that could not be read: nobody's score counts them.
        nameless: Documents whose organ or year was not read, likewise.
        notes: What else was left out.
    """

    scorecard: Scorecard
    organs: tuple[OrganScore, ...]
    unread: tuple[Unread, ...] = ()
    nameless: tuple[str, ...] = ()
    notes: tuple[Message, ...] = ()

    def __len__(self) -> int:
        """Number of organs and years."""
        return len(self.organs)

    def __bool__(self) -> bool:
        """True: that nobody is scored is a result too."""
        return True

    def __iter__(self) -> Iterator[OrganScore]:
        """Organs and years in order."""
        return iter(self.organs)

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years that are scored."""
        return tuple(sorted({one.year for one in self.organs}))

    def organ(self, name: str, year: int | None = None) -> OrganScore:
        """An organ's score with each point traced to what it comes from.

        Args:
            name: Its name, in full or short form.
            year: The year; it must be given where the organ is scored in several.

        Raises:
            UsageError: There is no such organ or year, or the year is not given.
        """
        found = [one for one in self.organs if one.key == organ_key(name) and year in {None, one.year}]
        if len(found) == 1:
            return found[0]
        if found:
            years = ", ".join(str(one.year) for one in found)
            raise UsageError(
                f"{name}有几个年度：{years}，请写明 year=", f"{name} has several years: {years}; say year="
            )
        hint_zh, hint_en = did_you_mean(nearest(name, sorted({one.organ for one in self.organs})))
        shown = f"{one_line(name)[:SHOWN]}" + ("" if year is None else f" {year}")
        raise UsageError(f"没有{shown}的得分{hint_zh}", f"no score of {shown}{hint_en}")

    def table(self) -> Table:
        """A row for each organ, year and indicator: points possible, judged, earned, lowest, highest, and from what.

        Raises:
            MissingExtraError: Arrow is not installed.
        """
        from govdisclosure.analysis.scorecard.tables import points_table  # noqa: PLC0415  it needs this class

        return points_table(self)

    def ranking(self) -> Table:
        """A row for each organ and year, in order; those that are not ranked come last and have no rank.

        Raises:
            MissingExtraError: Arrow is not installed.
        """
        from govdisclosure.analysis.scorecard.tables import ranking_table  # noqa: PLC0415  it needs this class

        return ranking_table(self)

    def to_dict(self) -> Mapping[str, Any]:
        """Everything as JSON values: a figure is an integer, or a decimal in a string."""
        from govdisclosure.analysis.scorecard.showing import scores_to_dict  # noqa: PLC0415  it needs this class

        return scores_to_dict(self)

    def __repr__(self) -> str:
        """One line: title, and how many organs are ranked."""
        ranked = sum(one.rank is not None for one in self.organs)
        return f"<Scores {one_line(self.scorecard.title.en)}: {len(self)} organs and years, {ranked} ranked>"

    def __str__(self) -> str:
        """The ranking in Chinese; see :meth:`render`."""
        return self.render()

    def render(self, lang: Lang = "zh") -> str:
        """The ranking with coverage and ranges, and who is not ranked and why, as text.

        Args:
            lang: ``zh`` or ``en``.
        """
        from govdisclosure.analysis.scorecard.showing import scores_text  # noqa: PLC0415  it needs this class

        return scores_text(self, lang)

    def to_html(self, lang: Lang | None = None) -> str:
        """The same for a notebook.

        Args:
            lang: ``zh`` or ``en``; Chinese and English when ``None``.
        """
        from govdisclosure.analysis.scorecard.pages import scores_html  # noqa: PLC0415  it needs this class

        return scores_html(self, lang)
