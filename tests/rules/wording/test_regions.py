import tomllib
from importlib.resources import files

import pytest

from govdisclosure.rules.wording.regions import province_of, regions


def test_every_province_and_prefecture_is_named_once():
    known = regions()
    assert len(known.provinces) == len(set(known.provinces.values())) == 34
    listed = [name for name in known.province if name not in known.provinces.values()]
    data = tomllib.loads(files("govdisclosure.rules.wording").joinpath("data/regions.toml").read_text("utf-8"))
    prefectures = [place for entry in data["province"] for place in entry["prefectures"]]
    assert len(prefectures) == len(set(prefectures)) == 333 < len(listed)
    assert set(prefectures) <= set(listed)


def test_no_name_stands_for_two_provinces():
    known = regions()
    assert set(known.province.values()) == set(known.provinces.values())
    names = known.pattern.split("|")
    assert len(names) == len(set(names)) == len(known.province)
    assert [len(n) for n in names] == sorted((len(n) for n in names), reverse=True)


@pytest.mark.parametrize(
    ("name", "province"),
    [
        ("吉林市水利局", "吉林省"),
        ("马鞍山市民政局", "安徽省"),
        ("海南州教育局", "青海省"),
        ("海南省教育厅", "海南省"),
        ("宁夏公安厅", "宁夏回族自治区"),
        ("上海市人民政府办公厅", "上海市"),
        ("河北区人民政府", None),
        ("湖南镇人民政府", None),
        ("青石县水利局", None),
        ("", None),
    ],
)
def test_the_province_of_an_organ(name, province):
    assert province_of(name) == province
