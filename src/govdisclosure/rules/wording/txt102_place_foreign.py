"""TXT102 wording.place.foreign — 出现外地机关或地名 / A place or organ of another province is named

What it checks
--------------
Names of organs of another province or of a prefecture of another province (``遂宁市政府``, ``四川省水利厅``) in a
report whose issuer's own name shows its province. Where the issuer's name shows none (a county's name alone),
organs of two different provinces in one report. The articles are those of the report year.

Why
---
A foreign organ in running text is the commonest trace of a report copied from elsewhere; what is published must be
accurate (2007 Art 6; 2019 Art 6).

Example
-------
>>> from govdisclosure.model.agency import Agency
>>> from govdisclosure.model.report import AnnualReport
>>> from govdisclosure.rules.rule import Question
>>> text = "按照遂宁市政府的部署，我局公开了信息。"
>>> agency = Agency(name="烟台市水利局")
>>> [f.kind.value for f in check(Question(report=AnnualReport(year=2010, text=text, agency=agency)))]
['review']

Not covered
-----------
Names without an organ, counties, and places of the issuer's own province. Sentences that speak of study visits, aid
between regions, courts, universities, companies, training, prizes or comparison name others lawfully and are passed
over.

中文说明
--------
查报告中有没有出现外省的机关名称；机关名称看不出省份时，查是否出现两个不同省份的机关。外地机关出现在正文里，多是套用
了其他地方的文本。学习考察、对口支援、法院、企业、培训、获奖、比较等语句提到外地属于正常，不查；不查县的名称，也不查
没有写出机关的地名。
"""

import re
from collections.abc import Iterator
from functools import cache

from govdisclosure.law.provision import Citation
from govdisclosure.model.agency import AdministrativeLevel
from govdisclosure.model.report import AnnualReport
from govdisclosure.rules.answers import agency_damaged
from govdisclosure.rules.citing import accuracy
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.phrasing import articles
from govdisclosure.rules.placing import body_start
from govdisclosure.rules.prose import sentence
from govdisclosure.rules.rule import Finding, Question, Rule
from govdisclosure.rules.wording.regions import province_of, regions
from govdisclosure.text.normalise import fold

__all__ = ["RULE", "check"]

_LAWFUL = re.compile(
    r"学习|考察|赴|调研|对口|[支声]援|援[疆藏建青]|帮扶|来自|对接|合作|协作|协同|联[合动]|法院|检察院|大学|学院|学校|公司|企业|集团|银行|医院|"
    r"培训|荣获|获得|杯|奖|借鉴|交流|等地|等省|等市|相比|比较|兄弟|外地|先进|经验|参观|来访|接待|移[交送]|转[送办发]|函|籍|人才|招商|展|驻|"
    r"办事处|跨[省区域]|流域|区域|毗邻|交界|边界|长三角|珠三角|京津冀|商会|协会|同乡|迁|出台|复议|诉"
)
_RUN = r"(?:(?![和与及我本的在对为等向到由])[\u4e00-\u9fff]){0,14}"


@cache
def _organ() -> re.Pattern[str]:
    names = regions().pattern
    return re.compile(
        rf"(?P<name>{names})(?!场)(?:(?:人民)?政府(?!采购|投资)|[省市州]?委(?!托)|{_RUN}(?:局(?![面限势部])|厅|委员会|办公室))"
    )


def check(question: Question) -> Iterator[Finding]:
    """Compare the organs named with the issuer's own province."""
    report, agency = question.report, question.report.agency
    cites = accuracy(report.year)  # 2007 Art 6, 2019 Art 6
    if damaged := agency_damaged(report, "places", cites):
        yield damaged
        return
    own = province_of(fold(agency.name)) or province_of(fold(agency.region or "")) if agency else None
    national = agency is not None and agency.level is AdministrativeLevel.NATIONAL
    mentions = {} if agency is None or national else _mentions(report)
    provinces = sorted({regions().province[name] for name in mentions})
    foreign = [name for name in mentions if regions().province[name] != own]
    if own and foreign:
        for name in foreign:
            yield _review(report, mentions[name], name, (own, regions().province[name]), cites)
    elif own:
        message = Message(f"{own}：未见外省机关名称。", f"{own}: no organ of another province is named.")
        yield Finding(kind=Kind.PASS, message=message, cites=cites, subject="places", facts={"own": own})
    elif len(provinces) > 1:
        name = list(mentions)[-1]
        yield _review(report, mentions[name], name, tuple(provinces), cites)
    else:
        message = Message(
            "单位名称不能表明所属省份，无从比较。", "The issuer's name does not show its province; nothing to compare."
        )
        yield Finding(kind=Kind.NOT_APPLICABLE, message=message, cites=cites, subject="places")


def _mentions(report: AnnualReport) -> dict[str, tuple[int, int]]:
    """First mention of an organ of each place, in the order of the text."""
    found: dict[str, tuple[int, int]] = {}
    for match in _organ().finditer(report.key, body_start(report)):
        if match["name"] in found:
            continue
        start, end = sentence(report, report.place(*match.span()))
        if not _LAWFUL.search(report.key, start, end):
            found[match["name"]] = match.span()
    return found


def _review(
    report: AnnualReport, span: tuple[int, int], name: str, provinces: tuple[str, ...], cites: tuple[Citation, ...]
) -> Finding:
    words, named, listed = report.text[slice(*span)], articles(cites), "、".join(provinces)
    return Finding(
        kind=Kind.REVIEW,
        message=Message(
            f"“{words}”：报告中出现不同省份（{listed}）的机关，可能是套用其他地区文本时遗留。"
            f"公开的信息应当准确（{named.zh}），请人工核实。",
            f"“{words}”: organs of different provinces ({listed}) are named; the text may be copied from "
            f"elsewhere. What is "
            f"published must be accurate ({named.en}): check it.",
        ),
        cites=cites,
        subject=f"place:{name}",
        at=report.place(*span),
        facts={"words": words, "provinces": list(provinces)},
        needs=("issuer_province",),
    )


RULE = Rule(
    code="TXT102",
    name="wording.place.foreign",
    title=Message("出现外地机关或地名", "A place or organ of another province is named"),
    level=Level.WARNING,
    kinds=(Kind.PASS, Kind.REVIEW, Kind.OPEN, Kind.NOT_APPLICABLE),
    cites=("regulation-2007:6", "regulation-2019:6"),
    check=check,
)
