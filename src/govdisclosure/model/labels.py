"""What the statutory tables, their rows, columns and cells are called, in Chinese and in English."""

from typing import TypeAlias

from govdisclosure.model.forms import Form, Row, TableName, forms_of
from govdisclosure.model.place import CellName

__all__ = [
    "TABLE_NAMES",
    "TABLE_TITLES",
    "Words",
    "cell_words",
    "column_words",
    "group_english",
    "group_words",
    "named_cell",
    "row_words",
    "table_title",
]

Words: TypeAlias = tuple[str, str]
"""Words in Chinese and in English."""

TABLE_NAMES: dict[TableName, Words] = {
    TableName.PROACTIVE: ("表二", "table two"),
    TableName.REQUESTS: ("表三", "table three"),
    TableName.REMEDIES: ("表四", "table four"),
    TableName.ANNEX: ("统计表", "the statistics annex"),
}
"""What the tables are called, from the section of the form that each fills."""

TABLE_TITLES: dict[TableName, Words] = {
    TableName.PROACTIVE: ("主动公开政府信息情况", "proactive disclosure"),
    TableName.REQUESTS: ("收到和处理政府信息公开申请情况", "requests received and handled"),
    TableName.REMEDIES: ("政府信息公开行政复议、行政诉讼情况", "reconsideration and litigation"),
    TableName.ANNEX: ("政府信息公开情况统计表", "statistics annex"),
}
"""What the tables are about, as the form heads them."""

_GROUP_NUMBERS = {"不予公开": "(三)", "无法提供": "(四)", "不予处理": "(五)", "其他处理": "(六)"}
_GROUPS_ENGLISH = {
    "不予公开": "denied",
    "无法提供": "not available",
    "不予处理": "not processed",
    "其他处理": "other handling",
    "行政诉讼": "litigation",
    **{f"第二十条第({zh})项": f"Art 20({number})" for zh, number in zip("一五六八九", (1, 5, 6, 8, 9), strict=True)},
}
_ORGANISATIONS = ("法人或其他组织", "other_organisation")


def table_title(table: TableName) -> Words:
    """Name and title of a table as one; the annex has a title alone."""
    (name_zh, name_en), (zh, en) = TABLE_NAMES[table], TABLE_TITLES[table]
    return (zh, en) if table is TableName.ANNEX else (f"{name_zh} {zh}", f"{name_en}: {en}")


def group_words(row: Row) -> str:
    """The group of a row with the number that the form prints before it; nothing for a row of its own."""
    return f"{_GROUP_NUMBERS.get(row.group, '')}{row.group}" if row.group else ""


def group_english(group: str) -> str:
    """What a group of rows is in English; as the form prints it where it has no English name.

    >>> group_english("不予公开")
    'denied'
    """
    return _GROUPS_ENGLISH.get(group, group)


def row_words(form: Form, key: str) -> Words:
    """A row as the form prints it, its group before it, notes in brackets left out.

    >>> from govdisclosure.model.forms import REQUESTS_2021
    >>> row_words(REQUESTS_2021, "denied.prohibited_by_law")[0]
    '(三)不予公开-2.其他法律行政法规禁止公开'
    """
    row = form.row(key)
    label = row.number + row.label.partition("(")[0].partition("、行政机关")[0]
    grouped = row.group is not None and form.table is not TableName.PROACTIVE
    return (f"{group_words(row)}-{label}" if grouped else label), row.en


def column_words(form: Form, key: str) -> Words:
    """A column as the form prints it, notes in brackets left out."""
    column = form.column(key)
    label = column.label.partition("(")[0]
    group, alone = _ORGANISATIONS
    return (f"{group}-{label}" if key == alone else label), column.en


def cell_words(form: Form, row: str, column: str) -> Words:
    """A cell by its row and column.

    >>> from govdisclosure.model.forms import REQUESTS_2021
    >>> cell_words(REQUESTS_2021, "received", "total")[0]
    '“一、本年新收政府信息公开申请数量”×“总计”'
    """
    (row_zh, row_en), (column_zh, column_en) = row_words(form, row), column_words(form, column)
    return f"“{row_zh}”×“{column_zh}”", f"“{row_en}” × “{column_en}”"


def named_cell(cell: CellName) -> Words:
    """A cell of a place with its table, by the latest form that has it; its bare names where none has.

    >>> named_cell(CellName(table="remedies", row="reconsideration", column="pending"))
    ('表四“行政复议”×“尚未审结”', 'table four, “reconsideration” × “pending”')
    """
    table = next((one for one in TableName if one.value == cell.table), None)
    if table is None:
        bare = f"{cell.table}/{cell.row}/{cell.column}"
        return bare, bare
    form = next((one for one in reversed(forms_of(table)) if (cell.row, cell.column) in one), None)
    zh, en = (f"{cell.row}/{cell.column}",) * 2 if form is None else cell_words(form, cell.row, cell.column)
    return f"{TABLE_NAMES[table][0]}{zh}", f"{TABLE_NAMES[table][1]}, {en}"
