"""The system's Chromium, driven by Playwright, where there are both."""

import shutil
from contextlib import contextmanager
from importlib.util import find_spec

import pytest

_CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
_QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
          "--disable-component-update", "--disable-sync"]  # fmt: skip
needs_browser = pytest.mark.skipif(
    _CHROMIUM is None or find_spec("playwright") is None,
    reason="no Chromium on this machine (Debian: apt-get install chromium), or Playwright is not installed",
)


@contextmanager
def opened():
    """A browser that asks for nothing by itself."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  it may not be installed

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_CHROMIUM, args=_QUIET)
        yield browser
        browser.close()
