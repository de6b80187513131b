import time
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure.analysis.difference.alignment import Room, align

WORDS = st.lists(st.sampled_from("甲乙丙丁。"), max_size=60)


def rebuilt(old, new, blocks):
    """The new sequence, made from the old one and the blocks alone."""
    done, made = 0, []
    for a, b, c, d in blocks:
        made += [*old[done:a], *new[c:d]]
        done = b
    return [*made, *old[done:]]


@given(WORDS, WORDS)
def test_the_blocks_make_the_new_from_the_old(old, new):
    assert rebuilt(old, new, align(old, new)) == new


@given(WORDS, WORDS)
def test_swapped_sequences_give_the_same_blocks_swapped(old, new):
    assert [(c, d, a, b) for a, b, c, d in align(old, new)] == list(align(new, old))


@given(WORDS)
def test_nothing_differs_from_itself(words):
    assert align(words, words) == ()


@given(WORDS, WORDS)
def test_without_room_the_blocks_still_make_the_new_from_the_old(old, new):
    assert rebuilt(old, new, align(old, new, Room(3))) == new


@given(WORDS, st.integers(0, 59), st.sampled_from("戊己"))
def test_one_word_more_is_one_block(words, at, word):
    more = [*words[:at], word, *words[at:]]
    assert len(align(words, more)) == 1


def test_a_few_edits_in_a_long_text_are_found_one_by_one():
    old = [f"甲{n}" for n in range(20_000)]
    new = list(old)
    for place in (19_000, 12_345, 7_000, 20):
        new[place : place + 1] = ["乙", "丙"]
    assert align(old, new) == (
        (20, 21, 20, 22), (7_000, 7_001, 7_001, 7_003),
        (12_345, 12_346, 12_347, 12_349), (19_000, 19_001, 19_003, 19_005),
    )  # fmt: skip


def texts(kind):
    chance = Random(3)  # noqa: S311  no secret
    size = 60_000
    if kind == "nothing in common":
        return [f"甲{n}" for n in range(size)], [f"乙{n}" for n in range(size)]
    if kind == "one word again and again":
        return ["甲"] * size, ["甲", "乙"] * (size // 2)
    if kind == "few words":
        return tuple([chance.choice("甲乙丙") for _ in range(size)] for _ in range(2))
    words = [f"甲{n}" for n in range(size)]
    other = list(words)
    if kind == "shuffled":
        chance.shuffle(other)
    else:
        other.reverse()
    return words, other


@pytest.mark.parametrize("kind", ["nothing in common", "one word again and again", "few words", "shuffled", "reversed"])
def test_unlike_sequences_take_bounded_time(kind):
    old, new = texts(kind)
    start = time.process_time()
    blocks = align(old, new)
    assert time.process_time() - start < 20
    assert rebuilt(old, new, blocks) == new
