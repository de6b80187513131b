"""Reports of an invented organ, put together from their parts and read back."""

from pathlib import Path

from govdisclosure.documents import Document, read_bytes
from govdisclosure.extraction import extract
from govdisclosure.model.report import AnnualReport

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures" / "reports"
TITLE = "青石县水利局2010年政府信息公开工作年度报告"
HEADINGS = {
    "overview": "一、概述",
    "proactive": "二、主动公开政府信息的情况",
    "requests": "三、依申请公开政府信息和不予公开政府信息的情况",
    "fees": "四、政府信息公开的收费及减免情况",
    "remedies": "五、因政府信息公开申请行政复议、提起行政诉讼的情况",
    "problems": "六、存在的主要问题及改进情况",
}
BODIES = {
    "overview": "各项工作按部就班。",
    "proactive": "按职责范围公布。",
    "requests": "渠道畅通。",
    "fees": "按规定执行。",
    "remedies": "渠道畅通。",
    "problems": "更新不够及时。",
}


def text(*, title: str = TITLE, opening: str = "", foot: str = "", **bodies: str) -> str:
    """The text of a report; sections that are not given say nothing countable."""
    lines = [title, opening]
    for name, heading in HEADINGS.items():
        lines += [heading, bodies.get(name, BODIES[name])]
    return "\n".join([*(line for line in lines if line), foot])


def document(words: str) -> Document:
    """Words as a text file."""
    return read_bytes(words.encode())


def read(words: str) -> AnnualReport:
    """A text read as a report."""
    return extract(document(words))


def report(**parts: str) -> AnnualReport:
    """A report with these parts, read."""
    return read(text(**parts))


def stated(found: AnnualReport) -> list[tuple[str, str]]:
    """Kinds and values of a report's claims, in order."""
    return [(claim.kind.value, f"{claim.value:f}") for claim in found.claims]
