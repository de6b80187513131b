import pytest

from govdisclosure.extraction.tables.labels import bare, column_of, row_of
from govdisclosure.model.forms import ANNEX, PROACTIVE_2019, PROACTIVE_2021, REQUESTS_2019, REQUESTS_2021, TableName

FORMS = (REQUESTS_2019, REQUESTS_2021, PROACTIVE_2019, PROACTIVE_2021)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.table} {form.edition}")
def test_every_label_of_a_form_names_its_own_row(form):
    for row in form.rows:
        for label in (row.label, *row.variants):
            assert row_of(form.table, f"{row.number}{label}", row.key) == row.key
            assert row_of(form.table, " ".join(f"{row.number}{label}"), row.key) == row.key


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.table} {form.edition}")
def test_every_heading_of_a_form_names_its_own_column(form):
    for column in form.columns:
        for label in (column.label, *column.variants):
            assert column_of(form.table, label) == column.key


def test_rows_of_the_annex_with_one_label_are_told_apart_by_the_row_before():
    assert row_of(TableName.ANNEX, "（二）被依法纠错数", "reconsiderations.upheld") == "reconsiderations.corrected"
    assert row_of(TableName.ANNEX, "（二）被依法纠错数", "lawsuits.upheld") == "lawsuits.corrected"
    assert row_of(TableName.ANNEX, "（二）被依法纠错数") is None
    for row in ANNEX.rows:
        assert row_of(TableName.ANNEX, row.label, row.key) == row.key


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("（三）不予公开 1.属于国家秘密", "denied.state_secret"),
        ("（二）部分公开", "partly_granted"),
        ("3.危急“三安全一稳定”", "denied.security_and_stability"),  # 危急 for 危及
        ("5.要求行政机关确认或重新出具已获信息", "not_processed.reconfirmation"),
        ("1、申请人无正当理由逾期不补正", "other.correction_overdue"),
        ("2.重复 申请", "not_processed.repeat"),
    ],
)
def test_a_label_may_be_split_short_or_misspelt(label, key):
    assert row_of(TableName.REQUESTS, label) == key


@pytest.mark.parametrize(
    "label",
    [
        "",
        "行政机关不再处理其政府信息公开申请",  # the end of two labels
        "公开",
        "4.其他法律规定不予公开的其他情况说明",
        "本年办理其他事项",
        "合计办理数量和金额",
        "自" * 200,
    ],
)
def test_a_label_of_no_row_or_of_two_names_none(label):
    assert row_of(TableName.REQUESTS, label) is None


@pytest.mark.parametrize(
    ("label", "key"), [("现行有效件", "in_force"), ("本年制发件数量", "issued"), ("本年增/减", "change")]
)
def test_a_heading_may_be_misspelt(label, key):
    assert column_of(TableName.PROACTIVE, label) == key


def test_bare_leaves_the_words():
    assert bare("一、 本年新收：") == "本年新收"
    assert bare("2024") == "2024"
