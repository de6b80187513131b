"""The words of the pictures, in Chinese and in English; what the model and the rules have words for is taken there."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from govdisclosure.text.language import Lang, require_lang

__all__ = ["WORDS", "runs_said", "said", "years_said"]

WORDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "nothing": ("没有可画的数据", "there is nothing to draw"),
        "unknown_organ": ("机关不详", "organ not known"),
        "organ": ("机关", "organ"),
        "organs": ("机关数", "organs"),
        "year": ("年度", "year"),
        "years": ("{first}—{last}年度", "{first} to {last}"),
        "one_year": ("{first}年度", "{first}"),
        "value": ("件数", "requests"),
        "series": ("项目", "series"),
        "note": ("说明", "note"),
        "reports": ("报告数", "reports"),
        "rule": ("规则", "rule"),
        "all_organs": ("{count}个机关合计", "{count} organs together"),
        "rest_organs": ("其余{count}个机关", "the other {count} organs"),
        "several": ("同一机关同一年度有几份报告的有{count}处：数不同的未计入。",
                    "Several reports of one organ on one year: {count}; figures that differ are left out."),
        "no_year": ("年度不详的{count}行未计入", "{count} rows without a year are left out"),
        # Requests and outcomes
        "requests.title": ("政府信息公开申请及办理结果，{whose}，{years}",
                           "Requests and their outcomes, {whose}, {years}"),
        "requests.by_organ": ("各机关收到和结转的申请，{years}", "Requests received and carried over by organ, {years}"),
        "requests.bare": ("政府信息公开申请及办理结果", "Requests and their outcomes"),
        "requests.apart_sign": ("菱形：口径与现行格式不同，不可直接比较。",
                                "Diamond: it counts something else than the form in force, not to be compared."),
        "requests.organs_described": ("{title}。{shown}个机关各一图，另有{rest}个机关未画。",
                                      "{title}. A picture for each of {shown} organs; {rest} more are not drawn."),
        "requests.flow": ("收到与结转", "received and carried over"),
        "requests.outcomes": ("办理结果", "outcomes"),
        "requests.coverage": ("有收到件数的机关", "organs with a figure received"),
        "requests.gap": ("断开处是没有读出数字的年度，不是零。", "A gap is a year without a figure, not a zero."),
        "requests.hollow": ("空心点：该年度只有部分机关有数据。", "Hollow: only some organs have a figure of that year."),
        "requests.apart": ("灰底和菱形：该年度有与现行格式口径不同的数，不可直接比较（{notes}）。",
                           "Grey with a diamond: figures that count something else than the form in force, not to be "
                           "compared with the others ({notes})."),
        "requests.apart_note": ("{years}：{note}", "{years}: {note}"),
        "requests.more": ("另有{count}条说明", "and {count} more notes"),
        "requests.apart_word": ("口径不同", "counts something else"),
        "requests.known": ("有数据的机关", "organs with a figure"),
        "requests.kept": ("只画收到最多的{shown}个机关，其余{rest}个机关合计收到{sum}件，未画。",
                          "The {shown} organs that received most; the other {rest} received {sum} in all, not drawn."),
        "requests.scales": ("各图的刻度不同。", "Each picture has a scale of its own."),
        "requests.from_cells": ("据表三总计列；2018年度及以前没有表三。",
                                "From the totals of table three, which there is from report year 2019."),
        "requests.described": ("{title}。{count}个机关。收到：{figures}。",
                               "{title}. Organs: {count}. Received: {figures}."),
        "no_figure": ("无数据", "no figure"),
        # Refusals
        "no_year_reports": ("{count}份报告年度不详，未计入", "{count} reports without a year are left out"),
        "refusals.bare": ("未予公开的申请及其理由", "What was refused and on which ground"),
        "refusals.title": ("未予公开的申请及其理由，{whose}，{years}", "What was refused and on which ground, {whose}, {years}"),
        "refusals.gap": ("空白：没有读出数字；0：报告写明为零。", "Blank: no figure was read; 0: the report says zero."),
        "refusals.part": ("数字后有*的：该年度部分报告没有读出此项。", "With *: of some reports of that year it was not read."),
        "refusals.annex": ("2018年度及以前的理由据统计表，与表三的分类不同，不可直接比较。",
                           "Grounds up to 2018 are those of the statistics annex and cannot be compared with table three."),
        "refusals.annex_group": ("不同意公开（统计表）", "denied (annex)"),
        "refusals.ground": ("理由", "ground"),
        "refusals.known": ("有此项数字的报告", "reports with the figure"),
        "refusals.described": ("{title}。{count}份报告，有数字的理由{grounds}项，最多的是{most}（{sum}件）。",
                               "{title}. {count} reports, {grounds} grounds with figures; most: {most} ({sum})."),
        # Publication
        "punctuality.bare": ("年度报告公布日期与法定期限", "Publication against the day due"),
        "punctuality.title": ("年度报告公布日期与法定期限，{years}", "Publication against the day due, {years}"),
        "punctuality.days": ("距期限的天数（0为期限当日，右侧为晚）", "days from the day due (0 is the day; right is later)"),
        "punctuality.category": ("公布时间", "published"),
        "punctuality.in_time": ("期限内", "in time"),
        "punctuality.doubtful": ("是否逾期取决于对规定的理解", "late or not by reading"),
        "punctuality.late": ("晚于期限", "after the day due"),
        "punctuality.early": ("早于年度结束，日期存疑", "before the year was over: doubtful"),
        "punctuality.undated": ("公布日期不详", "day not known"),
        "punctuality.unread": ("报告未能读取", "not read"),
        "punctuality.not_due": ("该年度没有报告制度", "no duty on that year"),
        "punctuality.when": ("公布日期", "published on"),
        "punctuality.due": ("期限", "due on"),
        "punctuality.who": ("机关", "organ"),
        "punctuality.law": ("期限按报告年度的规定和机关类型计算；只比较日期，不是判断，请看规则DDL101的结论。",
                            "The day due is that of the report year's law and the kind of organ. Dates are compared, nothing is "
                            "judged: see what rule DDL101 says."),
        "punctuality.edges": ("比期限早{early}天以上或晚{late}天以上的{count}份画在边上。",
                              "{count} reports more than {early} days before or {late} after are drawn at the edge."),
        "punctuality.described": ("{title}。{count}份报告：{counts}。", "{title}. {count} reports: {counts}."),
        # Findings
        "findings.title": ("各机关各规则的检查结果", "Findings by organ and rule"),
        "findings.by_year": ("各年度各规则的检查结果", "Findings by year and rule"),
        "findings.none": ("{rules}条规则没有需要注意的结果", "{rules} rules found nothing to look at"),
        "findings.about": ("内容", "about"),
        "findings.verdict": ("结论", "verdict"),
        "findings.count": ("项数", "findings"),
        "findings.blank": ("灰底：判断过；其中没有符号的没有发现问题。空白：没有判断（无报告、不适用），不等于通过。符号越大项数越多。",
                           "Grey: judged; without a sign nothing was found. Blank: not judged (no report, not applicable), which is "
                           "no pass. The larger a sign, the more findings."),
        "findings.rest_rules": ("{count}条规则没有需要注意的结果，未画。", "Rules that found nothing to look at, not drawn: {count}."),
        "findings.cut_rules": ("只画问题最多的{shown}条规则，其余{rest}条规则共{sum}项未画。",
                               "The {shown} rules with most findings; the other {rest} have {sum} findings, not drawn."),
        "findings.cut_rows": ("只逐个画问题最多的{shown}个机关，其余{rest}个合为一行。",
                              "The {shown} organs with most findings by themselves; the other {rest} in one row."),
        "findings.cut_years": ("只逐个画问题最多的{shown}个年度，其余{rest}个合为一行。",
                               "The {shown} years with most findings by themselves; the other {rest} in one row."),
        "findings.rest_years": ("其余{count}个年度", "the other {count} years"),
        "findings.described": ("{title}。{rows}行，{rules}条规则：{counts}。", "{title}. {rows} rows, {rules} rules: {counts}."),
        "unknown_year": ("年度不详", "year not known"),
        # Chains
        "chains.bare": ("上年结转与本年承接是否衔接", "What was carried over and what was carried in"),
        "chains.title": ("上年结转与本年承接是否衔接，{years}", "What was carried over and what was carried in, {years}"),
        "chains.kept": ("衔接", "agrees"),
        "chains.broken": ("不衔接", "differs"),
        "chains.unknown": ("缺数据，无法判断", "a figure is missing"),
        "chains.status": ("衔接情况", "carried over and in"),
        "chains.out": ("上年度报告的结转下年", "carried out, report of the year before"),
        "chains.in": ("本年度报告的上年结转", "carried in, report of the year"),
        "chains.read": ("不衔接处写明：上年结转下年→本年上年结转。可能是填错，也可能是机构调整，请核实。",
                        "Where they differ: carried out → carried in. A slip, or an organ reorganised: check."),
        "chains.cut": ("只画不衔接最多的{shown}个机关，其余{rest}个机关未画（其中{broken}个有不衔接）。",
                       "The {shown} organs with most breaks; {rest} more are not drawn ({broken} of them with a break)."),
        "chains.described": ("{title}。{count}个机关，{kept}处衔接，{broken}处不衔接，{unknown}处缺数据。",
                             "{title}. {count} organs: {kept} agree, {broken} differ, {unknown} lack a figure."),
        # Shared text
        "shared.none": ("没有达到显示比例的报告；不等于没有相同文字",
                        "no reports share so much text as is shown, which does not say that none is shared"),
        "shared.title": ("报告之间相同的文字", "Text that reports share"),
        "shared.by_organ": ("机关之间相同的文字（取最相近的一对报告）", "Text that organs share (their most alike reports)"),
        "shared.share": ("相同的比例", "share in common"),
        "shared.report": ("报告", "report"),
        "shared.other": ("另一报告", "other report"),
        "shared.passages": ("相同段落", "passages in common"),
        "shared.relation": ("关系", "relation"),
        "shared.duplicate": ("同一文件", "one document filed twice"),
        "shared.versions": ("同一报告的两个文本", "two texts of one report"),
        "shared.same_organ": ("同一机关不同年度", "one organ, two years"),
        "shared.same_year": ("不同机关同一年度", "two organs, one year"),
        "shared.other_relation": ("不同机关不同年度", "two organs, two years"),
        "shared.blank": ("空白：没有达到显示的比例，或没有比较，不等于没有相同文字。相同文字可能来自统一格式，是否有问题由人判断。",
                         "Blank: below the share that is shown, or not compared; no finding that nothing is shared. "
                         "Shared text may have good reasons: a person judges."),
        "shared.cut": ("只画相同文字最多的{shown}份，其余{rest}份（{pairs}对）未画。",
                       "The {shown} that share most; {rest} more ({pairs} pairs) are not drawn."),
        "shared.described": ("{title}。{count}份报告，{pairs}对，最高{most}。", "{title}. {count} reports, {pairs} pairs, at most {most}."),
        # Distribution
        "distribution.bare": ("一个数与历年和同类机关比较", "A figure beside its other years and its peers"),
        "distribution.told_title": ("{organ}{year}年度{series}{value}件", "{series}, {organ} {year}: {value}"),
        "distribution.from": ("从", "from"),
        "distribution.to": ("到", "to"),
        "distribution.title": ("{organ}{year}年度{series}{value}件：与历年和同类机关比较",
                               "{series}, {organ}, {year}: {value}, beside its other years and its peers"),
        "distribution.history": ("本机关历年", "this organ, other years"),
        "distribution.peers": ("同年度同类同级机关（{count}个）", "organs of its kind and level in that year ({count})"),
        "distribution.this": ("所看的数", "the figure"),
        "distribution.others": ("其他", "the others"),
        "distribution.role": ("数据", "figures"),
        "distribution.median": ("中位数", "median"),
        "distribution.band": ("通常范围", "the usual range"),
        "distribution.band_note": ("浅色带：规则不认为相差悬殊的范围；虚线：中位数。", "Pale band: what the rule does not call far; dashed line: the median."),
        "distribution.middle_band": ("浅色带：八成机关所在范围；虚线：中位数。", "Pale band: where most organs lie; dashed line: the median."),
        "distribution.history_said": ("其余{years}年中位数{median}、中位差{deviation}：{verdict}。",
                                      "Other {years} years: median {median}, median deviation {deviation}: {verdict}."),
        "distribution.peers_said": ("同类同级{organs}个机关中位数{median}：{verdict}。",
                                    "{organs} organs of its kind: median {median}: {verdict}."),
        "distribution.far": ("相差悬殊，请核实", "far apart, check"),
        "distribution.near": ("没有相差悬殊", "not far apart"),
        "distribution.few_years": ("其余年度不足{least}年，不作比较（现有{years}年）", "fewer than {least} other years ({years}): not compared"),
        "distribution.few_organs": ("同类同级机关不足{least}个，不作比较（现有{organs}个）", "fewer than {least} organs of its kind ({organs}): not compared"),
        "distribution.no_value": ("{organ}{year}年度没有读出“{series}”的数字", "there is no figure “{series}” of {organ} for {year}"),
        "distribution.same": ("数值相同的机关数", "organs with this figure"),
        "distribution.not_fault": ("数据异常不等于错误。", "A figure that stands out is not a fault."),
    }
)  # fmt: skip


def said(key: str, lang: Lang, **values: object) -> str:
    """Words for a picture, with values filled in.

    >>> said("rest_organs", "zh", count=3), said("rest_organs", "en", count=3)
    ('其余3个机关', 'the other 3 organs')
    """
    require_lang(lang)
    return WORDS[key][0 if lang == "zh" else 1].format(**values)


def years_said(rows: Iterable[Mapping[str, Any]], lang: Lang) -> str:
    """The years that rows are of, from the first to the last.

    >>> years_said([{"year": 2021}, {"year": 2019}], "en")
    '2019 to 2021'
    """
    years = sorted({row["year"] for row in rows if row["year"] is not None})
    if not years:
        return said("unknown_year", lang)
    return said("one_year" if len(years) == 1 else "years", lang, first=years[0], last=years[-1])


def runs_said(years: Iterable[int]) -> str:
    """Years with those that follow each other put together.

    >>> runs_said([2016, 2014, 2015, 2019])
    '2014–2016, 2019'
    """
    runs: list[list[int]] = []
    for year in sorted(set(years)):
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
