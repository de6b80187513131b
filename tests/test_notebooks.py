"""The notebooks in docs/notebooks show today what is stored in them, in words for readers of either language."""

import asyncio
import copy
import re

import pytest

nbformat = pytest.importorskip("nbformat", reason="nbformat is not installed")
for needed in ("nbclient", "ipykernel", "pandas", "altair", "vl_convert"):
    pytest.importorskip(needed, reason=f"{needed} is not installed")

from docs.notebooks import run  # noqa: E402  after the skip

_HAN = re.compile(r"[一-鿿]")
_WORDS = re.compile(r"[A-Za-z][a-z]+")
_MOST_CELLS, _MOST_LINES = 25, 12


@pytest.fixture(scope="module", params=run.NAMES)
def name(request):
    return request.param


@pytest.fixture(scope="module")
def anew():
    return asyncio.run(run.executed(*run.NAMES))


@pytest.fixture
def stored(name):
    return run.load(name)


def test_it_shows_what_is_stored(name, stored, anew):
    found = run.differences(stored, anew[name], name)
    assert not found, "\n".join([*found, "", f"if this is meant: python docs/notebooks/run.py {name}"])


def test_nothing_shown_depends_on_the_day_or_the_machine_and_nothing_warns(stored):
    assert run.faults(stored) == []


def test_every_explanation_is_whole_in_both_languages(stored):
    for cell in stored.cells:
        if cell.cell_type == "markdown":
            paragraphs = [one for one in cell.source.split("\n\n") if one.strip()]
            chinese = [one for one in paragraphs if len(_HAN.findall(one)) >= 8]
            english = [one for one in paragraphs if len(_WORDS.findall(_HAN.sub("", one))) >= 4]
            assert chinese, cell.source
            assert english, cell.source
            # Neither is a mere label for the other.
            assert 0.15 <= _size(_HAN, cell.source) / _size(_WORDS, cell.source) <= 8, cell.source


def _size(kind, text):
    return max(1, len(kind.findall(text)))


def test_cells_are_few_and_short_and_each_is_explained(stored):
    assert len(stored.cells) <= _MOST_CELLS
    kinds = [cell.cell_type for cell in stored.cells]
    assert kinds[0] == "markdown"
    assert all(kinds[at - 1] == "markdown" for at, kind in enumerate(kinds) if kind == "code")
    for cell in stored.cells:
        if cell.cell_type == "code":
            assert len(cell.source.splitlines()) <= _MOST_LINES
            assert cell.outputs, cell.source


def test_five_lines_give_something_to_look_at(stored):
    first = next(cell for cell in stored.cells if cell.cell_type == "code")
    assert len([line for line in first.source.splitlines() if line.strip()]) <= 5
    assert any("text/html" in output.get("data", {}) for output in first.outputs)


def test_no_personal_number_is_shown(stored):
    shown = "\n".join(run.text_of(stored))
    assert not re.search(r"(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)\d{17}[\dXx](?!\d)", shown)


def _notebook(*outputs):
    cell = nbformat.v4.new_code_cell("x", outputs=list(outputs))
    return nbformat.v4.new_notebook(cells=[cell])


def _display(**data):
    return nbformat.v4.new_output("display_data", {kind.replace("_", "/", 1): text for kind, text in data.items()})


def test_a_change_is_told_cell_by_cell():
    before = _notebook(_display(text_html="<table><tr><td>4</td></tr></table>"))
    after = copy.deepcopy(before)
    assert run.differences(before, after) == []
    after.cells[0].outputs[0].data["text/html"] = "<table><tr><td>5</td></tr></table>"
    assert {"-  > <td>4", "+  > <td>5"} <= set(run.differences(before, after))


def test_of_pictures_the_words_count_and_of_pages_not_the_style():
    picture = _display(
        **{"image_svg+xml": '<svg><path d="M1"/><text x="1">件</text></svg>', "text_html": "<style>a</style><p>x"}
    )
    before, after = _notebook(picture), _notebook(copy.deepcopy(picture))
    data = after.cells[0].outputs[0].data
    data["image/svg+xml"] = data["image/svg+xml"].replace("M1", "M1.01").replace('x="1"', 'x="2"')
    data["text/html"] = data["text/html"].replace("<style>a", "<style>b")
    assert run.differences(before, after) == []
    data["image/svg+xml"] = data["image/svg+xml"].replace("件", "条")
    assert run.differences(before, after)


@pytest.mark.parametrize("words", ["<object at 0x7f0a2b3c>", "/usr/abc/reports", "/home/someone/x", "C:\\Users"])
def test_what_another_machine_would_not_show_is_told(words):
    assert run.faults(_notebook(_display(text_plain=f"a {words} b")))
    assert run.faults(_notebook(nbformat.v4.new_output("stream", name="stderr", text="a warning")))
    assert run.faults(_notebook(_display(text_plain="data/reports/2024, 1/2 与 3/4"))) == []
