"""What is written is read back as it was, whatever stands in it."""

import io
import json
from contextlib import suppress
from pathlib import Path

import attrs
import pendulum
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from govdisclosure.errors import ReadError
from govdisclosure.law.lookup import cite
from govdisclosure.model.agency import Agency
from govdisclosure.model.case import Case, CaseEvent, CaseKind, CaseResult, Contested, Procedure
from govdisclosure.model.item import Exemption, Item, ItemKind, PublicationChannel, Publicity
from govdisclosure.model.register import Catalogue, Register
from govdisclosure.model.request import (
    OUTCOMES,
    Applicant,
    ApplicantKind,
    Channel,
    ReplyType,
    Request,
    RequestEvent,
)
from govdisclosure.register.files import headers, read_catalogue, read_register, write_catalogue, write_register
from govdisclosure.writing.register_schemas import catalogue_schema, register_schema

NASTY = (
    "=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "＝1", "－1", " =1", "'", "''=",
    "'\\", "\\u0041", "_x000D_", "a\x00b", "\ud800",
    "\ufffe", "\ufffd", "a;b", "甲；乙", "甲、乙", "a\nb", "a\r\nb", '"', '""', ",", "合计", "注：无", "  ", "",
    "﻿", "1E5", "00123",
    "2024-1-2", "是", "-", "无", "登记编号", "张三\u202e", "https://x.cn", "{=1}", "110105194912310021",
)  # fmt: skip
words = st.one_of(st.sampled_from(NASTY), st.text(max_size=12), st.text(alphabet="=;；、'\\\n\r _x0Dа甲", max_size=8))
days = st.one_of(st.none(), st.dates().map(lambda day: pendulum.Date(day.year, day.month, day.day)))
flags = st.none() | st.booleans()
maybe_words = st.none() | words
ids = words.filter(str.strip)


def fields_of(cls, **special):
    """What each event may have, by the columns that there are for it."""
    kinds = {}
    for header in headers("requests" if cls is RequestEvent else "cases"):
        if header.event is not None and header.attribute != "happened":
            kinds.setdefault(header.event, set()).add(header.attribute)
    return st.one_of(
        *(
            st.builds(cls, kind=st.just(kind), **{name: special[name] for name in sorted(names)})
            for kind, names in kinds.items()
        )
    )


request_events = fields_of(
    RequestEvent, on=days, until=days, days=st.none() | st.integers(-5, 400), notified_on=days, approved=flags,
    consented=flags, outcome=st.none() | st.sampled_from(OUTCOMES), reply_type=st.none() | st.sampled_from(ReplyType),
    party=maybe_words,
)  # fmt: skip
case_events = fields_of(
    CaseEvent, on=days, days=st.none() | st.integers(0, 400), result=st.none() | st.sampled_from(CaseResult)
)


def _personal(one):
    """What must not stand in a number: such an entry is called by its row."""
    return (one.applicant.name, one.applicant.contact, one.content)


requests = st.builds(
    Request,
    id=ids,
    applicant=st.builds(Applicant, kind=st.none() | st.sampled_from(ApplicantKind), name=maybe_words,
        contact=maybe_words),
    channel=st.none() | st.sampled_from(Channel),
    content=maybe_words,
    items=st.lists(words, max_size=3).map(tuple),
    events=st.lists(request_events, max_size=4).map(tuple),
).filter(lambda one: not any(word and word in one.id for word in _personal(one)))  # fmt: skip
cases = st.builds(
    Case, id=ids, kind=st.none() | st.sampled_from(CaseKind), request=maybe_words,
    contested=st.none() | st.sampled_from(Contested), act_on=days, known_on=days, told=flags, prior=maybe_words,
    procedure=st.none() | st.sampled_from(Procedure), events=st.lists(case_events, max_size=4).map(tuple),
)  # fmt: skip
items = st.builds(
    Item, id=ids, title=maybe_words, document_number=maybe_words, producer=maybe_words, summary=maybe_words,
    topic=maybe_words, made_on=days, changed_on=days, published_on=days, kind=st.none() | st.sampled_from(ItemKind),
    count=st.integers(0, 10**16), amount=st.none() | st.decimals(-(10**18), 10**18, places=4, allow_nan=False),
    duty=st.none() | st.sampled_from([cite(key).key for key in ("regulation-2019:20i4", "regulation-2007:10",
        "regulation-2019:19")]),
    form=maybe_words, publicity=st.none() | st.sampled_from(Publicity), ground=st.none() | st.sampled_from(Exemption),
    ground_text=maybe_words, channels=st.lists(st.sampled_from(PublicationChannel), max_size=3).map(tuple),
    reviewed_on=days, reviewed=flags, concerns_other_organs=flags, coordinated_on=days, valid_from=days, valid_to=days,
    repealed_on=days,
)  # fmt: skip


def bare(entry):
    """An entry without where it stands."""
    events = getattr(entry, "events", None)
    if events:
        entry = attrs.evolve(entry, events=tuple(attrs.evolve(event, at=None) for event in events))
    return attrs.evolve(entry, at=None)


def written(register, form, **how):
    target = io.BytesIO()
    (write_catalogue if isinstance(register, Catalogue) else write_register)(register, target, form, **how)
    return target.getvalue()


FORMS = pytest.mark.parametrize(
    ("form", "lang"), [("csv", "zh"), ("csv", "en"), ("xlsx", "zh"), ("xlsx", "en"), ("json", "zh")]
)
slow = settings(max_examples=25, suppress_health_check=list(HealthCheck), deadline=None)


@FORMS
@slow
@given(found=st.lists(requests, max_size=2).map(tuple))
def test_requests(form, lang, found):
    read = read_register(written(Register(requests=found), form, personal=True, lang=lang))
    assert read.faults == ()
    assert tuple(map(bare, read.requests)) == found
    assert read.cases is None


@FORMS
@pytest.mark.parametrize("number", ["https://x.cn", "审核：甲"])
def test_a_case_of_which_only_such_a_number_is_known_is_no_note(form, lang, number):
    found = (Case(id=number),)
    read = read_register(written(Register(cases=found), form, lang=lang))
    assert read.faults == ()
    assert tuple(map(bare, read.cases)) == found


@FORMS
@slow
@given(found=st.lists(cases, max_size=2).map(tuple))
def test_cases(form, lang, found):
    read = read_register(written(Register(cases=found), form, lang=lang))
    assert read.faults == ()
    assert tuple(map(bare, read.cases)) == found
    assert read.requests is None


@FORMS
@slow
@given(found=st.lists(items, max_size=2).map(tuple))
def test_items(form, lang, found):
    read = read_catalogue(written(Catalogue(items=found), form, lang=lang))
    assert read.faults == ()
    assert tuple(map(bare, read.items)) == found


@slow
@given(found=st.lists(requests, max_size=2).map(tuple), other=st.lists(cases, max_size=2).map(tuple))
def test_documents_fit_their_schemas(found, other):
    register = json.loads(written(Register(requests=found, cases=other), "json", personal=True))
    assert [error.message for error in Draft202012Validator(register_schema()).iter_errors(register)] == []


@slow
@given(found=st.lists(items, max_size=2).map(tuple))
def test_catalogues_fit_their_schema(found):
    catalogue = Catalogue(items=found, agency=Agency(name="某局"), guide_updated_on=pendulum.Date(2024, 1, 2))
    document = json.loads(written(catalogue, "json"))
    assert [error.message for error in Draft202012Validator(catalogue_schema()).iter_errors(document)] == []


@pytest.mark.parametrize(("name", "schema"), [("register", register_schema()), ("catalogue", catalogue_schema())])
def test_the_shipped_schemas_are_those_the_types_make(name, schema):
    Draft202012Validator.check_schema(schema)
    shipped = Path(__file__).resolve().parents[2] / "src" / "govdisclosure" / "schema" / f"{name}.schema.json"
    assert json.loads(shipped.read_text("utf-8")) == schema


@pytest.mark.parametrize(
    "change",
    [{"more": 1}, {"requests": [{}]}, {"requests": [{"id": "1", "channel": "x"}]}, {"schema": 2},
     {"requests": [{"id": "1", "events": [{"kind": "replied", "outcome": "gone"}]}]}],
)  # fmt: skip
def test_the_schema_refuses_what_the_reader_does(change):
    document = {"schema": 1, "requests": [], **change}
    assert list(Draft202012Validator(register_schema()).iter_errors(document))
    with suppress(ReadError):
        assert read_register(json.dumps(document).encode()).faults
