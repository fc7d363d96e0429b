"""Tags: the field people write them in, and what carries them."""

import threading

import pytest
from werkzeug.datastructures import MultiDict

from app.blog.models import Post
from app.blog.queries import published_numbers
from app.catalogue import queries
from app.catalogue.forms import TagsField
from app.catalogue.models import Tag
from app.catalogue.queries import tags_of
from app.catalogue.tagging import tag, tag_new, untag
from app.core.db import db, writing
from app.core.forms import Form
from tests.factories import make_post, withdraw


class TaggedForm(Form):
    tags = TagsField("Tags")


def said(words):
    form = TaggedForm(MultiDict({"tags": words}))
    form.validate()
    return form


@pytest.mark.parametrize(
    "words, names",
    [
        ("", []),
        (" , ,, ", []),
        ("bajas", ["bajas"]),
        ("  sala de   espera ,recepción, ", ["sala de espera", "recepción"]),
        ("#app, #App", ["App"]),
        ("Atención, atencion", ["atencion"]),
        ("a\x00b\nc", ["a b c"]),
        ("<b>x</b>, \"'", None),
        ("é" * 40, ["é" * 40]),
        ("é" * 41, None),
        ("💛", None),
        (",".join("abcdefghij"), list("abcdefghij")),
        (",".join("abcdefghijk"), None),
    ],
)
def test_words_with_commas_between_them_are_tags(app, words, names):
    form = said(words)

    assert bool(form.tags.errors) == (names is None)
    assert names is None or form.tags.names == names


def test_a_refused_word_is_named_and_what_was_written_stays(app):
    form = said("one, " + "long " * 20)

    assert "long long" in form.tags.errors[0]
    assert form.tags.data.startswith("one, long long")


def test_a_thing_carries_exactly_its_tags(app, ane):
    post = make_post(ane, tags=["One", "Two"])

    with writing():
        tag(db.session.merge(post), ["two", "Three"])

    carried = [row.name for row in queries.tags_of("post", post.id)]
    assert carried == ["Three", "Two"]  # a word is written as whoever coined it wrote it


def test_a_word_coined_twice_at_once_is_one_tag(app, ane):
    posts = [make_post(ane).id for _ in range(4)]
    together, trouble = threading.Barrier(4), []

    def coin(number):
        with app.app_context():
            together.wait(timeout=10)
            try:
                with writing():
                    post = db.session.get_one(Post, number)
                    tag(post, ["Alpha", "Omega"] if number % 2 else ["Omega", "Alpha"])
            except Exception as error:
                trouble.append(error)

    threads = [threading.Thread(target=coin, args=[number]) for number in posts]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]

    assert not trouble
    db.session.rollback()
    assert sorted(db.session.scalars(db.select(Tag.slug))) == ["alpha", "omega"]
    assert all(len(queries.tags_of("post", number)) == 2 for number in posts)


def test_the_most_used_tags_come_first_and_only_of_what_is_seen(app, ane):
    make_post(ane, tags=["often", "once"])
    make_post(ane, tags=["often"])
    withdraw(make_post(ane, tags=["hidden", "hidden too"]), by=ane)

    found = queries.most_used("post", published_numbers(ane))

    assert [(row.name, row.times) for row in found] == [("often", 2), ("once", 1)]


def test_many_that_have_just_come_carry_their_tags_as_one_would(app, ane):
    old, one, other = (make_post(ane) for _ in range(3))
    with writing():
        tag(db.session.merge(old), ["Atención"])
    with writing():
        given = [(one, ["atencion", "Bajas"]), (other, ["bajas", "!!"])]
        tag_new([(db.session.merge(post), names) for post, names in given])
    assert names_of(one) == ["Atención", "Bajas"] and names_of(other) == ["Bajas"]
    with writing():
        untag("post", [one.id])
    assert names_of(one) == [] and names_of(old) == ["Atención"]


def names_of(post):
    return [row.name for row in tags_of("post", post.id)]
