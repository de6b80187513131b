"""What all pictures have in common: colours that colour-blind readers tell apart, type, titles, alternative text."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from govdisclosure.analysis.plots.words import harmless, said
from govdisclosure.errors import MissingExtraError
from govdisclosure.text.display import columns
from govdisclosure.text.language import Lang, require_lang

if TYPE_CHECKING:
    from altair.typing import ChartType

__all__ = ["COLOURS", "FONT", "INK", "PALE", "altair", "data", "empty", "finished", "wrapped"]

FONT = "Noto Sans SC"
"""The family that pictures are drawn with; a browser without it takes one of its own."""
_FONTS = f"{FONT}, PingFang SC, Microsoft YaHei, Source Han Sans SC, sans-serif"
INK, _SOFT, PALE = "#1f2328", "#57606a", "#e1e4e8"
COLOURS: Mapping[str, str] = MappingProxyType(
    {
        "blue": "#0072B2",
        "sky": "#56B4E9",
        "green": "#009E73",
        "orange": "#E69F00",
        "vermilion": "#D55E00",
        "purple": "#CC79A7",
        "grey": "#8C959F",
    }
)
"""The palette of Okabe and Ito, which readers of all kinds of colour vision tell apart."""
_TITLE, _NOTE = 15, 12
_HALF = 0.52  # of the size of type: half a wide character, and what a Latin letter takes


def altair() -> Any:  # noqa: ANN401  a module
    """The module ``altair``.

    Raises:
        MissingExtraError: It is not installed.
    """
    try:
        import altair as alt  # noqa: PLC0415  an extra
    except ImportError:
        raise MissingExtraError("plot", "画图", "drawing pictures") from None
    return alt


def data(rows: Sequence[dict[str, Any]]) -> Any:  # noqa: ANN401  data of altair
    """Rows as the data of a chart, written into it once however many layers use them.

    A tuple: altair copies lists value by value at each step.
    """
    return altair().InlineData(values=tuple({name: _harmless(value) for name, value in row.items()} for row in rows))


def _harmless(value: Any) -> Any:  # noqa: ANN401  a value of a row
    if isinstance(value, str):
        return harmless(value)
    return [_harmless(one) for one in value] if isinstance(value, list) else value


def wrapped(text: str, width: int, size: int = _NOTE) -> list[str]:
    """A text in lines that are no wider than a picture.

    >>> wrapped("没有读到的不画，也不是零。", 120)
    ['没有读到的不画，也', '不是零。']
    """
    room = max(int(width / (size * _HALF)), 16)
    lines, line = [], ""
    for piece in _pieces(text):
        if line and columns(line + piece.rstrip()) > room and piece not in "，。；：、）":
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    return [*lines, line.rstrip()] if line.strip() else lines


def _pieces(text: str) -> Iterable[str]:
    """Where a line may be broken: after each wide character and each word."""
    word = ""
    for sign in text:
        if columns(sign) > 1:
            if word:
                yield word
            yield sign
            word = ""
        else:
            word += sign
            if sign == " ":
                yield word
                word = ""
    if word:
        yield word


def finished(
    chart: Any,  # noqa: ANN401  a chart of altair
    *,
    title: str,
    notes: Iterable[str] = (),
    description: str,
    width: int,
) -> "ChartType":
    """A chart with its title, what a reader must know below it, and its alternative text.

    Args:
        chart: The chart.
        title: What it shows.
        notes: Sentences below the title: what was left out, and what must not be read into it.
        description: The alternative text.
        width: Pixels that the lines may take.
    """
    alt = altair()
    title, description = harmless(title), harmless(description)
    lines = [line for note in notes if note for line in wrapped(harmless(note), width)]
    head = alt.TitleParams(
        text=wrapped(title, width, _TITLE),
        subtitle=lines,
        anchor="start",
        frame="bounds",
        offset=14,
        subtitlePadding=7,
        color=INK,
    )
    drawn: ChartType = chart.properties(title=head, description=description, background="white", padding=10).configure(
        font=_FONTS,
        title=alt.TitleConfig(fontSize=_TITLE, fontWeight="normal", subtitleFontSize=_NOTE, subtitleColor=_SOFT,
                              subtitleLineHeight=17, lineHeight=20),
        axis=alt.AxisConfig(labelFontSize=11, titleFontSize=_NOTE, titleFontWeight="normal", labelColor=INK,
                            titleColor=_SOFT, gridColor="#eceef0", domainColor="#9aa1a9", tickColor="#9aa1a9",
                            labelLimit=260),
        legend=alt.LegendConfig(labelFontSize=_NOTE, titleFontSize=_NOTE, titleFontWeight="normal", titleColor=_SOFT,
                                labelColor=INK, labelLimit=300, symbolLimit=60),
        header=alt.HeaderConfig(labelFontSize=_NOTE, titleFontSize=_NOTE, titleFontWeight="normal", labelColor=INK,
                                labelLimit=300),
        view=alt.ViewConfig(stroke=PALE),
    )  # fmt: skip
    return drawn


def empty(title: str, lang: Lang, width: int, why: str = "") -> "ChartType":
    """A picture that says in words that there is nothing to draw.

    Args:
        title: What it would show.
        lang: ``zh`` or ``en``.
        width: Its width in pixels.
        why: What is missing, where more is known than that the frame has no such rows.
    """
    require_lang(lang)
    alt, words = altair(), why or said("nothing", lang)
    rows = [{"words": wrapped(words, width - 20, 14)}]
    chart = alt.Chart(data(rows)).mark_text(fontSize=14, color=_SOFT, lineBreak="\n", align="center")
    return finished(
        chart.encode(text="words:N").properties(width=width, height=90),
        title=title,
        description=f"{title}{'：' if lang == 'zh' else ': '}{words}",
        width=width,
    )
