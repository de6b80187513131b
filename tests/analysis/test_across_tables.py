"""The tables of a batch say across organs and years what the reports themselves say, in memory that does not grow."""

import json
import tracemalloc
from decimal import Decimal

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.analysis.test_across import report

from govdisclosure.analysis.across import (
    Judging,
    Listed,
    Names,
    Renamed,
    check_collection,
    read_renamed,
    reports_of_batch,
)
from govdisclosure.batch.schemas import schema
from govdisclosure.errors import UsageError
from govdisclosure.rules.outcome import Kind

ASKING = (Kind.FAIL, Kind.REVIEW, Kind.OPEN)
JUDGED = (("STR202", "table:requests", "pass"), ("STR106", "tables", "pass"))


def rows(table, found):
    blank = dict.fromkeys(schema(table).names)
    return pa.Table.from_pylist([{**blank, **one} for one in found], schema=schema(table))


def tables(folder, reports, state="complete", judged=JUDGED):
    """The folder of a batch of these reports: three tables, as ``across`` reads them."""
    heads, cells, outcomes = [], [], []
    for one in reports:
        whose = {"name": one.source.uri, "organ": one.agency.name, "year": one.year}
        agency = {"organ_kind": one.agency.kind.value, "organ_level": one.agency.level.value}
        heads.append({**whose, **agency, "status": "read", "region": one.agency.region, "edition": one.edition.value})
        outcomes += ({**whose, "rule": rule, "subject": subject, "kind": kind} for rule, subject, kind in judged)
        cells += (
            {
                **whose,
                "edition": one.edition.value,
                "cell_table": "requests",
                "cell_row": cell.row,
                "cell_column": cell.column,
                "printed": cell.count.printed.value,
                "value": None if cell.count.value is None else Decimal(cell.count.value),
                "text": cell.count.text,
            }
            for cell in one.statistics.requests
        )
    for table, found in (("reports", heads), ("cells", cells), ("outcomes", outcomes)):
        (folder / table).mkdir(parents=True)
        pq.write_table(rows(table, found), folder / table / f"part-{0:024x}.parquet")
    (folder / "run.json").write_text(json.dumps({"state": state, "made": {"tables": 1}}), "utf-8")
    return folder


def verdicts(found):
    return [
        (organ.organ, one.rule, one.kind, one.subject, one.fingerprint, one.message.zh)
        for organ in found.organs
        for one in organ
    ]


OLD, NEW = "青石县国土资源局", "青石县 自然资源局"
REPORTS = (
    report(OLD, 2021, 0, 2),
    report(NEW, 2022, 1, 1),
    report("青石县自然资源局", 2023, 1, 0),
    report(NEW, 2024, 3, 0),
    report(OLD, 2024, 0, 0),
    report("青石县水利局", 2021, 0, 1),
    report("青石县水利局", 2023, 4, 1),
    report("青石县人民政府", 2022, 0, 0),
)
LISTED = (
    Listed(organ="青石县水利局", superior="青石县政府", first=2021),
    Listed(organ="青石县自然资源局", superior="青石县人民政府", first=2021),
    Listed(organ="青石县审计局", superior="青石县人民政府", first=2022, last=2022),
)


@pytest.mark.parametrize("organs", [(), LISTED], ids=["plain", "listed"])
@pytest.mark.parametrize(
    "renamed", [(), (Renamed(before=OLD, after="青石县自然资源局", on=2022),)], ids=["named", "renamed"]
)
def test_the_tables_come_to_what_the_reports_come_to(tmp_path, organs, renamed):
    folder = tables(tmp_path / "a[1]*'out", REPORTS)
    direct = check_collection(REPORTS, organs=organs, renamed=renamed)
    batched = check_collection(folder, organs=organs, renamed=renamed)
    assert verdicts(direct) == verdicts(batched)
    assert any(one.kind is Kind.FAIL for one in direct) is bool(organs)
    missing = {
        (organ.organ, one.subject) for organ in direct.organs for one in organ.of(Kind.REVIEW) if "year:" in one.subject
    }
    assert ("青石县水利局", "year:2022") in missing
    assert (("青石县审计局", "year:2022") in missing) is bool(organs)
    assert not any("年度报告每年" in one.message.zh for one in direct.of(Kind.FAIL))


def test_figures_of_a_table_that_was_not_read_cleanly_are_called_wrong_by_no_one(tmp_path):
    pair = (report("青石县水利局", 2021, 0, 1), report("青石县水利局", 2022, 3, 0))
    asked = {"select": ["XYR101"], "organs": [Listed(organ="青石县水利局")]}
    sure = check_collection(tables(tmp_path / "sure", pair), **asked)
    assert {one.kind for one in sure.of(*ASKING)} == {Kind.FAIL}
    for number, judged in enumerate(
        (
            (),
            JUDGED[:1],
            JUDGED[1:],
            (*JUDGED[1:], ("STR202", "extra:requests", "review")),
            (*JUDGED[:1], ("STR106", "mixture:requests", "review")),
        )
    ):
        found = check_collection(tables(tmp_path / str(number), pair, judged=judged), **asked)
        assert {one.kind for one in found.of(*ASKING)} == {Kind.REVIEW}, judged


def test_a_batch_that_is_not_finished_says_so(tmp_path):
    running = Judging(tables(tmp_path / "running", REPORTS, state="running"))
    assert any("尚未完成" in one.zh for one in running.not_checked)
    done = Judging(tables(tmp_path / "done", REPORTS))
    assert not any("尚未完成" in one.zh for one in done.not_checked)
    (tmp_path / "done" / "run.json").write_text('{"state": "complete", "made": {"tables": 2}}', "utf-8")
    with pytest.raises(UsageError, match="version 2"):
        reports_of_batch(tmp_path / "done")


def test_tables_that_are_damaged_or_not_whole_are_refused(tmp_path):
    folder = tables(tmp_path / "short", REPORTS)
    (folder / "run.json").write_text(
        '{"state": "complete", "made": {"tables": 1}, "totals": {"documents": 9}}', "utf-8"
    )
    with pytest.raises(UsageError, match="tell of 8"):
        reports_of_batch(folder)
    for table in ("reports", "cells"):
        folder = tables(tmp_path / table, REPORTS)
        (folder / table / f"part-{1:024x}.parquet").write_bytes(b"no table")
        with pytest.raises(UsageError, match="cannot be read"):
            list(Judging(folder))


def test_a_name_that_went_to_another_organ_means_that_organ_later():
    names = Names(read_renamed("[[renamed]]\nfrom = '甲局'\nto = '乙局'\non = 2019-03-01\n".encode()))
    assert [names.of("甲 局", year) for year in (2018, 2019, 2020)] == ["乙局", "乙局", "甲 局"]
    with pytest.raises(UsageError, match="two successors"):
        Names([Renamed(before="甲局", after="乙局"), Renamed(before="甲局", after="丙局")])


def test_memory_grows_with_the_names_and_not_with_the_rows(tmp_path):
    peaks, cells = [], 0
    for count in (160, 480):
        reports = [report(f"青石县第{number}局", year, 0, 0) for number in range(count) for year in (2021, 2022)]
        cells += sum(len(one.statistics.requests.cells) for one in reports)
        folder = tables(tmp_path / str(count), reports)
        del reports
        tracemalloc.start()
        judging = Judging(folder, organs=[Listed(organ="青石县第1局", superior="青石县第2局")])
        assert sum(1 for _ in judging) == count
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert cells > 100_000
    # Names stay, some 3 kB an organ; its cells alone would be more than 20.
    assert peaks[1] - peaks[0] < 320 * 6_000, peaks
