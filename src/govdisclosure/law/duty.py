"""What a report must contain, and when it is due."""

import attrs
import pendulum

from govdisclosure.law.provision import Citation, Evidence
from govdisclosure.model.report import Content

__all__ = ["ReportDue", "RequiredContent"]


@attrs.frozen(kw_only=True)
class RequiredContent:
    """Something the law asks an annual report to contain.

    Attributes:
        content: What it is about.
        title_zh: Short name in Chinese.
        title_en: Short name in English.
        cite: The provision that asks for it.
        evidence: How well it is known.
        optional: True where there is no duty when there is nothing to report.
    """

    content: Content
    title_zh: str
    title_en: str
    cite: Citation
    evidence: Evidence
    optional: bool = False


@attrs.frozen(kw_only=True)
class ReportDue:
    """When an annual report is due.

    Attributes:
        safe: The earliest date any reading gives: a report published by then is in time under every reading.
        latest: The last date any lawful reading allows: a report published later is late under every reading. ``None``
            where the law names no date for such an organ.
        cite: The provision that sets the date, or that names other organs only.
        evidence: How well it is known that the date binds this kind of organ.
        note_zh: Why the two dates differ, or what is not settled; empty where nothing is in doubt.
        note_en: The same in English.
    """

    safe: pendulum.Date
    latest: pendulum.Date | None
    cite: Citation
    evidence: Evidence
    note_zh: str = ""
    note_en: str = ""
