import sys

import pytest

from govdisclosure.text.normalise import _FOLD, fold
from govdisclosure.text.signs import Signs

EVERY = "".join(map(chr, range(sys.maxunicode + 1)))


def test_folding_is_what_the_table_says_of_every_sign_alone_and_of_all_together():
    assert fold(EVERY) == EVERY.translate(_FOLD)
    assert [sign for sign in EVERY if fold(sign) != sign.translate(_FOLD)] == []


@pytest.mark.parametrize("text", ["", "~", "a\tb", "－－]^[\\", "青石县水利局２０２３年"])
def test_texts_are_as_long_as_they_were(text):
    assert len(fold(text)) == len(text)
    assert fold(text) == text.translate(_FOLD)


def test_a_sign_that_becomes_one_that_changes_is_changed_once():
    swap = Signs({ord("a"): "b", ord("b"): "a"})
    assert swap("abc") == "bac"
