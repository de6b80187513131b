"""Open terms as JSON values and as text."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

from govdisclosure.register.terms.open import OpenDeadline
from govdisclosure.text.language import Lang
from govdisclosure.text.personal import mask_personal
from govdisclosure.writing.convert import SCHEMA
from govdisclosure.writing.duties import receipt_to_dict

__all__ = ["ABOUT", "deadline_lines", "deadlines_to_dict"]

Json: TypeAlias = dict[str, Any]
ABOUT = {"request": ("申请", "request"), "case": ("案件", "case"), "item": ("信息", "item")}
"""What an open term is about, in Chinese and English."""


def deadlines_to_dict(found: Iterable[OpenDeadline], as_of: str) -> Json:
    """Open terms as ``govdisclosure register deadlines --format json`` writes them."""
    return {
        "schema": SCHEMA,
        "as_of": as_of,
        "deadlines": [
            {
                "id": mask_personal(one.id),
                "about": one.about,
                "kind": one.kind,
                "receipt": None if one.receipt is None else receipt_to_dict(one.receipt),
                "problem": None if one.problem is None else {"zh": one.problem.zh, "en": one.problem.en},
            }
            for one in found
        ],
    }


def deadline_lines(found: Iterable[OpenDeadline], lang: Lang) -> Iterator[str]:
    """A line an open term: the date, the entry, what is due; what could not be computed, with the reason."""
    zh = lang == "zh"
    for one in found:
        what = f"{ABOUT[one.about][0 if zh else 1]} {mask_personal(one.id)}"
        if one.receipt is None:
            why = "" if one.problem is None else one.problem.zh if zh else one.problem.en
            yield f"{'无法计算' if zh else 'not known'}  {what}  {one.kind}  {why}"
            continue
        title = one.receipt.title_zh if zh else one.receipt.title_en
        later = one.receipt.latest_on
        note = "" if later == one.receipt.due_on else f"（另一理解至{later}）" if zh else f" (another reading: {later})"
        yield f"{one.receipt.due_on}  {what}  {title}{note}"
