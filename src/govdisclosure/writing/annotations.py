"""Workflow commands of GitHub Actions: what was found, shown beside the lines of the files."""

from collections.abc import Iterator
from pathlib import PurePath

from govdisclosure.rules.outcome import Kind, Outcome
from govdisclosure.rules.showing import kind_word
from govdisclosure.text.display import one_line
from govdisclosure.text.language import Lang
from govdisclosure.writing.run import Run, remarks

__all__ = ["annotations"]

_COMMANDS = {"error": "error", "warning": "warning"}


def annotations(run: Run, lang: Lang = "zh", base: str = "") -> Iterator[str]:
    """The commands, a line each.

    Args:
        run: The run. What is decided is counted in the last line and not annotated.
        lang: Language of the messages.
        base: Absolute folder that absolute paths are made relative to, that of the repository.

    Yields:
        Lines with their ends; nothing that is quoted in them can begin a command or end one.
    """
    decided = 0
    for source, verdicts in run.assessed:
        for outcome in verdicts.outcomes:
            if outcome.kind not in {Kind.FAIL, Kind.REVIEW, Kind.OPEN}:
                continue
            if outcome.decided:
                decided += 1
                continue
            yield _outcome(outcome, source, lang, base)
    for remark in remarks(run):
        words = remark.message.zh if lang == "zh" else remark.message.en
        command = "error" if remark.is_error else "warning" if remark.kind == "suppression" else "notice"
        yield _command(command, _file(remark.source, base) | {"title": remark.rule or remark.kind}, words)
    if decided:
        words = (
            f"另有{decided}处已在基线中或已抑制，未列出"
            if lang == "zh"
            else f"{decided} more are in the baseline or suppressed, and not shown"
        )
        yield _command("notice", {"title": "govdisclosure"}, words)


def _outcome(outcome: Outcome, source: str, lang: Lang, base: str) -> str:
    command = _COMMANDS.get(outcome.level.value, "notice") if outcome.kind is Kind.FAIL else "notice"
    where = _file(source, base)
    at = outcome.at
    if where and at is not None and at.line is not None:
        where["line"] = str(at.line)
        if at.column is not None:
            where["col"] = str(at.column)
    words = outcome.message.zh if lang == "zh" else outcome.message.en
    entry = "" if outcome.entry is None else f"{outcome.entry} "
    return _command(command, where | {"title": f"{outcome.rule} {kind_word(outcome, lang)}"}, entry + words)


def _file(source: str, base: str) -> dict[str, str]:
    if source in {"", "-"}:
        return {}
    path = PurePath(source)
    if base and path.is_absolute() and path.is_relative_to(base):
        path = path.relative_to(base)
    return {"file": path.as_posix()}


def _command(name: str, properties: dict[str, str], message: str) -> str:
    given = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {given}::{_data(one_line(message))}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(one_line(text)).replace(":", "%3A").replace(",", "%2C")
