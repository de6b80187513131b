"""What the reports of many organs and years say together: years without one, chains, sums, figures that stand out."""

import os
from collections.abc import Iterable, Iterator, Mapping
from heapq import merge
from itertools import groupby
from typing import TypeAlias

import attrs

from govdisclosure.analysis.across.assessment import CollectionAssessment, OrganAssessment
from govdisclosure.analysis.across.collection import Collection, Group, OrganReports, read_collection
from govdisclosure.analysis.across.judge import CHAINS, SUMS, Judge
from govdisclosure.analysis.across.lists import Listed, Names, Renamed, organ_key
from govdisclosure.analysis.across.tables import reports_of_batch
from govdisclosure.api.choosing import choose
from govdisclosure.errors import UsageError
from govdisclosure.model.report import AnnualReport
from govdisclosure.rules.across.asking import OrganQuestion, Peers
from govdisclosure.rules.outcome import Message
from govdisclosure.rules.registry import COLLECTIONS, REPORTS
from govdisclosure.rules.rule import BlankIs, Rule
from govdisclosure.settings.settings import Settings

__all__ = ["Judging", "check_collection"]

_PEERS = {"ACR202"}


Sources: TypeAlias = Collection | str | os.PathLike[str] | Iterable[AnnualReport | str | os.PathLike[str]]
"""What is judged: a collection, the folder of a batch, or reports and paths of files."""


class Judging:
    """A collection that is judged organ by organ as it is gone through, so that few organs are in memory at a time.

    Attributes:
        unread: Documents that could not be read, of which nothing is said.
        nameless: Number of reports that name no organ that could be read; likewise.
        not_checked: What is not looked at.
    """

    def __init__(  # noqa: PLR0913  all that a caller may choose
        self,
        source: Sources,
        *,
        organs: Iterable[Listed] = (),
        renamed: Iterable[Renamed] = (),
        select: Iterable[str] = (),
        ignore: Iterable[str] = (),
        blank_is: BlankIs = "open",
        settings: Settings | None = None,
    ) -> None:
        """Take a collection; the arguments are those of :func:`check_collection`.

        Raises:
            UsageError: As there.
            MissingExtraError: As there.
        """
        names = self._names = Names(renamed)
        self._rules = _rules(select, ignore, settings)
        self._collection = _collection(source, names)
        self._blank_is = blank_is
        listed = (attrs.evolve(one, organ=names.alone(one.organ)) for one in organs)
        self._listed: dict[str, Listed] = {}
        for one in listed:
            key = organ_key(one.organ)
            self._listed[key] = _joined(self._listed[key], one) if key in self._listed else one
        self._above = {
            key: organ_key(names.alone(one.superior)) for key, one in self._listed.items() if one.superior is not None
        }
        self._codes = {rule.code for rule in self._rules}
        self.unread = self._collection.unread
        self.nameless = self._collection.nameless
        self.not_checked = (*self._collection.left_out, *_not_checked(self._collection, self._listed))

    def __iter__(self) -> Iterator[OrganAssessment]:
        """Each organ, those of the list without any report among them, in the order of their names as compared."""
        judge = Judge(
            self._rules, self._listed, self._blank_is, self._peers(), names=self._names, until=self._collection.last
        )
        groups = self._groups()
        group = next(groups, None)
        for _, (key, one) in self._ordered():
            while group is not None and group[0] < key:
                group = next(groups, None)
            found = judge.organ(key, one)
            if group is not None and group[0] == key:
                found = judge.summed(found, key, group[1], self._above)
            yield found

    def _peers(self) -> Peers | None:
        if not self._codes & _PEERS:
            return None
        return Peers.of(_used(self._collection), self._blank_is)

    def _groups(self) -> Iterator[tuple[str, Iterator[Group]]]:
        if not self._above or not self._codes & set(SUMS):
            return iter(())
        return groupby(self._collection.groups(self._above), key=lambda group: group.superior)

    def _ordered(self) -> Iterator[tuple[str, tuple[str, OrganReports]]]:
        """The organs with reports and those of the list, in one order; an organ that is both once, with its reports."""
        there = (((one.key, 0), one) for one in self._collection.organs())
        due = (((key, 1), OrganReports(organ=self._listed[key].organ, reports=())) for key in sorted(self._listed))
        both = merge(there, due, key=lambda pair: pair[0])
        for key, same in groupby(both, key=lambda pair: pair[0][0]):
            yield key, (key, next(same)[1])


def check_collection(  # noqa: PLR0913  all that a caller may choose
    source: Sources,
    *,
    organs: Iterable[Listed] = (),
    renamed: Iterable[Renamed] = (),
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    blank_is: BlankIs = "open",
    settings: Settings | None = None,
) -> CollectionAssessment:
    """Judge the reports of many organs and years together.

    All outcomes are in the result; for more reports than memory holds, go through ``across.Judging`` instead.

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
    judging = Judging(
        source, organs=organs, renamed=renamed, select=select, ignore=ignore, blank_is=blank_is, settings=settings
    )
    return CollectionAssessment(
        organs=tuple(judging), unread=judging.unread, nameless=judging.nameless, not_checked=judging.not_checked
    )


def _collection(source: Sources, names: Names) -> Collection:
    if isinstance(source, Collection):
        return source
    if isinstance(source, str | os.PathLike):
        return reports_of_batch(source, names)
    if not isinstance(source, Iterable):
        raise UsageError(
            "请给出 batch 的结果文件夹、报告或文件的列表；数据表先用 reports_from 转成报告",
            "give the folder of a batch, or a list of reports or files; make reports of frames with reports_from",
        )
    return read_collection(source, names)


def _used(collection: Collection) -> Iterator[AnnualReport]:
    for organ in collection.received():
        yield from OrganQuestion(organ=organ.organ, reports=organ.reports).used.values()


def _joined(one: Listed, other: Listed) -> Listed:
    """Two rows of the list on one organ, as where it stands there under its earlier and its later name."""
    first = None if one.first is None or other.first is None else min(one.first, other.first)
    last = None if one.last is None or other.last is None else max(one.last, other.last)
    return Listed(organ=one.organ, superior=other.superior or one.superior, first=first, last=last)


def _rules(select: Iterable[str], ignore: Iterable[str], settings: Settings | None) -> tuple[Rule, ...]:
    choice = choose((*COLLECTIONS, *REPORTS), select, ignore, settings, None)
    held = choice.settings.tuned(choice.rules, None)
    rules = tuple(rule for rule in held if rule.about in COLLECTIONS or rule.code in {*CHAINS, *SUMS})
    if not rules:
        raise UsageError(
            "选中的规则都不用于跨机关、跨年度核查；可用 ACR、XYR101 至 XYR103、SUM301",
            "none of these rules is about many organs and years: take ACR, XYR101 to XYR103, SUM301",
        )
    return rules


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
