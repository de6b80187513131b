"""What ``check`` writes: one run in the form that was asked for, to a stream or to files."""

from pathlib import Path
from typing import Any, Final

import attrs

from govdisclosure.cli.common import opened, write_text
from govdisclosure.cli.filed import FILED, Filed, require_room, write_filed
from govdisclosure.cli.forms import SHARED, write_run
from govdisclosure.rules.outcome import Assessment
from govdisclosure.text.language import Lang
from govdisclosure.writing import convert, json, sarif
from govdisclosure.writing.run import Run

__all__ = ["FORMS", "Output"]

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
    """

    form: str
    output: str | None
    lang: Lang
    options: dict[str, Any]

    def require_room(self) -> None:
        """Turn a call away before anything is read.

        Raises:
            UsageError: The form cannot go where it was sent.
        """
        require_room(self.form, self.output)

    def write(self, run: Run) -> None:
        """Write a run.

        Args:
            run: What was found in reports, and what could not be read.

        Raises:
            UsageError: There are several reports and one file for them.
        """
        reports = [(name, one) for name, one in run.assessed if isinstance(one, Assessment)]
        if self.form in FILED:
            filed = Filed(
                form=self.form, output=self.output, lang=self.lang, as_of=run.as_of, ruleset=run.ruleset,
                decided=run.decided,
            )  # fmt: skip
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
