"""Whole reports of the unified forms, of invented organs."""

from tests.rules.structure.reports import FILLER, whole

from govdisclosure.model.report import AnnualReport, Content, Edition

HEADINGS = (
    ("一、总体情况", (Content.OVERVIEW,)),
    ("二、主动公开政府信息情况", (Content.PROACTIVE,)),
    ("三、收到和处理政府信息公开申请情况", (Content.REQUESTS,)),
    ("四、政府信息公开行政复议、行政诉讼情况", (Content.REMEDIES,)),
    ("五、存在的主要问题及改进情况", (Content.PROBLEMS,)),
    ("六、其他需要报告的事项", (Content.OTHER,)),
)


def unified(*, one: str = FILLER, five: str = FILLER, six: str = FILLER, without: str = "", **fields) -> AnnualReport:
    """A report of the form of 2021, its sections one, five and six as given, those of some numbers left out."""
    parts = tuple(part for part in HEADINGS if part[0][0] not in without)
    bodies = {HEADINGS[0][0]: one, HEADINGS[4][0]: five, HEADINGS[5][0]: six}
    return whole(*parts, bodies=bodies, **{"year": 2022, "edition": Edition.UNIFIED_2021, **fields})
