"""What the blog draws into other pages."""

from datetime import datetime

import pytest
from flask_login import login_user

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


def test_home_offers_what_was_left_unfinished(signed_in, jon, queries):
    make_draft(jon, title="Of somebody else")
    assert "Of somebody else" not in slot("home.next")
    draft = make_draft(signed_in, title="<b>Half</b>")
    number = draft.id
    queries.clear()

    drawn = slot("home.next")

    assert "&lt;b&gt;Half&lt;/b&gt;" in drawn and f'href="/blog/new?draft={number}"' in drawn
    assert len(queries) == 1


def test_a_person_is_shown_with_their_posts(signed_in, jon, queries):
    make_post(jon, title="By Jon")
    make_post(signed_in, title="By Ane")
    assert jon.id  # read by now, as it is on a page of theirs
    queries.clear()

    drawn = slot("person.sections", jon)

    assert "By Jon" in drawn and "By Ane" not in drawn and len(queries) == 1
    assert slot("person.sections", people.person(signed_in.id)).count("<li") == 1
