"""What a register says of a year besides its tables, and what to know about how those were counted."""

from collections.abc import Iterator

import attrs

from govdisclosure.model.case import Case, CaseEventKind
from govdisclosure.model.item import Item
from govdisclosure.model.request import AT_THE_OFFICE, CLOSINGS, Request, RequestEventKind
from govdisclosure.register.tables.booking import Note, Span
from govdisclosure.register.tables.items import ROWS, lapsed_in
from govdisclosure.register.tables.requests import contested_by, is_answered_anew

__all__ = ["Facts", "find_facts", "find_notes"]

_DOCUMENTS = frozenset({"rules", "normative_documents"})


@attrs.frozen(kw_only=True)
class Facts:
    """What a register says of a year besides its tables, each as the entries that say it.

    Attributes:
        published: Items published in the year; ``None`` where there is no catalogue.
        fees_noticed: Requests for which a fee was asked in the year, or on a day not given; ``None`` where there is no
            register of requests.
        fees_paid: Requests for which a fee was paid, likewise.
    """

    published: tuple[str, ...] | None = None
    fees_noticed: tuple[str, ...] | None = None
    fees_paid: tuple[str, ...] | None = None


def find_facts(requests: tuple[Request, ...] | None, items: tuple[Item, ...] | None, span: Span) -> Facts:
    """What the register says of the year."""
    return Facts(
        published=None if items is None else tuple(item.id for item in items if item.published_on in span),
        fees_noticed=_with_event(requests, RequestEventKind.FEE_NOTICED, span),
        fees_paid=_with_event(requests, RequestEventKind.FEE_PAID, span),
    )


def _with_event(requests: tuple[Request, ...] | None, kind: RequestEventKind, span: Span) -> tuple[str, ...] | None:
    if requests is None:
        return None
    # A fee paid on a day that is not given may be one of this year.
    return tuple(
        request.id
        for request in requests
        if any(event.kind is kind and (event.on is None or event.on in span) for event in request.events)
    )


def find_notes(
    requests: tuple[Request, ...] | None,
    cases: tuple[Case, ...] | None,
    items: tuple[Item, ...] | None,
    span: Span,
) -> Iterator[Note]:
    """What to know about how the figures were counted."""
    if span.last.month != 12 or span.last.day != 31:  # noqa: PLR2004  the last day of a year
        day = span.last.isoformat()
        yield Note(
            zh=f"统计截至{day}，不是全年；结转下年度、尚未审结各数为该日的数",
            en=f"counted up to {day}, which is not the whole year; what is carried out or pending is as of that day",
        )
    if requests is not None:
        yield from _of_receipts(requests, span)
        yield from _of_closings(requests, span)
        yield from _of_further_replies(requests, cases or (), span)
    if cases is not None:
        yield from _of_appeals(cases, span)
    if items is not None:
        yield from _of_items(items, span)


def _of_receipts(requests: tuple[Request, ...], span: Span) -> Iterator[Note]:
    """In person, the term runs from the submission (2019 Art 31); which day the tables count by was not found."""
    apart = sum(
        one.channel in AT_THE_OFFICE
        and one.submitted_on is not None
        and one.received_on is not None
        and one.submitted_on.year != one.received_on.year
        and (one.received_on in span or one.submitted_on in span)
        for one in requests
    )
    if apart:
        yield Note(
            zh=f"当面提交的申请有{apart}件，提交与登记的收到不在同一年，按登记的收到日期计；期限自提交之日起算，请核实收到日期",
            en=f"{apart} requests handed in at the office were recorded as received in another year and count by the "
            "recorded day; their term runs from the submission: check the day of receipt",
        )


def _of_closings(requests: tuple[Request, ...], span: Span) -> Iterator[Note]:
    withdrawn = sum(any(event.on in span for event in one.all(RequestEventKind.WITHDRAWN)) for one in requests)
    if withdrawn:
        yield Note(
            zh=f"撤回的申请{withdrawn}件计入“其他处理—其他”；未见明文规定，是按表头推定的，请核实",
            en=f"{withdrawn} requests that were withdrawn count as “other”; inferred from the labels, please check",
        )
    passed_on = sum(
        any(event.on in span for event in one.all(RequestEventKind.TRANSFERRED)) and not one.all(*CLOSINGS)
        for one in requests
    )
    if passed_on:
        yield Note(
            zh=f"已转送或指引而没有登记答复的{passed_on}件仍计为未办结；须告知申请人（第三十六条第五项），请补登答复",
            en=f"{passed_on} requests were passed on and have no reply on record; they count as open, for the "
            "applicant is still to be told (Art 36(5)): complete the register",
        )


def _of_further_replies(requests: tuple[Request, ...], cases: tuple[Case, ...], span: Span) -> Iterator[Note]:
    contested, further = contested_by(cases), 0
    for request in requests:
        if request.id in contested:
            closings = [event for event in request.events if event.kind in CLOSINGS]
            anew = is_answered_anew(closings, contested[request.id])
            further += anew and any(event.on in span for event in closings[1:])
    if further:
        yield Note(
            zh=f"复议、诉讼后重新答复的{further}件不再计入办理结果，首次答复已计入；未见明文规定，请核实",
            en=f"{further} requests were answered anew after a case; the first reply counted, the further one does not",
        )


def _of_appeals(cases: tuple[Case, ...], span: Span) -> Iterator[Note]:
    appealed = 0
    for case in cases:
        closing = case.closing
        open_still = closing is None or closing.on is None or closing.on > span.last
        appealed += open_still and any(event.on in span for event in case.all(CaseEventKind.DECIDED))
    if appealed:
        yield Note(
            zh=f"已有一审判决而上诉尚未审结的{appealed}件计入“尚未审结”；未见明文规定，请核实",
            en=f"{appealed} cases decided this year whose appeal is pending count as pending; inferred, please check",
        )


def _of_items(items: tuple[Item, ...], span: Span) -> Iterator[Note]:
    if items and all(item.kind is None for item in items):
        yield Note(
            zh="目录没有写明任何一条信息的种类，不能编制表二；请补登信息种类",
            en="the catalogue names no kind of any item, so table two cannot be compiled; enter the kinds",
        )
    stocks = {kind for kind, (row, _) in ROWS[span.edition].items() if row in _DOCUMENTS}
    lapsed = sum(item.count for item in items if item.kind in stocks and lapsed_in(item, span))
    if lapsed:
        yield Note(
            zh=f"有效期届满的文件{lapsed}件按本年废止计，不再计入现行有效；未见明文规定，请核实",
            en=f"{lapsed} documents whose time ran out count as repealed this year; inferred, please check",
        )
