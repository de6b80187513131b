"""Build the site: ``python docs/build.py [FOLDER]``, by default ``build/site``; a warning is an error."""

import sys
from pathlib import Path

from sphinx.cmd.build import build_main

__all__ = ["build"]

DOCS = Path(__file__).resolve().parent


def build(folder: Path, *, jobs: str = "auto", more: tuple[str, ...] = ()) -> int:
    """Build the site into a folder; what Sphinx keeps between two runs lies beside it.

    Args:
        folder: Where the pages go.
        jobs: Processes.
        more: Further options of ``sphinx-build``.

    Returns:
        0 if there was no warning.
    """
    kept = folder.with_name(f"{folder.name}.doctrees")
    return build_main(["-W", "--keep-going", "-q", "-j", jobs, "-d", str(kept), *more, str(DOCS), str(folder)])


if __name__ == "__main__":
    sys.exit(build(Path(sys.argv[1] if len(sys.argv) > 1 else DOCS.parent / "build" / "site")))
