"""Excerpts, and the pictures of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.markdown import bare, excerpt, lines, pictures, plain, render

A, B, C = "a" * 32, "b" * 32, "c" * 32


@pytest.mark.parametrize(
    ("text", "limit", "words"),
    [
        ("", 10, ""),
        ("# Title\n\nAnd **bo**ld,\nnext line", 100, "Title And bold, next line"),
        ("- one\n- two\n\n1 | 2\n-|-\n3 | 4", 100, "one two 1 2 3 4"),
        ("a < b & c", 100, "a < b & c"),
        ("<b>a</b>", 100, "<b>a</b>"),
        ("one two three", 13, "one two three"),
        ("one two three", 12, "one two…"),
        ("one two three", 8, "one two…"),
        ("one two three", 7, "one…"),
        ("one, two", 7, "one…"),
        ("Donaudampfschifffahrt", 8, "Donauda…"),
    ],
)
def test_an_excerpt_is_words_cut_after_a_word(text, limit, words):
    assert plain(render(text).html, limit) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "It has [changed](/blog/1). Write *to us*, `now`; **to**day.",
            "It has changed. Write to us, now; today.",
        ),
        ("# Title\n\nOne\ntwo\n\n- three\n\n1 | 2\n-|-\n3 | 4", "Title One two three 1 2 3 4"),
        ("a < b & <b>c</b>", "a < b & <b>c</b>"),
    ],
)
def test_all_the_words_in_a_row(text, words):
    assert bare(render(text).html) == words


@given(st.text(max_size=200), st.integers(1, 50))
def test_an_excerpt_is_never_longer_than_asked_for(text, limit):
    assert len(plain(text, limit)) <= limit


def test_an_excerpt_reads_only_the_beginning():
    assert plain("<p>one two</p>" * 100_000, 10) == "one two…"


def test_the_pictures_of_a_text():
    html = render(
        f"![a](/pictures/{A}) ![b](/pictures/{B}/small) ![again](/pictures/{A}/small)\n"
        f"[c](/pictures/{C}) and only named: `/pictures/{'d' * 32}`"
        f' src="/pictures/{"e" * 32}" ![no](https://a.es/pictures/{"f" * 32})'
    ).html
    assert pictures(html) == [A, B, C]


def test_an_excerpt_is_made_of_sentences():
    html = "<h2>What we do</h2>\n<p>We call.</p>\n<table><tr><td>1</td></tr></table>\n<p>Back.</p>"
    assert excerpt(html, 100) == "We call. Back."


def test_what_has_no_sentence_is_excerpted_as_it_is():
    assert excerpt("<h2>Only a heading</h2>", 100) == "Only a heading"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", ""),
        (
            "One *paragraph*,\nof two lines.\n\nAnother.",
            "One paragraph,\nof two lines.\n\nAnother.",
        ),
        ("# Title\n\n- one\n- two **words**", "Title\n\n– one\n– two words"),
        ("- one\n    - within\n- two", "– one\n– within\n– two"),
        ("See [the list](https://a.example/b).", "See the list (https://a.example/b)."),
        ("<https://a.example/b>", "https://a.example/b"),
        ("first  \nsecond", "first\nsecond"),
    ],
)
def test_lines_are_what_a_text_says_with_nothing_but_letters(text, said):
    assert lines(render(text).html, 1000) == said


def test_lines_end_where_they_must():
    assert lines("<p>one two</p>" * 100_000, 10) == "one two…"


@given(st.text(max_size=200), st.integers(2, 50))
def test_lines_are_never_longer_than_asked_for(text, limit):
    assert len(lines(render(text).html, limit)) <= limit
