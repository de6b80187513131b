"""What the problems section names: problems, and measures against them."""

import re
from collections.abc import Iterable, Iterator

from govdisclosure.documents.document import Document
from govdisclosure.extraction.sentences import Sentence
from govdisclosure.law.vocabulary import classify
from govdisclosure.model.report import Content, ProblemKind, ProblemStatement
from govdisclosure.text.headings import match_marker

__all__ = ["DEFICIENT", "find_problems"]

DEFICIENT = re.compile(
    r"不够|不足(?!之处)|不高|不强|不到位|不及时|不全|不完善|不完备|不健全|不规范|不平衡|不均衡|不深|不广|不细|不严|"
    r"不熟|不多|不大|不快|不实|不丰富|不理想|不统一|不充分|不畅|不适应|有待|滞后|欠缺|缺乏|缺少|薄弱|偏少|偏低|"
    r"较少|较低|较慢|较弱|较差|较窄|差距|还需|仍需|尚需|亟需|需要进一步|需进一步|尚未|未能|没有形成|单一|参差|脱节|"
    r"困难|粗放|笼统|流于形式|难以|落后|迟缓|淡薄|存在偏差"
)
"""Words by which something is said to fall short."""

_ORDINAL = re.compile(r"[一二三四五六七八九十]是|(?:\(?[一二三四五六七八九十\d]{1,2}[).、])+")
_GENERIC = re.compile(
    r"^(?P<lead>[^。]{0,60}?)(?:存在|有)着?(?:一些|一定|不少|些许|以下|许多|诸多|如下|这样那样)?的?"
    r"(?:问题|不足|差距|薄弱环节|困难)(?:和|与|及|、)?(?:不足|差距|问题)?(?:之处)?(?:,|:|$)"
)
_MEASURE = re.compile(
    r"进一步|加强|完善|提高|提升|健全|加大|拓宽|拓展|深化|强化|规范|推进|扩大|落实|做好|严格|创新|改进|丰富|优化|"
    r"学习|组织|开展|充实|细化|增强|建立|将|今后|下一?步|拟|定期|按[月季周]|争取|力争|确保|利用"
)
_TURN = re.compile(r",(?:今后|下一?步|明年|20\d\d年|我[局委办镇乡县市区们]?将|将|为此|对此|针对)")
_SHORTEST = 6
_HEADING = 16


def find_problems(document: Document, prose: Iterable[Sentence]) -> tuple[ProblemStatement, ...]:
    """Sentences under a problems heading that name a problem or a measure, in the order of the text.

    ``存在一些问题和不足`` says that there are problems and names none; it is left out.
    """
    found: list[ProblemStatement] = []
    for sentence in prose:
        if Content.PROBLEMS not in sentence.covers or len(sentence.text) < _SHORTEST:
            continue
        if _is_subheading(sentence.text):
            continue
        generic = _GENERIC.match(sentence.text)
        if generic is not None and (DEFICIENT.search(generic["lead"]) or _names_one(generic)):
            generic = None
        begin = _behind_subheading(sentence)
        start = generic.end() if generic else begin
        for first, last in _halves(sentence.text, start, begin):
            kind = _kind(sentence.text[max(first, start) : last])
            if kind is not None:
                span = sentence.span(first, last)
                found.append(ProblemStatement(kind=kind, quote=document.quote(*span), at=document.place(*span)))
    return tuple(found)


def _is_subheading(text: str) -> bool:
    marker = match_marker(text)
    return marker is not None and len(text) <= _HEADING and bool(classify(text[marker.end :]))


def _names_one(generic: re.Match[str]) -> bool:
    """True for one of several problems that ends as a general remark does: 一是报送与需求还存在差距."""
    ordinal = _ORDINAL.match(generic["lead"])
    return ordinal is not None and "是" in ordinal.group() and len(generic["lead"]) - ordinal.end() >= _SHORTEST


def _behind_subheading(sentence: Sentence) -> int:
    """Where the sentence begins that stands on the line of its sub-heading: (一)存在的主要问题 一是….

    Only a blank or line break can divide the two, which the sentence's positions still show.
    """
    marker = match_marker(sentence.text)
    if marker is None:
        return 0
    places = sentence.positions
    for i in range(marker.end + 1, min(len(places), marker.end + _HEADING)):
        if places[i] - places[i - 1] > 1 and classify(sentence.text[marker.end : i]):
            return i
    return 0


def _halves(text: str, start: int, begin: int) -> Iterator[tuple[int, int]]:
    """The sentence as one, or cut where it turns from a problem to what will be done about it."""
    problem = DEFICIENT.search(text, start)
    turn = _TURN.search(text, problem.end()) if problem is not None else None
    if turn is None:
        yield begin, len(text)
        return
    yield begin, turn.start()
    yield turn.start() + 1, len(text)


def _kind(words: str) -> ProblemKind | None:
    if DEFICIENT.search(words):
        return ProblemKind.PROBLEM
    return ProblemKind.MEASURE if _MEASURE.search(words) else None
