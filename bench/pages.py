"""Reports of an invented organ of the sizes that real ones have."""

from pathlib import Path

__all__ = ["EXAMPLE", "long_text", "page", "site_page"]

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "county-water-bureau-2010.txt"
_TITLE = "青石县水利局2014年政府信息公开工作年度报告"
_SECTIONS = (
    (
        "一、概述",
        "我局成立了由局长任组长的政府信息公开工作领导小组，下设办公室，第{n}股室配备专人负责，落实保密审查制度。",
    ),
    ("二、主动公开政府信息的情况", "第{n}季度通过县政府门户网站发布水利信息{n}条，其中规划类{n}条，工作动态类2条。"),
    ("三、依申请公开政府信息的情况", "全年办理第{n}批来信，申请人均为本县居民，已按期答复，没有延期的情况。"),
    ("四、收费及减免情况", "查询和复制第{n}类资料均未收取费用，群众可在办公楼一层自助复印。"),
    ("五、行政复议和行政诉讼情况", "第{n}季度没有发生因政府信息公开引起的行政复议和行政诉讼。"),
    ("六、存在的问题及改进措施", "第{n}股室报送信息不够及时，今后将明确时限，加强业务培训，每季度通报一次。"),
)
_FOOT = ("青石县水利局", "2015年3月10日")
_BYTES = 60_000


def _lines(paragraphs: int) -> list[str]:
    lines = [_TITLE, "以下数字的统计时段为2014年1月1日至2014年12月31日。"]
    for heading, words in _SECTIONS:
        lines.append(heading)
        lines += [words.format(n=n) for n in range(1, paragraphs + 1)]
    return [*lines, *_FOOT]


def long_text(size: int = _BYTES) -> bytes:
    """A text of about ``size`` bytes, all of it prose."""
    paragraphs = 1
    while len("\n".join(_lines(paragraphs)).encode()) < size:
        paragraphs += 1
    return "\n".join(_lines(paragraphs)).encode()


def page(size: int = _BYTES) -> bytes:
    """A page of about ``size`` bytes, nearly all of it the report, with the spans an editor leaves in it."""
    paragraphs = 1
    while len(_page(paragraphs, 0)) < size:
        paragraphs += 1
    return _page(paragraphs, 0)


def site_page(size: int = _BYTES) -> bytes:
    """A page of about ``size`` bytes as sites print them: a short report amid menus, styles and scripts."""
    menus = 1
    while len(_page(3, menus)) < size:
        menus += 1
    return _page(3, menus)


def _page(paragraphs: int, menus: int) -> bytes:
    title, *lines = _lines(paragraphs)
    body = "\n".join(
        f'<p style="text-indent:2em"><span style="font-family:仿宋;font-size:16pt">{line}</span></p>' for line in lines
    )
    menu = "\n".join(
        f'<li class="item-{n}"><a href="/zwgk/{n}/index.html" target="_blank">栏目{n}</a></li>'
        f"<script>var item{n} = document.getElementById('item-{n}');</script>"
        for n in range(menus)
    )
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta name="ArticleTitle" content="{title}"><meta name="PubDate" content="2015-03-12"></head>'
        f'<body><div class="nav"><ul>{menu}</ul></div><div class="article"><h1>{title}</h1>{body}</div>'
        '<div class="footer">主办：青石县人民政府办公室</div></body></html>'
    ).encode()
