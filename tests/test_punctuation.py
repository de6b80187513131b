"""Chinese that the tool speaks is punctuated as Chinese."""

import ast
import re
from pathlib import Path

import pytest

from govdisclosure import api
from govdisclosure.errors import GovDisclosureError, ReadError

ROOT = Path(__file__).resolve().parent.parent
# The messages of rules are examined as they are given.
SPEAKING = {"govdisclosure", "cli", "documents", "extraction", "law", "writing"}
SOURCES = sorted(path for path in (ROOT / "src" / "govdisclosure").rglob("*.py") if path.parent.name in SPEAKING)
REPORTS = [*sorted((ROOT / "examples").iterdir()), *sorted((ROOT / "tests" / "fixtures" / "reports").iterdir())]
HALF = re.compile(r"[\u4e00-\u9fff》）”〕][,:;()]|[,:;()][\u4e00-\u9fff《（“〔]")
# What a message quotes stands in the report's own punctuation.
QUOTED = re.compile(r"“[^”]{0,200}”")
NESTED = re.compile(r"《[^》]{0,100}《")


def faults(text):
    return HALF.findall(QUOTED.sub("“”", text)) + NESTED.findall(text)


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.name)
def test_every_message_of_a_check_over_every_report_at_hand(path):
    try:
        assessment = api.check(path)
    except ReadError as error:
        said = [error.zh]
    else:
        said = [message.zh for message in (*(outcome.message for outcome in assessment), *assessment.not_checked)]
        said += [cite.zh for outcome in assessment for cite in outcome.cites]
    assert [(text, faults(text)) for text in said if faults(text)] == []


def spoken(tree):
    """Strings in the arguments of errors, and strings bound to a name that says they are Chinese."""
    for node in ast.walk(tree):
        named = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id.endswith("Error")
        bound = isinstance(node, ast.Assign) and "zh" in ast.unparse(node.targets[0])
        if named or bound:
            yield from _joined(node)


def _joined(node):
    for part in ast.walk(node):
        if isinstance(part, ast.JoinedStr):
            yield "".join(one.value if isinstance(one, ast.Constant) else "x" for one in part.values)
        elif isinstance(part, ast.Constant) and isinstance(part.value, str):
            yield part.value


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT / "src").as_posix())
def test_every_error_and_every_chinese_phrase_of_the_source(path):
    phrases = [text for text in spoken(ast.parse(path.read_text("utf-8"))) if re.search("[\u4e00-\u9fff]", text)]
    both = [text for text in phrases if " / " in text]
    assert [(text, faults(text)) for text in phrases if text not in both and faults(text)] == []


@pytest.mark.parametrize(
    "call",
    [
        lambda: api.check(b"", select="STR999"),
        lambda: api.check(b"", select="STR101", ignore="STR"),
        lambda: api.check(b"", select=3),
        lambda: api.check(b"", as_of="then"),
        lambda: api.explain("reply.trm"),
        lambda: api.explain("STR101", "fr"),
        lambda: api.explain(None),
        lambda: api.read(None),
        lambda: api.read(b""),
        lambda: api.read(b"PK\x03\x04..."),
        lambda: api.read("/no/such/file"),
    ],
)
def test_every_refusal_carries_both_languages_apart(call):
    with pytest.raises(GovDisclosureError) as caught:
        call()
    assert faults(caught.value.zh) == []
    assert " / " not in caught.value.zh + caught.value.en
    assert re.search("[\u4e00-\u9fff]", caught.value.zh)
    assert not re.search("[\u4e00-\u9fff]", caught.value.en)


@pytest.mark.parametrize("day", ["2009-01-01", "2016-06-01", "2024-06-01"])
def test_every_line_of_the_law(day):
    assert [line for line in api.law_in_force(day).render("zh").splitlines() if faults(line)] == []
