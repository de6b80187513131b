"""The keys of a scorecard's file: how each is read, what it means, and where it may stand."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import attrs

from govdisclosure.analysis.scorecard.choices import Counted, How, Measure, NoReport, Review, Unfit
from govdisclosure.analysis.scorecard.values import (
    DECIMALS,
    KEY,
    LONG,
    Json,
    Kind,
    cell_named,
    choice,
    figure,
    key_word,
    listed,
    text,
    whole,
    yes,
)
from govdisclosure.model.agency import AgencyKind
from govdisclosure.rules.outcome import Level

__all__ = ["BAND", "CARD", "INDICATOR", "Key"]

_YEARS = (1900, 2100)


@attrs.frozen(kw_only=True)
class Key:
    """A key of the file.

    Attributes:
        read: Takes the value, gives what the model holds, or raises :class:`UsageError`.
        schema: The value's JSON Schema.
        zh: What it means.
        en: The same in English.
        required: True where it must be given.
        hows: The ways to give points to which it belongs; all when empty.
    """

    read: Callable[[Any], Any]
    schema: Json
    zh: str
    en: str
    required: bool = False
    hows: tuple[How, ...] = ()


def _made(kind: Kind, zh: str, en: str, *hows: How, required: bool = False) -> Key:
    return Key(read=kind[0], schema=kind[1], zh=zh, en=en, hows=hows, required=required)


_WORDS: Kind = (text, {"type": "string", "minLength": 1, "maxLength": LONG})
_POINTS: Kind = (figure, {"type": "number"})
_BY_RULES = (How.ALL, How.DEDUCT, How.SHARE, How.VETO)
_GIVES = tuple(how for how in How if how is not How.VETO)

CARD: Mapping[str, Key] = MappingProxyType(
    {
        "schema": _made((whole(1, 1), {"const": 1}), "格式版本，1", "version of the format, 1"),
        "title_zh": _made(_WORDS, "名称", "title in Chinese", required=True),
        "title_en": _made(_WORDS, "英文名称；不写则用中文", "title in English; the Chinese one without it"),
        "basis": _made(_WORDS, "依据，自己的文件名称文号", "your own document that it rests on"),
        "years": _made(listed(whole(*_YEARS), {"type": "integer"}), "报告年度；不写则不限", "report years; any"),
        "total": _made(
            _POINTS, "总分，各指标之和须与此相等", "what the indicators must add up to (their sum without it)"
        ),
        "decimals": _made(
            (whole(0, DECIMALS), {"type": "integer", "minimum": 0, "maximum": DECIMALS}),
            "得分的小数位数（2）",
            "decimals of a score (2)",
        ),
        "min_coverage": _made(
            _POINTS, "参加排名须已判断的分值比例（0.5）", "the share of points judged that a rank needs (0.5)"
        ),
        "not_applicable": _made(
            choice(Unfit),
            "不适用的指标：left_out 不计、覆盖率降低，spread 分摊到其他指标，full 得满分（left_out）",
            "an indicator that does not apply: left_out (lowers the coverage), spread over the others, full (left_out)",
        ),
    }
)
"""Keys at the top, besides the indicators."""

INDICATOR: Mapping[str, Key] = MappingProxyType(
    {
        "key": _made(
            (key_word, {"type": "string", "pattern": f"^{KEY.pattern}$"}), "代号，不重复", "short name", required=True
        ),
        "name_zh": _made(_WORDS, "名称", "name in Chinese", required=True),
        "name_en": _made(_WORDS, "英文名称；不写则用中文", "name in English; the Chinese one without it"),
        "basis": _made(_WORDS, "依据的条款", "the clause it rests on"),
        "how": _made(
            choice(How),
            "如何得分：all 全得或不得，deduct 逐处扣分，share 按比例，measure 分档，given 自行给分，veto 一票否决",
            "how points come: all or none, deduct, share, measure, given, veto",
            required=True,
        ),
        "points": _made(_POINTS, "分值", "what it is worth", *_GIVES),
        "bonus": _made((yes, {"type": "boolean"}), "是否加分项（false）", "points on top (false)", *_GIVES),
        "select": _made(listed(*_WORDS), "规则代码或类别", "codes or families of rules", *_BY_RULES),
        "ignore": _made(listed(*_WORDS), "除外的规则", "rules left out", *_BY_RULES),
        "origin": _made(
            _WORDS,
            "看哪一层要求：地方规定的 id，或 any 一并；不写则只看国家规定",
            "whose demands: the id of local rules, or any; the national ones without it",
            *_BY_RULES,
            How.MEASURE,
        ),
        "level": _made(
            choice(Level, Level.NONE), "计入的最低级别（note）", "the lightest level that counts (note)", *_BY_RULES
        ),
        "count": _made(
            choice(Counted),
            "按 findings（每处）或 rules（每条规则一次）扣分（findings）",
            "deduct for each of the findings, or once for each of the rules (findings)",
            How.DEDUCT,
        ),
        "per": _made(_POINTS, "每处扣分", "points for each", How.DEDUCT),
        "cap": _made(_POINTS, "最多扣分（全部分值）", "the most deducted (all its points)", How.DEDUCT),
        "review": _made(
            choice(Review),
            "待核的：open 未定、不扣分，pass 视同无误，deduct 视同不符（open）",
            "a doubtful outcome: open (not settled, deducts nothing), pass, deduct (open)",
            *_BY_RULES,
        ),
        "per_review": _made(
            _POINTS, "每处待核扣分，须 review = deduct（同 per）", "points for each doubtful one (as per)", How.DEDUCT
        ),
        "most": _made(_POINTS, "否决后总分至多多少（0）", "the most the score can be then (0)", How.VETO),
        "measure": _made(
            choice(Measure),
            "量什么：days_late 迟公布天数，rate 比率，count 数量",
            "the figure: days_late, rate, count",
            How.MEASURE,
        ),
        "numerator": _made(
            listed(cell_named, {"type": "string"}), "相加的单元格，表/行/列", "cells summed", How.MEASURE
        ),
        "denominator": _made(
            listed(cell_named, {"type": "string"}), "作除数的单元格", "cells it is divided by", How.MEASURE
        ),
        "kinds": _made(
            listed(*choice(AgencyKind, AgencyKind.UNKNOWN)),
            "考核的机关类别；不写则不限",
            "kinds of organ that are asked; all without it",
        ),
        "not_applicable": _made(
            choice(Unfit), "不适用时（同上）", "where it does not apply (as above)", *_BY_RULES, How.MEASURE
        ),
        "no_report": _made(
            choice(NoReport),
            "没有报告的机关：open 不评，zero 记零分（open）",
            "an organ without a report: open, or zero points (open)",
        ),
    }
)
"""Keys of a table ``[[indicator]]``, besides its bands."""

BAND: Mapping[str, Key] = MappingProxyType(
    {
        "to": _made(_POINTS, "不超过此数；最后一档不写", "up to this figure; not in the last band"),
        "points": _made(_POINTS, "得分", "what it is worth", required=True),
    }
)
"""Keys of a table ``[[indicator.band]]``, for how = measure."""
