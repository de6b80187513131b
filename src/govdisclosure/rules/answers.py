"""Findings that several rules give in the same words."""

from govdisclosure.law import first_report_year
from govdisclosure.law.provision import Citation, Evidence
from govdisclosure.model.agency import AgencyKind
from govdisclosure.model.report import AnnualReport
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.rule import Finding
from govdisclosure.text.normalise import DAMAGE

__all__ = ["OWN_RULES", "agency_damaged", "before_duty", "capped", "follows_own_rules", "year_unknown"]


def year_unknown(subject: str, cites: tuple[Citation, ...]) -> Finding:
    """The year reported on could not be read."""
    zh = "未能读出报告年度，无法判断；请核对标题或统计期限中的年份"
    en = "the report year could not be read, so this was not judged; check the year in the title or the stated period"
    return Finding(kind=Kind.OPEN, message=Message(zh, en), cites=cites, subject=subject, needs=("year",))


def before_duty(year: int, subject: str, cites: tuple[Citation, ...]) -> Finding:
    """The year reported on lies before the first duty to report."""
    first = first_report_year()
    zh = f"{year}年度早于年度报告制度（自{first}年度起），不适用"
    en = f"report year {year} is before the duty to report, which starts with report year {first}"
    return Finding(
        kind=Kind.NOT_APPLICABLE, message=Message(zh, en), cites=cites, subject=subject, facts={"year": year}
    )


def agency_damaged(report: AnnualReport, subject: str, cites: tuple[Citation, ...]) -> Finding | None:
    """That the name of the organ could not be decoded; nothing where it could."""
    if report.agency is None or DAMAGE not in report.agency.name:
        return None
    zh = "机关名称中有文字无法解码，无法判断；请把原文另存为UTF-8后重查"
    en = "the organ's name has characters that could not be decoded, so this was not judged; save the file as UTF-8"
    return Finding(kind=Kind.OPEN, message=Message(zh, en), cites=cites, subject=subject, needs=("agency",))


def capped(level: Level, evidence: Evidence) -> Level:
    """A level, at most ``warning`` where the law it rests on was not read in its source.

    >>> capped(Level.ERROR, Evidence.MEMORY).value, capped(Level.ERROR, Evidence.SOURCE).value
    ('warning', 'error')
    """
    return level if evidence is Evidence.SOURCE or level.rank < Level.WARNING.rank else Level.WARNING


OWN_RULES = Message(
    "公共企事业单位、村（居）民委员会、法院等不是行政机关，按各自的规定公开，请人工核实适用的规定",
    "public institutions, village committees, courts and the like are no administrative organs "
    "and follow rules of their own; check which apply",
)


def follows_own_rules(report: AnnualReport) -> bool:
    """True for public enterprises and institutions: 2007 Art 37, 2019 Art 55 send them to rules of their own."""
    return report.agency is not None and report.agency.kind is AgencyKind.INSTITUTION
