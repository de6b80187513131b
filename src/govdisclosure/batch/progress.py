"""How far a batch is, on a terminal or in a notebook: done, rate and the time that remains.

Nowhere else is a clock read. A notebook keeps what is shown last, so that is the same however long it took.
"""

import sys
import threading
import time
from collections.abc import Callable, Iterable
from typing import Any, Protocol

from govdisclosure.text.language import Lang
from govdisclosure.text.markup import escape

__all__ = ["Progress"]

_EVERY = 0.5
_MINUTE = 60


class Progress:
    """One line that is written over again; nothing where there is neither a terminal nor a notebook."""

    def __init__(self, count: Callable[[], Iterable[object]] | None, lang: Lang, *, shown: bool | None = None) -> None:
        """Begin.

        Args:
            count: Gives what is to be done, to be counted beside the work; ``None`` where that cannot be known.
            lang: ``zh`` or ``en``.
            shown: Whether to show it; in a notebook, and where standard error is a terminal, when ``None``.
        """
        self._screen = _screen(shown)
        self._lang = lang
        self._total: int | None = None
        self._done = 0
        self._start = time.monotonic()
        self._last = 0.0
        if self._screen is not None and count is not None:
            threading.Thread(target=self._counted, args=(count,), daemon=True).start()

    def __call__(self, done: int, resumed: int) -> None:
        """Show how far it is.

        Args:
            done: Documents done.
            resumed: Those among them that an earlier run had done.
        """
        self._done = done
        now = time.monotonic()
        if self._screen is None or now - self._last < _EVERY:
            return
        self._last = now
        self._screen.show(self.line(done, resumed, now - self._start), done, self._total)

    def end(self) -> None:
        """Take the line away; a notebook keeps how many are done."""
        if self._screen is not None:
            zh = self._lang == "zh"
            self._screen.close(f"{self._done:,} 份" if zh else f"{self._done:,} documents")

    def line(self, done: int, resumed: int, seconds: float) -> str:
        """What is shown after so many seconds."""
        zh = self._lang == "zh"
        rate = (done - resumed) / seconds if seconds > 0 else 0.0
        total = "" if self._total is None else f"/{self._total:,}"
        words = f"{done:,}{total} 份，每秒 {rate:.1f} 份" if zh else f"{done:,}{total} documents, {rate:.1f} a second"
        if self._total is not None and rate > 0:
            left = _span(max(0, self._total - done) / rate)
            words += f"，还需约 {left}" if zh else f", about {left} left"
        return words

    def _counted(self, count: Callable[[], Iterable[object]]) -> None:
        try:
            self._total = sum(1 for _ in count())
        except Exception:  # noqa: BLE001  the batch itself says what is wrong with its inputs
            return


class _Screen(Protocol):
    """Where a line is shown."""

    def show(self, words: str, done: int, total: int | None) -> None: ...

    def close(self, words: str) -> None: ...


class _Terminal:
    """Standard error."""

    def show(self, words: str, done: int, total: int | None) -> None:
        del done, total
        sys.stderr.write(f"\r\x1b[K{words}")
        sys.stderr.flush()

    def close(self, words: str) -> None:
        del words
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()


class _Notebook:
    """An output of the cell that is at work, changed where it stands."""

    def __init__(self, display: Callable[..., Any]) -> None:
        self._handle = display(_bundle("…", "<progress></progress>"), raw=True, display_id=True)

    def show(self, words: str, done: int, total: int | None) -> None:
        far = "" if total is None else f' value="{min(done, total)}" max="{max(total, 1)}"'
        self._handle.update(_bundle(words, f"<progress{far}></progress> {escape(words)}"), raw=True)

    def close(self, words: str) -> None:
        self._handle.update(_bundle(words, escape(words)), raw=True)


def _bundle(words: str, html: str) -> dict[str, str]:
    return {"text/plain": words, "text/html": html}


def _screen(shown: bool | None) -> _Screen | None:  # noqa: FBT001  what the caller said
    if shown is False:
        return None
    display = _display()
    if display is not None:
        return _Notebook(display)
    return _Terminal() if shown or (sys.stderr is not None and sys.stderr.isatty()) else None


def _display() -> Callable[..., Any] | None:
    """What shows something in the notebook that this process serves; ``None`` where it serves none."""
    if "IPython" not in sys.modules:
        return None
    from IPython import get_ipython  # noqa: PLC0415  it is there already
    from IPython.display import display  # noqa: PLC0415  same

    shell = get_ipython()
    found: Callable[..., Any] | None = display if getattr(shell, "kernel", None) is not None else None
    return found


def _span(seconds: float) -> str:
    minutes, rest = divmod(int(seconds + 0.5), _MINUTE)
    hours, minutes = divmod(minutes, _MINUTE)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"
