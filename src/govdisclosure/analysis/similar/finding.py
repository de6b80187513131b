"""The search: texts put by, common sentences counted, candidates found, each of them held against its like exactly."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

import attrs

from govdisclosure.analysis.similar.candidates import Candidates
from govdisclosure.analysis.similar.clustering import clusters_of
from govdisclosure.analysis.similar.common import OrganCounts, key_of
from govdisclosure.analysis.similar.kinds import Head, head_of, is_related, relation_of
from govdisclosure.analysis.similar.masking import own_names
from govdisclosure.analysis.similar.matching import (
    MAX_CHARS,
    Prepared,
    discounted,
    likeness,
    masked_sections,
    passages,
    prepare,
)
from govdisclosure.analysis.similar.result import (
    Party,
    Reason,
    Relation,
    SharedText,
    SimilarTexts,
    Unjudged,
)
from govdisclosure.analysis.similar.sources import ReportText
from govdisclosure.analysis.similar.spool import Spool
from govdisclosure.errors import UsageError

__all__ = ["COMMON_ORGANS", "COMMON_SHARE", "MIN_CHARS", "THRESHOLD", "similar_texts"]

THRESHOLD: Final = 0.8
MIN_CHARS: Final = 300
COMMON_ORGANS: Final = 20
COMMON_SHARE: Final = 0.1
_LEAST_THRESHOLD: Final = 0.3
_PARTNERS: Final = 10
"""Others a report is shown with, at most, of those before it; the same organ's come first and are not counted."""
_TRIED: Final = 200
_PREPARED: Final = 32


def similar_texts(  # noqa: PLR0913  each is a bound that the result states
    texts: Iterable[ReportText],
    *,
    threshold: float = THRESHOLD,
    min_chars: int = MIN_CHARS,
    relations: Iterable[Relation] = tuple(Relation),
    common_organs: int = COMMON_ORGANS,
    common_share: float = COMMON_SHARE,
) -> SimilarTexts:
    """Find reports whose narrative text is nearly the same, names, places, dates and numbers aside.

    The texts are gone through once and put by in a temporary file; in memory are their heads and signatures, and those
    held against each other. The result does not depend on their order.

    Args:
        texts: The texts: of reports that were read (``text_of``), of a batch (``batch_texts``), or rows.
        threshold: The share of stretches of five characters from which on two texts are shown, 0.3 to 1.
        min_chars: Characters a report must have that count, to be compared; at least 50.
        relations: Which pairs are shown.
        common_organs: A sentence is common, and does not count, where it stands in the reports of so many organs
            at least,
        common_share: and of this part of all organs at least, above 0, at most 1.

    Raises:
        UsageError: A bound is out of range.
        MissingExtraError: The extra ``dedup`` is not installed.

    >>> from govdisclosure.analysis.similar.sources import TextSection
    >>> words = "".join(f"第{n}座水库的巡查记录由{n}号站逐日上传，{'甲乙丙丁'[n % 4]}组复核；" for n in range(40))
    >>> section = TextSection(heading="一、总体情况", text=words, number=1)
    >>> organs = "甲县水利局", "乙县水利局"
    >>> rows = [ReportText(name=f"{one}.html", organ=one, year=2023, sections=(section,)) for one in organs]
    >>> found = similar_texts(rows, min_chars=50)
    >>> [(pair.first.organ, pair.second.organ, pair.relation.value, pair.likeness.share) for pair in found.pairs]
    [('乙县水利局', '甲县水利局', 'same_year', Decimal('1'))]
    """
    _require(threshold, min_chars, common_organs, common_share)
    index = Candidates(threshold)
    with Spool() as spool:
        heads = sorted((_put_by(text, spool) for text in texts), key=lambda head: head.order)
        counts = OrganCounts(common_organs, common_share)
        _count(heads, spool, counts)
        search = _Search(heads, spool, counts, index, threshold, frozenset(relations))
        pairs, unjudged = search.run(min_chars)
    return SimilarTexts(
        clusters=clusters_of(pairs),
        reports=len(heads),
        compared=len(heads) - len(unjudged),
        organs=counts.organs,
        threshold=threshold,
        min_chars=min_chars,
        common_from=counts.common_from,
        unjudged=tuple(unjudged),
        capped=tuple(search.capped),
        cut=tuple(head.text.name for head in heads if head.cut),
    )


def _require(threshold: float, min_chars: int, common_organs: int, common_share: float) -> None:
    if not _LEAST_THRESHOLD <= threshold <= 1:
        raise UsageError("threshold 应为0.3至1", "threshold must lie between 0.3 and 1")
    if min_chars < 50:  # noqa: PLR2004  below that, anything is like anything
        raise UsageError("min-chars 至少为50", "min-chars must be at least 50")
    if common_organs < 2 or not 0 < common_share <= 1:  # noqa: PLR2004  one's own sentence is not common
        raise UsageError(
            "通用语句的界限：机关至少2个，比例大于0、不大于1", "common: 2 organs or more, a share of 0 to 1"
        )


def _put_by(text: ReportText, spool: Spool) -> Head:
    left, sections = MAX_CHARS + 1, []
    for section in text.sections:
        sections.append(attrs.evolve(section, text=section.text[:left]))
        left = max(0, left - len(section.text))
    return head_of(text, spool.add(tuple(sections)), cut=not left)


def _count(heads: list[Head], spool: Spool, counts: OrganCounts) -> None:
    """Count the sentences organ by organ; a report whose organ is not known counts for one of its own."""
    mine: set[int] = set()
    for place, head in enumerate(heads):
        for part in masked_sections(spool.get(head.spooled), _names(head)):
            mine.update({key_of(part.words(sentence)) for sentence in part.sentences})
        following = heads[place + 1] if place + 1 < len(heads) else None
        if following is None or not head.organ or following.organ != head.organ:
            counts.add(mine)
            mine.clear()


@lru_cache(maxsize=1024)
def _known(organ: str | None, region: str | None) -> tuple[str, ...]:
    return own_names(organ, region)


def _names(head: Head) -> tuple[str, ...]:
    return _known(head.text.organ, head.text.region)


class _Search:
    """One search over texts that are put by."""

    def __init__(  # noqa: PLR0913, PLR0917  what a search needs
        self,
        heads: list[Head],
        spool: Spool,
        counts: OrganCounts,
        index: Candidates,
        threshold: float,
        relations: frozenset[Relation],
    ) -> None:
        self._heads = heads
        self._spool = spool
        self._counts = counts
        self._index = index
        self._threshold = threshold
        self._relations = relations
        self._judged: list[Head] = []
        self._parties: list[Party] = []
        self._ready = lru_cache(maxsize=_PREPARED)(self._prepared)
        self.capped: list[str] = []

    def run(self, min_chars: int) -> tuple[list[SharedText], list[Unjudged]]:
        """All pairs, and what was not compared."""
        pairs: list[SharedText] = []
        unjudged: list[Unjudged] = []
        for head in self._heads:
            made = self._prepared(head)
            party = _party(head, made)
            if made.characters < min_chars:
                reason = Reason.COMMON if made.characters_before >= min_chars else Reason.SHORT
                unjudged.append(Unjudged(party=party, reason=reason))
                continue
            number = self._index.add(made.after)
            self._judged.append(head)
            self._parties.append(party)
            pairs += self._pairs(number, made)
        return pairs, unjudged

    def _pairs(self, number: int, made: Prepared) -> Iterator[SharedText]:
        """Pairs of a text with those before it; one that has as many as are shown is found through them."""
        mine = self._own(number)
        yield from (
            pair for other, _ in self._index.likely(number, mine) for pair in self._verified(other, number, made)
        )
        rated = self._index.likely(number, [other for other in self._index.near(number) if other not in mine])
        rated = [one for one in rated if self._relation(one[0], number) in self._relations]
        year = self._judged[number].text.year
        rated.sort(key=lambda one: (self._judged[one[0]].text.year != year, -one[1], one[0]))
        found = 0
        for other, _ in rated[:_TRIED]:
            for pair in self._verified(other, number, made):
                found += 1
                yield pair
            if found == _PARTNERS:
                break
        if found == _PARTNERS or len(rated) > _TRIED:
            self.capped.append(self._judged[number].text.name)
        if found < _PARTNERS:
            self._index.show(number)

    def _own(self, number: int) -> list[int]:
        """The texts before it of the same organ."""
        organ, first = self._judged[number].organ, number
        while organ and first and self._judged[first - 1].organ == organ and number - first < _TRIED:
            first -= 1
        return list(range(first, number))

    def _relation(self, one: int, other: int) -> Relation:
        return relation_of(self._judged[one], self._judged[other])

    def _verified(self, one: int, other: int, made: Prepared) -> Iterator[SharedText]:
        relation = self._relation(one, other)
        if relation not in self._relations:
            return
        before = self._ready(self._judged[one])
        alike = likeness(before.after, made.after)
        if alike.share < self._threshold:
            return
        yield SharedText(
            first=self._parties[one],
            second=self._parties[other],
            relation=relation,
            related=is_related(self._judged[one], self._judged[other]),
            likeness=alike,
            before=likeness(before.before, made.before),
            passages=passages(before, made),
            discounted=discounted(before, made),
        )

    def _prepared(self, head: Head) -> Prepared:
        return prepare(self._spool.get(head.spooled), _names(head), self._counts)


def _party(head: Head, made: Prepared) -> Party:
    text = head.text
    return Party(
        name=text.name,
        organ=text.organ,
        year=text.year,
        region=text.region,
        digest=text.digest,
        characters=made.characters,
        characters_before=made.characters_before,
        cut=head.cut,
    )
