"""Wholes and the parts the prose divides them into."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, pairwise

import attrs

from govdisclosure.documents.document import Document
from govdisclosure.extraction.quantities import Quantity, quantities
from govdisclosure.extraction.sentences import Sentence
from govdisclosure.extraction.shares import Shares, assign, match_shares
from govdisclosure.model.report import Breakdown, Claim, ClaimKind, Part
from govdisclosure.text.normalise import squeeze

__all__ = ["find_breakdowns"]

_FEW = 2
_LABEL = 40
_LEAD = re.compile(
    r"^(?:[,、;()#:]|\d{1,2}(?:[、)]|\.(?!\d))|(?:全部|[均都])[为是]|其中|以及|及|和|包括|分别为|分别是|分为|约?占[^,、;()]{0,16}?\d[\d.]*%|\d[\d.]*%)++"
)
_TAIL = re.compile(r"(?:共计|合计|累计|分别|信息|(?<![统会审设估])计|(?<!公)共|[为有:达约]){1,6}+$")
_INTRO = re.compile(
    r"(?:类别|内容|类型|方式|渠道|形式|按[^,]{1,12}?分?)(?:主要)?(?:有|包括|为|是|分)?(?:以下[^,:]{0,6})?[:,]?"
)
_REST = re.compile(r"^(?:其他|其它|其余|另外|剩余|其他类)|其[他它余][^,]{0,14}$")
# 其他组织, 其他法律行政法规禁止公开, 其他结果 are labels of the forms: what they count is no rest of the list.
_NO_REST = re.compile(r"其[他它](?:组织|法律|社会组织|行政|结果|处理)")
_OF_THE_FORMS = re.compile(r"商业企业|科研机构|公益组织|法律服务|维持|纠正")
_ONE_PERSON = re.compile(r"自然人|公民|个人")
_BESIDE_REST = re.compile(r"\((?:另|还有|此外|不含|不包括|未含)")
_ALL = re.compile(r"分别")
_CHANGE = re.compile(r"同比|环比|[比较](?:上年|去年|上一年|20\d\d年)|增加|减少|增长|上升|下降|新增")
_BRACKET = re.compile(r"\((?P<inside>[^()]{3,800})\)")
# 公共服务类, 共青团 and the like name parts; 共 sums up.
_ALL_TOLD = r"(?<!公)共(?!青团|同|产党|管|享|建|治)"
_BREAK = re.compile(rf"[;]|(?:同比|比上年|较上年|{_ALL_TOLD}|另)")
_SHARE_ONLY = re.compile(r"\d[\d.]*%[^件条份项]{0,20}")
_AMONG = re.compile(r"其中|分别为|分别是")
# After a whole: 120条,按类别分为…; 120条,包括…; 120条,在主动公开的信息中,….
_DIVIDED = re.compile(r"[,(:]?(?:主要)?(?:包括|包含|分为)|,在[^,;:()\d]{2,20}中,?|[,(:]?按照?[^,;:\d]{1,12}分[为成]?")
_ONE_DIVISION = re.compile(r"^按照?[^,;:\d]{1,12}分")
_OPENS = re.compile(r"(?:其中|包括|包含|分为|如下|分别为)(?:有|为|是)?:?$|:$")
_ORDINAL = re.compile(r"(?:\(?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[).、]|[①-⑳]|[·*-]){1,2}+")
_AFTER_ORDINAL = re.compile(r"(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})[).、]|[①-⑳]|[·*-])\s{0,4}$")
_NO_PART = re.compile(
    rf"{_ALL_TOLD}|合计|总计|全年|年度|另|此外|未|20\d\d年|[我本全][局委办厅镇乡县市区单机]|收到|受理|答复|办结"
)
_TOTAL = re.compile(r"总|合计|共计|累计")
_TOTAL_FIRST = re.compile(rf"总[计数共量]|合计|累计|{_ALL_TOLD}")
_SUMMED = re.compile(r"[,;、]?(?:以上|各项){0,2}+(?:合计|共计|总计|总共|共)[为是有]?$")
_TURN = re.compile(r"[;:]")
_CLOSED = re.compile(r":(?=[^,:;#]{1,30}?\d)|,?(?:全部|[均都])[为是]:?")
_JOINED = re.compile(r"[、和及]|以及")
_QUOTED_AFTER = 20
_PUBLISHED = re.compile(r"(?:主动)?公开[^,。]{0,16}(?:类别|信息|内容)")


@attrs.frozen(kw_only=True)
class _Run:
    """A stretch of a sentence in which parts of a whole may be listed."""

    sentence: Sentence
    text: str
    items: tuple[Quantity, ...]
    start: int
    whole: Quantity | None = None
    home: Sentence | None = None
    """The sentence the whole stands in, when it is another one."""
    others: tuple[Quantity, ...] = ()
    """Figures before ``whole`` in the same sentence that may be the whole too."""
    closed: bool = False
    """True where the words say that the parts are all there are."""


def find_breakdowns(document: Document, prose: Iterable[Sentence], claims: Iterable[Claim]) -> tuple[Breakdown, ...]:
    """Lists of parts in the order of the text: ``共收到5件,其中当面2件、信函3件``; at least two parts in one unit.

    A list inside brackets divides the figure before them; 其中 divides the figure before it, in the same sentence or
    the one before. What is only a list beside other lists has no whole.
    """
    kinds = {(claim.at.end, claim.value): claim.kind for claim in claims}
    found: list[Breakdown] = []
    before: tuple[Sentence, tuple[Quantity, ...]] | None = None
    pending: Breakdown | None = None
    opened: _Run | None = None
    for sentence in prose:
        outer = _BRACKET.sub(_blank, sentence.text)
        items = tuple(quantities(outer))
        here = _Run(sentence=sentence, text=outer, items=items, start=0)
        pending = _begun(document, opened, here, kinds) if opened else _continued(document, pending, here)
        opened = None
        if pending is not None:
            found.append(pending)
            continue
        for run in (
            *_in_brackets(sentence),
            *_after_among(sentence, outer, items, before),
            *_closed(sentence, outer, items),
            *_summed_up(sentence, outer, items),
        ):
            listed = _listed(document, run)
            if listed is not None:
                pending = _with_whole(document, run, listed, kinds)
                found.append(pending)
        found += _after_intro(document, sentence, outer, items)
        opened = _opened(here)
        wholes = _wholes(outer, items)
        before = (sentence, wholes) if wholes else before
    return tuple(sorted(_grown(found), key=lambda b: b.at.start))


def _opened(run: _Run) -> _Run | None:
    """The run whose last figure is the whole of a list that the next sentences hold: 共公开120条,其中:."""
    whole = next((item for item in reversed(run.items) if item.unit != "%"), None)
    if whole is None or whole.unit is None or _is_change(run.text, whole):
        return None
    opens = _OPENS.search(run.text, whole.end)
    return attrs.evolve(run, whole=whole) if opens and "," not in run.text[whole.end + 1 : opens.start()] else None


def _begun(
    document: Document, opened: _Run, run: _Run, kinds: dict[tuple[int, Decimal], ClaimKind]
) -> Breakdown | None:
    """The list whose first parts are this sentence."""
    within = attrs.evolve(run, whole=opened.whole, home=opened.sentence)
    listed = _item(document, within, within.whole.unit if within.whole else None)
    return _with_whole(document, within, listed, kinds) if listed is not None else None


def _continued(document: Document, pending: Breakdown | None, run: _Run) -> Breakdown | None:
    """The list of the sentence before with the parts of this one: 其中A公开6条,占60%。B公开4条,占40%."""
    if pending is None or _AMONG.search(run.text):
        return None
    if pending.whole is not None and sum(part.value for part in pending.parts) >= pending.whole:
        return None
    more = _shared(document, pending, run) or _alike(document, pending, run)
    if more is None:
        return None
    at = document.place(pending.at.start, more.at.end)
    return attrs.evolve(
        pending,
        parts=(*pending.parts, *more.parts),
        exhaustive=more.exhaustive,
        quote=document.quote(at.start, at.end),
        at=at,
    )


def _shared(document: Document, pending: Breakdown, run: _Run) -> Breakdown | None:
    """More parts with a share, as the one before has."""
    if not pending.parts[-1].share_printed or run.sentence.first:
        return None
    more = _listed(document, run, unit=pending.unit)
    return more if more is not None and more.parts[0].share_printed else None


def _alike(document: Document, pending: Breakdown, run: _Run) -> Breakdown | None:
    """More parts that are a sentence of their own: numbered, or named as the one before is (概况类, 法规类)."""
    more = _item(document, run, pending.unit)
    if more is None:
        return None
    last = pending.parts[-1].at.start
    numbered = _ORDINAL.match(run.text) is not None and _AFTER_ORDINAL.search(document.key, max(0, last - 8), last)
    named = more.parts[0].label[-1] == pending.parts[-1].label[-1]
    return more if numbered or named else None


def _item(document: Document, run: _Run, unit: str | None) -> Breakdown | None:
    """The parts a sentence consists of, an ordinal before them left out."""
    ordinal = _ORDINAL.match(run.text)
    start = ordinal.end() if ordinal else 0
    items = tuple(item for item in run.items if item.start > start)
    if unit is None or not items or _NO_PART.search(run.text, start, items[0].start):
        return None
    listed = _listed(document, attrs.evolve(run, items=items, start=start), unit=unit)
    counts = [item for item in items if item.unit != "%"]
    if listed is None or len(listed.parts) != len(counts) or "," in listed.parts[0].label:
        return None
    rest = run.text[counts[-1].end :]
    return listed if not rest or (rest[0] in ",(;、" and not _NO_PART.search(rest)) else None


def _grown(found: list[Breakdown]) -> Iterator[Breakdown]:
    """The breakdowns of at least two parts, each in its longest form."""
    longest = {breakdown.parts[0].at.start: breakdown for breakdown in found}
    return (breakdown for breakdown in longest.values() if len(breakdown.parts) >= _FEW)


def _blank(match: re.Match[str]) -> str:
    """Brackets hold a list or a remark of their own; a share in brackets stays."""
    inside = match["inside"]
    return match.group() if _SHARE_ONLY.fullmatch(inside) else "(" + "#" * len(inside) + ")"


def _in_brackets(sentence: Sentence) -> Iterator[_Run]:
    text = sentence.text
    items = tuple(quantities(text)) if "(" in text else ()
    for bracket in _BRACKET.finditer(text):
        lead = len(text[: bracket.start()].rstrip(","))
        whole = next((item for item in items if item.end == lead and not _is_change(text, item)), None)
        if whole is not None:
            inner = tuple(q for q in items if bracket.start() < q.start < bracket.end())
            yield _Run(sentence=sentence, text=text, items=inner, start=bracket.start() + 1, whole=whole)


def _is_change(text: str, item: Quantity) -> bool:
    """True for a figure that says by how much another grew or fell: it is no whole."""
    return _CHANGE.search(text, max(0, text.rfind(",", 0, item.start)), item.start) is not None


def _after_among(
    sentence: Sentence, text: str, items: tuple[Quantity, ...], before: tuple[Sentence, tuple[Quantity, ...]] | None
) -> Iterator[_Run]:
    among = _among(text, items)
    if among is None:
        return
    parts = tuple(q for q in items if q.start > among)
    ahead = _wholes(text, tuple(q for q in items if q.end <= among))
    home = None
    if not ahead and before is not None and among <= 1:
        home, ahead = before
    if ahead:
        *others, whole = ahead
        yield _Run(sentence=sentence, text=text, items=parts, start=among, whole=whole, others=tuple(others), home=home)


_CARRIED = re.compile(r"结转|转入|转至|顺延|遗留")


def _wholes(text: str, items: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """The figures that a list behind them may divide; what was carried over is divided only where there is no other."""
    counts = tuple(item for item in items if item.unit != "%" and not _is_change(text, item))
    own = tuple(q for q in counts if not _CARRIED.search(text, text.rfind(",", 0, q.start) + 1, q.start))
    return own or counts


def _among(text: str, items: tuple[Quantity, ...]) -> int | None:
    """Where the words stand that divide a whole: 其中, or 包括 and 按类别分为 right after it."""
    found = _AMONG.search(text)
    if found is not None:
        return found.start()
    if items and _ONE_DIVISION.search(text, 0, items[0].start):
        # 按方式分,网络15件,信函4件,按内容分,…: the whole of both stands in another sentence.
        return None
    divided = (_DIVIDED.match(text, one.end) for one, other in pairwise(items) if one.unit == other.unit != "%")
    return next((match.end() for match in divided if match), None)


def _summed_up(sentence: Sentence, text: str, items: tuple[Quantity, ...]) -> Iterator[_Run]:
    """The parts before their sum: 检索费20元,复制费130元,合计150元."""
    if _AMONG.search(text):
        return
    for n, whole in enumerate(items[_FEW:], _FEW):
        parts = items[:n]
        if not _SUMMED.fullmatch(text[parts[-1].end : whole.start]) or {part.unit for part in parts} != {whole.unit}:
            continue
        values = [part.value for part in parts]
        first = next((i for i in range(n - 1) if sum(values[i:]) == whole.value), 0)
        start = max(text.rfind(sign, 0, parts[first].start) for sign in ",;:、") + 1
        if not _TOTAL.search(text, start, parts[first].start):
            closed = "等" not in text[start : whole.start]
            yield _Run(sentence=sentence, text=text, items=parts[first:], start=start, whole=whole, closed=closed)


def _closed(sentence: Sentence, text: str, items: tuple[Quantity, ...]) -> Iterator[_Run]:
    """The parts right after a whole and a colon or 全部为, joined by 、 or 和, and no more of their unit after them."""
    if _AMONG.search(text):
        return
    for n, whole in enumerate(items):
        lead = _CLOSED.match(text, whole.end)
        if lead is None or whole.unit in {None, "%"} or _is_change(text, whole):
            continue
        parts = tuple(item for item in items[n + 1 :] if item.unit == whole.unit)
        between = [_after_share(text[one.end : other.start]) for one, other in pairwise(parts)]
        first = text[lead.end() : parts[0].start] if parts else ","
        if "," not in first and all(_JOINED.match(gap) and not _TURN.search(gap) and "," not in gap for gap in between):
            yield _Run(sentence=sentence, text=text, items=parts, start=lead.start(), whole=whole, closed=True)


def _after_share(gap: str) -> str:
    shares = match_shares(gap, 0)
    return gap[shares.end :].removeprefix(")") if shares else gap


def _after_intro(document: Document, sentence: Sentence, text: str, items: tuple[Quantity, ...]) -> Iterator[Breakdown]:
    if not items or _among(text, items) is not None:
        return
    intro = next(reversed(list(_INTRO.finditer(text, 0, items[0].start))), None)
    if intro is None:
        return
    total = _TOTAL_FIRST.search(text, intro.end(), items[0].start)
    if total is not None and (len(items) < _FEW or items[0].unit != items[1].unit):
        return
    start, parts = (items[0].end, items[1:]) if total is not None else (intro.end(), items)
    listed = _listed(document, _Run(sentence=sentence, text=text, items=parts, start=start))
    if listed is not None:
        published = _PUBLISHED.search(text[: intro.end()])
        yield attrs.evolve(listed, kind=ClaimKind.ITEMS_PUBLISHED if published else None)


def _listed(document: Document, run: _Run, unit: str | None = None) -> Breakdown | None:
    """The parts from the start of a run: one unit, a label each, nothing between them but commas and shares."""
    unit = unit or (run.whole.unit if run.whole else next((q.unit for q in run.items if q.unit != "%"), None))
    parts: list[Part] = []
    position, first, last, cut = run.start, 0, run.start, False
    for item in run.items:
        if item.unit == "%":
            continue
        gap = run.text[position : item.start]
        label = _TAIL.sub("", _LEAD.sub("", gap))
        begin = item.start - len(gap) + gap.find(label) if label else item.start
        if not _continues(item, gap, label, unit, first=not parts):
            cut = True
            break
        parts.append(_part(document, run, (begin, begin + len(label)), item))
        first = first if len(parts) > 1 else begin
        shares = match_shares(run.text, item.end)
        position = last = shares.end if shares else item.end
        if shares:
            parts = _with_shares(parts, shares, run.whole.value if run.whole else None)
    if not parts or unit is None:
        return None
    span = run.sentence.span(first, last)
    ended = run.closed and not run.text.startswith("等", position)
    closed = _is_rest(parts) and not _BESIDE_REST.match(run.sentence.text, position)
    rest = ended or closed or _ALL.search(run.text, max(0, run.start - 8), run.start + 8)
    return Breakdown(
        whole=None,
        whole_at=None,
        kind=None,
        unit=unit,
        parts=tuple(parts),
        exhaustive=bool(rest) and not cut,
        quote=document.quote(*span),
        at=document.place(*span),
    )


def _is_rest(parts: Sequence[Part]) -> bool:
    """True for 其他 that closes a list, not for the 其他 of the forms beside their own labels."""
    label = parts[-1].label
    if not _REST.search(label) or _NO_REST.search(label):
        return False
    labels = [part.label for part in parts[:-1]]
    return not any(map(_OF_THE_FORMS.search, labels)) or any(map(_ONE_PERSON.search, labels))


def _continues(item: Quantity, gap: str, label: str, unit: str | None, *, first: bool) -> bool:
    """True when a quantity is the next part of the list: its unit, a short label, no turn in the words before it."""
    if item.unit != unit or not label or len(label) > _LABEL:
        return False
    return first or not (_AMONG.search(gap) or _TURN.search(gap) or _BREAK.search(gap.rsplit(",", 1)[-1][:4]))


def _with_shares(parts: list[Part], shares: Shares, whole: Decimal | None) -> list[Part]:
    """The parts, those behind the last part with a share given the shares that follow them."""
    known = next((n for n in range(len(parts), 0, -1) if parts[n - 1].share_printed), 0)
    assigned = assign(shares, [part.value for part in parts[known:]], whole)
    return [
        *parts[:known],
        *(
            attrs.evolve(part, share=Decimal(printed[:-1]) / 100, share_printed=printed) if printed else part
            for part, printed in zip(parts[known:], assigned, strict=True)
        ),
    ]


def _part(document: Document, run: _Run, label: tuple[int, int], item: Quantity) -> Part:
    return Part(
        label=squeeze(document.quote(*run.sentence.span(*label))),
        value=item.value,
        share=None,
        share_printed=None,
        at=document.place(*run.sentence.span(label[0], item.end)),
    )


def _with_whole(
    document: Document, run: _Run, listed: Breakdown, kinds: dict[tuple[int, Decimal], ClaimKind]
) -> Breakdown:
    whole, home = run.whole, run.home or run.sentence
    if whole is None:
        return listed
    total = sum(part.value for part in listed.parts)
    # 收到50件,办结48件,其中…: of several figures it divides the one that its parts make.
    same = (one for one in reversed(run.others) if one.value == total != whole.value and one.unit == whole.unit)
    whole = next(same, whole)
    first, last = home.span(whole.start, whole.end)
    # A claim may quote some words after its figure.
    near = (kinds.get((end, whole.value)) for end in range(last, last + _QUOTED_AFTER))
    kind = next((kind for kind in near if kind is not None), None)
    listed = _first_division(document, listed, whole.value)
    return attrs.evolve(listed, whole=whole.value, whole_at=document.place(first, last), kind=kind)


def _first_division(document: Document, listed: Breakdown, whole: Decimal) -> Breakdown:
    """Where a list divides the whole twice (by applicant, then by channel), its first division."""
    sums = list(accumulate(part.value for part in listed.parts))
    if sums[-1] != 2 * whole or whole not in sums[1:-1]:
        return listed
    parts = listed.parts[: sums.index(whole) + 1]
    at = document.place(listed.at.start, parts[-1].at.end)
    return attrs.evolve(listed, parts=parts, quote=document.quote(at.start, at.end), at=at)
