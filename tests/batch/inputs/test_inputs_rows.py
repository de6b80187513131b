import base64
import gzip
import json
import tracemalloc

import pytest
from tests.batch.inputs.archives import PAGE, zipped

from govdisclosure.batch.inputs import Limits, documents, faults, load, to_batch
from govdisclosure.batch.inputs import rows_of_parquet as of_parquet
from govdisclosure.batch.schemas import documents as schema
from govdisclosure.errors import MissingExtraError, ReadError

pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
pq = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")


@pytest.fixture
def read(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def run(content, name="r.ndjson", **limits):
        if isinstance(content, bytes):
            (tmp_path / name).write_bytes(content)
        else:
            pq.write_table(content, tmp_path / name, **{key: limits.pop(key) for key in list(limits) if key in OPTIONS})
        found = {}
        for one in documents([name], limits=Limits(**limits)):
            assert one.name not in found
            try:
                found[one.name] = load(one)
            except ReadError as error:
                found[one.name] = error.en
        return found

    return run


OPTIONS = {"row_group_size", "use_dictionary", "compression"}


def line(name, **values):
    return json.dumps({"name": name, **values}, ensure_ascii=False).encode() + b"\n"


def coded(content):
    return base64.b64encode(content).decode()


def test_a_line_a_document(read):
    lines = [
        b"\xef\xbb\xbf" + line("市/a.html", content=coded(PAGE)),
        b"\r\n",
        line("b.txt", text="年报"),
        line("http://a.gov.cn/c.html", text="c", more=[1, {}]),
        line(None, text="d"),
        line("b.txt", text="e").rstrip(),
    ]
    expected = {
        "市/a.html": PAGE, "b.txt": "年报".encode(), "http://a.gov.cn/c.html": b"c", "r.ndjson!/5": b"d",
        "b (2).txt": b"e",
    }  # fmt: skip
    assert read(b"".join(lines)) == expected
    assert read(b"".join(lines), "r.jsonl").keys() == {name.replace("ndjson", "jsonl") for name in expected}
    packed = read(gzip.compress(b"".join(lines)), "r.ndjson.gz")
    assert list(packed.values()) == list(expected.values())
    within = read(zipped(("r.ndjson", b"".join(lines))), "z.zip")
    assert list(within.values()) == list(expected.values())


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        (b"no json", "no JSON object"),
        (b"[1, 2]", "no JSON object"),
        (b'"text"', "no JSON object"),
        (b"\xff\xfe{}", "no JSON object"),
        (b"[" * 100_000, "no JSON object"),
        (b"[" * 300_000 + b"]" * 300_000, "no JSON object"),
        (b'{"name": "x", "n": ' + b"9" * 5_000 + b"}", "no JSON object"),
        (b'{"text": "x", "n": [' + b"{}," * 200_000 + b"0]}", "no JSON object"),
        (b'{"a": 1}', "neither content"),
        (b'{"content": 3}', "neither content"),
        (b'{"content": "a"}', "not base64"),
        (b'{"content": "\\u4e2d"}', "not base64"),
        (b'{"text": "' + b"x" * 1_001 + b'"}', "larger than the limit"),
        (b'{"text": "' + b"x" * 80_000 + b'"}', "larger than the limit"),
    ],
)
def test_a_bad_line_is_a_row_and_the_others_are_read(read, bad, words):
    limit = {"max_bytes": 1_000} if "limit" in words else {}
    found = read(line("a.html", text="a") + bad + b"\n" + line("b.html", text="b"), **limit)
    assert words in found.pop("r.ndjson!/2")
    assert found == {"a.html": b"a", "b.html": b"b"}


def test_names_in_lines_lead_nowhere(read):
    names = [
        "../up.html",
        "/abs.html",
        "C:/x.html",
        "\ud800.html",
        "a\n\x1b.html",
        "\u202ex.html",
        "x" * 5_000 + ".html",
    ]
    found = read(b"".join(json.dumps({"name": name, "text": "t"}).encode() + b"\n" for name in names))
    assert list(found)[:6] == [
        r"\x2e\x2e/up.html", r"\x2f/abs.html", r"C\x3a/x.html", r"\ud800.html", r"a\x0a\x1b.html", r"\u202ex.html",
    ]  # fmt: skip
    assert len(list(found)[6]) == 1_000
    assert set(found.values()) == {b"t"}


def test_text_that_is_no_unicode(read):
    assert read(rb'{"name": "a", "text": "x\ud800y"}') == {"a": b"x?y"}


def test_a_very_long_line_is_never_held(tmp_path):
    path = tmp_path / "long.ndjson"
    with path.open("wb") as stream:
        stream.write(line("a.html", text="a"))
        stream.write(b'{"text": "')
        stream.seek(1 << 30)
        stream.write(b'"}\n' + line("b.html", text="b"))
    tracemalloc.start()
    found = {one.name: one.fault for one in documents([path])}
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    long = found.pop(f"{str(path)[1:]}!/2")
    assert "larger than the limit" in long.en
    assert found == {"a.html": None, "b.html": None}
    assert peak < 120_000_000


def test_a_file_without_rows_and_one_that_breaks_off(read):
    assert "no row" in read(b"\n\n")["r.ndjson"]
    packed = gzip.compress(line("a.html", text="a") * 3)
    found = read(packed[:-9], "r.ndjson.gz")
    assert any("damaged" in one for one in found.values() if isinstance(one, str))


def table(**columns):
    return pa.table(columns)


NAMES = ["a.html", None, "a.html", "../b.html"]
CONTENTS = [PAGE, b"x", None, b"y"]
KINDS = {
    "binary": pa.array(CONTENTS, pa.binary()),
    "large": pa.array(CONTENTS, pa.large_binary()),
    "dictionary": pa.array(CONTENTS, pa.binary()).dictionary_encode(),
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("use_dictionary", [True, False])
def test_a_row_of_parquet_a_document(read, kind, use_dictionary):
    rows = table(name=NAMES, content=KINDS[kind], more=[1] * 4)
    for size in (1, 3, 100):
        found = read(rows, "r.parquet", row_group_size=size, use_dictionary=use_dictionary)
        assert found == {
            "a.html": PAGE, "r.parquet!/2": b"x", "a (2).html": "this row has no content; look into it",
            r"\x2e\x2e/b.html": b"y",
        }  # fmt: skip


def test_text_in_parquet_and_an_archive_around_it(read, tmp_path):
    rows = table(text=["年报", "b"], name=["a.txt", "b.txt"])
    assert read(rows, "r.parquet") == {"a.txt": "年报".encode(), "b.txt": b"b"}
    content = (tmp_path / "r.parquet").read_bytes()
    assert read(zipped(("r.parquet", content)), "z.zip") == {"a.txt": "年报".encode(), "b.txt": b"b"}
    assert read(content, "no-ending") == {"a.txt": "年报".encode(), "b.txt": b"b"}


@pytest.mark.parametrize(
    "columns",
    [{"name": ["a"]}, {"content": [b"a"]}, {"name": [1], "text": ["a"]}, {"name": ["a"], "content": [1]}, {"x": []}],
)
def test_wrong_columns_are_a_row(read, columns):
    assert "columns are missing" in read(table(**columns), "r.parquet")["r.parquet"]


def test_damaged_parquet_is_a_row(read, tmp_path):
    assert "no whole Parquet" in read(PAGE, "r.parquet")["r.parquet"]
    rows = table(name=[f"{number}.html" for number in range(400)], text=[str(number) * 50 for number in range(400)])
    read(rows, "r.parquet", row_group_size=100, compression="none", use_dictionary=False)
    content = (tmp_path / "r.parquet").read_bytes()
    assert "no whole Parquet" in read(content[:-3], "r.parquet")["r.parquet"]
    at = content.index(b"200" * 9) - 3_000
    spoilt = read(content[:at] + b"\xff" * 2_900 + content[at + 2_900 :], "r.parquet")
    assert spoilt["0.html"] == b"0" * 50
    assert len(spoilt) == 400 or "damaged" in spoilt["r.parquet"]
    assert "no row" in read(rows.slice(0, 0), "r.parquet")["r.parquet"]


def test_large_values_are_refused(read):
    rows = table(name=["a", "b"], content=[bytes(5_000), b"x"])
    found = read(rows, "r.parquet", max_bytes=4_000, compression="none")
    assert "larger than the limit" in found["a"]
    assert found["b"] == b"x"
    found = read(rows, "r.parquet", max_bytes=2_000, compression="none", use_dictionary=False)
    assert all("larger than the limit" in one for one in found.values())


def test_one_text_in_a_million_rows_is_a_bomb(read):
    rows = table(name=[str(number) for number in range(300)], content=[bytes(100_000)] * 300)
    found = read(rows, "r.parquet", max_total=2_000_000, max_ratio=1)
    assert sum(isinstance(one, bytes) for one in found.values()) == 20
    assert sum("zip bomb" in one for one in found.values() if isinstance(one, str)) == 280


def test_a_file_that_ends_the_process_that_reads_it(read, monkeypatch, tmp_path):
    rows = table(name=["a"], text=["a"])
    script = tmp_path / "script"
    monkeypatch.setattr(of_parquet.parquet_apart, "__file__", str(script))
    row = 'os.write(1, b\'["b.html", "", 1]\\nb\')'
    for lines, expected in (
        (["os.abort()"], {"r.parquet": "no whole Parquet file, or damaged; obtain it again"}),
        ([row, "os.abort()"], {"b.html": b"b", "r.parquet": faults.BROKEN.en}),
        ([row, 'os.write(1, b\'["c.html", "", 9]\\nb\')'], {"b.html": b"b", "r.parquet": faults.BROKEN.en}),
        ([row, "os.write(1, b'null\\n')"], {"b.html": b"b"}),
    ):
        script.write_text("\n".join(["import os", *lines]), "utf-8")
        assert read(rows, "r.parquet") == expected


def test_a_value_that_takes_more_memory_than_there_is(read, monkeypatch):
    pytest.importorskip("resource", reason="the system sets no limits to a process")
    monkeypatch.setattr(of_parquet, "_MEMORY", 250_000_000)
    limits = {"max_bytes": 1 << 30, "max_total": 1 << 30, "compression": "zstd"}
    assert read(table(name=["a"], content=[b"x"]), "r.parquet", **limits) == {"a": b"x"}
    found = read(table(name=["a"], content=[bytes(120_000_000)]), "r.parquet", **limits)
    assert list(found) == ["r.parquet"]
    monkeypatch.undo()
    assert found["r.parquet"] in {one.en for one in of_parquet._OF_THE_FILE.values()}  # noqa: SLF001  either will do


def test_without_arrow_that_is_said(read, monkeypatch):
    rows = table(name=["a"], text=["a"])
    read(rows, "r.parquet")

    def missing():
        raise MissingExtraError("batch", "批量处理", "processing in batches")

    monkeypatch.setattr(of_parquet, "arrow", missing)
    assert "govdisclosure[batch]" in read(rows, "r.parquet")["r.parquet"]


def test_documents_as_a_batch(read, tmp_path):
    lines = line("a.html", content=coded(PAGE)) + line("b.html", content="?") + line("\u202e", text="")
    read(lines)
    batch = to_batch(documents([tmp_path / "r.ndjson", tmp_path / "none.html"]))
    assert batch.schema.equals(schema(), check_metadata=True)
    batch.validate(full=True)
    assert batch.column("content").to_pylist() == [PAGE, None, b"", None]
    assert batch.column("fault_en").to_pylist()[1] == "content of this line is not base64; look into it"
    assert batch.column("fault_zh").to_pylist()[3] == "找不到文件；请检查路径"
    assert batch.column("name").to_pylist()[:3] == ["a.html", "b.html", r"\u202e"]
    assert to_batch([]).num_rows == 0
