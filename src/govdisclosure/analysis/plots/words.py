"""The words of the pictures, in Chinese and in English; what the model and the rules have words for is taken there."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from govdisclosure.text.language import Lang, require_lang

__all__ = ["harmless", "runs_said", "said", "years_said"]

_MARKUP = re.compile(r"<(?=[/!?a-zA-Z])")


@cache
def _words() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    return tomllib.loads(files("govdisclosure.analysis.plots").joinpath("data", "words.toml").read_text("utf-8"))


def said(key: str, lang: Lang, **values: object) -> str:
    """Words for a picture, with values filled in.

    >>> said("rest_organs", "zh", count=3), said("rest_organs", "en", count=3)
    ('其余3个机关', 'the other 3 organs')
    """
    require_lang(lang)
    group, _, name = key.rpartition(".")
    return _words()[group or "all"][name][lang].format(**values)


def harmless(text: str) -> str:
    """A text that opens or closes no element of the page into whose script a chart is written.

    >>> harmless("</script>1 < 2")
    '＜/script>1 < 2'
    """
    return _MARKUP.sub("＜", text)


def years_said(rows: Iterable[Mapping[str, Any]], lang: Lang) -> str:
    """The years that rows are of, from the first to the last.

    >>> years_said([{"year": 2021}, {"year": 2019}], "en")
    '2019 to 2021'
    """
    years = sorted({row["year"] for row in rows if row["year"] is not None})
    if not years:
        return said("unknown_year", lang)
    return said("one_year" if len(years) == 1 else "years", lang, first=years[0], last=years[-1])


def runs_said(years: Iterable[int]) -> str:
    """Years with those that follow each other put together.

    >>> runs_said([2016, 2014, 2015, 2019])
    '2014–2016, 2019'
    """
    runs: list[list[int]] = []
    for year in sorted(set(years)):
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
