"""Spark in local mode comes to what the local kernel comes to."""

import doctest
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.batch.samples import with_tables

from govdisclosure.batch.kernel import Kernel, flatten
from govdisclosure.batch.schemas import TABLES, schema
from govdisclosure.batch.spark import check_dataframe, documents
from govdisclosure.errors import UsageError

pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
sql = pytest.importorskip("pyspark.sql", reason="pyspark is not installed")

FIXTURES = Path(__file__).parent.parent / "fixtures" / "reports"
DOCS = Path(__file__).parent.parent.parent / "docs"
PAGES = [DOCS / "pipelines" / "spark.md", DOCS / "how-to" / "spark.md"]
LEAST = 17
# A short run spends its time on starting: less is compiled and planned.
QUICK = {
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto",
    "spark.sql.shuffle.partitions": "2",
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.codegen.wholeStage": "false",
}


def java():
    """The number of the system's Java; none where there is none."""
    found = shutil.which("java")
    if found is None:
        return None
    said = subprocess.run([found, "-version"], capture_output=True, text=True, check=False).stderr  # noqa: S603
    number = re.search(r'version "(\d+)', said)
    return int(number[1]) if number else None


pytestmark = [
    pytest.mark.skipif((java() or 0) < LEAST, reason=f"Java {LEAST} or later is not there"),
    pytest.mark.filterwarnings("ignore"),  # Spark's own
]


@pytest.fixture(scope="module")
def spark():
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, sys.path))
    os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
    builder = sql.SparkSession.builder.master("local[2]").appName("govdisclosure").config("spark.ui.enabled", "false")
    for address in ("spark.driver.bindAddress", "spark.driver.host"):
        builder = builder.config(address, "127.0.0.1")
    for name, value in QUICK.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    yield session
    session.stop()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("documents")
    for path in FIXTURES.iterdir():
        (made / path.name).write_bytes(path.read_bytes())
    (made / "tables.html").write_bytes(with_tables())
    (made / "broken.docx").write_bytes(b"PK\x03\x04 not a file of Word")
    return made


def by_name(rows):
    return sorted(rows, key=lambda row: str(sorted(row.items(), key=str)))


@pytest.fixture(scope="module")
def local(folder):
    rows = [{"name": f"file:{path}", "content": path.read_bytes()} for path in sorted(folder.iterdir())]
    return Kernel()(pa.RecordBatch.from_pylist(rows))


@pytest.mark.parametrize("table", TABLES)
def test_each_table_has_the_rows_of_the_local_kernel(spark, folder, local, table):
    read = documents(spark.read.format("binaryFile").load(str(folder))).repartition(2)
    found = check_dataframe(read, table=table)
    assert found.columns == schema(table).names
    rows = found.toArrow().cast(schema(table)).to_pylist()
    assert by_name(rows) == by_name(flatten(local, table).to_pylist())
    assert rows


def test_options_reach_the_executors(spark, folder):
    read = documents(spark.read.format("binaryFile").load(str(folder)))
    rows = check_dataframe(read, Kernel(select="STR101")).select("rule").distinct().collect()
    assert [row.rule for row in rows] == ["STR101"]


def test_a_document_without_content_is_a_row(spark):
    frame = spark.createDataFrame([("a", b""), ("b", None)], "name string, content binary")
    rows = check_dataframe(frame, table="reports").select("name", "status").orderBy("name").collect()
    assert [tuple(row) for row in rows] == [("a", "unread"), ("b", "unread")]


@pytest.mark.parametrize("page", PAGES, ids=["reference", "how-to"])
def test_the_python_on_the_page_does_what_it_says(page, spark, monkeypatch):
    monkeypatch.chdir(FIXTURES.parent.parent.parent)
    test = doctest.DocTestParser().get_doctest(page.read_text("utf-8"), {"spark": spark}, "page", "page", 0)
    assert len(test.examples) > 9
    assert doctest.DocTestRunner().run(test).failed == 0


def test_what_is_wrong_is_said_before_spark_works(spark):
    frame = spark.createDataFrame([("a", b"x")], "name string, content binary")
    with pytest.raises(UsageError, match="outcome"):
        check_dataframe(frame, table="outcome")
    with pytest.raises(UsageError, match="content"):
        check_dataframe(frame.select("name"))
    with pytest.raises(UsageError):
        check_dataframe(frame, Kernel(select="XYZ9"))
