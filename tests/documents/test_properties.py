from hypothesis import given, settings
from hypothesis import strategies as st

from govdisclosure.documents import Document, read_bytes
from govdisclosure.errors import ReadError

TAGS = "p /p div /div table tr td /table b /b br li !-- script /script title /title select".split()  # noqa: SIM905
MARKUP = st.sampled_from([
    *(f"<{tag}>" for tag in TAGS), "<div class=nav>", "<a href=1>", "</a>", "<span hidden>", "</span>", "-->",
    "&nbsp;", "&amp", "&#65;", "&", "<", ">", '"', "甲", "乙，丙。", "丁\u200b戊", " ", "\n", "\u3000", "\r\n",
])  # fmt: skip


def check(document: Document) -> None:
    end = 0
    for block in document.blocks:
        assert end <= block.start < block.end <= len(document.text)
        assert "\n" not in document.text[block.start : block.end]
        end = block.end
    assert len(document.key) == len(document.text)
    assert list(document.map.text_starts) == sorted(document.map.text_starts)


@given(st.binary(max_size=400) | st.text(max_size=200).map(str.encode))
def test_arbitrary_bytes_are_read_or_refused(data):
    try:
        check(read_bytes(data))
    except ReadError as error:
        assert "\n" not in str(error)  # noqa: PT017


@given(st.lists(MARKUP, max_size=60).map("".join))
@settings(max_examples=300)
def test_arbitrary_markup_is_read_or_refused_and_traced(body):
    source = "<html><body>" + body
    try:
        document = read_bytes(source.encode())
    except ReadError:
        return
    check(document)
    places = document.map
    for text, start, length in zip(places.text_starts, places.source_starts, places.lengths, strict=True):
        assert document.text[text : text + length] == source[start : start + length]


@given(st.text(alphabet="甲乙 \t\n\r\u2028\u200b\u00ad\u3000|#:-=年", max_size=80))
@settings(max_examples=300)
def test_plain_blocks_stand_where_the_map_says(text):
    try:
        document = read_bytes(text.encode())
    except ReadError:
        return
    check(document)
    for block in document.blocks:
        place = document.place(block.start, block.end)
        start = document.map.line_starts[place.line - 1] + place.column - 1
        assert text[start] == document.text[block.start]
