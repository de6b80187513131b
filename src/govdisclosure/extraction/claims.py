"""Quantities the prose states about disclosure, bound to what they count by the words around them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

import attrs

from govdisclosure.documents.document import Document
from govdisclosure.extraction.bindings import CARRIED, Figure, is_plain, is_sum, is_up_to_a_day, kinds_of
from govdisclosure.extraction.denials import denied, empty_sections
from govdisclosure.extraction.details import details
from govdisclosure.extraction.quantities import quantities
from govdisclosure.extraction.rates import rates
from govdisclosure.extraction.scopes import Told, scoped
from govdisclosure.extraction.sentences import Sentence, stating_headings
from govdisclosure.extraction.stating import (
    OTHERS,
    Statement,
    clause_start,
    make_claim,
    of_another_year,
    of_part_of_the_year,
)
from govdisclosure.law.vocabulary import SINGLE_FEE
from govdisclosure.model.agency import Agency, AgencyKind
from govdisclosure.model.report import Claim, ClaimKind, Content, Section

__all__ = ["find_claims"]

_AREA_WIDE = frozenset(AgencyKind) - {AgencyKind.DEPARTMENT, AgencyKind.SUBDISTRICT, AgencyKind.INSTITUTION}
_OF_AN_OFFICE = re.compile(r"[科股室所站队](?:共|主动)")
_MONEY = ("元", "万元")
_OF_ONE_FEE = re.compile(rf"{SINGLE_FEE.pattern}[为是共计约达:]*+$")
_WHOLE = re.compile(r"共|总|合计|累计|全年|年度")
_OF_THE_ORGAN = re.compile(r"主动公开|政府信息|政务信息|各类信息")
_TAIL = re.compile(r"[^,;:()]{0,16}")
_QUOTE_TAIL = CARRIED | {ClaimKind.REQUESTS_RECEIVED}
_SOMETIMES_PARTS = frozenset(
    {
        ClaimKind.REQUESTS_RECEIVED,
        ClaimKind.REQUESTS_HANDLED,
        ClaimKind.REQUESTS_ANSWERED,
        ClaimKind.ITEMS_PUBLISHED,
        ClaimKind.FEES_CHARGED,
    }
)
_RUNNING = {
    ClaimKind.REQUESTS_RECEIVED: ClaimKind.REQUESTS_RECEIVED_CUMULATIVE,
    ClaimKind.ITEMS_PUBLISHED: ClaimKind.ITEMS_PUBLISHED_CUMULATIVE,
}
_FIRST_TOTAL = frozenset({ClaimKind.REQUESTS_RECEIVED, ClaimKind.REQUESTS_HANDLED, ClaimKind.REQUESTS_ANSWERED})
_ANY_YEAR = CARRIED | {ClaimKind.REQUESTS_RECEIVED_CUMULATIVE, ClaimKind.ITEMS_PUBLISHED_CUMULATIVE}
_ALL_ANSWERED = re.compile(r"(?:均|全部|都|皆)(?!未|不)[^,;]{0,20}?(?:答复|办结|办理完毕|回复)")
_ALL_GRANTED = re.compile(
    r"(?:均|全部|都|皆)(?:已|依法|按规定){0,2}+(?:同意|予以|给予)公开(?!的?部分|范围|[和及或、](?:予以|同意)?部分)"
)
_HOW_MANY_ANSWERED = re.compile(r"\d[^,;]{0,12}(?:答复|办结)|(?:答复|办结)[^,;]{0,12}\d")
_HOW_MANY_GRANTED = re.compile(
    r"\d[^,;]{0,12}(?<!申请)公开(?!申请)[^,;]{0,6}(?=,|;|$)|(?:同意|予以|给予|部分)公开[^,;]{0,12}\d"
)
_OF_ALL = (
    (ClaimKind.REQUESTS_ANSWERED, _ALL_ANSWERED, _HOW_MANY_ANSWERED),
    (ClaimKind.REQUESTS_GRANTED, _ALL_GRANTED, _HOW_MANY_GRANTED),
)
_ASKED_FOR = frozenset({ClaimKind.REQUESTS_RECEIVED, ClaimKind.REQUESTS_HANDLED})
_FOLLOWS = ("均", "全部", "都", "皆", "申请")


def find_claims(
    document: Document,
    sections: Sequence[Section],
    prose: Iterable[Sentence],
    *,
    year: int | None,
    agency: Agency | None,
) -> tuple[Claim, ...]:
    """The claims of a report in the order of the text.

    Args:
        document: The document.
        sections: Its sections; one that says nothing but 无 states that there was none.
        prose: Its sentences.
        year: The report year; figures said to be of another year are left out.
        agency: The organ; figures that a department gives for others or a whole area are left out.
    """
    found: dict[tuple[ClaimKind, int], Claim] = {}
    up_to: set[tuple[ClaimKind, int]] = set()
    plain: set[tuple[ClaimKind, int]] = set()
    wide = agency is None or agency.kind in _AREA_WIDE
    received: Statement | None = None
    before = ""
    of_remedies, told = False, Told()
    for read in prose:
        sentence = _continued(read) if of_remedies else read
        counted = tuple(_counted(sentence, before, year, wide=wide))
        before = sentence.text
        of_remedies = any(s.kind in {ClaimKind.RECONSIDERATIONS, ClaimKind.LAWSUITS} for s in counted)
        answered = _all_answered(sentence, counted, received if sentence.text.startswith(_FOLLOWS) else None)
        received = next((s for s in counted if s.kind in _ASKED_FOR), None)
        further = tuple(details(sentence, counted, year, wide=wide))
        # 主动公开规章13件 counts rules, not all that was published.
        ends = {statement.end for statement in further}
        counted = tuple(s for s in counted if s.kind is not ClaimKind.ITEMS_PUBLISHED or s.end not in ends)
        stated = (*counted, *answered, *rates(sentence), *denied(sentence, year, wide=wide), *further)
        reached, told = scoped(sentence, stated, told, agency)
        for statement in reached:
            claim = make_claim(document, sentence, statement)
            found.setdefault((claim.kind, claim.at.start), claim)
            if statement.until:
                up_to.add((claim.kind, claim.at.start))
            if statement.plain:
                plain.add((claim.kind, claim.at.start))
    for sentence in stating_headings(document, sections):
        stated = (*_counted(sentence, "", year, wide=wide), *denied(sentence, year, wide=wide))
        for statement in scoped(sentence, stated, Told(), agency)[0]:
            claim = make_claim(document, sentence, statement)
            found.setdefault((claim.kind, claim.at.start), claim)
    found = _first_totals(_running_totals(found, up_to), plain)
    kinds = {kind for kind, _ in found}
    for claim in empty_sections(document, sections):
        if claim.kind not in kinds:
            found[claim.kind, claim.at.start] = claim
    order = list(ClaimKind)
    return tuple(sorted(found.values(), key=lambda c: (c.at.start, order.index(c.kind))))


def _first_totals(
    found: dict[tuple[ClaimKind, int], Claim], plain: set[tuple[ClaimKind, int]]
) -> dict[tuple[ClaimKind, int], Claim]:
    """The claims, the first count of requests called the total where no words divide it and no other differs."""
    told = dict(found)
    for kind in _FIRST_TOTAL:
        places = sorted(key for key in found if key[0] is kind)
        claims = [found[key] for key in places]
        if claims and places[0] in plain and not any(one.whole for one in claims):
            first = claims[0]
            if all(one.value == first.value for one in claims):
                told[places[0]] = attrs.evolve(first, whole=True)
    return told


_NEXT_REMEDY = re.compile(r"[^,;:]{0,10}(?:复议|诉讼|应诉)")


def _continued(sentence: Sentence) -> Sentence:
    """A sentence on suits right behind one on reconsiderations over disclosure is on disclosure too."""
    if sentence.first or not _NEXT_REMEDY.match(sentence.text):
        return sentence
    return attrs.evolve(sentence, covers=sentence.covers | {Content.REMEDIES})


def _running_totals(
    found: dict[tuple[ClaimKind, int], Claim], up_to: set[tuple[ClaimKind, int]]
) -> dict[tuple[ClaimKind, int], Claim]:
    """The claims, those up to a day called running totals where a smaller total of the same kind is the year's."""
    of_the_year: dict[tuple[ClaimKind, str | None], Decimal] = {}
    for key, claim in found.items():
        if claim.whole and key not in up_to:
            known = of_the_year.get((claim.kind, claim.unit), Decimal(0))
            of_the_year[claim.kind, claim.unit] = max(known, claim.value)
    told: dict[tuple[ClaimKind, int], Claim] = {}
    for key, claim in found.items():
        year = of_the_year.get((claim.kind, claim.unit))
        kind = _RUNNING[claim.kind] if key in up_to and year is not None and year < claim.value else claim.kind
        told[kind, key[1]] = attrs.evolve(claim, kind=kind)
    return told


def _counted(sentence: Sentence, before: str, year: int | None, *, wide: bool) -> Iterator[Statement]:
    text, ahead = sentence.text, 0
    for quantity in quantities(text):
        figure = Figure(sentence=sentence, quantity=quantity, ahead=ahead, before=before)
        start = max(clause_start(text, quantity.start), ahead)
        start += text[start] in "、和及"
        ahead = quantity.end
        if not wide and OTHERS.search(text, start, quantity.start):
            continue
        for kind in kinds_of(figure):
            if kind not in _ANY_YEAR and of_another_year(text[: quantity.start], year):
                continue
            tail = _TAIL.match(figure.right) if kind in _QUOTE_TAIL else None
            yield Statement(
                kind=kind,
                value=quantity.value,
                start=start,
                end=quantity.end + (tail.end() if tail else 0),
                unit=quantity.unit,
                printed=text[quantity.start : quantity.end],
                approximate=quantity.approximate,
                whole=_is_whole(kind, figure),
                until=kind in _RUNNING and is_up_to_a_day(figure),
                plain=kind in _FIRST_TOTAL and is_plain(figure),
                figure=(quantity.start, quantity.end),
            )


def _is_whole(kind: ClaimKind, figure: Figure) -> bool:
    """True when the words call the figure a total of what the organ did, not of one subject or channel."""
    if of_part_of_the_year(figure.sentence.text[: figure.quantity.start]):
        return False
    if is_sum(figure) or kind not in _SOMETIMES_PARTS:
        return True
    if kind is ClaimKind.FEES_CHARGED:
        return not _is_one_fee_of_several(figure)
    if _OF_AN_OFFICE.search(figure.clause):
        return False
    if kind is ClaimKind.ITEMS_PUBLISHED and not _OF_THE_ORGAN.search(figure.clause):
        return False
    return _WHOLE.search(figure.left) is not None


def _is_one_fee_of_several(figure: Figure) -> bool:
    """True for 检索费20元 beside another sum of money: the total is stated there, or nowhere."""
    money = [one for one in quantities(figure.sentence.text) if one.unit in _MONEY]
    return len(money) > 1 and _OF_ONE_FEE.search(figure.left) is not None


def _all_answered(sentence: Sentence, counted: Sequence[Statement], before: Statement | None) -> Iterator[Statement]:
    """均已答复, 均同意公开 after a number of requests says that as many were answered or granted."""
    for kind, told, how_many in _OF_ALL:
        match = told.search(sentence.text)
        if match is None or how_many.search(sentence.text):
            continue
        here = [s for s in counted if s.kind in _ASKED_FOR and s.end <= match.start() + 1]
        received = here[-1] if here else before
        if received is not None and received.value:
            yield Statement(kind=kind, value=received.value, start=match.start(), end=match.end(), unit=received.unit)
