"""Looking for personal numbers in a report's text."""

import re
from collections.abc import Callable, Iterable, Iterator

import attrs

from govdisclosure.law.provision import Citation
from govdisclosure.model.place import Place
from govdisclosure.model.report import AnnualReport
from govdisclosure.rules.citing import privacy
from govdisclosure.rules.outcome import Kind, Message
from govdisclosure.rules.rule import Finding, Question

__all__ = ["Number", "look_for"]

_BEFORE, _AFTER = 40, 16
_TOKEN = 60
_SIGNS_BEFORE = re.compile(r"[0-9A-Za-z_/=?&%#+.:\-]{0,60}\Z")
_SIGNS_AFTER = re.compile(r"[0-9A-Za-z_/=?&%#+.:\-]{0,60}")
# What makes the signs around a number an address or an identifier: marks of a query, or digits mixed with letters.
_IDENTIFIER = re.compile(r"[/=&_%#]|\d[A-Za-z]|[A-Za-z]\d")


@attrs.frozen(kw_only=True)
class Number:
    """A number that was found.

    Attributes:
        position: Which one it is, from 1.
        total: How many there are.
        before: The folded words of the same line before it.
        after: The folded words of the same line after it.
        at: Where it stands.
        embedded: True where the number may be a piece of a web address or of a longer identifier.
        cites: The provisions on personal privacy.
    """

    position: int
    total: int
    before: str
    after: str
    at: Place
    embedded: bool
    cites: tuple[Citation, ...]

    @property
    def around(self) -> str:
        """The words before and after it, ``#`` in its place."""
        return f"{self.before}#{self.after}"


def look_for(
    question: Question,
    find: Callable[[str], Iterable[tuple[int, int]]],
    judge: Callable[[Number], Finding],
    none: Message,
) -> Iterator[Finding]:
    """One finding a number, or one pass; nothing to look at does not apply."""
    report = question.report
    cites = privacy(report.year)  # 2007 Art 14, 2019 Art 15
    if not report.text.strip():
        message = Message("没有正文可供检查。", "There is no text to look at.")
        yield Finding(kind=Kind.NOT_APPLICABLE, message=message, cites=cites, subject="text")
        return
    found = list(find(report.text))
    for position, (start, end) in enumerate(found, 1):
        at = report.place(start, end)
        before, after = _line(report, start, end)
        embedded = _embedded(report.key, start, end)
        number = Number(
            position=position, total=len(found), before=before, after=after, at=at, embedded=embedded, cites=cites
        )
        yield judge(number)
    if not found:
        yield Finding(kind=Kind.PASS, message=none, cites=cites, subject="text")


def _embedded(key: str, start: int, end: int) -> bool:
    before = _SIGNS_BEFORE.search(key, max(0, start - _TOKEN), start)
    after = _SIGNS_AFTER.match(key, end)
    return any(match is not None and _IDENTIFIER.search(match.group()) for match in (before, after))


def _line(report: AnnualReport, start: int, end: int) -> tuple[str, str]:
    before = report.key[max(0, start - _BEFORE) : start].rpartition("\n")[2]
    return before, report.key[end : end + _AFTER].partition("\n")[0]
