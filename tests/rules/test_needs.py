import ast
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest

from govdisclosure import rules
from govdisclosure.rules.showing import WORDS
from govdisclosure.rules.sweeping import Need

MODULES = [import_module(found.name) for found in walk_packages(rules.__path__, f"{rules.__name__}.")]


def named_in(module):
    """What a module says would settle an outcome: its needs, and the words it hands to ``needs``."""
    yield from (one.field for one in vars(module).values() if isinstance(one, Need))
    for node in ast.walk(ast.parse(Path(module.__file__).read_text("utf-8"))):
        if isinstance(node, ast.keyword) and node.arg == "needs":
            yield from (one.value for one in ast.walk(node.value) if isinstance(one, ast.Constant) and one.value)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__.removeprefix("govdisclosure.rules."))
def test_what_would_settle_an_outcome_is_said_in_words(module):
    assert [name for name in named_in(module) if name not in WORDS] == []
