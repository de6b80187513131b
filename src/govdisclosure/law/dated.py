"""Values that the law sets, each with the days on which it held and the provision that set it."""

from typing import TypeAlias

import attrs
import pendulum

from govdisclosure.errors import NotInForceError, UsageError
from govdisclosure.law.provision import Citation, Evidence
from govdisclosure.text.display import one_line
from govdisclosure.text.language import Lang
from govdisclosure.text.shown import ShownPage

__all__ = ["DatedValue", "Parameter"]

Value: TypeAlias = int | str | bool | tuple[str, ...] | None


@attrs.frozen(kw_only=True)
class DatedValue:
    """One value of a parameter.

    Attributes:
        value: The value in the parameter's unit; ``None`` where the law is silent in that time.
        start: First day on which it held (for parameters chosen by report year: 1 January of the first report year).
        end: Last day on which it held; ``None`` while it holds.
        cite: The provision that sets it.
        evidence: How well it is known.
        sources: Where the text was seen.
        checked_on: The day it was last compared with a source.
        note: Anything a reader should know.
        note_zh: The same in Chinese.
        value_en: The same in English, for values that are words, entry by entry (one for a single wording);
            ``None`` for all others.
        unit: Its unit where that is not the parameter's own (ten days before 2024, ten working days since).
    """

    value: Value
    start: pendulum.Date
    end: pendulum.Date | None
    cite: Citation
    evidence: Evidence
    sources: tuple[str, ...]
    checked_on: pendulum.Date
    note: str = ""
    note_zh: str = ""
    value_en: tuple[str, ...] | None = None
    unit: str | None = None

    def holds_on(self, day: pendulum.Date) -> bool:
        """True when it held on a day."""
        return self.start <= day and (self.end is None or day <= self.end)


@attrs.frozen(kw_only=True)
class Parameter(ShownPage):
    """Something the law sets and has changed over time.

    Attributes:
        name: Dotted name, such as ``reply.term``.
        title_zh: Title in Chinese.
        title_en: Title in English.
        unit: ``workdays``, ``month_day`` (``MM-DD``), ``items``, ``yes_no``, ``text`` …
        select_by: What decides which value holds: ``day`` (the day the duty arose) or ``report_year``.
        values: Values in order of time, not overlapping.
        note: What it means, and what is not settled.
        note_zh: The same in Chinese.
    """

    name: str
    title_zh: str
    title_en: str
    unit: str
    select_by: str
    values: tuple[DatedValue, ...]
    note: str = ""
    note_zh: str = ""

    def __repr__(self) -> str:
        """One line: its name, and how many values it has had."""
        return one_line(f"<Parameter {self.name}: {self.title_en}, {len(self.values)} values>")

    def to_markdown(self, lang: Lang | None = None) -> str:
        """Its history as a page: every value with its days, its provision and how well it is known.

        Args:
            lang: ``zh`` or ``en``; Chinese and English when ``None``.
        """
        from govdisclosure.law.pages import parameter_page  # noqa: PLC0415  it is made of this class

        return parameter_page(self, lang).text

    def to_html(self, lang: Lang | None = None) -> str:
        """Its history as a table, each value with a bar for the time it held.

        Args:
            lang: ``zh`` or ``en``; Chinese and English when ``None``.
        """
        from govdisclosure.law.history import history_html  # noqa: PLC0415  it is made of this class

        return history_html(self, lang)

    def at(self, day: pendulum.Date) -> DatedValue:
        """The value that held on a day.

        Args:
            day: The day the duty arose; for parameters selected by report year, any day of that year.

        Returns:
            The value with its citation. Its ``value`` may be ``None``: in force, and the law sets nothing.

        Raises:
            NotInForceError: No value held on that day; the message says since when one does.
        """
        for dated in self.values:
            if dated.holds_on(day):
                return dated
        raise self._not_in_force(day.isoformat(), by_year=False)

    def for_report_year(self, year: int) -> DatedValue:
        """The value that governs reports on a year.

        Args:
            year: The year reported on, not the year of publication.

        Returns:
            The value with its citation.

        Raises:
            NotInForceError: No value governs that year; the message says since when one does.
            UsageError: The parameter is selected by the day the duty arose; ask :meth:`at`.
        """
        if self.select_by != "report_year":
            zh = f"参数{self.name}按义务发生之日适用，请按日期查询"
            raise UsageError(zh, f"{self.name} is selected by day, not by report year; use at(day)")
        for dated in self.values:
            if dated.start.year <= year and (dated.end is None or year <= dated.end.year):
                return dated
        raise self._not_in_force(str(year), by_year=True)

    def asked_on(self, day: pendulum.Date) -> DatedValue:
        """The value that held on a day, or that governs reports on the year of that day, as ``select_by`` says.

        Raises:
            NotInForceError: There was none.
        """
        return self.for_report_year(day.year) if self.select_by == "report_year" else self.at(day)

    def _not_in_force(self, asked: str, *, by_year: bool) -> NotInForceError:
        first, last = self.values[0].start, self.values[-1].end
        since = str(first.year) if by_year else first.isoformat()
        name, on = f"{self.title_zh}（{self.name}）", "for report year" if by_year else "on"
        if last is None or asked < since:
            zh = f"{name}自{since}{'年度' if by_year else ''}起才有规定，{asked}{'年度' if by_year else ''}尚未施行"
            return NotInForceError(zh, f"{self.name} was not in force {on} {asked}; it holds from {since}")
        until = str(last.year) if by_year else last.isoformat()
        zh = f"{name}对{asked}{'年度' if by_year else ''}没有有效规定，最后一次施行至{until}"
        return NotInForceError(zh, f"{self.name} was not in force {on} {asked}; it last held until {until}")
