"""The parts of a Word document that are the same for every report: its styles, types and relations."""

from typing import Final

__all__ = ["PARTS", "RELATIONS", "core"]

_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def _fonts(name: str) -> str:
    # Without eastAsia a word processor sets Chinese in a Latin font's fallback.
    return f'<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="{name}" w:cs="Times New Roman"/>'


def _style(key: str, name: str, paragraph: str, run: str, *, base: str = "Normal") -> str:
    based, default = f'<w:basedOn w:val="{base}"/>', ""
    if key == base:
        based, default = "", ' w:default="1"'
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{key}"><w:name w:val="{name}"/>{based}<w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


_BODY: Final = '<w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="640"/>'
_BORDERS: Final = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_STYLES: Final = (
    f'{_HEAD}<w:styles xmlns:w="{_WORD}">'
    f'<w:docDefaults><w:rPrDefault><w:rPr>{_fonts("仿宋")}{_size(32)}<w:lang w:val="en-US" w:eastAsia="zh-CN"/>'
    "</w:rPr></w:rPrDefault></w:docDefaults>"
    + _style("Normal", "Normal", "", _fonts("仿宋") + _size(32))
    + _style("BodyText", "Body Text", _BODY, "")
    + _style(
        "Title",
        "Title",
        '<w:spacing w:after="400"/><w:jc w:val="center"/>',
        _fonts("方正小标宋简体") + "<w:b/>" + _size(44),
    )
    + _style("Heading1", "heading 1", f'<w:keepNext/>{_BODY}<w:outlineLvl w:val="0"/>', _fonts("黑体"))
    + _style("Heading2", "heading 2", f'<w:keepNext/>{_BODY}<w:outlineLvl w:val="1"/>', _fonts("楷体"))
    + _style("Signature", "Signature", '<w:spacing w:line="560" w:lineRule="exact"/><w:jc w:val="right"/>', "")
    + _style("TableText", "Table Text", '<w:jc w:val="center"/>', _fonts("宋体") + _size(18))
    + _style("TableLabel", "Table Label", '<w:jc w:val="left"/>', "", base="TableText")
    + '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>'
    f'<w:tblPr><w:tblBorders>{_BORDERS}</w:tblBorders><w:tblCellMar><w:left w:w="57" w:type="dxa"/>'
    '<w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>'
)
_CONTENT_TYPES: Final = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPES}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_TYPES}.styles+xml"/>'
    '<Override PartName="/docProps/core.xml" '
    'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
)


def _relations(*targets: tuple[str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


PARTS: Final = {"[Content_Types].xml": _CONTENT_TYPES, "word/styles.xml": _STYLES}
"""Types and styles, by the name of the part."""
RELATIONS: Final = {
    "_rels/.rels": _relations(
        (f"{_OFFICE}/officeDocument", "word/document.xml"),
        (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
    ),
    "word/_rels/document.xml.rels": _relations((f"{_OFFICE}/styles", "styles.xml")),
}
"""What belongs to what, by the name of the part."""


def core(title: str) -> str:
    """The properties of a document.

    Args:
        title: Its title, escaped.
    """
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></cp:coreProperties>'
    )
