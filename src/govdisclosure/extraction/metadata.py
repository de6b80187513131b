"""Dates around the text: the day of publication, the signature at the foot, the period the figures cover."""

import re
from collections.abc import Iterator

import attrs
import pendulum

from govdisclosure.documents.document import Block, BlockKind, Document, Label
from govdisclosure.extraction.organs import is_organ
from govdisclosure.extraction.titles import Title
from govdisclosure.extraction.vocabulary import FURNITURE
from govdisclosure.model.report import DateMention, Period
from govdisclosure.text.dates import DateSpan, PeriodSpan, find_dates, find_periods, find_years
from govdisclosure.text.normalise import fold

__all__ = ["Signature", "find_period", "find_published", "find_signature"]

# In the order in which they are believed: what a page calls its publication, then what it may mean by a date.
_PUBLISHED_LABELS = (
    (
        "pubdate",
        "发布日期",
        "发布时间",
        "公开日期",
        "公开时间",
        "发表时间",
        "信息发布日期",
        "上网日期",
        "发布于",
        "网上发布日期",
    ),
    ("日期", "时间", "date"),
    ("生成日期", "公文生成日期", "信息生成日期", "发文日期"),
)
_PUBLISHED = (
    re.compile(r"(?:发布|公开|发表|上网|上传)\s{0,3}(?:日期|时间|于)[\s:|\]]{0,10}(?=[\d一二])"),
    re.compile(r"(?<![一-鿿])(?:日\s{0,4}期|时\s{0,4}间)[\s:|\]]{0,10}(?=[\d一二])"),
    re.compile(r"(?:生成|发文)\s{0,3}(?:日期|时间)[\s:|\]]{0,10}(?=[\d一二])"),
)
_CHANGED = re.compile(r"更新|修改|添加|录入")
_SOURCE = re.compile(r"(?:信息|文章|稿件)?来\s{0,2}源[\s:]")
_ALONE = re.compile(r"[ \t]{0,8}(?:\n|$)")
_STAMP = re.compile(r"[ \t]{1,4}\d{1,2}\s?:\s?\d{2}(?::\d{2})?")
# A cue glued to the words before it is one where a colon follows and no sentence runs through its line.
_GLUED = re.compile(r"[\w,、;。]")
_SENTENCE = re.compile(r"[,、;。]")
_PREFIX = re.compile(r"(?:信息|网上|网站|首次|文章|公文|稿件)$")
_CLOSED = re.compile(
    r"(?:\s{0,3}(?:\d{1,2}\s?[:时]\s?\d{2}(?:[:分]\d{0,2})?|\(?星期[一二三四五六日天]\)?)){0,2}+"
    r"(?=$|\s(?!\s{0,3}[起至前后止])|[\[\]()|<>【】/-]|。\s{0,3}(?:\n|$))"
)
_HEAD = 1_200
_LABEL = 8
_TAIL = 400
_AFTER_DATE = re.compile(r"[\s)\].,。、]{0,40}$")
_FOOT_NOISE = re.compile(
    r"附件|下载|打印|关闭|分享|扫一扫|上一|下一|返回|责任编辑|编辑|来源|点击|浏览|-\s?\d+\s?-|\*|www\.|http|网站|版权|主办|相关"
)
_SPAN_WORDS = r"(?:期限|时限|时段|时间|周期|期间|区间|范围|年度|起止|截止|截至)"
# What may stand between the words that name the figures and the period itself.
_LEADING_UP = (
    r"(?:期限|时限|时段|时间|周期|期间|区间|范围|年度|起止|截止|截至|统计|日期|口径|涵盖|覆盖|包括|反映|跨度|"
    r"[\s:,(的均段为是自从由系指在于即]){0,12}$"
)
# Enterprises have annual reports with a term of their own (企业年报期限).
_REPORT = r"(?:(?:本|该|此|公开)(?:年度|工作|年){0,3}(?:报告|年报)|(?:^|[,:\n(])\s{0,4}报告)的?"
_COVERS = re.compile(
    rf"(?:统计(?:数据|数字|资料)?的?{_SPAN_WORDS}|"
    rf"(?:^|[,:\n(])\s{{0,4}}(?:以上|上述|有关|相关|各项|主要)?(?:数据|数字|指标)的?{_SPAN_WORDS}|"
    r"(?:所列|所涉及?|列举|涉及|采用|引用|使用|报告|年报|报告[中内]|年报[中内])(?:的|各项|有关|相关|全部|主要)?(?:统计)?"
    rf"(?:数据|数字|指标)|(?:^|[,:;\n(])\s{{0,4}}起止(?:时间|日期|期限)|"
    rf"{_REPORT}(?:期限?|时限|时段|周期|期间|区间|范围|时间(?:段|范围|区间|跨度)|年度|起止|截止|截至)|"
    rf"{_REPORT}(?:共|主要|所)?(?:统计|反映|涵盖|覆盖|汇总|涉及)了?)"
    rf"{_LEADING_UP}"
)
_CALLED_SO = re.compile(r"止?\s{0,2}(?:期间)?\(?(?:以下)?(?:简?称|为|即)(?:本)?(?:报告|年报)?的?(?:统计|报告)(?:期|时)")
_COMPARED = re.compile(r"上一?年|去年|前年|往年|以往|同期|相比|对比|比较|相较|较之")
_WHOLE_YEAR = re.compile(r"\s{0,3}年(?:度|全年度?)?\s{0,3}(?=[。,;)\n]|$)")
_CLAUSE_END = re.compile(r"[。;]")
_NOT_PERIOD = re.compile(r"公示|施行|实施|有效|培训|活动|征求|开放|任职")
_NOT_PERIOD_AHEAD = re.compile(r"(?:公示|施行|实施|培训|活动|征求|开放|任职|项目|工程|合同)[^。;]{0,24}起止")
_BROKEN_PERIOD = re.compile(
    r"自\s{0,3}(?P<period>(?:20\d\d)?[\d年月]{0,9}(?:年|月|日)?\s{0,3}[\d年月日]{0,6}起?至\s{0,3}[\d年月日]{2,11}止?)"
)
_BEFORE_PERIOD = 40
_DUE = re.compile(r"(?::|(?:时限|期限|完成时间|截止时间|截止日期|限期)[^。]{0,6})\s{0,8}$")
_SIGNER = 30
_FOOT_BLOCKS = 200
_NUMERIC = re.compile(r"[\d\s./-]+")


@attrs.frozen(kw_only=True)
class Signature:
    """The date at the foot, the span of the words before it that may name the organ, and where both begin."""

    mention: DateMention
    organ: tuple[int, int] | None
    start: int


def find_published(document: Document, title: Title | None) -> DateMention | None:
    """The day the page says it was published: from its labels, then from the lines around the title and at the foot.

    Where the page prints another day than its label does, one of the two is the day of a later upload: the earlier one
    is taken, and neither is sure.
    """
    head = _head_end(document, title)
    foot = max(head, len(document.key) - _TAIL)
    for sure, names, pattern in zip((True, False, False), _PUBLISHED_LABELS, _PUBLISHED, strict=True):
        labelled = _of_labels(document, names)
        printed = list(_of_lines(document, pattern, 0, head))
        lower = list(_of_lines(document, pattern, foot, len(document.key)))
        found = next(iter([*labelled, *printed, *lower]), None)
        if found is None:
            continue
        near = [*labelled, *printed]
        if sure and labelled:
            near += _of_lines(document, _PUBLISHED[1], 0, head)
            near += filter(None, [_stamped(document, head)])
        first = min([found, *near], key=lambda mention: mention.on)
        taken = first if first.on < found.on else found
        days = {found.on, *(one.on for one in (*near, *(lower[:1] if labelled else ())))}
        later = max((day for day in days if day > taken.on), default=None)
        return attrs.evolve(taken, sure=sure and len(days) == 1, other=later)
    return _stamped(document, head)


def _of_labels(document: Document, names: tuple[str, ...]) -> list[DateMention]:
    """The days of these labels, in the order of the names."""
    labelled = {label.name.lower(): label for label in reversed(document.labels)}
    days = ((labelled[name], next(find_dates(fold(labelled[name].value)), None)) for name in names if name in labelled)
    return [_of_label(document, label, found) for label, found in days if found is not None]


def _of_lines(document: Document, cue: re.Pattern[str], start: int, end: int) -> Iterator[DateMention]:
    """Days printed right after a cue that is a label of its own, not part of a sentence."""
    for match in cue.finditer(document.key, start, end):
        found = next(find_dates(document.key, match.end(), min(end + 20, match.end() + 24)), None)
        if found is not None and found.start == match.end() and _is_label(document.key, match, found.end):
            yield _mention(document, found)


def _is_label(key: str, cue: re.Match[str], end: int) -> bool:
    if _CLOSED.match(key, end) is None and FURNITURE.match(key, end) is None:
        return False
    line = key.rfind("\n", 0, cue.start()) + 1
    before = _PREFIX.sub("", key[max(line, cue.start() - 2 * _SIGNER) : cue.start()])
    return not _GLUED.match(before[-1:]) or (":" in cue.group() and not _SENTENCE.search(before))


def _of_label(document: Document, label: Label, found: DateSpan) -> DateMention:
    words = label.value[found.start : found.end]
    if label.at.start == label.at.end:
        return DateMention(on=found.on, quote=words, at=label.at)
    start = label.at.start + found.start
    return DateMention(on=found.on, quote=words, at=document.place(start, start + len(words)))


def _head_end(document: Document, title: Title | None) -> int:
    """How far down the page's own lines about the report may stand."""
    return (
        min(len(document.key), (title.end if title is not None else 0) + _HEAD // 4)
        if title is not None and title.end
        else min(len(document.key), _HEAD // 2)
    )


def _stamped(document: Document, head: int) -> DateMention | None:
    """A date near the title with a time of day, or alone on its line in figures, is the page's, label or not."""
    for found in find_dates(document.key, 0, head):
        changed = _CHANGED.search(document.key, max(0, found.start - _LABEL), found.start)
        if not changed and any(is_pages(document.key, found) for is_pages in (_is_stamp, _is_alone, _is_beside)):
            return attrs.evolve(_mention(document, found), sure=False)
    return None


def _is_stamp(key: str, found: DateSpan) -> bool:
    """True for a date with a time of day among the page's own words, not at the head of a sentence."""
    time = _STAMP.match(key, found.end)
    if time is None:
        return False
    line = key.rfind("\n", 0, found.start) + 1
    rest = key[time.end() : time.end() + _SIGNER].split("\n", 1)[0].strip(" \t|[]()")
    short = found.start - line <= 2 * _SIGNER and not _SENTENCE.search(key, line, found.start)
    return short and (not rest or FURNITURE.match(rest) is not None)


def _is_alone(key: str, found: DateSpan) -> bool:
    """True for a date in figures that is all of its line."""
    before = key[: found.start].rsplit("\n", 1)[-1].strip(" •·-")
    return not before and bool(_ALONE.match(key, found.end)) and bool(_NUMERIC.fullmatch(key, found.start, found.end))


def _is_beside(key: str, found: DateSpan) -> bool:
    """True for a date in figures that shares its line with nothing but an organ before it or a source behind it."""
    before = key[: found.start].rsplit("\n", 1)[-1].strip(" •·-|[]()")
    after = key[found.end :].split("\n", 1)[0][: 2 * _SIGNER].strip(" |[]()")
    if not _NUMERIC.fullmatch(key, found.start, found.end) or (before and key[found.start - 1] != " "):
        return False
    return bool(before or after) and (not before or is_organ(before)) and (not after or bool(_SOURCE.match(after)))


def _mention(document: Document, found: DateSpan) -> DateMention:
    return DateMention(
        on=found.on, quote=document.quote(found.start, found.end), at=document.place(found.start, found.end)
    )


def find_signature(document: Document, title: Title | None, published: DateMention | None) -> Signature | None:
    """The date at the foot, or, where there is none, a date alone under the title or heading an untitled text."""
    for block in reversed(document.blocks[-_FOOT_BLOCKS:]):
        signature = _signed_block(document, block)
        if signature is not None and not _is_published(signature, published):
            return signature
        if _is_prose(document, block):
            break
    return _under_title(document, title, published)


def _is_prose(document: Document, block: Block) -> bool:
    """True for running text: no signature stands above it, while tables may follow one."""
    if block.kind is BlockKind.ROW:
        return False
    return block.end - block.start > 2 * _SIGNER or "。" in document.key[block.start : block.end]


def _is_published(signature: Signature, published: DateMention | None) -> bool:
    return published is not None and signature.mention.at.start == published.at.start and published.at.end > 0


def _signed_block(document: Document, block: Block) -> Signature | None:
    """A block that is a date, or ends in one that closes the text."""
    dates = list(find_dates(document.key, block.start, block.end))
    found = dates[-1] if dates else None
    if found is None or document.key[max(block.start, found.start - 1)] in "-/至到自":
        return None
    if _DUE.search(document.key[max(0, found.start - _SIGNER) : found.start].rstrip()):
        return None
    after = document.key[found.end : block.end]
    noise = _FOOT_NOISE.search(after)
    after = after[: noise.start()] if noise else after
    if not _AFTER_DATE.match(after) or len(after) > _SIGNER:
        return None
    before = document.key[max(block.start, found.start - _SIGNER - 10) : found.start]
    words = before.rstrip(" :(（")
    if not words.strip():
        previous = _previous(document, block)
        return Signature(
            mention=_mention(document, found), organ=previous, start=previous[0] if previous else block.start
        )
    # Words before the date on the same line: an organ's name after a blank or a sentence, never the end of a sentence.
    cut = max(words.rfind(sign) for sign in " 。;:,")
    name = words[cut + 1 :]
    start = found.start - len(before) + cut + 1
    alone = start <= block.start + 1 or words[cut] in " 。"
    if not alone or not re.search(r"(?:局|厅|委|办|室|会|府|处|院|镇|乡|街道|中心|站|所|队|署|部|馆|校|学)$", name):
        return None
    return Signature(mention=_mention(document, found), organ=(start, start + len(name)), start=start)


def _previous(document: Document, block: Block) -> tuple[int, int] | None:
    """The line before, when it is short enough to be the organ that signs."""
    index = document.blocks.index(block)
    if index == 0:
        return None
    line = document.blocks[index - 1]
    if line.end - line.start > _SIGNER + 10 or "。" in document.key[line.start : line.end]:
        return None
    return line.start, line.end


def _under_title(document: Document, title: Title | None, published: DateMention | None) -> Signature | None:
    if title is not None and not title.end:
        return None
    # A cover that lost its title begins with its day.
    blocks = document.blocks[:1] if title is None else document.blocks
    after = title.end if title is not None else 0
    for block in blocks:
        if block.start < after or block.start > after + 80:
            continue
        line = document.key[block.start : block.end]
        found = next(find_dates(line.strip(" ()")), None)
        if found is not None and found.end - found.start == len(line.strip(" ()")):
            start = block.start + line.index(line.strip(" ()"))
            if _NUMERIC.fullmatch(line.strip(" ()")):
                continue
            mention = _mention(document, attrs.evolve(found, start=start, end=start + found.end))
            if published is None or published.at.start != start:
                return Signature(mention=mention, organ=None, start=len(document.text))
    return None


def find_period(document: Document, start: int, end: int) -> Period | None:
    """The period the report says its figures cover, with its days ``None`` where they cannot be read."""
    spans = [*find_periods(document.key, start, end), *_whole_years(document.key, start, end)]
    for span in sorted(spans, key=lambda one: one.start):
        if _is_covered(document.key, span, start):
            return _period(document, span)
    for broken in _BROKEN_PERIOD.finditer(document.key, start, end):
        first, last = broken.span("period")
        span = PeriodSpan(first=None, last=None, start=first, end=last)
        if _is_covered(document.key, span, start):
            return _period(document, span)
    return None


def _period(document: Document, span: PeriodSpan) -> Period:
    return Period(
        start=span.first,
        end=span.last,
        quote=document.quote(span.start, span.end),
        at=document.place(span.start, span.end),
    )


def _whole_years(key: str, start: int, end: int) -> Iterator[PeriodSpan]:
    """Years given as a whole: 2011年全年, 2011年度."""
    for year, first, last in find_years(key, start, end):
        whole = _WHOLE_YEAR.match(key, last)
        if whole is not None and key[max(0, first - 1) : first] not in tuple("至止到自从"):
            days = pendulum.Date(year, 1, 1), pendulum.Date(year, 12, 31)
            yield PeriodSpan(first=days[0], last=days[1], start=first, end=last + len(whole.group().rstrip()))


def _is_covered(key: str, span: PeriodSpan, start: int) -> bool:
    """True where the words around a period say that the report or its figures cover it."""
    after = key[span.end : span.end + 20]
    before = _CLAUSE_END.split(key[max(start, span.start - _BEFORE_PERIOD) : span.start])[-1]
    said = _COVERS.search(before)
    if (
        _NOT_PERIOD.search(after[:10])
        or _NOT_PERIOD_AHEAD.search(before)
        or (said is None and _CALLED_SO.match(after) is None)
    ):
        return False
    clause = before[before.rfind(",", 0, said.start()) + 1 :] if said is not None else before
    return not _COMPARED.search(clause) and not _COMPARED.search(re.split("[,。;\n]", after, maxsplit=1)[0])
