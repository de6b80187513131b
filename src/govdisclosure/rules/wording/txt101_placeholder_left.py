"""TXT101 wording.placeholder.left — 模板占位符未填写 / Placeholders of a form left in the text

What it checks
--------------
Signs that stand for words nobody filled in: ``XX县``, ``××局``, ``20XX年``, ``201X年``, ``X月X日``, ``某某局``,
``（单位名称）``, ``{…}``, a blank line of underscores inside a sentence, 填写说明 at the head of a line. For a person
to look at are runs of X, × or * that do not stand before a place, an organ, a date or a unit, a single X or ×, a gap,
two underscores or an empty box before a unit of measure, a date without its day, ``[单位]``, ``【请补充】``,
``【待补充：…】``, TODO, and signs that stand in quotation marks or in a sentence on a form, a case or a hidden name.
The articles are those of the report year.

Why
---
A report with placeholders was published before it was finished; what is published must be accurate (2007 Art 6; 2019
Art 6).

Example
-------
>>> from govdisclosure.model.report import AnnualReport
>>> from govdisclosure.rules.rule import Question
>>> [f.kind.value for f in check(Question(report=AnnualReport(year=2010, text="XX县水利局2010年度报告。")))]
['fail']

Not covered
-----------
Masked personal data: 张某某, 李××, 138****0000 are as they should be. 某 alone, Latin XX in words and model
numbers, and the asterisks of a Markdown file. At most 20 places of one report are shown; the facts say how many
there are.

中文说明
--------
查有没有没填写的占位符，如“XX县”“某某局”“X月X日”“（单位名称）”和留在正文里的填写说明。占位符说明报告没有
编完就公布了，而公开的信息应当准确。遮盖的个人信息（张某某、138****0000）不算；引号里的、说明表格或案例的
语句，只请人核实。每份报告最多列二十处。
"""

import re
from collections.abc import Iterator

from govdisclosure.model.report import AnnualReport
from govdisclosure.rules.citing import accuracy
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.phrasing import articles
from govdisclosure.rules.rule import Finding, Question, Rule
from govdisclosure.text.names import SURNAMES

__all__ = ["RULE", "check"]

_MOST = 20
_UNIT = r"(?:[省市县区旗州盟镇乡局委厅年月日件条份篇项次]|街道|办公室|单位|部门|机关|万?元|人次|%)"
_ALONE = r"(?<![0-9A-Za-z+×*_.@/\-])"
_RUN = r"(?:[Xx×]{2,6}|\*{2,6})"
_CERTAIN = re.compile(
    rf"{_ALONE}{_RUN}(?={_UNIT})|"
    rf"(?<!\d)20(?:\d[Xx×*]|[Xx×*]{{2}})(?=\s?年)|"
    rf"{_ALONE}[Xx×]\s?(?:年\s?[Xx×]{{1,2}}\s?)?月\s?[Xx×]{{1,2}}\s?日|"
    rf"某{{2,4}}(?={_UNIT})|"
    rf"(?<![〇一二三四五六七八九\d])〇{{2,4}}(?=[省市县区镇乡局厅])|"
    rf"[(\[](?:填写?|请填写?|此处填写?|请?输入)?[^()\[\]\n]{{0,4}}(?:单位|机关|部门|局|县区?)(?:名称|全称)[)\]]|"
    rf"\{{{{1,2}}\s?[A-Za-z_.\u4e00-\u9fff]{{1,20}}\s?\}}{{1,2}}|"
    rf"(?<![0-9A-Za-z_\n])_{{3,60}}(?![0-9A-Za-z_])|"
    rf"(?:此处|在此)(?:填写|输入)|^\s{{0,4}}[(\[<]?(?:填写|填报)说明(?=\s{{0,4}}(?:[:)\]>]|$))",
    re.MULTILINE,
)
# A blank where the figure should stand: two signs wide, or one after words that a figure must follow.
_GAP = (
    r"(?:(?<=[\u4e00-\u9fff]) {2,20}|(?<=信息|文件|申请|公开|发布|公布|收到|受理|网站) )"
    r"(?=(?:条|件|份|篇|次|人次|个|期|场|万?元)\s?(?:[,。;、)]|(?:政府|政务|依)?(?:信息|文件|公文|公开|申请)|$))"
)
# Two underscores are also the sign of bold type, and then close again: __公开条例__.
_COUNTED = r"(?:件|条(?!例)|份|篇|次|项|个|期|场|万?元|人次|年|月|日)"
_BLANK = rf"(?<=[\u4e00-\u9fff])_{{2}}(?=\s?{_COUNTED})(?![^\n_]{{0,40}}__(?!\s?{_COUNTED}))"
_NAMED = r"\[(?:本|我|某|贵|你|各)?(?:单位|机关|部门|[局委县区市镇乡])\](?=[\u4e00-\u9fff][^\n\[\]]{0,60}[,。])"
_DOUBTFUL = re.compile(
    rf"{_ALONE}{_RUN}(?![0-9A-Za-z×*.@/\-届])|{_ALONE}[X×](?=[省市县区镇乡局厅年月日件条份篇项次天]|个工作日|个月)|"
    rf"{_BLANK}|{_NAMED}|"
    rf"(?:详?见|参[见照])(?:填写|填报)说明|^\s{{0,4}}[(\[<]?(?:填写|填报)说明|{_GAP}|"
    rf"[(\[] {{0,8}}[)\]](?={_UNIT})|□{{2,20}}|□(?={_UNIT})|"
    rf"\d{{4}}年(?: {{0,8}}月 {{1,8}}日| {{1,8}}月 {{0,8}}日|\s?\d{{1,2}}月 {{1,8}}日| {{1,8}}\d{{1,2}}日)|"
    rf"[(\[<]\s?(?:请|待|需|此处|在此)(?:补充|填写|填入|完善|核实|确认|更新|替换|修改|插入|添加)"
    rf"(?:内容|数据|数字|日期|名称|情况|完整)?(?:\s?:[^()\[\]<>\n]{{1,200}})?\s?[)\]>]|"
    rf"(?<![0-9A-Za-z_])(?:TODO|TBD|FIXME)(?![0-9A-Za-z_])",
    re.MULTILINE,
)
# Words by which a sentence speaks of a form or hides a name on purpose.
_SPOKEN_OF = re.compile(r"化名|代称|隐去|匿名|案例|泄密案|教材|示例|样本|样式|模板|栏目?|申请表")
_SENTENCE_REACH = 60
_END = re.compile(r"[。;\n]")
_MASK_BEFORE = re.compile(r"(?:申请人|当事人|举报人|投诉人|原告|被告|姓名|户主|村民|居民)\s?:?\s?$")
_NOT_A_MASK = frozenset("万元高安计余项解应单路包石白向文")


def check(question: Question) -> Iterator[Finding]:
    """Look for placeholders."""
    report = question.report
    cites = accuracy(report.year)  # 2007 Art 6, 2019 Art 6
    if not report.text.strip():
        message = Message("没有正文可供检查。", "There is no text to look at.")
        yield Finding(kind=Kind.NOT_APPLICABLE, message=message, cites=cites, subject="text")
        return
    found = sorted(_found(report))
    for position, (start, end, kind) in enumerate(found[:_MOST], 1):
        words, named = report.text[start:end], articles(cites)
        certain = kind == Kind.FAIL
        yield Finding(
            kind=Kind(kind),
            message=Message(
                f"“{words}”{'是' if certain else '可能是'}没有填写的占位符。公开的信息应当准确（{named.zh}），"
                f"请人工核实并填写或删去。",
                f"“{words}” {'is' if certain else 'may be'} a placeholder nobody filled in. What is published must be "
                f"accurate ({named.en}): fill it in or take it out.",
            ),
            cites=cites,
            subject=f"placeholder:{position}",
            at=report.place(start, end),
            facts={"words": words, "total": len(found)},
        )
    if not found:
        message = Message("未见未填写的占位符。", "No placeholder was found.")
        yield Finding(kind=Kind.PASS, message=message, cites=cites, subject="text")


def _found(report: AnnualReport) -> Iterator[tuple[int, int, str]]:
    done: set[int] = set()
    for pattern, kind in ((_CERTAIN, Kind.FAIL), (_DOUBTFUL, Kind.REVIEW)):
        for match in pattern.finditer(report.key):
            if match.start() in done or _is_excused(report, match):
                continue
            # Chinese years are written with the sign that folding makes of an empty circle.
            if match.group()[0] == "〇" and not set(report.text[slice(*match.span())]) <= {"○", "◯"}:
                continue
            done.update(range(*match.span()))
            spoken = kind is Kind.FAIL and _is_spoken_of(report, match)
            yield match.start(), match.end(), (Kind.REVIEW if spoken else kind).value


def _is_spoken_of(report: AnnualReport, match: re.Match[str]) -> bool:
    """True where the sentence quotes the words, or speaks of a form or of a name hidden on purpose."""
    if match.group().lstrip(" ([<")[:2] in {"填写", "填报"} and "说明" in match.group():
        return False
    start, end = match.span()
    before = _END.split(report.key[max(0, start - _SENTENCE_REACH) : start])[-1]
    after = _END.split(report.key[end : end + _SENTENCE_REACH], maxsplit=1)[0]
    quoted = before.count('"') % 2 == 1 and '"' in after
    return quoted or _SPOKEN_OF.search(f"{before}#{after}") is not None


def _is_excused(report: AnnualReport, match: re.Match[str]) -> bool:
    words, before = match.group(), report.key[max(0, match.start() - 6) : match.start()]
    if words[0] == "_":
        line = report.key[report.key.rfind("\n", 0, match.start()) + 1 :].split("\n", 1)[0]
        return not line.strip(" _-=")
    if words[0] not in "Xx×*某":
        return False
    masked = before[-1:] in SURNAMES and before[-1:] not in _NOT_A_MASK
    return masked or _MASK_BEFORE.search(before) is not None


RULE = Rule(
    code="TXT101",
    name="wording.placeholder.left",
    title=Message("模板占位符未填写", "Placeholders of a form left in the text"),
    level=Level.WARNING,
    kinds=(Kind.PASS, Kind.FAIL, Kind.REVIEW, Kind.NOT_APPLICABLE),
    cites=("regulation-2007:6", "regulation-2019:6"),
    check=check,
)
