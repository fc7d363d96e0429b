"""The server's clock is put back by an hour: nobody is sent away, nothing stops, all can write."""

from datetime import timedelta

import pytest

from app.core import clock
from app.people.models import Role
from tests.factories import PASSWORD, make_person, make_post

HOUR = timedelta(hours=1)


@pytest.mark.parametrize("roles", [[], [Role.ADMIN]])
def test_whoever_was_signed_in_still_is(client, roles):
    ane = make_person("Ane", *roles)
    post = make_post(ane)
    client.sign_in(ane)
    assert client.get("/").status_code == 200
    with clock.at(clock.now() - HOUR):
        assert client.get("/").status_code == 200
        said = {"text": "Una hora antes"}
        assert client.post(f"/conversation/post/{post.id}/comments", data=said).status_code == 303
        page = client.get(f"/blog/{post.id}")
        assert page.status_code == 200 and "Una hora antes" in page.text
        assert client.get("/activity").status_code == 200


def test_one_can_sign_in(client):
    ane = make_person("Ane")
    with clock.at(clock.now() - HOUR):
        answer = client.post("/sign-in", data={"email": ane.email, "password": PASSWORD})
        assert answer.status_code == 303
        assert client.get("/account/sessions").status_code == 200
    assert client.get("/").status_code == 200


def test_an_account_is_not_shut_for_longer(client):
    """Failures an hour ahead of the clock do not count until it has caught up with them."""
    ane = make_person("Ane")
    wrong = {"email": ane.email, "password": "not this one at all"}
    for _ in range(10):
        client.post("/sign-in", data=wrong)
    right = {"email": ane.email, "password": PASSWORD}
    assert client.post("/sign-in", data=right).status_code == 429
    with clock.at(clock.now() - HOUR):
        assert client.post("/sign-in", data=right).status_code == 303
