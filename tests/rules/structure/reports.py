"""Whole reports of invented organs."""

from tests.rules.building import line_map, report, section

from govdisclosure.model.report import AnnualReport, Content, Passage, Section

FILLER = (
    "本单位按照要求逐项梳理职责范围内的各类事项，安排专人负责日常更新，并定期组织核对，确保群众查得到、看得懂。" * 4
)
TITLE = "青石县水利局2010年政府信息公开工作年度报告"
OLD = (
    ("一、主动公开情况", (Content.PROACTIVE,)),
    ("二、依申请公开情况", (Content.REQUESTS,)),
    ("三、收费及减免情况", (Content.FEES,)),
    ("四、复议诉讼情况", (Content.REMEDIES,)),
    ("五、存在的问题及改进情况", (Content.PROBLEMS,)),
)


def whole(*parts: tuple[str, tuple[Content, ...]], bodies: dict[str, str] | None = None, **fields) -> AnnualReport:
    """A report with these headings, numbered from 1, each over a body: ``FILLER`` unless another is given."""
    bodies = bodies or {}
    text = TITLE + "\n"
    found: list[Section] = []
    preamble = fields.pop("opening", None)
    at = len(text)
    if preamble is not None:
        text += preamble + "\n"
    for heading, _ in parts:
        text += f"{heading}\n{bodies.get(heading, FILLER)}\n"
    for number, (heading, covers) in enumerate(parts, 1):
        found.append(section(text, heading, bodies.get(heading, FILLER), *covers, number=number))
    if preamble is not None:
        fields["preamble"] = Passage(text=preamble, at=line_map(text).place(at, at + len(preamble)))
    return report(text, **{"title": TITLE, "sections": tuple(found), **fields})
