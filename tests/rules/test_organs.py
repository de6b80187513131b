import pytest
from tests.rules.building import department

from govdisclosure.model.agency import Agency, AgencyKind
from govdisclosure.rules.organs import Kinship, kinship


def organ(name, region="青石县"):
    return department(name, region=region)


@pytest.mark.parametrize(
    ("first", "second", "kin"),
    [
        (organ("青石县水利局"), organ("青石县 水利局"), Kinship.SAME),
        (organ("青石县水利局"), organ("吉林省青石县水利局"), Kinship.SAME),
        (organ("青石新区管委会", "青石新区"), organ("青石新区管理委员会", "青石新区"), Kinship.SAME),
        (organ("青石县水利局"), organ("广西青石县水利局"), Kinship.SAME),
        (organ("和县水利局", "和县"), organ("安徽省和县水利局", "和县"), Kinship.SAME),
        (organ("和县水利局", "和县"), organ("泰和县水利局", "泰和县"), Kinship.OTHER),
        (organ("和县水利局", "和县"), organ("吉安市泰和县水利局", "泰和县"), Kinship.OTHER),
        (organ("和县教育局", "和县"), organ("泰和县教育和体育局", "泰和县"), Kinship.OTHER),
        (organ("水利局", None), organ("青石县水利局"), Kinship.RENAMED),
        (organ("青石县国土资源局"), organ("青石县自然资源局"), Kinship.RENAMED),
        (organ("青石县卫生和计划生育委员会"), organ("青石县卫生健康委员会"), Kinship.RENAMED),
        (organ("青石县教育局"), organ("青石县教育和体育局"), Kinship.RENAMED),
        (organ("青石县水利局"), organ("青石区水利局", "青石区"), Kinship.RENAMED),
        (organ("青石县人民政府"), organ("青石市人民政府", "青石市"), Kinship.RENAMED),
        (organ("青石县水利局"), organ("青石县林业局"), Kinship.OTHER),
        (organ("青石县市场监督管理局"), organ("青石县城市管理局"), Kinship.OTHER),
        (organ("青石县水利局"), organ("白河县水利局", "白河县"), Kinship.OTHER),
        (organ("青石县水利局"), organ("青石县人民政府"), Kinship.OTHER),
        (organ("甲局", None), organ("乙局", None), Kinship.OTHER),
    ],
)
def test_organs_are_told_apart_by_name_and_area(first, second, kin):
    assert kinship(first, second) is kinship(second, first) is kin


def test_a_government_is_not_its_office():
    office = Agency(name="青石县人民政府办公室", kind=AgencyKind.GENERAL_OFFICE, region="青石县")
    assert kinship(organ("青石县人民政府"), office) is not Kinship.SAME
