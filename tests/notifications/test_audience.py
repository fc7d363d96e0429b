"""How many will hear of a post: before it is published, as many as then do."""

import re

from app.core import outbox
from app.notifications.models import Channel, Kind
from tests.factories import make_person, make_post
from tests.factories.spaces import enter, leave, make_space
from tests.notifications.test_expansion import follow, post_tags, told, wish


def number(answer):
    found = re.search(r"(\d+) (?:people|person) will hear", answer.text)
    return int(found[1]) if found else 0


def test_it_is_as_many_as_are_then_told(client, ane, jon, nerea, rosa, iker):
    tag = post_tags(make_post(author=rosa, tags=["Phone"]))[0]
    follow(jon, "person", ane.id)
    follow(jon, "tag", tag)  # once, however many ways
    follow(nerea, "tag", tag)
    follow(rosa, "person", ane.id)
    follow(rosa, "tag", tag, verb="mute")
    follow(iker, "tag", tag)
    wish(iker, Kind.FOLLOWED, Channel.NONE)
    follow(ane, "tag", tag)  # not who writes it
    outbox.drain()
    client.sign_in(ane)

    assert number(client.get("/notifications/audience?tags=phone")) == 2
    assert number(client.get("/notifications/audience?tags=other")) == 2
    assert "2 people will hear of it" in client.get("/blog/new").text or number(
        client.get("/blog/new")
    )

    make_post(author=ane, tags=["Phone"])
    assert [one for one in told() if one[1] == "followed"] == [
        ("Jon", "followed"),
        ("Nerea", "followed"),
    ]


def test_in_a_space_those_count_who_see_into_it(client, ane, jon, nerea):
    space = make_space(ane, visibility="members")
    enter(space, jon)
    for person in (jon, nerea):
        follow(person, "person", ane.id)
    place = f"/notifications/audience?space={space.id}"

    assert number(client.sign_in(ane).get(place)) == 1
    follow(jon, "space", space.id)
    assert number(client.sign_in(nerea).get(place)) == 0, "nobody counts what they do not see"
    leave(space, jon)
    assert number(client.sign_in(ane).get(place)) == 0


def test_nonsense_is_answered(client, ane):
    client.sign_in(ane)
    for odd in ("space=x", "space=-1", f"space={2**63}", "tags=,,,", "tags=" + "x," * 900):
        assert client.get(f"/notifications/audience?{odd}", htmx=True).status_code == 200


def test_it_asks_as_much_for_many_as_for_one(client, ane, queries):
    def asked():
        del queries[:]
        client.get("/notifications/audience", htmx=True)
        return len(queries)

    client.sign_in(ane)
    follow(make_person(), "person", ane.id)
    asked()
    follow(make_person(), "person", ane.id)
    for_one = asked()
    for _ in range(5):
        follow(make_person(), "person", ane.id)
    assert asked() == for_one <= 3
