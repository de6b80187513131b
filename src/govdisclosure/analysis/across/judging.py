"""What the reports of many organs and years say together: years without one, chains, sums, figures that stand out."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import attrs

from govdisclosure.analysis.across.collection import (
    Collection,
    OrganReports,
    Unread,
    read_collection,
    reports_of_batch,
)
from govdisclosure.analysis.across.lists import Listed, Renamed, latest_names, organ_key
from govdisclosure.api.choosing import choose
from govdisclosure.model.report import AnnualReport
from govdisclosure.rules.across.asking import OrganQuestion, Peers, name_of
from govdisclosure.rules.engine import assess, assess_organ
from govdisclosure.rules.outcome import Kind, Level, Message, Outcome
from govdisclosure.rules.registry import COLLECTIONS, REPORTS, RULESET
from govdisclosure.rules.rule import BlankIs, Parts, Rule
from govdisclosure.settings.settings import Settings

__all__ = ["CollectionAssessment", "OrganAssessment", "YearVerdicts", "check_collection"]

_CHAINS = ("XYR101", "XYR102", "XYR103")
"""The rules on two years that need their tables alone, as a batch keeps them."""
_SUMS = ("SUM301",)
_ONE_EACH = 2
_SEVERAL = Message("同一年度有几份报告，请先核实以哪份为准", "a year has several reports: see which holds first")
_BY_NAME = Message(
    "两份报告按机关名称认作同一机关，各地有同名机关；机关名单中列出的才作不符",
    "the two reports are taken for one organ's by its name, which others elsewhere may share; of organs of the list it "
    "is a fail",
)


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


@attrs.frozen(kw_only=True)
class OrganAssessment:
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

    def __iter__(self) -> Iterator[Outcome]:
        """All outcomes."""
        yield from self.outcomes
        for year in self.years:
            yield from year.outcomes

    def of(self, *kinds: Kind) -> tuple[Outcome, ...]:
        """The outcomes of these kinds."""
        return tuple(outcome for outcome in self if outcome.kind in kinds)


@attrs.frozen(kw_only=True)
class CollectionAssessment:
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

    def __iter__(self) -> Iterator[Outcome]:
        """All outcomes, organ by organ."""
        for organ in self.organs:
            yield from organ

    @property
    def counts(self) -> dict[str, int]:
        """Number of outcomes of each kind, every kind named."""
        found = Counter(outcome.kind for outcome in self)
        return {kind.value: found[kind] for kind in Kind}

    def of(self, *kinds: Kind) -> tuple[Outcome, ...]:
        """The outcomes of these kinds."""
        return tuple(outcome for outcome in self if outcome.kind in kinds)


def check_collection(  # noqa: PLR0913  all that a caller may choose
    source: Collection | str | os.PathLike[str] | Iterable[AnnualReport | str | os.PathLike[str]],
    *,
    organs: Iterable[Listed] = (),
    renamed: Iterable[Renamed] = (),
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    blank_is: BlankIs = "open",
    settings: Settings | None = None,
) -> CollectionAssessment:
    """Judge the reports of many organs and years together.

    Args:
        source: The folder of a batch, or reports and paths of files.
        organs: Which organs there are, since when, and below whom; names in it are those of one organ each. Without it
            no organ is missing altogether, no sums are compared, and what two years say of each other is for review.
        renamed: Which organs changed their names.
        select: Codes or families to run, of ``ACR``, ``XYR101`` to ``XYR103`` and ``SUM301``; all when empty.
        ignore: Codes or families to leave out.
        blank_is: What a blank cell of a table counts as.
        settings: What else was chosen.

    Returns:
        What was found. Rules on two years and on sums give the outcomes that checking a report beside others gives.

    Raises:
        UsageError: A code is not known or no rule is left, the renamings go round in a circle, or the folder is none.
        MissingExtraError: What reads the folder is not installed.
    """
    names = latest_names(renamed)
    collection = _collection(source, names)
    rules = _rules(select, ignore, settings)
    listed = {organ_key(names.get(organ_key(one.organ), one.organ)): one for one in organs}
    judge = _Judge(rules, listed, blank_is, Peers.of(_light(collection)))
    found: list[OrganAssessment] = []
    met: set[str] = set()
    below: dict[str, list[OrganReports]] = {}
    wanted = {organ_key(one.superior) for one in listed.values() if one.superior}
    kept: dict[str, OrganReports] = {}
    for one in collection.organs():
        key = organ_key(one.organ)
        met.add(key)
        superior = listed[key].superior if key in listed else None
        if superior:
            below.setdefault(organ_key(superior), []).append(one)
        if key in wanted:
            kept[key] = one
        found.append(judge.organ(one))
    found += [judge.organ(OrganReports(organ=one.organ, reports=())) for key, one in listed.items() if key not in met]
    found = judge.summed(found, kept, below)
    found.sort(key=lambda one: one.organ)
    return CollectionAssessment(
        organs=tuple(found),
        unread=collection.unread,
        nameless=collection.nameless,
        not_checked=tuple(_not_checked(collection, listed)),
    )


def _collection(
    source: Collection | str | os.PathLike[str] | Iterable[AnnualReport | str | os.PathLike[str]],
    names: Mapping[str, str],
) -> Collection:
    if isinstance(source, Collection):
        return source
    if isinstance(source, str | os.PathLike):
        return reports_of_batch(Path(source), names)
    return read_collection(source, names)


def _light(collection: Collection) -> Iterator[AnnualReport]:
    for organ in collection.organs():
        question = OrganQuestion(organ=organ.organ, reports=organ.reports)
        yield from question.used.values()


def _rules(select: Iterable[str], ignore: Iterable[str], settings: Settings | None) -> tuple[Rule, ...]:
    choice = choose((*COLLECTIONS, *REPORTS), select, ignore, settings, None)
    held = choice.settings.tuned(choice.rules, None)
    return tuple(rule for rule in held if rule.about == "organ" or rule.code in {*_CHAINS, *_SUMS})


def _not_checked(collection: Collection, listed: Mapping[str, Listed]) -> Iterator[Message]:
    if collection.unread:
        count = len(collection.unread)
        yield Message(f"有{count}份文件未能读取，没有计入", f"{count} documents could not be read and are not counted")
    if collection.nameless:
        count = collection.nameless
        yield Message(
            f"有{count}份报告未能读出机关名称，没有计入",
            f"of {count} reports the organ could not be read; they are not counted",
        )
    if not listed:
        yield Message(
            "没有给出机关名单，完全没有报告的机关无法发现，汇总数未核对",
            "no list of organs was given: an organ without any report is not found, and sums are not compared",
        )


class _Judge:
    """The rules, and what they need besides an organ's own reports."""

    def __init__(self, rules: tuple[Rule, ...], listed: Mapping[str, Listed], blank_is: BlankIs, peers: Peers) -> None:
        self._rules = rules
        self._chains = [rule for rule in rules if rule.code in _CHAINS]
        self._sums = [rule for rule in rules if rule.code in _SUMS]
        self._listed = listed
        self._blank_is = blank_is
        self._peers = peers

    def organ(self, one: OrganReports) -> OrganAssessment:
        """One organ by itself."""
        listed = self._listed.get(organ_key(one.organ))
        question = OrganQuestion(
            organ=one.organ,
            reports=one.reports,
            first=listed.first if listed else None,
            last=listed.last if listed else None,
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
                doubt = _SEVERAL if doubled else _BY_NAME if listed is None else None
                outcomes_ = tuple(_doubted(outcome, doubt) for outcome in found.outcomes)
                years.append(YearVerdicts(source=name_of(report), year=year, outcomes=outcomes_))
        sources = tuple((report.year, name_of(report)) for report in one.reports)
        return OrganAssessment(organ=one.organ, sources=sources, outcomes=outcomes, years=tuple(years), crashed=crashed)

    def summed(
        self,
        found: list[OrganAssessment],
        kept: Mapping[str, OrganReports],
        below: Mapping[str, list[OrganReports]],
    ) -> list[OrganAssessment]:
        """The organs, those whose reports sum up others held against the reports of these."""
        if not self._sums:
            return found
        done: list[OrganAssessment] = []
        for one in found:
            key = organ_key(one.organ)
            whole = kept.get(key)
            if whole is None:
                done.append(one)
                continue
            question = OrganQuestion(organ=one.organ, reports=whole.reports)
            years = [self._sum(question, year, key, below.get(key, ())) for year in question.used]
            done.append(attrs.evolve(one, years=(*one.years, *years)))
        return done

    def _sum(self, question: OrganQuestion, year: int, key: str, below: Iterable[OrganReports]) -> YearVerdicts:
        due = [
            one for one in self._listed.values() if one.superior and organ_key(one.superior) == key and _owes(one, year)
        ]
        whole = question.used[year]
        asked = [OrganQuestion(organ=one.organ, reports=one.reports) for one in below]
        held = {organ_key(one.organ): one.used.get(year) for one in asked}
        reports = tuple(report for report in held.values() if report is not None)
        missing = tuple(one.organ for one in due if held.get(organ_key(one.organ)) is None)
        parts = Parts(reports=reports, unread=missing)
        found = assess(whole, self._sums, parts=parts, blank_is=self._blank_is)
        doubled = any(len(one.by_year.get(year, ())) > 1 for one in (question, *asked))
        outcomes = tuple(_doubted(outcome, _SEVERAL if doubled else None) for outcome in found.outcomes)
        return YearVerdicts(source=name_of(whole), year=year, outcomes=outcomes)


def _doubted(outcome: Outcome, doubt: Message | None) -> Outcome:
    """An outcome as it is; for review where it accuses, and it is doubtful which reports belong together."""
    if doubt is None or outcome.kind is not Kind.FAIL:
        return outcome
    message = Message(f"{outcome.message.zh}（{doubt.zh}）", f"{outcome.message.en} ({doubt.en})")
    level = outcome.level if outcome.level.rank < Level.WARNING.rank else Level.WARNING
    return attrs.evolve(outcome, kind=Kind.REVIEW, level=level, message=message)


def _is_below(one: Listed, superior: str) -> bool:
    return one.superior is not None and organ_key(one.superior) == superior


def _owes(one: Listed, year: int) -> bool:
    return (one.first is None or one.first <= year) and (one.last is None or year <= one.last)
