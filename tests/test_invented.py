"""The invented data hold what they say: what is planted is found, and nothing else is wrong."""

import hashlib
from collections import Counter

import pytest
from docs.notebooks.invented import DEFECTS, ORGANS, YEARS, DefectKind, Made, made, write
from docs.notebooks.invented.organs import organs_csv, renamed_toml, those_of

import govdisclosure
from govdisclosure import Kind
from govdisclosure.analysis.across import check_collection, read_organs, read_renamed
from govdisclosure.analysis.similar import Relation, similar_texts, text_of

PLANTED = {(one.organ, one.year) for one in DEFECTS}
OF_ONE_REPORT = [one for one in DEFECTS if one.rule and not one.rule.startswith(("ACR", "XYR"))]
TOGETHER = [one for one in DEFECTS if one.rule.startswith(("ACR", "XYR101"))]
UNREAD = {(one.organ, one.year) for one in DEFECTS if one.kind is DefectKind.UNREADABLE}


@pytest.fixture(scope="module")
def files() -> list[Made]:
    return list(made())


@pytest.fixture(scope="module")
def reports(files):
    found = {}
    for one in files:
        try:
            found[one.organ, one.year] = govdisclosure.read(one.content)
        except govdisclosure.ReadError:
            assert (one.organ, one.year) in UNREAD
    return found


@pytest.fixture(scope="module")
def verdicts(reports):
    return {
        key: govdisclosure.check(report, previous=reports.get((key[0], key[1] - 1))) for key, report in reports.items()
    }


@pytest.fixture(scope="module")
def together(reports):
    renamed = read_renamed(renamed_toml().encode())
    return check_collection(reports.values(), organs=read_organs(organs_csv().encode()), renamed=renamed)


def test_thirty_organs_over_fifteen_years_in_all_kinds_of_file_and_all_forms(files, reports):
    assert (len(ORGANS), len(YEARS)) == (30, 15)
    missing = sum(one.kind is DefectKind.MISSING for one in DEFECTS)
    assert len(files) == sum(len(those_of(year)) for year in YEARS) - missing
    assert set(Counter(one.name.rpartition(".")[2] for one in files)) == {"html", "txt", "docx"}
    assert {report.edition.value for report in reports.values()} == {"free_form", "unified_2019", "unified_2021"}
    assert {year for (_, year), report in reports.items() if report.statistics.annex} == set(range(2014, 2019))


def test_each_is_read_as_the_organ_of_its_time_and_its_year(files, reports):
    for one in files:
        if (one.organ, one.year) not in UNREAD:
            report = reports[one.organ, one.year]
            assert f"{report.year}/{report.agency.name}." == one.name.rpartition(".")[0] + "."
    assert set(reports) == {(one.organ, one.year) for one in files} - UNREAD


def test_the_bytes_are_the_same_at_any_time(files, tmp_path):
    whole = hashlib.sha256(b"".join(one.content for one in files)).hexdigest()
    folder = write(tmp_path)
    assert sum(path.is_file() for path in (folder / "reports").rglob("*")) == len(files)
    written = b"".join((folder / "reports" / one.name).read_bytes() for one in files)
    assert hashlib.sha256(written).hexdigest() == whole


@pytest.mark.parametrize("defect", OF_ONE_REPORT, ids=lambda one: f"{one.kind}-{one.year}-{one.organ}")
def test_what_is_planted_in_a_report_is_found(verdicts, defect):
    found = verdicts[defect.organ, defect.year].of(Kind.FAIL, Kind.REVIEW)
    assert defect.rule in {one.rule for one in found}


def test_copies_of_last_year_are_found(verdicts):
    found = {key for key, one in verdicts.items() if any(o.rule == "XYR105" for o in one.of(Kind.REVIEW))}
    assert found == {(one.organ, one.year) for one in DEFECTS if one.kind is DefectKind.COPIED_YEAR}


def test_nothing_else_is_wrong(verdicts):
    for key, one in verdicts.items():
        assert not one.crashed
        if key not in PLANTED:
            assert [(key, o.rule, o.message.zh) for o in one.of(Kind.FAIL, Kind.REVIEW, Kind.OPEN)] == []


@pytest.mark.parametrize("defect", TOGETHER, ids=lambda one: f"{one.kind}-{one.year}-{one.organ}")
def test_what_years_and_organs_show_together_is_found(together, defect):
    (organ,) = (one for one in together.organs if one.organ == defect.organ)
    chains = {year.year for year in organ.years if any(o.kind is Kind.FAIL for o in year.outcomes)}
    others = {o.facts["year"] for o in organ.outcomes if o.kind is Kind.REVIEW and o.rule == defect.rule}
    assert defect.year in (chains if defect.rule == "XYR101" else others)


def test_chains_that_were_not_broken_hold(together):
    broken = {(one.organ, one.year) for one in DEFECTS if one.kind is DefectKind.BROKEN_CHAIN}
    found = {
        (organ.organ, year.year)
        for organ in together.organs
        for year in organ.years
        for o in year.outcomes
        if o.kind is Kind.FAIL
    }
    assert found == broken
    others = {o.rule for o in together.of(Kind.REVIEW)} - {"ACR101", "ACR201"}
    assert others == set()


def test_shared_text_is_that_which_was_copied(reports):
    found = similar_texts(text_of(report) for report in reports.values())
    pairs = {
        frozenset(((pair.first.organ, pair.first.year), (pair.second.organ, pair.second.year))) for pair in found.pairs
    }
    assert pairs == {
        frozenset(((one.organ, one.year), (one.other, one.year) if one.other else (one.organ, one.year - 1)))
        for one in DEFECTS
        if one.kind in {DefectKind.COPIED_ORGAN, DefectKind.COPIED_YEAR}
    }
    assert {pair.relation for pair in found.pairs} == {Relation.SAME_ORGAN, Relation.SAME_YEAR}


def test_of_the_register_one_reply_is_late_and_one_is_for_a_person_to_look_at(tmp_path):
    folder = write(tmp_path, range(0))
    requests, cases = (govdisclosure.read_register(folder / f"{name}.csv") for name in ("requests", "cases"))
    assert (requests.faults, cases.faults) == ((), ())
    register = govdisclosure.Register(requests=requests.requests, cases=cases.cases)
    found = govdisclosure.check_register(register, as_of="2025-02-28").of(Kind.FAIL, Kind.REVIEW, Kind.OPEN)
    assert {(one.rule, one.kind.value, one.subject) for one in found} == {
        ("REQ101", "fail", "2024-15:late"),
        ("REQ105", "review", "2024-17:objected"),
    }
    difficult = next(one for one in requests.requests if one.id == "2024-17")
    assert len(govdisclosure.deadline(difficult).readings) == 3
