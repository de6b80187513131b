"""Local overlays as text and as JSON."""

from collections.abc import Iterable, Iterator
from typing import Any

from govdisclosure.law.overlay import Overlay
from govdisclosure.law.provision import Evidence
from govdisclosure.model.agency import AgencyKind
from govdisclosure.text.display import one_line
from govdisclosure.text.language import Lang

__all__ = ["overlay_line", "overlay_lines", "overlays_to_dict"]

_EVIDENCE = {
    Evidence.SOURCE: ("已核对原文", "its text was read"),
    Evidence.MEMORY: ("凭记忆，未核对原文，不作错误", "from memory, no text was read: never an error"),
    Evidence.INFERENCE: ("推断，未核对原文，不作错误", "deduced, no text was read: never an error"),
}


_KINDS = {
    AgencyKind.GOVERNMENT: ("人民政府", "governments"),
    AgencyKind.GENERAL_OFFICE: ("政府办公厅（室）", "general offices"),
    AgencyKind.DEPARTMENT: ("政府部门", "departments"),
    AgencyKind.TOWNSHIP: ("乡镇人民政府", "townships"),
    AgencyKind.SUBDISTRICT: ("街道办事处", "subdistricts"),
    AgencyKind.ZONE_COMMITTEE: ("管理委员会", "zone committees"),
    AgencyKind.INSTITUTION: ("企事业单位", "institutions"),
}


def overlay_line(overlay: Overlay, lang: Lang) -> str:
    """One line: id, areas, years and title."""
    joint = "、" if lang == "zh" else ", "
    title = overlay.title_zh if lang == "zh" else overlay.title_en
    return one_line(f"{overlay.id}  {joint.join(overlay.regions)}  {_years(overlay)}  {title}")


def overlay_lines(overlay: Overlay, lang: Lang) -> Iterator[str]:
    """What one asks beyond the national rules, and how well it is known."""
    zh = lang == "zh"
    yield one_line(f"{overlay.id}  {overlay.title_zh if zh else overlay.title_en}")
    rows = [
        (("文号", "number"), overlay.number or ""),
        (("适用机关（名称含）", "binds organs whose name holds"), ("、" if zh else ", ").join(overlay.regions)),
        (("适用年度", "report years"), _years(overlay)),
        *_days(overlay, lang),
        *(
            (
                ("增加标题", "further heading"),
                f"{one.title_zh if zh else one.title_en} ({one.name}: {'、'.join(one.words)})",
            )
            for one in overlay.headings
        ),
        (("依据可靠程度", "how well it is known"), _EVIDENCE[overlay.evidence][not zh]),
        (("来源", "source"), overlay.source),
        (("说明", "note"), (overlay.note_zh or overlay.note) if zh else overlay.note),
    ]
    for words, value in rows:
        if value:
            yield "  " + one_line(f"{words[not zh]}{'：' if zh else ': '}{value}")


def overlays_to_dict(overlays: Iterable[Overlay]) -> dict[str, Any]:
    """The list ``govdisclosure overlays --format json`` writes."""
    return {"schema": 1, "overlays": [_card(one) for one in overlays]}


def _card(overlay: Overlay) -> dict[str, Any]:
    return {
        "id": overlay.id,
        "title": {"zh": overlay.title_zh, "en": overlay.title_en},
        "number": overlay.number,
        "regions": list(overlay.regions),
        "report_years": list(overlay.report_years),
        "due": {kind.value: day for kind, day in overlay.due.items()},
        "headings": [
            {"name": one.name, "title": {"zh": one.title_zh, "en": one.title_en}, "words": list(one.words)}
            for one in overlay.headings
        ],
        "evidence": overlay.evidence.value,
        "source": overlay.source or None,
        "note": {"zh": overlay.note_zh, "en": overlay.note},
    }


def _years(overlay: Overlay) -> str:
    first, last = overlay.report_years
    return f"{first}–{last or ''}"


def _days(overlay: Overlay, lang: Lang) -> Iterator[tuple[tuple[str, str], str]]:
    """The days, and the kinds of organs each is for."""
    side = 0 if lang == "zh" else 1
    for day in dict.fromkeys(overlay.due.values()):
        kinds = [words[side] for kind, words in _KINDS.items() if overlay.due.get(kind) == day]
        every = ("所有机关", "every organ")[side] if len(kinds) == len(_KINDS) else ("、", ", ")[side].join(kinds)
        shown = f"{day}（{every}）" if lang == "zh" else f"{day} ({every})"
        yield ("次年最迟公布日", "to be published, the year after, by"), shown
