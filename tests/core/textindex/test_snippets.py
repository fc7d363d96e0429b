"""The place where the words stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.textindex import snippet

LONG = "Nada que decir aquí. " * 30


@pytest.mark.parametrize(
    ("text", "question", "marked"),
    [
        ("Una Canción y dos canciones", "cancion", ["Canción", "canciones"]),
        ("Una cancio\u0301n", "canción", ["canción"]),
        ("Los clientes esperan al teléfono", "esperar telef", ["esperan", "teléfono"]),
        ("Bileraren laburpena", "bilera", ["Bileraren"]),
        ("La carta", "la", ["La"]),
        ("La carta", "la carta", ["carta"]),
        ("<b>carta</b> & más", "carta", ["carta"]),
        ("La carta", "", []),
        ("La carta", "póliza", []),
        ("", "carta", []),
    ],
)
def test_matching_words_are_marked(text, question, marked):
    pieces = snippet(text, question)
    assert [piece for piece, is_match in pieces if is_match] == marked


def test_the_place_of_the_first_match_is_shown():
    pieces = snippet(LONG + "Llegó la carta de despedida. " + LONG, "carta")
    shown = "".join(piece for piece, _ in pieces)
    assert ("carta", True) in pieces and len(shown) <= 202
    assert shown.startswith("…Nada") or shown[1:].split()[0] in LONG
    assert shown.endswith("…")


def test_without_a_match_the_beginning_is_shown():
    ((shown, is_match),) = snippet(LONG, "carta", longest=50)
    assert shown.startswith("Nada que decir") and shown.endswith("…") and not is_match


@given(st.text(max_size=400), st.text(max_size=40), st.integers(1, 120))
def test_pieces_are_the_text_and_no_longer_than_asked(text, question, longest):
    pieces = snippet(text, question, longest=longest)
    assert all(piece for piece, _ in pieces)
    assert sum(len(piece) for piece, _ in pieces) <= longest + 2


@given(st.text("abc áé.", min_size=1, max_size=100))
def test_a_short_text_comes_back_whole(text):
    assert "".join(piece for piece, _ in snippet(text, "abc")) == text
