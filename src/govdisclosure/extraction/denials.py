"""Statements that there was none: 未收到…申请, 没有发生…复议和诉讼, 申请:无, a section that says 无."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from govdisclosure.documents.document import Document
from govdisclosure.extraction.quantities import quantities
from govdisclosure.extraction.sentences import Sentence
from govdisclosure.extraction.stating import (
    DISCLOSURE,
    OTHERS,
    REMEDIES,
    Statement,
    clause_start,
    of_another_year,
    of_part_of_the_year,
)
from govdisclosure.model.report import Claim, ClaimKind, Content, Section

__all__ = ["denied", "empty_sections"]

_NONE = re.compile(
    r"(?:未曾|从未|尚未|均未|还未|暂未|并未|未)(?:有|再)?"
    r"(?:结转|收到|接到|接收|收悉|受理|发生|出现|产生|引发|涉及|有|提起|收取|收费|被|因|办理|接受)|"
    r"(?:没有|没|均无|暂无|并无|也无|亦无|尚无|无|〇)"
    r"(?:[一1][件起例宗次项个人位份条封名]|收到|接到|接收|受理|发生|出现|产生|引发|涉及|公民|任何|个人|单位|群众|人|相关|依申请|申请|政府行政复议|"
    r"行政复议|行政诉讼|复议|诉讼|下年|结转|因|要求|针对|政府信息|信息公开|有关|向|对|被|收取|收费|其他|他人|社会)"
)
_VERB = 2
# 没有一件申请未按时答复: there were some.
_NOT_UNDONE = re.compile(r"[一1][件起例宗次项个人位份条封名][^,;]{0,40}?(?:未|没有|不(?!服|满|特定|论|管|限|同意|予))")
_NOT_NONE = re.compile(r"无(?:法|正当|偿|关|条件|障碍)|没有现成|未经复议")
_NOT_BEFORE = frozenset("有毫")
_SCOPE = 80
_SCOPE_STOP = re.compile(
    r"[,](?!(?:以?及|和|或|、|也|亦)?(?:被提起|提起|被|因|申请)?(?:行政)?(?:复议|诉讼|申诉|应诉|起诉|要求))|"
    r"但|共|其中|主动公开"
)
# Who is not content may go to court; that nobody was content is another matter.
_LOST = re.compile(
    r"纠错|败诉|撤销|变更|纠正|责令|超期|逾期|超时|泄密|失密|"
    r"不满(?!意?[而并]?(?:从而|因此)?(?:提起|申请|提出|引[发起]|导致|产生|发生|要求))"
)
_REMEDY = r"(?:复议|诉讼|应诉|起诉)"
# 针对公开申请而提起的复议, 就申请提出复议: what led to a remedy is no thing of its own that is denied.
_LED_TO_REMEDY = re.compile(rf"(?:因|针对|就|对|由于|围绕)[^,;因针就对由围]{{0,60}}?{_REMEDY}")
_NAMES_REMEDY = re.compile(_REMEDY)
# 诉讼费用, 与诉讼有关的费用支出: what a suit costs the organ is neither a suit nor a fee for information.
_REMEDY_COSTS = re.compile(
    rf"(?:{_REMEDY}(?:案件)?[、和及或与](?:被?提起)?(?:行政)?)?+{_REMEDY}[^,;、和及或与复诉]{{0,8}}?(?:费|支出|开支)[用支出]{{0,4}}+"
)
_REMEDY_REQUEST = re.compile(
    r"(?:申请|提起|提出)(?:行政)?(?:复议|诉讼)|申请所?(?:引起|引发|导致|产生)?的(?:行政)?(?:复议|诉讼)|"
    r"(?:复议|诉讼)[和、及或]?(?:提起)?(?:行政)?(?:诉讼|应诉)?(?:案件)?的?申请|被申请"
)
_ASKED = re.compile(r"申请(?!人[^,;。]|材料)|要求公开|要求获取|索取|公开的?(?:要求|请求)")
_NOT_ASKED = re.compile(r"(?<![和及、或])不予|拒绝|减免|收费|收取|延期|超期|费用|部分公开")
_LISTED = re.compile(r"[、和及或与]")
_QUALIFIED = re.compile(
    r"其[他它](?!组织|单位|法人|个人|人|机构|社会|公民|群众|主体|任何|方式|形式|途径|渠道)|另外|再次|重[复新]|反复|补[充正]|更正|变更|"
    r"涉及[到了]?+(?!政府|政务|有关|相关|信息|依申请|公开|申请)|涉密|秘密|隐私|"
    r"被(?!申请|要求)|不(?!特定|论|管|限)|未(?:能|按|予|在|及时|答复|办|处理|完成)|"
    r"咨询|申请(?:是|系|属|通过|来自)|驳回|退回|撤[回销]|终止|转办|交办|转交|移送|积压|遗留|异议|意见|投诉|举报|质疑|"
    r"超[出过时]|时限|疑难|复杂|恶意|大量|批量|集体|联名|虚假|无效|滥用|"
    r"(?<!等)(?<!任何)(?<!各种)(?<!各类)(?<!其他)(?<!其它)(?<!多种)(?<!公开)(?:方式|形式|渠道|途径)"
)
_EXCEPTED = re.compile(r"除(?!主动公开)[^,;。]{1,60}外[^,;]{0,2}[,]?[^,;]{0,24}$")
_EXCEPTING = re.compile(r"\(?除[^,;。]{1,60}外")
_OWN_TOO = re.compile(
    r"(?:我|本)(?:局|委|办|厅|镇|乡|院|所|站|处|中心|单位|机关|部门|系统|级|街道)?[^,;下所直]{0,6}[及和与、]"
)
_SINCE = re.compile(r"以来|至今|施行|实施|颁布|印发")
_AFTERWARDS = re.compile(
    r"(?P<subject>(?:行政复议|复议|行政诉讼|诉讼)(?:案件|情况|情形|事项|申请)?"
    r"(?:[、和及或与](?:行政)?诉讼(?:案件|情况|情形|事项)?)?)"
    r"[均都也]?(?:没有|未曾?)(?:发生|出现)(?=[,;。]|$)"
)
_KNOWN = re.compile(r"公开|信息")
_ONE_CHANNEL = re.compile(
    r"(?:收到|接到|受理|到过?)(?:当面|网上|网络|信函|传真|电子邮件|邮寄|口头|电话|书面)(?:提交|提出|方式)?的?申请"
)
_CHARGED = re.compile(r"收取|收费|费用(?!的?(?:支出|开支))")
# 未收取其他费用, 对低保户未收取任何费用: others were charged, or other people.
_OTHER_FEE = re.compile(r"(?:收取|收)?(?:过|任何|了){0,3}+(?:其[他它]|另外|额外|多余)")
_FOR_A_GROUP = re.compile(
    r"(?:对|向|凡|属)[^;]{0,24}?(?:五保|低保|最低生活保障|特困|困难|贫困|残疾|优抚|军[人属]|烈属|孤寡|孤儿|弱势|"
    r"农民|农户|村民|学生|老[年人]|下岗|失业)[^;]{0,40}$"
)
_AS_NOUN = re.compile(
    r"(?P<subject>(?:依申请公开|公开申请|信息申请|申请公开|申请|行政复议|复议|行政诉讼|诉讼|收费)"
    r"(?:(?!支出|费用|有关)[^,;。]){0,16}?)[均都也]?[为是:][〇无0](?:[件起宗条次例份项元]|$|,|、)"
)
_NOTHING = re.compile(
    r"(?:20\d\d年度?|本年度?|今年|全年|[我本](?:单位|机关|部门|街道|中心|[局委办厅处院所站队镇乡县区市])|,)*+"
    r"(?:均无|无此[类项]?|无相关|无上述|无|没有发生|没有|〇|均未发生|未发生|未收到|暂无|未涉及)"
    r"(?:此类|该类|相关|有关|上述|任何)?(?:情况|情形|事项|案件)?"
)
# 申请行政复议、提起行政诉讼的情况: 无申请.
_NO_APPLICATION = re.compile(r"(?<=[无未没有])(?:收到|有)?申请$")
_EMPTY = {
    Content.REQUESTS: ((ClaimKind.REQUESTS_RECEIVED, ""),),
    Content.REMEDIES: ((ClaimKind.RECONSIDERATIONS, "复议"), (ClaimKind.LAWSUITS, "诉讼")),
    Content.FEES: ((ClaimKind.FEES_CHARGED, ""),),
}


def denied(sentence: Sentence, year: int | None = None, *, wide: bool = True) -> Iterator[Statement]:
    """What a sentence says the organ had none of in its year.

    Args:
        sentence: The sentence.
        year: The report year; what is denied of another year, or of a part of one, says nothing of it.
        wide: True for an organ that reports for others too.
    """
    text = sentence.text
    for statement in _stated_none(sentence):
        ahead = text[: statement.start] + _lead(text, statement)
        if statement.kind is ClaimKind.FEES_CHARGED and _FOR_A_GROUP.search(ahead):
            continue
        if not _of_another_time(ahead, year) and (wide or not _of_others(text, statement)):
            yield statement


def _lead(text: str, statement: Statement) -> str:
    """The words of a statement before its denial."""
    match = _NONE.search(text, statement.start, statement.end)
    return text[statement.start : match.start() if match else statement.end]


def _of_another_time(ahead: str, year: int | None) -> bool:
    return of_part_of_the_year(ahead) or (of_another_year(ahead, year) and _SINCE.search(ahead) is None)


def _of_others(text: str, statement: Statement) -> bool:
    """True when others than the organ, and not the organ with them, had none."""
    asked = statement.kind is ClaimKind.REQUESTS_RECEIVED
    words = text[statement.start : statement.end] if asked else _lead(text, statement)
    return OTHERS.search(words) is not None and _OWN_TOO.search(words) is None


def _stated_none(sentence: Sentence) -> Iterator[Statement]:
    text = sentence.text
    for match in _NONE.finditer(text):
        if _NOT_NONE.match(text, match.start()) or text[max(0, match.start() - 1) : match.start()] in _NOT_BEFORE:
            continue
        begin = match.end() - _VERB
        scope = text[begin : match.end() + _SCOPE]
        stop = _SCOPE_STOP.search(scope)
        end = begin + (stop.start() if stop else len(scope))
        if not _is_limited(text, match.start(), begin, end):
            yield from _noughts(sentence, (begin, end), clause_start(text, match.start()), end)
    for pattern in (_AS_NOUN, _AFTERWARDS):
        for match in pattern.finditer(text):
            yield from _noughts(sentence, match.span("subject"), clause_start(text, match.start()), match.end())


def _is_limited(text: str, denial: int, begin: int, end: int) -> bool:
    """True where something is left out of what is denied, or the denial is itself denied."""
    if _EXCEPTING.search(text, begin, end) or _EXCEPTED.search(text, max(0, denial - _SCOPE), denial):
        return True
    return _NOT_UNDONE.search(text, begin, end) is not None


def _noughts(sentence: Sentence, of: tuple[int, int], start: int, end: int) -> Iterator[Statement]:
    scope = _REMEDY_COSTS.sub("", sentence.text[slice(*of)])
    counted = (one.value for one in quantities(sentence.text[: of[1]]) if one.start >= of[0])
    if _LOST.search(scope) or any(counted):
        return
    for kind in (*_remedies(sentence, scope), *_requests(sentence, scope)):
        yield Statement(kind=kind, value=Decimal(0), start=start, end=end, whole=True)


def _remedies(sentence: Sentence, scope: str) -> Iterator[ClaimKind]:
    if not DISCLOSURE.search(sentence.text) and not sentence.covers & REMEDIES:
        return
    if "复议" in scope:
        yield ClaimKind.RECONSIDERATIONS
    if "诉讼" in scope or "起诉" in scope:
        yield ClaimKind.LAWSUITS


def _requests(sentence: Sentence, scope: str) -> Iterator[ClaimKind]:
    if "结转" in scope:
        if "上年" not in scope:
            yield ClaimKind.REQUESTS_CARRIED_OUT
        return
    if _ONE_CHANNEL.search(scope):
        return
    beside = _NAMES_REMEDY.search(scope)
    rest = _REMEDY_REQUEST.sub("", _LED_TO_REMEDY.sub(_keep_remedy, scope))
    within = rest if beside else sentence.text
    known = Content.REQUESTS in sentence.covers or _KNOWN.search(within)
    if known and _asks(rest) and not _NOT_ASKED.search(rest):
        yield ClaimKind.REQUESTS_RECEIVED
    about = Content.FEES in sentence.covers or DISCLOSURE.search(sentence.text)
    if about and _CHARGED.search(scope) and "减免" not in scope[:8] and not _OTHER_FEE.match(scope):
        yield ClaimKind.FEES_CHARGED


def _keep_remedy(match: re.Match[str]) -> str:
    return match.group()[-2:]


def _asks(scope: str) -> bool:
    """True when one of the things denied is a request as such, not a request of one kind or fate."""
    clause = next((part for part in re.split(r"[,;]", scope) if _ASKED.search(part)), "")
    return any(
        _ASKED.search(part) and not _QUALIFIED.search(part) and not _NAMES_REMEDY.search(part)
        for part in _LISTED.split(clause)
    )


def empty_sections(document: Document, sections: Sequence[Section]) -> Iterator[Claim]:
    """A section of one content that says only 无 states that there was none."""
    for section in sections:
        words = "".join(document.key[section.heading_at.end : section.at.end].split()).strip("。:,")
        if Content.REMEDIES in section.covers and "申请" in section.heading:
            words = _NO_APPLICATION.sub("", words)
        if len(section.covers) != 1 or not _NOTHING.fullmatch(words):
            continue
        start = section.at.end - len(section.text)
        for kind, named in _EMPTY.get(section.covers[0], ()):
            if named in section.heading:
                at = document.place(start, section.at.end)
                yield Claim(kind=kind, value=Decimal(0), unit=None, quote=section.text, at=at, whole=True)
