import time

import attrs
import pytest
from tests.rules.asking import ODD_YEARS, ask
from tests.rules.building import claim, line_map
from tests.rules.grids import changed, requests
from tests.rules.years.years import APART, apart, compared, of_year, subjects

from govdisclosure.model.edition import Edition
from govdisclosure.model.place import SourceMap
from govdisclosure.model.report import ClaimKind
from govdisclosure.rules.outcome import Kind, Level
from govdisclosure.rules.years.passages import overlap
from govdisclosure.rules.years.xyr105_text_copied import RULE

FREE = Edition.FREE_FORM
OWN = {
    2011: [
        "年初局党组把河道采砂许可的公开办法重新修订了一遍并张贴在大厅。",
        "六月汛期里值班室每天两次把水位雨量发布到县政府门户网站上。",
        "九月对四个乡镇水管站的公开栏逐一检查并督促补齐了旧账目。",
        "全年向县电视台供稿三十余篇讲解用水户最关心的水价问题。",
        "年末请来的社会监督员对窗口服务给出了不少中肯的意见建议。",
        "档案室新添阅览桌椅两套以便群众就近查阅历年水利工程资料。",
        "与往年相比网上咨询明显增多其中多数问的是农村饮水工程进度。",
        "河长制公示牌上的监督电话重新核对后在门户网站同步作了更新。",
    ],
}
OWN[2012] = [
    "本局本年换了网站承建单位旧栏目里的文件已全部迁移完毕。",
    "新来的两名工作人员参加了县里组织的信息公开业务培训班学习。",
    "水土保持方案审批结果改为当天上网不再等到月末集中发布一次。",
    "对群众来信反映的三处排水口问题都在局网站上作了公开答复。",
    "秋季起在各水管站设置触摸屏方便农户查询灌溉用水定额标准。",
    "水库移民后期扶持资金发放名册在村务公开栏张贴满一个月止。",
    "修订后的公开指南增加了办事时限一栏并配了简明的流程图示。",
    "入冬前会同档案馆把二十年前的灌区图纸整理扫描后开放查阅。",
]
COPIED = [
    "我局始终把政府信息公开作为转变作风的重要抓手，由办公室统一负责。",
    "各科室指定专人每月报送信息，经分管领导逐件审核之后再行对外发布。",
    "对涉及面广的事项先行保密审查，再由信息员录入县政府门户网站专栏。",
]
FIXED = "截至年底，我局未收到政府信息公开申请，未发生因政府信息公开引起的行政复议和行政诉讼。"


def report(year, sentences, **fields):
    text = "一、工作情况\n" + "".join(sentences)
    return of_year(year, text=text, map=line_map(text), **{"edition": FREE, **fields})


def test_a_text_of_its_own_passes():
    (outcome,) = compared(RULE, report(2012, OWN[2012]), report(2011, OWN[2011]))
    assert (outcome.kind, outcome.facts["share"]) == (Kind.PASS, "0.0000")


def test_a_copied_text_is_shown_with_its_longest_passages():
    mine = [*COPIED, OWN[2012][0], COPIED[0], *OWN[2011][:3], *OWN[2012][1:2]]
    last = [*OWN[2011], *COPIED]
    (outcome,) = compared(RULE, report(2012, mine), report(2011, last))
    assert (outcome.kind, outcome.level, outcome.subject) == (Kind.REVIEW, Level.WARNING, "text")
    assert float(outcome.facts["share"]) > 0.5
    passages = outcome.facts["passages"]
    assert [one["words"][:5] for one in passages] == ["我局始终把", "年初局党组", "我局始终把"]
    assert outcome.quote.startswith("我局始终把")
    assert outcome.quote.endswith("专栏")
    previous = report(2011, last).text
    at = passages[1]["previous_at"]
    assert previous[at["start"] : at["end"]].startswith("年初局党组")
    assert passages[0]["characters"] > passages[1]["characters"] > passages[2]["characters"]


@pytest.mark.parametrize(("copied", "kind"), [(3, Kind.PASS), (5, Kind.REVIEW)])
def test_half_is_the_line(copied, kind):
    mine = [*OWN[2011][:copied], *OWN[2012][copied:]]
    assert [o.kind for o in compared(RULE, report(2012, mine), report(2011, OWN[2011]))] == [kind]


def test_years_blanks_and_widths_make_no_difference():
    dated = "{}年我局继续把信息公开列入全年重点工作，并在{}年初制定了实施方案。"
    last, mine = [dated.format(2011, 2011), *OWN[2011]], [dated.format("２０１２", "二〇一二"), *OWN[2012]]
    assert overlap(report(2012, mine), report(2011, last)).shared > 0
    assert overlap(report(2012, [dated.format(2011, 2011), *OWN[2012]]), report(2011, last)).shared == 0


def test_sentences_that_are_the_same_every_year_by_nature_do_not_count():
    period = "本报告所列数据的统计期限自2011年1月1日起至2011年12月31日止，由以下六个部分组成。"
    last = report(2011, [period, FIXED, *OWN[2011]])
    mine = report(2012, [period.replace("2011", "2012"), FIXED, *OWN[2012]])
    found = overlap(mine, last)
    assert (found.shared, found.passages) == (0, ())
    assert found.total == overlap(report(2012, OWN[2012]), last).total


def test_a_figure_left_from_last_year_beside_a_table_that_changed():
    words = "全年共收到政府信息公开申请12件，均在法定期限内作出了答复并送达。"
    mine = changed(requests(), ("received", "total", 15))
    last = changed(requests(), ("received", "total", 12))
    text = "一、工作情况\n" + words
    stated = (claim(text, "收到政府信息公开申请12件", ClaimKind.REQUESTS_RECEIVED, 12),)
    pair = [
        of_year(year, table, text=text, map=line_map(text), claims=stated)
        for year, table in ((2022, mine), (2021, last))
    ]
    found = compared(RULE, *pair)
    assert subjects(found) == {"text": "notApplicable", "figure:requests_received": "review"}
    assert found[1].quote == "收到政府信息公开申请12件"
    assert (found[1].facts["stated"], found[1].facts["printed"], found[1].facts["previous"]) == (12, 15, 12)
    same = of_year(2021, mine, text=text, map=line_map(text), claims=stated)
    assert subjects(compared(RULE, pair[0], same)) == {"text": "notApplicable"}


@pytest.mark.parametrize("carried", [0, 3])
def test_a_copied_figure_that_is_right_this_year_is_not_asked_about(carried):
    words = "全年共收到政府信息公开申请15件，均在法定期限内作出了答复并送达。"
    mine = changed(requests(), ("received", "total", 15 - carried), ("carried_in", "total", carried))
    last = changed(requests(), ("received", "total", 9))
    text = "一、工作情况\n" + words
    stated = (claim(text, "收到政府信息公开申请15件", ClaimKind.REQUESTS_RECEIVED, 15),)
    pair = [
        of_year(year, table, text=text, map=line_map(text), claims=stated)
        for year, table in ((2022, mine), (2021, last))
    ]
    assert subjects(compared(RULE, *pair)) == {"text": "notApplicable"}


def test_passages_of_a_file_with_pages_are_placed_by_page():
    mine, last = report(2012, COPIED * 4), report(2011, COPIED * 4)
    paged = [attrs.evolve(one, map=SourceMap(page_starts=(0,))) for one in (mine, last)]
    (outcome,) = compared(RULE, *paged)
    assert "第1页“我局始终把政府信息公开" in outcome.message.zh
    assert "（上年第1页）" in outcome.message.zh
    assert "(last year page 1)" in outcome.message.en
    assert outcome.facts["passages"][0]["at"]["page"] == 1


def test_tables_are_no_prose():
    rows = "".join(f"{word}\t0\t0\t0\n" for word in OWN[2011])
    found = overlap(report(2012, [rows]), report(2011, [rows]))
    assert (found.total, found.shared) == (0, 0)


def test_four_times_the_text_takes_about_four_times_as_long():
    def seconds(times):
        mine = report(2012, [*COPIED, OWN[2012][0]] * times)
        last = report(2011, [COPIED[0], *COPIED, OWN[2011][0]] * times)
        start = time.process_time()
        overlap(mine, last)
        return time.process_time() - start

    few, many = (min(seconds(times) for _ in range(3)) for times in (500, 2_000))
    assert many < 10 * few


@pytest.mark.parametrize(("last", "mine", "kind"), APART)
def test_reports_that_cannot_be_compared(last, mine, kind):
    assert [outcome.kind.value for outcome in apart(RULE, last, mine)] == [kind]


def test_each_kind_it_can_give():
    assert set(RULE.kinds) == {Kind.PASS, Kind.REVIEW, Kind.OPEN, Kind.NOT_APPLICABLE}


@pytest.mark.parametrize("year", ODD_YEARS)
def test_any_year_will_do(year):
    previous = report(None if year is None else year - 1, OWN[2011])
    assert ask(RULE, report(year, OWN[2012]), previous=previous)
