"""PDF files written by hand: text in a font that only says which characters its codes are, lines, and protection."""

import hashlib
import zlib

__all__ = ["Drawing", "grid", "pdf", "prose"]

WIDTH, HEIGHT = 595, 842
MARGIN, PITCH = 74, 28
_PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


class Drawing:
    """What is drawn on a page; distances are from its left and top."""

    def __init__(self):
        self.operators = []

    def text(self, x, top, words, size=16, font="F"):
        codes = words.encode("utf-16-be").hex()
        self.operators.append(f"BT /{font} {size} Tf {x:.2f} {HEIGHT - top - size * 0.88:.2f} Td <{codes}> Tj ET")
        return self

    def line(self, x0, top, x1, bottom):
        self.operators.append(f"{x0} {HEIGHT - top} m {x1} {HEIGHT - bottom} l S")
        return self

    def box(self, x0, top, x1, bottom, *, white=False):
        colour = "1 1 1 rg" if white else "0 0 0 RG"
        paint = "f" if white else "S"
        self.operators.append(f"{colour} {x0} {HEIGHT - bottom} {x1 - x0} {bottom - top} re {paint} 0 0 0 rg")
        return self

    def raw(self, operators):
        self.operators.append(operators)
        return self

    def content(self):
        return "\n".join(self.operators).encode()


def grid(drawing, columns, rows, cells, size=10):
    """A ruled table: cells as (row, column, rowspan, colspan, text), a text of several lines one under another."""
    for row, column, height, width, text in cells:
        x0, x1, top, bottom = columns[column], columns[column + width], rows[row], rows[row + height]
        drawing.box(x0, top, x1, bottom)
        for number, line in enumerate(text.split("\n")):
            drawing.text(x0 + 2, top + 3 + number * (size + 1), line, size)
    return drawing


def prose(drawing, top, lines, size=16):
    """Lines one under another; one that begins with two wide blanks is indented by them."""
    for number, line in enumerate(lines):
        words = line.lstrip("\u3000")
        drawing.text(MARGIN + (len(line) - len(words)) * size, top + number * PITCH, words, size)


def pdf(*pages, title="", codes=True, password=None, owner=None, extra=()):
    """A file of these pages, with a font /F, and a font /B of heavy type.

    Args:
        pages: What is drawn on each.
        title: The title among its properties.
        codes: Whether the font says which characters it prints.
        password: What opens it.
        owner: What lifts its restrictions; given alone, anyone can open it.
        extra: More objects, as (number, bytes); numbers from 5000 on are free.
    """
    used = sorted({ord(sign) for page in pages for sign in _printed(page)})
    shown = "".join(f"<{code:04X}> <{code:04X}>\n" for code in used)
    to_unicode = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <FFFF> endcodespacerange\n{len(used)} beginbfchar\n{shown}endbfchar\n"
        "endcmap end end"
    ).encode()
    kids = " ".join(f"{100 + 2 * number} 0 R" for number in range(len(pages)))
    forms = "".join(f" /X{number} {number} 0 R" for number, _ in extra)
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}/MediaBox[0 0 {WIDTH} {HEIGHT}]"
        f"/Resources<</Font<</F 10 0 R/B 20 0 R>>/XObject<<{forms}>>>>>>".encode(),
        **_font(10, "Song", 11 if codes else None),
        **_font(20, "SimHei-Bold", 11 if codes else None),
    }
    streams = {11: (b"", to_unicode)}
    for number, page in enumerate(pages):
        objects[100 + 2 * number] = f"<</Type/Page/Parent 2 0 R/Contents {101 + 2 * number} 0 R>>".encode()
        streams[101 + 2 * number] = (b"", page if isinstance(page, bytes) else page.content())
    protection = _Protection.of(password, owner)
    for number, (head, data) in streams.items():
        content = protection.encrypt(number, zlib.compress(data))
        written = b"<<%b/Filter/FlateDecode/Length %d>>stream\n%b\nendstream"
        objects[number] = written % (head, len(content), content)
    info = protection.encrypt(3, title.encode("utf-16"))
    objects[3] = b"<</Title<%b>>>" % info.hex().encode()
    if protection.key:
        objects[4] = protection.dictionary
    return _written(objects | dict(extra), secret=bool(protection.key))


def _printed(page):
    if isinstance(page, bytes):
        return ""
    pieces = (one.split("<")[1].split(">")[0] for one in page.operators if one.startswith("BT"))
    return "".join(bytes.fromhex(one).decode("utf-16-be") for one in pieces)


def _font(number, name, to_unicode):
    codes = f"/ToUnicode {to_unicode} 0 R" if to_unicode else ""
    return {
        number: f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H{codes}"
        f"/DescendantFonts[{number + 2} 0 R]>>".encode(),
        number + 2: f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)"
        f"/Ordering(Identity)/Supplement 0>>/DW 1000/W[32 126 500]/FontDescriptor {number + 3} 0 R>>".encode(),
        number + 3: f"<</Type/FontDescriptor/FontName/{name}/Flags 4/FontBBox[0 -120 1000 880]/ItalicAngle 0"
        "/Ascent 880/Descent -120/CapHeight 880/StemV 80>>".encode(),
    }


def _written(objects, *, secret):
    target = bytearray(b"%PDF-1.4\n")
    places = {}
    for number, body in sorted(objects.items()):
        places[number] = len(target)
        target += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(target)
    target += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        target += b"%d 1\n%010d 00000 n \n" % (number, place)
    locked = b"/Encrypt 4 0 R/ID[<00><00>]" if secret else b""
    target += b"trailer<</Size %d/Root 1 0 R/Info 3 0 R%b>>\nstartxref\n%d\n%%%%EOF" % (max(objects) + 1, locked, start)
    return bytes(target)


class _Protection:
    """The oldest protection there is (RC4, 40 bits): enough to stand for the others."""

    def __init__(self, key=b"", dictionary=b""):
        self.key = key
        self.dictionary = dictionary

    @classmethod
    def of(cls, password, owner):
        if password is None and owner is None:
            return cls()
        user = ((password or "").encode() + _PAD)[:32]
        mine = _rc4(_md5(((owner or password).encode() + _PAD)[:32])[:5], user)
        allowed = (0xFFFFFFFC).to_bytes(4, "little")
        key = _md5(user + mine + allowed + b"\x00")[:5]
        dictionary = b"<</Filter/Standard/V 1/R 2/P -4/O<%b>/U<%b>>>" % (
            mine.hex().encode(),
            _rc4(key, _PAD).hex().encode(),
        )
        return cls(key, dictionary)

    def encrypt(self, number, data):
        if not self.key:
            return data
        return _rc4(_md5(self.key + number.to_bytes(3, "little") + b"\x00\x00")[:10], data)


def _md5(data):
    return hashlib.md5(data, usedforsecurity=False).digest()


def _rc4(key, data):
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    i = j = 0
    found = bytearray()
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        found.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(found)
