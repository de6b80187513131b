import attrs
import pytest

from govdisclosure.documents import Block, BlockKind, read_bytes
from govdisclosure.documents.flow import FlowBuilder, FlowCell
from govdisclosure.documents.table import Table, TableCell
from govdisclosure.model.place import SourceMap
from govdisclosure.model.report import SourceFile
from govdisclosure.plugins.validating import fault_of

TEXT = "一、总体情况\n二、收费情况\n共10件".encode()


def sound():
    flow = FlowBuilder()
    flow.paragraph("一、总体情况")
    flow.paragraph("二、收费情况")
    flow.table([[FlowCell("规章", rowspan=2), FlowCell("0")], [FlowCell("1")]])
    return flow.document(SourceFile(uri=None, sha256="", media_type="x/y"))


def cells(*places):
    return (Table(cells=tuple(TableCell(**place) for place in places)),)


AT = {"start": 0, "end": 1}
FAULTS = {
    "nothing": lambda _: None,
    "words": lambda _: "text",
    "bytes for text": lambda one: attrs.evolve(one, text=b"x"),
    "blank": lambda one: attrs.evolve(one, text="  \n", blocks=()),
    "no blocks": lambda one: attrs.evolve(one, blocks=()),
    "a list of blocks": lambda one: attrs.evolve(one, blocks=list(one.blocks)),
    "a word for a kind": lambda one: attrs.evolve(
        one, blocks=(attrs.evolve(one.blocks[0], kind="heading"), *one.blocks[1:])
    ),
    "beyond the end": lambda one: attrs.evolve(one, blocks=(*one.blocks, Block(start=0, end=len(one.text) + 1))),
    "before the start": lambda one: attrs.evolve(one, blocks=(Block(start=-3, end=2), *one.blocks)),
    "an empty block": lambda one: attrs.evolve(one, blocks=(Block(start=0, end=0), *one.blocks)),
    "overlapping": lambda one: attrs.evolve(one, blocks=(Block(start=0, end=3), *one.blocks)),
    "out of order": lambda one: attrs.evolve(one, blocks=one.blocks[::-1]),
    "one block for all": lambda one: attrs.evolve(
        one, blocks=(Block(start=0, end=len(one.text), kind=BlockKind.PARAGRAPH),)
    ),
    "most left out": lambda one: attrs.evolve(one, blocks=one.blocks[-1:]),
    "a cell beyond": lambda one: attrs.evolve(one, tables=cells({"row": 0, "column": 0, "start": 0, "end": 999})),
    "a row of truth": lambda one: attrs.evolve(one, tables=cells({"row": True, "column": 0, **AT})),
    "a negative column": lambda one: attrs.evolve(one, tables=cells({"row": 0, "column": -1, **AT})),
    "an endless span": lambda one: attrs.evolve(one, tables=cells({"row": 0, "column": 0, "rowspan": 10**9, **AT})),
    "two in one place": lambda one: attrs.evolve(
        one,
        tables=cells({"row": 0, "column": 0, "colspan": 2, **AT}, {"row": 0, "column": 1, "start": 1, "end": 2}),
    ),
    "cells out of order": lambda one: attrs.evolve(
        one, tables=cells({"row": 0, "column": 1, **AT}, {"row": 0, "column": 0, "start": 1, "end": 2})
    ),
    "no tables": lambda one: attrs.evolve(one, tables=None),
    "labels of another kind": lambda one: attrs.evolve(one, labels=(("title", "x"),)),
    "pages that fall": lambda one: attrs.evolve(one, map=SourceMap(page_starts=(5, 2))),
    "lines that lead nowhere": lambda one: attrs.evolve(one, map=SourceMap((0,), (3,), (4,), (0,))),
    "another source": lambda one: attrs.evolve(one, source=None),
}


@pytest.mark.parametrize("kind", FAULTS)
def test_a_document_that_a_plugin_got_wrong_is_refused(kind):
    assert fault_of(FAULTS[kind](sound()), TEXT) is not None


def test_a_sound_document_is_taken_and_so_is_what_the_package_reads_itself():
    assert fault_of(sound(), TEXT) is None
    assert fault_of(read_bytes(TEXT), TEXT) is None
    page = b"<html><body><h2>a</h2><p>b&amp;c</p><table><tr><td>1</td><td>2</td></tr></table></body></html>"
    assert fault_of(read_bytes(page), page) is None


def test_lines_that_lead_to_other_words_are_refused():
    document = read_bytes(TEXT)
    moved = attrs.evolve(document.map, source_starts=tuple(start + 1 for start in document.map.source_starts))
    assert fault_of(attrs.evolve(document, map=moved), TEXT) is not None
    assert fault_of(attrs.evolve(document, map=attrs.evolve(document.map, line_starts=(0, 3))), TEXT) is not None
