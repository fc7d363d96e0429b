"""What is said of a space and seems to tell who a customer is."""

import pytest

from app.core.db import db
from app.spaces.models import Space
from tests.factories import make_space

TOLD = "Llama a Ana, 612 345 678"
FORM = {"name": "Reception", "colour": "teal", "visibility": "members", "joining": "open"}


@pytest.mark.parametrize("field", ["name", "summary", "about"])
def test_it_is_asked_about_and_then_covered_or_kept(client, ane, field):
    space = make_space(ane)
    path, sent = f"/spaces/{space.id}", FORM | {"version": space.version, field: TOLD}
    client.sign_in(ane)

    asked = client.put(path, data=sent)
    assert asked.status_code == 422 and "<mark>612 345 678</mark>" in asked.text
    assert TOLD in asked.text

    assert client.put(path, data=sent | {"discretion": "cover"}).status_code == 303
    found = db.session.get_one(Space, space.id, populate_existing=True)
    assert getattr(found, field) == "Llama a Ana, ••• ••• •••"


def test_what_stands_there_is_not_asked_about_again(client, ane):
    space = make_space(ane, about=TOLD)
    sent = FORM | {"version": space.version, "about": f"{TOLD}, por favor"}
    assert client.sign_in(ane).put(f"/spaces/{space.id}", data=sent).status_code == 303


def test_a_new_one_asks_as_well(client, ane):
    sent = FORM | {"summary": TOLD}
    client.sign_in(ane)
    assert client.post("/spaces", data=sent).status_code == 422
    assert client.post("/spaces", data=sent | {"discretion": "keep"}).status_code == 303
