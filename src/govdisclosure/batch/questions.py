"""Questions that are asked of a batch often, as data."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import attrs

__all__ = ["Query", "queries"]


@attrs.frozen(kw_only=True)
class Query:
    """A question that is asked often.

    Attributes:
        name: Its name.
        zh: What it asks, in Chinese.
        en: The same in English.
        takes: The parameters it takes: of ``year`` and ``organ``.
        sql: The statement.
        rules: The rules whose outcomes it shows; reports they did not judge cannot be in its answer.
    """

    name: str
    zh: str
    en: str
    takes: tuple[str, ...]
    sql: str
    rules: tuple[str, ...] = ()


@cache
def queries() -> Mapping[str, Query]:
    """The questions that are asked often, by their names."""
    text = files("govdisclosure.batch").joinpath("data", "queries.toml").read_text("utf-8")
    listed = (
        Query(**{**one, "takes": tuple(one["takes"]), "rules": tuple(one.get("rules", ()))})
        for one in tomllib.loads(text)["query"]
    )
    return MappingProxyType({one.name: one for one in listed})
