"""Spaces: opened, found, run, joined and left, asked for, archived."""

import re

import pytest
from sqlalchemy import select

from app.core.db import db
from app.spaces import queries
from app.spaces.models import JoinRequest, Space, Visibility
from tests.conftest import at_once
from tests.factories import ask, enter, invite, make_person, make_post, make_space, role_in

NEW = {"name": "Reception", "visibility": "members", "joining": "open", "colour": "sky"}


def space():
    db.session.rollback()
    return db.session.scalars(select(Space).order_by(Space.id.desc())).first()


def undo_of(page):
    found = re.search(r'action="([^"]*(?:membership|archive|requests|invitations)[^"]*)"', page)
    assert found, "no undo"
    return found[1].replace("&amp;", "&")


class TestOpening:
    def test_whoever_opens_it_runs_it(self, client, ane):
        answer = client.sign_in(ane).post("/spaces", data=NEW)

        opened = space()
        assert answer.location == f"/spaces/{opened.id}"
        assert (opened.name, opened.visibility, opened.size) == ("Reception", "members", 1)
        assert role_in(opened, ane) == "manager"

    def test_before_the_whole_house_governance_and_ambassadors(self, client, ane, jon, nerea):
        wanted = NEW | {"visibility": "public"}
        said = {
            who.name: client.sign_in(who).post("/spaces", data=wanted).status_code
            for who in (ane, jon, nerea)
        }
        assert said == {"Ane": 422, "Jon": 303, "Nerea": 303}

    def test_what_is_wrong_is_said_and_nothing_is_lost(self, client, ane):
        answer = client.sign_in(ane).post("/spaces", data=NEW | {"name": " ", "summary": "Kept"})
        assert answer.status_code == 422
        assert "Give it a name." in answer.text and "Kept" in answer.text
        assert space() is None

    def test_pressed_twice_it_is_one(self, client, ane):
        wanted = NEW | {"once": "a" * 32}
        places = {client.sign_in(ane).post("/spaces", data=wanted).location for _ in range(2)}
        assert len(places) == 1 and len(db.session.scalars(select(Space)).all()) == 1

    @pytest.mark.parametrize("above", ["members", "hidden"])
    def test_a_subspace_is_never_more_open(self, client, nerea, above):
        parent = make_space(nerea, visibility=above)
        answer = client.sign_in(nerea).post(
            "/spaces", data=NEW | {"visibility": "public", "within": str(parent.id)}
        )
        assert answer.status_code == 422

        made = make_space(nerea, visibility="public", parent=parent)
        assert made.visibility == above

    def test_there_is_one_level_of_them(self, client, ane):
        below = make_space(ane, parent=make_space(ane))
        assert client.sign_in(ane).get(f"/spaces/new?within={below.id}").status_code == 403

    def test_shutting_a_space_shuts_its_subspaces(self, client, nerea):
        parent = make_space(nerea)
        below = make_space(nerea, parent=parent)
        sent = NEW | {"visibility": "hidden", "version": "1"}
        assert client.sign_in(nerea).put(f"/spaces/{parent.id}", data=sent).status_code == 303
        db.session.rollback()
        assert db.session.get_one(Space, below.id).visibility is Visibility.HIDDEN

    def test_overtaken_nothing_is_lost(self, client, ane):
        made = make_space(ane, visibility="members")
        client.sign_in(ane)
        assert client.put(f"/spaces/{made.id}", data=NEW | {"version": "1"}).status_code == 303
        late = client.put(f"/spaces/{made.id}", data=NEW | {"version": "1", "name": "Mine"})
        assert late.status_code == 409 and 'value="Mine"' in late.text


class TestFinding:
    def test_by_part_of_the_name(self, client, ane, jon):
        make_space(ane, name="Atención telefónica")
        make_space(ane, name="Reception")
        page = client.sign_in(jon).get("/spaces?q=atencion").text
        assert "Atención telefónica" in page and "Reception" not in page

    def test_a_page_asks_as_much_for_twenty_as_for_two(self, client, ane, jon, queries):
        def asked():
            client.get("/blog")
            queries.clear()
            assert client.get("/spaces").status_code == 200
            return len(queries)

        client.sign_in(jon)
        for _ in range(2):
            make_space(ane, members=[jon])
        few = asked()
        for _ in range(20):
            make_space(ane, members=[jon])
        assert asked() == few <= 8

    def test_one_page_after_the_other(self, client, ane):
        for number in range(30):
            make_space(ane, name=f"Room {number:02}")
        client.sign_in(make_person("Other"))
        first = client.get("/spaces").text
        onward = re.search(r'href="([^"]*after=\d+)" rel="next"', first)[1]
        second = client.get(onward, htmx=True).text
        assert "Room 00" in first and "Room 29" not in first
        assert "Room 29" in second and "Room 00" not in second


class TestComingAndGoing:
    def test_in_and_out_and_back(self, client, ane, jon):
        made = make_space(ane, visibility="members")
        client.sign_in(jon).post(f"/spaces/{made.id}/membership")
        assert role_in(made, jon) == "member" and space().size == 2

        client.delete(f"/spaces/{made.id}/membership")
        assert role_in(made, jon) is None and space().size == 1

    def test_leaving_what_is_hidden_is_undone_for_a_moment(self, client, ane, jon):
        made = make_space(ane, visibility="hidden", managers=[jon])
        below = make_space(ane, visibility="hidden", parent=made, members=[jon])
        answer = client.sign_in(jon).delete(f"/spaces/{made.id}/membership")
        assert answer.location == "/spaces"
        back = undo_of(client.get("/spaces").text)
        assert role_in(below, jon) is None

        assert client.post(back).location == f"/spaces/{made.id}"
        assert (role_in(made, jon), role_in(below, jon)) == ("manager", "member")

    def test_nobody_else_goes_back_by_it_nor_who_was_taken_out(self, client, ane, jon, nerea):
        made = make_space(ane, visibility="hidden", members=[jon])
        client.sign_in(jon).delete(f"/spaces/{made.id}/membership")
        back = undo_of(client.get("/spaces").text)
        assert client.sign_in(nerea).post(back).status_code == 404

        client.sign_in(jon).post(back)
        client.sign_in(ane).delete(f"/spaces/{made.id}/members/{jon.id}")
        assert role_in(made, jon) is None
        client.sign_in(jon).post(back)
        db.session.rollback()
        assert role_in(made, jon) is None

    def test_the_last_who_runs_it_cannot_leave(self, client, ane, jon):
        made = make_space(ane, members=[jon])
        assert client.sign_in(ane).delete(f"/spaces/{made.id}/membership").status_code == 403
        client.post(f"/spaces/{made.id}/members/{jon.id}/management")
        assert client.delete(f"/spaces/{made.id}/membership").status_code == 303
        assert role_in(made, jon) == "manager"

    def test_nor_who_runs_alone_a_subspace_they_would_lose(self, client, ane, jon):
        made = make_space(ane, visibility="members", managers=[jon])
        make_space(jon, visibility="members", parent=made)
        assert client.sign_in(jon).delete(f"/spaces/{made.id}/membership").status_code == 403

    def test_two_who_run_it_do_not_leave_it_at_once(self, app, ane, jon):
        made = make_space(ane, managers=[jon])
        path = f"/spaces/{made.id}/membership?_method=DELETE"
        answers = at_once(app, (ane, path, {}), (jon, path, {}))
        assert [answer.status_code for answer in answers] == [303, 403]

    def test_who_leaves_a_closed_space_leaves_its_subspaces(self, client, ane, jon):
        made = make_space(ane, visibility="members", members=[jon])
        below = make_space(ane, visibility="members", parent=made, members=[jon])
        client.sign_in(jon).delete(f"/spaces/{made.id}/membership")
        assert role_in(below, jon) is None

    def test_a_closed_room_in_a_closed_room_is_reached_through_it(self, client, ane, jon):
        made = make_space(ane, visibility="members")
        below = make_space(ane, visibility="members", parent=made)
        client.sign_in(jon)
        assert client.post(f"/spaces/{below.id}/membership").status_code == 403
        enter(made, jon)
        assert client.post(f"/spaces/{below.id}/membership").status_code == 303


class TestAsking:
    def test_asked_and_let_in(self, client, ane, jon):
        made = make_space(ane, visibility="members", joining="request")
        client.sign_in(jon)
        assert client.post(f"/spaces/{made.id}/membership").status_code == 403
        client.post(f"/spaces/{made.id}/requests", data={"words": "I answer the phone"})

        page = client.sign_in(ane).get(f"/spaces/{made.id}/members").text
        assert "I answer the phone" in page
        client.post(f"/spaces/{made.id}/requests/{jon.id}/acceptance")
        assert role_in(made, jon) == "member"
        assert db.session.scalar(select(JoinRequest)) is None

    def test_declined_with_words_which_are_read(self, client, ane, jon):
        made = make_space(ane, visibility="members", joining="request")
        ask(made, jon)
        refused = f"/spaces/{made.id}/requests/{jon.id}/refusal"
        assert client.sign_in(ane).post(refused, data={"words": "x" * 501}).status_code == 422
        client.post(refused, data={"words": "We are full"})
        assert role_in(made, jon) is None
        assert "We are full" in client.sign_in(jon).get(f"/spaces/{made.id}").text
        client.post(f"/spaces/{made.id}/requests", data={"words": "And now?"})
        assert queries.request_of(jon.id, made.id).words == "And now?"

    def test_invited_one_knows_it_by_name_and_comes_in(self, client, ane, jon):
        made = make_space(ane, visibility="hidden", name="Secret room")
        make_post(ane, title="What is inside", space=made)
        invite(made, jon, by=ane)
        page = client.sign_in(jon).get("/spaces").text
        assert "Secret room" in page
        assert "What is inside" not in client.get(f"/spaces/{made.id}").text
        client.post(f"/spaces/{made.id}/membership")
        assert "What is inside" in client.get(f"/spaces/{made.id}").text

    def test_declined_one_knows_of_it_no_more(self, client, ane, jon):
        made = make_space(ane, visibility="hidden")
        invite(made, jon, by=ane)
        client.sign_in(jon).delete(f"/spaces/{made.id}/invitations/{jon.id}")
        assert client.get(f"/spaces/{made.id}").status_code == 404

    def test_people_are_looked_for_by_name(self, client, ane, jon):
        made = make_space(ane, visibility="members", joining="invite")
        page = client.sign_in(ane).get(f"/spaces/{made.id}/invitations?q=jo").text
        assert "Jon" in page and f"/invitations/{jon.id}" in page


class TestArchive:
    def test_nothing_new_is_written_in_it(self, client, ane, jon):
        made = make_space(ane, members=[jon])
        post = make_post(jon, space=made)
        client.sign_in(ane).post(f"/spaces/{made.id}/archive")
        client.sign_in(jon)
        assert client.get(f"/blog/{post.id}").status_code == 200
        assert client.get(f"/blog/{post.id}/edit").status_code == 403
        comments = f"/conversation/post/{post.id}/comments"
        assert client.post(comments, data={"text": "Still?"}).status_code == 403

        client.sign_in(ane).delete(f"/spaces/{made.id}/archive")
        assert client.sign_in(jon).post(comments, data={"text": "Yes"}).status_code == 303


class TestInside:
    def test_its_pages_show_what_is_in_it(self, client, ane, jon):
        made = make_space(ane, members=[jon])
        make_post(ane, title="Within", space=made)
        make_post(ane, title="Without")
        client.sign_in(jon)
        for tab in ("", "/posts", "/activity"):
            page = client.get(f"/spaces/{made.id}{tab}").text
            assert "Within" in page and "Without" not in page, tab
        assert "Jon" in client.get(f"/spaces/{made.id}/members").text

    @pytest.mark.parametrize("tab", ["", "/posts", "/activity", "/members", "/about"])
    def test_a_page_asks_little(self, client, ane, jon, queries, tab):
        made = make_space(ane, visibility="members", members=[jon])
        for _ in range(6):
            make_post(ane, space=made)
            enter(made, make_person("Someone"))
        client.sign_in(jon)
        address = f"/spaces/{made.id}{tab}"
        queries.clear()
        assert client.get(address).status_code == 200
        assert len(queries) <= 8, queries
