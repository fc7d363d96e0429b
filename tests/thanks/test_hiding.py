"""Whoever is thanked may keep it out of sight. What whoever keeps order hides is another thing."""

import pytest
from sqlalchemy import select

from app.core import outbox
from app.core.db import db, writing
from app.notifications.models import Notification
from app.search.rebuilding import put_some
from app.thanks.models import Thanks
from tests.factories import make_case, make_comment, make_person
from tests.factories.thanks import CALLED, hide_thanks, make_thanks, put_away, withdraw_thanks


@pytest.fixture
def gorka(app):
    return make_person("Gorka")


@pytest.fixture
def thanks(ane, gorka):
    return make_thanks(ane, gorka)


def found(client, number, gorka):
    """Where somebody finds it."""
    pages = {
        "page": f"/thanks/{number}",
        "list": "/thanks",
        "theirs": f"/thanks?to={gorka.id}",
        "person": f"/people/{gorka.id}",
        "search": "/search?q=office",
        "activity": "/activity",
    }
    said = {name: client.get(path).text for name, path in pages.items()}
    said = {name: text.replace("<mark>", "").replace("</mark>", "") for name, text in said.items()}
    return {name for name, text in said.items() if "the office in Ordizia" in text}


def test_whoever_was_thanked_hides_it_and_shows_it_again(client, ane, gorka, jon, nerea, thanks):
    everywhere = {"page", "list", "theirs", "person", "search", "activity"}
    assert found(client.sign_in(jon), thanks.id, gorka) == everywhere

    answer = client.sign_in(gorka).post(f"/thanks/{thanks.id}/hiding", htmx=True)
    assert f'id="thanks-{thanks.id}"' in answer.text and "You keep it out of sight" in answer.text
    assert "_method=DELETE" in answer.text and "<html" not in answer.text

    assert found(client.sign_in(jon), thanks.id, gorka) == set()
    assert found(client.sign_in(gorka), thanks.id, gorka) == {"page", "theirs"}
    assert found(client.sign_in(ane), thanks.id, gorka) == {"page"}
    assert CALLED in client.get(f"/thanks?by={ane.id}").text
    assert "page" in found(client.sign_in(nerea), thanks.id, gorka)

    answer = client.sign_in(gorka).post(f"/thanks/{thanks.id}/hiding?_method=DELETE")
    assert answer.location == f"/thanks/{thanks.id}"
    assert found(client.sign_in(jon), thanks.id, gorka) == everywhere


def test_nobody_else_hides_it_or_shows_it(client, ane, gorka, nerea, thanks):
    for one in (ane, nerea):
        client.sign_in(one)
        assert client.post(f"/thanks/{thanks.id}/hiding").status_code == 403
    put_away(thanks)
    for one in (ane, nerea):
        assert client.sign_in(one).delete(f"/thanks/{thanks.id}/hiding").status_code == 403
        assert "Let everybody see it" not in client.get(f"/thanks/{thanks.id}").text


def test_twice_is_once(client, gorka, thanks):
    client.sign_in(gorka)
    for _ in range(2):
        assert client.post(f"/thanks/{thanks.id}/hiding").status_code == 303
    for _ in range(2):
        assert client.delete(f"/thanks/{thanks.id}/hiding").status_code == 303
    assert db.session.get_one(Thanks, thanks.id).is_shown


def test_what_is_said_on_it_goes_out_of_sight_with_it(client, ane, gorka, jon, thanks):
    make_comment("I was there as well", on=thanks, by=jon)
    make_comment("So was I, *really*", on=thanks, by=gorka)
    outbox.drain()
    mine = select(Notification).where(Notification.person_id == jon.id)
    assert db.session.scalars(mine).one().read_at is None

    client.sign_in(gorka).post(f"/thanks/{thanks.id}/hiding")
    outbox.drain()

    assert db.session.scalars(mine).one().read_at is not None  # it rings no bell any more
    client.sign_in(jon)
    assert "found-comment" not in client.get("/search?q=really").text
    place = f"/conversation/thanks/{thanks.id}/comments"
    assert client.post(place, data={"text": "Why?"}).status_code == 404
    assert client.sign_in(ane).post(place, data={"text": "Why?"}).status_code == 403


def test_whoever_keeps_order_hides_it_and_that_is_another_thing(
    client, ane, gorka, jon, nerea, thanks
):
    case = make_case(thanks, by=jon)
    client.sign_in(nerea)
    decided = {"verdict": "hide", "because": "It tells too much."}
    assert client.post(f"/moderation/cases/{case}/decision", data=decided).status_code == 303

    held = db.session.get_one(Thanks, thanks.id)
    assert held.hidden_at and not held.put_away_at
    assert found(client.sign_in(jon), thanks.id, gorka) == set()
    for one in (ane, gorka):
        page = client.sign_in(one).get(f"/thanks/{thanks.id}").text
        assert "Hidden after a report" in page and "You keep it out of sight" not in page
    assert client.delete(f"/thanks/{thanks.id}/hiding").status_code == 303  # and changes nothing
    assert not db.session.get_one(Thanks, thanks.id).is_shown

    put_away(thanks)
    client.sign_in(nerea).delete(f"/moderation/cases/{case}/decision")
    held = db.session.get_one(Thanks, thanks.id)
    assert held.put_away_at and not held.hidden_at


def test_what_was_reported_and_then_withdrawn_can_still_be_decided(client, jon, nerea, thanks):
    case = make_case(thanks, by=jon)
    withdraw_thanks(thanks)
    client.sign_in(nerea)
    assert CALLED in client.get(f"/moderation/cases/{case}").text
    decided = {"verdict": "hide", "because": "It hurts."}
    assert client.post(f"/moderation/cases/{case}/decision", data=decided).status_code == 303
    assert client.get(f"/thanks/{thanks.id}").status_code == 404


def test_one_does_not_report_ones_own(client, ane, gorka, thanks):
    for one in (ane, gorka):
        answer = client.sign_in(one).get(f"/moderation/thanks/{thanks.id}/report")
        assert answer.status_code == 403


def test_an_index_made_anew_holds_what_is_shown_alone(app, client, jon, ane, gorka):
    away, hidden = make_thanks(ane, gorka), make_thanks(ane, gorka)
    put_away(away), hide_thanks(hidden)
    with writing():
        put_some("thanks", 0)
    assert "found-thanks" not in client.sign_in(jon).get("/search?q=ordizia").text
