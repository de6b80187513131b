"""Notes every finding that a rule's own tests bring about."""

from typing import Any

import pytest
from tests.rules.recording import YIELDED

from govdisclosure.rules.rule import Finding

LAST = "test_each_kind_on_the_card_was_given_while_the_rules_tests_ran"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What looks back on the other tests runs after them."""
    items.sort(key=lambda item: item.name.startswith(LAST))


@pytest.fixture(autouse=True)
def _noted(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    made, seen = Finding.__init__, YIELDED.setdefault(request.path.stem, set())

    def noting(self: Finding, *args: Any, **fields: Any) -> None:
        made(self, *args, **fields)
        seen.add(self.kind)

    monkeypatch.setattr(Finding, "__init__", noting)
