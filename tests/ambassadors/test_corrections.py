"""Who was told hears when it is so no longer; taken back at once, nobody heard of either."""

from datetime import date, timedelta

import pytest

from app.ambassadors.models import Mandate
from app.core import clock
from app.core.db import db
from tests.ambassadors.test_nominating import told_of
from tests.factories.ambassadors import ask_for_help, make_mandate, nominate

LATER = {"until": f"{date.today() + timedelta(days=500):%Y-%m-%d}"}


def in_minutes(minutes):
    return clock.at(clock.now() + timedelta(minutes=minutes))


@pytest.fixture(autouse=True)
def midday(app):
    """What is taken back on the same day is so in twenty minutes as well."""
    noon = clock.now().replace(hour=11, minute=0)
    with clock.at(noon):
        yield


@pytest.fixture
def mandate(ane, nerea):
    return make_mandate(ane, by=nerea).id


@pytest.fixture
def request_of_rosa(rosa, ane, mandate):
    return ask_for_help(rosa, whom=ane.id).id


@pytest.mark.parametrize(
    ("noun", "sent", "said", "taken_back"),
    [
        ("renewal", LATER, "MandateRenewed", "RenewalTakenBack"),
        ("farewell", {"farewell": "Thank you."}, "FarewellSaid", "FarewellTakenBack"),
    ],
)
@pytest.mark.parametrize("minutes", [0, 20])
def test_of_a_term(client, mandate, ane, nerea, noun, sent, said, taken_back, minutes):
    page = f"/ambassadors/{mandate}/{noun}"
    client.sign_in(nerea).post(page, data=sent)
    with in_minutes(minutes):
        client.sign_in(nerea).delete(page)
        told = [ane.id] if minutes else []
        assert (told_of(said), told_of(taken_back)) == (told, told)


@pytest.mark.parametrize("minutes", [0, 20])
def test_of_a_no(client, ane, maider, nerea, minutes):
    page = f"/ambassadors/nominations/{nominate(ane, by=maider).id}/refusal"
    client.sign_in(nerea).post(page, data={"reason": "Not yet."})
    with in_minutes(minutes):
        client.sign_in(nerea).delete(page)
        told = sorted([ane.id, maider.id]) if minutes else []
        assert (told_of("NominationDeclined"), told_of("NominationReopened")) == (told, told)


@pytest.mark.parametrize(
    ("noun", "said", "taken_back"),
    [
        ("acceptance", "HelpTaken", "HelpGivenBack"),
        ("answer", "HelpAnswered", "HelpAnswerTakenBack"),
    ],
)
@pytest.mark.parametrize("minutes", [0, 20])
def test_of_help(client, request_of_rosa, ane, rosa, noun, said, taken_back, minutes):
    page = f"/ambassadors/help/{request_of_rosa}/{noun}"
    client.sign_in(ane).post(page, data={"answer": "Like this."})
    with in_minutes(minutes):
        client.sign_in(ane).delete(page)
        told = [rosa.id] if minutes else []
        assert (told_of(said), told_of(taken_back)) == (told, told)


def test_everybody_reads_that_a_goodbye_was_none(client, mandate, nerea, rosa):
    page = f"/ambassadors/{mandate}/farewell"
    client.sign_in(nerea).post(page, data={"farewell": "Thank you."})
    with in_minutes(20):
        client.sign_in(nerea).delete(page)
        assert "took back a goodbye" in client.sign_in(rosa).get("/activity").text


def test_a_renewal_is_taken_back_on_the_same_day_alone(client, mandate, nerea):
    client.sign_in(nerea).post(f"/ambassadors/{mandate}/renewal", data=LATER)
    with in_minutes(2 * 24 * 60):
        client.sign_in(nerea)
        assert "Take the renewal back" not in client.get(f"/ambassadors/{mandate}").text
        assert client.delete(f"/ambassadors/{mandate}/renewal").status_code == 403
    assert db.session.get_one(Mandate, mandate).until.isoformat() == LATER["until"]
