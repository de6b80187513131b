"""Four times the text takes about four times as long, whatever the text repeats."""

import time
from contextlib import suppress

import pytest

from govdisclosure import api
from govdisclosure.errors import StructureError

HEAD = "青石县水利局2012年政府信息公开工作年度报告\n一、概述\n"
FEW, MANY = 5_000, 20_000
TIMES_SLOWER = 10  # quadratic would be sixteen
QUICK = 0.3


def seconds(unit, length):
    text = (HEAD + unit * (length // len(unit))).encode()
    start = time.process_time()
    with suppress(StructureError):  # nothing but titles is no report; saying so must be quick too
        api.check(text)
    return time.process_time() - start


@pytest.mark.parametrize(
    "unit",
    [
        "公开率100%。不予公开1件。",
        "全年共收到申请3件。答复率100%。\n",
        "主动公开政府信息12条,其中政策类5条,占41.67%。",
        "一、主动公开政府信息情况\n",
        "(一)依申请公开方面。未收到申请,未发生行政复议和诉讼。",
        "2010年1月1日至2010年12月31日。",
        "青石县水利局2012年政府信息公开工作年度报告\n",
        "根据国务院令第492号和国办公开办函〔2021〕30号。",
        "本报告由概述、主动公开情况组成。",
        "以局长为组长、副局长为副组长的领导小组。",
        "全市进行部署,××县,审核审核,张某某13800138000。",
        "存在更新不及时的问题,今后将改进。",
        "1条(",
        "信息内容本年制发件数本年废止件数现行有效件数\n规章123\n",
        "自然人商业企业科研机构社会公益组织法律服务机构其他总计\n一、本年新收政府信息公开申请数量1 2 3 4 5 6 21\n",
        "未经复议直接起诉复议后起诉结果维持结果纠正其他结果尚未审结总计\n1 2 3\n",
        "规章|1|2|3|\n",
        "指标名称计量单位统计数\n主动公开政府信息数条12\n",
        "未收到",
        "、",
    ],
)
def test_read_and_check_stay_linear(unit):
    many = min(seconds(unit, MANY) for _ in range(2))
    if many > QUICK:
        few = min(seconds(unit, FEW) for _ in range(3))
        assert many < TIMES_SLOWER * few


@pytest.mark.parametrize("unit", ["其中不予公开3件，", "不予公开3件，"])
def test_one_sentence_of_many_figures_stays_linear(unit):
    many = min(seconds(unit, 400 * len(unit)) for _ in range(2))
    if many > QUICK:
        assert many < TIMES_SLOWER * min(seconds(unit, 100 * len(unit)) for _ in range(3))
