"""From rows to requests, cases and items."""

from collections.abc import Callable, Mapping
from typing import Any, Final, cast

import pendulum

from govdisclosure.model.case import Case, CaseEvent, CaseEventKind
from govdisclosure.model.item import Exemption, Item
from govdisclosure.model.request import ANSWERS, CLOSINGS, Applicant, Request, RequestEvent, RequestEventKind
from govdisclosure.register.files.columns import ORDER
from govdisclosure.register.files.header import Kind
from govdisclosure.register.files.order import Event, in_order, reordered
from govdisclosure.register.files.plan import FieldPlan, Plan
from govdisclosure.register.files.rows import Found, Row
from govdisclosure.register.files.values import DAY, WITHDREW, Bad
from govdisclosure.register.files.values_items import Money, amount_in

__all__ = ["entry_of"]

_R: Final = RequestEventKind
_CONSULTED: Final = frozenset({*ANSWERS, *ANSWERS.values()})
_NAME: Final = 2
_LISTS: Final = frozenset({"items", "channels"})


def entry_of(row: Row, plan: Plan, number: str) -> Request | Case | Item:
    """The entry of a row.

    Args:
        row: The row.
        plan: How it is read.
        number: What to call the entry where the row has no number for it.
    """
    first = plan.numbering
    row.id = None if first is None else row.one(first)
    if row.id is None:
        row.id = number
        row.fault("没有编号，暂以行号代替；请补上编号", "no number; the row's is used instead; add one", lost=False)
    index = 0 if first is None else first.choices[0][0].index
    told = {name: _told(row, field) for name, field in plan.scalars}
    return _MAKERS[plan.kind](row, plan, {"id": row.id, "at": row.place(index)}, told)


def _told(row: Row, field: FieldPlan) -> Any:  # noqa: ANN401  whatever the column holds
    if field.header.field in _LISTS:
        return tuple(value for value in row.values(field) if value is not None and not isinstance(value, Bad))
    value = row.one(field)
    if isinstance(value, bool) and field.header.values is DAY:
        if value:
            row.fault(
                "这里应填日期，不是“是”；此项没有采用",
                "a date is needed, not yes; it was left out",
                field.choices[0][0].printed,
            )
        return None
    return amount_in(value, _unit(row, field)) if isinstance(value, Money) else value


def _unit(row: Row, field: FieldPlan) -> str:
    columns = field.filled(row.cells)
    return columns[0].unit if columns else ""


def _request(row: Row, plan: Plan, given: dict[str, Any], told: dict[str, Any]) -> Request:
    order = told.pop(ORDER, None)
    applicant = Applicant(**{name: told.pop(f"applicant.{name}", None) for name in ("kind", "name", "contact")})
    found: dict[RequestEventKind, list[Found]] = {}
    for one in plan.events:
        if one.is_told(row.cells):
            events = list(row.events(one))
            if events:
                found[cast("RequestEventKind", one.event)] = events
    if not _CONSULTED.isdisjoint(found):
        _name_parties(row, plan, found)
    if _R.REPLIED in found:
        _take_back(found)
        _lapse(row, found)
    made = [
        (number, RequestEvent(kind=kind, at=place, **attributes))
        for kind, each in found.items()
        for number, attributes, place in each
    ]
    _hide(row, given, applicant, told.get("content"))
    return Request(**given, **told, applicant=applicant, events=_ordered(row, made, Kind.REQUESTS, order))


def _hide(row: Row, given: dict[str, Any], applicant: Applicant, content: str | None) -> None:
    """Call an entry by its row where its number holds what is personal in it: a number is shown everywhere."""
    number = given["id"]
    if any(word and len(word) >= _NAME and word in number for word in (applicant.name, applicant.contact, content)):
        given["id"] = row.id = f"row:{row.number}"
        row.fault(
            "编号中写有申请人姓名、联系方式或申请内容，暂以行号代替；编号请不要写个人信息",
            "the number holds a name, contact or content; the row's is used instead: keep such out of numbers",
            lost=False,
        )


def _name_parties(row: Row, plan: Plan, found: Mapping[RequestEventKind, list[Found]]) -> None:
    """Number those who were consulted where the register does not name them, and say whose an answer is."""
    named = plan.named
    for answered, consulted in ANSWERS.items():
        asked, answers = found.get(consulted, []), found.get(answered, [])
        places = row.lengths.get(consulted, 0)
        if consulted not in named and answered not in named and max(places, row.lengths.get(answered, 0)) > 1:
            for number, attributes, _ in asked:
                attributes["party"] = str(number + 1)
        if answered in named or not answers or not asked:
            continue
        parties = {number: attributes.get("party") for number, attributes, _ in asked}
        if row.lengths[answered] != places:
            row.fault(
                "征求意见的个数与答复的个数不同，无法确定是谁的答复；请按顺序用分号隔开，没有答复的留出空位",
                "as many did not answer as were consulted and it is not said who did; part them by semicolons",
            )
            continue
        for number, attributes, _ in answers:
            if parties.get(number) is not None:
                attributes["party"] = parties[number]


def _take_back(found: dict[RequestEventKind, list[Found]]) -> None:
    """A result that says "withdrawn" is no reply."""
    replies = found.get(_R.REPLIED, [])
    taken = [one for one in replies if one[1].get("outcome") == WITHDREW]
    if not taken:
        return
    found[_R.REPLIED] = [one for one in replies if one not in taken]
    if _R.WITHDRAWN not in found:
        found[_R.WITHDRAWN] = [(n, {"on": attributes["on"]}, place) for n, (_, attributes, place) in enumerate(taken)]


def _lapse(row: Row, found: dict[RequestEventKind, list[Found]]) -> None:
    """A result that says "no longer handled", beside a blank day of reply, tells of the lapse and of no reply."""
    for lapse, outcome in CLOSINGS.items():
        if lapse not in {_R.SUPPLEMENT_LAPSED, _R.FEE_LAPSED}:
            continue
        replies = found[_R.REPLIED]
        told = [one for one in replies if one[1].get("outcome") == outcome and (_R.REPLIED, one[0]) in row.undated]
        found[_R.REPLIED] = [one for one in replies if one not in told]
        if told and lapse not in found:
            found[lapse] = [(n, {"on": None}, place) for n, (_, _, place) in enumerate(told)]


def _case(row: Row, plan: Plan, given: Mapping[str, Any], told: dict[str, Any]) -> Case:
    order = told.pop(ORDER, None)
    events = [
        (number, CaseEvent(kind=cast("CaseEventKind", one.event), at=place, **attributes))
        for one in plan.events
        if one.is_told(row.cells)
        for number, attributes, place in row.events(one)
    ]
    return Case(**given, **told, events=_ordered(row, events, Kind.CASES, order))


def _ordered(row: Row, events: list[tuple[int, Event]], kind: Kind, order: str | None) -> tuple[Event, ...]:
    found = in_order(events, kind)
    if order is None:
        return found
    names = [name.strip() for name in order.replace("；", ";").split(";")]
    other = reordered(found, names)
    if other is None:
        row.fault(
            "“事件顺序”与本行所填的事件对不上，按通常顺序处理；请删去或改正",
            "the order does not name the events of this row; the usual order was taken; remove or mend it",
        )
    return found if other is None else other


def _item(row: Row, _: Plan, given: Mapping[str, Any], told: dict[str, Any]) -> Item:
    ground, review, coordination = (told.pop(name, None) for name in ("ground", "review", "coordination"))
    if isinstance(ground, Exemption):
        told["ground"] = ground
    elif ground is not None and told.get("ground_text") is None:
        told["ground_text"] = ground
    elif ground is not None:
        row.fault(
            "不予公开理由不是法定的几种之一，又另填了说明；请选填法定理由",
            "the ground is none of those of law and there is a text beside it; choose a ground of law",
        )
    if review is not None:
        told.update(_unless(told, reviewed=review is not False))
        if isinstance(review, pendulum.Date):
            told.update(_unless(told, reviewed_on=review))
    if coordination is not None:
        told.update(_unless(told, concerns_other_organs=coordination is not False))
        if isinstance(coordination, pendulum.Date):
            told.update(_unless(told, coordinated_on=coordination))
    _counted(row, told)
    for name in ("count", "channels"):
        if told.get(name) is None:
            told.pop(name, None)
    return Item(**given, **told)


def _counted(row: Row, told: dict[str, Any]) -> None:
    if isinstance(told.get("count"), int) and told["count"] < 0:
        row.fault("数量不能是负数；此项没有采用", "a number of items is not negative; it was left out", "数量")
        told["count"] = None


def _unless(told: Mapping[str, Any], **more: object) -> dict[str, Any]:
    return {name: value for name, value in more.items() if told.get(name) is None}


_MAKERS: Final[Mapping[Kind, Callable[..., Request | Case | Item]]] = {
    Kind.REQUESTS: _request,
    Kind.CASES: _case,
    Kind.ITEMS: _item,
}
