"""What changed between two texts."""

import time

from hypothesis import given
from hypothesis import strategies as st

from app.core.differences import Skipped, between, between_lines, shortened

texts = st.lists(st.sampled_from(["uno", "dos", " ", "\n\n", "tres", ".", "ñ"])).map("".join)


def said(paragraphs, *kinds):
    return ["".join(words for kind, words in one.parts if kind in kinds) for one in paragraphs]


def words_of(texts):
    return "".join("".join(one.split()) for one in texts)


def test_a_word_that_changed_is_shown_in_its_sentence():
    (one,) = between("Nobody answers the phone.", "Somebody answers the phone.")

    assert one.parts[:2] == (("went", "Nobody"), ("came", "Somebody"))
    assert one.parts[2] == ("same", " answers the phone.")


def test_a_new_paragraph_stands_between_those_that_stayed():
    found = between("First.\n\nLast.", "First.\n\nMiddle.\n\nLast.")

    assert [one.parts for one in found] == [
        (("same", "First."),),
        (("came", "Middle."),),
        (("same", "Last."),),
    ]


def test_what_has_nothing_in_common_is_not_mixed_word_by_word():
    found = between("Las mantas llegaron ayer.", "Quién coge el teléfono hoy?")

    assert [one.parts[0][0] for one in found] == ["went", "came"]


def test_a_long_text_with_one_change_is_shown_around_it():
    old = "\n\n".join(f"Paragraph {n}" for n in range(50))
    shown = shortened(between(old, old.replace("Paragraph 25", "Sentence 25")))

    assert shown[0] == Skipped(24) and shown[-1] == Skipped(23) and len(shown) <= 6


@given(texts, texts)
def test_nothing_is_lost_on_either_side(old, new):
    found = between(old, new)

    assert words_of(said(found, "same", "went")) == words_of([old])
    assert words_of(said(found, "same", "came")) == words_of([new])


def test_a_title_is_compared_as_one_line():
    assert between_lines("Two calls", "Two calls").is_changed is False
    assert between_lines("Two calls", "Three calls").is_changed


def test_nobody_waits_for_the_longest_text():
    old = "a b " * 25_000
    began = time.process_time()
    between(old, "b a " * 25_000)
    between("a\n\nb\n\n" * 15_000, "b\n\na\n\n" * 15_000)
    between("\n\n".join(["a b " * 290] * 80), "\n\n".join(["b a c " * 190] * 80))

    assert time.process_time() - began < 5
