"""What was not read of a register accuses no one and passes for nothing; columns that nothing uses are no fault."""

import io

import pytest
import xlsxwriter

import govdisclosure as g
from govdisclosure.register.files import Kind, headers, read_register
from govdisclosure.register.files.headings import _alike_names, _names
from govdisclosure.register.files.unused import UNUSED
from govdisclosure.register.files.values import key_of

HEAD = "登记编号,申请人类型,申请方式,申请日期,收到日期"


def checked(head, *rows, **asked):
    register = read_register("\n".join((f"{HEAD},{head}", *rows)).encode())
    return register, g.check_register(register, **asked)


LATE = "A1,自然人,当面,2024-03-01,2024-03-01"


def test_a_column_that_is_not_known_makes_a_fail_a_matter_for_a_person():
    register, found = checked("答复日期,办理结果,甲方乙方", f"{LATE},2024-06-03,予以公开,某日")
    (fault,) = register.faults
    assert (fault.row, fault.column, fault.entries) == (1, "甲方乙方", ("A1",))
    (late,) = [one for one in found if one.rule == "REQ101"]
    assert (late.kind, late.entry) == (g.Kind.REVIEW, "A1")
    assert "甲方乙方" in late.message.zh
    _, plain = checked("答复日期,办理结果,甲方乙方", f"{LATE},2024-06-03,予以公开,")
    assert [one.kind for one in plain if one.rule == "REQ101"] == [g.Kind.FAIL]


def test_no_pass_speaks_for_an_entry_of_which_something_was_not_read():
    rows = [f"A{n},自然人,当面,2024-03-01,2024-03-01,2024-03-12,予以公开," for n in range(9)]
    rows.append("B1,自然人,当面,2024-03-01,2024-03-01,2024-03-12,予以公开,某日")
    _, found = checked("答复日期,办理结果,甲方乙方", *rows)
    (outcome,) = [one for one in found if one.rule == "REQ101"]
    assert (outcome.kind, outcome.needs) == (g.Kind.OPEN, ("unread",))
    assert "B1" in outcome.message.zh
    _, fine = checked("答复日期,办理结果", *(row.rsplit(",", 1)[0] for row in rows))
    assert [one.kind for one in fine if one.rule == "REQ101"] == [g.Kind.PASS]


def test_a_cell_that_was_not_understood_counts_so_too():
    register, found = checked("答复日期,办理结果", f"{LATE},2024-06-03,大概公开了")
    assert [fault.entries for fault in register.faults] == [("A1",)]
    assert not found.of(g.Kind.FAIL)
    assert "办理结果" in next(one.message.zh for one in found if one.rule == "REQ106")


@pytest.mark.parametrize("name", ["备注", "承办科室", "证件号码", "答复文号", "所需信息用途"])
def test_columns_that_every_office_has_beside_are_no_fault(name):
    register, found = checked(f"答复日期,办理结果,{name}", f"{LATE},2024-03-12,予以公开,随便写的")
    assert register.faults == ()
    assert [one.kind for one in found if one.rule == "REQ101"] == [g.Kind.PASS]


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("第三方回复时间", "third_party_answered.on"),
        ("补正通知时间", "supplement_asked.on"),
        ("延期告知时间", "extended.notified_on"),
        ("撤回时间", "withdrawn.on"),
    ],
)
def test_words_that_offices_put_for_one_another_are_one_in_headers(name, field):
    register, _ = checked(name, f"{LATE},2024-03-12")
    assert register.faults == ()
    event, _, attribute = field.partition(".")
    (found,) = [one for one in register.requests[0].events if one.kind == event]
    assert getattr(found, attribute).isoformat() == "2024-03-12"


def test_a_header_that_is_not_known_is_told_the_nearest():
    register, _ = checked("第三方答覆日期", f"{LATE},2024-03-12")
    assert "第三方答复日期" in register.faults[0].zh


@pytest.mark.parametrize("kind", list(Kind))
def test_no_name_of_a_column_means_two_and_none_is_unused(kind):
    exact, alike = _names(kind), _alike_names(kind)
    assert all(header.field in {one.field for one in headers(kind)} for header, _ in alike.values())
    assert not {key_of(word) for word in UNUSED[kind]} & set(exact)


@pytest.mark.parametrize(
    ("read", "data", "words"),
    [
        (read_register, "索引号,信息名称,生成日期\nQ1,甲,2024-1-2\n", "items check"),
        (g.read_catalogue, "登记编号,申请日期,收到日期\nA1,2024-1-2,2024-1-2\n", "register check"),
    ],
)
def test_a_file_of_another_kind_is_told_which_command_reads_it(read, data, words):
    with pytest.raises(g.ReadError, match=words):
        read(data.encode())


def test_a_broken_workbook_is_called_broken():
    with pytest.raises(g.ReadError, match="broken"):
        read_register(bytes(range(256)) * 40, uri="登记簿.xlsx")


def test_two_rows_of_headers_are_read_as_one():
    rows = (
        "编号,申请人,,申请,,征求第三方意见,,办理结果,",
        "编号,姓名,类型,方式,收到日期,发函日期,答复日期,答复日期,结果",
        "1,甲某,自然人,当面,2025-02-06,2025-02-10,2025-02-20,2025-03-20,予以公开",
    )
    register = read_register("\n".join(rows).encode())
    assert register.faults == ()
    (one,) = register.requests
    assert [(event.kind.value, event.on.isoformat()) for event in one.events] == [
        ("received", "2025-02-06"),
        ("third_party_consulted", "2025-02-10"),
        ("third_party_answered", "2025-02-20"),
        ("replied", "2025-03-20"),
    ]
    assert one.events[-1].outcome == "granted"


@pytest.mark.parametrize(
    "text", ['{"schema":1,"requests":[{"id":"a"}],"requests":[]}', '{"schema":1,"requests":[{"id":"a","id":"b"}]}']
)
def test_a_key_that_stands_twice_in_json_is_refused(text):
    with pytest.raises(g.ReadError, match="stands twice"):
        read_register(text.encode(), uri="r.json")


NAMES = ("孙某乙", "13800138000")


@pytest.mark.parametrize("last", [f"审核：{NAMES[0]} {NAMES[1]},,,,", "总计：1件,,,,", "共1件,,,,", "本页合计,1,,,"])
def test_a_row_below_the_table_is_no_entry(last):
    register, found = checked("答复日期,办理结果", f"{LATE},2024-03-12,予以公开", last)
    assert [one.id for one in register.requests] == ["A1"]
    said = str(found) + repr(register.faults) + found.render("en")
    assert not any(name in said for name in NAMES)


def test_a_number_that_holds_a_name_is_not_shown():
    head = "登记编号,申请人,申请人类型,申请方式,申请日期,收到日期,答复日期,办理结果"
    row = f"2024-001{NAMES[0]},{NAMES[0]},自然人,当面,2024-03-01,2024-03-01,2024-06-12,予以公开"
    register = read_register(f"{head}\n{row}".encode())
    found = g.check_register(register)
    assert [one.id for one in register.requests] == ["row:2"]
    assert found.of(g.Kind.FAIL)[0].entry == "row:2"
    assert NAMES[0] not in str(found) + repr(register.faults)


def test_a_negative_number_of_items_is_a_fault_of_its_row():
    catalogue = g.read_catalogue("索引号,信息名称,生成日期,数量\nA,甲,2024-1-2,-1\nB,乙,2024-1-2,3\n".encode())
    assert [one.count for one in catalogue.items] == [1, 3]
    assert [fault.column for fault in catalogue.faults] == ["数量"]


def test_what_was_not_read_of_a_catalogue_says_nothing_of_requests():
    text = "索引号,信息名称,生成日期,甲方乙方\nQ1,甲,2024-1-2,某日\n"
    catalogue = g.read_catalogue(text.encode())
    assert [fault.entries for fault in catalogue.faults] == [("Q1",)]
    register = read_register(f"{HEAD},答复日期,办理结果\n{LATE},2024-03-12,予以公开".encode())
    found = g.check_register(register, catalogue=catalogue)
    assert [one.kind for one in found if one.rule == "REQ101"] == [g.Kind.PASS]
    assert g.check_items(catalogue, as_of="2024-12-31").counts["pass"] == 0


@pytest.mark.parametrize("fault", ["#N/A", "#REF!", "#DIV/0!", " #NAME? "])
def test_the_error_of_a_formula_is_no_blank_and_no_text(fault):
    text = f"登记编号,申请人类型,收到日期,答复日期,办理结果\n{fault},自然人,2024-03-01,{fault},{fault}\n"
    register = read_register(text.encode())
    assert [one.column for one in register.faults] == ["登记编号", None, "答复日期", "办理结果"]
    (one,) = register.requests
    assert [(event.kind.value, event.on is None) for event in one.events] == [("received", False), ("replied", True)]
    assert fault not in repr(register)


def test_the_error_of_a_formula_in_a_workbook_is_no_blank():
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target)
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["登记编号", "收到日期", "答复日期"])
    sheet.write_row(1, 0, ["1", "2024-03-01"])
    sheet.write_formula(1, 2, "=NA()", None, "#N/A")
    book.close()
    register = read_register(target.getvalue())
    assert [one.column for one in register.faults] == ["答复日期"]
    assert [event.kind.value for event in register.requests[0].events] == ["received", "replied"]


def test_days_that_may_be_working_days_or_not_are_not_taken():
    head = "登记编号,收到日期,延期日期,延期天数\n"
    days = {}
    for cell in ("28天", "28日", "20个工作日", "20"):
        register = read_register(f"{head}1,2024-03-01,2024-03-20,{cell}\n".encode())
        days[cell] = (register.requests[0].events[-1].days, len(register.faults))
    assert days == {"28天": (None, 1), "28日": (None, 1), "20个工作日": (20, 0), "20": (20, 0)}
