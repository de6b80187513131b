"""Words around a rate that say of what it is."""

import re

from govdisclosure.model.report import AnnualReport, Claim
from govdisclosure.rules.claims.figures import sentence_of

__all__ = ["EXCEPTED", "OF_SOME", "is_later"]

OF_SOME = re.compile(
    r"(?:事项|程序|许可|处罚|预算|决算|预决算|环评|政策|村务|财务|项目|目录|指南|文件|提案|建议|内容|标准|流程|权力)[^,。]{0,6}公开[率面]"
)
"""A rate of permits, accounts, villages and the like, not of all that the organ holds."""
EXCEPTED = re.compile(r"除[^。;]{1,40}外|确保(?!了)|保证(?!了)")
"""A rate that leaves something out, or says only what is to be ensured."""
_LATER = re.compile(r"到(20\d\d)年")


def is_later(report: AnnualReport, claim: Claim) -> bool:
    """True for a rate to be reached in a year after the one reported."""
    years = _LATER.findall(sentence_of(report, claim))
    return report.year is not None and any(int(year) > report.year for year in years)
