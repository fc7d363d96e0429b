"""What every form does with what people type"""

import pytest

from app.core.fields import line, words


@pytest.mark.parametrize("typed", [None, "", "  ", "\0", "\ud83d"])
def test_nothing_was_said(typed):
    assert words(typed) == line(typed) == ""


def test_what_no_database_takes_is_left_out():
    assert words("a\0b\ud83dc 🙂") == "abc 🙂"
    assert line("a\0b\ud83dc 🙂") == "a b c 🙂"


def test_words_keep_their_lines_and_a_line_does_not():
    assert words("a\n\nb ") == "a\n\nb"
    assert line("a\n\n\tb ") == "a b"
