"""Which systems and arrangements the prose gives evidence of."""

import re
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from govdisclosure.documents.document import Document
from govdisclosure.extraction.problems import DEFICIENT
from govdisclosure.extraction.sentences import Sentence
from govdisclosure.model.report import Content, Mechanism, MechanismKind, MechanismStatus, Role

__all__ = ["find_mechanisms"]

_ANY = r"[^,;]"
# Words that show a mechanism, the plainest first; they match one sentence, folded, without white space.
_EVIDENCE: dict[MechanismKind, tuple[str, ...]] = {
    MechanismKind.LEADING_GROUP: (
        rf"以{_ANY}{{2,30}}为(?:主任|组长)[^;]{{0,100}}?(?:领导小组|领导组|协调小组|委员会)",
        rf"由{_ANY}{{2,30}}(?:任|担任){_ANY}{{0,6}}?组长[^;]{{0,100}}",
        r"(?:成立|调整|组建|设立|健全|充实)[^;]{0,30}?(?:领导小组|领导组|领导机构|协调小组)",
        r"(?:公开|政务)(?:工作)?(?:领导|协调|工作)小组|领导小组",
    ),
    MechanismKind.DISCLOSURE_OFFICE: (
        rf"(?:领导)?小组{_ANY}{{0,6}}(?:下设|设)(?:立)?(?:了)?{_ANY}{{0,8}}办公室{_ANY}{{0,30}}",
        rf"办公室{_ANY}{{0,12}}(?:负责|承担|牵头){_ANY}{{0,30}}(?:实施|公开|日常|工作)",
        rf"(?:公开办(?![法理事结案公函])|公开(?:工作)?(?:领导小组)?办公室|公开(?:工作)?机构){_ANY}{{0,20}}",
        rf"(?:明确|指定|确定|由){_ANY}{{0,20}}(?:科|处|股|办|办公室|部门){_ANY}{{0,10}}(?:负责|承办|承担|牵头|具体){_ANY}{{0,20}}",
        r"(?:专门|工作)机构(?:和|、|负责)",
    ),
    MechanismKind.SUBORDINATE_UNITS: (
        rf"(?:下设|下属|所属|直属|基层|各)(?:各)?(?:单位|站所|事业单位|分局|科室站所){_ANY}{{0,50}}",
        rf"(?:各科室|各站所|各乡镇|各街道|各部门){_ANY}{{0,40}}",
    ),
    MechanismKind.PROACTIVE_DISCLOSURE: (
        r"主动公开(?:的)?(?:制度|办法|规定|工作制度)",
        r"主动公开(?=、[^,;]{0,60}(?:制度|机制))",
        rf"主动公开{_ANY}{{0,30}}(?:信息|内容|文件)",
        rf"(?:通过|利用|按照){_ANY}{{0,40}}(?:对外|向社会)公开",
    ),
    MechanismKind.DISCLOSURE_ON_REQUEST: (
        r"依申请公开(?:政府信息)?(?:的)?(?:工作)?(?:制度|办法|规定|流程|程序|机制|受理)",
        r"依申请公开(?=、[^,;]{0,60}(?:制度|机制))",
        rf"(?:规范|完善|做好|办理|畅通){_ANY}{{0,12}}依申请公开{_ANY}{{0,20}}",
        r"依申请公开(?:工作|渠道|窗口)",
    ),
    MechanismKind.NON_DISCLOSURE_FILING: (
        rf"不予公开{_ANY}{{0,14}}(?:报备|备案)(?:的)?(?:制度|机制|工作)?",
        r"(?:不公开|不予公开)(?:政府)?(?:信息)?(?:的)?(?:审查|审批|报批|制度)",
    ),
    MechanismKind.RELEASE_COORDINATION: (
        r"发布(?:的)?协调(?:机制|制度|工作)?",
        r"(?:公开|信息)协调(?:发布)?(?:机制|制度)",
    ),
    MechanismKind.CONFIDENTIALITY_REVIEW: (
        r"保密审查(?:的)?(?:机制|制度|办法|程序|工作|关)?",
        r"保密(?:审核|检查|审批|制度)|(?:发布|公开|信息)(?:前|发布)?审查(?:机制|制度|程序)|审核(?:发布)?(?:机制|制度|程序)",
    ),
    MechanismKind.ACCOUNTABILITY: (r"责任追究(?:制度|机制|办法)?", r"(?:问责|追责|追究责任)(?:制度|机制)?"),
    MechanismKind.SOCIAL_EVALUATION: (
        r"社会评议(?:监督)?(?:制度|机制|活动)?",
        r"(?:群众|公众|民主|行风|满意度)(?:评议|测评|评价|调查)",
    ),
    MechanismKind.SUPERVISION_INSPECTION: (
        rf"(?:成立|组成|抽调|设立){_ANY}{{0,40}}监督(?:检查)?(?:小组|组)",
        rf"监督小组{_ANY}{{0,30}}",
        rf"(?:监督检查|督促检查|督查|督办|专项检查|明察暗访){_ANY}{{0,20}}",
        rf"对{_ANY}{{2,30}}公开(?:工作)?{_ANY}{{0,8}}(?:进行|开展){_ANY}{{0,6}}检查",
    ),
    MechanismKind.PERFORMANCE_ASSESSMENT: (
        rf"(?:纳入|列入|作为|计入){_ANY}{{0,24}}(?:考核|考评|绩效|目标责任){_ANY}{{0,10}}",
        r"(?:绩效考核|目标考核|目标管理考核|年度考核|考核评议|考核制度|考核办法|考核机制|考评|工作考核)",
    ),
    MechanismKind.COMPLAINT_CHANNEL: (
        rf"(?:设立|设置|公布|开通|安装){_ANY}{{0,20}}(?:意见箱|举报箱|投诉箱|投诉电话|举报电话|监督电话|热线|局长信箱|领导信箱)(?:[,、和及](?:投诉|举报|监督|咨询)?{_ANY}{{0,4}}(?:电话|邮箱|信箱))?",
        r"(?:投诉|举报|监督)(?:电话|信箱|邮箱|箱|渠道)|意见箱",
    ),
    MechanismKind.CATALOGUE_AND_GUIDE: (
        rf"(?:目录|指南)(?:和|、|及|与|》和?《?)+{_ANY}{{0,8}}?(?:指南|目录){_ANY}{{0,20}}",
        rf"(?:编制|修订|更新|完善|公布|调整){_ANY}{{0,20}}(?:公开目录|公开指南|指南|目录)",
        r"公开(?:目录|指南)",
    ),
    MechanismKind.PORTAL: (
        rf"(?:通过|利用|在|登录|依托){_ANY}{{0,24}}(?:门户网站|政府网站|政务网|信息网|官方网站|公众信息网){_ANY}{{0,20}}",
        r"(?:门户网站|政府网站|政务网站?|官方网站|公众信息网|局网站|信息公开(?:专栏|网站|平台|网))",
    ),
    MechanismKind.SERVICE_HALL_WINDOW: (
        rf"(?:政务|行政|办事|便民|审批)(?:服务)?(?:大厅|中心){_ANY}{{0,10}}窗口",
        rf"(?:大厅|服务中心){_ANY}{{0,16}}窗口|窗口(?:受理|查询|服务)|(?:政务|便民|办事)服务?大厅|(?:政务|行政|便民)服务中心|受理窗口",
    ),
    MechanismKind.READING_POINT: (
        r"(?:信息)?(?:公开)?查阅(?:点|室|场所|中心|处)|公共查阅|资料索取点|阅览(?:室|点)",
        r"(?:档案馆|图书馆)",
    ),
    MechanismKind.WORKFLOW: (
        rf"(?:细化|优化|完善|规范|制定|明确|简化){_ANY}{{0,12}}(?:工作|公开|办事|受理|办理|业务)?流程",
        r"(?:工作|公开|受理|办理)(?:流程|程序)|流程图|办事流程",
    ),
    MechanismKind.TRAINING_AND_PUBLICITY: (
        rf"(?:组织|举办|开展|参加|召开){_ANY}{{0,24}}(?:培训|宣传|讲座|学习){_ANY}{{0,16}}",
        r"(?:培训班|业务培训|宣传教育|宣传活动|宣传月|宣传力度|加强(?:业务)?(?:培训|宣传))",
    ),
    MechanismKind.WEBSITE_SERVICE: (
        rf"(?:提高|提升|完善|增强|改进|强化|优化|拓展){_ANY}{{0,12}}(?:网站|平台|网上){_ANY}{{0,6}}(?:服务|功能|栏目|建设){_ANY}{{0,6}}",
        r"网上(?:服务|办事|咨询|互动|受理|查询)|(?:网站|平台)(?:改版|建设|升级|服务功能)|在线(?:咨询|访谈|服务)",
    ),
    MechanismKind.STAFF_AND_FUNDING: (
        rf"(?:专职|兼职|专门){_ANY}{{0,4}}(?:工作)?人员{_ANY}{{0,40}}",
        rf"(?:配备|明确|落实|安排|充实|指定){_ANY}{{0,20}}(?:工作人员|专人|信息员|人员|经费){_ANY}{{0,12}}",
        r"(?:工作)?经费(?:保障|支出|投入)|专人负责",
    ),
}
_PATTERNS = {kind: tuple(re.compile(source) for source in sources) for kind, sources in _EVIDENCE.items()}
_DENIED = re.compile(r"(?:没有|尚未|尚无|还未|未能?|缺乏|缺少|不够?)[^,;]{0,8}$")
_LISTS_PARTS = re.compile(r"组成|包括|全文|内容有|部分")
# An introduction under a heading of its own lists the parts too.
_LISTS_ITS_PARTS = re.compile(
    r"^.{0,24}?(?:报告|年报|全文)[^,;]{0,10}?(?:由|包括|包含|分为|共分)[^;]{0,200}?(?:情况|概述)[,、]"
)
_TITLE = re.compile(r"<[^<>]{2,80}>")
# What the organ itself laid down is its own arrangement; a rule it follows is not.
_LAID_DOWN = re.compile(r"(?:制定|制订|建立|出台|印发|编制|修订|完善|试行|公布|下发|拟定|发布)[^,;<>]{0,14}$")
_FOLLOWED = re.compile(r"根据|按照|依据|依照|遵照|贯彻|执行|学习|落实")
_AND = re.compile(r"(?:、|以?及|和|与)?")
_ROLE = (
    ("组长", re.compile(r"(?:以|由)(?P<held>[^,;]{2,30}?)(?:为|任|担任)(?:政府|政务|信息|公开|工作|领导)*组长")),
    ("组长", re.compile(r"[,、](?P<held>[^,;、为任]{2,16})(?:为|任|担任)组长")),
    ("副组长", re.compile(r"(?:、|,|以|由|组长){1,3}(?P<held>[^;]{2,40}?)(?:为|任|担任)副组长")),
    ("成员", re.compile(r"(?:、|,|以|由|副组长){1,3}(?P<held>[^;]{2,40}?)(?:为|任|担任|是)(?:小组)?成员")),
)
_REACH = 14
_Rank: TypeAlias = tuple[bool, int]
"""Whether only intended, and which of the kind's patterns fits; less is plainer."""
_INTENDED = frozenset({Content.PLAN, Content.PROBLEMS})


def find_mechanisms(document: Document, prose: Iterable[Sentence]) -> tuple[Mechanism, ...]:
    """One entry a kind, in the order of the kinds: the plainest words that show it.

    Words in a section on problems or plans show an intention; they count only where nothing shows the thing itself.
    """
    best: dict[MechanismKind, tuple[_Rank, Mechanism]] = {}
    for sentence in prose:
        if not sentence.covers and _LISTS_PARTS.search(sentence.text):
            continue
        if _LISTS_ITS_PARTS.match(sentence.text):
            continue
        planned = bool(sentence.covers & _INTENDED)
        for kind, patterns in _PATTERNS.items():
            # Sentences come in order: only plainer words, or the thing itself for an intention, are better.
            known = best[kind][0] if kind in best else (True, len(patterns))
            plainer = patterns if planned < known[0] else () if planned > known[0] else patterns[: known[1]]
            found = _evidence(document, sentence, kind, plainer, planned=planned) if plainer else None
            if found is not None:
                best[kind] = found
    return tuple(best[kind][1] for kind in MechanismKind if kind in best)


def _evidence(
    document: Document, sentence: Sentence, kind: MechanismKind, patterns: Sequence[re.Pattern[str]], *, planned: bool
) -> tuple[_Rank, Mechanism] | None:
    for rank, pattern in enumerate(patterns):
        match = _outside_titles(sentence.text, pattern, kind)
        if (
            match is None
            or _falls_short(match)
            or _DENIED.search(sentence.text, max(0, match.start() - _REACH), match.start())
        ):
            continue
        first, last = sentence.span(*match.span())
        mechanism = Mechanism(
            kind=kind,
            quote=document.quote(first, last),
            at=document.place(first, last),
            status=MechanismStatus.PLANNED if planned else MechanismStatus.IN_PLACE,
            roles=_roles(sentence.text, match.start()) if kind is MechanismKind.LEADING_GROUP else (),
        )
        return (planned, rank), mechanism
    return None


def _outside_titles(text: str, pattern: re.Pattern[str], kind: MechanismKind) -> re.Match[str] | None:
    """The first words that do not stand in the title of a document the organ only follows."""
    match = pattern.search(text)
    if match is None or "<" not in text:
        return match
    followed = [span for span in _titles_of_others(text) if not _is_guide(kind, text[slice(*span)])]
    outside = (m for m in pattern.finditer(text) if not any(first <= m.start() < last for first, last in followed))
    return next(outside, None)


def _is_guide(kind: MechanismKind, title: str) -> bool:
    return kind is MechanismKind.CATALOGUE_AND_GUIDE and title.endswith(("目录>", "指南>"))


def _titles_of_others(text: str) -> list[tuple[int, int]]:
    """Spans of the titles of documents that the sentence does not say the organ laid down."""
    followed: list[tuple[int, int]] = []
    own_until = -1
    for title in _TITLE.finditer(text):
        start = max(text.rfind(sign, 0, title.start()) for sign in ",;") + 1
        joined = own_until >= 0 and _AND.fullmatch(text, own_until, title.start()) is not None
        own = _LAID_DOWN.search(text, start, title.start()) and not _FOLLOWED.search(text, start, title.start())
        own_until = title.end() if own or joined else -1
        if own_until < 0:
            followed.append(title.span())
    return followed


def _falls_short(match: re.Match[str]) -> bool:
    """True where the clause says that the thing is wanting: 宣传力度不够."""
    text = match.string
    stop = min((place for sign in ",;" if (place := text.find(sign, match.end())) >= 0), default=len(text))
    return DEFICIENT.search(text, match.start(), stop) is not None


def _roles(text: str, start: int) -> tuple[Role, ...]:
    roles: list[Role] = []
    position = start
    for name, pattern in _ROLE:
        match = pattern.search(text, max(0, position - 3))
        if match is not None and not any(role.role == name for role in roles):
            roles.append(Role(role=name, held_by=match["held"].strip("、,")))
            position = match.end()
    return tuple(roles)
