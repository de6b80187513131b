"""The one bar for a terminal and a notebook."""

import io
import sys

import pytest

from govdisclosure.batch import progress as module
from govdisclosure.batch.progress import Progress


class Handle:
    """What a notebook hands out for an output that changes."""

    def __init__(self):
        self.shown = []

    def display(self, bundle, **options):
        assert options == {"raw": True, "display_id": True}
        self.shown.append(bundle)
        return self

    def update(self, bundle, **options):
        assert options == {"raw": True}
        self.shown.append(bundle)


class Terminal(io.StringIO):
    def isatty(self):
        return True


class Serving:
    """A shell that serves a notebook."""

    kernel = object()


@pytest.fixture
def at_once(monkeypatch):
    monkeypatch.setattr(module, "_EVERY", 0.0)


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize(("lang", "last"), [("zh", "1,200 份"), ("en", "1,200 documents")])
def test_a_notebook_has_a_bar_and_keeps_how_many_were_done(monkeypatch, lang, last):
    handle = Handle()
    monkeypatch.setattr(module, "_display", lambda: handle.display)
    bar = Progress(None, lang)
    bar._total = 4_800  # noqa: SLF001
    bar(1_200, 0)
    assert '<progress value="1200" max="4800"></progress>' in handle.shown[-1]["text/html"]
    assert "1,200/4,800" in handle.shown[-1]["text/plain"]
    bar.end()
    assert handle.shown[-1] == {"text/plain": last, "text/html": last}, "the same however long it took"


def test_a_notebook_ends_with_the_same_words_where_nothing_was_shown_between(monkeypatch):
    handle = Handle()
    monkeypatch.setattr(module, "_display", lambda: handle.display)
    monkeypatch.setattr(module, "_EVERY", 1e9)
    bar = Progress(None, "zh")
    bar(1, 0)
    bar(2, 0)
    bar.end()
    assert [one["text/plain"] for one in handle.shown] == ["…", "2 份"]


@pytest.mark.usefixtures("at_once")
def test_a_terminal_has_one_line_that_goes(monkeypatch):
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(module, "_display", lambda: None)
    bar = Progress(None, "zh")
    bar(3, 1)
    assert screen.getvalue().startswith("\r\x1b[K3 份，每秒 ")
    bar.end()
    assert screen.getvalue().endswith("\r\x1b[K")


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize("shown", [None, False])
def test_nothing_is_written_where_there_is_neither(monkeypatch, shown):
    screen = Terminal() if shown is False else io.StringIO()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(module, "_display", Handle().display if shown is False else lambda: None)
    bar = Progress(lambda: pytest.fail("counted for nobody"), "zh", shown=shown)
    bar(3, 0)
    bar.end()
    assert screen.getvalue() == ""


def test_a_shell_in_a_terminal_is_no_notebook(monkeypatch):
    ipython = pytest.importorskip("IPython")
    monkeypatch.setattr(ipython, "get_ipython", object)
    assert module._display() is None  # noqa: SLF001
    monkeypatch.setattr(ipython, "get_ipython", Serving)
    assert module._display() is not None  # noqa: SLF001
