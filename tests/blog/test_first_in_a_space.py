"""Whoever runs a space lets a post stand first in it, and in it alone."""

from datetime import timedelta

import pytest

from app.blog.models import Post
from app.blog.queries import featured, featured_in
from app.core import clock
from app.core.db import db, writing
from app.people.models import Person
from app.spaces.models import Space
from tests.factories import make_post, make_space

UNTIL = {"until": f"{clock.now() + timedelta(days=9):%Y-%m-%dT%H:%M}"}


@pytest.fixture
def space(ane, jon):
    """Ane runs it and Jon writes in it."""
    return make_space(ane, members=[jon])


@pytest.fixture
def post(space, jon):
    """The oldest of three."""
    old = make_post(jon, title="The old one", space=space)
    for number in range(2):
        make_post(jon, title=f"A newer one {number}", space=space)
    return old


def now(post):
    return db.session.get_one(Post, post.id, populate_existing=True)


def first(client, person, path):
    page = client.sign_in(person).get(path).text
    return page.index("The old one") < page.index("A newer one")


def test_it_stands_first_in_its_space_and_nowhere_else(client, ane, jon, maider, space, post):
    assert client.sign_in(ane).put(f"/blog/{post.id}/feature", data=UNTIL).status_code == 303

    for path in (f"/spaces/{space.id}", f"/spaces/{space.id}/posts"):
        assert first(client, maider, path), path
        assert client.get(path).text.count(">The old one<") == 1, path
    assert not first(client, maider, "/blog")
    assert ">The old one<" in client.get("/blog").text
    assert featured(maider) == []


def test_it_is_taken_back_by_whoever_runs_it(client, ane, space, post):
    client.sign_in(ane).put(f"/blog/{post.id}/feature", data=UNTIL)
    assert client.delete(f"/blog/{post.id}/feature").status_code == 303

    assert not now(post).is_featured and featured_in(ane, space.id) == []


def test_its_author_and_other_members_do_not(client, jon, maider, post):
    for who in (jon, maider):
        client.sign_in(who)
        assert client.put(f"/blog/{post.id}/feature", data=UNTIL).status_code == 403
        assert client.delete(f"/blog/{post.id}/feature").status_code == 403


def test_nor_does_whoever_runs_another_space(client, maider, post):
    make_space(maider)
    client.sign_in(maider)
    assert client.put(f"/blog/{post.id}/feature", data=UNTIL).status_code == 403


def test_what_governance_let_stand_first_for_all_is_not_theirs_to_change(
    client, ane, nerea, space, post
):
    client.sign_in(nerea).put(f"/blog/{post.id}/feature", data=UNTIL)
    assert [row.id for row in featured(ane)] == [row.id for row in featured_in(ane, space.id)]

    client.sign_in(ane)
    assert client.put(f"/blog/{post.id}/feature", data=UNTIL).status_code == 403
    assert client.delete(f"/blog/{post.id}/feature").status_code == 403
    assert now(post).is_featured and not now(post).featured_within


def test_governance_may_let_it_stand_first_for_all_instead(client, ane, nerea, post):
    client.sign_in(ane).put(f"/blog/{post.id}/feature", data=UNTIL)
    client.sign_in(nerea).put(f"/blog/{post.id}/feature", data=UNTIL)

    assert [row.id for row in featured(ane)] == [post.id]


def test_moved_elsewhere_it_stands_where_it_would_by_itself(client, ane, jon, post):
    client.sign_in(ane).put(f"/blog/{post.id}/feature", data=UNTIL)
    other = make_space(jon)
    with writing():
        found = db.session.get_one(Post, post.id)
        found.move(db.session.get_one(Space, other.id), by=db.session.get_one(Person, jon.id))

    assert featured_in(ane, other.id) == [] and not now(post).is_featured


def test_the_page_of_its_dates_says_where(client, ane, nerea, post):
    path = f"/blog/{post.id}/plan"
    assert "In its space, before all that is newer." in client.sign_in(ane).get(path).text
    assert "On the blog and at home" in client.sign_in(nerea).get(path).text
