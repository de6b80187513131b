"""Short names and the order of the contents of an annual report."""

from govdisclosure.model.report import Content

__all__ = ["STATUTORY_ORDER", "TITLES"]

TITLES: dict[Content, tuple[str, str]] = {
    Content.OVERVIEW: ("概述", "overview"),
    Content.PROACTIVE: ("主动公开情况", "proactive disclosure"),
    Content.REQUESTS: ("依申请公开情况", "disclosure on request"),
    Content.FEES: ("收费及减免情况", "fees charged and waived"),
    Content.REMEDIES: ("行政复议、行政诉讼情况", "reconsideration and litigation"),
    Content.PROBLEMS: ("主要问题及改进情况", "problems and improvements"),
    Content.OTHER: ("其他事项", "other matters"),
    Content.PLAN: ("工作安排", "plans"),
    Content.ANNEX: ("附表", "annex"),
}
"""Short name of each content in Chinese and English."""

STATUTORY_ORDER = (
    Content.OVERVIEW,
    Content.PROACTIVE,
    Content.REQUESTS,
    Content.FEES,
    Content.REMEDIES,
    Content.PROBLEMS,
    Content.OTHER,
)
"""The order in which the Regulations and the official forms name the contents.

None of them names all: an overview stands in the forms alone, fees in the Regulation of 2007 alone.
"""
