"""A run with what was decided about it, for a notebook and a terminal."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from govdisclosure.decisions.messages import absent_message, suppression_message
from govdisclosure.decisions.suppressions import SuppressionState
from govdisclosure.rules.decision import Change
from govdisclosure.rules.outcome import Verdicts
from govdisclosure.rules.showing import word
from govdisclosure.text.display import one_line
from govdisclosure.text.language import Lang, require_lang, said
from govdisclosure.text.markup import below, element, escape
from govdisclosure.text.personal import mask_personal

if TYPE_CHECKING:
    from govdisclosure.decisions.deciding import Decided

__all__ = ["decided_html", "decided_repr", "decided_text"]

_SHOWN = 100
"""How many remarks are listed; the others are counted."""
_OUTCOMES = 1500
"""How many outcomes are shown together; the files after them are counted."""


def decided_repr(decided: "Decided") -> str:
    """One line: how many files, and how many outcomes of each state."""
    counts = ", ".join(f"{count} {name}" for name, count in _counts(decided).items() if count)
    return f"<Decided {len(decided.assessed)} judged: {counts or 'nothing decided'}>"


def decided_text(decided: "Decided", lang: Lang) -> str:
    """The states, what was found file by file, and what is gone.

    Args:
        decided: The run.
        lang: ``zh`` or ``en``.
    """
    require_lang(lang)
    lines = [said(*_states(decided), lang)]
    for source, verdicts in decided.assessed:
        lines += [_name(source), verdicts.render(lang)]
    return "\n".join([*lines, *(one_line(said(*one, lang)) for one in _remarks(decided))])


def decided_html(decided: "Decided", lang: Lang | None = None) -> str:
    """The states, what is gone, and what was found file by file; of several files each folded.

    Args:
        decided: The run.
        lang: ``zh`` or ``en``; Chinese and English when ``None``.
    """
    remarks = [element("li", below(*one, lang)) for one in _remarks(decided)]
    parts = [element("p", below(*_states(decided), lang)), element("ul", "".join(remarks)) if remarks else ""]
    room, shown = _OUTCOMES, 0
    for source, verdicts in decided.assessed:
        room -= len(verdicts)
        if shown and room < 0:
            break
        parts.append(_file(source, verdicts, lang, folded=len(decided.assessed) > 1))
        shown += 1
    if more := len(decided.assessed) - shown:
        parts.append(element("p", below(f"另有{more}个文件未列出", f"{more} more files are not listed", lang)))
    return element("div", "".join(parts))


def _file(source: str, verdicts: Verdicts, lang: Lang | None, *, folded: bool) -> str:
    name = escape(_name(source))
    if not folded:
        return element("p", element("code", name)) + verdicts.to_html(lang)
    return element("details", element("summary", name) + verdicts.to_html(lang))


def _counts(decided: "Decided") -> dict[str, int]:
    outcomes = [one for _, verdicts in decided.assessed for one in verdicts.outcomes]
    found = {change.value: sum(one.change is change for one in outcomes) for change in list(Change)[:3]}
    hidden = sum(one.suppression is not None for one in outcomes)
    return {**found, "absent": len(decided.absent), "suppressed": hidden}


def _states(decided: "Decided") -> tuple[str, str]:
    counts = _counts(decided) if decided.compared else {"suppressed": _counts(decided)["suppressed"]}
    zh, en = (", ".join(f"{word(name, lang)} {count}" for name, count in counts.items()) for lang in ("zh", "en"))
    return zh.replace(", ", "，"), en


def _remarks(decided: "Decided") -> Iterator[tuple[str, str]]:
    told = [absent_message(one) for one in decided.absent]
    told += [suppression_message(one) for one in decided.suppressions if one.state is not SuppressionState.USED]
    yield from ((mask_personal(one.zh), mask_personal(one.en)) for one in told[:_SHOWN])
    if (more := len(told) - _SHOWN) > 0:
        yield f"另有{more}条未列出", f"{more} more are not listed"
    if kept := len(decided.unjudged):
        yield f"基线中有{kept}处本次未涉及，保留", f"{kept} of the baseline not judged now, and kept"


def _name(source: str) -> str:
    return one_line(mask_personal(source))
