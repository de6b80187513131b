"""One hand-built report with one outcome of each kind, and one whose text is hostile."""

from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pendulum
import pytest

from govdisclosure.law import cite
from govdisclosure.model.agency import AdministrativeLevel, Agency, AgencyKind
from govdisclosure.model.place import Place, SourceMap
from govdisclosure.model.report import (
    AnnualReport,
    Breakdown,
    Claim,
    ClaimKind,
    Content,
    DateMention,
    Mechanism,
    MechanismKind,
    Part,
    Passage,
    Period,
    ProblemKind,
    ProblemStatement,
    Role,
    Section,
    SourceFile,
)
from govdisclosure.rules.outcome import Assessment, Kind, Level, Message, Outcome

TEXT = """青石县水利局2010年报告
统计期限为2010年全年。
一、公开情况
公开率达到100%,收费10.5万元。
其中信函2件、当面1件。
二〇一一年三月十五日"""
HOSTILE = "一\x1b[2J\x07\u202e<script>alert(1)</script>\r\n二"


def place(words: str) -> Place:
    start = TEXT.index(words)
    return source_map().place(start, start + len(words))


def source_map() -> SourceMap:
    starts = (0, *(n + 1 for n, sign in enumerate(TEXT) if sign == "\n"))
    return SourceMap((0,), (0,), (len(TEXT),), starts)


def report(**changes: Any) -> AnnualReport:
    day = pendulum.Date
    fields: dict[str, Any] = {
        "agency": Agency(
            name="青石县水利局", kind=AgencyKind.DEPARTMENT, level=AdministrativeLevel.COUNTY, region="青石县"
        ),
        "year": 2010,
        "title": "青石县水利局2010年报告",
        "title_at": place("青石县水利局2010年报告"),
        "year_at": place("2010年报告"),
        "signed": DateMention(on=day(2011, 3, 15), quote="二〇一一年三月十五日", at=place("二〇一一年三月十五日")),
        "period": Period(start=day(2010, 1, 1), end=None, quote="2010年全年", at=place("2010年全年")),
        "preamble": Passage(text="统计期限为2010年全年。", at=place("统计期限为2010年全年。")),
        "sections": (
            Section(
                heading="一、公开情况",
                covers=(Content.OVERVIEW, Content.PROACTIVE),
                text="公开率达到100%,收费10.5万元。",
                at=place("一、公开情况\n公开率达到100%,收费10.5万元。"),
                heading_at=place("一、公开情况"),
                number=1,
            ),
        ),
        "claims": (
            Claim(
                kind=ClaimKind.DISCLOSURE_RATE,
                value=Decimal("1.00"),
                unit="%",
                quote="公开率达到100%",
                at=place("公开率达到100%"),
            ),
            Claim(
                kind=ClaimKind.FEES_CHARGED,
                value=Decimal("10.5"),
                unit="万元",
                quote="收费10.5万元",
                at=place("收费10.5万元"),
            ),
        ),
        "breakdowns": (
            Breakdown(
                whole=None,
                whole_at=None,
                kind=ClaimKind.REQUESTS_RECEIVED,
                parts=(
                    Part(
                        label="信函",
                        value=Decimal(2),
                        share=Decimal("0.667"),
                        share_printed="66.7%",
                        at=place("信函2件"),
                    ),
                ),
                exhaustive=False,
                quote="其中信函2件、当面1件",
                at=place("其中信函2件、当面1件"),
            ),
        ),
        "mechanisms": (
            Mechanism(
                kind=MechanismKind.LEADING_GROUP,
                quote="公开",
                at=place("公开"),
                roles=(Role(role="组长", held_by="局长"),),
            ),
        ),
        "problems": (ProblemStatement(kind=ProblemKind.PROBLEM, quote="公开", at=place("公开")),),
        "source": SourceFile(uri="a b.txt", sha256="0" * 64, media_type="text/plain", encoding="utf-8"),
        "text": TEXT,
        "map": source_map(),
    }
    return AnnualReport(**{**fields, **changes})


def outcome(kind: Kind, **changes: Any) -> Outcome:
    weighs = {Kind.FAIL: Level.ERROR, Kind.REVIEW: Level.WARNING, Kind.OPEN: Level.NOTE}
    fields: dict[str, Any] = {
        "rule": "STR101",
        "name": "structure.contents.required",
        "kind": kind,
        "level": weighs.get(kind, Level.NONE),
        "message": Message(f"说明{kind}", f"says {kind}"),
        "cites": (cite("regulation-2007:32i4"),),
        "subject": f"content:{kind}",
        "fingerprint": "0123456789abcdef",
    }
    return Outcome(**{**fields, **changes})


def assessment(**changes: Any) -> Assessment:
    words = "公开率达到100%"
    outcomes = (
        outcome(Kind.PASS),
        outcome(Kind.FAIL),
        outcome(
            Kind.REVIEW,
            at=place(words),
            quote=words,
            context=("", ",收费10.5万元。"),
            facts={"value": Decimal("1.0"), "on": pendulum.Date(2011, 3, 31), "parts": (1, None, "二")},
            needs=("numerator", "denominator"),
        ),
        outcome(Kind.OPEN),
        outcome(Kind.NOT_APPLICABLE),
        outcome(Kind.INFORMATIONAL),
    )
    return Assessment(**{"report": report(), "outcomes": outcomes, "ruleset": "1", **changes})


def hostile_assessment() -> Assessment:
    bad = outcome(
        Kind.FAIL,
        at=place("公开"),
        quote=HOSTILE,
        context=(HOSTILE, HOSTILE),
        message=Message(HOSTILE, HOSTILE),
        needs=(HOSTILE,),
        facts={"words": HOSTILE},
    )
    agency = Agency(name=HOSTILE)
    return Assessment(
        report=report(agency=agency, title=HOSTILE), outcomes=(bad,), crashed=(("STR101", HOSTILE),), ruleset="1"
    )


@pytest.fixture
def samples() -> SimpleNamespace:
    return SimpleNamespace(
        assessment=assessment, hostile=hostile_assessment, outcome=outcome, place=place, report=report, text=TEXT
    )
