"""/activity: what happened, in whole sentences, to things the reader may see"""

import re
from datetime import timedelta

import pytest
from markupsafe import escape

from app.activity.models import Line
from app.activity.queries import PAGE
from app.core import clock
from app.core.db import db, writing
from app.facts import kinds
from app.people import along
from app.people import queries as people
from app.people.models import Person
from app.people.models.reader import Role
from tests.factories import (
    make_comment,
    make_line,
    make_person,
    make_post,
    make_reaction,
    remove_comment,
)
from tests.naughty import NAUGHTY

CANARY = "c4n4ry-of-the-board"


def lines():
    db.session.rollback()
    return [line.fact for line in db.session.query(Line).order_by(Line.id)]


def change(thing, verb, by):
    with writing():
        getattr(db.session.merge(thing), verb)(by=db.session.merge(by))


def test_a_line_is_a_sentence_that_leads_to_the_thing(client, ane, jon):
    post = make_post(author=ane, title="Twelve rings")

    page = client.sign_in(jon).get("/activity").text

    assert '<b dir="auto">Ane</b> published <a class="thing"' in page
    assert f'/{post.id}">Twelve rings</a>' in page and "<time datetime=" in page


def test_whoever_did_it_is_spoken_to(client, ane):
    make_post(author=ane, title="Twelve rings")

    page = client.sign_in(ane).get("/activity").text

    assert 'You published <a class="thing"' in page and "Ane</b> published" not in page


def test_a_comment_is_told_of_what_it_is_on_and_quoted(client, ane, jon):
    post = make_post(author=ane, title="Twelve rings")
    comment = make_comment("By *phone*, too?", on=post, by=jon)

    page = client.sign_in(ane).get("/activity").text

    assert 'Jon</b> commented on <a class="thing"' in page and ">Twelve rings</a>" in page
    assert f'href="/conversation/comments/{comment.id}"' in page
    assert "“By phone, too?”" in page


@pytest.mark.parametrize("role", list(Role))
def test_codes_are_read_by_their_words(client, ane, jon, role):
    make_line("RoleGranted", ane, actor=jon, role=role)

    page = client.sign_in(jon).get("/activity").text

    words = kinds()["RoleGranted"].words["role"]
    assert set(words) == set(Role)
    assert f"now has a role: {words[role]}<" in page


def test_figures_are_read_as_the_reader_writes_them(client, ane, jon):
    make_line("PostsImported", make_post(), actor=jon, posts=12345)

    assert "12,345" in client.sign_in(ane).get("/activity").text


def test_the_clock_has_no_face_of_its_own(client, ane):
    with writing():
        Person.join("Leire Goñi", "leire@example.com", by=None)

    page = client.sign_in(ane).get("/activity").text

    assert "Leire Goñi</a> has joined WOWista" in page
    assert '<span class="face " aria-hidden="true">LG</span>' in page


@pytest.mark.parametrize("naughty", NAUGHTY)
def test_naughty_names_titles_and_details_are_only_text(client, ane, jon, naughty):
    with writing():
        db.session.merge(jon).name = naughty
    post = make_post(author=jon, title=naughty[:160])
    make_comment(naughty, on=post, by=jon)
    make_line("ReactionGiven", post, actor=jon, reaction=naughty)

    for place in ("/activity", "/"):
        page = client.sign_in(ane).get(place).text
        assert str(escape(naughty)) in page
        assert "<script>alert" not in page and "<img src=x" not in page


@pytest.mark.parametrize(
    "fact, details",
    [("FactOfYesterday", {}), ("ReactionGiven", {}), ("ReactionGiven", {"reaction": None})],
)
def test_a_line_of_yesterday_breaks_nothing(client, ane, fact, details):
    make_line(fact, make_post(title="Twelve rings"), actor=ane, **details)

    page = client.sign_in(ane).get("/activity")

    assert page.status_code == 200 and "Twelve rings" in page.text


def test_what_one_cannot_see_leaves_no_line(client, ane, jon, nerea):
    post = make_post(author=ane, title=CANARY)
    make_comment(CANARY, on=post, by=ane)
    removed = make_comment(f"{CANARY}, too", on=make_post(), by=ane)
    with clock.at(clock.now() + timedelta(minutes=11)):
        change(post, "withdraw", ane)
        remove_comment(removed, on=db.session.get(type(post), removed.subject_id), by=ane)
    assert lines().count("CommentWritten") == 2

    for place in ("/", "/activity", "/activity?before=99"):
        for htmx in (True, False):
            page = client.sign_in(jon).get(place, htmx=htmx)
            assert CANARY not in page.text + str(page.headers), place
            assert f"/comments/{removed.id}" not in page.text, place  # not that there was one
    assert CANARY in client.sign_in(ane).get("/activity").text  # hers to bring back
    assert f"{CANARY}, too" not in client.get("/activity").text


def test_taken_back_within_ten_minutes_it_was_never_told(ane):
    post = make_post(author=ane)
    comment = make_comment(on=post, by=ane)
    assert lines() == ["PostPublished", "CommentWritten"]

    with clock.at(clock.now() + timedelta(minutes=9)):
        remove_comment(comment, on=post, by=ane)
        change(post, "withdraw", ane)

    assert lines() == []


def test_taken_back_later_it_was(ane):
    post = make_post(author=ane)
    comment = make_comment(on=post, by=ane)

    with clock.at(clock.now() + timedelta(minutes=11)):
        remove_comment(comment, on=post, by=ane)
        change(post, "withdraw", ane)
        change(post, "restore", ane)

    assert lines() == ["PostPublished", "CommentWritten", "PostRestored"]


def test_reacting_and_editing_are_no_news(ane):
    post = make_post(author=ane)
    make_reaction(on=post, by=ane)

    assert lines() == ["PostPublished"]


@pytest.mark.parametrize("htmx", [True, False], ids=["htmx", "plain"])
def test_one_reads_back_page_by_page(client, ane, htmx):
    titles = [f"Post number {n:02}" for n in range(40)]
    for title in titles:
        make_post(author=ane, title=title)
    client.sign_in(ane)

    seen, place = [], "/activity"
    while place:
        page = client.get(place, htmx=htmx).text
        assert ("<html" in page) is not htmx
        seen += [title for title in reversed(titles) if title in page]
        place = "".join(re.findall('class="more" href="(.+?)"', page))

    assert seen == titles[::-1]


@pytest.mark.parametrize("before", ["", "x", "-5", "0", "1.5", "9" * 30, "1&before=2"])
def test_any_page_number_is_answered(client, ane, before):
    make_post(author=ane)

    assert client.sign_in(ane).get(f"/activity?before={before}").status_code == 200


def test_an_empty_house_says_so(client, ane):
    assert "Nothing has happened yet" in client.sign_in(ane).get("/activity").text
    assert "That is all" in client.get("/activity?before=1").text


def test_the_queries_are_the_same_for_one_line_and_thirty(client, ane, jon, queries):
    def ask():
        client.application.extensions["fragments"].clear()  # nobody has been here before
        queries.clear()
        assert client.get("/activity").status_code == 200
        return len(queries)

    make_comment(on=make_post(author=jon), by=jon)
    client.sign_in(ane).get("/activity")
    one = ask()
    for _ in range(30):
        make_comment(on=make_post(author=make_person()), by=jon)

    assert ask() == one <= 5


class TestOnesOwn:
    """What only its author sees is told to them, and all else as it was told to the one before."""

    LATER = timedelta(minutes=11)  # a withdrawal a moment later would take its line back

    @pytest.fixture
    def read(self, client, queries, ane):
        """The stream as somebody reads it after somebody else, and how much that asked."""

        def read(person):
            client.sign_in(ane).get("/activity")
            client.sign_in(person)
            queries.clear()
            return client.get("/activity").text, len(queries)

        return read

    def hide(self, post, by):
        with clock.at(clock.now() + self.LATER):
            change(post, "withdraw", by)

    def test_what_is_on_the_page_is_told(self, read, jon):
        other = make_person("Kepa", "ambassador")
        post = make_post(author=jon, title=CANARY)
        make_post(author=other, title="For all")
        self.hide(post, jon)

        page, _ = read(jon)
        assert CANARY in page and "For all" in page
        assert CANARY not in read(other)[0]

    def test_what_others_said_on_it_is_told(self, read, jon, rosa):
        post = make_post(author=jon, title=CANARY)
        make_comment("Why so late?", on=post, by=rosa)
        self.hide(post, jon)

        assert "Why so late?" in read(jon)[0]

    def test_what_is_older_than_the_page_asks_nothing_of_its_own(self, read, jon):
        post = make_post(author=jon, title=CANARY)
        self.hide(post, jon)
        assert read(jon)[1] > 1
        for number in range(PAGE + 1):
            make_post(make_person(), title=f"Post number {number:02}")

        read(make_person("Kepa", "ambassador"))  # has Jon's role, and reads it first
        page, asked = read(jon)
        assert asked == 1 and CANARY not in page and "Post number 01" in page

    def test_it_is_looked_for_from_what_is_theirs(self, app):
        """Lines joined with what is somebody's might be gone through first, a million of them."""
        who = along.asked(people.READER, db.engine.dialect.name)
        asked = str(who.statement.compile(db.engine))

        assert len(re.findall(r"FROM lines \nWHERE lines.thread_kind", asked)) > 1
        assert not re.search(r"FROM .*lines,|FROM .*, lines|JOIN lines", asked)

    def test_it_is_told_page_by_page(self, client, jon):
        post = make_post(author=jon, title=CANARY)
        self.hide(post, jon)
        for number in range(PAGE + 1):
            make_post(make_person(), title=f"Post number {number:02}")

        seen, place = "", "/activity"
        while place:
            page = client.sign_in(jon).get(place).text
            seen += page
            place = "".join(re.findall('class="more" href="(.+?)"', page))
        assert CANARY in seen and "Post number 00" in seen
