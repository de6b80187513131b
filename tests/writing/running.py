"""Random runs over reports and registers, for tests of what is written of them."""

from hypothesis import strategies as st

from govdisclosure.errors import ReadError
from govdisclosure.law import cite
from govdisclosure.model.place import Place
from govdisclosure.model.register import Register, RowFault
from govdisclosure.model.report import AnnualReport
from govdisclosure.rules.decision import Change, Suppression
from govdisclosure.rules.outcome import Assessment, Kind, Level, Message, Outcome, RegisterAssessment
from govdisclosure.rules.registry import RULES
from govdisclosure.writing.run import Run

__all__ = ["WHY", "WORDS", "outcomes", "runs"]

WORDS = st.text(max_size=20) | st.sampled_from(["]]>", "<b>&'\"", "\x00\x1b\ufffe", "  a  b ", "13800138000"])
CODES = st.sampled_from([rule.code for rule in RULES[:4]] + ["HSE101"])
WHY = Suppression(code="STR101", reason="另附 <说明>", subject="*")


@st.composite
def outcomes(draw):
    kind = draw(st.sampled_from(Kind))
    weighs = kind in {Kind.FAIL, Kind.REVIEW, Kind.OPEN}
    words = draw(WORDS)
    return Outcome(
        rule=draw(CODES),
        name="n",
        kind=kind,
        level=draw(st.sampled_from([Level.NOTE, Level.WARNING, Level.ERROR])) if weighs else Level.NONE,
        message=Message(words, words),
        cites=(cite("regulation-2019:50"),),
        subject=words,
        quote=draw(st.none() | WORDS),
        entry=draw(st.none() | st.sampled_from(["A1", "7"])),
        at=draw(st.none() | st.builds(Place, start=st.integers(0, 5), end=st.integers(0, 9), line=st.integers(1, 9))),
        change=draw(st.none() | st.sampled_from([Change.NEW, Change.UNCHANGED, Change.UPDATED])) if weighs else None,
        graver=draw(st.booleans()),
        suppression=draw(st.none() | st.just(WHY)) if weighs else None,
    )


@st.composite
def runs(draw):
    assessed = []
    for source in draw(st.lists(WORDS, max_size=3)):
        found = {
            "outcomes": tuple(draw(st.lists(outcomes(), max_size=8))),
            "crashed": tuple((code, "KeyError") for code in sorted(draw(st.sets(CODES, max_size=2)))),
            "not_checked": tuple(Message(words, words) for words in draw(st.lists(WORDS, max_size=2))),
        }
        if draw(st.booleans()):
            faults = tuple(RowFault(row=n, zh="x", en=draw(WORDS)) for n in range(draw(st.integers(0, 2))))
            assessed.append((source, RegisterAssessment(register=Register(faults=faults), **found)))
        else:
            assessed.append((source, Assessment(report=AnnualReport(), **found)))
    errors = st.lists(st.builds(ReadError, WORDS, WORDS, WORDS), max_size=2)
    rules = tuple(draw(st.sampled_from([(), RULES[:2], RULES[:4]])))
    return Run(assessed=tuple(assessed), unread=tuple(draw(errors)), skipped=tuple(draw(errors)), rules=rules)
