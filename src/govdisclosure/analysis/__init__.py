"""Many reports at once: as tables and pictures, beside each other, and year after year.

Each name is imported at its first use.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govdisclosure.analysis.frames import Table as Table
    from govdisclosure.analysis.frames import as_arrow as as_arrow
    from govdisclosure.analysis.scorecard import Indicator as Indicator
    from govdisclosure.analysis.scorecard import Scorecard as Scorecard
    from govdisclosure.analysis.scorecard import Scores as Scores
    from govdisclosure.analysis.scorecard import read_scorecard as read_scorecard
    from govdisclosure.analysis.scorecard import score as score

_HOMES = {
    "frames": "Table as_arrow",
    "scorecard": "Indicator Scorecard Scores read_scorecard score",
}
_HOME = {name: module for module, names in _HOMES.items() for name in names.split()}
if not TYPE_CHECKING:  # type checkers take the imports above
    __all__ = sorted(_HOME)  # noqa: PLE0605  each name stands once


def __getattr__(name: str) -> object:
    """Import a public name at its first use."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The public names."""
    return sorted(_HOME)
