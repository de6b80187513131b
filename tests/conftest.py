"""What several files of tests share and is dear to make."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import settings
from tests.browsing import opened

# A machine that is busy with something else is no fault of the code: what must be quick has a test of its own.
settings.register_profile("steady", deadline=None)
settings.load_profile("steady")
ROOT = Path(__file__).resolve().parent.parent


WAIT = 300.0
TOGETHER = "tests/rules/"
"""What must run in one process: the last of these tests asks what the others saw."""


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Where tests run in several processes, the tests of a file stay together, and so do those of the rules."""
    from xdist.scheduler import LoadScopeScheduling  # noqa: PLC0415  it may not be installed

    class ByFile(LoadScopeScheduling):
        def _split_scope(self, nodeid):
            return TOGETHER if nodeid.startswith(TOGETHER) else nodeid.partition("::")[0]

    return ByFile(config, log)


@pytest.fixture(scope="module")
def browser():
    """A browser; the file that asks for it is marked ``needs_browser``."""
    with opened() as one:
        yield one


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The site, built once as ``python docs/build.py`` builds it: a warning is an error.

    Where tests run in several processes, the first that asks builds it and the others wait.
    """
    pytest.importorskip("furo", reason="furo is not installed")
    pytest.importorskip("myst_nb", reason="myst-nb is not installed")
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, said = shared / "site", shared / "site.said"
    try:
        (shared / "site.begun").mkdir()
    except FileExistsError:
        end = time.monotonic() + WAIT
        while not said.exists() and time.monotonic() < end:
            time.sleep(0.5)
    else:
        path = os.pathsep.join(filter(None, (str(ROOT / "src"), os.environ.get("PYTHONPATH"))))
        command = [sys.executable, str(ROOT / "docs" / "build.py"), str(folder)]
        done = subprocess.run(  # noqa: S603  the project's own command
            command, env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True, check=False
        )
        words = f"{done.stdout}{done.stderr}" if done.returncode else ""
        said.with_suffix(".part").write_text(words, "utf-8")
        said.with_suffix(".part").rename(said)
    if not said.exists() or (words := said.read_text("utf-8")):
        pytest.fail(f"python docs/build.py: {words if said.exists() else 'not done in time'}", pytrace=False)
    return folder
