from govdisclosure.model.request import RequestEventKind
from govdisclosure.register.files import read_register
from govdisclosure.register.tables.compiling import compile as compiled

HEAD = "登记编号,申请人类型,申请方式,申请日期,收到日期,补正告知日期,补正期限,逾期未补正日期,答复日期,办理结果"


def read(*rows):
    return read_register("\n".join((HEAD, *rows)).encode())


def test_a_result_of_a_lapse_without_a_day_of_reply_tells_of_no_reply():
    register = read("a,自然人,当面,2024-08-05,2024-08-05,2024-08-08,2024-08-30,2024-09-02,,逾期不补正")
    (request,) = register.requests
    assert request.all(RequestEventKind.REPLIED) == ()
    assert str(request.first(RequestEventKind.SUPPLEMENT_LAPSED).on) == "2024-09-02"
    found = compiled(register.requests, None, None, 2024)
    assert found.uncounted == ()
    assert found.entries("requests", "other.correction_overdue", "natural_person") == ("a",)


def test_without_any_day_it_tells_of_a_lapse_whose_day_is_not_known():
    (request,) = read("a,自然人,当面,2024-08-05,2024-08-05,2024-08-08,2024-08-30,,,逾期不补正").requests
    assert request.all(RequestEventKind.REPLIED) == ()
    assert request.first(RequestEventKind.SUPPLEMENT_LAPSED).on is None


def test_a_reply_that_is_said_to_have_been_made_stays_one():
    (request,) = read("a,自然人,当面,2024-08-05,2024-08-05,2024-08-08,2024-08-30,,是,逾期不补正").requests
    assert request.first(RequestEventKind.REPLIED).outcome == "other.correction_overdue"


def test_a_notice_that_follows_the_lapse_is_the_same_end():
    register = read("a,自然人,当面,2024-08-05,2024-08-05,2024-08-08,2024-08-30,2024-09-02,2024-09-05,逾期不补正")
    found = compiled(register.requests, None, None, 2024)
    assert found.uncounted == ()
    assert found.entries("requests", "other.correction_overdue", "natural_person") == ("a",)


def test_a_day_of_receipt_in_another_year_than_the_submission_in_person_is_said():
    register = read("a,自然人,当面,2023-12-29,2024-01-03,,,,2024-01-15,予以公开")
    found = compiled(register.requests, None, None, 2024)
    assert found.entries("requests", "received", "natural_person") == ("a",)
    assert any("不在同一年" in note.zh for note in found.notes)
    same = read("a,自然人,当面,2024-01-02,2024-01-03,,,,2024-01-15,予以公开")
    assert not compiled(same.requests, None, None, 2024).notes
