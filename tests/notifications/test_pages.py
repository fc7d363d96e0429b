"""The bell, the page behind it, and having read."""

import re
from datetime import timedelta

from app.core import clock, outbox
from app.core.db import HIGHEST, db
from app.notifications.models import Channel, Kind, Notification, Wish
from app.notifications.wishing import wished
from tests.factories import make_comment, make_person, make_post, make_reaction, withdraw
from tests.notifications.test_expansion import follow


def said(answer):
    return re.sub(r"\s+", " ", re.sub("<[^>]+>", "", answer.text))


def unread(person):
    db.session.rollback()
    return db.session.query(Notification).filter_by(person_id=person.id, read_at=None).count()


def commented(post, *people):
    for person in people:
        make_comment(on=post, by=person)
    outbox.drain()


def test_the_bell_counts_without_a_query_of_its_own(client, ane, jon, queries):
    post = make_post(author=ane)
    client.sign_in(ane)
    client.get("/people")
    del queries[:]
    client.get("/people")
    before = len(queries)
    commented(post, jon, jon)
    del queries[:]

    page = client.get("/people")

    assert "2 unread notifications" in page.text and len(queries) == before
    assert 'aria-hidden="true">2</span>' in client.get("/notifications/bell", htmx=True).text


def test_what_came_to_me_makes_my_kept_pages_new_and_nobody_elses(client, app, ane, jon, nerea):
    post = make_post(author=ane)
    make_comment(on=post, by=jon)
    kept = {}
    for who in (ane, nerea):
        kept[who.id] = client.sign_in(who).get("/people").headers["ETag"]
        client.get("/people", headers={"If-None-Match": kept[who.id]})

    outbox.drain()

    asks = {"headers": {"If-None-Match": kept[ane.id]}}
    assert client.sign_in(ane).get("/people", **asks).status_code == 200


def test_a_doorstep_lets_go_of_a_page_when_the_bell_rings(client, ane, jon):
    post = make_post(author=ane)
    make_comment(on=post, by=jon)
    client.sign_in(ane)
    etag = client.get("/people").headers["ETag"]
    for _ in range(2):  # the second is answered on the doorstep
        assert client.get("/people", headers={"If-None-Match": etag}).status_code == 304

    outbox.drain()

    assert client.get("/people", headers={"If-None-Match": etag}).status_code == 200


def test_several_who_did_the_same_are_one_sentence(client, ane, jon, nerea, rosa):
    post = make_post(author=ane, title="The phone")
    commented(post, jon, nerea)
    client.sign_in(ane)
    assert "Nerea and Jon commented on The phone" in said(client.get("/notifications"))

    commented(post, rosa, rosa)
    make_reaction(on=post, by=jon)
    outbox.drain()

    page = said(client.get("/notifications"))
    assert "Rosa and 2 more commented on The phone" in page
    assert "Jon reacted to The phone" in page


def test_reading_one_reads_its_likes_and_nothing_else(client, ane, jon):
    post, other = make_post(author=ane), make_post(author=ane)
    commented(post, jon, jon)
    commented(other, jon)
    client.sign_in(ane)
    number = re.findall(r"/notifications/(\d+)/reading", client.get("/notifications").text)[-1]

    assert client.post(f"/notifications/{number}/reading").status_code == 303

    assert unread(ane) == 1


def test_reading_all_leaves_what_came_meanwhile(client, ane, jon):
    post = make_post(author=ane)
    commented(post, jon)
    client.sign_in(ane)
    until = re.search(r'name="until" value="(\d+)"', client.get("/notifications").text)[1]
    commented(post, jon)

    assert client.post("/notifications/reading", data={"until": until}).status_code == 303
    assert unread(ane) == 1
    for odd in ("x", str(HIGHEST + 1), ""):
        client.post("/notifications/reading", data={"until": odd})
    assert unread(ane) == 0


def test_nobody_reads_for_another(client, ane, jon):
    commented(make_post(author=ane), jon)
    number = db.session.query(Notification).one().id
    assert client.sign_in(jon).post(f"/notifications/{number}/reading").status_code == 404
    assert unread(ane) == 1


def test_what_is_hidden_later_is_told_no_more(client, ane, jon, nerea):
    follow(jon, "person", ane.id)
    post = make_post(author=ane, title="A secret")
    outbox.drain()
    client.sign_in(jon)
    assert "A secret" in client.get("/notifications").text

    from datetime import timedelta

    from app.core import clock

    with clock.at(clock.now() + timedelta(minutes=11)):
        withdraw(post, ane)
        outbox.drain()

    page = client.get("/notifications").text
    assert "A secret" not in page and "All quiet" in page
    assert unread(jon) == 0, "the bell does not ring for what is not there"


def test_a_page_asks_as_many_queries_for_many_as_for_one(client, ane, queries):
    def asked():
        outbox.drain()
        client.get("/notifications")
        del queries[:]
        assert client.get("/notifications").status_code == 200
        return len(queries)

    client.sign_in(ane)
    make_comment(on=make_post(author=ane), by=make_person())
    for_one = asked()
    for _ in range(12):
        make_comment(on=make_post(author=ane), by=make_person())

    assert asked() == for_one <= 3


def test_pages_follow_one_another_without_a_gap(client, ane, monkeypatch):
    from app.notifications.queries import mine

    monkeypatch.setattr(mine, "PAGE", 3)
    monkeypatch.setattr(mine.latest, "__kwdefaults__", {"size": 3})
    for number in range(7):
        make_comment(on=make_post(author=ane, title=f"Post {number}"), by=make_person())
    outbox.drain()
    client.sign_in(ane)

    found, place = [], "/notifications"
    while place:
        page = client.get(place).text
        found += re.findall(r"Post \d", page)
        more = re.search(r'class="more" href="([^"]+)"', page)
        place = more and more[1]

    assert found == [f"Post {number}" for number in reversed(range(7))]


def test_wishes_are_kept_and_quiet_by_default(client, ane):
    usual = wished(ane.id)
    assert [kind for kind in Kind if usual[kind] is Channel.ONCE] == [
        Kind.APPROVAL,
        Kind.MENTION,
        Kind.REPLY,
        Kind.MINE,
    ]
    client.sign_in(ane)
    page = client.get("/account/notifications")
    assert page.status_code == 200 and "Somebody mentions you" in page.text

    wanted = {kind.value: "none" for kind in Kind}
    assert client.put("/account/notifications", data=wanted).status_code == 303
    db.session.rollback()
    assert set(wished(ane.id).values()) == {Channel.NONE}
    assert db.session.query(Wish).count() == len(Kind)


def test_nonsense_is_no_wish(client, ane):
    client.sign_in(ane)
    wanted = {kind.value: "app" for kind in Kind} | {"mention": "pigeon"}
    answer = client.put("/account/notifications", data=wanted)
    assert answer.status_code == 422 and 'id="mention-error"' in answer.text
    assert db.session.query(Wish).count() == 0


def test_what_was_muted_is_listed_and_speaks_again(client, ane, jon):
    follow(ane, "person", jon.id, verb="mute")
    client.sign_in(ane)
    page = client.get("/account/notifications").text
    assert "Jon" in page and f"/following/person/{jon.id}/muting" in page


def undone(client):
    """Where the press to read it all can be taken back."""
    page = client.get("/notifications").text
    found = re.search(r'action="(/notifications/reading\?at=[^"]+)"', page)
    return found and found[1].replace("&amp;", "&")


def test_having_read_it_all_can_be_taken_back_a_moment_later(client, ane, jon):
    commented(make_post(author=ane), jon, jon)
    client.sign_in(ane)
    client.get("/notifications")
    first = db.session.query(Notification).order_by(Notification.id).first().id
    client.post(f"/notifications/{first}/reading")
    before = unread(ane)
    assert before == 1
    client.post("/notifications/reading")
    assert unread(ane) == 0

    answer = client.post(undone(client))

    assert answer.status_code == 303 and unread(ane) == before, "what was read before stays read"
    assert "They are unread again." in said(client.get("/notifications"))


def test_nobody_elses_and_nothing_long_ago_is_taken_back(client, ane, jon):
    commented(make_post(author=ane), jon)
    client.sign_in(ane).post("/notifications/reading")
    way = undone(client)

    assert client.sign_in(jon).post(way).status_code == 303 and unread(ane) == 0
    client.sign_in(ane)
    with clock.at(clock.now() + timedelta(minutes=11)):
        client.post(way)
        assert "too late" in said(client.get("/notifications"))
    assert unread(ane) == 0
    for moment in ("", "yesterday", "2026-01-01T00:00:00+02:00"):
        answer = client.delete(f"/notifications/reading?at={moment}")
        assert answer.status_code in (303, 404), moment
    assert unread(ane) == 0


def test_where_nothing_was_unread_there_is_nothing_to_take_back(client, ane):
    client.sign_in(ane).post("/notifications/reading")
    assert undone(client) is None
