"""Two reports beside each other."""

from typing import Literal, TypeAlias

import attrs

from govdisclosure.analysis.difference.changes import (
    CellChange,
    CellKind,
    ChangeKind,
    ClaimChange,
    FieldChange,
    MechanismChange,
    TableChange,
)
from govdisclosure.analysis.difference.changes_of_text import Carried, SectionChange
from govdisclosure.analysis.difference.verdicts import CaptureVerdicts
from govdisclosure.model.report import AnnualReport
from govdisclosure.rules.outcome import Message
from govdisclosure.text.language import Lang
from govdisclosure.text.normalise import fold, squeeze
from govdisclosure.text.shown import Shown

__all__ = ["Difference", "Mode"]

Mode: TypeAlias = Literal["captures", "years"]
"""Two copies of one report, or the reports of one organ on two years."""


@attrs.frozen(kw_only=True, slots=False)
class Difference(Shown):
    """What two reports say otherwise. Absent is not zero: what one of them was not read to say is told apart.

    Attributes:
        mode: What the two were taken for; ``None`` where they were not compared.
        old: The old report, or the capture that was given first.
        new: The new one.
        not_comparable: Why nothing was compared; ``None`` where the two were.
        identical: Whether both were read from the same bytes.
        notes: What a person must know of the comparison, gravest first.
        fields: The organ, the title, the form, the dates.
        tables: Statutory tables that one report alone has, or that follow another form.
        cells: Cells of the statutory tables; of two years also those that are equal, side by side.
        claims: Quantities stated in prose; of two years also those that are equal.
        sections: Sections; of two years also those to which nothing happened.
        mechanisms: Systems and arrangements that one report alone gives evidence of.
        judged: Of two captures, how the verdicts changed; ``None`` where that was not asked.
        carried: Of two years, what the new one has word for word from the old one, as XYR105 counts it.
    """

    mode: Mode | None
    old: AnnualReport = attrs.field(repr=False)
    new: AnnualReport = attrs.field(repr=False)
    not_comparable: Message | None = None
    identical: bool = False
    notes: tuple[Message, ...] = ()
    fields: tuple[FieldChange, ...] = ()
    tables: tuple[TableChange, ...] = ()
    cells: tuple[CellChange, ...] = ()
    claims: tuple[ClaimChange, ...] = ()
    sections: tuple[SectionChange, ...] = ()
    mechanisms: tuple[MechanismChange, ...] = ()
    judged: CaptureVerdicts | None = None
    carried: Carried | None = None

    @property
    def changed_cells(self) -> tuple[CellChange, ...]:
        """The cells that are not the same."""
        return tuple(one for one in self.cells if one.kind is not CellKind.EQUAL)

    @property
    def changed_claims(self) -> tuple[ClaimChange, ...]:
        """The stated quantities that are not the same."""
        return tuple(one for one in self.claims if one.kind is not ChangeKind.EQUAL)

    @property
    def changed_sections(self) -> tuple[SectionChange, ...]:
        """The sections to which something happened."""
        return tuple(one for one in self.sections if one.kinds)

    @property
    def figures_changed(self) -> bool:
        """Whether anything differs that is a figure, or that may hide one: a table or a cell that was not read."""
        return bool(self.tables or self.changed_cells or self.changed_claims)

    @property
    def differs(self) -> bool:
        """Whether anything in the content differs.

        Verdicts follow from it and are not counted, save where they follow from words that are part of nothing else
        that is compared.
        """
        content = self.figures_changed or self.fields or self.changed_sections or self.mechanisms
        return bool(content or (self.elsewhere and self.alters_verdict))

    @property
    def elsewhere(self) -> bool:
        """Whether two captures in one format have words, compared with nothing, that are not the same.

        They stand outside the sections, as below the signature, or within a table and are no cell of the form.
        """
        if self.mode != "captures" or self.identical or _format(self.old) != _format(self.new):
            return False
        if self.figures_changed or self.fields or self.changed_sections or self.mechanisms:
            return False
        one, other = (squeeze(fold(report.text)) for report in (self.old, self.new))
        return one != other

    @property
    def only_unread(self) -> bool:
        """Whether all that differs is that something was not read in one of the two, which is no change."""
        told = any(one.old is not None and one.new is not None for one in self.fields)
        told = told or any(one.kind in {CellKind.VALUE, CellKind.STATE} for one in self.changed_cells)
        told = told or any(one.kind is ChangeKind.CHANGED for one in self.tables)
        other = self.changed_claims or self.changed_sections or self.mechanisms or self.elsewhere
        return self.differs and not told and not other

    @property
    def alters_verdict(self) -> bool | None:
        """Whether a verdict on the new capture is another than on the old one; ``None`` where that was not asked."""
        return None if self.judged is None else bool(self.judged.changes)

    def render(self, lang: Lang = "zh") -> str:
        """What differs, figures first; personal numbers are masked.

        Args:
            lang: ``zh`` or ``en``.

        Raises:
            UsageError: It is another language.
        """
        from govdisclosure.analysis.difference.lines import difference_text  # noqa: PLC0415  it shows this class

        return difference_text(self, lang)

    def __str__(self) -> str:
        """What differs, in Chinese; see :meth:`render`."""
        return self.render()

    def __repr__(self) -> str:
        """One line: what the two were taken for, and how much differs."""
        counts = (
            (len(self.changed_cells), "cells"), (len(self.changed_claims), "claims"), (len(self.tables), "tables"),
            (len(self.fields), "fields"), (len(self.changed_sections), "sections"),
            (len(self.mechanisms), "mechanisms"),
        )  # fmt: skip
        told = ", ".join(f"{count} {name}" for count, name in counts if count)
        return f"<Difference {self.mode or 'not comparable'}: {told or 'none'}>"

    def to_html(self, lang: Lang | None = None) -> str:
        """What differs, as tables; personal numbers are masked.

        Args:
            lang: ``zh`` or ``en``; Chinese with the headings in English too when ``None``.
        """
        from govdisclosure.analysis.difference.notebook import difference_html  # noqa: PLC0415  it shows this class

        return difference_html(self, lang)


def _format(report: AnnualReport) -> str | None:
    return None if report.source is None else report.source.media_type
