"""A search that finds Chinese: every two neighbouring characters are a word, in the index and in what is asked.

No list of words cuts 勾稽关系 the same way twice: as a query it may be one word, in the text two. Pairs of neighbours
need no list, and all pairs of a query must stand on a page for it to be found.
"""

import re

from sphinx.application import Sphinx
from sphinx.search.en import SearchEnglish

__all__ = ["Bigrams", "setup"]

_HAN = r"\u3400-\u4dbf\u4e00-\u9fff\u3007"
_RUNS = re.compile(rf"[{_HAN}]+|[^\W{_HAN}]+")


class Bigrams(SearchEnglish):
    """English by its stems, Chinese by its pairs of neighbouring characters."""

    lang = "zh-en"
    language_name = "English"  # the script calls its stemmer by this name
    js_splitter_code = rf"""
var splitQuery = (query) =>
  (query.match(/[{_HAN}]+|(?:(?![{_HAN}])[\p{{Letter}}\p{{Mark}}\p{{Number}}_])+/gu) ?? []).flatMap((run) =>
    /^[{_HAN}]{{3,}}$/u.test(run) ? [...run].slice(1).map((sign, at) => run[at] + sign) : [run]);
"""

    def split(self, input: str) -> list[str]:  # noqa: A002  the name Sphinx gives it
        """The words and pairs of a text, in order; a character between others that are none stays alone."""
        return [pair for run in _RUNS.findall(input) for pair in _pairs(run)]

    def stem(self, word: str) -> str:
        """The stem of an English word; pairs have none."""
        return super().stem(word) if word.isascii() else word.lower()


def _pairs(run: str) -> list[str]:
    if len(run) < 3 or not re.match(f"[{_HAN}]", run):  # noqa: PLR2004  a pair is two
        return [run]
    return [run[at : at + 2] for at in range(len(run) - 1)]


def setup(app: Sphinx) -> dict[str, object]:
    """Tell Sphinx of the language ``zh-en``."""
    app.add_search_language(Bigrams)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
