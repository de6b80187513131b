"""Every fenced block of every page is run, read as what it configures reads it, or exempt with a reason."""

import collections
import shutil

import pytest
from tests.blocks import PAGES, ROOT, Block, blocks_of, furnish, handle

pytest.importorskip("markdown_it", reason="markdown-it-py is not installed")
pytest.importorskip("duckdb", reason="duckdb is not installed")

BLOCKS = {page: list(blocks_of(page)) for page in PAGES}
COUNTS = collections.Counter()


@pytest.fixture(scope="session")
def furnished(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages") / "world"
    folder.mkdir()
    furnish(folder)
    return folder


@pytest.fixture
def renderers():
    """What a page chooses for pictures holds for that page."""
    alt = pytest.importorskip("altair", reason="altair is not installed")
    active, options = alt.renderers.active, dict(alt.renderers.options)
    yield
    alt.renderers.enable(active, **options)


@pytest.mark.usefixtures("renderers")
@pytest.mark.parametrize("page", [page for page in PAGES if BLOCKS[page]], ids=lambda page: str(page.relative_to(ROOT)))
def test_every_block_of_the_page_does_what_it_says(page, furnished, tmp_path, monkeypatch):
    shutil.copytree(furnished, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    if "--output results" not in page.read_text("utf-8"):
        shutil.copytree("out", "results")
    monkeypatch.syspath_prepend(tmp_path)
    names = {"__name__": "page"}
    for block in BLOCKS[page]:
        COUNTS[handle(block, names)] += 1


def test_a_block_of_no_known_kind_or_without_a_reason_is_refused():
    for kind, mark in (("", None), ("ruby", None), ("python", ("not run", "no"))):
        with pytest.raises(AssertionError):
            handle(Block(PAGES[0], 1, kind, "x = 1\n", mark), {})


def test_no_more_than_two_blocks_are_exempt_and_few_only_read():
    total = sum(map(len, BLOCKS.values()))
    if COUNTS.total() != total:
        pytest.skip("only some of the pages were asked for")
    assert COUNTS["exempt"] <= 2, COUNTS
    assert COUNTS["run"] > 0.8 * total, COUNTS
