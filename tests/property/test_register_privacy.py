"""Nothing personal of a register gets into an outcome, whatever is wrong with the register."""

from itertools import product
from random import Random

import attrs
import pendulum
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.registers import registers
from tests.rules.building import report

import govdisclosure
from govdisclosure.model.register import Catalogue, Register
from govdisclosure.model.request import Applicant
from govdisclosure.register.files import read_register
from govdisclosure.register.files.writing import write_register
from govdisclosure.register.tables.compiling import compile as compiled_of
from govdisclosure.rules.registry import RULESET
from govdisclosure.rules.showing import plain
from govdisclosure.writing.convert import check_to_dict, register_check_to_dict
from govdisclosure.writing.json import dumps
from govdisclosure.writing.text import report_lines

MARKS = ("欧阳标记甲", "13912345678", "内容标记乙", "当事标记丙", "摘要标记丁", "理由标记戊", "420106199001011231")
NAME, PHONE, CONTENT, PARTY, SUMMARY, GROUND, IDENTITY = MARKS


def marked(entries, chance):
    """Requests with marks in all that is personal, and now and then something wrong with them."""
    for request in entries:
        events = [attrs.evolve(event, party=PARTY) for event in request.events]
        if chance.random() < 0.5:
            chance.shuffle(events)
        if events and chance.random() < 0.3:
            events.append(chance.choice(events))
        if events and chance.random() < 0.3:
            events.remove(chance.choice(events))
        if events and chance.random() < 0.3:
            at = chance.randrange(len(events))
            events[at] = attrs.evolve(events[at], on=None)
        applicant = Applicant(kind=chance.choice([request.applicant.kind, None]), name=NAME, contact=PHONE)
        number = chance.choice([request.id, request.id, IDENTITY])
        yield attrs.evolve(request, id=number, applicant=applicant, content=CONTENT, events=tuple(events))


def spoilt(kept, seed):
    """A register and a catalogue with marks and faults."""
    chance = Random(seed)  # noqa: S311  no secret
    requests = tuple(marked(kept.requests, chance))
    cases = tuple(attrs.evolve(case, request=chance.choice([case.request, IDENTITY, "无此号"])) for case in kept.cases)
    items = tuple(
        attrs.evolve(
            item,
            id=chance.choice([item.id, IDENTITY]),
            summary=SUMMARY,
            ground_text=GROUND,
            published_on=chance.choice([item.published_on, item.made_on, None]),
            publicity=chance.choice([item.publicity, None, *govdisclosure.Publicity]),
            ground=chance.choice([None, *govdisclosure.Exemption]),
            reviewed=chance.choice([True, False, None]),
            concerns_other_organs=chance.choice([True, False, None]),
        )
        for item in kept.items
    )
    return Register(requests=requests, cases=cases), Catalogue(items=(*items, *every(kept.year)))


def every(year):
    """An item for each attribute, ground and way of being published."""
    made = pendulum.Date(year, 3, 1)
    for n, (publicity, ground, out) in enumerate(
        product(
            [None, *govdisclosure.Publicity], [None, *govdisclosure.Exemption], [None, made, pendulum.Date(year, 9, 1)]
        )
    ):
        yield govdisclosure.Item(
            id=f"X{n}", summary=SUMMARY, ground_text=GROUND, publicity=publicity, ground=ground, made_on=made,
            published_on=out, duty=(None, "regulation-2019:20i4", CONTENT)[n % 3], reviewed=(None, False, True)[n % 3],
        )  # fmt: skip


def leaks(*texts):
    return {mark for mark in MARKS for text in texts if mark in text}


@settings(max_examples=40, deadline=None)
@given(registers(), st.integers(0, 1_000_000))
def test_no_mark_of_a_register_is_in_what_is_said_of_it(kept, seed):
    register, catalogue = spoilt(kept, seed)
    day = f"{kept.year + 1}-03-01"
    for found in (
        govdisclosure.check_register(register, catalogue=catalogue, as_of=day),
        govdisclosure.check_items(catalogue, as_of=day),
    ):
        assert found.crashed == ()
        document = dumps(register_check_to_dict([("登记簿.csv", found)], ruleset=RULESET))
        shown = plain(report_lines(found, "登记簿.csv", verbose=True))
        each = "".join(f"{one!r}{one}{one.facts}{one.message}{one.entry}{one.subject}" for one in found)
        assert leaks(document, shown, each, f"{found!r}{found}", found._repr_html_(), found.render("en")) == set()


@settings(max_examples=20, deadline=None)
@given(registers(), st.integers(0, 1_000_000))
def test_no_mark_is_in_what_is_said_of_a_report_beside_it(kept, seed):
    register, catalogue = spoilt(kept, seed)
    tables = compiled_of(kept.requests, kept.cases, kept.items, kept.year)
    made = report(year=kept.year, edition=tables.edition, statistics=tables.statistics)
    found = govdisclosure.check(made, register=register, items=catalogue)
    assert found.crashed == ()
    document = dumps(check_to_dict([("报告.txt", found)], ruleset=RULESET))
    assert leaks(document, f"{found!r}{found}", found._repr_html_()) == set()


@settings(max_examples=15, deadline=None)
@given(registers(most=6), st.integers(0, 1_000_000))
def test_nor_of_one_that_went_through_a_file(tmp_path_factory, kept, seed):
    register, _ = spoilt(kept, seed)
    path = tmp_path_factory.mktemp("r") / "登记簿.json"
    write_register(register, path)
    text = path.read_text("utf-8").replace(f'"{kept.year}-', '"二〇年').replace(NAME, f"{NAME}\u0007")
    found = govdisclosure.check_register(read_register(text.encode()))
    document = dumps(register_check_to_dict([("登记簿.json", found)], ruleset=RULESET))
    assert leaks(document, f"{found!r}{found}") == set()
