"""Words that tell parts of a page apart. They match folded text."""

import re

__all__ = ["ANNEX_START", "FURNITURE", "TABLE_LABEL", "TABLE_TEXT"]

TABLE_LABEL = re.compile(r"\s{0,4}(?:本年新收|上年结转|上年度结转|本年度?办理结果|结转下年)")
"""Row labels of the statutory table on requests that are numbered like sections."""

TABLE_TEXT = re.compile(
    r"第二十条第\([一五六八九]\)项|本年制发件数|本年新制作数量|申请人情况|勾稽关系|本年新收政府信息公开申请|"
    r"结转下年度继续办理\d{6}|未经复议直接起诉|指标名称|计量单位|\d{12}"
)
"""Labels and glued figures of a table that was flattened into running text: nothing in such a run is prose."""

ANNEX_START = re.compile(
    r"指标名称|计量单位|统计指标|指\s{1,6}标\s{0,6}(?:名\s{0,4}称|单\s{0,4}位)|(?:信息公开|年度)(?:工作)?(?:情况)?统计表\s{0,8}(?:\(|$|\n)"
)
"""Where a table of statistics begins whose row labels are numbered like sections."""

FURNITURE = re.compile(
    r"\s{0,8}(?:登录|注册|首页|当前位置|您(?:的|现在)?(?:当前)?的?位置|打印|关闭|分享|字号|字体|大\s?中\s?小|点击(?:数|率|量)|浏览(?:次数|量)|访问(?:次数|量)|阅读(?:次数|量)?|扫一扫|上一[篇条]|下一[篇条]|附件下载|附件|相关(?:链接|文档|附件|信息)|返回|收藏|责任编辑|编辑|作者|来源|信息来源|发布(?:日期|时间|机构|单位)|索\s?引\s?号|文\s?号|主题(?:分类|词)|版权|主办|承办|技术支持|网站(?:地图|标识)|微信|微博|听全文|全真版|\[(?!\s?(?:请|待|需|此处|在此)))"
)
"""Lines that belong to the page, not to the report; a gap that someone marked (【待补充：…】) belongs to the report."""
