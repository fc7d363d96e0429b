"""Editing a post, and who may."""

import re

import pytest

from app.blog.models import Post
from app.catalogue.queries import tags_of
from app.core.db import db
from tests.blog.writing import posts, written
from tests.conftest import at_once
from tests.factories import make_draft, make_person, make_picture, make_post, withdraw


def squeezed(page):
    """Without what only a screen reader says."""
    return re.sub(r'<span class="visually-hidden">[^<]*</span>', "", page)


class TestEditing:
    def test_the_form_holds_what_is_there(self, client, ane):
        picture = make_picture(ane, alt="A red door")
        post = make_post(ane, text="The *door*", tags=["b", "a"], cover=picture, language="pt")

        page = client.sign_in(ane).get(f"/blog/{post.id}/edit").text

        assert "The *door*" in page and 'value="a, b"' in page and "A red door" in page
        assert f'value="{picture.key}"' in page and '<option selected value="pt">' in page

    def test_better_words_keep_the_address(self, client, ane):
        post = make_post(ane, title="Teh door")
        data = written(title="The door", version=post.version)

        answer = client.sign_in(ane).post(f"/blog/{post.id}?_method=PUT", data=data)

        after = db.session.get_one(Post, post.id)
        assert (answer.status_code, answer.location) == (303, f"/blog/{post.id}")
        assert after.title == "The door" and after.edited_at and after.is_by(ane.id)
        assert [tag.name for tag in tags_of("post", post.id)] == ["chairs", "waiting room"]
        assert "edited on" in client.get(f"/blog/{post.id}").text

    def test_pressing_twice_is_no_conflict(self, client, ane):
        post = make_post(ane)
        data = written(version=post.version)
        client.sign_in(ane)

        answers = [client.put(f"/blog/{post.id}", data=data).status_code for _ in range(2)]

        assert answers == [303, 303]

    def test_of_two_edits_at_once_one_stands_and_the_other_sees_both(self, app, ane, nerea):
        post = make_post(ane)
        address = f"/blog/{post.id}?_method=PUT"
        mine = written(text="Words of *Ane*", version=post.version)
        theirs = written(text="Words of *Nerea*", version=post.version)

        won, lost = at_once(app, (ane, address, mine), (nerea, address, theirs))

        assert (won.status_code, lost.status_code) == (303, 409)
        stands = db.session.get_one(Post, post.id)
        beaten = "Words of *Nerea*" if stands.text == "Words of *Ane*" else "Words of *Ane*"
        assert beaten in lost.text  # in the form, to go on with
        assert "Words of <em>Ane</em>" in lost.text and "Words of <em>Nerea</em>" in lost.text
        assert f'name="version" type="hidden" value="{stands.version}"' in lost.text

    def test_what_saving_would_change_is_shown_word_by_word(self, client, ane):
        post = make_post(ane, title="The door", text="It is red.\n\nNobody knocks.")
        old = post.version
        theirs = "It is green.\n\nNobody knocks."
        client.sign_in(ane).put(f"/blog/{post.id}", data=written(text=theirs, version=old))

        mine = written(title="The red door", text="It is red.\n\nEverybody knocks.", version=old)
        page = client.put(f"/blog/{post.id}", data=mine).text.partition('id="post-difference"')[2]

        assert "green</del>" in squeezed(page) and "red</ins>" in squeezed(page)
        assert "Nobody</del>" in squeezed(page) and "Everybody</ins>" in squeezed(page)

    def test_whoever_was_overtaken_may_decide(self, client, ane):
        post = make_post(ane)
        old = post.version
        client.sign_in(ane).put(f"/blog/{post.id}", data=written(text="First", version=old))
        overtaken = client.put(f"/blog/{post.id}", data=written(text="Second", version=old))
        seen = overtaken.text.split('name="version" type="hidden" value="')[1].split('"')[0]

        again = client.put(f"/blog/{post.id}", data=written(text="Second", version=seen))

        assert overtaken.status_code == 409 and again.status_code == 303
        assert db.session.get_one(Post, post.id).text == "Second"

    def test_an_unfinished_edit_is_offered(self, client, ane):
        post = make_post(ane)
        draft = make_draft(ane, about=post.id, title="A better title", version=str(post.version))
        client.sign_in(ane)

        page = client.get(f"/blog/{post.id}/edit").text
        gone_on = client.get(f"/blog/{post.id}/edit?draft={draft.id}").text

        assert f"/blog/{post.id}/edit?draft={draft.id}" in page
        assert 'value="A better title"' in gone_on and f'value="/drafts/{draft.id}"' in gone_on


class TestWhoMay:
    """What each may do with a post of Ane's."""

    @pytest.mark.parametrize(
        "who, edits, withdraws",
        [
            ("ane", 200, 303),
            ("nerea", 200, 303),
            ("jon", 403, 403),
            ("rosa", 403, 403),
            ("iker", 403, 403),
        ],
    )
    def test_a_published_one(self, client, request, ane, who, edits, withdraws):
        post = make_post(ane)
        client.sign_in(request.getfixturevalue(who))

        assert client.get(f"/blog/{post.id}/edit").status_code == edits
        data = written(version=post.version)
        put = client.put(f"/blog/{post.id}", data=data).status_code
        assert put == (303 if edits == 200 else 403)
        assert client.delete(f"/blog/{post.id}/publication").status_code == withdraws
        assert db.session.get_one(Post, post.id).is_published == (withdraws == 403)

    @pytest.mark.parametrize(
        "who, shows, edits, restores",
        [("ane", 200, 403, 303), ("nerea", 200, 403, 303), ("jon", 404, 404, 404)],
    )
    def test_a_withdrawn_one(self, client, request, ane, who, shows, edits, restores):
        post = withdraw(make_post(ane, title="The secret door"), by=ane)
        client.sign_in(request.getfixturevalue(who))

        assert client.get(f"/blog/{post.id}").status_code == shows
        assert client.get(f"/blog/{post.id}/edit").status_code == edits
        assert client.put(f"/blog/{post.id}", data=written(version=1)).status_code == edits
        assert "The secret door" not in client.get("/blog").text
        assert client.post(f"/blog/{post.id}/publication").status_code == restores

    def test_a_stranger_none(self, client, ane):
        post = make_post(ane)

        for address in ("/blog", "/blog/new", f"/blog/{post.id}", "/blog/drafts"):
            assert client.get(address).status_code == 303
        assert client.post("/blog", data=written()).status_code == 401
        assert client.put(f"/blog/{post.id}", data=written()).status_code == 401
        assert client.delete(f"/blog/{post.id}/publication").status_code == 401
        assert posts() == 1


def test_a_session_that_expires_while_writing_loses_nothing(client, ane):
    """The page that says so holds the whole text, and the draft is there after signing in."""
    client.sign_in(ane)
    saved = client.post(
        "/drafts/post", data=written(), headers={"Accept": "application/json"}
    ).get_json()
    text = "A long afternoon. " * 300
    client.sign_out()

    answer = client.post("/blog", data=written(text=text, draft=saved["url"], draft_version="1"))

    assert answer.status_code == 401 and text in answer.text
    assert "The chair nobody takes" in answer.text and posts() == 0
    client.sign_in(ane)
    assert "The chair nobody takes" in client.get("/blog/drafts").text
    number = saved["url"].rpartition("/")[2]
    assert "It stands *behind the door*." in client.get(f"/blog/new?draft={number}").text


def test_the_pages_for_writing_are_never_kept(client, ane):
    post = make_post(ane)
    client.sign_in(make_person("Ane II", "governance"))

    for address in ("/blog/new", f"/blog/{post.id}/edit", "/blog/drafts"):
        answer = client.get(address)
        assert answer.headers["Cache-Control"] == "no-store" and "ETag" not in answer.headers
