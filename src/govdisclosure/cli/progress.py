"""How far a batch is, on a terminal: done, rate and the time that remains. Nowhere else is a clock read."""

import sys
import threading
import time
from collections.abc import Callable, Iterable

from govdisclosure.text.language import Lang

__all__ = ["Progress"]

_EVERY = 0.5
_MINUTE = 60


class Progress:
    """One line on standard error that is written over again; nothing where that is no terminal."""

    def __init__(self, count: Callable[[], Iterable[object]] | None, lang: Lang, *, shown: bool | None = None) -> None:
        """Begin.

        Args:
            count: Gives what is to be done, to be counted beside the work; ``None`` where that cannot be known.
            lang: ``zh`` or ``en``.
            shown: Whether to show it; where standard error is a terminal when ``None``.
        """
        self._shown = sys.stderr is not None and sys.stderr.isatty() if shown is None else shown
        self._lang = lang
        self._total: int | None = None
        self._start = time.monotonic()
        self._last = 0.0
        if self._shown and count is not None:
            threading.Thread(target=self._counted, args=(count,), daemon=True).start()

    def __call__(self, done: int, resumed: int) -> None:
        """Show how far it is.

        Args:
            done: Documents done.
            resumed: Those among them that an earlier run had done.
        """
        now = time.monotonic()
        if not self._shown or now - self._last < _EVERY:
            return
        self._last = now
        sys.stderr.write(f"\r\x1b[K{self.line(done, resumed, now - self._start)}")
        sys.stderr.flush()

    def end(self) -> None:
        """Take the line away."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

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


def _span(seconds: float) -> str:
    minutes, rest = divmod(int(seconds + 0.5), _MINUTE)
    hours, minutes = divmod(minutes, _MINUTE)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"
