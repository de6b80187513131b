"""What the law makes of an outcome of a request, and of a result of a case.

>>> import pendulum
>>> found = handling("denied.third_party_rights", pendulum.date(2024, 3, 1))
>>> [one.key for one in found.cites], found.third_party
(['regulation-2019:15', 'regulation-2019:32', 'regulation-2019:36i3'], True)
"""

import attrs
import pendulum

from govdisclosure.errors import NotInForceError, UsageError
from govdisclosure.law.loading import load
from govdisclosure.law.lookup import parameter
from govdisclosure.law.provision import Citation, Evidence
from govdisclosure.law.results import CaseColumn, Handling
from govdisclosure.model.case import CaseResult
from govdisclosure.model.forms_requests import REQUESTS_2021
from govdisclosure.model.request import OUTCOMES, ReplyType
from govdisclosure.text.suggestions import SHOWN, did_you_mean, nearest

__all__ = ["CaseColumn", "Handling", "Precedence", "case_column", "handling", "reconsideration_first"]


@attrs.frozen(kw_only=True)
class Precedence:
    """Whether reconsideration must come before a suit (复议前置).

    Attributes:
        required: Whether it must; ``None`` where that is not settled.
        cites: The provisions it rests on.
        evidence: How well it is known.
        zh: Why, in Chinese.
        en: The same in English.
    """

    required: bool | None
    cites: tuple[Citation, ...]
    evidence: Evidence
    zh: str
    en: str


def handling(outcome: str, day: pendulum.Date) -> Handling:
    """The kinds of reply that lead to an outcome, and the provisions it rests on.

    Args:
        outcome: A result row of table three, one of :data:`~govdisclosure.model.request.OUTCOMES`.
        day: The day of the reply.

    Returns:
        What the law of that day makes of it.

    Raises:
        NotInForceError: The law of that day knew no such ground; the message says since when one does.
        UsageError: There is no such row; the message names the nearest.
    """
    entries = load().handlings.get(outcome)
    if entries is None:
        hint_zh, hint_en = did_you_mean(nearest(outcome, OUTCOMES))
        raise UsageError(
            f"表三没有名为{outcome[:SHOWN]!r}的办理结果{hint_zh}",
            f"table three has no result {outcome[:SHOWN]!r}{hint_en}",
        )
    for entry in entries:
        if entry.holds_on(day):
            return entry
    row = REQUESTS_2021.row(outcome)
    first = entries[0].start
    raise NotInForceError(
        f"{day.isoformat()}施行的规定中没有“{row.label}”这种办理结果，{first}起才有",
        f"the law of {day.isoformat()} knew no result {outcome} ({row.en}); it does from {first}",
    )


def case_column(result: CaseResult) -> CaseColumn:
    """The column of table four that counts a result of a case.

    >>> case_column(CaseResult.FOUND_UNLAWFUL).column
    'corrected'
    """
    return load().case_columns[result]


def reconsideration_first(outcome: str, day: pendulum.Date) -> Precedence:
    """Whether an applicant who contests a reply must ask for reconsideration before suing.

    From 2024 that is so for refusals under Arts 14 to 16 of the Regulation. Whether it holds where registers have
    access rules of their own, and where only a part was refused, is not settled. Who got no reply may go either way.

    Args:
        outcome: The outcome of the reply, a result row of table three.
        day: The day of the reconsideration or the suit.

    Returns:
        Whether it must, with the provisions.

    Raises:
        NotInForceError: The law of that day knew no such ground.
        UsageError: There is no such row.
    """
    found = handling(outcome, day)
    rule, scope = parameter("reconsideration.first").at(day), parameter("reconsideration.first.scope")
    if rule.value is not True:
        zh, en = (
            "当时的行政复议法没有规定先行复议，可以直接起诉",
            "the law of that day allows a suit without reconsideration",
        )
        return Precedence(required=False, cites=(rule.cite,), evidence=rule.evidence, zh=zh, en=en)
    held = scope.at(day)
    cites = (rule.cite, held.cite, *found.cites[:1])
    if found.exemption is not None:
        zh, en = "不予公开的，应当先申请行政复议", "a refusal under Arts 14 to 16: reconsideration comes first"
        return Precedence(required=True, cites=cites, evidence=held.evidence, zh=zh, en=en)
    if {ReplyType.SPECIAL_REGISTER, ReplyType.PARTIAL} & set(found.reply_types):
        zh, en = "是否须先申请行政复议没有定论，请人工核实", "whether reconsideration comes first is not settled"
        return Precedence(required=None, cites=cites, evidence=Evidence.INFERENCE, zh=zh, en=en)
    zh, en = "不属于须先申请行政复议的情形，可以直接起诉", "no case in which reconsideration comes first"
    return Precedence(required=False, cites=cites, evidence=held.evidence, zh=zh, en=en)
