import pytest
from tests.rules.entries import ask_entries, request, told

from govdisclosure import api
from govdisclosure.model.request import Applicant
from govdisclosure.rules.outcome import Kind, Level
from govdisclosure.rules.requests.req113_entry_unique import RULE


def on(number, day, content="秘密的内容", **fields):
    return request(number, ("received", day), content=content, **fields)


def test_a_number_that_is_given_twice_is_one_finding():
    found = ask_entries(
        RULE, on("7", "2024-03-11", "一"), on("7", "2024-03-12", "二"), on("8", "2024-03-12", "三"), twice=True
    )
    assert [(o.kind, o.level, o.subject) for o in found] == [(Kind.FAIL, Level.ERROR, "7:number")]
    assert found[0].message.zh.startswith("2件申请同用编号7")


@pytest.mark.parametrize(
    ("other", "verdict"),
    [
        (on("8", "2024-04-10"), {"8:content": "review"}),
        (on("8", "2024-04-10", "秘密的 内容"), {"8:content": "review"}),
        (on("8", "2024-04-11"), {"requests": "pass"}),
        (on("8", "2024-04-10", "别的"), {"requests": "pass"}),
        (on("8", "2024-04-10", None), {"requests": "pass"}),
        (on("8", "2024-04-10", applicant=Applicant(name="李四")), {"requests": "pass"}),
        (on("8", "2024-04-10", applicant=Applicant()), {"requests": "pass"}),
        (request("8", content="秘密的内容"), {"requests": "pass"}),
    ],
)
def test_the_same_from_the_same_within_thirty_days(other, verdict):
    assert told(RULE, on("7", "2024-03-11"), other) == verdict


def test_what_was_answered_as_a_repeat_is_no_double():
    reply = ("replied", "2024-03-20", {"outcome": "not_processed.repeat"})
    repeat = request("8", ("received", "2024-03-15"), reply, content="秘密的内容")
    assert told(RULE, on("7", "2024-03-11"), repeat) == {"requests": "pass"}


def test_an_empty_register_is_nothing_to_look_at():
    assert told(RULE) == {"requests": "notApplicable"}


def test_a_number_that_looks_like_a_person_is_masked():
    (outcome,) = ask_entries(RULE, on("13800138000", "2024-03-11"), on("13800138000", "2024-03-12", "二"), twice=True)
    assert outcome.kind is Kind.FAIL
    assert outcome.entry == "*" * 11


def test_the_rows_of_a_double_are_named():
    from govdisclosure.register.files import read_register  # noqa: PLC0415

    rows = "登记编号,申请日期,收到日期\nA,2024-03-01,2024-03-01\nB,2024-03-01,2024-03-01\nA,2024-05-06,2024-05-06\n"
    (found,) = api.check_register(read_register(rows.encode()), select="REQ113").of(Kind.FAIL)
    assert "第2、4行" in found.message.zh
    assert found.facts["rows"] == [2, 4]
