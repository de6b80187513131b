"""The day a request counts as received: by the channel, and by the rule that held.

The Regulation of 2007 counts from receipt and says no more; a letter of 2015 said what receipt is, channel by channel,
and Art 31 of 2019 says it anew. A register has two days, that of submission and the one it calls receipt. In person
they are one. By signed mail, and where both sides are to confirm, only the office can know the day, and the register's
word stands.
"""

import attrs
import pendulum

from govdisclosure.errors import UndeterminedError
from govdisclosure.law import Citation, DatedValue, Evidence, parameter
from govdisclosure.model.request import AT_THE_OFFICE, Channel, Request, RequestEventKind

__all__ = ["ReceiptDay", "ReceiptReading", "receipt_day"]

_RULES = {
    Channel.IN_PERSON: "receipt.in_person",
    Channel.ORAL: "receipt.in_person",
    Channel.SIGNED_MAIL: "receipt.signed_mail",
    Channel.UNSIGNED_MAIL: "receipt.unsigned_mail",
    Channel.EMAIL: "receipt.email",
    Channel.FAX: "receipt.fax",
    Channel.ONLINE: "receipt.other",
    Channel.OTHER: "receipt.other",
}


@attrs.frozen(kw_only=True)
class ReceiptReading:
    """One day on which a request may count as received.

    Attributes:
        on: The day.
        zh: Why, in Chinese.
        en: The same in English.
        cites: The provisions it rests on.
        evidence: How well it is known.
    """

    on: pendulum.Date
    zh: str
    en: str
    cites: tuple[Citation, ...]
    evidence: Evidence


@attrs.frozen(kw_only=True)
class ReceiptDay:
    """When a request counts as received.

    Attributes:
        on: The safe, that is the earliest, day.
        readings: Every day that it may be, the earliest first.
        submitted_on: The day of submission; ``None`` where the register has none.
        rule: What counts as receipt for the channel; ``None`` where the register names no channel.
        zh: What the rule asks for, in Chinese.
        en: The same in English.
    """

    on: pendulum.Date
    readings: tuple[ReceiptReading, ...]
    submitted_on: pendulum.Date | None
    rule: DatedValue | None
    zh: str
    en: str


def receipt_day(request: Request) -> ReceiptDay:
    """The day a request counts as received.

    Args:
        request: The request.

    Returns:
        The day, what the register says, what the rule asks for, and the other days it may be.

    Raises:
        UndeterminedError: The register has no day from which it could be known; the message says which is missing.
        NotInForceError: It came before the Regulation of 2007.
    """
    recorded, submitted, channel = request.received_on, request.submitted_on, request.channel
    known = recorded or submitted
    if known is None:
        raise _missing(channel)
    rule = parameter(_RULES[channel]).at(known) if channel else None
    found = tuple(_found(channel, recorded, submitted, rule))
    if not found:
        raise _missing(channel)
    by_day: dict[pendulum.Date, ReceiptReading] = {}
    for reading in found:
        by_day.setdefault(reading.on, reading)
    readings = tuple(sorted(by_day.values(), key=lambda reading: reading.on))
    zh, en = _asked_for(channel, rule)
    return ReceiptDay(
        on=readings[0].on,
        readings=readings,
        submitted_on=submitted,
        rule=rule,
        zh=zh,
        en=en,
    )


def _found(
    channel: Channel | None,
    recorded: pendulum.Date | None,
    submitted: pendulum.Date | None,
    rule: DatedValue | None,
) -> tuple[ReceiptReading, ...]:
    """The days it may be, that of the better reading first."""
    found = []
    if submitted and channel in AT_THE_OFFICE and rule and not (recorded and recorded < submitted):
        found.append(_handed_in(submitted, rule))
    # Letter of 2015: a published e-mail box has it the day the system receives it; 2019 asks for confirmation.
    if submitted and channel is Channel.EMAIL and rule and rule.cite.instrument.id == "receipt-2015":
        found.append(_in_the_box(submitted, rule))
    if recorded:
        found.append(_recorded(recorded, rule))
    if recorded and submitted and recorded < submitted:
        found.append(_later(submitted, rule))
    return tuple(found)


def _handed_in(on: pendulum.Date, rule: DatedValue) -> ReceiptReading:
    zh, en = f"当面提交，提交之日{on}即收到之日", f"handed in at the office: received on {on}, the day of submission"
    return ReceiptReading(on=on, zh=zh, en=en, cites=(rule.cite,), evidence=rule.evidence)


def _in_the_box(on: pendulum.Date, rule: DatedValue) -> ReceiptReading:
    zh = f"公布的电子邮箱，系统收到之日为收到之日，按发送之日{on}计"
    en = f"published e-mail box: received the day the system has it, taken to be the day it was sent, {on}"
    return ReceiptReading(on=on, zh=zh, en=en, cites=(rule.cite,), evidence=Evidence.INFERENCE)


def _recorded(on: pendulum.Date, rule: DatedValue | None) -> ReceiptReading:
    cites = (rule.cite,) if rule else ()
    zh, en = f"按登记的收到之日{on}计", f"as the register has it: received on {on}"
    # Where the law is silent on what receipt is, the register's word is all there is.
    evidence = rule.evidence if rule else Evidence.SOURCE
    return ReceiptReading(on=on, zh=zh, en=en, cites=cites, evidence=evidence)


def _later(on: pendulum.Date, rule: DatedValue | None) -> ReceiptReading:
    zh = f"登记的收到之日早于提交之日，按提交之日{on}计"
    en = f"the register has it received before it was submitted; counted from submission, {on}"
    return ReceiptReading(on=on, zh=zh, en=en, cites=(rule.cite,) if rule else (), evidence=Evidence.INFERENCE)


def _asked_for(channel: Channel | None, rule: DatedValue | None) -> tuple[str, str]:
    if channel is None or rule is None:
        zh = "登记没有写明申请渠道，收到之日以登记为准，未能按渠道核对"
        return (
            zh,
            "the register names no channel; its day of receipt is taken as it is and could not be checked by channel",
        )
    if rule.value is None:
        return "当时的规定没有说明何日为收到之日", "the law of the day does not say what day of receipt is"
    english = rule.value_en[0] if rule.value_en else str(rule.value)
    return f"该渠道的收到之日：{rule.value}", f"receipt by this channel: {english}"


def _missing(channel: Channel | None) -> UndeterminedError:
    if channel in AT_THE_OFFICE:
        zh = "登记没有提交或收到申请的日期，无法计算期限，请补登提交之日"
        en = "the register has no day of submission or receipt; add the day it was handed in"
    elif channel is Channel.SIGNED_MAIL:
        zh, en = (
            "登记没有收到申请的日期，无法计算期限，请补登签收之日",
            "no day of receipt; add the day the mail was signed for",
        )
    else:
        zh = "登记没有收到申请的日期，无法计算期限，请补登收到之日（平信、网络、传真为与申请人确认之日）"
        en = "no day of receipt; add it (unsigned mail, internet and fax: the day it was confirmed with the applicant)"
    return UndeterminedError(RequestEventKind.RECEIVED.value, zh, en)
