import codecs

import pytest
from tests.documents.pages import LEAD, WORK

from govdisclosure.documents import read_bytes

TEXT = f"{LEAD}\n{WORK}\n朱镕基、〇、①、㎡\n"
TRADITIONAL = "雲溪市水利局政府資訊公開工作報告\n本局依照規定編製報告，內容包括概述、申請處理情況、行政訴訟等。\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("gb18030"), "gb18030"),
    ],
)
def test_reads_what_mainland_organs_write(data, encoding):
    document = read_bytes(data)
    assert document.text == TEXT
    assert document.source.encoding == encoding


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
@pytest.mark.parametrize("at", [1, 4, 31, 100])
def test_a_lost_byte_does_not_flip_the_choice(encoding, at):
    data = TEXT.encode(encoding)
    document = read_bytes(data[:at] + data[at + 1 :])
    assert document.source.encoding == encoding
    assert WORK[-12:] in document.text


@pytest.mark.parametrize("declared", ["utf-8", "big5", "iso-8859-1", "gb2312"])
def test_a_wrong_label_does_not_decide(declared):
    for encoding in ("utf-8", "gb18030"):
        page = f'<html><meta charset="{declared}"><body><p>{LEAD}</p></body></html>'
        assert read_bytes(page.encode(encoding)).text == LEAD


def test_a_short_title_in_gbk():
    assert read_bytes("年度报告".encode("gbk")).text == "年度报告"
    assert read_bytes("云溪".encode("gbk")).text == "云溪"


def test_big5_declared_and_undeclared():
    assert read_bytes(TRADITIONAL.encode("big5")).source.encoding == "big5hkscs"
    page = f'<html><meta charset="big5"><body><p>{TRADITIONAL}</p></body></html>'
    assert "政府資訊公開" in read_bytes(page.encode("big5")).text


def test_what_could_not_be_decoded_is_counted():
    assert read_bytes(TEXT.encode()).source.undecoded == 0
    assert read_bytes(TEXT.encode("gb18030")).source.undecoded == 0
    damaged = TEXT.encode()
    assert read_bytes(damaged[:4] + damaged[5:40] + damaged[41:]).source.undecoded == 2
    assert read_bytes("青石县\ufffd\ufffd局".encode()).source.undecoded == 1
