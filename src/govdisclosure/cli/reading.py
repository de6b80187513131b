"""Reports from the paths on a command line; a file that cannot be read is told, and the others go on."""

from collections.abc import Iterator, Sequence
from functools import partial

import attrs

from govdisclosure import api
from govdisclosure.cli.common import guarded
from govdisclosure.cli.inputs import Input, inputs
from govdisclosure.errors import ReadError
from govdisclosure.model.report import AnnualReport
from govdisclosure.plugins import Plugins
from govdisclosure.rules.rule import Parts
from govdisclosure.text.language import Lang

__all__ = ["Reading"]


@attrs.frozen(kw_only=True)
class Reading:
    """Reads files and keeps what could not be read.

    Attributes:
        lang: Language in which faults are told on standard error.
        unread: What could not be read, filled while reading.
        skipped: Files of folders that were passed over because their kind is not read, likewise.
        plugins: Their readers are asked about what the package does not read itself.
    """

    lang: Lang
    plugins: Plugins = attrs.field(factory=Plugins)
    unread: list[ReadError] = attrs.field(factory=list)
    skipped: list[ReadError] = attrs.field(factory=list)

    def reports(self, paths: Sequence[str]) -> Iterator[tuple[str, AnnualReport]]:
        """The reports of files and folders, by name, in a fixed order."""
        for item in inputs(paths, self.plugins.suffixes):
            if item.skipped and item.error is not None:
                self.skipped.append(item.error)
                continue
            report = guarded(item.name, self.lang, self.unread, partial(self._read, item))
            if report is not None:
                yield item.name, report

    def beside(self, path: str) -> Parts:
        """The reports of a file or folder that others are compared with, and the names of those not read."""
        before = len(self.unread)
        reports = tuple(report for _, report in self.reports([path]))
        return Parts(reports=reports, unread=tuple(fault.source for fault in self.unread[before:]))

    def _read(self, item: Input) -> AnnualReport:
        if item.error is not None:
            raise item.error
        return api.read(item.name, plugins=self.plugins)
