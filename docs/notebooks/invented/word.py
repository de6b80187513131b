"""Files of a word processor written by hand, so that each holds what it should and nothing else."""

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

__all__ = ["cell", "docx", "paragraph", "relations", "row", "run", "table", "zipped"]

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{WORD}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)


def zipped(members: Mapping[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive of these members."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", compression) as output:
        for name, data in members.items():
            # A name alone would be stamped with the time of day.
            output.writestr(zipfile.ZipInfo(name), data, compression)
    return target.getvalue()


def relations(**targets: str) -> str:
    """The relations of a part."""
    written = "".join(
        f'<Relationship Id="r{number}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items())
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}">{written}</Relationships>'


def docx(
    body: str,
    *,
    styles: str = "",
    numbering: str = "",
    core: str = "",
    main: str = "word/document.xml",
    **members: str | bytes,
) -> bytes:
    """A document with this content in its body."""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": relations(officeDocument=main),
        main: f"{HEAD}<w:document {NAMESPACES}><w:body>{body}<w:sectPr/></w:body></w:document>",
        main.replace("word/", "word/_rels/") + ".rels": relations(styles="styles.xml", numbering="numbering.xml"),
    }
    if styles:
        parts["word/styles.xml"] = f"{HEAD}<w:styles {NAMESPACES}>{styles}</w:styles>"
    if numbering:
        parts["word/numbering.xml"] = f"{HEAD}<w:numbering {NAMESPACES}>{numbering}</w:numbering>"
    if core:
        parts["docProps/core.xml"] = (
            f'{HEAD}<c:coreProperties xmlns:c="urn:c" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<dc:title>{escape(core)}</dc:title></c:coreProperties>"
        )
    return zipped(parts | members)


def run(text: str, properties: str = "") -> str:
    """Words in one format."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(text: str = "", properties: str = "", *, inner: str = "") -> str:
    """A paragraph."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text) if text else ''}{inner}</w:p>"


def cell(text: str = "", properties: str = "", *, inner: str = "") -> str:
    """A cell, a paragraph a line."""
    content = inner or "".join(paragraph(line) for line in text.split("\n"))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A row of cells, or of their words."""
    written = (one if one.startswith("<") else cell(one) for one in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(written)}</w:tr>"


def table(*rows: str) -> str:
    """A table."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"
