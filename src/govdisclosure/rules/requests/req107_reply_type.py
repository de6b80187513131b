"""REQ107 requests.reply.type — 答复类型与办理结果对应 / the kind of reply leads to the outcome

What it checks
--------------
Where the register gives both the kind of a reply (2019 Art 36 and the articles beside it) and the outcome that table
three counts: that such a reply leads to that outcome under the law of the day of the reply.

Why
---
Table three is compiled from the outcomes. A reply that says "does not exist" and is counted as a refusal makes two
figures wrong, and decides whether reconsideration must come before a suit.

Example
-------
>>> import pendulum
>>> from govdisclosure.model.register import Register
>>> from govdisclosure.model.request import ReplyType, Request, RequestEvent, RequestEventKind as E
>>> from govdisclosure.rules.entries import EntriesQuestion
>>> made = {"on": pendulum.Date(2024, 3, 20), "outcome": "denied.state_secret", "reply_type": ReplyType.NOT_EXISTING}
>>> register = Register(requests=(Request(id="7", events=(RequestEvent(kind=E.REPLIED, **made),)),))
>>> [(finding.kind.value, finding.subject) for finding in check(EntriesQuestion(register=register))]
[('fail', '7:reply_type')]

Not covered
-----------
Which of the two is right. Outcomes for which the law names no kind of reply, replies of another kind than those listed,
and grounds that the law of the day of the reply did not have: the rows of table three came with the Regulation of 2019.

中文说明
--------
查同时登记了答复类型和办理结果的，两者按答复之日的规定能否对应，例如答复“信息不存在”却计为“属于国家秘密”。表三按办理结果
统计，对不上就有两个数字出错，还关系到是否须先申请复议。两者哪个填错，本规则不判；法律没有规定答复类型的结果、类型为“其他”
的答复，以及答复当时还没有的理由，不查。
"""

from collections.abc import Iterator
from functools import lru_cache

import pendulum

from govdisclosure.errors import NotInForceError
from govdisclosure.law.handling import handling
from govdisclosure.law.results import Handling
from govdisclosure.model.forms import REQUESTS_2021
from govdisclosure.model.labels import row_words
from govdisclosure.model.request import ReplyType, Request, RequestEventKind
from govdisclosure.rules.entries import EntriesQuestion, found
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.phrasing import against
from govdisclosure.rules.requests.wording import REPLY_TYPES
from govdisclosure.rules.rule import Finding, Rule
from govdisclosure.rules.sweeping import Said, Sweep, days_of, number_of

__all__ = ["RULE", "check"]

_DAYS = 8192


def check(question: EntriesQuestion) -> Iterator[Finding]:
    """One finding for each request whose reply and outcome do not fit."""
    sweep = Sweep(
        subject="requests",
        cites=RULE.cites,
        passed=Message("{n}件申请的答复类型与办理结果对应", "{n} requests: the kind of reply leads to the outcome"),
        none=Message(
            "没有同时登记答复类型和办理结果的申请", "no request has both a kind of reply and an outcome to compare"
        ),
    )
    yield from sweep.over(question.requests, _look)


def _look(one: Request) -> Said:
    replies = one.all(RequestEventKind.REPLIED)
    if not replies:
        return None
    reply = replies[-1]
    if reply.on is None or reply.outcome is None or reply.reply_type in {None, ReplyType.OTHER}:
        return None
    known = _handling(reply.outcome, reply.on)
    if known is None or not known.reply_types:
        return None
    if reply.reply_type is None or reply.reply_type in known.reply_types:
        return ()
    (row_zh, row_en), (zh, en) = row_words(REQUESTS_2021, reply.outcome), REPLY_TYPES[reply.reply_type]
    fitting = [REPLY_TYPES[kind] for kind in known.reply_types]
    words_zh = f"申请{number_of(one)}的答复类型为“{zh}”，办理结果为“{row_zh}”，两者不对应，"
    words_zh += f"这一结果对应的答复是{'、'.join(f'“{name}”' for name, _ in fitting)}"
    words_en = f"request {number_of(one)} was replied to as “{en}” and is counted as “{row_en}”, to which the reply is "
    words_en += " or ".join(f"“{name}”" for _, name in fitting)
    return (
        found(
            one,
            "reply_type",
            kind=Kind.FAIL,
            message=against(words_zh, words_en, known.cites),
            cites=known.cites,
            evidence=known.evidence,
            facts={
                "reply_type": reply.reply_type.value,
                "outcome": reply.outcome,
                "expected": [kind.value for kind in known.reply_types],
                **days_of(replied_on=reply.on),
            },
        ),
    )


@lru_cache(maxsize=_DAYS)
def _handling(outcome: str, day: pendulum.Date) -> Handling | None:
    """What the law of a day makes of an outcome; nothing where it knew none such."""
    try:
        return handling(outcome, day)
    except NotInForceError:
        return None


RULE = Rule(
    code="REQ107",
    name="requests.reply.type",
    title=Message("答复类型与办理结果对应", "the kind of reply leads to the outcome"),
    level=Level.ERROR,
    kinds=(Kind.PASS, Kind.FAIL, Kind.NOT_APPLICABLE),
    cites=("regulation-2007:21", "regulation-2019:36"),
    about="requests",
    check=check,
)
