"""What a supervising office must know of two reports, before any detail."""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from govdisclosure.analysis.difference.changes import CellKind
from govdisclosure.analysis.difference.difference import Difference
from govdisclosure.model.report import AnnualReport
from govdisclosure.rules.citing import accuracy
from govdisclosure.rules.decision import Change
from govdisclosure.rules.outcome import Kind, Message
from govdisclosure.rules.phrasing import articles, percent
from govdisclosure.text.normalise import squeeze

__all__ = ["remarks"]

_SAID: Final = re.compile(r"更正|勘误|修订版|(?:已|作|予以)(?:修订|修改|更新)|(?:修订|修改|更正)说明")
_UNREAD: Final = frozenset({CellKind.UNREAD_NEW, CellKind.UNREAD_OLD, CellKind.UNREAD_BOTH})


def remarks(difference: Difference) -> Iterator[Message]:
    """The remarks on a comparison, gravest first."""
    if difference.identical:
        yield Message("两个文件逐字节相同", "identical: both files have the same bytes")
        return
    if difference.mode == "captures":
        yield from _captures(difference)
    else:
        yield from _years(difference)


def _captures(difference: Difference) -> Iterator[Message]:
    old, new = difference.old, difference.new
    if difference.elsewhere:
        yield Message(
            "文字有改变，但不在各部分、表格数字、标题和日期之内（如落款之后、页首页尾、表内附注），没有逐句列出，请对照原文",
            "words differ that stand in no section and are no figure of a table, title or date (below the signature, "
            "at the head or foot of the page, in a note within a table); they are not listed: see the originals",
        )
    if not difference.differs and difference.elsewhere:
        yield Message(
            "除此以外没有读到内容改变，核查结果未因此改变" if difference.judged else "除此以外没有读到内容改变",
            "no other change of content was found" + (", and no verdict changed" if difference.judged else ""),
        )
        return
    if not difference.differs:
        yield Message(
            "内容没有差别；文件不同，版式和文件格式没有比较" + _forms(old, new),
            "no difference in content; the files differ, layout and file format were not compared" + _forms(old, new),
        )
        return
    if difference.figures_changed:
        yield _figures(difference)
    yield from _verdicts(difference)
    if difference.only_unread:
        yield Message(
            "没有读到内容改变；列出的各项有一份没有读到，不能比较，请对照原文",
            "no change of content was found; what is listed was not read in one of the two: see the originals",
        )
        return
    named = articles(accuracy(new.year))
    yield Message(
        f"公布后的内容前后不同。公开的信息应当准确（{named.zh}），请向该机关核实改动的原因、日期和依据",
        f"what was published is not what stands there now. What is published must be accurate ({named.en}): ask the "
        f"organ why, when and on what ground it was changed",
    )
    yield from _told(old, new)
    yield Message(
        "哪一份在前，以给出的顺序为准，文件本身不能证明",
        "which came first is as they were given; the files themselves do not prove it",
    )


def _forms(old: AnnualReport, new: AnnualReport) -> str:
    kinds = [one.source.media_type for one in (old, new) if one.source is not None]
    return f" ({kinds[0]} → {kinds[1]})" if len(set(kinds)) > 1 else ""


def _figures(difference: Difference) -> Message:
    counts = Counter(one.kind for one in difference.changed_cells)
    unread = sum(counts[kind] for kind in _UNREAD)
    parts = (
        (counts[CellKind.VALUE], "表内{}格数字改变", "{} cells have another figure"),
        (counts[CellKind.STATE], "{}格填写方式改变（如空白与0，不是数值变化）", "{} cells are filled in otherwise"),
        (unread, "{}格有一份未读出，不能比较", "{} cells were not read in one of them"),
        (
            len(difference.tables),
            "{}张表只在一份中读到或格式不同",
            "{} tables were read in one alone or differ in form",
        ),
        (len(difference.changed_claims), "正文{}处数字改变", "{} figures in prose differ"),
    )
    told = [(zh.format(count), en.format(count)) for count, zh, en in parts if count]
    return Message(
        f"改动涉及数字：{'，'.join(zh for zh, _ in told)}", f"figures are concerned: {', '.join(en for _, en in told)}"
    )


def _verdicts(difference: Difference) -> Iterator[Message]:
    judged = difference.judged
    if judged is None:
        return
    if not judged.changes:
        yield Message("改动没有改变核查结果", "the verdicts are the same on both")
    else:
        fails = sum(
            one.change is not Change.ABSENT and one.new is not None and one.new.kind is Kind.FAIL
            for one in judged.changes
        )
        counts = Counter(one.change for one in judged.changes)
        yield Message(
            f"改动改变了核查结果：新增{counts[Change.NEW]}项，有变化{counts[Change.UPDATED]}项，不再出现"
            f"{counts[Change.ABSENT]}项，其中新文本不符{fails}项，请人工核实",
            f"the verdicts differ: {counts[Change.NEW]} new, {counts[Change.UPDATED]} updated, "
            f"{counts[Change.ABSENT]} no longer there; {fails} of them fail on the new text: check",
        )
    if judged.unjudged:
        yield Message(
            f"旧文本的{judged.unjudged}项结果，新文本没有判断",
            f"{judged.unjudged} old outcomes were not judged on the new text",
        )


def _told(old: AnnualReport, new: AnnualReport) -> Iterator[Message]:
    """Whether the new capture says that it was changed."""
    counts = [Counter(found[0] for found in _SAID.finditer(squeeze(one.text))) for one in (old, new)]
    more = list(counts[1] - counts[0])
    if more:
        words = "、".join(more)
        yield Message(
            f"新文本新出现“{words}”字样，可能注明了改动",
            f"the new text has the words {words}, which may tell of the change",
        )
    elif old.published_on is not None and old.published_on == new.published_on:
        yield Message(
            f"页面所载公布日期仍为{new.published_on}，没有读到改动的说明",
            f"the page still gives {new.published_on} as the day of publication, and no word of a change was found",
        )
    else:
        yield Message("没有读到改动的说明", "no word of a change was found")


def _years(difference: Difference) -> Iterator[Message]:
    shared = difference.carried
    if shared is not None and shared.characters:
        part = percent(Decimal(shared.shared) / shared.characters)
        yield Message(
            f"{part}：新报告正文{shared.characters}字中有{shared.shared}字与旧报告逐句相同（口径同 XYR105）",
            f"{part}: {shared.shared} of {shared.characters} characters of the new text stand word for word in the old "
            f"one, counted as XYR105 does",
        )
    unread = sum(one.kind in _UNREAD for one in difference.cells)
    if unread:
        yield Message(
            f"{unread}格有一年未读出，不能比较", f"{unread} cells were not read in one of the years: not compared"
        )
