"""No pattern of the package may take more than about linear time, whatever text it meets."""

import importlib
import inspect
import pkgutil
import re
import time
from itertools import pairwise
from re import _constants, _parser  # type: ignore[attr-defined]

import pytest

import govdisclosure
from govdisclosure.extraction import bindings

SMALL, LARGE = 800, 6400
TIMES_SLOWER = 24  # eight times the text should take eight times as long; sixty-four would be quadratic
NOISE = 0.02


def _patterns():
    for module in pkgutil.walk_packages(govdisclosure.__path__, "govdisclosure."):
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            known = f"{module.name.removeprefix('govdisclosure.')}.{name}"
            for inner in _inside(_kept(value, module.name), 0):
                yield pytest.param(known, inner, id=f"{known}-{inner.pattern[:24]!r}")


def _kept(value, module):
    """What a function of a module keeps that is called once and takes nothing; anything else as it is."""
    if not hasattr(value, "cache_info") or inspect.signature(value).parameters:
        return value
    return value() if value.__module__ == module else None


def _inside(value, depth):
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif isinstance(value, dict) and depth < 3:
        for item in value.values():
            yield from _inside(item, depth + 1)
    elif isinstance(value, (tuple, list)) and depth < 3:
        for item in value:
            yield from _inside(item, depth + 1)
    elif hasattr(value, "__attrs_attrs__") and depth < 3 and not isinstance(value, type):
        for field in value.__attrs_attrs__:
            yield from _inside(getattr(value, field.name), depth + 1)


def _literals(tree):
    """The runs of literal signs in a pattern: what a hostile text would repeat."""
    run = ""
    for operation, argument in tree:
        if operation is _constants.LITERAL:
            run += chr(argument)
            continue
        yield run
        run = ""
        if operation is _constants.IN:
            yield from (chr(value) for kind, value in argument if kind is _constants.LITERAL)
        for inner in _subpatterns(argument):
            yield from _literals(inner)
    yield run


def _subpatterns(argument):
    if isinstance(argument, _parser.SubPattern):
        yield argument
    elif isinstance(argument, (tuple, list)):
        for part in argument:
            yield from _subpatterns(part)


def _texts(pattern):
    words = list(dict.fromkeys(_literals(_parser.parse(pattern.pattern, pattern.flags))))[:40]
    units = [*words, "一", "1", " ", "的", *(a + b for a, b in pairwise(words))]
    return dict.fromkeys(unit for unit in units if unit)


# Patterns that only ever meet a short text as a whole; looking for them in a long one is not how they are used.
WHOLE = {
    "extraction.breakdowns._SHARE_ONLY",
    "extraction.denials._NOTHING",
    "extraction.organs._INNER",
    "law.vocabulary._STATUTORY",
}

# Patterns that only ever meet the words around one figure, so many characters at most.
BOUNDED = {"extraction.bindings._BINDINGS": bindings.WORDS_AHEAD}
MOMENT = 0.002


def _seconds(pattern, text, *, whole):
    start = time.process_time()
    if whole:
        pattern.fullmatch(text)
    else:
        for _ in pattern.finditer(text):
            pass
        pattern.match(text)
    return time.process_time() - start


PATTERNS = list(_patterns())


def test_patterns_that_are_built_when_first_asked_for_are_among_them():
    names = {found.values[0] for found in PATTERNS}
    assert "rules.wording.txt102_place_foreign._organ" in names
    assert "rules.deadlines.mentions._patterns" in names
    assert {*WHOLE, *BOUNDED} <= names


@pytest.mark.parametrize(("name", "pattern"), PATTERNS)
def test_repeating_any_of_its_words_stays_linear(name, pattern):
    whole = name in WHOLE
    for unit in _texts(pattern):
        if name in BOUNDED:
            text = (unit * BOUNDED[name])[: BOUNDED[name] - 1] + "\x00"
            assert min(_seconds(pattern, text, whole=whole) for _ in range(3)) < MOMENT, f"{unit!r} takes long"
            continue
        few, many = unit * (SMALL // len(unit)), unit * (LARGE // len(unit))
        if _seconds(pattern, many + "\x00", whole=whole) > NOISE:
            # The core may have run slower for a while: only the best of several runs counts.
            slow = min(_seconds(pattern, many + "\x00", whole=whole) for _ in range(5))
            fast = min(_seconds(pattern, few + "\x00", whole=whole) for _ in range(5))
            assert slow < max(NOISE, TIMES_SLOWER * fast), f"{unit!r} makes it superlinear"
