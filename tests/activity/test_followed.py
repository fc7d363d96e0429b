"""The stream of what one follows."""

import re

from app.core import outbox
from app.core.db import db, writing
from app.following.models import Following
from app.people.models import Person
from tests.factories import make_comment, make_person, make_post
from tests.factories.spaces import make_space


def turn(verb, person, kind, number):
    with writing():
        getattr(Following, verb)(kind, number, by=db.session.get_one(Person, person.id))


def shown(client, place="/activity/followed"):
    outbox.drain()
    return re.sub("<[^>]+>", "", client.get(place).text)


def test_it_holds_what_one_follows_and_nothing_else(client, ane, jon, nerea):
    make_post(author=nerea, title="Somebody else’s")
    talked = make_post(author=nerea, title="Talked about")
    make_comment(on=talked, by=jon)
    make_post(author=jon, title="Of a person", tags=["Phone"])
    client.sign_in(ane)
    assert "You follow nothing yet" in shown(client)

    turn("follow", ane, "person", jon.id)

    page = shown(client)
    assert "Jon published Of a person" in page and "Jon commented on Talked about" in page
    assert "Somebody else’s" not in page


def test_each_line_once_however_many_ways_lead_to_it(client, ane, jon):
    post = make_post(author=jon, title="Once")
    for kind, number in (("person", jon.id), ("post", post.id)):
        turn("follow", ane, kind, number)
    assert shown(client.sign_in(ane)).count("Jon published Once") == 1


def test_a_space_is_followed_and_what_one_does_not_see_is_not_there(client, ane, jon):
    space = make_space(jon, visibility="hidden")
    make_post(author=jon, title="Among us", space=space)
    turn("follow", ane, "person", jon.id)
    turn("follow", ane, "space", space.id)
    client.sign_in(ane)
    assert "Among us" not in shown(client)

    with writing():
        space = db.session.merge(space)
        space.join(by=db.session.get_one(Person, ane.id))

    assert "Among us" in shown(client)


def test_what_was_muted_is_not_heard(client, ane, jon):
    post = make_post(author=jon, title="Loud")
    turn("follow", ane, "person", jon.id)
    turn("mute", ane, "post", post.id)
    assert "Loud" not in shown(client.sign_in(ane))


def test_pages_follow_one_another(client, ane, jon):
    turn("follow", ane, "person", jon.id)
    for number in range(18):
        make_post(author=jon, title=f"Post {number:02}")
    client.sign_in(ane)
    outbox.drain()
    first = client.get("/activity/followed").text
    more = re.search(r'class="more" href="(/activity/followed[^"]+)"', first)[1]
    found = re.findall(r"Post \d\d", first + client.get(more, htmx=True).text)
    assert found == [f"Post {number:02}" for number in reversed(range(18))]


def test_as_many_queries_for_many_as_for_one(client, ane, queries):
    client.sign_in(ane)

    def asked():
        outbox.drain()
        client.get("/activity/followed")
        del queries[:]
        client.get("/activity/followed")
        return len(queries)

    jon = make_person("Jon")
    turn("follow", ane, "person", jon.id)
    make_post(author=jon)
    for_one = asked()
    for _ in range(12):
        make_post(author=jon)
    assert asked() == for_one <= 4
