"""The document on a page: what stands above it, what it says, without the site's own lines."""

import re
from typing import Final

import attrs

from govdisclosure.documents.document import Block, BlockKind
from govdisclosure.documents.html_scan import words
from govdisclosure.documents.html_text import Draft, Page, drafts
from govdisclosure.documents.main_text import Stretch, Weight, find_container, furniture
from govdisclosure.documents.source_map import TextBuilder
from govdisclosure.documents.table import Table, TableCell, columns_of
from govdisclosure.text.normalise import OBJECT, squeeze

__all__ = ["Written", "write_blocks"]

_HEADINGS: Final = words("h1 h2 h3 h4 h5 h6")
# Lines a site puts around and into its articles.
_SITE_LINES: Final = re.compile(
    r"(?:您|你)?(?:现在|当前|所在){1,2}(?:的)?位置\s{0,3}[:：].{0,120}"
    r"|(?:网站)?首页\s{0,3}[>＞»›/].{0,120}"
    r"|(?:[【\[（(\s]{0,3}(?:打印|打印本页|打印此页|我要打印|关闭|关闭窗口|关闭本页|收藏|加入收藏|返回|返回顶部|推荐)[】\]）)\s|]{0,3}){1,6}"
    r"|[【\[\s]{0,3}(?:字体|字号|文字)(?:大小)?\s{0,3}[:：]?[【\[\]】\s|大中小超默认]{1,30}"
    r"|(?:上|下)一(?:篇|条|页)\s{0,3}[:：].{0,120}"
    r"|分享(?:到|至|本文)?\s{0,3}[:：]?.{0,12}"
    r"|(?:手机)?扫一扫.{0,24}"
    r"|(?:浏览|点击|阅读|访问)(?:次数|量|数)?\s{0,3}[:：]\s{0,3}[\d次\s]{0,12}"
)
_LONGEST_SITE_LINE: Final = 160
# What stands between a title and its article, or in the table above it.
_HEAD_LABEL: Final = re.compile(
    r"(?:发布|公开|生成|成文|发文|印发|更新|发稿)(?:时间|日期)|(?:信息|文章|稿件)?来\s{0,4}源|文\s{0,8}号|索\s{0,3}引\s{0,3}号|(?:发布|公开|发文)(?:机构|机关|单位)|主题分类|时间\s{0,3}[:：]|日期\s{0,3}[:：]"
)
_DATE: Final = re.compile(r"(?:19|20)\d\d\s?[-年/.]\s?\d{1,2}\s?[-月/.]\s?\d{1,2}")
_LONGEST_HEAD_LINE: Final = 200
_LONGEST_DATE_LINE: Final = 40
_LONGEST_HEADING: Final = 100
_SHORTEST_TITLE: Final = 6
_LONGEST_TITLE: Final = 120
_HEAD_REACH: Final = 60
_BODY_REACH: Final = 12
_NOTHING: Final = Stretch(0, 0, 0, 0)


@attrs.define
class Written:
    """What was written of a page: its text, its blocks and its tables."""

    builder: TextBuilder = attrs.field(factory=TextBuilder)
    blocks: list[Block] = attrs.field(factory=list)
    tables: list[Table] = attrs.field(factory=list)


def write_blocks(page: Page, titles: list[str]) -> Written:
    """Write the document on a page.

    Args:
        page: The page.
        titles: What the page's meta tags call it.
    """
    stretches = page.stretches()
    weight = Weight(stretches)
    unwanted = furniture(page.nodes, weight)
    for index, node in enumerate(page.nodes):
        if unwanted[index] and not unwanted[node.parent]:
            stretches[node.first : node.last] = [_NOTHING] * (node.last - node.first)
    wanted = Weight(stretches)
    container = find_container(page.nodes, wanted, unwanted)
    layouts = page.layouts(wanted, container)
    node = page.nodes[container]
    body = [d for d in drafts(page, node.opened, node.closed, unwanted, layouts) if not _is_site_line(d)]
    if not any(draft.characters for draft in body):
        # All of it looks like furniture: better too much than nothing.
        container, node = 0, page.nodes[0]
        body = drafts(page, 0, node.closed, [each.hidden for each in page.nodes], layouts)
    head = _head(page, node.opened, layouts, body, titles) if container else []
    return _write(page, head, body)


def _is_site_line(draft: Draft) -> bool:
    # A table keeps all its rows, or a cell that spans several would reach into others.
    if len(draft.cells) > 1:
        return False
    text = draft.text
    return len(text) <= _LONGEST_SITE_LINE and bool(_SITE_LINES.fullmatch(text))


def _head(page: Page, end: int, layouts: set[int], body: list[Draft], titles: list[str]) -> list[Draft]:
    """Title and date lines that stand above the container and not in it."""
    hidden = [node.hidden for node in page.nodes]
    above = [d for d in drafts(page, 0, end, hidden, layouts) if d.characters and not _is_site_line(d)][-_HEAD_REACH:]
    inside = {squeeze(draft.text) for draft in [d for d in body if d.characters][:_BODY_REACH]}
    names = [squeeze(title) for title in titles]
    keep = _title(page, above, names)
    first = min(keep, default=0)
    has_title = bool(keep)
    keep |= {
        index
        for index, draft in enumerate(above)
        if _is_head_line(draft)
        or (
            has_title
            and index > first
            and len(draft.text) <= _LONGEST_DATE_LINE
            and _DATE.search(draft.text)
            and not draft.linked
        )
    }
    head = []
    for index in sorted(keep):
        said = squeeze(above[index].text)
        if said not in inside:
            inside.add(said)
            head.append(above[index])
    return head


def _is_head_line(draft: Draft) -> bool:
    text = draft.text
    return (
        len(text) <= _LONGEST_HEAD_LINE
        and bool(_HEAD_LABEL.search(text))
        and (":" in text or "：" in text or "\t" in text)
    )


def _title(page: Page, above: list[Draft], names: list[str]) -> set[int]:
    """The lines that print the title: what the meta tags name, else what the page marks as a heading."""
    texts = [squeeze(draft.text) for draft in above]
    named = [
        index
        for index, text in enumerate(texts)
        if _SHORTEST_TITLE <= len(text) <= _LONGEST_TITLE and any(text in name for name in names)
    ]
    if not named:
        named = [
            index
            for index, draft in enumerate(above)
            if _is_titled(page, draft) and len(texts[index]) >= _SHORTEST_TITLE
        ]
    if not named:
        return set()
    best = max(named, key=lambda index: (len(texts[index]), index))
    return {index for index in named if abs(index - best) <= 1 and (index == best or texts[index] != texts[best])}


_TITLE_NAME: Final = re.compile(r"(?:^|[\s_-])(?:[a-z]{0,12}title|biaoti|bt|tit)(?:$|[\s_-])", re.IGNORECASE)


def _is_titled(page: Page, draft: Draft) -> bool:
    node = page.nodes[draft.owner]
    return (
        not draft.is_row
        and not draft.linked
        and (
            node.name in _HEADINGS
            or bool(_TITLE_NAME.search(f"{node.given.get('id', '')} {node.given.get('class', '')}"[:200]))
        )
    )


def _write(page: Page, head: list[Draft], body: list[Draft]) -> Written:
    written = Written()
    builder = written.builder
    chosen = [*head, *body]
    characters = sum(draft.characters for draft in chosen)
    # Where most is bold, as after a tag nobody closed, bold says nothing.
    telling = sum(cell.bold for draft in chosen for cell in draft.cells) * 2 < characters
    rows: list[tuple[Draft, list[tuple[int, int]]]] = []
    for draft in chosen:
        if rows and rows[-1][0].table != draft.table:
            written.tables += _tables(rows)
            rows = []
        if written.blocks and draft.characters:
            builder.add_made("\n")
        start = builder.length
        places = []
        for position, cell in enumerate(draft.cells):
            if position and draft.characters:
                builder.add_made("\t")
            begin = builder.length
            cell.write(builder)
            if cell.shows and not cell.characters and draft.characters:
                builder.add_made(OBJECT)
            places.append((begin, builder.length))
        if draft.is_row:
            rows.append((draft, places))
        if draft.characters:
            written.blocks.append(Block(start=start, end=builder.length, kind=_kind(page, draft, telling=telling)))
    written.tables += _tables(rows)
    return written


def _tables(rows: list[tuple[Draft, list[tuple[int, int]]]]) -> list[Table]:
    """The table of some rows, if anything is written in them."""
    cells = tuple(
        TableCell(
            row=row,
            column=column,
            rowspan=height,
            colspan=width,
            start=rows[row][1][position][0],
            end=rows[row][1][position][1],
        )
        for row, position, column, height, width in columns_of([draft.spans for draft, _ in rows])
    )
    return [Table(cells=cells)] if any(cell.start < cell.end for cell in cells) else []


def _kind(page: Page, draft: Draft, *, telling: bool) -> BlockKind:
    if draft.is_row:
        return BlockKind.ROW
    line = draft.cells[0]
    if len(line.text) > _LONGEST_HEADING:
        return BlockKind.PARAGRAPH
    if page.nodes[draft.owner].name in _HEADINGS or (telling and line.bold == line.characters):
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH
