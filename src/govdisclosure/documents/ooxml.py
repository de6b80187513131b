"""The parts of an Office Open XML file: found through their relations, parsed without entities or network.

Needs the ``office`` extra (lxml).
"""

import posixpath
from typing import TYPE_CHECKING, Final

from govdisclosure.documents.archive import Archive
from govdisclosure.errors import MissingExtraError, ReadError

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["MAX_ELEMENTS", "Package"]

_STRICT: Final = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL: Final = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MAX_ELEMENTS: Final = 1_500_000
"""A part with more is no report; the form with its tables has seven thousand."""


class Package:
    """An Office Open XML file."""

    def __init__(self, data: bytes, name: str, kind: str, main: str) -> None:
        """Open the file and find its main part.

        Args:
            data: The file.
            name: What to name in an error.
            kind: What to call the file in an error.
            main: Where the main part stands when the relations do not say.

        Raises:
            ReadError: It is damaged.
            MissingExtraError: lxml is not installed.
        """
        try:
            from lxml import etree  # noqa: PLC0415  the extra is needed for these files only
        except ImportError:
            raise MissingExtraError("office", f"读取 {kind} 文件", f"reading {kind} files") from None
        self._etree = etree
        self._name = name
        self._kind = kind
        self.archive = Archive(data, name, kind)
        self.main = self.related("", "officeDocument") or main

    def xml(self, part: str | None) -> "_Element | None":
        """The root of a part; nothing when there is no such part.

        Raises:
            ReadError: It is damaged, declares a document type, or is too large.
        """
        data = self.archive.read(part) if part else None
        if data is None:
            return None
        if data.count(b"<") > MAX_ELEMENTS:
            raise ReadError(
                self._name,
                f"{self._kind} 文件内容过多，不予读取；请只保留报告正文，另存后再试",
                f"the {self._kind} file has too much content; keep only the report and save it anew",
            )
        etree = self._etree
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True,
            remove_pis=True,
        )  # fmt: skip
        try:
            root = etree.fromstring(data.replace(_STRICT, _TRANSITIONAL), parser)
        except (etree.XMLSyntaxError, ValueError):
            raise self.archive.damaged() from None
        # The standard allows no document type; only an attack on entities needs one.
        if root.getroottree().docinfo.internalDTD is not None:
            raise self.archive.damaged()
        return root

    def related(self, part: str, kind: str) -> str | None:
        """The part to which another is related in some way.

        Args:
            part: The other part; the file itself when empty.
            kind: The last word of the relation's type, such as ``styles``.
        """
        folder, _, file = part.rpartition("/")
        root = self.xml(posixpath.join(folder, "_rels", f"{file}.rels"))
        for relation in () if root is None else root:
            if relation.get("Type", "").endswith(f"/{kind}") and relation.get("TargetMode") != "External":
                target = relation.get("Target", "")
                found = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
                found = found.lstrip("/")
                if found in self.archive.names:
                    return found
        return None
