"""Pieces that are kept for many: by what they are made of, and never with one person in them."""

import pytest
from flask import g
from jinja2 import DictLoader

from app.core import fragments
from app.core.access import Can, reader_of_page
from app.core.fragments import lasting, piece, rows
from app.core.shelf import A_KEY, Shelf
from app.people.models import Reader
from tests.factories import make_line, make_post

TEMPLATES = {
    "_card.html": "<li>{{ title }} {{ language() }}</li>",
    "_form.html": '<input value="{{ csrf_token() }}">{{ words }}',
    "_list.html": '{% for one in ones %}{{ piece("_form.html", one, words=one) }}{% endfor %}',
    "_mine.html": "{{ reader().name }}",
    "_may.html": "{{ can.blog.write() }}",
}


@pytest.fixture
def drawn(app, monkeypatch):
    """What is drawn anew, template by template."""
    names = []
    draw = fragments._rendered

    def note(template, context):
        names.append(template)
        return draw(template, context)

    monkeypatch.setattr(app.jinja_env, "loader", DictLoader(TEMPLATES))
    app.jinja_env.cache.clear()
    monkeypatch.setattr(fragments, "_rendered", note)
    monkeypatch.setitem(app.extensions, "fragments", Shelf(fragments.ROOM))
    yield names
    app.jinja_env.cache.clear()


def speak(language, version=1):
    g.clear() if hasattr(g, "clear") else [g.pop(name) for name in list(g)]
    g._login_user = Reader(1, "Ane", language=language, data_version=version)


def test_it_is_drawn_once_for_each_thing_and_language(drawn):
    speak("es")
    assert piece("_card.html", 1, "One", title="One") == "<li>One es</li>"
    piece("_card.html", 1, "One", title="One")
    assert drawn == ["_card.html"]

    speak("eu")
    assert piece("_card.html", 1, "One", title="One") == "<li>One eu</li>"
    assert piece("_card.html", 1, "Two", title="Two") == "<li>Two eu</li>"
    assert len(drawn) == 3


def test_words_of_people_cannot_make_a_hole(drawn):
    speak("es")
    assert "<b>" not in piece("_card.html", "x", title="<b>{{ reader().name }}")


def test_a_form_carries_the_token_of_whoever_is_answered(drawn, monkeypatch):
    tokens = set()
    monkeypatch.setitem(fragments._fillers, "token", lambda: f"token {len(tokens)}")
    for _ in range(2):
        speak("es")
        tokens.add(str(piece("_list.html", 1, ones=["a", "b"])))

    assert tokens == {
        f'<input value="token {number}">a<input value="token {number}">b' for number in range(2)
    }
    assert drawn.count("_list.html") == 1


@pytest.mark.parametrize("template", ["_mine.html", "_may.html"])
def test_nobody_can_be_asked_for_inside_of_one(app, drawn, template, monkeypatch):
    speak("es")
    monkeypatch.setitem(app.jinja_env.globals, "reader", reader_of_page)
    monkeypatch.setitem(app.jinja_env.globals, "can", Can(blog=object()))
    with pytest.raises(RuntimeError, match="same for everybody"):
        piece(template)
    assert not fragments.is_drawing()


def test_what_lasts_is_read_once_for_each_version(drawn):
    read = []

    def card():
        read.append(True)
        return {"title": "One"}

    for version, times in ((1, 1), (1, 1), (2, 2)):
        speak("es", version)
        assert lasting("_card.html", read=card) == "<li>One es</li>"
        assert len(read) == times


def test_rows_are_read_once_for_each_version(drawn):
    read = []
    for version, times in ((1, 1), (1, 1), (2, 2)):
        speak("es", version)
        assert rows("ones", 7, read=lambda: read.append(True) or [1, 2]) == [1, 2]
        assert len(read) == times


def test_what_lasts_by_something_else_outlives_other_versions(drawn):
    read = []
    for version, by, times in ((1, ("3",), 1), (2, ("3",), 1), (2, ("4",), 2)):
        speak("es", version)
        assert rows("ones", by=by, read=lambda: read.append(True) or [1, 2]) == [1, 2]
        assert len(read) == times


def test_an_answer_to_a_change_knows_no_version_and_reads(app, drawn):
    read = []
    with app.test_request_context("/", method="POST"):
        for _ in range(2):
            speak("es")
            rows("ones", read=lambda: read.append(True) or [1])
    assert len(read) == 2


def test_the_least_recently_shown_make_room():
    shelf = Shelf(room=3 * (A_KEY + 10))
    for key in "abc":
        shelf.put(key, [key], weight=10)
    assert shelf.get("a") == ["a"]
    shelf.put("d", ["d"], weight=10)

    assert [key for key in "abcd" if shelf.get(key)] == ["a", "c", "d"]
    assert shelf.used <= shelf.room and len(shelf) == 3


def test_who_withdraws_a_post_takes_it_off_everybodys_page(client, ane, jon):
    post = make_post(author=ane, title="Twelve rings")
    assert "Twelve rings" in client.sign_in(jon).get("/blog").text
    assert "Twelve rings" in client.get("/").text

    client.sign_in(ane).delete(f"/blog/{post.id}/publication")

    for page in ("/blog", "/", "/activity"):
        assert "Twelve rings" not in client.sign_in(jon).get(page).text, page
    make_line("PostPublished", post, actor=ane)
    assert "Twelve rings" in client.sign_in(ane).get("/activity").text  # it is hers still
    assert "Twelve rings" not in client.sign_in(jon).get("/activity").text
