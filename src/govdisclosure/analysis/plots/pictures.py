"""Charts as pictures that show Chinese on a machine without a Chinese font, and in a notebook without a network."""

import base64
import os
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal
from xml.sax.saxutils import escape, quoteattr

from govdisclosure.analysis.plots.theme import FONT, altair
from govdisclosure.errors import MissingExtraError, OutputError, UsageError

__all__ = ["png", "save_png", "svg", "use_static_pictures"]

_MOST_SCALE = 10
_NAME = "govdisclosure"
_DATA = {"data", "datasets", "values"}


def png(chart: Any, *, scale: float = 2) -> bytes:  # noqa: ANN401  a chart of altair
    """A chart as a PNG; Chinese is drawn with the font of zhplot, whatever fonts the machine has.

    Args:
        chart: A chart of altair, of this package or the caller's own.
        scale: Pixels of the picture for each of the chart; 2 is sharp on most screens.

    Raises:
        UsageError: It is no chart, or the scale is out of range.
        MissingExtraError: altair, vl-convert or zhplot is not installed.
    """
    _require_scale(scale)
    made: bytes = _converter().vegalite_to_png(_spec(chart), scale=scale)
    return made


def svg(chart: Any) -> str:  # noqa: ANN401  a chart of altair
    """A chart as an SVG with its description for screen readers; its text is text, drawn with the reader's fonts.

    Args:
        chart: A chart of altair.

    Raises:
        UsageError: It is no chart.
        MissingExtraError: altair, vl-convert or zhplot is not installed.
    """
    spec = _spec(chart)
    made: str = _converter().vegalite_to_svg(spec)
    words = str(spec.get("description", ""))
    if not words:
        return made
    head, end, rest = made.partition(">")
    return f'{head} role="img" aria-label={quoteattr(words)}{end}<title>{escape(words)}</title>{rest}'


def save_png(chart: Any, path: str | os.PathLike[str], *, scale: float = 2) -> None:  # noqa: ANN401  a chart
    """Write a chart as a PNG, see :func:`png`.

    Args:
        chart: A chart of altair.
        path: The file; it is replaced where it is there.
        scale: Pixels of the picture for each of the chart.

    Raises:
        UsageError: It is no chart, the scale is out of range, or the name of the file ends in another format.
        OutputError: The file cannot be written.
        MissingExtraError: altair, vl-convert or zhplot is not installed.
    """
    ending = Path(path).suffix
    if ending.lower() != ".png":
        raise UsageError(
            f"save_png 只写 PNG，文件名应以 .png 结尾，不是“{ending}”；要 SVG 请把 svg(chart) 的文字写入文件",
            f"save_png writes PNG: let the name end in .png, not “{ending}”; for SVG write what svg(chart) gives",
        )
    made = png(chart, scale=scale)
    try:
        Path(path).write_bytes(made)
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise OutputError(f"图片无法写入：{path}（{why}）", f"the picture cannot be written: {path} ({why})") from error


def use_static_pictures(form: Literal["png", "svg"] = "png", *, scale: float = 2) -> None:
    """Show charts in a notebook as pictures: no network, no script, and there when the notebook is opened again.

    Every chart of altair that a cell ends with is then shown so, with its description as alternative text. It is
    undone with ``altair.renderers.enable("default")``.

    Args:
        form: ``png`` shows Chinese everywhere; ``svg`` has text that can be searched, drawn with the reader's fonts.
        scale: For ``png``, pixels of the picture for each of the chart.

    Raises:
        UsageError: There is no such form, or the scale is out of range.
        MissingExtraError: altair, vl-convert or zhplot is not installed.
    """
    if form not in {"png", "svg"}:
        raise UsageError("form 只能是 png 或 svg", f"form must be 'png' or 'svg', not {form!r}")
    _require_scale(scale)
    alt = altair()
    _converter()
    alt.renderers.register(_NAME, _shown)
    alt.renderers.enable(_NAME, form=form, scale=scale)


def _require_scale(scale: float) -> None:
    if not 0 < scale <= _MOST_SCALE:
        raise UsageError(f"scale 应大于 0、不超过 {_MOST_SCALE}", f"scale must be above 0 and at most {_MOST_SCALE}")


def _shown(spec: Mapping[str, Any], *, form: str, scale: float, **_: object) -> tuple[dict[str, str], dict[str, Any]]:
    """What a notebook keeps of a chart, and beside it the alternative text."""
    words = str(spec.get("description", "")) or "chart"
    if form == "svg":
        return {"image/svg+xml": svg(spec), "text/plain": words}, {"image/svg+xml": {"alt": words}}
    made = png(spec, scale=scale)
    wide = int.from_bytes(made[16:20], "big")  # the width in the first chunk of a PNG
    shown = {"image/png": base64.b64encode(made).decode("ascii"), "text/plain": words}
    return shown, {"image/png": {"alt": words, "width": round(wide / scale)}}


def _spec(chart: Any) -> dict[str, Any]:  # noqa: ANN401  a chart of altair, or its specification
    """What is drawn: our font after every other that is named, and alone where none is."""
    if isinstance(chart, Mapping):
        spec = dict(chart)
    else:
        alt = altair()
        if not isinstance(chart, alt.TopLevelMixin):
            kind = type(chart).__name__
            raise UsageError(f"不是 altair 图：{kind}", f"not a chart of altair: {kind}")
        spec = chart.to_dict()
    named: dict[str, Any] = _with_font({**spec, "config": {"font": FONT, **spec.get("config", {})}})
    return named


def _with_font(part: Any) -> Any:  # noqa: ANN401  any part of a specification
    if isinstance(part, list):
        return [_with_font(one) for one in part]
    if not isinstance(part, dict):
        return part
    return {key: one if key in _DATA else _named(key, one) for key, one in part.items()}


def _named(key: str, value: Any) -> Any:  # noqa: ANN401  any part of a specification
    if isinstance(value, str) and (key == "font" or key.endswith("Font")):
        return value if FONT in value else f"{value}, {FONT}"
    return _with_font(value)


@cache
def _converter() -> Any:  # noqa: ANN401  a module without types
    """The module ``vl_convert`` with the Chinese font of zhplot, which is only looked up: it would load matplotlib."""
    altair()
    found = find_spec("zhplot")
    try:
        import vl_convert  # noqa: PLC0415  an extra
    except ImportError:
        found = None
    if found is None or not found.submodule_search_locations:
        raise MissingExtraError("plot", "画图", "drawing pictures")
    vl_convert.register_font_directory(str(Path(found.submodule_search_locations[0]) / "fonts"))
    return vl_convert
