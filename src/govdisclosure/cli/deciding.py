"""Baselines and suppressions on the command line: files in, a run held against them, a new baseline out."""

import os
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click
import pendulum

from govdisclosure.cli.common import text_of
from govdisclosure.decisions import Baseline, Decided, Suppressions, decide
from govdisclosure.documents.encoding import decode
from govdisclosure.documents.opening import bytes_of
from govdisclosure.rules.outcome import Verdicts

__all__ = ["DECISIONS", "Decisions"]

_MAX_BASELINE = 512 * 1024 * 1024
_KEEP = ("请按机关或年度分成几个基线", "keep one baseline an organ or a year")
_F = TypeVar("_F", bound=Callable[..., Any])


def DECISIONS(command: _F) -> _F:  # noqa: N802  written as the other options are
    """The options ``--baseline``, ``--write-baseline`` and ``--suppressions``."""
    path = click.Path(dir_okay=False)
    for option in (
        click.option("--suppressions", type=path, help="Outcomes decided to stand (TOML). 抑制清单（TOML）。"),
        click.option("--write-baseline", type=path, help="Write what is known after this run. 写出基线文件。"),
        click.option("--baseline", type=path, help="What is known: only what is new counts. 基线文件，只计新增的。"),
    ):
        command = option(command)
    return command


class Decisions:
    """The decisions a command was given, read before anything is checked."""

    def __init__(self, options: dict[str, Any]) -> None:
        """Read the files.

        Args:
            options: Those of the command; the three about decisions are looked at.

        Raises:
            ReadError: A file cannot be read.
            UsageError: One is not what it should be.
        """
        known, given = options["baseline"], options["suppressions"]
        self._baseline = None if known is None else Baseline.loads(_text(known))
        self._suppressions = None if given is None else Suppressions.loads(text_of(given))
        self._target: str | None = options["write_baseline"]
        # What is written over is known too, unless another file was named: a run of some files loses nothing of others.
        self._before = self._baseline
        if known is None and self._target is not None and _holds(self._target):
            self._before = Baseline.loads(_text(self._target))

    def hold(self, done: Sequence[tuple[str, Verdicts]], as_of: pendulum.Date | None) -> Decided | None:
        """A run held against the decisions, the new baseline written where that was asked for; or nothing to hold."""
        if self._baseline is None and self._suppressions is None and self._target is None:
            return None
        found = decide(done, baseline=self._baseline, suppressions=self._suppressions, as_of=as_of)
        if self._target is not None:
            same = self._before is self._baseline
            after = found if same else decide(done, baseline=self._before, suppressions=self._suppressions, as_of=as_of)
            _replace(Path(self._target), after.baseline().dumps())
        return found if self._baseline is not None or self._suppressions is not None else None


def _holds(path: str) -> bool:
    file = Path(path)
    return file.is_file() and file.stat().st_size > 0


def _text(path: str) -> str:
    return decode(bytes_of(path, max_bytes=_MAX_BASELINE, keep=_KEEP), path)[0]


def _replace(path: Path, text: str) -> None:
    """Write a file whole or not at all: a full disk must not cost the decisions that were there."""
    handle, name = tempfile.mkstemp(dir=path.resolve().parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
