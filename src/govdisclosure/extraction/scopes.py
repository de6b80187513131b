"""Of what a figure of the prose is said: of all that the organ did in its year, or of a part of it."""

import re
from collections.abc import Callable, Iterable, Sequence

import attrs

from govdisclosure.extraction import scope_terms as terms
from govdisclosure.extraction.quantities import Quantity, quantities
from govdisclosure.extraction.sentences import Sentence
from govdisclosure.extraction.stating import DISCLOSURE, Statement, clause_start, of_part_of_the_year
from govdisclosure.model.agency import Agency
from govdisclosure.model.report import ClaimKind, ClaimScope

__all__ = ["Governor", "Told", "scoped"]

_HEADS = frozenset({ClaimKind.REQUESTS_RECEIVED, ClaimKind.REQUESTS_HANDLED, ClaimKind.REQUESTS_ANSWERED})
_CARRIED = frozenset({ClaimKind.REQUESTS_CARRIED_IN, ClaimKind.REQUESTS_CARRIED_OUT})
_OUTCOMES = _CARRIED | {
    ClaimKind.REQUESTS_GRANTED,
    ClaimKind.REQUESTS_PARTLY_GRANTED,
    ClaimKind.REQUESTS_GRANTED_OR_PARTLY,
    ClaimKind.REQUESTS_DENIED,
    ClaimKind.REQUESTS_UNAVAILABLE,
    ClaimKind.REQUESTS_NOT_PROCESSED,
    ClaimKind.REQUESTS_OTHER,
}
_APPLICANTS = frozenset(kind for kind in ClaimKind if kind.value.startswith("requests_from_"))
_REMEDIES = frozenset({ClaimKind.RECONSIDERATIONS, ClaimKind.LAWSUITS})
_RESULTS = {
    kind: head for head in _REMEDIES for kind in ClaimKind if kind.value.startswith(f"{head.value}_") and kind != head
}
_SCOPED = _HEADS | _OUTCOMES | _APPLICANTS | _REMEDIES | frozenset(_RESULTS)

_OF_ALL = {
    ClaimKind.REQUESTS_RECEIVED: terms.OF_ALL_REQUESTS,
    ClaimKind.REQUESTS_HANDLED: terms.OF_ALL_REQUESTS,
    ClaimKind.RECONSIDERATIONS: terms.OF_ALL_CASES,
    ClaimKind.LAWSUITS: terms.OF_ALL_CASES,
}


@attrs.frozen(kw_only=True)
class Governor:
    """A figure that others may be parts of: the kinds of claim it is, and how far it reaches."""

    kinds: frozenset[ClaimKind] = frozenset()
    scope: ClaimScope = ClaimScope.ALL


@attrs.frozen(kw_only=True)
class Told:
    """What a sentence leaves for the next one: its last figure, and the scope of its last total."""

    last: Governor | None = None
    other: bool = False
    """True where its last total was of another organ."""


def scoped(
    sentence: Sentence, statements: Iterable[Statement], before: Told, agency: Agency | None
) -> tuple[tuple[Statement, ...], Told]:
    """The statements of a sentence with their scopes; what is denied of a part only is left out.

    Args:
        sentence: The sentence.
        statements: What it states.
        before: What the sentence before it leaves.
        agency: The organ that reports; its own name says of no part.
    """
    statements = tuple(statements)
    if not statements and not sentence.text.startswith(("其中", "予以")):
        items = tuple(quantities(sentence.text))
        return (), Told(last=Governor() if items else before.last)
    return _Reading(sentence, statements, before, agency.name if agency else "").told()


class _Reading:
    """One sentence read from left to right."""

    def __init__(self, sentence: Sentence, statements: Sequence[Statement], before: Told, name: str) -> None:
        self._text = sentence.text
        self._statements = statements
        self._before = before if not sentence.first or sentence.text.startswith("其中") else Told()
        self._name = name
        self._items = tuple(quantities(sentence.text))
        self._depths = _depths(sentence.text)
        self._known: dict[int, Governor] = {}
        self._heads: dict[ClaimKind, tuple[int, ClaimScope]] = {}
        self._other = self._before.other

    def told(self) -> tuple[tuple[Statement, ...], Told]:
        """The statements, and what is left for the next sentence."""
        found: dict[int, Statement] = {}
        order = sorted(range(len(self._statements)), key=lambda n: self._place(self._statements[n]))
        for number in order:
            statement = self._statements[number]
            if statement.kind is ClaimKind.REQUESTS_GROWTH:
                found[number] = attrs.evolve(statement, scope=self._of_growth(self._place(statement)))
            elif statement.kind not in _SCOPED:
                found[number] = statement
            elif statement.figure is not None:
                found[number] = self._figure(statement, statement.figure)
            elif statement.value:
                found[number] = self._of_all(statement)
            elif not self._denies_a_part(statement):
                unclear = self._is_unclear(self._text[statement.start : statement.end])
                found[number] = attrs.evolve(statement, scope=ClaimScope.UNCLEAR if unclear else ClaimScope.ALL)
        counts = [item for item in self._items if item.unit != "%" and not self._depth(item.start)]
        last = self._known.get(counts[-1].start, Governor()) if counts else self._before.last
        return tuple(found[n] for n in sorted(found)), Told(last=last, other=self._other)

    def _of_growth(self, place: int) -> ClaimScope:
        """A part for 网上申请同比增长45% and 征地类申请41件,同比增长20%."""
        start = clause_start(self._text, place)
        if "申请" not in self._text[start:place]:
            start = clause_start(self._text, max(0, start - 1))
        words = self._strip(self._text[start:place])
        part = (
            any(pattern.search(words) for pattern in (terms.CHANNEL, terms.SUBJECT, terms.NOT_OF_RECEIPT))
            or self._of_others(words)
            or _of_one_kind_of_applicant(words)
            or terms.BUREAU_AHEAD.match(words)
        )
        return ClaimScope.PART if part else ClaimScope.ALL

    @staticmethod
    def _place(statement: Statement) -> int:
        return statement.figure[0] if statement.figure else statement.end

    def _figure(self, statement: Statement, figure: tuple[int, int]) -> Statement:
        scope = self._scope(statement.kind, figure)
        known = self._known.get(figure[0], Governor())
        self._known[figure[0]] = Governor(kinds=known.kinds | {statement.kind}, scope=scope)
        if statement.kind in _HEADS | _REMEDIES and not self._depth(figure[0]):
            self._heads[statement.kind] = (figure[0], scope)
        return attrs.evolve(
            statement,
            scope=scope,
            whole=statement.whole and scope is not ClaimScope.PART,
            plain=statement.plain and scope is not ClaimScope.PART,
        )

    def _of_all(self, statement: Statement) -> Statement:
        """均获维持, 均已答复: of the total before it."""
        kinds = (_RESULTS[statement.kind],) if statement.kind in _RESULTS else tuple(_HEADS)
        scopes = [self._heads[kind] for kind in kinds if kind in self._heads]
        return attrs.evolve(statement, scope=max(scopes)[1]) if scopes else statement

    def _scope(self, kind: ClaimKind, figure: tuple[int, int]) -> ClaimScope:
        left, right = self._around(figure)
        own = self._strip(left + "#" + right + self._remark(kind, figure[1]))
        part = self._is_qualified(kind, own, left, figure)
        part = part or _is_joint(kind, left)
        if kind in _HEADS | _REMEDIES:
            self._other = self._of_others(own)
        row = self._of_row(kind, left, figure[0])
        if part or row is ClaimScope.PART:
            return ClaimScope.PART
        governor = self._governor(figure[0])
        scope = _of_governor(kind, governor, left, self._depth(figure[0])) if governor else None
        if scope is None:
            scope = self._inherited(kind, left, figure[0])
        said = self._remark(kind, figure[1])
        unclear = self._is_unclear(left + "#" + right + said) or self._begins_with_others(left, figure[0])
        unclear = unclear or row is ClaimScope.UNCLEAR or (kind in _REMEDIES and self._may_be_any_case(figure[0]))
        if scope is ClaimScope.ALL and unclear:
            return ClaimScope.UNCLEAR
        return scope

    def _of_row(self, kind: ClaimKind, left: str, start: int) -> ClaimScope:
        """The scope of a row of figures that another organ or matter opens: 受理信访件320件,办结318件,结转下年2件."""
        if kind in _REMEDIES | _APPLICANTS or (kind in _HEADS and "申请" in left) or terms.SUMS_UP.search(left):
            return ClaimScope.ALL
        unit = self._unit_of(start)
        ahead = [
            item for item in self._items if item.end <= start and item.unit == unit and not self._depth(item.start)
        ]
        known = [self._known[item.start].scope for item in ahead if item.start in self._known]
        if not ahead or ClaimScope.ALL in known:
            return ClaimScope.ALL
        return self._known[ahead[0].start].scope if ahead[0].start in self._known else ClaimScope.PART

    def _may_be_any_case(self, start: int) -> bool:
        """True where cases are not said to be over disclosure, or some of them were not taken up."""
        text = self._text
        return DISCLOSURE.search(text, 0, start) is None or terms.NOT_ALL_TAKEN_UP.search(text) is not None

    def _around(self, figure: tuple[int, int]) -> tuple[str, str]:
        """The words of a figure: from the start of its clause or the figure before it, to the end of its clause."""
        start = clause_start(self._text, figure[0])
        unit = self._unit_of(figure[0])
        ahead = max((item.end for item in self._items if item.end <= figure[0] and item.unit == unit), default=0)
        right = re.match(r"[^,;:、()]{0,24}", self._text[figure[1] :])
        following = next((item.start for item in self._items if item.start >= figure[1]), len(self._text))
        end = figure[1] + (right.end() if right else 0)
        return self._text[max(start, ahead) : figure[0]], self._text[figure[1] : min(end, following)]

    def _unit_of(self, start: int) -> str | None:
        return next((item.unit for item in self._items if item.start == start), None)

    def _remark(self, kind: ClaimKind, end: int) -> str:
        """What a bracket or a clause right behind a figure says of it: 不予公开1件,理由是…; 维持1件(复议后起诉)."""
        match = terms.REMARK.match(self._text, end)
        if match is None or kind in _HEADS or (kind in _REMEDIES and match["clause"]):
            # 收到19件,涉及征地等方面 says what all of them were about.
            return ""
        return match["bracket"] or match["clause"]

    def _strip(self, words: str) -> str:
        """The words without the organ's own name, whole or in part."""
        if not self._name:
            return words
        kept, position = [], 0
        while position < len(words):
            size = 0
            while position + size < len(words) and words[position : position + size + 1] in self._name:
                size += 1
            if size > 1:
                position += size
            else:
                kept.append(words[position])
                position += 1
        return "".join(kept)

    def _is_unclear(self, words: str) -> bool:
        """True where the words say more than whose, what and when."""
        return terms.NEUTRAL.sub("", self._strip(words)) != ""

    def _of_others(self, words: str) -> bool:
        return terms.ORGAN.search(words) is not None and not terms.ALL_OF_AREA.search(words)

    def _begins_with_others(self, left: str, start: int) -> bool:
        """True for 县政府办公室认真履职,共收到…: another organ is named in a clause before."""
        ahead = max((item.end for item in self._items if item.unit and item.end <= start), default=0)
        gap = self._strip(self._text[ahead:start].lstrip(",;:、("))
        if terms.EXCLUDING.search(gap):
            return True
        other = terms.ORGAN_AHEAD.match(gap) or terms.BUREAU_AHEAD.match(gap)
        return other is not None and not terms.AFRESH.search(left)

    def _is_qualified(self, kind: ClaimKind, own: str, left: str, figure: tuple[int, int]) -> bool:
        """True where the words of a figure name one channel, subject, organ, stage or time."""
        if self._is_of_all_matters(kind, left, figure):
            return True
        # 通过网站、信函等渠道 names them all.
        named = terms.CHANNEL if terms.EVERY_CHANNEL.search(own) else None
        if (
            any(pattern.search(own) for pattern in _patterns(kind) if pattern is not named)
            or self._of_others(own)
            or _is_one_row(kind, own)
        ):
            return True
        if kind in _HEADS | _OUTCOMES and _of_one_kind_of_applicant(own):
            return True
        if kind in _CARRIED:
            subjects = [match.lastgroup for match in terms.SUBJECT_OF.finditer(self._text, 0, figure[1])]
            return bool(subjects) and subjects[-1] == "remedy"
        if kind in _RESULTS and terms.NOT_THE_FORMS.search(self._text):
            return True
        return self._is_of_another_time(own, figure[0])

    def _is_of_all_matters(self, kind: ClaimKind, left: str, figure: tuple[int, int]) -> bool:
        """True for 行政复议30件,其中涉及政府信息公开4件: the figure is not of disclosure."""
        among = _OF_ALL.get(kind)
        ahead = 0 if kind in _REMEDIES else figure[0] - len(left)
        if among is None or DISCLOSURE.search(self._text, ahead, figure[0]):
            return False
        return among.search(self._text, figure[1]) is not None

    def _is_of_another_time(self, own: str, start: int) -> bool:
        if terms.PERIOD.search(own) or terms.EARLIER.search(own) or self._period_ahead(start):
            return True
        return of_part_of_the_year(self._text[:start])

    def _period_ahead(self, start: int) -> bool:
        """True for 近三年,共收到…: the time stands in a clause of its own."""
        ahead = max((item.end for item in self._items if item.unit and item.end <= start), default=0)
        gap = self._text[ahead:start]
        return terms.PERIOD_AHEAD.search(gap) is not None and not terms.AFRESH.search(gap[gap.rfind(",") + 1 :])

    def _depth(self, position: int) -> int:
        """Where the bracket around a position opens, plus one; 0 outside brackets."""
        return self._depths[position]

    def _governor(self, start: int) -> Governor | None:
        """The figure that this one is a part of by its place: before its bracket, before 其中."""
        opened = self._depth(start)
        marks = [m for m in terms.MARKER.finditer(self._text, opened, start) if self._depth(m.start()) == opened]
        counts = [item for item in self._items if item.unit != "%"]
        if marks:
            marker = marks[-1].start()
            ahead = [item for item in counts if item.end <= marker and self._depth(item.start) == opened]
            if ahead:
                return self._of_item(ahead[-1])
            if not opened:
                return (self._before.last or Governor()) if marker <= 1 else None
        if opened:
            ahead = [item for item in counts if item.end < opened and self._depth(item.start) != opened]
            return self._of_item(ahead[-1]) if ahead else None
        return None

    def _of_item(self, item: Quantity) -> Governor:
        return self._known.get(item.start, Governor())

    def _inherited(self, kind: ClaimKind, left: str, start: int) -> ClaimScope:
        """The scope of what goes before in the sentence: 县政府办公室收到5件,予以公开2件."""
        if kind in _APPLICANTS:
            return self._of_applicants(start)
        if kind in _RESULTS:
            head = self._heads.get(_RESULTS[kind])
            return head[1] if head else ClaimScope.ALL
        if terms.AFRESH.search(left):
            return ClaimScope.ALL
        heads = [self._heads[one] for one in (_REMEDIES if kind in _REMEDIES else _HEADS) if one in self._heads]
        if heads:
            return max(heads)[1] if kind not in _HEADS else ClaimScope.ALL
        return ClaimScope.PART if self._before.other and kind not in _HEADS | _REMEDIES else ClaimScope.ALL

    def _of_applicants(self, start: int) -> ClaimScope:
        ahead = [
            known
            for item in self._items
            if item.end <= start
            and item.unit != "%"
            and not (known := self._known.get(item.start, Governor())).kinds & _APPLICANTS
        ]
        if ahead:
            natural = ClaimKind.REQUESTS_RECEIVED in ahead[-1].kinds
            return ahead[-1].scope if natural else ClaimScope.PART
        other = re.search(r"结转|复议|诉讼|答复|公开的|办结", self._text[:start])
        return ClaimScope.PART if other else ClaimScope.ALL

    def _denies_a_part(self, statement: Statement) -> bool:
        """True for 没有收到科研机构的申请, 未发生二审案件, 各乡镇未收到申请."""
        words = self._strip(self._text[statement.start : statement.end])
        if terms.ORGAN_AHEAD.match(words) and not terms.ALL_OF_AREA.search(words):
            return not terms.WITH_OWN.match(words)
        clause = self._text[clause_start(self._text, statement.start) : statement.end]
        if terms.BECAUSE_OF.search(words) or terms.CARRIED_CASES.search(words) or terms.OTHERS_DENY.search(clause):
            return True
        if statement.kind is ClaimKind.REQUESTS_RECEIVED:
            return _of_one_kind_of_applicant(words)
        if statement.kind is ClaimKind.LAWSUITS:
            rest = terms.AFTER_RECONSIDERATION.sub("", words)
            return bool(terms.INSTANCE.search(words) or terms.PENDING.search(words)) or not re.search(
                r"诉讼|应诉|起诉", rest
            )
        if statement.kind is ClaimKind.RECONSIDERATIONS:
            rest = terms.AFTER_RECONSIDERATION.sub("", words)
            return terms.PENDING.search(words) is not None or "复议" not in rest
        return False


def _of_one_kind_of_applicant(words: str) -> bool:
    """True for 自然人 or 企业 alone, not for 公民、法人和其他组织."""
    organisation = terms.ONE_APPLICANT.search(words) is not None
    return (organisation and not terms.ANYONE.search(words)) or ("自然人" in words and not organisation)


def _patterns(kind: ClaimKind) -> Sequence[re.Pattern[str]]:
    if kind in _HEADS | _APPLICANTS:
        return (terms.CHANNEL, terms.SUBJECT, terms.WITHDRAWN)
    if kind in _OUTCOMES - _CARRIED:
        if kind is ClaimKind.REQUESTS_UNAVAILABLE:
            return (terms.NO_READY,)
        return (terms.REASON, terms.CHANNEL)
    if kind in _REMEDIES:
        return (terms.INSTANCE, terms.PROCEDURE, terms.STAGE)
    return (terms.INSTANCE, terms.PROCEDURE) if kind in _RESULTS else ()


def _depths(text: str) -> list[int]:
    """For each position, and that behind the text, where the bracket around it opens, plus one."""
    found, opened = [0], [0]
    for index, sign in enumerate(text):
        if sign == "(":
            opened.append(index + 1)
        elif sign == ")" and len(opened) > 1:
            opened.pop()
        found.append(opened[-1])
    return found


def _is_joint(kind: ClaimKind, left: str) -> bool:
    """True for 不予公开和无法提供29件, which is of both."""
    return kind in _OUTCOMES and len(set(terms.LABEL.findall(left))) > 1


def _is_one_row(kind: ClaimKind, words: str) -> bool:
    """True for 本机关不掌握无法提供3件: 无法提供 names all its rows; with a reason beside it, one of them."""
    named = kind is ClaimKind.REQUESTS_UNAVAILABLE and "无法提供" in words and "等" not in words
    return named and terms.ROW.search(words) is not None


def _of_governor(kind: ClaimKind, governor: Governor, left: str, depth: int) -> ClaimScope | None:
    """The scope of a figure under another; ``None`` where it is no part of that and begins anew."""
    for these, rule in _GOVERNED:
        if kind in these:
            return rule(kind, governor, left, depth)
    return _result_under(kind, governor, left, depth)


def _head_under(kind: ClaimKind, governor: Governor, left: str, depth: int) -> ClaimScope | None:
    if kind in governor.kinds:
        return governor.scope if terms.NEW.search(left) else ClaimScope.PART
    if governor.kinds & _HEADS:
        return governor.scope
    return ClaimScope.PART if depth else None


def _outcome_under(kind: ClaimKind, governor: Governor, left: str, depth: int) -> ClaimScope | None:
    del left
    if governor.kinds & _HEADS:
        return governor.scope
    granted = {ClaimKind.REQUESTS_GRANTED, ClaimKind.REQUESTS_GRANTED_OR_PARTLY}
    if kind in {ClaimKind.REQUESTS_PARTLY_GRANTED, ClaimKind.REQUESTS_GRANTED} and governor.kinds & granted - {kind}:
        return governor.scope
    other = bool(governor.kinds & _OUTCOMES - _CARRIED - {kind})
    return None if other and not depth else ClaimScope.PART


def _applicant_under(kind: ClaimKind, governor: Governor, left: str, depth: int) -> ClaimScope | None:
    del kind, left, depth
    return governor.scope if ClaimKind.REQUESTS_RECEIVED in governor.kinds else ClaimScope.PART


def _remedy_under(kind: ClaimKind, governor: Governor, left: str, depth: int) -> ClaimScope | None:
    del depth
    if kind not in governor.kinds or DISCLOSURE.search(left):
        return None
    return ClaimScope.PART if governor.scope is ClaimScope.ALL or "公开" not in left else None


def _result_under(kind: ClaimKind, governor: Governor, left: str, depth: int) -> ClaimScope | None:
    head = _RESULTS[kind]
    if head in governor.kinds:
        return governor.scope
    named = "诉讼" if head is ClaimKind.LAWSUITS else "复议"
    return None if (named in left or governor.kinds & _REMEDIES) and not depth else ClaimScope.PART


_Rule = Callable[[ClaimKind, Governor, str, int], ClaimScope | None]
_GOVERNED: tuple[tuple[frozenset[ClaimKind], _Rule], ...] = (
    (_HEADS, _head_under),
    (_OUTCOMES, _outcome_under),
    (_APPLICANTS, _applicant_under),
    (_REMEDIES, _remedy_under),
)
