"""A due date with its receipt: what was counted, on which ground, and what else the text may be read to mean."""

from functools import cached_property

import attrs
import pendulum

from govdisclosure.law.counting import CountedDay, Counting
from govdisclosure.law.month_sheets import sheets_html, sheets_lines
from govdisclosure.law.provision import Citation, Evidence
from govdisclosure.text.display import one_line, visible
from govdisclosure.text.language import Lang, require_lang, said
from govdisclosure.text.markup import below, element, ends, escape, left_out, scrolling, table
from govdisclosure.text.shown import Shown

__all__ = ["Pause", "Reading", "Receipt", "Step"]

_SHOWN = 400


@attrs.frozen(kw_only=True)
class Pause:
    """A time in which a term stands still.

    Attributes:
        first: The day the letter was sent.
        last: The day the answer came; ``None`` while it is still out.
        cite: The provision that lets the term stand still; ``None`` where the caller names none.
        zh: What for, in Chinese, such as ``征求第三方意见``.
        en: The same in English.
    """

    first: pendulum.Date
    last: pendulum.Date | None = None
    cite: Citation | None = None
    zh: str = "期限暂停"
    en: str = "the term stands still"


@attrs.frozen(kw_only=True)
class Reading:
    """One way to read the text, and the date it gives.

    Attributes:
        due_on: The last day of the term.
        zh: What this reading takes the text to mean, in Chinese.
        en: The same in English.
        cites: The provisions it rests on.
        evidence: How well it is known.
    """

    due_on: pendulum.Date
    zh: str
    en: str
    cites: tuple[Citation, ...]
    evidence: Evidence


@attrs.frozen(kw_only=True)
class Step:
    """One step on the way to the date.

    Attributes:
        on: The day it is about; ``None`` where it is about none.
        zh: What it says, in Chinese.
        en: The same in English.
        cite: The provision it rests on; ``None`` where it rests on none.
    """

    on: pendulum.Date | None
    zh: str
    en: str
    cite: Citation | None = None


@attrs.frozen(kw_only=True)
class Receipt(Shown):
    """A due date and how it comes about. Being later than :attr:`due_on` is late under the strictest reading only.

    Attributes:
        name: Which term, such as ``reply``.
        title_zh: What it is called in Chinese.
        title_en: What it is called in English.
        start_on: The day it runs from, which does not count.
        due_on: Its last day under the safe, that is the earliest, reading.
        readings: Every reading, the earliest first.
        steps: How the safe reading comes about.
        cites: The provisions it rests on.
        evidence: How well it is known how long the term is.
        provisional: True where a year that is not announced was counted by its weekends alone.
        calendar: What the working days rest on.
        open_since: The day since which the term stands still, with no answer yet: then :attr:`due_on` is the date that
            would hold had the answer come at once, and moves on; ``None`` where nothing is out.
        days: Each day of the safe reading after the start: counted or skipped, and why. Of months and years the last
            day alone, and the rest days that it moves over.
    """

    name: str
    title_zh: str
    title_en: str
    start_on: pendulum.Date
    due_on: pendulum.Date
    readings: tuple[Reading, ...]
    steps: tuple[Step, ...]
    cites: tuple[Citation, ...]
    evidence: Evidence
    provisional: bool
    calendar: str
    open_since: pendulum.Date | None = None
    _counting: Counting = attrs.field(repr=False, eq=False, hash=False)

    @property
    def latest_on(self) -> pendulum.Date:
        """The last day under the latest reading: who acts after it is late under every reading."""
        return self.readings[-1].due_on

    @property
    def unit(self) -> str:
        """What it is counted in: ``workdays``, ``days``, ``months`` or ``years``."""
        return self._counting.unit

    @cached_property
    def days(self) -> tuple[CountedDay, ...]:
        """See the class; made when it is first asked for."""
        return self._counting.days()

    def __repr__(self) -> str:
        """One line."""
        return f"<Receipt {one_line(self.name)}: {self.start_on} to {self.due_on}>"

    def __str__(self) -> str:
        """The receipt in Chinese; see :meth:`render`."""
        return self.render()

    def render(self, lang: Lang = "zh", *, days: bool = False) -> str:
        """The receipt as lines of text.

        Args:
            lang: ``zh`` or ``en``.
            days: Whether to list every day.

        Returns:
            Lines without a newline at the end.

        Raises:
            UsageError: No such language.
        """
        require_lang(lang)
        zh = lang == "zh"
        lines = [f"{self.title_zh}：{self.due_on}" if zh else f"{self.title_en}: {self.due_on}"]
        for step in self.steps:
            cite = "" if step.cite is None else (f"（{step.cite.zh}）" if zh else f" ({step.cite.en})")
            lines.append(f"- {step.zh if zh else step.en}{cite}")
        if len(self.readings) > 1:
            lines.append("不同理解（最早的为稳妥日期）：" if zh else "Readings, the earliest is the safe one:")
            lines += [f"- {one.due_on}{'：' if zh else ': '}{one.zh if zh else one.en}" for one in self.readings]
        if days:
            lines += [f"  {day.on} {day.zh if zh else day.en}" for day in self.days]
        lines.append(f"日历：{self.calendar}" if zh else f"calendar: {self.calendar}")
        return visible("\n".join(lines))

    def calendar_text(self, lang: Lang = "zh") -> str:
        """Months with each day of the term, and what the signs mean, for a terminal.

        Args:
            lang: ``zh`` or ``en``.

        Raises:
            UsageError: No such language.
        """
        require_lang(lang)
        return visible("\n".join(sheets_lines(self, lang)))

    def drawn(self, lang: Lang = "zh") -> str:
        """The receipt, and below it the calendar.

        Args:
            lang: ``zh`` or ``en``.
        """
        return f"{self.render(lang)}\n\n{self.calendar_text(lang)}"

    def to_html(self, lang: Lang | None = None) -> str:
        """The term as a calendar, with steps, readings and each day below.

        Args:
            lang: ``zh`` or ``en``; Chinese and English when ``None``.
        """
        heading = said(f"{self.title_zh}：{self.due_on}", f"{self.title_en}: {self.due_on}", lang)
        parts = [element("p", element("b", escape(heading))), sheets_html(self, lang), self._steps_html(lang)]
        if len(self.readings) > 1:
            readings = ((escape(str(one.due_on)), below(one.zh, one.en, lang)) for one in self.readings)
            heads = ("到期日", "due"), ("不同理解（最早的为稳妥日期）", "reading (the earliest is the safe one)")
            parts.append(scrolling(table(readings, (below(*one, lang) for one in heads))))
        days, more = ends(self.days, _SHOWN)
        rows = ((escape(str(day.on)), below(day.zh, day.en, lang)) for day in days)
        listed = element("summary", escape(said("逐日计算", "each day", lang))) + table(rows) + left_out(more, lang)
        parts += [
            element("details", listed),
            element("p", escape(f"{said('日历', 'calendar', lang)}: {self.calendar}")),
        ]
        return element("div", "".join(parts))

    def _steps_html(self, lang: Lang | None) -> str:
        heads = ("日期", "day"), ("说明", "what it says"), ("依据", "article")
        steps, more = ends(self.steps, _SHOWN)
        rows = (
            (
                escape(step.on.isoformat() if step.on else ""),
                below(step.zh, step.en, lang),
                below(step.cite.zh, step.cite.en, lang) if step.cite else "",
            )
            for step in steps
        )
        return scrolling(table(rows, (below(*one, lang) for one in heads))) + left_out(more, lang)
