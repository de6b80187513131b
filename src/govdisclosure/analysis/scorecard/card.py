"""A scorecard: what is worth how many points, and what costs them. It is data that the user supplies."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise
from typing import TypeAlias

import attrs

from govdisclosure.analysis.scorecard.choices import LATE, Counted, How, Measure, NoReport, Review, Unfit
from govdisclosure.errors import UsageError
from govdisclosure.model.agency import AgencyKind
from govdisclosure.model.place import CellName
from govdisclosure.rules.outcome import Level, Message
from govdisclosure.rules.registry import select
from govdisclosure.rules.rule import Rule

__all__ = ["Band", "Indicator", "Scorecard"]

_NOTHING = Decimal(0)


@attrs.frozen(kw_only=True)
class Band:
    """Figures that are worth the same.

    Attributes:
        points: What they are worth.
        to: The largest of them; ``None`` for all that are larger than those of the bands before.
    """

    points: Decimal
    to: Decimal | None = None


def _years(given: Iterable[int]) -> tuple[int, ...]:
    return tuple(given)


def _cells(given: Iterable[CellName]) -> tuple[CellName, ...]:
    return tuple(given)


def _bands(given: Iterable[Band]) -> tuple[Band, ...]:
    return tuple(given)


def _kinds(given: Iterable[AgencyKind]) -> tuple[AgencyKind, ...]:
    return tuple(given)


def _words(given: Iterable[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)


@attrs.frozen(kw_only=True)
class Indicator:
    """What is looked at, and what it is worth. The names are those of the keys of the file.

    Attributes:
        key: Its short name in tables.
        name_zh: What it is called.
        name_en: The same in English; as in Chinese when empty.
        basis: What it rests on, in the user's words.
        points: What it is worth.
        bonus: True for points on top of the total.
        how: How the points come.
        select: Codes or families of the rules it looks at.
        ignore: Codes or families left out.
        origin: ``None`` for what the national rules ask; the id of a local overlay; ``any`` for both.
        level: The lightest level of a fault that counts.
        count: What is deducted for.
        per: Points for each.
        cap: The most that is deducted; all its points when ``None``.
        review: What a doubtful outcome does.
        per_review: Points for each doubtful outcome, where it deducts; as ``per`` when ``None``.
        most: Where a veto fails, the most that the whole score can be.
        measure: The figure.
        numerator: The cells that are summed.
        denominator: The cells by whose sum they are divided.
        bands: What which figures are worth, ascending.
        kinds: Kinds of organ that are asked; all when empty.
        not_applicable: What becomes of it where it does not apply; as the scorecard says when ``None``.
        no_report: What an organ without a report gets.
    """

    key: str
    name_zh: str
    name_en: str = ""
    basis: str = ""
    points: Decimal = _NOTHING
    bonus: bool = False
    how: How = attrs.field(converter=How)
    select: tuple[str, ...] = attrs.field(default=(), converter=_words)
    ignore: tuple[str, ...] = attrs.field(default=(), converter=_words)
    origin: str | None = None
    level: Level = attrs.field(default=Level.NOTE, converter=Level)
    count: Counted = attrs.field(default=Counted.FINDINGS, converter=Counted)
    per: Decimal | None = None
    cap: Decimal | None = None
    review: Review = attrs.field(default=Review.OPEN, converter=Review)
    per_review: Decimal | None = None
    most: Decimal = _NOTHING
    measure: Measure | None = attrs.field(default=None, converter=attrs.converters.optional(Measure))
    numerator: tuple[CellName, ...] = attrs.field(default=(), converter=_cells)
    denominator: tuple[CellName, ...] = attrs.field(default=(), converter=_cells)
    bands: tuple[Band, ...] = attrs.field(default=(), converter=_bands)
    kinds: tuple[AgencyKind, ...] = attrs.field(default=(), converter=_kinds)
    not_applicable: Unfit | None = attrs.field(default=None, converter=attrs.converters.optional(Unfit))
    no_report: NoReport = attrs.field(default=NoReport.OPEN, converter=NoReport)

    def __attrs_post_init__(self) -> None:
        """Turn away what contradicts itself."""
        faults = [fault for holds, *fault in _holding(self) if not holds]
        if faults:
            raise UsageError("；".join(zh for zh, _ in faults), "; ".join(en for _, en in faults))

    @property
    def name(self) -> Message:
        """What it is called, in both languages."""
        return Message(self.name_zh, self.name_en or self.name_zh)

    @property
    def most_lost(self) -> Decimal:
        """The most that can be deducted."""
        return self.points if self.cap is None else self.cap

    def rules(self, extra: Iterable[Rule] = ()) -> tuple[Rule, ...]:
        """The rules it looks at, in the order of the registry.

        Args:
            extra: Rules besides those of the registry, such as a plugin adds.

        Raises:
            UsageError: A code is not known.
        """
        return select(self.select or (LATE,), self.ignore, extra=extra) if self._looks_at_rules else ()

    @property
    def _looks_at_rules(self) -> bool:
        return bool(self.select) or self.measure is Measure.DAYS_LATE

    def names_rule(self, rule: Rule) -> bool:
        """Whether it names this one rule, and not only its family."""
        return any(word.upper() == rule.code for word in self.select or (LATE,))


_Claim: TypeAlias = tuple[bool, str, str]


def _holding(one: Indicator) -> Iterator[_Claim]:
    """What must hold of an indicator, with what is said where it does not."""
    needs_rules = one.how in {How.ALL, How.DEDUCT, How.SHARE, How.VETO}
    yield not needs_rules or bool(one.select), "select 应写明规则代码或类别", "select must name rules or families"
    worth = one.points == 0 if one.how is How.VETO else one.points > 0
    yield worth, "points 应大于0（一票否决不写 points）", "points must be above 0 (a veto has none)"
    yield not (one.bonus and one.how is How.VETO), "一票否决不能是加分项", "a veto is no bonus"
    if one.how is How.DEDUCT:
        yield one.per is not None and one.per > 0, "per（每处扣分）应大于0", "per (points for each) must be above 0"
    yield one.per_review is None or one.per_review > 0, "per_review 应大于0", "per_review must be above 0"
    zh, en = f"cap 应大于0、不超过 points（{one.points}）", f"cap must be above 0 and at most points ({one.points})"
    yield one.cap is None or 0 < one.cap <= one.points, zh, en
    yield one.most >= 0, "most 不应为负数", "most must not be below 0"
    yield from _measuring(one)


def _measuring(one: Indicator) -> Iterator[_Claim]:
    if one.how is not How.MEASURE:
        return
    yield one.measure is not None, "measure 应写明量什么", "measure must say which figure"
    sums = one.measure in {Measure.RATE, Measure.COUNT}
    yield not sums or bool(one.numerator), "numerator 应写明单元格", "numerator must name cells"
    whole = (one.measure is Measure.RATE) == bool(one.denominator)
    yield (
        whole,
        "denominator 只在 measure = rate 时写，且必须写",
        "denominator belongs to measure = rate, which needs it",
    )
    to = [band.to for band in one.bands]
    ends = bool(to) and to[-1] is None and None not in to[:-1]
    zh, en = "band 应至少一档，只有最后一档不写 to", "there must be a band, and the last alone has no `to`"
    yield ends, zh, en
    limits = [limit for limit in to if limit is not None]
    ascending = all(low < high for low, high in pairwise(limits))
    yield ascending, "各档 band 的 to 应由小到大", "the bands' `to` must ascend"
    within = all(0 <= band.points <= one.points for band in one.bands)
    yield within, f"各档 points 应在0至{one.points}之间", f"each band's points must be from 0 to {one.points}"


def _indicators(given: Iterable[Indicator]) -> tuple[Indicator, ...]:
    return tuple(given)


@attrs.frozen(kw_only=True)
class Scorecard:
    """Indicators and how they are put together.

    Attributes:
        title_zh: What it is called.
        title_en: The same in English; as in Chinese when empty.
        basis: The document it rests on, in the user's words.
        years: Report years it is for; all when empty.
        total: What all indicators that are no bonus are worth together.
        decimals: Decimals of a score.
        min_coverage: The least share of the points that must be judged for a rank, as a fraction.
        not_applicable: What becomes of an indicator that does not apply.
        indicators: The indicators.
    """

    title_zh: str
    title_en: str = ""
    basis: str = ""
    years: tuple[int, ...] = attrs.field(default=(), converter=_years)
    total: Decimal | None = None
    decimals: int = 2
    min_coverage: Decimal = Decimal("0.5")
    not_applicable: Unfit = attrs.field(default=Unfit.LEFT_OUT, converter=Unfit)
    indicators: tuple[Indicator, ...] = attrs.field(converter=_indicators)

    def __attrs_post_init__(self) -> None:
        """Turn away what contradicts itself."""
        faults = list(_contradictions(self))
        if faults:
            raise UsageError("；".join(zh for zh, _ in faults), "; ".join(en for _, en in faults))

    @property
    def title(self) -> Message:
        """What it is called, in both languages."""
        return Message(self.title_zh, self.title_en or self.title_zh)

    @property
    def worth(self) -> Decimal:
        """What all indicators that are no bonus are worth together."""
        return sum((one.points for one in self.indicators if not one.bonus), start=_NOTHING)


def _contradictions(card: Scorecard) -> Iterator[tuple[str, str]]:
    keys = [one.key for one in card.indicators]
    for key in sorted({key for key in keys if keys.count(key) > 1}):
        yield f"有两个指标的 key 都是 {key}", f"two indicators have the key {key}"
    if not card.worth:
        yield "没有计分的指标", "no indicator gives points"
    elif card.total is not None and card.worth != card.total:
        yield (
            f"各指标 points 之和为{card.worth}，与 total（{card.total}）不等；加分项不计入",
            f"the indicators' points add up to {card.worth}, not to total ({card.total}); a bonus does not count",
        )
    if not 0 <= card.min_coverage <= 1:
        yield "min_coverage 应在0至1之间", "min_coverage must be from 0 to 1"
    finest = Decimal(1).scaleb(-card.decimals)
    for one in card.indicators:
        figures = (one.points, one.per, one.cap, one.per_review, one.most, *(band.points for band in one.bands))
        if any(figure is not None and figure % finest for figure in figures):
            yield (
                f"指标 {one.key} 的分值小数超过{card.decimals}位（decimals）",
                f"indicator {one.key} has points with more than {card.decimals} decimals (decimals)",
            )
