"""Whether a document is an annual report at all, and not a notice about reports, a guide, a rule or news."""

import re
from collections.abc import Sequence

from govdisclosure.documents.document import Document
from govdisclosure.errors import StructureError
from govdisclosure.extraction.titles import Title, is_title, parse_title
from govdisclosure.law.vocabulary import classify, is_statutory
from govdisclosure.model.report import Content, Section
from govdisclosure.text.headings import match_marker
from govdisclosure.text.normalise import fold, squeeze

__all__ = ["require_length", "require_report"]

_OPENING = 4_000
_LONGEST = 1_000_000
_HEAD_BLOCKS = 12
_LINE = 60
_FEW = 2
_SENTENCES = 3
_OWN = frozenset({Content.PROACTIVE, Content.REQUESTS, Content.FEES, Content.REMEDIES})
_SUBJECT = re.compile(r"(?:信息|政务|资讯)公开|依申请公开")
_OTHER_KIND = re.compile(
    r"(?:指南|制度|办法|规定|细则|公告|通知|通报|方案|意见|要点|目录|流程图?|申请表|公示|招聘|条例|解读|的函|批复|新闻发布会?)(?:\(.{0,12}\))?$"
)
_RULE = re.compile(
    r"第[一二三]条|本(?:制度|办法|规定|条例|指南|方案)|自(?:发布|公布|印发)之日起|自20\d\d年\d{1,2}月\d{1,2}日起施行|特此通知|通知如下|制定本"
)
_SELF = re.compile(
    r"本(?:年度)?(?:报告|年报)|报告如下|20\d\d年度?[,以来]{0,3}[^。\n]{0,16}[我本全][局县市区镇乡委办厅处院街单系]|[我本][局县市区镇乡委办厅处院街][^。\n]{0,20}20\d\d年"
)
_ORDINAL = re.compile(r"^[^一-鿿]{0,12}(?:\(?[一二三四五六七八九十]{1,3}\)?\s{0,4}[、.,:]?)?\s{0,8}")
_FORM = re.compile(r"本年新收政府信息公开申请|本年制发件数|本年新制作数量|未经复议直接起诉")


def require_length(document: Document) -> None:
    """Refuse a text that is far too long for one report, before any time is spent on it.

    Raises:
        StructureError: The text has more than a million characters.
    """
    if len(document.text) > _LONGEST:
        raise StructureError(
            document.source.uri or "-",
            f"正文超过{_LONGEST}字，不像一份年度报告。请把一份报告存成一个文件",
            f"the text has more than {_LONGEST} characters and is no single annual report; keep one report in one file",
        )


def require_report(document: Document, title: Title | None, sections: Sequence[Section], *, has_figures: bool) -> None:
    """Refuse what is no annual report, and a file that holds two.

    Args:
        document: The document.
        title: A title of such a report, if the document has one.
        sections: Its top-level sections.
        has_figures: True when it states figures of its own or the period they cover.

    Raises:
        StructureError: It is a notice about reports, a guide, a rule, news; or more than one report.
    """
    source = document.source.uri or "-"
    if not _is_report(document, title, sections, has_figures=has_figures):
        raise StructureError(
            source,
            "没有认出政府信息公开年度报告：没有此类标题，各部分标题和数据也不足以认定。"
            "请确认文件是年度报告正文，而不是通知、指南或网页目录",
            "not recognised as an annual report on government information disclosure: "
            "no such title, and its headings and figures do not make it one; "
            "see that the file is the report itself and no notice, guide or list of pages",
        )
    if _holds_another(document, title, sections):
        raise StructureError(
            source,
            "文件里有不止一份年度报告，请把每份报告各存成一个文件",
            "the file holds more than one annual report; keep each report in a file of its own",
        )


def _is_report(document: Document, title: Title | None, sections: Sequence[Section], *, has_figures: bool) -> bool:
    if _FORM.search(document.key):
        return True
    if not _SUBJECT.search(document.key):
        return False
    if title is not None:
        # A title alone is a link in a list, or a page whose text was not saved.
        return bool(sections) or has_figures or document.key.count("。") >= _SENTENCES
    contents = {content for section in sections for content in section.covers}
    if not contents or _is_another_kind(document):
        return False
    if any(is_statutory(_ORDINAL.sub("", fold(section.heading))) for section in sections):
        return True
    reports = _SELF.search(document.key, 0, _OPENING) is not None
    return has_figures and (reports or len(_OWN.intersection(contents | _of_subheadings(document))) >= _FEW)


def _of_subheadings(document: Document) -> set[Content]:
    """What the numbered headings below the sections announce: (一)主动公开情况."""
    lines = (document.key[block.start : block.end] for block in document.blocks)
    marked = ((line, match_marker(line)) for line in lines if len(line) <= _LINE)
    return {content for line, marker in marked if marker for content in classify(line[marker.end :].rstrip(" 。:"))}


def _holds_another(document: Document, title: Title | None, sections: Sequence[Section]) -> bool:
    """True when a second report follows the first: another title with a year, and headings that begin anew under it."""
    if title is None or not sections:
        return False
    first = parse_title(title.text)
    blocks = [block for block in document.blocks if block.start >= sections[0].heading_at.end]
    for number, block in enumerate(blocks):
        words = squeeze(document.text[block.start : block.end])
        if len(words) > _LINE or not is_title(fold(words)):
            continue
        organ, year = parse_title(words)
        if organ is not None and year is not None and (organ, year) != first:
            following = blocks[number + 1 : number + _HEAD_BLOCKS]
            if any(_begins_anew(document.key[b.start : b.end]) for b in following):
                return True
    return False


def _begins_anew(line: str) -> bool:
    marker = match_marker(line)
    return marker is not None and marker.number == 1 and bool(classify(line[marker.end :].rstrip(" 。:")))


def _is_another_kind(document: Document) -> bool:
    """True when a line at the top calls the document something else, or it lays down rules."""
    for block in document.blocks[:_HEAD_BLOCKS]:
        line = document.key[block.start : block.end].strip()
        if len(line) <= _LINE and _OTHER_KIND.search(line) and "报告" not in line.rsplit("的", 1)[-1]:
            return True
    return len(_RULE.findall(document.key, 0, _OPENING)) >= _FEW
