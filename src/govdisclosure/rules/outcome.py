"""What a rule says about a report, a register or a catalogue."""

from collections import Counter
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cached_property

import attrs

from govdisclosure.law.provision import Citation
from govdisclosure.model.place import Place
from govdisclosure.model.register import Catalogue, Register
from govdisclosure.model.report import AnnualReport
from govdisclosure.rules.decision import Change, Suppression
from govdisclosure.rules.showing import (
    assessment_repr,
    assessment_text,
    kind_word,
    outcome_repr,
    place_word,
    register_heading,
    report_heading,
)
from govdisclosure.rules.showing_html import assessment_html
from govdisclosure.text.language import Lang
from govdisclosure.text.shown import Shown

__all__ = ["Assessment", "Kind", "Level", "Message", "Outcome", "RegisterAssessment", "Verdicts"]


class Kind(StrEnum):
    """The words of SARIF's ``result.kind``."""

    PASS = "pass"  # noqa: S105  the word of the standard, not a password
    FAIL = "fail"
    REVIEW = "review"
    OPEN = "open"
    NOT_APPLICABLE = "notApplicable"
    INFORMATIONAL = "informational"


class Level(StrEnum):
    """The words of SARIF's ``result.level``, from the lightest to the heaviest."""

    NONE = "none"
    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """0 for ``none`` to 3 for ``error``."""
        return list(Level).index(self)


@attrs.frozen
class Message:
    """One sentence in Chinese and in English, values first, with the article where one is broken."""

    zh: str
    en: str


@attrs.frozen(kw_only=True)
class Outcome:
    """One verdict.

    Attributes:
        rule: Code of the rule, such as ``STR101``.
        name: Name of the rule, such as ``structure.contents.required``.
        kind: The verdict.
        level: How grave it is; ``none`` unless the kind is ``fail``, ``review`` or ``open``.
        message: What was found and what to do.
        cites: The provisions it rests on; at least one.
        subject: Logical place, independent of wording and offsets, such as ``content:fees``.
        at: Where it stands in the document; ``None`` for something that is absent.
        quote: The words it is about, personal data masked; ``None`` for something that is absent.
        context: Up to a line of text before and after the quote, personal data masked.
        facts: Figures, dates and names the verdict rests on, JSON values only.
        needs: What would settle an ``open`` or ``review`` outcome, such as ``published_on``.
        fingerprint: Stable across runs and wordings: from report identity, code and subject.
        entry: The entry of a register or catalogue that it is about, by its number; ``None`` for a report's.
        change: How it stands to a baseline; ``None`` without one, and for kinds that ask for nothing.
        graver: True where the baseline has it with a lighter kind or level.
        suppression: The decision to let it stand, where there is one.
        origin: The local overlay that asks for it, by its id; ``None`` for what the national rules ask.
    """

    rule: str
    name: str
    kind: Kind
    level: Level
    message: Message
    cites: tuple[Citation, ...]
    subject: str
    at: Place | None = None
    quote: str | None = None
    context: tuple[str, str] = ("", "")
    facts: Mapping[str, object] = attrs.field(factory=dict)
    needs: tuple[str, ...] = ()
    fingerprint: str = ""
    entry: str | None = None
    origin: str | None = None
    change: Change | None = None
    graver: bool = False
    suppression: Suppression | None = None

    @property
    def decided(self) -> bool:
        """True where somebody has decided about it: it is suppressed, or in the baseline and not graver than there."""
        known = self.change in {Change.UNCHANGED, Change.UPDATED} and not self.graver
        return known or self.suppression is not None

    def __repr__(self) -> str:
        """One line: verdict, code, place and subject."""
        return outcome_repr(self)

    def __str__(self) -> str:
        """One line: verdict, code, place and message in Chinese."""
        return " ".join(filter(None, (kind_word(self, "zh"), self.rule, place_word(self), self.message.zh)))


@attrs.frozen(kw_only=True, slots=False)
class Verdicts(Shown):
    """All outcomes of one judgement.

    Attributes:
        outcomes: In the order of the registry, then of the text or the register.
        crashed: Codes of rules that raised, with the type of the error; such a rule gave no verdict.
        ruleset: Version of the rule set.
        not_checked: What no rule looked at, whatever the outcomes say.
    """

    outcomes: tuple[Outcome, ...]
    crashed: tuple[tuple[str, str], ...] = ()
    ruleset: str = ""
    not_checked: tuple[Message, ...] = ()

    def heading(self, lang: Lang) -> str:
        """What was judged, in one line."""
        raise NotImplementedError

    def __repr__(self) -> str:
        """One line: what was judged, and how many outcomes of each kind there are."""
        return assessment_repr(self)

    def __str__(self) -> str:
        """What asks for attention, in Chinese; see :meth:`render`."""
        return assessment_text(self)

    def to_html(self, lang: Lang | None = None) -> str:
        """The outcomes grouped by what is to be done about them.

        Args:
            lang: ``zh`` or ``en``; Chinese with the English small below when ``None``.
        """
        return assessment_html(self, lang)

    def __len__(self) -> int:
        """Number of outcomes."""
        return len(self.outcomes)

    def __bool__(self) -> bool:
        """True: a judgement without outcomes is one too."""
        return True

    def __iter__(self) -> Iterator[Outcome]:
        """Iterate over the outcomes."""
        return iter(self.outcomes)

    @cached_property
    def counts(self) -> dict[str, int]:
        """Number of outcomes of each kind, every kind named."""
        found = Counter(outcome.kind for outcome in self.outcomes)
        return {kind.value: found[kind] for kind in Kind}

    @property
    def worst(self) -> Level:
        """The gravest level among outcomes of kind ``fail``; ``none`` when nothing failed."""
        return max((o.level for o in self.of(Kind.FAIL)), key=lambda level: level.rank, default=Level.NONE)

    def render(self, lang: Lang = "zh") -> str:
        """What asks for attention, with the counts of all kinds and what was not checked.

        Args:
            lang: ``zh`` or ``en``.
        """
        return assessment_text(self, lang)

    def of(self, *kinds: Kind) -> tuple[Outcome, ...]:
        """The outcomes of these kinds."""
        return tuple(outcome for outcome in self.outcomes if outcome.kind in kinds)


@attrs.frozen(kw_only=True, slots=False, repr=False)
class Assessment(Verdicts):
    """All outcomes for one report.

    Attributes:
        report: The report that was judged.
    """

    report: AnnualReport

    def heading(self, lang: Lang) -> str:
        """Agency, year and edition of the report."""
        return report_heading(self.report, lang)


@attrs.frozen(kw_only=True, slots=False, repr=False)
class RegisterAssessment(Verdicts):
    """All outcomes for a register of requests and cases, or for a catalogue of items.

    Attributes:
        register: The register that was judged; ``None`` where there was none.
        catalogue: The catalogue that was judged; ``None`` where there was none.
    """

    register: Register | None = None
    catalogue: Catalogue | None = None

    def heading(self, lang: Lang) -> str:
        """Agency, and how many requests, cases and items there are."""
        return register_heading(self.register, self.catalogue, lang)

    def about(self, entry: str) -> tuple[Outcome, ...]:
        """The outcomes about one entry, by its number."""
        return tuple(outcome for outcome in self.outcomes if outcome.entry == entry)
