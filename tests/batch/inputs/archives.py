"""Archives as strangers make them."""

import io
import struct
import tarfile
import zipfile
import zlib

PAGE = "<p>青石县水利局2023年政府信息公开工作年度报告</p>".encode()


def zipped(*members, method=zipfile.ZIP_DEFLATED):
    """A ZIP archive of names, or of (name, content)."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for member in members:
            name, content = member if isinstance(member, tuple) else (member, PAGE)
            archive.writestr(name, b"" if str(name).endswith("/") else content)
    return target.getvalue()


def streamed(*members):
    """A ZIP archive written where one cannot go back: sizes follow the members."""

    class OneWay(io.BytesIO):
        def seekable(self):
            return False

        def seek(self, *_):
            raise OSError

        def tell(self):
            raise OSError

    target = OneWay()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in members:
            archive.writestr(name, PAGE)
    return target.getvalue()


def raw_zip(*members, flags=0, extra=lambda raw: b"", made=0, method=8):  # noqa: ARG005  none by default
    """A ZIP archive whose names are bytes."""
    body, directory = b"", b""
    for raw in members:
        pack = zlib.compressobj(wbits=-15)
        data = pack.compress(PAGE) + pack.flush()
        common = struct.pack("<HHHHLLLHH", flags, method, 0, 0x21, zlib.crc32(PAGE), len(data), len(PAGE), len(raw), 0)
        field = extra(raw)
        entry = common[:-2] + struct.pack("<HHHHLL", len(field), 0, 0, 0, 0, len(body))
        directory += b"PK\x01\x02" + struct.pack("<HH", made << 8 | 20, 20) + entry + raw + field
        body += b"PK\x03\x04" + struct.pack("<H", 20) + common + raw + data
    count = len(members)
    end = b"PK\x05\x06" + struct.pack("<HHHHLLH", 0, 0, count, count, len(directory), len(body), 0)
    return body + directory + end


def tarred(*members, mode="w", **options):
    """A tar archive of names, of (name, content), or of tarfile's own headers."""
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode=mode, **options) as archive:
        for member in members:
            if isinstance(member, tarfile.TarInfo):
                archive.addfile(member)
                continue
            name, content = member if isinstance(member, tuple) else (member, PAGE)
            about = tarfile.TarInfo(name)
            about.size = len(content)
            archive.addfile(about, io.BytesIO(content))
    return target.getvalue()


def special(name, kind, target=""):
    """A header of tar for something that is no file."""
    about = tarfile.TarInfo(name)
    about.type, about.linkname = kind, target
    return about
