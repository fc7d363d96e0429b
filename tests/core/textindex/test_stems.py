"""Which forms of a word meet: a score on declared lists, never a promise."""

from concurrent.futures import ThreadPoolExecutor

import pytest
import snowballstemmer
from hypothesis import given
from hypothesis import strategies as st

from app.core.textindex import basque
from app.core.textindex.stems import stems, stems_in_any
from app.core.textindex.words import words
from tests.core.textindex.forms import FALSE_FRIENDS, FORMS
from tests.core.textindex.pairs import APART, JOINED, UNSEEN_BASQUE, UNSEEN_BASQUE_APART, pairs

BASQUE_LETTERS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=25)


def word(written):
    return next(words(written))


def share_a_stem(one, other, language):
    return not set(stems(word(one), language)).isdisjoint(stems(word(other), language))


def score(table, language):
    return sum(share_a_stem(one, other, language) for one, other in pairs(table))


# The scores reached, as docs/decisions/text-index.md states them.
@pytest.mark.parametrize(
    ("language", "joined", "of"), [("es", 39, 40), ("eu", 98, 98), ("en", 23, 24), ("pt", 24, 24)]
)
def test_forms_of_a_word_meet(language, joined, of):
    assert len(pairs(JOINED[language])) == of
    assert score(JOINED[language], language) >= joined


@pytest.mark.parametrize(
    ("language", "mistaken", "of"), [("es", 3, 10), ("eu", 0, 25), ("en", 1, 8), ("pt", 2, 6)]
)
def test_other_words_stay_apart(language, mistaken, of):
    assert len(pairs(APART[language])) == of
    assert score(APART[language], language) <= mistaken


@pytest.mark.parametrize("language", FORMS)
def test_of_forty_declared_pairs_at_least_thirty_eight_meet(language):
    assert len(pairs(FORMS[language])) == 40
    assert score(FORMS[language], language) >= 38


@pytest.mark.parametrize(("language", "mistaken"), [("es", 3), ("eu", 0), ("en", 1), ("pt", 2)])
def test_of_twenty_false_friends_only_these_are_mistaken(language, mistaken):
    assert len(pairs(FALSE_FRIENDS[language])) == 20
    assert score(FALSE_FRIENDS[language], language) <= mistaken


def test_basque_meets_on_words_it_was_not_made_with():
    assert len(pairs(UNSEEN_BASQUE)) == 59
    assert score(UNSEEN_BASQUE, "eu") >= 54
    assert len(pairs(UNSEEN_BASQUE_APART)) == 40
    assert score(UNSEEN_BASQUE_APART, "eu") <= 8


def test_our_basque_joins_more_than_twice_what_snowballs_does():
    theirs = snowballstemmer.stemmer("basque")
    joined = sum(
        theirs.stemWord(one.lower()) == theirs.stemWord(other.lower())
        for one, other in pairs(JOINED["eu"])
    )
    assert joined * 2 < score(JOINED["eu"], "eu")


@given(BASQUE_LETTERS)
def test_a_basque_stem_begins_its_word_and_has_no_ending_left(written):
    stem = basque.stem(written)
    assert written.startswith(stem) and len(stem) >= min(len(written), basque.LEAST)
    assert basque.stem(stem) == stem


def test_a_stem_is_of_a_language_and_a_word_may_be_of_any():
    assert stems(word("mejorar"), "es") == ("qesmejor",)
    assert {"qesmejor", "qptmejor"} <= stems_in_any(word("mejorar"))
    assert stems(word("mejorar"), "fr") == () and stems(word("2021"), "es") == ()


@pytest.mark.parametrize(
    ("written", "typed", "language"),
    [("mejoró", "mejoro", "es"), ("reuniões", "reunioes", "pt"), ("pólizas", "POLIZAS", "es")],
)
def test_who_types_without_accents_meets_who_writes_with_them(written, typed, language):
    assert share_a_stem(written, typed, language)


def test_threads_do_not_stem_each_others_words():
    asked = [f"mejoraron{letter}s" for letter in "abcdefghij"] * 200
    alone = [stems.__wrapped__(word(one), "es") for one in asked]
    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(lambda one: stems.__wrapped__(word(one), "es"), asked))
    assert together == alone
