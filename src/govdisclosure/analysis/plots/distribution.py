"""What a figure stands out from: the other years of its organ, and its peers."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from govdisclosure.analysis.plots.distribution_figures import Beside, beside, told_of
from govdisclosure.analysis.plots.distribution_layers import history, peers, told
from govdisclosure.analysis.plots.figures import SERIES, panel_of
from govdisclosure.analysis.plots.taking import organ_word
from govdisclosure.analysis.plots.theme import altair, empty, finished
from govdisclosure.analysis.plots.words import said
from govdisclosure.errors import UsageError
from govdisclosure.model.showing import model_word
from govdisclosure.rules.across.outliers import LEAST_ORGANS, LEAST_YEARS
from govdisclosure.rules.outcome import Outcome
from govdisclosure.rules.phrasing import amount
from govdisclosure.text.language import Lang, require_lang

if TYPE_CHECKING:
    from altair.typing import ChartType

__all__ = ["plot_distribution"]


def plot_distribution(  # noqa: PLR0913  a figure is named by organ, year and series
    panel: object | None = None,
    *,
    organ: str | None = None,
    year: int | None = None,
    series: str = "received",
    outcome: Outcome | Mapping[str, object] | None = None,
    width: int = 640,
    lang: Lang = "zh",
) -> "ChartType":
    """A figure beside the other years of its organ, and beside the organs of its kind and level in its year.

    Medians, spreads and what counts as far are those of the rules ACR201 and ACR202.

    Args:
        panel: A panel, see :func:`govdisclosure.analysis.panel`, a frame of cells, or the tables of
            reports; without one, only what ``outcome`` tells is drawn.
        organ: The organ, as the panel names it.
        year: The year; with ``outcome`` that of its facts.
        series: The series of the panel, one of requests.
        outcome: An outcome of one of the two rules, or its row of the outcomes (with ``facts``, and ``organ``).
        width: Width in pixels.
        lang: ``zh`` or ``en``.

    Raises:
        UsageError: Columns are missing, the figure is not fully named, or the outcome is of another rule.
        MissingExtraError: altair or Arrow is not installed.
    """
    require_lang(lang)
    altair()
    if outcome is not None:
        organ, year, series = _named(outcome, organ, series)
    if panel is None and outcome is not None:
        return _told(outcome, organ, series, width, lang)
    if panel is None or organ is None or year is None:
        raise UsageError("请给 panel、organ 和 year，或给 outcome", "give panel, organ and year, or give outcome")
    series = series.removeprefix("requests.")
    if series not in SERIES:
        known = tuple(SERIES)
        raise UsageError(
            f"没有项目 {series}；有{'、'.join(known)}", f"there is no series {series}; known are {', '.join(known)}"
        )
    named = {"organ": organ_word(organ, said("unknown_organ", lang)), "year": year, "series": _series(series, lang)}
    table, _ = panel_of(panel)
    found = beside(table, organ, year, series)
    if found is None:
        return empty(said("distribution.bare", lang), lang, width, said("distribution.no_value", lang, **named))
    return _beside(found, named, width, lang)


def _beside(found: Beside, named: dict[str, object], width: int, lang: Lang) -> "ChartType":
    alt = altair()
    title = said("distribution.title", lang, value=found.value, **named)
    verdicts = [_of_years(found, lang), _of_peers(found, lang)]
    parts = [history(found, int(str(named["year"])), str(named["series"]), width, lang)]
    if len(found.figures) > 1:
        parts.append(peers(found, str(named["series"]), width, lang))
    band = found.others is not None or found.scale is not None
    notes = [*verdicts, said("distribution.band_note", lang) if band else "", said("distribution.not_fault", lang)]
    space = "" if lang == "zh" else " "
    return finished(
        alt.vconcat(*parts, spacing=20),
        title=title,
        notes=notes,
        description=f"{title}{'。' if lang == 'zh' else '. '}{space.join(verdicts)}",
        width=width,
    )


def _of_years(found: Beside, lang: Lang) -> str:
    others = found.others
    if others is None:
        return said("distribution.few_years", lang, least=LEAST_YEARS, years=len(found.years) - 1)
    return said(
        "distribution.history_said", lang, years=others.count, median=amount(others.median),
        deviation=amount(others.deviation), verdict=_verdict(far=found.far_from_years, lang=lang),
    )  # fmt: skip


def _of_peers(found: Beside, lang: Lang) -> str:
    count = len(found.figures)
    if found.scale is None:
        return said("distribution.few_organs", lang, least=LEAST_ORGANS, organs=count)
    middle = (found.figures[(count - 1) // 2] + found.figures[count // 2]) / 2
    return said("distribution.peers_said", lang, organs=count, median=f"{middle:g}",
                verdict=_verdict(far=found.far_from_peers, lang=lang))  # fmt: skip


def _verdict(*, far: bool, lang: Lang) -> str:
    return said("distribution.far" if far else "distribution.near", lang)


def _named(
    outcome: Outcome | Mapping[str, object], organ: str | None, series: str
) -> tuple[str | None, int | None, str]:
    """Organ, year and series that an outcome is about."""
    facts, subject = _facts(outcome), _get(outcome, "subject")
    row = str(subject or "").partition(":")[2]
    whose = organ if organ is not None or isinstance(outcome, Outcome) else outcome.get("organ")
    return None if whose is None else str(whose), told_of(facts).year, row if row in SERIES else series


def _told(
    outcome: Outcome | Mapping[str, object], organ: str | None, series: str, width: int, lang: Lang
) -> "ChartType":
    facts = told_of(_facts(outcome))
    whose = organ_word(organ, "") if organ else ""
    title = said("distribution.told_title", lang, organ=whose, year=facts.year, series=_series(series, lang),
                 value=f"{facts.value:g}").strip()  # fmt: skip
    band = "distribution.band_note" if facts.years is not None else "distribution.middle_band"
    message = str(_get(outcome, f"message_{lang}") or "")
    if isinstance(outcome, Outcome):
        message = outcome.message.zh if lang == "zh" else outcome.message.en
    return finished(
        told(facts, _series(series, lang), width, lang),
        title=title,
        notes=[said(band, lang), said("distribution.not_fault", lang)],
        description=f"{title}{'。' if lang == 'zh' else '. '}{message}".strip(),
        width=width,
    )


def _facts(outcome: Outcome | Mapping[str, object]) -> Mapping[str, object] | str:
    facts = _get(outcome, "facts")
    return facts if isinstance(facts, str | Mapping) else {}


def _get(outcome: Outcome | Mapping[str, object], name: str) -> object:
    return getattr(outcome, name, None) if isinstance(outcome, Outcome) else outcome.get(name)


def _series(series: str, lang: Lang) -> str:
    return model_word(SERIES.get(series, series), lang)
