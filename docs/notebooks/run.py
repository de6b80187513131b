"""Execute the notebooks and store what they show.

``python docs/notebooks/run.py`` runs all, or those that are named, each in a fresh kernel and an empty folder, and
writes them with their outputs; with ``--check`` it only says where an output differs from the one stored, and exits 1.
"""

import argparse
import asyncio
import difflib
import json
import os
import re
import sys
import tempfile
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from subprocess import DEVNULL
from typing import Any, TypeAlias

import nbformat
from nbclient import NotebookClient

__all__ = ["FOLDER", "NAMES", "differences", "executed", "faults", "load", "text_of"]

FOLDER = Path(__file__).resolve().parent
NAMES = ("researcher", "supervisor", "case_handler", "law_over_time")
Notebook: TypeAlias = Any
"""A notebook of ``nbformat``, which has no types."""

_TIMEOUT, _AT_ONCE = 120, 2
# A release of it every year changes none of the days that are shown.
_RELEASE = re.compile(r"(?<=chinesecalendar )[\d.]*\d")
_STYLE = re.compile(r"<wbr>|<style\b.*?</style>|\sstyle=\"[^\"]*\"", re.DOTALL)
_TEXT_IN_PICTURE = re.compile(r"<text\b[^>]*>([^<]*)</text>")
_NOT_REPEATABLE = re.compile(r"0x[0-9a-f]{6,}|(?<![\w.:/])/(?:tmp|home|root|usr|work|Users)/\S*|[A-Z]:\\\\?\w+")


def load(name: str) -> Notebook:
    """A notebook as it is stored."""
    return nbformat.read(FOLDER / f"{name}.ipynb", as_version=4)


async def executed(*names: str) -> dict[str, Notebook]:
    """Notebooks executed anew, two at a time.

    Args:
        names: Which, by the names of their files.

    Raises:
        CellExecutionError: A cell raises.
    """
    slots = asyncio.Semaphore(_AT_ONCE)

    async def one(name: str) -> Notebook:
        async with slots:
            return await _execute(load(name))

    return dict(zip(names, await asyncio.gather(*map(one, names)), strict=True))


async def _execute(notebook: Notebook) -> Notebook:
    path = os.pathsep.join(filter(None, (str(FOLDER), os.environ.get("PYTHONPATH"))))
    environment = {**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": "0", "COLUMNS": "120"}
    with tempfile.TemporaryDirectory() as empty:
        client = NotebookClient(notebook, timeout=_TIMEOUT, kernel_name="python3", record_timing=False)
        # What a cell prints comes by another way; what the kernel says of itself is nobody's concern.
        await client.async_execute(env=environment, cwd=empty, stderr=DEVNULL)
    return _tidied(notebook)


def _tidied(notebook: Notebook) -> Notebook:
    """The same with nothing in it that another run or machine would write otherwise."""
    notebook.metadata = nbformat.from_dict(
        {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        }
    )
    for number, cell in enumerate(notebook.cells, 1):
        cell.id = f"cell-{number:02d}"
        cell.metadata = nbformat.from_dict({})
        for output in cell.get("outputs", ()):
            if "text/html" in output.get("data", {}):
                for poorer in ("text/plain", "text/markdown"):
                    output.data.pop(poorer, None)
    return notebook


def text_of(notebook: Notebook) -> list[str]:
    """What a notebook shows as lines: of pictures their words, of pages what stands in them."""
    lines = []
    for number, cell in enumerate(notebook.cells, 1):
        lines += [f"--- cell {number} ({cell.cell_type})", *cell.source.splitlines()]
        for output in cell.get("outputs", ()):
            lines += [f"  > {_RELEASE.sub('…', line)}" for line in _shown(output)]
    return lines


def _shown(output: Mapping[str, Any]) -> Iterator[str]:
    if output["output_type"] == "stream":
        yield f"[{output['name']}]"
        yield from output["text"].splitlines()
    for kind, data in sorted(output.get("data", {}).items()):
        yield f"[{kind}]"
        yield from _READ.get(kind, _plain)(data)


def _plain(data: object) -> list[str]:
    return (
        data if isinstance(data, str) else json.dumps(data, sort_keys=True, ensure_ascii=False, indent=1)
    ).splitlines()


def _page(data: str) -> list[str]:
    """A tag a line; how it is styled may change with the release of what writes tables."""
    return [line.strip() for line in _STYLE.sub("", data).replace("<", "\n<").splitlines() if line.strip()]


def _picture(data: str) -> list[str]:
    return _TEXT_IN_PICTURE.findall(data)


_READ = {
    "text/html": _page,
    "image/svg+xml": _picture,
    "image/png": lambda _: ["a picture"],
}


def differences(stored: Notebook, anew: Notebook, name: str = "") -> list[str]:
    """Where what is shown differs, as lines of a unified diff; empty where it does not."""
    return list(
        difflib.unified_diff(text_of(stored), text_of(anew), f"{name} stored", f"{name} executed", n=2, lineterm="")
    )


def faults(notebook: Notebook) -> list[str]:
    """What in the outputs would be another on another day or machine, or is a warning or an error."""
    found = []
    for number, cell in enumerate(notebook.cells, 1):
        for output in cell.get("outputs", ()):
            if output["output_type"] == "error" or output.get("name") == "stderr":
                found.append(f"cell {number}: {output.get('ename') or output.get('text')}")
            found += [f"cell {number}: {word}" for word in _NOT_REPEATABLE.findall("\n".join(_shown(output)))]
    return found


def _main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*NAMES, []], help="which notebooks; all by default")
    parser.add_argument("--check", action="store_true", help="only compare with what is stored")
    options = parser.parse_args()
    names = options.names or NAMES
    found = asyncio.run(executed(*names))
    wrong = list(chain.from_iterable(faults(found[name]) for name in names))
    for name in names:
        if options.check:
            wrong += differences(load(name), found[name], name)
        else:
            nbformat.write(found[name], FOLDER / f"{name}.ipynb")
    sys.stdout.write("".join(f"{line}\n" for line in wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(_main())
