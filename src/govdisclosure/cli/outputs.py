"""What ``check`` writes: one run in the form that was asked for, to a stream or to files."""

from itertools import chain
from pathlib import Path
from typing import Any, Final, TextIO

import attrs

from govdisclosure.cli.common import coloured, opened, write_text
from govdisclosure.cli.complaints import complain
from govdisclosure.cli.filed import FILED, Filed, require_room, write_filed
from govdisclosure.cli.forms import SHARED, write_run
from govdisclosure.model.register import RowFault
from govdisclosure.plugins import Plugin
from govdisclosure.plugins.writing import written
from govdisclosure.rules.outcome import Assessment, Message, RegisterAssessment
from govdisclosure.text.language import Lang
from govdisclosure.writing import convert, json, sarif, text
from govdisclosure.writing.run import Run

__all__ = ["ENTRY_FORMS", "FORMS", "Output", "fault_line", "faults_of"]

FORMS: Final = ("text", "json", "sarif", *SHARED, *FILED)
"""The forms of output of ``check``."""
ENTRY_FORMS: Final = tuple(form for form in FORMS if form != "docx")
"""Those of ``register check`` and ``items check``: an opinion sheet is about an annual report."""


@attrs.frozen(kw_only=True)
class Output:
    """How the result of a check is wanted.

    Attributes:
        form: One of :data:`FORMS`, or of :data:`ENTRY_FORMS` for a register or catalogue.
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
            return _write_added(self.writer, run, self.output)
        self._write(run)
        return True

    def _write(self, run: Run) -> None:
        if self.form in FILED:
            filed = Filed(
                form=self.form, output=self.output, lang=self.lang, as_of=run.as_of, ruleset=run.ruleset,
                decided=run.decided,
            )  # fmt: skip
            write_filed(filed, run.assessed, run.unread, run.skipped)
            return
        base = str(Path.cwd())
        with opened(self.output) as stream:
            if self.form in {"json", "sarif"}:
                document = self._log(run, base) if self.form == "sarif" else _document(run)
                stream.write(json.dumps(document) + "\n")
            elif self.form in SHARED:
                said = {name: self.options[name] for name in ("verbose", "quiet")}
                write_run(run, self.form, stream, self.lang, base=base, **said)
            elif run.is_of_entries:
                self._entries(run, stream)
            else:
                asked = {**self.options, "lang": self.lang, "output": self.output, "decided": run.decided}
                write_text(run.assessed, run.unread, run.skipped, stream, asked)

    def _entries(self, run: Run, stream: TextIO) -> None:
        """What was found in registers as text, with the rows that could not be read."""
        said = {name: self.options[name] for name in ("verbose", "quiet")}
        for name, verdicts in run.assessed:
            lines = text.report_lines(verdicts, name, self.lang, **said)
            text.write_lines(lines, stream, colour=coloured(stream, self.options))
            if isinstance(verdicts, RegisterAssessment):
                stream.writelines(f"{fault_line(fault, self.lang)}\n" for fault in faults_of(verdicts))
        text.write_lines(text.decision_lines(run.decided, self.lang), stream)
        if self.output is not None:
            # Standard error names them to whoever watches; a file is read without it.
            text.write_lines(text.unread_lines(run.unread, self.lang), stream)

    def _log(self, run: Run, base: str) -> dict[str, Any]:
        return sarif.sarif_log(
            run.assessed,
            run.unread,
            rules=run.rules,
            ruleset=run.ruleset,
            as_of=run.as_of,
            blank_is=run.blank_is,
            lang=self.lang,
            base=base,
            skipped=run.skipped,
            decided=run.decided,
            books=run.books,
            quiet=self.options["quiet"],
            chosen=run.chosen,
        )


def _write_added(writer: Plugin, run: Run, output: str | None) -> bool:
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


def faults_of(assessment: RegisterAssessment) -> tuple[RowFault, ...]:
    """What could not be read of the files that were judged."""
    sources = (assessment.register, assessment.catalogue)
    return tuple(chain.from_iterable(one.faults for one in sources if one is not None))


def fault_line(fault: RowFault, lang: Lang) -> str:
    """One line for a row that could not be read."""
    sheet = "" if fault.sheet is None else f"{fault.sheet} "
    column = "" if fault.column is None else f"“{fault.column}”" if lang == "zh" else f" “{fault.column}”"
    where = f"{sheet}第{fault.row}行{column}" if lang == "zh" else f"{sheet}row {fault.row}{column}"
    return f"{where}：{fault.zh}" if lang == "zh" else f"{where}: {fault.en}"


def _document(run: Run) -> dict[str, Any]:
    if run.is_of_entries:
        return convert.register_check_to_dict(
            [(name, one) for name, one in run.assessed if isinstance(one, RegisterAssessment)],
            run.unread,
            ruleset=run.ruleset,
            as_of=run.as_of,
            decided=run.decided,
        )
    reports = [(name, one) for name, one in run.assessed if isinstance(one, Assessment)]
    return convert.check_to_dict(
        reports,
        run.unread,
        skipped=run.skipped,
        ruleset=run.ruleset,
        as_of=run.as_of,
        blank_is=run.blank_is or "open",
        decided=run.decided,
    )
