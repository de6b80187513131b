"""Splitting the text behind a row's label into its figures, or saying that it cannot be done."""

import re
from collections.abc import Sequence
from functools import lru_cache

import attrs

from govdisclosure.extraction.tables.figures import is_figure
from govdisclosure.text.normalise import fold

__all__ = ["Run", "split_run"]

_TOKEN = re.compile(r"[^\s]+")
_FURNITURE = re.compile(r"-{1,3} {0,3}\d{1,3} {0,3}-{1,3}|第 {0,3}\d{1,3} {0,3}页.{0,20}|\d{1,3} {0,3}/ {0,3}\d{1,3}")
_PAGE = re.compile(r"\d{1,3}")
_SIGNS = re.compile(r"[\d.,+\-/\\%]+")
_LONGEST = 400


@attrs.frozen
class Run:
    """Where the figures of a row stand in the text, or that they cannot be told apart.

    Attributes:
        spans: The (start, end) of each figure; empty where there are none, ``None`` where they cannot be told apart.
        glued: True where figures stand without anything between them.
        stacked: True where each stands on a line of its own.
    """

    spans: tuple[tuple[int, int], ...] | None
    glued: bool = False
    stacked: bool = False


def split_run(text: str, count: int, offset: int = 0) -> Run:
    r"""Find the figures of a row of ``count`` cells.

    Figures stand on one line, or on a line each. Those that touch are told apart only where there is one way to do
    it: a figure has no zero before it, and a blank ends one.

    Args:
        text: The text behind the label, up to the next label.
        count: How many cells the row has.
        offset: Added to every place.

    >>> split_run("3 0 0\n- 4 -\n", 3).spans, split_run("000", 3).spans, split_run("7130", 3).spans
    (((0, 1), (2, 3), (4, 5)), ((0, 1), (1, 2), (2, 3)), None)
    >>> split_run(" \n", 3).spans, split_run("1 2", 3).spans
    ((), None)
    >>> split_run(" |\n3 |\n|\n0 |\n||\n", 3).spans, split_run(" |\n3 |\n0 |\n|||\n", 3).spans
    (((3, 4), (7, 7), (9, 10)), None)
    """
    if len(text) > _LONGEST or "|" in text:
        return _barred(text, count, offset) if len(text) <= _LONGEST else Run(None)
    kept = _lines(text)
    lines = [tokens for tokens in kept if tokens]
    if not lines:
        # A line that may be the foot of a page, and nothing else, may as well be the figure of the row.
        return Run(()) if len(kept) > text.count("\n") else Run(None)
    whole = [tokens for tokens in lines if len(tokens) == count]
    pages = [tokens for tokens in lines if len(tokens) == 1 and _PAGE.fullmatch(tokens[0][2])]
    if count > 1 and len(whole) == 1 and len(whole) + len(pages) == len(lines):
        return _plain(whole[0], offset)
    if len(lines) == count and all(len(tokens) == 1 for tokens in lines):
        return attrs.evolve(_plain([tokens[0] for tokens in lines], offset), stacked=True)
    if len(lines) == 1:
        return _glued(lines[0], count, offset)
    return Run(None)


# Bars with nothing between them fill a line up to the width of a header.
_FILLING = re.compile(r"\|{2,}")


def _barred(text: str, count: int, offset: int) -> Run:
    """Cells that each end at a bar: there a blank one is known to be blank."""
    spans, start = [], 0
    filled = _FILLING.sub(lambda match: " " * len(match.group()), text)
    for cell in filled.split("|"):
        left = start + len(cell) - len(cell.lstrip())
        spans.append((min(left, start + len(cell)) + offset, max(left, start + len(cell.rstrip())) + offset))
        start += len(cell) + 1
    # The first bar closes the label, and what stands behind the last one is the line's end.
    before, after = filled[: filled.find("|")], filled[filled.rfind("|") + 1 :]
    spans = spans[not before.strip() : len(spans) - (not after.strip())]
    texts = [text[left - offset : right - offset] for left, right in spans]
    if not any(texts):
        return Run(()) if not spans else Run(tuple(spans[:count]) if len(spans) >= count else None)
    # A bar more may fill the line up; then the last cell shows that none was left out before it.
    if len(spans) < count or any(texts[count:]) or not texts[count - 1] or not all(map(_is_cell, texts)):
        return Run(None)
    return Run(tuple(spans[:count]))


def _is_cell(text: str) -> bool:
    return not text or is_figure(text)


def _lines(text: str) -> list[list[tuple[int, int, str]]]:
    found, start = [], 0
    for line in text.split("\n"):
        key = fold(line)
        # What stands right behind the label is the row's, unless it calls itself a page.
        if (not start and "页" not in key) or not _FURNITURE.fullmatch(key.strip()):
            found.append([(start + m.start(), start + m.end(), m.group()) for m in _TOKEN.finditer(key)])
        start += len(line) + 1
    return found


def _plain(tokens: Sequence[tuple[int, int, str]], offset: int) -> Run:
    if not all(is_figure(word) for _, _, word in tokens):
        return Run(None)
    return Run(tuple((start + offset, end + offset) for start, end, _ in tokens))


def _glued(tokens: Sequence[tuple[int, int, str]], count: int, offset: int) -> Run:
    """One way, and only one, to cut the tokens into so many whole numbers or dashes.

    Where most figures stand apart it may cut none that is a figure as it stands: one was lost then.
    """
    if not all(_SIGNS.fullmatch(word) for _, _, word in tokens):
        return Run(None)
    ways = _ways(tuple(word for _, _, word in tokens), count)
    if len(ways) != 1:
        return Run(None, glued=True)
    stand_apart = len(tokens) - 1 >= count - len(tokens)
    if stand_apart and any(
        len(cuts) > 1 and is_figure(word) for (_, _, word), cuts in zip(tokens, ways[0], strict=True)
    ):
        return Run(None, glued=True)
    spans = [
        (start + left + offset, start + right + offset)
        for (start, _, _), cuts in zip(tokens, ways[0], strict=True)
        for left, right in cuts
    ]
    return Run(tuple(spans), glued=True)


_Cuts = tuple[tuple[int, int], ...]
_ENOUGH = 2
_MOST_SIGNS = 60


@lru_cache(maxsize=4_096)
def _ways(words: tuple[str, ...], count: int) -> tuple[tuple[_Cuts, ...], ...]:
    """Up to two ways to cut the words into ``count`` figures in all."""
    if sum(map(len, words)) > _MOST_SIGNS:
        return ()
    if not words:
        return ((),) if count == 0 else ()
    found: list[tuple[_Cuts, ...]] = []
    for taken in range(1, count - len(words) + 2):
        heads = _cuts(words[0], 0, taken)
        tails = _ways(words[1:], count - taken) if heads else ()
        found += [(head, *tail) for head in heads for tail in tails]
        if len(found) >= _ENOUGH:
            break
    return tuple(found[:_ENOUGH])


@lru_cache(maxsize=4_096)
def _cuts(word: str, start: int, count: int) -> tuple[_Cuts, ...]:
    """Up to two ways to cut a word from a sign on into ``count`` whole numbers or dashes."""
    if count == 0:
        return ((),) if start == len(word) else ()
    if len(word) - start < count:
        return ()
    found: list[_Cuts] = []
    longest = 1 if word[start] in "0/\\-" else len(word) - start - count + 1
    for end in range(start + 1, start + longest + 1):
        if longest > 1 and not word[end - 1].isdigit():
            break
        found += [((start, end), *rest) for rest in _cuts(word, end, count - 1)]
        if len(found) >= _ENOUGH:
            break
    return tuple(found[:_ENOUGH])
