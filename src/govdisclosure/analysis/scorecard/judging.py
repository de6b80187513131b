"""The points that a report gets from the outcomes of rules."""

from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import attrs

from govdisclosure.analysis.scorecard.card import Indicator
from govdisclosure.analysis.scorecard.choices import Counted, How, Review
from govdisclosure.analysis.scorecard.gathered import Filing
from govdisclosure.analysis.scorecard.points import Effect, Points, State, Trace, trace_of
from govdisclosure.analysis.scorecard.wording import plain
from govdisclosure.rules.outcome import Kind, Message, Outcome
from govdisclosure.rules.rule import Rule

__all__ = ["Ruling", "by_rules", "rounded", "rulings", "settled", "vetoed"]

_NOTHING = Decimal(0)


def rounded(value: Fraction | Decimal, decimals: int) -> Decimal:
    """A figure with so many decimals, halves up.

    >>> rounded(Fraction(2, 3), 2), rounded(Decimal("0.125"), 2)
    (Decimal('0.67'), Decimal('0.13'))
    """
    exact = Fraction(value)
    whole = Fraction(exact * 10**decimals + Fraction(1, 2)).__floor__()
    return Decimal(whole).scaleb(-decimals).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


@attrs.frozen(kw_only=True)
class Ruling:
    """What one rule says for an indicator.

    Attributes:
        rule: The rule.
        traces: Its outcomes with what each does; costs are not yet told.
        silent: True where it gave no verdict: it was not run, or it crashed.
    """

    rule: Rule
    traces: tuple[Trace, ...]
    silent: bool = False

    def has(self, *effects: Effect) -> bool:
        """Whether an outcome does one of these."""
        return any(one.effect in effects for one in self.traces)

    @property
    def pending(self) -> bool:
        """Whether something of it is not settled."""
        return self.silent or self.has(Effect.PENDING)

    @property
    def applies(self) -> bool:
        """Whether it judged something, or may yet."""
        return self.pending or any(one.effect is not Effect.NONE for one in self.traces)


def rulings(one: Indicator, filing: Filing, rules: Iterable[Rule]) -> tuple[Ruling, ...]:
    """What each rule of an indicator says of a report, in the order of the registry.

    A rule that the indicator names says nothing silently: without an outcome it is not settled. One of a family that is
    only asked where there is something beside the report (a register, last year's report) is left out then.
    """
    return tuple(_rulings(one, filing, rules))


def _rulings(one: Indicator, filing: Filing, rules: Iterable[Rule]) -> Iterator[Ruling]:
    for rule in rules:
        own = [found for found in filing.by_rule.get(rule.code, ()) if _is_asked(one, found)]
        crashed = rule.code in filing.crashed
        if own and not crashed:
            yield Ruling(rule=rule, traces=tuple(trace_of(found, _effect(one, found)) for found in own))
        elif crashed or one.names_rule(rule) or (rule.beside is None and rule.about == "report" and one.origin is None):
            kept = tuple(trace_of(found, _effect(one, found)) for found in own)
            yield Ruling(rule=rule, traces=(*kept, _silence(rule, crashed=crashed)), silent=True)


def _is_asked(one: Indicator, outcome: Outcome) -> bool:
    return one.origin in {"any", outcome.origin}


def _silence(rule: Rule, *, crashed: bool) -> Trace:
    title = rule.title
    zh, en = (
        ("规则出错，未判断", "the rule crashed, not judged")
        if crashed
        else ("没有结果，未判断", "no outcome, not judged")
    )
    message = Message(f"{rule.code}（{title.zh}）{zh}", f"{rule.code} ({title.en}): {en}")
    return Trace(effect=Effect.PENDING, message=message)


def _effect(one: Indicator, outcome: Outcome) -> Effect:
    if outcome.kind is Kind.OPEN:
        return Effect.PENDING  # whatever was decided about it, nobody has judged it
    if outcome.kind not in {Kind.FAIL, Kind.REVIEW}:
        return Effect.KEPT if outcome.kind is Kind.PASS else Effect.NONE  # information is no verdict
    if outcome.suppression is not None:
        return Effect.WAIVED
    if outcome.kind is Kind.FAIL:
        return Effect.LOST if outcome.level.rank >= one.level.rank else Effect.LIGHT
    return {Review.OPEN: Effect.PENDING, Review.PASS: Effect.SPARED, Review.DEDUCT: Effect.LOST}[one.review]


def by_rules(one: Indicator, found: tuple[Ruling, ...], decimals: int) -> Points:
    """The points of an indicator of kind ``all``, ``deduct`` or ``share``.

    What is lost is lost by faults alone; what may still be lost is what could be found once all is settled. Under
    ``findings`` that is everything left where a rule is open, for one that could not look may hide any number.
    """
    asked = [ruling for ruling in found if ruling.applies]
    if not asked:
        return _unfit(one, found)
    each, most = _Cost(one, len(asked)), Fraction(one.most_lost)
    lost, traces = _charged(found, one, each, decimals)
    highest = one.points - lost
    exact = min(most, sum((each(trace) for trace in _charging(found, one)), Fraction(0)))
    if one.how is How.SHARE or one.count is Counted.RULES:
        charged = {ruling.rule.code: sum(map(each, _charging([ruling], one)), Fraction(0)) for ruling in asked}
        worse = (each(None) - charged[ruling.rule.code] for ruling in asked if ruling.pending)
        more = sum((cost for cost in worse if cost > 0), Fraction(0))
    elif any(ruling.silent or _is_open(ruling) for ruling in asked):
        more = most
    else:
        more = sum(
            (each(trace) for ruling in asked for trace in ruling.traces if trace.effect is Effect.PENDING), Fraction(0)
        )
    lowest = one.points - rounded(min(most, exact + more), decimals)
    return settled(one, lowest, highest, _why(found, lost), traces)


def _is_open(ruling: Ruling) -> bool:
    return any(one.outcome is not None and one.outcome.kind is Kind.OPEN for one in ruling.traces)


def settled(one: Indicator, lowest: Decimal, highest: Decimal, why: Message, traces: tuple[Trace, ...]) -> Points:
    """Points from the least and the most that they can be."""
    judged = one.points - (highest - lowest)
    state = State.JUDGED if lowest == highest else State.PARTLY if judged else State.OPEN
    return Points(
        indicator=one,
        state=state,
        possible=one.points,
        judged=judged,
        earned=lowest,
        lowest=lowest,
        highest=highest,
        why=why,
        traces=traces,
    )


def _unfit(one: Indicator, found: tuple[Ruling, ...]) -> Points:
    """Nothing was found to judge: not applicable where a rule says so, open where no rule was run."""
    traces = tuple(trace for ruling in found for trace in ruling.traces)
    if not traces:
        why = Message("没有任何规则的结果，未判断", "no rule gave an outcome: not judged")
        return settled(one, _NOTHING, one.points, why, ())
    why = Message("不适用于这份报告", "does not apply to this report")
    return Points(indicator=one, state=State.NOT_APPLICABLE, possible=one.points, why=why, traces=traces)


class _Cost:
    """What one outcome costs; ``None`` stands for one that may yet be found."""

    def __init__(self, one: Indicator, rules: int) -> None:
        self._per = Fraction(one.points)
        if one.how is How.SHARE:
            self._per = Fraction(one.points) / rules
        elif one.how is How.DEDUCT and one.per is not None:
            self._per = Fraction(one.per)
        self._review = Fraction(one.per_review) if one.per_review is not None else self._per

    def __call__(self, trace: Trace | None) -> Fraction:
        doubtful = trace is not None and trace.outcome is not None and trace.outcome.kind is Kind.REVIEW
        return self._review if doubtful and trace is not None and trace.effect is Effect.LOST else self._per


def _charging(found: Iterable[Ruling], one: Indicator) -> Iterator[Trace]:
    """The outcomes that cost: each, or where rules are counted the gravest of each."""
    by_rule = one.how is How.SHARE or one.count is Counted.RULES
    for ruling in found:
        costly = [trace for trace in ruling.traces if trace.effect is Effect.LOST]
        faults = [trace for trace in costly if trace.outcome is not None and trace.outcome.kind is Kind.FAIL]
        yield from (faults or costly)[:1] if by_rule else costly


def _charged(
    found: tuple[Ruling, ...], one: Indicator, each: _Cost, decimals: int
) -> tuple[Decimal, tuple[Trace, ...]]:
    """What is lost, and the traces with what each costs: they add up to it, whatever was rounded or capped."""
    charging = {id(trace) for trace in _charging(found, one)}
    most, exact, told = Fraction(one.most_lost), Fraction(0), _NOTHING
    traces = []
    for trace in (trace for ruling in found for trace in ruling.traces):
        if id(trace) in charging:
            exact = min(most, exact + each(trace))
            total = rounded(exact, decimals)
            traces.append(attrs.evolve(trace, lost=total - told))
            told = total
        else:
            traces.append(trace)
    return told, tuple(traces)


def vetoed(one: Indicator, found: tuple[Ruling, ...]) -> Points:
    """A veto: state ``judged`` where it is settled; its traces that are ``lost`` say that it fails."""
    traces = tuple(trace for ruling in found for trace in ruling.traces)
    if any(ruling.has(Effect.LOST) for ruling in found):
        zh, en = f"一票否决：总分至多{plain(one.most)}分", f"veto: the score is at most {plain(one.most)}"
        state = State.JUDGED
    elif not traces or any(ruling.pending for ruling in found):
        zh, en = (
            f"一票否决项未能判断，总分可能至多{plain(one.most)}分",
            f"a veto is not settled: the score may be at most {plain(one.most)}",
        )
        state = State.OPEN
    elif not any(ruling.applies for ruling in found):
        zh, en, state = "不适用于这份报告", "does not apply to this report", State.NOT_APPLICABLE
    else:
        zh, en, state = "未触发一票否决", "no veto", State.JUDGED
    return Points(indicator=one, state=state, possible=_NOTHING, why=Message(zh, en), traces=traces)


def _why(found: tuple[Ruling, ...], lost: Decimal) -> Message:
    traces = [trace for ruling in found for trace in ruling.traces]
    counts = (
        ("处不符", "at fault", sum(_is(trace, Effect.LOST, Kind.FAIL) for trace in traces)),
        ("处待核扣分", "doubtful and deducted", sum(_is(trace, Effect.LOST, Kind.REVIEW) for trace in traces)),
        ("处待核未定", "doubtful, not settled", sum(_is(trace, Effect.PENDING, Kind.REVIEW) for trace in traces)),
        ("处未能判断", "not judged", sum(_is(trace, Effect.PENDING, Kind.OPEN, None) for trace in traces)),
        ("处待核不计", "doubtful, not counted", sum(one.effect is Effect.SPARED for one in traces)),
        ("处经决定不扣分", "let stand by a decision", sum(one.effect is Effect.WAIVED for one in traces)),
        ("处轻微不计", "too light to count", sum(one.effect is Effect.LIGHT for one in traces)),
    )
    zh = "，".join(f"{count}{words}" for words, _, count in counts if count) or "未发现不符"
    en = ", ".join(f"{count} {words}" for _, words, count in counts if count) or "nothing at fault"
    return Message(f"{zh}；扣{plain(lost)}分", f"{en}; {plain(lost)} lost")


def _is(trace: Trace, effect: Effect, *kinds: Kind | None) -> bool:
    return trace.effect is effect and (trace.outcome.kind if trace.outcome else None) in kinds
