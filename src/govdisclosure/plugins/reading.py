"""Files that a plugin reads: which one is asked, and what becomes of what it returns."""

import hashlib
from collections.abc import Iterator
from pathlib import PurePath

import attrs

from govdisclosure.documents.detect import is_built_in
from govdisclosure.documents.document import Document
from govdisclosure.errors import ReadError
from govdisclosure.model.report import SourceFile
from govdisclosure.plugins.loading import Plugin, Plugins
from govdisclosure.plugins.protocols import Reader
from govdisclosure.plugins.validating import fault_of
from govdisclosure.text.display import one_line

__all__ = ["document_of"]


def document_of(plugins: Plugins, data: bytes, uri: str | None) -> Document | None:
    """What a plugin reads a file as; nothing where none is asked to.

    Args:
        plugins: Those that were found.
        data: The file.
        uri: Its name.

    Raises:
        ReadError: The plugin failed, or what it returned cannot be used; it is named.
    """
    name = uri if uri is not None else "<bytes>"
    suffix = PurePath(name).suffix.lower() if uri not in {None, "-"} else ""
    for plugin in _asked(plugins, data, name):
        reader: Reader = plugin.value
        if suffix and suffix not in {one.lower() for one in reader.suffixes}:
            continue
        try:
            if reader.sniff(data):
                return _read(reader, data, uri, name)
        except ReadError as error:
            raise _unread(plugin, name, (error.zh, error.en)) from None
        except (Exception, SystemExit) as error:  # noqa: BLE001  its text may quote the file: the kind alone is told
            kind = type(error).__name__
            raise _unread(plugin, name, (f"出错（{kind}）", f"raised {kind}")) from None
    return None


def _asked(plugins: Plugins, data: bytes, name: str) -> Iterator[Plugin]:
    """Those that are preferred; the others only where the package does not read such a file itself."""
    readers = plugins.of("readers")
    yield from (one for word in plugins.preferred for one in readers if one.name == word)
    if readers and not is_built_in(data, name):
        yield from (one for one in readers if one.name not in plugins.preferred)


def _read(reader: Reader, data: bytes, uri: str | None, name: str) -> Document:
    source = SourceFile(uri=uri, sha256=hashlib.sha256(data).hexdigest(), media_type=str(reader.media_type))
    document = reader.read(data, source)
    fault = fault_of(document, data)
    if fault is not None:
        raise ReadError(name, *fault)
    # Where the words come from is not the plugin's to say.
    told = attrs.evolve(source, encoding=document.source.encoding, undecoded=document.source.undecoded)
    return attrs.evolve(document, source=told)


def _unread(plugin: Plugin, name: str, why: tuple[str, str]) -> ReadError:
    zh, en = one_line(why[0]), one_line(why[1])
    return ReadError(name, f"{plugin.zh}：{zh}，未能读取", f"{plugin.en}: {en}; not read")
