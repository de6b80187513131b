"""Workflow commands of GitHub Actions: what was found, shown beside the lines of the files."""

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePath
from typing import Final

from govdisclosure.rules.outcome import Assessment, Kind, Outcome
from govdisclosure.rules.showing import kind_word, origin_word
from govdisclosure.text.display import one_line, visible
from govdisclosure.text.language import Lang
from govdisclosure.writing.run import Run, remarks
from govdisclosure.writing.whereabouts import Spot, Whereabouts

__all__ = ["SHOWN", "annotations"]

SHOWN: Final = 10
"""How many annotations of a command GitHub shows of one step; it passes over the others without a word."""
_COMMANDS: Final = ("error", "warning", "notice")


def annotations(run: Run, lang: Lang = "zh", base: str = "") -> Iterator[str]:
    """The commands, a line each, the gravest first: GitHub shows the first :data:`SHOWN` of each alone.

    Args:
        run: The run. What is decided is counted in the last line and not annotated.
        lang: Language of the messages.
        base: Absolute folder that absolute paths are made relative to, that of the repository.

    Yields:
        Lines with their ends; nothing that is quoted in them can begin a command or end one. Where GitHub will not show
        all, the first line says how many there are.
    """
    found = [*_outcomes(run, lang, base), *_remarks(run, lang, base)]
    counts = Counter(command for command, _ in found)
    if any(count > SHOWN for count in counts.values()):
        told = {command: counts[command] for command in _COMMANDS}
        words = (
            f"共 {told['error']} 个 error、{told['warning']} 个 warning、{told['notice']} 个 notice；GitHub "
            f"每类只显示前{SHOWN}个，全部见本步骤日志"
            if lang == "zh"
            else f"{told['error']} errors, {told['warning']} warnings and {told['notice']} notices; GitHub shows the "
            f"first {SHOWN} of each, all are in the log of this step"
        )
        yield _command("notice", {"title": "govdisclosure"}, words)
    yield from (line for wanted in _COMMANDS for command, line in found if command == wanted)
    decided = sum(one.decided for _, verdicts in run.assessed for one in verdicts.of(Kind.FAIL, Kind.REVIEW, Kind.OPEN))
    if decided:
        words = (
            f"另有{decided}处已在基线中或已抑制，未列出"
            if lang == "zh"
            else f"{decided} more are in the baseline or suppressed, and not shown"
        )
        yield _command("notice", {"title": "govdisclosure"}, words)


def _outcomes(run: Run, lang: Lang, base: str) -> Iterator[tuple[str, str]]:
    where = Whereabouts(run.books, run.rules)
    for source, verdicts in run.assessed:
        asking = [one for one in verdicts.of(Kind.FAIL, Kind.REVIEW, Kind.OPEN) if not one.decided]
        for outcome in sorted(asking, key=lambda one: -one.level.rank):
            level = outcome.level.value
            command = level if outcome.kind is Kind.FAIL and level in _COMMANDS else "notice"
            spot = _spot(outcome, source) if isinstance(verdicts, Assessment) else where.of(outcome, source)[0]
            yield command, _outcome(command, outcome, spot, lang, base)


def _remarks(run: Run, lang: Lang, base: str) -> Iterator[tuple[str, str]]:
    books = tuple(book.source for book in run.books)
    for remark in remarks(run):
        source = books[0] if books and remark.kind in {"crashed", "notChecked", "fault"} else remark.source
        words = remark.message.zh if lang == "zh" else remark.message.en
        command = "error" if remark.is_error else "warning" if remark.kind == "suppression" else "notice"
        yield command, _command(command, _file(source, base) | {"title": remark.rule or remark.word(lang)}, words)


def _spot(outcome: Outcome, source: str) -> Spot:
    return Spot(source=source, line=None if outcome.at is None else outcome.at.line)


def _outcome(command: str, outcome: Outcome, spot: Spot, lang: Lang, base: str) -> str:
    where = _file(spot.source, base)
    if where and spot.line is not None:
        where["line"] = str(spot.line)
        # The column of a table is no column of a line.
        if outcome.entry is None and outcome.at is not None and outcome.at.column is not None:
            where["col"] = str(outcome.at.column)
    words = outcome.message.zh if lang == "zh" else outcome.message.en
    entry = "" if outcome.entry is None else f"{outcome.entry} "
    title = " ".join(filter(None, (outcome.rule, kind_word(outcome, lang), origin_word(outcome, lang))))
    return _command(command, where | {"title": title}, entry + words)


def _file(source: str, base: str) -> dict[str, str]:
    if source in {"", "-"}:
        return {}
    path = PurePath(source)
    if base and path.is_absolute() and path.is_relative_to(base):
        path = path.relative_to(base)
    return {"file": path.as_posix()}


def _command(name: str, properties: dict[str, str], message: str) -> str:
    # A file is known by its name alone, so its blanks stay as they are.
    shown = {key: value if key == "file" else one_line(value) for key, value in properties.items()}
    given = ",".join(f"{key}={_property(value)}" for key, value in shown.items())
    return f"::{name} {given}::{_data(one_line(message))}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    escaped = _data(text).replace(":", "%3A").replace(",", "%2C")
    return visible(escaped)
