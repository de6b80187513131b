"""The folder that a batch has left, for whatever reads its tables: whether it can be read, and where they are."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from govdisclosure.batch.arrow import arrow
from govdisclosure.batch.schemas import TABLES, VERSION, schema
from govdisclosure.batch.store import JOURNAL, RUN
from govdisclosure.errors import UsageError
from govdisclosure.rules.outcome import Message
from govdisclosure.text.display import cut, one_line

if TYPE_CHECKING:
    from pyarrow import dataset as ds

__all__ = ["Left", "dataset", "is_results", "lacking", "left_in", "parts", "readable", "require_whole"]

_SHOWN = 200


@attrs.frozen(kw_only=True)
class Left:
    """How far a batch came.

    Attributes:
        folder: Its folder.
        complete: False while it is not done.
        documents: Of how many documents its tables tell; ``None`` where it does not say.
    """

    folder: Path
    complete: bool
    documents: int | None = None

    @property
    def notes(self) -> tuple[Message, ...]:
        """What is not whole."""
        return () if self.complete else (_UNFINISHED,)


_UNFINISHED = Message(
    "批量处理尚未完成，没有处理到的报告会显得缺失，改动过的可能出现两次",
    "the batch is not finished: reports that it has not come to look as if they were missing, those that changed may "
    "stand twice",
)


def is_results(path: Path) -> bool:
    """True for a folder that a batch has left or is at work in."""
    try:
        return (path / RUN).is_file()
    except OSError:  # the name is too long for a path
        return False


def left_in(folder: Path) -> Left:
    """How far the batch in a folder came.

    Args:
        folder: The folder.

    Raises:
        UsageError: It is none of a batch, or its tables are of a version that is not known.
    """
    try:
        run = json.loads((folder / RUN).read_text("utf-8"))
        state, version = str(run["state"]), run["made"].get("tables")
        documents = (run.get("totals") or {}).get("documents")
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise UsageError(
            f"{folder} 不是批量结果文件夹；请先运行 govdisclosure batch … --output {folder}",
            f"{folder} is no folder of a batch; run govdisclosure batch … --output {folder} first",
        ) from None
    if version != VERSION:
        raise UsageError(
            f"{folder} 的结果表是另一版本（{version}），请用当前版本重做",
            f"the tables in {folder} are of version {version}; run the batch again with this release",
        )
    return Left(folder=folder, complete=state == "complete", documents=documents)


def require_whole(left: Left, count: int) -> None:
    """Turn away the tables of a batch that is done where they tell of more or fewer documents than it had.

    Args:
        left: How far it came.
        count: How many rows ``reports`` has.

    Raises:
        UsageError: They are not whole.
    """
    if left.complete and left.documents not in {None, count}:
        raise UsageError(
            f"{left.folder} 应有{left.documents}份文件的结果，表中有{count}份，不完整；请重做（同样的 batch 命令）"
            "或重新复制",
            f"{left.folder} should tell of {left.documents} documents, its tables tell of {count}: they are not "
            "whole; run the same batch again, or copy the folder again",
        )


def parts(folder: Path, table: str) -> list[str]:
    """The files of one table, in the order of the documents as far as that is known; no link out of the folder."""
    at = {key: place for place, key in enumerate(_keys(folder))}
    found = [part for part in (folder / table).glob("part-*.parquet") if _is_within(part, folder)]
    found.sort(key=lambda part: (at.get(part.stem.removeprefix("part-"), len(at)), part.name))
    return [str(part) for part in found]


def dataset(folder: Path, table: str) -> "ds.Dataset":
    """One table as Arrow reads it; a column that an earlier release did not write is null.

    Raises:
        MissingExtraError: Arrow is not installed.
    """
    arrow()
    from pyarrow import dataset as ds  # noqa: PLC0415  an extra

    found, shape = parts(folder, table), schema(table)
    # A list of files: a folder's name may hold signs that would be taken for a pattern.
    return ds.dataset(found, schema=shape, format="parquet") if found else ds.dataset(shape.empty_table())


@contextmanager
def readable(folder: Path, *errors: type[Exception]) -> Iterator[None]:
    """Say in words that tables cannot be read.

    Args:
        folder: Their folder.
        errors: What else besides Arrow's and the system's errors means that.

    Raises:
        UsageError: They cannot be read.
    """
    try:
        yield
    except (*errors, arrow().ArrowException, OSError) as error:
        told = cut(one_line(str(error)), _SHOWN)
        raise UsageError(
            f"{folder} 的结果表读不出：{told}；如文件损坏，请用 batch --fresh 重做，或重新复制",
            f"the tables in {folder} cannot be read: {told}; if a file is damaged, run batch with --fresh, "
            "or copy the folder again",
        ) from None


def lacking(folder: Path) -> tuple[str, ...]:
    """The tables that the batch did not write, as an earlier release did not."""
    return tuple(table for table in TABLES if not (folder / table).is_dir())


def _keys(folder: Path) -> Iterator[str]:
    """The chunks that are done, in the order of the documents."""
    try:
        lines = (folder / JOURNAL).read_text("utf-8", errors="replace").splitlines()
    except OSError:
        return
    for line in lines:
        try:
            entry: Any = json.loads(line)
            yield str(entry["key"])
        except (ValueError, TypeError, KeyError):
            continue


def _is_within(part: Path, folder: Path) -> bool:
    """False for a link that leads out of the folder."""
    return part.resolve().is_relative_to(folder.resolve())
