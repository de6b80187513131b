"""PRI103 privacy.bank_card.published — 公布了银行卡号 / A bank card number is published

What it checks
--------------
UnionPay card numbers (62…, 16 to 19 digits, valid check digit). Beside words such as 账号, 卡号, 银行, 开户 the
number is taken for a card; without them, inside a web address or a longer identifier, or beside words of a public
account (财政专户, 收款单位), a person must look. The number itself is never repeated.
The articles are those of the report year.

Why
---
A person's card number is personal privacy and is not to be disclosed (2007 Art 14; 2019 Art 15).

Example
-------
>>> from govdisclosure.model.report import AnnualReport
>>> from govdisclosure.rules.rule import Question
>>> text = "补助发放至银行卡号6222020200000000006。"
>>> [f.kind.value for f in check(Question(report=AnnualReport(year=2010, text=text)))]
['fail']

Not covered
-----------
Cards of other systems, accounts that are not cards, numbers grouped otherwise than by four, and whether the
person agreed.

中文说明
--------
查报告中有没有印出银联卡号（62开头、校验码正确）；结果中不再显示号码本身。个人的银行卡号属于个人隐私，不予公开。没
有账号、银行等字样的，在网址或编号中的，以及财政专户等公用账户，只请人核实；其他卡组织的卡号和不是银行卡的账号不查。
"""

import re
from collections.abc import Iterator

from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.phrasing import articles
from govdisclosure.rules.privacy.numbers import Number, look_for
from govdisclosure.rules.rule import Finding, Question, Rule
from govdisclosure.text.personal import bank_cards

__all__ = ["RULE", "check"]

_CARD = re.compile(r"[账帐卡]号|[账帐]户|银行|开户|存折")
_PUBLIC = re.compile(r"财政专户|非税|国库|收款单位|单位名称|缴费|缴款|捐款|捐赠")


def check(question: Question) -> Iterator[Finding]:
    """Look for card numbers."""
    return look_for(question, bank_cards, _judge, Message("未见银行卡号。", "No bank card number was found."))


def _judge(number: Number) -> Finding:
    named = articles(number.cites)
    if _CARD.search(number.around) and not number.embedded and not _PUBLIC.search(number.around):
        kind = Kind.FAIL
        message = Message(
            f"第{number.position}处：印有完整的银行卡号，与{named.zh}不符，请人工核实并删除或遮盖。",
            f"No. {number.position}: a complete bank card number is printed, which does not agree with {named.en}: "
            "take it out or mask it.",
        )
    else:
        kind = Kind.REVIEW
        message = Message(
            f"第{number.position}处：印有可能是银行卡号的数字。个人隐私不予公开（{named.zh}），请人工核实，"
            "属于个人的请删除或遮盖。",
            f"No. {number.position}: these digits may be a bank card number. Personal privacy is not disclosed "
            f"({named.en}): if it is a person's, take it out or mask it.",
        )
    return Finding(kind=kind, message=message, cites=number.cites, subject=f"bank_card:{number.position}", at=number.at)


RULE = Rule(
    code="PRI103",
    name="privacy.bank_card.published",
    title=Message("公布了银行卡号", "A bank card number is published"),
    level=Level.ERROR,
    kinds=(Kind.PASS, Kind.FAIL, Kind.REVIEW, Kind.NOT_APPLICABLE),
    cites=("regulation-2007:14", "regulation-2019:15"),
    check=check,
)
