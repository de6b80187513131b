"""PRI101 privacy.identity_number.published — 公布了居民身份证号码 / A resident identity number is published

What it checks
--------------
Resident identity numbers of eighteen places whose province, date of birth and check digit are valid. The number
itself is never repeated: quotations are masked and the facts hold only the count. Letters may stand against the number;
inside a web address or a longer identifier it is for a person to look at. The articles are those of the report year.

Why
---
Personal privacy is not to be disclosed (2007 Art 14; 2019 Art 15), and a report needs no identity number.

Example
-------
>>> from govdisclosure.model.report import AnnualReport
>>> from govdisclosure.rules.rule import Question
>>> [f.kind.value for f in check(Question(report=AnnualReport(year=2010, text="身份证号11010519491231002X。")))]
['fail']

Not covered
-----------
Numbers grouped otherwise than in area, birth date and serial number, masked numbers, the fifteen-digit
numbers of before 1999, and
whether the person agreed to the publication.

中文说明
--------
查报告中有没有印出完整的居民身份证号码（校验码正确的十八位号码）；结果中不再显示号码本身。个人隐私不予公开，报告也用
不着身份证号码。已遮盖的号码、十五位旧号码和其他写法的不查；在网址或编号中的只请人核实；不判断本人是否同意公开。
"""

from collections.abc import Iterator

from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.phrasing import articles
from govdisclosure.rules.privacy.numbers import Number, look_for
from govdisclosure.rules.rule import Finding, Question, Rule
from govdisclosure.text.personal import identity_numbers

__all__ = ["RULE", "check"]


def check(question: Question) -> Iterator[Finding]:
    """Look for identity numbers."""
    return look_for(
        question, identity_numbers, _judge, Message("未见居民身份证号码。", "No resident identity number was found.")
    )


def _judge(number: Number) -> Finding:
    named = articles(number.cites)
    which_zh, which_en = f"第{number.position}处（共{number.total}处）", f"{number.position} of {number.total}"
    if number.embedded:
        message = Message(
            f"{which_zh}：网址或编号中有一串数字符合居民身份证号码的编码规则（{named.zh}），请人工核实，"
            "属于个人的请删除或遮盖。",
            f"{which_en}: digits in an address or identifier have the form of a resident identity number "
            f"({named.en}): if it is a person's, take it out or mask it.",
        )
    else:
        message = Message(
            f"{which_zh}：印有完整的居民身份证号码，与{named.zh}不符，请人工核实并删除或遮盖。",
            f"{which_en}: a complete resident identity number is printed, "
            f"which does not agree with {named.en}: take it out or mask it.",
        )
    return Finding(
        kind=Kind.REVIEW if number.embedded else Kind.FAIL,
        message=message,
        cites=number.cites,
        subject=f"identity_number:{number.position}",
        at=number.at,
        facts={"count": number.total},
    )


RULE = Rule(
    code="PRI101",
    name="privacy.identity_number.published",
    title=Message("公布了居民身份证号码", "A resident identity number is published"),
    level=Level.ERROR,
    kinds=(Kind.PASS, Kind.FAIL, Kind.REVIEW, Kind.NOT_APPLICABLE),
    cites=("regulation-2007:14", "regulation-2019:15"),
    check=check,
)
