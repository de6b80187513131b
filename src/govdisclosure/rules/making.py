"""A rule as one function: the decorator makes its card, and hands it what its findings have in common."""

from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from typing import Any, Protocol

from govdisclosure.errors import UsageError
from govdisclosure.law import cite
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.rule import About, Beside, Finding, Rule

__all__ = ["Found", "rule"]


class Found(Protocol):
    """Makes a finding of the rule, on the provisions that its card names."""

    def __call__(self, kind: Kind | str, zh: str, en: str, /, *, subject: str, **fields: Any) -> Finding:  # noqa: ANN401
        """Make a finding.

        Args:
            kind: The verdict, one of those on the card: ``pass``, ``fail``, ``review``, ``open``, ``notApplicable`` or
                ``informational``.
            zh: What was found, in Chinese: values first, never 违法.
            en: The same in English.
            subject: Logical place, such as ``signed_on``; distinct within one rule and report.
            fields: Further fields of :class:`~govdisclosure.rules.rule.Finding`, such as ``at`` or ``entry``.

        Raises:
            UsageError: The card does not name that verdict.
        """
        ...


def rule(  # noqa: PLR0913  what a card says
    code: str,
    name: str,
    zh: str,
    en: str,
    /,
    *,
    cites: Iterable[str] | str,
    level: Level | str = Level.WARNING,
    kinds: Iterable[Kind | str] = (Kind.PASS, Kind.FAIL),
    about: About = "report",
    beside: Beside | None = None,
    since: str = "1",
) -> Callable[[Callable[[Any, Found], Iterable[Finding]]], Rule]:
    """Make a rule of a function that takes a question and yields findings.

    Args:
        code: Three letters and three digits; a family of one's own keeps it apart from those of the package.
        name: ``family.subject.predicate``.
        zh: The title in Chinese.
        en: The title in English.
        cites: Keys of the provisions it enforces, such as ``regulation-2019:50``; every finding rests on them.
        level: Level of a ``fail``; what does not rest on a source that was read is never an error.
        kinds: The verdicts it can yield.
        about: What it judges: a report, or the ``requests``, ``cases`` or ``items`` of a register or catalogue.
        beside: What a report is compared with; ``None`` for a rule that looks at the report alone.
        since: Version of the package that introduced it.

    Returns:
        What makes a :class:`~govdisclosure.rules.rule.Rule` of the function. Its docstring is the rule's manual. The
        function takes a :class:`~govdisclosure.rules.rule.Question` (or an
        :class:`~govdisclosure.rules.entries.EntriesQuestion`, by ``about``) and a :class:`Found`.

    >>> @rule("HSE101", "house.sign.present", "有落款日期", "the report is signed", cites="regulation-2019:50")
    ... def signed(question, found):
    ...     yield found("pass", "有落款日期", "signed", subject="signed_on")
    >>> print(signed.code, signed.level)
    HSE101 warning
    """
    keys = (cites,) if isinstance(cites, str) else tuple(cites)
    known = tuple(Kind(kind) for kind in kinds)

    def found(kind: Kind | str, zh: str, en: str, /, *, subject: str, **fields: Any) -> Finding:  # noqa: ANN401
        verdict = Kind(kind)
        if verdict not in known:
            raise UsageError(f"{code} 没有声明会得出 {verdict}", f"{code} does not say that it can yield {verdict}")
        fields.setdefault("cites", tuple(cite(key) for key in keys))
        return Finding(kind=verdict, message=Message(zh, en), subject=subject, **fields)

    def made(judge: Callable[[Any, Found], Iterable[Finding]]) -> Rule:
        @wraps(judge)
        def check(question: Any) -> Iterator[Finding]:  # noqa: ANN401  by what is judged
            yield from judge(question, found)

        return Rule(
            code=code,
            name=name,
            title=Message(zh, en),
            level=Level(level),
            kinds=known,
            cites=keys,
            since=since,
            beside=beside,
            about=about,
            check=check,
            page=judge.__doc__ or f"{en}.",
        )

    return made
