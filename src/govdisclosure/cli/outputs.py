"""What ``check`` writes: one run in the form that was asked for, to a stream or to files."""

from pathlib import Path
from typing import Any, Final

import attrs

from govdisclosure.cli.common import opened, write_text
from govdisclosure.cli.complaints import complain
from govdisclosure.cli.filed import FILED, Filed, require_room, write_filed
from govdisclosure.cli.forms import SHARED, write_run
from govdisclosure.plugins import Plugin
from govdisclosure.plugins.writing import written
from govdisclosure.rules.outcome import Assessment, Message
from govdisclosure.text.language import Lang
from govdisclosure.writing import convert, json, sarif
from govdisclosure.writing.run import Run

__all__ = ["FORMS", "Output", "write_added"]

FORMS: Final = ("text", "json", "sarif", *SHARED, *FILED)
"""The forms of output of ``check``."""


@attrs.frozen(kw_only=True)
class Output:
    """How the result of a check is wanted.

    Attributes:
        form: One of :data:`FORMS`.
        output: A file or folder; ``None`` for standard output.
        lang: Language of the messages.
        options: Those of the command, for ``verbose``, ``quiet`` and ``no_color``.
        writer: The plugin that writes the form, where it is not built in.
    """

    form: str
    output: str | None
    lang: Lang
    options: dict[str, Any]
    writer: Plugin | None = None

    def require_room(self) -> None:
        """Turn a call away before anything is read.

        Raises:
            UsageError: The form cannot go where it was sent.
        """
        require_room(self.form, self.output)

    def write(self, run: Run) -> bool:
        """Write a run.

        Args:
            run: What was found in reports, and what could not be read.

        Returns:
            False where a plugin failed to write it; that is told on standard error.

        Raises:
            UsageError: There are several reports and one file for them.
        """
        if self.writer is not None:
            return write_added(self.writer, run, self.output)
        self._write(run)
        return True

    def _write(self, run: Run) -> None:
        reports = [(name, one) for name, one in run.assessed if isinstance(one, Assessment)]
        if self.form in FILED:
            filed = Filed(form=self.form, output=self.output, lang=self.lang, as_of=run.as_of, ruleset=run.ruleset)
            write_filed(filed, reports, run.unread, run.skipped)
            return
        base = str(Path.cwd())
        with opened(self.output) as stream:
            if self.form in {"json", "sarif"}:
                document = self._log(run, reports, base) if self.form == "sarif" else _document(run, reports)
                stream.write(json.dumps(document) + "\n")
            elif self.form in SHARED:
                said = {name: self.options[name] for name in ("verbose", "quiet")}
                write_run(run, self.form, stream, self.lang, base=base, **said)
            else:
                asked = {**self.options, "lang": self.lang, "output": self.output, "decided": run.decided}
                write_text(run.assessed, run.unread, run.skipped, stream, asked)

    def _log(self, run: Run, reports: list[tuple[str, Assessment]], base: str) -> dict[str, Any]:
        return sarif.sarif_log(
            reports,
            run.unread,
            rules=run.rules,
            ruleset=run.ruleset,
            as_of=run.as_of,
            blank_is=run.blank_is or "open",
            lang=self.lang,
            base=base,
            skipped=run.skipped,
            decided=run.decided,
        )


def write_added(writer: Plugin, run: Run, output: str | None) -> bool:
    """Write what a plugin makes of a run; a file that is there stays as it was where the plugin failed.

    Args:
        writer: The plugin.
        run: The run.
        output: A file; ``None`` for standard output.

    Returns:
        False where it failed, which is told on standard error.
    """
    found = written(writer, run)
    if isinstance(found, Message):
        complain(found.zh if run.lang == "zh" else found.en)
        return False
    if output is not None:
        Path(output).write_bytes(found)
        return True
    with opened(None) as stream:
        stream.flush()
        if hasattr(stream, "buffer"):
            stream.buffer.write(found)
            stream.buffer.flush()
        else:
            stream.write(found.decode("utf-8", "replace"))
    return True


def _document(run: Run, reports: list[tuple[str, Assessment]]) -> dict[str, Any]:
    return convert.check_to_dict(
        reports,
        run.unread,
        skipped=run.skipped,
        ruleset=run.ruleset,
        as_of=run.as_of,
        blank_is=run.blank_is or "open",
        decided=run.decided,
    )
