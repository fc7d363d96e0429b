"""Where a post stands: written into a space, and moved to another."""

import pytest

from app.activity.models import Line
from app.blog.models import Post
from app.core.db import db
from tests.factories import leave, make_comment, make_post, make_space
from tests.walk.blog import POST


def post_of(answer):
    db.session.rollback()
    return db.session.get_one(Post, int(answer.location.rpartition("/")[2]))


class TestWriting:
    def test_into_a_space_one_is_in(self, client, ane, jon):
        space = make_space(jon, visibility="members", members=[ane], name="The room")
        client.sign_in(ane)
        page = client.get(f"/blog/new?space={space.id}").text
        assert f'<option selected value="{space.id}">The room</option>' in page
        answer = client.post("/blog", data=dict(POST) | {"space": str(space.id)})
        assert post_of(answer).space_id == space.id

    def test_not_into_one_that_is_shut(self, client, ane, jon):
        for given in ({"visibility": "members"}, {"joining": "request"}, {"visibility": "hidden"}):
            space = make_space(jon, **given)
            sent = dict(POST) | {"space": str(space.id), "title": "It is kept"}
            answer = client.sign_in(ane).post("/blog", data=sent)
            assert answer.status_code == 422 and "It is kept" in answer.text
            assert "You cannot write there any more." in answer.text

    @pytest.mark.parametrize("odd", ["abc", "-1", "²", "9" * 40])
    def test_nor_into_what_is_none(self, client, ane, odd):
        answer = client.sign_in(ane).post("/blog", data=dict(POST) | {"space": odd})
        assert answer.status_code == 422

    def test_an_archived_space_is_not_offered(self, client, ane):
        space = make_space(ane, name="The room")
        client.sign_in(ane).post(f"/spaces/{space.id}/archive")
        assert "The room" not in client.get("/blog/new").text


class TestMoving:
    def test_its_address_stays_and_its_talk_goes_along(self, client, ane, jon):
        space = make_space(ane, visibility="members")
        post = make_post(ane, title="On the move")
        make_comment("Said before", on=post, by=jon)
        answer = client.sign_in(ane).put(f"/blog/{post.id}/place", data={"space": str(space.id)})

        assert answer.location == f"/blog/{post.id}"
        assert "Said before" in client.get(f"/blog/{post.id}").text
        assert "On the move" in client.get(f"/spaces/{space.id}/activity").text
        assert client.sign_in(jon).get(f"/blog/{post.id}").status_code == 404
        assert {line.space_id for line in db.session.query(Line).filter_by(thread_kind="post")} == {
            space.id
        }

    def test_out_of_a_closed_space_by_whoever_runs_it(self, client, ane, jon):
        space = make_space(jon, visibility="members", members=[ane])
        post = make_post(ane, space=space)
        assert client.sign_in(ane).put(f"/blog/{post.id}/place").status_code == 403
        assert post_of(client.sign_in(jon).put(f"/blog/{post.id}/place")).space_id is None

    def test_not_into_a_space_one_may_not_write_in(self, client, ane, jon):
        space, post = make_space(jon, visibility="hidden"), make_post(ane)
        sent = {"space": str(space.id)}
        assert client.sign_in(ane).put(f"/blog/{post.id}/place", data=sent).status_code == 422

    def test_not_by_anybody(self, client, ane, jon, nerea):
        post = make_post(ane)
        assert client.sign_in(jon).put(f"/blog/{post.id}/place").status_code == 403
        assert client.sign_in(nerea).get(f"/blog/{post.id}/place/edit").status_code == 200

    def test_who_left_cannot(self, client, ane, jon):
        space = make_space(jon, visibility="members", members=[ane])
        post = make_post(ane, space=space)
        leave(space, ane)
        assert client.sign_in(ane).put(f"/blog/{post.id}/place").status_code == 404
