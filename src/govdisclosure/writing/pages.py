"""Pages about rules and law in Markdown: for the manual, the command line and SARIF."""

import re
from collections.abc import Iterable, Iterator

import attrs

from govdisclosure.law import cite, parameters
from govdisclosure.law.dated import DatedValue, Parameter
from govdisclosure.law.provision import Evidence, Instrument
from govdisclosure.rules.outcome import Kind
from govdisclosure.rules.phrasing import articles
from govdisclosure.rules.rule import Rule
from govdisclosure.rules.showing import word
from govdisclosure.text.language import Lang, said

__all__ = [
    "Explanation",
    "family_page",
    "instrument_page",
    "instruments_page",
    "parameter_page",
    "rule_page",
    "value_word",
]

_EVIDENCE = {
    Evidence.SOURCE: ("已核对原文", "its text, or a copy of its text, was read"),
    Evidence.MEMORY: ("凭记忆，未核对原文", "from memory; no text was read"),
    Evidence.INFERENCE: ("由已知事实推断", "deduced from facts that were read"),
}
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
# What each verdict says, whatever the rule.
_MEANING = {
    "pass": "查到了，与条文相符",
    "fail": "与所列条文不符，请人工核实后改正",
    "review": "存疑，须由人核实，不算不符",
    "open": "材料不够，未能判断，不等于合格",
    "notApplicable": "本规则与这份报告无关",
    "informational": "仅供参考，不是结论",
}


@attrs.frozen(kw_only=True)
class Explanation:
    """The page of a rule, a dated parameter or an instrument.

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
        return f"<Explanation {self.code}: {self.title}>"

    def _repr_markdown_(self) -> str:
        """The page, for a notebook."""
        return self.text


def rule_page(rule: Rule, lang: Lang | None = None) -> Explanation:
    """The manual page of a rule.

    Args:
        rule: The rule.
        lang: Language of title, labels and articles; both when ``None``. The manual stands as it was written.

    Returns:
        The page.
    """
    title = said(rule.title.zh, rule.title.en, lang)
    level = _both(rule.level.value, lang)
    rows = (
        (said("名称", "Name", lang), f"`{rule.name}`"),
        (said("不符时的级别", "Level of a fail", lang), level),
        (said("可能的结果", "Verdicts", lang), _listed((_both(kind.value, lang) for kind in rule.kinds), lang)),
        _judges(rule, lang),
        (said("自版本", "Since", lang), rule.since),
        *((said("需要", "Runs only with", lang), _both(beside, lang)) for beside in (rule.beside,) if beside),
    )
    provisions = [f"- {said(found.zh, found.en, lang, '<br>')}" for found in map(cite, rule.cites)]
    heading = said("依据", "Articles", lang)
    page = [f"# {rule.code} {title}", "", *_table(rows), "", f"## {heading}", "", *provisions, ""]
    page += [*_summary(rule), ""] if lang != "en" else []
    page.append(_manual(rule))
    return Explanation(code=rule.code, title=title, text="\n".join(page).rstrip() + "\n")


def _judges(rule: Rule, lang: Lang | None) -> tuple[str, str]:
    """What a rule judges: the editions of report, or what else it is about."""
    if rule.about != "report":
        return said("检查对象", "Judges", lang), _both(rule.about, lang)
    editions = (_both(edition.value, lang) for edition in rule.editions)
    return said("适用格式", "Editions", lang), _listed(editions, lang)


def family_page(family: str, rules: Iterable[Rule], lang: Lang | None = None) -> Explanation:
    """The rules of a family, a line each."""
    title = said("规则一览", "rules of the family", lang)
    lines = [f"- {rule.code} {said(rule.title.zh, rule.title.en, lang)}" for rule in rules]
    return Explanation(code=family, title=title, text="\n".join([f"# {family} {title}", "", *lines]) + "\n")


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
    page += _table(
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
        page += ["", f"## {_span(dated, lang, by_year=by_year)}", "", *_value(parameter, dated, lang)]
    return Explanation(code=parameter.name, title=title, text="\n".join(page) + "\n")


def instrument_page(instrument: Instrument, rules: Iterable[Rule] = (), lang: Lang | None = None) -> Explanation:
    """The page of an instrument: number, days, how well it is known, and what rests on it.

    Args:
        instrument: The instrument.
        rules: Rules, those that rest on it are named.
        lang: Language; both when ``None``.

    Returns:
        The page.
    """
    title = said(instrument.name_zh, instrument.title_en, lang)
    page = [f"# {instrument.id} {title}", "", *_table(_instrument_rows(instrument, lang))]
    page += _note(instrument, lang)
    resting = [one for one in parameters() if any(value.cite.instrument == instrument for value in one.values)]
    named = [f"`{one.name}` {said(one.title_zh, one.title_en, lang)}" for one in resting]
    enforcing = [one for one in rules if any(cite(key).instrument == instrument for key in one.cites)]
    coded = [f"{one.code} {said(one.title.zh, one.title.en, lang)}" for one in enforcing]
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
        page += [f"## {one.id}", "", f"{one.name_zh}<br>{one.title_en}", "", *_table(_instrument_rows(one, None))]
        page += [*_note(one, None), ""]
    return "\n".join(page).rstrip() + "\n"


def _instrument_rows(one: Instrument, lang: Lang | None) -> Iterator[tuple[str, str]]:
    years = "—" if one.report_years is None else f"{one.report_years[0]}–{one.report_years[1] or ''}"
    yield said("文号", "Number", lang), one.number or "—"
    yield said("施行", "In force", lang), f"{one.in_force_from or '?'} – {one.in_force_to or ''}"
    yield said("适用报告年度", "Report years", lang), years
    yield said("取代", "Succeeds", lang), f"`{one.succeeds}`" if one.succeeds else "—"
    yield said("日期可靠程度", "Evidence of the dates", lang), said(*_EVIDENCE[one.evidence], lang)
    yield said("条文可靠程度", "Evidence of the text", lang), said(*_EVIDENCE[one.text_evidence], lang)
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
        return word(value, "zh"), word(value, "en")
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
        (said("可靠程度", "Evidence", lang), said(*_EVIDENCE[dated.evidence], lang)),
        (said("来源", "Sources", lang), ", ".join(dated.sources) or "—"),
        (said("核对日期", "Checked on", lang), dated.checked_on.isoformat()),
    )
    return [*_table(rows), *_note(dated, lang)]


def _note(noted: Instrument | Parameter | DatedValue, lang: Lang | None) -> list[str]:
    """What a reader should know, after a blank line; nothing where there is nothing."""
    return ["", said(noted.note_zh, noted.note, lang, "<br>")] if noted.note else []


def _span(dated: DatedValue, lang: Lang | None, *, by_year: bool) -> str:
    start = str(dated.start.year) if by_year else dated.start.isoformat()
    end = "" if dated.end is None else str(dated.end.year) if by_year else dated.end.isoformat()
    open_end = said("至今", "to date", lang)
    return f"{start} – {end or open_end}"


def _both(name: str, lang: Lang | None) -> str:
    """A code in words; in English the code itself, which commands and documents use."""
    return said(word(name, "zh"), f"`{name}`", lang, " ")


def _listed(words: Iterable[str], lang: Lang | None) -> str:
    return ("、" if lang == "zh" else ", ").join(words)


def _summary(rule: Rule) -> list[str]:
    """What a Chinese reader needs of manual and card; the full manual is in English."""
    kinds = [f"- {word(kind.value, 'zh')}：{_MEANING[kind.value]}" for kind in rule.kinds]
    level = f"不符时的级别是“{word(rule.level.value, 'zh')}”。" if Kind.FAIL in rule.kinds else "本规则不判不符。"
    named = articles(map(cite, rule.cites)).zh
    applies = "、".join(word(edition.value, "zh") for edition in rule.editions)
    about = f"依据{named}。适用于{applies}的报告。{level}可能的结果："
    return ["## 中文说明", "", rule.manual_zh, "", about, "", *kinds, "", "以下详细说明为英文，供开发者参考。"]


def _table(rows: Iterable[tuple[str, str]]) -> list[str]:
    return ["| | |", "|---|---|", *(f"| {name} | {_cell(value)} |" for name, value in rows)]


def _cell(value: str) -> str:
    return " ".join(value.replace("|", "\\|").split())


def _manual(rule: Rule) -> str:
    """The module's docstring without its title line, examples fenced."""
    lines = rule.manual.strip().splitlines()
    if lines and lines[0].startswith(rule.code):
        lines = lines[1:]
    page: list[str] = []
    fenced = False
    for line in lines:
        if line == "Example":
            page.append("Example (for developers)")
            continue
        if line.startswith(">>>") and not fenced:
            page += ["```python", f">>> from {rule.check.__module__} import check"]
            fenced = True
        elif fenced and not line.strip():
            page.append("```")
            fenced = False
        page.append(line)
    return "\n".join([*page, "```"] if fenced else page).strip()
