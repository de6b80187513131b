"""The fenced blocks of the pages: found, and run as their kind is run."""

import ast
import contextlib
import doctest
import io
import json
import re
import shlex
import shutil
import sys
import tempfile
import tomllib
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import attrs
from markdown_it import MarkdownIt
from tests.analysis.captures import PAGE, changed_page

from govdisclosure.analysis.across import read_organs, read_renamed
from govdisclosure.batch.running import run_batch
from govdisclosure.cli.commands import run
from govdisclosure.decisions import Suppressions
from govdisclosure.law.notices import calendar_from_toml
from govdisclosure.law.overlay_files import overlay_from_toml
from govdisclosure.plugins import GROUPS
from govdisclosure.settings.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([*ROOT.glob("README*.md"), *(ROOT / "docs").rglob("*.md")])
_MARK = re.compile(r"<!-- (run by|not run|file):? (.+?) -->\s*\Z")
_PARTS = re.compile(r"\s*&&\s*")
_ENDING = re.compile(r"\s+# (.*)$")


@attrs.frozen
class Block:
    """A fenced block: its page, line, kind, content, and what the comment before it says of it."""

    page: Path
    line: int
    kind: str
    text: str
    mark: tuple[str, str] | None

    def __str__(self) -> str:
        return f"{self.page.relative_to(ROOT)}:{self.line}"


def blocks_of(page: Path) -> Iterator[Block]:
    """The blocks of a page, in order, without directives of the site."""
    before = ""
    for token in MarkdownIt().parse(page.read_text("utf-8")):
        if token.type == "fence" and not token.info.startswith("{"):
            found = _MARK.search(before)
            yield Block(page, token.map[0] + 1, token.info.strip(), token.content, found and (found[1], found[2]))
        before = token.content if token.type == "html_block" else ""


def furnish(folder: Path) -> None:
    """What the pages take for granted: reports, a batch of them, captures, registers, lists, by the names they use."""
    page, texts = PAGE.encode(), sorted((ROOT / "examples").glob("*.txt"))
    for name in ("examples", "reports", "submitted", "REPORTS", "报告文件夹"):
        (folder / name).mkdir()
        for path in (ROOT / "examples").glob("county-*"):
            (folder / name / path.name).write_bytes(path.read_bytes())
    (folder / "examples" / "register").mkdir()
    (folder / "registers").mkdir()
    shutil.copytree(ROOT / "examples" / "scorecard", folder / "examples" / "scorecard")
    shutil.copytree(ROOT / "tests" / "fixtures" / "reports", folder / "tests" / "fixtures" / "reports")
    named = {
        "requests": ("examples/register/requests.csv", "registers/requests.csv", "REQUESTS.csv", "申请.csv"),
        "cases": ("examples/register/cases.csv", "registers/cases.csv", "CASES.csv", "复议诉讼.csv"),
        "catalogue": ("examples/register/catalogue.csv", "CATALOGUE.csv", "目录.csv"),
    }
    for kind, names in named.items():
        for name in names:
            (folder / name).write_bytes((ROOT / "examples" / "register" / f"{kind}.csv").read_bytes())
    for name in ("report.html", "first.html", "先前.html", "REPORT", "报告文件"):
        (folder / name).write_bytes(page)
    for name in ("later.html", "后来.html"):
        (folder / name).write_bytes(changed_page(("<p>12873</p>", "<p>12837</p>")))
    for name in ("reports.zip", "more.zip", "报告.zip"):
        with zipfile.ZipFile(folder / name, "w") as archive:
            archive.writestr("a.txt", texts[0].read_bytes())
    (folder / "list.txt").write_text("report.html\n", "utf-8")
    for name in ("organs.csv", "机关名单.csv"):
        (folder / name).write_text("机关,上级\n青石县水利局,青石县人民政府\n", "utf-8")
    (folder / "renamed.toml").write_text('[[renamed]]\nfrom = "青石县水务局"\nto = "青石县水利局"\n', "utf-8")
    (folder / "decisions.toml").write_text(
        '[[suppress]]\ncode = "STR101"\nagency = "青石县水利局"\nreason = "附表"\n', "utf-8"
    )
    (folder / "our-city.toml").write_text(
        'id = "our-city-2021"\ntitle_zh = "通知"\ntitle_en = "Notice"\nregions = ["青石市"]\nreport_years = [2021]\n'
        '[due]\nall = "01-20"\n',
        "utf-8",
    )
    run_batch([folder / "examples" / "county-*"], folder / "out", workers=1)


def _python(block: Block, names: dict[str, Any]) -> str:
    if ">>> " in block.text:
        test = doctest.DocTestParser().get_doctest(block.text, names, str(block), str(block.page), block.line)
        said = io.StringIO()
        runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
        assert test.examples
        assert runner.run(test, out=said.write, clear_globs=False).failed == 0, said.getvalue()
        names.update(test.globs)
    else:
        exec(compile(block.text, str(block), "exec"), names)  # noqa: S102  the page's own lines
    return "run"


def _line(line: str) -> str:
    """Run one line of a shell: give back what the last command printed."""
    said, note = "", _ENDING.search(line)
    ending = re.match(r"exit (\d)", note[1]) if note else None
    for part in _PARTS.split(_ENDING.sub("", line)):
        words = shlex.split(part)
        name = Path(words[0]).name
        if name == "govdisclosure":
            out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2))
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
                status = run(
                    [*words[1:], *(("--workers", "1") if words[1] == "batch" else ())]
                )  # a pool is slow to start
            assert status in ({int(ending[1])} if ending else {0, 1}), (part, status, _said(err))
            said = _said(out) + _said(err)
            assert said or "--output" in words or "--write" in words, part
        else:  # what a reader does before: installing is what the machine that runs this has done
            assert (name, *words[1:3]) in _BEFORE or words[0] == ".", part
    return said


def _said(stream: io.TextIOWrapper) -> str:
    return stream.buffer.getvalue().decode("utf-8")


_BEFORE = {("python3", "-m", "venv"), ("pip", "install", "-q"), ("pytest", "-q")}


def _shell(block: Block, names: dict[str, Any]) -> str:
    lines = [line.removeprefix("$ ") for line in block.text.splitlines() if line.strip()]
    assert block.kind != "console" or all(line.startswith("$ ") for line in block.text.splitlines()), block
    names["__said__"] = [_line(line) for line in lines][-1]
    return "run"


def _text(block: Block, names: dict[str, Any]) -> str:
    for part in block.text.split("…\n"):
        assert part.strip() in names["__said__"], (str(block), names["__said__"])
    return "run"


def _toml(block: Block, _: dict[str, Any]) -> str:
    held = tomllib.loads(block.text)
    if "project" in held:
        groups = {name.removeprefix("govdisclosure.") for name in held["project"]["entry-points"]}
        assert groups <= set(GROUPS)
        return "parsed"
    loaders: dict[str, Callable[[], object]] = {
        "notice": lambda: calendar_from_toml(block.text),
        "suppress": lambda: Suppressions.loads(block.text),
        "renamed": lambda: read_renamed(block.text.encode()),
        "regions": lambda: overlay_from_toml(block.text, str(block)),
        "tool": lambda: _settings(block),
        "overlay": lambda: _settings(block),
    }
    (loader,) = [loaders[key] for key in held if key in loaders]
    assert loader()
    return "parsed"


def _settings(block: Block) -> Settings:
    with tempfile.TemporaryDirectory(dir=".") as folder:
        for other in Path().glob("*.toml"):
            shutil.copy(other, folder)
        path = Path(folder) / ("pyproject.toml" if "[tool." in block.text else "govdisclosure.toml")
        path.write_text(block.text, "utf-8")
        return Settings.load(path)


def _yaml(block: Block, names: dict[str, Any]) -> str:
    import yaml  # noqa: PLC0415  in the extra of the tests

    held = yaml.safe_load(block.text)
    scripts = [line for job in held.values() if isinstance(job, dict) for line in job.get("script", ())]
    for repository in held.get("repos", ()):
        hooks = {hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
        assert {hook["id"] for hook in repository["hooks"]} <= hooks
    for job in held.get("jobs", {}).values():
        inputs = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))["inputs"]
        ours = [step["with"] for step in job["steps"] if "/govdisclosure@" in step.get("uses", "")]
        assert ours
        assert {key for one in ours for key in one} <= set(inputs)
    return _scripts(scripts, names)


def _scripts(scripts: list[str], names: dict[str, Any]) -> str:
    ours = [line for line in scripts if line.startswith("govdisclosure ")]
    assert all(line.startswith("pip install ") for line in scripts if line not in ours)
    names["__said__"] = [_line(line) for line in ours]
    return "run" if ours else "parsed"


def _groovy(block: Block, names: dict[str, Any]) -> str:
    assert block.text.count("{") == block.text.count("}")
    return _scripts(re.findall(r"^\s*sh '(.+)'$", block.text, re.MULTILINE), names)


def _json(block: Block, _: dict[str, Any]) -> str:
    json.loads(block.text)
    return "parsed"


def _csv(block: Block, _: dict[str, Any]) -> str:
    assert read_organs(block.text.encode())
    return "parsed"


def _mermaid(block: Block, _: dict[str, Any]) -> str:
    head, *lines = block.text.splitlines()
    step = re.compile(r'\s+(state ".+" as \w+|(\w+|\[\*\]) --> (\w+|\[\*\])(: .+)?)')
    assert head == "stateDiagram-v2"
    assert all(step.fullmatch(line) for line in lines)
    return "parsed"


def _bat(block: Block, _: dict[str, Any]) -> str:
    known = {"py", r".venv\Scripts\pip", r".venv\Scripts\govdisclosure"}
    assert {line.split()[0] for line in block.text.splitlines()} <= known
    *_, last = block.text.replace("\\", "/").splitlines()
    assert _line(last)
    return "run"


RUNNERS: dict[str, Callable[[Block, dict[str, Any]], str]] = {
    "python": _python,
    "pycon": _python,
    "console": _shell,
    "bash": _shell,
    "bat": _bat,
    "text": _text,
    "toml": _toml,
    "yaml": _yaml,
    "json": _json,
    "csv": _csv,
    "groovy": _groovy,
    "mermaid": _mermaid,
}


def handle(block: Block, names: dict[str, Any]) -> str:
    """Run a block in the folder at hand, or read it as what it configures reads it.

    Args:
        block: The block.
        names: What the blocks before it on its page have left.

    Returns:
        ``run``, ``parsed``, ``run elsewhere`` or ``exempt``.
    """
    assert block.kind in RUNNERS, f"{block}: a block of no known kind; name its language, or say why it is not run"
    what, said = block.mark or ("", "")
    if what == "not run":
        assert len(said) > 10, f"{block}: say why it is not run"
        if block.kind == "python":
            ast.parse(block.text)
        return "exempt"
    if what == "run by":
        asked = f'"{block.page.parent.name}" / "{block.page.name}"'
        assert asked in (ROOT / said).read_text("utf-8"), f"{block}: {said} does not run it"
        return "run elsewhere"
    if what == "file":
        Path(said).write_text(block.text, "utf-8")
        sys.modules.pop(Path(said).stem, None)
    return RUNNERS[block.kind](block, names)
