"""What several files of tests share and is dear to make."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings

# A machine that is busy with something else is no fault of the code: what must be quick has a test of its own.
settings.register_profile("steady", deadline=None)
settings.load_profile("steady")
ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The site, built once as ``python docs/build.py`` builds it: a warning is an error."""
    pytest.importorskip("furo", reason="furo is not installed")
    pytest.importorskip("myst_nb", reason="myst-nb is not installed")
    folder = tmp_path_factory.mktemp("built") / "site"
    path = os.pathsep.join(filter(None, (str(ROOT / "src"), os.environ.get("PYTHONPATH"))))
    command = [sys.executable, str(ROOT / "docs" / "build.py"), str(folder)]
    done = subprocess.run(  # noqa: S603  the project's own command
        command, env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        pytest.fail(f"python docs/build.py: {done.stdout}{done.stderr}", pytrace=False)
    return folder
