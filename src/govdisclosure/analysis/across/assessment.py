"""What was found of the reports of many organs and years."""

from collections import Counter
from collections.abc import Iterable, Iterator

import attrs

from govdisclosure.analysis.across.collection import Unread
from govdisclosure.analysis.across.showing import collection_html, collection_text, organ_html, organ_text
from govdisclosure.rules.outcome import Kind, Message, Outcome
from govdisclosure.rules.registry import RULESET
from govdisclosure.text.display import one_line
from govdisclosure.text.language import Lang, require_lang
from govdisclosure.text.personal import mask_personal
from govdisclosure.text.shown import Shown

__all__ = ["CollectionAssessment", "OrganAssessment", "YearVerdicts"]


@attrs.frozen(kw_only=True)
class YearVerdicts:
    """What was found of one year's report beside others.

    Attributes:
        source: The report's document.
        year: Its year.
        outcomes: The outcomes, in the order of the rules.
    """

    source: str
    year: int
    outcomes: tuple[Outcome, ...]


class _Judged(Shown):
    """What has outcomes, and shows itself."""

    __slots__ = ()

    def __iter__(self) -> Iterator[Outcome]:
        """All outcomes."""
        raise NotImplementedError

    def of(self, *kinds: Kind) -> tuple[Outcome, ...]:
        """The outcomes of these kinds."""
        return tuple(outcome for outcome in self if outcome.kind in kinds)


@attrs.frozen(kw_only=True)
class OrganAssessment(_Judged):
    """What was found of one organ.

    Attributes:
        organ: Its name.
        sources: The documents of its reports, by year.
        outcomes: On all its reports together.
        years: On single years beside the year before, or beside the organs below.
        crashed: Rules that raised, with the type of the error.
    """

    organ: str
    sources: tuple[tuple[int | None, str], ...]
    outcomes: tuple[Outcome, ...]
    years: tuple[YearVerdicts, ...] = ()
    crashed: tuple[tuple[str, str], ...] = ()

    def __repr__(self) -> str:
        """One line."""
        return f"<OrganAssessment {one_line(mask_personal(self.organ))}: {_counted(self)}>"

    def render(self, lang: Lang = "zh") -> str:
        """What asks for attention, year by year.

        Args:
            lang: ``zh`` or ``en``.

        Raises:
            UsageError: It is another language.
        """
        require_lang(lang)
        return organ_text(self, lang)

    def to_html(self, lang: Lang | None = None) -> str:
        """The outcomes on all its reports together, then year by year, grouped by what is to be done.

        Args:
            lang: ``zh`` or ``en``; Chinese with the English small below when ``None``.
        """
        return organ_html(self, lang)

    def __iter__(self) -> Iterator[Outcome]:
        """All outcomes."""
        yield from self.outcomes
        for year in self.years:
            yield from year.outcomes


@attrs.frozen(kw_only=True)
class CollectionAssessment(_Judged):
    """What was found of a collection.

    Attributes:
        organs: The organs, by name; those of the list without any report among them.
        unread: Documents that could not be read, of which nothing is said.
        nameless: Reports that name no organ that could be read; likewise.
        ruleset: Version of the rule set.
        not_checked: What was not looked at.
    """

    organs: tuple[OrganAssessment, ...]
    unread: tuple[Unread, ...] = ()
    nameless: int = 0
    ruleset: str = RULESET
    not_checked: tuple[Message, ...] = ()

    def __repr__(self) -> str:
        """One line."""
        return f"<CollectionAssessment {len(self.organs)} organs, {len(self.unread)} unread: {_counted(self)}>"

    def render(self, lang: Lang = "zh") -> str:
        """What asks for attention, organ by organ.

        Args:
            lang: ``zh`` or ``en``.

        Raises:
            UsageError: It is another language.
        """
        require_lang(lang)
        return collection_text(self, lang)

    def to_html(self, lang: Lang | None = None) -> str:
        """Counts, what could not be read, and each organ that asks for attention, folded.

        Args:
            lang: ``zh`` or ``en``; Chinese with the English small below when ``None``.
        """
        return collection_html(self, lang)

    def __iter__(self) -> Iterator[Outcome]:
        """All outcomes, organ by organ."""
        for organ in self.organs:
            yield from organ

    @property
    def counts(self) -> dict[str, int]:
        """Number of outcomes of each kind, every kind named."""
        found = Counter(outcome.kind for outcome in self)
        return {kind.value: found[kind] for kind in Kind}


def _counted(outcomes: Iterable[Outcome]) -> str:
    found = Counter(outcome.kind for outcome in outcomes)
    return ", ".join(f"{found[kind]} {kind.value}" for kind in Kind if found[kind]) or "no outcomes"
