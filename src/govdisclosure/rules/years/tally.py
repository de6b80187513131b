"""How many figures of two years agree, differ, or could not be compared, and the findings that close a rule."""

from collections.abc import Iterator

from govdisclosure.law.provision import Citation
from govdisclosure.model.place import Place
from govdisclosure.rules.outcome import Kind, Message
from govdisclosure.rules.rule import Finding
from govdisclosure.rules.tables import noted, some, zero_facts

__all__ = ["Tally"]


class Tally:
    """What came of each comparison."""

    def __init__(self, subject: str, cites: tuple[Citation, ...]) -> None:
        """Start with nothing compared."""
        self.subject, self.cites = subject, cites
        self.equal = self.wrong = 0
        self.unread: list[Message] = []
        self.zeros = Message("", "")

    def agreed(self, zeros: Message) -> None:
        """One more that agrees, and what it owes to blanks that count as zero."""
        self.equal += 1
        self.zeros = self.zeros if self.zeros.zh else zeros

    def closing(self, passed: Message, at: Place | None = None) -> Iterator[Finding]:
        """A pass where everything compared agrees; what could not be compared; that there was nothing to compare."""
        if self.equal and not self.wrong:
            facts = {"compared": self.equal, **zero_facts(self.zeros)}
            message = noted(passed, self.zeros)
            yield Finding(kind=Kind.PASS, message=message, cites=self.cites, subject=self.subject, at=at, facts=facts)
        if self.unread:
            zh, en = some((one.zh for one in self.unread), "、"), some((one.en for one in self.unread), "; ")
            yield Finding(
                kind=Kind.OPEN,
                message=Message(
                    f"{zh}：两年中有空白或未能读出的数，不能比较；空白不等于零，请对照原文",
                    f"{en}: blank or not read in one of the years, so not compared; a blank is no zero",
                ),
                cites=self.cites,
                subject=f"{self.subject}:unread",
                facts={"cells": len(self.unread)},
                needs=("cells",),
            )
        if not (self.equal or self.wrong or self.unread):
            message = Message("两年的报告没有可以比较的数字", "the two reports have no figure to compare")
            yield Finding(kind=Kind.NOT_APPLICABLE, message=message, cites=self.cites, subject=self.subject)
