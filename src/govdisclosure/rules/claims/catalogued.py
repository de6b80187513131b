"""What the catalogue has of a report's year: items that must be published, and items that were."""

from collections.abc import Iterator

import attrs
import pendulum

from govdisclosure.law import published_calendar
from govdisclosure.law.provision import Citation
from govdisclosure.model.item import Item
from govdisclosure.model.register import Catalogue
from govdisclosure.model.report import AnnualReport, ClaimKind, ClaimScope
from govdisclosure.rules.claims.books import Match
from govdisclosure.rules.items.disclosure import Disclosure, disclosure
from govdisclosure.rules.items.duties import started_on
from govdisclosure.rules.items.terms import published
from govdisclosure.rules.outcome import Kind, Message
from govdisclosure.rules.phrasing import articles, figure, plain
from govdisclosure.rules.rule import Finding

__all__ = ["ItemsOfYear", "items_of_year", "numbers_published"]


@attrs.frozen(kw_only=True)
class ItemsOfYear:
    """The items of a year, and how they stood on the days that a report may speak of."""

    items: tuple[Item, ...]
    days: tuple[pendulum.Date, ...]
    stood: tuple[Disclosure, ...]

    def shares(self) -> Iterator[tuple[int, int]]:
        """What the rate may be a share of: numerators with their denominators, the plainest first."""
        for day, stand in zip(self.days, self.stood, strict=True):
            out = sum(published(item, day) for item in self.items)
            top, waiting = stand.numerator, len(stand.pending) + len(stand.unknown)
            yield from ((top, stand.denominator), (top, stand.denominator + waiting), (out, len(self.items)))


def items_of_year(report: AnnualReport, catalogue: Catalogue) -> ItemsOfYear:
    """The items made or last changed in the report's year, at its end and on the day the report appeared."""
    year = report.year or 0
    last, said = pendulum.Date(year, 12, 31), report.published_on or report.signed_on
    days = (last, said) if said is not None and said > last else (last,)
    known = (_as_then(item, last) for item in catalogue.items)
    items = tuple(item for item in known if (start := started_on(item)) is not None and start.year == year)
    return ItemsOfYear(
        items=items, days=days, stood=tuple(disclosure(items, published_calendar(), day) for day in days)
    )


def _as_then(item: Item, last: pendulum.Date) -> Item:
    """An item without a change that came after the year."""
    later = item.changed_on is not None and item.changed_on > last
    return attrs.evolve(item, changed_on=None) if later else item


def numbers_published(
    report: AnnualReport, catalogue: Catalogue, match: Match, cites: tuple[Citation, ...]
) -> Iterator[Finding]:
    """Items published in the year; channels may be counted apart, and entries that stand for several."""
    out = [item for item in catalogue.items if item.published_on is not None and item.published_on.year == report.year]
    counts = (len(out), sum(item.count for item in out))
    named = articles(cites)
    for number, claim in enumerate(report.stating(ClaimKind.ITEMS_PUBLISHED), 1):
        if claim.approximate or not claim.whole or claim.scope is not ClaimScope.ALL:
            continue
        said, same = plain(claim.value), claim.value in counts
        zh, en = (
            f"正文所写公开条数为{said}，目录当年公布{counts[0]}条",
            f"the text says {said}, the catalogue has {counts[0]}",
        )
        yield Finding(
            kind=Kind.PASS if same else Kind.REVIEW,
            message=Message(
                f"{said}与{counts[0]}：{zh}{'，相符' if same else ''}。"
                + ("" if same else f"{match.renamed.zh}公开的信息应当准确（{named.zh}），请人工核实口径。"),
                f"{said} and {counts[0]} items published: {en}."
                + ("" if same else f" {match.renamed.en}What is published must be accurate ({named.en}): check."),
            ),
            cites=cites,
            subject=f"published:{number}",
            at=claim.at,
            facts={"printed": figure(claim.value), "expected": list(dict.fromkeys(counts))},
        )
