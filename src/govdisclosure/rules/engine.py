"""Run rules over a report, a register or a catalogue and make outcomes of what they yield."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import partial
from hashlib import sha256
from math import isfinite

import attrs
import pendulum

from govdisclosure.law import cite
from govdisclosure.law.overlay import Overlay
from govdisclosure.model.labels import table_title
from govdisclosure.model.place import Place
from govdisclosure.model.register import Catalogue, Register
from govdisclosure.model.report import AnnualReport, Content, Edition
from govdisclosure.rules.across.asking import OrganQuestion
from govdisclosure.rules.answers import capped
from govdisclosure.rules.entries import EntriesQuestion
from govdisclosure.rules.outcome import Assessment, Kind, Level, Message, Outcome, RegisterAssessment
from govdisclosure.rules.rule import BlankIs, Finding, Parts, Question, Rule
from govdisclosure.rules.tables import CONTENTS
from govdisclosure.text.display import one_line
from govdisclosure.text.normalise import DAMAGE, fold, squeeze
from govdisclosure.text.personal import mask_personal

__all__ = ["assess", "assess_entries", "assess_organ"]

_CONTEXT = 30
_FIRST = 5
_DAMAGE = re.compile(f"{DAMAGE}+")
_ORDINAL = re.compile(r":\d+(?=:|$)")
_ANNEX = Message(
    "政府信息公开情况统计表（附表）未读取，表内数字未核对，请人工核对",
    "the statistics annex is not read, its figures not compared; check it by hand",
)
_ANNEX_SUMS = Message(
    "政府信息公开情况统计表（附表）内各数字之间的关系未核对，请人工核对",
    "the sums within the statistics annex are not checked; check them by hand",
)
_WEIGHTLESS = {Kind.PASS, Kind.NOT_APPLICABLE, Kind.INFORMATIONAL}


def assess(  # noqa: PLR0913  what api.check hands on
    report: AnnualReport,
    rules: Iterable[Rule],
    *,
    as_of: pendulum.Date | None = None,
    ruleset: str = "",
    blank_is: BlankIs = "open",
    previous: AnnualReport | None = None,
    parts: Parts | None = None,
    register: Register | None = None,
    items: Catalogue | None = None,
    overlays: Iterable[Overlay] = (),
) -> Assessment:
    """Judge a report by rules.

    Args:
        report: The report.
        rules: The rules, in the order in which outcomes are wanted.
        as_of: The day the judgement is made; it never selects the law.
        ruleset: Version of the rule set, kept in the result.
        blank_is: What a blank cell of a table counts as.
        previous: The report of the year before; rules that compare two years are not run without it.
        parts: The reports of the organs below; rules on sums over organs are not run without them.
        register: The organ's register; rules that hold the report against it are not run without it.
        items: The organ's catalogue; rules that hold the report against it are not run without it.
        overlays: Local rules; what they ask is judged apart, after everything national, with their id as ``origin``.

    Returns:
        The outcomes. A rule that raises gives none and is named in ``crashed``; the others go on.
    """
    question = Question(
        report=report,
        as_of=as_of,
        blank_is=blank_is,
        previous=previous,
        parts=parts,
        register=register,
        items=items,
    )
    judged = _Judged(
        name=report.agency.name if report.agency else "",
        part=str(report.year),
        text=report.text,
        masked=mask_personal(report.text),
    )
    fitting = [rule for rule in rules if rule.about == "report" and question.has(rule.beside)]
    outcomes, crashed = _run(
        fitting,
        lambda rule: rule.check(question) if report.edition in rule.editions else _not_of_this_form(rule),
        judged,
    )
    local, failed, unplaced = _locally(fitting, question, overlays, judged)
    return Assessment(
        report=report,
        outcomes=(*outcomes, *local),
        crashed=(*crashed, *failed),
        ruleset=ruleset,
        not_checked=(*_undecoded(report), *_not_checked(report), *_unread(register, items), *unplaced),
    )


def _locally(
    rules: Iterable[Rule], question: Question, overlays: Iterable[Overlay], judged: "_Judged"
) -> tuple[list[Outcome], list[tuple[str, str]], list[Message]]:
    """What local rules yield, the rules that raised, and the overlays of which it is not known whether they hold."""
    report = question.report
    outcomes: list[Outcome] = []
    crashed: list[tuple[str, str]] = []
    unplaced: list[Message] = []
    asked = [rule for rule in rules if rule.local is not None]
    for overlay in overlays:
        if report.agency is None or report.year is None:
            zh = f"机关或年度未能读出，不知{overlay.cite.zh}是否适用，其地方要求未核查"
            en = f"the organ or the year was not read, so whether {overlay.id} holds is not known: not checked"
            unplaced.append(Message(zh, en))
        elif overlay.governs(report.year) and overlay.binds(report.agency):
            found, failed = _run(asked, partial(_local_findings, question=question, overlay=overlay), judged)
            outcomes += (attrs.evolve(outcome, origin=overlay.id) for outcome in found)
            crashed += failed
    return outcomes, crashed, unplaced


def _local_findings(rule: Rule, question: Question, overlay: Overlay) -> Iterator[Finding]:
    return iter(()) if rule.local is None else rule.local(question, overlay)


def assess_entries(question: EntriesQuestion, rules: Iterable[Rule], *, ruleset: str = "") -> RegisterAssessment:
    """Judge a register, a catalogue or both by rules.

    Args:
        question: What is judged, and the day on which.
        rules: The rules, in the order in which outcomes are wanted; those about what is not there are not run.
        ruleset: Version of the rule set, kept in the result.

    Returns:
        The outcomes. A rule that raises gives none and is named in ``crashed``; the others go on. What could not be
        read of the files stands in ``not_checked``.
    """
    register, catalogue = question.register, question.catalogue
    agency = next((one.agency for one in (register, catalogue) if one is not None and one.agency), None)
    judged = _Judged(name=agency.name if agency else "", part="register")
    fitting = (rule for rule in rules if question.has(rule.about))
    outcomes, crashed = _run(
        fitting, lambda rule: _as_far_as_read(rule.check(question), question.unread_of(rule.about)), judged
    )
    return RegisterAssessment(
        register=register,
        catalogue=catalogue,
        outcomes=outcomes,
        crashed=crashed,
        ruleset=ruleset,
        not_checked=tuple(_unread(register, catalogue)),
    )


def assess_organ(
    question: OrganQuestion, rules: Iterable[Rule]
) -> tuple[tuple[Outcome, ...], tuple[tuple[str, str], ...]]:
    """Judge all reports of an organ together.

    Args:
        question: What is judged.
        rules: The rules; those about something else are not run.

    Returns:
        The outcomes, and the rules that raised with the type of the error.
    """
    judged = _Judged(name=question.organ, part="collection")
    return _run((rule for rule in rules if rule.about == "organ"), lambda rule: rule.check(question), judged)


def _as_far_as_read(findings: Iterable[Finding], unread: Mapping[str, tuple[str, ...]]) -> Iterator[Finding]:
    """Findings on entries of which something was not read accuse no one, and no pass speaks for them."""
    ids, count = list(unread), len(unread)
    first = "、".join(mask_personal(one_line(id_)) for id_ in ids[:_FIRST]) + ("等" if count > _FIRST else "")
    for finding in findings:
        columns = unread.get(finding.entry or "", ())
        zh, en = finding.message.zh, finding.message.en
        if finding.kind is Kind.FAIL and columns:
            named = "、".join(filter(None, columns)) or "某一项"
            message = Message(
                f"{zh}（这一条的“{named}”没有读懂，可能因此而起：请先改正后重查）",
                f"{en} (“{named}” of this entry was not read, which may be why: mend that and check again)",
            )
            yield attrs.evolve(finding, kind=Kind.REVIEW, message=message)
        elif finding.kind is Kind.PASS and finding.entry is None and count:
            message = Message(
                f"{zh}；有{count}条的内容没有全部读懂（{first}），其结论不完整",
                f"{en}; of {count} entries something was not read ({first}), so nothing is settled for them",
            )
            yield attrs.evolve(finding, kind=Kind.OPEN, message=message, needs=("unread",))
        else:
            yield finding


@attrs.frozen(kw_only=True)
class _Judged:
    """What is judged: whose it is, which year's or kind's, and its text with and without what is personal."""

    name: str
    part: str
    text: str = ""
    masked: str = ""


def _run(
    rules: Iterable[Rule], ask: Callable[[Rule], Iterable[Finding]], judged: _Judged
) -> tuple[tuple[Outcome, ...], tuple[tuple[str, str], ...]]:
    """What each rule yields, as outcomes; and the rules that raised, with the type of the error."""
    seen: Counter[str] = Counter()
    outcomes: list[Outcome] = []
    crashed: list[tuple[str, str]] = []
    for rule in rules:
        try:
            made = list(_outcomes(rule, ask(rule), judged, seen))
        except Exception as error:  # noqa: BLE001  one broken rule must not silence the others
            # The type alone: an error's text may quote what is judged.
            crashed.append((rule.code, type(error).__name__))
            continue
        outcomes += made
    return tuple(outcomes), tuple(crashed)


def _unread(*sources: Register | Catalogue | None) -> Iterator[Message]:
    """How much of the files could not be read, and rows that were left out."""
    for source in sources:
        faults = source.faults if source is not None else ()
        lost = sum(not fault.kept for fault in faults)
        whole_zh = f"（其中{lost}处是整行或整张表）" if lost else ""
        whole_en = f" ({lost} of them whole rows or tables)" if lost else ""
        if faults:
            yield Message(
                f"文件中有{len(faults)}处没有读入{whole_zh}，这些内容未核查；各处及改法见 faults（命令行逐条列出）",
                f"{len(faults)} places of the file were not read{whole_en} and not checked; `faults` says where and "
                "what to do (the command line lists them)",
            )


def _undecoded(report: AnnualReport) -> Iterator[Message]:
    """How much of the text could not be decoded."""
    count = report.source.undecoded if report.source else 0
    if count := count or sum(1 for _ in _DAMAGE.finditer(report.text)):
        yield Message(
            f"有{count}处文字无法解码（编码有误或已损坏），这些文字未核查；请用编辑器打开，另存为UTF-8后重查",
            f"{count} place{'' if count == 1 else 's'} could not be decoded (wrong encoding or damage); "
            "save the file as UTF-8 and check again",
        )


def _not_checked(report: AnnualReport) -> Iterator[Message]:
    """What no rule looks at: tables of the unified form that were not read, the statistics annex of a free one."""
    unified = report.edition is not Edition.FREE_FORM
    unread = [table for table in CONTENTS if report.statistics[table] is None]
    if unified and unread:
        titles = [table_title(table) for table in unread]
        yield Message(
            f"法定统计表（{'；'.join(zh for zh, _ in titles)}）未读取，表内数字未核对，请人工核对",
            f"statutory tables are not read ({'; '.join(en for _, en in titles)}), their figures not compared; "
            "check them by hand",
        )
    if report.statistics.annex is not None:
        yield _ANNEX_SUMS
    elif report.covering(Content.ANNEX) or (not unified and "统计表" in report.key):
        yield _ANNEX


def _outcomes(rule: Rule, findings: Iterable[Finding], judged: _Judged, seen: Counter[str]) -> Iterator[Outcome]:
    for found in findings:
        finding = _doubted(found, judged.text)
        quote, context = _words(judged.masked, finding)
        fingerprint = _fingerprint(rule, finding, quote, judged, seen)
        yield Outcome(
            rule=rule.code,
            name=rule.name,
            kind=finding.kind,
            level=_level(rule, finding),
            message=Message(mask_personal(finding.message.zh), mask_personal(finding.message.en)),
            cites=finding.cites,
            subject=mask_personal(finding.subject),
            at=finding.at,
            quote=quote,
            context=context,
            facts={name: _masked(value) for name, value in finding.facts.items()},
            needs=finding.needs,
            fingerprint=fingerprint,
            entry=None if finding.entry is None else mask_personal(finding.entry),
        )


def _doubted(finding: Finding, text: str) -> Finding:
    """A finding as it is; for review where it accuses, and words that it may rest on could not be decoded."""
    if finding.kind is not Kind.FAIL or DAMAGE not in text:
        return finding
    if finding.at is None:
        zh, en = "文中有文字无法解码，可能因此未能读出", "characters that could not be decoded may be why"
    elif DAMAGE in _line_of(text, finding.at):
        zh, en = "此处有文字无法解码，可能读错", "characters here could not be decoded, so it may be misread"
    else:
        return finding
    message = Message(f"{finding.message.zh}（{zh}，请对照原文）", f"{finding.message.en} ({en}: see the original)")
    return attrs.evolve(finding, kind=Kind.REVIEW, message=message)


def _not_of_this_form(rule: Rule) -> Iterator[Finding]:
    """A rule that is not about this form of report says so."""
    message = Message("这条规则不适用于这种格式的报告", "this rule is not about this form of report")
    cites = tuple(cite(key) for key in rule.cites)
    yield Finding(kind=Kind.NOT_APPLICABLE, message=message, cites=cites, subject="edition")


def _masked(value: object) -> object:
    """A fact with personal data hidden, however deep it stands."""
    if isinstance(value, str):
        return mask_personal(value)
    if isinstance(value, Mapping):
        return {_masked(name): _masked(inner) for name, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_masked(inner) for inner in value]
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        return shown if (shown := mask_personal(str(value))) != str(value) else value
    if value is None or isinstance(value, (bool, date)) or (isinstance(value, float) and isfinite(value)):
        return value
    # Whatever else a rule of a plugin puts here, the outputs could not write it.
    raise TypeError(type(value).__name__)


def _level(rule: Rule, finding: Finding) -> Level:
    """The level of a finding; what rests on law that was not read in its source, or on a doubt, is no error."""
    if finding.kind in _WEIGHTLESS:
        return Level.NONE
    level = finding.level or rule.level
    for evidence in (finding.evidence, *(cited.evidence for cited in finding.cites)):
        level = capped(level, evidence)
    # Doubt weighs less than a fault: only a fail may be an error.
    return level if finding.kind is Kind.FAIL or level.rank < Level.WARNING.rank else Level.WARNING


def _fingerprint(rule: Rule, finding: Finding, quote: str | None, judged: _Judged, seen: Counter[str]) -> str:
    """From the identity of what is judged, the code and the logical place.

    A subject with ordinals (``placeholder:2``, ``breakdown:1:part:2``) is placed by its words instead, so that nothing
    found before it takes over its fingerprint; only equal words are told apart by their order.
    """
    subject = finding.subject
    if quote and _ORDINAL.search(subject):
        subject = f"{_ORDINAL.sub('', subject)}={squeeze(fold(quote))}"
    place = f"{rule.code}\x1f{judged.name}\x1f{judged.part}\x1f{subject}"
    seen[place] += 1
    return sha256(f"{place}\x1f{seen[place]}".encode("utf-8", "backslashreplace")).hexdigest()[:16]


def _words(masked: str, finding: Finding) -> tuple[str | None, tuple[str, str]]:
    at = finding.at
    if at is None or not masked or at.start == at.end:
        return (mask_personal(finding.quote) if finding.quote else None), ("", "")
    return masked[at.start : at.end], _around(masked, at)


def _line_of(text: str, at: Place) -> str:
    """The words at a place and around it; none for a place outside the text."""
    before, after = _around(text, at)
    return "" if at.start == at.end else f"{before}{text[at.start : at.end]}{after}"


def _around(text: str, at: Place) -> tuple[str, str]:
    """Up to a line before and after a place."""
    before = text[max(0, at.start - _CONTEXT) : at.start].rsplit("\n", 1)[-1]
    return before, text[at.end : at.end + _CONTEXT].split("\n", 1)[0]
