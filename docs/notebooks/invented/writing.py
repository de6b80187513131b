"""All that is invented, written to a folder."""

from pathlib import Path

from .organs import YEARS, organs_csv, renamed_toml
from .reports import made

__all__ = ["write"]


def write(folder: str | Path, years: range = YEARS) -> Path:
    """Write the reports on these years, the list of organs, the renamings, and the register of one organ.

    Args:
        folder: Where to; it is made.
        years: The years; ``range(2024, 2025)`` for the reports that were due this January.

    Returns:
        The folder, with ``reports/<year>/<organ>.<kind>``, ``organs.csv``, ``renamed.toml``, ``requests.csv``,
        ``cases.csv`` and ``scorecard.toml``.
    """
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for one in made(years):
        path = folder / "reports" / one.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(one.content)
    for name in ("requests.csv", "cases.csv", "scorecard.toml"):
        (folder / name).write_bytes(Path(__file__).with_name(name).read_bytes())
    (folder / "organs.csv").write_text(organs_csv(), "utf-8", newline="\n")
    (folder / "renamed.toml").write_text(renamed_toml(), "utf-8", newline="\n")
    return folder
