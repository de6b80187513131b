"""JSON Lines: an object a line, for streams and tables."""

from collections.abc import Iterator
from typing import Any

from govdisclosure.rules.outcome import Assessment
from govdisclosure.text.display import visible
from govdisclosure.text.json import dumps_line
from govdisclosure.text.personal import mask_personal
from govdisclosure.writing.convert import SCHEMA, outcome_to_dict
from govdisclosure.writing.run import Run, remarks
from govdisclosure.writing.version import package_version

__all__ = ["json_lines"]


def json_lines(run: Run) -> Iterator[str]:
    """The lines of a run: one about the run, one an outcome, one a remark.

    Args:
        run: The run.

    Yields:
        Lines with their ends. Each has ``type``, and ``source`` but for the first.
    """
    yield _line(
        {
            "type": "run", "schema": SCHEMA, "name": "govdisclosure", "version": package_version(),
            "ruleset": run.ruleset, "as_of": run.as_of and run.as_of.isoformat(), "blank_is": run.blank_is,
            "reports": len(run.assessed), "unread": len(run.unread), "skipped": len(run.skipped),
        }
    )  # fmt: skip
    for source, verdicts in run.assessed:
        report = verdicts.report if isinstance(verdicts, Assessment) else None
        agency = mask_personal(report.agency.name) if report is not None and report.agency is not None else None
        head = {"source": visible(source), "agency": agency, "year": None if report is None else report.year}
        for outcome in verdicts.outcomes:
            yield _line({"type": "outcome", **head, **outcome_to_dict(outcome)})
    for remark in remarks(run):
        yield _line(
            {
                "type": remark.kind, "source": visible(remark.source) or None, "rule": remark.rule or None,
                "message": {"zh": remark.message.zh, "en": remark.message.en},
                "fingerprint": remark.fingerprint or None, "subject": remark.subject or None,
            }
        )  # fmt: skip


def _line(document: dict[str, Any]) -> str:
    return dumps_line(document) + "\n"
