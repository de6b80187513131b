"""The page on JSON names every key of the schemas; rows and columns of tables are named by the forms."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from govdisclosure.model.forms import TableName, forms_of

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "json.md").read_text("utf-8")
OF_FORMS = {name for table in TableName for form in forms_of(table) for cell in form.cells() for name in cell}


def keys(schema: object) -> Iterator[str]:
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        for inner in schema.values():
            yield from keys(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from keys(inner)


@pytest.mark.parametrize("name", ["report", "check", "register-check"])
def test_every_key_is_explained(name):
    schema = json.loads((ROOT / "src" / "govdisclosure" / "schema" / f"{name}.schema.json").read_text("utf-8"))
    named = set(re.findall(r"[`\"]([A-Za-z0-9_.]+)[`\"]", PAGE))
    found = set(keys(schema))
    assert len(found) > 10
    assert found - OF_FORMS - named == set()
