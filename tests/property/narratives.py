"""Narrative reports of invented organs, with everything a reader should find in them."""

from decimal import Decimal

import attrs
import pendulum
from hypothesis import strategies as st

from govdisclosure.text.hanzi import SIMPLIFIED, TRADITIONAL

__all__ = ["Narrative", "chinese", "narratives"]

_AREAS = ("青石县", "云溪市", "云溪市青柳区", "白塔市", "临水区", "海澄县", "铜山岭县")
_UNITS = ("水利局", "教育局", "交通运输局", "卫生和计划生育委员会", "人民政府", "人民政府办公室", "柳河镇人民政府")
_TITLES = (
    "{organ}{year}年政府信息公开工作年度报告",
    "{year}年度{organ}政府信息公开工作年度报告",
    "{organ}{year}年度政府信息公开年报",
    "{organ}关于{year}年政府信息公开工作情况的报告",
)
_HEADINGS = (
    ("overview", ("概述", "总体情况", "基本情况")),
    ("proactive", ("主动公开政府信息的情况", "主动公开情况", "行政机关主动公开政府信息的情况")),
    ("requests", ("依申请公开政府信息的情况", "依申请公开情况", "依申请公开政府信息和不予公开政府信息的情况")),
    ("fees", ("政府信息公开的收费及减免情况", "收费及减免情况")),
    ("remedies", ("行政复议、行政诉讼情况", "因政府信息公开申请行政复议、提起行政诉讼的情况")),
    ("problems", ("存在的主要问题及改进措施", "存在的问题及改进情况")),
)
_NUMERALS = "一二三四五六"
_SIGNS = "〇一二三四五六七八九"
_TO_TRADITIONAL = {ord(s): t for t, s in zip(reversed(TRADITIONAL), reversed(SIMPLIFIED), strict=True)}
_TO_WIDE = {ord("0") + n: chr(0xFF10 + n) for n in range(10)}


def chinese(value: int) -> str:
    """A whole number below ten thousand in Chinese numerals.

    >>> chinese(1205), chinese(12), chinese(0)
    ('一千二百〇五', '十二', '〇')
    """
    text, zero = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // unit % 10
        if digit:
            text += ("〇" if zero else "") + _SIGNS[digit] + name
        zero = bool(text) and not digit
    return (text.removeprefix("一") if 10 <= value < 20 else text) or "〇"


@attrs.frozen(kw_only=True)
class Narrative:
    """What is said, and how it is printed.

    Attributes:
        organ: The organ's name.
        year: The report year.
        title: The pattern of the title.
        headings: The words of the six headings.
        style: How headings are numbered: ``chinese``, ``bracketed``, ``arabic``, ``part`` or ``none``.
        layout: ``lines``, ``joined`` (text on the heading's line) or ``glued`` (all sections on one line).
        indent: What stands before every line.
        digits: ``plain``, ``wide`` or ``chinese``.
        traditional: True for Traditional characters.
        zero: How the zero of the signature's year is printed; empty for a signature in figures.
        published: The day the page names, or ``None``.
        signed: The day at the foot.
        items: Items published.
        whole: Requests received.
        parts: The three ways they came.
        denied: Requests refused.
        remedies: Reconsiderations and lawsuits; both zero are said in words.
    """

    organ: str
    year: int
    title: str
    headings: tuple[str, ...]
    style: str
    layout: str
    indent: str
    digits: str
    traditional: bool
    zero: str
    published: pendulum.Date | None
    signed: pendulum.Date
    items: int
    whole: int
    parts: tuple[int, int, int]
    denied: int
    remedies: tuple[int, int]

    @property
    def printed_headings(self) -> list[str]:
        """The headings as printed."""
        write = {
            "chinese": "{n}、{h}",
            "bracketed": "（{n}）{h}",
            "arabic": "{i}.{h}",
            "part": "第{n}部分　{h}",
            "none": "{h}",
        }[self.style]
        return [
            self._script(write.format(n=_NUMERALS[i], i=i + 1, h=heading)) for i, heading in enumerate(self.headings)
        ]

    @property
    def printed_organ(self) -> str:
        """The organ as printed."""
        return self._script(self.organ)

    @property
    def claims(self) -> dict[str, Decimal]:
        """What the text states, kind by kind."""
        return {
            "items_published": Decimal(self.items),
            "requests_received": Decimal(self.whole),
            "requests_denied": Decimal(self.denied),
            "fees_charged": Decimal(0),
            "reconsiderations": Decimal(self.remedies[0]),
            "lawsuits": Decimal(self.remedies[1]),
        }

    def lines(self) -> list[str]:
        """The printed lines, title first."""
        year = self._figures(self.year) if self.digits == "wide" else str(self.year)
        title = self.title.format(organ=self.organ, year=year)
        published = [] if self.published is None else [f"发布时间：{self.published.isoformat()}"]
        joint = {"lines": "\n", "joined": "", "glued": ""}[self.layout]
        body = [f"{h}{joint}{self._script(b)}" for h, b in zip(self.printed_headings, self._bodies(), strict=True)]
        if self.layout == "glued":
            body = ["".join(body)]
        head = [self._script(line) for line in (title, *published)]
        return "\n".join([*head, *body, self.printed_organ, self._script(self._signature())]).split("\n")

    def text(self) -> str:
        """As a text file."""
        return "".join(f"{self.indent}{line}\n" for line in self.lines())

    def html(self) -> str:
        """As a page."""
        body = "\n".join(f"<p>{self.indent}{line}</p>" for line in self.lines())
        head = f"<!DOCTYPE html>\n<html><head><title>{self.lines()[0]}</title></head>"
        return f"{head}\n<body><div>\n{body}\n</div></body></html>\n"

    def _bodies(self) -> list[str]:
        f = self._figures
        remedies = (
            f"我单位全年发生行政复议{f(self.remedies[0])}件、行政诉讼{f(self.remedies[1])}件。"
            if any(self.remedies)
            else "我单位没有发生因政府信息公开引起的行政复议和行政诉讼。"
        )
        first, second, rest = self.parts
        split = f"其中当面申请{f(first)}件、网络申请{f(second)}件、其他方式{f(rest)}件"
        return [
            "我单位将政府信息公开列入年度重点工作，由专人负责，按月检查落实，群众查阅信息更加方便，各方面反映良好，未出现差错。",
            f"我单位全年共主动公开政府信息{f(self.items)}条，涉及规划、预算、办事指引等方面，均在网站和公示栏发布，并按月核对更新情况。",
            f"我单位全年共收到政府信息公开申请{f(self.whole)}件，{split}。不予公开{f(self.denied)}件，均向申请人说明了理由。",
            "我单位未收取任何费用。申请人查询、复制所需信息一律由办公室免费提供，相关办理规定已在公示栏张贴，方便群众了解。",
            f"{remedies}申请人对答复有异议的，由办公室当面解释沟通，化解在前，并做好登记备查。",
            "我单位信息更新不够及时，栏目内容偏少。今后将加强业务培训，完善内部报送程序，每季度通报一次更新情况，接受群众监督。",
        ]

    def _figures(self, value: int) -> str:
        if self.digits == "chinese":
            return chinese(value)
        return str(value).translate(_TO_WIDE) if self.digits == "wide" else str(value)

    def _signature(self) -> str:
        day = self.signed
        if not self.zero:
            return f"{day.year}年{day.month}月{day.day}日"
        year = "".join(self.zero if sign == "0" else _SIGNS[int(sign)] for sign in str(day.year))
        return f"{year}年{chinese(day.month)}月{chinese(day.day)}日"

    def _script(self, words: str) -> str:
        return words.translate(_TO_TRADITIONAL) if self.traditional else words


@st.composite
def narratives(draw: st.DrawFn) -> Narrative:
    """Any narrative report."""
    year = draw(st.integers(2008, 2018))
    style = draw(st.sampled_from(("chinese", "bracketed", "arabic", "part", "none")))
    layouts = {"none": ("lines",), "arabic": ("lines", "joined")}.get(style, ("lines", "joined", "glued"))
    traditional = draw(st.booleans())
    parts = tuple(draw(st.integers(1, 900)) for _ in range(3))
    day = st.dates(pendulum.Date(year + 1, 1, 1), pendulum.Date(year + 1, 12, 31)).map(
        lambda one: pendulum.Date(one.year, one.month, one.day)
    )
    return Narrative(
        organ=draw(st.sampled_from(_AREAS)) + draw(st.sampled_from(_UNITS)),
        year=year,
        title=draw(st.sampled_from(_TITLES[:3] if traditional else _TITLES)),
        headings=tuple(draw(st.sampled_from(words)) for _, words in _HEADINGS),
        style=style,
        layout=draw(st.sampled_from(layouts)),
        indent=draw(st.sampled_from(("", "　　", "    "))),
        digits=draw(st.sampled_from(("plain", "wide", "chinese"))),
        traditional=traditional,
        zero=draw(st.sampled_from(("", *"〇○OoО零0０"))),
        published=draw(st.none() | day),
        signed=draw(day),
        items=draw(st.integers(1, 9999)),
        whole=sum(parts),
        parts=parts,
        denied=draw(st.integers(0, 99)),
        remedies=draw(st.just((0, 0)) | st.tuples(st.integers(1, 9), st.integers(1, 9))),
    )
