"""Pages of the manual that are made of data: the headers of register files, and the states of requests and cases."""

from collections.abc import Iterable, Iterator
from typing import Any

from govdisclosure.register.case_states import CASE_TRANSITIONS
from govdisclosure.register.files import Header, Kind, headers
from govdisclosure.register.files.unused import UNUSED
from govdisclosure.register.names import name_of
from govdisclosure.register.states import TRANSITIONS
from govdisclosure.register.transitions import Transition, diagram

__all__ = ["headers_page", "states_page"]

_TITLES = {
    Kind.REQUESTS: ("申请登记表", "Requests"),
    Kind.CASES: ("复议诉讼登记表", "Cases"),
    Kind.ITEMS: ("政府信息公开目录", "Items"),
}


def headers_page() -> str:
    """Every column that is understood in a register or catalogue, with its values, in Markdown."""
    lines = ["# 登记簿和目录的表头 / Headers of registers and catalogues", ""]
    for kind in Kind:
        zh, en = _TITLES[kind]
        lines += [f"## {zh} / {en}", "", "| 字段 / field | 表头 / headers | 取值 / values |", "|---|---|---|"]
        lines += [f"| `{one.field}` | {_names(one)} | {_values(one)} |" for one in headers(kind)]
        lines += ["", f"不读取、也不算差错的列 / known and not used: {'、'.join(UNUSED[kind])}"]
        lines.append("")
    return "\n".join(lines)


def states_page() -> str:
    """What may follow what in the life of a request and of a case, as diagrams and as tables, in Markdown."""
    lines = ["# 申请和案件的状态 / States of requests and cases", ""]
    drawn = (("申请 / Requests", diagram(TRANSITIONS)), ("案件 / Cases", diagram(CASE_TRANSITIONS)))
    for (title, picture), rows in zip(drawn, (_table(TRANSITIONS), _table(CASE_TRANSITIONS)), strict=True):
        lines += [f"## {title}", "", "```mermaid", picture.rstrip(), "```", "", *rows, ""]
    return "\n".join(lines)


def _table(transitions: Iterable[Transition[Any, Any]]) -> Iterator[str]:
    yield "| 状态 / state | 事项 / event | 之后 / then | 依据 / article |"
    yield "|---|---|---|---|"
    for one in transitions:
        states = (f"{name_of(what, 'zh')}<br>{name_of(what, 'en')}" for what in (one.state, one.event, one.to))
        yield f"| {' | '.join(states)} | {one.citation.zh if one.citation else ''} |"


def _names(header: Header) -> str:
    return f"{'、'.join(header.zh)}<br>{', '.join(f'`{name}`' for name in header.en)}"


def _values(header: Header) -> str:
    values = header.values
    if not values.words:
        return values.zh
    return "；".join(f"`{key}` {'、'.join(words[:4])}" for key, words in values.words.items())
