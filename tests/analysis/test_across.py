"""Many organs and years together: what is planted is found and named, and nothing else."""

import csv
import io
import json
import tracemalloc
from random import Random

import attrs
import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import forms
from tests.rules.building import department
from tests.rules.grids import changed, requests, tabled

from govdisclosure.analysis.across import (
    Listed,
    Renamed,
    check_collection,
    read_organs,
    read_renamed,
    reports_of_batch,
)
from govdisclosure.analysis.across.collection import OrganReports
from govdisclosure.analysis.across.writing import across_to_dict
from govdisclosure.batch.running import run_batch
from govdisclosure.cli.commands import run
from govdisclosure.errors import UsageError
from govdisclosure.model.agency import Agency, AgencyKind
from govdisclosure.model.edition import Edition
from govdisclosure.model.report import SourceFile
from govdisclosure.model.statistics import Cell, Grid
from govdisclosure.rules.outcome import Kind, Level

ASKING = (Kind.FAIL, Kind.REVIEW, Kind.OPEN)
COLUMNS = ("natural_person", "commercial", "research", "public_welfare", "legal_service", "other_organisation", "total")


def report(organ, year, carried_in=0, carried_out=0, **fields):
    """A report of the form of 2021 whose figures hold, with what it carries in and out in the first column."""
    table = requests(Edition.UNIFIED_2021)
    for row, value in (("carried_in", carried_in), ("carried_out", carried_out)):
        cells = ((row, column, value if column in {COLUMNS[0], "total"} else 0) for column in COLUMNS)
        table = changed(table, *cells)
    agency = organ if isinstance(organ, Agency) else department(organ, region="青石县")
    source = SourceFile(uri=f"{agency.name}-{year}.html", sha256="0" * 64, media_type="text/html")
    given = {"edition": Edition.UNIFIED_2021, "source": source, **fields}
    return tabled(table, year=year, agency=agency, **given)


def collection(seed, organs=4, first=2021, last=2025):
    """Reports of organs over the years, each carrying in what the year before carried out."""
    random = Random(seed)  # noqa: S311  invented figures
    found = []
    for number in range(organs):
        carried = random.randint(0, 3)
        for year in range(first, last + 1):
            out = random.randint(0, 5)
            found.append(report(f"青石县第{number}局", year, carried, out))
            carried = out
    random.shuffle(found)
    return found


def asking(found):
    return [(outcome.rule, outcome.kind.value, outcome.subject) for outcome in found.of(*ASKING)]


@settings(max_examples=15)
@given(st.integers(0, 10**6))
def test_a_lawful_collection_asks_for_nothing(seed):
    found = check_collection(collection(seed), select=["ACR", "XYR101"])
    assert asking(found) == []
    assert found.counts["pass"] > 10


@settings(max_examples=15)
@given(st.integers(0, 10**6), st.integers(0, 19), st.integers(1, 9))
def test_a_broken_chain_is_named_where_it_breaks(seed, which, more):
    reports = sorted(collection(seed), key=lambda one: (one.agency.name, one.year))
    one = reports[which]
    if one.year == 2021:
        return
    grid = one.statistics.requests
    value = grid.value("carried_in", "natural_person") + more
    broken = changed(grid, ("carried_in", "natural_person", value), ("carried_in", "total", value))
    reports[which] = attrs.evolve(one, statistics=attrs.evolve(one.statistics, requests=broken))
    for organs, kind in ((), "review"), ([Listed(organ=one.agency.name)], "fail"):
        found = check_collection(reports, organs=organs, select=["ACR", "XYR101"])
        assert asking(found) == [
            ("XYR101", kind, "carried_in:natural_person"),
            ("XYR101", kind, "carried_in:total"),
        ]
    (organ,) = (organ for organ in found.organs if organ.of(Kind.FAIL))
    assert organ.organ == one.agency.name
    assert [year.year for year in organ.years if any(o.kind is Kind.FAIL for o in year.outcomes)] == [one.year]


@settings(max_examples=15)
@given(st.integers(0, 10**6), st.integers(0, 3), st.sampled_from([2022, 2023, 2024]))
def test_a_missing_year_is_named_and_breaks_no_chain(seed, organ, year):
    name = f"青石县第{organ}局"
    reports = [one for one in collection(seed) if (one.agency.name, one.year) != (name, year)]
    found = check_collection(reports, select=["ACR", "XYR101"])
    assert asking(found) == [("ACR101", "review", f"year:{year}")]


def government(value, year=2022):
    agency = Agency(name="青石县人民政府", kind=AgencyKind.GOVERNMENT, region="青石县")
    one = report(agency, year)
    grid = one.statistics.requests
    cells = tuple(
        Cell(row=cell.row, column=cell.column, count=attrs.evolve(cell.count, value=value, text=str(value)))
        for cell in grid
    )
    return attrs.evolve(
        one, statistics=attrs.evolve(one.statistics, requests=Grid(table=grid.table, edition=grid.edition, cells=cells))
    )


PARTS = [Listed(organ=f"青石县第{number}局", superior="青石县人民政府", first=2022, last=2022) for number in range(3)]


def below():
    return [report(f"青石县第{number}局", 2022) for number in range(3)]


def test_where_a_year_has_several_reports_no_one_is_accused():
    first, last = report("青石县水利局", 2021, 0, 2), report("青石县水利局", 2022, 5, 0)
    other = attrs.evolve(last, source=attrs.evolve(last.source, uri="z.html"))
    organs = [Listed(organ="青石县水利局")]
    assert check_collection([first, last], organs=organs, select=["XYR101"]).of(Kind.FAIL)
    doubled = check_collection([first, last, other], organs=organs, select=["XYR101"])
    assert {(o.kind, o.level) for o in doubled.of(Kind.FAIL, Kind.REVIEW)} == {(Kind.REVIEW, Level.WARNING)}
    assert all("几份报告" in outcome.message.zh for outcome in doubled.of(Kind.REVIEW))


def test_sums_are_held_against_the_organs_of_the_list():
    whole = check_collection([government(500), *below()], organs=PARTS, select=["SUM301"])
    assert not whole.of(Kind.FAIL)
    found = check_collection([government(1), *below()], organs=PARTS, select=["SUM301"])
    assert {outcome.rule for outcome in found.of(Kind.FAIL, Kind.REVIEW)} == {"SUM301"}
    assert not check_collection([government(1), *below()], select=["SUM301"]).of(Kind.FAIL)


def test_a_part_that_is_missing_is_named():
    found = check_collection([government(500), *below()[:2]], organs=PARTS, select=["SUM301"])
    (year,) = next(organ for organ in found.organs if organ.organ == "青石县人民政府").years
    assert {tuple(outcome.facts["unread"]) for outcome in year.outcomes} == {("青石县第2局",)}


def test_an_organ_of_the_list_that_stopped_is_asked_for_until_the_last_year_of_the_others():
    reports = [*collection(1, organs=3), report("青石县审计局", 2021), report("青石县第0局", 2099)]
    found = check_collection(reports, organs=[Listed(organ="青石县审计局")], select=["ACR101"])
    (organ,) = (one for one in found.organs if one.organ == "青石县审计局")
    assert [outcome.subject for outcome in organ] == [f"year:{year}" for year in range(2022, 2026)]


def test_an_organ_of_the_list_without_any_report_is_named():
    listed = [Listed(organ="青石县审计局", first=2021, last=2022)]
    found = check_collection(collection(1), organs=listed, select=["ACR101"])
    assert {o.subject for organ in found.organs if organ.organ == "青石县审计局" for o in organ} == {
        "year:2021", "year:2022",
    }  # fmt: skip


def test_an_organ_is_followed_through_its_renaming():
    old, new = "青石县国土资源局", "青石县自然资源局"
    reports = [report(old, 2021, 0, 2), report(new, 2022, 2, 1), report(new, 2023, 3, 0)]
    plain = check_collection(reports, select=["ACR101", "XYR101"])
    assert [organ.organ for organ in plain.organs] == [old, new]
    asked = {"organs": [Listed(organ=new)], "select": ["ACR101", "XYR101"]}
    for on, kind in (2021, Kind.FAIL), (2022, Kind.REVIEW), (None, Kind.REVIEW):
        (organ,) = check_collection(reports, renamed=[Renamed(before=old, after=new, on=on)], **asked).organs
        assert organ.organ == new
        assert [year.year for year in organ.years] == [2022, 2023]
        found = organ.of(Kind.FAIL, Kind.REVIEW)
        assert {(one.kind, one.subject) for one in found} == {
            (kind, "carried_in:natural_person"),
            (kind, "carried_in:total"),
        }
    circle = [Renamed(before=old, after=new), Renamed(before=new, after=old)]
    with pytest.raises(UsageError, match="circle"):
        check_collection(reports, renamed=circle)


def test_an_organ_that_took_over_another_whose_report_is_not_there_is_accused_of_nothing():
    kept, gone = "青石县自然资源局", "青石县林业局"
    reports = [report(kept, 2021, 0, 3), report(kept, 2022, 5, 0)]
    for on in (None, 2021, 2022):
        given = {"organs": [Listed(organ=kept)], "renamed": [Renamed(before=gone, after=kept, on=on)]}
        found = check_collection(reports, select=["XYR101"], **given)
        assert {one.kind for one in found.of(*ASKING)} == {Kind.REVIEW}
        assert all("并入" in one.message.zh for one in found.of(Kind.REVIEW))


def test_what_an_organ_may_have_had_from_one_that_the_list_ends_is_for_review():
    kept, above = "青石县自然资源局", "青石县人民政府"
    reports = [report(kept, 2021, 0, 3), report(kept, 2022, 5, 0)]
    for last, superior, kind in (
        (2021, above, Kind.REVIEW),
        (2022, "青石县政府", Kind.REVIEW),
        (2020, above, Kind.FAIL),
        (2021, "白石县人民政府", Kind.FAIL),
    ):
        gone = Listed(organ="青石县林业局", superior=superior, first=last, last=last)
        found = check_collection(reports, organs=[Listed(organ=kept, superior=above), gone], select=["XYR101"])
        assert {one.kind for one in found.of(*ASKING)} == {kind}


def test_the_lists_are_read_as_offices_keep_them():
    text = "机关名称,上级机关,起始年度,截止年度\n青石县 水利局,青石县人民政府,2019年,\n,,,\n青石县林业局,,,2018\n"
    expected = (
        Listed(organ="青石县 水利局", superior="青石县人民政府", first=2019),
        Listed(organ="青石县林业局", last=2018),
    )
    for encoding in ("utf-8-sig", "gb18030"):
        assert read_organs(text.encode(encoding)) == expected
    assert read_renamed('[[renamed]]\nfrom = "甲局"\nto = "乙局"\n'.encode()) == (Renamed(before="甲局", after="乙局"),)


@pytest.mark.parametrize(
    ("reader", "text"),
    [
        (read_organs, "名单\n甲局\n"),
        (read_organs, "机关,起\n甲局,去年\n"),
        (read_organs, "机关,报告年\n甲局,2022\n"),
        (read_organs, "PK\x03\x04\x00\x00机关"),
        (read_organs, ""),
        (read_organs, '机关,上级\n"甲局,乙局\n丙局,丁局\n'),
        (read_organs, '机关\n"甲\n局"\n'),
        (read_organs, "机关,上级\n,乙局\n"),
        (read_organs, "机关,单位\n甲局,乙局\n"),
        (read_organs, "机关,起始年度,截止年度\n甲局,2022,2019\n"),
        (read_organs, f"机关\n{'甲' * 200_000}\n"),
        (read_renamed, "renamed = 1"),
        (read_renamed, "[[renamed]]\nfrom = 1\nto = 2"),
        (read_renamed, "[[renamed"),
        (read_renamed, "[[rename]]\nfrom = 'a'\nto = 'b'"),
    ],
)
def test_a_list_with_a_fault_is_refused(reader, text):
    with pytest.raises(UsageError):
        reader(text.encode())


def written(folder, organ, year, carried_in, carried_out):
    """A report as a page of HTML, with its three tables."""
    form = forms.request_form(Edition.UNIFIED_2021)
    figures = forms.balanced(form, lambda _row, _column: 1, lambda _column: (carried_in, carried_out))
    three = {key: str(value) for key, value in figures.items()}
    two = dict.fromkeys(forms.proactive_form(Edition.UNIFIED_2021).cells(), "0")
    four = {key: str(value) for key, value in forms.remedies([0] * 15).items()}
    page = forms.html(forms.report_boxes(Edition.UNIFIED_2021, two, three, four)).decode()
    page = page.replace("青石县水利局", organ).replace("2022", str(year))
    (folder / f"{organ}{year}.html").write_text(page, encoding="utf-8")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("reports")
    for organ, chain in (("青石县水利局", (0, 2, 2, 1)), ("青石县财政局", (0, 1, 3, 0))):
        written(made, organ, 2022, *chain[:2])
        written(made, organ, 2023, *chain[2:])
    (made / "broken.html").write_bytes(b"")
    (made / "seal.png").write_bytes(b"\x89PNG")
    return made


def document(arguments, capsys):
    status = run(["across", *arguments, "--format", "json"])
    return status, json.loads(capsys.readouterr().out)


def test_what_could_not_be_read_is_named_and_a_picture_is_no_fault(folder, tmp_path, capsys):
    run_batch([folder], tmp_path / "out", workers=1)
    for source in (folder, tmp_path / "out"):
        assert run(["across", str(source), "--lang", "en"]) == 3
        said = capsys.readouterr().out
        assert "not checked: 1 documents could not be read" in said
        assert "broken.html: the file is empty" in said
        assert "seal.png" not in said
    assert run(["across", "none"]) == 3
    assert "  none：找不到文件" in capsys.readouterr().out


def test_files_and_the_tables_of_a_batch_come_to_the_same(folder, tmp_path, capsys):
    output = tmp_path / "o'u*t[1]"
    run_batch([folder], output, workers=1)
    status, direct = document([str(folder)], capsys)
    again, batched = document([str(output)], capsys)
    assert (status, again) == (3, 3)
    assert len(direct["unread"]) == len(batched["unread"]) == 1
    assert direct["counts"] == batched["counts"]

    def verdicts(found):
        return [
            (organ["organ"], outcome["rule"], outcome["kind"], outcome["subject"], outcome["fingerprint"])
            for organ in found["organs"]
            for outcome in (*organ["outcomes"], *(one for year in organ["years"] for one in year["outcomes"]))
        ]

    assert verdicts(direct) == verdicts(batched)
    broken = {organ for organ, rule, kind, _, _ in verdicts(direct) if (rule, kind) == ("XYR101", "review")}
    assert broken == {"青石县财政局"}


def test_the_document_is_as_its_schema_says(folder, capsys):
    _, found = document([str(folder)], capsys)
    run(["schema", "across"])
    jsonschema.validate(found, json.loads(capsys.readouterr().out))
    assert found == json.loads(json.dumps(found))


def test_text_and_rows_say_the_same(folder, capsys):
    assert run(["across", str(folder)]) == 3
    text = capsys.readouterr().out
    assert "青石县财政局" in text
    assert "未核查" in text
    run(["across", str(folder), "--format", "csv"])
    rows = list(csv.reader(io.StringIO(capsys.readouterr().out.removeprefix("\ufeff"))))
    assert [len(row) for row in rows] == [8] * len(rows)
    assert sum(row[2:4] == ["XYR101", "待核"] for row in rows) == text.count("XYR101") > 0


def test_hostile_names_are_shown_harmless():
    organ = department("=青石县\x1b[31m局13800138000")
    found = across_to_dict(check_collection([report(organ, 2021), report(organ, 2023)]))
    assert "13800138000" not in json.dumps(found)
    assert "\x1b" not in found["organs"][0]["organ"]


class Endless:
    """Many organs, made when they are asked for."""

    unread = ()
    nameless = 0
    left_out = ()
    last = 2022

    def __init__(self, count):
        self.count = count

    def organs(self):
        for number in range(self.count):
            name = f"青石县第{number}局"
            yield OrganReports(organ=name, reports=(report(name, 2021, 0, 1), report(name, 2022, 1, 0)))

    received = organs

    def groups(self, above):
        assert not above
        return iter(())


def test_memory_is_that_of_the_outcomes_and_not_of_the_reports():
    sizes = []
    for count in (20, 60):
        tracemalloc.start()
        check_collection(Endless(count), select=["ACR101"])
        sizes.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert sizes[1] - sizes[0] < 40 * 30_000, sizes


def test_a_folder_that_is_none_is_refused(tmp_path):
    with pytest.raises(UsageError):
        reports_of_batch(tmp_path)


def test_what_is_no_list_of_reports_is_refused_with_what_is_taken():
    with pytest.raises(UsageError, match="reports_from"):
        check_collection(object())
