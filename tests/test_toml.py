"""TOML of users that no reader of TOML finishes is refused in words, as any other fault of it."""

import pytest

from govdisclosure.analysis.across.lists import read_renamed
from govdisclosure.decisions.suppressions import Suppressions
from govdisclosure.errors import UsageError
from govdisclosure.law.notices import calendar_from_toml
from govdisclosure.law.overlay_files import overlay_from_toml
from govdisclosure.register.draft.template import read_template
from govdisclosure.settings.settings import Settings


def _settings(text, folder):
    path = folder / "govdisclosure.toml"
    path.write_text(text, encoding="utf-8")
    return Settings.load(path)


@pytest.mark.parametrize("text", ["a = " + "9" * 5000, "a = " + "[" * 20_000], ids=["digits", "depth"])
@pytest.mark.parametrize(
    "read",
    [
        lambda text, _: read_renamed(text.encode()),
        lambda text, _: Suppressions.loads(text),
        lambda text, _: calendar_from_toml(text),
        lambda text, _: overlay_from_toml(text, "local.toml"),
        lambda text, _: read_template(text),
        _settings,
    ],
    ids=["renamed", "suppressions", "calendar", "overlay", "template", "settings"],
)
def test_a_number_too_long_and_lists_too_deep_are_faults_of_the_file(read, text, tmp_path):
    with pytest.raises(UsageError, match="TOML"):
        read(text, tmp_path)
