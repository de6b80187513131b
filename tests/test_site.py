"""The site: every public name, every notebook and every page is on it, and it asks for nothing from elsewhere."""

import ast
import importlib
import importlib.util
import re
import zlib
from pathlib import Path

import pytest
from tests.blocks import PAGES, blocks_of

import govdisclosure
import govdisclosure.analysis

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOKS = sorted(path.stem for path in (ROOT / "docs" / "notebooks").glob("*.ipynb"))


def extension(name):
    spec = importlib.util.spec_from_file_location(name, ROOT / "docs" / "_ext" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def described(site):
    """The names of Python that the reference describes."""
    packed = (site / "objects.inv").read_bytes().split(b"\n", 4)[4]
    lines = zlib.decompress(packed).decode("utf-8").splitlines()
    return {line.split()[0] for line in lines if line.split()[1].startswith("py:")}


def _found(dotted):
    module, _, name = dotted.rpartition(".")
    try:
        return getattr(importlib.import_module(module), name, None)
    except ImportError:
        return None


@pytest.mark.parametrize("package", [govdisclosure, govdisclosure.analysis], ids=lambda package: package.__name__)
def test_every_public_name_is_in_the_reference(package, described):
    names = {name for name in dir(package) if name != "__version__"}
    above = set() if package is govdisclosure else set(dir(govdisclosure))
    assert len(names) > 2
    assert {name for name in names - above if f"{package.__name__}.{name}" not in described} == set()


def test_what_the_pages_import_is_in_the_reference(described):
    known = {id(_found(name)) for name in described} | set()
    imports = set()
    for page in PAGES:
        for block in blocks_of(page):
            if block.kind == "python" and "rules" not in page.parts[-2:]:
                source = re.sub(r"^(>>>|\.\.\.) ?", "", block.text, flags=re.MULTILINE)
                source = "\n".join(line for line in source.splitlines() if line.startswith("from govdisclosure"))
                imports |= {(one.module, name.name) for one in ast.parse(source).body for name in one.names}
    assert len(imports) > 30
    missing = {one for one in imports if id(getattr(importlib.import_module(one[0]), one[1])) not in known}
    assert missing == set()


_TAGS = re.compile(r"<(?:script|img|link|iframe|source|video|audio|embed|object|image|use)\b[^>]*>")
_LOADS = re.compile(r"""\b(?:src|srcset|href|data|poster)="([^"]*)\"""")
_STYLED = re.compile(r"url\(\s*['\"]?\s*(?:https?:)?//|@import")
_SCRIPTS = re.compile(r"<script[^>]*>(.*?)</script>", re.DOTALL)


def test_no_page_loads_anything_from_elsewhere(site):
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 250
    for path in pages:
        text = path.read_text("utf-8")
        loads = [address for tag in _TAGS.findall(text) for address in _LOADS.findall(tag)]
        assert loads
        assert [address for address in loads if re.match(r"\s*(?:[a-z]+:)?//", address)] == [], path
        assert [script for script in _SCRIPTS.findall(text) if re.search(r"https?://|['\"]//", script)] == [], path
        assert not _STYLED.search(text), path
    for path in site.rglob("*.css"):
        assert not _STYLED.search(path.read_text("utf-8")), path


def test_no_page_names_a_place_on_the_machine(site):
    places = (str(ROOT), str(Path.home()), str(site.parent))
    for path in sorted(site.rglob("*.html")):
        text = path.read_text("utf-8")
        assert [place for place in places if place in text] == [], path


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_stands_on_the_site_with_its_stored_outputs(name, site):
    text = (site / "notebooks" / f"{name}.html").read_text("utf-8")
    assert text.count("cell_output") > 3


@pytest.mark.parametrize("name", ["researcher", "supervisor"])
def test_a_picture_of_a_notebook_says_what_it_shows(name, site):
    text = (site / "notebooks" / f"{name}.html").read_text("utf-8")
    told = re.findall(r'<img\b[^>]*?alt="([^"]*)"', text)
    assert len(told) > 3
    assert [one for one in told if one.endswith((".svg", ".png")) or not re.search(r"\d", one)] == []


def test_pages_of_rules_and_law_lead_up_to_their_list(site):
    for page in ("rules/SUM201", "law/reply.term"):
        article = (site / f"{page}.html").read_text("utf-8").split("<article", 1)[1]
        assert re.search(r'<a class="reference internal" href="index.html">', article), page


def test_a_page_in_chinese_says_so_and_others_do_not(site):
    assert '<html class="no-js" lang="zh-CN"' in (site / "tutorial.zh.html").read_text("utf-8")
    assert '<html class="no-js" lang="en"' in (site / "tutorial.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("勾稽关系", ["勾稽", "稽关", "关系"]),
        ("申请", ["申请"]),
        ("表", ["表"]),
        ("2021年格式SUM201不符", ["2021", "年格", "格式", "SUM201", "不符"]),
        ("reply_term，工作日 term", ["reply_term", "工作", "作日", "term"]),
        ("。，", []),
    ],
)
def test_chinese_is_cut_into_pairs_and_other_words_stay_whole(text, words):
    assert extension("bigrams").Bigrams({}).split(text) == words
