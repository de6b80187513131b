"""Reports of invented organs by the thousand: three editions, three formats, faults planted at a known rate."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from random import Random

import attrs
from docs.notebooks.invented import printing as forms
from docs.notebooks.invented.files import printed

from govdisclosure.model.edition import Edition

__all__ = ["YEARS", "Planted", "made", "write"]

YEARS = range(2014, 2024)
_PLACES = tuple(f"{first}{second}县" for first in "青白乌赤云石临安永新" for second in "山川溪原岭")
_BUREAUS = tuple(
    f"{word}局"
    for word in (
        *("水利", "财政", "教育", "农业农村", "民政", "司法", "审计", "统计", "交通运输", "自然资源"),
        *(
            "生态环境",
            "住房和城乡建设",
            "卫生健康",
            "应急管理",
            "市场监督管理",
            "医疗保障",
            "林业",
            "公安",
            "商务",
            "信访",
        ),
    )
)
_FORMATS = ("html", "html", "html", "txt", "docx")
_LATE, _SUM, _GONE, _BROKEN = 10, 20, 25, 100
"""Every so many reports one is late, has a wrong total, lacks a section, cannot be read."""
_OLD = ("一、概述", "二、主动公开政府信息的情况", "三、依申请公开政府信息的情况", "四、收费及减免情况",
        "五、行政复议和行政诉讼情况", "六、存在的主要问题及改进措施")  # fmt: skip
_WORDS = (
    "我局把政府信息公开列入年度重点工作，由办公室牵头，{n}个股室各有专人报送。",
    "全年召开专题会议{n}次，对照目录逐项清理，补充公开内容{n}处。",
    "通过县政府门户网站发布各类信息{n}条，其中工作动态{m}条、政策文件{k}件。",
    "政务新媒体发布消息{m}条，及时转载上级政策，并对群众留言逐条回复。",
    "对公开前的材料落实保密审查，做到先审查、后公开，全年没有发生泄密事件。",
    "在政务服务大厅设立查阅点，放置办事指南和公开目录，方便群众现场查阅。",
    "组织业务培训{k}次，参加人员{n}人次，重点讲解申请办理流程和答复文书。",
    "围绕群众关心的项目建设、资金使用和行政审批事项，主动发布解读材料{k}篇。",
    "对已经失效的文件及时标注，对转载错误及时更正，保持栏目内容准确。",
    "配合县政府办公室完成季度检查，对指出的问题在规定时间内完成整改。",
)
_PROBLEMS = (
    "存在的主要问题：一是部分栏目更新不够及时；二是解读形式较为单一；三是个别人员业务不够熟练。",
    "改进情况：完善报送制度，明确更新时限，组织专题学习，逐步丰富解读形式。",
)


@attrs.frozen(kw_only=True)
class Planted:
    """A report and what is wrong with it on purpose.

    Attributes:
        name: Its path in the corpus.
        content: Its bytes.
        organ: The organ that publishes it.
        year: The year it reports on.
        late: Whether it was published after its day.
        wrong_total: Whether a total of its table of requests is not the sum.
        gone: Whether a section that its form asks for is not there.
        broken: Whether it cannot be read.
    """

    name: str
    content: bytes
    organ: str
    year: int
    late: bool
    wrong_total: bool
    gone: bool
    broken: bool


def made(count: int, first: int = 0) -> Iterator[Planted]:
    """Reports, the same whenever they are asked for.

    Args:
        count: How many; the organs repeat after 10,000.
        first: The number of the first.
    """
    return map(_one, range(first, first + count))


def write(folder: Path, count: int) -> int:
    """Write a corpus into a folder; the bytes of it are returned."""
    size = 0
    for one in made(count):
        path = folder / one.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(one.content)
        size += len(one.content)
    return size


def _one(number: int) -> Planted:
    chance = Random(number)  # noqa: S311  no secret
    who, year = number // len(YEARS), YEARS[number % len(YEARS)]
    place, bureau = _PLACES[who // len(_BUREAUS) % len(_PLACES)], _BUREAUS[who % len(_BUREAUS)]
    organ, kind = place + bureau, chance.choice(_FORMATS)
    faults = {
        "late": chance.randrange(_LATE) == 0,
        "wrong_total": year >= _TABLES and chance.randrange(_SUM) == 0,
        "gone": chance.randrange(_GONE) == 0,
        "broken": chance.randrange(_BROKEN) == 0,
    }
    content = b"\x00\xff\xfe broken" if faults["broken"] else _printed(chance, organ, year, kind, faults)
    name = f"{place}/{bureau}/{number:06d}-{year}.{kind}"
    return Planted(name=name, content=content, organ=organ, year=year, **faults)


_TABLES = 2019


def _printed(chance: Random, organ: str, year: int, kind: str, faults: dict[str, bool]) -> bytes:
    # From 2019 on the day is 31 January, before it 31 March; the days here are working days well before or after.
    day = date(year + 1, chance.choice((5, 6)) if faults["late"] else 1, chance.randint(8, 19))
    title = f"{organ}{year}年政府信息公开工作年度报告"
    head = [
        title,
        f"发布日期：{day.isoformat()}",
        f"根据《中华人民共和国政府信息公开条例》，编制本报告。所列数据的统计期限为{year}年1月1日至{year}年12月31日。",
    ]
    body = _in_tables(chance, year, faults) if year >= _TABLES else _in_prose(chance, year)
    if faults["gone"]:
        del body[-1]
    parts = [*head, *(part for pair in body for part in (pair[0], *pair[1]))]
    return printed(kind, parts, day.isoformat())


def _prose(chance: Random, paragraphs: int) -> list[str]:
    lines = []
    for _ in range(paragraphs):
        picked = chance.sample(_WORDS, 4)
        lines.append(
            "".join(
                one.format(n=chance.randint(3, 40), m=chance.randint(41, 400), k=chance.randint(2, 9)) for one in picked
            )
        )
    return lines


def _in_prose(chance: Random, year: int) -> list[tuple[str, list]]:
    asked = chance.randint(1, 30)
    online = chance.randint(0, asked)
    stated = (
        f"{year}年，我局共收到政府信息公开申请{asked}件，其中网络申请{online}件、当面{asked - online}件，均按时答复。",
        "全年未收取政府信息公开费用，没有减免情况。",
        f"{year}年，我局没有发生因政府信息公开引起的行政复议和行政诉讼。",
    )
    bodies = (
        _prose(chance, 5),
        _prose(chance, 6),
        [stated[0], *_prose(chance, 2)],
        [stated[1]],
        [stated[2]],
        list(_PROBLEMS),
    )
    return list(zip(_OLD, bodies, strict=True))


def _in_tables(chance: Random, year: int, faults: dict[str, bool]) -> list[tuple[str, list]]:
    edition = Edition.UNIFIED_2019 if year < 2021 else Edition.UNIFIED_2021  # noqa: PLR2004  the form of that year
    two_form, three_form = forms.proactive_form(edition), forms.request_form(edition)
    two = {cell: chance.randint(0, 300) for cell in two_form.cells()}
    three = forms.balanced(three_form, _results(chance), lambda _: (chance.randint(0, 1), chance.randint(0, 1)))
    if faults["wrong_total"]:
        three["granted", "total"] += 7
    four = forms.remedies([chance.choice((0, 0, 0, 1, 2)) for _ in range(12)])
    asked, carried = three["received", "total"], three["carried_in", "total"]
    stated = f"{year}年，我局共收到政府信息公开申请{asked}件，上年结转{carried}件，均已按规定办理。"
    tables = (
        forms.proactive_boxes(two_form, _text(two)),
        forms.requests_boxes(three_form, _text(three)),
        forms.remedies_boxes(_text(four)),
    )
    bodies = (
        [*_prose(chance, 2), stated, *_prose(chance, 3)],
        *([table] for table in tables),
        list(_PROBLEMS),
        ["本年度未收取信息处理费。", *_prose(chance, 1)],
    )
    return list(zip(forms.TITLES, bodies, strict=True))


def _results(chance: Random) -> Callable[[str, str], int]:
    def leaf(row: str, column: str) -> int:
        likely = 0.6 if row in {"granted", "partly_granted"} else 0.08
        return chance.randint(1, 20) if column == "natural_person" and chance.random() < likely else 0

    return leaf


def _text(figures: dict) -> dict:
    return {cell: str(value) for cell, value in figures.items()}
