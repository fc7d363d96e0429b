"""A comment, an answer and an edit that seem to tell who a customer is."""

import pytest

from app.conversation.models import Comment
from app.core.db import db
from tests.factories import make_comment, make_post

TOLD = "Llamó Ana desde el 612 345 678"
COVERED = "Llamó Ana desde el ••• ••• •••"


def said():
    return [one.text for one in db.session.query(Comment).order_by(Comment.id)]


@pytest.fixture
def places(ane, jon):
    """Where one comments, answers, edits; and what is sent along."""
    post = make_post(author=ane)
    comment = make_comment("Before", on=post, by=jon)
    return {
        "comment": (f"/conversation/post/{post.id}/comments", {}),
        "answer": (f"/conversation/comments/{comment.id}/replies", {}),
        "edit": (f"/conversation/comments/{comment.id}?_method=PUT", {"version": 1}),
    }


@pytest.mark.parametrize("htmx", [True, False], ids=["htmx", "plain"])
@pytest.mark.parametrize("place", ["comment", "answer", "edit"])
def test_it_is_asked_about_and_then_covered_or_kept(client, jon, places, place, htmx):
    path, more = places[place]
    client.sign_in(jon)

    asked = client.post(path, data={"text": TOLD, **more}, htmx=htmx)
    assert asked.status_code == 422 and said() == ["Before"]
    assert "<mark>612 345 678</mark>" in asked.text and TOLD in asked.text
    assert asked.text.count("data-errors") == 1

    again = client.post(path, data={"text": TOLD, "discretion": "cover", **more}, htmx=htmx)
    assert again.status_code in (200, 303) and said()[-1] == COVERED

    more = {"version": 2} if more else {}
    kept = client.post(path, data={"text": TOLD, "discretion": "keep", **more}, htmx=htmx)
    assert kept.status_code in (200, 303) and said()[-1] == TOLD


def test_what_stood_in_a_comment_is_not_asked_about_again(client, jon, ane):
    comment = make_comment(TOLD, on=make_post(author=ane), by=jon)
    place = f"/conversation/comments/{comment.id}"

    answer = client.sign_in(jon).put(place, data={"text": f"{TOLD}, ayer", "version": 1})

    assert answer.status_code == 303 and said() == [f"{TOLD}, ayer"]
