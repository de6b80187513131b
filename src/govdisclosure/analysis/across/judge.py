"""One organ of a collection judged: by its own reports, and against those of the organs below it."""

from collections.abc import Iterable, Mapping

import attrs

from govdisclosure.analysis.across.assessment import OrganAssessment, YearVerdicts
from govdisclosure.analysis.across.collection import Group, OrganReports
from govdisclosure.analysis.across.lists import Listed, Names, organ_key
from govdisclosure.rules.across.asking import OrganQuestion, Peers, name_of
from govdisclosure.rules.engine import assess, assess_organ
from govdisclosure.rules.outcome import Kind, Level, Message, Outcome
from govdisclosure.rules.rule import BlankIs, Parts, Rule

__all__ = ["CHAINS", "GROWN", "SUMS", "Judge", "doubted"]

CHAINS = ("XYR101", "XYR102", "XYR103")
"""The rules on two years that need their tables alone, as a batch keeps them."""
SUMS = ("SUM301",)
"""The rules on the figures of organs below."""
_ONE_EACH = 2
_SEVERAL = Message("同一年度有几份报告，请先核实以哪份为准", "a year has several reports: see which holds first")
_BY_NAME = Message(
    "两份报告按机关名称认作同一机关，各地有同名机关；机关名单中列出的才作不符",
    "the two reports are taken for one organ's by its name, which others elsewhere may share; of organs of the list it "
    "is a fail",
)
GROWN = Message(
    "更名表中有机关更名或并入本机关，结转数可能含并入机关的，请先核实；更名表写明 on（年度）的，只影响该年前后",
    "the list of renamings has organs that became or joined this one, whose figures may be in it: see first; with on "
    "(the year) given there, only the years around it are in doubt",
)
_ENDED = Message(
    "机关名单中有同一上级的机关在这两年撤销（截止年度），其申请可能并入本机关，请先核实",
    "by the list an organ with the same superior ended in these years, whose requests this one may have taken over: "
    "see first",
)


class Judge:
    """The rules, and what they need besides an organ's own reports."""

    def __init__(  # noqa: PLR0913  what judging an organ needs
        self,
        rules: tuple[Rule, ...],
        listed: Mapping[str, Listed],
        blank_is: BlankIs,
        peers: Peers | None,
        *,
        names: Names,
        until: int | None,
    ) -> None:
        """Keep them.

        Args:
            rules: All that run.
            listed: The user's list of organs, by their names as compared.
            blank_is: What a blank cell of a table counts as.
            peers: Figures of organs of the same kind; ``None`` where no rule asks for them.
            names: Which organs changed their names.
            until: The last year that organs of the list are asked for where the list does not say.
        """
        self._rules = rules
        self._chains = [rule for rule in rules if rule.code in CHAINS]
        self._sums = [rule for rule in rules if rule.code in SUMS]
        self._listed = listed
        self._blank_is = blank_is
        self._peers = peers
        self._names = names
        self._until = until
        self._ended = {(_above(one), one.last) for one in listed.values() if one.last is not None}

    def organ(self, key: str, one: OrganReports) -> OrganAssessment:
        """One organ by itself.

        Args:
            key: Its name as compared.
            one: Its reports; none for an organ of the list without any.
        """
        listed = self._listed.get(key)
        question = OrganQuestion(
            organ=one.organ,
            reports=one.reports,
            first=listed.first if listed else None,
            last=self._last(listed),
            peers=self._peers,
            blank_is=self._blank_is,
        )
        outcomes, crashed = assess_organ(question, self._rules)
        years: list[YearVerdicts] = []
        for year, report in question.used.items():
            previous = question.used.get(year - 1)
            if previous is not None and self._chains:
                found = assess(report, self._chains, previous=previous, blank_is=self._blank_is)
                crashed += found.crashed
                doubled = len(question.by_year[year]) + len(question.by_year[year - 1]) > _ONE_EACH
                grown = self._names.may_have_grown(key, year)
                doubt = _SEVERAL if doubled else GROWN if grown else self._doubt(listed, year)
                verdicts = tuple(doubted(outcome, doubt) for outcome in found.outcomes)
                years.append(YearVerdicts(source=name_of(report), year=year, outcomes=verdicts))
        sources = tuple((report.year, name_of(report)) for report in one.reports)
        return OrganAssessment(organ=one.organ, sources=sources, outcomes=outcomes, years=tuple(years), crashed=crashed)

    def _last(self, listed: Listed | None) -> int | None:
        if listed is None or listed.last is not None or self._until is None:
            return listed.last if listed else None
        return self._until if listed.first is None else max(listed.first, self._until)

    def _doubt(self, listed: Listed | None, year: int) -> Message | None:
        """Why the list leaves it open whether what two years say differently is wrong."""
        if listed is None:
            return _BY_NAME
        return _ENDED if {(_above(listed), year - 1), (_above(listed), year)} & self._ended else None

    def summed(
        self, found: OrganAssessment, key: str, groups: Iterable[Group], above: Mapping[str, str]
    ) -> OrganAssessment:
        """An organ whose reports sum up others, held against the reports of these.

        Args:
            found: What was found of it by itself.
            key: Its name as compared.
            groups: Its reports and those below it, year by year.
            above: For each organ of the list that has a superior, the superior's name; both as compared.
        """
        due = [self._listed[organ] for organ, superior in above.items() if superior == key]
        years: list[YearVerdicts] = []
        crashed = found.crashed
        for group in groups:
            held = {
                one.key: OrganQuestion(organ=one.organ, reports=one.reports).used[group.year] for one in group.members
            }
            whole = held.pop(key, None)
            if whole is None:
                continue
            missing = (one.organ for one in due if _owes(one, group.year) and organ_key(one.organ) not in held)
            parts = Parts(reports=tuple(held.values()), unread=tuple(missing))
            done = assess(whole, self._sums, parts=parts, blank_is=self._blank_is)
            crashed += done.crashed
            doubled = any(len(one.reports) > 1 for one in group.members)
            verdicts = tuple(doubted(outcome, _SEVERAL if doubled else None) for outcome in done.outcomes)
            years.append(YearVerdicts(source=name_of(whole), year=group.year, outcomes=verdicts))
        return attrs.evolve(found, years=(*found.years, *years), crashed=crashed)


def doubted(outcome: Outcome, doubt: Message | None) -> Outcome:
    """An outcome as it is; for review where it accuses, and it is doubtful which reports belong together."""
    if doubt is None or outcome.kind is not Kind.FAIL:
        return outcome
    message = Message(f"{outcome.message.zh}（{doubt.zh}）", f"{outcome.message.en} ({doubt.en})")
    level = outcome.level if outcome.level.rank < Level.WARNING.rank else Level.WARNING
    return attrs.evolve(outcome, kind=Kind.REVIEW, level=level, message=message)


def _above(one: Listed) -> str | None:
    return None if one.superior is None else organ_key(one.superior)


def _owes(one: Listed, year: int) -> bool:
    return (one.first is None or one.first <= year) and (one.last is None or year <= one.last)
