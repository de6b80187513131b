"""Figures of the prose beside what the organ's own books come to."""

from collections.abc import Iterator, Sequence

import attrs

from govdisclosure.law.provision import Citation
from govdisclosure.model.edition import Edition
from govdisclosure.model.report import AnnualReport
from govdisclosure.model.statistics import Statistics
from govdisclosure.rules.claims.books import BOOKS, Book, entry_words
from govdisclosure.rules.claims.doubts import doubtful
from govdisclosure.rules.claims.readings import Comparison, Reading, compare
from govdisclosure.rules.outcome import Kind, Message
from govdisclosure.rules.phrasing import articles, figure, plain
from govdisclosure.rules.rule import Finding

__all__ = ["beside_books"]


def beside_books(report: AnnualReport, books: Sequence[Book], cites: tuple[Citation, ...]) -> Iterator[Finding]:
    """Compare each exact figure of the prose that a table counts; one finding a figure that no reading gives.

    Args:
        report: The report.
        books: What the entries behind the tables come to.
        cites: What it rests on.
    """
    held = {book.table: book for book in books}
    tables = {table.value: book.compiled.statistics[table] for table, book in held.items()}
    found = list(compare(attrs.evolve(report, statistics=Statistics(**tables)), "open"))
    agreed = sum(comparison.agrees for comparison in found)
    number = 0
    for comparison in found:
        if not comparison.agrees and not comparison.is_open:
            number += 1
            yield _differs(report, comparison, held[comparison.sums[0][0].table], number, cites)
    if agreed:
        zh, en = f"正文{agreed}个数字与登记相符", f"{agreed} figures of the prose agree with what is on record"
        facts = {"claims": agreed}
        yield Finding(kind=Kind.PASS, message=Message(zh, en), cites=cites, subject="narrative", facts=facts)
    if not found:
        message = Message("正文没有可与登记核对的数字", "the prose has no figure to compare with what is on record")
        yield Finding(kind=Kind.NOT_APPLICABLE, message=message, cites=cites, subject="narrative")


def _differs(
    report: AnnualReport, comparison: Comparison, held: Book, number: int, cites: tuple[Citation, ...]
) -> Finding:
    claim, source, named = comparison.claim, BOOKS[held.table], articles(cites)
    first, total = comparison.sums[0]
    entries = _entries(held, first)
    ids = entry_words(entries)
    shown_zh = "，".join(f"“{reading.zh}”为{n}" for reading, n in comparison.sums)
    shown_en = ", ".join(f"{n} for “{reading.en}”" for reading, n in comparison.sums)
    behind_zh, behind_en = (f"（{ids.zh}）", f" ({ids.en})") if entries else ("", "")
    sure = held.settled(int(claim.value) - (total or 0)) and report.edition is not Edition.FREE_FORM
    return Finding(
        kind=Kind.FAIL if sure and not doubtful(comparison) else Kind.REVIEW,
        message=Message(
            f"正文为{plain(claim.value)}，按{source.zh}{shown_zh}{behind_zh}，不一致。{held.note.zh}公开的信息应当准确"
            f"（{named.zh}），请人工核实，更正报告或登记。",
            f"The prose says {plain(claim.value)}, {source.en} comes to {shown_en}{behind_en}. {held.note.en}What is "
            f"published must be accurate ({named.en}): check, and correct the one that is wrong.",
        ),
        cites=cites,
        subject=f"claim:{claim.kind.value}:{number}",
        at=claim.at,
        facts={
            "claim": claim.kind.value,
            "printed": figure(claim.value),
            "expected": [n for _, n in comparison.sums],
            "entries": list(entries),
            "uncounted": len(held.uncounted),
        },
    )


def _entries(held: Book, reading: Reading) -> tuple[str, ...]:
    """The entries behind the cells of a reading, each once."""
    cells = (held.compiled.entries(reading.table, row, column) for row, column in reading.cells)
    return tuple(dict.fromkeys(one for entries in cells for one in entries))
