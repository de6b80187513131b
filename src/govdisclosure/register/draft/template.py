"""The sentences of a draft, read from TOML: each with the conditions under which the figures support it."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import attrs

from govdisclosure.errors import UsageError
from govdisclosure.model.report import Content
from govdisclosure.register.draft.figures import known_names
from govdisclosure.text.suggestions import SHOWN, did_you_mean, nearest

__all__ = ["DraftTemplate", "Sentence", "default_template", "read_template"]

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_CONDITIONS = ("when", "any", "unless")
_SECTIONS = tuple(content.value for content in Content)


@attrs.frozen(kw_only=True)
class Sentence:
    """One sentence of a draft.

    Attributes:
        text: Its words, with figures in braces.
        when: It is used where all of these are known and not 0.
        any: Where all of these are known and one of them is not 0; no condition when empty.
        unless: Where all of these are known and 0.
    """

    text: str
    when: tuple[str, ...] = ()
    any: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The figures that it speaks of or depends on."""
        return (*PLACEHOLDER.findall(self.text), *self.when, *self.any, *self.unless)


@attrs.frozen(kw_only=True)
class DraftTemplate:
    """The sentences of a draft.

    Attributes:
        title: The title, with figures in braces.
        preamble: What stands before the first section.
        overview: Section one, by subtopic; one that is asked for and not named here becomes a marked gap.
        section: What stands in the other sections below their table, by content.
    """

    title: str
    preamble: tuple[Sentence, ...] = ()
    overview: Mapping[str, tuple[Sentence, ...]] = attrs.field(factory=dict)
    section: Mapping[str, tuple[Sentence, ...]] = attrs.field(factory=dict)


@cache
def default_template() -> DraftTemplate:
    """The sentences that this package comes with."""
    source = files("govdisclosure.register.draft") / "data" / "draft.toml"
    return read_template(source.read_text(encoding="utf-8"))


def read_template(text: str) -> DraftTemplate:
    """Read a template.

    Args:
        text: TOML in the form of ``govdisclosure/register/draft/data/draft.toml``, which is the template to start from.

    Raises:
        UsageError: It is no TOML, or has a key, a section or a figure that is not known; the message names it.
    """
    try:
        raw = tomllib.loads(text)
    except (ValueError, RecursionError) as fault:
        raise UsageError(f"模板不是正确的 TOML：{fault}", f"the template is no valid TOML: {fault}") from None
    _only(raw, ("title", "preamble", "overview", "section"), "template")
    title = raw.get("title")
    if not isinstance(title, str):
        raise UsageError("模板缺少标题 title", "the template has no title")
    sections = _table(raw, "section")
    _only(sections, _SECTIONS, "section")
    template = DraftTemplate(
        title=title,
        preamble=tuple(_sentences(raw.get("preamble", []), "preamble")),
        overview={topic: tuple(_sentences(found, topic)) for topic, found in _table(raw, "overview").items()},
        section={content: tuple(_sentences(found, content)) for content, found in sections.items()},
    )
    _require_known(template)
    return template


def _table(raw: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    found = raw.get(key, {})
    if not isinstance(found, dict):
        raise UsageError(f"模板的 {key} 应为一个表", f"{key} of the template must be a table")
    return found


def _only(raw: Mapping[str, Any], known: tuple[str, ...], where: str) -> None:
    for key in raw:
        if key not in known:
            zh, en = did_you_mean(nearest(key, known))
            shown = repr(key[:SHOWN])
            raise UsageError(f"模板的 {where} 中没有 {shown} 这一项{zh}", f"{where} of the template has no {shown}{en}")


def _sentences(raw: object, where: str) -> Iterator[Sentence]:
    fault = UsageError(
        f'模板的 {where} 应为一组语句，每句是 {{ text = "…" }}，条件是一组名称',
        f'{where} of the template must be a list of {{ text = "…" }}, its conditions lists of names',
    )
    if not isinstance(raw, list):
        raise fault
    for one in raw:
        if not isinstance(one, dict) or not isinstance(one.get("text"), str):
            raise fault
        _only(one, ("text", *_CONDITIONS), where)
        conditions = {key: one.get(key, []) for key in _CONDITIONS}
        if not all(isinstance(names, list) and all(isinstance(n, str) for n in names) for names in conditions.values()):
            raise fault
        yield Sentence(text=one["text"], **{key: tuple(names) for key, names in conditions.items()})


def _require_known(template: DraftTemplate) -> None:
    known = known_names()
    lists = (template.preamble, *template.overview.values(), *template.section.values())
    sentences = (Sentence(text=template.title), *(sentence for each in lists for sentence in each))
    for sentence in sentences:
        if set("{}") & set(PLACEHOLDER.sub("", sentence.text)):
            shown = repr(sentence.text[:SHOWN])
            raise UsageError(f"模板语句的花括号不成对：{shown}", f"braces of the template do not match: {shown}")
        for name in sentence.names:
            if name not in known:
                zh, en = did_you_mean(nearest(name, known))
                shown = repr(name[:SHOWN])
                raise UsageError(f"模板中的数字 {shown} 不存在{zh}", f"the template names no known figure: {shown}{en}")
