"""«Nothing has changed», said on the doorstep to whom it was said before, while it is true."""

import re

import pytest

from app.core import clock
from app.core.db import aside, writing
from app.people import sessions
from app.people.models import SignIn
from config import TestConfig
from tests.factories import make_post

TOKEN = {"Authorization": f"Bearer {TestConfig.METRICS_TOKEN}"}


@pytest.fixture
def known(client, ane, queries):
    """A page that Ane has, and was told once is unchanged; what is asked from now on."""
    etag = client.sign_in(ane).get("/blog").headers["ETag"]
    again = {"If-None-Match": etag}
    assert client.get("/blog", headers=again).status_code == 304
    queries.clear()
    return again


def test_one_query_says_it(client, known, queries):
    answer = client.get("/blog", headers=known)

    assert answer.status_code == 304 and answer.data == b""
    assert len(queries) == 1
    assert answer.headers["ETag"] == known["If-None-Match"]
    assert answer.headers["Content-Security-Policy"] and "Cookie" in answer.headers["Vary"]


def test_it_is_counted_as_any_answer_is(client, known):
    def counted():
        told = client.get("/metrics", headers=TOKEN).text
        found = re.search(r'_count{method="GET",route="/blog",status="3xx"} (.+)', told)
        asked = re.search(r'statements_total{route="/blog"} (.+)', told)
        return float(found[1]), float(asked[1])

    before = counted()
    client.get("/blog", headers=known)

    assert counted() == (before[0] + 1, before[1] + 1)


def test_each_answer_has_a_number_of_its_own(client, known):
    numbers = {client.get("/blog", headers=known).headers["X-Request-ID"] for _ in range(3)}
    assert len(numbers) == 3


def test_after_any_decision_the_page_is_made(client, known, jon):
    make_post(author=jon, title="Twelve rings")
    assert "Twelve rings" in client.get("/blog", headers=known).text


def test_nobody_else_is_told(client, known, jon):
    assert client.sign_in(jon).get("/blog", headers=known).status_code == 200


def test_nor_a_stranger(client, known):
    assert client.sign_out().get("/blog", headers=known).status_code == 303


def test_nor_whoever_was_signed_out_elsewhere(client, known, ane):
    with aside() as connection:
        connection.execute(SignIn.__table__.delete().where(SignIn.__table__.c.person_id == ane.id))
    assert client.get("/blog", headers=known).status_code == 303


def test_nor_whoever_may_not_come_in_any_more(client, known, ane, iker):
    with writing():
        ane.disable(by=iker)
    assert client.get("/blog", headers=known).status_code == 303


def test_whoever_was_long_away_goes_the_long_way(client, known, ane, queries):
    with aside() as connection:
        connection.execute(
            SignIn.__table__.update()
            .where(SignIn.__table__.c.person_id == ane.id)
            .values(seen_at=clock.now() - 2 * sessions.COARSE)
        )
    queries.clear()

    assert client.get("/blog", headers=known).status_code == 304
    assert any("UPDATE sign_ins" in one for one in queries)  # and it is known that she was here


def test_another_address_is_another_page(client, known):
    assert client.get("/blog?before=1", headers=known).status_code == 200
    assert client.get("/people", headers=known).status_code == 200
