"""Where a heading ends in text that runs on."""

import re

from govdisclosure.law.vocabulary import classify

__all__ = ["heading_length"]

# The last word of a heading, for finding where it ends in text that runs on.
_ENDING = re.compile(
    r"概\s{0,6}述|概况|概要|综述|引言|前言|情况(?:概述|说明|统计表|汇总表|表)?|措施|问题|事项|安排|打算|计划|统计表|附表|汇总表|附件|不足|思路|设想|任务|方式|途径|工作总结|说明"
)  # fmt: skip
_CONTINUES = re.compile(r"\s?(?:以?及|和|与|、|的|或|,|;|统计|说明|如下|进行|并)")
_LONGEST = 60
_STOP = re.compile(r"[。;:\n!?\[]|\(\s?[一二三四五六七八九十1-9]")


def heading_length(text: str, start: int, end: int) -> int:
    """How many characters from ``start`` are a heading, where text runs on after it; 0 when that cannot be told.

    Args:
        text: Folded text.
        start: First character after the ordinal.
        end: Where the run of text ends.
    """
    window = text[start : min(end, start + _LONGEST)]
    stop = _STOP.search(window)
    if stop is not None:
        window = window[: stop.start()]
    for match in _ENDING.finditer(window):
        rest = window[match.end() :]
        if not _CONTINUES.match(rest) and classify(window[: match.end()]):
            return match.end()
    return 0
