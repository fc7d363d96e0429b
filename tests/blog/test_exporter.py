"""What goes out can come in again: into this house, where nothing changes, or into another."""

import io
import zipfile
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.attachments.models import Picture, PictureUse
from app.blog import exporter
from app.blog.models import Author, Post
from app.catalogue.models import Tagging
from app.core import clock
from app.core.db import db, writing
from app.core.fields import line, words
from app.facts import addresses
from app.facts.addresses import OldAddress
from app.people.models import SignIn
from tests.factories import make_post
from tests.imports.driving import bring_in, outcomes
from tests.imports.trees import HUGO, JEKYLL, ZOLA, zipped


def taken_out():
    files = {file.name: file.data for file in exporter.files()}
    db.session.rollback()
    return files


def written(files):
    return {name: data for name, data in files.items() if name.endswith(".md")}


def empty_the_blog():
    """Another house, with the same people."""
    with writing():
        for table in (PictureUse, Tagging, OldAddress, Author, Post, Picture):
            db.session.query(table).delete()


def test_a_post_as_a_file(app, nerea):
    post = make_post(
        nerea, title="Doce tonos: «una voz»", text="Nadie *contesta*.", tags=["Teléfono", "voz"]
    )
    with writing():
        addresses.keep("/2019/05/doce.html", db.session.merge(post))
    [(name, data)] = taken_out().items()

    assert name == f"posts/{post.published_at:%Y-%m-%d}-doce-tonos-una-voz.md"
    assert data.decode() == (
        "---\n"
        "title: 'Doce tonos: «una voz»'\n"
        f"date: {post.published_at}+00:00\n"
        "authors:\n"
        "- name: Nerea\n"
        f"  email: {nerea.email}\n"
        "tags:\n"
        "- Teléfono\n"
        "- voz\n"
        "slug: doce-tonos-una-voz\n"
        "language: en\n"
        "aliases:\n"
        "- /2019/05/doce\n"
        f"id: {post.known_as}\n"
        "wowista: 1\n"
        "---\n"
        "\n"
        "Nadie *contesta*.\n"
    )


def test_into_the_same_house_nothing_changes(client, nerea):
    client.sign_in(nerea)
    make_post(nerea, title="Twelve rings", tags=["voz"])
    bring_in(client, HUGO)
    before = taken_out()
    number = bring_in(client, before)
    assert set(outcomes(number).values()) == {"known"}
    assert taken_out() == before


@pytest.mark.parametrize("files", [JEKYLL, HUGO, ZOLA], ids=["jekyll", "hugo", "zola"])
def test_into_another_house_and_out_again_gives_the_same(client, nerea, files):
    client.sign_in(nerea)
    bring_in(client, files)
    before = taken_out()
    empty_the_blog()
    number = bring_in(client, before)

    assert set(outcomes(number).values()) == {"brought-in"}
    after = taken_out()
    assert written(after) == written(before)
    assert set(after) == set(before) and any(name.endswith(".webp") for name in after)


def test_a_file_that_was_edited_outside_changes_its_post(client, nerea):
    client.sign_in(nerea)
    post = make_post(nerea, title="Twelve rings", text="Nobody answers.")
    [(name, data)] = taken_out().items()
    edited = {name: data.replace(b"Nobody answers.", b"Somebody did."), "x.txt": b""}
    assert outcomes(bring_in(client, edited)) == {name: "changed"}
    assert db.session.get(Post, post.id).text == "Somebody did."
    assert outcomes(bring_in(client, edited)) == {name: "known"}


def test_a_post_that_was_edited_here_since_is_left_alone(client, nerea):
    client.sign_in(nerea)
    post = make_post(nerea, title="Twelve rings", text="Nobody answers.")
    [(name, data)] = taken_out().items()
    with writing():
        there = db.session.get(Post, post.id)
        there.text, there.edited_at = "Better.", clock.now() + timedelta(seconds=1)
    edited = {name: data.replace(b"Nobody answers.", b"Somebody did."), "x.txt": b""}
    assert outcomes(bring_in(client, edited)) == {name: "remark"}
    assert db.session.get(Post, post.id).text == "Better."


TITLES = st.text(st.characters(blacklist_categories=["Cs"]), min_size=1, max_size=60).map(line)
TEXTS = st.lists(
    st.sampled_from(["---", "+++", "...", "a\r", "b  ", "`x`", "/pictures/" + "ab" * 16, "é\u2028"])
    | st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\x00"), max_size=20),
    min_size=1,
    max_size=6,
).map("\n".join)
TRICKY = [
    "Que irse sea fácil: “también” enamora",
    "'quoted' \"twice\" #hash @at %percent &and *star !bang |pipe >gt",
    "👩🏽‍💻 emoji ñ é ü €",
    "- list",
    "null",
    "yes",
    "2019-01-01",
    "12:30:45",
    "0x1F",
    "{a: b}",
    "---",
    "a" * 160,
]


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.sampled_from(TRICKY) | TITLES.filter(bool),
    TEXTS.map(words).filter(bool),
    st.lists(TITLES, max_size=3),
    st.lists(st.text(min_size=1, max_size=20).filter(str.isprintable), max_size=2),
)
def test_whatever_people_write_comes_back_as_it_was(client, nerea, title, text, tags, paths):
    client.sign_in(nerea)
    empty_the_blog()
    post = make_post(nerea, title=title, text=text, tags=tags)
    with writing():
        for path in paths:
            addresses.keep(path, db.session.merge(post))
    before = taken_out()
    assert set(outcomes(bring_in(client, before | {"x.txt": b""})).values()) == {"known"}
    empty_the_blog()
    number = bring_in(client, before | {"x.txt": b""})

    assert set(outcomes(number).values()) <= {"brought-in", "remark"}
    assert written(taken_out()) == written(before)


def test_withdrawn_posts_stay_in(app, nerea):
    post = make_post(nerea)
    with writing():
        db.session.get(Post, post.id).withdraw(by=db.session.merge(nerea))
    assert taken_out() == {}


def test_two_posts_of_one_name_have_two_files(app, nerea):
    then = clock.now()
    for _ in range(2):
        make_post(nerea, title="Twelve rings", published_at=then)
    day = f"posts/{then:%Y-%m-%d}-twelve-rings"
    assert sorted(taken_out()) == [f"{day}-2.md", f"{day}.md"]


def test_a_name_no_file_system_takes(app, nerea):
    make_post(nerea, title="日" * 160)
    [name] = taken_out()
    assert len(name.encode()) < 200


def test_the_zip_is_streamed_and_whole(client, nerea):
    for number in range(3):
        make_post(nerea, title=f"Post {number}")
    answer = client.sign_in(nerea).get("/blog/export")
    assert answer.status_code == 200 and answer.mimetype == "application/zip"
    assert "attachment" in answer.headers["Content-Disposition"]
    with zipfile.ZipFile(io.BytesIO(answer.data)) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == taken_out()


def test_taking_everything_out_is_written_down(client, nerea):
    from app.facts import _listeners
    from app.facts.blog import PostsExported

    heard = []
    _listeners[PostsExported].append(heard.append)
    try:
        make_post(nerea)
        client.sign_in(nerea).get("/blog/export")
    finally:
        _listeners[PostsExported].remove(heard.append)
    [fact] = heard
    assert (fact.posts, fact.audited) == (1, True)


def test_a_password_typed_long_ago_is_asked_for_again(client, nerea):
    client.sign_in(nerea)
    with writing():
        db.session.query(SignIn).update({"verified_at": clock.now() - timedelta(minutes=11)})
    answer = client.get("/blog/export")
    assert answer.status_code == 303 and "next=" in answer.location


@pytest.mark.parametrize("who", ["ane", "jon", "rosa", "maider"])
def test_others_take_nothing_out(client, request, who):
    make_post()
    assert client.sign_in(request.getfixturevalue(who)).get("/blog/export").status_code == 403


def test_many_posts_take_as_many_questions_each_as_few(app, nerea, queries):
    asked = []
    for count in (3, 9):
        empty_the_blog()
        for number in range(count):
            make_post(nerea, title=f"Post {number}", tags=["voz"])
        queries.clear()
        taken_out()
        asked.append(len(queries) / count)
    assert asked[1] < asked[0] <= 5


def test_an_empty_blog_is_an_empty_zip(app):
    data = b"".join(exporter.as_zip(exporter.files()))
    assert zipfile.ZipFile(io.BytesIO(data)).namelist() == []
    assert zipped({}).getvalue() == data
