"""The official form as a page: one file, without scripts, for light and dark screens and for paper."""

from collections.abc import Iterator
from typing import Final

from govdisclosure.model.layout import Box, layout_of
from govdisclosure.model.statistics import Grid
from govdisclosure.text.markup import escape
from govdisclosure.writing.official_form_parts import Paragraph, Part, PartKind, figure_text, official

__all__ = ["html_of"]

_STYLE: Final = """
:root { color-scheme: light dark; }
body { max-width: 60em; margin: 2em auto; padding: 0 1em; line-height: 1.8;
  font-family: FangSong, "仿宋", "仿宋_GB2312", STFangsong, serif; }
h1 { text-align: center; font-family: "方正小标宋简体", SimSun, "宋体", serif; }
h2 { font-family: SimHei, "黑体", sans-serif; font-size: 1.2em; }
h3 { font-family: KaiTi, "楷体", serif; font-size: 1.05em; }
p { text-indent: 2em; margin: 0 0 .6em; }
p.foot { text-align: right; }
div.table { overflow-x: auto; margin: 1em 0; }
table { border-collapse: collapse; width: 100%; line-height: 1.4;
  font-family: SimSun, "宋体", serif; font-size: .85em; }
th, td { border: 1px solid; padding: .3em .4em; text-align: center; font-weight: normal; }
th[scope="row"], th[scope="rowgroup"] { text-align: left; }
@media print { @page { size: A4; margin: 37mm 26mm 35mm 28mm; } body { margin: 0; max-width: none; } }
"""
_TAGS: Final = {
    PartKind.TITLE: "h1",
    PartKind.HEADING: "h2",
    PartKind.SUBHEADING: "h3",
    PartKind.TEXT: "p",
    PartKind.FOOT: "p",
}


def html_of(parts: tuple[Part, ...]) -> bytes:
    """Write the parts of a report as a page in UTF-8."""
    title = next((part.text for part in parts if isinstance(part, Paragraph)), "")
    body = "\n".join(_table(part) if isinstance(part, Grid) else _paragraph(part) for part in parts)
    page = (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )
    return page.encode()


def _paragraph(part: Paragraph) -> str:
    tag = _TAGS[part.kind]
    kind = ' class="foot"' if part.kind is PartKind.FOOT else ""
    return f"<{tag}{kind}>{escape(part.text)}</{tag}>"


def _table(grid: Grid) -> str:
    layout = layout_of(grid)
    rows = ["".join(_cells(grid, row, head=number < layout.head)) for number, row in enumerate(layout.rows)]
    lines = [f"<tr>{row}</tr>" for row in rows]
    head, body = "\n".join(lines[: layout.head]), "\n".join(lines[layout.head :])
    top = f"<thead>\n{head}\n</thead>\n" if head else ""
    return f'<div class="table"><table>\n{top}<tbody>\n{body}\n</tbody>\n</table></div>'


def _cells(grid: Grid, row: tuple[Box, ...], *, head: bool) -> Iterator[str]:
    figures = any(box.cell is not None for box in row)
    for box in row:
        spans = f' rowspan="{box.rows}"' * (box.rows > 1) + f' colspan="{box.columns}"' * (box.columns > 1)
        if box.cell is not None:
            yield f"<td{spans}>{escape(figure_text(grid, box.cell))}</td>"
            continue
        across = "col" if head or not figures else "row"
        group = "group" * ((box.columns if across == "col" else box.rows) > 1)
        yield f'<th scope="{across}{group}"{spans}>{escape(official(box.text))}</th>'
