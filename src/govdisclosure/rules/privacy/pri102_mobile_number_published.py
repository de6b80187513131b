"""PRI102 privacy.mobile_number.published — 公布了手机号码 / A mobile number is published

What it checks
--------------
Mobile numbers of eleven digits, also in groups of 3, 4 and 4 (blanks, hyphens, points, ``(138)``) and with letters
against them. One beside an applicant, a person's name or an identity number is for a person to look at, and so is one
of which nothing says whose it is. One that the line calls a contact of the office (监督电话, 咨询热线, 值班电话,
可拨打…) and that has no person beside it is only mentioned, since offices publish mobile numbers of their own. The
number itself is never repeated. The articles are those of the report year.

Why
---
An applicant's number is personal privacy and is not to be disclosed (2007 Art 14; 2019 Art 15).

Example
-------
>>> from govdisclosure.model.report import AnnualReport
>>> from govdisclosure.rules.rule import Question
>>> text = "申请人王某，电话13800138000。"
>>> [f.kind.value for f in check(Question(report=AnnualReport(year=2010, text=text)))]
['review']

Not covered
-----------
Whose number it is, whether the person agreed, land lines, and numbers grouped otherwise. Names are told by a surname
or by a title before them; one that begins with a rare surname may be missed beside the words of an office contact.

中文说明
--------
查报告中有没有印出手机号码；结果中不再显示号码本身。旁边有姓名、申请人或身份证号码，或者没有写明是谁的号码，请人核实；
写明是监督电话、咨询热线等办公联系方式的，只作说明。申请人的号码属于个人隐私，不予公开。不判断号码究竟是谁的、本人是
否同意；不查固定电话。
"""

import re
from collections.abc import Iterator

from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.phrasing import articles
from govdisclosure.rules.privacy.numbers import Number, look_for
from govdisclosure.rules.rule import Finding, Question, Rule
from govdisclosure.text.names import named_beside
from govdisclosure.text.personal import identity_numbers, mobile_numbers

__all__ = ["RULE", "check"]

# 申请人可拨打… tells applicants whom to call: the number is the office's.
_PERSON = re.compile(
    r"(?:申请人|当事人|举报人|投诉人|原告|村民|居民|住户|户主)(?!(?:如|若)?(?:可|请|需|应|有|均|对|向|通过|拨打|咨询))|姓名|先生|女士|同志|某(?!些|项|种|个)"
)
# 联系电话 is a person's as often as an office's.
_CONTACT = r"(?:(?:监督|投诉|举报|咨询|服务|值班|办公|工作|客服|公开)(?:投诉|举报)?(?:热线|电话|手机|号码)|热线|传真)"
_OFFICE = re.compile(rf"{_CONTACT}|拨打|可拨|致电")
# The words, the number, and at the most other numbers between them.
_CALLED = re.compile(rf"{_CONTACT}(?:号码)?[\s:为是]{{0,4}}(?:[\d()+-]{{5,20}}[\s,、;/或和]{{1,3}}){{0,3}}\Z")


def check(question: Question) -> Iterator[Finding]:
    """Look for mobile numbers."""
    return look_for(question, mobile_numbers, _judge, Message("未见手机号码。", "No mobile number was found."))


def _judge(number: Number) -> Finding:
    called = _CALLED.search(number.before) is not None
    beside = _is_beside_a_person(number)
    office = _OFFICE.search(number.around) is not None
    if beside or not office:
        kind, named = Kind.REVIEW, articles(number.cites)
        where_zh, where_en = (
            ("姓名或申请人旁印有手机号码", "a mobile number stands beside a person's name or an applicant")
            if beside
            else ("印有手机号码，文中没有写明是谁的号码", "a mobile number is printed and nothing says whose it is")
        )
        message = Message(
            f"第{number.position}处：{where_zh}。个人隐私不予公开（{named.zh}），请人工核实，属于个人的请删除或遮盖。",
            f"No. {number.position}: {where_en}. Personal privacy "
            f"is not disclosed ({named.en}): if it is a private number, take it out or mask it.",
        )
    else:
        kind = Kind.INFORMATIONAL
        called_zh, called_en = ("，文中称为办公联系方式", ", called an office contact") if called else ("", "")
        message = Message(
            f"第{number.position}处：印有手机号码{called_zh}。请确认其为公开的办公号码。",
            f"No. {number.position}: a mobile number is printed{called_en}. Make sure it is the office's own.",
        )
    return Finding(
        kind=kind,
        message=message,
        cites=number.cites,
        subject=f"mobile_number:{number.position}",
        at=number.at,
        facts={"office_contact": called and not beside},
    )


def _is_beside_a_person(number: Number) -> bool:
    return (
        _PERSON.search(number.around) is not None
        or named_beside(number.before, number.after)
        or any(identity_numbers(number.around))
    )


RULE = Rule(
    code="PRI102",
    name="privacy.mobile_number.published",
    title=Message("公布了手机号码", "A mobile number is published"),
    level=Level.WARNING,
    kinds=(Kind.PASS, Kind.REVIEW, Kind.INFORMATIONAL, Kind.NOT_APPLICABLE),
    cites=("regulation-2007:14", "regulation-2019:15"),
    check=check,
)
