"""Reports a second and peak memory of a batch, at 1 and 2 workers and through Spark, beside its yardstick.

Run with ``python -m bench.batch [--count 10000]`` at the root of the repository, on a machine that does nothing else.
Each leg is a process of its own over the same files; memory is that of its whole tree of processes, what they share
counted once.
"""

import argparse
import io
import json
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from bench.corpus import made, write

__all__ = ["LEGS", "main", "measure", "table"]

LEGS = ("yardstick", "1 worker", "2 workers", "Spark local[2]")
_MANY = 2_000_000
_MEBI = 1024 * 1024
_EVERY = 0.2
_ROW = "{:<16} {:>9} {:>9} {:>10} {:>12} {:>9} {:>17}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print, or, with ``--leg``, be one of the legs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--legs", nargs="*", default=list(LEGS), choices=LEGS)
    parser.add_argument("--leg", choices=LEGS, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    if given.leg is not None:
        started = time.perf_counter()
        found = _LEGS[given.leg](given.folder)
        sys.stdout.write(json.dumps({"seconds": time.perf_counter() - started, "found": found}) + "\n")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        sys.stdout.write(table(measure(Path(folder), given.count, given.legs)) + "\n")
    return 0


def measure(folder: Path, count: int, legs: Sequence[str] = LEGS) -> dict[str, dict[str, Any]]:
    """Measure legs over one corpus.

    Args:
        folder: An empty folder to work in.
        count: How many reports.
        legs: Which of :data:`LEGS`.

    Returns:
        By leg ``seconds``, ``cpu`` (seconds of all processors), ``per_second``, ``peak`` (MiB) and ``found``; under
        ``corpus`` its ``count``, ``bytes`` and what is ``late`` and ``broken`` in it on purpose.
    """
    inputs = folder / "in"
    size = write(inputs, count)
    planted = list(made(count))
    late = sum(one.late and not one.broken for one in planted)
    broken = sum(one.broken for one in planted)
    found: dict[str, dict[str, Any]] = {"corpus": {"count": count, "bytes": size, "late": late, "broken": broken}}
    for leg in legs:
        found[leg] = _leg(leg, folder)
        found[leg]["per_second"] = count / found[leg]["seconds"]
    return found


def table(found: dict[str, dict[str, Any]]) -> str:
    """What was measured, and what two million reports would take."""
    corpus = found["corpus"]
    yardstick = found.get("yardstick", {}).get("seconds")
    about = (
        f"{corpus['count']} reports, {corpus['bytes'] / _MEBI:.1f} MiB, {corpus['late']} late and {corpus['broken']} "
        f"broken on purpose; {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} at the end"
    )
    lines = [about, _ROW.format("leg", "seconds", "CPU s", "reports/s", "x yardstick", "peak MiB", "2 million, hours")]
    for leg, one in found.items():
        if leg != "corpus":
            times = f"{one['seconds'] / yardstick:.1f}" if yardstick else ""
            # Spark's virtual machine does not wait for its workers, so that nobody is told what they took.
            cpu = "" if leg.startswith("Spark") else f"{one['cpu']:.1f}"
            rest = f"{one['per_second']:.1f}", times, f"{one['peak']:.0f}", f"{_MANY / one['per_second'] / 3600:.1f}"
            lines.append(_ROW.format(leg, f"{one['seconds']:.1f}", cpu, *rest))
    return "\n".join(lines)


def _leg(leg: str, folder: Path) -> dict[str, Any]:
    command = [sys.executable, "-m", "bench.batch", "--leg", leg, "--folder", str(folder)]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:  # noqa: S603  ourselves
        peaks = [0]
        watch = threading.Thread(target=_watch, args=(process, peaks), daemon=True)
        watch.start()
        said, _ = process.communicate()
    watch.join()
    if process.returncode:
        raise RuntimeError(leg)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return json.loads(said.splitlines()[-1]) | {"cpu": cpu, "peak": peaks[0] / _MEBI}


def _watch(process: subprocess.Popen[str], peaks: list[int]) -> None:
    while process.poll() is None:
        peaks[0] = max(peaks[0], sum(map(_memory, _tree(process.pid))))
        time.sleep(_EVERY)


def _tree(pid: int) -> Iterator[int]:
    yield pid
    try:
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                yield from _tree(int(child))
    except OSError:
        return


def _memory(pid: int) -> int:
    """Bytes that a process holds, its share of what it shares with others; 0 for one that is gone."""
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    except (OSError, ValueError):
        return 0
    return 0


def _yardstick(folder: Path) -> dict[str, int]:
    """What the library of each format takes to parse the file and give its words, and nothing of ours."""
    characters = 0
    for path in sorted((folder / "in").rglob("*.*")):
        characters += len(_PLAINLY[path.suffix](path.read_bytes()))
    return {"characters": characters}


def _words_of_page(data: bytes) -> str:
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415  imported within the leg that measures it

    tree = LexborHTMLParser(data)
    return (tree.body.text() if tree.body else "") + "".join(cell.text() for cell in tree.css("td, th"))


def _words_of_docx(data: bytes) -> str:
    from lxml import etree  # noqa: PLC0415  likewise

    if not zipfile.is_zipfile(io.BytesIO(data)):
        return ""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return "".join(one.text or "" for one in root.iter("{*}t"))


_PLAINLY: dict[str, Callable[[bytes], str]] = {
    ".html": _words_of_page,
    ".docx": _words_of_docx,
    ".txt": lambda data: data.decode("utf-8", "replace"),
}


def _pool(workers: int) -> Callable[[Path], dict[str, int]]:
    def run(folder: Path) -> dict[str, int]:
        from govdisclosure.batch.running import run_batch  # noqa: PLC0415  likewise

        output = folder / f"out-{workers}"
        summary = run_batch([folder / "in"], output, workers=workers)
        size = sum(path.stat().st_size for path in output.rglob("*.parquet"))
        return {
            "documents": summary.documents,
            "unread": summary.unread,
            "late": _late(output / "outcomes"),
            "bytes": size,
        }

    return run


def _spark(folder: Path) -> dict[str, int]:
    from pyspark.sql import SparkSession  # noqa: PLC0415  likewise

    from govdisclosure.batch.spark import check_dataframe, documents  # noqa: PLC0415  likewise

    os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    for address in ("spark.driver.bindAddress", "spark.driver.host"):
        builder = builder.config(address, "127.0.0.1")
    spark = builder.getOrCreate()
    read = spark.read.format("binaryFile").option("recursiveFileLookup", "true").load(str(folder / "in"))
    output = folder / "out-spark"
    check_dataframe(documents(read)).write.parquet(str(output))
    count = read.count()
    spark.stop()
    size = sum(path.stat().st_size for path in output.rglob("*.parquet"))
    return {"documents": count, "late": _late(output), "bytes": size}


def _late(outcomes: Path) -> int:
    from pyarrow import dataset  # noqa: PLC0415  likewise

    field = dataset.field
    wanted = (field("rule") == "DDL101") & (field("kind") == "fail")
    return dataset.dataset(outcomes, format="parquet").count_rows(filter=wanted)


_LEGS: dict[str, Callable[[Path], dict[str, int]]] = dict(
    zip(LEGS, (_yardstick, _pool(1), _pool(2), _spark), strict=True)
)

if __name__ == "__main__":
    sys.exit(main())
