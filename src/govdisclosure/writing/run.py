"""One run of a check, as every form of output has it: what was found, and what could not be read or judged."""

from collections.abc import Iterator, Mapping
from datetime import date

import attrs

from govdisclosure.decisions import Decided, SuppressionState
from govdisclosure.decisions.messages import absent_message, suppression_message
from govdisclosure.errors import ReadError
from govdisclosure.rules.outcome import Level, Message, RegisterAssessment, Verdicts
from govdisclosure.rules.rule import BlankIs, Rule
from govdisclosure.text.display import one_line
from govdisclosure.text.language import Lang
from govdisclosure.text.personal import mask_personal
from govdisclosure.writing.whereabouts import Book

__all__ = ["Chosen", "Remark", "Run", "remarks"]

_WORDS = {
    "unread": ("未能读取", "not read"),
    "skipped": ("跳过", "passed over"),
    "crashed": ("规则出错", "crashed"),
    "notChecked": ("未核查", "not checked"),
    "fault": ("行有误", "faulty row"),
    "suppression": ("抑制清单", "suppression"),
    "absent": ("已消失", "absent"),
}


@attrs.frozen(kw_only=True)
class Chosen:
    """What settings made of the rules of a run.

    Attributes:
        levels: The level chosen for a rule, by its code.
        per_file_ignores: Glob of a file, and the codes or families left out for it.
    """

    levels: Mapping[str, Level] = attrs.field(factory=dict)
    per_file_ignores: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)


@attrs.frozen(kw_only=True)
class Run:
    """A run over one or more files.

    Attributes:
        assessed: Sources as they were given, with what was found in each.
        unread: What could not be read.
        skipped: Files of folders that were passed over because their kind is not read.
        rules: The rules that were asked for.
        ruleset: Version of the rule set.
        as_of: The day the judgement was made, where one was given.
        blank_is: What blank cells counted as; ``None`` for a register or catalogue.
        decided: Baseline and suppressions; ``None`` where neither was given.
        lang: The language that was asked for.
        chosen: What settings made of the rules.
        books: The files of a register that was judged as one.
    """

    assessed: tuple[tuple[str, Verdicts], ...]
    unread: tuple[ReadError, ...] = ()
    skipped: tuple[ReadError, ...] = ()
    rules: tuple[Rule, ...] = ()
    ruleset: str = ""
    as_of: date | None = None
    blank_is: BlankIs | None = None
    decided: Decided | None = None
    lang: Lang = "zh"
    chosen: Chosen = attrs.field(factory=Chosen)
    books: tuple[Book, ...] = ()

    @property
    def is_of_entries(self) -> bool:
        """Whether registers or catalogues were judged, and not reports: only what a report says may be blank."""
        return self.blank_is is None


@attrs.frozen(kw_only=True)
class Remark:
    """Something about a run that is no outcome.

    Attributes:
        kind: ``unread``, ``skipped``, ``crashed``, ``notChecked``, ``fault`` (of a row), ``absent`` or ``suppression``.
        source: The file; empty for what is about none.
        message: What is to be said.
        rule: Code of the rule that crashed or is no longer broken.
        fingerprint: Of an outcome that is absent.
        subject: Likewise.
    """

    kind: str
    source: str
    message: Message
    rule: str = ""
    fingerprint: str = ""
    subject: str = ""

    def word(self, lang: Lang) -> str:
        """What a remark of this kind is called."""
        return _WORDS[self.kind][0 if lang == "zh" else 1]

    @property
    def is_error(self) -> bool:
        """True for what leaves something unread or unjudged that should have been."""
        return self.kind in {"unread", "crashed", "fault"}


def remarks(run: Run) -> Iterator[Remark]:
    """All remarks of a run: file by file, then about the run."""
    for source, verdicts in run.assessed:
        yield from about(source, verdicts)
    for kind, errors in (("unread", run.unread), ("skipped", run.skipped)):
        yield from (Remark(kind=kind, source=one.source, message=Message(one.zh, one.en)) for one in errors)
    if run.decided is not None:
        for entry in run.decided.absent:
            yield Remark(
                kind="absent", source="", message=absent_message(entry), rule=entry.rule,
                fingerprint=entry.fingerprint, subject=entry.subject,
            )  # fmt: skip
        for status in run.decided.suppressions:
            if status.state is not SuppressionState.USED:
                yield Remark(kind="suppression", source="", message=suppression_message(status))


def about(source: str, verdicts: Verdicts) -> Iterator[Remark]:
    """The remarks about one file."""
    for code, name in verdicts.crashed:
        words = Message(f"规则出错，未判断（{one_line(name)}）", f"rule crashed, not judged ({one_line(name)})")
        yield Remark(kind="crashed", source=source, message=words, rule=code)
    for message in verdicts.not_checked:
        yield Remark(kind="notChecked", source=source, message=message)
    if isinstance(verdicts, RegisterAssessment):
        for one in (verdicts.register, verdicts.catalogue):
            for fault in one.faults if one is not None else ():
                sheet, column = (mask_personal(one_line(part or "")) for part in (fault.sheet, fault.column))
                zh, en = f"{sheet}第{fault.row}行{column}：{fault.zh}", f"{sheet} row {fault.row} {column}: {fault.en}"
                words = Message(mask_personal(zh), mask_personal(" ".join(en.split())))
                yield Remark(kind="fault", source=source, message=words)
