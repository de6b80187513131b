"""Lists inputs in a process of its own, and tells what that took beyond what it began with."""

import json
import os
import re
import resource
import sys
from collections.abc import Iterator
from pathlib import Path

from govdisclosure.batch.inputs import documents, walking

FAKE = "many files"
FILES = 200_000
KIB = 1 if sys.platform == "darwin" else 1024


class Entry:
    """What a folder lists of a file."""

    __slots__ = ("name",)

    def __init__(self, name):
        self.name = name

    def is_symlink(self):
        return False

    def is_dir(self, *, follow_symlinks):
        return follow_symlinks and False


class Listing:
    """A folder with many files, listed in no order."""

    def __init__(self, folder):
        self.folder = folder

    def __enter__(self) -> Iterator[Entry]:
        # A prime: every number once.
        return (Entry(f"{number * 7919 % FILES:09d}-水利局年报.html") for number in range(FILES))

    def __exit__(self, *_):
        return None


def most():
    """Bytes this process took at most; what the system says of it to others counts its parent too."""
    status = Path("/proc/self/status")
    if status.exists():
        return 1024 * int(re.search(r"VmHWM:\s+(\d+) kB", status.read_text()).group(1))
    return KIB * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def main(given):
    if given.endswith(FAKE):
        os.scandir = Listing
        walking._AT_ONCE = 50_000  # noqa: SLF001  fewer than there are
    list(documents([__file__]))
    before = most()
    count, last, rose = 0, "", True
    for one in documents([given]):
        count, rose, last = count + 1, rose and one.name > last, one.name
    sys.stdout.write(json.dumps([count, rose, most() - before]))


if __name__ == "__main__":
    main(sys.argv[1])
