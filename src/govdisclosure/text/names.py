"""Telling a person's name by its surname. All functions take folded text."""

import re

__all__ = ["NAME", "SURNAMES", "named_beside"]

SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜谢邹喻柏窦章苏潘葛范彭郎鲁韦昌马苗凤方俞任袁柳"
    "鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐傅皮卞齐康伍余元卜顾孟黄穆萧尹姚邵汪祁毛禹狄米贝臧计伏戴宋庞熊纪舒屈项祝董梁"
    "杜阮蓝闵席季麻强贾路江童颜郭梅林刁钟徐邱骆高夏蔡田樊胡凌霍万柯卢莫房裘缪解应宗丁宣邓郁单杭洪包诸左石崔吉龚程嵇邢裴陆翁"
    "曾刘叶白涂蒲覃申涂段侯武龙谭廖谷欧尚易耿文肖向"
)
"""Surnames of one character that are not rare, and the first characters of some of two."""

# Words of two or three characters that begin like a surname and are none.
_NO_NAME = (
    r"(?!单位|方式|方便|白天|白班|周[一二三四五六日末至]|常[年务用设]|安全|应急|计[划生]|万[元余]|高[新速]|文[件化号]|"
    r"路[灯政]|项目|包[片村]|宣传|解[答释决]|余[下额]|金融|武装|华[北东南西中]|江[北南东西]|农|石油|田间|任何|向|元|强[制化])"
)
_SURNAME = f"[{''.join(sorted(SURNAMES))}]"
# What ends in these names a place or an office.
_OFFICE_END = r"(?<![区县市镇乡村局厅办科室股所站队处院部委组司厂店馆岗街路线])"

NAME = rf"{_NO_NAME}{_SURNAME}[\u4e00-\u9fff]{{1,2}}{_OFFICE_END}"
"""Source of a regular expression for a name of two or three characters; no group."""

_TITLE = (
    r"(?:[局厅处科股所站队院校镇乡县市区村社组部]长|主任|书记|委员|科员|干事|干部|专员|秘书|会计|律师|法官|医生|老师|校长|"
    r"经理|董事长|村医|网格员|管理员|联络员|经办人|承办人|联系人|负责人|责任人|工作人员|农户|农民|职工|业主|学生|家长|司机|患者)"
)
_PHONE = r"(?:的?(?:联系|个人|本人)?(?:电话|手机|号码|方式|手机号)(?:号码?)?)?"
_PLAIN = r"(?<![\u4e00-\u9fff])"
_GAP = r"[\s,、:;()<>/|-]{0,6}"
_BEFORE = re.compile(rf"{_PLAIN}{NAME}(?:{_TITLE})?{_GAP}{_PHONE}{_GAP}\Z")
_TITLED = re.compile(
    rf"{_TITLE}{_GAP}{NAME}(?=[\s,、:;()<>/|。的在于向到对因称说-]|电话|手机|联系|反映|提出|申请|来[电信访]|\Z)|"
    rf"{_NO_NAME}{_SURNAME}[\u4e00-\u9fff]{{0,2}}{_TITLE}{_GAP}{_PHONE}{_GAP}\Z"
)
_AFTER = re.compile(rf"{_GAP}(?:{_TITLE}{_GAP})?{NAME}(?![\u4e00-\u9fff])|{_GAP}{_SURNAME}{_TITLE}")


def named_beside(before: str, after: str) -> bool:
    """True when a name stands beside a place in a line: right before or after it, or after a title before it.

    Args:
        before: The folded words of the line before the place.
        after: Those after it.

    >>> named_beside("监督保障:王强,电话", "。"), named_beside("监督电话:", "")
    (True, False)
    """
    return bool(_BEFORE.search(before) or _TITLED.search(before) or _AFTER.match(after))
