"""Texts that are meant to take long or to break something."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.similar.written import plain

from govdisclosure.analysis.similar import similar_texts
from govdisclosure.analysis.similar.masking import mask, own_names

LONG = 5_000_000
HOSTILE = {
    "five megabytes": "".join(chr(0x4E00 + n * 7919 % 20000) for n in range(LONG // 3)),
    "equal sentences": "各科室认真整理公开目录并逐项登记。" * 1_000_000,
    "one character": "水" * LONG,
    "digits": "1" * LONG,
    "numerals": "一" * LONG,
    "places": "青石县" * (LONG // 9),
    "breaks": "\n" * LONG,
    "tabs": ("水" * 999 + "\n") * 1000 + "\t",
    "ordinals": "一、" * (LONG // 6),
    "surrogates": "\ud800水利" * 100_000,
    "marks": "\x00\x01\ue000@#" * 100_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_are_done_in_bounded_time(name):
    texts = [plain(HOSTILE[name], "a.html"), plain(HOSTILE[name] + "水", "b.html", "白水县水利局")]
    began = time.process_time()
    found = similar_texts(texts, min_chars=50)
    assert time.process_time() - began < 12
    assert found.reports == 2
    assert all(0 <= pair.likeness.share <= 1 for pair in found.pairs)


def test_the_end_of_a_text_that_is_too_long_is_not_compared_and_that_is_said():
    texts = [plain(HOSTILE["five megabytes"], f"{n}.html", f"{n}水县水利局") for n in "甲乙"]
    found = similar_texts(texts)
    (pair,) = found.pairs
    assert set(found.cut) == {"甲.html", "乙.html"}
    assert pair.first.cut
    assert pair.second.cut
    assert pair.first.characters <= 200_000


WORDS = st.text(st.sampled_from("水利局青石县二〇12.,年月日百万我全一、。;\n\t @#《》A\ue000\ud800İ"), max_size=80)


@given(WORDS, st.sampled_from([(), own_names("青石县水利局", "青石县")]))
def test_the_way_back_holds_for_any_text(text, names):
    masked = mask(text, names)
    assert [masked.words(one) for one in masked.sentences] == [
        masked.text[one.start : one.end] for one in masked.sentences
    ]
    end = 0
    for place, sign in enumerate(masked.text):
        first, last = masked.printed(place, place + 1)
        assert end <= first < last <= len(text)
        end = last
        assert sign in "@#" or sign == masked.folded[first:last]
    assert sum(one.end - one.start for one in masked.sentences) == len(masked.text)


@given(WORDS, WORDS)
def test_likeness_is_symmetric(one, other):
    texts = [plain(one * 20, "a.html"), plain(other * 20, "b.html", "白水县水利局")]
    found = [similar_texts(order, min_chars=50, threshold=0.3) for order in (texts, texts[::-1])]
    assert found[0] == found[1]
