"""What the blog draws into other pages."""

from datetime import datetime

import pytest
from flask_login import login_user

from app.blog import slots
from app.core.slots import slot
from app.people import queries as people
from tests.factories import make_draft, make_post, withdraw


@pytest.fixture
def signed_in(app, ane):
    login_user(people.readers([ane.id])[0])
    return ane


def test_home_leads_with_the_latest_posts(signed_in, queries):
    for day in range(1, 6):
        make_post(signed_in, title=f"Day {day}", published_at=datetime(2026, 1, day))
    withdraw(make_post(signed_in, title="Withdrawn"), by=signed_in)
    queries.clear()

    drawn = slot("home.lead")

    assert [day for day in range(1, 6) if f"Day {day}" in drawn] == [3, 4, 5]
    assert "Withdrawn" not in drawn and len(queries) == 1


def test_home_offers_what_was_left_unfinished(client, ane, jon):
    make_draft(jon, title="Of somebody else")
    client.sign_in(ane)
    assert "Of somebody else" not in client.get("/").text
    number = make_draft(ane, title="<b>Half</b>").id

    page = client.get("/").text

    assert "&lt;b&gt;Half&lt;/b&gt;" in page and f'href="/blog/new?draft={number}"' in page


def test_nothing_is_asked_for_whoever_left_nothing_unfinished(client, ane, jon, queries):
    """Whether there is anything came along with who they are."""
    make_draft(jon, title="Of somebody else")
    client.sign_in(ane).get("/")
    queries.clear()
    client.get("/")
    assert not [one for one in queries if one.startswith("SELECT drafts")]

    make_draft(ane, title="Half")
    client.get("/")
    assert [one for one in queries if one.startswith("SELECT drafts")]


def test_a_person_is_shown_with_their_posts(signed_in, jon, queries):
    make_post(jon, title="By Jon")
    make_post(signed_in, title="By Ane")
    assert jon.id  # read by now, as it is on a page of theirs
    queries.clear()

    drawn = slots.written_by(jon)

    assert "By Jon" in drawn and "By Ane" not in drawn and len(queries) == 1
    assert slots.written_by(people.person(signed_in.id)).count("<li") == 1
    assert drawn in slot("person.sections", jon)
