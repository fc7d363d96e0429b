"""A text as words, and a question as terms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.textindex.questions import MOST_WORDS, telling, terms
from app.core.textindex.spelling import distance, is_a_slip_of, trigrams
from app.core.textindex.stop_words import BY_LANGUAGE, STOP_WORDS
from app.core.textindex.words import LONGEST_WORD, MOST_BYTES, bounded, words


def plain(text):
    return [word.plain for word in words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La Canción del año", ["la", "cancion", "del", "ano"]),
        ("cancio\u0301n", ["cancion"]),
        ("first_call-resolution", ["first", "call", "resolution"]),
        ("NPS: 64 %, +1,6", ["nps", "64", "1", "6"]),
        ("ﬁn STRASSE straße", ["fin", "strasse", "strasse"]),
        ("a\x00b\ud800c", ["a", "b", "c"]),
        ("**¡Hola!** [más](https://wow.test)", ["hola", "mas", "https", "wow", "test"]),
    ],
)
def test_only_letters_and_figures_are_words(text, expected):
    assert plain(text) == expected


@given(st.text())
def test_a_word_is_the_same_wherever_it_is_read(text):
    for word in words(text):
        assert word.plain.isalnum() and word.plain == word.plain.lower()
        assert len(word.plain) <= LONGEST_WORD
        assert plain(word.plain) == [word.plain]


def test_a_text_has_no_more_words_than_fit():
    kept = sum(len(word.plain) + 1 for word in bounded("palabra " * 100_000))
    assert MOST_BYTES - 10 < kept <= MOST_BYTES


def test_words_that_say_nothing_are_left_out_unless_alone():
    assert [word.plain for word in telling("la carta de la carta")] == ["carta"]
    assert [word.plain for word in telling("de la")] == ["de", "la"]
    assert [word.plain for word in telling("paso 3 y b")] == ["paso", "3"]


def test_the_words_that_say_nothing_are_written_as_they_are_compared():
    for language, listed in BY_LANGUAGE.items():
        assert listed.split() == sorted(set(listed.split())), language
    assert all(plain(word) == [word] for word in STOP_WORDS)


def test_a_question_has_an_end():
    assert len(terms(" ".join(f"palabra{n}" for n in range(500)))) == MOST_WORDS
    assert terms("") == terms(" ¿? ") == []


@pytest.mark.parametrize(
    ("one", "other", "letters"),
    [
        ("cita", "cita", 0),
        ("cita", "citas", 1),
        ("reunion", "reunoin", 1),
        ("espera", "espra", 1),
        ("carta", "corte", 2),
        ("ca", "abc", 3),  # restricted: no letter is moved twice
        ("", "abc", 3),
    ],
)
def test_distance(one, other, letters):
    assert distance(one, other) == distance(other, one) == letters


@pytest.mark.parametrize(
    ("typed", "meant", "slip"),
    [
        ("canclación", "cancelación", True),
        ("telefnoo", "telefono", True),
        ("espra", "espera", True),
        ("casa", "caso", False),  # too short: every letter tells
        ("carta", "cargos", False),
    ],
)
def test_slips(typed, meant, slip):
    assert is_a_slip_of(plain(typed)[0], plain(meant)[0]) is slip


def test_trigrams():
    assert trigrams("cita") == {"·ci", "cit", "ita", "ta·"}
