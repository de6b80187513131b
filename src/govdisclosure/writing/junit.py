"""JUnit XML, for the test pages of continuous integration: a suite a file, a case a rule."""

import re
from collections import Counter
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from govdisclosure.rules.outcome import Kind, Outcome, Verdicts
from govdisclosure.rules.showing import decided_word, kind_word, origin_word, place_word
from govdisclosure.text.display import one_line
from govdisclosure.text.language import Lang
from govdisclosure.writing.run import Remark, Run, about, remarks

__all__ = ["junit_xml"]

# What XML 1.0 cannot hold even as a reference.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_COUNTED = ("failures", "errors", "skipped")


def junit_xml(run: Run, lang: Lang = "zh") -> str:
    """A run as JUnit XML. Without times: the same run gives the same bytes.

    Args:
        run: The run. What failed and is not decided is a ``failure``; what is decided, for review, could not be judged
            or does not apply is ``skipped`` with the reason; a crash or an unread file is an ``error``.
        lang: Language of the messages.
    """
    root = Element("testsuites", name="govdisclosure", time="0")
    for source, verdicts in run.assessed:
        _suite(root, source, verdicts, run, lang)
    for error in run.unread:
        suite = SubElement(root, "testsuite", name=_safe(error.source))
        case = _case(suite, "read", "read", error.source)
        _mark(case, "error", "ReadError", (error.zh, error.en)[lang == "en"], "")
        _count(suite)
    run_wide = [one for one in remarks(run) if one.kind in {"skipped", "absent", "suppression"}]
    if run_wide:
        suite = SubElement(root, "testsuite", name="govdisclosure")
        _count(suite)
        _say(suite, "system-out", run_wide, lang)
    _total(root)
    _tell_apart(root)
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _suite(root: Element, source: str, verdicts: Verdicts, run: Run, lang: Lang) -> None:
    suite = SubElement(root, "testsuite", name=_safe(source))
    by_rule: dict[str, list[Outcome]] = {}
    local: dict[tuple[str, str], list[Outcome]] = {}
    for outcome in verdicts.outcomes:
        if outcome.origin is None:
            by_rule.setdefault(outcome.rule, []).append(outcome)
        else:
            local.setdefault((outcome.origin, outcome.rule), []).append(outcome)
    told = tuple(about(source, verdicts))
    crashed = {one.rule: one for one in told if one.kind == "crashed"}
    titles = {rule.code: (rule.title.zh, rule.title.en)[lang == "en"] for rule in run.rules}
    for code in dict.fromkeys((*titles, *by_rule, *crashed)):
        case = _case(suite, code[:3], f"{code} {titles.get(code, '')}".strip(), source)
        if code in crashed:
            _mark(case, "error", "crashed", _words(crashed[code], lang), "")
        else:
            _judge(case, by_rule.get(code, ()), lang)
    for (origin, code), outcomes in local.items():
        name = f"{code} {titles.get(code, '')}".strip()
        _judge(
            _case(suite, f"{origin}.{code[:3]}", f"{name} [{origin_word(outcomes[0], lang)}]", source), outcomes, lang
        )
    faults = [one for one in told if one.kind == "fault"]
    for n, fault in enumerate(faults, 1):
        case = _case(suite, "read", f"row {n}", source)
        _mark(case, "error", "fault", _words(fault, lang), "")
    _count(suite)
    _say(suite, "system-out", [one for one in told if one.kind == "notChecked"], lang)


def _case(suite: Element, family: str, name: str, source: str) -> Element:
    """A case; its name says the file too, for GitLab knows a case by class and name alone, whatever its suite."""
    named = {"classname": f"govdisclosure.{_safe(family)}", "name": _safe(f"{name} ({source})"), "time": "0"}
    return SubElement(suite, "testcase", named)


def _tell_apart(root: Element) -> None:
    """Number the cases that would still have the same class and name."""
    seen: Counter[tuple[str | None, str | None]] = Counter()
    for case in root.iter("testcase"):
        key = (case.get("classname"), case.get("name"))
        seen[key] += 1
        if seen[key] > 1:
            case.set("name", f"{case.get('name')} #{seen[key]}")


def _judge(case: Element, outcomes: Sequence[Outcome], lang: Lang) -> None:
    """The one mark a case may have, by its gravest outcome; all that ask for attention are in its text."""
    failed = [one for one in outcomes if one.kind is Kind.FAIL and not one.decided]
    if failed:
        worst = max(failed, key=lambda one: one.level.rank)
        text = "\n".join(_line(one, lang) for one in failed)
        _mark(case, "failure", worst.level.value, _message(worst, lang), text)
        return
    doubtful = [one for one in outcomes if one.kind in {Kind.FAIL, Kind.REVIEW, Kind.OPEN}]
    if doubtful:
        case.append(Element("skipped", message=_safe("; ".join(_line(one, lang) for one in doubtful))))
    elif not outcomes:
        words = ("没有判断：没有这条规则所需的资料", "not judged: nothing was given that this rule needs")
        case.append(Element("skipped", message=words[lang == "en"]))
    elif all(one.kind is Kind.NOT_APPLICABLE for one in outcomes):
        case.append(Element("skipped", message=_safe(_line(outcomes[0], lang))))


def _line(outcome: Outcome, lang: Lang) -> str:
    parts = [kind_word(outcome, lang), place_word(outcome, lang), _message(outcome, lang)]
    if said := decided_word(outcome, lang):
        parts.append(f"[{said}]")
    return " ".join(filter(None, parts))


def _message(outcome: Outcome, lang: Lang) -> str:
    return one_line(outcome.message.zh if lang == "zh" else outcome.message.en)


def _words(remark: Remark, lang: Lang) -> str:
    return remark.message.zh if lang == "zh" else remark.message.en


def _mark(case: Element, tag: str, kind: str, message: str, text: str) -> None:
    SubElement(case, tag, type=kind, message=_safe(message)).text = _ILLEGAL.sub("", text) or None


def _count(suite: Element) -> None:
    cases = suite.findall("testcase")
    tags = [child.tag for case in cases for child in case]
    counts = {"failures": "failure", "errors": "error", "skipped": "skipped"}
    suite.set("tests", str(len(cases)))
    for name in _COUNTED:
        suite.set(name, str(tags.count(counts[name])))
    suite.set("time", "0")


def _total(root: Element) -> None:
    """The sums; the schema of Jenkins knows no ``skipped`` here."""
    for name in ("tests", "failures", "errors"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))


def _say(suite: Element, tag: str, told: Sequence[Remark], lang: Lang) -> None:
    if told:
        SubElement(suite, tag).text = _ILLEGAL.sub("", "\n".join(one_line(_words(one, lang)) for one in told))


def _safe(text: str) -> str:
    return _ILLEGAL.sub("", one_line(text))
