"""Registers as offices keep them: whatever the file, what can be read is, and the rest is said."""

import io
import sys
import time

import pendulum
import pytest
from tests.documents.office import compound, sheet_xml, workbook_stream, xlsx

from govdisclosure.errors import MissingExtraError, ReadError, UsageError
from govdisclosure.model.case import CaseEventKind, CaseKind, CaseResult, Procedure
from govdisclosure.model.item import Exemption, ItemKind, PublicationChannel, Publicity
from govdisclosure.model.place import Place
from govdisclosure.model.register import Catalogue, Register
from govdisclosure.model.request import OUTCOMES, ApplicantKind, Channel, Request, RequestEvent, RequestEventKind
from govdisclosure.register.files import headers, read_catalogue, read_register, write_catalogue, write_register
from govdisclosure.register.files.values import key_of
from govdisclosure.register.files.words import AMBIGUOUS, WORDS

K = RequestEventKind
JAN_2 = pendulum.Date(2024, 1, 2)


def of(*rows, encoding="utf-8", sign=","):
    return read_register("\n".join(sign.join(row) for row in rows).encode(encoding), uri="a.csv")


def dates(register, index=0):
    return [(event.kind, event.on) for event in register.requests[index].events]


def faults(found):
    return [(fault.row, fault.column) for fault in found.faults]


HEAD = ("登记编号", "申请人类型", "申请方式", "申请日期", "收到日期", "答复日期", "办理结果")


@pytest.mark.parametrize(
    ("encoding", "sign"),
    [("utf-8", ","), ("utf-8-sig", ";"), ("gbk", "\t"), ("gb18030", ","), ("utf-16", "\t"), ("big5", ",")],
)
def test_any_encoding_and_sign_between_cells(encoding, sign):
    traditional = encoding == "big5"
    head = ("登記編號", "申請人", "申請日期") if traditional else ("登记编号", "申请人", "申请日期")
    read = of(head, ("甲1", "縣屬機關" if traditional else "水利局", "2024-1-2"), encoding=encoding, sign=sign)
    assert read.faults == ()
    assert (read.requests[0].id, read.requests[0].submitted_on) == ("甲1", JAN_2)
    assert read.source == "a.csv"


@pytest.mark.parametrize("text", [
    "2024-01-02", "2024/1/2", "2024.1.2", "20240102", "2024年1月2日", "２０２４年１月２日", "45293", "45293.75",
    "2024/1/2 10:30",
    "2024-01-02 10:30:05", "2024-01-01T23:50:00Z", "二〇二四年一月二日", "2024年1月2日（周二）",
])  # fmt: skip
def test_days_however_they_are_written(text):
    read = of(HEAD, ("1", "", "", text))
    assert read.faults == ()
    assert read.requests[0].submitted_on == JAN_2


@pytest.mark.parametrize(
    "text", ["2024-02-30", "2024年1月", "1/2/2024", "24-1-2", "去年春节", "2024-13-01", "99999999"]
)
def test_a_day_that_cannot_be_read_is_a_day_that_is_not_known(text):
    read = of(HEAD, ("7", "", "", text, "2024-1-3"))
    assert dates(read) == [(K.SUBMITTED, None), (K.RECEIVED, pendulum.Date(2024, 1, 3))]
    (fault,) = read.faults
    assert (fault.row, fault.column, fault.id, fault.kept) == (2, "申请日期", "7", True)
    assert text not in fault.zh + fault.en


@pytest.mark.parametrize("text", ["", " ", "-", "—", "/", "无", "否", "未答复", "办理中", "N/A"])
def test_a_blank_or_a_no_is_no_event(text):
    read = of(HEAD, ("1", "", "", "2024-1-2", "", text))
    assert read.faults == ()
    assert dates(read) == [(K.SUBMITTED, JAN_2)]


def test_yes_is_an_event_of_an_unknown_day():
    assert dates(of(HEAD, ("1", "", "", "", "", "是"))) == [(K.REPLIED, None)]


def test_events_stand_in_lawful_order_with_their_places():
    read = of(("答复日期", "收到日期", "登记编号", "申请日期"), ("2024-1-9", "2024-1-3", "1", "2024-1-2"))
    assert [event.kind for event in read.requests[0].events] == [K.SUBMITTED, K.RECEIVED, K.REPLIED]
    assert read.requests[0].at == Place(start=0, end=0, line=2, column=3)
    assert [event.at.column for event in read.requests[0].events] == [4, 2, 1]


def test_lines_are_counted_over_quoted_line_breaks_and_titles():
    lines = [
        "2024年登记表,,",
        "填报单位：某县水利局,,",
        "编号,申请内容,申请日期",
        '1,"甲',
        '乙",2024-1-2',
        "",
        "2,丙,2024-1-2",
        "合计,2,",
    ]
    data = "\n".join(lines)
    read = read_register(data.encode())
    assert [one.at.line for one in read.requests] == [4, 7]
    assert read.requests[0].content == "甲\n乙"
    assert read.agency.name == "某县水利局"
    assert read.faults == ()


def test_every_row_of_results_is_understood_as_the_form_words_it():
    from govdisclosure.model.forms_requests import REQUESTS_2021  # noqa: PLC0415
    from govdisclosure.model.labels import row_words  # noqa: PLC0415

    for key in OUTCOMES:
        row = REQUESTS_2021.row(key)
        for text in (key, row.label, row.number + row.label, row_words(REQUESTS_2021, key)[0], *row.variants, row.en):
            data = f'编号\t答复日期\t办理结果\n1\t2024-1-2\t"{text.replace(chr(34), chr(34) * 2)}"\n'
            assert read_register(data.encode()).requests[0].events[-1].outcome == key, text


@pytest.mark.parametrize(
    ("text", "needed"),
    [("不予公开", "国家秘密"), ("无法提供", "不掌握"), ("不予处理", "重复申请"), ("其他处理", "缴纳费用")],
)
def test_the_name_of_a_group_alone_is_not_guessed_at(text, needed):
    read = of(HEAD, ("1", "", "", "", "", "2024-1-9", text))
    assert read.requests[0].events[0].outcome is None
    assert needed in read.faults[0].zh
    assert read.faults[0].column == "办理结果"


@pytest.mark.parametrize("text", ["信函", "邮寄"])
def test_mail_alone_does_not_say_whether_it_was_signed_for(text):
    read = of(HEAD, ("1", "", text, "2024-1-2"))
    assert read.requests[0].channel is None
    assert "挂号信" in read.faults[0].zh


def test_words_of_kinds_and_channels():
    read = of(HEAD, ("1", "公民", "网上", "2024-1-2"), ("2", "律师事务所", "特快专递", "2024-1-2"))
    assert [one.applicant.kind for one in read.requests] == [ApplicantKind.NATURAL_PERSON, ApplicantKind.LEGAL_SERVICE]
    assert [one.channel for one in read.requests] == [Channel.ONLINE, Channel.SIGNED_MAIL]


def test_two_results_in_one_cell_and_one_number_twice_are_both_kept():
    read = of(HEAD, ("1", "", "", "", "", "2024-1-9", "予以公开；部分公开"), ("1", "", "", "2024-1-2"))
    assert [one.id for one in read.requests] == ["1", "1"]
    assert [(one.outcome, one.on.day) for one in read.requests[0].events] == [("granted", 9), ("partly_granted", 9)]
    assert read.faults == ()


def test_a_result_without_a_day_is_a_reply_of_an_unknown_day():
    assert read_register("编号,办理结果\n1,予以公开".encode()).requests[0].events[0].on is None


def test_withdrawn_is_no_reply():
    read = of(HEAD, ("1", "", "", "", "", "2024-1-9", "申请人撤回"))
    assert dates(read) == [(K.WITHDRAWN, pendulum.Date(2024, 1, 9))]


def test_numbered_columns_and_parted_cells_are_consultations_each():
    head = ("编号", "征求第三方意见日期1", "第三方答复日期1", "征求第三方意见日期2", "第三方答复日期2")
    numbered = of(head, ("1", "2024-1-2", "", "2024-1-3", "2024-1-9"))
    parted = of(("编号", "征求第三方意见日期", "第三方答复日期"), ("1", "2024-1-2；2024-1-3", "；2024-1-9"))
    for read in (numbered, parted):
        assert read.faults == ()
        assert [(e.kind, e.on.day, e.party) for e in read.requests[0].events] == [
            (K.THIRD_PARTY_CONSULTED, 2, "1"), (K.THIRD_PARTY_CONSULTED, 3, "2"), (K.THIRD_PARTY_ANSWERED, 9, "2"),
        ]  # fmt: skip


def test_whose_answer_it_is_is_not_guessed_at():
    read = of(("编号", "征求第三方意见日期", "第三方答复日期"), ("1", "2024-1-2；2024-1-3", "2024-1-9"))
    assert read.requests[0].events[1].party is None
    assert "谁的答复" in read.faults[0].zh


def test_two_rows_of_headers():
    rows = [
        ["登记编号", "征求第三方", "", "办理情况", ""],
        ["", "意见日期", "答复日期", "答复日期", "办理结果"],
        ["1", "2024-1-2", "2024-1-3", "2024-1-9", "予以公开"],
    ]
    read = read_register(xlsx(sheet_xml(rows, ["A1:A2", "B1:C1", "D1:E1"])))
    # The answer of the third party is under a name that is not known, and is not taken for the reply.
    assert dates(read) == [(K.THIRD_PARTY_CONSULTED, JAN_2), (K.REPLIED, pendulum.Date(2024, 1, 9))]
    assert faults(read) == [(2, "征求第三方 答复日期")]


def test_two_columns_for_one_thing_that_differ_are_said_once():
    read = of(
        ("编号", "收到日期", "登记日期"),
        ("1", "2024-1-2", "2024-1-3"),
        ("2", "", "2024-1-3"),
        ("3", "2024-1-2", "2024-1-4"),
    )
    assert [one.received_on.day for one in read.requests] == [2, 3, 2]
    assert faults(read) == [(2, "登记日期")]


def test_duplicate_headers():
    read = of(
        ("编号", "申请内容", "申请内容", "补正告知日期", "补正告知日期"), ("1", "甲", "乙", "2024-1-2", "2024-1-5")
    )
    assert read.requests[0].content == "甲"
    assert [event.on.day for event in read.requests[0].events] == [2, 5]
    assert faults(read) == [(2, "申请内容")]


def test_an_unknown_column_is_said_once():
    read = of((*HEAD, "心情"), *((str(n), "", "", "2024-1-2", "", "", "", "好") for n in range(5)))
    assert faults(read) == [(1, "心情")]
    assert "好" not in repr(read.faults).replace("认得好", "")


def test_a_missing_number_is_the_number_of_the_row():
    read = of(HEAD, ("", "", "", "2024-1-2"))
    assert read.requests[0].id == "row:2"
    assert faults(read) == [(2, None)]


def test_an_extension_without_its_day_and_one_that_was_not():
    read = of(
        ("编号", "是否延期", "延期日期", "延期天数", "负责人同意"),
        ("1", "是", "", "20个工作日", "是"),
        ("2", "否", "", "", "否"),
    )
    (event,) = read.requests[0].events
    assert (event.kind, event.on, event.days, event.approved) == (K.EXTENDED, None, 20, True)
    assert read.requests[1].events == ()
    assert read.faults == ()


def test_contradictions_are_said():
    read = of(("编号", "是否延期", "延期日期"), ("1", "否", "2024-1-2"))
    assert dates(read) == [(K.EXTENDED, JAN_2)]
    assert len(read.faults) == 1


def test_a_workbook_with_all_that_offices_put_into_one():
    rows = [
        ["某局申请登记表", "", "", ""],
        ["登记编号", "申请人", "申请日期", "收到日期"],
        ["1", "甲", (45293, 1), 45294.0],
        ["2", "", (45293.5, 1), 20240103.0],
        ["", "", "", ""],
        [3.0, "乙", "2024.1.2", "2024年1月3日"],
        ["合计", 3.0, "", ""],
        ["填表人：丙", "", "", ""],
    ]
    read = read_register(xlsx(sheet_xml(rows, ["A1:D1", "B3:B4", "A8:D8"])), uri="a.xlsx")
    assert [(one.id, one.applicant.name, one.submitted_on, one.received_on.day) for one in read.requests] == [
        ("1", "甲", JAN_2, 3), ("2", "甲", JAN_2, 3), ("3", "乙", JAN_2, 3),
    ]  # fmt: skip
    assert [(fault.row, fault.kept, fault.sheet) for fault in read.faults] == [(8, False, "sheet1")]


def test_a_number_merged_over_rows_is_said():
    rows = [["登记编号", "申请日期"], ["1", "2024-1-2"], ["", "2024-1-3"]]
    read = read_register(xlsx(sheet_xml(rows, ["A2:A3"])))
    assert [one.id for one in read.requests] == ["1", "1"]
    assert [fault.row for fault in read.faults] == [3]


def test_formulas_are_what_they_came_to():
    more = (
        '<row r="2"><c r="A2" t="str"><f>"a"&amp;1</f><v>a1</v></c><c r="B2" s="1"><f>TODAY()</f><v>45293</v></c></row>'
    )
    read = read_register(xlsx(sheet_xml([["登记编号", "申请日期"]], more=more)))
    assert (read.requests[0].id, read.requests[0].submitted_on) == ("a1", JAN_2)


def test_sheets_of_requests_cases_and_items_and_hidden_ones():
    book = xlsx(
        sheet_xml([["登记编号", "申请日期"], ["1", "2024-1-2"]]),
        sheet_xml([["编号", "类型", "起诉日期", "结果"], ["甲", "直接起诉", "2024-1-2", "驳回请求"]]),
        sheet_xml([["索引号", "信息名称", "公开属性"], ["x", "通知", "主动公开"]]),
        sheet_xml([["登记编号", "申请日期"], ["藏", "2024-1-2"]]),
        sheet_xml([["这一页只是说明"]]),
        hidden=("sheet4",),
    )
    read = read_register(book)
    assert [one.id for one in read.requests] == ["1"]
    assert [(one.id, one.kind) for one in read.cases] == [("甲", CaseKind.LITIGATION_DIRECT)]
    assert [(fault.sheet, fault.kept) for fault in read.faults] == [("sheet4", False), ("sheet5", False)]
    assert [one.id for one in read_catalogue(book).items] == ["x"]


def test_a_kind_of_table_that_is_not_there_is_none_and_an_empty_one_is_empty():
    read = of(HEAD)
    assert (read.requests, read.cases) == ((), None)


def test_a_workbook_of_the_old_kind():
    cells = {(0, 0): "登记编号", (0, 1): "申请日期", (1, 0): "1", (1, 1): 45293.0}
    read = read_register(compound(Workbook=workbook_stream(cells)), uri="a.xls")
    assert read.requests[0].submitted_on == JAN_2


def test_cases():
    read = read_register(
        "编号,类型,关联申请编号,申请日期,受理日期,副本送达日期,答辩日期,决定日期,结果,是否适用简易程序\n"
        "1,行政复议,A1,2024-1-2,2024-1-5,2024-1-6,2024-1-10,2024-2-20,确认违法,否\n2,行政诉讼,,,,,,,驳回,\n".encode()
    )
    first, second = read.cases
    assert (first.kind, first.request, first.procedure) == (CaseKind.RECONSIDERATION, "A1", Procedure.NORMAL)
    assert [event.kind for event in first.events] == [
        CaseEventKind.FILED, CaseEventKind.ACCEPTED, CaseEventKind.SERVED, CaseEventKind.ANSWERED,
            CaseEventKind.DECIDED,
    ]  # fmt: skip
    assert first.closing.result is CaseResult.FOUND_UNLAWFUL
    assert (second.kind, second.closing and second.closing.result) == (None, None)
    assert faults(read) == [(3, "类型"), (3, "结果")]


def test_the_date_of_the_reply_in_a_case_is_not_taken_for_that_of_the_answer():
    read = read_register("编号,类型,答复日期,答辩日期\n1,复议,2024-1-2,2024-3-1\n".encode())
    assert read.cases[0].first(CaseEventKind.ANSWERED).on.month == 3
    assert faults(read) == [(1, "答复日期")]


def test_every_word_means_one_value_only():
    for cls, words in WORDS.items():
        seen = {}
        for value, each in words.items():
            for word in (value, *each):
                assert seen.setdefault(key_of(word), value) == value, (cls, word)
        assert not {key_of(word) for word in AMBIGUOUS.get(cls, {})} & set(seen)


def test_items():
    read = read_catalogue(
        "索引号,信息名称,信息类别,金额（万元）,数量,公开依据,公开属性,不予公开理由,公开渠道,保密审查,会签\n"
        "1,收费,行政事业性收费金额,12.5,1,第二十条第（八）项,主动公开,,政府网站、政府公报,2024-1-2,不涉及\n"
        "2,罚单,行政处罚决定,1234元,30,第五十条,不予公开,领导说的,,是,2024-1-3\n3,许可,行政许可,,,第十条第一项,不公开,国家秘密,,,\n".encode()
    )
    one, two, three = read.items
    assert (one.kind, str(one.amount), one.duty) == (ItemKind.CHARGES, "125000.0", "regulation-2019:20i8")
    assert one.channels == (PublicationChannel.WEBSITE, PublicationChannel.GAZETTE)
    assert (one.reviewed, one.reviewed_on, one.concerns_other_organs) == (True, JAN_2, False)
    assert (str(two.amount), two.count, two.ground, two.ground_text, two.duty) == ("1234", 30, None, "领导说的", None)
    assert (two.reviewed, two.reviewed_on, two.coordinated_on.day, two.concerns_other_organs) == (True, None, 3, True)
    assert (three.kind, three.duty) == (None, "regulation-2007:10i1")
    assert (three.publicity, three.ground) == (Publicity.WITHHELD, Exemption.STATE_SECRET)
    assert faults(read) == [(3, "公开依据"), (4, "信息类别")]


@pytest.mark.parametrize("kind", ["requests", "cases", "items"])
def test_every_name_of_a_header_finds_its_own_column(kind):
    seen = {}
    for header in headers(kind):
        for word in (*header.zh, *header.en):
            assert seen.setdefault(word, header.field) == header.field, word
        assert header.zh
        assert header.en[0] == header.field
        assert header.values.zh
        assert header.values.en
    with pytest.raises(UsageError):
        headers("x")


@pytest.mark.parametrize(("data", "word"), [
    (b"", "empty"), (b"a,b\n1,2\n", "headers"), (b"%PDF-1.4", "neither"), (b"PK\x03\x04zip", "damaged"),
    (b"\x89PNG\x00", "binary"),
    (b"<html><table><tr><td>1", "headers"), (b"{", "well-formed"), (b"[]", "object"), ("编号,编号2\n".encode(),
    "headers"),
])  # fmt: skip
def test_what_is_no_register_is_refused_with_what_is_needed(data, word):
    with pytest.raises(ReadError) as caught:
        read_register(data, uri="x")
    assert word in caught.value.en


def test_headers_needed_are_named():
    with pytest.raises(ReadError, match=r"登记编号.*类型") as caught:
        read_register(b"a,b\n1,2\n")
    assert "id, applicant.name" in caught.value.en
    with pytest.raises(ReadError, match="索引号"):
        read_catalogue(b"a,b\n1,2\n")
    with pytest.raises(UsageError):
        read_register(3)


FAR = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'


@pytest.mark.parametrize("data", [
    xlsx(sheet_xml([["登记编号", "申请日期"]], more=FAR)),
    xlsx(sheet_xml([["登记编号", "申请日期"]]), **{"xl/a.xml": b" " * 150_000_000}),
    xlsx(sheet_xml([["登记编号"] * 400] * 300, ["A1:OJ300"] * 200)),
    xlsx(sheet_xml([["登记编号", "申请日期"]]))[:-40],
    "编号,申请日期\n".encode() + b'1,"' + b"x" * 200_000,
    "编号,申请日期\n".encode() + b"," * 100_000,
], ids=["far", "bomb", "merges", "cut", "unclosed", "wide"])  # fmt: skip
def test_hostile_files_are_refused_in_little_time(data):
    start = time.process_time()
    with pytest.raises(ReadError):
        read_register(data)
    assert time.process_time() - start < 4


def test_a_quotation_mark_that_is_not_closed_is_said():
    read = read_register('编号,申请内容,申请日期\n1,"甲"乙,2024-1-2\n2,丙,2024-1-2\n'.encode())
    assert [one.id for one in read.requests] == ["1", "2"]
    assert "引号" in read.faults[0].zh


def test_faults_are_bounded():
    read = of(("编号", "申请日期"), *((str(n), "?") for n in range(12_000)))
    assert len(read.faults) == 10_001
    assert "2000" in read.faults[-1].zh


def test_json_faults_are_said_together_with_their_paths():
    read = read_register(
        b'{"schema": 1, "requests": [{"id": "1", "events": [{"kind": "received", "on": "2024-02-30"}, {"kind": "x"},'
        b' {"kind": "replied", "outcome": "gone", "days": 2.0}], "more": 1}, {"channel": "fax"}, 5]}'
    )
    assert {fault.column for fault in read.faults} == {
        "$.requests[0].events[0].on", "$.requests[0].events[1].kind", "$.requests[0].events[2].outcome",
        "$.requests[0].events[2].days", "$.requests[0].more", "$.requests[1].id", "$.requests[2]",
    }  # fmt: skip
    assert [(one.id, len(one.events)) for one in read.requests] == [("1", 2), ("row:2", 0)]
    assert [fault.kept for fault in read.faults if fault.column == "$.requests[2]"] == [False]


@pytest.mark.parametrize(
    "text",
    [
        '{"schema": 2, "requests": []}',
        '{"requests": []}',
        '{"schema": 1, "x": 1, "cases": 3}',
        '{"schema": 1}',
        '{"schema": true, "requests": []}',
    ],
)
def test_json_of_another_shape_is_refused(text):
    with pytest.raises(ReadError, match=r"\$"):
        read_register(text.encode())


def test_faults_of_the_outline_stand_together():
    with pytest.raises(ReadError) as caught:
        read_register(b'{"schema": 9, "x": 1, "cases": 3}')
    assert all(path in caught.value.en for path in ("$.schema", "$.x", "$.cases"))


REGISTER = Register(
    requests=(
        Request(id="1", content="所需", events=(RequestEvent(kind=K.THIRD_PARTY_CONSULTED, on=JAN_2, party="张三"),)),
    )
)


def test_names_are_written_on_demand_only():
    for form in ("csv", "json"):
        without, with_names = io.BytesIO(), io.BytesIO()
        write_register(REGISTER, without, form)
        write_register(REGISTER, with_names, form, personal=True)
        assert "张三" not in without.getvalue().decode()
        assert "所需" not in without.getvalue().decode()
        assert "张三" in with_names.getvalue().decode()


def test_csv_opens_in_excel_and_runs_no_formula(tmp_path):
    path = tmp_path / "a.csv"
    write_register(Register(requests=(Request(id="=cmd|' /C calc'!A0"),)), path)
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == data.count(b"\n") == 2
    assert b"\n'=cmd" in data
    assert read_register(path).requests[0].id == "=cmd|' /C calc'!A0"


def test_workbooks_hold_texts_not_formulas_and_are_the_same_each_time():
    first, second = io.BytesIO(), io.BytesIO()
    for target in (first, second):
        write_register(Register(requests=(Request(id="=1+1"),), cases=()), target, "xlsx")
    assert first.getvalue() == second.getvalue()
    import zipfile  # noqa: PLC0415

    sheet = zipfile.ZipFile(first).read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in sheet
    read = read_register(first.getvalue())
    assert (read.requests[0].id, read.cases) == ("=1+1", ())


def test_what_a_form_cannot_hold_is_refused(tmp_path):
    two = Register(requests=(), cases=())
    with pytest.raises(UsageError):
        write_register(two, tmp_path / "a.csv")
    with pytest.raises(UsageError):
        write_register(two, tmp_path / "a.doc")
    odd = Register(requests=(Request(id="1", events=(RequestEvent(kind=K.SUBMITTED, days=3),)),))
    with pytest.raises(UsageError, match=r"submitted\.days"):
        write_register(odd, tmp_path / "a.csv")
    long = Register(requests=(Request(id="x" * 40_000),))
    with pytest.raises(UsageError):
        write_register(long, tmp_path / "a.xlsx")
    assert not list(tmp_path.iterdir())


def test_what_a_workbook_says_of_the_catalogue(tmp_path):
    from govdisclosure.model.agency import Agency  # noqa: PLC0415

    path = tmp_path / "a.xlsx"
    write_catalogue(Catalogue(agency=Agency(name="某局"), guide_updated_on=JAN_2), path)
    read = read_catalogue(path)
    assert (read.agency.name, read.guide_updated_on, read.catalogue_updated_on) == ("某局", JAN_2, None)
    assert read.faults == ()


def test_without_the_extra_it_is_named(monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(MissingExtraError, match=r"govdisclosure\[office\]"):
        read_register(xlsx(sheet_xml([["登记编号"]])))
    with pytest.raises(MissingExtraError, match=r"govdisclosure\[office\]"):
        write_register(Register(requests=()), tmp_path / "a.xlsx")


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("编号,申请日期\n1,2024-1-2".encode())))
    assert read_register("-").source == "-"


def test_a_hundred_thousand_rows_take_seconds():
    rows = "\n".join(f"{n},自然人,网络,2024/1/2,2024/1/3,2024/1/{4 + n % 20},予以公开" for n in range(20_000))
    start = time.process_time()
    read = read_register(f"{','.join(HEAD)}\n{rows}".encode())
    assert time.process_time() - start < 3
    assert len(read.requests) == 20_000
