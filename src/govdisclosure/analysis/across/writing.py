"""What was found of a collection, as text, as rows for a spreadsheet and as a JSON document."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol, TypeAlias

from govdisclosure.analysis.across.assessment import CollectionAssessment, OrganAssessment
from govdisclosure.analysis.across.collection import Unread
from govdisclosure.analysis.across.judging import Judging
from govdisclosure.rules.outcome import Kind, Outcome
from govdisclosure.rules.registry import RULESET
from govdisclosure.rules.showing import kind_word
from govdisclosure.text.display import one_line
from govdisclosure.text.language import Lang
from govdisclosure.text.personal import mask_personal
from govdisclosure.writing import json
from govdisclosure.writing.convert import SCHEMA, outcome_to_dict
from govdisclosure.writing.delimited import safe_cell
from govdisclosure.writing.version import package_version

__all__ = ["COLUMNS", "across_to_dict", "write_across"]

Json: TypeAlias = dict[str, Any]

COLUMNS = (
    ("organ", "机关"), ("year", "年度"), ("rule", "规则"), ("kind", "结果"), ("message", "说明"), ("source", "文件"),
    ("subject", "对象"), ("fingerprint", "指纹"),
)  # fmt: skip
"""Names of the columns in English and Chinese, in order."""
_NAMED = 10
"""How many documents that could not be read the text names."""
_ASKING = (Kind.FAIL, Kind.REVIEW, Kind.OPEN)


class _Text(Protocol):
    def write(self, text: str, /) -> object: ...


def across_to_dict(found: CollectionAssessment) -> Json:
    """The document ``govdisclosure across --format json`` writes.

    Args:
        found: The assessment.

    Returns:
        JSON values only.
    """
    return {**_head(), "organs": [_organ(one) for one in found.organs], **_foot(found, found.counts)}


def _head() -> Json:
    return {
        "schema": SCHEMA,
        "tool": {"name": "govdisclosure", "version": package_version(), "ruleset": RULESET},
    }


def _foot(found: CollectionAssessment | Judging, counts: Mapping[str, int]) -> Json:
    return {
        "counts": dict(counts),
        "unread": [
            {"source": _shown(one.name), "reason": {"zh": _shown(one.zh), "en": _shown(one.en)}} for one in found.unread
        ],
        "nameless": found.nameless,
        "not_checked": [{"zh": one.zh, "en": one.en} for one in found.not_checked],
    }


def write_across(  # noqa: PLR0913  all that a caller may choose
    found: CollectionAssessment | Judging,
    organs: Iterable[OrganAssessment],
    stream: _Text,
    form: str,
    lang: Lang,
    *,
    verbose: bool = False,
) -> None:
    """Write what is found while it is found, an organ at a time.

    Args:
        found: What is judged.
        organs: Its organs, gone through once.
        stream: Where to.
        form: ``text``, ``json`` or ``csv``.
        lang: ``zh`` or ``en``.
        verbose: In text, also what passed or does not apply.
    """
    tally = _Tally()
    counted = tally.through(organs)
    if form == "json":
        stream.write(json.dumps(_head())[:-2].rstrip() + ',\n  "organs": [')
        for number, one in enumerate(counted):
            stream.write((",\n" if number else "\n") + json.dumps(_organ(one)))
        stream.write("\n  ],\n" + json.dumps(_foot(found, tally.counts)).lstrip("{\n") + "\n")
    elif form == "csv":
        stream.write("\ufeff" + _line([zh if lang == "zh" else en for en, zh in COLUMNS]))
        for one in counted:
            stream.write("".join(_line(row) for row in _cells(one, lang)))
    else:
        for one in counted:
            stream.write("".join(f"{line}\n" for line in _lines(one, lang, verbose=verbose)))
        stream.write("".join(f"{line}\n" for line in _closing(found, tally, lang)))


class _Tally:
    """How many organs and outcomes there were."""

    def __init__(self) -> None:
        self.organs = 0
        self._kinds: Counter[Kind] = Counter()

    def through(self, organs: Iterable[OrganAssessment]) -> Iterator[OrganAssessment]:
        """The same organs, counted."""
        for one in organs:
            self.organs += 1
            self._kinds.update(outcome.kind for outcome in one)
            yield one

    @property
    def counts(self) -> dict[str, int]:
        return {kind.value: self._kinds[kind] for kind in Kind}


def _organ(one: OrganAssessment) -> Json:
    return {
        "organ": _shown(one.organ),
        "reports": [{"year": year, "source": _shown(name)} for year, name in one.sources],
        "outcomes": [outcome_to_dict(outcome) for outcome in one.outcomes],
        "years": [
            {
                "year": year.year,
                "source": _shown(year.source),
                "outcomes": [outcome_to_dict(outcome) for outcome in year.outcomes],
            }
            for year in one.years
        ],
        "crashed": [{"rule": code, "error": name} for code, name in one.crashed],
    }


def _lines(organ: OrganAssessment, lang: Lang, *, verbose: bool) -> Iterator[str]:
    """What asks for attention of one organ."""
    zh = lang == "zh"
    shown = [(outcome, source) for outcome, source, _ in _rows(organ) if verbose or outcome.kind in _ASKING]
    if shown or organ.crashed:
        yield _shown(organ.organ)
    for outcome, source in shown:
        message = outcome.message.zh if zh else outcome.message.en
        yield f"  {kind_word(outcome, lang)} {outcome.rule} {one_line(message)}{f'  [{source}]' if source else ''}"
    for code, name in organ.crashed:
        yield f"  {code}: {'规则内部出错' if zh else 'this rule failed'} ({name})"


def _closing(found: CollectionAssessment | Judging, tally: _Tally, lang: Lang) -> Iterator[str]:
    zh, counts, organs = lang == "zh", tally.counts, tally.organs
    fail, review, left = (counts[kind.value] for kind in _ASKING)
    yield (
        f"共{organs:,}个机关：不符{fail:,}项，待核{review:,}项，未能判断{left:,}项"
        if zh
        else f"{organs:,} organs: {fail:,} failed, {review:,} for review, {left:,} open"
    )
    for left_out in found.not_checked:
        yield f"未核查：{left_out.zh}" if zh else f"not checked: {left_out.en}"
    yield from _unread(found.unread, zh=zh)


def _unread(unread: Sequence[Unread], *, zh: bool) -> Iterator[str]:
    """The first of the documents that could not be read, with the reason."""
    if unread:
        yield "未能读取的及原因：" if zh else "what was not read, and why:"
    for one in unread[:_NAMED]:
        yield f"  {_shown(one.name)}{'：' if zh else ': '}{_shown(one.zh if zh else one.en)}"
    if len(unread) > _NAMED:
        more = f"{len(unread) - _NAMED:,}"
        yield f"  另有{more}份，全部见 --format json" if zh else f"  {more} more: --format json names all"


def _cells(organ: OrganAssessment, lang: Lang) -> Iterator[tuple[object, ...]]:
    for outcome, source, year in _rows(organ):
        message = outcome.message.zh if lang == "zh" else outcome.message.en
        yield (
            _shown(organ.organ), year, outcome.rule, kind_word(outcome, lang), message, source, outcome.subject,
            outcome.fingerprint,
        )  # fmt: skip


def _line(cells: Iterable[object]) -> str:
    """A row: no cell that is taken for a formula."""
    target = io.StringIO(newline="")
    csv.writer(target, lineterminator="\r\n").writerow([safe_cell(cell) for cell in cells])
    return target.getvalue()


def _rows(organ: OrganAssessment) -> Iterator[tuple[Outcome, str, int | None]]:
    for outcome in organ.outcomes:
        yield outcome, "", None
    for year in organ.years:
        for outcome in year.outcomes:
            yield outcome, _shown(year.source), year.year


def _shown(words: str) -> str:
    return mask_personal(one_line(words))
