"""Who has read a post: asking, saying so, who is missing, reminding, taking the list out."""

import csv
import io
from datetime import timedelta

import pytest

from app.audit.models import Entry
from app.blog import queries as asked_of
from app.blog.models import Confirmation, Post
from app.core import clock, outbox
from app.core.db import db
from app.notifications.models import Delivery, Notification
from tests.conftest import at_once
from tests.factories import add_author, make_person, make_post, make_space, make_unit

ASKING = {"asks_since": clock.now()}


def confirmed(post):
    rows = db.session.scalars(
        db.select(Confirmation.person_id).where(Confirmation.post_id == post.id)
    )
    return set(rows)


def test_nobody_is_asked_by_a_post_that_does_not_ask(client, ane, jon):
    post = make_post(ane)
    client.sign_in(jon)

    assert "Read and understood" not in client.get(f"/blog/{post.id}").text
    assert client.post(f"/blog/{post.id}/reading").status_code == 403


def test_its_author_asks_and_its_reader_says_so_and_takes_it_back(client, ane, jon):
    post = make_post(ane)
    client.sign_in(ane)
    assert client.put(f"/blog/{post.id}/asking", data={"by": ""}).status_code == 303

    client.sign_in(jon)
    assert "Read and understood" in client.get(f"/blog/{post.id}").text
    part = client.post(f"/blog/{post.id}/reading", htmx=True).text
    again = client.post(f"/blog/{post.id}/reading")

    assert part.lstrip().startswith(f'<div id="post-{post.id}-reading"') and "You said on" in part
    assert again.status_code == 303 and confirmed(post) == {jon.id}
    assert "You said on" in client.get(f"/blog/{post.id}").text
    client.delete(f"/blog/{post.id}/reading")
    assert confirmed(post) == set()
    assert "You said on" not in client.get(f"/blog/{post.id}").text


def test_a_page_that_asks_is_not_kept_by_any_browser(client, ane, jon):
    """What one said is no decision of the house: its pages stay fresh, and this one is no page."""
    post = make_post(ane, **ASKING)
    client.sign_in(jon)
    answer = client.get(f"/blog/{post.id}")

    assert answer.headers["Cache-Control"] == "no-store" and "ETag" not in answer.headers


def test_two_presses_at_once_say_it_once(app, ane, jon):
    post = make_post(ane, **ASKING)
    number = post.id
    answers = at_once(app, *[(jon, f"/blog/{number}/reading", {})] * 2)

    assert {answer.status_code for answer in answers} <= {303, 409}
    assert len(confirmed(db.session.get_one(Post, number))) == 1


def test_who_is_missing_is_its_audience_without_its_authors(client, ane, jon, nerea):
    """In a space its members; in the whole house whoever has an account that is open."""
    space = make_space(ane, visibility="members", members=[jon])
    make_person("Gone", disabled_at=clock.now())
    inside, outside = make_post(ane, space=space, **ASKING), make_post(ane, **ASKING)

    assert asked_of.tally(db.session.get_one(Post, inside.id)) == (1, 0)
    assert asked_of.tally(db.session.get_one(Post, outside.id)) == (2, 0)
    add_author(outside, nerea, by=ane)
    assert asked_of.tally(db.session.get_one(Post, outside.id)) == (1, 0)


def test_the_list_is_narrowed_by_unit_and_paged(client, ane, queries):
    office = make_unit("Oficinas")
    for number in range(60):
        make_person(f"Person {number:02}", unit_id=office.id)
    stranger = make_person("Zelai Other")
    post = make_post(ane, **ASKING)
    number, unit, away = post.id, office.id, stranger.name
    client.sign_in(ane)

    queries.clear()
    page = client.get(f"/blog/{number}/readers?unit={unit}").text

    assert len(queries) <= 8
    assert "Person 00" in page and "Person 55" not in page and away not in page
    address = page.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&")
    second = client.get(address).text
    assert "Person 55" in second and "Person 00" not in second


@pytest.mark.parametrize("path", ["readers", "readers/export?as=csv"])
def test_only_its_authors_and_governance_see_names(client, ane, nerea, jon, path):
    post = make_post(ane, **ASKING)

    assert client.sign_in(jon).get(f"/blog/{post.id}/{path}").status_code == 403
    assert client.sign_in(nerea).get(f"/blog/{post.id}/{path}").status_code == 200


def test_the_table_says_who_has_and_who_has_not_and_that_it_was_taken_out(client, ane, jon, nerea):
    post = make_post(ane, **ASKING)
    client.sign_in(jon).post(f"/blog/{post.id}/reading")
    client.sign_in(ane)

    answer = client.get(f"/blog/{post.id}/readers/export?as=csv", buffered=True)
    rows = list(csv.reader(io.StringIO(answer.text.removeprefix("\ufeff"))))

    said = {row[0]: bool(row[3]) for row in rows[1:]}
    assert said == {"Jon": True, "Nerea": False}
    facts = db.session.scalars(db.select(Entry.fact)).all()
    assert facts.count("ConfirmationsExported") == 1
    assert client.get(f"/blog/{post.id}/readers/export?as=pdf", buffered=True).status_code == 404


def test_they_are_reminded_once_a_day(client, ane):
    post = make_post(ane, **ASKING)
    client.sign_in(ane)
    first = client.post(f"/blog/{post.id}/reminder")
    told = db.session.get_one(Post, post.id).reminded_at
    client.post(f"/blog/{post.id}/reminder")

    assert first.status_code == 303
    assert db.session.get_one(Post, post.id).reminded_at == told
    with clock.at(clock.now() + timedelta(hours=25)):
        assert db.session.get_one(Post, post.id).may_remind


def test_a_reminder_reaches_those_who_are_missing_and_nobody_else(client, ane, jon, nerea, maider):
    space = make_space(ane, visibility="members", members=[jon, nerea])
    post = make_post(ane, space=space, **ASKING)
    number, who = post.id, nerea.id
    client.sign_in(jon).post(f"/blog/{number}/reading")
    client.sign_in(ane).post(f"/blog/{number}/reminder")
    outbox.drain()

    told = db.session.execute(
        db.select(Notification.person_id, Delivery.fact).join(
            Delivery, Delivery.id == Notification.delivery_id
        )
    ).all()
    assert [one.person_id for one in told if one.fact == "ReadersReminded"] == [who]
