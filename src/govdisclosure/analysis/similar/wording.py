"""The sentences said of two reports."""

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from govdisclosure.rules.outcome import Message
from govdisclosure.text.numerals import chinese_ordinal, percent
from govdisclosure.text.personal import mask_personal

if TYPE_CHECKING:
    from govdisclosure.analysis.similar.result import Party, SharedPassage, SharedText

__all__ = ["pair_message", "party_words"]

_NEAR: Final = Decimal("0.8")
_SHOWN: Final = 3


def party_words(party: "Party") -> Message:
    """Whose report, of which year; the document's name where the organ is not known."""
    named = mask_personal(party.organ or party.name)
    zh = f"{named}{party.year}年报告" if party.year is not None else f"{named}的报告"
    on = f" on {party.year}" if party.year is not None else ""
    return Message(zh, f"the report of {named}{on}")


def pair_message(pair: "SharedText") -> Message:
    """What two reports share, with the counts, and what to do."""
    one, other = party_words(pair.first), party_words(pair.second)
    share = percent(pair.likeness.share)
    if pair.relation == "duplicate":
        return Message(
            f"{one.zh}（{pair.first.name}）与{pair.second.name}是同一份报告，重复提交，不作雷同处理",
            f"{one.en} ({pair.first.name}) and {pair.second.name} are one report, filed twice; nothing was copied",
        )
    if pair.relation == "versions":
        return Message(
            f"{one.zh}有两份文本（{pair.first.name}、{pair.second.name}），文字相同{share}，请核对以哪一份为准",
            f"there are two texts of {one.en} ({pair.first.name}, {pair.second.name}), {share} of them the same: "
            "check which one holds",
        )
    here, there = _sections(pair.passages, other=False), _sections(pair.passages, other=True)
    alike = ("基本相同", "nearly the same") if pair.likeness.share >= _NEAR else ("较多相同", "the same in good part")
    counts = f"{pair.likeness.shared}/{pair.likeness.total}"
    zh = (
        f"{one.zh}{here.zh}与{other.zh}{there.zh}文字{alike[0]}（{share}，五字片段{counts}；名称、地名、日期、数字、"
        f"规定用语不计，计入前为{percent(pair.before.share)}）"
    )
    en = (
        f"the text of {one.en}{here.en} and of {other.en}{there.en} is {alike[1]} ({share}, {counts} stretches of five "
        f"characters; names, places, dates, numbers and set sentences left out, {percent(pair.before.share)} with them)"
    )
    if pair.related:
        zh += "；两机关名称有隶属关系或相近，可能合并编制或已更名"
        en += "; one organ's name contains or resembles the other's: they may report together, or it was renamed"
    return Message(f"{zh}，请人工核实", f"{en}: please check")


def _sections(passages: "tuple[SharedPassage, ...]", *, other: bool) -> Message:
    """The sections that hold most of what is shared."""
    sizes: dict[tuple[int | None, str], int] = {}
    for one in passages:
        key = (one.other_number, one.other_heading) if other else (one.number, one.heading)
        sizes[key] = sizes.get(key, 0) + one.size
    most = sorted(sizes, key=lambda key: (-sizes[key], key[0] or 0, key[1]))[:_SHOWN]
    numbers = sorted(number for number, _ in most if number is not None)
    if not numbers:
        return Message("", "")
    zh = "、".join(map(chinese_ordinal, numbers))
    return Message(f"第{zh}节", f", section {', '.join(map(str, numbers))}")
