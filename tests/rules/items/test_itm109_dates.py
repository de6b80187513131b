import pytest
from tests.rules.items.catalogues import ask, good, item, lawful, only, verdicts

from govdisclosure.rules.items.itm109_dates import RULE
from govdisclosure.rules.outcome import Kind, Level


def test_a_lawful_catalogue_passes():
    (found,) = ask(RULE, *lawful().items, as_of="2024-12-31")
    assert (found.kind, found.facts["entries"]) == (Kind.PASS, 3)


@pytest.mark.parametrize(
    ("fields", "subject", "kind"),
    [
        ({"published_on": "2024-02-29"}, "published_on:made_on", "fail"),
        ({"changed_on": "2024-02-29"}, "changed_on:made_on", "fail"),
        ({"repealed_on": "2024-02-29"}, "repealed_on:made_on", "fail"),
        ({"valid_from": "2024-06-01", "valid_to": "2024-05-01"}, "valid_to:valid_from", "fail"),
        ({"repealed_on": "2024-06-01", "valid_to": "2029-06-01"}, "repealed_on:valid_to", "review"),
        ({"made_on": "2025-01-01", "published_on": None}, "made_on:future", "fail"),
        ({"reviewed_on": "2025-01-01"}, "reviewed_on:future", "fail"),
        ({"coordinated_on": "2025-01-01"}, "coordinated_on:future", "fail"),
        ({"published_on": "2025-01-01"}, "published_on:future", "review"),
        ({"made_on": "1900-01-01"}, "made_on:early", "review"),
        # What can be: reviewed or confirmed before it was signed, in force from before, repealed before it took effect.
        ({"reviewed_on": "2024-02-01"}, None, None),
        ({"coordinated_on": "2024-02-01"}, None, None),
        ({"valid_from": "2024-01-01"}, None, None),
        ({"valid_from": "2024-09-01", "repealed_on": "2024-06-01"}, None, None),
        ({"valid_to": "2029-06-01"}, None, None),
        ({"repealed_on": "2025-06-01"}, None, None),
        ({"made_on": "2005-06-01"}, None, None),
    ],
)
def test_days_that_cannot_be(fields, subject, kind):
    found = verdicts(RULE, good(**fields), as_of="2024-12-31")
    assert found == ({f"A1:{subject}": kind} if subject else {"dates": "pass"})


def test_a_fault_says_both_days():
    fault = only(ask(RULE, good(published_on="2024-02-29")), Kind.FAIL)
    assert fault.facts == {"published_on": "2024-02-29", "made_on": "2024-03-01"}
    assert fault.level is Level.WARNING
    assert "2024-02-29与2024-03-01" in fault.message.zh


def test_without_a_day_of_judgement_nothing_is_in_the_future():
    assert verdicts(RULE, good(made_on="2099-01-01", published_on="2099-01-05", reviewed_on=None)) == {"dates": "pass"}


def test_items_without_days():
    assert verdicts(RULE, item()) == {"dates": Kind.NOT_APPLICABLE.value}
    assert Kind.REVIEW in RULE.kinds
