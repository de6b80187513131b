"""What the command writes: fits its schema, is safe in a spreadsheet, the same from a folder and from a batch."""

import csv
import io
import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from tests.analysis.similar.written import plain

import govdisclosure
from govdisclosure.analysis.similar import Reason, batch_texts, similar_texts, text_of
from govdisclosure.analysis.similar.convert import similar_to_dict
from govdisclosure.analysis.similar.lines import similar_csv, similar_lines
from govdisclosure.analysis.similar.schema import similar_schema
from govdisclosure.cli.commands import run
from govdisclosure.errors import MissingExtraError, ReadError, UsageError

ROOT = Path(govdisclosure.__file__).parent
EXAMPLES = Path(__file__).parents[3] / "examples"
WORDS = "逐座公开水库巡查记录，并由专人整理后张贴在公示栏，向来访村民当面讲解灌区轮灌安排；" * 2


def some():
    texts = [
        plain(WORDS + "取水计量设施由第三方核验。", "=cmd()", "=甲县水利局"),
        plain(WORDS + "取水计量设施由第三方核验。", "b.html", "乙县水利局"),
        plain("略。", "c.html"),
    ]
    return similar_texts(texts, min_chars=50)


def test_the_document_fits_the_shipped_schema():
    shipped = json.loads((ROOT / "schema" / "similar.schema.json").read_text("utf-8"))
    assert shipped == similar_schema()
    Draft202012Validator.check_schema(shipped)
    document = json.loads(json.dumps(similar_to_dict(some(), [ReadError("x", "读不出", "not read")])))
    assert document["clusters"][0]["pairs"][0]["passages"]
    assert document["unjudged"][0]["reason"] == Reason.SHORT
    assert list(Draft202012Validator(shipped).iter_errors(document)) == []
    document["clusters"][0]["pairs"][0]["kind"] = "fail"
    assert list(Draft202012Validator(shipped).iter_errors(document))


def test_no_cell_is_a_formula():
    rows = list(csv.reader(io.StringIO(similar_csv(some()).removeprefix("\ufeff"))))
    assert len(rows) == 2
    assert {len(row) for row in rows} == {20}
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)
    assert "'=cmd()" in rows[1]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_lines_say_what_was_not_judged_and_which_bounds_held(lang):
    text = "\n".join(similar_lines(some(), lang))
    said = {
        "zh": ("第1组", "未作判断", "机关太少", "共3份"),
        "en": ("group 1", "not judged", "too few", "3 reports"),
    }
    assert [words for words in said[lang] if words not in text] == []


@pytest.fixture
def folder(tmp_path):
    for name in ("county-water-bureau-2009.txt", "county-water-bureau-2010.txt"):
        (tmp_path / name).write_bytes((EXAMPLES / name).read_bytes())
    return tmp_path


def test_the_command_writes_each_form(folder, capsys):
    base = ["similar", str(folder), "--min-chars", "100"]
    assert run([*base, "--format", "json"]) == 0
    (cluster,) = json.loads(capsys.readouterr().out)["clusters"]
    assert [one["year"] for one in cluster["members"]] == [2009, 2010]
    assert run([*base, "--format", "csv"]) == 0
    assert "同一机关不同年度" in capsys.readouterr().out
    assert run([*base, "--same-year"]) == 0
    assert "0组" in capsys.readouterr().out
    assert run([*base, "--threshold", "2"]) == 2
    (folder / "bad.pdf").write_bytes(b"%PDF-")
    assert run([*base, "--same-organ"]) == 3


def test_the_spans_of_passages_lead_to_the_words_in_the_report(folder):
    reports = {path.name: govdisclosure.read(path) for path in sorted(folder.iterdir())}
    found = similar_texts((text_of(report, name) for name, report in reports.items()), min_chars=100)
    (pair,) = found.pairs
    assert len(pair.passages) > 2
    for one in pair.passages:
        assert reports[pair.first.name].text[one.start : one.end] == one.text
        assert reports[pair.second.name].text[one.other_start : one.other_end] == one.other_text


def test_a_batch_gives_what_its_reports_give(folder, tmp_path, capsys):
    pytest.importorskip("pyarrow")
    out = tmp_path / "out"
    sources = [str(path) for path in sorted(folder.glob("*.txt"))]
    assert run(["batch", *sources, "--output", str(out), "--workers", "1"]) in {0, 1}
    capsys.readouterr()
    named = {one.name: one for one in batch_texts(out)}
    for name, text in named.items():
        report = govdisclosure.read(folder / Path(name).name)
        assert text == text_of(report, name)
    assert len(named) == 2
    assert run(["similar", str(out), "--min-chars", "100", "--format", "json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["clusters"]) == 1
    with pytest.raises(UsageError):
        batch_texts(folder / "none")


def test_what_a_batch_could_not_read_or_has_lost_is_said(folder, tmp_path, capsys):
    pytest.importorskip("pyarrow")
    out = tmp_path / "out"
    (folder / "empty.txt").write_text("", "utf-8")
    assert run(["batch", str(folder), "--output", str(out), "--workers", "1"]) == 3
    capsys.readouterr()
    assert run(["similar", str(out), "--lang", "en"]) == 3
    assert "1 documents could not be read" in capsys.readouterr().err
    made = json.loads((out / "run.json").read_text("utf-8"))
    (out / "run.json").write_text(json.dumps({**made, "state": "running"}), "utf-8")
    assert run(["similar", str(out), "--lang", "en"]) == 3
    assert "not finished" in capsys.readouterr().err
    for part in (out / "sections").iterdir():
        part.write_bytes(b"no table")
    assert run(["similar", str(out), "--lang", "en"]) == 2
    assert "damaged" in capsys.readouterr().err


def test_without_the_extra_the_line_to_install_it_is_given(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "rensa", None)
    with pytest.raises(MissingExtraError, match="dedup"):
        similar_texts([])
