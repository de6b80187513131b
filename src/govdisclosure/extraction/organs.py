"""Names of organs and areas: whether words are one, and what kind and level the name says."""

import re

from govdisclosure.model.agency import AdministrativeLevel, AgencyKind
from govdisclosure.text.normalise import fold

__all__ = ["complete", "describe", "is_organ", "is_region", "names_organ", "zone_of"]

_LONGEST = 40
_MUNICIPALITIES = ("北京市", "天津市", "上海市", "重庆市")
# 城市 and 都市 are words; these are the cities whose names end so.
_CITIES = (
    "成都|宜都|运城|晋城|聊城|盐城|宣城|白城|海城|凤城|兴城|韩城|邹城|禹城|诸城|项城|永城|麻城|应城|丰城|增城|塔城"
)
_CITY = rf"(?:(?<![城都本全])|(?<={_CITIES}))市"
_REGION = re.compile(
    rf"(?:[一-鿿]{{2,7}}?(?:省|自治区|特别行政区))?(?:[一-鿿]{{2,8}}?(?:自治州|地区|(?<!联)盟|{_CITY}(?!场|区)))?"
    rf"(?:(?:(?![局厅])[一-鿿]){{1,12}}?(?:自治县|自治旗|县|旗|(?<!开发|高新|实验|示范|保税|度假|风景|产业)(?<![园景社])区|{_CITY}(?!场)))?"
    r"(?:(?:人民政府)?[一-鿿]{1,6}?(?:街道|(?<!城)镇|(?<!城)乡|苏木|(?<!步行)(?<!商业)街)(?=$|人民|政府|办事处|机关))?"
)
_ZONE = re.compile(
    r"[一-鿿]{2,20}?(?:综合实验区|实验区|综合保税区|保税区|保税港区|开发区|高新区|高新技术产业区|产业园区|产业园|"
    r"工业园区|工业园|园区|工业区|示范区|试验区|度假区|风景名胜区|风景区|景区|新区|管理区|集聚区|合作区|经济区|自贸区)"
)
_DISTRICTS_CALLED_NEW_AREA = ("浦东新区", "滨海新区")
_ORGAN = re.compile(
    r"(?:人民政府|政府|办公厅|办公室|管理委员会|管委会|委员会|局|厅|委|办|处|署|院|中心|总站|站|所|队|分局|学校|中学|小学|大学|学院|医院|公司|集团|街道|镇|乡|苏木|办事处|联社|联合会|协会|银行|档案馆|图书馆|馆|会|社|库|部|台|园|机关)$"
)  # fmt: skip
_NOT_ORGAN = re.compile(
    r"网$|网站|门户|平台|本站|本网|互联网|转载|信息公开|^[我本]|作者|记者|编辑|未知|原创|管理员|admin", re.IGNORECASE
)
_NATIONAL = re.compile(
    r"^(?:国家|国务院|中国|中华人民共和国|全国|财政部|教育部|公安部|民政部|司法部|商务部|文化部|文化和旅游部|外交部|"
    r"交通运输部|水利部|农业农村部|农业部|卫生部|自然资源部|国土资源部|环境保护部|生态环境部|人力资源社会保障部|"
    r"人力资源和社会保障部|住房和城乡建设部|科学技术部|工业和信息化部|应急管理部|退役军人事务部|审计署|海关总署)"
)
_TOWNSHIPS = ("镇", "乡", "街道", "苏木", "街")
_LEVELS = (
    (_TOWNSHIPS, AdministrativeLevel.TOWNSHIP),
    (("省", "自治区", "特别行政区"), AdministrativeLevel.PROVINCE),
    (("地区",), AdministrativeLevel.CITY),
    (("县", "旗", "区"), AdministrativeLevel.COUNTY),
)
# 塔城地区乌苏市: a city within a prefecture is of county rank.
_CITY_WITHIN = re.compile(r"(?:地区|自治州|盟|市)[一-鿿]{1,8}市$")
# The first ending that fits says the kind.
_KINDS = (
    (
        AgencyKind.INSTITUTION,
        re.compile(
            r"(?:学校|中学|小学|大学|学院|医院|公司|集团|银行|联社|协会|幼儿园|村民委员会|村委会|居民委员会|居委会|"
            r"法院|检察院|人民代表大会|(?:人民代表大会|人大)(?:常务委员会|常委会))$"
        ),
    ),
    (AgencyKind.SUBDISTRICT, re.compile(r"(?:街道(?:办事处|办)?|街(?:办事处)?)$")),
    (
        AgencyKind.GENERAL_OFFICE,
        re.compile(r"(?:人民政府|政府|行署|公署|管委会|管理委员会)(?:办公厅|办公室|办)$|政府办$|^国务院办公厅$"),
    ),
    (AgencyKind.TOWNSHIP, re.compile(r"(?:镇|乡|苏木)(?:人民政府|政府)?$")),
    (AgencyKind.ZONE_COMMITTEE, re.compile(r"(?:管理委员会|管委会)$")),
    (AgencyKind.GOVERNMENT, re.compile(r"(?:人民政府|行政公署|地区行署)$|^国务院$")),
    (AgencyKind.DEPARTMENT, re.compile(r"(?:局|厅|委|委员会|办公室|办|署|部|院|处|队|中心|站|所|会|社|馆|支行)$")),
)
# 石桥镇党政办公室: an office of the township, not a department of the county; 城乡, 乡村 and 村镇 name no township.
_TOWNSHIP_OFFICE = re.compile(
    r"(?P<township>[一-鿿]{1,6}?(?<![城村返下回])(?:镇|乡|街道|苏木))(?!村|镇|乡|企业)[一-鿿]{0,16}(?:办公室|办|中心|所|站)$"
)
_BRACKETED = re.compile(r"\([^()]{1,40}\)$")
# 省城市公安局东河区分局: the branch for a part of the area that its bureau names.
_BRANCH = re.compile(r"[一-鿿]{2,20}?局(?P<part>[一-鿿]{1,8}?(?:自治县|县|旗|区|市))(?:分局|支局)$")
# Bodies of a system led from above: the area they serve follows.
_LED_FROM_ABOVE = re.compile(r"^(?:国家税务总局|中国人民银行|中共|共青团)(?=[一-鿿]{2})")
_INNER = re.compile(
    r"(?P<organ>.{0,36}[^人民]{2}(?:局|委|厅|委员会|管委会))(?:[一-鿿]{0,12}(?:办公室|指挥中心|信息中心|公开办|办|科|股|处|室))$"
)


def is_organ(name: str) -> bool:
    """True for folded words that end as the name of an organ does and are not a website or a pronoun."""
    if _NATIONAL.fullmatch(name):
        return True
    shortest = 3 if name.endswith(("镇", "乡")) else 4
    return shortest <= len(name) <= _LONGEST and bool(_ORGAN.search(name)) and not _NOT_ORGAN.search(name)


def describe(name: str) -> tuple[AgencyKind, AdministrativeLevel, str | None]:
    """Kind, level and region that an organ's name says, each unknown where it does not.

    >>> kind, level, region = describe("青石县水利局")
    >>> kind.value, level.value, region
    ('department', 'county', '青石县')
    """
    lead = _LED_FROM_ABOVE.match(fold(name))
    name = name[lead.end() :] if lead is not None else name
    key = fold(name)
    if _NATIONAL.match(key):
        return _kind(key, ""), AdministrativeLevel.NATIONAL, None
    branch = _BRANCH.fullmatch(key)
    if branch is not None:
        upper = _REGION.match(key[: branch.start("part")])
        region = (name[: upper.end()] if upper is not None else "") + name[slice(*branch.span("part"))]
        return AgencyKind.DEPARTMENT, _level(fold(region)), region
    zone = zone_of(key)
    match = _REGION.match(key)
    region = match.group() if match else ""
    office = None if region.endswith(_TOWNSHIPS) else _TOWNSHIP_OFFICE.fullmatch(_BRACKETED.sub("", key)[len(region) :])
    region += office["township"] if office is not None else ""
    if zone and len(zone) > len(region):
        kind = _kind(key, zone)
        return kind, AdministrativeLevel.UNKNOWN, name[: len(zone)]
    return _kind(key, region), _level(region), name[: len(region)] or None


def zone_of(key: str) -> str | None:
    """The development zone, new area or the like that a name begins with; folded."""
    match = _ZONE.match(key)
    if match is None or match.group().endswith(_DISTRICTS_CALLED_NEW_AREA):
        return None
    return match.group()


def _kind(key: str, region: str) -> AgencyKind:
    if key == f"{region}政府":
        return AgencyKind.GOVERNMENT
    name = _BRACKETED.sub("", key)
    kind = next((kind for kind, pattern in _KINDS if pattern.search(name)), AgencyKind.UNKNOWN)
    if region.endswith(_TOWNSHIPS) and kind in (AgencyKind.DEPARTMENT, AgencyKind.GENERAL_OFFICE):
        return AgencyKind.SUBDISTRICT if region.endswith(("街道", "街")) else AgencyKind.TOWNSHIP
    return kind


def _level(region: str) -> AdministrativeLevel:
    if not region:
        return AdministrativeLevel.UNKNOWN
    if region in _MUNICIPALITIES:
        return AdministrativeLevel.PROVINCE
    if _CITY_WITHIN.search(region):
        return AdministrativeLevel.COUNTY
    return next((level for endings, level in _LEVELS if region.endswith(endings)), AdministrativeLevel.CITY)


def names_organ(key: str) -> bool:
    """True when a name ends as an organ's does, townships and subdistricts (which are regions too) excepted."""
    return not key.endswith(_TOWNSHIPS) and _ORGAN.search(key) is not None


def is_region(key: str) -> bool:
    """True for folded words that are the name of an administrative area and nothing more."""
    match = _REGION.fullmatch(key)
    return bool(key) and match is not None


def complete(name: str) -> str:
    """The organ a unit within it belongs to: the office of a bureau speaks for the bureau.

    >>> complete("青石县公安局办公室"), complete("青石县人民政府办公室")
    ('青石县公安局', '青石县人民政府办公室')
    """
    match = _INNER.fullmatch(name)
    return match["organ"] if match is not None else name
