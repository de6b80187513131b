"""Which kind of claim a figure is, told by the words before and after it."""

import re
from itertools import pairwise

import attrs

from govdisclosure.extraction.quantities import Quantity, quantities
from govdisclosure.extraction.sentences import Sentence
from govdisclosure.extraction.stating import DISCLOSURE, REMEDIES, REQUESTS, UNTIL, clause_start
from govdisclosure.law.vocabulary import OTHER_FEES, SINGLE_FEE
from govdisclosure.model.report import ClaimKind, Content

__all__ = ["CARRIED", "WORDS_AHEAD", "Figure", "is_plain", "is_sum", "is_up_to_a_day", "kinds_of"]

_CASES = frozenset({"件", "条", "份", "项", "宗", "起", "次", "例", "个", "笔", "条次", "件次", "人次"})
_ITEMS = frozenset({"条", "件", "份", "项", "篇", "则", "条次", "个"})
_MONEY = frozenset({"元", "万元"})
_PUBLISHING = frozenset({Content.PROACTIVE, Content.OVERVIEW})
_CHARGING = frozenset({Content.FEES, Content.REQUESTS, Content.OTHER})
WORDS_AHEAD = 120
"""How many characters before a figure are looked at for what it counts."""
_RIGHT, _MATTER, _OBJECT = 30, 45, 14

CARRIED = frozenset({ClaimKind.REQUESTS_CARRIED_IN, ClaimKind.REQUESTS_CARRIED_OUT})
_OF_REQUESTS = frozenset({ClaimKind.REQUESTS_RECEIVED, ClaimKind.REQUESTS_HANDLED, ClaimKind.REQUESTS_ANSWERED})
_RESULTS = frozenset(
    {
        ClaimKind.REQUESTS_GRANTED,
        ClaimKind.REQUESTS_PARTLY_GRANTED,
        ClaimKind.REQUESTS_GRANTED_OR_PARTLY,
        ClaimKind.REQUESTS_DENIED,
    }
)


@attrs.frozen(kw_only=True)
class Figure:
    """A quantity in its sentence.

    Attributes:
        sentence: The sentence.
        quantity: The quantity.
        ahead: Where the quantity before it ends, or 0.
        before: The sentence before.
    """

    sentence: Sentence
    quantity: Quantity
    ahead: int
    before: str = ""

    @property
    def left(self) -> str:
        """The words between the quantity before and this one."""
        return self.sentence.text[max(self.ahead, self.quantity.start - WORDS_AHEAD) : self.quantity.start]

    @property
    def right(self) -> str:
        """The words after it."""
        return self.sentence.text[self.quantity.end : self.quantity.end + _RIGHT]

    @property
    def clause(self) -> str:
        """The words before it in its own clause."""
        left = self.left
        return left[clause_start(left, len(left)) :]


@attrs.frozen
class _Binding:
    kind: ClaimKind
    left: re.Pattern[str]
    right: re.Pattern[str] | None = None
    units: frozenset[str] = _CASES
    topics: frozenset[Content] = REQUESTS
    """Sections in which the words suffice; elsewhere the sentence must speak of disclosure."""


# What may stand between the words that name a thing and its figure. Possessive: a run of these words is read once.
_LINK = (
    r"(?:总数|总量|总计|共计|共有|累计|合计|数量|案件|事项|申请|达到|"
    r"的|了|数|共|计|约|近|达|为|是|有|均|各|仅|量|案|\"|:|,(?=共|合计|总计|累计))*+$"
)
_N = r"[^,、;:]"
_REMARK = r"^(?:\([^()]{0,20}\))?"
_TAKE = r"(?:收到|受理|接收|接到|收悉|新收|接受|受到|收件)"
_PUBLISH = r"(?:公开|公布|发布|更新|上传|登载|公示)"
_SUMS = r"(?:总数|总量|数量|公开|数)*+"


def _binding(
    kind: ClaimKind,
    left: str,
    right: str | None = None,
    *,
    units: frozenset[str] = _CASES,
    topics: frozenset[Content] = REQUESTS,
) -> _Binding:
    return _Binding(kind, re.compile(left), re.compile(right) if right else None, units, topics)


def _remedy(kind: ClaimKind, word: str, verbs: str) -> tuple[_Binding, _Binding]:
    """The two orders in which a number of reconsiderations or suits is written."""
    return (
        _binding(kind, rf"{word}(?:案件|申请|案|类|的)*+{_LINK}", topics=REMEDIES),
        _binding(kind, rf"(?:{verbs}|有)(?:了|的)?(?:因{_N}{{0,12}})?$", rf"^{_N}{{0,14}}?{word}", topics=REMEDIES),
    )


# The first binding that fits wins: what is carried over or answered also contains the words of what is received.
_BINDINGS: tuple[_Binding, ...] = (
    _binding(ClaimKind.REQUESTS_CARRIED_IN, rf"(?:上一?年度?|去年度?)(?:结转|转入|遗留){_N}{{0,14}}$"),
    _binding(ClaimKind.REQUESTS_CARRIED_IN, rf"结转(?:自|的)?上一?年度?{_N}{{0,14}}$"),
    _binding(ClaimKind.REQUESTS_CARRIED_IN, rf"20\d\d年度?结转(?!至|到|入){_N}{{0,14}}$"),
    _binding(ClaimKind.REQUESTS_CARRIED_IN, r"$", r"^(?:申请)?(?:系|为|是)?(?:由|从|自)?上一?年度?结转"),
    _binding(
        ClaimKind.REQUESTS_CARRIED_OUT, rf"(?:结转|顺延|转)(?:至|到|入|于)?(?:下|次|20\d\d)一?年?度?{_N}{{0,14}}$"
    ),
    _binding(
        ClaimKind.REQUESTS_CARRIED_OUT, r"$", rf"^{_N}{{0,16}}(?:转|顺延|延续|延期)(?:至|到|入)?(?:下|次|20\d\d)一?年"
    ),
    *_remedy(ClaimKind.LAWSUITS, "(?:诉讼|应诉)", "收到|受理|发生|提起|涉及|出现|应诉|产生|办理"),
    *_remedy(ClaimKind.RECONSIDERATIONS, "复议", "收到|受理|发生|申请|涉及|出现|产生|办理"),
    _binding(ClaimKind.FEES_CHARGED, rf"(?:收取|收费|收缴){_N}{{0,16}}$", units=_MONEY, topics=_CHARGING),
    _binding(ClaimKind.FEES_CHARGED, rf"(?:收取|收费|收缴)[^,;:]{{0,40}}?费用?{_LINK}", units=_MONEY, topics=_CHARGING),
    _binding(ClaimKind.FEES_CHARGED, rf"(?:处理费|{SINGLE_FEE.pattern}){_LINK}", units=_MONEY, topics=_CHARGING),
    _binding(ClaimKind.REQUESTS_GRANTED_OR_PARTLY, r"$", rf"{_REMARK}(?:予以|同意|给予)公开[和及或、]部分公开"),
    _binding(ClaimKind.REQUESTS_PARTLY_GRANTED, r"$", rf"{_REMARK}(?:予以|同意|给予)?部分公开"),
    _binding(ClaimKind.REQUESTS_DENIED, r"$", rf"{_REMARK}(?:依法)?(?:不予|不同意|免予)公开"),
    _binding(ClaimKind.REQUESTS_GRANTED, r"$", rf"{_REMARK}(?:予以|同意|给予)公开"),
    _binding(
        ClaimKind.REQUESTS_GRANTED_OR_PARTLY,
        rf"(?:予以|同意|给予)?公开(?:和|及|或|、|以及)(?:予以|同意)?部分公开(?:答复|的|\")*+{_LINK}",
    ),
    _binding(ClaimKind.REQUESTS_PARTLY_GRANTED, rf"部分公开(?:政府信息|答复|的|\")*+{_LINK}"),
    _binding(ClaimKind.REQUESTS_DENIED, rf"(?:不予|不同意|不能|免予)公开(?:政府信息|信息|内容|答复|的|\")*+{_LINK}"),
    _binding(ClaimKind.REQUESTS_GRANTED, rf"(?:予以|同意|给予|全部)公开(?:政府信息|信息|答复|的|\")*+{_LINK}"),
    _binding(ClaimKind.REQUESTS_UNAVAILABLE, rf"(?:无法提供|信息不存在|不掌握{_N}{{0,12}})(?:答复|的|\")*+{_LINK}"),
    _binding(ClaimKind.REQUESTS_NOT_PROCESSED, rf"不予处理(?:答复|的|\")*+{_LINK}"),
    _binding(ClaimKind.REQUESTS_OTHER, rf"其他处理(?:情形|结果|的|\")*+{_LINK}"),
    _binding(ClaimKind.REQUESTS_ANSWERED, rf"(?:答复|办结|回复|办理完毕|按期处理|予以处理){_N}{{0,18}}:?$"),
    _binding(ClaimKind.REQUESTS_ANSWERED, r"$", rf"^(?:申请)?(?:已|均已|全部)(?:经|按{_N}{{0,8}})?(?:答复|办结|回复)"),
    _binding(ClaimKind.REQUESTS_HANDLED, rf"(?<!受理)(?<!收)(?:办理|处理){_N}{{0,14}}申请(?:公开)?{_LINK}"),
    _binding(ClaimKind.REQUESTS_RECEIVED, rf"{_TAKE}{_N}{{0,30}}(?:申请|公开的?(?:请求|来信|要求)){_N}{{0,12}}$"),
    _binding(
        ClaimKind.REQUESTS_RECEIVED, rf"{_TAKE}(?:群众|公民|各类|书面|网上|了|的|过|共|到)*+$", r"^[^,;]{0,16}申请"
    ),
    _binding(ClaimKind.REQUESTS_RECEIVED, rf"(?:公开|信息|书面)的?申请{_LINK}"),
    _binding(
        ClaimKind.REQUESTS_RECEIVED,
        rf"依申请公开(?:政府)?(?:信息)?(?:的)?(?:受理|申请|办理)?(?:数量|情况|数|件)*+{_LINK}",
        units=_CASES - {"条", "项"},
    ),
    _binding(
        ClaimKind.REQUESTS_RECEIVED,
        rf"依申请公开的?(?:政府)?信息[条件]?(?:数量?)?{_LINK}",
        units=frozenset({"条", "项"}),
    ),
    _binding(ClaimKind.REQUESTS_RECEIVED, rf"申请(?:数量|总数|件数|量)?{_LINK}"),
    _binding(
        ClaimKind.REQUESTS_RECEIVED,
        rf"依申请公开(?:系统|平台|专栏|栏目|渠道|邮箱|信箱){_N}{{0,8}}{_TAKE}(?:了|的|过|共|到)*+$",
        r"^[^,;]{0,4}(?:信息|申请|要求|$)",
    ),
    _binding(
        ClaimKind.REQUESTS_RECEIVED,
        rf"依申请(?:公开)?(?:政府信息)?[和及与、]不予公开(?:的|政府信息|信息|条数|情况)*+{_LINK}",
    ),
    _binding(
        ClaimKind.ITEMS_PUBLISHED,
        rf"主动(?:向社会|对外)?(?:公开|公布|发布){_N}{{0,12}}?(?:信息(?:、[^,]{{1,6}})?|内容|文件|事项)?{_SUMS}{_LINK}",
        units=_ITEMS,
        topics=_PUBLISHING | REQUESTS,
    ),
    _binding(
        ClaimKind.ITEMS_PUBLISHED,
        rf"{_PUBLISH}{_N}{{0,12}}?(?<!解读)信息{_SUMS}{_LINK}",
        units=_ITEMS,
        topics=_PUBLISHING,
    ),
    _binding(
        ClaimKind.ITEMS_PUBLISHED,
        rf"(?:共|累计|累积|总计|全年|历年|主动|新增)(?:政府|政务)?信息(?:主动)?公开{_SUMS}{_LINK}",
        units=_ITEMS,
        topics=_PUBLISHING,
    ),
    _binding(
        ClaimKind.ITEMS_PUBLISHED,
        rf"(?:公开|公布|发布)[^,;]{{0,100}}?等[^,;]{{0,10}}信息{_SUMS}{_LINK}",
        units=_ITEMS,
        topics=_PUBLISHING,
    ),
    _binding(
        ClaimKind.ITEMS_PUBLISHED,
        r"(?:公开|公布|发布|更新)(?:各类|总计|共计|累计|了|的|共)*+$",
        r"^[^,;]{0,8}信息(?!公开申请)",
        units=_ITEMS,
        topics=_PUBLISHING,
    ),
)

_PART = re.compile(r"其中|分别")
_MADE = re.compile(r"制作|获取|产生|形成|制发|印发")
_CHANNEL = re.compile(
    r"当面|现场|窗口|网络|网上|网站|在线|平台|微博|微信|公众号|公报|电子|邮件|信函|来信|邮寄|传真|口头|电话|方式|"
    r"名义|自然人|法人|企业|公民|各乡镇|各街道|各部门|各单位|直属"
)
_TAKES = re.compile(r"收到|受理|接收|接到|新收|主动公开|共|合计|总计|累计|全年")
_BOTH = re.compile(r"(?:收到|受理|接收|接受|接到)[并和、及且]?(?:办理|办结|处理|答复|回复)")
_CLASS = re.compile(r"(?<!收到)(?<!受理)依申请公开的?(?:政府)?信息[^,申]{0,8}$")
# 依申请和不予公开信息0条: only the zero says something of each.
_WITH_WITHHELD = re.compile(r"依申请(?:公开)?(?:政府信息)?[和及与、]不予公开[^,;]{0,12}$")
# 不予公开信息10条 counts information that is withheld, unless requests were counted before.
_WITHHELD = re.compile(r"(?:不予|免予|不|部分)公开的?(?:政府|政务)?信息[^,;]{0,6}$")
_ITEMS_OF_INFORMATION = frozenset({"条", "项"})
_SOME_ASKED = re.compile(
    r"(?:申请|答复|受理|办结|办理)[^,;\d]{0,12}[1-9]|[1-9]\d{0,5}[件条份项宗起次例][^,;\d]{0,8}申请"
)
_GENERAL = re.compile(r"全[省市县区](?:共|各级)?[^,]{0,8}(?:受理|办理|审理|审结)")
_UNRELATED = re.compile(r"与(?:政府|政务)?信息公开(?:工作)?无关|(?:均|都)(?:不涉及|非|不是)[^,]{0,8}公开")
# 共…120件,无一件涉及政府信息公开: said of the figure, not of suits that did not come.
_NONE_CONCERNS = re.compile(
    r"[^\d;]{0,12}[,(](?:其中)?(?:均|都|并)?(?:无一[件起宗例次项]?[^,;\d]{0,4}(?:涉及|关于|因|与|属于?|是)|"
    r"[未没无](?:有)?(?:一[件起宗例次项])?(?:涉及|关涉|属于)(?:到|因)?)[^,;\d]{0,6}公开(?![^,;]{0,14}(?:诉讼|复议))"
)
_AS_AUTHORITY = re.compile(
    r"(?:作为(?:行政)?复议(?:机关|机构)|履行(?:行政)?复议(?:职责|职能))(?:(?!被申请|被复议)[^;]){0,60}$"
)
_OF_WHICH = re.compile(r"[,(]?其中[^,;\d]{0,14}公开[^,;\d]{0,6}\d")
_OF_THEM = re.compile(r"(?P<what>复议|诉讼)[^,;\d]{0,8}\d{1,5}[件起宗次][,(]?其中[^,;\d]{0,14}公开[^,;\d]{0,6}$")
_TOGETHER = re.compile(r"复议(?:案件)?(?:以及|[和、及与或])(?:被?提起)?(?:行政)?(?:诉讼|应诉)[^,]{0,8}$")
_EACH = re.compile(r"[各均都为][为是:]?$")
_CHANGE = re.compile(r"同期|历史|比上|较上|环比|增长|增加|减少|下降|上升|提高")
_TAKES_IN = re.compile(r"收到|受理|接收|接到|新收")
_COUNTED = re.compile(r"(?:公开|收到|受理)[^,;]{0,20}\d")
_OF_IT_NEW = re.compile(r",?其中[^,]{0,12}(?:新增|今年|本年)")
_IN_YEAR = re.compile(r"本年度?|今年|全年|年内|一年来|年度")
_DAY = re.compile(r"20\d\d年")
_YEAR = re.compile(r"20\d\d年(?!度?结转)")
# 制作公文120件,主动公开110件,不予公开10件 divides documents; requests are received and answered.
_ASKED = re.compile(
    r"(?<!依)申请|依申请公开(?:[^,;\d]{0,8}(?:受理|办理|答复)|事项)|答复|办结|受理|办理(?!公文|文件|文稿|信息)|回复|诉求"
)
_DOCUMENTS = re.compile(
    r"(?:公文|文件|文稿|主动公开)[^,;\d申]{0,12}\d|(?:制作|产生|形成|制发|印发|拟制|起草|获取|梳理|清理)[^,;申]{0,20}\d"
)
_PUBLISHED = re.compile(r"公开|公布|发布")
_NOT_PUBLISHED = re.compile(r"解读|回应|咨询|留言|来信|不予|人次|访问|报送|上报|会议|培训|删除|微博|微信")
_SUM = re.compile(
    r"[,;、]?(?:以上|各项|几项){0,2}+(?:费用)?(?:合计|共计|总计|总共|共)(?:收取|收费|金额|费用|为|是|约){0,4}+$"
)
_WAIVED = re.compile(r"减免|免收|免除|免[缴交]|减收|少收|退[还回]")
_CHARGES = re.compile(r"(?<![减免])(?:收[取缴费])")
_WITH_WAIVED = re.compile(r"收[费取][和及与、或]{1,2}减免")
_FEE = re.compile(r"(?P<of>[^,;]{2})费用?")
_OWN_FEE = re.compile(
    r"检索|[复印][制印件]|邮[寄递]|寄送|打印|扫描|光盘|递送|处理|工本|成本|资料|信息|公开|申请|材料|查[询阅]|"
    r"收取|收缴|[取缴]了|.[的何关类种项收免]|等."
)
_OTHER_CHARGE = re.compile(r"罚款|罚没|押金|租金|保证金|基金|土地出让|税")
_OTHER_MATTER = re.compile(r"纠纷|处罚|许可|征收|征地|拆迁|工伤|确权|登记|强制|赔偿|其[他它](?!组织)")
_CARRIED_OVER = re.compile(r"(?:上一?年度?|去年度?|往年)(?:结转|转入|遗留)|结转(?:自|的)?上一?年")
_DIVIDED_BY = re.compile(
    r"关于|有关(?!政府|政务|信息|依申请|公开)|涉及|方面|类|来自|对于|其[他它余]|新增|另|再|又|还|月|季度|半年|[科股站所]"
)
_SHARE_AFTER = re.compile(r"[,(]?约?占")
_NOT_REQUESTS = re.compile(
    r"复议|诉讼|投诉|举报|咨询|来访|信访|建议|提案|来电|许可|审批|办证|贷款|补贴|专利|救助|行政确认|公积金|证书|证照|"
    r"低保|取水|户口|养老|医保|报名|用地|立项|资助|救济|补助|登记|备案|项目申请|申请(?:办理|加入|参加|领取|使用|认定)"
)
_NOT_ITEMS = re.compile(
    r"任务|目标|计划|指标|要求|删除|撤销|下架|其他|其它|应主动|申请|不予|同意|部分公开|人次|访问|点击|解读|回应|咨询|留言|来信|预算|决算|微博|微信|短信|报送|上报"
)


def kinds_of(figure: Figure) -> tuple[ClaimKind, ...]:
    """The kinds of claim a figure is; none where the words do not bind it, two where it counts two things at once."""
    sentence, quantity, left = figure.sentence, figure.quantity, figure.left
    if is_sum(figure):
        return _of_sum(figure)
    speaks = DISCLOSURE.search(sentence.text) is not None
    among = _OF_THEM.search(sentence.text, max(0, quantity.start - _MATTER), quantity.start)
    if among is not None and quantity.unit in _CASES:
        return (ClaimKind.RECONSIDERATIONS if among["what"] == "复议" else ClaimKind.LAWSUITS,)
    for binding in _BINDINGS:
        if (quantity.unit and quantity.unit not in binding.units) or not (speaks or binding.topics & sentence.covers):
            continue
        if not binding.left.search(left) or (binding.right and not binding.right.search(figure.right)):
            continue
        if binding.kind not in CARRIED and _CHANGE.search(figure.clause[-12:]):
            return ()
        return _admit(binding.kind, figure)
    return ()


def _admit(kind: ClaimKind, figure: Figure) -> tuple[ClaimKind, ...]:
    """The kinds a figure really has once parts, channels and running totals are told apart."""
    if kind in _OF_REQUESTS:
        return _as_request(kind, figure)
    if kind is ClaimKind.ITEMS_PUBLISHED:
        return _as_items(figure)
    if kind in {ClaimKind.LAWSUITS, ClaimKind.RECONSIDERATIONS}:
        return _as_remedy(kind, figure)
    if kind is ClaimKind.FEES_CHARGED and _is_other_money(figure):
        return ()
    return () if kind in _RESULTS and _is_of_documents(figure) else (kind,)


def _is_of_documents(figure: Figure) -> bool:
    """True for documents that are or are not disclosed, rather than requests that are granted or refused."""
    sentence = figure.sentence
    if _ASKED.search(sentence.text):
        return False
    if _DOCUMENTS.search(sentence.text) or _is_withheld_information(figure):
        return True
    if Content.REQUESTS in sentence.covers or _ASKED.search(figure.before):
        return False
    return Content.PROACTIVE in sentence.covers or _DOCUMENTS.search(figure.before) is not None


def _is_withheld_information(figure: Figure) -> bool:
    quantity = figure.quantity
    return (
        quantity.value > 0
        and quantity.unit in _ITEMS_OF_INFORMATION
        and _WITHHELD.search(figure.left) is not None
        and _SOME_ASKED.search(figure.before) is None
    )


def _of_sum(figure: Figure) -> tuple[ClaimKind, ...]:
    """What a sum behind its parts counts: 检索费20元,复制费130元,合计150元."""
    parts = figure.sentence.text[: figure.ahead]
    if figure.quantity.unit in _MONEY:
        other = OTHER_FEES.search(parts) or _OTHER_CHARGE.search(parts) or _WAIVED.search(parts)
        return (ClaimKind.FEES_CHARGED,) if SINGLE_FEE.search(parts) and not other else ()
    if figure.sentence.covers & _PUBLISHING and figure.quantity.unit in _ITEMS:
        published = _PUBLISHED.search(parts) and not _ASKED.search(parts) and not _NOT_PUBLISHED.search(parts)
        return (ClaimKind.ITEMS_PUBLISHED,) if published else ()
    if Content.REQUESTS in figure.sentence.covers and figure.quantity.unit in _CASES:
        received = parts.count("申请") > 1 and _TAKES_IN.search(parts) and not _NOT_REQUESTS.search(parts)
        return (ClaimKind.REQUESTS_RECEIVED,) if received else ()
    return ()


def is_sum(figure: Figure) -> bool:
    """True for a sum right behind its parts: …20元,…130元,合计150元."""
    return bool(figure.ahead) and _SUM.match(figure.left) is not None


def _is_summed(figure: Figure) -> bool:
    """True for a part whose sum follows in the sentence."""
    text = figure.sentence.text
    later = [one for one in quantities(text) if one.start >= figure.quantity.start]
    return any(
        other.unit == figure.quantity.unit and _SUM.match(text[one.end : other.start]) for one, other in pairwise(later)
    )


def _is_other_money(figure: Figure) -> bool:
    """True for what was waived or returned, and for charges that are not those for supplying information."""
    clause = figure.clause
    if OTHER_FEES.search(clause) or _OTHER_CHARGE.search(clause):
        return True
    if _WAIVED.search(clause) and (figure.quantity.value or not _WITH_WAIVED.search(clause)):
        return True
    if figure.quantity.value and not _CHARGES.search(clause) and _waives(figure.sentence.text[: figure.ahead]):
        return True
    return any(not _OWN_FEE.match(fee["of"]) for fee in _FEE.finditer(clause))


def _waives(ahead: str) -> bool:
    """True where fees were last said to be waived: 减免检索费20元, and then 复制费30元."""
    verbs = [*_WAIVED.finditer(ahead), *_CHARGES.finditer(ahead)]
    return bool(verbs) and max(verbs, key=re.Match.start).re is _WAIVED


# 未答复1件, 待答复2件 counts what is left.
_UNANSWERED = re.compile(r"(?:未|没有|待|尚需|不予)[^,;]{0,6}?(?:答复|办结|回复|办理完毕|处理)[^,;答办回]{0,18}$")
# What a sentence answers is what it said was asked for: 收到政府信息公开申请9件,答复9件.
_ASKED_FOR = re.compile(r"公开[^,;]{0,6}申请")


def _as_request(kind: ClaimKind, figure: Figure) -> tuple[ClaimKind, ...]:
    left, right, clause = figure.left, figure.right, figure.clause
    about = Content.REQUESTS in figure.sentence.covers or DISCLOSURE.search(left) or DISCLOSURE.search(right)
    if kind is ClaimKind.REQUESTS_ANSWERED:
        about = about or _ASKED_FOR.search(figure.sentence.text, 0, figure.quantity.start)
    left_over = kind is ClaimKind.REQUESTS_ANSWERED and _UNANSWERED.search(clause)
    if not about or left_over or _of_another_matter(figure):
        return ()
    if kind is not ClaimKind.REQUESTS_RECEIVED:
        if not _BOTH.search(clause):
            return (kind,)
        received = ClaimKind.REQUESTS_RECEIVED
        return (received, kind) if kind is ClaimKind.REQUESTS_ANSWERED else (received,)
    if (_CLASS.search(left) or _WITH_WITHHELD.search(left)) and figure.quantity.value:
        # 依申请公开信息459条 counts a class of information, not requests; only its zero says that none came.
        return ()
    if (
        _is_part(figure, _TAKES_IN)
        or _SHARE_AFTER.match(right)
        or (_CHANNEL.search(clause) and not _TAKES.search(clause))
        or _is_summed(figure)
    ):
        return ()
    return (ClaimKind.REQUESTS_RECEIVED_CUMULATIVE if _is_cumulative(figure) else kind,)


def _of_another_matter(figure: Figure) -> bool:
    """True when the requests are for permits, subsidies and the like: said of this figure or of the one before it."""
    if _NOT_REQUESTS.search(re.split(r"[,;、()]", figure.right[:8])[0]):
        return True
    ahead = figure.sentence.text[max(0, figure.quantity.start - _MATTER) : figure.quantity.start]
    others = list(_NOT_REQUESTS.finditer(ahead))
    return bool(others) and not DISCLOSURE.search(ahead, others[-1].end())


def _as_items(figure: Figure) -> tuple[ClaimKind, ...]:
    clause = figure.clause
    if _is_part(figure, _IN_YEAR) or _SHARE_AFTER.match(figure.right):
        return ()
    if _NOT_ITEMS.search(clause[-_OBJECT:]) or _CHANNEL.match(clause) or _is_summed(figure):
        return ()
    return (ClaimKind.ITEMS_PUBLISHED_CUMULATIVE if _is_cumulative(figure) else ClaimKind.ITEMS_PUBLISHED,)


def _as_remedy(kind: ClaimKind, figure: Figure) -> tuple[ClaimKind, ...]:
    left = figure.left
    if _UNRELATED.search(figure.sentence.text) or _OF_WHICH.match(figure.right):
        return ()
    if _NONE_CONCERNS.match(figure.right) or _AS_AUTHORITY.search(left):
        return ()
    if _CARRIED_OVER.search(figure.clause):
        return ()
    if (_GENERAL.search(left) or _OTHER_MATTER.search(figure.clause)) and not DISCLOSURE.search(left):
        return ()
    if kind is ClaimKind.LAWSUITS and _TOGETHER.search(left):
        # 行政复议、行政诉讼各0件 counts both; 共3件 counts them together and says of neither how many.
        each = _EACH.search(left) or not figure.quantity.value
        return (ClaimKind.RECONSIDERATIONS, ClaimKind.LAWSUITS) if each else ()
    return (kind,)


def _is_part(figure: Figure, anew: re.Pattern[str]) -> bool:
    """True after 其中, unless the clause begins anew or what is published is a part of what was made."""
    ahead, clause = figure.sentence.text[: figure.quantity.start], figure.clause
    part = _PART.search(ahead)
    if part is None or anew.search(clause) or _YEAR.search(clause):
        return False
    return "主动公开" not in clause or _MADE.search(ahead, 0, part.start()) is None


def _is_cumulative(figure: Figure) -> bool:
    """True for a running total: 历年, 以来, or 累计 up to a day; 累计 alone sums up the year."""
    near = figure.left[-24:]
    if "历年" in near or "以来" in near:
        return True
    ahead, rest = figure.sentence.text[: figure.quantity.start], figure.sentence.text[figure.quantity.end :]
    if UNTIL.search(ahead) and _OF_IT_NEW.match(rest):
        return True
    if "累计" not in near:
        return False
    clause = figure.clause
    beside_another = _COUNTED.search(ahead, 0, len(ahead) - len(clause)) is not None
    return (beside_another and not _IN_YEAR.search(clause)) or bool(UNTIL.search(ahead) and not _IN_YEAR.search(ahead))


def is_plain(figure: Figure) -> bool:
    """True for a count of requests that no words near it divide: neither 其中 nor a subject, channel or time."""
    sentence, start = figure.sentence.text, figure.quantity.start
    words = sentence[:start] if len(sentence) < WORDS_AHEAD else sentence[max(0, start - WORDS_AHEAD) : start]
    return (
        not figure.quantity.approximate
        and not _PART.search(words)
        and not _SHARE_AFTER.match(figure.right)
        and not _DIVIDED_BY.search(figure.clause)
        and not _CHANNEL.search(figure.clause)
        and not UNTIL.search(words)
    )


def is_up_to_a_day(figure: Figure) -> bool:
    """True where the sentence counts up to a day and names no year that it counts: 截至2010年底,共公开300条."""
    ahead = figure.sentence.text[: figure.quantity.start]
    until = UNTIL.search(ahead)
    if until is None or _IN_YEAR.search(ahead):
        return False
    day = _DAY.match(ahead, until.end())
    return _YEAR.search(ahead, day.end() if day else until.end()) is None
