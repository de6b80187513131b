"""Figures behind the totals: who asked, how reconsiderations and suits ended, what was issued, what grew."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from govdisclosure.extraction.bindings import Figure
from govdisclosure.extraction.quantities import quantities
from govdisclosure.extraction.sentences import Sentence
from govdisclosure.extraction.stating import DISCLOSURE, OTHERS, REMEDIES, Statement, clause_start, of_another_year
from govdisclosure.model.report import ClaimKind, Content

__all__ = ["details"]

_CASES = frozenset({"件", "起", "宗", "次", "例", "条", "份", "个", "项"})
_DOCUMENTS = frozenset({"件", "部", "个", "份", "项", "条"})
_NEAR = 40

_APPLICANTS = (
    (ClaimKind.REQUESTS_FROM_NATURAL_PERSONS, re.compile(r"自然人")),
    (ClaimKind.REQUESTS_FROM_COMMERCIAL, re.compile(r"商业企业")),
    (ClaimKind.REQUESTS_FROM_RESEARCH, re.compile(r"科研机构")),
    (ClaimKind.REQUESTS_FROM_PUBLIC_WELFARE, re.compile(r"(?:社会)?公益组织")),
    (ClaimKind.REQUESTS_FROM_LEGAL_SERVICE, re.compile(r"法律服务机构")),
    (ClaimKind.REQUESTS_FROM_ORGANISATIONS, re.compile(r"法人(?:和|或|及|、)?其[他它]组织")),
)
_PERSONS = re.compile(r"公民|个人")
_NOT_RECEIVED = re.compile(r"答复|办结|予以公开|不予|无法提供|结转|予以处理|纠正|维持")

# How a case ended, by the form's four results.
_RESULTS = (
    ("pending", re.compile(r"(?:尚未|未|正在)(?:审结|结案|办结|审理|作出)|审理中|待审")),
    ("upheld", re.compile(r"维持")),
    ("corrected", re.compile(r"纠正|纠错")),
    ("other", re.compile(r"其[他它](?:结果|处理结果|处理|情形|情况)?(?:案件|的|为|有|是|:|各|均)*+$")),
)
_SUBJECT = re.compile(
    r"(?P<reconsiderations>行政复议|复议)(?!后)|(?P<lawsuits>行政诉讼|诉讼|应诉)|(?P<apart>直接起诉|复议后)"
)
_ALL_UPHELD = re.compile(r"(?:均|全部|都)(?:获|被|予以|得到|为)?(?:结果)?维持")
_KINDS = {kind.value: kind for kind in ClaimKind}

_RULES = re.compile(r"(?<!法律)(?<!法规)(?<!、)(?:政府)?规章[^,;\d]{0,4}$")
_NORMATIVE = re.compile(r"(?<!规章[和、及与])(?<!规章[和、及与]行政)(?:行政)?规范性文件[^,;\d]{0,6}$")
_ISSUED = re.compile(r"制发|制定|出台|印发|新增|新制|发布|公开|公布")
_REPEALED = re.compile(r"废止|失效")
_IN_FORCE = re.compile(r"现行有效|有效")
# 制发规范性文件13件,废止3件,现行有效58件: what follows is of the documents that the row began with.
_COUNT = r"\d{1,6}[件部个份项条]"
_ENDED = r"(?:已|共|宣布|目前){0,2}(?:废止|失效|现行有效|修订|修改)[^,;:、\d]{0,4}"
_ROW = re.compile(
    rf"(?P<joint>规章[、和及与])?(?:行政)?(?P<what>规章|规范性文件)[^,;:、\d]{{0,6}}{_COUNT}(?:[,、]{_ENDED}{_COUNT}){{0,4}}"
    rf"[,、](?P<ended>{_ENDED})$"
)
_ROW_REACH = 120
_NOT_ISSUED = re.compile(r"解读|清理|审查|审核|备案|报送|修改|修订|征求|拟|累计|梳理|目录|政策")

_GROWTH = re.compile(
    r"(?:同比|比上年|较上年|比去年|较去年|与上年相比|与去年相比|比上一?年度?|较上一?年度?)[^,;\d]{0,8}?"
    r"(?P<way>增长|增加|上升|提高|上涨|下降|减少|回落|降低)(?:了|约|近)?(?P<rate>\d{1,5}(?:\.\d{1,4})?)%"
)
_DOWN = frozenset({"下降", "减少", "回落", "降低"})
_OF_REQUESTS = re.compile(r"申请(?:数量|量|件数|总数|总量)?[^;。]{0,24}$")


def details(sentence: Sentence, counted: Sequence[Statement], year: int | None, *, wide: bool) -> Iterator[Statement]:
    """What a sentence says behind the totals.

    Args:
        sentence: The sentence.
        counted: What it counts in total.
        year: The report year; figures of another year are left out.
        wide: True for an organ that reports for others too.
    """
    text, ahead = sentence.text, 0
    for quantity in quantities(text):
        figure = Figure(sentence=sentence, quantity=quantity, ahead=ahead)
        start = max(clause_start(text, quantity.start), ahead)
        start += text[start] in "、和及"
        ahead = quantity.end
        if of_another_year(text[: quantity.start], year) or (not wide and OTHERS.search(text, start, quantity.start)):
            continue
        kind = _applicant(figure) or _result(figure) or _document(figure)
        if kind is not None:
            yield Statement(
                kind=kind,
                value=quantity.value,
                start=start,
                end=quantity.end,
                unit=quantity.unit,
                printed=text[quantity.start : quantity.end],
                approximate=quantity.approximate,
                whole=True,
                figure=(quantity.start, quantity.end),
            )
    yield from _all_upheld(sentence, counted)
    yield from _growth(sentence)


def _applicant(figure: Figure) -> ClaimKind | None:
    """涉及自然人80件, 商业企业1件: requests by who made them."""
    clause, quantity = figure.clause, figure.quantity
    near = clause[-_NEAR:]
    about = Content.REQUESTS in figure.sentence.covers or "申请" in figure.sentence.text
    if quantity.unit not in _CASES or not about or _NOT_RECEIVED.search(near):
        return None
    named = [kind for kind, pattern in _APPLICANTS if pattern.search(near)]
    if named == [ClaimKind.REQUESTS_FROM_ORGANISATIONS] and _PERSONS.search(near):
        # 公民、法人和其他组织 are all who may ask.
        return None
    return named[0] if len(named) == 1 else None


def _result(figure: Figure) -> ClaimKind | None:
    """结果维持72件 after 行政复议: cases by how they ended."""
    sentence, quantity = figure.sentence, figure.quantity
    if quantity.unit not in _CASES or not (DISCLOSURE.search(sentence.text) or sentence.covers & REMEDIES):
        return None
    clause = figure.clause
    ended = [name for name, pattern in _RESULTS if pattern.search(clause)]
    subjects = [match.lastgroup for match in _SUBJECT.finditer(sentence.text, 0, quantity.start)]
    apart = "apart" in subjects
    if len(ended) != 1 or not subjects or apart:
        return None
    return _KINDS[f"{subjects[-1]}_{ended[0]}"]


def _all_upheld(sentence: Sentence, counted: Sequence[Statement]) -> Iterator[Statement]:
    """行政复议7件、诉讼9件均获维持 says of each that as many were upheld."""
    match = _ALL_UPHELD.search(sentence.text)
    if match is None:
        return
    for statement in counted:
        if statement.kind in {ClaimKind.RECONSIDERATIONS, ClaimKind.LAWSUITS} and statement.end <= match.start() + 1:
            yield Statement(
                kind=_KINDS[f"{statement.kind.value}_upheld"],
                value=statement.value,
                start=match.start(),
                end=match.end(),
                unit=statement.unit,
                whole=True,
            )


def _document(figure: Figure) -> ClaimKind | None:
    """制定规章1件, 废止规范性文件26件, 现行有效行政规范性文件698件."""
    clause, unit = figure.clause, figure.quantity.unit
    what = "rules" if _RULES.search(clause) else "normative_documents" if _NORMATIVE.search(clause) else _row(figure)
    if what is None or unit not in _DOCUMENTS or _NOT_ISSUED.search(clause):
        return None
    if _IN_FORCE.search(clause):
        return _KINDS[f"{what}_in_force"]
    if _REPEALED.search(clause):
        return _KINDS[f"{what}_repealed"]
    # 新增公开市政府规章1件、市政府行政规范性文件34件: the verb stands before the first of a list.
    said = figure.sentence.text[max(0, figure.quantity.start - 2 * _NEAR) : figure.quantity.start]
    last = re.split(r"[,;:。]", said)[-1]
    return _KINDS[f"{what}_issued"] if _ISSUED.search(last) and not _NOT_ISSUED.search(last) else None


def _row(figure: Figure) -> str | None:
    """The documents that a row of counts began with, where a count of it does not name them again."""
    start = figure.quantity.start
    row = _ROW.search(figure.sentence.text, max(0, start - _ROW_REACH), start)
    if row is None or row["joint"] or not (_IN_FORCE.search(row["ended"]) or _REPEALED.search(row["ended"])):
        return None
    return "rules" if row["what"] == "规章" else "normative_documents"


def _growth(sentence: Sentence) -> Iterator[Statement]:
    """申请数量较去年回落12.3%: the change against last year, as a signed fraction."""
    for match in _GROWTH.finditer(sentence.text):
        before = sentence.text[max(0, match.start() - _NEAR) : match.start()]
        if not _OF_REQUESTS.search(before) or not (DISCLOSURE.search(sentence.text) or sentence.covers):
            continue
        rate = Decimal(match["rate"]) / 100
        yield Statement(
            kind=ClaimKind.REQUESTS_GROWTH,
            value=-rate if match["way"] in _DOWN else rate,
            start=match.start(),
            end=match.end(),
            unit="%",
            printed=match["rate"] + "%",
            whole=True,
        )
