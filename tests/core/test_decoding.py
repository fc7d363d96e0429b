"""Text from any decade."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.decoding import decoded

SPANISH = "¿Qué le decía Íñigo a la señora? «Nada», que “esperase” — 5 € más, y el año pasó…"
PLAIN_SPANISH = "El año pasado la señora Núñez llamó a las ocho y colgó."
RUSSIAN = "Привет, как дела? Это сообщение о клиентах и об их опыте."
POLISH = "Zażółć gęślą jaźń, proszę bardzo, wszystko w porządku."
JAPANESE = "日本語のテキストです。お客様の声を聞くことが大切です。"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SPANISH, "utf-8"),
        (SPANISH, "utf-8-sig"),
        (SPANISH, "utf-16"),
        (SPANISH, "utf-16-le"),
        (SPANISH, "utf-16-be"),
        (SPANISH, "utf-32"),
        (SPANISH, "cp1252"),
        (PLAIN_SPANISH, "latin-1"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (RUSSIAN, "utf-8"),
        (POLISH, "cp1250"),
        (JAPANESE, "shift_jis"),
    ],
)
def test_vectors(text, encoding):
    assert decoded(text.encode(encoding))[0] == text


def test_what_is_utf_8_is_read_as_nothing_else():
    assert decoded("Doña Ñ €".encode())[1] == "utf-8"


@given(st.binary(max_size=400))
def test_it_always_answers(data):
    text, name = decoded(data)
    assert isinstance(text, str) and name


@given(
    st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\ufeff"), max_size=200)
)
def test_utf_8_comes_back_as_it_was(text):
    if "\x00" not in text:
        assert decoded(text.encode())[0] == text
