from pathlib import Path

from govdisclosure.analysis.similar.schema import similar_schema

ROOT = Path(__file__).resolve().parent.parent


def keys(value):
    if not isinstance(value, dict):
        return set()
    own = set(value.get("properties", {}))
    return own.union(*map(keys, (*value.get("properties", {}).values(), value.get("items"), *value.get("anyOf", ()))))


def test_the_page_on_json_names_every_key_of_similar_text():
    page = (ROOT / "docs" / "json.md").read_text("utf-8")
    below = page[page.index("## Similar text") :].split("\n## ")[0] + page[: page.index("## A report")]
    assert {key for key in keys(similar_schema()) if f"`{key}`" not in below} == set()
