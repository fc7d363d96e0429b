"""A space whose managers' accounts are all closed: governance looks after it, and it says so."""

import pytest

from app.blog.models import PostState
from app.core import outbox
from app.core.db import db, writing
from app.notifications.models import Delivery, Notification
from app.people.models import Person
from app.spaces.models import MemberRole, Space
from tests.factories import ask, make_person, make_post, make_space, role_in

SAYS = "Nobody is left who runs this space"


def close(person):
    number = person.id
    with writing():
        db.session.get_one(Person, number).disable(by=None)


def told(fact):
    outbox.drain()
    db.session.rollback()
    rows = db.session.query(Person.name).join(Notification, Notification.person_id == Person.id)
    rows = rows.join(Delivery, Delivery.id == Notification.delivery_id)
    return sorted(name for (name,) in rows.filter(Delivery.fact == fact))


@pytest.mark.parametrize("visibility", ["public", "members", "hidden"])
def test_it_says_so_and_governance_finds_somebody_to_run_it(client, ane, jon, nerea, visibility):
    space = make_space(ane, visibility=visibility, members=[jon])
    number, who = space.id, jon.id
    assert SAYS not in client.sign_in(jon).get(f"/spaces/{number}").text
    close(ane)

    assert SAYS in client.sign_in(jon).get(f"/spaces/{number}").text
    client.sign_in(nerea)
    assert SAYS in client.get(f"/spaces/{number}").text
    assert "Jon" in client.get(f"/spaces/{number}/members").text
    assert client.post(f"/spaces/{number}/members/{who}/management").status_code == 303

    assert role_in(space, jon) is MemberRole.MANAGER
    assert SAYS not in client.sign_in(jon).get(f"/spaces/{number}").text


@pytest.mark.parametrize(("visibility", "answers"), [("members", 200), ("hidden", 404)])
def test_as_soon_as_somebody_runs_it_governance_has_no_say(
    client, ane, jon, nerea, visibility, answers
):
    space = make_space(ane, visibility=visibility, members=[jon])
    client.sign_in(nerea)
    assert client.get(f"/spaces/{space.id}").status_code == answers
    assert client.get(f"/spaces/{space.id}/members").status_code == (403 if answers == 200 else 404)


def test_it_sees_no_more_of_what_stands_behind_the_door(client, ane, jon, nerea):
    space = make_space(ane, visibility="members", members=[jon])
    post = make_post(jon, title="Among us", space=space)
    close(ane)
    client.sign_in(nerea)

    assert client.get(f"/blog/{post.id}").status_code == 404
    assert client.get(f"/spaces/{space.id}/posts").status_code == 403
    assert "Among us" not in client.get(f"/spaces/{space.id}").text


def test_what_waits_there_waits_for_governance(client, ane, jon, nerea):
    space = make_space(ane, members=[jon], joining="request", needs_approval=True)
    close(ane)
    client.sign_in(jon)
    form = {"title": "Two calls", "text": "Nobody answers.", "language": "en", "space": space.id}
    number = int(client.post("/blog", data=form).location.rpartition("/")[2])
    ask(space, make_person("Somebody"))

    assert told("PostSubmitted") == told("JoinRequested") == ["Nerea"]
    assert "Two calls" in client.sign_in(nerea).get("/blog/reviews").text
    assert client.post(f"/blog/{number}/review/approval").status_code == 303
    assert client.get(f"/blog/{number}").status_code == 200


def test_one_of_two_who_stays_runs_it_alone(client, ane, jon, nerea):
    space = make_space(ane, managers=[jon], needs_approval=True)
    post = make_post(ane, title="Waits", space=space, state=PostState.SUBMITTED)
    close(ane)

    assert db.session.get_one(Space, space.id).run_by == [jon.id]
    assert SAYS not in client.sign_in(nerea).get(f"/spaces/{space.id}").text
    assert client.get(f"/blog/{post.id}").status_code == 404
