"""Opening a channel, and closing it."""

import re

from app.core.db import db
from app.feeds.models import MOST, Channel
from tests.conftest import at_once


def opened(client, name="My reader", **more):
    page = client.post("/feeds", data={"name": name, **more}).text
    return re.search(r"https://wowista\.test(/feeds/[\w-]+)/all\.atom", page)[1]


def test_the_address_is_said_once_and_kept_nowhere(client, ane):
    client.sign_in(ane)
    path = opened(client)
    token = path.rpartition("/")[2]
    kept = db.session.scalar(db.select(Channel))
    assert token not in str([getattr(kept, column.key) for column in Channel.__table__.columns])
    assert token not in client.get("/feeds").text
    assert "My reader" in client.get("/feeds").text


def test_a_form_sent_twice_opens_one(client, ane):
    client.sign_in(ane)
    opened(client, once="a" * 32)
    again = client.post("/feeds", data={"name": "My reader", "once": "a" * 32})
    assert again.location == "/feeds"
    assert db.session.scalar(db.select(db.func.count(Channel.id))) == 1


def test_a_name_is_needed_and_what_was_written_stays(client, ane):
    client.sign_in(ane)
    assert client.post("/feeds", data={"name": " "}).status_code == 422
    long = client.post("/feeds", data={"name": "x" * 61})
    assert long.status_code == 422 and "x" * 61 in long.text


def test_nobody_opens_them_without_end(client, ane):
    client.sign_in(ane)
    for n in range(MOST):
        opened(client, name=f"One {n}")
    refused = client.post("/feeds", data={"name": "One too many"})
    assert refused.status_code == 422 and "close one" in refused.text


def test_nor_with_two_hands(app, client, ane):
    client.sign_in(ane)
    for n in range(MOST - 1):
        opened(client, name=f"One {n}")
    answers = at_once(app, *((ane, "/feeds", {"name": f"Hand {n}"}) for n in range(2)))
    assert [answer.status_code for answer in answers] == [200, 422]


def test_a_closed_channel_is_gone_at_once_and_only_its_owner_closes_it(client, ane, jon):
    path = opened(client.sign_in(ane))
    number = db.session.scalar(db.select(Channel.id))
    assert client.sign_in(jon).delete(f"/feeds/{number}").status_code == 404
    assert client.get(f"{path}/all.atom").status_code == 200
    assert client.sign_in(ane).delete(f"/feeds/{number}").status_code == 303
    assert client.get(f"{path}/all.atom").status_code == 404
