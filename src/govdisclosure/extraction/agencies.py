"""Which organ publishes the report, and what kind of organ it is."""

import re

from govdisclosure.documents.document import Document
from govdisclosure.extraction.organs import complete, describe, is_organ, is_region, names_organ, zone_of
from govdisclosure.extraction.titles import Title, parse_title
from govdisclosure.model.agency import AdministrativeLevel, Agency, AgencyKind
from govdisclosure.model.place import Place
from govdisclosure.text.normalise import DAMAGE, fold, squeeze

__all__ = ["find_agency"]

_LABELS = (
    *("发布机构", "发布单位", "公开机构", "公开主体", "公开单位", "发文机关", "发文单位", "制发机关"),
    *("信息提供单位", "编制单位", "contentsource", "来源", "信息来源", "文章来源", "稿件来源"),
)
_INLINE_LABEL = re.compile(r"(?:发布机构|发布单位|公开机构|信息来源|来源)[\s:|]{1,6}(?P<organ>[一-鿿()]{3,30})")
_COPIED_TO = re.compile(r"(?:抄送|主送|抄报|报送|分送|印发)")
_ORGAN = (
    r"[一-鿿()]{2,30}?(?:局|委员会|委|办公室|办公厅|政府|街道办事处|街道|管委会|厅|院|中心|大队|支队|镇|乡|站|处|署|部)"
)
_NAME = rf"(?P<organ>{_ORGAN})"
# 县水利局、县渔业局: two organs with one report.
_NAMES = rf"(?P<organ>{_ORGAN}(?:、{_ORGAN})?)"
# 县信访办 without 公室; behind another organ 办 is an office within it.
_BUREAU_CALLED_OFFICE = r"(?P<organ>[一-鿿]{4,20}(?<!政府)(?<![局委厅镇乡])办)"
_INNER_OFFICE = (
    r"(?:办公室|党政(?:综合)?办(?:公室)?|综合办公室|政府信息公开(?:工作)?(?:领导小组)?办(?:公室)?|"
    r"信息公开办(?:公室)?|办)?"
)
# Where the opening names the organ that reports, the surest wording first.
_MENTIONS = (
    re.compile(rf"由{_NAMES}{_INNER_OFFICE}(?:根据|编制|汇总|制作|撰写|综合|\()"),
    re.compile(rf"由{_BUREAU_CALLED_OFFICE}(?:根据|编制|汇总|制作|撰写)"),
    re.compile(
        rf"(?:公布|公开|总结|现[将就把]|发布|反映了?)(?:20\d\d年度?)?[\w.]{{0,24}}?{_NAME}(?:20\d\d年|政府信息公开)"
    ),
    re.compile(
        rf"(?:20\d\d年度?,|^|\n)\s{{0,6}}{_NAME}(?:坚持|认真|在(?!线)|全面|深入|严格|按照|积极|紧紧|以|根据|高度|持续|继续|不断)"
    ),
    re.compile(
        rf"(?:请(?:与|联系|向|致电|径与)[:]?|联系(?:单位|部门|机构)?[:]){_NAME}{_INNER_OFFICE}(?:联系|[(;,。]|政府信息公开)"
    ),
)
_SELF = re.compile(r"[我本](局|委|镇|乡|街道|中心|厅|办|院|县|区|市|站|处|校|队|机关|单位)")
# 公布2010年度县水利局: the rest of the year before the name.
_OF_YEAR = re.compile(r"年?度(?!假)")
_SHORT = re.compile(r"^(?:[省市县区州镇乡]|街道|本级)")
_SHORT_BUREAU = re.compile(r"[省市县区州旗][一-鿿]{2,20}局")
_SUPERIOR = re.compile(
    r"国务院|省委|市委|区委|县委|党委|以下|我[局委镇乡县区市]|本[局委镇乡县区市]|全[局委镇乡县区市]|各|有关|领导|电子政务"
)
_OPENING = 1_500
_NOT_COMPLETION = re.compile(r"网|来源|作者|[,:。]")


def find_agency(document: Document, title: Title | None, signature: tuple[int, int] | None) -> Agency | None:
    """The organ named by the title; else by a label, the signature or the preamble.

    Args:
        document: The document.
        title: Its title, if it has one.
        signature: Span of the words before the date at the foot, if they can be an organ's name.
    """
    labelled, mentioned = _labelled(document), _mentioned(document)
    signed = _spanned(document, signature)
    printed = parse_title(title.text)[0] if title is not None else None
    if printed is not None and title is not None:
        return _from_title(document, printed, title, [c for c in (signed, mentioned, labelled) if c is not None])
    for candidate in (signed, mentioned, labelled, _contact(document)):
        if candidate is not None:
            return _named(document, *candidate)
    return None


def _named(document: Document, words: str, at: Place) -> Agency:
    """The organ behind words that name it, or only its area."""
    name = _government_of(document, words, fold(words))
    return _agency(name, printed=words, at=at, inferred=name != words)


def _agency(name: str, *, printed: str, at: Place, inferred: bool = False) -> Agency:
    if name.endswith(("街道", "街道辦", "街道办")):
        name, inferred = f"{name.removesuffix('办').removesuffix('辦')}办事处", True
    # A name with a hole says nothing sure of the organ's kind and area.
    whole = DAMAGE not in name
    kind, level, region = describe(name) if whole else (AgencyKind.UNKNOWN, AdministrativeLevel.UNKNOWN, None)
    return Agency(name=name, kind=kind, level=level, region=region, printed=printed, at=at, inferred=inferred)


def _from_title(document: Document, printed: str, title: Title, others: list[tuple[str, Place]]) -> Agency:
    """Complete what the title names: a short form where it is printed in full, a bare region by its government."""
    printed = re.sub(r"(?:机关|[(（]机关[)）]|本级)$", "", printed)
    key = fold(printed)
    if key.endswith("人民"):
        # 青石镇人民政府信息公开报告: one 政府 serves both words.
        printed, key = f"{printed}政府", f"{key}政府"
    name = _government_of(document, printed, key)
    for words, at in others:
        full = fold(_government_of(document, words, fold(words)))
        if any(
            full != short and full.endswith(short) and not _NOT_COMPLETION.search(full[: -len(short)])
            for short in (key, fold(name))
        ):
            return _named(document, words, at)
        if zone_of(key) == key and full.endswith(("管委会", "管理委员会")) and key[:2] in full:
            return _named(document, words, at)
    longer = _printed_in_full(document, fold(name))
    if longer is not None:
        return _named(document, document.text[slice(*longer)], document.place(*longer))
    return _agency(name, printed=printed, at=_within(document, title, printed), inferred=name != printed)


def _printed_in_full(document: Document, name: str) -> tuple[int, int] | None:
    """Where a line or a foot gives a name with the areas it lies in, which the title leaves out; the longest such."""
    if DAMAGE in name or (describe(name)[2] or "").endswith(("县", "市", "区", "省", "旗")):
        return None
    found: tuple[int, int] | None = None
    pattern = rf"(?:^|[\s|:。])(?P<name>(?P<area>[一-鿿]{{2,16}}[省市县区州旗盟]){re.escape(name)})(?=\s|$|20\d\d年)"
    for match in re.finditer(pattern, document.key, re.MULTILINE):
        start, end = match.span("name")
        if is_region(match["area"]) and (found is None or end - start > found[1] - found[0]):
            found = start, end
    return found


def _within(document: Document, title: Title, printed: str) -> Place:
    """Where in the title the organ is named; the whole title where it is broken over lines or not in the text."""
    start = document.text.find(printed, title.at.start, title.at.end)
    return document.place(start, start + len(printed)) if start >= 0 else title.at


def _government_of(document: Document, printed: str, key: str) -> str:
    """The organ behind the name of an area: its government, office or committee; other names stand as they are."""
    if zone_of(key) == key:
        return f"{printed}{_committee(document, printed)}"
    if key.endswith("政府") and not key.endswith("人民政府") and is_region(key[:-2]):
        return f"{printed[:-2]}人民政府"
    if not is_region(key) or names_organ(key):
        return printed
    if key.endswith("街"):
        # Short for the subdistrict, which some call 街道 in full.
        return f"{printed}{'道' if f'{key[-3:]}道' in document.key else ''}办事处"
    return f"{printed}办事处" if key.endswith("街道") else f"{printed}人民政府"


def _committee(document: Document, zone: str) -> str:
    return "管理委员会" if f"{fold(zone)}管理委员会" in document.key else "管委会"


def _labelled(document: Document) -> tuple[str, Place] | None:
    for name in _LABELS:
        for label in document.labels:
            if label.name.lower() == name and is_organ(squeeze(fold(label.value))):
                return squeeze(label.value), label.at
    match = _INLINE_LABEL.search(document.key, 0, _OPENING)
    if match is None or not is_organ(match["organ"]):
        return None
    start, end = match.span("organ")
    return document.text[start:end], document.place(start, end)


def _spanned(document: Document, span: tuple[int, int] | None) -> tuple[str, Place] | None:
    if span is None:
        return None
    words = squeeze(document.text[slice(*span)])
    named = is_organ(fold(words)) and not _COPIED_TO.match(fold(words))
    return (words, document.place(*span)) if named else None


def _contact(document: Document) -> tuple[str, Place] | None:
    """A bureau that the opening names without its area as the one to ask: 请与区规划局联系."""
    selves = {found[1] for found in _SELF.finditer(document.key, 0, 2 * _OPENING)}
    for match in _MENTIONS[-1].finditer(document.key, 0, _OPENING):
        name = complete(match["organ"])
        if _SHORT_BUREAU.fullmatch(name) and not _SUPERIOR.search(name) and name.endswith(tuple(selves or " ")):
            start = match.start("organ")
            return document.text[start : start + len(name)], document.place(start, start + len(name))
    return None


def _mentioned(document: Document) -> tuple[str, Place] | None:
    """The organ the opening names as the one that reports; it must agree with 我局, 我镇 and the like."""
    selves = {found[1] for found in _SELF.finditer(document.key, 0, 2 * _OPENING)} - {"机关", "单位"}
    for pattern in _MENTIONS:
        for match in pattern.finditer(document.key, 0, _OPENING):
            of_year = _OF_YEAR.match(match["organ"])
            lead = of_year.end() if of_year is not None else 0
            name = complete(match["organ"][lead:])
            if (
                not is_organ(name)
                or _SUPERIOR.search(name)
                or _SHORT.match(name)
                or (selves and not name.endswith(tuple(selves)) and not _speaks_for(name, selves))
            ):
                continue
            start = match.start("organ") + lead
            return document.text[start : start + len(name)], document.place(start, start + len(name))
    return None


def _speaks_for(name: str, selves: set[str]) -> bool:
    """A government says 我市, a subdistrict office 我街道, a general office 我办."""
    if name.endswith(("政府", "管委会", "管理委员会")):
        return bool(selves & {"县", "区", "市", "镇", "乡", "委"})
    if name.endswith("办事处"):
        return bool(selves & {"街道", "办", "处"})
    return name.endswith(("办公室", "办公厅", "办")) and bool(selves & {"办", "市", "县", "区"})
