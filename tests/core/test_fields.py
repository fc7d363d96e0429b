"""What every form does with what people type"""

import pytest

from app.core.fields import line, words


@pytest.mark.parametrize("clean", [line, words])
@pytest.mark.parametrize(
    "typed, kept",
    [(None, ""), ("  ", ""), ("a\0b", "ab"), ("a\ud83db", "ab"), ("\0", ""), ("ñ 🙂", "ñ 🙂")],
)
def test_what_no_database_takes_is_left_out(clean, typed, kept):
    assert clean(typed) == kept


def test_words_keep_their_lines_and_a_line_does_not():
    assert words("a\n\nb ") == "a\n\nb"
    assert line("a\n\n\tb ") == "a b"
