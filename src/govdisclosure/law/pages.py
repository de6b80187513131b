"""Pages about instruments and dated parameters in Markdown: for the manual, the command line and notebooks."""

import re
from collections.abc import Iterable, Iterator

import attrs

from govdisclosure.law.dated import DatedValue, Parameter
from govdisclosure.law.lookup import parameters
from govdisclosure.law.provision import Evidence, Instrument
from govdisclosure.model.showing import EDITION_SPANS
from govdisclosure.text.display import one_line
from govdisclosure.text.language import Lang, said
from govdisclosure.text.shown import ShownPage

__all__ = [
    "EVIDENCE",
    "Explanation",
    "instrument_page",
    "instruments_page",
    "page_table",
    "parameter_page",
    "span_word",
    "value_word",
]

EVIDENCE = {
    Evidence.SOURCE: ("已核对原文", "its text, or a copy of its text, was read"),
    Evidence.MEMORY: ("凭记忆，未核对原文", "from memory; no text was read"),
    Evidence.INFERENCE: ("由已知事实推断", "deduced from facts that were read"),
}
"""How well something is known, in words."""
_UNITS = {
    "workdays": ("个工作日", "working days"),
    "days": ("日", "days"),
    "months": ("个月", "months"),
    "years": ("年", "years"),
    "month_day": ("月日", "month and day"),
    "topics": ("个方面", "topics"),
    "yes_no": ("是否", "yes or no"),
    "text": ("文字", "text"),
    "count": ("行", "rows"),
    "edition": ("报告格式", "form of report"),
    "fee": ("收费方式", "kind of fee"),
    "groups": ("类指标", "groups"),
    "items": ("项", "items"),
    "pattern": ("标题用语", "words of the title"),
    "sections": ("部分", "sections"),
    "titles": ("个标题", "titles"),
}
_FEES = {
    "cost": ("按成本收费", "cost fee"),
    "none": ("不收费", "no fee"),
    "excess": ("申请数量、频次明显超过合理范围的可收取信息处理费", "handling fee for excessive requests"),
}
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SPAN = re.compile(r"(\d\d-\d\d)/(\d\d-\d\d)")


@attrs.frozen(kw_only=True)
class Explanation(ShownPage):
    """The page of a rule, a dated parameter or an instrument, in the language that was asked for.

    Attributes:
        code: The rule's code, the parameter's name or the instrument's id.
        title: Its title in the language asked for, or in both.
        text: The page in Markdown.
    """

    code: str
    title: str
    text: str

    def __str__(self) -> str:
        """The page."""
        return self.text

    def __repr__(self) -> str:
        """One line."""
        return one_line(f"<Explanation {self.code}: {self.title}>")

    def to_markdown(self, lang: Lang | None = None) -> str:
        """The page as it was asked for, whatever ``lang`` is."""
        del lang
        return self.text


def parameter_page(parameter: Parameter, lang: Lang | None = None) -> Explanation:
    """The page of a dated parameter: every value with its days, provision and evidence.

    Args:
        parameter: The parameter.
        lang: Language; both when ``None``.

    Returns:
        The page.
    """
    title = said(parameter.title_zh, parameter.title_en, lang)
    by_year = parameter.select_by == "report_year"
    chosen = ("报告年度", "report year") if by_year else ("义务产生之日", "day the duty arose")
    page = [f"# {parameter.name} {title}", ""]
    page += page_table(
        (
            (
                said("单位", "Unit", lang),
                said(*_UNITS.get(parameter.unit, (parameter.unit, parameter.unit)), lang),
            ),
            (said("取值依据", "Chosen by", lang), said(*chosen, lang)),
        )
    )
    page += _note(parameter, lang)
    for dated in parameter.values:
        page += ["", f"## {span_word(dated, lang, by_year=by_year)}", "", *_value(parameter, dated, lang)]
    return Explanation(code=parameter.name, title=title, text="\n".join(page) + "\n")


def instrument_page(
    instrument: Instrument, lang: Lang | None = None, enforcing: Iterable[tuple[str, str, str]] = ()
) -> Explanation:
    """The page of an instrument: number, days, how well it is known, and what rests on it.

    Args:
        instrument: The instrument.
        lang: Language; both when ``None``.
        enforcing: Rules that rest on it: code, title in Chinese and in English.

    Returns:
        The page.
    """
    title = said(instrument.name_zh, instrument.title_en, lang)
    page = [f"# {instrument.id} {title}", "", *page_table(_instrument_rows(instrument, lang))]
    page += _note(instrument, lang)
    resting = [one for one in parameters() if any(value.cite.instrument == instrument for value in one.values)]
    named = [f"`{one.name}` {said(one.title_zh, one.title_en, lang)}" for one in resting]
    coded = [f"{code} {said(zh, en, lang)}" for code, zh, en in enforcing]
    headings = (
        said("所定参数", "Parameters it sets", lang),
        said("据以核查的规则", "Rules that rest on it", lang),
    )
    for heading, lines in zip(headings, (named, coded), strict=True):
        page += ["", f"## {heading}", "", *(f"- {line}" for line in lines)] if lines else []
    return Explanation(code=instrument.id, title=title, text="\n".join(page) + "\n")


def instruments_page(instruments: Iterable[Instrument]) -> str:
    """All instruments, one heading each, in Chinese and English."""
    page: list[str] = []
    for one in instruments:
        page += [f"## {one.id}", "", f"{one.name_zh}<br>{one.title_en}", "", *page_table(_instrument_rows(one, None))]
        page += [*_note(one, None), ""]
    return "\n".join(page).rstrip() + "\n"


def _instrument_rows(one: Instrument, lang: Lang | None) -> Iterator[tuple[str, str]]:
    years = "—" if one.report_years is None else f"{one.report_years[0]}–{one.report_years[1] or ''}"
    yield said("文号", "Number", lang), one.number or "—"
    yield said("施行", "In force", lang), f"{one.in_force_from or '?'} – {one.in_force_to or ''}"
    yield said("适用报告年度", "Report years", lang), years
    yield said("取代", "Succeeds", lang), f"`{one.succeeds}`" if one.succeeds else "—"
    yield said("日期可靠程度", "Evidence of the dates", lang), said(*EVIDENCE[one.evidence], lang)
    yield said("条文可靠程度", "Evidence of the text", lang), said(*EVIDENCE[one.text_evidence], lang)
    yield said("凭记忆的条款", "From memory alone", lang), ", ".join(one.recalled) or "—"
    yield said("来源", "Sources", lang), ", ".join(one.sources) or "—"
    yield said("核对日期", "Checked on", lang), one.checked_on.isoformat()


def value_word(parameter: Parameter, dated: DatedValue, lang: Lang | None = None) -> str:
    """A value with its unit, in words."""
    return said(*_value_words(dated.unit or parameter.unit, dated), lang)


def _value_words(unit: str, dated: DatedValue) -> tuple[str, str]:
    match dated.value:
        case None:
            return "法律未作规定", "the law sets none"
        case bool(value):
            return ("是", "yes") if value else ("否", "no")
        case tuple(value):
            return "；".join(value), "; ".join(dated.value_en or value)
        case int(value):
            zh, en = _UNITS.get(unit, (f" {unit}", unit))
            return f"{value}{zh}", f"{value} {en.removesuffix('s') if value == 1 else en}"
        case value if dated.value_en:
            return value, dated.value_en[0]
        case value:
            return _text_words(unit, value)


def _text_words(unit: str, value: str) -> tuple[str, str]:
    if unit == "edition":
        return EDITION_SPANS.get(value, (value, value))
    if unit == "fee":
        return _FEES.get(value, (value, value))
    if unit == "month_day":
        return f"次年{_day(value, 'zh')}", f"{_day(value, 'en')} of the next year"
    if span := _SPAN.fullmatch(value):
        first, last = span.groups()
        return f"{_day(first, 'zh')}至{_day(last, 'zh')}", f"{_day(first, 'en')} to {_day(last, 'en')}"
    return value, value


def _day(value: str, lang: Lang) -> str:
    month, day = (int(part) for part in value.split("-"))
    return f"{month}月{day}日" if lang == "zh" else f"{day} {_MONTHS[month - 1]}"


def _value(parameter: Parameter, dated: DatedValue, lang: Lang | None) -> list[str]:
    rows = (
        (said("值", "Value", lang), value_word(parameter, dated, lang)),
        (said("依据", "Provision", lang), said(dated.cite.zh, dated.cite.en, lang, "<br>")),
        (said("可靠程度", "Evidence", lang), said(*EVIDENCE[dated.evidence], lang)),
        (said("来源", "Sources", lang), ", ".join(dated.sources) or "—"),
        (said("核对日期", "Checked on", lang), dated.checked_on.isoformat()),
    )
    return [*page_table(rows), *_note(dated, lang)]


def _note(noted: Instrument | Parameter | DatedValue, lang: Lang | None) -> list[str]:
    """What a reader should know, after a blank line; nothing where there is nothing."""
    return ["", said(noted.note_zh, noted.note, lang, "<br>")] if noted.note else []


def span_word(dated: DatedValue, lang: Lang | None, *, by_year: bool) -> str:
    """From when to when a value held, in words."""
    start = str(dated.start.year) if by_year else dated.start.isoformat()
    end = "" if dated.end is None else str(dated.end.year) if by_year else dated.end.isoformat()
    open_end = said("至今", "to date", lang)
    return f"{start} – {end or open_end}"


def page_table(rows: Iterable[tuple[str, str]]) -> list[str]:
    """Names and what stands for each, as the lines of a table of Markdown."""
    return ["| | |", "|---|---|", *(f"| {name} | {_cell(value)} |" for name, value in rows)]


def _cell(value: str) -> str:
    return " ".join(value.replace("|", "\\|").split())
