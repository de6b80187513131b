"""From Parquet to a frame of cells, beside pyarrow's own conversion in the same run.

Run with ``python -m bench.frames [--count 10000]`` at the root of the repository, on a machine that does nothing else.
Some reports with tables are read and checked; their tables are then repeated under other names until there are as many
reports as are wanted, in the folder that a batch would leave.
"""

import argparse
import hashlib
import json
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from bench.corpus import made

import govdisclosure.analysis as ga
from govdisclosure import Kernel, run_batch

__all__ = ["LEGS", "main", "measure", "prepare", "table"]

_SEED = 200
_FIRST_TABLES = 2019
_TIMES = 3
_YEAR = 2023


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        sys.stdout.write(table(measure(prepare(Path(folder), given.count))) + "\n")
    return 0


def prepare(folder: Path, count: int, seed: int = _SEED) -> Path:
    """Make the folder of a batch of so many reports.

    Args:
        folder: An empty folder to work in.
        count: How many reports; a multiple of ``seed`` is made of it.
        seed: How many of them are read.
    """
    import pyarrow as pa  # noqa: PLC0415  an extra
    import pyarrow.compute as pc  # noqa: PLC0415  same
    import pyarrow.parquet as pq  # noqa: PLC0415  same

    usable = (one for one in made(100 * seed) if one.year >= _FIRST_TABLES and not one.broken)
    for one in islice(usable, seed):
        path = folder / "in" / one.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(one.content)
    run_batch([folder / "in"], folder / "seed", kernel=Kernel(select="SUM"))
    out = folder / "out"
    copies = -(-count // seed)
    for name in ("reports", "cells"):
        (out / name).mkdir(parents=True)
        for part in sorted((folder / "seed" / name).glob("part-*.parquet")):
            rows = pq.read_table(part)
            for copy in range(copies):
                names = pc.binary_join_element_wise(f"{copy:04d}", rows.column("name"), "/")
                key = hashlib.sha256(f"{copy} {part.stem}".encode()).hexdigest()[:24]
                renamed = rows.set_column(0, rows.schema.field("name"), names.cast(pa.string()))
                pq.write_table(renamed, out / name / f"part-{key}.parquet")
    run = json.loads((folder / "seed" / "run.json").read_text("utf-8"))
    run["totals"]["documents"] = copies * seed
    (out / "run.json").write_text(json.dumps(run), "utf-8")
    return out


def _pyarrow(folder: Path) -> Any:
    import pyarrow.parquet as pq  # noqa: PLC0415  an extra

    return pq.read_table(folder / "cells").to_pandas()


LEGS: dict[str, Callable[[Path], Any]] = {
    "pyarrow: read_table, to_pandas": _pyarrow,
    "report_tables, cells to pandas": lambda folder: ga.report_tables(folder).cells.to_pandas(),
    "report_tables, cells to polars": lambda folder: ga.report_tables(folder).cells.to_polars(),
    "report_tables, one year to pandas": lambda folder: ga.report_tables(folder).where(year=_YEAR).cells.to_pandas(),
}


def measure(folder: Path, times: int = _TIMES) -> dict[str, dict[str, Any]]:
    """Measure each leg in turn, so many times.

    Returns:
        By leg ``seconds`` (the best) and ``rows``; under ``corpus`` its ``reports``, ``files`` and ``bytes``.
    """
    parts = list((folder / "cells").glob("part-*.parquet"))
    reports = len(ga.report_tables(folder).reports)
    found: dict[str, dict[str, Any]] = {
        "corpus": {"reports": reports, "files": len(parts), "bytes": sum(part.stat().st_size for part in parts)}
    }
    for _ in range(times):
        for leg, run in LEGS.items():
            started = time.perf_counter()
            rows = len(run(folder))
            seconds = time.perf_counter() - started
            best = min(seconds, found.get(leg, {}).get("seconds", seconds))
            found[leg] = {"seconds": best, "rows": rows}
    return found


def table(found: dict[str, dict[str, Any]]) -> str:
    """What was measured."""
    corpus = found["corpus"]
    yardstick = found[next(iter(LEGS))]["seconds"]
    lines = [f"{corpus['reports']:,} reports, cells in {corpus['files']} files, {corpus['bytes'] / 1e6:.1f} MB"]
    for leg in LEGS:
        one = found[leg]
        times = one["seconds"] / yardstick
        lines.append(f"{leg:<36} {one['rows']:>10,} rows {one['seconds']:>7.2f} s {times:>6.2f} x pyarrow")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
