"""Withdrawing a post, and bringing it back."""

import pytest

from app.blog.models import Post
from app.core.db import db
from tests.factories import make_post, withdraw


def is_published(post):
    return db.session.get_one(Post, post.id).is_published


def test_it_is_withdrawn_and_undone_without_htmx(client, ane):
    post = make_post(ane)
    client.sign_in(ane)

    answer = client.post(f"/blog/{post.id}/publication?_method=DELETE")
    page = client.get(answer.location).text

    assert (answer.status_code, answer.location) == (303, f"/blog/{post.id}")
    assert not is_published(post)
    assert "Withdrawn: nobody else reads it now." in page and "Only its authors and" in page
    toasts = page[page.index('id="toasts"') :]
    undo = toasts.split('action="')[1].split('"')[0]
    assert client.post(undo).location == f"/blog/{post.id}" and is_published(post)


def test_it_is_withdrawn_and_undone_in_place(client, ane):
    post = make_post(ane)
    client.sign_in(ane)

    gone = client.delete(f"/blog/{post.id}/publication", htmx=True)
    back = client.post(f"/blog/{post.id}/publication", htmx=True)

    for answer in (gone, back):
        assert answer.status_code == 200 and "<html" not in answer.text
        assert answer.text.lstrip().startswith(f'<article id="post-{post.id}"')
    assert "Publish it again" in gone.text and "Publish it again" not in back.text
    assert "Withdrawn: nobody else reads it now." in gone.text and is_published(post)


@pytest.mark.parametrize("press", ["delete", "post"])
def test_pressing_twice_is_as_good_as_once(client, ane, press):
    post = make_post(ane)
    client.sign_in(ane)

    codes = [getattr(client, press)(f"/blog/{post.id}/publication").status_code for _ in range(2)]

    assert codes == [303, 303] and is_published(post) == (press == "post")


def test_what_governance_took_away_its_author_does_not_bring_back(client, ane, nerea):
    post = withdraw(make_post(ane), by=nerea)
    client.sign_in(ane)

    assert "Publish it again" not in client.get(f"/blog/{post.id}").text
    assert client.post(f"/blog/{post.id}/publication").status_code == 403
    assert client.sign_in(nerea).post(f"/blog/{post.id}/publication").status_code == 303


def test_a_withdrawn_post_is_nowhere_to_be_found(client, ane, jon):
    withdraw(make_post(ane, title="The canary sings", tags=["Cañary Bird"]), by=ane)
    client.sign_in(jon)

    for address in ("/blog", "/blog?tag=canary-bird", f"/blog?author={ane.id}", "/blog/drafts"):
        page = client.get(address).text
        assert "The canary sings" not in page and "Cañary" not in page
