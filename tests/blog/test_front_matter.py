"""The head of a file: read without trusting it, and written so that it comes back."""

import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.blog.front_matter import LONGEST, parse_toml, parse_yaml, split, write
from app.core.remarks import Unreadable

BOMB = "a: &a [x, x]\n" + "\n".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]" for n in range(20)
)


def test_yaml_between_hyphens():
    head, text = split(
        "---\nTitle: 'Que irse sea fácil: sí'\ntags: [a, b]\n---\n\nHola\n---\nAgur\n"
    )
    assert head == {"title": "Que irse sea fácil: sí", "tags": ["a", "b"]}
    assert text == "\nHola\n---\nAgur\n"


def test_toml_between_pluses():
    text = (
        "+++\ntitle = 'x'\ndate = 2019-05-01T10:00:00Z\ndraft = true\n[extra]\nn = 1.5\n+++\nHola"
    )
    head, text = split(text)
    assert head == {
        "title": "x",
        "date": "2019-05-01T10:00:00+00:00",
        "draft": "true",
        "extra": {"n": "1.5"},
    }
    assert text == "Hola"


def test_values_are_words_as_they_were_written():
    head = parse_yaml("a: 007\nb: yes\nc: 2019-13-45\nd: ~\ne: 'null'\nf:\ng: !!int '5'\n")
    assert head == {
        "a": "007",
        "b": "yes",
        "c": "2019-13-45",
        "d": None,
        "e": "null",
        "f": None,
        "g": "5",
    }


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_lines_may_end_as_windows_ends_them(ending):
    head, text = split(ending.join(["---", "title: x", "---", "Hola", ""]))
    assert (head, text) == ({"title": "x"}, f"Hola{ending}")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hola",
        "---",
        "---\nHola",
        "---\nWords, no head\n---\nMore\n",
        "---\n- a\n---\n",
        "--- x\n",
    ],
)
def test_a_text_without_a_head_is_all_text(text):
    assert split(text) == ({}, text)


@pytest.mark.parametrize("text", ["---\n---\nHola", "---\n# nothing\n---\nHola"])
def test_an_empty_head_is_a_head(text):
    assert split(text) == ({}, "Hola")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("---\na: b: c\n---\n", "look at line 2"),
        ("---\na: 1\n\tb: 2\n---\n", "look at line 3"),
        ("+++\na = 1\nb = \n+++\n", "look at line 3"),
        (f"---\n{BOMB}\n---\n", "an alias in line 3"),
        ("---\na: &x 1\nb: *x\n---\n", "an alias in line 3"),
        ("---\na: " + "[" * 50 + "]" * 50 + "\n---\n", "nested too deep"),
        ("+++\na = " + "[" * 50 + "]" * 50 + "\n+++\n", "nested too deep"),
        ("+++\na = " + "[" * 20_000 + "\n+++\n", "nested too deep"),
        ("+++\n" + "a." * 10_000 + "a = 1\n+++\n", "nested too deep"),
        ("+++\na = 0x" + "f" * 8_000 + "\n+++\n", "could not be read"),
        ("---\na: " + "x" * LONGEST + "\n---\n", "too long"),
        ("+++\na = '" + "x" * LONGEST + "'\n+++\n", "too long"),
    ],
)
def test_a_broken_head_says_where(app, text, words):
    began = time.perf_counter()
    with pytest.raises(Unreadable) as refused:
        split(text)
    assert words in str(refused.value.reason)
    assert time.perf_counter() - began < 1


def test_a_tag_makes_no_object():
    assert parse_yaml("a: !!python/object/apply:os.system ['false']") == {"a": ["false"]}


@given(st.text(max_size=300))
def test_whatever_yaml_says_it_is_read_or_refused(text):
    with suppress(Unreadable):
        assert isinstance(parse_yaml(text), (dict, type(None)))


@given(st.text(max_size=300))
def test_whatever_toml_says_it_is_read_or_refused(text):
    with suppress(Unreadable):
        assert isinstance(parse_toml(text), dict)


WRITABLE = st.text(st.characters(blacklist_categories=["Cs"]), max_size=80)


@given(WRITABLE, st.lists(WRITABLE, max_size=4), WRITABLE)
def test_what_is_written_comes_back(title, tags, text):
    head, below = split(write({"title": title, "tags": tags, "none": None}, text))
    assert head == {"title": title, "tags": tags, "none": None}
    assert below == f"\n{text}\n"
