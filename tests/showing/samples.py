"""One of each object that shows itself, and the same with every word in it made hostile."""

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from types import MappingProxyType
from typing import Any

import attrs
import pendulum
from tests import forms, registers
from tests.analysis.captures import PAGE, changed_page

import govdisclosure
from govdisclosure import analysis, api, law
from govdisclosure.analysis.across import check_collection
from govdisclosure.analysis.difference import compare_reports
from govdisclosure.decisions import Baseline, decide
from govdisclosure.law.deadlines import term
from govdisclosure.law.fees import choose_fee, fee_by_items
from govdisclosure.law.receipt import Pause
from govdisclosure.model.edition import Edition
from govdisclosure.model.register import Catalogue, Register
from govdisclosure.register.timelines import timeline

__all__ = ["HOSTILE", "PRIVATE", "hostile", "report_bytes", "samples", "shown_classes"]

HOSTILE = (
    "</td></table></div></script><script>document.title='taken'</script><img src=x onerror=alert(1)>"
    "<!--\"'><b style='position:fixed'>&lt;i&gt;&#60;u>]]>\u202e\u200b\x1b[31m\x00[x](javascript:alert(1))"
    "![x](http://taken.invalid/x.png)\n# <svg/onload=alert(1)>|a|b|[red]"
)
"""Words that would be markup, steer a terminal, turn a line round, run or fetch something if anybody obeyed them."""
PRIVATE = ("钱某甲", "孙某乙", "李某丙", "青石县某某水务有限公司", "13800138000")
"""Names and contacts that stand in the samples and may be shown nowhere."""
_EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
# Words by which the package looks something up, so that it makes them alone; and names by which a law is found.
_KEYS = frozenset({
    "row", "column", "basis", "unit", "select_by", "mode", "outcome", "lang", "Rule.cites",
    "Receipt.name", "Rule.code", "Rule.name", "Parameter.name", "FieldChange.name", "DatedValue.value",
    "Fee.rule", "Indicator.key",
})  # fmt: skip


def report_bytes(words: str = "本年度按规定开展各项工作，公开率100%，电话13800138000。", year: int = 2022) -> bytes:
    """A report with tables whose sums fail and a sentence of its own."""
    form = forms.request_form(Edition.UNIFIED_2021)
    three = dict.fromkeys(form.cells(), "0") | {("denied.state_secret", "natural_person"): "9"}
    two = dict.fromkeys(forms.proactive_form(Edition.UNIFIED_2021).cells(), "0")
    page = forms.html(forms.report_boxes(Edition.UNIFIED_2021, two, three, forms.remedies([0] * 14 + [3])))
    return page.replace(forms.OVERVIEW.encode(), words.encode()).replace(b"2022", str(year).encode())


@cache
def samples() -> Mapping[str, Any]:
    """One of each object that shows itself, by a name."""
    kept = registers.generated(12, seed=3)
    register = Register(requests=kept.requests, cases=kept.cases)
    catalogue = Catalogue(items=kept.items)
    found, judged = api.check(report_bytes()), api.check_register(register, as_of=pendulum.Date(2024, 3, 1))
    pause = Pause(first=pendulum.Date(2024, 9, 24), last=pendulum.Date(2024, 10, 9))
    asked = next(one for one in kept.requests if len(one.events) > 2)
    collection = check_collection([api.read(report_bytes(year=year)) for year in (2021, 2022)])
    return MappingProxyType({
        "report": found.report,
        "grid": found.report.statistics.requests,
        "statistics": found.report.statistics,
        "assessment": found,
        "marked": govdisclosure.marked(found),
        "one language": govdisclosure.show(kept.requests[0], kept.cases, lang="en"),
        "register assessment": judged,
        "items assessment": api.check_items(catalogue, as_of=pendulum.Date(2024, 3, 1)),
        "collection assessment": collection,
        "organ assessment": collection.organs[0],
        "decided": decide([("a.html", found)], baseline=Baseline.of(found)),
        "receipt": term("reply", pendulum.Date(2024, 9, 20), pauses=(pause,)),
        "months": term("litigation.direct", pendulum.Date(2024, 4, 26)),
        "request": asked,
        "case": kept.cases[0],
        "timeline": timeline(asked, kept.cases),
        "fee": fee_by_items(40, pendulum.Date(2024, 1, 2)),
        "fees": choose_fee(items=40, pages=300, day=pendulum.Date(2024, 1, 2)),
        "compiled": api.compile(kept.requests, kept.cases, kept.items, 2023),
        "rule": api.all_rules()[0],
        "parameter": law.parameters()[0],
        "instrument": law.instruments()[0],
        "explanation": api.explain("STR101"),
        "law": api.law_in_force(pendulum.Date(2024, 1, 2)),
        "difference": compare_reports(PAGE.encode(), changed_page(("<td><p>12873</p></td>", "<td>12837</td>"))),
        **_of_frames(register, found),
    })  # fmt: skip


def _of_frames(register: Register, found: Any) -> dict[str, Any]:
    try:
        import_module("pyarrow")
    except ImportError:
        return {}
    reports = analysis.report_tables(_EXAMPLES / "county-government-2023.html")
    scores = analysis.score(analysis.read_scorecard(_EXAMPLES / "scorecard" / "county.toml"), [("a.html", found)])
    texts = list(analysis.texts_of(reports))
    doubled = [*texts, *(attrs.evolve(one, name="b.html") for one in texts)]
    return {
        "checked tables": analysis.check_tables(reports),
        "similar texts": analysis.similar_texts(doubled, min_chars=50),
        "report tables": reports,
        "table": reports.outcomes,
        "register tables": analysis.register_tables(register, as_of="2024-03-01"),
        "scores": scores,
        "organ score": scores.organs[0],
    }


@cache
def hostile(words: str = HOSTILE) -> Mapping[str, Any]:
    """The same objects with every word of theirs replaced, but those by which the package looks something up."""
    return MappingProxyType({name: spoilt(one, words) for name, one in samples().items()})


def spoilt(value: Any, words: str = HOSTILE, field: str = "") -> Any:
    """An object with every text in it replaced."""
    if isinstance(value, Enum) or {field, field.rpartition(".")[2]} & _KEYS:
        return value
    if isinstance(value, str):
        return words
    if isinstance(value, tuple):
        return tuple(spoilt(one, words, field) for one in value)
    if isinstance(value, Mapping) and field == "Outcome.facts":
        return {key: spoilt(one, words, field) for key, one in value.items()}
    if attrs.has(type(value)) and type(value).__module__.startswith("govdisclosure"):
        changes = {
            one.alias: spoilt(getattr(value, one.name), words, f"{type(value).__name__}.{one.name}")
            for one in _given(value)
        }
        return attrs.evolve(value, **changes)
    return value


def _given(value: Any) -> Iterator[Any]:
    return (one for one in attrs.fields(type(value)) if one.init)


@cache
def shown_classes() -> frozenset[type]:
    """Every class of the package that shows itself in a notebook, those others are made from left out."""
    found: set[type] = set()
    for module in walk_packages(govdisclosure.__path__, "govdisclosure."):
        if not module.name.endswith("__main__"):
            found.update(_own(vars(import_module(module.name)).values(), module.name))
    return frozenset(one for one in found if not any(one in other.__mro__[1:] for other in found))


def _own(values: Iterable[Any], module: str) -> Iterator[type]:
    for one in values:
        if isinstance(one, type) and one.__module__ == module and hasattr(one, "_repr_html_"):
            yield one
