"""Whatever words stand in an object, it shows them as words: no markup, no script, nothing that steers."""

import io
import json
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.showing.reading import Fragment, faults
from tests.showing.samples import HOSTILE, PRIVATE, hostile, samples, shown_classes, spoilt

from govdisclosure.text.shown import ShownPage

NAMES = sorted(samples())
FRAMES = {"report tables", "table", "register tables", "scores", "organ score"}
LANGS = (None, "zh", "en")
STEERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")


def fragments(shown):
    """The object in every way it shows itself as HTML."""
    yield shown._repr_html_()
    if hasattr(shown, "to_html"):
        yield from map(shown.to_html, LANGS)


def texts(shown):
    """The object in every way it shows itself as text."""
    yield repr(shown)
    if hasattr(shown, "render"):
        yield from map(shown.render, LANGS[1:])


def test_the_samples_are_all_that_shows_itself():
    assert {type(one) for one in samples().values()} >= shown_classes()
    assert {"AnnualReport", "Assessment", "Receipt", "Request", "Rule", "Parameter"} <= {
        one.__name__ for one in shown_classes()
    }


@pytest.mark.parametrize("name", NAMES)
def test_hostile_words_are_shown_as_words(name):
    for page in fragments(hostile()[name]):
        assert faults(page) == []


@pytest.mark.parametrize("name", NAMES)
def test_ordinary_objects_are_well_formed(name):
    for page in fragments(samples()[name]):
        assert faults(page) == []


@pytest.mark.parametrize("name", NAMES)
def test_no_text_of_it_steers_a_terminal(name):
    for text in texts(hostile()[name]):
        assert not STEERS.search(text)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    name=st.sampled_from(["request", "case", "timeline", "assessment", "report", "fee", "receipt"]),
    words=st.text(st.sampled_from("<>&\"'/=-!abst \n\u202e\x1b`|#[]()*_\\{}"), max_size=60),
)
def test_any_words_are_shown_as_words(name, words):
    for page in fragments(spoilt(samples()[name], words)):
        assert faults(page) == []


@pytest.mark.parametrize("name", NAMES)
def test_nobody_is_named(name):
    shown = [*fragments(samples()[name]), *texts(samples()[name])]
    assert not [one for one in PRIVATE if any(one in page for page in shown)]


@pytest.mark.parametrize("name", NAMES)
def test_what_a_notebook_asks_for_is_given(name):
    shown = samples()[name]
    found = shown._repr_mimebundle_()
    assert found["text/html"] == shown._repr_html_()
    assert found["text/plain"] == repr(shown)
    assert json.loads(json.dumps(found)) == found
    assert set(shown._repr_mimebundle_(include={"text/plain"})) == {"text/plain"}
    assert "text/html" not in shown._repr_mimebundle_(exclude={"text/html"})


@pytest.mark.parametrize("name", NAMES)
def test_a_terminal_shows_it_and_obeys_no_markup_in_it(name):
    console = pytest.importorskip("rich.console")
    out = io.StringIO()
    console.Console(file=out, width=80, force_terminal=True, color_system="truecolor").print(hostile()[name])
    written = re.sub(r"\x1b\[[\d;]*m", "", out.getvalue())
    assert not STEERS.search(written)
    # A name of a colour in brackets would be gone if it had been obeyed; a page of Markdown may drop a line of HTML.
    if not isinstance(hostile()[name], ShownPage):
        assert ("[red]" in written) == ("[red]" in hostile()[name].render())


def test_what_is_hostile_does_stand_in_what_is_shown():
    whole = "".join(Fragment(one._repr_html_()).words for one in hostile().values())
    assert "<img src=x onerror=alert(1)>" in whole
    assert HOSTILE not in whole
