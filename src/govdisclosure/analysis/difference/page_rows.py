"""The tables of the page on which two reports stand side by side."""

from collections.abc import Iterable, Iterator
from typing import Final

from govdisclosure.analysis.difference.difference import Difference
from govdisclosure.analysis.difference.words import is_said
from govdisclosure.text.language import Lang
from govdisclosure.text.markup import escape

__all__ = ["DELTA", "KIND", "WHERE", "are_years", "columns_of", "row", "table_of"]

DELTA: Final = ("差额", "difference")
WHERE: Final = ("位置", "place")
KIND: Final = ("情形", "kind")


def table_of(heads: Iterable[str], rows: Iterable[str]) -> Iterator[str]:
    """A table of rows that are markup; nothing without rows."""
    lines = "".join(f"<tr>{row}</tr>\n" for row in rows)
    if lines:
        head = "".join(f'<th scope="col">{escape(one)}</th>' for one in heads)
        yield f'<div class="table" tabindex="0"><table>\n<thead><tr>{head}</tr></thead>\n'
        yield f"<tbody>\n{lines}</tbody></table></div>\n"


def are_years(difference: Difference) -> bool:
    """Whether the two are of two years, so that the one value takes no other's place."""
    return difference.mode == "years"


def row(
    what: str, values: tuple[str, str], *rest: str, equal: bool = False, years: bool = False, under: str = ""
) -> str:
    """A row: what it is about, old and new value, and more; a value that differs is marked.

    The value of another year is not struck out: nothing took its place.
    """
    old, new = (
        f"<{tag}>{escape(value)}</{tag}>" if is_said(value) and not equal else escape(value)
        for value, tag in zip(values, ("span", "strong") if years else ("del", "ins"), strict=True)
    )
    note = f'<span class="sub">{escape(under)}</span>' if under else ""
    more = "".join(f"<td>{escape(one)}</td>" for one in rest)
    return f'<th scope="row">{escape(what)} {note}</th><td class="figure">{old}</td><td class="figure">{new}</td>{more}'


def columns_of(lang: Lang, *rest: tuple[str, str]) -> list[str]:
    """The heads of a table: what it is about, both values, and more."""
    n = 0 if lang == "zh" else 1
    return [words[n] for words in (("项目", "item"), ("旧", "old"), ("新", "new"), *rest)]
