"""What a rule is made of: its card, what it may ask, and what it yields."""

import inspect
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Literal, TypeAlias

import attrs
import pendulum

from govdisclosure.law.overlay import Overlay
from govdisclosure.law.provision import Citation, Evidence
from govdisclosure.model.place import Place
from govdisclosure.model.register import Catalogue, Register
from govdisclosure.model.report import AnnualReport, Edition
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.text.display import one_line
from govdisclosure.text.language import Lang
from govdisclosure.text.shown import ShownPage

__all__ = ["About", "Beside", "BlankIs", "Finding", "Parts", "Question", "Rule"]

BlankIs: TypeAlias = Literal["open", "zero"]
"""What a blank cell of a table, or a dash in it, counts as: nothing that can be judged, or zero."""


Beside: TypeAlias = Literal["previous", "parts", "register", "items"]
"""What a rule compares the report with; where that is not given, the rule is not run and says nothing. ``previous`` is
the report of the year before, ``parts`` are the reports of the organs whose figures it sums up, ``register`` is the
organ's register of requests and cases, ``items`` its catalogue."""

About: TypeAlias = Literal["report", "requests", "cases", "items", "organ"]
"""What a rule judges: an annual report, the requests or the cases of a register, the items of a catalogue, or all
reports of an organ."""


@attrs.frozen(kw_only=True)
class Parts:
    """The reports of the organs below.

    Attributes:
        reports: Those that were read.
        unread: Names of those that could not be read.
    """

    reports: tuple[AnnualReport, ...] = ()
    unread: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Question:
    """What is asked of a rule: the report, and the day on which the asking is done.

    Attributes:
        report: The report to judge.
        as_of: The day the judgement is made; ``None`` when nothing may depend on it. It never selects the law: that is
            the day the duty arose.
        blank_is: What a blank cell of a table, or a dash in it, counts as.
        previous: The report of the year before, where one was given.
        parts: The reports of the organs below, where they were given.
        register: The organ's register of requests and cases, where it was given.
        items: The organ's catalogue, where it was given.
    """

    report: AnnualReport
    as_of: pendulum.Date | None = None
    blank_is: BlankIs = "open"
    previous: AnnualReport | None = None
    parts: Parts | None = None
    register: Register | None = None
    items: Catalogue | None = None

    def has(self, beside: Beside | None) -> bool:
        """Whether it has what a rule compares with; always so for a rule that looks at the report alone."""
        return beside is None or getattr(self, beside) is not None


@attrs.frozen(kw_only=True)
class Finding:
    """What a rule yields; the engine makes an :class:`~govdisclosure.rules.outcome.Outcome` of it.

    Attributes:
        kind: The verdict.
        message: What was found.
        cites: The provisions it rests on; at least one.
        subject: Logical place, independent of wording and offsets; distinct within one rule and report.
        at: Where the words stand.
        quote: The words, where they do not stand in the document's text (a date in a page's head).
        level: Overrides the level on the rule's card. Whatever it is, what does not rest on a source is no error.
        evidence: How well the fact of law is known that it rests on besides its provisions (a due day, a duty).
        facts: Figures, dates and names it rests on; JSON values only.
        needs: What would settle it.
        entry: The entry of a register or catalogue that it is about, by its number; ``None`` for a report's.
    """

    kind: Kind = attrs.field(converter=Kind)
    message: Message
    cites: tuple[Citation, ...] = attrs.field(validator=attrs.validators.min_len(1))
    subject: str
    at: Place | None = None
    quote: str | None = None
    level: Level | None = None
    evidence: Evidence = Evidence.SOURCE
    facts: Mapping[str, object] = attrs.field(factory=dict)
    needs: tuple[str, ...] = ()
    entry: str | None = None


_CHINESE = "\n中文说明\n--------\n"
"""The heading in a rule's docstring below which its manual stands in Chinese; it is the last."""

Check: TypeAlias = Callable[[Any], Iterator[Finding]]
"""Takes a :class:`Question`; where ``about`` says so, an :class:`~govdisclosure.rules.entries.EntriesQuestion` or an
:class:`~govdisclosure.rules.across.asking.OrganQuestion`."""

LocalCheck: TypeAlias = Callable[[Question, Overlay], Iterator[Finding]]
"""Takes the question, and what a local instrument asks beyond the national rules."""


@attrs.frozen(kw_only=True)
class Rule(ShownPage):
    """A rule's card.

    Attributes:
        code: Three letters and three digits, never reused.
        name: ``family.subject.predicate``.
        title: One line in Chinese and English.
        level: Level of a ``fail``; a ``review`` or ``open`` never weighs more than ``warning``.
        kinds: The verdicts it can yield; each is tested.
        cites: Keys of the provisions it enforces (``regulation-2007:32``), for its page; at least one.
        editions: Editions of report it applies to.
        since: Version of the package that introduced it.
        beside: What the report is compared with; ``None`` for a rule that looks at the report alone.
        about: What it judges.
        check: The generator that judges.
        local: The generator that judges by a local overlay, with the question and the overlay; ``None`` for a rule of
            which no overlay can ask more.
        page: The manual; ``None`` where the docstring of the module that holds the rule is the manual.
    """

    code: str = attrs.field(validator=attrs.validators.matches_re(r"[A-Z]{3}\d{3}"))
    name: str = attrs.field(validator=attrs.validators.matches_re(r"[a-z_]+(\.[a-z_]+){2}"))
    title: Message
    level: Level
    kinds: tuple[Kind, ...]
    cites: tuple[str, ...] = attrs.field(validator=attrs.validators.min_len(1))
    editions: tuple[Edition, ...] = tuple(Edition)
    since: str = "0.1.0"
    beside: Beside | None = None
    about: About = "report"
    check: Check
    local: LocalCheck | None = None
    page: str | None = None

    def __repr__(self) -> str:
        """One line: its code and its title."""
        return one_line(f"<Rule {self.code} {self.name}: {self.title.en}>")

    def to_markdown(self, lang: Lang | None = None) -> str:
        """Its page: card, articles and manual.

        Args:
            lang: Language of title, labels and articles, ``zh`` or ``en``; both when ``None``. The manual stands as it
                was written.
        """
        from govdisclosure.rules.pages import rule_page  # noqa: PLC0415  it is made of this class

        return rule_page(self, lang).text

    @property
    def family(self) -> str:
        """The three letters of the code."""
        return self.code[:3]

    @property
    def manual(self) -> str:
        """The rule's own page, or the docstring of its module: what it checks, why, an example, what is not covered."""
        return self._document.partition(_CHINESE)[0].rstrip()

    @property
    def manual_zh(self) -> str:
        """What a Chinese reader needs of the manual, in one paragraph: what it checks, why, and what it does not."""
        return "".join(self._document.partition(_CHINESE)[2].split("\n")).strip()

    @property
    def _document(self) -> str:
        return inspect.cleandoc(self.page) if self.page else inspect.getdoc(inspect.getmodule(self.check)) or ""
