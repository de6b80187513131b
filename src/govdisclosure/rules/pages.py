"""Pages about rules in Markdown: for the manual, the command line, SARIF and notebooks."""

from collections.abc import Iterable, Iterator

from govdisclosure.law import cite
from govdisclosure.law.pages import Explanation, page_table
from govdisclosure.law.provision import Instrument
from govdisclosure.rules.outcome import Kind
from govdisclosure.rules.phrasing import articles
from govdisclosure.rules.rule import Rule
from govdisclosure.rules.showing import word
from govdisclosure.text.language import Lang, said

__all__ = ["enforcing", "family_page", "rule_page"]

# What each verdict says, whatever the rule.
_MEANING = {
    "pass": "查到了，与条文相符",
    "fail": "与所列条文不符，请人工核实后改正",
    "review": "存疑，须由人核实，不算不符",
    "open": "材料不够，未能判断，不等于合格",
    "notApplicable": "本规则与这份报告无关",
    "informational": "仅供参考，不是结论",
}


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
    page = [f"# {rule.code} {title}", "", *page_table(rows), "", f"## {heading}", "", *provisions, ""]
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


def enforcing(instrument: Instrument, rules: Iterable[Rule]) -> Iterator[tuple[str, str, str]]:
    """Of rules, those that rest on an instrument: code, title in Chinese and in English."""
    for one in rules:
        if any(cite(key).instrument == instrument for key in one.cites):
            yield one.code, one.title.zh, one.title.en


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
