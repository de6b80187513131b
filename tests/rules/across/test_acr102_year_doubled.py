import pendulum
from tests.rules.across.organs import judged, receiving, subjects

from govdisclosure.model.place import Place
from govdisclosure.model.report import DateMention
from govdisclosure.rules.across.acr102_year_doubled import RULE
from govdisclosure.rules.outcome import Kind


def published(on):
    return DateMention(on=pendulum.Date.fromisoformat(on), quote=on, at=Place(start=0, end=0))


def test_one_report_a_year_passes_and_none_has_nothing_to_look_at():
    assert subjects(judged(RULE, receiving(2020, 1), receiving(2021, 1))) == {"years": "pass"}
    assert subjects(judged(RULE)) == {"years": "notApplicable"}
    assert subjects(judged(RULE, receiving(None, 1))) == {"years": "notApplicable"}


def test_two_reports_of_a_year_are_named_and_the_later_one_is_used():
    late = receiving(2020, 1, "a.html", published=published("2021-05-01"))
    early = receiving(2020, 2, "b.html", published=published("2021-01-20"))
    for given in ((late, early), (early, late)):
        (outcome,) = judged(RULE, *given)
        assert (outcome.kind, outcome.subject) == (Kind.REVIEW, "year:2020")
        assert outcome.facts == {"year": 2020, "reports": ["b.html", "a.html"], "used": "a.html"}
        assert "采用a.html" in outcome.message.zh


def test_a_name_that_shows_a_number_of_a_person_is_masked():
    (outcome,) = judged(RULE, receiving(2020, 1, "13800138000.html"), receiving(2020, 1, "b\x1b[31m.html"))
    assert "13800138000" not in str(outcome.facts) + outcome.message.zh + outcome.message.en
    assert "\x1b" not in outcome.message.zh
