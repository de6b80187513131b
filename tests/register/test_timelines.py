"""A request on a timeline: every event on its day, every end of its term, and nobody named."""

from html.parser import HTMLParser

import pendulum
import pytest

from govdisclosure.errors import UsageError
from govdisclosure.model.case import Case, CaseEvent, CaseEventKind, CaseResult
from govdisclosure.model.request import Applicant, Request, RequestEvent, RequestEventKind
from govdisclosure.register.clock import deadline
from govdisclosure.register.timelines import timeline

E = RequestEventKind
SECRETS = ("张三丰", "13800138000", "请公开我家拆迁补偿的材料", "第三方王小二")


def on(month, day):
    return pendulum.Date(2024, month, day)


def request(*events, **more):
    return Request(
        id="2024-07",
        applicant=Applicant(name=SECRETS[0], contact=SECRETS[1]),
        content=SECRETS[2],
        events=events,
        **more,
    )


EVENTS = (
    RequestEvent(kind=E.RECEIVED, on=on(5, 6)),
    RequestEvent(kind=E.THIRD_PARTY_CONSULTED, on=on(5, 10), party=SECRETS[3]),
    RequestEvent(kind=E.THIRD_PARTY_ANSWERED, on=on(5, 24), party=SECRETS[3], consented=False),
    RequestEvent(kind=E.EXTENDED, on=on(6, 3), days=20, approved=True, notified_on=on(6, 3)),
    RequestEvent(kind=E.REPLIED, on=on(7, 1), outcome="denied.third_party_rights"),
)
CASE = Case(
    id="FY-1",
    request="2024-07",
    events=(
        CaseEvent(kind=CaseEventKind.FILED, on=on(7, 30)),
        CaseEvent(kind=CaseEventKind.DECIDED, on=on(9, 20), result=CaseResult.UPHELD),
    ),
)


class _Tags(HTMLParser):
    def __init__(self, page):
        super().__init__()
        self.tags, self.words = set(), ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        assert not any(name.startswith("on") for name, _ in attrs)

    def handle_data(self, data):
        self.words += data


def test_events_cases_and_ends_of_the_term_stand_in_the_order_of_days():
    found = timeline(request(*EVENTS), (CASE, Case(id="other", request="2024-08")))
    days = [one.on for one in found.moments]
    assert days == sorted(days)
    ends = [one.on for one in found.moments if one.term]
    assert ends == [one.due_on for one in deadline(request(*EVENTS)).readings]
    assert len(days) == len(EVENTS) + len(CASE.events) + len(ends)
    assert "other" not in found.render("en")


@pytest.mark.parametrize("lang", ["zh", "en", None])
def test_nobody_is_named(lang):
    found = timeline(request(*EVENTS), (CASE,))
    shown = found.to_html(lang) + request(*EVENTS).to_html(lang) + CASE.to_html(lang)
    if lang:
        shown += found.render(lang) + request(*EVENTS).render(lang) + CASE.render(lang)
    assert not [secret for secret in SECRETS if secret in shown]


def test_a_number_that_could_be_a_persons_is_masked():
    assert "11010519491231002X" not in timeline(Request(id="11010519491231002X"))._repr_html_()


def test_an_event_without_a_day_stands_after_the_one_before_it_and_says_so():
    lines = timeline(request(EVENTS[0], RequestEvent(kind=E.FEE_NOTICED), EVENTS[4])).render("zh").splitlines()
    assert lines[1].startswith("2024-05-06")
    assert lines[2] == "日期不详 ● 收费通知"


def test_a_term_that_cannot_be_computed_is_said_and_the_events_stand():
    found = timeline(request(RequestEvent(kind=E.RECEIVED), EVENTS[4]))
    assert found.receipt is None
    assert "答复期限未能计算" in found.render("zh")
    assert "could not be computed" in found.to_html("en")
    assert sum(not one.term for one in found.moments) == 2


def test_what_happened_later_is_left_aside_and_a_term_that_stands_still_says_so():
    found = timeline(request(*EVENTS), as_of=on(5, 15))
    assert [one.on for one in found.moments if not one.term] == [on(5, 6), on(5, 10)]
    assert "the term stands still, so that this day moves on" in found.render("en")


def test_hostile_numbers_are_no_markup():
    page = _Tags(timeline(Request(id="<script>alert(1)</script>", events=EVENTS))._repr_html_())
    assert not page.tags & {"script", "img", "style"}
    assert "<script>" in page.words


def test_another_language_is_refused():
    with pytest.raises(UsageError):
        timeline(request()).render("fr")
    with pytest.raises(UsageError):
        request().render("fr")


def test_a_register_that_goes_back_in_time_counts_no_days():
    shown = Request(id="1", events=(EVENTS[4], EVENTS[0])).render("en")
    assert "(+" not in shown
    assert "-" not in shown.replace("2024-", "").replace("-0", "")
