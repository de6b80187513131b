import pytest
from tests.extraction.reports import read, report, text

from govdisclosure.extraction.organs import complete, describe, is_organ, is_region, names_organ, zone_of


@pytest.mark.parametrize(
    ("name", "kind", "level", "region"),
    [
        ("青石县水利局", "department", "county", "青石县"),
        ("云溪市青柳区司法局", "department", "county", "云溪市青柳区"),
        ("云溪市卫生和计划生育委员会", "department", "city", "云溪市"),
        ("青石县人民政府", "government", "county", "青石县"),
        ("云溪市人民政府", "government", "city", "云溪市"),
        ("青石县人民政府办公室", "general_office", "county", "青石县"),
        ("云溪市柳河镇人民政府", "township", "township", "云溪市柳河镇"),
        ("青柳区北门街道办事处", "subdistrict", "township", "青柳区北门街道"),
        ("云溪经济开发区管理委员会", "zone_committee", "unknown", "云溪经济开发区"),
        ("青石县中医院", "institution", "county", "青石县"),
        ("青石县柳河镇党政办公室", "township", "township", "青石县柳河镇"),
        ("青石县柳河镇人民政府办公室", "township", "township", "青石县柳河镇"),
        ("青柳区北门街道党政办公室", "subdistrict", "township", "青柳区北门街道"),
        ("青石县城乡规划办公室", "department", "county", "青石县"),
        ("青石县乡镇企业服务中心", "department", "county", "青石县"),
        ("青石县柳河镇东湾村民委员会", "institution", "county", "青石县"),
        ("青石县人民法院", "institution", "county", "青石县"),
        ("白山省林业厅", "department", "province", "白山省"),
        ("国家体育总局", "department", "national", None),
        ("海澄縣環境保護局", "department", "county", "海澄縣"),
        ("阿克苏地区水利局", "department", "city", "阿克苏地区"),
        ("大兴安岭地区行政公署", "government", "city", "大兴安岭地区"),
        ("阿克苏地区行署办公室", "general_office", "city", "阿克苏地区"),
        ("大兴安岭地区呼玛县水利局", "department", "county", "大兴安岭地区呼玛县"),
        ("塔城地区乌苏市水利局", "department", "county", "塔城地区乌苏市"),
        ("四川省成都市水利局", "department", "city", "四川省成都市"),
        ("青石县城市管理局", "department", "county", "青石县"),
        ("盐城市城市管理局", "department", "city", "盐城市"),
    ],
)
def test_a_name_says_kind_level_and_region(name, kind, level, region):
    found = describe(name)
    assert (found[0].value, found[1].value, found[2]) == (kind, level, region)


@pytest.mark.parametrize("name", ["青石县水利局", "青石县人民政府", "柳河镇人民政府", "云溪经济开发区管委会"])
def test_names_of_organs(name):
    assert is_organ(name)


@pytest.mark.parametrize("name", ["青石县政府网站", "我局", "本局办公室", "互联网", "管理员", "未知", "局", "张三", ""])
def test_other_words_are_none(name):
    assert not is_organ(name)


def test_areas_and_organs_are_told_apart():
    assert is_region("青石县")
    assert is_region("云溪市青柳区")
    assert not is_region("青石县水利局")
    assert not is_region("")
    assert names_organ("青石县水利局")
    assert not names_organ("云溪市柳河镇")


def test_zones_begin_a_name():
    assert zone_of("云溪经济开发区管理委员会") == "云溪经济开发区"
    assert zone_of("青石县水利局") is None


@pytest.mark.parametrize(
    ("unit", "organ"),
    [
        ("青石县公安局办公室", "青石县公安局"),
        ("青石县教育局信息中心", "青石县教育局"),
        ("青石县人民政府办公室", "青石县人民政府办公室"),
        ("青石县水利局", "青石县水利局"),
    ],
)
def test_an_office_speaks_for_its_bureau(unit, organ):
    assert complete(unit) == organ


def test_a_bare_area_is_completed_by_its_government():
    agency = report(title="青石县2010年政府信息公开工作年度报告").agency
    assert (agency.name, agency.printed, agency.inferred) == ("青石县人民政府", "青石县", True)
    agency = report(title="青柳区北门街道2010年政府信息公开工作年度报告").agency
    assert (agency.name, agency.kind.value, agency.inferred) == ("青柳区北门街道办事处", "subdistrict", True)


def test_a_short_name_is_completed_where_it_is_printed_in_full():
    foot = "青石县水利局\n2011年3月1日\n"
    agency = report(title="县水利局2010年政府信息公开工作年度报告", foot=foot).agency
    assert agency.name == "青石县水利局"


def test_without_a_name_in_the_title_label_signature_or_opening_names_the_organ():
    title = "2010年政府信息公开工作年度报告"
    signed = report(title=title, foot="青石县水利局\n2011年3月1日\n").agency
    opening = report(title=title, opening="本报告由青石县水利局根据条例要求编制。").agency
    labelled = read("发布机构：青石县水利局\n发布日期：2011-03-01\n=====\n" + text(title=title)).agency
    assert {signed.name, opening.name, labelled.name} == {"青石县水利局"}


def test_nobody_is_named():
    assert report(title="2010年政府信息公开工作年度报告").agency is None


def test_the_organ_stands_where_it_was_read():
    found = report()
    assert found.agency.printed in found.text[found.agency.at.start : found.agency.at.end]
    assert not found.agency.inferred


@pytest.mark.parametrize(
    ("name", "level", "region"),
    [
        ("河东市公安局东河区分局", "county", "河东市东河区"),
        ("江南省地方税务局青石市分局", "city", "江南省青石市"),
        ("河东市公安局东河分局", "city", "河东市"),
    ],
)
def test_a_branch_is_of_the_area_its_name_adds(name, level, region):
    kind, found, area = describe(name)
    assert (kind.value, found.value, area) == ("department", level, region)
