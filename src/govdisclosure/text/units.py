"""Units that figures of reports carry, longest first, so that a pattern made of them takes the whole of one."""

__all__ = ["COUNTED", "MONEY", "UNIT"]

COUNTED = (
    *("人次", "件次", "条次", "件", "条", "份", "项", "宗", "起", "次", "例", "篇", "个", "笔", "批", "只", "部", "则"),
    *("人", "期", "场", "家"),
)
"""Units of what is counted."""
MONEY = ("亿元", "万元", "元")
"""Units of money."""
UNIT = "|".join((*MONEY, *COUNTED))
"""Source of a regular expression for one unit; no group."""
