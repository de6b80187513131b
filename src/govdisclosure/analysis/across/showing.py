"""What was found of the reports of many organs, for a notebook and a terminal."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from govdisclosure.rules.outcome import Kind, Outcome
from govdisclosure.rules.showing import Line, counts_line, outcome_lines, plain
from govdisclosure.rules.showing_html import groups_html
from govdisclosure.text.display import one_line
from govdisclosure.text.language import Lang, said
from govdisclosure.text.markup import below, element, escape
from govdisclosure.text.personal import mask_personal

if TYPE_CHECKING:
    from govdisclosure.analysis.across.assessment import CollectionAssessment, OrganAssessment

__all__ = ["collection_html", "collection_text", "organ_html", "organ_text"]

SHOWN = 100
"""How many organs or unread documents are listed; the others are counted."""
_OUTCOMES = 1500
"""How many outcomes are shown together; organs after them by their numbers alone."""
_ASKING = (Kind.FAIL, Kind.REVIEW, Kind.OPEN)


def organ_text(organ: "OrganAssessment", lang: Lang) -> str:
    """The outcomes that ask for attention, year by year."""
    lines: list[Line] = [(("header", _name(organ)),)]
    for year, outcomes in _parts(organ):
        asking = [one for one in outcomes if one.kind in _ASKING]
        if asking and year is not None:
            lines.append((("", f"  {year}"),))
        for outcome in asking:
            lines += outcome_lines(outcome, lang)
    return plain(lines)


def organ_html(organ: "OrganAssessment", lang: Lang | None = None) -> str:
    """The outcomes on all reports together, then year by year, each grouped by what is to be done."""
    parts = [element("p", element("b", escape(_name(organ))))]
    for year, outcomes in _parts(organ):
        if outcomes:
            title = element("p", element("b", str(year))) if year is not None else ""
            parts.append(title + groups_html(outcomes, lang))
    for code, name in organ.crashed:
        words = f"{code} 规则出错，未判断（{name}）", f"{code} rule crashed, not judged ({name})"
        parts.append(element("p", below(*words, lang)))
    return element("div", "".join(parts))


def collection_text(found: "CollectionAssessment", lang: Lang) -> str:
    """The organs that ask for attention, then what could not be read or was not looked at."""
    asking = [organ for organ in found.organs if organ.of(*_ASKING)]
    lines = [organ_text(organ, lang) for organ in asking]
    lines.append(counts_line(found.counts.items(), lang))
    lines += [one_line(said(*words, lang)) for words in _remarks(found)]
    return "\n".join(lines)


def collection_html(found: "CollectionAssessment", lang: Lang | None = None) -> str:
    """Counts, remarks, and each organ that asks for attention, folded."""
    zh, en = counts_line(found.counts.items(), "zh"), counts_line(found.counts.items(), "en")
    parts = [element("p", below(zh, en, lang))]
    parts += [element("p", below(*words, lang)) for words in _remarks(found)]
    asking = [organ for organ in found.organs if organ.of(*_ASKING)]
    room = _OUTCOMES
    for organ in asking[:SHOWN]:
        count = said(f"{len(organ.of(*_ASKING))}条", f"{len(organ.of(*_ASKING))}", lang)
        title = escape(f"{_name(organ)} ({count})")
        room -= sum(1 for _ in organ)
        whole = room >= 0 or organ is asking[0]
        parts.append(
            element("details", element("summary", title) + organ_html(organ, lang)) if whole else element("p", title)
        )
    if (more := len(asking) - SHOWN) > 0:
        parts.append(element("p", below(f"另有{more}个机关未列出", f"{more} more organs are not listed", lang)))
    return element("div", "".join(parts))


def _parts(organ: "OrganAssessment") -> Iterator[tuple[int | None, tuple[Outcome, ...]]]:
    yield None, organ.outcomes
    for one in organ.years:
        yield one.year, one.outcomes


def _remarks(found: "CollectionAssessment") -> Iterator[tuple[str, str]]:
    for one in found.unread[:SHOWN]:
        name = one_line(mask_personal(one.name))
        yield f"未能读取 {name}：{one.zh}", f"not read {name}: {one.en}"
    if (more := len(found.unread) - SHOWN) > 0:
        yield f"另有{more}份未能读取", f"{more} more were not read"
    if found.nameless:
        yield f"{found.nameless}份报告没有读出机关名称，未判断", f"{found.nameless} reports name no organ: not judged"
    yield from ((one.zh, one.en) for one in found.not_checked)


def _name(organ: "OrganAssessment") -> str:
    return one_line(mask_personal(organ.organ))
