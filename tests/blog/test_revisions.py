"""What a post said before: who sees it, what changed, and bringing it back."""

import re

import pytest

from app.blog import queries as asked_of
from app.blog.models import Post, Revision
from app.core.db import db, writing
from tests.blog.writing import written
from tests.factories import edit, make_person, make_picture, make_post


def post_now(post):
    return db.session.get_one(Post, post.id)


def numbers(post):
    return [row.number for row in asked_of.revisions(post_now(post)).rows]


def test_publishing_and_every_edit_keep_what_was_said(client, ane):
    client.sign_in(ane)
    post = post_now(make_post(ane, title="Two calls", tags=["phone"]))
    number = post.id
    form = written(title="Three calls", tags="phone, waiting", version=post.version)
    client.put(f"/blog/{number}", data=form | {"note": "We counted again"})

    page = client.get(f"/blog/{number}/revisions").text

    assert numbers(post) == [2, 1]
    assert "We counted again" in page and "What it says now" in page
    first, second = (asked_of.revision(post_now(post), n) for n in (1, 2))
    assert (first.title, first.tags) == ("Two calls", ["phone"])
    assert (second.title, sorted(second.tags)) == ("Three calls", ["phone", "waiting"])


def test_the_difference_can_be_read_and_heard(client, ane):
    post = make_post(ane, text="Nobody answers the phone on Mondays.")
    edit(post, ane, text="Somebody answers the phone on Mondays.")
    client.sign_in(ane)

    page = client.get(f"/blog/{post.id}/revisions/2").text

    assert re.search(r"<del><span[^>]*>\[removed: </span>Nobody", page)
    assert re.search(r"<ins><span[^>]*>\[added: </span>Somebody", page)


def test_bringing_back_is_a_new_revision_and_undoes_itself(client, ane):
    post = make_post(ane, title="Before", text="As it was.", tags=["old"])
    edit(post, ane, title="After", text="As it is.", tags=["new"])
    client.sign_in(ane)

    answer = client.post(f"/blog/{post.id}/revisions/1/restoration")
    page = client.get(answer.location).text

    assert post_now(post).title == "Before" and "As it was." in page
    assert numbers(post) == [3, 2, 1]
    undo = page[page.index('id="toasts"') :].split('action="')[1].split('"')[0]
    client.post(undo)
    assert post_now(post).title == "After" and numbers(post) == [4, 3, 2, 1]


def test_pressing_twice_brings_back_once(client, ane):
    post = make_post(ane)
    edit(post, ane, text="Now somebody does.")
    client.sign_in(ane)
    for _ in range(2):
        client.post(f"/blog/{post.id}/revisions/2/restoration")

    assert numbers(post) == [2, 1]


def test_its_pictures_come_back_whoever_brings_them(client, ane, nerea):
    picture = make_picture(ane)
    post = make_post(ane, text=f"![A desk](/pictures/{picture.key})")
    edit(post, ane, text="Without it.")
    key = picture.key
    client.sign_in(nerea)

    client.post(f"/blog/{post.id}/revisions/1/restoration")

    assert client.sign_in(make_person("Jone")).get(f"/pictures/{key}").status_code == 200


def test_a_picture_somebody_else_holds_is_not_shown_by_way_of_the_past(client, ane, nerea):
    """It was named in the text and not shown: bringing the text back shows it no more than then."""
    picture = make_picture(nerea)
    post = make_post(ane, text=f"![x](/pictures/{picture.key})")
    edit(post, ane, text="Without it.")
    key = picture.key
    client.sign_in(ane)

    client.post(f"/blog/{post.id}/revisions/1/restoration")

    assert client.get(f"/pictures/{key}").status_code == 404


def test_a_post_of_another_time_is_kept_before_it_is_edited(app, ane):
    post = make_post(ane, title="Planted", last_revision=0)
    with writing():
        for row in db.session.scalars(db.select(Revision)):
            db.session.delete(row)

    edit(post, ane, title="Edited")

    assert [row.title for row in asked_of.revisions(post_now(post)).rows] == ["Edited", "Planted"]


@pytest.mark.parametrize("path", ["revisions", "revisions/1", "authors", "plan"])
def test_only_authors_and_governance_look_back(client, ane, nerea, jon, path):
    post = make_post(ane)
    address = f"/blog/{post.id}/{path}"

    assert client.sign_in(jon).get(address).status_code == 403
    assert client.sign_in(nerea).get(address).status_code == 200


def test_what_was_never_kept_is_not_there(client, ane):
    post = make_post(ane)
    client.sign_in(ane)
    for odd in (2, 2**31, 10**12):
        assert client.get(f"/blog/{post.id}/revisions/{odd}").status_code == 404


def test_a_long_history_has_as_many_queries_as_a_short_one(client, ane, queries):
    number = make_post(ane).id
    client.sign_in(ane)

    def asked():
        queries.clear()
        page = client.get(f"/blog/{number}/revisions").text
        return len(queries), page

    few, _ = asked()
    for turn in range(25):
        edit(db.session.get_one(Post, number), ane, text=f"Turn {turn}")
    many, page = asked()

    assert many <= few <= 8 and "before=" in page
