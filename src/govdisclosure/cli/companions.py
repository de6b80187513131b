"""The report of the year before, found for each report among those that were given."""

from collections.abc import Iterable
from pathlib import Path

from govdisclosure.model.report import AnnualReport
from govdisclosure.rules.organs import Kinship, kinship, name_key, name_tail
from govdisclosure.rules.outcome import Message
from govdisclosure.text.display import one_line

__all__ = ["Earlier"]


class Earlier:
    """The reports of a file or folder, read once and found by organ and year."""

    def __init__(self, path: str, reports: Iterable[AnnualReport]) -> None:
        """Keep the reports.

        Args:
            path: The file or folder they were read from.
            reports: Those that could be read.
        """
        self.path = path
        self.is_folder = Path(path).is_dir()
        self._reports = tuple(reports)
        self._found: dict[tuple[int, str], list[AnnualReport]] = {}
        for report in self._reports:
            if report.agency is not None and report.year is not None:
                self._found.setdefault((report.year, name_tail(report.agency)), []).append(report)

    def of(self, report: AnnualReport) -> tuple[AnnualReport | None, Message | None]:
        """The report of the year before, and what is to be said where there is not exactly one.

        A file is what the caller says it is; in a folder the organ's name must be the same, a change of name is not
        guessed.
        """
        name = one_line(self.path)
        if not self.is_folder:
            unread = Message(
                f"{name}未能读取，没有与上年度报告比较", f"{name} was not read: not compared with last year"
            )
            return (self._reports[0], None) if self._reports else (None, unread)
        found = self._same_organ(report)
        if not found:
            return None, Message(
                f"{name}中没有同一机关上一年度的报告，没有与上年比较",
                f"{name} holds no report of this organ on the year before: not compared with last year",
            )
        if len({one.source.sha256 if one.source else "" for one in found}) == 1:
            return found[0], None
        return found[0], Message(
            f"{name}中有同一机关上一年度的几份不同报告，只与其中第一份比较",
            f"{name} holds several reports of this organ on the year before: compared with the first alone",
        )

    def _same_organ(self, report: AnnualReport) -> list[AnnualReport]:
        if report.agency is None or report.year is None:
            return []
        alike = self._found.get((report.year - 1, name_tail(report.agency)), [])
        named = [one for one in alike if one.agency and name_key(one.agency) == name_key(report.agency)]
        return named or [one for one in alike if one.agency and kinship(one.agency, report.agency) is Kinship.SAME]
